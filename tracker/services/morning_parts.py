"""Parts of a morning: which tasks' letters are written in one transaction.

A part is small, since on SQLite nobody else writes meanwhile. What one owner or post is owed is never divided: it
stands in one letter.
"""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tracker.store.tasks import Task

FIRST_AT_ONCE = 50  # tasks, those that have waited longest
SAME_CABLES_AT_ONCE = 200  # tasks of their cables beside them, which have the same points of contact
MOST_AT_ONCE = 1_000  # tasks with all others of the same owners and posts


def next_part(session: Session, now: datetime) -> list[int]:
    """Return some tasks whose moment has come, those that have waited longest, and the others of their readers."""
    waiting = select(Task.id, Task.owner_id, Task.post_id, Task.cable_id).where(Task.next_moment_at <= now)
    in_turn = waiting.order_by(Task.next_moment_at, Task.id)
    found = list(session.execute(in_turn.limit(FIRST_AT_ONCE)))
    if len(found) == FIRST_AT_ONCE:
        same_cables = Task.cable_id.in_({row.cable_id for row in found})
        found += session.execute(in_turn.where(same_cables).limit(SAME_CABLES_AT_ONCE))
        of_readers = or_(
            Task.owner_id.in_({row.owner_id for row in found} - {None}),
            Task.owner_id.is_(None)
            & Task.post_id.in_({row.post_id for row in found if row.owner_id is None}),
        )
        by_reader = waiting.where(of_readers).order_by(Task.owner_id, Task.post_id, Task.id)
        found += session.execute(by_reader.limit(MOST_AT_ONCE))
    return list(dict.fromkeys(row.id for row in found))
