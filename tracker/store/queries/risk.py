"""Which tasks are at risk of becoming late, nearest due first, each with the reason in words."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import CTE, ScalarSelect, Select, Subquery, Text, cast, func, literal_column, select
from sqlalchemy.orm import Session, aliased

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.risk import LAST, Outlook, median_of, risk_of
from tracker.store import prepared
from tracker.store.queries import lists, tasks
from tracker.store.queries.tasks import BoardRow, Posts
from tracker.store.tasks import Task

BETWEEN, AFTER = "/", ";"  # ask and done of a finished task, and each of them


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """A task that is likely to become late, and why."""

    task: BoardRow
    why: str


def at_risk(
    session: Session, *, now: datetime, book: PostBook, only_posts: Posts = None, look_at: int = 100
) -> list[AtRisk]:
    """Return the tasks at risk among the nearest dues of the next seven days; one query at any size."""
    values = {"now": now, "in_a_week": now + lists.WEEK}
    rows = prepared.rows(session.connection(), _nearest(only_posts, look_at), values)
    quarter = tasks.quarter_of(now)
    found = (
        (task, _why(task, row.accepted_at, row.finished, quarter, book))
        for row in rows
        for task in [tasks.line_of(row, now, book)]
    )
    return [AtRisk(task=task, why=why) for task, why in found if why]


@lru_cache(maxsize=256)
def _nearest(only_posts: Posts, look_at: int) -> Select[*tuple[Any, ...]]:
    """Return the statement of the nearest dues, made once for readers of the same posts.

    It chooses them before it looks up the rest: very many may be due at one moment. Its constants are written
    into it: behind parameters a database does not know them, and plans anew each time.
    """
    nearest = (Task.due_at, Task.id)
    wanted = select(Task.id, Task.post_id).where(*lists.soon(), *tasks.seen_by(only_posts))
    chosen = wanted.order_by(*nearest).limit(literal_column(str(look_at))).cte("chosen")
    posts = _finished_at(chosen)
    found = tasks.lined().add_columns(Task.accepted_at, posts.c.finished)
    of_both = found.join(chosen, chosen.c.id == Task.id).join(posts, posts.c.post_id == Task.post_id)
    return of_both.order_by(*nearest)


def _finished_at(chosen: CTE) -> CTE:
    """Return what the posts of the chosen tasks have finished last, a row a post."""
    posts = select(chosen.c.post_id).distinct().subquery()
    return select(posts.c.post_id, _last_finished(posts).label("finished")).cte("finished")


def _last_finished(posts: Subquery) -> ScalarSelect[str]:
    """Return ask and done of the last finished tasks of a post as one text, read off an index from its end."""
    one = aliased(Task)
    last = (
        select(one.accepted_at, one.closed_at)
        .where(
            one.post_id == posts.c.post_id,
            one.closed_at.is_not(None),
            one.status == lists.written(Status.DONE),
            one.is_history.is_(False),
        )
        .order_by(one.closed_at.desc())
        .limit(literal_column(str(LAST)))
        .correlate(posts)
        .subquery()
    )
    both = cast(last.c.accepted_at, Text) + BETWEEN + cast(last.c.closed_at, Text)
    return select(func.aggregate_strings(both, AFTER)).scalar_subquery()


@lru_cache(maxsize=tasks.MOST_KEPT)
def _why(
    row: BoardRow, accepted_at: datetime, finished: str | None, quarter: datetime, book: PostBook
) -> str | None:
    """Return why a task is at risk, None where it is not."""
    tally = tasks.tally_of(row.post, book)
    calendar = tally.calendar
    today = calendar.local_day(quarter)
    assert row.due_at is not None  # the list is of what is due soon
    return risk_of(
        Outlook(
            status=Status(row.status),
            left=max(0, tally.between(today, calendar.day_due(row.due_at))),
            worked=max(0, tally.between(calendar.local_day(accepted_at), today)),
            median=_median(row.post, finished or "", book),
        )
    )


@lru_cache(maxsize=1024)  # what is finished does not change, and little is added in a day
def _median(post: str, finished: str, book: PostBook) -> int | None:
    """Return the median working days from ask to done of a post's last finished tasks."""
    pairs = (one.split(BETWEEN) for one in finished.split(AFTER) if one)
    return median_of([_took(post, began, ended, book) for began, ended in pairs])


def _took(post: str, began: str, ended: str, book: PostBook) -> int:
    tally = tasks.tally_of(post, book)
    first, last = (tally.calendar.local_day(prepared.moment_of(words)) for words in (began, ended))
    return tally.between(first, last)
