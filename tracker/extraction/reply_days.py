"""The day that a person's words begin with: "by Friday", "by 12 August"; none where it could be another."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from tracker.extraction.date_words import SHORT_WEEKDAYS, WEEKDAYS
from tracker.extraction.dates import deadlines
from tracker.extraction.proposals import Deadline

LONGEST = 200  # characters that are looked at
FAR = timedelta(days=200)  # a day without a year so far ahead is rather one that has passed
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})\b")  # 8/12: in August or in December
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]+")
LATEST_MONTH = 12
NAMED = {**WEEKDAYS, **SHORT_WEEKDAYS}


def day_at_start(text: str, today: date, *, is_day_off: Callable[[date], bool]) -> tuple[date, int] | None:
    """Return the day that the text begins with, as written on `today`, and where its words end; None for none.

    A weekday that is not that day's, or is today's, a day with two readings, and one that has passed are none.
    """
    written_at = datetime.combine(today, time(12), UTC)
    found = next(iter(deadlines(text[:LONGEST], written_at, is_day_off=is_day_off)), None)
    if found is None or found.start != 0 or found.day is None or not _is_sure(found, found.day, today):
        return None
    return found.day, found.end


def _is_sure(found: Deadline, day: date, today: date) -> bool:
    said = found.quote.lower()
    named = {NAMED[word] for word in WORD.findall(said) if word in NAMED}
    slashed = SLASHED.search(said)
    has_two_readings = slashed is not None and (
        slashed[1] != slashed[2] and max(int(slashed[1]), int(slashed[2])) <= LATEST_MONTH
    )
    is_far = day - today > FAR and not YEAR.search(said)
    is_other_weekday = bool(named) and named != {day.weekday()}
    is_today_or_next = bool(named) and day == today and not DIGIT.search(said)
    return day >= today and not (is_far or has_two_readings or is_other_weekday or is_today_or_next)
