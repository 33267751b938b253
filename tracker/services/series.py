"""Asks that come back: finishing one opens the next, with a due and reminders of its own."""

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.due import Due
from tracker.domain.lifecycle import Status
from tracker.domain.recurring import EVERY, day_after, in_words
from tracker.errors import Conflict, Invalid
from tracker.services import deadlines, edits, history, reminders
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.series import Series
from tracker.store.tasks import Task
from tracker.texts import _

KEPT = (
    "cable_id", "proposal_id", "post_id", "owner_id", "originator_id", "title", "quote", "paragraph", "due_quote",
    "precedence", "own_policy", "series_id",
)  # fmt: skip


def repeat(
    session: Session,
    task_id: int,
    *,
    every_months: int,
    until: date | None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Let a dated task come back every so many months until a day; raise Invalid for what cannot be."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    edits.require_open(task, _("before it is to come back"))
    if task.due_on is None:
        raise Invalid({"every": _("Set a due day first: the next ones are counted from it.")})
    if every_months not in EVERY:
        raise Invalid({"every": _("Choose how often it comes back.")})
    if until is None or until < day_after(task.due_on, every_months):
        raise Invalid({"until": _("Choose a last day that leaves room for the next one.")})
    task.series = Series(
        every_months=every_months, first_on=task.due_on, first_occurrence=task.occurrence, until_on=until
    )
    session.flush()
    line = Line(kind="repeated", after={"comes back": in_words(every_months, until)})
    return edits.finish(session, task, line, act)


def stop(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Let the task not come back: finishing it opens nothing."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    if task.series is None:
        raise Conflict(_("This task does not come back."))
    task.series.until_on = min(task.series.until_on, task.due_on or task.series.first_on)
    return edits.finish(session, task, Line(kind="repeated", after={"comes back": "no more"}), act)


def open_next(session: Session, task: Task, act: Acting) -> Task | None:
    """Open the next of the series where a task of it is done; None where there is none, or it stands already."""
    if task.series is None:
        return None
    series, occurrence = task.series, task.occurrence + 1
    on = day_after(series.first_on, series.every_months * (occurrence - series.first_occurrence))
    stands = select(Task.id).where(
        Task.proposal_id == task.proposal_id, Task.post_id == task.post_id, Task.occurrence == occurrence
    )
    if on > series.until_on or session.scalar(stands) is not None:
        return None
    return _open(session, task, on, occurrence, act)


def _open(session: Session, task: Task, on: date, occurrence: int, act: Acting) -> Task:
    following = Task(
        **{name: getattr(task, name) for name in KEPT},
        occurrence=occurrence,
        status=Status.OPEN,
        deadline_version=1,
        accepted_at=act["now"],
        due_explained=[],
        version=0,
    )
    due = Due(on=on, time=task.due_time, zone=task.due_zone)
    deadlines.put(session, following, due, act["installation"].book)
    session.add(following)
    session.flush()
    line = Line(kind="created", after={"status": Status.OPEN}, note=f"It comes back after task {task.id}.")
    history.add(session, following, line, act)
    session.flush()
    reminders.refresh(session, following, now=act["now"], installation=act["installation"])
    return following


def of_task(session: Session, task: Task) -> Sequence[Task]:
    """Return every task of a task's series, in order; the task alone where it does not come back."""
    return [task] if task.series_id is None else tasks_of(session, task.series_id)


def tasks_of(session: Session, series_id: int | None) -> Sequence[Task]:
    """Return every task of a series, in order; none of no series."""
    if series_id is None:
        return []
    return session.scalars(select(Task).where(Task.series_id == series_id).order_by(Task.occurrence)).all()
