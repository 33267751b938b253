"""What is late: counted by post and by age in one pass of the database, and its rows, most late first.

The counts stand on the same conditions as the lists that they open.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Select,
    Text,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import JSON
from sqlalchemy.orm import Session

from tracker.domain.ageing import FLOORS, Age, age_of, marks
from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.places import Post, Unit
from tracker.store.queries import tasks
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task

COUNTED = (Age.FRESH, Age.WEEK, Age.FORTNIGHT, Age.SIX_WEEKS, Age.MORE)
SENT = "sent"
NO_OFFICE = "No office of the tree"
STEP = timedelta(minutes=15)  # at multiples of it days begin, in any zone


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAtPost:
    """What is late at one post: how many in each class, and the working days of the latest that counts."""

    post_id: int
    post: str
    office: str  # the unit of the tree that it stands below
    by_age: Mapping[Age, int]
    oldest: int

    @property
    def total(self) -> int:
        """How many are late here."""
        return sum(self.by_age.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LateFigures:
    """What is late at all the posts that a reader may see; the post with the latest task first."""

    posts: tuple[LateAtPost, ...]

    @property
    def total(self) -> int:
        """How many are late."""
        return sum(post.total for post in self.posts)

    @property
    def oldest(self) -> int:
        """Working days of the latest of those whose count goes on."""
        return max((post.oldest for post in self.posts), default=0)

    @property
    def by_age(self) -> dict[Age, int]:
        """How many in each class; the sum is the total."""
        return {age: sum(post.by_age.get(age, 0) for post in self.posts) for age in Age}


@dataclass(frozen=True, slots=True, kw_only=True)
class LateFilter:
    """Which of the late tasks are wanted: of some posts, of an owner (0: nobody), of a class."""

    only_posts: Posts = None
    post_ids: tuple[int, ...] = ()
    owner_id: int | None = None
    age: Age | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRow:
    """A late task: its class, the letters that went about it, the next one, or why none goes."""

    task: TaskRow
    age: Age
    letters: int
    told: str | None  # address of the last letter that went
    told_at: datetime | None
    why_none: str | None

    @property
    def times_moved(self) -> int:
        """How often its due was changed."""
        return self.task.deadline_version - 1


@lru_cache(maxsize=64)
def _marks_of_all(book: PostBook, moment: datetime) -> str:
    """Return the marks of every post of the book as JSON: its name, then a day for each class."""
    found = ((post.designator, book.calendar(post)) for post in book)
    rows = [
        [name, *(day.isoformat() for day in _marks(book, name, calendar.local_day(moment)))]
        for name, calendar in found
    ]
    return json.dumps(rows)


@lru_cache(maxsize=4096)
def _marks(book: PostBook, post: str, today: date) -> tuple[date, ...]:
    return marks(tasks.calendar_of(post, book), today)


def _values(book: PostBook, now: datetime) -> dict[str, Any]:
    """Return the values of the statements below: the moment, the marks of all posts, and Washington's own."""
    seconds = STEP.total_seconds()
    quarter = datetime.fromtimestamp(now.timestamp() // seconds * seconds, now.tzinfo)
    home = marks(book.washington, book.washington.local_day(now))
    return {"now": now, "marks": _marks_of_all(book, quarter)} | {
        f"home{n}": day for n, day in enumerate(home)
    }


def _days(dialect: str) -> CTE:
    """Return the marks of the posts as a table: post, m0, m1, m2, m3."""
    given = bindparam("marks", type_=Text)
    if dialect == "sqlite":
        rows = func.json_each(given).table_valued("value").alias("rows")
        columns: list[ColumnElement[Any]] = [func.json_extract(rows.c.value, f"$[{n}]") for n in range(5)]
        return _marks_table(columns, lambda day: day)
    value = func.json_array_elements(cast(given, JSON)).column_valued("value")
    columns = [value.op("->>")(n) for n in range(5)]
    return _marks_table(columns, lambda day: cast(day, Date))


def _marks_table(columns: Sequence[ColumnElement[Any]], day: Any) -> CTE:
    name, *rest = columns
    return select(name.label("post"), *(day(one).label(f"m{n}") for n, one in enumerate(rest))).cte("days")


def late_figures(session: Session, *, now: datetime, book: PostBook, only_posts: Posts = None) -> LateFigures:
    """Return what is late, by post and class; one query at any size."""
    values = _values(book, now) | ({} if only_posts is None else {"posts": sorted(only_posts)})
    statement = _figures(session.get_bind().dialect.name, only_posts is None)
    found: dict[tuple[int, str, str], dict[Age, tuple[int, date | None]]] = {}
    for post_id, name, office, number, count, first in session.execute(statement, values):
        classes = found.setdefault((post_id, name, office or NO_OFFICE), {})
        classes[list(Age)[number]] = (count, first)
    posts = [_at_post(key, classes, now, book) for key, classes in found.items()]
    return LateFigures(posts=tuple(sorted(posts, key=lambda one: (-one.oldest, -one.total, one.post))))


@cache
def _figures(dialect: str, is_whole: bool) -> Select[*tuple[Any, ...]]:  # noqa: FBT001 - a key of the cache
    """Return the statement of the figures, made once a process: building it costs more than running it."""
    days, age = _classes(dialect)
    seen = [] if is_whole else [Task.post_id.in_(bindparam("posts", expanding=True))]
    return (
        select(
            Task.post_id, Post.name, Unit.name, age.label("age"), func.count(), func.min(Task.counts_after)
        )
        .join(Post, Post.id == Task.post_id)
        .outerjoin(Unit, Unit.id == Post.unit_id)
        .outerjoin(days, days.c.post == Post.name)
        .where(tasks.is_live(), Task.due_at < bindparam("now"), *seen)
        .group_by(Task.post_id, Post.name, Unit.name, literal_column("age"))
    )


def _at_post(
    key: tuple[int, str, str], classes: Mapping[Age, tuple[int, date | None]], now: datetime, book: PostBook
) -> LateAtPost:
    tally = tasks.tally_of(key[1], book)
    first = min((day for age, (_, day) in classes.items() if age is not Age.WAITING and day), default=None)
    oldest = tally.between(first, tally.calendar.local_day(now)) if first else 0
    by_age = {age: count for age, (count, _) in classes.items()}
    return LateAtPost(post_id=key[0], post=key[1], office=key[2], by_age=by_age, oldest=oldest)


@cache
def _classes(dialect: str) -> tuple[CTE, ColumnElement[int]]:
    """Return the marks, and a task's class by them; both together, so that threads cannot mix two of them."""
    days = _days(dialect)
    return days, _age_number(days)


def _age_number(days: CTE) -> ColumnElement[int]:
    """Return the place of a task's class in Age. A post that the book lost goes by Washington's days."""
    home = (bindparam(f"home{n}", type_=Date) for n in range(len(FLOORS)))
    passed = [Task.counts_after < func.coalesce(days.c[f"m{n}"], day) for n, day in enumerate(home)]
    order = {age: n for n, age in enumerate(Age)}
    return case(
        (Task.counts_until.is_not(None), order[Age.WAITING]),
        *(
            (condition, order[age])
            for condition, age in zip(reversed(passed), reversed(COUNTED), strict=False)
        ),
        else_=order[Age.FRESH],
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
    dialect = session.get_bind().dialect.name
    needs_age = part.group is GroupBy.AGE or wanted.age is not None
    days, age = _classes(dialect)
    where = [tasks.is_overdue(now), *tasks.seen_by(wanted.only_posts), *_conditions(wanted, age)]
    chosen = select(Task.id, func.row_number().over(order_by=_order(part, age)).label("place")).outerjoin(
        Officer, Officer.id == Task.owner_id
    )
    if needs_age:
        chosen = chosen.join(Post, Post.id == Task.post_id).outerjoin(days, days.c.post == Post.name)
    page = chosen.where(*where).order_by("place").offset(part.after).limit(part.limit).subquery()
    statement = _told().join(page, page.c.id == Task.id).order_by(page.c.place)
    values = _values(book, now) if needs_age else {}
    return [_late_row(row, now, book) for row in session.execute(statement, values)]


@cache
def _told() -> Select[*tuple[Any, ...]]:
    return tasks.selected().add_columns(*_letters())


def _conditions(wanted: LateFilter, age: ColumnElement[int]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.post_ids:
        found.append(Task.post_id.in_(wanted.post_ids))
    if wanted.owner_id is not None:
        found.append(Task.owner_id == wanted.owner_id if wanted.owner_id else Task.owner_id.is_(None))
    if wanted.age is not None:
        found.append(age == list(Age).index(wanted.age))
    return found


def _order(part: Slice, age: ColumnElement[int]) -> list[Any]:
    order = list(Age)
    first: dict[GroupBy, list[Any]] = {
        GroupBy.OWNER: [case((Task.owner_id.is_(None), 0), else_=1), Officer.name, Officer.id],
        GroupBy.AGE: [case((age == order.index(Age.WAITING), 1), else_=0), age.desc()],
    }
    ranked = [case(part.ranks, value=Task.post_id, else_=len(part.ranks))] if part.ranks else []
    return [*first.get(part.group, ranked), Task.counts_after, Task.due_at, Task.id]


def _letters() -> list[ColumnElement[Any]]:
    """Return how many letters went about a task, and the address and moment of the last."""
    gone = (
        select(OutgoingMessage)
        .join(ReminderSlot, ReminderSlot.message_id == OutgoingMessage.id)
        .where(ReminderSlot.task_id == Task.id, OutgoingMessage.state == SENT)
        .correlate(Task)
    )
    last = gone.order_by(OutgoingMessage.sent_at.desc(), OutgoingMessage.recipient).limit(1)
    return [
        gone.with_only_columns(func.count(OutgoingMessage.id.distinct())).scalar_subquery().label("letters"),
        last.with_only_columns(OutgoingMessage.recipient).scalar_subquery().label("told"),
        last.with_only_columns(OutgoingMessage.sent_at).scalar_subquery().label("told_at"),
    ]


def _late_row(row: Any, now: datetime, book: PostBook) -> LateRow:
    task = tasks.row_of(row, now, book)
    return LateRow(
        task=task,
        age=age_of(task.days_late, is_waiting=task.counts_until is not None),
        letters=row.letters,
        told=row.told,
        told_at=row.told_at,
        why_none=why_no_letter(task),
    )


def why_no_letter(row: TaskRow) -> str | None:
    """Return why no letter is planned for an open task, None where one is."""
    if row.next_moment_at is not None:
        return None
    if row.is_history:
        return "loaded from an archive"
    if row.status == Status.WAITING:
        return "waiting for somebody else"
    if row.mailbox is None and row.owner_id is None:
        return f"{row.post} has no mailbox and nobody owns this"
    return "all reminders have gone"
