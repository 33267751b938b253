"""What the sender says it hopes for, awaits or will need by a day, and what it repeats: asks of those who owe it."""

import re

from tracker.cable.hints import has_any, words_in
from tracker.extraction import needs
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.labels import label_end
from tracker.extraction.matters import PAPERS
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_WHO = r"(?:[^,;:]{0,80}, |from (?:the |all )?(?:post|posts|you|addressees|embassy [a-z]+|[a-z]{3,5}) )?(?P<who>(?:the )?[\w/' ]{1,40}?)"
_HOPING = re.compile(  # "Department hopes to have a first count from posts by May 3"
    rf"{_WHO} (?:\w+ly |also |now |therefore )?(?P<verb>(?:hopes?|expects?|wants?|wishe?s?|looks?|would (?:like|hope|expect)|(?:is|are|remains?) (?:\w+ )?(?:keen|eager|anxious)) to (?:have|receive|learn|know|hear|be (?:told|informed|advised|notified))|(?:would |still )?(?:hopes?|expects?) to see|need(?:s)? to (?:know|hear|learn|be (?:told|informed|advised)))\b"
)
_AWAITING = re.compile(  # "Post awaits the Department's word by May 3", "We will look for your answer by May 3"
    rf"{_WHO} (?P<verb>(?:now |still |also |eagerly )?(?:awaits?|(?:is|are) (?:now |still )?awaiting|will (?:need|want|require|look for|await|expect)|(?:is|are) looking for|looks? forward to|hopes? for)) (?!to\b)"
)
_BY_DAY = re.compile(
    r"\b(?:by|before|no later than|not later than|nlt|within|on or before|in time for|cob) (?!which\b|whom\b|whose\b|means\b|way\b)"
)
_FROM_ASKED = re.compile(r"\b(?:from|of) (?P<whom>(?:the |each |all |every |any )?[\w/]+(?: [\w/]+)?)")
_AGAIN = re.compile(
    r"(?:(?:post|embassy|mission|consulate|department|our)(?:'s|’s)? (?:\w+ )?request (?:for|that|to) .{3,160}? (?:is|are) (?:hereby )?(?:renewed|repeated|reiterated)"
    r"|(?:(?:the )?(?:post|embassy|mission|consulate|department)|we) (?:hereby |again |also |now |therefore |once (?:more|again) |\w+ly )*(?:renews?|repeats?|reiterates?) (?:again |once (?:more|again) |hereby )?(?:its|our|the|post's|his|her) (?:\w+ )?request\b)"
)
_HOPED = re.compile(  # in small letters: "It is hoped that Embassy can obtain the brochure", "We hope posts will be able to send it"
    r"(?:at the same time,? |meanwhile,? |in addition,? |nonetheless,? )?(?:it is (?:also |still |very much |\w+ly |to be )?hoped|(?:our|the|(?P<whose>(?:the )?[\w/]+(?: [\w/]+)?)['’]s) (?:\w+ )?hope is|(?P<who>(?:the )?[\w/]+(?: [\w/]+)?) (?:also |still |very much |\w+ly )?(?:hopes?|trusts?)) (?:that )?"
    r"(?P<asked>(?:the )?[\w/'’ -]{2,50}?) (?P<way>can|could|may|might|will be able to|will find it possible to|will find (?:the )?time to|will be in a position to|will see (?:its|their) way to|will) (?:also |still |then |soon |yet |\w+ly )?(?P<verb>[a-z-]+)\b"
)
_AND_DO = re.compile(r" and (?:\w+ly |then |also )?(?P<verb>[a-z-]+)\b")
_OWNED = re.compile(r" ?(?P<who>(?:the |a )?[\w/ ]{1,30}?)['’]s? ")
_OWN_HOPES = ("hope", "expect", "wish", "look", "would hope", "would expect", "still hope", "still expect")
SIGNS = frozenset(
    """hope hopes hoped trust trusts expect expects want wants wish wishes like keen eager anxious need needs await awaits
    awaiting look looking looks request require""".split()
)
_GRANTED = frozenset(
    "detail find name second spare settle choose rule release".split()
)  # by an office, by a day
_GIVEN_OR_PAPERS = v.GIVEN | PAPERS


def awaited(text: str, cast: Cast) -> Verdict | None:
    """Return the verdict of a sentence in which the sender says what it looks for, behind a label too; None of any other.

    awaited = sender ("hopes to have" | "awaits" | "will need") thing, from those asked or by a day.
    """
    low = text.lower()
    if SIGNS.isdisjoint(words_in(low)):
        return None
    at = label_end(text)
    again = _AGAIN.match(low)
    if again is not None and cast.asks_capital:
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter", subject=(0, 0))
    for rule in (_HOPING, _AWAITING):
        match = rule.match(low, at)
        if match and cast.part_of(match["who"]) is Part.SENDER and _is_owed(match, low[match.end() :], cast):
            return Verdict(is_ask=True, cue_at=match.start("verb"), order_at=match.end(), form="thing")
    return None


def hoped(low: str, cast: Cast) -> Verdict | None:
    """Return the verdict of a sentence in small letters that hopes those asked can do a thing, None of any other."""
    match = _HOPED.match(low) if has_any(low, (" hope", " trust")) else None
    if match is None or not _is_hoped_of(match, low[match.end() :], cast):
        return None
    return Verdict(
        is_ask=True,
        cue_at=match.start("way"),
        order_at=match.start("verb"),
        form="order",
        subject=match.span("asked"),
    )


def _is_hoped_of(hoped: re.Match[str], rest: str, cast: Cast) -> bool:
    """Return whether those asked are hoped to do a thing; what they "will" do, and what a capital may do, must have its day."""
    is_theirs = not hoped["asked"].startswith("by ") and cast.part_of(hoped["asked"].upper()) is Part.ASKED
    second = _AND_DO.search(rest)
    is_order = (
        hoped["verb"] in _GRANTED
        or hoped["verb"] in v.ORDERS
        or (second is not None and second["verb"] in v.ORDERS)
    )
    if not is_theirs or not is_order:
        return False
    hopes = hoped["who"] or hoped["whose"]
    if hopes is not None and cast.part_of(hopes) is not Part.SENDER:
        return False
    is_order = hoped["verb"] in v.ORDERS or hoped["verb"] not in _GRANTED
    is_open = is_order and hoped["way"] != "will" and cast.asks_posts and not cast.asks_others
    return is_open or _BY_DAY.search(rest) is not None


def _is_owed(match: re.Match[str], rest: str, cast: Cast) -> bool:
    """Return whether what is hoped for comes from those asked, or is to be had by a day: "whether it will come by May 3".

    What a sender only hopes or expects to know may come from anybody.
    """
    if match.re is _AWAITING:
        return _is_sent(rest, cast)
    is_dated = _BY_DAY.search(rest) is not None and not match["verb"].startswith(_OWN_HOPES)
    owned = _OWNED.match(rest)
    is_theirs = owned is not None and cast.part_of(owned["who"]) is Part.ASKED
    is_theirs = (
        is_theirs
        or rest.startswith(" your ")
        or (match["verb"].startswith("would ") and _is_sent(rest, cast))
    )
    is_theirs = (
        is_theirs and _BY_DAY.search(rest) is not None
    )  # "hopes to have the Department's answer by March 20"
    return is_dated or is_theirs or _is_from_asked(rest, cast)


def _is_sent(rest: str, cast: Cast) -> bool:
    """Return whether what is awaited is theirs who are asked, or a paper wanted by a day."""
    owned = _OWNED.match(rest)
    if (
        needs.is_for_capital(rest, cast)
        or _is_from_asked(rest, cast)
        or (owned and cast.part_of(owned["who"]) is Part.ASKED)
    ):
        return True
    head = noun_phrase(WORDS.findall(rest[:80]))[-1:]
    word = head[0].strip(".,;") if head else ""
    owner = _FROM_ASKED.search(rest[:80])
    is_others = owner is not None and cast.part_of(owner["whom"]) in (Part.THIRD, Part.SENDER, Part.PERSON)
    is_others = is_others or owned is not None
    is_paper = {word, f"{word}s", f"{word.removesuffix('y')}ies"} & (_GIVEN_OR_PAPERS)
    return bool(is_paper) and not is_others and _BY_DAY.search(rest) is not None


def _is_from_asked(rest: str, cast: Cast) -> bool:
    return any(cast.part_of(match["whom"]) is Part.ASKED for match in _FROM_ASKED.finditer(rest[:160]))
