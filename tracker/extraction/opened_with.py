"""Terms that run from what a sentence opens with: "Once the drill, set for May 14, is over, posts should report within a week"."""

from tracker.extraction import conditions
from tracker.extraction import deadline_markers as mark
from tracker.extraction import governing_nouns as nouns
from tracker.extraction.date_words import Words
from tracker.extraction.day_grammar import day_at, may_name_day
from tracker.extraction.day_readings import Reading, Setting
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.named_events import HALF_A_YEAR, HAPPENING
from tracker.extraction.phrase import Phrase
from tracker.extraction.relative_days import MESSAGES, counted, duration_at

_WHEN = frozenset({"once", "when", "whenever"})
_AFTER = frozenset({"after", "following"})
_TO_WHOM = nouns.OWN | {"please", "all", "kindly"}
_OVER = mark.OVER | frozenset("over ended closed concluded finished done risen adjourned passed".split())
_DEFINITE = frozenset("the this that its their our it they he she".split())
_UNDATED = "The words count from something that has no day here."
_MOST_OF_NAME = 12  # words
_WHEN_OR_AFTER = _WHEN | _AFTER
_EVENTS_OR_HAPPENING_OR_OVER = mark.EVENTS | HAPPENING | _OVER


def hung(words: Words, phrase: Phrase, setting: Setting) -> Phrase:
    """Return the phrase counted from what the sentence opens with, without a day where that has none.

    Example: `On receipt of a petition the unit should open a case within two days.`
    """
    if not (phrase.marker is Marker.WITHIN and phrase.reading.anchor is None and phrase.start > 1):
        return phrase
    opening = _opening(words)
    stop = _end_of_clause(words, opening, phrase.start) if opening else phrase.start
    if not MESSAGES.isdisjoint(words.texts[:stop]):
        return phrase
    if _is_loose(words, stop, phrase):
        return _undated(phrase, None)
    if not opening:
        return phrase
    day = _only_day(words, opening, stop, setting)
    if day is not None:
        return _counted(words, phrase, day, setting)
    anchor = _name(words, opening, stop)
    return _undated(phrase, anchor) if anchor or words.text(0) not in _AFTER else phrase


def _is_loose(words: Words, stop: int, phrase: Phrase) -> bool:
    """Say whether the term runs from what may come more than once, or never: "whenever", "on receipt of a petition", "report any breach"."""
    is_receipt = words.follows(0, "on", "receipt", "of") or words.follows(0, "upon", "receipt", "of")
    is_any = _opening(words) > 0 and any(
        words.text(n) == "any" and words.text(n + 1) not in nouns.OWN for n in range(stop, phrase.start)
    )
    return conditions.may_happen(words, phrase.start) or words.text(0) == "whenever" or is_receipt or is_any


def _opening(words: Words) -> int:
    """Return where the name of what comes first begins, 0 where the sentence opens otherwise."""
    if words.follows(0, "as", "soon", "as"):
        return 3
    return 1 if words.text(0) in _WHEN_OR_AFTER else 0


def _end_of_clause(words: Words, start: int, stop: int) -> int:
    """Return where the opening clause ends: at the comma before those asked, else at the first."""
    commas = [n for n in range(start, stop) if words.text(n) == ","]
    before_us = (n for n in commas if not _TO_WHOM.isdisjoint(words.texts[n + 1 : n + 3]))
    return next(before_us, commas[0] if commas else start)


def _only_day(words: Words, start: int, stop: int, setting: Setting) -> Reading | None:
    """Return the one day to come that a clause names, of something: not "After May 14, posts should report"."""
    found: list[Reading] = []
    at = start
    while at < stop:
        day = day_at(words, at, setting) if may_name_day(words.text(at)) else None
        if day is not None and day.day is not None:
            found.append(day)
        at = max(at + 1, day.stop if day else 0)
    if len({day.day for day in found}) != 1 or not words.text(start).isalpha() or found[0].stop - start < 3:
        return None
    one = found[0]
    is_far = one.day is not None and not one.has_year and one.day - setting.sent_on > HALF_A_YEAR
    return None if is_far or one.day is None or one.day < setting.sent_on else one


def _name(words: Words, start: int, stop: int) -> str | None:
    """Return the words of what comes first, where it is one thing: "the second exercise is over", "the audit"."""
    said = words.texts[start:stop]
    is_one = words.text(start) in _DEFINITE and len(said) <= _MOST_OF_NAME
    is_happening = words.text(0) not in _AFTER or not (_EVENTS_OR_HAPPENING_OR_OVER).isdisjoint(said)
    return words.quote(start, stop) if is_one and is_happening else None


def _undated(phrase: Phrase, anchor: str | None) -> Phrase:
    reading = phrase.reading._replace(day=None, first=None, anchor=anchor, notes=(_UNDATED,), counting=None)
    return phrase._replace(reading=reading)


def _counted(words: Words, phrase: Phrase, day: Reading, setting: Setting) -> Phrase:
    """Return the phrase counted from the last day of what the sentence opens with."""
    lengths = (duration_at(words, n) for n in range(phrase.start, phrase.stop))
    length = next((one for one in lengths if one), None)
    if length is None or day.day is None:
        return phrase
    end, notes, count = counted(setting, day.day, length)
    reading = phrase.reading._replace(day=end, first=end, notes=(*day.notes, *notes), counting=count)
    return phrase._replace(reading=reading)
