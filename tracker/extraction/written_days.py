"""The grammar of days written with a month: "August 6", "6 AUG 08", "061700Z AUG 08", "8/6/2008", spans of them."""

from datetime import date
from typing import NamedTuple

from tracker.extraction.clock_words import hhmm, is_hhmm, zone_of_letter
from tracker.extraction.date_words import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    SHORT_WEEKDAYS,
    UNITS_OF_TEN,
    WEEKDAY_NAMES,
    Words,
    cardinal_at,
    month_of,
    ordinal_at,
    weekday_of,
)
from tracker.extraction.day_readings import (
    LAST_YEAR,
    LEAST_YEAR,
    SPAN_OF_YEARS,
    Reading,
    Setting,
    day_or_none,
    first_such_day,
    in_words,
    plus_months,
)

PIVOT = 70  # a two-digit year from 70 on is 19xx
MOST_TO = (
    6  # words of a month and its first day, and the one that leads to the last: "Sept. the twenty-first to"
)
_NO_DAYS = frozenset({3, 5, 7})  # figures of a number with which no written day begins
TO_WORDS = frozenset({"-", "to", "through", "thru", "until", "and", "/", "or"})
SPANNING_WORDS = TO_WORDS - {"and", "or", "/"}
TIME_WORDS = frozenset(
    {":", "am", "pm", "noon", "hours", "hrs", "hour", "o'clock", "z", "zulu", "local", "gmt", "utc"}
)


class MonthDay(NamedTuple):
    """A day of a month as written, its year if one was given, and the index behind."""

    month: int
    day: int
    year: int | None
    stop: int


def written_day(words: Words, at: int, setting: Setting) -> Reading | None:
    """written = [weekday [","] ] ( dtg | iso | figures | span | month-day | day-month ).

    "Tuesday, August 6": the day of the month counts, and a weekday that disagrees is noted.
    """
    named = weekday_before(words, at)
    start = named[1] if named else at
    opening = words.text(words.skip(start, "the", "this"))
    if not (opening[:1].isdigit() or opening in ORDINALS or opening in UNITS_OF_TEN or month_of(opening)):
        return None
    digits = words.digits(start)
    if len(digits) in _NO_DAYS:
        return None  # "a crew of 115"
    reading = _in_figures(words, start, setting) if digits else None
    reading = reading or _spelled(words, start, setting)
    return with_weekday(reading, named[0]) if reading and named else reading


def _spelled(words: Words, at: int, setting: Setting) -> Reading | None:
    """Return the day, or the last of a span of days, written with the name of its month."""
    span = _span_in_month(words, at, setting)
    first = None if span else day_written_at(words, words.skip(at, "this"), setting)
    if first is None:
        return span
    return _full_span(words, first, setting) or one_day(words, first, setting)


def _in_figures(words: Words, at: int, setting: Setting) -> Reading | None:
    """Return the day of a date-time group or one written in figures alone: all of them begin with a number."""
    return date_time_group(words, at, setting) or iso_day(words, at) or figures(words, at, setting)


def weekday_before(words: Words, at: int) -> tuple[int, int] | None:
    """weekday = name ["."] ["next"] [","] ["the"], standing before the day it belongs to."""
    text = words.text(at)
    number = SHORT_WEEKDAYS.get(text, weekday_of(text))
    if number is None:
        return None
    behind = words.skip(at + 1, ".")
    is_next = words.text(behind) == "next" and words.text(behind + 1) == ","  # "Wednesday next, the 14th"
    stop = words.skip(behind + is_next, ",")
    return number, words.skip(stop, "the", "-", "(")


def with_weekday(reading: Reading, weekday: int) -> Reading:
    """Return the reading, with a note where the weekday written beside it is another one."""
    first = reading.first or reading.day
    if first is None or first.weekday() == weekday:
        return reading
    said = f"The text says {WEEKDAY_NAMES[weekday]}, but that day is {in_words(first)}: the date is kept."
    return reading.but(stop=reading.stop, notes=(said,))


def month_at(words: Words, at: int, *, is_sure: bool = False) -> tuple[int, int] | None:
    """month = name ["."]; a misspelled name counts only beside a day (`is_sure`)."""
    text = words.text(at)
    month = MONTHS.get(text) or (month_of(text) if is_sure else None)
    if not month:
        return None
    is_short = words.text(at + 1) == "." and text in MONTHS and len(text) <= 4
    return month, at + 2 if is_short and words.is_glued(at + 1) else at + 1


def day_of_month_at(words: Words, at: int) -> tuple[int, int] | None:
    """day = 1 to 31, as a number of one or two digits or an ordinal: "6", "6th", "sixth"."""
    digits = words.digits(at)
    found = ordinal_at(words, at) or ((int(digits), at + 1) if 1 <= len(digits) <= 2 else None)
    return found if found and 1 <= found[0] <= 31 else None


def year_at(words: Words, at: int, setting: Setting, *, is_short: bool) -> tuple[int, int] | None:
    """year = [","] four digits | "'" two digits | two digits (`is_short`, after day and month)."""
    start = words.skip(at, ",")
    digits = words.digits(start)
    if len(digits) == 4 and not _is_time(words, start, setting):
        return int(digits), start + 1
    if words.text(start) == "'" and len(words.digits(start + 1)) == 2:
        return full_year(words.digits(start + 1)), start + 2
    if is_short and start == at and len(digits) == 2 and words.text(at + 1) not in TIME_WORDS:
        year = full_year(digits)
        return (year, at + 1) if abs(year - setting.sent_on.year) <= SPAN_OF_YEARS else None
    return None


def full_year(digits: str) -> int:
    """Return the year of two digits (70 and later: 19xx) or of four."""
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= PIVOT else 2000)


def _is_time(words: Words, at: int, setting: Setting) -> bool:
    year, after = int(words.digits(at)), words.text(at + 1)
    if _is_colon_only(words, at + 1) or (after == "noon" and words.digits(at) != "1200"):
        after = ""  # "January 10, 2007: the committee meets", "October 6, 2005 noon"
    if after in TIME_WORDS or (words.is_glued(at + 1) and after.isalpha()):
        return True
    is_near = abs(year - setting.sent_on.year) <= SPAN_OF_YEARS
    return not (LEAST_YEAR <= year <= LAST_YEAR) or (is_hhmm(words.digits(at)) and not is_near)


def month_day_at(words: Words, at: int, setting: Setting) -> MonthDay | None:
    """month-day = month ["the"] day [year]: "August 6", "Feb. 20th, 2009", "August the 6th"."""
    month = month_at(words, at, is_sure=bool(words.digits(at + 1)))
    if not month:
        return None
    at_day = words.skip(month[1], "the", "-")
    day = day_of_month_at(words, at_day) or _day_in_words(words, at_day)
    if not day or _is_clock(words, day[1]):
        return None
    year = year_at(words, day[1], setting, is_short=words.text(month[1]) == "-")
    return MonthDay(
        month=month[0], day=day[0], year=year[0] if year else None, stop=year[1] if year else day[1]
    )


def _day_in_words(words: Words, at: int) -> tuple[int, int] | None:
    """Read "JUNE ONE", "March twenty": telegrams spell days out."""
    found = cardinal_at(words, at) if words.text(at) in NUMBERS else None
    return found if found and found[0] <= 31 else None


def _is_colon_only(words: Words, at: int) -> bool:
    """Say whether a colon ends what it stands behind, and parts no hours from minutes."""
    return words.text(at) == ":" and not words.digits(at + 1)


def _is_clock(words: Words, at: int) -> bool:
    return words.text(at) == ":" and words.is_glued(at) and len(words.digits(at + 1)) == 2


def day_month_at(words: Words, at: int, setting: Setting) -> MonthDay | None:
    """day-month = ["the"] day ["day"] ["of" | "-"] month [year]: "6 AUG 08", "the 3d of March", "20-Feb-2009"."""
    day = day_of_month_at(words, words.skip(at, "the"))
    if not day:
        return None
    behind = words.skip(day[1], "-", "/") if words.is_glued(day[1]) else day[1]
    month = month_at(words, _of_month(words, behind), is_sure=True)
    if not month:
        return None
    at_year = words.skip(month[1], "-", "/") if words.is_glued(month[1]) else month[1]
    year = year_at(words, at_year, setting, is_short=True)
    return MonthDay(
        month=month[0], day=day[0], year=year[0] if year else None, stop=year[1] if year else month[1]
    )


def _of_month(words: Words, at: int) -> int:
    return words.skip(words.skip(words.skip(at, "day"), "of"), "this", "the")


def day_written_at(words: Words, at: int, setting: Setting) -> MonthDay | None:
    """Return the month and day written there in either order."""
    return month_day_at(words, at, setting) or day_month_at(words, at, setting)


def one_day(words: Words, found: MonthDay, setting: Setting) -> Reading:
    """Return one written day; "of this year" and "next year" behind it give the year."""
    year, stop = found.year, found.stop
    if year is None:
        year, stop = _year_in_words(words, stop, setting)
    return resolved(setting, found.month, found.day, year, stop)


def _year_in_words(words: Words, at: int, setting: Setting) -> tuple[int | None, int]:
    """Read ["," | "of"] ("this" | "next") "year", "the current year"."""
    start = words.skip(words.skip(at, ","), "of")
    if words.text(start + 1) == "year" and words.text(start) in {"this", "next"}:
        return setting.sent_on.year + (words.text(start) == "next"), start + 2
    if words.follows(start, "the", "current", "year") or words.follows(start, "the", "same", "year"):
        return setting.sent_on.year, start + 3
    if words.follows(start, "the", "following", "year"):
        return setting.sent_on.year + 1, start + 3
    return None, at


def resolved(setting: Setting, month: int, day: int, year: int | None, stop: int) -> Reading:
    """Return the day of a month; without a year the first such day on or after the base day."""
    if year is not None:
        found = day_or_none(year, month, day)
        notes: tuple[str, ...] = ()
    else:
        found = first_such_day(setting, month, day)
        notes = (
            (
                f"No year is given: {found.year} is taken, the next such date counted from {in_words(setting.base)}.",
            )
            if found
            else ()
        )
    if not found:
        notes = ("There is no such day in the calendar.",)
    return Reading(stop=stop, day=found, first=found, is_written=True, has_year=year is not None, notes=notes)


def date_time_group(words: Words, at: int, setting: Setting) -> Reading | None:
    """dtg = ddhhmm letter month [year]: "061700Z AUG 08", "06 1700Z AUG"; the letter may be missing."""
    digits, stop = words.digits(at), at + 1
    if len(digits) == 2 and len(words.digits(stop)) == 4 and words.raw(stop + 1)[:1].isalpha():
        digits, stop = digits + words.digits(stop), stop + 1
    if len(digits) == 2 and words.text(stop) == "/" and len(words.digits(stop + 1)) == 4:
        digits, stop = digits + words.digits(stop + 1), stop + 2  # "20/1700Z"
    if len(digits) != 6 or not is_hhmm(digits[2:]) or not 1 <= int(digits[:2]) <= 31:
        return None
    text = words.text(stop)
    is_run_on = text[1:] in MONTHS and words.is_glued(stop)  # "071600ZAPR09"
    letter = zone_of_letter(text[:1]) if len(text) == 1 or is_run_on else None
    is_whole = letter is not None and words.is_glued(stop)
    month = (MONTHS[text[1:]], stop + 1) if letter and is_run_on else None
    stop = words.skip(stop + 1, "-", "/") if letter else stop
    month = month or month_at(words, stop, is_sure=True)
    if not month:
        return _group_alone(setting, digits, letter, stop) if is_whole else None
    year = year_at(words, month[1], setting, is_short=True)
    reading = resolved(
        setting, month[0], int(digits[:2]), year[0] if year else None, year[1] if year else month[1]
    )
    note = f"Read as a date-time group: {hhmm(digits[2:])}{' Z' if letter == 'Z' else ''}."
    return Reading(
        stop=reading.stop, day=reading.day, first=reading.day, is_written=True, has_year=reading.has_year,
        time=hhmm(digits[2:]), zone=letter, notes=(*reading.notes, note),
    )  # fmt: skip


def _group_alone(setting: Setting, digits: str, letter: str | None, stop: int) -> Reading | None:
    """group = ddhhmm letter: "142000Z" without a month is the first such day on or after the day sent."""
    months = (plus_months(setting.base.replace(day=1), n) for n in range(3))
    days = (day_or_none(m.year, m.month, int(digits[:2])) for m in months if m)
    day = next((d for d in days if d and d >= setting.base), None)
    note = (
        f"Read as a date-time group without a month: the next such day counted from {in_words(setting.base)}."
    )
    return Reading(
        stop=stop, day=day, first=day, is_written=True, time=hhmm(digits[2:]), zone=letter, notes=(note,)
    )


def iso_day(words: Words, at: int) -> Reading | None:
    """iso = yyyy "-" mm "-" dd | yyyy "/" mm "/" dd | yyyymmdd: "2009-02-20"."""
    digits, sign = words.digits(at), words.text(at + 1)
    if len(digits) == 8 and LEAST_YEAR <= int(digits[:4]) <= LAST_YEAR:
        found, stop = day_or_none(int(digits[:4]), int(digits[4:6]), int(digits[6:])), at + 1
    elif len(digits) == 4 and sign in {"-", "/"} and words.text(at + 3) == sign and words.is_glued(at + 1):
        month, day = words.digits(at + 2), words.digits(at + 4)
        found, stop = (day_or_none(int(digits), int(month), int(day)) if month and day else None), at + 5
    else:
        return None
    return Reading(stop=stop, day=found, first=found, is_written=True, has_year=True) if found else None


def figures(words: Words, at: int, setting: Setting) -> Reading | None:
    """figures = month sign day [sign year], U.S. order; day first where the first cannot be a month: "2/20/2009"."""
    sign, one, two = words.text(at + 1), words.digits(at), words.digits(at + 2)
    if sign not in {"/", "-", "."} or not (one and two) or max(len(one), len(two)) > 2:
        return None
    if not (words.is_glued(at + 1) and words.is_glued(at + 2)):
        return None
    has_year = words.text(at + 3) == sign and words.is_glued(at + 4) and len(words.digits(at + 4)) in {2, 4}
    if not has_year and sign != "/":
        return None
    month, day = (
        (int(two), int(one)) if int(one) > 12 or (sign == "." and int(two) <= 12) else (int(one), int(two))
    )
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    year = full_year(words.digits(at + 4)) if has_year else None
    return resolved(setting, month, day, year, at + 5 if has_year else at + 3)


def _span_in_month(words: Words, at: int, setting: Setting) -> Reading | None:
    """span = day to day of a month that is given once: "August 11-21, 2008", "15 to 19 September"."""
    if TO_WORDS.isdisjoint(words.texts[at : at + MOST_TO]):
        return None
    return _month_first_span(words, at, setting) or _day_first_span(words, at, setting)


def _month_first_span(words: Words, at: int, setting: Setting) -> Reading | None:
    """month day to day [year]: "August 11-21, 2008", "September 8 and 12"."""
    month = month_at(words, at, is_sure=bool(words.digits(at + 1)))
    first = day_of_month_at(words, month[1]) if month else None
    if not month or not first or words.text(first[1]) not in TO_WORDS:
        return None
    last = day_of_month_at(words, words.skip(first[1] + 1, "the"))
    if not last or last[0] <= first[0] or _goes_on(words, last[1]):
        return None
    year = year_at(words, last[1], setting, is_short=False)
    stop = year[1] if year else last[1]
    return _span(setting, (month[0], first[0]), (month[0], last[0]), year[0] if year else None, stop)


def _goes_on(words: Words, at: int) -> bool:
    """Say whether the number before was no day: a month, a unit or a time follows it."""
    if _is_colon_only(words, at):
        return False  # "November 7-8: seminar"
    glued_sign = words.text(at) in {":", "/"} and words.is_glued(at)
    return glued_sign or words.text(at) in MONTHS or words.text(at) in TIME_WORDS


def _day_first_span(words: Words, at: int, setting: Setting) -> Reading | None:
    """day to day month [year]: "11-21 August 2008", "15 to 19 September"."""
    first = day_of_month_at(words, words.skip(at, "the"))
    if not first or words.text(first[1]) not in TO_WORDS:
        return None
    last = day_month_at(words, first[1] + 1, setting)
    if not last or last.day <= first[0]:
        return None
    return _span(setting, (last.month, first[0]), (last.month, last.day), last.year, last.stop)


def _full_span(words: Words, first: MonthDay, setting: Setting) -> Reading | None:
    """written ["," ] to [weekday] written, behind the first: "28 December 2008 - 3 January 2009", "28 Dec - 3 Jan"."""
    if words.text(words.skip(first.stop, ",")) not in SPANNING_WORDS:
        return None
    behind = words.skip(first.stop, ",") + 1
    named = weekday_before(words, behind)
    last = day_written_at(words, named[1] if named else behind, setting)
    if not last:
        return None
    year = last.year if last.year is not None else first.year
    if first.year is not None and last.year is None and (last.month, last.day) < (first.month, first.day):
        year = first.year + 1
    return _span(setting, (first.month, first.day), (last.month, last.day), year, last.stop)


def _span(
    setting: Setting, first: tuple[int, int], last: tuple[int, int], year: int | None, stop: int
) -> Reading:
    """Return a span; its first day lies in the year before where it would come after its last."""
    end = resolved(setting, *last, year, stop)
    begin = _day_before_end(first, end.day)
    return Reading(
        stop=stop, day=end.day, first=begin, is_written=True, has_year=year is not None, notes=end.notes
    )  # fmt: skip


def _day_before_end(first: tuple[int, int], end: date | None) -> date | None:
    if end is None:
        return None
    return day_or_none(end.year - (first > (end.month, end.day)), *first)
