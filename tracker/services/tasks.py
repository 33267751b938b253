"""The work on a task: each verb changes it, adds one history line and plans its reminders anew.

A verb raises NotFound for a task that is not the actor's to see, Forbidden for an act the role does
not permit, and Conflict where the state does not allow it or the caller's `version` is stale.
"""

from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import lifecycle
from tracker.domain.access import Permission
from tracker.domain.due import Due
from tracker.domain.lifecycle import Outcome, Status
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import accounts, deadlines, history, reminders
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.tasks import Task, TaskEvent

LONGEST_NOTE = 4000


def take(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Make the acting officer the owner."""
    officer_id = act["by"].officer_id
    if officer_id is None:
        raise Invalid({"owner": "Only an officer who is signed in can take a task."})
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    return _give(session, task, officer_id, "taken", act)


def assign(
    session: Session, task_id: int, *, owner_id: int | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Make another officer the owner, or nobody. The owner must be one who may work at the post."""
    task = _begin(session, task_id, Permission.ASSIGN, version, act)
    if owner_id is not None:
        accounts.require_worker(session, owner_id, session.get_one(Post, task.post_id))
    return _give(session, task, owner_id, "assigned", act)


def accept(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Say that the post has it in hand."""
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    return _move(session, task, Status.ACCEPTED, None, act)


def start(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Say that work on it goes on; also ends waiting."""
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    return _move(session, task, Status.IN_PROGRESS, None, act)


def hand_back(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Put it back among the tasks that nobody has in hand."""
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    return _move(session, task, Status.OPEN, note, act)


def wait(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Say for whom it waits: reminders rest until the due day at the latest, and so does the count of days late.

    The first letter goes all the same, and what fell in the wait is not sent when work goes on.
    """
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    return _move(session, task, Status.WAITING, _needed(note, "Write for whom or what it waits."), act)


def decline(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Say that the post will not do it, and why."""
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    return _move(session, task, Status.DECLINED, _needed(note, "Write why it is declined."), act)


def cancel(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Take the task back: nobody owes it any more."""
    task = _begin(session, task_id, Permission.CANCEL, version, act)
    return _move(session, task, Status.CANCELLED, note, act)


def complete(
    session: Session,
    task_id: int,
    *,
    outcome: str,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Mark the task done with an outcome; its reminders stop. Raise Invalid without an outcome."""
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    known = lifecycle.outcome_of(outcome)
    if known is None:
        words = ", ".join(Outcome)
        raise Invalid({"outcome": f"Say what came of it. The outcome must be one of: {words}."})
    return _move(session, task, Status.DONE, note, act, known)


def reopen(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Open a closed task again; the outcome it had stays in its history."""
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    if not Status(task.status).is_closed:
        raise Conflict(f"This task is {task.status}; only a closed task can be opened again.")
    return _move(session, task, Status.OPEN, note, act)


def change_due(
    session: Session,
    task_id: int,
    *,
    due: Due,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Set another due (Due(on=None) takes it away): old reminders are void, new ones are planned."""
    task = _begin(session, task_id, Permission.CHANGE_DUE, version, act)
    if Status(task.status).is_closed:
        raise Conflict(f"This task is {task.status}. Open it again before its due is changed.")
    before = deadlines.as_json(task)
    deadlines.put(session, task, due, act["installation"].book)
    after = deadlines.as_json(task)
    if before == after:
        return task
    task.deadline_version += 1
    return _end(session, task, Line(kind="due changed", before=before, after=after, note=_plain(note)), act)


def add_note(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Add a person's words to the history; closed tasks take them too."""
    task = _begin(session, task_id, Permission.WORK_TASKS, version, act)
    line = Line(kind="note", note=_needed(note, "Write the note."))
    return _end(session, task, line, act)


def _begin(session: Session, task_id: int, permission: Permission, version: int | None, act: Acting) -> Task:
    task = session.get(Task, task_id, with_for_update=True, populate_existing=True)
    by = act["by"]
    if task is None or not by.may(Permission.READ_TASKS, task.post_id):
        raise NotFound(f"There is no task {task_id}, or it is not yours to see.")
    if not by.may(permission, task.post_id):
        raise Forbidden
    if version is not None and version != task.version:
        raise Conflict(_what_changed(session, task))
    return task


def _what_changed(session: Session, task: Task) -> str:
    lines = select(TaskEvent).where(TaskEvent.task_id == task.id)
    last = session.scalars(lines.order_by(TaskEvent.id.desc()).limit(1)).one()
    changes = ", ".join(f"{name.replace('_', ' ')} {value or 'none'}" for name, value in last.after.items())
    what = f"{last.kind}: {changes}" if changes else last.kind
    return f"{last.by} changed this task in the meantime ({what}). Look at it, then try again."


def _move(
    session: Session, task: Task, end: Status, note: str | None, act: Acting, outcome: Outcome | None = None
) -> Task:
    start_status = Status(task.status)
    if not lifecycle.may_move(start_status, end):
        raise Conflict(lifecycle.why_not(start_status, end))
    before = {"status": task.status} | ({"outcome": task.outcome} if task.outcome else {})
    after = {"status": end.value} | ({"outcome": outcome.value} if outcome else {})
    task.status, task.outcome, task.note = end.value, outcome.value if outcome else None, _plain(note)
    task.closed_at = act["now"] if end.is_closed else None
    kind = "reopened" if start_status.is_closed else "moved"
    return _end(session, task, Line(kind=kind, before=before, after=after, note=task.note), act)


def _give(session: Session, task: Task, owner_id: int | None, kind: str, act: Acting) -> Task:
    if Status(task.status).is_closed:
        raise Conflict(f"This task is {task.status}. Open it again first.")
    if task.owner_id == owner_id:
        return task
    before, after = _name_of(session, task.owner_id), _name_of(session, owner_id)
    task.owner_id = owner_id
    line = Line(kind=kind, before={"owner": before}, after={"owner": after})
    return _end(session, task, line, act)


def _end(session: Session, task: Task, line: Line, act: Acting) -> Task:
    history.add(session, task, line, act)
    session.flush()
    reminders.refresh(session, task, now=act["now"], installation=act["installation"])
    session.flush()
    return task


def _name_of(session: Session, officer_id: int | None) -> str | None:
    return session.get_one(Officer, officer_id).name if officer_id is not None else None


def _plain(note: str | None) -> str | None:
    words = (note or "").replace("\x00", "").strip()
    if len(words) > LONGEST_NOTE:
        raise Invalid({"note": f"Write at most {LONGEST_NOTE} characters."})
    return words or None


def _needed(note: str | None, sentence: str) -> str:
    words = _plain(note)
    if words is None:
        raise Invalid({"note": sentence})
    return words
