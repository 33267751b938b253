"""A promise: "by Friday". Nobody is chased before the day has passed; the due stays as it is."""

from datetime import date, timedelta
from typing import Unpack

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.errors import Conflict, Invalid
from tracker.services import edits, history
from tracker.services.clocks import calendar_of
from tracker.services.duties import PROMISED
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.tasks import Task
from tracker.texts import later

LONGEST = timedelta(days=366)


def promise(
    session: Session,
    task_id: int,
    *,
    on: date | None,
    note: str | None = None,
    said: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Note the day by which the post promises its answer. Raise Invalid for a day that has passed.

    `said` is a sentence of the tracker's own: which working day was chosen.
    """
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    edits.require_open(task, later("before a day is promised"))
    today = calendar_of(task.post, act["installation"].book).local_day(act["now"])
    if on is None or not today <= on <= today + LONGEST:
        raise Invalid({"on": later("Choose the day by which the answer is promised: today or later.")})
    return _put(session, task, on, note, said, act)


def take_back(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Take the promised day back: reminders go as the due has them."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    if task.promised_on is None:
        raise Conflict(later("No day is promised."))
    return _put(session, task, None, None, None, act)


def _put(
    session: Session, task: Task, on: date | None, note: str | None, said: str | None, act: Acting
) -> Task:
    before = _said(task)
    task.promised_on = on
    after = history.with_said(_said(task), said)
    return edits.finish(
        session, task, Line(kind=PROMISED, before=before, after=after, note=edits.plain(note)), act
    )


def _said(task: Task) -> dict[str, str | None]:
    return {"promised_on": task.promised_on.isoformat() if task.promised_on else None}
