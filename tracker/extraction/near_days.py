"""Days near the day sent by a name of their own: "tomorrow", "next Friday", "the 15th"."""

from datetime import date

from tracker.extraction.clock_words import time_at
from tracker.extraction.date_words import (
    MONTHS,
    PLURAL_WEEKDAYS,
    SHORT_WEEKDAYS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    Words,
    ordinal_at,
    weekday_of,
)
from tracker.extraction.day_readings import Reading, Setting, in_words, plus_days, plus_months
from tracker.extraction.relative_days import BEHIND_NTH, WORKING, Duration, counted

SATURDAY = 5


LIMITS = frozenset({"by", "nlt", "before", "than", "until"})


WEEK_WORDS = frozenset({"this", "next", "coming", "following"})
BEFORE_WEEKDAY = frozenset(", ( by on the no not later than preferably and if possible at latest nlt".split())


BEFORE_SHORT = (
    BEFORE_WEEKDAY | LIMITS | {"", "cob", "oob", "noon", "through", "thru", "from", "to", "business"}
)
WORDS_TOO = frozenset({"wed", "sat", "sun"})  # verbs and names as well
IN_DAY = frozenset("noon cob oob close eastern washington local morning afternoon evening zulu".split())


def named_day(words: Words, at: int, setting: Setting) -> Reading | None:
    """named = "today" | "tomorrow" | "the day after tomorrow" | "the next working day"."""
    start = words.skip(at, "the")
    for phrase, days in (
        ("today", 0),
        ("tonight", 0),
        ("tomorrow", 1),
        ("tomorow", 1),
        ("tommorow", 1),
        ("tommorrow", 1),
    ):
        is_whose = words.text(start) == f"{phrase}'s" and time_at(words, start + 1) is not None
        is_whose = is_whose or (words.text(start) == f"{phrase}'s" and words.text(start + 1) == "business")
        if words.text(start) == phrase or is_whose:  # "by tomorrow's close of business"
            stop = start + 1 + (words.text(start + 1) in {"morning", "afternoon", "evening", "night"})
            return _from_sent(setting, days, stop)
    if words.follows(start, "day", "after", "tomorrow"):
        return _from_sent(setting, 2, start + 3)
    if words.text(start) == "weekend":
        return _weekend(words, at, start + 1, setting)
    if (
        words.text(start) in {"next", "first", "following"}
        and words.text(start + 1) in WORKING
        and words.text(start + 2) == "day"
    ):
        found = counted(setting, setting.sent_on, Duration(count=1, unit="working day", stop=0))
        return Reading(
            stop=start + 3, day=found.day, first=found.day, notes=found.notes, counting=found.counting
        )
    return None


def _weekend(words: Words, at: int, stop: int, setting: Setting) -> Reading | None:
    """Read "the weekend" behind "before" on a day of the week: its Saturday."""
    ahead = SATURDAY - setting.sent_on.weekday()
    is_before = words.text(at - 1) in {"before", "to", "of"}
    day = plus_days(setting.sent_on, ahead) if ahead > 0 and is_before else None
    if words.text(at - 1) == "by" and ahead >= 0:
        return Reading(stop=stop, day=None, notes=("“By the weekend” can mean Friday or Sunday.",))
    if day is None:
        return None
    return Reading(stop=stop, day=day, first=day, notes=(f"The weekend begins on {in_words(day)}.",))


def _from_sent(setting: Setting, days: int, stop: int) -> Reading:
    day = plus_days(setting.sent_on, days)
    return Reading(
        stop=stop, day=day, first=day, notes=(f"Counted from {in_words(setting.sent_on)}, the day sent.",)
    )


def weekday_reading(words: Words, at: int, setting: Setting) -> Reading | None:
    """weekday = ["this" | "next" | "each"] name ["of next week"]: the first such day on or after the day sent."""
    start, which, recurrence = _which(words, at)
    text = words.text(start)
    number = weekday_of(text)
    if number is None and (words.raw(start)[:1].isupper() or text not in WORDS_TOO):
        number = None if _is_name(words, start, at) else SHORT_WEEKDAYS.get(text)
    if number is None and text in PLURAL_WEEKDAYS:
        number, recurrence = PLURAL_WEEKDAYS[text], "weekly"
    if number is None:
        return None
    stop = words.skip(start + 1, ".") if text in SHORT_WEEKDAYS else start + 1
    stop, which = _of_week(words, stop, which)
    if words.follows(stop, "of", "that", "week"):
        return Reading(stop=stop + 3, day=None, notes=("The week is one that is told besides.",))
    if words.follows(stop, "after", "next"):
        note = f"Two weeks can be meant by “{WEEKDAY_NAMES[number]} after next”."
        return Reading(stop=stop + 2, day=None, notes=(note,))
    which = which or ("next" if _is_told_of_next_week(words, at) else "")
    ahead = (number - setting.base.weekday()) % 7
    if which == "next" and (ahead == 0 or ahead <= 6 - setting.base.weekday()):
        ahead += 7
    ahead += 7 * (which == "week" or (which == "coming" and ahead == 0))  # "Monday next", said on a Monday
    day = plus_days(setting.base, ahead)
    one = {"next": "one of next week", "week": "one a week behind the first"}.get(which, "first")
    said = f"{WEEKDAY_NAMES[number]} is read as the {one}"
    note = (
        f"{said} on or after {in_words(setting.base)}."
        if which != "next"
        else f"{said}, after {in_words(setting.base)}."
    )
    return Reading(stop=stop, day=day, first=day, recurrence=recurrence, notes=(note,))


def _is_name(words: Words, start: int, at: int) -> bool:
    """Return whether a short weekday is a part of a name or a verb: "Sun City"; in capitals "OPENS IN SUN CITY", "THE BOARD SAT IN"."""
    raw, behind = words.raw(start + 1), words.text(start + 1)
    if words.raw(start).isupper() and words.text(start) in WORDS_TOO and start == at:
        return not (words.text(at - 1) in BEFORE_SHORT or words.digits(start + 1) or behind in MONTHS)
    return raw.istitle() and raw.isalpha() and behind not in MONTHS and behind not in IN_DAY


def _which(words: Words, at: int) -> tuple[int, str, str | None]:
    """Read ["the"] ("this" | "next" | "coming" | "each" | "every" ["other"]) before a weekday."""
    start = words.skip(at, "the")
    if words.text(start) in {"each", "every"}:
        return words.skip(start + 1, "other", "second", "and"), "", "weekly"
    which = ""
    while words.text(start) in WEEK_WORDS:
        which = words.text(start) if words.text(start) in {"next", "following"} else which
        start += 1
    return start, "next" if which else "", None


def _is_told_of_next_week(words: Words, at: int) -> bool:
    """Say whether "next week" stands right before a weekday's marker: "early next week, by Tuesday at the latest"."""
    while at > 1 and words.text(at - 1) in BEFORE_WEEKDAY:
        at -= 1
    return words.text(at) in BEFORE_WEEKDAY and words.text(at - 1) == "week" and words.text(at - 2) == "next"


def _of_week(words: Words, at: int, which: str) -> tuple[int, str]:
    """Read [","] ["of"] ("this" | "next") "week" behind a weekday; also "Friday next"."""
    start = words.skip(words.skip(at, ","), "of")
    start = words.skip(start, "the")
    if words.text(start) in WEEK_WORDS and words.text(start + 1) == "week":
        return start + 2, "" if words.text(start) in {"this", "coming"} else "next"
    if words.text(at) == "next" and words.text(at + 1) in {"", ".", ",", ";"}:
        return at + 1, which or "coming"
    if words.text(at) == "week" and words.text(at - 1) in WEEKDAYS:
        return at + 1, "week"
    return at, which


_LEADS_EVENT = frozenset({"before", "until", "after", "once", "when"})
_HAPPENS = frozenset("is was are were has had will would can could may might must should".split())


def ordinal_day(words: Words, at: int, setting: Setting, *, is_dated: bool = False) -> Reading | None:
    """ordinal-day = "the" ordinal ["day"] ["of" ("this" | "next" | "each") "month"] | ordinal "inst.": "the 15th".

    `is_dated`: a weekday stands before it, which does for "the"; so does a limit: "NEED REPLY BY 15TH".
    """
    start = words.skip(at, "the")
    is_dated = is_dated or (words.digits(start) != "" and words.text(at - 1) in LIMITS)
    found = ordinal_at(words, start)
    if not found or not 1 <= found[0] <= 31:
        return None
    stop = words.skip(found[1], "day")
    if stop > found[1] and words.text(stop) in BEHIND_NTH:
        return None  # it is counted: "the tenth day after receipt"
    if words.text(at - 1) in _LEADS_EVENT and words.text(stop) in _HAPPENS and not words.digits(start):
        return None  # of several things: "before the second is paid"
    month = words.skip(words.skip(stop, "of"), "in")
    months = _month_ahead(words, month) if month > stop else None
    if months is None and words.text(stop) in {"inst", "instant", "prox", "proximo"}:
        months = (int(words.text(stop).startswith("prox")), words.skip(stop + 1, "."), None)
    if months is None and (
        (start == at and not is_dated) or not (words.digits(start) or _is_end(words, stop))
    ):
        return None
    if months is None and (
        words.text(stop) == "of" or (words.text(stop).isalpha() and not _is_end(words, stop))
    ):
        return None
    return _ordinal(setting, found[0], months, stop)


_ENDS = frozenset(
    {"", ".", ",", ";", ":", ")", "(", "at", "to", "so", "and", "or", "but", "if", "cob", "close", "in", "with", "via",
     "for", "please", "the", "by", "on", "?", "unless", "because", "as", "since", "should", "posts", "post", "embassy",
     "how", "whether", "what", "who", "which", "why", "where", "when", "would", "will", "is", "was", "must", "may",
     "might", "can", "could", "shall", "not", "then", "after", "from", "until"}
)  # fmt: skip


def _is_end(words: Words, at: int) -> bool:
    """Say whether the words go on in another clause: "the 15th" is a day, "the 15th session" is none."""
    return words.text(at) in _ENDS


def _month_ahead(words: Words, at: int) -> tuple[int, int, str | None] | None:
    """Read ["the"] ("this" | "next" | "each") "month": months ahead, the index behind, the recurrence."""
    start = words.skip(at, "the")
    if words.text(start) in {"each", "every"} and words.text(start + 1) == "month":
        return -1, start + 2, "monthly"
    if words.text(start) in {"this", "current", "same", "present"} and words.text(start + 1) == "month":
        return 0, start + 2, None
    if words.text(start) in {"next", "following", "coming"} and words.text(start + 1) == "month":
        return 1, start + 2, None
    return (-1, start + 1, None) if words.text(start) == "month" else None


def _ordinal(
    setting: Setting, number: int, months: tuple[int, int, str | None] | None, stop: int
) -> Reading | None:
    ahead, stop, recurrence = months or (-1, stop, None)
    first = setting.base.replace(day=1)
    month = plus_months(first, max(ahead, 0))
    day = _day_of(month, number)
    if ahead < 0 and (day is None or day < setting.base):
        day = _day_of(plus_months(first, 1), number)
    note = (
        f"No month is written: the next such day counted from {in_words(setting.base)}." if ahead < 0 else ""
    )
    said = (note,) if note and day else () if day else ("There is no such day in the calendar.",)
    return Reading(stop=stop, day=day, first=day, is_written=True, recurrence=recurrence, notes=said)


def _day_of(month: date | None, number: int) -> date | None:
    try:
        return month.replace(day=number) if month else None
    except ValueError:
        return None
