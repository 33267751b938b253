"""Whether a text is a paper to leave, points to speak, or a text given for reference, by the words that name it."""

import re

from tracker.extraction.proposals import HandoverKind

_KINDS = (
    (
        HandoverKind.REFERENCE,
        re.compile(
            r"\b(?:resolution|prst|presidential statement|declaration|communiqu|decision)", re.IGNORECASE
        ),
    ),
    (
        HandoverKind.POINTS,
        re.compile(
            r"\b(?:points?|remarks|talk|statement|intervention|speech|eov|explanation of (?:vote|position)|eop|guidance|tps|asked|be said|q ?& ?a|questions (?:and|with) (?:\w+ )?answers)\b",
            re.IGNORECASE,
        ),
    ),
    (
        HandoverKind.PAPER,
        re.compile(r"\b(?:paper|non-?paper|note|letter|aide|memo\w*|message|reply)\b", re.IGNORECASE),
    ),
)
_MARK_KINDS = (
    (
        HandoverKind.PAPER,
        re.compile(
            r"\b(?:non-?paper|paper|invitation|letter|note|aide|memorandum|questionnaire|reply|list(?! of (?:\w+ )?(?:questions|queries|points|elements)))\b",
            re.IGNORECASE,
        ),
    ),
    *_KINDS,
    (HandoverKind.POINTS, re.compile(r"\b(?:questions|queries)\b", re.IGNORECASE)),
)
_OF_MARK = re.compile(r"[^a-z]*(?:begins?|beginning)(?: of)?:? ([^:]{0,90})", re.IGNORECASE)


def kind_of(named: str) -> HandoverKind:
    """Return the kind told by the begin mark, else by the title and the sentences before."""
    mark = _OF_MARK.match(named)
    words_of = (mark.group(1), named[:300]) if mark else (named[:300],)
    for words in words_of:
        for kind, pattern in _MARK_KINDS if words is not words_of[-1] else _KINDS:
            if pattern.search(words):
                return kind
    return HandoverKind.PAPER
