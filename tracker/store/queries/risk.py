"""Which tasks are at risk of becoming late, nearest due first, each with the reason in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    bindparam,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.risk import LAST, Outlook, median_of, risk_of
from tracker.store import prepared
from tracker.store.places import Post
from tracker.store.queries import lists, tasks
from tracker.store.queries.tasks import BoardRow, Posts
from tracker.store.tasks import Task

MOST_TOGETHER = 10  # posts of the statement that is made once


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """A task that is likely to become late, and why."""

    task: BoardRow
    why: str


def at_risk(
    session: Session, *, now: datetime, book: PostBook, only_posts: Posts = None, look_at: int = 100
) -> list[AtRisk]:
    """Return the tasks at risk among the nearest dues of the next seven days; two queries at any size."""
    values = {"now": now, "in_a_week": now + lists.WEEK, "look_at": look_at}
    raw = prepared.rows(session.connection(), _nearest(only_posts), values)
    rows = [(tasks.line_of(one, now, book), one.accepted_at) for one in raw]
    medians = _medians(session, {row.post_id: row.post for row, _ in rows}, book)
    found = ((row, risk_of(_outlook(row, at, medians.get(row.post_id), now, book))) for row, at in rows)
    return [AtRisk(task=row, why=why) for row, why in found if why]


@lru_cache(maxsize=256)
def _nearest(only_posts: Posts) -> Select[*tuple[Any, ...]]:
    """Return the statement of the nearest dues, made once for readers of the same posts.

    It chooses them before it looks up the rest: very many may be due at one moment.
    """
    nearest = (Task.due_at, Task.id)
    wanted = select(Task.id).where(*lists.soon(), *tasks.seen_by(only_posts))
    chosen = wanted.order_by(*nearest).limit(bindparam("look_at")).subquery()
    found = tasks.lined().add_columns(Task.accepted_at)
    return found.join(chosen, chosen.c.id == Task.id).order_by(*nearest)


def _outlook(
    row: BoardRow, accepted_at: datetime, median: int | None, now: datetime, book: PostBook
) -> Outlook:
    tally = tasks.tally_of(row.post, book)
    calendar = tally.calendar
    today = calendar.local_day(now)
    assert row.due_at is not None  # the list is of what is due soon
    return Outlook(
        status=Status(row.status),
        left=max(0, tally.between(today, calendar.day_due(row.due_at))),
        worked=max(0, tally.between(calendar.local_day(accepted_at), today)),
        median=median,
    )


def _medians(session: Session, posts: Mapping[int, str], book: PostBook) -> dict[int, int | None]:
    """Return for each post the median working days from ask to done of its last finished tasks."""
    days: dict[int, list[int]] = defaultdict(list)
    for post_id, began, ended in _last_finished(session, sorted(posts)) if posts else ():
        days[post_id].append(_took(posts[post_id], began, ended, book))
    return {post_id: median_of(found) for post_id, found in days.items()}


@lru_cache(maxsize=16384)  # what is finished does not change
def _took(post: str, began: datetime, ended: datetime, book: PostBook) -> int:
    tally = tasks.tally_of(post, book)
    return tally.between(tally.calendar.local_day(began), tally.calendar.local_day(ended))


def _last_finished(session: Session, posts: Sequence[int]) -> Iterable[Any]:
    """Give post, ask and done of the last finished tasks of each post, read off an index from its end."""
    held, together = session.connection(), max(MOST_TOGETHER, len(posts))
    is_sqlite = held.dialect.name == "sqlite"
    statement = _one_after_the_other(together) if is_sqlite else _beside_each_post(together)
    values = {f"post{n}": posts[n] if n < len(posts) else None for n in range(together)}
    return prepared.rows(held, statement, values)


def _names(posts: int) -> list[BindParameter[int]]:
    return [bindparam(f"post{n}", type_=Integer) for n in range(posts)]


def _finished(post_id: ColumnElement[int]) -> Select[datetime, datetime | None]:
    return (
        select(Task.accepted_at, Task.closed_at)
        .where(
            Task.post_id == post_id,
            Task.closed_at.is_not(None),
            Task.status == Status.DONE,
            Task.is_history.is_(False),
        )
        .order_by(Task.closed_at.desc())
        .limit(LAST)
    )


@lru_cache(maxsize=8)
def _beside_each_post(posts: int) -> Select[*tuple[Any, ...]]:
    """Return the statement for so many posts, named post0, post1, ..."""
    last = _finished(Post.__table__.c.id).lateral()
    return (
        select(Post.id, last.c.accepted_at, last.c.closed_at)
        .join(last, true())
        .where(Post.id.in_(_names(posts)))
    )


@lru_cache(maxsize=8)  # SQLite cannot look beside a row
def _one_after_the_other(posts: int) -> CompoundSelect[Any]:
    parts = [(name, _finished(name).subquery()) for name in _names(posts)]
    return union_all(*(select(name, part.c.accepted_at, part.c.closed_at) for name, part in parts))
