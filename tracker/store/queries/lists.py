"""The named lists of tasks: one condition each, for the list, for its count on a board and for its export.

Counts stop at a thousand: "more than 1,000" costs the same at any size.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    bindparam,
    func,
    literal,
    literal_column,
    select,
)
from sqlalchemy.orm import Session

from tracker.domain.delivery import MessageState
from tracker.domain.late_words import MOST_COUNTED
from tracker.domain.lifecycle import Status, Verdict
from tracker.domain.places import PostBook
from tracker.store import prepared
from tracker.store.cables import CableRecord, ProposalRecord
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.places import Post
from tracker.store.queries import sight, tasks
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task
from tracker.texts import later

WEEK = timedelta(days=7)


class ListName(StrEnum):
    """The lists by name, as addresses write them."""

    OPEN = "open"
    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"
    UNOWNED = "unowned"
    UNDATED = "undated"
    UNACCEPTED = "unaccepted"
    SILENT = "silent"
    CLOSED = "closed"
    ALL = "all"


IN_WORDS: Mapping[ListName, str] = {
    ListName.OPEN: later("open"),
    ListName.LATE: later("late"),
    ListName.SOON: later("due within seven days"),
    ListName.WAITING: later("waiting for somebody else"),
    ListName.UNOWNED: later("open, owned by nobody"),
    ListName.UNDATED: later("open, without a due day"),
    ListName.UNACCEPTED: later("open, not accepted"),
    ListName.SILENT: later("written to a working day ago, no word yet"),
    ListName.CLOSED: later("closed"),
    ListName.ALL: later("all"),
}
NOBODYS = (ListName.UNOWNED, ListName.UNDATED, ListName.UNACCEPTED, ListName.SILENT)


NOBODYS_WORDS: Mapping[ListName, str] = {
    ListName.UNOWNED: later("Open, owned by nobody"),
    ListName.UNDATED: later("Open, without a due day"),
    ListName.UNACCEPTED: later("Open, not accepted"),
    ListName.SILENT: later("Written to a working day ago, no word yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodysBusiness:
    """What lies about: numbers of tasks by list, cables that await a verdict, addresses that bounce.

    A number above MOST_COUNTED says that there are more.
    """

    soon: int
    tasks: Mapping[ListName, int]
    cables: int
    addresses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedAddress:
    """An address to which the last letter could not be delivered, and what the mail system said."""

    address: str
    words: str
    at: datetime
    task_id: int
    title: str
    post: str


def condition(name: ListName, now: datetime | BindParameter[datetime]) -> list[ColumnElement[bool]]:
    """Return the conditions of a list."""
    live = tasks.is_live()
    found: dict[ListName, list[ColumnElement[bool]]] = {
        ListName.OPEN: [tasks.is_open()],
        ListName.LATE: [tasks.is_overdue(now)],
        ListName.SOON: [live, Task.due_at >= now, Task.due_at < now + WEEK],
        ListName.WAITING: [live, Task.status == Status.WAITING],
        ListName.UNOWNED: [live, Task.owner_id.is_(None)],
        ListName.UNDATED: [live, Task.due_at.is_(None)],
        ListName.UNACCEPTED: [live, Task.status == written(Status.OPEN)],
        ListName.SILENT: [live, Task.silent_at.is_not(None), _has_come(Task.silent_at, now)],
        ListName.CLOSED: [~tasks.is_open()],
    }
    return found.get(name, [])


def _has_come(
    moment: SQLColumnExpression[datetime | None], now: datetime | BindParameter[datetime]
) -> ColumnElement[bool]:
    """Return the condition that a moment that few tasks have has come.

    A bare comparison is taken for a third of all tasks, not of the few; so it is kept from being looked up alone.
    """
    return func.coalesce(moment, now) <= now


def nobodys_business(session: Session, *, now: datetime, only_posts: Posts = None) -> NobodysBusiness:
    """Return the numbers of a manager's page beside those of the late tasks; one query at any size."""
    values = {"now": now, "in_a_week": now + WEEK}
    coming, *rest, cables, addresses = prepared.row(session.connection(), _numbers(only_posts), values)
    return NobodysBusiness(
        soon=coming, tasks=dict(zip(NOBODYS, rest, strict=True)), cables=cables, addresses=addresses
    )


def soon() -> list[ColumnElement[bool]]:
    """Return the conditions of what is due between `now` and `in_a_week`."""
    return [tasks.is_live(), Task.due_at >= bindparam("now"), Task.due_at < bindparam("in_a_week")]


@lru_cache(maxsize=256)
def _numbers(only_posts: Posts) -> Select[*tuple[Any, ...]]:
    """Return the statement of the numbers, made once for readers of the same posts."""
    counts = [count_up_to(select(Task.id).where(*soon(), *tasks.seen_by(only_posts)))]
    counts += [count_up_to(_tasks(name, only_posts)) for name in NOBODYS]
    return select(*counts, count_up_to(undecided(only_posts)), count_up_to(_failed(only_posts).distinct()))


def count_up_to(wanted: Select[Any]) -> ScalarSelect[int]:
    """Return the number of rows, counted up to one more than MOST_COUNTED.

    The limit is written into the statement: behind a parameter a database takes it for a tenth of the rows,
    and plans anew each time.
    """
    some = wanted.limit(literal_column(str(MOST_COUNTED + 1))).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _tasks(name: ListName, only_posts: Posts) -> Select[Any]:
    return select(Task.id).where(*condition(name, bindparam("now")), *tasks.seen_by(only_posts))


UNDECIDED = ((ProposalRecord.kind, "ask"), (ProposalRecord.verdict, Verdict.WAITING))


def written(word: str) -> BindParameter[str]:
    """Return a word that is written into the statement: a database does not look behind parameters as it plans.

    Partial indexes are then found, and one plan does for all values of the others.
    """
    return literal(str(word), literal_execute=True)


def undecided(only_posts: Collection[int] | None) -> Select[Any]:
    """Return the cables that a reader of the posts may see and that have an ask without a verdict."""
    wanted = (
        select(ProposalRecord.cable_id)
        .where(*(column == written(word) for column, word in UNDECIDED))
        .distinct()
    )
    if only_posts is not None:
        wanted = wanted.join(CableRecord).where(*sight.of_cables(only_posts))
    return wanted


def _failed(only_posts: Posts) -> Select[Any]:
    """Return the addresses of the failed letters about open tasks that a reader may see."""
    return (
        select(OutgoingMessage.recipient)
        .join(ReminderSlot, ReminderSlot.message_id == OutgoingMessage.id)
        .join(Task, Task.id == ReminderSlot.task_id)
        .where(
            OutgoingMessage.state == written(MessageState.FAILED),
            tasks.is_live(),
            *tasks.seen_by(only_posts),
        )
    )


def failed_addresses(session: Session, *, only_posts: Posts = None, limit: int = 100) -> list[FailedAddress]:
    """Return the addresses that letters about open tasks could not be delivered to, the newest failure of each."""
    newest = (
        _failed(only_posts)
        .with_only_columns(func.max(OutgoingMessage.id).label("id"), func.max(Task.id).label("task_id"))
        .group_by(OutgoingMessage.recipient)
        .subquery()
    )
    rows = session.execute(
        select(
            OutgoingMessage.recipient,
            OutgoingMessage.error,
            OutgoingMessage.written_at,
            Task.id,
            Task.title,
            Post.name.label("post"),
        )
        .join(newest, newest.c.id == OutgoingMessage.id)
        .join(Task, Task.id == newest.c.task_id)
        .join(Post, Post.id == Task.post_id)
        .order_by(OutgoingMessage.id.desc())
        .limit(limit)
    )
    return [
        FailedAddress(
            address=row.recipient,
            words=row.error or "no reason given",
            at=row.written_at,
            task_id=row.id,
            title=row.title,
            post=row.post,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which tasks a list shows: its name, of posts whose name holds the words, after how many."""

    name: ListName = ListName.OPEN
    post: str = ""
    only_posts: Posts = None
    after: int = 0


def task_lines(
    session: Session, wanted: Wanted, *, now: datetime, book: PostBook, limit: int
) -> list[TaskRow]:
    """Return the tasks wanted: nearest due first, those without a due last; what is closed newest first."""
    where = [*tasks.seen_by(wanted.only_posts), *condition(wanted.name, now)]
    if wanted.post:
        found = book.find(wanted.post)
        where.append(
            Post.name == found.designator if found else Post.name.icontains(wanted.post, autoescape=True)
        )
    statement = (
        tasks.selected().where(*where).order_by(*_order(wanted.name)).offset(wanted.after).limit(limit)
    )
    return tasks.read(session, statement, now=now, book=book)


def _order(name: ListName) -> Sequence[Any]:
    if name in (ListName.CLOSED, ListName.ALL):
        return (Task.id.desc(),)
    return (Task.due_at.asc().nulls_last(), Task.id)
