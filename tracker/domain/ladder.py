"""The ladder: who is told, and when, where a task stays late: the supervisor, then the office director.

Each step goes once; who owes the task gets a copy. Days are net: those spent waiting do not count.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain import rules
from tracker.domain.due import short_day
from tracker.domain.duty import Duty, Reader, Reminder, Slot
from tracker.domain.mornings import Mornings
from tracker.domain.workdays import late_from, nth_day_late
from tracker.texts import later


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the ladder: its number from 1, after how many days, on which day, and whom it tells.

    `on` is None where the task waits and the day cannot be known, `reader` where nobody is known.
    """

    number: int
    days: int
    on: date | None
    reader: Reader | None

    @property
    def rule(self) -> str:
        """The name of its reminder."""
        return f"ladder-{self.number}"


def steps(duty: Duty) -> tuple[Step, ...]:
    """Return the steps of a dated duty, in order."""
    if duty.due_at is None or duty.closed_as is not None:
        return ()
    known = (*duty.steps, *(None for _ in duty.policy.ladder))
    return tuple(
        Step(number=number, days=days, on=_day(duty, reader, days), reader=reader)
        for number, (days, reader) in enumerate(zip(duty.policy.ladder, known, strict=False), 1)
    )


def _day(duty: Duty, reader: Reader | None, days: int) -> date | None:
    """Return the day on which a task is so many net working days late, or was in people's hands late."""
    assert duty.due_at is not None
    taken_on = reader.since if reader is not None else None
    arrived = max(filter(None, (duty.arrived_at, taken_on)), default=None)
    return nth_day_late(duty.calendar, late_from(duty.calendar, duty.due_at, arrived), days, duty.waits)


def reminders(duty: Duty) -> Iterator[Reminder]:
    """Yield the letters of the ladder: each step's, and the copy for who owes the task."""
    owing = [reader for reader in duty.readers if reader.standing.is_to_act]
    for step in steps(duty):
        if step.on is None or step.reader is None:
            continue
        told = [(step.reader, step.rule), *((reader, f"copy-{step.number}") for reader in owing)]
        for reader, rule in told:
            found = Mornings(duty, reader).on_or_after(step.on, rule, duty.due_at)
            yield replace(found, reason=_of_step(step.days, found.reason))


def _of_step(days: int, reason: str) -> str:
    return later("%(days)s late: %(reason)s", days=rules.working_days(days), reason=reason)


def in_words(duty: Duty, taken: Iterable[Slot]) -> list[str]:
    """Return each step in a sentence: who was told or will be, and when."""
    told = {slot.rule: slot.recipient for slot in taken if slot.deadline_version == duty.deadline_version}
    return [_words(step, told.get(step.rule)) for step in steps(duty)]


def _words(step: Step, told: str | None) -> str:
    who, days = rules.step_of(step.number), rules.working_days(step.days)
    if told is not None:
        return later("%(days)s late: the %(who)s was told (%(address)s)", days=days, who=who, address=told)
    if step.reader is None:
        return later("%(days)s late: nobody is known as %(who)s", days=days, who=who)
    day = short_day(step.on) if step.on else later("not while it waits")
    name = step.reader.name
    return later(
        "%(days)s late (%(day)s): the %(who)s is told (%(name)s)", days=days, day=day, who=who, name=name
    )
