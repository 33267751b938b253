"""Comings and meetings told without their noun: a party that is expected, chiefs who confer, a house that is chosen, visitors brought."""

import re

from tracker.extraction import happening_actors as actors
from tracker.extraction.releases import WILL

EXPECTED = re.compile(  # "A reconnaissance party is expected in Tampa", as telegrams say without "in"
    r"\b(?:is|are) (?:now |next |also )?(?:expected|awaited|looked for)(?: (?:back )?(?:in|at|here|there|to be (?:in|at|here)|to arrive))?(?: (?:the )?[\w'’-]+(?: [\w'’-]+)?)?(?: on| from| for| between)?$",
    re.IGNORECASE,
)
EXPECTED_WORDS = frozenset({"expected", "awaited", "looked"})
TALK = re.compile(
    rf"\b(?:{WILL} (?:jointly )?(?:confer|compare notes|talk(?! to\b)|dine|lunch|breakfast|consult(?: together)|put their heads together|get together|come together|hold talks|exchange views|sit together|deliberate)|confers?|dines? together|talk together)\b",
    re.IGNORECASE,
)
TALK_WORDS = frozenset(
    "confer confers notes talk talks dine dines lunch breakfast consult heads together exchange sit deliberate".split()
)
CHOSEN = re.compile(  # "the Upper House will be chosen on", "a new parliament is to be elected on"
    rf"\b(?:{WILL} be|(?:is|are) being|is|are) (?:elected|chosen|voted in|renewed|re-?elected|picked)\b",
    re.IGNORECASE,
)
CHOSEN_WORDS = frozenset("elected chosen voted renewed reelected picked".split())
BRING = re.compile(  # whatever brings them, a project or "it": "It will bring fourteen visitors to the United States"
    rf"\b(?:{WILL} (?:bring|take|fly|carry)|brings|takes|flies) (?:(?:some|about|up to|the|all|its|our|another) )?(?:[\w'’-]+ ){{0,3}}?"
    r"(?:visitors|judges|editors|journalists|reporters|participants|officers|students|teachers|scholars|officials|experts|women|men|leaders|members|observers|cadets|grantees|fellows|librarians|mayors|lawyers"
    r"|physicians|doctors|nurses|engineers|farmers|managers|musicians|artists|athletes|trainers|inspectors|delegates|parliamentarians|legislators|people|persons|speakers|professors|principals)"
    r"(?: (?!to\b)[\w'’-]+){0,6}? to (?:the )?[a-z]",
    re.IGNORECASE,
)
BRING_WORDS = frozenset("bring brings take takes fly flies carry".split())
THERE = re.compile(  # of several of ours, by their trade: "Two of our engineers will be in Astana"
    rf"\b{WILL} be (?:in|at|here|there)\b(?! (?:touch|force|session|effect|contact|place|office|charge|position|order|line|need|full|good|time|work|least|home|risk)\b)",
    re.IGNORECASE,
)
THERE_WORDS = frozenset({"be"})
_ELECTED = frozenset(
    "president parliament assembly house senate council congress mayor governor legislature chamber duma knesset bundestag diet deputies speaker chancellor pope committee board".split()
)


def _are_elected(subject: str) -> bool:
    """Return whether a subject is chosen by voters: a house, a president."""
    return actors.head_of(subject) in _ELECTED


def _may_talk(subject: str) -> bool:
    """Return whether a subject is several who may talk with one another: "ministers", "The Secretary and the Prime Minister"."""
    pair = subject.partition(" and ")
    return actors.are_parties(subject) or (pair[1] != "" and all(map(actors.is_visitor, pair[::2])))


def _may_bring(_: str) -> bool:
    return True


KINDS = (
    (EXPECTED, EXPECTED_WORDS, actors.travels),
    (TALK, TALK_WORDS, _may_talk),
    (CHOSEN, CHOSEN_WORDS, _are_elected),
    (BRING, BRING_WORDS, _may_bring),
    (THERE, THERE_WORDS, actors.are_parties),
)
WORDS = frozenset().union(*(words for _, words, _ in KINDS)) - {"be"}
OF_WILL = frozenset("notes consult heads exchange deliberate bring".split())
