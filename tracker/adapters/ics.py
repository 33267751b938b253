"""Reads the days off of a holiday calendar in ICS form; what is no whole day off is left out and named."""

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import icalendar

from tracker.errors import Invalid

LARGEST_ICS = 1024 * 1024
MOST_EVENTS = 5_000
LONGEST_EVENT = 31  # days
LAST_YEAR = 2040  # how far a yearly event is carried on


@dataclass(frozen=True, slots=True, kw_only=True)
class IcsReading:
    """Days off by day, and in plain words the entries that were not taken."""

    days: Mapping[date, str]
    skipped: tuple[str, ...]


def read_ics(data: bytes) -> IcsReading:
    """Return the all-day events of a holiday calendar; raise Invalid where it is none.

    Events of several days give each day; yearly events are carried on to 2040. Events at an hour,
    over a month long, or repeated in another way are left out and named.
    """
    if len(data) > LARGEST_ICS:
        raise Invalid({"file": "The calendar file is larger than 1 MB."})
    events = _events(data)
    if len(events) > MOST_EVENTS:
        raise Invalid({"file": f"The calendar file holds more than {MOST_EVENTS} entries."})
    days: dict[date, str] = {}
    skipped: list[str] = []
    for event in events:
        name = " ".join(str(event.get("SUMMARY", "Holiday")).split())[:120] or "Holiday"
        fault = _why_not(event)
        if fault:
            skipped.append(f"{name}: {fault}")
            continue
        for day in _days_of(event):
            days.setdefault(day, name)
    return IcsReading(days=days, skipped=tuple(skipped))


def _events(data: bytes) -> list[Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError):
        raise Invalid({"file": "The file is not a calendar in ICS form."}) from None


def _why_not(event: Any) -> str | None:
    start, end = _value(event, "DTSTART"), _value(event, "DTEND")
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return "it is cancelled"
    if not isinstance(start, date) or isinstance(start, datetime):
        return "it has an hour, or no day; only whole days are days off"
    if (
        isinstance(end, date)
        and not isinstance(end, datetime)
        and not 0 <= (end - start).days <= LONGEST_EVENT
    ):
        return "it ends before it begins or is longer than a month"
    rule = event.get("RRULE")
    if rule is not None and set(rule) - {"FREQ", "UNTIL", "COUNT", "BYMONTH", "BYMONTHDAY", "WKST"}:
        return "it is repeated in a way that is not read; write its days out"
    if rule is not None and [str(word).upper() for word in rule.get("FREQ", [])] != ["YEARLY"]:
        return "it is repeated otherwise than yearly; write its days out"
    return None


def _value(event: Any, name: str) -> Any:
    return getattr(event.get(name), "dt", None)


def _days_of(event: Any) -> Iterator[date]:
    start, end = _value(event, "DTSTART"), _value(event, "DTEND")
    has_end = isinstance(end, date) and not isinstance(end, datetime)
    length = max((end - start).days, 1) if has_end else 1
    for first in _first_days(start, event.get("RRULE")):
        yield from (first + timedelta(days=n) for n in range(length))


def _first_days(start: date, rule: Any) -> Iterator[date]:
    if rule is None:
        yield start
        return
    count = int(rule["COUNT"][0]) if rule.get("COUNT") else LAST_YEAR
    until = rule["UNTIL"][0] if rule.get("UNTIL") else date(LAST_YEAR, 12, 31)
    last = until.date() if isinstance(until, datetime) else until
    for year in range(start.year, min(LAST_YEAR, last.year) + 1):
        if (start.month, start.day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)):
            continue
        day = start.replace(year=year)
        if day > last or count <= 0:
            return
        count -= 1
        yield day
