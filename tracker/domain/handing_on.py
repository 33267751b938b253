"""What changes the moment or the reader of a reminder: a snooze, a stand-in, what a reader does not want."""

from dataclasses import replace

from tracker.domain import rules
from tracker.domain.due import short_day
from tracker.domain.duty import Reader, Reminder
from tracker.domain.mornings import Mornings
from tracker.domain.workdays import DAY
from tracker.texts import later


def is_owed(one: Reminder) -> bool:
    """Return whether a reminder is owed at all, sent or not.

    Not owed is what lay before the reader's time or before the task had a policy of its own, fell while
    the task waited or was promised for a day, or is not wanted by one who only reads of the task.
    """
    duty, reader = one.duty, one.reader
    if one.at < reader.since:
        return False
    if rules.is_patient(one.rule) and duty.is_waiting(one.at):
        return False
    if rules.is_chasing(one.rule) and _is_spared(one):
        return False
    return reader.wishes.wants(one.rule, one.at) or _must_hear(one)


def _is_spared(one: Reminder) -> bool:
    since = one.duty.policy_since
    return one.duty.is_promised(one.at) or (since is not None and one.at < since)


def _must_hear(one: Reminder) -> bool:
    """Return whether it goes though it is not wanted: who owes the task hears of what is late."""
    return one.reader.standing.is_to_act and rules.is_overdue(one.rule)


def handed_on(one: Reminder) -> Reminder:
    """Return the reminder as it goes: put off by a snooze, given to who stands in for the reader."""
    return _given(_put_off(one))


def _put_off(one: Reminder) -> Reminder:
    snooze = one.duty.snooze
    if snooze is None or rules.family_of(one.rule) in rules.ONCE_FOR_ALL or one.at < snooze.since:
        return one
    mornings = Mornings(one.duty, one.reader)
    end = mornings.moment(one.reader.letter_day(snooze.until, DAY))
    if one.at >= end:
        return one
    day = short_day(snooze.until)
    return replace(one, at=end, reason=later("%(reason)s; put off to %(day)s", reason=one.reason, day=day))


def _given(one: Reminder) -> Reminder:
    reader = one.reader
    absence = reader.absence_on(reader.calendar.local_day(one.at))
    if absence is not None and one.at >= absence.since:
        return _to(one, absence.stand_in, later("%(name)s is away", name=reader.name))
    unwanted = not reader.wishes.wants(one.rule, one.at)
    if unwanted and reader.late_to is not None:
        other = reader.late_to
        return _to(
            one, other, later("%(name)s leaves what is late to %(other)s", name=reader.name, other=other.name)
        )
    return one


def _to(one: Reminder, stand_in: Reader, why: str) -> Reminder:
    """Return the reminder for somebody else, on his own morning of that day."""
    mine, his = Mornings(one.duty, one.reader), Mornings(one.duty, stand_in)
    day = one.reader.calendar.local_day(one.at)
    at, due_at = one.at, one.duty.due_at
    if at == mine.moment(day):  # what goes at once goes at once to him too
        at = his.moment(stand_in.letter_day(day, DAY))
        if due_at is not None and one.at < due_at <= at:
            at = his.moment(stand_in.letter_day(day, -DAY))
    return replace(
        one,
        reader=stand_in,
        at=max(at, stand_in.since),
        reason=later("%(reason)s; %(why)s", reason=one.reason, why=why),
    )
