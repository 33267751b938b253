"""What the date rules hand to one another: the setting a date is read in, and a reading of words."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from tracker.extraction.date_words import MONTH_NAMES, WEEKDAY_NAMES

DAY = timedelta(days=1)
LEAST_YEAR, LAST_YEAR = 1900, 2099  # years a cable can speak of
SPAN_OF_YEARS = 30  # a four-digit number is read as a year only this near to the day sent


class Setting(NamedTuple):
    """When the text was sent, where days without a year are counted from, and which days are off."""

    sent_at: datetime  # aware, UTC
    is_day_off: Callable[[date], bool]
    start: date | None = None  # "beginning October 1": the first such day is looked for from here
    told: str = ""  # the sentence before, where this one says "that month"

    @property
    def sent_on(self) -> date:
        """Return the day sent, in UTC."""
        at = self.sent_at
        return at.date() if at.tzinfo is UTC else at.astimezone(UTC).date()

    @property
    def base(self) -> date:
        """Return the day that a day without a year is counted from."""
        return self.start or self.sent_on


class Count(NamedTuple):
    """A day counted in working days: from which day, how many (negative: back), and how that was done."""

    since: date
    days: int
    notes: tuple[str, ...] = ()


class Reading(NamedTuple):
    """Words read as a day or a span of days, up to the word before `stop`.

    `day` is the last day of what is named and None where it cannot be told; `first` the first.
    """

    stop: int
    day: date | None
    first: date | None = None
    time: str | None = None
    zone: str | None = None
    recurrence: str | None = None
    anchor: str | None = None
    is_written: bool = False  # a day of a month stands in the words
    is_open: bool = False  # a span whose end is meant even after "before": "the end of August"
    has_year: bool = False
    notes: tuple[str, ...] = ()
    counting: Count | None = None  # where another place's calendar may give another day

    def but(self, *, stop: int, notes: tuple[str, ...] = ()) -> "Reading":
        """Return the same reading up to another word, with more said about it."""
        return self._replace(stop=stop, notes=self.notes + notes)


@lru_cache(maxsize=64)
def in_words(day: date) -> str:
    """Write a day as officers do: "Wednesday, August 6, 2008"."""
    return f"{WEEKDAY_NAMES[day.weekday()]}, {MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where there is none ("September 31") or no such year."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus_days(day: date, days: int) -> date | None:
    """Return the day so many days on (or back), or None beyond the calendar."""
    try:
        return day + days * DAY
    except OverflowError:
        return None


def plus_months(day: date, months: int) -> date | None:
    """Return the same day so many months on, the month's last day where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return next(filter(None, (day_or_none(year, month + 1, day.day - less) for less in range(4))), None)


def last_of_month(year: int, month: int) -> date | None:
    """Return the last day of a month."""
    first = day_or_none(year, month, 1)
    after = plus_months(first, 1) if first else None
    return after - DAY if after else None


def first_such_day(setting: Setting, month: int, day: int) -> date | None:
    """Return the first such day on or after the base day, or None where the coming one does not exist."""
    base = setting.base
    this_year = day_or_none(base.year, month, day)
    if this_year and this_year >= base:
        return this_year
    if not this_year and (month, day) > (base.month, base.day):
        return None
    return day_or_none(base.year + 1, month, day)
