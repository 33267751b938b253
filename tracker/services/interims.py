"""An interim day: a draft to the desk, a first report. It reminds beside the due and makes nothing late."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.due import Due, due_at
from tracker.domain.duty import USUAL_INTERIM
from tracker.errors import Conflict, Invalid
from tracker.services import edits
from tracker.services.clocks import calendar_of
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.tasks import Task
from tracker.texts import _

LONGEST_WHAT = 120
USUAL = USUAL_INTERIM


def set_interim(
    session: Session,
    task_id: int,
    *,
    due: Due,
    what: str | None = None,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Set the interim day and what is due then; raise Invalid for one that is not before the due."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    edits.require_open(task, _("before it gets an interim day"))
    words = " ".join((what or USUAL).split())
    if len(words) > LONGEST_WHAT:
        raise Invalid({"what": _("Write at most %(number)s characters.", number=LONGEST_WHAT)})
    moment = _moment(task, due, act)
    return _put(session, task, "interim day set", (moment, words), note, act)


def meet(
    session: Session,
    task_id: int,
    *,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Say that what was due on the interim day has come: its reminders stop."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    return _end(session, task, "interim day met", note, act)


def drop(session: Session, task_id: int, *, version: int | None = None, **act: Unpack[Acting]) -> Task:
    """Take the interim day away."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    return _end(session, task, "interim day dropped", None, act)


def _moment(task: Task, due: Due, act: Acting) -> datetime:
    book = act["installation"].book
    try:
        moment = due_at(due, calendar_of(task.post, book).place, book.washington.place)
    except ValueError as error:
        raise Invalid({"due_time": f"{error}."}) from None
    if moment is None or moment <= act["now"]:
        raise Invalid({"due_on": _("Choose a day that is still to come.")})
    if task.due_at is not None and moment >= task.due_at:
        raise Invalid({"due_on": _("The interim day must lie before the due day.")})
    return moment


def _end(session: Session, task: Task, kind: str, note: str | None, act: Acting) -> Task:
    if task.interim_at is None:
        raise Conflict(_("This task has no interim day."))
    return _put(session, task, kind, (None, None), note, act)


def _put(
    session: Session,
    task: Task,
    kind: str,
    interim: tuple[datetime | None, str | None],
    note: str | None,
    act: Acting,
) -> Task:
    before = _said(task)
    task.interim_at, task.interim_what = interim
    task.interim_version += 1
    line = Line(kind=kind, before=before, after=_said(task), note=edits.plain(note))
    return edits.finish(session, task, line, act)


def _said(task: Task) -> dict[str, str | None]:
    moment = task.interim_at.isoformat() if task.interim_at else None
    return {"interim_at": moment, "interim_what": task.interim_what}
