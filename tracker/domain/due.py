"""When a task is due: a day, an hour and a zone become one moment, and the moment becomes words.

The words always name both clocks, the reader's and the other side's.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.domain.day_names import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from tracker.domain.workdays import WASHINGTON, Calendar, Count, Place, days_late, moment_of, zone_of
from tracker.texts import Later, later, listed, nlater

CLOCK = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")
NOON = time(12, 0)
MOST_LISTED = 10  # days named one by one
LATE_AT_ALL = later("late by less than a working day")
FEWEST = 2  # working days below which a cable reached its post late


class DayTime(StrEnum):
    """Hours in words. COB and OOB are those of the place that must act."""

    COB = "COB"
    OOB = "OOB"
    NOON = "NOON"


IN_WORDS = {
    DayTime.COB.value: later("close of business"),
    DayTime.OOB.value: later("opening of business"),
    DayTime.NOON.value: later("noon"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due as a cable says it; `on` None where it gives no day.

    `time` is COB, OOB, NOON, HH:MM (24:00 is the end of the day) or None; a day without an hour ends
    at close of business. `zone` is "Washington", "post", "Z", an IANA name or None: the place that
    must act.
    """

    on: date | None
    time: str | None = None
    zone: str | None = None


class ClashKind(StrEnum):
    """Why a due day is a bad one."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SHORT = "short"
    PASSED = "passed"
    SHORT_NOW = "short now"
    UNKNOWN_CALENDAR = "unknown calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A warning in plain words, with the working days on either side where the day is not one."""

    kind: ClashKind
    words: str
    day_before: date | None = None
    day_after: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDaysLeft:
    """The working days that count, and the days between them that do not, each with its reason."""

    days: tuple[date, ...]
    off: tuple[tuple[date, str], ...]
    words: str


def place_meant(due: Due, place: Place, washington: Place = WASHINGTON) -> Place:
    """Return the place whose clock the due goes by; `place` is the one that must act.

    Raise ValueError for a zone that is none.
    """
    if due.zone is None or due.zone.lower() == "post" or due.zone == place.zone:
        return place
    if due.zone.lower() == "washington" or due.zone == washington.zone:
        return washington
    if due.zone.upper() in ("Z", "UTC"):
        return Place(name="UTC", zone="UTC")
    try:
        ZoneInfo(due.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"{due.zone!r} is not a zone such as America/Mexico_City") from None
    return Place(name=due.zone.rpartition("/")[2].replace("_", " "), zone=due.zone)


def due_at(due: Due, place: Place, washington: Place = WASHINGTON) -> datetime | None:
    """Return the UTC moment a due falls at, None without a day; `place` is the one that must act.

    Raise ValueError for an hour or a zone that is none.
    """
    if due.on is None:
        return None
    meant = place_meant(due, place, washington)
    if due.time == "24:00":
        return moment_of(due.on + timedelta(days=1), time(0), meant.zone)
    return moment_of(due.on, _hour(due.time, meant), meant.zone)


def _hour(words: str | None, place: Place) -> time:
    named = {None: place.closes, "COB": place.closes, "OOB": place.opens, "NOON": NOON}
    if words in named:
        return named[words]
    found = CLOCK.fullmatch(words or "")
    if not found or found[1] == "24":
        raise ValueError(f"{words!r} is not an hour: write COB, OOB, NOON or 17:00")
    return time(int(found[1]), int(found[2]))


def is_overdue(moment: datetime | None, now: datetime) -> bool:
    """Return whether the due moment has passed; the moment itself is still in time."""
    return moment is not None and now > moment


def clash(
    due: Due, calendar: Calendar, arrived_at: datetime | None = None, washington: Place = WASHINGTON
) -> tuple[Clash, ...]:
    """Return what speaks against a due day at the place that must act; nothing is ever moved.

    `arrived_at` is when the cable reached the post: fewer than two whole working days from then are
    warned of.
    """
    moment = due_at(due, calendar.place, washington)
    if moment is None:
        return ()
    day = calendar.day_due(moment)
    found = [*_not_a_working_day(day, calendar)]
    if arrived_at is not None:
        found += _too_short(day, calendar, arrived_at)
    if not calendar.knows(day):
        words = later(
            "No calendar known for %(place)s in %(year)s: local holidays are not counted.",
            place=calendar.place.name,
            year=day.year,
        )
        found.append(Clash(kind=ClashKind.UNKNOWN_CALENDAR, words=words))
    return tuple(found)


def _not_a_working_day(day: date, calendar: Calendar) -> list[Clash]:
    reason = calendar.reason_off(day)
    if reason is None:
        return []
    before, after = calendar.previous_working_day(day), calendar.next_working_day(day)
    is_weekend = calendar.is_weekend(day)
    name = calendar.holiday_on(day) or ("" if is_weekend else reason)
    words = later(
        "%(what)s. Working days before and after: %(before)s and %(after)s.",
        what=_what_day(day_words(day), calendar.place.name, name, is_weekend=is_weekend),
        before=day_words(before),
        after=day_words(after),
    )
    kind = ClashKind.WEEKEND if is_weekend else ClashKind.HOLIDAY
    return [Clash(kind=kind, words=words, day_before=before, day_after=after)]


def _what_day(day: str, place: str, name: str, *, is_weekend: bool) -> str:
    if is_weekend:
        what = later("%(day)s is in the weekend in %(place)s", day=day, place=place)
    else:
        what = later("%(day)s is not a working day in %(place)s", day=day, place=place)
    return later("%(what)s: %(holiday)s", what=what, holiday=name) if name else what


def _too_short(day: date, calendar: Calendar, arrived_at: datetime) -> list[Clash]:
    left = len(calendar.days_to_act(arrived_at, day))
    if left >= FEWEST:
        return []
    place = calendar.place.name
    words = later("The cable leaves %(place)s only 1 working day to act.", place=place)
    if left == 0:
        words = later("The cable leaves %(place)s no whole working day to act.", place=place)
    return [Clash(kind=ClashKind.SHORT, words=words)]


def clash_now(moment: datetime, calendar: Calendar, now: datetime) -> tuple[Clash, ...]:
    """Return what speaks against a due at the moment it is accepted: it has passed, or little is left."""
    place = calendar.place.name
    if is_overdue(moment, now):
        words = later(
            "It has passed already in %(place)s: the first letter would be late. "
            "Set another day, or leave it out.",
            place=place,
        )
        return (Clash(kind=ClashKind.PASSED, words=words),)
    left = len(calendar.days_to_act(now, calendar.day_due(moment)))
    if left >= FEWEST:
        return ()
    words = later("From now, only 1 working day is left in %(place)s.", place=place)
    if left == 0:
        words = later("From now, no whole working day is left in %(place)s.", place=place)
    return (Clash(kind=ClashKind.SHORT_NOW, words=words),)


def working_days_left(calendar: Calendar, since: datetime, moment: datetime) -> WorkingDaysLeft:
    """Return the whole working days from a moment (arrival, now) to the due day, each day listed.

    Words: "4 working days: Fri 1, Mon 4, Tue 5, Wed 6 August 2008".
    """
    first = calendar.first_working_day(since)
    last = calendar.day_due(moment)
    days = calendar.working_days(first, last)
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    off = tuple((day, reason) for day in span if (reason := calendar.reason_off(day)))
    words = nlater("%(num)s working day", "%(num)s working days", len(days))
    if days:
        words = later("%(count)s: %(days)s", count=words, days=_listed(days))
    return WorkingDaysLeft(days=days, off=off, words=words)


def _listed(days: tuple[date, ...]) -> str:
    if len(days) > MOST_LISTED:
        first, last = days[0], days[-1]
        year = "" if first.year == last.year else f" {first.year}"
        begin, end = f"{first:%a} {first.day} {first:%B}{year}", f"{last:%a} {last.day} {last:%B %Y}"
        return later("%(first)s to %(last)s", first=begin, last=end)
    pairs = zip(days, (*days[1:], None), strict=True)
    return ", ".join(_up_to_a_new_month(day, following) for day, following in pairs)


def _up_to_a_new_month(day: date, following: date | None) -> str:
    short = f"{day:%a} {day.day}"
    if following is None or following.year != day.year:
        return f"{short} {day:%B %Y}"
    return short if following.month == day.month else f"{short} {day:%B}"


@lru_cache(maxsize=4096)
def day_words(day: date) -> Later:
    """Return "Wednesday 6 August 2008"."""
    return later(
        "%(weekday)s %(day)s %(month)s %(year)s",
        weekday=WEEKDAYS[day.weekday()],
        day=day.day,
        month=MONTHS[day.month - 1],
        year=day.year,
    )


@lru_cache(maxsize=4096)
def short_day(day: date) -> Later:
    """Return "Wed 6 Aug"."""
    return later(
        "%(weekday)s %(day)s %(month)s",
        weekday=SHORT_WEEKDAYS[day.weekday()],
        day=day.day,
        month=SHORT_MONTHS[day.month - 1],
    )


@lru_cache(maxsize=4096)
def day_of_year(day: date) -> Later:
    """Return "6 August 2008"."""
    return later("%(day)s %(month)s %(year)s", day=day.day, month=MONTHS[day.month - 1], year=day.year)


def explain(moment: datetime, place: Place, other: Place = WASHINGTON) -> Later:
    """Return a moment on both clocks, the reader's first.

    "Wednesday 6 August 2008, 17:00 Mexico City (18:00 Washington)"; where the other side's calendar
    shows another day it is said: "… 06:00 Tokyo (Thursday 7 August 2008, 17:00 Washington)".
    """
    here, there = _clock(moment, place), _clock(moment, other)
    when = {"day": day_words(here.date()), "hour": f"{here:%H:%M}", "place": place.name}
    if place == other:
        return later("%(day)s, %(hour)s %(place)s", **when)
    when |= {"other_hour": f"{there:%H:%M}", "other": other.name}
    if here.date() == there.date():
        return later("%(day)s, %(hour)s %(place)s (%(other_hour)s %(other)s)", **when)
    return later(
        "%(day)s, %(hour)s %(place)s (%(other_day)s, %(other_hour)s %(other)s)",
        other_day=day_words(there.date()),
        **when,
    )


def explain_short(moment: datetime, place: Place, other: Place = WASHINGTON) -> Later:
    """Return "Wed 6 Aug, 17:00 (18:00 Washington)"; another day there: "(Thu 7 Aug, 17:00 Washington)"."""
    here, there = _clock(moment, place), _clock(moment, other)
    when = {"day": short_day(here.date()), "hour": f"{here:%H:%M}"}
    if place == other:
        return later("%(day)s, %(hour)s", **when)
    when |= {"other_hour": f"{there:%H:%M}", "other": other.name}
    if here.date() == there.date():
        return later("%(day)s, %(hour)s (%(other_hour)s %(other)s)", **when)
    return later(
        "%(day)s, %(hour)s (%(other_day)s, %(other_hour)s %(other)s)",
        other_day=short_day(there.date()),
        **when,
    )


def hour_words(said: str) -> str:
    """Return an hour as a sentence says it: "close of business", "noon", "17:00"."""
    return IN_WORDS.get(said, said)


def explain_utc(moment: datetime) -> str:
    """Return the moment as cables count: "2008-08-06 22:00Z"."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}Z"


def _clock(moment: datetime, place: Place) -> datetime:
    return moment.astimezone(zone_of(place.zone))


def relative(moment: datetime, calendar: Calendar, now: datetime, count: Count | None = None) -> str:
    """Return how far off a due is, in working days of the place that must act.

    "today", "in 2 working days", "in 2 days, not a working day", "late by 4 working days"; where no
    working day has passed "late by less than a working day". `count` says which days of a lateness
    count, where some were spent waiting: it is kept with the task.
    """
    if is_overdue(moment, now):
        return _late_words(moment, calendar, now, count)
    return _coming_words(calendar.local_day(now), calendar.day_due(moment), calendar)


@lru_cache(maxsize=4096)  # a board has few days and places, and many rows
def _coming_words(today: date, due_on: date, calendar: Calendar) -> str:
    if due_on <= today:  # at the stroke of midnight the day it ends is over, the due is not
        return later("today")
    if not calendar.is_working_day(due_on):
        days = (due_on - today).days
        return nlater("in %(num)s day, not a working day", "in %(num)s days, not a working day", days)
    return nlater("in %(num)s working day", "in %(num)s working days", calendar.count_between(today, due_on))


def gross(moment: datetime, calendar: Calendar, now: datetime) -> str:
    """Return "6 calendar days", what a lateness is before waits and days off are taken out; "" for none."""
    days = days_late(calendar, moment, now).gross
    return nlater("%(num)s calendar day", "%(num)s calendar days", days) if days else ""


def _late_words(moment: datetime, calendar: Calendar, now: datetime, count: Count | None) -> str:
    days = count.days(calendar, calendar.local_day(now)) if count else days_late(calendar, moment, now).net
    if days:
        return nlater("late by %(num)s working day", "late by %(num)s working days", days)
    return LATE_AT_ALL


def explained(
    due: Due, calendar: Calendar, sent_at: datetime, washington: Place = WASHINGTON
) -> tuple[str, ...]:
    """Return the sentences under a date: both clocks, UTC, the days left and the days not counted."""
    place = calendar.place
    moment = due_at(due, place, washington)
    if moment is None:
        return (later("No day is given; none is made up."),)
    left = working_days_left(calendar, sent_at, moment)
    both, utc = explain(moment, place, washington), explain_utc(moment)
    lines = [later("Due %(moment)s, %(utc)s.", moment=both, utc=utc)]
    if due.time is None:
        meant = place_meant(due, place).name
        lines.append(later("No hour is given: the day ends at close of business in %(place)s.", place=meant))
    lines.append(later("%(days)s after the cable reached %(place)s.", days=left.words, place=place.name))
    if left.off:
        lines.append(later("Not counted: %(days)s.", days=_off_words(left.off)))
    return (*lines, *(found.words for found in clash(due, calendar, sent_at, washington)))


def _off_words(off: tuple[tuple[date, str], ...]) -> str:
    """Return each day off with its reason; of very many only those that are no weekend, and how many are."""
    weekends = [day for day, reason in off if reason == ClashKind.WEEKEND] if len(off) > MOST_LISTED else []
    named = [
        later("%(day)s (%(reason)s)", day=short_day(day), reason=reason)
        for day, reason in off
        if day not in weekends
    ]
    if weekends:
        named.append(nlater("%(num)s weekend day", "%(num)s weekend days", len(weekends)))
    return listed(*named)
