"""What reminding needs to know of a task and of its readers, as values; and what identifies a reminder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from tracker.cable.parts import Precedence
from tracker.domain import rules
from tracker.domain.policy import Policy
from tracker.domain.workdays import FARTHEST, Calendar


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

    MORNING = "on the reader's next working morning"
    WORKING_HOURS = "within working hours"
    AT_ONCE = "at once, at any hour"


HASTE: Mapping[str, Haste] = {
    Precedence.FLASH: Haste.AT_ONCE,
    Precedence.NIACT_IMMEDIATE: Haste.AT_ONCE,
    Precedence.IMMEDIATE: Haste.WORKING_HOURS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who is written to, on whose clock and calendar; `since` is when this task became his to hear of."""

    address: str
    name: str
    standing: Standing
    calendar: Calendar
    since: datetime

    def letter_day(self, day: date, step: timedelta) -> date:
        """Return the day itself where the reader gets letters on it, else the next or the last such day."""
        for _ in range(FARTHEST):
            if self.calendar.is_working_day(day):
                return day
            day += step
        raise ValueError(f"The calendar of {self.calendar.place.name} has no working day near {day}")


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
        if rules.family_of(rule) == "waiting":
            return len(self.waits) if self.is_waiting_now else 0
        return self.deadline_version

    def is_waiting(self, at: datetime) -> bool:
        """Return whether the task waited for somebody else at a moment."""
        return any(start <= at and (end is None or at < end) for start, end in self.waits)

    def hearers(self) -> Iterator[Reader]:
        """Yield everybody who may get a letter about it."""
        yield from self.readers
        yield from (step for step in self.steps if step is not None)


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
