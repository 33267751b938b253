"""A person's verdict on what a later cable says of a task: one act closes it, or sets it to wait."""

from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import closing
from tracker.domain.access import Permission
from tracker.domain.closing import Act, Closing
from tracker.domain.lifecycle import Status, Verdict, WaitsFor
from tracker.errors import Conflict, NotFound
from tracker.services import audit, change_letters, edits, promises, tasks
from tracker.services.change_letters import Change
from tracker.services.clocks import calendar_of
from tracker.services.installation import Acting
from tracker.store.answers import AnswerRecord
from tracker.store.cables import CableRecord
from tracker.store.queries import sight
from tracker.store.tasks import Task
from tracker.texts import _

PERMISSIONS = {
    Act.DONE: Permission.WORK_TASKS,
    Act.PROMISE: Permission.WORK_TASKS,
    Act.WAIT: Permission.WORK_TASKS,
    Act.CANCEL: Permission.CANCEL,
}


def accept(session: Session, answer_id: int, **act: Unpack[Acting]) -> Task:
    """Do to the task what the sentence proposes, with the sentence as its note; again is the same.

    Raise Conflict where the task has been closed otherwise, or the proposal left out.
    """
    told: list[Change] = []
    task = _accept(session, answer_id, told, act)
    change_letters.write(session, told, task.note, act)
    return task


def _accept(session: Session, answer_id: int, told: list[Change], act: Acting) -> Task:
    """Do it, and add to `told` who is to hear that his task was taken back."""
    answer, task = _held(session, answer_id, act)
    if answer.verdict == Verdict.ACCEPTED:
        return task
    if answer.verdict != Verdict.WAITING:
        raise Conflict(
            _(
                "This was already left out by %(decided_by)s. Change the task itself.",
                decided_by=answer.decided_by,
            )
        )
    wanted = proposed(answer, task, act)
    _do(session, task, answer, wanted, act)
    told += change_letters.taken_back(session, task, act) if wanted.act is Act.CANCEL else ()
    _decide(session, answer, Verdict.ACCEPTED, act)
    return task


def take_back(session: Session, cable_id: int, **act: Unpack[Acting]) -> list[Task]:
    """Cancel every task that the cable takes back and the actor may cancel, and return them.

    Raise NotFound where the cable concerns none of the posts whose tasks the actor may cancel.
    """
    if not sight.is_seen(session, cable_id, act["by"].posts_where(Permission.CANCEL)):
        raise NotFound
    waiting = session.execute(
        select(AnswerRecord.id, Task.post_id)
        .join(Task, Task.id == AnswerRecord.task_id)
        .where(AnswerRecord.cable_id == cable_id, AnswerRecord.verdict == Verdict.WAITING)
        .where(AnswerRecord.kind.in_(closing.TAKEN_BACK), Task.closed_at.is_(None))
        .order_by(Task.id)
    ).all()
    mine = [key for key, post_id in waiting if act["by"].may(Permission.CANCEL, post_id)]
    told: list[Change] = []
    taken = [_accept(session, key, told, act) for key in mine]
    note = _note(session, session.get_one(AnswerRecord, mine[0])) if mine else None
    change_letters.write(session, told, note, act)
    return taken


def leave_out(session: Session, answer_id: int, **act: Unpack[Acting]) -> Task:
    """Leave the proposal out: the task stays as it is. Raise Conflict where it was accepted."""
    answer, task = _held(session, answer_id, act)
    if answer.verdict == Verdict.ACCEPTED:
        raise Conflict(
            _(
                "This was already accepted by %(decided_by)s. Open the task again instead.",
                decided_by=answer.decided_by,
            )
        )
    if answer.verdict == Verdict.WAITING:
        _decide(session, answer, Verdict.DISMISSED, act)
    return task


def put_back(session: Session, answer_id: int, **act: Unpack[Acting]) -> Task:
    """Put a proposal that was left out before a person again."""
    answer, task = _held(session, answer_id, act)
    if answer.verdict == Verdict.DISMISSED:
        _decide(session, answer, Verdict.WAITING, act)
    return task


def proposed(answer: AnswerRecord, task: Task, act: Acting) -> Closing:
    """Return what the sentence proposes for the task, now."""
    today = calendar_of(task.post, act["installation"].book).local_day(act["now"])
    return closing.closing_of(answer.kind, answer.promised_on, today)


def _held(session: Session, answer_id: int, act: Acting) -> tuple[AnswerRecord, Task]:
    """Return the proposal and its task, both locked, where the actor may do that to the task."""
    found = session.get(AnswerRecord, answer_id)
    if found is None:
        raise NotFound
    task = edits.seen(session, found.task_id, act["by"])
    answer = session.get_one(AnswerRecord, answer_id, populate_existing=True)
    act["by"].require(PERMISSIONS[proposed(answer, task, act).act], task.post_id)
    return answer, task


def _do(session: Session, task: Task, answer: AnswerRecord, wanted: Closing, act: Acting) -> None:
    note = _note(session, answer)
    match wanted.act:
        case Act.DONE:
            tasks.complete(session, task.id, outcome=wanted.outcome or "", note=note, **act)
        case Act.CANCEL:
            tasks.take_back(session, task.id, note=note, **act)
        case Act.PROMISE:
            promises.promise(session, task.id, on=wanted.on, note=note, **act)
        case Act.WAIT if task.status == Status.WAITING:
            tasks.add_note(session, task.id, note=note, **act)
        case Act.WAIT:
            tasks.wait(session, task.id, whom=WaitsFor.HOST, note=note, **act)


def _note(session: Session, answer: AnswerRecord) -> str:
    """Return the sentence with the cable it stands in: LIMA 000512: “The ministry agreed …”."""
    cable = session.get_one(CableRecord, answer.cable_id)
    name = cable.mrn or cable.canonical_id or f"Text {cable.id}"
    return f"{name}: “{answer.quote}”"[: edits.LONGEST_NOTE]


def _decide(session: Session, answer: AnswerRecord, verdict: Verdict, act: Acting) -> None:
    is_waiting = verdict is Verdict.WAITING
    answer.verdict = verdict
    answer.decided_by = None if is_waiting else act["by"].name
    answer.decided_at = None if is_waiting else act["now"]
    audit.add(
        session,
        "answer decided",
        by=act["by"],
        task=answer.task_id,
        cable=answer.cable_id,
        kind=answer.kind,
        verdict=verdict,
    )
    session.flush()
