"""Monday's letter to managers: to whom it goes, and when.

Where Monday is a day off on the manager's clock, it goes on the next working day; where the manager is
away then, to who stands in for him, on the first working morning of that one's own week.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from tracker.domain.notice import NoticeKind
from tracker.domain.reminding import Reader, Standing
from tracker.domain.workdays import DAY, moment_of
from tracker.services import habits, notices, weekly_letter
from tracker.services.clocks import folded, officer_calendar
from tracker.services.installation import Acting, Actor, Installation
from tracker.services.readers import is_allowed
from tracker.services.reminder_plans import PlannedLetter
from tracker.store import base
from tracker.store.people import Officer
from tracker.store.queries import managers
from tracker.store.weekly import WeeklyLetter
from tracker.texts import later

EAST = timedelta(hours=14)  # how far ahead of UTC a clock may be
LATEST = timedelta(days=1)  # after an outage longer than that, the next Monday's letter does
TITLE = later("What is late this week")
CLOCK = Actor.system("clock")


@dataclass(frozen=True, slots=True)
class _Monday:
    """The letter of one manager and week: who gets it, and when."""

    manager: Officer
    officer: Officer  # who gets it
    reader: Reader  # the same
    week_on: date
    at: datetime


def send(session: Session, *, now: datetime, installation: Installation) -> int:
    """Send the letter of each manager for which the reader's Monday morning has come; return how many."""
    found = _mondays(session, now, now, installation, None)
    return sum(_send_one(session, one, now, installation) for one in found)


def planned(
    session: Session, *, now: datetime, days: int, installation: Installation, only: int | None = None
) -> list[PlannedLetter]:
    """Return Monday's letters to come until so many days on, of all or `only` to one officer; their figures are those of their moment."""
    found = _mondays(session, now, now + timedelta(days=days), installation, only)
    mine = folded(session.get_one(Officer, only).email) if only is not None else None
    return [
        PlannedLetter(
            at=max(one.at, now),
            recipient=one.reader.address,
            name=one.reader.name,
            kind=NoticeKind.WEEKLY,
            title=TITLE,
        )
        for one in found
        if mine in (None, one.reader.address)
    ]


def _mondays(
    session: Session, now: datetime, until: datetime, installation: Installation, only: int | None
) -> list[_Monday]:
    """Return the letters that are not sent yet and whose moment comes until then, or has come within a day."""
    found = managers.unwritten(session, _monday(until + EAST), only)
    known = habits.among(found.reached, found.managers, installation.book)
    return [
        one
        for officer in found.managers
        for one in _of_manager(officer, known, now, until, installation)
        if found.last.get(officer.id, date.min) < one.week_on
    ]


def _of_manager(
    officer: Officer, known: habits.Habits, now: datetime, until: datetime, installation: Installation
) -> Iterator[_Monday]:
    own = Reader(
        address=folded(officer.email),
        name=officer.name,
        standing=Standing.SUPERVISOR,
        calendar=officer_calendar(officer, installation.book),
        since=now,
    )
    own = known.dressed(own, officer, lambda address: is_allowed(address, installation))
    week_on = _monday(now) - DAY * 7
    while week_on <= _monday(until + EAST):
        reader = _reader_of(own, week_on)
        at = _morning(reader, week_on, installation)
        if is_allowed(reader.address, installation) and now < at + LATEST and at <= until:
            yield _Monday(officer, _officer(officer, reader, known), reader, week_on, at)
        week_on += DAY * 7


def _reader_of(own: Reader, week_on: date) -> Reader:
    """Return who reads the letter of a week: the manager, or who stands in on the day that it would come."""
    absence = own.absence_on(_first_day(own, week_on))
    return absence.stand_in if absence is not None else own


def _first_day(reader: Reader, week_on: date) -> date:
    calendar = reader.calendar
    return week_on if calendar.is_working_day(week_on) else calendar.next_working_day(week_on)


def _morning(reader: Reader, week_on: date, installation: Installation) -> datetime:
    hour = reader.wishes.send_at or installation.policies.general.send_at
    return moment_of(_first_day(reader, week_on), hour, reader.calendar.place.zone)


def _monday(moment: datetime) -> date:
    """Return the Monday of a moment's week, in UTC; each reader's own may be the next or the one before."""
    return moment.date() - DAY * moment.weekday()


def _send_one(session: Session, one: _Monday, now: datetime, installation: Installation) -> bool:
    manager = one.manager
    if base.insert_once(session, WeeklyLetter, {"officer_id": manager.id, "week_on": one.week_on}) is None:
        return False
    act = Acting(by=CLOCK, now=now, installation=installation)
    told = weekly_letter.told(session, manager, one.officer, act)
    return notices.send(session, one.reader.address, one.reader.name, told, act) is not None


def _officer(manager: Officer, reader: Reader, known: habits.Habits) -> Officer:
    """Return the row of who reads it."""
    found = (one for one in known.others.values() if folded(one.email) == reader.address)
    return manager if reader.stands_in_for is None else next(found)
