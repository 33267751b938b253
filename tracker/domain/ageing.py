"""How late things are, in classes that managers read: less than a day, 1-5, 6-10, 11-30 working days, more.

What waits for somebody else is a class of its own: its count is stopped.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import islice

from tracker.domain.workdays import Calendar


class Age(StrEnum):
    """One class of late tasks, by working days of the post."""

    FRESH = "under 1"
    WEEK = "1-5"
    FORTNIGHT = "6-10"
    SIX_WEEKS = "11-30"
    MORE = "over 30"
    WAITING = "waiting"


FLOORS = (1, 6, 11, 31)  # working days with which a class begins
_BY_FLOOR = (Age.FRESH, Age.WEEK, Age.FORTNIGHT, Age.SIX_WEEKS, Age.MORE)


def age_of(days: int, *, is_waiting: bool = False) -> Age:
    """Return the class of so many working days."""
    if is_waiting:
        return Age.WAITING
    return _BY_FLOOR[sum(days >= floor for floor in FLOORS)]


def marks(calendar: Calendar, today: date) -> tuple[date, ...]:
    """Return a day for each of FLOORS: a count that began before it has reached that many working days.

    With them a database sorts late tasks into classes without knowing the calendar.
    """
    wanted = {floor - 1 for floor in FLOORS}
    days = islice(_working_days_back(calendar, today), max(FLOORS))
    return tuple(day for n, day in enumerate(days) if n in wanted)


def _working_days_back(calendar: Calendar, day: date) -> Iterator[date]:
    if not calendar.is_working_day(day):
        day = calendar.previous_working_day(day)
    while True:
        yield day
        day = calendar.previous_working_day(day)
