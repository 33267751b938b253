"""Reads of what the desk must decide: tasks returned by posts, requests for more time, work to be accepted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_
from sqlalchemy.orm import Session

from tracker.domain.places import PostBook
from tracker.store.queries import tasks
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWork:
    """What awaits a decision, longest waiting first."""

    returned: tuple[TaskRow, ...] = ()  # declined, made tasks by this officer or by nobody known
    more_time: tuple[TaskRow, ...] = ()
    to_accept: tuple[TaskRow, ...] = ()

    @property
    def total(self) -> int:
        """How many decisions wait."""
        return len(self.returned) + len(self.more_time) + len(self.to_accept)


def desk_work(
    session: Session, *, now: datetime, book: PostBook, officer_id: int | None, posts: Posts
) -> DeskWork:
    """Return what awaits a decision at the posts (None: all) whose dues this officer may change."""
    if posts is not None and not posts:
        return DeskWork()
    his = or_(Task.originator_id == officer_id, Task.originator_id.is_(None))
    waiting = or_(
        and_(Task.returned_at.is_not(None), his),
        Task.more_time_at.is_not(None),
        Task.to_accept_at.is_not(None),
    )
    statement = tasks.selected().where(waiting, *tasks.seen_by(posts)).order_by(Task.id).limit(MOST)
    found = tasks.read(session, statement, now=now, book=book)
    return DeskWork(
        returned=tuple(row for row in found if row.returned_at),
        more_time=tuple(row for row in found if row.more_time and row.is_open),
        to_accept=tuple(row for row in found if row.to_accept_at),
    )
