"""When to remind, whom, and why: from a duty and its readers to moments with reasons.

What is planned, shown and sent comes from here alone. Moments are aware and in UTC; distances are
working days of the place that must act; hours are on the reader's own clock and working days.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from tracker.domain import handing_on, ladder, rules
from tracker.domain.duty import (
    Absence,
    Duty,
    Haste,
    Interim,
    Promise,
    Reader,
    Reminder,
    Slot,
    Snooze,
    Standing,
    Wishes,
)
from tracker.domain.mornings import Mornings
from tracker.domain.notice import is_notice
from tracker.domain.policy import Policies, Policy
from tracker.domain.rules import reason_of
from tracker.domain.workdays import DAY, late_from, nth_day_late
from tracker.texts import marked

__all__ = [
    "Absence",
    "Bundle",
    "Duty",
    "Haste",
    "Interim",
    "Policies",
    "Policy",
    "Promise",
    "Reader",
    "Reminder",
    "Slot",
    "Snooze",
    "Standing",
    "Wishes",
    "bundles",
    "next_moment",
    "not_taken",
    "owed",
    "reason_of",
    "reminders",
    "sends_at",
    "unwanted",
]
MISSED = marked("missed; told in the later letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What one reader gets in one letter: the reminders told, and older ones that were missed."""

    at: datetime
    reader: Reader
    told: tuple[Reminder, ...]
    missed: tuple[Reminder, ...] = ()


def reminders(duty: Duty) -> tuple[Reminder, ...]:
    """Return every reminder of a duty, in time order, each identity once."""
    found: dict[Slot, Reminder] = {}
    for one in sorted(_all(duty), key=lambda one: one.at):
        found.setdefault(one.slot, one)
    return tuple(found.values())


def _all(duty: Duty) -> Iterator[Reminder]:
    planned = chain(
        (one for reader in duty.readers for one in _for_reader(duty, reader)), ladder.reminders(duty)
    )
    yield from (handing_on.handed_on(one) for one in planned if handing_on.is_owed(one))


def owed(duty: Duty, taken: AbstractSet[Slot]) -> tuple[Reminder, ...]:
    """Return the reminders whose slot is not taken, in time order."""
    return not_taken(reminders(duty), taken)


def not_taken(planned: Iterable[Reminder], taken: AbstractSet[Slot]) -> tuple[Reminder, ...]:
    """Return those whose slot is not taken; a step of the ladder is taken whoever stood on it."""
    once = {(slot.rule, slot.deadline_version) for slot in taken if _is_once(slot.rule)}
    return tuple(
        one for one in planned if one.slot not in taken and (one.rule, one.slot.deadline_version) not in once
    )


def _is_once(rule: str) -> bool:
    return rules.family_of(rule) in rules.ONCE_FOR_ALL


def unwanted(slot: Slot, duty: Duty) -> str | None:
    """Return why a reminder that was owed must not go any more, None where it is still wanted.

    A notice tells what has happened: it stays wanted.
    """
    if is_notice(slot.rule):
        return None
    if duty.closed_as is not None:
        return f"the task is {duty.closed_as}"
    if slot.deadline_version != duty.version_of(slot.rule):
        return rules.voided(slot.rule)
    if all(reader.address != slot.recipient for reader in duty.hearers()):
        return f"{slot.recipient} is not to be written to about it any more"
    return None


def sends_at(one: Reminder, now: datetime) -> datetime:
    """Return when a reminder leaves: at its moment; where that has passed, by `Mornings.catching_up`."""
    if one.at > now or one.is_urgent:
        return max(one.at, now)
    return Mornings(one.duty, one.reader).catching_up(one.at, now)


def next_moment(planned: Iterable[Reminder], taken: AbstractSet[Slot]) -> datetime | None:
    """Return the moment of the next of these in time order, also one passed; None where no more are owed."""
    return next((reminder.at for reminder in not_taken(planned, taken)), None)


def bundles(owing: Iterable[Reminder], now: datetime) -> tuple[Bundle, ...]:
    """Return the letters of these reminders, in time order: one for each reader and moment.

    Moments that have passed by `now` make one letter, now or when its reader is back at work, in which the newest of
    each task is told and older ones count as missed.
    """
    piles: dict[tuple[datetime, str], list[Reminder]] = {}
    for reminder in owing:
        piles.setdefault((sends_at(reminder, now), reminder.reader.address), []).append(reminder)
    return tuple(_bundle(at, piles[at, address]) for at, address in sorted(piles))


def _bundle(at: datetime, pile: list[Reminder]) -> Bundle:
    newest: dict[int, datetime] = {}
    for reminder in pile:
        task = reminder.duty.task_id
        newest[task] = max(newest.get(task, reminder.at), reminder.at)
    ordered = sorted(pile, key=lambda one: (one.duty.due_at is None, one.duty.due_at or at, one.duty.task_id))
    told = tuple(one for one in ordered if one.at == newest[one.duty.task_id])
    missed = tuple(one for one in ordered if one.at < newest[one.duty.task_id])
    return Bundle(at=at, reader=told[0].reader, told=told, missed=missed)


def _for_reader(duty: Duty, reader: Reader) -> Iterator[Reminder]:
    mornings = Mornings(duty, reader)
    if duty.policy.first_letter:
        yield mornings.first()
    if duty.due_at is None:
        yield from _undated(mornings)
    else:
        yield from _before(mornings, duty.due_at)
        yield from _after(mornings, duty.due_at)
    yield from _waiting(mornings)
    yield from _promised(mornings)
    yield from _interim(mornings)


def _undated(mornings: Mornings) -> Iterator[Reminder]:
    policy, calendar = mornings.duty.policy, mornings.duty.calendar
    start = calendar.local_day(mornings.reader.since)
    for n in range(1, policy.undated_at_most + 1):
        day = calendar.nth_working_day(start, n * policy.undated_every)
        yield mornings.on_or_after(day, f"undated-{n}")


def _before(mornings: Mornings, due_at: datetime) -> Iterator[Reminder]:
    policy, calendar = mornings.duty.policy, mornings.duty.calendar
    due_on = calendar.day_due(due_at)
    for days in policy.before:
        day = calendar.nth_working_day(due_on, -days)
        yield mornings.on_or_before(day, f"before-{days}", due_at)
    if policy.on_due_day:
        yield mornings.on_or_before(due_on, "due", due_at)


def _after(mornings: Mornings, due_at: datetime) -> Iterator[Reminder]:
    duty, policy = mornings.duty, mornings.duty.policy
    began_on = duty.calendar.local_day(mornings.reader.since)
    came_late = began_on > duty.calendar.day_due(due_at)
    start = began_on if came_late else late_from(duty.calendar, due_at, duty.arrived_at)
    waits = () if came_late else duty.waits
    for n in range(policy.after_at_most):
        days = policy.after + n * policy.after_every
        day = nth_day_late(duty.calendar, start, days, waits)
        if day is not None:
            yield mornings.on_or_after(day, f"{'late' if came_late else 'after'}-{days}", due_at)


def _waiting(mornings: Mornings) -> Iterator[Reminder]:
    """Yield what asks whether a task that waits still does; each wait has its own. A point of contact cannot say it."""
    duty, policy = mornings.duty, mornings.duty.policy
    if not duty.is_waiting_now or mornings.reader.standing is Standing.CONTACT:
        return
    start = duty.calendar.local_day(duty.waits[-1][0])
    for n in range(1, policy.waiting_at_most + 1):
        day = duty.calendar.nth_working_day(start, n * policy.waiting_every)
        yield mornings.on_or_after(day, f"waiting-{n * policy.waiting_every}")


def _promised(mornings: Mornings) -> Iterator[Reminder]:
    """Yield the one letter that asks where a promised day has passed in silence."""
    promised_on = mornings.duty.promises[-1].on if mornings.duty.promises else None
    if promised_on is not None:
        yield mornings.on_or_after(promised_on + DAY, "promise")


def _interim(mornings: Mornings) -> Iterator[Reminder]:
    """Yield what reminds of the interim day; only who owes the task hears of it."""
    duty, policy, interim = mornings.duty, mornings.duty.policy, mornings.duty.interim
    if interim is None or not mornings.reader.standing.is_to_act:
        return
    day = duty.calendar.day_due(interim.at)
    for days in policy.interim_before:
        early = duty.calendar.nth_working_day(day, -days)
        yield mornings.on_or_before(early, f"interim-before-{days}", interim.at)
    yield mornings.on_or_before(day, "interim-due", interim.at)
    for n in range(policy.interim_after_at_most):
        days = policy.after + n * policy.after_every
        late = duty.calendar.nth_working_day(day, days)
        yield mornings.on_or_after(late, f"interim-after-{days}", interim.at)
