"""Reads of tasks: rows for lists and the command line, and all that a task's page shows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, Text, and_, cast, select
from sqlalchemy.orm import Session

from tracker.clock import print_moment
from tracker.domain.lifecycle import Status, state_words
from tracker.domain.places import PostBook
from tracker.domain.tally import Tally
from tracker.domain.workdays import Calendar
from tracker.store.cables import CableRecord
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.tasks import Task

Posts = frozenset[int] | None  # the posts whose tasks may be seen; None: all
Waits = list[tuple[datetime, datetime | None]]
MOVES = ("moved", "reopened", "created")  # the history lines that set a status
MOST_KEPT = 4096  # rows of one process, a kilobyte each
QUARTER = 15  # minutes: days begin at multiples of it, in any zone
LINE_COLUMNS = (
    Task.id,
    Task.cable_id,
    Task.post_id,
    Task.title,
    Task.status,
    Task.outcome,
    Task.owner_id,
    Task.due_zone,
    Task.due_at,
    Task.closed_at,
    Task.next_moment_at,
    Task.is_history,
    Task.deadline_version,
    Task.version,
    Task.waits_for,
    cast(Task.more_time, Text).label("more_time"),  # words, so that a row is known by its values
    Task.returned_at,
    Task.to_accept_at,
    Task.counts_after,
    Task.counts_until,
    CableRecord.canonical_id.label("cable"),
    CableRecord.mrn,
    Post.name.label("post"),
    Post.mailbox,
    Officer.name.label("owner"),
)
COLUMNS = (
    *LINE_COLUMNS,
    Task.proposal_id,
    Task.occurrence,
    Task.quote,
    Task.paragraph,
    Task.due_on,
    Task.due_time,
    Task.accepted_at,
    Task.sentence_stands,
    Task.acknowledged_at,
    Task.delivered_on,
    Task.reported_at,
    Task.silent_at,
    CableRecord.subject,
    CableRecord.sent_at,
    Post.city,
)
LINE_NAMES, NAMES = (tuple(column.key for column in columns) for columns in (LINE_COLUMNS, COLUMNS))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BoardRow:
    """A task as boards show it. `is_overdue`: open, its due has passed, and it is no history.

    A row that was made is given again while its columns and the day at its post are the same.
    """

    id: int
    cable_id: int
    post_id: int
    cable: str | None  # canonical id
    mrn: str | None
    post: str
    mailbox: str | None
    title: str
    status: str
    outcome: str | None
    owner: str | None
    owner_id: int | None
    due_zone: str | None
    due_at: datetime | None
    closed_at: datetime | None
    next_moment_at: datetime | None
    is_history: bool
    deadline_version: int
    version: int
    counts_after: date | None
    counts_until: date | None
    waits_for: str | None
    more_time: dict[str, Any] | None  # the due that the post asks for, with why and who
    returned_at: datetime | None
    to_accept_at: datetime | None
    is_overdue: bool
    days_late: int  # working days, without those spent waiting
    days_late_whole: int  # working days since the due day, all of them
    days_late_gross: int  # calendar days

    @property
    def state(self) -> str:
        """Where it stands, as people say it."""
        return state_words(self.status, self.outcome, self.waits_for, to_accept=self.to_accept_at is not None)

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return not Status(self.status).is_closed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TaskRow(BoardRow):
    """A task as lists, sheets and grids show it."""

    proposal_id: int
    occurrence: int  # which time of an ask that comes back
    city: str
    subject: str | None
    sent_at: datetime | None
    quote: str
    paragraph: int | None
    due_on: date | None
    due_time: str | None
    accepted_at: datetime
    sentence_stands: bool
    acknowledged_at: datetime | None
    delivered_on: date | None
    reported_at: datetime | None
    silent_at: datetime | None
    is_silent: bool  # no word has come of who leads, a working day after the first letter

    def as_json(self) -> dict[str, Any]:
        """Return the task as the command line prints it."""
        return {
            "id": self.id,
            "cable": self.cable,
            "post": self.post,
            "title": self.title,
            "quote": self.quote,
            "status": self.status,
            "owner": self.owner,
            "due_on": self.due_on.isoformat() if self.due_on else None,
            "due_time": self.due_time,
            "due_zone": self.due_zone,
            "due_at": print_moment(self.due_at) if self.due_at else None,
            "overdue": self.is_overdue,
            "days_late": self.days_late,
        }


@cache
def selected() -> Select[*tuple[Any, ...]]:
    """Return the select of the columns that a row is made of."""
    return _of_tasks(COLUMNS)


@cache
def lined() -> Select[*tuple[Any, ...]]:
    """Return the select of the columns that a board's row is made of: every column costs a board time."""
    return _of_tasks(LINE_COLUMNS)


def _of_tasks(columns: Sequence[Any]) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .join(CableRecord, CableRecord.id == Task.cable_id)
        .join(Post, Post.id == Task.post_id)
        .outerjoin(Officer, Officer.id == Task.owner_id)
    )


def is_open() -> ColumnElement[bool]:
    """Return the condition that something is still owed."""
    return Task.closed_at.is_(None)


def is_live() -> ColumnElement[bool]:
    """Return the condition that boards show it: open, and not loaded from an archive."""
    return and_(Task.closed_at.is_(None), Task.is_history.is_(False))


def is_overdue(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Return the condition that a task is late: open, due passed, and not loaded from an archive."""
    return and_(is_live(), Task.due_at < now)


def seen_by(only_posts: Posts) -> list[ColumnElement[bool]]:
    """Return the conditions that keep a reader to the posts that may be seen."""
    return [] if only_posts is None else [Task.post_id.in_(sorted(only_posts))]


def task_rows(
    session: Session,
    *,
    now: datetime,
    book: PostBook,
    overdue: bool = False,
    post: str | None = None,
    only_posts: Posts = None,
) -> list[TaskRow]:
    """Return the tasks, nearest due first and those without a due last; overdue only, of one post only."""
    where = seen_by(only_posts)
    if overdue:
        where.append(is_overdue(now))
    if post is not None:
        found = book.find(post)
        where.append(Post.name == (found.designator if found else post))
    statement = selected().where(*where).order_by(Task.due_at.is_(None), Task.due_at, Task.id)
    return read(session, statement, now=now, book=book)


def read(
    session: Session, statement: Select[*tuple[Any, ...]], *, now: datetime, book: PostBook
) -> list[TaskRow]:
    """Return the rows of a select made from `selected()`; one query at any size."""
    return [row_of(row, now, book) for row in session.execute(statement)]


def row_of(row: Row[*tuple[Any, ...]], now: datetime, book: PostBook) -> TaskRow:
    """Return a row of a select made from `selected()`, with how late it is or was when it ended."""
    is_silent = row.silent_at is not None and row.silent_at <= now
    return _row(row[: len(NAMES)], _has_passed(row, now), is_silent, quarter_of(now), book)


def line_of(row: Row[*tuple[Any, ...]], now: datetime, book: PostBook) -> BoardRow:
    """Return a row of a select made from `lined()`, with how late it is or was when it ended."""
    return _line(row[: len(LINE_NAMES)], _has_passed(row, now), quarter_of(now), book)


def late_line(row: tuple[Any, ...], quarter: datetime, book: PostBook) -> BoardRow:
    """Return the row of a task whose due lies behind; days are counted as in this quarter of an hour."""
    return _line(row[: len(LINE_NAMES)], True, quarter, book)


def quarter_of(now: datetime) -> datetime:
    """Return the last moment at which a day may have begun somewhere: until the next one every day is the same."""
    return now.replace(minute=now.minute - now.minute % QUARTER, second=0, microsecond=0)


def _has_passed(row: Row[*tuple[Any, ...]], now: datetime) -> bool:
    return row.due_at is not None and row.due_at < now


@lru_cache(maxsize=MOST_KEPT)  # after a deed a board of many rows differs in few of them
def _line(row: tuple[Any, ...], has_passed: bool, quarter: datetime, book: PostBook) -> BoardRow:  # noqa: FBT001 - a key of the cache
    return BoardRow(**_values(LINE_NAMES, row, has_passed=has_passed, at=quarter, book=book))


@lru_cache(maxsize=MOST_KEPT)
def _row(
    row: tuple[Any, ...],
    has_passed: bool,  # noqa: FBT001 - a key of the cache, as the next
    is_silent: bool,  # noqa: FBT001
    quarter: datetime,
    book: PostBook,
) -> TaskRow:
    values = _values(NAMES, row, has_passed=has_passed, at=quarter, book=book)
    return TaskRow(**values, is_silent=is_silent)


def _values(
    names: Sequence[str], row: Iterable[Any], *, has_passed: bool, at: datetime, book: PostBook
) -> dict[str, Any]:
    """Return the columns by name, and how late it is on the day of `at`; `has_passed`: its due lies behind."""
    values: dict[str, Any] = dict(zip(names, row, strict=False))
    if values["more_time"] is not None:
        values["more_time"] = json.loads(values["more_time"])
    due_at, closed_at, is_history = values["due_at"], values["closed_at"], values["is_history"]
    was_late = has_passed if closed_at is None else due_at is not None and closed_at > due_at
    net = whole = gross = 0
    if was_late and not is_history:
        tally = tally_of(values["post"], book)
        until, due_on = tally.calendar.local_day(closed_at or at), tally.calendar.day_due(due_at)
        net = max(0, tally.between(values["counts_after"] or due_on, values["counts_until"] or until))
        whole, gross = max(0, tally.between(due_on, until)), (until - due_on).days
    values["is_overdue"] = has_passed and not is_history and closed_at is None
    values["days_late"], values["days_late_whole"], values["days_late_gross"] = net, whole, gross
    return values


def calendar_of(post: str, book: PostBook) -> Calendar:
    """Return the calendar that a post's lateness goes by; Washington's where the book lost the post."""
    found = book.find(post)
    return book.calendar(found) if found else book.washington


@lru_cache(maxsize=1024)
def tally_of(post: str, book: PostBook) -> Tally:
    """Return what counts the working days of a post; kept for the process, as the book is."""
    return Tally(calendar_of(post, book))


def waits_in(moves: Iterable[tuple[int, datetime, Mapping[str, Any]]]) -> dict[int, Waits]:
    """Return the waits that these history lines tell of, by task: its id, when, and what became of it."""
    found: dict[int, Waits] = {}
    for task_id, at, after in moves:
        waits = found.setdefault(task_id, [])
        if waits and waits[-1][1] is None:
            waits[-1] = (waits[-1][0], at)
        if after.get("status") == Status.WAITING:
            waits.append((at, None))
    return found
