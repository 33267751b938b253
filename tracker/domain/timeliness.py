"""Whether what was done came in time: each dated fact is measured by itself.

A late report of a timely delivery shows as such.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from tracker.domain.workdays import Calendar, days_late
from tracker.texts import later, nlater


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The dated facts of a task, None for what has not happened."""

    acknowledged_at: datetime | None = None
    delivered_on: date | None = None
    reported_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timely:
    """One fact against the due: its name, its day at the place that must act, and how it came."""

    name: str
    on: date
    how: str  # "in time", "2 working days late", "" where there is no due or it is not measured
    is_late: bool = False


def measured(facts: Facts, due_at: datetime | None, calendar: Calendar) -> tuple[Timely, ...]:
    """Return the facts in the order that work goes, each with how it came against the due."""
    return tuple(_measured(facts, due_at, calendar))


def _measured(facts: Facts, due_at: datetime | None, calendar: Calendar) -> Iterator[Timely]:
    if facts.acknowledged_at is not None:
        yield Timely(name="acknowledged", on=calendar.local_day(facts.acknowledged_at), how="")
    if facts.delivered_on is not None:
        moment = calendar.moment(facts.delivered_on, time(0))  # a day has no hour: its beginning counts
        yield _timely("delivered", facts.delivered_on, moment, due_at, calendar)
    for name, at in (("reported", facts.reported_at), ("closed", facts.closed_at)):
        if at is not None:
            yield _timely(name, calendar.local_day(at), at, due_at, calendar)


def _timely(name: str, on: date, at: datetime, due_at: datetime | None, calendar: Calendar) -> Timely:
    if due_at is None:
        return Timely(name=name, on=on, how="")
    if at <= due_at:
        return Timely(name=name, on=on, how=later("in time"))
    days = days_late(calendar, due_at, at).net
    how: str = later("late, on the same working day")
    if days:
        how = nlater("%(num)s working day late", "%(num)s working days late", days)
    return Timely(name=name, on=on, how=how, is_late=True)
