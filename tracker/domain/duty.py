"""What reminding needs to know of a task and of its readers, as values; and what identifies a reminder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from tracker.cable.parts import Precedence
from tracker.domain import rules
from tracker.domain.policy import Policy
from tracker.domain.workdays import DAY, FARTHEST, Calendar
from tracker.texts import Later, marked


class Standing(StrEnum):
    """Why a person is written to."""

    OWNER = "owner"
    POST = "post"
    COORDINATOR = "coordinator"
    CONTACT = "point of contact"
    WATCHER = "watcher"
    SUPERVISOR = "supervisor"
    DIRECTOR = "office director"

    @property
    def is_to_act(self) -> bool:
        """Whether it is this reader who owes the task; the others are told of it."""
        return self in (Standing.OWNER, Standing.POST)


class Haste(StrEnum):
    """How soon the first letter leaves, from the precedence of the cable for the post that must act."""

    MORNING = marked("on the reader's next working morning")
    WORKING_HOURS = marked("within working hours")
    AT_ONCE = marked("at once, at any hour")

    @property
    def told(self) -> str:
        """What the reader is told of it."""
        return Later(self.value)


HASTE: Mapping[str, Haste] = {
    Precedence.FLASH: Haste.AT_ONCE,
    Precedence.NIACT_IMMEDIATE: Haste.AT_ONCE,
    Precedence.IMMEDIATE: Haste.WORKING_HOURS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a reader wants his letters; empty is as the policy has it.

    `days` are those of the week (Monday is 0) on which he wants letters; `silent` the families of rules
    he does not want, and `since` the moment from which he wants a family again.
    """

    at_once: bool = False  # first letters do not wait for the morning
    send_at: time | None = None
    days: frozenset[int] = frozenset()
    silent: frozenset[str] = frozenset()
    since: Mapping[str, datetime] = field(default_factory=dict)

    def wants(self, rule: str, at: datetime) -> bool:
        """Return whether the reader wants a reminder of that rule at a moment."""
        family = rules.family_of(rule)
        return family not in self.silent and (family not in self.since or at >= self.since[family])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who is written to, on whose clock and calendar; `since` is when this task became his to hear of."""

    address: str
    name: str
    standing: Standing
    calendar: Calendar
    since: datetime
    wishes: Wishes = field(default_factory=Wishes)
    absences: tuple["Absence", ...] = ()
    late_to: "Reader | None" = None  # who gets what is overdue, where the reader does not want it
    stands_in_for: str | None = None  # the name of somebody who is away

    def gets_letters_on(self, day: date) -> bool:
        """Return whether it is a working day of the reader, and one on which he wants letters."""
        is_wanted = not self.wishes.days or day.weekday() in self.wishes.days
        return is_wanted and self.calendar.is_working_day(day)

    def letter_day(self, day: date, step: timedelta) -> date:
        """Return the day itself where the reader gets letters on it, else the next or the last such day."""
        chosen = day
        for _ in range(FARTHEST):
            if self.gets_letters_on(chosen):
                return chosen
            chosen += step
        raise ValueError(f"{self.address} gets letters on no day near {day}")

    def absence_on(self, day: date) -> "Absence | None":
        """Return the absence in which a day of the reader lies."""
        return next((one for one in self.absences if one.first_on <= day <= one.last_on), None)

    def stand_ins(self) -> Iterator["Reader"]:
        """Yield those who may get his letters in his place."""
        yield from (absence.stand_in for absence in self.absences)
        if self.late_to is not None:
            yield self.late_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days on which somebody is away, both counted, and who gets the letters; `since` is when it was said."""

    first_on: date
    last_on: date
    stand_in: Reader
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Reminders put off: those between a moment and a day go on the morning of that day."""

    since: datetime
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A day by which the answer was promised, and when; `on` None takes the promise before it back."""

    made_at: datetime
    on: date | None


USUAL_INTERIM = marked("draft to the desk")  # where nobody says what is due then


@dataclass(frozen=True, slots=True, kw_only=True)
class Interim:
    """A day before the due, for something short of the whole: "draft to the desk". It makes nothing late."""

    at: datetime
    what: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What reminding needs of a task: the policy, the calendar that must act, the due, who hears of it.

    A task that is closed, or loaded from an archive, has no readers; `closed_as` says it ("done").
    """

    task_id: int
    deadline_version: int
    calendar: Calendar
    due_at: datetime | None
    policy: Policy = field(default_factory=Policy)
    precedence: str | None = None
    arrived_at: datetime | None = None  # when the cable reached the post
    readers: tuple[Reader, ...] = ()
    steps: tuple[Reader | None, ...] = ()  # of the ladder; None where nobody is known
    closed_as: str | None = None
    waits: tuple[tuple[datetime, datetime | None], ...] = ()  # for somebody else, from and to
    waits_for: str | None = None  # whom it waits for now, as pages say it: "the host government"
    snooze: Snooze | None = None
    promises: tuple[Promise, ...] = ()  # oldest first; the last one stands
    interim: Interim | None = None
    policy_since: datetime | None = None  # when the task got a policy of its own

    @property
    def due_on(self) -> date | None:
        """The day of the due at the place that must act; midnight belongs to the day it ends."""
        return self.calendar.day_due(self.due_at) if self.due_at else None

    @property
    def haste(self) -> Haste:
        """How soon the first letter leaves."""
        return HASTE.get(self.precedence or "", Haste.MORNING)

    @property
    def is_waiting_now(self) -> bool:
        """Whether it waits for somebody else still."""
        return bool(self.waits) and self.waits[-1][1] is None

    def version_of(self, rule: str) -> int:
        """Return the version that a rule's reminder belongs to: of the due, or which wait it is."""
        match rules.family_of(rule):
            case "waiting":
                return len(self.waits) if self.is_waiting_now else 0
            case "promise":
                return len(self.promises)
            case "interim":
                return self.interim.version if self.interim else 0
            case _:
                return self.deadline_version

    def is_waiting(self, at: datetime) -> bool:
        """Return whether the task waited for somebody else at a moment."""
        return any(start <= at and (end is None or at < end) for start, end in self.waits)

    def is_promised(self, at: datetime) -> bool:
        """Return whether a promised day had been given and had not passed then: nobody is chased."""
        if not self.promises:
            return False
        ends = [*(one.made_at for one in self.promises[1:]), None]
        return any(
            promise.on is not None
            and promise.made_at <= at < self.calendar.moment(promise.on + DAY, time(0))
            and (end is None or at < end)
            for promise, end in zip(self.promises, ends, strict=False)
        )

    def hearers(self) -> Iterator[Reader]:
        """Yield everybody who may get a letter about it."""
        told = [*self.readers, *(step for step in self.steps if step is not None)]
        yield from told
        for reader in told:
            yield from reader.stand_ins()


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
    is_urgent: bool = False  # goes at any hour

    @property
    def slot(self) -> Slot:
        """The identity under which it is owed once."""
        return Slot(
            task_id=self.duty.task_id,
            rule=self.rule,
            deadline_version=self.duty.version_of(self.rule),
            recipient=self.reader.address,
        )
