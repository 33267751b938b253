"""A second pair of eyes: where the installation wants it, what a post has done awaits the desk's word."""

from typing import Unpack

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.lifecycle import Status
from tracker.errors import Conflict
from tracker.services import change_letters, desk_letters, edits, series
from tracker.services.edits import Step
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.tasks import Task
from tracker.texts import _, later

NOTHING = "Nothing here awaits your word: the task was accepted as done, or opened again."


def is_wanted(task: Task, act: Acting) -> bool:
    """Return whether somebody else must look again: the setting is on, and the actor is not of the desk."""
    is_desk = act["by"].may(Permission.CHANGE_DUE, task.post_id)
    return act["installation"].settings.second_look and not is_desk


def accept_done(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Agree that the task is done."""
    task = _awaiting(session, task_id, version, act)
    task.to_accept_at = None
    line = Line(kind="accepted as done", before={"to accept": "yes"}, note=edits.plain(note))
    edits.finish(session, task, line, act)
    change_letters.write(session, change_letters.closed(session, task, None, act), line.note, act)
    series.open_next(session, task, act)
    return task


def send_back(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Open the task again with a note that says what is missing; the post is told."""
    task = _awaiting(session, task_id, version, act)
    missing = edits.needed(note, later("Write what is missing."))
    edits.move(session, task, Step(end=Status.OPEN, note=missing), act)
    desk_letters.returned(session, task, missing, act)
    return task


def leave_declined(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Agree that the post does not do it: the task leaves the desk's list and stays declined."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    if task.returned_at is None:
        raise Conflict(_("The desk has seen to this already, or the task is open again."))
    task.returned_at = None
    line = Line(kind="left declined", note=edits.plain(note))
    edits.finish(session, task, line, act)
    change_letters.write(session, change_letters.closed(session, task, None, act), line.note, act)
    return task


def _awaiting(session: Session, task_id: int, version: int | None, act: Acting) -> Task:
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    if task.to_accept_at is None:
        raise Conflict(NOTHING)
    return task
