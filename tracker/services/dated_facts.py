"""Dated facts beside a task's status: what was delivered to whom, and what was reported. Each can be mended."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Unpack

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.workdays import DAY
from tracker.errors import Invalid
from tracker.services import edits
from tracker.services.clocks import calendar_of
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.tasks import Task
from tracker.texts import _, later

LONGEST_NAME, LONGEST_BY = 200, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The demarche made or the paper handed over: to whom, on which day, by whom (None: whoever says so)."""

    to: str
    on: date | None
    by: str | None = None


def deliver(
    session: Session,
    task_id: int,
    *,
    delivery: Delivery,
    note: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Note the delivery; told again it is mended, and the history keeps both. The status stays."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    to, by = " ".join(delivery.to.split()), " ".join((delivery.by or act["by"].name).split())
    on = _checked(task, delivery, to, act)
    if len(by) > LONGEST_BY:
        raise Invalid({"by": _("Write at most %(number)s characters.", number=LONGEST_BY)})
    before = _delivered(task)
    task.delivered_on, task.delivered_to, task.delivered_by = on, to, by
    edits.acknowledge(task, act["now"])
    line = Line(kind="delivered", before=before, after=_delivered(task), note=edits.plain(note))
    return edits.finish(session, task, line, act)


def report(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Note that the answer was reported: the number of the reply cable, or its words. The status stays."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    words = edits.needed(note, later("Write the number of the reply cable, or the answer in a few words."))
    before = {"report": task.report} if task.report else {}
    task.reported_at, task.report = act["now"], words
    edits.acknowledge(task, act["now"])
    return edits.finish(session, task, Line(kind="reported", before=before, note=words), act)


def _checked(task: Task, delivery: Delivery, to: str, act: Acting) -> date:
    """Return the day; raise Invalid for nobody, and for a day that cannot be."""
    if not 0 < len(to) <= LONGEST_NAME:
        raise Invalid(
            {
                "to": _(
                    "Write to whom it was handed, in at most %(number)s characters.",
                    number=LONGEST_NAME,
                )
            }
        )
    if delivery.on is None:
        raise Invalid({"on": _("Choose the day it was handed over.")})
    today = calendar_of(task.post, act["installation"].book).local_day(act["now"])
    if delivery.on > today:
        raise Invalid({"on": _("This day is still to come.")})
    if task.cable.sent_at is not None and delivery.on < task.cable.sent_at.date() - DAY:
        raise Invalid({"on": _("This day lies before the day the cable was sent.")})
    return delivery.on


def _delivered(task: Task) -> dict[str, Any]:
    if task.delivered_on is None:
        return {}
    return {"on": task.delivered_on.isoformat(), "to": task.delivered_to, "by": task.delivered_by}
