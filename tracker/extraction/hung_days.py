"""Days of asks that hang on an event which the same cable dates elsewhere: "before the DSB meeting".

Only where exactly one event of that name stands in the cable, with its day; nothing is taken from other cables.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from tracker.cable.parts import Cable
from tracker.extraction import antecedent_words, antecedents, events_meant, pointers, told_before, told_days
from tracker.extraction import deadline_markers as mark
from tracker.extraction.date_words import Words, weekday_of, words_of
from tracker.extraction.day_readings import Setting, in_words
from tracker.extraction.proposals import ActionRequest, Deadline, Event
from tracker.extraction.relative_days import FORWARD, Duration, counted, duration_at
from tracker.extraction.told_days import Told

_BEFORE = tuple(f"{words} " for words in mark.BEFORE_WORDS)
_ON = ("by ", "no later than ", "not later than ", "nlt ")
_WITHIN = tuple(f"{word} {which}" for word in pointers.WITHIN_IT for which in ("that ", "the ", "said "))
_DAY_OF = ("on the ", *(f"on {kind} " for kind in ("opening", "closing", "polling", "election", "voting")))
_LENGTH = re.compile(
    r"\b(?:(?<!the )(?<!first )(?<!last )(?<!final )(?<!opening )(?<!closing )day|days|weeks?|hours?|months?) "
)
_BEFORE_TIME = re.compile(  # "before noon on polling day"
    r"(?:before|prior to) (?:cob|oob|noon|(?:the )?(?:close|opening) of business|\d[\d:]{2,4}|\d{1,2} [ap]\.?m)\b"
)
_EVE = re.compile(r"^(?:by|no later than|not later than|nlt) .*\bon (?:the )?eve of ")
_DAY_AFTER = re.compile(r"\bthe (?:next )?(?:day|morning) $")
_WEEKDAY = re.compile(  # "by the Friday before it opens", "on the Tuesday two weeks before", "the Thursday of the week before"
    r"(?:\b(?:by|on|no later than|not later than|nlt) )?(?:(?:cob|noon|close of business|the|on) ){0,3}"
    r"\bthe (?P<day>mon|tues|wednes|thurs|fri)day (?P<week>of the week )?(?P<length>[\w-]+ (?:weeks?|days?) )?"
    rf"(?:{'|'.join(mark.BEFORE_WORDS)})(?: [^,;:]*)?$"
)
MOST_POINTED_AT = 2
_UNTIL_NOW = "No day can be set from these words."


def on_events(
    asks: Sequence[ActionRequest],
    events: Sequence[Event],
    cable: Cable,
    *,
    inside: frozenset[int],
    is_day_off: Callable[[date], bool],
) -> list[ActionRequest]:
    """Return the asks, those that hang on an event with the day that the cable gives it, outside papers (`inside`)."""
    if not any(map(_hangs, asks)):
        return list(asks)
    sent_at = cable.header.sent_at
    setting = Setting(sent_at=sent_at or datetime.min.replace(tzinfo=UTC), is_day_off=is_day_off)
    told = tuple(islice(told_days.told(cable, inside), told_days.MOST_TOLD))
    around = Around(cable=cable, events=events, told=told, inside=inside, setting=setting)
    return [replace(ask, deadline=_dated(ask, around)) if _hangs(ask) else ask for ask in asks]


class Around(NamedTuple):
    """What of the cable may date an ask that hangs on something."""

    cable: Cable
    events: Sequence[Event]
    told: Sequence[Told]
    inside: frozenset[int]
    setting: Setting


def _hangs(ask: ActionRequest) -> bool:
    return ask.deadline is not None and ask.deadline.day is None and ask.deadline.anchor is not None


def _dated(ask: ActionRequest, around: Around) -> Deadline | None:
    deadline, setting = ask.deadline, around.setting
    if deadline is None:
        return None
    named = _named(deadline.anchor or "", ask, around)
    if named is None:
        is_loose = antecedent_words.is_loose((deadline.anchor or "").lower())
        return None if is_loose else deadline
    name, first, last = named
    first = last if events_meant.is_last(deadline.anchor or "") else first
    before = ask.evidence.quote[: deadline.start].lower()
    text = ask.evidence.quote
    is_own = text[deadline.start : deadline.end] == deadline.quote  # not of the order above a list
    weekday = _WEEKDAY.search(text[: deadline.end].lower()) if is_own else None
    if weekday:
        found = _on_weekday(weekday, first, setting)
        deadline = _begun_at(deadline, ask.evidence.quote, min(weekday.start(), deadline.start))
    else:
        found = _counted(deadline.quote, before, (first, last), setting)
    if found is None or found[0] < setting.sent_on:
        return ask.deadline
    day, notes = found
    said = [one for one in deadline.explained if one != _UNTIL_NOW and "which has no day here" not in one]
    dated = f"The cable dates “{name}” elsewhere: {in_words(first)}."
    return replace(deadline, day=day, explained=(*said, dated, *notes, f"The day is {in_words(day)}."))


def _named(anchor: str, ask: ActionRequest, around: Around) -> tuple[str, date, date] | None:
    """Return the name of what an ask hangs on, its first day and its last; None where the cable does not tell them."""
    if anchor.lower().endswith(" there") and (tour := _tour(around)):
        return _stop_named(tour, ask)
    where = _place_of(ask, around)
    if where is not None and antecedent_words.points(anchor.lower()):
        found = antecedents.meant(anchor, where)
        if found is not None:
            return found
        if antecedents.is_of_another(anchor, where):
            return _of_names(told_days.pointed_at(where.asked), ask, around)
        if not antecedent_words.may_be_event(anchor.lower()):
            return None
    if where is None:
        return _of_name(anchor, ask, around)
    if antecedents.is_rivalled(anchor, where):
        return None
    return _of_name(anchor, ask, around) or antecedents.meant(anchor, where)


def _tour(around: Around) -> list[Event]:
    """Return the stops that one sentence of the cable tells of at several places; empty where none does."""
    stops = [event for event in around.events if event.place and event.start_on]
    by_sentence = {
        event.evidence.quote: [e for e in stops if e.evidence.quote == event.evidence.quote]
        for event in stops
    }
    return next((found for found in by_sentence.values() if len({event.place for event in found}) > 1), [])


def _stop_named(tour: Sequence[Event], ask: ActionRequest) -> tuple[str, date, date] | None:
    """Return the stop at the one place that an ask names: "Oslo's plan is due ten days before the exhibit opens there"."""
    named = [
        e
        for e in tour
        if e.place and re.search(rf"\b{re.escape(e.place)}\b", ask.evidence.quote, re.IGNORECASE)
    ]
    one = named[0] if len(named) == 1 else None
    return (one.name, one.start_on, one.end_on or one.start_on) if one and one.start_on else None


def _place_of(ask: ActionRequest, around: Around) -> told_before.Place | None:
    """Return where an ask stands, as far as the words it hangs on; None where those are of the order above a list."""
    deadline, quote = ask.deadline, ask.evidence.quote
    if deadline is None or quote[deadline.start : deadline.end] != deadline.quote:
        return None
    raw_start, asked = ask.evidence.spans[0].start, (quote, deadline.start)
    return told_before.place_of(
        around.cable, raw_start, asked, told=around.told, inside=around.inside, sent_on=around.setting.sent_on
    )


def _of_name(anchor: str, ask: ActionRequest, around: Around) -> tuple[str, date, date] | None:
    """Return the event or the clause that tells a day of what the anchor names, and its days."""
    if found := _event_of(anchor, ask, around):
        return found
    names = [anchor]
    if events_meant.points_back(anchor) and ask.deadline is not None:
        names = told_days.pointed_at(ask.evidence.quote[: ask.deadline.start])
    place = ask.evidence.spans[0].start, ask.evidence.spans[-1].end
    for name in names[:MOST_POINTED_AT]:
        days = told_days.day_of(name, place, around.told, around.setting.sent_on)
        if days:
            return name, *days
    return None


def _event_of(anchor: str, ask: ActionRequest, around: Around) -> tuple[str, date, date] | None:
    event = events_meant.meant(anchor, ask, around.events, around.setting)
    if event is None or event.start_on is None or not told_days.is_held(event.evidence.quote):
        return None
    if events_meant.points_back(anchor) and _may_be_another(event, anchor, ask, around):
        return None
    return event.name, event.start_on, event.end_on or event.start_on


def _may_be_another(event: Event, anchor: str, ask: ActionRequest, around: Around) -> bool:
    """Return whether something else is named since an event, or its sentence does not tell of it as to come."""
    between = around.cable.text[event.evidence.spans[-1].end : ask.evidence.spans[0].start]
    return not _is_told(event, around.told) or events_meant.is_another_named(event, between, anchor)


def _is_told(event: Event, told: Sequence[Told]) -> bool:
    """Return whether the sentence of an event tells of it as to come: not of what was planned, or once was."""
    quote = event.evidence.quote
    return any(one.first_on == event.start_on and one.sentence.text in quote for one in told)


def _of_names(names: Sequence[str], ask: ActionRequest, around: Around) -> tuple[str, date, date] | None:
    """Return the days of the nearest event that the ask itself names before its pronoun: "the plenary … its close"."""
    found = (_of_name(name, ask, around) for name in names[:1])
    return next(found, None)


def _on_weekday(said: re.Match[str], first: date, setting: Setting) -> tuple[date, tuple[str, ...]] | None:
    """Return the weekday before an event: the last one, that of the week before, or that of the week counted back to."""
    name = said["day"]
    if said["week"]:
        return _weekday_of(first - timedelta(weeks=1), name)
    length = duration_at(words_of(said["length"]), 0) if said["length"] else None
    if length:
        day, _, _ = counted(setting, first, length, is_back=True)
        return _weekday_of(day, name) if day else None
    back = (first.weekday() - _weekday(name) - 1) % 7 + 1
    return first - timedelta(days=back), (f"The last {name.capitalize()}day before it is meant.",)


def _weekday(name: str) -> int:
    return weekday_of(f"{name}day") or 0  # Monday is 0


def _weekday_of(day: date, name: str) -> tuple[date, tuple[str, ...]]:
    """Return the weekday of the week, Monday to Sunday, in which a day lies: "the Tuesday two weeks before"."""
    moved = day + timedelta(days=_weekday(name) - day.weekday())
    return moved, (f"The {name.capitalize()}day of that week is meant.",)


def _begun_at(deadline: Deadline, text: str, start: int) -> Deadline:
    """Return a deadline whose words begin at `start` of the ask: the weekday before them belongs to it."""
    quote = text[start : deadline.end]
    return replace(
        deadline, quote=quote, start=start, explained=(f"Read “{quote}”.", *deadline.explained[1:])
    )


def _counted(
    quote: str, before: str, days: tuple[date, date], setting: Setting
) -> tuple[date, tuple[str, ...]] | None:
    """Return the day that words set beside an event, and how: the day before, the day itself, five days ahead."""
    low, (first, last) = quote.lower(), days
    length = _length(words_of(quote))
    if length:
        duration, is_back = length
        day, notes, count = counted(setting, first if is_back else last, duration, is_back=is_back)
        side = (
            "before are counted back from its first day" if is_back else "after are counted from its last day"
        )
        notes = count.notes if count else (f"{duration.words} {side}.",)
        return (day, notes) if day else None
    if _BEFORE_TIME.match(low):
        return first, ("The day of the event is the last.",)
    if low.startswith(_BEFORE) or _EVE.search(low):
        return first - timedelta(days=1), ("“Before” leaves that day out: the day before is the last.",)
    if low.startswith(_WITHIN):
        return last, ("The last day of it is the last.",)
    if low.startswith(_DAY_OF):
        return first, ("The day itself is meant.",)
    if low.startswith(_ON) and not _LENGTH.search(low):
        return first, ("The day of the event is the last.",)
    if low.startswith(("after ", "following ")) and _DAY_AFTER.search(before):
        return last + timedelta(days=1), ("The day after the event is meant.",)
    return None


def _length(words: Words) -> tuple[Duration, bool] | None:
    """Return the length a phrase counts and whether back: "not later than five days before", "within 48 hours of"."""
    for at in range(len(words.texts)):
        duration = duration_at(words, at)
        stop = duration.stop if duration else at
        stop += 3 if words.follows(stop, "to", "the", "day") else 0  # "three weeks to the day before"
        way = FORWARD.read(words, stop) if duration else None
        if duration and stop == len(words.texts) and words.text(0) == "within":
            return duration, False  # counted from what the sentence opens with
        back = mark.FROM_ELSEWHERE.read(words, duration.stop) if duration else None
        if duration and (way or back):
            return duration, not way[0] if way else back is not None and back[0]
    return None
