"""Reads of boards: what is overdue, by post, and a person's own day. A few queries at any size."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, or_
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.workdays import local_day
from tracker.store.queries import company, tasks
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task

WEEK = timedelta(days=7)
MOST_ROWS = 500
MOST_BESIDE = 50
SENT = "sent"


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
