"""Reads of boards: what is overdue, by post, and a person's own day. A few queries at any size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.workdays import local_day
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.queries import company, tasks
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task

WEEK = timedelta(days=7)
MOST_ROWS = 500
MOST_BESIDE = 50
SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """A letter that reminded of a task: to whom and when the mail system took it."""

    recipient: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueRow:
    """A late task: the letters that went about it, the next one, or why none goes."""

    task: TaskRow
    letters: tuple[SentLetter, ...]  # oldest first
    next_at: datetime | None
    why_none: str | None

    @property
    def last_letter(self) -> SentLetter | None:
        """The newest letter that went."""
        return self.letters[-1] if self.letters else None

    @property
    def times_moved(self) -> int:
        """How often its due was changed."""
        return self.task.deadline_version - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PostGroup:
    """A post and what is late there, most late first."""

    post: str
    city: str
    post_id: int
    rows: tuple[OverdueRow, ...]

    @property
    def oldest(self) -> int:
        """Working days the latest of its tasks is late."""
        return self.rows[0].task.days_late


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueBoard:
    """What is late, by post, the post with the most days late first. `total` counts rows not shown too."""

    total: int
    due_soon: int  # open, due within seven days
    groups: tuple[PostGroup, ...]

    @property
    def oldest(self) -> int:
        """Working days the latest of all is late."""
        return max((group.oldest for group in self.groups), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """A person's tasks by urgency, each list by due, and what nobody has taken at the person's posts."""

    late: tuple[TaskRow, ...]
    today: tuple[TaskRow, ...]
    this_week: tuple[TaskRow, ...]
    later: tuple[TaskRow, ...]  # and those without a day
    waiting: tuple[TaskRow, ...]
    not_taken: tuple[TaskRow, ...]
    finished: tuple[TaskRow, ...]  # within seven days
    beside: tuple[TaskRow, ...]  # open, led by others: the person or a post of his coordinates or watches


def overdue_board(
    session: Session, *, now: datetime, book: PostBook, only_posts: Posts = None
) -> OverdueBoard:
    """Return what is late by post, most late first, with the letters that went and what goes next."""
    seen = tasks.seen_by(only_posts)
    late = and_(tasks.is_overdue(now), *seen)
    soon = and_(tasks.is_open(), Task.is_history.is_(False), Task.due_at.between(now, now + WEEK), *seen)
    total, due_soon = session.execute(
        select(func.count(Task.id).filter(late), func.count(Task.id).filter(soon))
    ).one()
    statement = tasks.selected().where(late).order_by(Task.due_at, Task.id).limit(MOST_ROWS)
    found = tasks.read(session, statement, now=now, book=book)
    letters = letters_of(session, [row.id for row in found])
    rows = [_overdue_row(row, letters.get(row.id, ())) for row in found]
    return OverdueBoard(total=total, due_soon=due_soon, groups=_by_post(rows))


def _by_post(rows: Sequence[OverdueRow]) -> tuple[PostGroup, ...]:
    by_post: dict[str, list[OverdueRow]] = {}
    for row in sorted(rows, key=_lateness):
        by_post.setdefault(row.task.post, []).append(row)
    return tuple(
        PostGroup(post=post, city=late[0].task.city, post_id=late[0].task.post_id, rows=tuple(late))
        for post, late in by_post.items()
    )


def _lateness(row: OverdueRow) -> tuple[int, int, int]:
    return (-row.task.days_late, -row.task.days_late_gross, row.task.id)


def _overdue_row(row: TaskRow, letters: tuple[SentLetter, ...]) -> OverdueRow:
    return OverdueRow(task=row, letters=letters, next_at=row.next_moment_at, why_none=why_no_letter(row))


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


def letters_of(session: Session, task_ids: Sequence[int]) -> dict[int, tuple[SentLetter, ...]]:
    """Return the letters that the mail system took about each task, oldest first."""
    found: dict[int, tuple[SentLetter, ...]] = {}
    if not task_ids:
        return found
    rows = session.execute(
        select(ReminderSlot.task_id, OutgoingMessage.recipient, OutgoingMessage.sent_at)
        .join(OutgoingMessage, OutgoingMessage.id == ReminderSlot.message_id)
        .where(ReminderSlot.task_id.in_(task_ids), OutgoingMessage.state == SENT)
        .distinct()
        .order_by(OutgoingMessage.sent_at, OutgoingMessage.recipient)
    )
    for task_id, recipient, sent_at in rows:
        found[task_id] = (*found.get(task_id, ()), SentLetter(recipient=recipient, sent_at=sent_at))
    return found


def my_day(
    session: Session, *, now: datetime, book: PostBook, officer_id: int | None, only_posts: Posts = None
) -> MyDay:
    """Return the day of an officer: own tasks by urgency, and those nobody has taken at the posts."""
    mine: ColumnElement[bool] = Task.owner_id == officer_id if officer_id is not None else false()
    unowned = and_(Task.owner_id.is_(None), *tasks.seen_by(only_posts))
    recent = and_(mine, Task.closed_at >= now - WEEK)
    wanted = or_(and_(tasks.is_open(), Task.is_history.is_(False), or_(mine, unowned)), recent)
    statement = tasks.selected().where(wanted).order_by(Task.due_at.is_(None), Task.due_at, Task.id)
    rows = tasks.read(session, statement.limit(MOST_ROWS), now=now, book=book)
    lists: dict[str, list[TaskRow]] = {name: [] for name in MyDay.__dataclass_fields__}
    for row in rows:
        lists[_list_of(row, now)].append(row)
    listed = {row.id for row in rows}
    others = tasks.selected().where(
        tasks.is_open(), Task.is_history.is_(False), company.stands_beside(officer_id, only_posts)
    )
    beside = tasks.read(
        session, others.order_by(Task.due_at.is_(None), Task.due_at).limit(MOST_BESIDE), now=now, book=book
    )
    lists["beside"] = [row for row in beside if row.id not in listed]
    return MyDay(**{name: tuple(found) for name, found in lists.items()})


def _list_of(row: TaskRow, now: datetime) -> str:
    if not row.is_open:
        return "finished"
    if row.owner_id is None:
        return "not_taken"
    if row.status == Status.WAITING:
        return "waiting"
    if row.is_overdue:
        return "late"
    if row.due_at is None or row.due_at > now + WEEK:
        return "later"
    zone = row.due_zone or "UTC"
    return "today" if local_day(row.due_at, zone) == local_day(now, zone) else "this_week"
