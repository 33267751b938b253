"""Which tasks are at risk of becoming late, nearest due first, each with the reason in words."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CompoundSelect, select, union_all
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.risk import Outlook, median_of, risk_of
from tracker.store.queries import lists, tasks
from tracker.store.queries.lists import ListName
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task

LAST = 21  # finished tasks of a post that its median is taken of


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """A task that is likely to become late, and why."""

    task: TaskRow
    why: str


def at_risk(
    session: Session, *, now: datetime, book: PostBook, only_posts: Posts = None, look_at: int = 100
) -> list[AtRisk]:
    """Return the tasks at risk among the nearest dues of the next seven days; two queries at any size."""
    statement = (
        tasks.selected()
        .where(*lists.condition(ListName.SOON, now), *tasks.seen_by(only_posts))
        .order_by(Task.due_at, Task.id)
        .limit(look_at)
    )
    rows = tasks.read(session, statement, now=now, book=book)
    medians = _medians(session, {row.post_id: row.post for row in rows}, book)
    found = ((row, risk_of(_outlook(row, medians.get(row.post_id), now, book))) for row in rows)
    return [AtRisk(task=row, why=why) for row, why in found if why]


def _outlook(row: TaskRow, median: int | None, now: datetime, book: PostBook) -> Outlook:
    tally = tasks.tally_of(row.post, book)
    calendar = tally.calendar
    today = calendar.local_day(now)
    assert row.due_at is not None  # the list is of what is due soon
    return Outlook(
        status=Status(row.status),
        left=max(0, tally.between(today, calendar.day_due(row.due_at))),
        worked=max(0, tally.between(calendar.local_day(row.accepted_at), today)),
        median=median,
    )


def _medians(session: Session, posts: Mapping[int, str], book: PostBook) -> dict[int, int | None]:
    """Return for each post the median working days from ask to done of its last finished tasks."""
    days: dict[int, list[int]] = defaultdict(list)
    for post_id, began, ended in session.execute(_last_finished(posts)) if posts else ():
        tally = tasks.tally_of(posts[post_id], book)
        began_on, ended_on = tally.calendar.local_day(began), tally.calendar.local_day(ended)
        days[post_id].append(tally.between(began_on, ended_on))
    return {post_id: median_of(found) for post_id, found in days.items()}


def _last_finished(posts: Collection[int]) -> CompoundSelect[Any]:
    parts = [
        select(Task.post_id, Task.accepted_at, Task.closed_at)
        .where(
            Task.post_id == post_id,
            Task.closed_at.is_not(None),
            Task.status == Status.DONE,
            Task.is_history.is_(False),
        )
        .order_by(Task.closed_at.desc())
        .limit(LAST)
        .subquery()
        for post_id in sorted(posts)
    ]
    return union_all(*(select(part) for part in parts))
