"""Words that say the same of an event: a vote and a poll, a visit and a trip, "lands" and "arrival"; small closed families."""

import re
from typing import NamedTuple


class Kin(NamedTuple):
    """A family: the nouns by which an ask names it, and the words in which the text tells of it, in small letters."""

    nouns: frozenset[str]
    verbs: frozenset[str]  # behind a pronoun: "before it lands"
    told: re.Pattern[str]
    is_of_end: bool = False  # its day is the last of what lasts


def _kin(nouns: str, verbs: str, told: str, *, is_of_end: bool = False) -> Kin:
    return Kin(frozenset(nouns.split()), frozenset(verbs.split()), re.compile(rf"\b(?:{told})\b"), is_of_end)


VOTE = _kin(
    "vote votes poll polls ballot balloting election elections voting polling runoff",
    "vote votes",
    r"(?:put|comes?|goes?|brought|called) (?:up )?(?:to|for) (?:the|a) vote|votes?|voting|polls|ballots?|balloting|elections?|elects?|referendum|polling|runoff|(?:first|second|third|final) round",
)
ARRIVAL = _kin(
    "arrival landing",
    "arrive arrives land lands come comes dock docks get gets reach reaches",
    r"arrives?|arriv(?:al|ing)|land(?:s|ing)?|reach(?:es)?|comes?|puts? in(?:to)?|docks?|gets? in|fl(?:y|ies) (?:in|to)|travels? to|visits?|calls? (?:at|in)|makes? port|touch(?:es)? down",
)
JOURNEY = _kin(
    "trip visit travel journey tour stay",
    "travel travels visit visits go goes",
    r"travels?|visits?|trip|tour|journey|go(?:es)?|fl(?:y|ies)|leaves? for|departs? for|arrives?|lands?|comes?|sets? out|be (?:in|at|here|there)",
)
LEAVING = _kin(
    "departure sailing leaving",
    "leave leaves go goes depart departs sail sails fly flies",
    r"leaves?|departs?|departure|go(?:es)?|sails?|fl(?:y|ies)|travels?|sets? (?:off|out)",
)
ENDING = _kin(
    "end close closing expiry expiration lapse conclusion termination",
    "end ends close closes expire expires lapse lapses run runs conclude concludes shut shuts cease ceases finish finishes terminate terminates up over",
    r"ends?|closes?|closing|expires?|expiry|expiration|lapses?|runs? (?:out|until|through|to)|concludes?|shuts?|ceases?|finish(?:es)?|terminates?|adjourns?|is (?:over|up)",
    is_of_end=True,
)
OPENING = _kin(
    "opening start starting beginning launch commencement",
    "open opens begin begins start starts commence commences",
    r"opens?|opened|opening|begins?|begin|starts?|commences?|launch(?:es|ed)?|inaugurated|kicks? off|runs?",
)
MEETING = _kin(
    "meeting session conference gathering plenary",
    "meet meets convene convenes sit sits gather gathers",
    r"meets?|meeting|session|conference|convenes?|sits?|gathers?|plenary|assembles?",
)
SIGNING = _kin("signing signature", "", r"sign(?:s|ed|ing)?|signature|initial(?:s|ed)")
RELEASE = _kin(
    "release publication announcement issuance",
    "appear appears",
    r"made public|releas(?:e|es|ed)|publish(?:es|ed)?|publication|announc(?:e|es|ed|ement)|issued?|issues|comes? out|appears?",
)
EFFECT = _kin(
    "effective", "take takes enter enters", r"takes? effect|(?:comes?|enters?|goes) into (?:force|effect)"
)
CEREMONY = _kin(
    "ceremony",
    "",
    r"ceremony|opening|inauguration|inaugurated|dedication|dedicated|swearing|sworn in|unveiled|unveiling|investiture|sign(?:ed|ing)|laid|launched",
)
DEBATE = _kin(
    "debate discussion markup",
    "",
    r"marks? up|mark-?up|takes? up|debates?|considers?|discuss(?:es)?|debated|discussed|considered",
)
RULING = _kin(
    "ruling verdict decision judgment",
    "rule rules",
    r"ruling|verdict|judgment|decision|rules?|decides?|hands? down",
)
TESTIMONY = _kin("testimony", "testify testifies", r"testif(?:y|ies)|testimony")
STRIKE = _kin("strike walkout stoppage", "", r"strikes?|walk-?outs?|stoppages?")
FAMILIES = (
    CEREMONY,
    DEBATE,
    RULING,
    VOTE,
    ARRIVAL,
    JOURNEY,
    LEAVING,
    ENDING,
    OPENING,
    MEETING,
    SIGNING,
    RELEASE,
    EFFECT,
    STRIKE,
    TESTIMONY,
)
HAPPENS = re.compile("|".join(kin.told.pattern for kin in FAMILIES))
LIMITS = frozenset({"deadline", "suspense", "closing date", "due date", "cut-off", "cutoff", "cut-off date"})


def of_noun(noun: str) -> tuple[Kin, ...]:
    """Return the families that a noun names."""
    return tuple(kin for kin in FAMILIES if noun in kin.nouns)


def of_verb(verb: str) -> tuple[Kin, ...]:
    """Return the families that a verb behind a pronoun tells of."""
    return tuple(kin for kin in FAMILIES if verb in kin.verbs)
