"""Calendars from outside: U.S. federal holidays and a host country's, as domain values.

Holidays of the Islamic and other lunar calendars are estimates of the `holidays` library, and their
names say so. A country or year it does not know is said to be unknown, never taken to be free of
holidays.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

import holidays

from tracker.domain.places import Post
from tracker.domain.workdays import WASHINGTON, Calendar
from tracker.errors import BadSettings

HALF_DAY = ("half-day", "half day")  # work is still done on these


class HostDays:
    """The holidays of a country or one of its parts ("MX", "DE-BY"), read a year at a time."""

    def __init__(self, code: str) -> None:
        """Raise BadSettings where the library has no such calendar."""
        country, _, part = code.partition("-")
        try:
            self._days: Any = holidays.country_holidays(
                country, subdiv=part or None, language=_english(country)
            )
        except NotImplementedError:
            raise BadSettings(f"There is no holiday calendar {code!r}; mend posts.csv.") from None
        self._known: dict[int, bool] = {}

    def name_of(self, day: date) -> str | None:
        """Return the day's holiday in English, None where it is none or only half a day."""
        return _whole_day(self._days.get(day))

    def knows_year(self, year: int) -> bool:
        """Return whether the library lists any holiday in the year; some countries have empty years."""
        if year not in self._known:
            self._days.get(date(year, 1, 1))  # makes the library fill the year in
            self._known[year] = any(day.year == year for day in self._days)
        return self._known[year]


def _english(country: str) -> str | None:
    spoken = holidays.list_localized_countries(include_aliases=False).get(country, [])
    return next((language for language in spoken if language.startswith("en")), None)


def _whole_day(name: Any) -> str | None:
    if not name or any(words in str(name).lower() for words in HALF_DAY):
        return None
    return str(name)


@cache
def host_days(code: str) -> HostDays:
    """Return the calendar of that code; raise BadSettings where there is none."""
    return HostDays(code)


@cache
def _federal_days() -> Any:
    return holidays.country_holidays("US", categories=("government",))


def us_federal(day: date) -> str | None:
    """Return the name of the day when U.S. federal offices are closed, None where they work."""
    return _whole_day(_federal_days().get(day))


def inauguration(day: date) -> str | None:
    """Return "Inauguration Day" on 20 January after an election, on the 21st where that is a Sunday.

    It is a holiday of federal offices in the capital only (5 U.S.C. 6103(c)).
    """
    if day.year % 4 != 1 or day.month != 1:
        return None
    sworn = date(day.year, 1, 20)
    return "Inauguration Day" if day == sworn + timedelta(days=sworn.weekday() == 6) else None


def capital_day_off(day: date) -> str | None:
    """Return the name of the day when federal offices in the capital are closed, None where they work."""
    return us_federal(day) or inauguration(day)


@cache
def washington_calendar() -> Calendar:
    """Return the calendar of the Department: Monday to Friday, U.S. federal holidays."""
    return Calendar(place=WASHINGTON, days_off=capital_day_off)


@lru_cache(maxsize=4096)
def is_washington_day_off(day: date) -> bool:
    """Return whether federal offices in Washington are closed: week-end or federal holiday."""
    return not washington_calendar().is_working_day(day)


def calendar_of(post: Post, extra: Mapping[date, str] | None = None) -> Calendar:
    """Return a post's calendar: its week, U.S. federal holidays, the host country's, and `extra`.

    `extra` are days off from an ICS file of the post's own; the years it names count as known.
    """
    own = dict(extra or {})
    host = host_days(post.calendar) if post.calendar else None
    is_in_the_capital = (post.city, post.country) == (WASHINGTON.name, "US")
    federal = capital_day_off if is_in_the_capital else us_federal
    return Calendar(
        place=post.place,
        weeks=post.weeks,
        days_off=lambda day: own.get(day) or federal(day) or (host.name_of(day) if host else None),
        is_known=_known_years(own, host),
    )


def _known_years(own: Mapping[date, str], host: HostDays | None) -> Callable[[int], bool]:
    years = {day.year for day in own}

    def is_known(year: int) -> bool:
        return year in years or (host is not None and host.knows_year(year))

    return is_known
