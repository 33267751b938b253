"""Any words that name a day, and a day with its time and zone in any order: "noon Washington time August 12"."""

from functools import lru_cache
from typing import NamedTuple

from tracker.extraction.calendar_parts import calendar_part, whole_period
from tracker.extraction.clock_words import time_at, zone_at
from tracker.extraction.date_words import (
    ORDINALS,
    PLURAL_WEEKDAYS,
    SHORT_WEEKDAYS,
    UNITS_OF_TEN,
    WEEKDAY_NAMES,
    Words,
    month_of,
    weekday_of,
)
from tracker.extraction.day_readings import Reading, Setting, in_words, plus_days
from tracker.extraction.holidays_named import OPENINGS, holiday_reading
from tracker.extraction.near_days import named_day, ordinal_day, weekday_reading
from tracker.extraction.relative_days import duration_at
from tracker.extraction.written_days import weekday_before, with_weekday, written_day

CONNECTORS = frozenset(
    {"on", "at", ",", "the", "of", "by", "(", ")", "-", "close", "in", "no", "later", "than", "or", "dtg"}
)
MOST_PARTS = 6
ENDS_OF_DAY = {"close": "COB", "end": "COB", "opening": "OOB", "start": "OOB", "beginning": "OOB"}


class Moment(NamedTuple):
    """A day with a time and a zone, as far as each is said, and the index behind."""

    stop: int
    day: Reading | None = None
    time: str | None = None
    zone: str | None = None


STARTS = OPENINGS | frozenset(
    "the this that end close conclusion last mid middle midpoint beginning start first opening second third fourth latter early late later"
    " sometime final very tail next current coming following present each every other calendar business same fiscal fy cy q"
    " month week quarter year today today's tonight tomorrow tomorrow's tomorow tommorow tommorrow day month's year's week's quarter's of in"
    " weekend half fortnight eom eoq eoy".split()
)


@lru_cache(maxsize=8192)
def may_start_day(text: str) -> bool:
    """Say cheaply whether any day could begin with this word."""
    is_plain = text[:1].isdigit() or text in STARTS or text in ORDINALS or text in UNITS_OF_TEN
    return is_plain or text in SHORT_WEEKDAYS or text in PLURAL_WEEKDAYS or is_name(text)


def is_name(text: str) -> bool:
    """Say whether the word is a month or a weekday, exactly or nearly."""
    return month_of(text) is not None or weekday_of(text) is not None


BESIDE = {"before": True, "preceding": True, "after": False, "following": False}  # whether it comes first
MOST_OF_NAME = 6  # words
MOST_APART = 3  # days
COUNTING = frozenset({"first", "second", "third"})


def day_at(words: Words, at: int, setting: Setting) -> Reading | None:
    """day = written | part of a period | holiday | weekday | named | ordinal."""
    text = words.text(at)
    if not may_start_day(text) or (text == "the" and not may_start_day(words.text(at + 1))):
        return None
    return (
        _end_of_business(words, at, setting)
        or _week_beside(words, at, setting)
        or calendar_part(words, at, setting)
        or written_day(words, words.skip(at, "the") if words.text(at + 1) != "week" else at, setting)
        or _holiday(words, at, setting)
        or _weekday_and_ordinal(words, at, setting)
        or _weekday(words, at, setting)
        or named_day(words, at, setting)
        or ordinal_day(words, at, setting)
    )


def _end_of_business(words: Words, at: int, setting: Setting) -> Reading | None:
    """end-of-business = ["the"] ("close" | "opening") "of" day "business": "by the close of Friday's business"."""
    start = words.skip(at, "the")
    named = ENDS_OF_DAY.get(words.text(start))
    if named is None or words.text(start + 1) != "of" or not may_name_business(words.text(start + 2)):
        return None
    found = named_day(words, start + 2, setting) or weekday_reading(words, start + 2, setting)
    is_whole = found is not None and words.text(found.stop) == "business"
    return found._replace(stop=found.stop + 1, time=named) if found and is_whole else None


def may_name_business(text: str) -> bool:
    """Say whether a word tells whose business it is: "Friday's", "tomorrow's"."""
    return text.endswith("'s") and (text in {"today's", "tomorrow's"} or weekday_of(text) is not None)


def _holiday(words: Words, at: int, setting: Setting) -> Reading | None:
    """holiday-day = holiday ["," written]: in "Easter Monday, April 17" the date counts."""
    found = holiday_reading(words, at, setting)
    comma = found.stop if found else at
    written = written_day(words, comma + 1, setting) if found and words.text(comma) in {",", "("} else None
    is_same = written is not None and found is not None and _are_near(written, found)
    return written if is_same else found


def _are_near(written: Reading, named: Reading) -> bool:
    """Say whether a date is that of a holiday, which may be kept on another day or in another year."""
    first, second = written.day, named.day
    if first is None or second is None:
        return False
    apart = (first.timetuple().tm_yday - second.timetuple().tm_yday) % 365
    return min(apart, 365 - apart) <= MOST_APART


def _weekday_and_ordinal(words: Words, at: int, setting: Setting) -> Reading | None:
    """weekday-ordinal = weekday [","] ["the"] ordinal: "Friday the 15th", "FRIDAY, 15TH"; the day of the month counts."""
    named = weekday_before(words, at)
    has_article = named is not None and words.text(named[1] - 1) == "the"
    if not named or not (has_article or words.digits(named[1])) or _counts_copies(words, named[1]):
        return None
    reading = ordinal_day(words, named[1], setting, is_dated=True)
    return with_weekday(reading, named[0]) if reading else None


def _weekday(words: Words, at: int, setting: Setting) -> Reading | None:
    """weekday-beside = weekday | "the" weekday ("before" | "after") (written | holiday): "the Friday before Christmas"."""
    reading = weekday_reading(words, at, setting)
    is_the = reading is not None and not {words.text(at), words.text(at - 1)}.isdisjoint({"the", "first"})
    if reading is not None and is_the and _is_counted_from(words, reading.stop):
        return None  # "the Thursday of the week before they meet", "the Tuesday two weeks before"
    if reading is None or not is_the or words.text(reading.stop) not in BESIDE or not reading.day:
        return reading
    start = words.skip(reading.stop + 1, "the", "our")
    base = _near(words, start, setting) or holiday_reading(words, start, setting)
    if base is None or not (base.day and base.first):
        return None  # "the Friday after the week ends": not the next Friday
    weekday, is_before = reading.day.weekday(), BESIDE[words.text(reading.stop)]
    days = (
        -((base.first.weekday() - weekday) % 7 or 7) if is_before else (weekday - base.day.weekday()) % 7 or 7
    )
    day = plus_days(base.first if is_before else base.day, days)
    side = "before" if is_before else "after"
    note = f"The {WEEKDAY_NAMES[weekday]} {side} {in_words(base.first if is_before else base.day)} is meant."
    return base._replace(day=day, first=day, notes=(*base.notes, note))


def _near(words: Words, start: int, setting: Setting) -> Reading | None:
    """Return a day written at a place or behind a few words that name it: "the Tuesday after the election on May 7"."""
    for at in range(start, start + MOST_OF_NAME):
        if words.text(at) in {"", ".", ",", ";"}:
            return None
        found = written_day(words, at, setting) if may_name_day(words.text(at)) else None
        if found:
            return found
    return None


def _is_counted_from(words: Words, stop: int) -> bool:
    """Say whether behind "the Thursday" stands what it is counted from: "of the week before", "two weeks before"."""
    is_of_week = words.follows(stop, "of", "the", "week") and words.text(stop + 3) in BESIDE
    length = duration_at(words, stop)
    return is_of_week or (length is not None and words.text(length.stop) in BESIDE)


def stands_beside(words: Words, at: int) -> bool:
    """Say whether a weekday or "week" is followed by "before" or "after": "the Friday before the May 9 vote"."""
    return words.text(at + 1) in BESIDE and (
        words.text(at) == "week" or weekday_of(words.text(at)) is not None
    )


def _week_beside(words: Words, at: int, setting: Setting) -> Reading | None:
    """week-beside = "the" "week" ("before" | "after") (written | holiday): its Friday, "the week before the May 9 vote"."""
    stop = words.skip(at, "the") + 1
    if (
        words.text(stop - 1) != "week"
        or words.text(stop) not in BESIDE
        or "the" not in words.texts[max(0, at - 1) : at + 1]
    ):
        return None
    start = words.skip(stop + 1, "the", "our")
    base = written_day(words, start, setting) or holiday_reading(words, start, setting)
    if base is None or base.first is None or base.day is None:
        return None
    is_before = BESIDE[words.text(stop)]
    beside = base.first if is_before else base.day
    day = plus_days(beside, (-7 if is_before else 7) + 4 - beside.weekday())
    side = "before" if is_before else "after"
    note = f"The week {side} that of {in_words(beside)} is meant, as far as its Friday."
    return base._replace(day=day, first=day, notes=(*base.notes, note))


def _counts_copies(words: Words, at: int) -> bool:
    """Read "one by Friday, the second by Monday", "by Friday the first draft"; "by Friday the third." is a day."""
    is_day = words.text(at + 1) in {"", "."} and words.text(at - 2) != ","
    return words.text(at) in COUNTING and not is_day


def moment_at(words: Words, at: int, setting: Setting, *, may_span: bool = False) -> Moment | None:
    """moment = { time | zone | day } with "on", "at", "of", commas and brackets between; each at most once."""
    found = Moment(stop=at)
    for _ in range(MOST_PARTS):
        grown = _grown(words, found, setting, may_span=may_span)
        if not grown:
            break
        found = _with_weekday(words, grown) if words.text(grown.stop) == "(" and grown.day else grown
    found = _with_date(words, found, setting) if found.day and found.time else found
    return found if found.day or found.time else None


def _with_weekday(words: Words, found: Moment) -> Moment:
    """Read the weekday in brackets behind a date: "July 12 (Friday) or earlier"."""
    text = words.text(found.stop + 1)
    weekday = SHORT_WEEKDAYS.get(text, weekday_of(text))
    if weekday is None or words.text(found.stop + 2) != ")" or not (found.day and found.day.is_written):
        return found
    return found._replace(day=with_weekday(found.day, weekday), stop=found.stop + 3)


def _with_date(words: Words, found: Moment, setting: Setting) -> Moment:
    """Read the date behind a weekday and its time, where they agree: "Wednesday noon, September 19"."""
    if not found.day or not found.day.day or found.day.is_written or words.text(found.stop) != ",":
        return found
    written = written_day(words, found.stop + 1, setting)
    if not written or not written.day or written.day.weekday() != found.day.day.weekday():
        return found
    return found._replace(day=written, stop=written.stop)


def _grown(words: Words, found: Moment, setting: Setting, *, may_span: bool) -> Moment | None:
    """Return the moment with one more part, or None where no part follows."""
    for at in _starts(words, found):
        time = None if found.time else time_at(words, at)
        if time and words.text(at - 1) in {"by", "than"} and found.day and _dates_itself(words, time.stop):
            return None  # "signed before May 1 by COB May 9"
        if time and not (found.day and words.text(time.stop) in {"to", "-"} and words.digits(time.stop + 1)):
            return found._replace(
                time=time.time, zone=found.zone or time.zone, stop=_closed(words, at, time.stop)
            )
        zone = None if found.zone or not (found.time or found.day) else zone_at(words, at)
        if zone and (found.time or words.text(at) != "local"):
            return found._replace(zone=zone[0], stop=_closed(words, at, zone[1]))
        day = (
            None
            if found.day
            else day_at(words, at, setting) or (whole_period(words, at, setting) if may_span else None)
        )
        if day:
            time_said, zone_said = found.time or day.time, found.zone or day.zone
            return found._replace(day=day, time=time_said, zone=zone_said, stop=_closed(words, at, day.stop))
    return None


def _dates_itself(words: Words, at: int) -> bool:
    """Say whether a time goes on with a day of its own: "by 1700 on May 9", "by COB local time Monday", "by COB today"."""
    zone = zone_at(words, at)
    behind = words.skip(words.skip(words.skip(zone[1] if zone else at, ","), "on"), "the", "this")
    return may_name_day(words.text(behind)) or words.text(behind) in {"today", "tomorrow"}


def _starts(words: Words, found: Moment) -> tuple[int, ...]:
    """Return the places where the next part may begin: here, or behind connecting words."""
    at, starts = found.stop, [found.stop]
    is_place = words.text(at) == "in" and words.raw(at + 1)[:1].isupper() and not zone_at(words, at + 1)
    if found.time and not found.day and is_place:
        behind = words.skip(at + 2, "on", ",")  # "by opening of business in Astana on Tuesday, September 2"
        return (behind,) if may_name_day(words.text(behind)) else (found.stop,)
    while (
        words.text(at) in CONNECTORS
        and len(starts) < 4
        and (found.day or found.time or words.text(at) not in {"by", "or"})
    ):
        at += 1
        starts.append(at)
    return tuple(starts)


def _closed(words: Words, at: int, stop: int) -> int:
    """Return the index behind a closing bracket that belongs to an opening one before the part."""
    return stop + 1 if words.text(at - 1) == "(" and words.text(stop) == ")" else stop


@lru_cache(maxsize=8192)
def may_name_day(text: str) -> bool:
    """Say cheaply whether a written day or weekday could begin with this word."""
    return text[:1].isdigit() or text in SHORT_WEEKDAYS or is_name(text)
