"""Spans of days: "between May 3 and 9", "during the first week of June"; their last day counts."""

from tracker.extraction import deadline_markers as mark
from tracker.extraction.calendar_parts import whole_period
from tracker.extraction.date_words import Words
from tracker.extraction.day_grammar import day_at, may_name_day
from tracker.extraction.day_readings import Reading, Setting, day_or_none
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase

SPAN_NOTE = "A span of days is taken to its last day."


_KEEPING = frozenset(
    "reserve reserved book booked hold held rent rented hire hired lend borrow lease charter".split()
)


MOST_KEPT = 9  # words
MOST_TO_FIRST = 4  # words from "first" to "due": "the first weekly report due"


def span(words: Words, at: int, behind: int, setting: Setting) -> Phrase | None:
    """span = ("between" | "from") day ("and" | "to") day | "during" period: the last day."""
    is_vague = words.text(at - 1) in {"early", "late", "later"}
    first = None if is_vague else first_of_span(words, behind, setting)
    if not first or _is_for_while(words, at, behind, first):
        return None
    last = first
    joiner = words.skip(first.stop, ",")
    if words.text(joiner) in mark.TO and words.text(at) != "in":
        later = day_at(
            words, words.skip(joiner + 1, "the"), setting._replace(start=first.day or setting.start)
        )
        last = later or _same_month(words, joiner + 1, first) or first
    marker = Marker.DUE if {words.text(at - n) for n in (1, 2, 3)} & mark.MOVED else Marker.SPAN
    is_one_day = last is first and first.first == first.day and words.text(joiner) not in mark.TO
    if words.text(at) == "from" and is_one_day and marker is Marker.SPAN:
        marker = Marker.NOT_BEFORE
    reading = last._replace(first=first.first, notes=(*last.notes, SPAN_NOTE))
    return Phrase(marker=marker, start=at, stop=last.stop, reading=reading, time=last.time, zone=last.zone)


def _same_month(words: Words, at: int, first: Reading) -> Reading | None:
    """Read the "22" of "between November 20 and 22"."""
    digits = words.digits(at)
    if not digits or not first.is_written or first.day is None or len(digits) > 2:
        return None
    last = day_or_none(first.day.year, first.day.month, int(digits))
    is_bare = not words.text(at + 1).isalpha() or words.text(at + 1) in mark.PLAIN_ENDS
    return first._replace(stop=at + 1, day=last) if last and last > first.day and is_bare else None


def _is_for_while(words: Words, at: int, behind: int, first: Reading) -> bool:
    """Say whether "for" opens how long something lasts: not "for the week of", not "a van is wanted for May 3"."""
    is_kept = not _KEEPING.isdisjoint(
        words.texts[max(0, at - MOST_KEPT) : at]
    )  # "reserve two rooms for the week of"
    is_day = words.text(at - 1) in mark.AWAITED or (
        "week" in words.texts[behind : first.stop] and not is_kept
    )
    return words.text(at) == "for" and not is_day


def first_of_span(words: Words, at: int, setting: Setting) -> Reading | None:
    """Return the day or whole period with which a span begins, None where none stands there."""
    if words.text(at) == "now":
        return Reading(stop=at + 1, day=setting.sent_on, first=setting.sent_on)
    return day_at(words, at, setting) or whole_period(words, at, setting)


def _first_due(words: Words, phrase: Phrase) -> Phrase:
    """Read "weekly, with the first report due May 9, until June 30": the span's beginning is the day of the first."""
    reading = as_first(words, phrase.start, phrase.reading)
    return phrase._replace(stop=reading.stop, reading=reading) if reading is not phrase.reading else phrase


def as_first(words: Words, start: int, reading: Reading) -> Reading:
    """Return the day on which a span begins that goes on "until" its last; the same reading where it is none."""
    end = next((n for n in range(start, reading.stop) if words.text(n) in mark.UNTIL_WORDS), None)
    if end is None or reading.first is None:
        return reading
    return reading._replace(stop=end - (words.text(end - 1) == ","), day=reading.first)


def first_of_list(words: Words, phrase: Phrase, setting: Setting) -> Phrase:
    """Return the phrase with the first coming day of "March 31, June 30, September 30 and December 31"."""
    if (
        phrase.marker is Marker.DUE
        and "first" in words.texts[max(0, phrase.start - MOST_TO_FIRST) : phrase.start]
    ):
        return _first_due(words, phrase)
    reading, stop = phrase.reading, phrase.stop
    while words.text(stop) in {",", "and", "or"}:
        behind = words.skip(stop + 1, "and", "or")
        more = day_at(words, behind, setting) if may_name_day(words.text(behind)) else None
        if not more or not more.day or not reading.day:
            break
        stop = more.stop
        reading = more if setting.sent_on <= more.day < reading.day else reading
    return phrase._replace(reading=reading, stop=stop)
