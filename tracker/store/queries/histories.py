"""What is read beside tasks as values: the lines of their histories, and the points of contact of their cables."""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from tracker.store import prepared
from tracker.store.cables import ContactRecord
from tracker.store.tasks import TaskEvent


class HistoryLine(NamedTuple):
    """One line of a task's history."""

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


def lines(session: Session, task_ids: Collection[int], kinds: frozenset[str] | None) -> Iterable[HistoryLine]:
    """Return the history lines of the tasks, oldest first; of these kinds only, where some are named."""
    session.flush()
    values = {"tasks": list(task_ids)}
    return map(HistoryLine._make, prepared.rows(session.connection(), _lines(kinds), values))


def contacts(session: Session, cable_ids: Collection[int], *, written_to: bool) -> Iterable[Contact]:
    """Return the points of contact of the cables, in their order; `written_to`: only those that letters go to."""
    session.flush()
    values = {"cables": list(cable_ids)}
    return map(Contact._make, prepared.rows(session.connection(), _contacts(written_to), values))


@cache
def _lines(kinds: frozenset[str] | None) -> Select[*tuple[Any, ...]]:
    """Return the statement of the history lines of `tasks`, made once a process, as the next."""
    columns = (getattr(TaskEvent, name) for name in HistoryLine._fields)
    wanted = select(*columns).where(TaskEvent.task_id.in_(bindparam("tasks", expanding=True)))
    if kinds is not None:
        wanted = wanted.where(TaskEvent.kind.in_(sorted(kinds)))
    return wanted.order_by(TaskEvent.id)


@cache
def _contacts(written_to: bool) -> Select[*tuple[Any, ...]]:  # noqa: FBT001 - a key of the cache
    columns = (getattr(ContactRecord, name) for name in Contact._fields)
    wanted = select(*columns).where(ContactRecord.cable_id.in_(bindparam("cables", expanding=True)))
    if written_to:
        wanted = wanted.where(ContactRecord.confirmed_at.is_not(None), ContactRecord.email.is_not(None))
    return wanted.order_by(ContactRecord.id)
