"""What the desk must see to: tasks returned by posts, requests for more time, work to be accepted, posts that wait."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, bindparam, or_, select, text, union

from tracker.domain.lifecycle import WaitsFor
from tracker.store.queries import tasks
from tracker.store.queries.tasks import BoardRow, Posts
from tracker.store.tasks import AWAITED, Task

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWork:
    """What awaits a decision, longest waiting first."""

    returned: tuple[BoardRow, ...] = ()  # declined, made tasks by this officer or by nobody known
    more_time: tuple[BoardRow, ...] = ()
    to_accept: tuple[BoardRow, ...] = ()
    awaited: tuple[
        BoardRow, ...
    ] = ()  # the post waits for Washington: made tasks by this officer, or by nobody known

    @property
    def total(self) -> int:
        """How many decisions wait."""
        return len(self.returned) + len(self.more_time) + len(self.to_accept) + len(self.awaited)


def ids(posts: Posts) -> Select[int]:
    """Return the tasks that await the desk at the posts (None: all) whose dues `officer` may change."""
    his = or_(Task.originator_id == bindparam("officer"), Task.originator_id.is_(None))
    waiting = or_(
        and_(Task.returned_at.is_not(None), his),
        Task.more_time_at.is_not(None),
        Task.to_accept_at.is_not(None),
    )
    decided = select(Task.id).where(waiting, *tasks.seen_by(posts)).order_by(Task.id).limit(MOST)
    awaited = select(Task.id).where(text(f"tasks.{AWAITED}"), his, *tasks.seen_by(posts))
    both = union(
        *(select(one.c.id) for one in (decided.subquery(), awaited.order_by(Task.id).limit(MOST).subquery()))
    )
    return select(both.subquery().c.id)


def desk_work(rows: Sequence[BoardRow]) -> DeskWork:
    """Return these tasks by what is to be decided, longest waiting first."""
    found = sorted(rows, key=lambda row: row.id)
    return DeskWork(
        returned=tuple(row for row in found if row.returned_at),
        more_time=tuple(row for row in found if row.more_time and row.is_open),
        to_accept=tuple(row for row in found if row.to_accept_at),
        awaited=tuple(row for row in found if row.waits_for == WaitsFor.WASHINGTON),
    )
