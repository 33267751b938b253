"""Sentences that only sound like asks: what was weighed and not asked, or asked once and done, what a case not met would ask, words parted by their speaker.

Each function is one rule; none looks at who is addressed.
"""

import re

from tracker.cable.hints import has_any
from tracker.extraction import refusals
from tracker.extraction.cast import Cast

_WEIGHED = re.compile(  # in small letters: "We considered asking posts to", "We decided against requiring"
    r"(?:(?:at first|at one time|earlier|initially|briefly|for a while|last \w+|in \w+),? )?(?:(?!(?:whether|if|who|which|that|please|should|must|requested|asked|having|after|before|when|until|while)\b)[\w'’/-]+ ){1,5}?"
    r"(?:considered|contemplated|weighed|debated|discussed|pondered|thought (?:of|about)|toyed with|decided against|advised against|refrained from|stopped short of|ruled out|dropped the idea of|gave up"
    r"|(?:is|are|was|were|been) (?:\w+ )?(?:considering|contemplating|weighing|debating|discussing|thinking (?:of|about)))"
    r" (?:\w+ly |again |instead |then )?(?:asking|requiring|instructing|requesting|directing|ordering|tasking|urging|obliging|inviting|calling on) "
)
_ASKS_ALL_THE_SAME = re.compile(
    r"[;,] (?:and|but|so|yet|instead)\b|; |[,:] (?:please|kindly) |\b(?:now|again|therefore|hereby) (?:asks?|requests?|directs?|instructs?)\b"
)
_UNMET = re.compile(  # in small letters: "Were it to do so, an inventory would be required", "Had the ship come, posts would have had to"
    r"(?:and |but )?(?:(?:were|had) (?!(?:posts?|you|embass\w+|missions?|addressees?|consulates?)\b)[^;:.]{2,120}?|if [^;:,.]{2,80}? (?:were to|had (?:not )?(?:\w{3,}ed|been|come|gone|made|met))\b[^;:,.]{0,80}), (?P<then>[^;:]*)"
)
_WOULD = re.compile(r"\bwould\b|\bmight\b")
_WISHED = re.compile(
    r"\bwould (?:\w+ )?(?:be (?:\w+ ){0,2}?(?:appreciated|welcome|welcomed|grateful|glad|useful|helpful|pleased|obliged|happy|of (?:help|use))|appreciate|like|welcome|help)\b"
    r"|\b(?:please|kindly|should|must)\b|\b(?:is|are) (?:asked|requested|instructed|to)\b"
)
_SAY = (
    r"(?:say|says|said|warn|warns|warned|write|writes|wrote|report|reports|reported|insist|insists|insisted|add|adds|added|declare|declares|declared|announce|announces|announced|complain|complains|complained"
    r"|reply|replied|read|reads|run|runs|urge|urges|urged|advise|advises|advised|argue|argues|argued|claim|claims|claimed|demand|demands|demanded|order|orders|ordered|rule|rules|ruled|state|states|stated|told|shouted|goes|go)"
)
_PARTED = re.compile(  # with what is quoted blanked: ""Late papers," say the rules, "will be burned.""
    rf"[\"“]_+[\"”],? {_SAY} (?!whether\b|if\b|what\b|who\b|so\b|that\b|to\b|by\b)[^\"“”;:]{{2,80}}(?:, (?:[\w ]{{2,30}}, )?[\"“]_+[\"”]\.?|\.)"
)
_LEFT_AS_IT_IS = re.compile(  # behind what a law tells: "; the Department does not change this"
    r"; (?:the department|department|washington|this (?:cable|message|telegram)|we|nothing(?: here| in this (?:cable|message|telegram))?) (?:(?:does|do) not (?:change|alter|affect|amend|modify|touch)|changes?|alters?|leaves?)"
    r" (?:this|that|it|any of this|the rule|the law|in (?:this|that)|here|anything)(?: (?:as it is|alone|untouched|unchanged))?\.?$"
)
_BY_LAW = re.compile(
    r"^(?:under|by|pursuant to|according to|in accordance with) (?:\w+ ){0,3}?(?:section|article|title|act|law|statute|chapter|convention|treaty|code|regulations?|\d+ (?:cfr|fam|usc))\b"
)
_CALLER = re.compile(  # whom to ask: "Questions go to OES/EGC, Mr. Quist, 202-555-0144"
    r"(?:(?:any|all|further|other|additional) ){0,2}(?:questions?|inquiries|queries)(?: (?:of substance|on|about|regarding|concerning) [^,;:]{2,60}?)?(?: (?:may |can )?go)? to (?:the )?"
    r"(?P<who>[^;:]{2,110}?)(?:[(, ]+(?:(?:at|tel\.?|phone|telephone|ext\.?|fts) )?\(?\d{3}[-). ]{1,2}(?:\d{3}[-. ])?\d{4}\)?|[ ,(]+[\w.+-]+@[\w.-]+\)?)\.?"
)
_DONE = r"(?:answered|sent|received|met|given|delivered|forwarded|cabled|pouched|transmitted|mailed|supplied|furnished|submitted|handed in|filed)"
_CAME = (
    rf"(?:(?:is|are) (?:now |already )?in hand|(?:has|have|had) (?:now |already |since |all )?(?:been {_DONE}|arrived|come(?: in)?|gone|reached)"
    rf"|(?:was|were) (?:\w+ly |all |duly )?{_DONE}|went|came in|arrived|reached)\b"
)
_WANTED = r"(?:wanted|requested|asked for|required|needed|sought|called for)"
_MET = re.compile(  # in small letters: "Riga's table, requested for May 3, is in hand", "Figures which the Department wanted by May 3 went forward"
    rf"[^,;:]{{3,80}}, (?:(?:which|that) (?:\w+ ){{0,4}}?)?{_WANTED} [^,;]{{0,60}}?(?:for|by|on|before|no later than|nlt) [^,;]{{2,40}}, {_CAME}"
    rf"|[^,;:]{{2,60}} (?:which|that) (?:the )?[\w/]+ (?:had |also )?{_WANTED} (?:for|by|on|before|no later than|nlt) [^,;:]{{2,50}}? {_CAME}"
)
_STILL_ASKS = re.compile(
    r"\b(?:please|kindly|should|must|shall|needs? to|ha(?:s|ve) to|(?:is|are) (?:\w+ )?to|asked to|requested to|instructed to)\b"
)
_MAIL_TO = re.compile(  # "Mail to Per Dahl (dahlp@state.gov), with Ana Roe as alternate, will be answered the same day"
    r"(?:mail|e-?mails?|calls|letters|messages|queries) to [^;:]{2,110}?(?:@|\d{3}[-. ]\d{4})[^;:]{0,100}? (?:will be|is|are) (?:\w+ly )?(?:answered|read|looked at|dealt with)\b"
)
_TO_CALL = re.compile(  # "Officers to call: Per Dahl, 202-555-0142"
    r"(?:the )?(?:officers?|people|persons?|whom|desk officers?) to (?:call|contact|telephone|phone|reach|ask|turn to)(?: is| are|:) [^;]*\d{3}[-. ]\d{4}"
)
_CALLING = tuple(
    "officer people person whom desk the mail e-mail email calls letters messages queries".split()
)  # with one of them both begin


def why(plain: str, low: str, cast: Cast) -> str | None:
    """Return why a sentence, with what is quoted in it blanked, asks nothing; None where nothing here tells so."""
    if cast.asks_posts and not cast.asks_others and refusals.sends_past_us(low):
        return refusals.PERSONS
    if refusals.tells_plans(low) or _is_unmet(low) or _is_left(low):
        return refusals.PLANNED
    if plain.startswith(('"', "“")) and _PARTED.fullmatch(low):
        return refusals.QUOTED
    if _is_only_weighed(low) or _is_met(low):
        return refusals.PAST
    return refusals.COURTESY if _is_caller(low) else None


def still_asks(low: str, start: int = 0) -> bool:
    """Return whether words in small letters ask from a place on, behind what was asked once and is done."""
    return _STILL_ASKS.search(low, start) is not None


def is_weighed(text: str) -> bool:
    """Return whether what a sentence tells was only thought of, with the events in it: "We considered asking posts to hold a fair on May 3"."""
    return _is_only_weighed(text.lower())


def _is_only_weighed(low: str) -> bool:
    """Read "We considered asking posts to hold a fair": it was thought of, and nothing behind it asks."""
    weighed = _WEIGHED.match(low) if "ing " in low else None
    return weighed is not None and _ASKS_ALL_THE_SAME.search(low, weighed.start()) is None


def _is_met(low: str) -> bool:
    """Read "Figures which the Department wanted by May 3 went forward": what was asked once is done, and nothing behind it asks."""
    met = _MET.match(low) if has_any(low, (" which ", " that ", "ed ", "sought ")) else None
    return met is not None and not (_ASKS_ALL_THE_SAME.search(low, met.start()) or still_asks(low, met.end()))


def _is_unmet(low: str) -> bool:
    """Read "Were it to lend radios, an inventory would be required": a case that is not met; wishes with "would" ask all the same."""
    unmet = _UNMET.fullmatch(low) if low.startswith(("were ", "had ", "if ", "and ", "but ")) else None
    return (
        unmet is not None and _WOULD.search(unmet["then"]) is not None and not _WISHED.search(unmet["then"])
    )


def _is_left(low: str) -> bool:
    """Read "Under Section 5 of the Act, consuls shall keep the deed; the Department does not change this"."""
    is_closed = has_any(low, ("change", "alter", "leave", "affect", "amend", "modify", "touch"))
    return is_closed and _BY_LAW.match(low) is not None and _LEFT_AS_IT_IS.search(low) is not None


def _is_caller(low: str) -> bool:
    """Read "Questions go to OES/EGC, Mr. Quist, 202-555-0144": whom to ask; "should be sent to" asks."""
    if low.startswith(_CALLING) and (_TO_CALL.match(low) or _MAIL_TO.match(low)):
        return True
    is_told = " to " in low and not has_any(low, (" should ", " must ", " be "))
    return is_told and _CALLER.fullmatch(low) is not None
