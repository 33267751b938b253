"""What is done to things on paper only, whoever they are of: "Figures from tax rolls are to be marked as such"."""

import re

from tracker.extraction import matters
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.verdicts import Cue

_AS_SUCH = re.compile(  # in small letters, behind a duty
    r"(?:not |also |always |each |\w+ly )*be (?:\w+ly )?(?:"
    r"(?:marked|flagged|labell?ed|tagged|noted|identified|footnoted|annotated|captioned|headed|entered|listed|described|shown|cited) (?:as such|so\b|accordingly|with an? (?:asterisk|footnote|dash|query)|by an? (?:asterisk|footnote))"
    r"|counted (?:where|once|only|twice|as|under|separately|with|apart|in (?:the|their|its)|at (?:the|their) (?:post|place)|if|whether|even|toward)\b"
    r"|(?:entered|listed|shown|carried|reported|given|recorded|tallied|tabulated) (?:once|only once|separately|apart|twice|under (?:the|their|its|each|a)|in (?:column|the (?:first|second|third|last|left|right)|thousands|dollars|full|capitals)|where)\b"
    r"|(?:rounded|footnoted|spelled out|spelt out|typed|capitalized|abbreviated|alphabetized|double-spaced|initialed|initialled|transliterated|converted (?:at|to|into|before|from)|filled (?:in\b|with a dash|with dashes|with zeros?))"
    r"|left (?:blank|empty|open)\b)"
)
_EACH = re.compile(  # in small letters: "every orphan file opened since October", "all cards"
    r"(?:and |but )?(?:each|every|all(?: of)?(?: the| these| those)?|any|both) (?:[\w'’-]+ ){0,2}?(?P<what>files?|cards?|cases?|refusals?|keys?|box(?:es)?|crates?|forms?|lists?|passports?|visas?|vouchers?|receipts?|ledgers?|accounts?|safes?|folders?|applications?|petitions?|records?|entries|entry|logs?|seals?|packets?|parcels?|disks?|reports?|names?|issuances?)"
    r"(?: (?:(?:opened|closed|issued|refused|filed|received|sent|made|kept|held|stored|returned|approved|denied|passed|dated|taken|left|signed) )?(?:since|before|after|in|on|from|by|at|under|of|with|for|between|this|during|over) [^;:]{2,80})? ?"
)
_GONE_OVER = re.compile(
    r"(?:also |then |first )?be (?:\w+ly |again |first )*(?:read|re-?read|gone (?:over|through)|looked (?:at|over|into|through)|tried|reviewed|re-?reviewed|checked|re-?checked|opened|re-?opened|counted|recounted|tested|examined|re-?examined|weighed|compared|initialed|countersigned|matched|searched|turned out|emptied)\b"
)
_AT_HAND = frozenset(
    "case cases refusal refusals issuance issuances application applications petition petitions record records name names".split()
)
_ANY_ONE = re.compile(
    r"(?:(?:at least |no fewer than )?(?:one|two|three|an?(?:other)?|a second|a different|some) (?:[\w-]+ ){0,2}?(?:officers?|americans?|people|persons?|supervisors?|employees?|hands?|consuls?|clerks?|cashiers?|witness(?:es)?|readers?|guards?)|someone|somebody|the (?:chief|head|officer in charge|section chief|rso|gso|dcm|consul)|whoever)\b"
)
_POLLED = re.compile(r"\b(?:votes?|ballots?|seats?|points|goals|casualties|dead)\b")
_OWNED = re.compile(r"(?<!post)(?<!embassy)(?<!mission)['’]s? (?:own )?[\w-]+ $")

_USED = re.compile(  # in small letters: the tool for a task
    r"(?:not |also |always |only )*be used(?=[.;,]|$| (?:only|again|instead|from now|henceforth|until|throughout|in (?:all|every|each|future|place|this)|for (?:that|this|these|it|all|every|each)|when|whenever|with)\b)"
)
_NO_TOOL = re.compile(
    r"\b(?:money|moneys|monies|funds|loans?|proceeds|force|gas|water|land|halls?|buildings?|airports?|ports?|roads?|troops|weapons?|vetoe?s?|power|grants?|revenues?)\b"
)
_OF_POSTS_OR_PAPERS_OR_AT_HAND = matters.OF_POSTS | matters.PAPERS | _AT_HAND


def is_put_down(cue: Cue) -> bool:
    """Return whether a duty says how something is to stand on paper, which only those asked write: "are to be counted once"."""
    is_open = (
        cue.cast.asks_posts and cue.part not in (Part.SENDER, Part.THIRD) and not cue.setting.is_background
    )
    return (
        is_open
        and (_AS_SUCH.match(cue.rest) is not None or _is_tool(cue))
        and _POLLED.search(cue.subject.lower()) is None
        and _OWNED.search(cue.subject.lower()) is None
        and BY_WHOM.search(cue.rest) is None
    )


def _is_tool(cue: Cue) -> bool:
    """Return whether a thing is to be used for a task: "the disk labeled F77CONV is to be used"; a loan is none."""
    is_thing = cue.part in (Part.NOBODY, Part.MATTER) and cue.words.startswith(
        ("is ", "are ", "should", "must")
    )
    return is_thing and _USED.match(cue.rest) is not None and _NO_TOOL.search(cue.subject.lower()) is None


def is_gone_over(cue: Cue) -> bool:
    """Return whether each of the papers at hand is to be looked at by any of those asked: "Every file is to be read again by an officer"."""
    match = _EACH.match(cue.subject.lower().lstrip())
    if match is None or not cue.cast.asks_posts or cue.setting.is_background or cue.part is Part.THIRD:
        return False
    is_ours = not {match["what"], f"{match['what']}s", f"{match['what'].removesuffix('y')}ies"}.isdisjoint(
        _OF_POSTS_OR_PAPERS_OR_AT_HAND
    )
    by_whom = BY_WHOM.search(cue.rest)
    is_any = by_whom is None or _ANY_ONE.match(by_whom["whom"]) is not None
    is_theirs = matters.is_by_law(cue.low) or _OWNED.search(cue.subject.lower()) is not None
    return is_ours and is_any and not is_theirs and _GONE_OVER.match(cue.rest) is not None


def is_poll(cue: Cue, done: str) -> bool:
    """Return whether others count what was cast at a poll: "Ballots are to be counted by hand"."""
    return done in ("counted", "cast", "recounted") and _POLLED.search(cue.subject.lower()) is not None
