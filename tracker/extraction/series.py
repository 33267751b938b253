"""Where what comes again begins: "each Monday from May 12", "monthly, starting in June", "as of July 1 every Friday"."""

from collections.abc import Iterator

from tracker.extraction import deadline_markers as mark
from tracker.extraction.date_words import Words
from tracker.extraction.day_readings import DAY, Reading, Setting
from tracker.extraction.day_spans import first_of_span
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase

_OPENING = mark.BEGINNINGS | {"from"}
_LITTLE = ("on", "in", "with", "from", "of", "the")
_MOST_TO_BEGINNING = 5  # words from "quarterly" to "beginning"
_EACH, _TIMES, _A = (
    frozenset({"each", "every"}),
    frozenset({"once", "twice", "times"}),
    frozenset("a per each every".split()),
)
_UNITS = frozenset("day week month quarter year workday hour".split())
_FAR_AHEAD = 183 * DAY


def beginnings(words: Words) -> Iterator[int]:
    """Yield the places of the words that say from when: "beginning", "from", "as of"."""
    for at, text in enumerate(words.texts):
        if text in _OPENING or (text == "as" and words.text(at + 1) in {"of", "from"}):
            yield at


def beginning(words: Words, at: int, setting: Setting) -> Reading | None:
    """Return the day or month behind such a word, from which a series runs: one to come, and not far ahead."""
    behind = at + 1
    for _ in range(2):
        behind = words.skip(behind, *_LITTLE)
    begin = first_of_span(words, behind, setting)
    if begin is None or begin.first is None or begin.first <= setting.sent_on:
        return None
    is_far = begin.first - setting.sent_on > _FAR_AHEAD and not begin.has_year
    return None if is_far and words.text(at) not in mark.BEGINNINGS else begin


def is_beside(words: Words, at: int, stop: int) -> bool:
    """Say whether such a word tells the beginning of what ends there: right behind it, behind a comma, or opening the sentence."""
    is_near = stop <= at < stop + _MOST_TO_BEGINNING
    is_set_off = words.text(at) in mark.BEGINNINGS and words.text(at - 1) == ","
    return is_near or at == 0 or (is_set_off and at > stop)


def past_on(words: Words, at: int) -> int:
    """Return the place behind "on", "onward": "each Friday from May 16 on"."""
    is_closed = words.text(at + 1) in mark.PLAIN_ENDS
    is_on = words.text(at) in {"onward", "onwards", "forward"} or (words.text(at) == "on" and is_closed)
    return at + 1 if is_on else at


def first_time(words: Words, phrase: Phrase) -> Phrase:
    """Return "beginning May 14" as the first day of what comes every day or "twice a week"."""
    stop = next((_stop_of_often(words, n) for n in range(len(words.texts)) if _stop_of_often(words, n)), 0)
    is_first = words.text(phrase.start) in mark.BEGINNINGS and phrase.reading.day is not None
    if not stop or not is_first or not is_beside(words, phrase.start, stop):
        return phrase
    often = phrase.reading._replace(recurrence=f"each {words.text(stop - 1)}")
    return phrase._replace(marker=Marker.LIMIT, reading=often)


def _stop_of_often(words: Words, at: int) -> int:
    """Return the place behind "every day", "twice a week", "three times each month", 0 where none of them stands there."""
    text = words.text(at)
    unit = at + 1 if text in _EACH else at + 2 if text in _TIMES and words.text(at + 1) in _A else 0
    return unit + 1 if unit and words.text(unit) in _UNITS else 0
