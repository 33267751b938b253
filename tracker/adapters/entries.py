"""Calendar entries for letters: one ask, its due moment on the clock of the place that must act, an alarm.

A file holds one entry, which is how Outlook adds it to the reader's own calendar.
"""

import hashlib
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import icalendar

from tracker.domain.day_entry import Brought, DayEntry

PRODUCT = "-//cable tracker//due days//EN"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def entry_of(
    entry: DayEntry, *, recipient: str, sender: str, host: str, link: str, written_at: datetime
) -> bytes:
    """Return the entry as a file, or what withdraws it: same UID, higher SEQUENCE than what came before.

    Nothing stands in it of a discreet cable but what its letter may say.
    """
    is_put = entry.brought is Brought.PUT
    event = icalendar.Event()
    event.add("uid", _uid(entry.task_id, recipient, host))
    event.add("sequence", max(entry.version - 1, 0))
    event.add("dtstamp", written_at)
    event.add("organizer", f"mailto:{sender}")
    if entry.due_at is not None:
        event.add("dtstart", entry.due_at.astimezone(ZoneInfo(entry.due_zone) if is_put else UTC))
    event.add("summary", entry.summary)
    if is_put:
        _describe(event, entry, link, written_at)
    else:
        event.add("status", "CANCELLED")
    return _file(event, entry)


def _describe(event: icalendar.Event, entry: DayEntry, link: str, written_at: datetime) -> None:
    """Add what a reader sees of an entry beside its day: where it comes from, and an alarm."""
    if entry.source:
        event.add("description", f"{entry.source}\n{link}")
        event.add("location", entry.place)
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    event.add_component(_alarm(entry, written_at))


def method_of(entry: DayEntry) -> str:
    """Return what the file asks of a calendar program."""
    return "PUBLISH" if entry.brought is Brought.PUT else "CANCEL"


def _uid(task_id: int, recipient: str, host: str) -> str:
    person = hashlib.sha256(recipient.strip().lower().encode()).hexdigest()[:12]
    return f"task-{task_id}-{person}@{host}"


def _alarm(entry: DayEntry, written_at: datetime) -> icalendar.Alarm:
    """Return an alarm a day before; an hour before where a day before has passed."""
    assert entry.due_at is not None
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", -DAY if entry.due_at - written_at > DAY else -HOUR)
    return alarm


def _file(event: icalendar.Event, entry: DayEntry) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method_of(entry))
    if entry.due_at is not None and entry.brought is Brought.PUT and entry.due_zone != "UTC":
        calendar.add_component(_timezone(entry.due_zone, entry.due_at.astimezone(UTC).year))
    calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


@cache
def _timezone(zone: str, year: int) -> icalendar.Timezone:
    """Return the zone as it is around that year: few lines, which every program reads."""
    return icalendar.Timezone.from_tzid(zone, first_date=date(year, 1, 1), last_date=date(year + 1, 2, 1))
