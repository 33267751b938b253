"""What is read beside tasks as values: the lines of their histories, and the points of contact of their cables."""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from tracker.store import prepared
from tracker.store.cables import ContactRecord
from tracker.store.tasks import TaskEvent


class HistoryLine(NamedTuple):
    """One line of a task's history."""

    id: int
    task_id: int
    at: datetime
    by: str
    officer_id: int | None
    is_of_post: bool
    way: str
    kind: str
    before: dict[str, Any]
    after: dict[str, Any]
    note: str | None


class Contact(NamedTuple):
    """A point of contact named in a cable."""

    id: int
    cable_id: int
    name: str | None
    email: str | None
    phone: str | None
    other: str | None
    quote: str
    confirmed_at: datetime | None

    @property
    def is_written_to(self) -> bool:
        """Whether letters go there: a person has confirmed the address."""
        return self.confirmed_at is not None and self.email is not None


def contacts(session: Session, cable_ids: Collection[int], *, written_to: bool) -> Iterable[Contact]:
    """Return the points of contact of the cables, in their order; `written_to`: only those that letters go to."""
    session.flush()
    values = {"cables": list(cable_ids)}
    rows = prepared.rows(session.connection(), contacts_of(written_to=written_to), values)
    return sorted(map(Contact._make, rows), key=itemgetter(0))


@cache
def lines_of(kinds: frozenset[str] | None) -> Select[*tuple[Any, ...]]:
    """Return the statement of the history lines of `tasks`, of these kinds only where some are named; in no order."""
    columns = (getattr(TaskEvent, name) for name in HistoryLine._fields)
    wanted = select(*columns).where(TaskEvent.task_id.in_(bindparam("tasks", expanding=True)))
    return wanted if kinds is None else wanted.where(TaskEvent.kind.in_(sorted(kinds)))


@cache
def contacts_of(*, written_to: bool) -> Select[*tuple[Any, ...]]:
    """Return the statement of the points of contact of `cables`; in no order."""
    columns = (getattr(ContactRecord, name) for name in Contact._fields)
    wanted = select(*columns).where(ContactRecord.cable_id.in_(bindparam("cables", expanding=True)))
    if written_to:
        wanted = wanted.where(ContactRecord.confirmed_at.is_not(None), ContactRecord.email.is_not(None))
    return wanted
