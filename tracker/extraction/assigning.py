"""Tasks said without an asking verb: whose they are, what a cable is for, what silence means, what is forbidden."""

import re

from tracker.extraction.cast import Cast, Part
from tracker.extraction.verdicts import Verdict

_PURPOSE = re.compile(
    r"(?:the (?:purpose|point|aim|object|intent) of )?this (?:\w+ )?(?:request|cable|message|telegram|tasking) is (?:for(?! (?:your |post's |the )?(?:information|background|record|reference|use|now))|to (?:request|ask|instruct|direct|urge))(?: that)? "
)
_ASSIGNED = re.compile(  # "It falls to Embassy to count", "Embassy's task is to count", "What we need from Embassy is a list"
    r"(?:it (?:falls to|is for|is up to|remains for) (?:the )?(?P<to>[\w ]{2,30}?)|(?:the )?(?P<of>[\w ]{2,30}?)['’]s? (?:first |main |next )?(?:task|job|role|duty) (?:now )?is"
    r"|the (?:task|job|role|duty|responsibility) of (?P<each>[\w ]{2,30}?) is) to (?=[a-z])"
    r"|(?:the )?responsibility for (?:[\w'’/-]+ ){1,9}?(?:rests|lies|remains) (?:\w+ly )?(?:with|upon|on) (?:the )?(?P<with>[\w ]{2,30}?)(?=[.,;]|$| and | which )"
    r"|(?:[\w',/-]+ ){1,24}?is what (?P<by>[\w/ ]{2,30}?) (?:needs?|wants?|asks? for|requires?|has to have|have to have|must have|would like)(?= by | before | no later | nlt |\.|$)"
    r"|(?:what|all(?: that)?) (?:we|the department|washington) (?:now )?(?:needs?|wants?|asks?|requires?)(?: (?:from|of) (?P<from>[\w ]{2,30}?))? is (?:that )?(?=(?P<that>[a-z ]{2,20}))"
)
_UNLESS = re.compile(
    r"unless (?P<whom>(?:the )?[\w/ ]{2,40}?) (?P<verb>objects?|advises? otherwise|instructs? otherwise|directs? otherwise|says? otherwise|(?:has|have) objections?|raises? objections?)\b"
)
_LIMIT = r"(?:by|before|no later than|not later than|nlt|within|on or before) "
_UNLESS_TOLD = re.compile(  # "unless instructed otherwise by May 3"
    r"\bunless (?:otherwise (?:instructed|advised|directed|told)|(?:instructed|advised|directed|told) (?:otherwise|to the contrary)"
    r"|(?:we|post|embassy|mission|the department) (?:hears?|is told|are told|receives?|is advised|are advised) (?:otherwise|to the contrary|contrary \w+|an? objections?|objections?|from [\w/ ]{2,30}?)) "
    rf"{_LIMIT}"
    rf"|\b(?:absent|barring|in the absence of) (?:any |an |your |posts?'? |further )*(?:objections?|contrary \w+)(?: from [\w/ ]{{2,30}}?)? {_LIMIT}"
)
_PLANNER = re.compile(
    r"(?P<who>[\w/' ]{1,40}?) (?:will|plans? to|intends? to|proposes? to|means? to|shall)\b"
)
_NO_WAY = re.compile(
    r"(?:under|in|on|at) no (?:circumstances?|conditions?|account|event|case|time) (?:is|are|should|may|must|shall) (?P<what>(?:the |this |these |any |its )?[\w'’ -]{3,60}?) (?:to be|be|leave|go)\b"
)


def assigned_at(low: str, cast: Cast) -> Verdict | None:
    """Return the verdict of a sentence in small letters that hands somebody a task by its opening words."""
    return (
        _purpose(low) or _assigned(low, cast) or _silence(low, cast) or _untold(low, cast) or _ban(low, cast)
    )


def _purpose(low: str) -> Verdict | None:
    """Said what a cable is for: "This request is for posts to report"."""
    match = _PURPOSE.match(low) if low.startswith("th") else None
    if match is None:
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=match.end(), form="that", subject=(match.end(), len(low)))


def _assigned(low: str, cast: Cast) -> Verdict | None:
    """Said whose task it is: "It falls to" asked "to" verb; asked "'s task is to" verb; "what we need from" asked "is"."""
    match = _ASSIGNED.match(low)
    if match is None:
        return None
    whom = next(name for name in ("to", "of", "each", "with", "from", "that", "by") if match.group(name))
    wanted = Part.SENDER if whom == "by" else Part.ASKED
    if cast.part_of(match.group(whom)) is not wanted:
        return None
    form = "order" if whom in ("to", "of", "each") else "thing"
    return Verdict(is_ask=True, cue_at=0, order_at=match.end(), form=form, subject=match.span(whom))


def _silence(low: str, cast: Cast) -> Verdict | None:
    """Silence is consent: "unless" asked "objects by" day, sender will: who objects must say so by then."""
    match = _UNLESS.match(low) if low.startswith("unless ") else None
    if match is None or cast.part_of(match["whom"]) is not Part.ASKED:
        return None
    return Verdict(
        is_ask=True, cue_at=match.start("verb"), order_at=0, form="matter", subject=match.span("whom")
    )


def _untold(low: str, cast: Cast) -> Verdict | None:
    """Silence is consent, said of the sender: sender will, "unless instructed otherwise by" day; "absent objection by" day."""
    match = _UNLESS_TOLD.search(low) if "unless " in low or "bsen" in low or "barring " in low else None
    if match is None:
        return None
    planned = _PLANNER.match(low) if match.start() else _PLANNER.search(low, low.find(", ", match.end()) + 1)
    if planned is None or cast.part_of(planned["who"]) is not Part.SENDER:
        return None
    return Verdict(is_ask=True, cue_at=match.start(), order_at=match.start(), form="matter", subject=(0, 0))


def _ban(low: str, cast: Cast) -> Verdict | None:
    """Forbidden of a thing: "under no circumstances" ("is" | "should") thing participle."""
    match = _NO_WAY.match(low) if cast.asks_posts and " no " in low[:12] else None
    if match is None or cast.part_of(match["what"]) not in (Part.MATTER, Part.NOBODY):
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter")
