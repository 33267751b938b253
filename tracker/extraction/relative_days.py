"""Days counted from another day: "tomorrow", "next Friday", "within ten working days of receipt"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tracker.extraction.date_words import (
    NUMBERS,
    ORDINALS,
    Phrases,
    Words,
    cardinal_at,
    ordinal_at,
)
from tracker.extraction.day_readings import DAY, Count, Setting, in_words, plus_days, plus_months

MOST_WORKING_DAYS = 400  # a longer count is no order to a post
MOST_DAYS_OFF = 40  # in a row; beyond that the calendar handed in is broken
MOST_NAMED = 6  # skipped days named one by one

UNITS: Mapping[str, str] = {
    **dict.fromkeys(("hour", "hours", "hrs", "hr"), "hour"),
    **dict.fromkeys(("day", "days", "day's", "days'"), "day"),
    **dict.fromkeys(("week", "weeks", "wks", "wk", "week's"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("month", "months", "mos", "month's"), "month"),
    **dict.fromkeys(("year", "years", "yrs", "year's"), "year"),
    **dict.fromkeys(("weekday", "weekdays", "workday", "workdays", "workingdays"), "working day"),
}
WORKING = frozenset(
    {"working", "business", "work", "duty", "office", "workdays", "bus", "buisness", "busines", "bussiness"}
)
PLAIN_KINDS = frozenset("calendar full consecutive complete clear more short additional".split())
ARTICLES = frozenset({"a", "an"})
FORWARD: Phrases[bool] = Phrases(
    dict.fromkeys(
        ("of", "from", "after", "following", "subsequent to", "since", "upon", "after the", "as of", "starting from",
         "beginning on", "counting from", "beginning with", "to follow"),
        True,
    )
    | dict.fromkeys(("before", "prior to", "in advance of", "ahead of", "preceding", "previous to"), False)
)  # fmt: skip
MESSAGES = frozenset(
    "message cable telegram memo memorandum notice letter email mail instruction instructions tasking request guidance"
    " communication directive order bulletin circular telex reftel septel reftels alert tasker airgram despatch".split()
)
ANCHOR_FILLERS = frozenset("the this date day time of its your e - at post by these".split())
ANCHOR_KEYS = frozenset(
    "receipt reciept receit recipt reciet receiving recieving getting transmission issuance dispatch today now today's present above receipt's sending hereof".split()
)
_RECEIVING = frozenset({"receiving", "getting"})  # something: "within ten days of receiving comments"
RELEASED = "release"  # of this message; of another thing it is an event
ANCHOR_ENDS = ANCHOR_FILLERS | {RELEASED}
MOST_ANCHOR_WORDS = 10
DURATION_STARTS = (
    frozenset("the a an next coming following period of couple".split()) | NUMBERS.keys() | ORDINALS.keys()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A number of units, whether only working days count, and the index behind."""

    count: int
    unit: str
    stop: int

    @property
    def words(self) -> str:
        """Return the duration in words: "7 working days"."""
        return f"{self.count} {self.unit}" + ("" if self.count == 1 else "s")


def duration_at(words: Words, at: int) -> Duration | None:
    """duration = ["the" "next"] (cardinal | "a") ["-"|"to" cardinal] [kind] unit: "ten (10) working days"."""
    if words.text(at) not in DURATION_STARTS and not words.digits(at):
        unit = UNITS.get(words.text(at)) if words.text(at - 1) == "next" else None
        is_one = unit is not None and words.follows(at - 3, "within", "the")  # "within the next week"
        return Duration(count=1, unit=unit, stop=at + 1) if unit and is_one else None
    nth = _nth_after(words, words.skip(at, "the"))
    if nth:
        return nth
    start = at
    for filler in ("the", "a", "next", "coming", "following", "period", "of"):
        is_one = filler == "a" and words.text(start + 1) in PLAIN_KINDS  # "a full week"
        start = words.skip(start, filler) if words.text(start + 1) not in UNITS and not is_one else start
    is_one = words.text(start) in ARTICLES
    count = (1, start + 1) if is_one else _couple(words, start) or cardinal_at(words, start)
    if not count:
        return None
    value, stop = _upper_end(words, count)
    stop = words.skip(stop, "-")
    is_working = words.text(stop) in WORKING and words.text(stop) not in UNITS
    stop = stop + 1 if is_working or words.text(stop) in PLAIN_KINDS else stop
    stop = words.skip(stop, "-")
    unit = UNITS.get(words.text(stop))
    if (
        not unit or value > 9999 or (unit == "hour" and len(words.digits(start)) > 3)
    ):  # "1530 hours" is a time of day
        return None
    stop = words.skip(stop + 1, "'", "(", "s") if words.text(stop + 1) == "'" else stop + 1
    if is_one and words.follows(stop, "or", "two"):
        value, stop = 2, stop + 2  # "a day or two"
    return Duration(count=value, unit="working day" if is_working and unit == "day" else unit, stop=stop)


PARTS_OF_DAY = frozenset(
    {("morning", "after"), ("evening", "after"), ("evening", "before"), ("night", "before")}
)
BEHIND_NTH = frozenset({"after", "following", "from", "before", "preceding", "prior"})


def _nth_after(words: Words, at: int) -> Duration | None:
    """nth-after = [ordinal | "next" | "last"] ["working"] "day" before "after" or "before": "the tenth day after receipt"."""
    is_beside = words.text(at - 1) == "the" and (  # "the day after receipt", "the morning after the vote"
        words.text(at) == "day" or (words.text(at), words.text(at + 1)) in PARTS_OF_DAY
    )
    if is_beside:
        is_named = words.text(at + 2) in {"tomorrow", "yesterday"} or words.text(at + 1) not in BEHIND_NTH
        return None if is_named else Duration(count=1, unit="day", stop=at + 1)
    if words.text(at) in WORKING and words.text(at - 1) == "the" and words.text(at + 1) == "day":
        is_hung = words.text(at + 2) in BEHIND_NTH  # "by the working day after Easter"
        return Duration(count=1, unit="working day", stop=at + 2) if is_hung else None
    found = (1, at + 1) if words.text(at) in {"next", "last"} else ordinal_at(words, at)
    stop = words.skip(found[1], *WORKING) if found else at
    if not found or words.text(stop) != "day" or words.text(stop + 1) not in BEHIND_NTH:
        return None
    unit = "working day" if stop > found[1] else "day"
    is_next = unit == "day" and words.text(at) in {"next", "last"}  # "the next day after"
    return None if is_next else Duration(count=found[0], unit=unit, stop=stop + 1)


def _couple(words: Words, at: int) -> tuple[int, int] | None:
    if words.follows(at, "couple", "of") or words.follows(at, "couple"):
        return 2, words.skip(at + 1, "of")
    return None


def _upper_end(words: Words, count: tuple[int, int]) -> tuple[int, int]:
    """Return the larger number of "five to seven"."""
    value, stop = count
    if words.text(stop) in {"to", "-", "or"}:
        upper = cardinal_at(words, stop + 1)
        if upper and upper[0] > value:
            return upper
    return value, stop


class Counted(NamedTuple):
    """A day that was counted to, and how; `counting` where it was counted in working days."""

    day: date | None
    notes: tuple[str, ...] = ()
    counting: Count | None = None


def counted(setting: Setting, base: date, duration: Duration, *, is_back: bool = False) -> Counted:
    """Return the day a duration after a day (or before it), and how it was counted."""
    sign = -1 if is_back else 1
    if duration.unit == "working day":
        return _working(setting, base, duration, sign)
    side = "back from" if is_back else "from"
    if duration.unit == "hour":
        day = plus_days(base, 0)
        if base == setting.sent_on:
            day = _after_hours(setting, duration.count * sign)
        else:
            day = plus_days(base, sign * -(-duration.count // 24))
        return Counted(day, (f"Counted {duration.words} {side} {_start(setting, base)}.",))
    if duration.unit in {"month", "year"}:
        months = duration.count * (12 if duration.unit == "year" else 1)
        said = f"Counted {duration.words} {side} {_start(setting, base)}."
        return Counted(plus_months(base, sign * months), (said,))
    days = duration.count * {"day": 1, "week": 7, "fortnight": 14}[duration.unit]
    said = f"Counted {duration.words} {side} {_start(setting, base)}, which is not counted itself; week-ends count."
    return Counted(plus_days(base, sign * days), (said,))


def _after_hours(setting: Setting, hours: int) -> date | None:
    try:
        return (setting.sent_at + timedelta(hours=hours)).date()
    except OverflowError:
        return None


def _start(setting: Setting, base: date) -> str:
    return f"{in_words(base)}, the day sent" if base == setting.sent_on else in_words(base)


def _working(setting: Setting, base: date, duration: Duration, sign: int) -> Counted:
    day, left, skipped = base, duration.count, list[date]()
    in_a_row = 0
    while left and duration.count <= MOST_WORKING_DAYS and in_a_row < MOST_DAYS_OFF:
        try:
            day += sign * DAY
        except OverflowError:
            break
        is_off = setting.is_day_off(day)
        skipped += [day] if is_off else []
        in_a_row = in_a_row + 1 if is_off else 0
        left -= not is_off
    if left:
        return Counted(None, (f"{duration.words} could not be counted.",))
    said = f"Counted {duration.words} from {_start(setting, base)}, which is not counted itself."
    return Counted(day, counting=Count(base, sign * duration.count, (said, *_skipped(skipped))))


def _skipped(days: list[date]) -> tuple[str, ...]:
    if not days:
        return ()
    named = "; ".join(in_words(day) for day in days[:MOST_NAMED])
    more = f"; and {len(days) - MOST_NAMED} more" if len(days) > MOST_NAMED else ""
    return (f"Skipped as days off in Washington: {named}{more}.",)


def message_anchor(words: Words, at: int) -> int | None:
    """anchor = "receipt [of this cable]" | "the date of this message" | "today": the index behind, else None."""
    stop, has_key, has_message = at, False, False
    while stop < at + MOST_ANCHOR_WORDS:
        text = words.text(stop).removesuffix("'s")
        if text in MESSAGES:
            has_message = True
        elif text in ANCHOR_KEYS:
            has_key = True
        elif text not in ANCHOR_FILLERS and text != RELEASED:
            break
        stop += 1
    while stop > at and words.text(stop - 1) in ANCHOR_ENDS:
        stop -= 1
    hangs = words.text(stop) == "of" and not has_message
    hangs = hangs or (words.text(stop - 1) in _RECEIVING and words.text(stop).isalpha() and not has_message)
    if not (has_key or has_message) or hangs:
        return None
    return stop
