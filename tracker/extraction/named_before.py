"""Days of asks that point back at the day of an ask before them: "before then", "by that date", "by the following Friday"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tracker.extraction.date_words import weekday_of
from tracker.extraction.day_readings import in_words
from tracker.extraction.deadline_markers import TOLD_NOTE
from tracker.extraction.proposals import ActionRequest, Deadline

MOST_ASKS_BETWEEN = 3
_POINTING = re.compile(
    r"(?P<how>by|before|prior to|nlt|no later than|not later than) (?:(?P<time>[\w.: ]{2,24}?) (?:on )?)?"
    r"(?:then|that (?:date|day|deadline|time)|(?:the (?:same|above)|that same) (?:date|day|deadline))$"
)
_FOLLOWING = re.compile(
    r"(?:by|on|nlt|no later than|not later than) (?:cob |noon )?(?:the |on the )?following (?P<day>mon|tues|wednes|thurs|fri)day$"
)


def dated(asks: Sequence[ActionRequest]) -> list[ActionRequest]:
    """Return the asks, those that point back with the day of the nearest ask above that has one."""
    found: list[ActionRequest] = []
    last: tuple[int, Deadline] | None = None
    for at, read in enumerate(asks):
        is_near = last is not None and at - last[0] <= MOST_ASKS_BETWEEN + 1
        due = _from(read.deadline, last[1]) if read.deadline and last and is_near else read.deadline
        ask = read if due is read.deadline else replace(read, deadline=due)
        if ask.deadline and ask.deadline.day and not ask.is_optional:
            last = at, ask.deadline
        found.append(ask)
    return found


def _from(deadline: Deadline, before: Deadline) -> Deadline:
    """Return the deadline counted from the one before it, unchanged where it does not point back."""
    quote = deadline.quote.lower()
    is_same = before.day is not None and deadline.day in {None, before.day, before.day - timedelta(days=1)}
    pointing = _POINTING.match(quote) if is_same else None
    following = _FOLLOWING.match(quote)
    if before.day is None or not (pointing or following):
        return deadline
    said = f"The day named before is {in_words(before.day)}."
    if following:
        day, time, zone = (
            _next(before.day, weekday_of(f"{following['day']}day") or 0),
            deadline.time,
            deadline.zone,
        )
    elif pointing and pointing["how"] in {"before", "prior to"} and deadline.time is None:
        day, time, zone = before.day - timedelta(days=1), None, None
    else:
        is_timed = deadline.time is not None
        day = before.day
        time, zone = (deadline.time, deadline.zone) if is_timed else (before.time, before.zone)
    read = (
        f"Read “{deadline.quote}”.",
        *(() if following else (TOLD_NOTE,)),
        said,
        f"The day is {in_words(day)}.",
    )
    return replace(deadline, day=day, time=time, zone=zone, explained=read)


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)
