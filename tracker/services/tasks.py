"""The work on a task: each verb changes it, adds one history line and plans its reminders anew.

A verb raises NotFound for a task that is not the actor's to see, Forbidden for an act the role does
not permit, and Conflict where the state does not allow it or the caller's `version` is stale.
"""

from dataclasses import replace
from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import lifecycle
from tracker.domain.access import Permission
from tracker.domain.due import Due
from tracker.domain.lifecycle import Outcome, Status, WaitsFor, status_words
from tracker.domain.notice import NoticeKind
from tracker.errors import Conflict, Forbidden, Invalid
from tracker.services import (
    accounts,
    answers,
    change_letters,
    deadlines,
    desk_letters,
    edits,
    history,
    holders,
    second_looks,
    series,
)
from tracker.services.edits import Step
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.queries import company
from tracker.store.tasks import Task, TaskEvent
from tracker.texts import later, listed

NO_LINE = later("Write in a line what came of it. It may stay empty only where a reply is on the task.")


def take(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Make the acting officer the owner; whose it was is told."""
    officer_id = act["by"].officer_id
    if officer_id is None:
        raise Invalid({"owner": later("Only an officer who is signed in can take a task.")})
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    before = task.owner
    _give(session, task, officer_id, Line(kind="taken"), act)
    _tell_owners(session, task, before, None, act)
    return task


def assign(
    session: Session,
    task_id: int,
    *,
    owner_id: int | None,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Make another officer the owner, or nobody, and tell both. The owner must be one who may work at the post."""
    task = edits.hold(session, task_id, Permission.ASSIGN, version, act)
    before = task.owner
    give(session, task_id, owner_id=owner_id, note=note, **act)
    _tell_owners(session, task, before, note, act)
    return task


def give(
    session: Session, task_id: int, *, owner_id: int | None, note: str | None = None, **act: Unpack[Acting]
) -> Task:
    """Do as `assign`, without a letter."""
    task = edits.hold(session, task_id, Permission.ASSIGN, None, act)
    if owner_id is not None:
        accounts.require_worker(session, owner_id, session.get_one(Post, task.post_id))
    return _give(session, task, owner_id, Line(kind="assigned", note=edits.plain(note)), act)


def accept(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Say that the post has it in hand."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    return edits.move(session, task, Step(end=Status.ACCEPTED), act)


def start(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Say that work on it goes on; also ends waiting."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    return edits.move(session, task, Step(end=Status.IN_PROGRESS), act)


def wait(
    session: Session,
    task_id: int,
    *,
    whom: str | None = None,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Say for whom it waits: one of `lifecycle.WaitsFor`, or in words.

    Reminders rest until work goes on, and so does the count of days late; the desk is told
    where it is the one that must move. The first
    letter goes all the same, and what fell in the wait is not sent when work goes on.
    """
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    known = lifecycle.waits_for(whom) if whom else None
    if whom and known is None:
        raise Invalid(
            {"whom": later("Say for whom it waits: %(words)s.", words=listed(*lifecycle.WHOM.values()))}
        )
    if known in (None, WaitsFor.OTHER):
        edits.needed(note, later("Write for whom or what it waits."))
    edits.move(session, task, Step(end=Status.WAITING, note=note, waits_for=known), act)
    if known is WaitsFor.WASHINGTON:
        desk_letters.awaited(session, task, act)
    return task


def decline(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Say that the post will not do it, and why: it goes back to the desk without an owner, which is told."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    reason = edits.needed(note, later("Write why it is declined."))
    gone = [(task, one) for one in holders.of_officer(session, task.owner, act)]
    edits.move(session, task, Step(end=Status.DECLINED, note=reason, gives_up=True), act)
    desk_letters.declined(session, task, reason, act)
    change_letters.write(session, change_letters.left(session, gone, None, act), None, act)
    return task


def cancel(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Take the task back: nobody owes it any more, and who was at work on it is told."""
    task = take_back(session, task_id, note=note, version=version, **act)
    change_letters.write(session, change_letters.taken_back(session, task, act), note, act)
    return task


def take_back(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Do as `cancel`; whoever takes several back writes one letter about all."""
    task = edits.hold(session, task_id, Permission.CANCEL, version, act)
    return edits.move(session, task, Step(end=Status.CANCELLED, note=note), act)


def complete(
    session: Session,
    task_id: int,
    *,
    outcome: str,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Mark the task done, as `close` does; all others who have its day in their calendars are told."""
    task = close(session, task_id, outcome=outcome, note=note, version=version, **act)
    if task.to_accept_at is None:
        change_letters.write(session, change_letters.closed(session, task, None, act), task.note, act)
    return task


def close(
    session: Session,
    task_id: int,
    *,
    outcome: str,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Mark the task done with an outcome and a line; its reminders stop. Raise Invalid where one is missing.

    No line is needed where the reply was reported, or came by mail. Where the installation wants a second look, what the post has done awaits the desk's word.
    """
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    known = _ended(session, task, outcome, note)
    is_to_accept = second_looks.is_wanted(task, act)
    step = Step(end=Status.DONE, note=note, outcome=known, is_to_accept=is_to_accept)
    edits.move(session, task, step, act)
    if is_to_accept:
        desk_letters.to_accept(session, task, act)
    else:
        series.open_next(session, task, act)
    return task


def _ended(session: Session, task: Task, outcome: str, note: str | None) -> Outcome:
    """Return what came of a task; raise Invalid that names all that is missing."""
    known = lifecycle.outcome_of(outcome)
    missing: dict[str, str] = {}
    if not outcome.strip():
        missing["outcome"] = later("Say what came of it.")
    elif known is None:
        missing["outcome"] = later(
            "Say what came of it. The outcome must be one of: %(words)s.",
            words=listed(*lifecycle.OUTCOMES.values()),
        )
    if edits.plain(note) is None and not _has_reply(session, task):
        missing["note"] = NO_LINE
    if known is None or missing:
        raise Invalid(missing)
    return known


def _has_reply(session: Session, task: Task) -> bool:
    """Return whether the reply was reported, or came by mail since the task was last opened."""
    if task.report:
        return True
    told = select(TaskEvent.kind).where(TaskEvent.task_id == task.id)
    last = session.scalars(
        told.where(TaskEvent.kind.in_((answers.KIND, "reopened"))).order_by(TaskEvent.id.desc()).limit(1)
    )
    return last.first() == answers.KIND


def reopen(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Open a closed task again; the outcome it had stays in its history."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    if not Status(task.status).is_closed:
        raise Conflict(
            later(
                "This task is %(status)s; only a closed task can be opened again.",
                status=status_words(task.status),
            )
        )
    return edits.move(session, task, Step(end=Status.OPEN, note=note), act)


def change_due(
    session: Session,
    task_id: int,
    *,
    due: Due,
    note: str | None = None,
    said: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Set another due (Due(on=None) takes it away), and tell who holds the task, once and at once.

    `note` is what a person says of it, `said` a sentence of the tracker's own.
    """
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    kind = NoticeKind.GRANTED if task.more_time else NoticeKind.MOVED
    before, moved = task.deadline_version, deadlines.due_of(task)
    put_due(session, task_id, due=due, note=note, said=said, **act)
    if task.deadline_version != before:
        told = change_letters.due_moved(session, task, kind, moved, deadlines.due_of(task), act)
        change_letters.write(session, [replace(one, said=said) for one in told], edits.plain(note), act)
    return task


def put_due(
    session: Session,
    task_id: int,
    *,
    due: Due,
    note: str | None = None,
    said: str | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Do as `change_due`, without a letter: old reminders are void, new ones are planned, a request is answered."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, None, act)
    edits.require_open(task, later("before its due is changed"))
    before = deadlines.as_json(task)
    asked = task.more_time
    deadlines.put(session, task, due, act["installation"].book)
    after = deadlines.as_json(task)
    if before == after:
        return task
    task.deadline_version += 1
    task.more_time = task.more_time_at = None
    after = history.with_said(after | ({"asked_by": asked["by"]} if asked else {}), said)
    line = Line(kind="due changed", before=before, after=after, note=edits.plain(note))
    return edits.finish(session, task, line, act)


def add_note(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Add a person's words to the history; closed tasks take them too, and coordinators may as well."""
    by = act["by"]
    task = edits.seen(session, task_id, by)
    posts = by.posts_where(Permission.READ_TASKS)
    if not by.may(Permission.WORK_TASKS, task.post_id) and not company.is_of(
        session, task.id, by.officer_id, posts
    ):
        raise Forbidden
    edits.require_fresh(session, task, version)
    line = Line(kind="note", note=edits.needed(note, later("Write the note.")))
    return edits.finish(session, task, line, act)


def _give(session: Session, task: Task, owner_id: int | None, line: Line, act: Acting) -> Task:
    edits.require_open(task, later("first"))
    if task.owner_id == owner_id:
        return task
    before, after = edits.name_of(session, task.owner_id), edits.name_of(session, owner_id)
    task.owner_id = owner_id
    if line.kind == "taken":
        edits.acknowledge(task, act["now"])
    edits.finish(session, task, replace(line, before={"owner": before}, after={"owner": after}), act)
    session.refresh(task, ["owner"])
    return task


def _tell_owners(session: Session, task: Task, before: Officer | None, note: str | None, act: Acting) -> None:
    if task.owner is not before:
        told = change_letters.given_over(session, task, before, task.owner, act)
        change_letters.write(session, told, note, act)
