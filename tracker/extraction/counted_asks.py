"""Requests that are counted first and told one by one: "The Embassy asks for three things. First, that the fee be lowered"."""

import re

from tracker.cable.hints import Family
from tracker.cable.parts import Sentence
from tracker.extraction.cast import Cast, Part

ORDINAL = r"(?:(?:and |but )?(?:first|second|third|fourth|fifth|sixth|firstly|secondly|thirdly|next|then|finally|lastly|last),? )"
_COUNTED = re.compile(  # in small letters
    r"(?P<who>[^,;:.]{1,50}?) (?:asks?|requests?|seeks?|wants?|needs?|has|have|makes?|would like) (?:now |also |therefore |still )?(?:for |of [\w ]{2,25} )?(?:only |just )?"
    r"(?:two|three|four|five|six|several|some|the following)(?: (?:more|other|small|further|specific|simple))? (?:things|requests|favou?rs|steps|actions|measures|points)(?: (?:of|from|for) [\w ]{2,30})?[.:]"
)
_THINGS = Family("things requests favours favors steps actions measures points".split())
_NEXT = re.compile(rf"{ORDINAL}that\b", re.IGNORECASE)
LONGEST_COUNT = 130  # characters
_SENDERS = frozenset({"we", "i"})


def counts(sentence: Sentence, cast: Cast) -> bool:
    """Return whether a sentence only says how many requests of the sender follow."""
    may_count = sentence.signs & _THINGS.bit and len(sentence.text) < LONGEST_COUNT
    match = _COUNTED.fullmatch(sentence.text.lower()) if may_count else None
    return match is not None and (match["who"] in _SENDERS or cast.part_of(match["who"]) is Part.SENDER)


def is_next(text: str) -> bool:
    """Return whether a clause is one of several that are told by their number: "second, that the Department"."""
    return _NEXT.match(text) is not None
