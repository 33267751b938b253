"""Which event of a cable an ask means by "the meeting", "the Lisbon session", "her arrival", "before it meets"."""

import re
from collections.abc import Sequence
from datetime import date

from tracker.extraction.day_readings import Setting
from tracker.extraction.proposals import ActionRequest, Event

_ARTICLE = re.compile(r"^(?:the|an?|this|that|its|their) ")
_OPENING = re.compile(r"\b(?:opening|start|beginning|time|first day) of ", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:close|closing|end|ending|conclusion|last day|adjournment) of ", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9][\w'’-]*")
_NO_NAME = frozenset(
    """the a an of on at in for this that its their our next forthcoming upcoming coming opens open begins begin starts start
    convenes meets takes place is held itself proper closes ends concludes adjourns opening there
    has have closed ended concluded adjourned over risen finished""".split()
)
_GATHERINGS = frozenset("meeting session conference plenary gathering talks round".split())
_NO_GATHERING = frozenset(
    "visit exercise vote will arrive arrives travel trip tour election elections".split()
)
_MOVING = frozenset(  # what those do who travel; who they are names the event
    "arrival arrives arrive departure departs depart leaves leave left departed arrived travels travel return returns lands comes".split()
)
_WORD_OF_JOURNEY = frozenset(
    "travel travels arrive arrives arrival leave leaves depart departs departure visit".split()
)
_PRONOUNS = frozenset("it its he his she her they their".split())
_POINTING = (
    _PRONOUNS | _MOVING | _NO_NAME | frozenset("visit stay conclusion end close start vote votes".split())
)
_LAST = re.compile(
    r"\b(?:departure|departs?|leaves?|returns?|conclusion|ends?|close[sd]?|closing|concludes?|last day|final day)\b(?<!is closed)(?<!are closed)",
    re.IGNORECASE,
)
_ANOTHER_THING = re.compile(r"(?:[.;] )?(?:the|an?|another|its|their) [a-z]", re.IGNORECASE)
SHORTEST_NOUN = 4  # letters
MOST_BETWEEN = 300  # characters between the sentence of an event and the ask that points back at it


def is_last(anchor: str) -> bool:
    """Say whether an anchor means the last day of its event: "her departure", "before the team leaves"."""
    return _LAST.search(anchor) is not None


def points_back(anchor: str) -> bool:
    """Say whether an anchor only points at something named before: "it opens", "its close", "their arrival"."""
    said = frozenset(_WORD.findall(anchor.lower()))
    return said <= _POINTING and not said.isdisjoint(_PRONOUNS)


def meant(anchor: str, ask: ActionRequest, events: Sequence[Event], setting: Setting) -> Event | None:
    """Return the one event of the cable that an anchor means, None where there are more or none."""
    if points_back(anchor):
        return _told_just_before(anchor, ask, events)
    said = frozenset(_WORD.findall(anchor.lower()))
    name = _words(_CLOSING.sub("", _OPENING.sub("", anchor)))
    if not name:
        return _only_one(events, setting)
    goer = name - _MOVING
    if goer and goer != name:
        travels = [event for event in events if goer <= _words(f"{event.name} {event.place or ''}")]
        travels = travels or [event for event in events if goer <= _words(event.evidence.quote)]
        if len(travels) > 1 and "there" in said:
            travels = [event for event in travels if _is_at_place_of(ask, event)]
        return travels[0] if len(travels) == 1 else None
    found = [event for event in events if name and name <= _words(event.name)]
    told = [event for event in events if name & _words(event.name) and name <= _words(event.evidence.quote)]
    found = found or told or [event for event in events if _opens_with(event.evidence.quote, anchor)]
    found = found or _gatherings(name, events, setting)
    return found[0] if len(found) == 1 else None


def _is_at_place_of(ask: ActionRequest, event: Event) -> bool:
    """Return whether the place of an event stands in the ask: "Embassy Kinshasa is to book rooms … before the team's arrival there"."""
    return event.place is not None and event.place.lower() in ask.evidence.quote.lower()


def _only_one(events: Sequence[Event], setting: Setting) -> Event | None:
    """Return the one event to come: what "the opening", "the start" is of where nothing else can open."""
    coming = [event for event in events if event.start_on and event.start_on > setting.sent_on]
    return coming[0] if len({event.start_on for event in coming}) == 1 else None


def is_another_named(event: Event, between: str, anchor: str) -> bool:
    """Return whether the words between an event and an ask that points back name another of its kind: "The Fund's mission has no date".

    Of what moves, whatever they name is another: "The team lands May 20. The cargo follows. … before it arrives".
    """
    pointing = frozenset(_WORD.findall(anchor.lower()))
    is_thing = not pointing.isdisjoint(("it", "its")) and not pointing.isdisjoint(_WORD_OF_JOURNEY)
    if is_thing and _ANOTHER_THING.match(between.strip()):
        return True
    said = (word for word in _words(event.name) if len(word) >= SHORTEST_NOUN)
    return any(
        re.search(rf"(?:['’]s|s['’]|\b(?:another|other|second|a|an|no)) {re.escape(word)}\b", between.lower())
        for word in said
    )


def _are_two(event: Event) -> bool:
    """Return whether the sentence of an event tells of two who come: "The team lands May 20 and the cargo lands May 22"."""
    moves = [word for word in _WORD.findall(event.evidence.quote.lower()) if word in _MOVING]
    return len(moves) > len(set(moves))


def _told_just_before(anchor: str, ask: ActionRequest, events: Sequence[Event]) -> Event | None:
    """Return the event of the sentence right before the ask, or of its own opening: "The Council meets on May 3. … before it meets"."""
    start = ask.evidence.spans[0].start
    near = [one for one in events if 0 <= start - one.evidence.spans[-1].end <= MOST_BETWEEN]
    if not near:
        return None
    last = max(one.evidence.spans[-1].end for one in near)
    nearest = sorted(
        (one for one in near if one.evidence.spans[-1].end == last and one.start_on), key=_first_day
    )
    is_journey = len(nearest) > 1 and not _WORD_OF_JOURNEY.isdisjoint(_WORD.findall(anchor.lower()))
    if is_journey:  # its stops: "before she travels" is before the first, "before she leaves" before the last
        return nearest[-1] if is_last(anchor) else nearest[0]
    return nearest[0] if len(nearest) == 1 and not _are_two(nearest[0]) else None


def _first_day(event: Event) -> date:
    return event.start_on or date.max


def _gatherings(name: frozenset[str], events: Sequence[Event], setting: Setting) -> list[Event]:
    """Return what "the meeting", "the Lisbon session" can mean: the gatherings to come, at that place where one is named."""
    place = name - _GATHERINGS
    if place == name:
        return []
    coming = [event for event in events if event.start_on and event.start_on >= setting.sent_on]
    told = [(one, _words(f"{one.name} {one.place or ''}")) for one in coming]
    return [one for one, words in told if place <= words and _NO_GATHERING.isdisjoint(words)]


def _opens_with(told: str, anchor: str) -> bool:
    """Return whether a sentence begins with a name of more than a word: "A technical round precedes it: delegates gather"."""
    name, opening = (_ARTICLE.sub("", text.lower()) for text in (anchor, told))
    return " " in name and re.match(rf"{re.escape(name)}\b", opening) is not None


def _words(name: str) -> frozenset[str]:
    """Return the words of a name without its small ones: "the team's arrival" is of the team."""
    return (
        frozenset(word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name.lower()))
        - _NO_NAME
    )
