"""Days that go by a name of their own: Christmas, New Year's Day, Thanksgiving, the Fourth of July."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tracker.extraction.date_words import Phrases, Words
from tracker.extraction.day_readings import DAY, Reading, Setting, in_words

THURSDAY, MONDAY = 3, 0


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    def day_of(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))

    return day_of


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _memorial_day(year: int) -> date:
    last = date(year, 5, 31)
    return last - last.weekday() * DAY


DAYS: Mapping[str, Callable[[int], date]] = {
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
    "new year's": _fixed(1, 1), "new year's day": _fixed(1, 1), "new year": _fixed(1, 1), "the new year": _fixed(1, 1),
    "new year's eve": _fixed(12, 31), "independence day": _fixed(7, 4), "the fourth of july": _fixed(7, 4),
    "thanksgiving": _nth(11, THURSDAY, 4), "thanksgiving day": _nth(11, THURSDAY, 4),
    "labor day": _nth(9, MONDAY, 1), "columbus day": _nth(10, MONDAY, 2), "memorial day": _memorial_day,
    "presidents' day": _nth(2, MONDAY, 3), "presidents ' day": _nth(2, MONDAY, 3), "veterans day": _fixed(11, 11),
}  # fmt: skip
NAMES: Phrases[Callable[[int], date]] = Phrases(DAYS)


def holiday_reading(words: Words, at: int, setting: Setting) -> Reading | None:
    """holiday = ["the"] name ["holiday"]: the first such day on or after the day sent."""
    found = NAMES.read(words, at) or NAMES.read(words, words.skip(at, "the"))
    if not found or not 1 <= setting.base.year < 9999:
        return None
    day_of, stop = found
    day = day_of(setting.base.year)
    day = day if day >= setting.base else day_of(setting.base.year + 1)
    return Reading(
        stop=words.skip(words.skip(stop, "holiday", "holidays"), "break"), day=day, first=day, is_written=True,
        notes=(f"The first such holiday on or after {in_words(setting.base)}.",),
    )  # fmt: skip
