"""Plans the letters of all open tasks anew, some in a transaction: after calendars or the policy were changed.

What has been written stays written: a slot that is taken is not owed again.
"""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import reminding
from tracker.services import audit, duties, reminders
from tracker.services.installation import Actor, Installation
from tracker.store.queries import tasks
from tracker.store.tasks import Task

AT_ONCE = 200  # tasks in one transaction


@dataclass(slots=True, kw_only=True)
class Replanned:
    """What became of the next letters of open tasks; `last` is the number of the last task looked at."""

    tasks: int = 0
    moved: int = 0
    new: int = 0
    gone: int = 0
    go_now: int = 0  # of the moved and new, those whose moment has passed
    last: int = 0
    changed: list[int] = field(default_factory=list)  # the tasks moved, new or gone

    def count(self, task_id: int, before: datetime | None, after: datetime | None, now: datetime) -> None:
        """Count one task by its next moment before and after."""
        self.tasks += 1
        self.last = task_id
        if before == after or (_is_due(before, now) and _is_due(after, now)):
            return
        self.changed.append(task_id)
        self.moved += before is not None and after is not None
        self.new += before is None
        self.gone += after is None
        self.go_now += _is_due(after, now)

    def as_json(self) -> dict[str, int]:
        """Return the counts as the command line prints them."""
        return {name: getattr(self, name) for name in ("tasks", "moved", "new", "gone", "go_now")}


def _is_due(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now


def replan(session: Session, found: Replanned, *, now: datetime, installation: Installation) -> bool:
    """Plan the next open tasks anew and count them; return False when none is left."""
    rows = _next_tasks(session, found.last, is_to_change=True)
    before = {task.id: task.next_moment_at for task in rows}
    reminders.refresh_all(session, rows, now=now, installation=installation)
    for task in rows:
        found.count(task.id, before[task.id], task.next_moment_at, now)
    session.flush()
    return bool(rows)


def foresee(session: Session, found: Replanned, *, now: datetime, installation: Installation) -> bool:
    """Count what `replan` would do with the next open tasks, and change nothing; return False when none is left."""
    rows = _next_tasks(session, found.last, is_to_change=False)
    taken = duties.slots_taken(session, [task.id for task in rows])
    for task, duty in zip(rows, duties.load(session, rows, installation), strict=True):
        after = reminding.next_moment(reminding.reminders(duty), taken[task.id].keys())
        found.count(task.id, task.next_moment_at, after, now)
    return bool(rows)


def record(session: Session, found: Replanned, *, by: Actor) -> None:
    """Note in the audit trail that all was planned anew, and what that changed."""
    audit.add(
        session,
        "reminders planned anew",
        by=by,
        tasks=found.tasks,
        moved=found.moved,
        new=found.new,
        gone=found.gone,
    )


def _next_tasks(session: Session, after: int, *, is_to_change: bool) -> list[Task]:
    wanted = select(Task.id).where(tasks.is_live(), Task.id > after).order_by(Task.id).limit(AT_ONCE)
    if is_to_change:
        wanted = wanted.with_for_update()
    return duties.with_relations(session, session.scalars(wanted).all())
