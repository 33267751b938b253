"""Which tasks are at risk of becoming late, nearest due first, each with the reason in words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, select, union_all
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.risk import Outlook, median_of, risk_of
from tracker.store.queries import lists, tasks
from tracker.store.queries.lists import ListName
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task

MOST_TOGETHER = 10  # posts of the statement that is made once
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
    wanted = sorted(posts)
    together = max(MOST_TOGETHER, len(wanted))
    values = {f"post{n}": wanted[n] if n < len(wanted) else None for n in range(together)}
    for post_id, began, ended in session.execute(_last_finished(together), values) if posts else ():
        tally = tasks.tally_of(posts[post_id], book)
        began_on, ended_on = tally.calendar.local_day(began), tally.calendar.local_day(ended)
        days[post_id].append(tally.between(began_on, ended_on))
    return {post_id: median_of(found) for post_id, found in days.items()}


@lru_cache(maxsize=8)
def _last_finished(posts: int) -> CompoundSelect[Any]:
    """Return the statement for so many posts, named post0, post1, ..."""
    parts = [
        select(Task.post_id, Task.accepted_at, Task.closed_at)
        .where(
            Task.post_id == bindparam(f"post{n}"),
            Task.closed_at.is_not(None),
            Task.status == Status.DONE,
            Task.is_history.is_(False),
        )
        .order_by(Task.closed_at.desc())
        .limit(LAST)
        .subquery()
        for n in range(posts)
    ]
    return union_all(*(select(part) for part in parts))
