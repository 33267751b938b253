"""Writes a task's history: one line for each change, with who, when, by which way, before and after.

Each line is an audit entry too, in the same transaction.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from tracker.services import audit
from tracker.services.installation import Acting
from tracker.store.tasks import Task, TaskEvent

NO_DEEDS = ("contact", "stand-in", "mailbox", "ladder", "chased")  # lines that tell of others than who leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What changed, as JSON values, and a person's words about it."""

    kind: str  # created, moved, taken, assigned, joined, left, due changed, note, reopened, contact, …
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    note: str | None = None


def with_said(after: dict[str, Any], said: str | None) -> dict[str, Any]:
    """Return what a line keeps of how it is now, with the tracker's own sentence about it where there is one."""
    return after | {"said": said} if said else after


def add(session: Session, task: Task, line: Line, act: Acting) -> None:
    """Add the line to the task's history, and raise the task's version: older pages are stale now."""
    task.version += 1
    session.add(
        TaskEvent(
            task_id=task.id,
            at=act["now"],
            by=act["by"].name,
            officer_id=act["by"].officer_id,
            is_of_post=any(grant.post_id == task.post_id for grant in act["by"].grants),
            way=act["by"].way,
            kind=line.kind,
            before=line.before,
            after=line.after,
            note=line.note,
        )
    )
    audit.add(
        session,
        f"task {line.kind}",
        by=act["by"],
        task=task.id,
        post=task.post_id,
        cable=task.cable_id,
        status=line.after.get("status"),
    )
