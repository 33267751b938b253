"""A due counted in working days: each place that must act counts on its own calendar, and says how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.due import Due, day_words, short_day
from tracker.domain.workdays import DAY, Calendar
from tracker.texts import english

MOST_NAMED = 12  # skipped days named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """So many working days after `since`, before it where `days` is negative. The day itself is not counted."""

    since: date
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDue:
    """A due at the place that must act, the sentences that say how its day was counted, and the days left out."""

    due: Due
    words: tuple[str, ...] = ()
    skipped: tuple[tuple[date, str], ...] = ()  # each with the reason


def at_place(due: Due, count: Counted | None, calendar: Calendar, sent_on: date | None = None) -> CountedDue:
    """Return the due with its day counted on the place's calendar; as it is where nothing is to be counted.

    Raise ValueError where the place has no working days.
    """
    if count is None or due.on is None:
        return CountedDue(due=due)
    day = calendar.nth_working_day(count.since, count.days)
    off = tuple(_days_off(count.since, day, calendar))
    words = (_how(count, calendar, sent_on), *_skipped(off, calendar))
    return CountedDue(due=replace(due, on=day), words=words, skipped=off)


def words_of(count: Counted) -> str:
    """Return "7 working days after Mon 20 Apr 2009"."""
    n = abs(count.days)
    side = "after" if count.days > 0 else "before"
    return f"{n} working {'day' if n == 1 else 'days'} {side} {english(short_day(count.since))} {count.since.year}"


def _how(count: Counted, calendar: Calendar, sent_on: date | None) -> str:
    n = abs(count.days)
    side = "from" if count.days > 0 else "back from"
    sent = ", the day sent" if count.since == sent_on else ""
    return (
        f"Counted {n} working {'day' if n == 1 else 'days'} on the calendar of {calendar.place.name}, "
        f"{side} {english(day_words(count.since))}{sent}, which is not counted itself."
    )


def _days_off(since: date, until: date, calendar: Calendar) -> Iterator[tuple[date, str]]:
    first, last = min(since, until), max(since, until)
    for n in range(1, (last - first).days):
        reason = calendar.reason_off(first + DAY * n)
        if reason:
            yield first + DAY * n, reason


def _skipped(found: Sequence[tuple[date, str]], calendar: Calendar) -> tuple[str, ...]:
    """Return the sentence that names the days off between, each with its reason; none where there is none."""
    off = [f"{english(short_day(day))} ({english(reason)})" for day, reason in found]
    if not off:
        return ()
    more = f", and {len(off) - MOST_NAMED} more" if len(off) > MOST_NAMED else ""
    return (f"Skipped in {calendar.place.name}: {', '.join(off[:MOST_NAMED])}{more}.",)
