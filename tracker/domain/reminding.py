"""When to remind, whom, and why: from the policy, a duty and its readers to moments with reasons.

What is planned, shown and sent comes from here alone. Moments are aware and in UTC; distances are
working days of the place that must act; hours are on the reader's own clock and working days.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from tracker.domain.due import short_day
from tracker.domain.notice import is_notice
from tracker.domain.workdays import DAY, Calendar

INSTANT = timedelta(microseconds=1)
RESTING = ("before-", "undated-")  # what a task that waits for somebody else is spared
MISSED = "missed; told in the later letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """When reminders go. Distances are working days of the place that must act; 0 reminders is none."""

    first_letter: bool = True
    before: tuple[int, ...] = (5, 1)
    on_due_day: bool = True
    after: int = 1
    after_every: int = 2
    after_at_most: int = 10
    undated_every: int = 5
    undated_at_most: int = 4
    send_at: time = time(8)


class Standing(StrEnum):
    """Why a person is written to."""

    OWNER = "owner"
    POST = "post"
    COORDINATOR = "coordinator"
    CONTACT = "point of contact"
    WATCHER = "watcher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who is written to, on whose clock and calendar; `since` is when this task became his to hear of."""

    address: str
    name: str
    standing: Standing
    calendar: Calendar
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What reminding needs of a task: the calendar that must act, the due, and who hears of it.

    A task that is closed, or loaded from an archive, has no readers; `closed_as` says it ("done").
    """

    task_id: int
    deadline_version: int
    calendar: Calendar
    due_at: datetime | None
    readers: tuple[Reader, ...] = ()
    closed_as: str | None = None
    waits: tuple[tuple[datetime, datetime | None], ...] = ()  # for somebody else, from and to

    def rests(self, rule: str, at: datetime) -> bool:
        """Return whether the task waited for somebody else then, and the reminder can be spared.

        The first letter says what is asked, and what is due or late is told in any case.
        """
        return rule.startswith(RESTING) and any(
            start <= at and (end is None or at < end) for start, end in self.waits
        )

    @property
    def due_on(self) -> date | None:
        """The day of the due at the place that must act; midnight belongs to the day it ends."""
        return self.calendar.local_day(self.due_at - INSTANT) if self.due_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What makes a reminder one and the same: the database refuses a second of it."""

    task_id: int
    rule: str
    deadline_version: int
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder: the rule that sets it, its moment, the reader, and the reason in plain words."""

    duty: Duty
    reader: Reader
    rule: str
    at: datetime
    reason: str

    @property
    def slot(self) -> Slot:
        """The identity under which it is owed once."""
        return Slot(
            task_id=self.duty.task_id,
            rule=self.rule,
            deadline_version=self.duty.deadline_version,
            recipient=self.reader.address,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What one reader gets in one letter: the reminders told, and older ones that were missed."""

    at: datetime
    reader: Reader
    told: tuple[Reminder, ...]
    missed: tuple[Reminder, ...] = ()


def reminders(policy: Policy, duty: Duty) -> tuple[Reminder, ...]:
    """Return every reminder of a duty, in time order.

    Not owed is what lay before a reader's time, or fell while the task waited for somebody else.
    """
    found = (
        reminder
        for reader in duty.readers
        for reminder in _for_reader(policy, duty, reader)
        if reminder.at >= reader.since and not duty.rests(reminder.rule, reminder.at)
    )
    return tuple(sorted(found, key=lambda one: one.at))


def owed(policy: Policy, duty: Duty, taken: AbstractSet[Slot]) -> tuple[Reminder, ...]:
    """Return the reminders whose slot is not taken, in time order."""
    return tuple(reminder for reminder in reminders(policy, duty) if reminder.slot not in taken)


def reason_of(rule: str) -> str:
    """Return a rule in plain words: "before-5" is "5 working days before the due day"."""
    name, _, days = rule.partition("-")
    match name:
        case "before":
            return f"{_working_days(int(days))} before the due day"
        case "after":
            return f"{_working_days(int(days))} late"
        case "late":
            return f"{_working_days(int(days))} after it came, late already"
        case "due":
            return "on the due day"
        case "undated":
            return f"reminder {days} without a due day"
        case _:
            return "first letter"


def unwanted(slot: Slot, duty: Duty) -> str | None:
    """Return why a reminder that was owed must not go any more, None where it is still wanted.

    A notice tells what has happened: it stays wanted.
    """
    if is_notice(slot.rule):
        return None
    if duty.closed_as is not None:
        return f"the task is {duty.closed_as}"
    if slot.deadline_version != duty.deadline_version:
        return "the due was changed"
    if all(reader.address != slot.recipient for reader in duty.readers):
        return f"{slot.recipient} is not to be written to about it any more"
    return None


def next_moment(policy: Policy, duty: Duty, taken: AbstractSet[Slot]) -> datetime | None:
    """Return the moment of the next reminder, also one that has passed; None where no more are owed."""
    return next((reminder.at for reminder in owed(policy, duty, taken)), None)


def bundles(owing: Iterable[Reminder], now: datetime) -> tuple[Bundle, ...]:
    """Return the letters of these reminders, in time order: one for each reader and moment.

    Moments that have passed by `now` make one letter now, in which the newest of each task is told
    and older ones count as missed.
    """
    piles: dict[tuple[datetime, str], list[Reminder]] = {}
    for reminder in owing:
        piles.setdefault((max(reminder.at, now), reminder.reader.address), []).append(reminder)
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


def _for_reader(policy: Policy, duty: Duty, reader: Reader) -> Iterator[Reminder]:
    mornings = _Mornings(policy.send_at, duty, reader)
    if policy.first_letter:
        yield mornings.first()
    if duty.due_at is None:
        yield from _undated(policy, mornings)
    else:
        yield from _dated(policy, mornings, duty.due_at)


def _undated(policy: Policy, mornings: "_Mornings") -> Iterator[Reminder]:
    calendar, start = mornings.duty.calendar, mornings.duty.calendar.local_day(mornings.reader.since)
    for n in range(1, policy.undated_at_most + 1):
        day = calendar.nth_working_day(start, n * policy.undated_every)
        yield mornings.on_or_after(day, f"undated-{n}")


def _dated(policy: Policy, mornings: "_Mornings", due_at: datetime) -> Iterator[Reminder]:
    calendar, due_on = mornings.duty.calendar, mornings.duty.calendar.local_day(due_at - INSTANT)
    for days in policy.before:
        day = calendar.nth_working_day(due_on, -days)
        yield mornings.on_or_before(day, f"before-{days}")
    if policy.on_due_day:
        yield mornings.on_or_before(due_on, "due")
    began_on = calendar.local_day(mornings.reader.since)
    rule, late_from = ("late", began_on) if began_on > due_on else ("after", due_on)
    for n in range(policy.after_at_most):
        days = policy.after + n * policy.after_every
        day = calendar.nth_working_day(late_from, days)
        yield mornings.on_or_after(day, f"{rule}-{days}")


@dataclass(frozen=True, slots=True)
class _Mornings:
    """The reader's working mornings, as moments."""

    send_at: time
    duty: Duty
    reader: Reader

    def first(self) -> Reminder:
        """Return the first letter: the next working morning, at once where the due will not wait for it."""
        since, due_at = self.reader.since, self.duty.due_at
        day = self._working_day(self.reader.calendar.local_day(since), DAY)
        while self._moment(day) < since:
            day = self._working_day(day + DAY, DAY)
        morning = self._moment(day)
        if due_at is not None and since < due_at <= morning:
            return self._reminder("first", since, ", at once: it is due before the next morning")
        return self._reminder("first", morning, ", on the reader's next working morning")

    def on_or_before(self, day: date, rule: str) -> Reminder:
        """Return the reminder of a day, earlier where the reader does not work or the due is earlier."""
        chosen = self._working_day(day, -DAY)
        if self.duty.due_at is not None and self._moment(chosen) >= self.duty.due_at:
            chosen = self._working_day(chosen - DAY, -DAY)
        return self._reminder(rule, self._moment(chosen), self._moved(day, chosen))

    def on_or_after(self, day: date, rule: str) -> Reminder:
        """Return the reminder of a day, later where the reader does not work or the due is later."""
        chosen = self._working_day(day, DAY)
        if self.duty.due_at is not None and self._moment(chosen) <= self.duty.due_at:
            chosen = self._working_day(chosen + DAY, DAY)
        return self._reminder(rule, self._moment(chosen), self._moved(day, chosen))

    def _moved(self, day: date, chosen: date) -> str:
        if day == chosen:
            return ""
        off = self.reader.calendar.reason_off(day)
        why = (
            f" is not a working morning of the reader ({off})" if off else " does not fit the reader's clock"
        )
        return f"; {short_day(day)}{why}"

    def _working_day(self, day: date, step: timedelta) -> date:
        calendar = self.reader.calendar
        if calendar.is_working_day(day):
            return day
        return calendar.next_working_day(day) if step > timedelta(0) else calendar.previous_working_day(day)

    def _moment(self, day: date) -> datetime:
        return self.reader.calendar.moment(day, self.send_at)

    def _reminder(self, rule: str, at: datetime, more: str) -> Reminder:
        return Reminder(duty=self.duty, reader=self.reader, rule=rule, at=at, reason=reason_of(rule) + more)


def _working_days(n: int) -> str:
    return f"{n} working day" if n == 1 else f"{n} working days"
