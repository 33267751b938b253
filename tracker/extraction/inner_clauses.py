"""Clauses inside a sentence that lay no duty on its subject: a reason, a condition, what is said of a noun in passing."""

import re

from tracker.cable.hints import has_any
from tracker.extraction.cast import Cast, Part
from tracker.extraction.verdicts import Cue

_AS_IT_IS = re.compile(  # "Since the Ambassador is to speak on rights, …" gives a reason
    r"(?:since|as|because|although|though|while|whereas|now that|given that|if|when|where) (?!(?:well|for|of|to)\b)[^,]*$",
    re.IGNORECASE,
)
_FINITE = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|\w{3,}ed|met|spoke|told|saw|wrote|sent|gave|found|left|held|heard|knows?|writes?|says|keeps?|deals?|works?|falls?|rests?|goes|belongs?|passes|lies)"
_IF_IT = re.compile(  # before "is to": "… by May 3 if it is to be taken up in June"
    rf"[\w'’-]{{2,}} (?:if|unless|whether|provided(?: that)?) (?:(?!{_FINITE}\b)[\w'’/-]+ ){{1,6}}$",
    re.IGNORECASE,
)
_JOINTS = re.compile(r" (?:with|to|from|by|for|at|in|and) ", re.IGNORECASE)
_UNDER_WHICH = re.compile(  # "He cited Rule 12, under which drafts shall be submitted"
    r"\b(?:under|pursuant to|according to|in accordance with|by virtue of|by|in) which (?P<who>[^;:]{0,80})$",
    re.IGNORECASE,
)
_WHETHER_THEY = re.compile(  # "Some posts have asked whether they should"
    r"\b(?:asked|asks?|inquired?|inquires|wondered?|wonders|queried|wanted to know|wrote to ask|want to know)(?: (?:us|the department|washington|the desk))?,? (?:whether|if|why|when|how) (?:they|it|we|he|she) $",
    re.IGNORECASE,
)
_ASIDE = ("which ", "they ", "it ", "we ", "he ", "she ")
_CONDITIONS = (" if ", " unless ", " whether ", " provided ")
_TOLD = (  # "Posts listed in paragraph 3" tells nothing of what they did, "Posts thanked the chair" does
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|spoke|saw|wrote|gave|went|came|goes|comes|knows?|writes?|says|keeps?|deals?|works?|falls?|rests?|belongs?|passes|lies"
    r"|(?:\w{3,}ed|met|told|sent|found|left|held|heard)(?= (?:the|an?|its|their|his|her|our|all|both|two|three|that|last|yesterday)\b))"
)
_WHO = re.compile(  # "USUN has spoken with the chair, who must send the list"
    rf"\b{_TOLD} [^;:]*?(?:\b(?:the|an?|its|their|his|her|our|with|to|from|of|by|for|at|in|and|told|met) )(?P<noun>(?:[\w'’/-]+ ?){{1,4}}?)(?:\([^()]*\) ?)?,? (?:who|which) $",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(r"(?:\w+ly )?(?:be|reach|arrive|follow|come|go|cover|include|contain|show|list)\b")
_PLAN = re.compile(  # "Our plan is to", "The aim of the survey is to": what is meant, no duty
    r"^(?:and |but )?(?:our|its|their|his|her|the|one|my) (?:\w+ )?(?:plan|aim|goal|intention|intent|hope|idea|purpose|wish|ambition|object) (?:of [\w ]{2,40})?$",
    re.IGNORECASE,
)


def is_reason_or_condition(subject: str) -> bool:
    """Return whether the words before "is to" tell why or whether: "Since he", "The Norwegians must table it if it"."""
    if _AS_IT_IS.match(subject.lstrip()) is not None:
        return True
    return has_any(subject.lower(), _CONDITIONS) and _IF_IT.search(subject) is not None


def is_told_within(subject: str, cast: Cast) -> bool:
    """Return whether a duty is what a rule just named lays down, or what somebody asked about: "under which drafts", "asked whether they"."""
    if subject.lower().endswith(_ASIDE) and _WHETHER_THEY.search(subject):
        return True
    match = _UNDER_WHICH.search(subject) if " which " in subject.lower() else None
    return match is not None and cast.part_of(match["who"]) is not Part.ASKED


def part_said_of(cue: Cue) -> Part | None:
    """Return what the noun is, behind a verb, whose duty a clause tells: "USUN has spoken with the chair, who"; None without one.

    What is to be done to a thing is nobody's yet: "attention is drawn to the new form, which should be used".
    """
    behind = cue.subject.lower()[-len("which ") :]
    match = _WHO.search(cue.subject) if behind.endswith(("who ", "which ")) else None
    part = cue.cast.part_of(_JOINTS.split(match["noun"].strip())[-1]) if match else None
    is_thing = part in (Part.NOBODY, Part.MATTER) and behind == "which "
    is_passive = cue.rest.startswith("be ") or (
        cue.match.lastgroup == "told" and not cue.rest.startswith("to ")
    )
    return None if is_thing and is_passive else part


def is_told(cue: Cue) -> bool:
    """Return whether "is to" lays no duty on its subject: it tells why, whether, or what somebody has in mind."""
    if is_reason_or_condition(cue.subject):
        return True
    return _OF_PAPER.match(cue.rest) is None and _PLAN.search(cue.subject) is not None
