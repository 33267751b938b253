"""Requests that are counted first and told one by one: "The Embassy asks for three things. First, that the fee be lowered"."""

import re

from tracker.cable.hints import Family
from tracker.cable.parts import Sentence
from tracker.extraction.cast import Cast, Part
from tracker.extraction.verdicts import Verdict

ORDINAL = r"(?:(?:and |but )?(?:first|second|third|fourth|fifth|sixth|firstly|secondly|thirdly|next|then|finally|lastly|last),? )"
_NUMBER = (
    r"(?:only |just )?(?:one|two|three|four|five|six|several|some|the following)(?: (?:more|other|small|further|specific|simple))?"
    r" (?:things?|requests?|favou?rs?|steps|actions|measures|points|wants|needs|questions)"
)
_VERB = (
    r"(?:asks?|requests?|seeks?|wants?|needs?|has|have|makes?|(?:would|should) like|would be glad of|lacks?)"
)
_COUNTED = re.compile(  # in small letters
    rf"(?:from (?P<giver>[^,;:.]{{2,50}}?),? (?=(?:we|i|post|embassy|mission|the (?:department|bureau|desk)|washington) ))?(?P<who>[^,;:.]{{1,50}}?) {_VERB} (?:now |also |therefore |still )?(?:for |of [\w ]{{2,25}} )?{_NUMBER}"
    r"(?: (?:of|from|for) [\w ]{2,40})?(?: and (?:can|could) (?:do without|spare) \w+)?[.:]"
)
_FOLD = re.compile(  # "What we should like from the Department is threefold.", "Our requests are two."
    rf"(?:what (?P<who>[^,;:.]{{1,40}}?) {_VERB}(?: (?:from|of) [^,;:.]{{2,50}}?)? is (?:twofold|threefold|fourfold|(?:two|three|four) things?)"
    r"|(?:our|(?P<whose>[^,;:.]{2,40}?)['’]s?) (?:\w+ )?(?:requests|wants|needs|wishes) (?:of \w+ )?are (?:two|three|four|these|as follows|simple|few)"
    r"|(?:two|three|four|five|several|the following) (?:other |further |more )?things are (?:wanted|needed|asked|required|sought)(?: (?:from|of|by) (?P<giver>[^,;:.]{2,50}))?)[.:]"
)
_THINGS = Family(
    "thing things request requests favours favors steps actions measures points twofold threefold fourfold wants needs questions".split()
)
_NEXT = re.compile(rf"{ORDINAL}that\b", re.IGNORECASE)
_THING = re.compile(  # in small letters, a thing that is counted: "first, a decision on the lease", "the second is the loan of a camera"
    rf"(?:{ORDINAL}(?:we (?:need|want|ask|seek|should like|would like) )?|(?:the )?(?:one|first|second|third|fourth|other|last|next|former|latter)(?: \w+)? is )"
    r"(?P<what>(?:an?|the|some|one|two|three|any|your|our|its|(?:[\w/]+['’]s?)|word|permission|leave|news|guidance|help|names|details|whether)\b[^;:]*)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|had|can|could|should|must|may|stands?|shows?|said|says)\b"
)
_CLAUSE = re.compile(
    r"\b(?:who|which|that|whether|where|when|if|as|what|how|why|whom|whose|by|before|in case|so)\b"
)
LONGEST_COUNT = 130  # characters
_SENDERS = frozenset({"we", "i"})


def counts(sentence: Sentence, cast: Cast) -> bool:
    """Return whether a sentence only says how many requests of the sender follow."""
    if not (sentence.signs & _THINGS.bit and len(sentence.text) < LONGEST_COUNT):
        return False
    low = sentence.text.lower()
    match = _COUNTED.fullmatch(low) or _FOLD.fullmatch(low)
    if match is None or (
        match["giver"]
        and cast.part_of(match["giver"].upper()) is not Part.ASKED
        and cast.part_of(match["giver"]) is not Part.ASKED
    ):
        return False
    who = match["who"] or match.groupdict().get("whose")
    return who is None or who in _SENDERS or cast.part_of(who) is Part.SENDER


def is_next(text: str) -> bool:
    """Return whether a clause is one of several that are told by their number: "second, that the Department"."""
    return _NEXT.match(text) is not None


def thing(text: str) -> Verdict | None:
    """Return the verdict of a thing that is told by its number, without a verb: "Second, guidance on the lease"."""
    match = _THING.match(text.lower())
    if match is None:
        return None
    behind = _CLAUSE.search(match["what"])
    if _FINITE.search(match["what"][: behind.start()] if behind else match["what"]):
        return None  # "First, a decision is near"
    return Verdict(is_ask=True, cue_at=0, order_at=match.start("what"), form="thing")
