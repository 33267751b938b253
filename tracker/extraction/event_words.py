"""The nouns of what happens on a day: meetings, visits, votes, exercises."""

import re
from collections.abc import Iterator

from tracker.cable.hints import Family, words_in
from tracker.cable.parts import Sentence
from tracker.extraction import happenings

NOUN = re.compile(  # in small letters
    r"\b(?:meetings?|conferences?|summits?|exercises?|workshops?|visits?|votes?|sessions?|symposi(?:um|a)|seminars?|forums?|rounds?(?! tables?\b)|"
    r"debates?|elections?|run-?offs?|assembl(?:y|ies)|talks|negotiations|training|courses?|travel|trip|consultations|plenar(?:y|ies)|"
    r"committee|panel|ceremony|congress|dialogue|celebrations?|fair|exhibition|expo|mission to|hearings?|review conference|"
    r"board|council|inspections?|deployment|tour|program|launch|referendum|inauguration|convention|briefings?|videoconference|dvc|"
    r"ministerial|census|games|festival|webinars?|teleconferences?|round ?tables?|colloquium|open house|town hall|weeks?|days?|port calls?|calls?(?= (?:up)?on\b| with\b| to (?:his|her|its|their|the) (?:counterparts?|opposite numbers?|colleagues)\b)|reruns?|arraignments?|rall(?:y|ies)|sit-ins?|stop(?:over)?(?= (?:here|there|in|at)\b)|action(?= (?:in|by) (?:the )?(?:[\w-]+ ){0,2}(?:committee|assembly|council|plenary)\b)|cruises?(?! missile| ship| line)|commission|group|(?:co|staff)del (?!(?:on|in|at|to|from|of|for|by|and|or|before|after|with|that|which|who|members?|party|arriv(?:es?|ing|als?)|travels?|departs?|plans|only|itself|visits?|wish(?:es)?|w(?:ill|ould)|ha[sdv]e?|is|was|wants?|asks?|requests?|needs?|may|can|should|does|did|prefers?|accepts?|thanks?|plans?|hopes?)\b)[a-z][\w-]+|drills?|simulations?|informals|event(?= (?:of|(?:hosted|organi[sz]ed|sponsored|given) by) (?:the|an?|its|our) )|receptions?|luncheons?|lunch|expeditions?|consultation|side events?|championships?|olympics|tournaments?|concerts?|dinners?|banquets?|surveys?|reviews?|assessments?|retreats?|premieres?|parades?|commemorations?|groundbreaking|tdy(?=[.,;)]| (?:from|in|at|to|of|on|between|beginning|is|will|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)))\b"
)
EVENT_WORDS = frozenset(
    """meeting meetings conference conferences summit summits exercise exercises workshop workshops visit visits vote votes
    session sessions symposium symposia seminar seminars forum forums round rounds debate debates runoff runoffs election elections assembly
    assemblies talks negotiations training course courses travel trip consultations plenary plenaries committee panel ceremony
    congress dialogue celebration celebrations fair exhibition expo mission hearing hearings board council inspection
    inspections deployment tour program launch referendum inauguration convention briefing briefings videoconference dvc
    webinar webinars teleconference teleconferences roundtable roundtables table tables colloquium house hall
    ministerial census games festival week weeks day days port cruise cruises commission group codel staffdel drill drills simulation simulations informals event reception receptions luncheon luncheons lunch expedition expeditions consultation event events
    championship championships olympics tournament tournaments concert concerts dinner dinners banquet banquets survey surveys review reviews assessment
    assessments retreat retreats premiere premieres parade parades commemoration commemorations groundbreaking tdy meet meets convene convenes reconvenes held
    call calls stop stopover action rerun reruns arraignment arraignments rally rallies sit""".split()
)
NOUN_WORDS = EVENT_WORDS | {"run"}  # one of them stands in whatever NOUN finds: "run-off"
WEAK = frozenset(
    "committee commission group panel board council program week weeks day days mission to tour fair congress assembly round rounds convention games census survey surveys review reviews assessment assessments".split()
)
SEATED = frozenset("board council committee commission".split())  # for days, where they sit
SEATED_GROUPS = SEATED | {"group", "panel"}
HELD_LONG = frozenset("fair congress assembly convention games".split())
STUDIES = frozenset(
    "survey surveys review reviews assessment assessments".split()
)  # on paper, if not dated at once
SECOND = frozenset(
    "inspection inspections training briefing briefings committee commission panel board council program travel day week tour".split()
)
TELLING = frozenset(
    "dialogue vote votes runoff election elections referendum summit inauguration census plenary conference workshop seminar symposium publication release call stop stopover action teleconference videoconference dvc webinar forum forums informals rerun arraignment rally".split()
)
SPANNING = frozenset("tdy session sessions meeting meetings talks consultations negotiations".split())
DAILY = frozenset(
    "briefing briefings meeting meetings day days week call calls".split()
)  # past, they only date a saying
MEALS = frozenset("lunch luncheon dinner breakfast reception banquet".split())  # where something is said
SHORT_VISITS = frozenset("call calls stop stopover".split())  # only as somebody's
_FIRST_WORDS = NOUN_WORDS | {"open", "town", "side", "review"}  # with one of them begins whatever NOUN finds


_PARTS = {  # words that name an event only together: "port call", "round table", "open house", "town hall"
    "port": frozenset({"call", "calls"}),
    "table": frozenset({"round"}),
    "tables": frozenset({"round"}),
    "house": frozenset({"open"}),
    "hall": frozenset({"town"}),
    "call": frozenset({"port", "on", "upon", "with", "to"}),
    "calls": frozenset({"port", "on", "upon", "with", "to"}),
    "sit": frozenset({"in", "ins"}),
    "stop": frozenset({"in", "at", "here", "there"}),
    "action": frozenset({"in", "by"}),
}
_EMBASSY = frozenset({"mission"})  # alone it is an event only as "mission to"
_WHOLE = Family(EVENT_WORDS - _PARTS.keys() - _EMBASSY)  # each may name an event by itself
_ANY_NOUN = Family(EVENT_WORDS)


def may_name_event(sentence: Sentence) -> bool:
    """Return whether a word of an event may stand in a sentence; far cheaper than looking for each of them."""
    if sentence.signs & _WHOLE.bit or not sentence.signs & _ANY_NOUN.bit:
        return bool(sentence.signs & _WHOLE.bit) or happenings.may_tell(sentence)
    nouns = EVENT_WORDS & sentence.words
    if nouns <= _PARTS.keys() and all(_PARTS[n].isdisjoint(sentence.words) for n in nouns):
        return happenings.may_tell(sentence)
    is_embassy = nouns == _EMBASSY
    return not is_embassy or "mission to" in sentence.text.lower() or happenings.may_tell(sentence)


def nouns_in(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what NOUN finds in a stretch of a text in small letters; only where one of its words stands is it asked."""
    behind = start
    for place in sorted(
        {place for word in _FIRST_WORDS & words_in(low) for place in _places(low, word, start, end)}
    ):
        noun = NOUN.match(low, place, end) if place >= behind else None
        if noun is not None:
            behind = noun.end()
            yield noun


def _places(low: str, word: str, start: int, end: int) -> Iterator[int]:
    place = low.find(word, start, end)
    while place >= 0:
        yield place
        place = low.find(word, place + len(word), end)
