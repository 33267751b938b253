"""Days that go by a name of their own: Christmas, New Year's Day, Thanksgiving, the Fourth of July."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tracker.extraction.date_words import Phrases, Words
from tracker.extraction.day_readings import DAY, Reading, Setting, in_words

THURSDAY, MONDAY, SUNDAY = 3, 0, 6


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


def _easter(after: int = 0) -> Callable[[int], date]:
    """Return the rule for a day some days after the Western Easter Sunday, by the Gregorian rule of Gauss and Butcher."""

    def day_of(year: int) -> date:
        golden, century, rest = year % 19, year // 100, year % 100
        leaps, correction = century // 4, (century + 8) // 25
        moon = (19 * golden + century - leaps - (century - correction + 1) // 3 + 15) % 30
        week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
        late = (golden + 11 * moon + 22 * week) // 451
        month, day = divmod(moon + week - 7 * late + 114, 31)
        return date(year, month, day + 1) + after * DAY

    return day_of


DAYS: Mapping[str, Callable[[int], date]] = {
    "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
    "new year's": _fixed(1, 1), "new year's day": _fixed(1, 1), "new year": _fixed(1, 1), "the new year": _fixed(1, 1),
    "new year's eve": _fixed(12, 31), "independence day": _fixed(7, 4), "the fourth of july": _fixed(7, 4),
    "thanksgiving": _nth(11, THURSDAY, 4), "thanksgiving day": _nth(11, THURSDAY, 4),
    "labor day": _nth(9, MONDAY, 1), "columbus day": _nth(10, MONDAY, 2), "memorial day": _memorial_day,
    "presidents day": _nth(2, MONDAY, 3), "president's day": _nth(2, MONDAY, 3), "washington's birthday": _nth(2, MONDAY, 3), "presidents' day": _nth(2, MONDAY, 3), "presidents ' day": _nth(2, MONDAY, 3), "veterans day": _fixed(11, 11),
    "veterans' day": _fixed(11, 11), "martin luther king day": _nth(1, MONDAY, 3), "mlk day": _nth(1, MONDAY, 3),
    "juneteenth": _fixed(6, 19), "flag day": _fixed(6, 14), "valentine's day": _fixed(2, 14), "may day": _fixed(5, 1),
    "st . patrick's day": _fixed(3, 17), "saint patrick's day": _fixed(3, 17), "earth day": _fixed(4, 22),
    "halloween": _fixed(10, 31), "all saints' day": _fixed(11, 1), "all saints ' day": _fixed(11, 1),
    "bastille day": _fixed(7, 14), "boxing day": _fixed(12, 26), "mother's day": _nth(5, SUNDAY, 2),
    "easter": _easter(), "easter sunday": _easter(), "easter monday": _easter(1), "good friday": _easter(-2),
    "ash wednesday": _easter(-46), "palm sunday": _easter(-7),
}  # fmt: skip
_CLOSING = frozenset({"", ".", ",", ";", ")", "and", "is", "holiday"})
OPENINGS = frozenset(name.partition(" ")[0] for name in DAYS)
NAMES: Phrases[Callable[[int], date]] = Phrases(DAYS)


def _the_fourth(words: Words, at: int) -> tuple[Callable[[int], date], int] | None:
    """Read "the first working day after the Fourth": in a capital, and nothing behind it."""
    place = words.skip(at, "the")
    is_name = words.raw(place) == "Fourth" and words.text(place - 1) == "the"
    return (DAYS["the fourth of july"], place + 1) if is_name and words.text(place + 1) in _CLOSING else None


def holiday_reading(words: Words, at: int, setting: Setting) -> Reading | None:
    """holiday = ["the"] name ["holiday"]: the first such day on or after the day sent."""
    found = NAMES.read(words, at) or _the_fourth(words, at) or NAMES.read(words, words.skip(at, "the"))
    if not found or not 1 <= setting.base.year < 9999:
        return None
    day_of, stop = found
    day = day_of(setting.base.year)
    day = day if day >= setting.base else day_of(setting.base.year + 1)
    return Reading(
        stop=words.skip(words.skip(stop, "holiday", "holidays"), "break"), day=day, first=day, is_written=True,
        notes=(f"The first such holiday on or after {in_words(setting.base)}.",),
    )  # fmt: skip
