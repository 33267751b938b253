"""A place's calendar: working week, days off and hours; working days counted, gross and net days late.

Days are days of the place's own clock; moments are aware and in UTC. The calendar never reads
holidays itself: they are handed in.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from tracker.texts import later

DAY = timedelta(days=1)
WEEKEND = later("weekend")
FARTHEST = 400  # days without work, beyond which a calendar is taken to be broken
DaysOff = Mapping[date, str] | Callable[[date], str | None]
Waits = Sequence[tuple[datetime, datetime | None]]  # for somebody else, from and to


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingWeek:
    """The working days of a week, Monday is 0; `until` is the last day it held, None if it still does."""

    days: frozenset[int]
    until: date | None = None


MONDAY_TO_FRIDAY = WorkingWeek(days=frozenset(range(5)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that people read, its IANA zone, and its opening and closing hours on its own clock."""

    name: str
    zone: str
    opens: time = time(8, 30)
    closes: time = time(17, 0)

    def __post_init__(self) -> None:
        """Refuse hours that leave no working day; raise ValueError."""
        if self.opens >= self.closes:
            raise ValueError(
                f"{self.name} cannot open at {self.opens:%H:%M} and close at {self.closes:%H:%M}"
            )


WASHINGTON = Place(name="Washington", zone="America/New_York")


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return the zone, read once a process: the library forgets all but the last eight. Raise as ZoneInfo does."""
    return ZoneInfo(name)


def moment_of(day: date, hour: time, zone: str) -> datetime:
    """Return the UTC moment of a local day and hour.

    An hour that a clock change leaves out moves forward to the first moment that exists; one that
    exists twice is the first.
    """
    tz = zone_of(zone)
    early = datetime.combine(day, hour, tzinfo=tz)
    late = early.replace(fold=1)
    first, second = early.astimezone(UTC), late.astimezone(UTC)
    if second >= first:  # an ordinary hour, or one that exists twice: the first
        return first
    offset = late.utcoffset()
    seconds = range(int(second.timestamp()), int(first.timestamp()))
    gap_end = bisect_left(seconds, True, key=lambda s: datetime.fromtimestamp(s, tz).utcoffset() == offset)
    return datetime.fromtimestamp(seconds.start + gap_end, UTC)


def local_day(moment: datetime, zone: str) -> date:
    """Return the day that a zone's calendar shows at a moment."""
    return moment.astimezone(zone_of(zone)).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The working days of a place. `others` are calendars that must work too ("post and Washington").

    `days_off` gives the name of a day off, or None. `is_known` says whether the host country's
    holidays are known, altogether or for a year; U.S. holidays and week-ends count in any case.
    """

    place: Place
    weeks: tuple[WorkingWeek, ...] = (MONDAY_TO_FRIDAY,)
    days_off: DaysOff = field(default_factory=dict[date, str], compare=False, repr=False)
    is_known: bool | Callable[[int], bool] = True
    others: tuple["Calendar", ...] = ()
    known_off: dict[date, str | None] = field(default_factory=dict, init=False, compare=False, repr=False)
    known_steps: dict[tuple[date, timedelta], date] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    known_moments: dict[tuple[date, time], datetime] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def together(self, *others: "Calendar") -> "Calendar":
        """Return this calendar, at its own place and hours, with days off wherever one of them is off."""
        return replace(self, others=self.others + others)

    def knows(self, day: date) -> bool:
        """Return whether the host country's holidays of that year are known."""
        return self.is_known if isinstance(self.is_known, bool) else self.is_known(day.year)

    def local_day(self, moment: datetime) -> date:
        """Return the day at the place."""
        return local_day(moment, self.place.zone)

    def day_due(self, moment: datetime) -> date:
        """Return the last day at the place on which a due can be met; midnight ends the day before it."""
        return self.local_day(moment - timedelta(microseconds=1))

    def week_on(self, day: date) -> WorkingWeek:
        """Return the working week that held on the day."""
        return next((w for w in self.weeks if w.until is None or day <= w.until), self.weeks[-1])

    def is_weekend(self, day: date) -> bool:
        """Return whether the day lies outside the place's working week."""
        return day.weekday() not in self.week_on(day).days

    def holiday_on(self, day: date) -> str | None:
        """Return the name of the holiday at the place, None where there is none known."""
        return self.days_off(day) if callable(self.days_off) else self.days_off.get(day)

    def reason_off(self, day: date) -> str | None:
        """Return why nobody works: the holiday's name, "weekend", or either with another place's name."""
        if day not in self.known_off:
            self.known_off[day] = self._reason_off(day)
        return self.known_off[day]

    def _reason_off(self, day: date) -> str | None:
        if own := self.holiday_on(day) or (WEEKEND if self.is_weekend(day) else None):
            return own
        reasons = ((other, other.reason_off(day)) for other in self.others)
        return next(
            (
                later("%(reason)s in %(place)s", reason=reason, place=other.place.name)
                for other, reason in reasons
                if reason
            ),
            None,
        )

    def is_working_day(self, day: date) -> bool:
        """Return whether the place, and every other of `others`, works on the day."""
        return self.reason_off(day) is None

    def next_working_day(self, day: date) -> date:
        """Return the first working day after the day."""
        return self._step(day, DAY)

    def previous_working_day(self, day: date) -> date:
        """Return the last working day before the day."""
        return self._step(day, -DAY)

    def _step(self, day: date, by: timedelta) -> date:
        found = self.known_steps.get((day, by))
        if found is None:
            found = self.known_steps[day, by] = self._stepped(day, by)
        return found

    def _stepped(self, day: date, by: timedelta) -> date:
        for _ in range(FARTHEST):
            day += by
            if self.is_working_day(day):
                return day
        raise ValueError(f"The calendar of {self.place.name} has no working day near {day.isoformat()}")

    def nth_working_day(self, day: date, n: int) -> date:
        """Return the nth working day after the day, before it where n is negative, itself for 0."""
        by = DAY if n > 0 else -DAY
        for _ in range(abs(n)):
            day = self._step(day, by)
        return day

    def working_days(self, first: date, last: date) -> tuple[date, ...]:
        """Return the working days from first to last, both counted; none where last lies before."""
        days = (first + DAY * n for n in range((last - first).days + 1))
        return tuple(day for day in days if self.is_working_day(day))

    def count_between(self, start: date, end: date) -> int:
        """Return the working days after start up to and with end; negative where end lies before."""
        if end < start:
            return -self.count_between(end, start)
        return len(self.working_days(start + DAY, end))

    def moment(self, day: date, hour: time) -> datetime:
        """Return the UTC moment of an hour at the place."""
        found = self.known_moments.get((day, hour))
        if found is None:
            found = self.known_moments[day, hour] = moment_of(day, hour, self.place.zone)
        return found

    def opening(self, day: date) -> datetime:
        """Return the UTC moment the place opens, whether or not it works that day."""
        return self.moment(day, self.place.opens)

    def closing(self, day: date) -> datetime:
        """Return the UTC moment the place closes, whether or not it works that day."""
        return self.moment(day, self.place.closes)

    def is_open(self, moment: datetime) -> bool:
        """Return whether it is a working hour at the place."""
        day = self.local_day(moment)
        return self.is_working_day(day) and self.opening(day) <= moment < self.closing(day)

    def first_opening(self, moment: datetime) -> datetime:
        """Return the first opening of a working day at or after the moment: here a fair clock starts."""
        return self.opening(self.first_working_day(moment))

    def first_open_moment(self, moment: datetime) -> datetime:
        """Return the moment itself where the place is open, else its next opening."""
        return moment if self.is_open(moment) else self.first_opening(moment)

    def first_working_day(self, moment: datetime) -> date:
        """Return the first working day that the moment leaves whole: it opens at or after it."""
        day = self.local_day(moment)
        if self.is_working_day(day) and self.opening(day) >= moment:
            return day
        return self.next_working_day(day)

    def days_to_act(self, arrived_at: datetime, due_on: date) -> tuple[date, ...]:
        """Return the whole working days from the arrival of a cable up to and with the due day."""
        return self.working_days(self.first_working_day(arrived_at), due_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """How late: `gross` calendar days and `net` working days, both at the place that owed."""

    gross: int
    net: int
    is_late: bool


def days_late(
    calendar: Calendar,
    due_at: datetime,
    at: datetime,
    *,
    arrived_at: datetime | None = None,
    waits: Waits = (),
) -> Lateness:
    """Return how late it is at a moment, or was when done at it.

    Gross is the calendar days from the due day to the day of `at`. Net is the working days after
    the due day up to that day; they count from the first opening after `arrived_at` where the cable
    reached the post too late for the due day, and leave out the days spent waiting for somebody
    else (`waits`, each from and to; to is None while it lasts).
    """
    if at <= due_at:
        return Lateness(gross=0, net=0, is_late=False)
    due_on, today = calendar.day_due(due_at), calendar.local_day(at)
    start = _late_from(calendar, due_on, arrived_at)
    spared = _spared(calendar, waits, today)
    counted = [
        day
        for day in calendar.working_days(start + DAY, today)
        if not any(begun < day <= ended for begun, ended in spared)
    ]
    return Lateness(gross=(today - due_on).days, net=len(counted), is_late=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Which days of a lateness count: the working days after `after`, up to and with `until`, or today."""

    after: date
    until: date | None = None

    def days(self, calendar: Calendar, today: date) -> int:
        """Return the working days that count so far."""
        return len(calendar.working_days(self.after + DAY, self.until or today))


def count_of(
    calendar: Calendar,
    due_at: datetime,
    *,
    arrived_at: datetime | None = None,
    waits: Waits = (),
    closed_at: datetime | None = None,
) -> Count:
    """Return which days of a lateness count, by the rule of `days_late`, without a present day in it.

    What was spent waiting moves the beginning on by as many working days; a wait that lasts, or the
    end of the task, stops the count. Stored with the task, it lets a database sort and count the late.
    """
    due_on = calendar.day_due(due_at)
    start = _late_from(calendar, due_on, arrived_at)
    ended = [(calendar.local_day(begun), calendar.local_day(end)) for begun, end in waits if end]
    lasting = [calendar.local_day(begun) for begun, end in waits if end is None]
    spared = {day for begun, end in ended for day in calendar.working_days(max(begun, start) + DAY, end)}
    until = calendar.local_day(closed_at) if closed_at else min(lasting, default=None)
    return Count(after=calendar.nth_working_day(start, len(spared)), until=until)


def late_from(calendar: Calendar, due_at: datetime, arrived_at: datetime | None = None) -> date:
    """Return the day after which working days are late: of the due, or of the cable's arrival after it."""
    return _late_from(calendar, calendar.day_due(due_at), arrived_at)


def nth_day_late(calendar: Calendar, start: date, n: int, waits: Waits = ()) -> date | None:
    """Return the nth net working day after `late_from`, None where a wait that lasts comes before it."""
    if not waits:
        return calendar.nth_working_day(start, n)
    day, spared = start, _spared(calendar, waits, date.max)
    while n > 0:
        day = calendar.next_working_day(day)
        within = [ended for begun, ended in spared if begun < day <= ended]
        if date.max in within:
            return None
        n -= not within
    return day


def _late_from(calendar: Calendar, due_on: date, arrived_at: datetime | None) -> date:
    return max(due_on, calendar.first_working_day(arrived_at)) if arrived_at else due_on


def _spared(calendar: Calendar, waits: Waits, last: date) -> list[tuple[date, date]]:
    """Return the waits as days, the first not counted; one that still lasts ends on the `last`."""
    return [
        (calendar.local_day(begun), calendar.local_day(ended) if ended else last) for begun, ended in waits
    ]
