"""The day of what an ask hangs on, told in the same words elsewhere: "before the contractor begins work".

Unlike the events of a cable these are no meetings that anybody lists; only their day is wanted. Nothing is taken
where the words fit more than one day.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.cable.parts import Cable, Sentence
from tracker.extraction import event_days, happenings
from tracker.extraction.dates import Mention
from tracker.extraction.deadline_markers import EVENTS
from tracker.extraction.event_names import MOVED

_WORD = re.compile(r"[|,]|[a-z0-9][a-z0-9'’/-]*")  # the bar stands for the day
_BREAK = re.compile(
    r"; |: | -- |, (?=(?:please|kindly|(?:all |action )?(?:posts?|embass(?:y|ies)|missions?|consulates?|addressees|reports?|replies|answers)) )|, (?:and|but|while|which|who|whose|where|so|although|though|because|since|whereupon) "
    r"| (?:and|but) (?=(?:then |also |now )?(?:will|would|should|must|is|are|was|were|has|goes|go|comes?|takes?|reach(?:es)?|arrives?|leaves?|departs?|closes?|ends?"
    r"|concludes?|returns?|opens?|begins?|travels?|flies|moves)\b)|(?<=\d) and (?=(?:the|an?|its|our) )"
)  # in small letters
_ASIDE = re.compile(
    r", (?:which|who|as|first|originally|once|until now|announced|expected|planned|scheduled)\b[^,;]{3,90}, "
    r"| (?:which|that) [^,;]{2,40} had (?:\w+ )?(?:set|planned|fixed|scheduled|foreseen|announced|called|put) for [^,;]{3,25}(?= (?:will|is|has)\b)"
)
_GONE = re.compile(  # in small letters
    r"\b(?:was|were|had|did|came|went|took|met|held|began|left|arrived|opened|closed|ended|signed|passed|last (?:year|month|week))\b"
)
_TO_COME = re.compile(
    r"\b(?:will|is|are|has|have|shall|to|begins?|opens?|starts?|meets?|takes?|leaves?|departs?|arrives?|reaches|votes?|ends?|closes?|[a-z]{3,}s) "
)
_SEEKING = re.compile(
    r"\b(?:should|must|please|asks?|(?<!the )requests?|requested|asked|deadline|due(?! to (?:arrive|land|dock|sail|leave|depart|open|close|begin|start|end|meet|vote|visit|travel|return|convene|take|expire|come|go|reach|enter)\b)|if|whether|unless|would|wishe[ds]|hope[ds]|preferred|wanted|offered|suggested)\b"
)
_GIVEN_UP = re.compile(  # a plan that no longer holds, in small letters
    r"\b(?:was|were|had been) (?:\w+ly )?(?:to|set|planned|fixed|scheduled|due|expected)\b|\b(?:originally|first (?:planned|set|fixed|thought of|meant|foreseen|announced|scheduled|expected))\b"
)
_HAD_SET = re.compile(
    r"\bhad (?:first |originally )?(?:set|planned|fixed|scheduled|announced|called) (?:\w+ )?for\b"
)
_ONLY_WISHED = re.compile(r"^if\b|\b(?:wishe[sd]|hope[sd]|wants|wanted|preferred) to\b")
WAS_MOVED = re.compile(rf"\b(?:{MOVED}|slipped)\b")
_HALF = re.compile(  # a clause without its verb: "and the full house (votes) June 5", in small letters
    r"(?:the|an?|its|our) (?:(?!(?:is|are|will|shall|has|have|of|in|on|at|to|for)\b)[\w'’-]+(?<!s)\s+){1,4}(?:on )?"
)
_BESIDE = re.compile(r"^the day (?:before|after) ")
_POINTING = re.compile(  # in small letters
    r",? (?:(?:given|told|named|announced|described|mentioned|set|shown|as given|as told)? ?in (?:paras?|paragraphs?|ref|reftel|subparagraph)\b.*|(?:mentioned |named |described |told )?(?:above|below|there|here))$"
)
_NOT_TO_BE = re.compile(
    r"\bafter (?:this|that) one\b|\b(?:around|about|approximately|not|never|no longer|cannot|neither)\b"
)
SMALL = frozenset(
    """the a an this that these those its their our his her your each every any all of on at in for to by with from into and or
    as is are was were be been being will would shall has have had do does it he she they next new coming forthcoming
    upcoming same said actual itself proper own which who there here first second third fourth last final later""".split()
)
_STARTS = frozenset(
    "open opens opened opening begin begins began begun beginning start starts started starting commence commences commencement".split()
)
_ENDS = frozenset(
    "end ends ended ending close closes closed closing conclude concludes concluded conclusion finish finishes finished adjourn adjourns adjourned adjournment over risen".split()
)
_TAKING_PLACE = frozenset(
    "enters entered comes came into take takes took taken place held hold holds convene convenes convened meet meets met run runs scheduled set planned".split()
)
EDGES = _TAKING_PLACE | frozenset("day date dates time hour eve morning".split())
_LEAVING = frozenset("leave leaves left depart departs departed departure returns".split())
_OF_EDGE = _STARTS | _ENDS | frozenset("date dates day days time hour".split())
_PREPOSITIONS = frozenset(
    "of for to at in on before after with from about by during until since regarding concerning under behind around through".split()
)
_NAMED = re.compile(
    rf"\b(?:the|this|that|our|its) (?:(?!(?:of|for|at|in|on|to|and|by|with) )[\w'’-]+ ){{0,3}}?(?:{'|'.join(sorted(EVENTS))})\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset("the a an this that its their our his her".split())
_NAME_BEGINS = _PREPOSITIONS | _OF_EDGE | _ARTICLES | {"|", ","}
_ARRIVING = frozenset("arriv com get go travel land".split())  # stems
_GATHERING = frozenset({"meet"})  # "the meeting" is no "donors meet"
_GATHERING_NOUN = re.compile(r"\bmeetings?\b")
_BEING_THERE = re.compile(
    r"\b(?:will|(?:is|are|plans?|expects?|intends?|hopes?)(?: now)?(?: expected| due)? to) be (?:present|deployed|stationed|in|at|here|there)\b"
)
_DUE = re.compile(
    r"\b(?:falls? due|(?:is|are) due|deadline|closing (?:day|date)|last (?:day|date)|due date|(?<=reply )date|date)\b"
)
_LIMIT = re.compile(
    r"\b(?:by|until|till|nlt|(?:no|not) later than|due(?: on)?|(?:deadline|(?:closing|due|cut-?off) date|cut-?off) (?:is|of|remains|falls on)"
    r"|(?:deadline|suspense|(?:closing|due|cut-?off) date|cut-?off|last (?:day|date)) (?:for|to|of|in|under) [\w'’ -]{2,60}? (?:is|remains|falls on)(?: now)?) (?:\w+day,? )?$"
)
_OWN_SUBJECT = ("the ", "an ", "a ", "its ", "our ")  # "opens May 3 and the fair closes May 9"
_PUT_OFF = re.compile(
    r"\b(?:put (?:off|back)|pushed back|postponed|deferred|delayed|adjourned|rescheduled|held over) (?:until|till|to) (?:\w+day,? )?$"
)
_TIME_OF = re.compile(  # "closes on the evening of Friday, May 23"
    r"\b(?:day|session|morning|afternoon|evening|night) of (?:\w+day,? )?$"
)
_OPENING = re.compile(r"\b(?:open|begin|start|commence)s?\b[^|]*\|")  # it begins then
_CALLED = re.compile(  # "The ship was to come in on May 3; she will now come in on May 9"
    r"\b(?:she|it|they) (?:will|is|are|was|were)\b"
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_ROOTS = {  # of nouns that share no beginning with their verb as it is cut
    "publication": "publish",
    "signature": "sign",
    "signing": "sign",
    "decision": "decid",
    "delivery": "deliver",
    "expiry": "expir",
    "entry": "enter",
    "left": "leav",
    "ratification": "ratif",
    "ratified": "ratif",
    "ratify": "ratif",
    "inspection": "inspect",
    "election": "elect",
    "adoption": "adopt",
    **dict.fromkeys("reach reaches reached reaching arrive arrives arrival arrived".split(), "arriv"),
    **dict.fromkeys(("force", "effect"), "force"),  # "enters into force", "takes effect"
}
_ENDINGS = ("ations", "ation", "ings", "ing", "ures", "ure", "als", "al", "ies", "ied", "es", "ed", "s", "e")
SHORTEST_STEM = 3
LONGEST_ANCHOR = 12  # words
MOST_IN_NAME = 6  # words
MOST_BEFORE, MOST_BEHIND = 400, 200  # characters of a sentence looked at around a day
MOST_TOLD = 300  # days of one cable
MOST_TO_LIMIT = 110  # characters from "deadline" to its day
MOST_TO_DAY = 160  # characters from the clause's beginning to its day
_SMALL_OR_EDGES = SMALL | EDGES
_SMALL_OR_EDGES_OR_FOR_OF = SMALL | EDGES | {"for", "of"}
_SMALL_OR_TAKING_PLACE_OR_STARTS_OR_NOW = SMALL | _TAKING_PLACE | _STARTS | {"|", ",", "now"}


class Told(NamedTuple):
    """A day and the clause that tells what happens on it."""

    sentence: Sentence
    clause: str  # in small letters, a bar in the place of the day
    lead: str  # the clause before, where this one goes on without a subject
    whole: frozenset[str]  # stems of the sentence as far as the end of the clause
    first_on: date
    last_on: date
    is_end: bool  # the clause says that something ends on it
    is_limit: bool = False  # by it something falls due, to whomever
    end: int = 0  # of the words of the day, in the sentence


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what a word shares with its other forms: "consultations" and "consult", "begins" and "beginning"."""
    word = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    if word in _ROOTS:
        return _ROOTS[word]
    if word in _STARTS:
        return "start"
    if word in _ENDS:
        return "end"
    for ending in _ENDINGS:
        short = word.removesuffix(ending)
        if short != word and len(short) >= SHORTEST_STEM:
            return short[:-1] if short[-1] == short[-2] else short
    return word


def day_of(
    anchor: str, asked: Sequence[int], told: Sequence[Told], sent_on: date
) -> tuple[date, date] | None:
    """Return the first and last day of what an anchor names, None where no clause or more than one day tells it.

    `asked` are the first and last character of the ask, which cannot date itself.
    """
    words = [w for w in _WORD.findall(_POINTING.sub("", _BESIDE.sub("", anchor.lower()))) if w != ","]
    coming = [one for one in told if not asked[0] <= one.sentence.start < asked[1] and one.last_on >= sent_on]
    if not words or len(words) > LONGEST_ANCHOR:
        return None
    happening = [one for one in coming if not one.is_limit]
    found = _fitting(words, happening) or _reached(words, happening) or _present(words, happening)
    found = found or _fallen_due(anchor.lower(), coming)
    order = next((_ORDINALS[w] for w in words if w in _ORDINALS), None)
    days = sorted(found)
    if order is not None and len(days) > 1 and order < len(days):
        return days[order], found[days[order]]
    return (days[0], found[days[0]]) if len(days) == 1 else None


def _fitting(words: Sequence[str], told: Sequence[Told]) -> dict[date, date]:
    """Return the first and last days of the clauses that tell in their own words what an anchor names."""
    wanted = {stem(w) for w in words if w not in _SMALL_OR_EDGES} - {"start", "end"}
    if not wanted.isdisjoint(_GATHERING) and _ORDINALS.keys().isdisjoint(words):
        told = [one for one in told if _GATHERING_NOUN.search(one.clause) or len(wanted) > 1]
    is_end = any(w in _ENDS or w in _LEAVING for w in words)
    found: dict[date, date] = {}
    ends: set[date] = set()
    halves = {one.sentence.start for one in told if _HALF.fullmatch(one.clause.partition("|")[0])}
    for one in told if wanted else ():
        if not wanted <= one.whole or one.is_end > is_end or one.sentence.start in halves:
            continue
        if is_end and one.first_on == one.last_on and _OPENING.search(one.clause):
            continue
        is_bare = _is_bare(one.clause) or _CALLED.search(one.clause.partition("|")[0]) is not None
        is_going_on = one.lead != "" and ((one.is_end and is_end) or is_bare)
        is_of_it = tells(one.clause, wanted) or (is_going_on and tells(one.lead, wanted))
        if is_of_it:
            found[one.first_on] = max(one.last_on, found.get(one.first_on, one.last_on))
            ends |= {one.first_on} if one.is_end else set()
    return {day: found[day] for day in ends} if len(ends) == 1 else found


def _reached(words: Sequence[str], told: Sequence[Told]) -> dict[date, date]:
    """Return the days on which somebody called by a pronoun comes to a place: "before she reaches Harare"."""
    if words[0] not in ("he", "she", "they", "it") or stem(words[1 % len(words)]) not in _ARRIVING:
        return {}
    at_place = re.compile(rf"\b(?:to|at|in|reach(?:es)?) {re.escape(words[-1])} (?:on |by |from |, |\()* ?\|")
    return {one.first_on: one.last_on for one in told if at_place.search(one.clause)}


def _fallen_due(anchor: str, told: Sequence[Told]) -> dict[date, date]:
    """Return the days by which is due what an anchor calls so: "the closing day for abstracts", "the insurers' reply date"."""
    match = _DUE.search(anchor)
    wanted = {stem(w) for w in _WORD.findall(_DUE.sub(" ", anchor)) if w not in _SMALL_OR_EDGES_OR_FOR_OF}
    if match is None or not wanted:
        return {}
    return {one.last_on: one.last_on for one in told if one.is_limit and wanted <= one.whole}


def _present(words: Sequence[str], told: Sequence[Told]) -> dict[date, date]:
    """Return the days from which they are somewhere who are said to arrive: "engineers will be in Lima from May 3"."""
    wanted = {stem(w) for w in words if w not in _SMALL_OR_EDGES}
    who = wanted - _ARRIVING - {stem(w) for w in _LEAVING}
    if not who or who == wanted:
        return {}
    there = [(one, _BEING_THERE.search(one.clause)) for one in told]
    return {
        one.first_on: one.last_on
        for one, being in there
        if being and who <= {stem(w) for w in _WORD.findall(one.clause[: being.start()])}
    }


def _is_bare(clause: str) -> bool:
    """Return whether a clause only says that it takes place: "will now be held on"; whose day it is the one before says."""
    return all(
        w in _SMALL_OR_TAKING_PLACE_OR_STARTS_OR_NOW or w.endswith("day")
        for w in _WORD.findall(clause.partition("|")[0])
    )


def is_held(text: str) -> bool:
    """Return whether what a sentence tells of is to be, not only wished for or given up."""
    low = text.lower()
    return _ONLY_WISHED.search(low) is None and (
        _GIVEN_UP.search(low) is None or WAS_MOVED.search(low) is not None
    )


def pointed_at(text: str) -> list[str]:
    """Return the events that a text names, the last first: what "before it opens" may point back at."""
    return [match[0] for match in _NAMED.finditer(text)][::-1]


def told(cable: Cable, inside: frozenset[int]) -> Iterator[Told]:
    """Yield the days to come with the clauses that tell what happens on them; nothing from a paper to hand over."""
    for place, sentence in enumerate(cable.sentences):
        if place in inside or not event_days.may_name_day(sentence.signs, sentence.text):
            continue
        above = cable.sentences[place - 1] if place else None
        is_near = above is not None and above.paragraph == sentence.paragraph
        named = above.text.lower() if above is not None and is_near else ""
        for mention in event_days.mentions(sentence.text, cable.header):
            yield from _told(sentence, mention, named)


def _told(sentence: Sentence, mention: Mention, named: str) -> Iterator[Told]:
    text = sentence.text
    before = text[max(0, mention.start - MOST_BEFORE) : mention.start].lower()
    behind = text[mention.end : mention.end + MOST_BEHIND].lower()
    is_put_off = _PUT_OFF.search(before[-MOST_TO_LIMIT:]) is not None  # until then, but not due by then
    is_limit = not is_put_off and _LIMIT.search(before[-MOST_TO_LIMIT:]) is not None
    is_shut = happenings.SHUT.search(before[-60:]) is not None
    if before.rstrip().endswith(" last"):  # "the session of last May 20"
        return
    if is_shut and not (is_limit or is_put_off) and not _TIME_OF.search(before):
        return
    before = _ASIDE.sub(" ", before)
    breaks = [m.end() for m in _BREAK.finditer(before)]
    start = breaks[-1] if breaks else 0
    stop = _BREAK.search(behind)
    clause = f"{before[start:]} | {behind[: stop.start()] if stop else behind}"
    is_going_on = (
        before[:start].endswith((" and ", " but ")) or _CALLED.search(clause.partition("|")[0]) is not None
    )
    has_own_subject = before.startswith(_OWN_SUBJECT, start)
    is_going_on = is_going_on and not has_own_subject
    lead = before[breaks[-2] if len(breaks) > 1 else 0 : start] if is_going_on else ""
    lead = lead or (named if is_going_on else "")  # "Technical talks come first. They will be held on May 3"
    days = mention.first_on, mention.last_on
    if is_limit:
        whole = frozenset(map(stem, _WORD.findall(clause)))
        yield Told(sentence, clause, "", whole, *days, is_end=False, is_limit=True, end=mention.end)
        return
    if len(before) - start > MOST_TO_DAY or not _is_to_be(clause, before[start:]):
        return
    whole = frozenset(map(stem, _WORD.findall(f"{lead} {before} {clause}")))
    is_end = event_days.is_end(text, mention)
    yield Told(sentence, clause, lead, whole, *days, is_end, end=mention.end)


def _is_to_be(clause: str, before: str) -> bool:
    """Return whether a clause tells of what is to come: nothing sought, given up or gone."""
    is_given_up = _GIVEN_UP.search(before) or _HAD_SET.search(before)
    if _SEEKING.search(clause) or _NOT_TO_BE.search(clause) or is_given_up:
        return False
    return _GONE.search(clause) is None or _TO_COME.search(clause) is not None


def tells(clause: str, wanted: set[str]) -> bool:
    """Return whether a clause is of what is wanted itself, not of what belongs to it: "the talks", not "a paper for the talks"."""
    words = _WORD.findall(clause.replace("under secretary", "undersecretary"))
    places = [n for n, word in enumerate(words) if stem(word) in wanted]
    if not places:
        return False
    at = places[0]
    while at > 0 and words[at - 1] not in _NAME_BEGINS and at > places[0] - MOST_IN_NAME:
        at -= 1
    at -= at > 0 and words[at - 1] in _ARTICLES
    is_verb = at > 0 and words[at - 1] == "to" and words[at] not in _ARTICLES  # "plans to publish the rule"
    is_opening = at == 1 and words[0] == "with"  # "with elections set for May 3"
    if at == 0 or is_opening or is_verb or words[at - 1] not in _PREPOSITIONS:
        return True
    is_set_for = (
        at > 1 and words[at - 1] == "for" and words[at - 2] == "|"
    )  # "has set May 10 for the auction"
    return is_set_for or (at > 1 and words[at - 2] in _OF_EDGE)
