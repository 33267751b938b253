"""Parts of weeks, months, quarters and years: "the end of August", "mid-September", "the fiscal year", "the first Monday of October"."""

from collections.abc import Mapping
from datetime import date

from tracker.extraction.date_words import MONTHS, Phrases, Words, ordinal_at, weekday_of
from tracker.extraction.day_readings import (
    DAY,
    Count,
    Reading,
    Setting,
    last_of_month,
    plus_days,
    plus_months,
)
from tracker.extraction.periods import FRIDAY, Period, current_period, period_at
from tracker.extraction.relative_days import WORKING, duration_at
from tracker.extraction.written_days import written_day

LAST = -1
_THIRDS = frozenset({1, 2, 3, LAST})
_DAYS_IN: Mapping[str, int] = {"day": 1, "week": 7}
MIDDLE = 15  # day of the month
BRIEFLY: Mapping[str, str] = {"eom": "month", "eoq": "quarter", "eoy": "year"}  # end of month

PARTS: Phrases[str] = Phrases(
    dict.fromkeys(
        ("end of", "the end of", "close of", "the close of", "end", "end -", "the last day of", "last day of",
         "the very end of", "conclusion of", "the conclusion of", "the tail end of", *BRIEFLY),
        "end",
    )
    | dict.fromkeys(("mid -", "mid", "the middle of", "middle of", "the midpoint of", "mid - of"), "middle")
    | dict.fromkeys(
        ("the beginning of", "beginning of", "the start of", "start of", "the first day of", "first day of",
         "the first of", "the opening of"),
        "beginning",
    )
    | dict.fromkeys(("the first half of", "first half of"), "first half")
    | dict.fromkeys(("the second half of", "second half of", "the latter half of", "latter half of"), "end")
    | dict.fromkeys(
        ("early", "early in", "late", "late in", "later", "later in", "the early part of", "the latter part of", "early -",
         "late -", "the early days of", "the first days of", "the first few days of", "the last days of", "sometime", "sometime in"),
        "vague",
    )
)  # fmt: skip
WEEKS: Phrases[int] = Phrases(
    {
        f"{the}{name} {noun} {of}": n
        for the in ("the ", "")
        for n, names in (
            (1, ("first", "1 st")),  # as the words are parted
            (2, ("second", "2 nd")),
            (3, ("third", "3 rd")),
            (4, ("fourth", "4 th")),
            (LAST, ("last", "final")),
        )
        for name in names
        for noun in ("week", "full week", "work week")
        for of in ("of", "in")
    }
)
NOTES: Mapping[str, str] = {
    "end": "The end of a period is its last day.",
    "middle": "The middle of a month is its 15th.",
    "beginning": "The beginning of a period is its first day.",
    "first half": "The first half of a month ends on its 15th.",
}


def calendar_part(words: Words, at: int, setting: Setting) -> Reading | None:
    """part = ("end of" | "mid-" | "the first week of" | …) period | period's end | "the first Monday of" period."""
    found = (
        _nth_day(words, at, setting)
        or _week_of_month(words, at, setting)
        or _days_of_period(words, at, setting)
        or _part(words, at, setting)
        or _period_end(words, at, setting)
        or _week_of_day(words, at, setting)
    )
    return (
        None if found and words.follows(found.stop, "in", "which") else found
    )  # "the week in which they close"


def whole_period(words: Words, at: int, setting: Setting) -> Reading | None:
    """whole = "August" | "next week" | "this month" | "the fiscal year": a span that ends on its last day."""
    start = words.skip(at, "of", "in")
    period = period_at(words, start, setting)
    if not period:
        return None
    note = "A span of days is taken to its last day."
    return Reading(
        stop=period.stop, day=period.last, first=period.first, recurrence=period.recurrence, has_year=period.has_year, notes=(note,)
    )  # fmt: skip


def _part(words: Words, at: int, setting: Setting) -> Reading | None:
    """part = kind-of-part period: "the end of the fiscal year", "mid-September", "early next week"."""
    part = PARTS.read(words, at)
    period = period_at(words, part[1], setting) or _bare_unit(words, part, setting) if part else None
    if not part or not period:
        return None
    kind, year = part[0], period.has_year
    if kind == "vague" or (kind in {"middle", "first half"} and period.unit != "month"):
        return Reading(stop=period.stop, day=None, notes=("The words name no one day.",))
    is_bare = words.text(words.skip(part[1], "the")) == "month"
    if (period.recurrence or is_bare) and kind == "beginning" and period.first < setting.base:
        period = _next_of(period) or period
    day = {"end": period.last, "beginning": period.first}.get(kind) or period.first.replace(day=15)
    return Reading(
        stop=period.stop, day=day, first=day if kind != "end" else period.first, is_open=kind == "end",
        recurrence=period.recurrence, has_year=year, notes=(NOTES[kind],),
    )  # fmt: skip


def _bare_unit(words: Words, part: tuple[str, int], setting: Setting) -> Period | None:
    """bare-unit = "end of" ("month" | "week" | "quarter" | "year"): the one that runs."""
    kind, at = part
    if words.text(at - 1) in BRIEFLY:
        return current_period(setting, BRIEFLY[words.text(at - 1)], 0, at)
    if kind == "middle" and words.text(at) == "month":
        return current_period(setting, "month", int(setting.base.day > MIDDLE), at + 1)
    is_unit = kind == "end" and words.text(at) in {"month", "week", "quarter", "year"}
    return current_period(setting, words.text(at), 0, at + 1) if is_unit else None


def _period_end(words: Words, at: int, setting: Setting) -> Reading | None:
    """period-end = "month's end" | "year-end" | "fiscal year-end" | "the week's end": the last day."""
    start = words.skip(at, "the")
    fiscal = words.text(start) in {"fiscal", "calendar"}
    unit_at = start + fiscal
    unit = words.text(unit_at).removesuffix("'s")
    stop = words.skip(unit_at + 1, "-", "'")
    stop = words.skip(stop, "s") if stop > unit_at + 1 else stop
    if unit not in {"month", "year", "quarter", "week"} or words.text(stop) != "end":
        return None
    period = current_period(setting, "fiscal year" if words.text(start) == "fiscal" else unit, 0, stop + 1)
    return (
        Reading(stop=stop + 1, day=period.last, first=period.first, is_open=True, notes=(NOTES["end"],))
        if period
        else None
    )


def _week_of_month(words: Words, at: int, setting: Setting) -> Reading | None:
    """week = ("first" | … | "last") "week" ("of" | "in") period: the first is days 1 to 7, the last ends the month."""
    week = WEEKS.read(words, at)
    period = period_at(words, week[1], setting) if week else None
    if not week or not period or period.unit != "month":
        return None
    if week[0] == LAST:
        first, last = period.last - 6 * DAY, period.last
    else:
        first = period.first + (week[0] - 1) * 7 * DAY
        last = first + 6 * DAY
    return Reading(
        stop=period.stop, day=last, first=first, recurrence=period.recurrence, has_year=period.has_year,
        notes=("The weeks of a month are its days 1-7, 8-14, 15-21, 22-28; the last week is its last seven days.",),
    )  # fmt: skip


def _days_of_period(words: Words, at: int, setting: Setting) -> Reading | None:
    """days-of = ["the"] ordinal number ("days" | "weeks") ("of" | "in") (month | "the new year"): "the first ten days of June"."""
    number, noun = _nth(words, words.skip(at, "the"))
    length = duration_at(words, noun) if number in _THIRDS else None
    if length is None or length.count < 2 or words.text(length.stop) not in {"of", "in"}:
        return None
    period = period_at(words, length.stop + 1, setting) or _new_year(words, length.stop + 1, setting)
    days = length.count * _DAYS_IN.get(length.unit, 0)
    if period is None or not days:
        return None
    is_last = number == LAST
    last = period.last if is_last else plus_days(period.first, number * days - 1)
    first = plus_days(period.last, 1 - days) if is_last else plus_days(period.first, (number - 1) * days)
    note = "A span of days is taken to its last day."
    return Reading(stop=period.stop, day=last, first=first, has_year=period.has_year, notes=(note,))


def _new_year(words: Words, at: int, setting: Setting) -> Period | None:
    """Read "the new year": the one to come."""
    stop = words.skip(at, "the") + 2
    is_named = words.follows(stop - 2, "new", "year")
    return current_period(setting, "year", 1, stop) if is_named else None


def _week_of_day(words: Words, at: int, setting: Setting) -> Reading | None:
    """week-of = ["the"] "week" ["of" | "beginning" | "ending"] day: its Friday, or the ending day itself."""
    start = words.skip(at, "the")
    if words.follows(start, "week", "after", "next"):
        return whole_period(words, at, setting)
    is_ending = words.text(start + 1) == "ending"
    is_named = words.text(start + 1) in {"of", "beginning", "starting", "commencing"}
    is_span = words.text(start + 1) in MONTHS or words.digits(start + 1)  # "the week May 12-16"
    if words.text(start) != "week" or not (is_ending or is_named or is_span):
        return None
    behind = start + 1 if is_span else words.skip(start + 2, "on")
    day = written_day(words, behind, setting)
    if not day or not day.first:
        return None
    friday = plus_days(day.first, (FRIDAY - day.first.weekday()) % 7) if not is_ending else day.day
    return Reading(
        stop=day.stop, day=friday, first=day.first, has_year=day.has_year,
        notes=(*day.notes, "A week is taken to its Friday." if not is_ending else "The week's last day."),
    )  # fmt: skip


def _nth_day(words: Words, at: int, setting: Setting) -> Reading | None:
    """nth = ["the"] (ordinal | "last") (weekday | "working day") ("of" | "in") period: "the first Monday of October"."""
    start = words.skip(at, "the")
    number, noun = _nth(words, start)
    if not number:
        return None
    is_working = (words.text(noun) in WORKING and words.text(noun + 1) == "day") or words.text(noun) in {
        "workday",
        "weekday",
    }
    weekday = None if is_working else weekday_of(words.text(noun))
    stop = (
        noun + 2 if is_working and words.text(noun) in WORKING and words.text(noun + 1) == "day" else noun + 1
    )
    if (weekday is None and not is_working) or words.text(stop) not in {"of", "in"}:
        return None
    period = period_at(words, stop + 1, setting)
    if not period:
        return None
    day = _pick(setting, period, number, weekday)
    picked: Period | None = period
    if period.unit == "month" and not period.has_year and day and day < setting.base:
        picked = _next_of(period)
        day = _pick(setting, picked, number, weekday) if picked else None
    count = _count(picked, number) if picked and is_working else None
    return Reading(
        stop=period.stop, day=day, first=day, recurrence=period.recurrence, is_written=True, counting=count
    )


def _count(period: Period, number: int) -> Count:
    """Return the nth working day of a period as counted from the day before it, from the day behind it for the last."""
    return Count(period.first - DAY if number > 0 else period.last + DAY, number)


def _nth(words: Words, at: int) -> tuple[int, int]:
    if words.text(at) in {"last", "final"}:
        return LAST, at + 1
    found = ordinal_at(words, at)
    return found if found and found[0] <= 23 else (0, at)


def _pick(setting: Setting, period: Period, number: int, weekday: int | None) -> date | None:
    """Return the nth such day of a period, the last for -1."""
    days = (period.first + n * DAY for n in range(min((period.last - period.first).days, 366) + 1))
    fits = [
        day
        for day in days
        if (day.weekday() == weekday if weekday is not None else not setting.is_day_off(day))
    ]
    index = number if number < 0 else number - 1
    return fits[index] if -len(fits) <= index < len(fits) else None


def _next_of(period: Period) -> Period | None:
    """Return the next month, or the same month of next year where the month was named."""
    months = 1 if period.recurrence or period.unit == "month" else 12
    first = plus_months(period.first, months)
    last = last_of_month(first.year, first.month) if first else None
    return (
        Period(first=first, last=last, stop=period.stop, unit="month", recurrence=period.recurrence)
        if first and last
        else None
    )
