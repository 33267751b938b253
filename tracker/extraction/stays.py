"""Stays of those who travel: what lies at a place between an arrival and the next departure or arrival."""

import itertools
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracker.cable.hints import Family, has_any
from tracker.cable.parts import Header, Sentence
from tracker.extraction import event_days
from tracker.extraction.dates import Mention

_NAME = (
    r"(?!(?i:for|to|at|via|on|by|from|and|or|with|arriv\w*|depart\w*|local|time|hours|hotel|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b)[A-Z][\w.'’-]*"
)
_MOVE = re.compile(  # "Arrive Libreville", "DEPART LISBON FOR RABAT", "flies to Hue"
    r"\b(?P<how>(?i:arriv(?:e|es|ing|al)|arr?|eta|reach(?:es)?|depart(?:s|ing|ure)?|dep|leaves?|lv|etd|fl(?:y|ies) on|fl(?:y|ies)|goes on|travels? on|proceeds?|continues?))\b\.?(?i: (?:in|at|from))?"
    rf"(?: (?P<place>{_NAME}(?: {_NAME}){{0,3}}))?(?:,? (?:(?i:at )?\d{{4}},? )?(?i:for|to) (?P<to>{_NAME}(?: {_NAME}){{0,3}}))?"
)
ARRIVING = Family("arrive arrives arriving arrival arr eta reach reaches".split())
LEAVING = Family(
    "depart departs departing departure dep leave leaves lv etd fly flies goes travels travel proceeds proceed continues continue".split()
)


_AT = rf"(?P<place>{_NAME}(?: (?:de |do |of )?{_NAME}){{0,2}})(?: ?\([^)]{{1,30}}\))?,? ?(?i:on|from|for)? ?$"
NEXT_DAY = timedelta(days=1)
_FIRST_LEG = re.compile(  # in front of the first day: "It will hang in Dublin,"
    rf"\b(?i:visits?|hang|hangs|open|opens|be (?:shown|seen|hung|on view|on show|on display|in|at)|play|plays|perform|performs|appear|appears|travels?|(?:goes|go)(?: out)?(?: this (?:spring|summer|fall|autumn|winter|year|month)),?|goes|go|stops?|calls?|tours?|run|runs|speak|speaks|lecture|lectures|teach|tour)(?i: (?:in|at|to))? {_AT}"
)
_NEXT_LEG = re.compile(rf"[,;]?(?i: and| then| next| on| later| finally|,)*(?i: in| at| to| for)? {_AT}")

TOURING = Family(
    """visit visits hang hangs open opens shown seen hung view show display play plays perform performs appear appears travel travels
    goes go stop stops call calls tour tours run runs speak speaks lecture lectures teach""".split()
)
_BE = Family({"be"})
_BEING = tuple(f"be {how}" for how in ("shown", "seen", "hung", "on ", "in ", "at "))
# A word of one of the two stands in whatever _FIRST_LEG finds; what tells of more moves begins with an arrival.
MOVING = TOURING.bit | _BE.bit | ARRIVING.bit


def may_tour(sentence: Sentence) -> bool:
    """Return whether a verb of a tour and a day may stand in a sentence."""
    if not event_days.may_name_day(sentence.signs, sentence.text):
        return False
    return sentence.signs & TOURING.bit > 0 or (
        sentence.signs & _BE.bit > 0 and has_any(sentence.text.lower(), _BEING)
    )


class Stay(NamedTuple):
    """A stay at a place: the day of arrival and that on which it ends."""

    place: str
    first_on: date
    last_on: date


def moves(text: str, header: Header) -> list[tuple[str, Mention]]:
    """Return the words in front of each day of a text that tell a move, with the day: "flies to Hue on", May 22."""
    behind = 0
    found: list[tuple[str, Mention]] = []
    for day in event_days.mentions(text, header):
        words, behind = text[behind : day.start], day.end
        if _MOVE.search(words):
            found.append((words, day))
    return found


def listed(text: str, header: Header) -> list[Stay]:
    """Return the stays that one verb tells of in a row, a place and its days each: "It will hang in Dublin, April 2-20; in Oslo, May 7-25"."""
    behind = 0
    found: list[Stay] = []
    for day in event_days.mentions(text, header):
        words, behind = text[behind : day.start], day.end
        leg = _NEXT_LEG.fullmatch(words) if found else _FIRST_LEG.search(words)
        if leg is None:
            break
        found.append(Stay(leg["place"], day.first_on, day.last_on))
    are_apart = all(other.first_on - one.last_on > NEXT_DAY for one, other in itertools.pairwise(found))
    return found if len(found) > 1 and are_apart else []  # without days between it is one journey


def before_moves(text: str) -> str:
    """Return the words in front of the first move of a text: "The Minister" of "The Minister arrives in Hanoi"."""
    move = _MOVE.search(text)
    return text[: move.start()].strip(" ,:-") if move else ""


def with_first_move(text: str) -> str:
    """Return a text as far as its first move: "He arrives in Hanoi"."""
    move = _MOVE.search(text)
    return text[: move.end()] if move else text


def between(told: Sequence[tuple[str, Mention]]) -> list[Stay]:
    """Return the stays of which moves tell, in order; where nobody says when those who leave for a place arrive, it is that day."""
    found: list[Stay] = []
    place, since = "", told[0][1].first_on if told else date.min
    is_sure = goes_on = False
    for text, day in told:
        for move in _MOVE.finditer(text):
            is_arrival = move["how"].lower().startswith(("ar", "eta", "reach"))
            if is_arrival and not move["place"]:
                continue
            is_there = goes_on and is_arrival and move["place"] == place
            if place and (is_sure or not is_arrival) and since < day.first_on and not is_there:
                found.append(Stay(place, since, day.first_on))
            goes_on = move["how"].lower().endswith(" on")
            place, is_sure = (move["place"], True) if is_arrival else (move["to"] or "", goes_on)
            since = day.first_on
    if place and is_sure and since < told[-1][1].last_on:
        found.append(Stay(place, since, told[-1][1].last_on))
    return found
