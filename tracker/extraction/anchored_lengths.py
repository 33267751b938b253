"""Lengths counted from what they hang on: "ten days from receipt", "two weeks before the visit", "30 days of November 1"."""

from datetime import date

from tracker.extraction import deadline_markers as mark
from tracker.extraction.calendar_parts import whole_period
from tracker.extraction.date_words import Words
from tracker.extraction.day_grammar import day_at
from tracker.extraction.day_readings import Reading, Setting, plus_months
from tracker.extraction.day_spans import span
from tracker.extraction.named_events import HALF_A_YEAR, event_at, with_event
from tracker.extraction.relative_days import FORWARD, MESSAGES, Duration, counted, message_anchor

OUTCOMES = frozenset(
    "result results outcome outcomes proceedings tally readout conclusions discussions decisions".split()
)
WITH_THIS = frozenset("herewith attached enclosed hereto".split())
PARTING = frozenset({",", ";", ".", "and", "by", "that", "which", "if"})
_NOTHING = frozenset({"", ".", ",", ";", ")"})
LITTLE = frozenset({"the", "an", "a", "this", "of"})
MOST_OF_PAPER = 7  # words of what is received
MOST_TO_LENGTH = 16  # words
DURING = frozenset("during in for over throughout through".split())
MOST_OF_LENGTH = 6  # words: "during the two full weeks"
_OVER_OR_RUNS = mark.OVER | {"runs"}
_MESSAGES_OR_NOTE_DEMARCHE = MESSAGES | {"note", "demarche", "reply"}


def anchored(words: Words, duration: Duration, setting: Setting) -> Reading:
    """anchored = duration [direction] (message | day | event): counted from the day sent where nothing else is said."""
    at = _behind(words, duration)
    if elsewhere := _from_elsewhere(words, at):
        note = "The words count from something that has no day here."
        return Reading(stop=elsewhere, day=None, anchor=words.quote(at, elsewhere), notes=(note,))
    if own := _own_days(words, at, setting):
        return own
    way = FORWARD.read(words, at)
    if not way:
        return _of_outcome(words, duration, setting) or _counted(setting, duration, at)
    is_back = not way[0]
    message = message_anchor(words, way[1]) or _handed_over(words, way[1])
    if message and words.text(way[1]) == "its" and not _names_message(words, duration.stop):
        note = "The words count from something that has no day here."
        return Reading(stop=message, day=None, anchor=words.quote(way[1], message), notes=(note,))
    if message:
        note = "The cable is taken to be received the day it was sent."
        return _counted(setting, duration, message, is_back=is_back).but(stop=message, notes=(note,))
    place = words.skip(way[1], "the", "our", "its", "this", "that")
    day_named = day_at(words, place, setting) or _year_ended(words, place, way[1], setting)
    day_named = day_named if is_back else _of_paper(words, day_named, setting)
    event = with_event(words, way[1], day_named) if day_named else event_at(words, way[1], setting)
    if not event:
        return _counted(setting, duration, at)
    is_end = day_named is not None and _is_end_of_period(words, way[1], day_named.stop)
    base = event.first if is_back and not is_end else event.day
    if not base:
        return event._replace(day=None, first=None)
    base = base if is_back else _begun(setting, event, base, duration)
    day, notes, count = counted(setting, base, duration, is_back=is_back)
    return event._replace(day=day, first=day, recurrence=None, notes=(*event.notes, *notes), counting=count)


def _behind(words: Words, duration: Duration) -> int:
    """Return the place behind a length and the words that may follow it: "ten days hence", "two weeks from now"."""
    at = words.skip(duration.stop, "hence")
    at = at + 2 if words.follows(at, "from", "now") else at
    return at + 3 if words.follows(at, "to", "the", "day") else at  # "three weeks to the day before"


def _year_ended(words: Words, at: int, opening: int, setting: Setting) -> Reading | None:
    """Read "a week before the fiscal year ends"."""
    is_year = words.text(at) in {"fiscal", "calendar"}
    period = whole_period(words, at, setting) if is_year else None
    return period if period and _is_end_of_period(words, opening, period.stop) else None


def _own_days(words: Words, at: int, setting: Setting) -> Reading | None:
    """Read "during the two weeks from March 28 to April 9", "two weeks between": the days of the length itself."""
    is_during = words.text(at) == "from" and not DURING.isdisjoint(
        words.texts[max(0, at - MOST_OF_LENGTH) : at]
    )
    found = span(words, at, at + 1, setting) if is_during or words.text(at) == "between" else None
    return found.reading if found and found.reading.first != found.reading.day else None


def _from_elsewhere(words: Words, at: int) -> int | None:
    """Return the place behind "later", "in advance", and "before" where nothing follows it; "earlier than last year" whole."""
    found = mark.FROM_ELSEWHERE.read(words, at)
    if found is None or words.text(found[1]) == "of":
        return None
    if words.text(at) in mark.ALONE and found[1] == at + 1 and words.text(found[1]) not in _NOTHING:
        return None
    return found[1] + (words.text(found[1]) == "than")


def _is_end_of_period(words: Words, at: int, stop: int) -> bool:
    """Read "the end of the fiscal year", "the fiscal year runs out": counted back from its last day, not its first."""
    opening = words.text(words.skip(at, "the"))
    return opening in {"end", "close"} or words.text(stop) in _OVER_OR_RUNS


def _of_outcome(words: Words, duration: Duration, setting: Setting) -> Reading | None:
    """Read "report the results of the May 3 meeting within a week": counted from the meeting, which is still to come."""
    before = range(max(0, duration.stop - MOST_TO_LENGTH), duration.stop)
    at = next((n for n in before if words.text(n) in OUTCOMES and words.text(n + 1) in {"of", "from"}), -1)
    day = day_at(words, words.skip(at + 2, "the", "our"), setting) if at >= 0 else None
    if day is None or day.day is None or day.first is None or day.first < setting.sent_on:
        return None
    day_on, notes, count = counted(setting, day.day, duration, is_back=False)
    note = "The length runs from the event whose outcome is wanted."
    return Reading(stop=duration.stop, day=day_on, first=day_on, notes=(note, *notes), counting=count)


def _handed_over(words: Words, at: int) -> int | None:
    """handed-over = "receipt of" noun-phrase with what comes with this message: "the draft text transmitted herewith", "the attached form"."""
    at = words.skip(at, "the", "your", "its")
    if not words.follows(at, "receipt", "of"):
        return None
    place = next((n for n in range(at + 2, at + 2 + MOST_OF_PAPER) if words.text(n) in WITH_THIS), None)
    if place is None or not PARTING.isdisjoint(words.texts[at + 2 : place]):
        return None
    is_before = words.text(place - 1) in LITTLE and words.text(place + 1).isalpha()
    return place + 1 + is_before


def _names_message(words: Words, stop: int) -> bool:
    """Say whether a cable is named before a word: "act on this cable within two days of its receipt"."""
    return any(words.text(n) in MESSAGES and words.text(n - 1) in {"this", "our", "the"} for n in range(stop))


def _begun(setting: Setting, event: Reading, base: date, duration: Duration) -> date:
    """Return a day without a year in the year before, where what is counted from it is still to come.

    Example: `within 30 days of November 1` in a cable of November 20 ends on December 1 of the same year.
    """
    earlier = plus_months(base, -12)
    if event.has_year or earlier is None or base - setting.sent_on <= HALF_A_YEAR:
        return base
    end, _, _ = counted(setting, earlier, duration, is_back=False)
    return earlier if end is not None and end >= setting.sent_on else base


def _of_paper(words: Words, day: Reading | None, setting: Setting) -> Reading | None:
    """Return the day of a paper that has been sent in the year before, where it names no year: "of the February 11 note".

    A meeting may be to come: only one that would lie more than half a year ahead has been.
    """
    named = words.text(day.stop) if day is not None else ""
    if day is None or not day.day or day.has_year or day.day <= setting.sent_on:
        return day
    is_gone = named == "meeting" and day.day - setting.sent_on > HALF_A_YEAR
    if not (is_gone or named in _MESSAGES_OR_NOTE_DEMARCHE):
        return day
    earlier = plus_months(day.day, -12)
    return day._replace(day=earlier, first=earlier) if earlier else day


def _counted(setting: Setting, duration: Duration, stop: int, *, is_back: bool = False) -> Reading:
    day, notes, count = counted(setting, setting.sent_on, duration, is_back=is_back)
    return Reading(stop=stop, day=day, first=day, notes=notes, counting=count)
