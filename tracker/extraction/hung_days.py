"""Days of asks that hang on an event which the same cable dates elsewhere: "before the DSB meeting".

Only where exactly one event of that name stands in the cable, with its day; nothing is taken from other cables.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tracker.extraction.date_words import NUMBERS
from tracker.extraction.day_readings import in_words
from tracker.extraction.proposals import ActionRequest, Deadline, Event

_BEFORE = ("before ", "prior to ", "in advance of ", "ahead of ")
_ON = ("by ", "no later than ", "not later than ", "nlt ")
_AHEAD = re.compile(  # "not later than five days before the round"; working days are left open
    r"(?:(?:by|at least|no later than|not later than|nlt|within|at the latest) )*(?P<count>\w+) (?P<unit>days?|weeks?) (?:before|prior to|ahead of|in advance of) "
)
_BEHIND = re.compile(  # "within two weeks of the session"
    r"(?:within|no later than|not later than|nlt|by|not more than|no more than) (?:the )?(?P<count>\w+) (?:calendar )?(?P<unit>days?|weeks?) (?:of|after|from|following) "
)
_ARTICLE = re.compile(r"^(?:the|an?|this|that|its|their) ")
_LENGTH = re.compile(r"\b(?:days?|weeks?|hours?|months?) ")
_DAY_AFTER = re.compile(r"\bthe (?:next )?(?:day|morning) $")
_OPENING = re.compile(r"\b(?:opening|start|beginning|time) of ", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9][\w'’-]*")
_NO_NAME = frozenset(
    """the a an of on at in for this that its their our next forthcoming upcoming coming opens open begins begin starts start
    convenes meets takes place is held itself proper""".split()
)
_MOVING = frozenset(  # what those do who travel; who they are names the event
    "arrival arrives arrive departure departs depart leaves leave travels travel return returns lands comes".split()
)
_LEAVING = re.compile(r"\b(?:departure|departs?|leaves?|returns?)\b", re.IGNORECASE)
_UNTIL_NOW = "No day can be set from these words."


def on_events(
    asks: Sequence[ActionRequest], events: Sequence[Event], sent_on: date | None
) -> list[ActionRequest]:
    """Return the asks, those that hang on an event with the day that the cable gives it."""
    if not any(event.start_on for event in events):
        return list(asks)
    return [replace(ask, deadline=_dated(ask, events, sent_on)) if _hangs(ask) else ask for ask in asks]


def _hangs(ask: ActionRequest) -> bool:
    return ask.deadline is not None and ask.deadline.day is None and ask.deadline.anchor is not None


def _dated(ask: ActionRequest, events: Sequence[Event], sent_on: date | None) -> Deadline | None:
    deadline = ask.deadline
    event = _meant(deadline.anchor or "", events) if deadline else None
    if deadline is None or event is None or event.start_on is None:
        return deadline
    first, last = event.start_on, event.end_on or event.start_on
    first = last if _LEAVING.search(deadline.anchor or "") else first
    found = _counted(deadline.quote.lower(), ask.evidence.quote[: deadline.start].lower(), first, last)
    if found is None or (sent_on is not None and found[0] < sent_on):
        return deadline
    day, note = found
    said = [one for one in deadline.explained if one != _UNTIL_NOW and "which has no day here" not in one]
    told = f"The cable dates “{event.name}” elsewhere: {in_words(first)}."
    return replace(deadline, day=day, explained=(*said, told, note, f"The day is {in_words(day)}."))


def _counted(words: str, before: str, first: date, last: date) -> tuple[date, str] | None:
    """Return the day that words set beside an event, and how: the day before, the day itself, the day after."""
    ahead = _AHEAD.match(words)
    if ahead:
        days = _days(ahead)
        note = f"{days} days before are counted back from its first day."
        return (first - timedelta(days=days), note) if days else None
    behind = _BEHIND.match(words)
    if behind:
        days = _days(behind)
        note = f"{days} days after are counted from its last day."
        return (last + timedelta(days=days), note) if days else None
    if words.startswith(_BEFORE):
        return first - timedelta(days=1), "“Before” leaves that day out: the day before is the last."
    if words.startswith(_ON) and not _LENGTH.search(words):
        return first, "The day of the event is the last."
    if words.startswith(("after ", "following ")) and _DAY_AFTER.search(before):
        return last + timedelta(days=1), "The day after the event is meant."
    return None


def _days(length: re.Match[str]) -> int:
    count = int(length["count"]) if length["count"].isdigit() else NUMBERS.get(length["count"], 0)
    return count * (7 if length["unit"].startswith("week") else 1)


def _meant(anchor: str, events: Sequence[Event]) -> Event | None:
    """Return the one event of the cable that has all the words of a name, None where there are more or none."""
    name = _words(_OPENING.sub("", anchor))
    goer = name - _MOVING
    if goer and goer != name:
        travels = [event for event in events if goer <= _words(event.name)]
        return travels[0] if len(travels) == 1 else None
    found = [event for event in events if name and name <= _words(event.name)]
    told = [event for event in events if name & _words(event.name) and name <= _words(event.evidence.quote)]
    found = found or told or [event for event in events if _opens_with(event.evidence.quote, anchor)]
    return found[0] if len(found) == 1 else None


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
