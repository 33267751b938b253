"""More time: asked by the post with a reason, granted or refused by the desk; both dates are kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Unpack

from sqlalchemy.orm import Session

from tracker.domain import due as dues
from tracker.domain.access import Permission
from tracker.domain.due import Due
from tracker.errors import Conflict, Invalid
from tracker.services import deadlines, desk_letters, edits, history, tasks
from tracker.services.clocks import calendar_of
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.tasks import Task
from tracker.texts import later

MOST_DAYS = 250  # working days: a year
NOBODY_ASKS = "Nobody asks for more time here: it was decided, or the task is closed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Until when: a day, or so many working days of the post after the present due. One of the two."""

    on: date | None = None
    working_days: int | None = None


def ask(
    session: Session,
    task_id: int,
    *,
    wish: Wish,
    note: str | None,
    said: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Ask the desk for more time, with a reason; asking again replaces what was asked. The due stays.

    `said` is a sentence of the tracker's own: which working day was chosen. Raise Invalid for a day that is not later, and Conflict where the task is closed or has no due.
    """
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    edits.require_open(task, later("before you ask for more time"))
    if task.due_on is None:
        raise Conflict(later("This task has no due day: there is nothing to move."))
    why = edits.needed(note, later("Write why more time is needed."))
    on = _day(task, wish, act)
    before = deadlines.as_json(task)
    asked = before | {"due_on": on.isoformat()}
    task.more_time = asked | {"why": why, "by": act["by"].name, "by_id": act["by"].officer_id}
    task.more_time_at = act["now"]
    line = Line(kind="more time asked", before=before, after=history.with_said(asked, said), note=why)
    edits.finish(session, task, line, act)
    desk_letters.more_time(session, task, task.more_time, act)
    return task


def grant(
    session: Session,
    task_id: int,
    *,
    on: date | None = None,
    note: str | None = None,
    said: str | None = None,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Give the day that was asked for, or another one, as `tasks.change_due` does; whoever asked is told."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    asked, wanted = _asked(task), due_asked(task, on)
    return tasks.change_due(session, task_id, due=wanted, note=note or asked["why"], said=said, **act)


def due_asked(task: Task, on: date | None = None) -> Due:
    """Return the due that was asked for, on another day where one is given; raise Conflict where none was."""
    asked = _asked(task)
    return Due(on=on or date.fromisoformat(asked["due_on"]), time=asked["due_time"], zone=asked["due_zone"])


def refuse(
    session: Session, task_id: int, *, note: str | None, version: int | None = None, **act: Unpack[Acting]
) -> Task:
    """Leave the due as it is, with a reason; whoever asked is told."""
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    asked = _asked(task)
    why = edits.needed(note, later("Write why there is no more time."))
    task.more_time = task.more_time_at = None
    line = Line(kind="more time refused", before={"due_on": asked["due_on"]}, note=why)
    edits.finish(session, task, line, act)
    desk_letters.refused(session, task, why, act)
    return task


def _asked(task: Task) -> dict[str, Any]:
    if task.more_time is None:
        raise Conflict(NOBODY_ASKS)
    return task.more_time


def _day(task: Task, wish: Wish, act: Acting) -> date:
    """Return the day wished for; raise Invalid for none, for two, and for one that is not later."""
    assert task.due_on is not None
    if (wish.on is None) == (wish.working_days is None):
        raise Invalid({"due_on": later("Choose a day, or write how many working days more: one of the two.")})
    if wish.working_days is not None:
        if not 0 < wish.working_days <= MOST_DAYS:
            raise Invalid(
                {
                    "working_days": later(
                        "Write a number of working days from 1 to %(number)s.", number=MOST_DAYS
                    )
                }
            )
        calendar = calendar_of(task.post, act["installation"].book)
        return calendar.nth_working_day(task.due_on, wish.working_days)
    assert wish.on is not None
    if wish.on <= task.due_on:
        raise Invalid(
            {
                "due_on": later(
                    "The due day is %(day_words)s already. Choose a later day.",
                    day_words=dues.day_words(task.due_on),
                )
            }
        )
    return wish.on
