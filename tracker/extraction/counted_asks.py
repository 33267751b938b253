"""Requests that are counted first and told one by one: "The Embassy asks for three things. First, that the fee be lowered"."""

import re

from tracker.extraction.cast import Cast, Part

ORDINAL = r"(?:(?:and |but )?(?:first|second|third|fourth|fifth|sixth|firstly|secondly|thirdly|next|then|finally|lastly|last),? )"
_COUNTED = re.compile(  # in small letters
    r"(?P<who>[^,;:.]{1,50}?) (?:asks?|requests?|seeks?|wants?|needs?|has|have|makes?|would like) (?:now |also |therefore |still )?(?:for |of [\w ]{2,25} )?(?:only |just )?"
    r"(?:two|three|four|five|six|several|some|the following)(?: (?:more|other|small|further|specific|simple))? (?:things|requests|favou?rs|steps|actions|measures|points)(?: (?:of|from|for) [\w ]{2,30})?[.:]"
)
_NEXT = re.compile(rf"{ORDINAL}that\b", re.IGNORECASE)
LONGEST_COUNT = 130  # characters
_SENDERS = frozenset({"we", "i"})


def counts(low: str, cast: Cast) -> bool:
    """Return whether a sentence in small letters only says how many requests of the sender follow."""
    match = _COUNTED.fullmatch(low) if len(low) < LONGEST_COUNT else None
    return match is not None and (match["who"] in _SENDERS or cast.part_of(match["who"]) is Part.SENDER)


def is_next(text: str) -> bool:
    """Return whether a clause is one of several that are told by their number: "second, that the Department"."""
    return _NEXT.match(text) is not None
