"""Days of asks that hang on an event which the same cable dates elsewhere: "before the DSB meeting".

Only where exactly one event of that name stands in the cable, with its day; nothing is taken from other cables.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tracker.extraction import events_meant
from tracker.extraction.date_words import Words, words_of
from tracker.extraction.day_readings import Setting, in_words
from tracker.extraction.proposals import ActionRequest, Deadline, Event
from tracker.extraction.relative_days import FORWARD, Duration, counted, duration_at

_BEFORE = ("before ", "prior to ", "in advance of ", "ahead of ")
_ON = ("by ", "no later than ", "not later than ", "nlt ")
_LENGTH = re.compile(r"\b(?:days?|weeks?|hours?|months?) ")
_DAY_AFTER = re.compile(r"\bthe (?:next )?(?:day|morning) $")
_UNTIL_NOW = "No day can be set from these words."


def on_events(
    asks: Sequence[ActionRequest],
    events: Sequence[Event],
    sent_at: datetime | None,
    *,
    is_day_off: Callable[[date], bool],
) -> list[ActionRequest]:
    """Return the asks, those that hang on an event with the day that the cable gives it."""
    if not any(event.start_on for event in events):
        return list(asks)
    setting = Setting(sent_at=sent_at or datetime.min.replace(tzinfo=UTC), is_day_off=is_day_off)
    return [replace(ask, deadline=_dated(ask, events, setting)) if _hangs(ask) else ask for ask in asks]


def _hangs(ask: ActionRequest) -> bool:
    return ask.deadline is not None and ask.deadline.day is None and ask.deadline.anchor is not None


def _dated(ask: ActionRequest, events: Sequence[Event], setting: Setting) -> Deadline | None:
    deadline = ask.deadline
    event = events_meant.meant(deadline.anchor or "", ask, events, setting) if deadline else None
    if deadline is None or event is None or event.start_on is None:
        return deadline
    first, last = event.start_on, event.end_on or event.start_on
    first = last if events_meant.is_last(deadline.anchor or "") else first
    found = _counted(deadline.quote, ask.evidence.quote[: deadline.start].lower(), (first, last), setting)
    if found is None or found[0] < setting.sent_on:
        return deadline
    day, notes = found
    said = [one for one in deadline.explained if one != _UNTIL_NOW and "which has no day here" not in one]
    told = f"The cable dates “{event.name}” elsewhere: {in_words(first)}."
    return replace(deadline, day=day, explained=(*said, told, *notes, f"The day is {in_words(day)}."))


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
    if low.startswith(_BEFORE):
        return first - timedelta(days=1), ("“Before” leaves that day out: the day before is the last.",)
    if low.startswith(_ON) and not _LENGTH.search(low):
        return first, ("The day of the event is the last.",)
    if low.startswith(("after ", "following ")) and _DAY_AFTER.search(before):
        return last + timedelta(days=1), ("The day after the event is meant.",)
    return None


def _length(words: Words) -> tuple[Duration, bool] | None:
    """Return the length a phrase counts and whether back: "not later than five days before", "within 48 hours of"."""
    for at in range(len(words.texts)):
        duration = duration_at(words, at)
        way = FORWARD.read(words, duration.stop) if duration else None
        if duration and way:
            return duration, not way[0]
    return None
