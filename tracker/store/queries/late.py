"""What is late: counted by post and by age in one pass of the database, and its rows, most late first.

The counts stand on the same conditions as the lists that they open.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from tracker.domain.ageing import Age, age_of
from tracker.domain.late_figures import LateAtPost, LateFigures
from tracker.domain.lifecycle import Status
from tracker.domain.notice import NoticeKind
from tracker.domain.places import PostBook
from tracker.store import prepared
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.places import Post, Unit
from tracker.store.queries import ages, tasks
from tracker.store.queries.tasks import BoardRow, Posts
from tracker.store.tasks import Task, TaskEvent

SENT = "sent"
ASKING = ("reminder", NoticeKind.CHASED)  # kinds of letters that ask who owes a task
TO = " to "  # between the moment and the address of a letter
NO_OFFICE = "No office of the tree"
AND, NO_DAY = ",", "~"  # between the days of late tasks; after every day
MOST_POSTS = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class LateFilter:
    """Which of the late tasks are wanted: of some posts, of an owner (0: nobody), of a class."""

    only_posts: Posts = None
    post_ids: tuple[int, ...] = ()
    owner_id: int | None = None
    age: Age | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LateRow:
    """A late task: its class, how often its owner or post was reminded, to whom the next letter goes or why none does."""

    task: BoardRow
    age: Age
    promised_on: date | None
    reminders: int  # and chases
    told: str | None  # address of the last of them
    told_at: datetime | None
    next_to: str | None  # address that the next letter goes to
    why_none: str | None
    times_moved: int  # how often one due day took the place of another


def late_figures(session: Session, *, now: datetime, book: PostBook, only_posts: Posts = None) -> LateFigures:
    """Return what is late, by post and class; one query at any size."""
    values: dict[str, Any] = {"now": now}
    if only_posts is not None:
        values["posts"] = sorted(only_posts)
    found = prepared.rows(session.connection(), _figures(only_posts is None), values)
    quarter = tasks.quarter_of(now)
    posts = [_at_post(tuple(row), quarter, book) for row in found]
    return LateFigures(posts=tuple(sorted(posts, key=lambda one: (-one.oldest, -one.total, one.post))))


def late_of_owners(
    session: Session, owners: Collection[int | None], *, now: datetime, only_posts: Posts = None
) -> dict[int | None, int]:
    """Return how many late tasks each of these owners has; None: those that nobody owns."""
    known = sorted({owner for owner in owners if owner is not None})
    wanted = (
        select(Task.owner_id, func.count())
        .where(tasks.is_overdue(now), or_(Task.owner_id.in_(known), Task.owner_id.is_(None)))
        .where(*tasks.seen_by(only_posts))
        .group_by(Task.owner_id)
    )
    return {row[0]: row[1] for row in session.execute(wanted)}


@cache
def _figures(is_whole: bool) -> Select[*tuple[Any, ...]]:  # noqa: FBT001 - a key of the cache
    """Return the statement of the figures, made once a process: a row a post, with the days of its late tasks as one text.

    They are sorted into classes here, where the class of a day is known: the database would join each of very
    many tasks to the days of its post, and after a deed the texts of few posts are others.
    """
    seen = [] if is_whole else [Task.post_id.in_(bindparam("posts", expanding=True))]
    day = func.coalesce(cast(Task.counts_after, Text), NO_DAY)
    days = func.aggregate_strings(day, AND).filter(Task.counts_until.is_(None))
    late = (
        select(Task.post_id, days.label("days"), func.count(Task.counts_until).label("waiting"))
        .where(tasks.is_live(), Task.due_at < bindparam("now"), *seen)
        .group_by(Task.post_id)
        .subquery()
    )
    return (
        select(late.c.post_id, Post.name, Unit.name, late.c.days, late.c.waiting)
        .join(Post, Post.id == late.c.post_id)
        .outerjoin(Unit, Unit.id == Post.unit_id)
    )


@lru_cache(maxsize=MOST_POSTS)  # after a deed the figures of few posts are others
def _at_post(
    row: tuple[int, str, str | None, str | None, int], quarter: datetime, book: PostBook
) -> LateAtPost:
    post_id, name, office, days, waiting = row
    tally = tasks.tally_of(name, book)
    today = tally.calendar.local_day(quarter)
    begins = [mark.isoformat() for mark in ages.marks_of(book, name, today)]
    late = Counter(days.split(AND) if days else ())
    counts = Counter({Age.WAITING: waiting})
    for day, count in late.items():
        counts[ages.COUNTED[sum(day < begin for begin in begins)]] += count
    first = min(late, default=NO_DAY)
    return LateAtPost(
        post_id=post_id,
        post=name,
        office=office or NO_OFFICE,
        by_age={age: counts[age] for age in Age if counts[age]},
        total=counts.total(),
        waiting=waiting,
        oldest=0 if first == NO_DAY else tally.between(date.fromisoformat(first), today),
    )


class GroupBy(StrEnum):
    """What the late tasks stand under."""

    POST = "post"
    OFFICE = "office"
    AGE = "age"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Which of the rows, in which order; `ranks` puts the posts of a grouping by post or office in order."""

    group: GroupBy = GroupBy.POST
    ranks: Mapping[int, int] = field(default_factory=dict)
    after: int = 0
    limit: int = 50


def late_rows(
    session: Session, wanted: LateFilter, part: Slice, *, now: datetime, book: PostBook
) -> list[LateRow]:
    """Return a page of the late tasks, most late first within their group; one query at any size."""
    held = session.connection()
    ranks = tuple(part.ranks.items())
    statement = _page(held.dialect.name, wanted, part.group, ranks)
    values = {"now": now, "after": part.after, "limit": part.limit} | (
        ages.values(held.dialect.name, book, now) if _needs_age(wanted, part.group) else {}
    )
    quarter = tasks.quarter_of(now)
    return [_late_row(tuple(row), quarter, book) for row in prepared.rows(held, statement, values)]


def _needs_age(wanted: LateFilter, group: GroupBy) -> bool:
    return group is GroupBy.AGE or wanted.age is not None


@lru_cache(maxsize=256)
def _page(
    dialect: str, wanted: LateFilter, group: GroupBy, ranks: tuple[tuple[int, int], ...]
) -> Select[*tuple[Any, ...]]:
    """Return the statement of the rows `after` so many, up to `limit`; made once while its posts keep their order."""
    days, age = ages.classes(dialect)
    is_late = [tasks.is_live(), Task.due_at < bindparam("now")]
    where = [*is_late, *tasks.seen_by(wanted.only_posts), *_conditions(wanted, age)]
    chosen = select(
        Task.id, func.row_number().over(order_by=_order(group, dict(ranks), age)).label("place")
    ).outerjoin(Officer, Officer.id == Task.owner_id)
    if _needs_age(wanted, group):
        chosen = chosen.join(Post, Post.id == Task.post_id).outerjoin(days, days.c.post == Post.name)
    page = (
        chosen.where(*where).order_by("place").offset(bindparam("after")).limit(bindparam("limit")).subquery()
    )
    return _told().join(page, page.c.id == Task.id).order_by(page.c.place)


@cache
def _told() -> Select[*tuple[Any, ...]]:
    return tasks.lined().add_columns(
        Task.next_to, Task.promised_on, *_reminders(), _times_moved().label("times_moved")
    )


def _conditions(wanted: LateFilter, age: ColumnElement[int]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.post_ids:
        found.append(Task.post_id.in_(wanted.post_ids))
    if wanted.owner_id is not None:
        found.append(Task.owner_id == wanted.owner_id if wanted.owner_id else Task.owner_id.is_(None))
    if wanted.age is not None:
        found.append(age == list(Age).index(wanted.age))
    return found


def _order(group: GroupBy, ranks: Mapping[int, int], age: ColumnElement[int]) -> list[Any]:
    order = list(Age)
    first: dict[GroupBy, list[Any]] = {
        GroupBy.OWNER: [case((Task.owner_id.is_(None), 0), else_=1), Officer.name, Officer.id],
        GroupBy.AGE: [case((age == order.index(Age.WAITING), 1), else_=0), age.desc()],
    }
    ranked = [case(ranks, value=Task.post_id, else_=len(ranks))] if ranks else []
    return [*first.get(group, ranked), Task.counts_after, Task.due_at, Task.id]


def _reminders() -> list[ColumnElement[Any]]:
    """Return how often a task's owner or post was reminded or chased, and moment and address of the last time, as one text.

    What contacts, watchers, supervisors and stand-ins got is not counted: it did not ask who owes the task;
    nor is what answers a reply or tells of a change: it asks nobody.
    """
    leads = func.lower(Officer.email), func.lower(Post.mailbox)
    gone = (
        select(OutgoingMessage)
        .join(ReminderSlot, ReminderSlot.message_id == OutgoingMessage.id)
        .where(ReminderSlot.task_id == Task.id, OutgoingMessage.state == SENT)
        .where(ReminderSlot.recipient.in_(leads), OutgoingMessage.kind.in_(ASKING))
        .correlate(Task, Officer, Post)
    )
    told = cast(OutgoingMessage.sent_at, Text) + TO + OutgoingMessage.recipient
    last = gone.order_by(OutgoingMessage.sent_at.desc(), OutgoingMessage.recipient).limit(1)
    return [
        gone.with_only_columns(func.count(OutgoingMessage.id.distinct()))
        .scalar_subquery()
        .label("reminders"),
        last.with_only_columns(told).scalar_subquery().label("told"),
    ]


def _times_moved() -> ColumnElement[int]:
    """Return how often a task's due was changed from a day; the first day it got moved nothing."""
    moved = select(func.count(TaskEvent.id)).where(
        TaskEvent.task_id == Task.id,
        TaskEvent.kind == "due changed",
        TaskEvent.before["due_on"].as_string().is_not(None),
        TaskEvent.after["due_on"].as_string().is_not(None),
    )
    return moved.correlate(Task).scalar_subquery()


@lru_cache(maxsize=tasks.MOST_KEPT)  # after a deed few rows are others
def _late_row(row: tuple[Any, ...], quarter: datetime, book: PostBook) -> LateRow:
    next_to, promised_on, reminders, last, times_moved = row[len(tasks.LINE_NAMES) :]
    told_at, _, told = (last or "").partition(TO)
    task = tasks.late_line(row, quarter, book)
    return LateRow(
        task=task,
        age=age_of(task.days_late, is_waiting=task.counts_until is not None),
        promised_on=promised_on,
        reminders=reminders,
        told=told or None,
        told_at=prepared.moment_of(told_at) if told_at else None,
        next_to=next_to if task.next_moment_at else None,
        why_none=why_no_letter(task),
        times_moved=times_moved,
    )


def why_no_letter(row: BoardRow) -> str | None:
    """Return why no letter is planned for an open task, None where one is."""
    if row.next_moment_at is not None:
        return None
    if row.is_history:
        return "loaded from an archive"
    if row.status == Status.WAITING:
        return row.state
    if row.mailbox is None and row.owner_id is None:
        return f"{row.post} has no mailbox and nobody owns this"
    return "all reminders have gone"
