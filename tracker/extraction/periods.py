"""Weeks, months, quarters, calendar and fiscal years as spans of days: "August", "the second quarter of FY09", "next week"."""

from dataclasses import dataclass, replace
from datetime import date

from tracker.extraction.clock_words import is_hhmm
from tracker.extraction.date_words import Words, ordinal_at, words_of
from tracker.extraction.day_readings import (
    DAY,
    LAST_YEAR,
    LEAST_YEAR,
    Setting,
    day_or_none,
    last_of_month,
    plus_months,
)
from tracker.extraction.written_days import full_year, month_at, year_at

FIRST_FISCAL_MONTH = 10  # the U.S. Government's fiscal year begins on 1 October
FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A week, month, quarter or year: its first and last day, and the index behind the words."""

    first: date
    last: date
    stop: int
    unit: str
    has_year: bool = False
    recurrence: str | None = None


def period_at(words: Words, at: int, setting: Setting) -> Period | None:
    """period = month [year] | quarter [year] | fiscal-year | ["this" | "next" | "each"] unit | "calendar year" year."""
    return (
        _month_period(words, at, setting)
        or _quarter(words, at, setting)
        or _fiscal_year(words, at, setting)
        or _year_period(words, at, setting)
        or _that_month(words, at, setting)
        or _unit_period(words, at, setting)
    )


def _that_month(words: Words, at: int, setting: Setting) -> Period | None:
    """that-month = ("that" | ["the"] "same") "month": the one named last before, in the sentence or the one before."""
    start = words.skip(at, "that") if words.text(at) == "that" else words.skip(at, "the")
    stop = words.skip(start, "same")
    if stop == at or words.text(stop) != "month" or words.texts[at:stop] == ("the",):
        return None
    named = _last_month(words, at, setting) or _last_in(setting.told, setting)
    return replace(named, stop=stop + 1, has_year=True) if named else None


def _last_in(told: str, setting: Setting) -> Period | None:
    words = words_of(told) if told else None
    return _last_month(words, len(words.texts), setting) if words else None


def _last_month(words: Words, end: int, setting: Setting) -> Period | None:
    """Return the month named last before a word, None where none is."""
    return next(
        (month for n in range(end - 1, -1, -1) if (month := _month_period(words, n, setting)) is not None),
        None,
    )


def _month_period(words: Words, at: int, setting: Setting) -> Period | None:
    """month-period = ["the" "month" "of"] month [","] [year | "of next year"]."""
    start = at + 3 if words.follows(at, "the", "month", "of") else words.skip(at, "this", "next", "-")
    month = month_at(words, start, is_sure=True)
    if not month or not words.raw(start)[:1].isupper():
        return None
    year = year_at(words, month[1] if words.text(month[1]) != "of" else month[1] + 1, setting, is_short=False)
    base = setting.base
    if year:
        return _month_of(year[0], month[0], year[1], has_year=True)
    if (
        words.text(words.skip(month[1], "of")) in {"next", "this"}
        and words.text(words.skip(month[1], "of") + 1) == "year"
    ):
        behind = words.skip(month[1], "of")
        return _month_of(base.year + (words.text(behind) == "next"), month[0], behind + 2, has_year=True)
    return _month_of(base.year + (month[0] < base.month), month[0], month[1])


def _month_of(year: int, month: int, stop: int, *, has_year: bool = False) -> Period | None:
    first, last = day_or_none(year, month, 1), last_of_month(year, month) if 1 <= year <= LAST_YEAR else None
    return (
        Period(first=first, last=last, stop=stop, unit="month", has_year=has_year) if first and last else None
    )


def _quarter(words: Words, at: int, setting: Setting) -> Period | None:
    """quarter = ["the"] (ordinal "quarter" | "Q" digit) [["of"] (fiscal-year | year)]."""
    start = words.skip(at, "the")
    fiscal = words.text(start) in {"fiscal", "calendar"}
    found = ordinal_at(words, start + fiscal)
    if words.text(start) == "q" and words.digits(start + 1):
        found = int(words.digits(start + 1)), start + 2
        words_behind = found[1]
    elif found and words.text(found[1]) == "fiscal" and words.text(found[1] + 1) == "quarter":
        fiscal, words_behind = True, found[1] + 2
    elif found and words.text(found[1]) == "quarter":
        words_behind = found[1] + 1
    else:
        return None
    if not 1 <= found[0] <= 4:
        return None
    whole = _fiscal_year(words, words.skip(words.skip(words_behind, "of", ","), "-"), setting)
    year = None if whole else year_at(words, words.skip(words_behind, "of"), setting, is_short=False)
    if whole or (fiscal and words.text(start) != "calendar"):
        whole = whole or _fiscal_of(
            setting.base.year + (setting.base.month >= FIRST_FISCAL_MONTH), words_behind
        )
        return _quarter_from(
            whole.first if whole else None, found[0], whole.stop if whole else 0, has_year=True
        )
    first = day_or_none(year[0] if year else setting.base.year, 1, 1)
    quarter = _quarter_from(first, found[0], year[1] if year else words_behind, has_year=year is not None)
    if quarter and not year and quarter.last < setting.base:
        return _quarter_from(plus_months(first, 12) if first else None, found[0], words_behind)
    return quarter


def _quarter_from(start: date | None, number: int, stop: int, *, has_year: bool = False) -> Period | None:
    first = plus_months(start, 3 * (number - 1)) if start else None
    after = plus_months(first, 3) if first else None
    return (
        Period(first=first, last=after - DAY, stop=stop, unit="quarter", has_year=has_year)
        if first and after
        else None
    )


def _fiscal_year(words: Words, at: int, setting: Setting) -> Period | None:
    """fiscal-year = ["the" | "this" | "next" | "current"] ("fiscal year" | "FY") [["-"] year]: it ends on 30 September."""
    start, ahead = at, 0
    while words.text(start) in {"the", "this", "current", "next", "coming", "present", "each"}:
        ahead += words.text(start) in {"next", "coming"}
        start += 1
    stop = (
        start + 2 if words.follows(start, "fiscal", "year") else start + 1 if words.text(start) == "fy" else 0
    )
    if not stop:
        return None
    digits = words.digits(words.skip(words.skip(stop, "-"), "'"))
    if digits and (len(digits) == 2 or (len(digits) == 4 and LEAST_YEAR <= int(digits) <= LAST_YEAR)):
        stop = words.skip(words.skip(stop, "-"), "'") + 1
        return _fiscal_of(full_year(digits), stop, has_year=True)
    return _fiscal_of(setting.base.year + (setting.base.month >= FIRST_FISCAL_MONTH) + ahead, stop)


def _fiscal_of(year: int, stop: int, *, has_year: bool = False) -> Period | None:
    first, last = day_or_none(year - 1, FIRST_FISCAL_MONTH, 1), day_or_none(year, FIRST_FISCAL_MONTH - 1, 30)
    return (
        Period(first=first, last=last, stop=stop, unit="year", has_year=has_year) if first and last else None
    )


def _year_period(words: Words, at: int, setting: Setting) -> Period | None:
    """year-period = ["the"] ["calendar"] ["year"] four digits | "CY" two or four digits: "the end of 2008"."""
    start = words.skip(words.skip(words.skip(at, "the"), "calendar"), "year", "cy")
    digits = words.digits(start)
    is_year = (
        len(digits) == 4
        and LEAST_YEAR <= int(digits) <= LAST_YEAR
        and words.text(start + 1) not in {"hours", "z", ":", "-", "/"}
    )
    if not is_year or (is_hhmm(digits) and abs(int(digits) - setting.sent_on.year) > 30):
        return None
    year = int(digits)
    return Period(first=date(year, 1, 1), last=date(year, 12, 31), stop=start + 1, unit="year", has_year=True)


def _unit_period(words: Words, at: int, setting: Setting) -> Period | None:
    """unit-period = ["the" | "this" | "next" | "each" …] ["calendar"] ("week" | "month" | "quarter" | "year") ["after next"]."""
    start, ahead, recurrence, is_said = at, 0, "", False
    while words.text(start) in {
        "the",
        "this",
        "current",
        "next",
        "coming",
        "following",
        "present",
        "each",
        "every",
        "calendar",
        "business",
        "same",
    }:
        ahead += words.text(start) in {"next", "coming", "following"}
        recurrence = "each" if words.text(start) in {"each", "every"} else recurrence
        is_said = True
        start += 1
    unit = words.text(start)
    if unit not in {"week", "month", "quarter", "year"} or not is_said:
        return None
    if words.follows(start + 1, "after", "next"):
        return current_period(setting, unit, 2, start + 3)
    often = {"week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "annually"}[unit]
    return current_period(setting, unit, ahead, start + 1, often if recurrence else None)


def current_period(
    setting: Setting, unit: str, ahead: int, stop: int, recurrence: str | None = None
) -> Period | None:
    """Return the week, month, quarter, year or fiscal year of the base day, or one so many ahead."""
    base = setting.base
    if unit == "fiscal year":
        return _fiscal_of(base.year + (base.month >= FIRST_FISCAL_MONTH), stop)
    if unit == "week":
        monday = (
            base - base.weekday() * DAY + 7 * ahead * DAY
            if base.year < 9999 and base.toordinal() > 7
            else None
        )
        if monday and base.weekday() > FRIDAY and not ahead:  # sent at a week-end: the week to come
            monday += 7 * DAY
        return (
            Period(first=monday, last=monday + FRIDAY * DAY, stop=stop, unit=unit, recurrence=recurrence)
            if monday
            else None
        )
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    start = base.replace(month=base.month - (base.month - 1) % length, day=1)
    first = plus_months(start, length * ahead)
    after = plus_months(first, length) if first else None
    return (
        Period(first=first, last=after - DAY, stop=stop, unit=unit, recurrence=recurrence)
        if first and after
        else None
    )
