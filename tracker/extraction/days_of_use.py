"""Days on which what is asked for takes place, serves or is used, not when the ask is due: "dial in to the call at noon on May 3"."""

from tracker.extraction import governing_verbs as verbs
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.pointers import WITHIN_IT

_ATTENDING = frozenset(
    "dial dialing join joining log logging tune tuning listen sit call attend participate part watch represented".split()
)
_OCCASIONS = frozenset(
    """call calls conference teleconference videoconference webinar webcast broadcast hearing briefing talks meeting session bridge
    line seminar discussion ceremony signing chat workshop""".split()
)
_FIXED = frozenset({"set", "fixed"})  # "the call set for 10 a.m."
_TURNS = frozenset("and but ; report cable by before no nlt".split())
_MOST_OF_OCCASION = 14  # words from the verb to the day
_EACH = frozenset({"each", "every"})
_UNITS = frozenset("day week month weekday workday morning evening".split())
_SERVING = frozenset(
    "serve work stand fill act teach staff cover help assist accompany escort guard interpret substitute sit lecture perform".split()
)
_MOST_OF_SERVICE = 10  # words from "to serve" to its days
_SOFT = frozenset({Marker.ON, Marker.SPAN, Marker.UNTIL})
_PAST = frozenset(
    "sent went met saw told gave left wrote spoke made took cabled signed entered filed".split()
)
_WHO_DID = frozenset("we i that which was were".split())
_ORDERED_OR_BE_FORMS_OR_POSTS_EMBASSY = verbs.ORDERED | verbs.BE_FORMS | {"posts", "embassy"}


def is_day_of_use(words: Words, phrase: Phrase, cue: int) -> bool:
    """Return whether the day of a phrase is that of an occasion, a service or a use, or of what was done."""
    return (
        _is_of_occasion(words, phrase, cue)
        or _is_each_day(words, phrase)
        or _is_how_long(words, phrase)
        or (phrase.marker in _SOFT and (_is_service(words, phrase) or _is_done(words, phrase)))
    )


def _is_of_occasion(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "dial in to a call with the panel at noon on May 3", "take part in the talks set for May 3"."""
    is_set = phrase.marker is Marker.DUE and words.text(phrase.start) in _FIXED
    if not (is_set or phrase.marker is Marker.ON) or phrase.start <= cue:
        return False
    near = range(max(cue, phrase.start - _MOST_OF_OCCASION), phrase.start)
    verb = next((n for n in near if words.text(n) in _ATTENDING), -1)
    between = words.texts[verb + 1 : phrase.start]
    return verb >= 0 and not _OCCASIONS.isdisjoint(between) and _TURNS.isdisjoint(between)


def _is_each_day(words: Words, phrase: Phrase) -> bool:
    """Read "for each working day from May 3 through May 9": what is to be told of each."""
    unit = phrase.start - 1
    near = range(max(0, unit - 2), unit)
    is_each = any(words.text(n) in _EACH and words.text(n - 1) in {"for", "on", "of"} for n in near)
    return phrase.marker is Marker.SPAN and words.text(unit) in _UNITS and is_each


def _is_how_long(words: Words, phrase: Phrase) -> bool:
    """Read "for six weeks from June 1", "a course of two weeks from June 1": how long it lasts."""
    is_length = phrase.marker is Marker.WITHIN and phrase.reading.day is not None
    first, before = words.text(phrase.start), words.text(phrase.start - 1)
    return is_length and first not in WITHIN_IT and (first == "of" or before in {"for", "of"})


def _is_service(words: Words, phrase: Phrase) -> bool:
    """Read "identify two officers to serve in Riga from June 1 to June 15": when they serve."""
    near = range(max(1, phrase.start - _MOST_OF_SERVICE), phrase.start - 1)
    at = next((n for n in near if words.text(n) == "to" and words.text(n + 1) in _SERVING), 0)
    is_of_noun = at > 0 and words.text(at - 1) not in _ORDERED_OR_BE_FORMS_OR_POSTS_EMBASSY
    return is_of_noun and _TURNS.isdisjoint(words.texts[at : phrase.start])


def _is_done(words: Words, phrase: Phrase) -> bool:
    """Read "the fax we sent today", "the law that passed on May 3": what has been done."""
    verb = words.text(phrase.start - 1)
    is_past = verb in _PAST or verb.endswith("ed")
    return is_past and words.text(phrase.start - 2) in _WHO_DID
