"""A snooze: reminders are put off to a day. The due stays, and so does being late."""

from datetime import date, timedelta
from typing import Unpack

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.errors import Conflict, Invalid
from tracker.services import edits, history
from tracker.services.clocks import calendar_of
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.tasks import Task
from tracker.texts import _

LONGEST = timedelta(days=30)


def snooze(
    session: Session,
    task_id: int,
    *,
    until: date | None,
    said: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Put the reminders off to the morning of a day; the ladder goes on. Raise Invalid for another day.

    `said` is a sentence of the tracker's own: which working day was chosen.
    """
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    edits.require_open(task, _("before its reminders are put off"))
    today = calendar_of(task.post, act["installation"].book).local_day(act["now"])
    if until is None or not today < until <= today + LONGEST:
        raise Invalid({"until": _("Choose a day after today, at most %(days)s days on.", days=LONGEST.days)})
    before = _said(task)
    if task.snoozed_at is None or task.snoozed_until is None or task.snoozed_until <= today:
        task.snoozed_at = act["now"]  # else what was put off before stays put off
    task.snoozed_until = until
    after = history.with_said(_said(task), said)
    return edits.finish(session, task, Line(kind="snoozed", before=before, after=after), act)


def wake(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """End the snooze: what was put off goes now."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    if task.snoozed_until is None:
        raise Conflict(_("The reminders of this task are not put off."))
    before = _said(task)
    task.snoozed_at = task.snoozed_until = None
    return edits.finish(session, task, Line(kind="snoozed", before=before, after=_said(task)), act)


def _said(task: Task) -> dict[str, str | None]:
    return {"snoozed_until": task.snoozed_until.isoformat() if task.snoozed_until else None}
