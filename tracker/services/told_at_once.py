"""Reminders whose place a letter takes that has gone at once: nobody is told of the same thing twice in a day."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import reminding, rules
from tracker.domain.reminding import Reminder
from tracker.services import duties, reminders
from tracker.services.installation import Acting
from tracker.store.messages import ReminderSlot
from tracker.store.tasks import Task
from tracker.texts import marked

DUE_TOLD = marked("not needed: the letter about the new due day went at once")
GIVEN_TOLD = marked("not needed: the letter that gave it to the reader went at once")


def new_due(session: Session, tasks: Collection[Task], address: str, act: Acting) -> None:
    """Spare a reader the first letter about the due day that he has just been told of."""
    for task in tasks:
        place = {"task_id": task.id, "rule": rules.FIRST, "deadline_version": task.deadline_version}
        if session.scalar(select(ReminderSlot.id).filter_by(**place, recipient=address)) is None:
            session.add(_slot(place, address, act["now"], DUE_TOLD, act))
    _replan(session, tasks, act)


def new_owner(session: Session, tasks: Collection[Task], address: str, act: Acting) -> None:
    """Spare who has just been given these tasks what would tell him of them, or urge him, the same day."""
    session.flush()
    taken = duties.slots_taken(session, [task.id for task in tasks])
    for duty in duties.load(session, list(tasks), act["installation"]):
        for one in _of_today(reminding.owed(duty, taken[duty.task_id].keys()), address, act["now"]):
            place = {
                "task_id": duty.task_id,
                "rule": one.rule,
                "deadline_version": one.slot.deadline_version,
            }
            session.add(_slot(place, address, one.at, GIVEN_TOLD, act))
    _replan(session, tasks, act)


def _of_today(owed: Iterable[Reminder], address: str, now: datetime) -> Iterable[Reminder]:
    """Yield what the address would get today, on the reader's clock: of the task itself, not of an interim day."""
    for one in owed:
        today = one.reader.calendar.local_day(now)
        is_told = one.rule == rules.FIRST or rules.is_chasing(one.rule)
        if is_told and one.reader.address == address and one.reader.calendar.local_day(one.at) <= today:
            yield one


def _slot(place: dict[str, object], address: str, at: datetime, reason: str, act: Acting) -> ReminderSlot:
    return ReminderSlot(**place, recipient=address, moment_at=at, offered_at=act["now"], reason=reason)


def _replan(session: Session, tasks: Collection[Task], act: Acting) -> None:
    reminders.refresh_all(session, list(tasks), now=act["now"], installation=act["installation"])
