"""Where an event is held: the place beside its day, or behind its name in the same clause."""

import re

from tracker.extraction import event_words
from tracker.extraction.dates import Mention
from tracker.extraction.event_names import COMMA_PLACE, place_before, without_month

_PLACE = re.compile(
    r"\b(?:in|at|visit to|travel to|trip to) (?![A-Z]+/)((?:[A-Z][\w.'-]+)(?:,? (?:of |and |de )?[A-Z][\w.'-]+){0,3})"
)
_BEHIND_DAY = re.compile(  # "April 11-12 in Washington for the first dialogue"
    r",? (?:in|at) ((?!The\b)[A-Z][\w.'’-]+(?: (?:of |de )?[A-Z][\w.'’-]+){0,2})"
)
_CAPS_PLACE = re.compile(  # where all is in capitals only what is none of these is part of a place
    r"\b(?:IN|AT) ((?!THE\b|ITS\b|THEIR\b|THIS\b|THAT\b|ANY\b|EACH\b|AN?\b|NOON\b|MID|EARLY\b|LATE\b|ORDER\b|WHICH\b)[A-Z][A-Z'’-]+"
    r"(?: (?!AND\b|ON\b|TO\b|FOR\b|FROM\b|WITH\b|UNDER\b|WILL\b|IS\b|ARE\b|WAS\b|BY\b|BETWEEN\b|AT\b|IN\b|OF\b|NEXT\b|THE\b|AS\b|OR\b|BUT\b|DURING\b|BEFORE\b|AFTER\b|BEGINNING\b|WHERE\b|WHICH\b|WHO\b|HAS\b|HAVE\b|THIS\b|THAT\b)[A-Z][A-Z'’-]+){0,2})(?=[ ,.;:)]|$)"
)
_NEXT_CLAUSE = re.compile(
    r";|\. |, (?:and|but|which|who|where|so|when|while|whose|AND|BUT|WHICH|WHO|WHERE|SO|WHEN|WHILE)\b|\b(?:that|because|since|THAT|BECAUSE|SINCE)\b| (?:and|AND) (?:was|were|will|is|has|had|WAS|WERE|WILL|IS|HAS|HAD|[a-z]{3,}ed|[A-Z]{3,}ED)\b"
)
_NOWHERE = frozenset(
    "held lockup home conducted scheduled postponed least large once cob noon waters".split()
)


def place_of(text: str, end: int, mention: Mention) -> str | None:
    """Return the place of an event whose name ends at a place of a sentence, None where none is told."""
    before = place_before(text[: mention.start])
    behind = text[: _clause_end(text, max(end, mention.end))]
    found = (
        (before if end >= mention.end else None)
        or _BEHIND_DAY.match(behind, mention.end)
        or _PLACE.search(behind, end)
        or (_CAPS_PLACE.search(behind, min(end, mention.end)) if text.isupper() else None)
        or before
        or COMMA_PLACE.match(text[end : mention.start])
    )
    place = without_month(found.group(1)) if found else None
    return None if place is None or _is_nowhere(place) else place


def _clause_end(text: str, start: int) -> int:
    """Return where the clause ends that goes on at a place of a sentence."""
    cut = _NEXT_CLAUSE.search(text, start)
    return cut.start() if cut else len(text)


def _is_nowhere(place: str) -> bool:
    """Return whether the words behind "in" or "at" are no place: "at Lockup", "in Plenary"."""
    words = place.lower().split()
    return words[0] in _NOWHERE or (len(words) == 1 and words[0] in event_words.EVENT_WORDS)
