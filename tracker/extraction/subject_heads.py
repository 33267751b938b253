"""Whom a subject counts or describes: "two of the ministers", "the company that guards the Embassy"."""

from collections.abc import Sequence
from itertools import takewhile

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import NUMBERS

_COUNTS = NUMBERS.keys() | frozenset("some most many several few none half both".split())
_SHORTEST_CLAUSE = 2  # words
_RELATIVES = frozenset("that which who".split())
_OURS_OR_DETERMINERS = nouns.OURS | say.DETERMINERS


def counted(texts: Sequence[str], end: int) -> str:
    """Return who is counted before "of" at `end`: "ministers" of "two of the ministers", "" where nobody is counted."""
    if texts[end : end + 1] != ["of"] or texts[end - 1] not in _COUNTS:
        return ""
    named = takewhile(lambda text: text not in say.OF_WORDS, texts[end + 1 :])
    return next(iter([text for text in named if text not in say.NO_HEADS][::-1]), "")


def described(before: str, relative: str, clause: Sequence[str]) -> bool:
    """Say whether a clause tells of a third party before it: "the company that guards the Embassy"; not "told the firm that posts must"."""
    if relative not in _RELATIVES or not nouns.is_third(before) or len(clause) < _SHORTEST_CLAUSE:
        return False
    return clause[1] in say.DETERMINERS and clause[0] not in _OURS_OR_DETERMINERS


def ends_head(texts: Sequence[str], at: int) -> bool:
    """Say whether the head of a subject lies before: "reports from the ministry", "posts desiring a visit", "airlines serving Lima"."""
    is_participle = texts[at].endswith("ing") and at + 1 < len(texts)
    is_participle = is_participle and (texts[at + 1] in say.DETERMINERS or nouns.is_third(texts[at - 1]))
    return texts[at] in say.OF_WORDS or is_participle
