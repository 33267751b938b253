"""The day that a person's words begin with: "by Friday", "by 12 August"; none where it could be another."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from tracker.extraction.date_words import SHORT_WEEKDAYS, WEEKDAYS
from tracker.extraction.dates import deadlines
from tracker.extraction.proposals import Deadline

LONGEST = 200  # characters that are looked at
FAR = timedelta(days=200)  # a day without a year so far ahead is rather one that has passed
WEEK = timedelta(days=7)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})\b")  # 8/12: in August or in December
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]+")
LATEST_MONTH = 12
NAMED = {**WEEKDAYS, **SHORT_WEEKDAYS}


class Doubt(StrEnum):
    """Why a day that was named is not taken."""

    PASSED = "passed"
    TWO_READINGS = "two readings"  # 12/5: in May or in December
    OTHER_WEEKDAY = "other weekday"  # than the named one
    TODAY_OR_NEXT = "today or next"  # Friday, said on a Friday


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A day that was named and is not sure, and the days that may be meant: one, or two."""

    doubt: Doubt
    days: tuple[date, ...]


def day_at_start(text: str, today: date, *, is_day_off: Callable[[date], bool]) -> tuple[date, int] | None:
    """Return the day that the text begins with, as written on `today`, and where its words end; None for none.

    A weekday that is not that day's, or is today's, a day with two readings, and one that has passed are none.
    """
    found = _found(text, today, is_day_off)
    if found is None or found.day is None or _doubted(found.quote, found.day, today) is not None:
        return None
    return found.day, found.end


def doubted_at_start(text: str, today: date, *, is_day_off: Callable[[date], bool]) -> Doubted | None:
    """Return what is not sure about the day that the text begins with; None where it names none, or it is sure."""
    found = _found(text, today, is_day_off)
    return _doubted(found.quote, found.day, today) if found is not None and found.day is not None else None


def _found(text: str, today: date, is_day_off: Callable[[date], bool]) -> Deadline | None:
    written_at = datetime.combine(today, time(12), UTC)
    found = next(iter(deadlines(text[:LONGEST], written_at, is_day_off=is_day_off)), None)
    return found if found is not None and found.start == 0 else None


def _doubted(quote: str, day: date, today: date) -> Doubted | None:
    said = quote.lower()
    readings = _readings(said, today)
    if len(readings) > 1:
        return Doubted(doubt=Doubt.TWO_READINGS, days=readings)
    named = {NAMED[word] for word in WORD.findall(said) if word in NAMED}
    if named and named != {day.weekday()}:
        return Doubted(doubt=Doubt.OTHER_WEEKDAY, days=(day,))
    if named and day == today and not DIGIT.search(said):
        return Doubted(doubt=Doubt.TODAY_OR_NEXT, days=(day, day + WEEK))
    is_far = day - today > FAR and not YEAR.search(said)
    return Doubted(doubt=Doubt.PASSED, days=(day,)) if day < today or is_far else None


def _readings(said: str, today: date) -> tuple[date, ...]:
    """Return the two days that "5/12" can name, each the next that comes; none where it can name one only."""
    match = SLASHED.search(said)
    if match is None or match[1] == match[2] or max(int(match[1]), int(match[2])) > LATEST_MONTH:
        return ()
    first, second = int(match[1]), int(match[2])
    year = YEAR.search(said)
    return tuple(_next(*one, today, year) for one in ((first, second), (second, first)))


def _next(day: int, month: int, today: date, year: re.Match[str] | None) -> date:
    found = date(int(year[0]) if year else today.year, month, day)
    return found if year or found >= today else found.replace(year=today.year + 1)
