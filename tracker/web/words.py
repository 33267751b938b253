"""Moments, dues and counts as pages say them: both clocks, in words, with the instant behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from flask import Flask, g
from markupsafe import Markup, escape

from tracker import texts
from tracker.clock import print_moment
from tracker.domain import due
from tracker.domain.lifecycle import Status, status_words
from tracker.domain.workdays import WASHINGTON, Calendar, Count, Place, zone_of
from tracker.texts import _, later
from tracker.web import site

TAG = Markup('<time datetime="{}">{}</time>')


def tag(moment: datetime, said: str) -> Markup:
    """Return the words with the instant behind."""
    return _tag(moment, str(said))


@lru_cache(maxsize=8192)  # the same dues stand on many pages
def _tag(moment: datetime, said: str) -> Markup:
    return TAG.format(print_moment(moment), said)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """A due as a page says it: both clocks, and how far off it is. `at` is None where there is none."""

    at: datetime | None
    clocks: str
    left: str
    is_late: bool = False
    gross: str = ""  # how late without regard to waits, told small beside

    def __html__(self) -> str:
        """Return both clocks with the instant behind."""
        return tag(self.at, self.clocks) if self.at else escape(self.clocks)


UNDATED = DueWords(at=None, clocks=later("no due day"), left=later("no due day"))


def since_due(days: int, whole: int) -> str:
    """Return "5 since the due day" where more working days have passed than count as late; "" where they are the same."""
    return _("%(number)s since the due day", number=whole) if whole > days else ""


def due_words(
    moment: datetime | None, calendar: Calendar, now: datetime, status: str, count: Count | None = None
) -> DueWords:
    """Return a task's due at its post; a closed task is never late. `count`: which days of a lateness count."""
    if moment is None:
        return UNDATED
    is_closed = Status(status).is_closed
    left = status_words(status) if is_closed else due.relative(moment, calendar, now, count)
    return DueWords(
        at=moment,
        clocks=clocks(moment, calendar.place, now),
        left=left,
        is_late=not is_closed and due.is_overdue(moment, now),
    )


def clocks(moment: datetime, place: Place, now: datetime) -> str:
    """Return a moment on a place's clock and Washington's: "Wed 6 Aug, 17:00 (18:00 Washington)".

    The year is said where it is not the present one.
    """
    return _clocks(moment, place, now.astimezone(zone_of(place.zone)).year, texts.spoken())


@lru_cache(maxsize=8192)
def _clocks(moment: datetime, place: Place, this_year: int, _spoken: texts.Catalogue) -> str:
    words = str(due.explain_short(moment, place, WASHINGTON))
    here = moment.astimezone(zone_of(place.zone))
    if here.year == this_year:
        return words
    day = str(due.short_day(here.date()))
    return words.replace(day, f"{day} {here.year}", 1)


def at(moment: datetime, place: Place, now: datetime) -> Markup:
    """Return a moment on a place's clock and Washington's, with the instant behind."""
    return tag(moment, clocks(moment, place, now))


def when(moment: datetime | None) -> Markup:
    """Return a moment on the reader's clock, with the instant behind; a dash where there is none."""
    if moment is None:
        return Markup("–")
    return at(moment, site.reader_place(), site.runtime().now())


def on_readers_clock(moment: datetime) -> str:
    """Return a moment on the reader's clock, as plain words: "Mon 4 May, 08:00"."""
    return clocks(moment, site.reader_place(), site.runtime().now())


def readers_clock() -> str:
    """Return the name of the place whose clock the page shows: "Washington"."""
    return site.reader_place().name


def moment(at_moment: datetime | None) -> Markup:
    """Return a moment shortly, on the reader's clock: "Mon 4 May, 08:00", with the instant behind."""
    if at_moment is None:
        return Markup("–")
    place = site.reader_place()
    return _short(at_moment, place, _this_year(place), texts.spoken())


@lru_cache(maxsize=8192)
def _short(moment: datetime, place: Place, this_year: int, _spoken: texts.Catalogue) -> Markup:
    here = moment.astimezone(zone_of(place.zone))
    year = "" if here.year == this_year else f" {here.year}"
    return tag(moment, f"{due.short_day(here.date())}{year}, {here:%H:%M}")


def _this_year(place: Place) -> int:
    """Return the year at the place; a request asks for it once."""
    known: dict[str, int] = g.setdefault("years", {})
    if place.zone not in known:
        known[place.zone] = site.runtime().now().astimezone(zone_of(place.zone)).year
    return known[place.zone]


def to_you(reason: str) -> str:
    """Return why a letter goes, said to its reader himself: "your next working morning"."""
    return str(reason).replace("the reader's", "your").replace("of the reader", "of yours")


def once(reasons: Iterable[str]) -> list[str]:
    """Return the reasons of a letter without those that another one repeats and says more: "3 working days late"."""
    told = list(dict.fromkeys(map(str, reasons)))
    return [one for one in told if not any(other.startswith(f"{one}: ") for other in told)]


def day_and_clock(moment: datetime, place: Place) -> str:
    """Return "Tue 5 Aug 2008, 08:00 Washington": the present moment as the page's bar says it."""
    here = moment.astimezone(zone_of(place.zone))
    return f"{due.short_day(here.date())} {here.year}, {here:%H:%M} {place.name}"


def place(zone: str) -> str:
    """Return a zone as people say it: "Washington (America/New_York)", "Lima (America/Lima)"."""
    city = WASHINGTON.name if zone == WASHINGTON.zone else zone.rpartition("/")[2].replace("_", " ")
    return f"{city} ({zone})"


def listed(words: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    *rest, last = words or [""]
    return _("%(first)s and %(last)s", first=", ".join(map(str, rest)), last=last) if rest else last


def install(app: Flask) -> None:
    """Give the templates these words."""
    app.jinja_env.filters |= {
        "when": when,
        "moment": moment,
        "listed": listed,
        "place": place,
        "to_you": to_you,
        "once": once,
    }
    app.jinja_env.globals |= {"readers_clock": readers_clock}
