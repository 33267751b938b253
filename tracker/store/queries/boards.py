"""A person's own day: four lists of few rows each, found by indexes whatever the number of tasks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select, union_all
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.workdays import local_day
from tracker.store.queries import company, lists, tasks
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task

WEEK = timedelta(days=7)
MOST_OWN = 200
MOST_UNTAKEN = 20
MOST_FINISHED = 20
MOST_BESIDE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """A person's tasks by urgency, each list by due, and what nobody has taken at the person's posts.

    Of what nobody has taken the nearest dues are given; `untaken` and `untaken_late` count them all,
    up to one more than MOST_COUNTED.
    """

    late: tuple[TaskRow, ...]
    today: tuple[TaskRow, ...]
    this_week: tuple[TaskRow, ...]
    later: tuple[TaskRow, ...]  # and those without a day
    waiting: tuple[TaskRow, ...]
    not_taken: tuple[TaskRow, ...]
    finished: tuple[TaskRow, ...]  # within seven days
    beside: tuple[TaskRow, ...]  # open, led by others: the person or a post of his coordinates or watches
    untaken: int = 0
    untaken_late: int = 0

    @property
    def next_one(self) -> TaskRow | None:
        """The person's task with the nearest due that is still to come."""
        return next((row for row in (*self.today, *self.this_week, *self.later) if row.due_at), None)


NEAREST = (Task.due_at.asc().nulls_last(), Task.id)
ROWS = ("late", "today", "this_week", "later", "waiting", "not_taken", "finished")


def my_day(
    session: Session, *, now: datetime, book: PostBook, officer_id: int | None, only_posts: Posts = None
) -> MyDay:
    """Return the day of an officer: own tasks by urgency, and those nobody has taken at the posts."""
    values: dict[str, Any] = {"officer": officer_id, "now": now, "since": now - WEEK}
    if only_posts is not None:
        values["posts"] = sorted(only_posts)
    rows, counts = _statements(only_posts is None)
    found: dict[str, list[TaskRow]] = {name: [] for name in ROWS}
    for raw in session.execute(rows, values):
        row = tasks.row_of(raw, now, book)
        found[_list_of(row, now)].append(row)
    untaken, untaken_late = session.execute(counts, values).one()
    listed = {row.id for one in found.values() for row in one}
    beside = tasks.selected().where(tasks.is_live(), company.stands_beside(officer_id, only_posts))
    others = tasks.read(session, beside.order_by(*NEAREST).limit(MOST_BESIDE), now=now, book=book)
    return MyDay(
        **{name: tuple(one) for name, one in found.items()},
        beside=tuple(row for row in others if row.id not in listed),
        untaken=untaken,
        untaken_late=untaken_late,
    )


@cache
def _statements(is_everywhere: bool) -> tuple[Select[*tuple[Any, ...]], Select[int, int]]:  # noqa: FBT001 - a key of the cache
    """Return the statements of a day, its rows and its counts, made once a process."""
    mine = Task.owner_id == bindparam("officer")
    unowned = [tasks.is_live(), Task.owner_id.is_(None)]
    if not is_everywhere:
        unowned.append(Task.post_id.in_(bindparam("posts", expanding=True)))
    parts = (
        select(Task.id).where(tasks.is_live(), mine).order_by(*NEAREST).limit(MOST_OWN),
        select(Task.id).where(*unowned).order_by(*NEAREST).limit(MOST_UNTAKEN),
        select(Task.id)
        .where(mine, Task.closed_at >= bindparam("since"))
        .order_by(Task.closed_at.desc())
        .limit(MOST_FINISHED),
    )
    chosen = union_all(*(select(part.subquery()) for part in parts)).subquery()
    rows = tasks.selected().join(chosen, chosen.c.id == Task.id).order_by(*NEAREST)
    counts = select(
        lists.count_up_to(select(Task.id).where(*unowned)),
        lists.count_up_to(select(Task.id).where(*unowned, Task.due_at < bindparam("now"))),
    )
    return rows, counts


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
