"""Calendar entries for letters: one ask, its due moment on the clock of the place that must act, an alarm.

A file holds one entry, which is how Outlook adds it to the reader's own calendar.
"""

import hashlib
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import icalendar

from tracker.domain.letter import Discretion, Item, heading

PRODUCT = "-//cable tracker//due days//EN"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def entry_of(item: Item, *, recipient: str, host: str, link: str, written_at: datetime) -> bytes:
    """Return the entry as a file. A letter with another due replaces it: same UID, higher SEQUENCE.

    Nothing stands in it of a discreet cable but what its letter may say.
    """
    assert item.due_at is not None
    event = icalendar.Event()
    event.add("uid", _uid(item.task_id, recipient, host))
    event.add("sequence", max(item.deadline_version - 1, 0))
    event.add("dtstamp", written_at)
    event.add("dtstart", item.due_at.astimezone(ZoneInfo(item.due_zone)))
    event.add("summary", f"Due: {heading(item)}")
    if item.discretion is Discretion.OPEN:
        event.add("description", f"{item.source}\n{link}")
        event.add("location", item.post)
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    event.add_component(_alarm(item, written_at))
    return _file(event, item.due_zone, item.due_at)


def _uid(task_id: int, recipient: str, host: str) -> str:
    person = hashlib.sha256(recipient.strip().lower().encode()).hexdigest()[:12]
    return f"task-{task_id}-{person}@{host}"


def _alarm(item: Item, written_at: datetime) -> icalendar.Alarm:
    """Return an alarm a day before; an hour before where a day before has passed."""
    assert item.due_at is not None
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Due: {heading(item)}")
    alarm.add("trigger", -DAY if item.due_at - written_at > DAY else -HOUR)
    return alarm


def _file(event: icalendar.Event, zone: str, due_at: datetime) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if zone != "UTC":
        calendar.add_component(_timezone(zone, due_at.astimezone(UTC).year))
    calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


@cache
def _timezone(zone: str, year: int) -> icalendar.Timezone:
    """Return the zone as it is around that year: few lines, which every program reads."""
    return icalendar.Timezone.from_tzid(zone, first_date=date(year, 1, 1), last_date=date(year + 1, 2, 1))
