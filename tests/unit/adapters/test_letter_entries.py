"""The calendar entries in letters: the right moment, on the right clock, once."""

from dataclasses import replace
from datetime import timedelta

import icalendar
import pytest

from tests.letter_samples import ASK, SETTINGS, UNDATED, WRITTEN_AT, parsed, text_of, write
from tracker.adapters.letters import Writer
from tracker.domain.letter import Letter, Written


def calendar_of(written: Written) -> icalendar.Calendar:
    parts = parsed(written).iter_attachments()
    entry = next(part for part in parts if part.get_content_type() == "text/calendar")
    assert entry.get_param("method") == "PUBLISH"
    return icalendar.Calendar.from_ical(entry.get_payload(decode=True))


def event_of(written: Written) -> icalendar.Event:
    (event,) = calendar_of(written).walk("VEVENT")
    return event


def test_the_calendar_entry_is_at_the_due_moment_on_the_posts_clock() -> None:
    event = event_of(write(ASK))

    assert event["DTSTART"].dt == ASK.due_at
    assert event["DTSTART"].params["TZID"] == "America/Lima"
    assert event["URL"] == "https://tracker.example/tasks/3"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("America/Mexico_City", -5), ("Asia/Amman", 3), ("Asia/Tokyo", 9), ("Australia/Canberra", 10)],
)
def test_the_calendar_file_explains_its_clock(zone: str, offset: int) -> None:
    calendar = calendar_of(write(replace(ASK, due_zone=zone)))

    (clock,) = calendar.walk("VTIMEZONE")
    start = calendar.walk("VEVENT")[0]["DTSTART"].dt
    by_file = clock.to_tz().utcoffset(start.replace(tzinfo=None))
    assert start.utcoffset() == by_file == timedelta(hours=offset)


def test_a_due_in_universal_time_needs_no_clock() -> None:
    calendar = calendar_of(write(replace(ASK, due_zone="UTC")))

    assert calendar.walk("VTIMEZONE") == []
    assert calendar.walk("VEVENT")[0]["DTSTART"].dt == ASK.due_at


@pytest.mark.parametrize(("left", "before"), [(timedelta(days=3), 24), (timedelta(hours=20), 1)])
def test_the_calendar_entry_rings_before_the_due(left: timedelta, before: int) -> None:
    event = event_of(write(replace(ASK, due_at=WRITTEN_AT + left)))

    (alarm,) = event.walk("VALARM")

    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"].dt == -timedelta(hours=before)


def test_a_changed_due_replaces_the_readers_entry_and_nobody_elses() -> None:
    letter = Letter(recipient="ana@officers.example", name="", written_at=WRITTEN_AT, items=(ASK,))
    first, moved = event_of(write(ASK)), event_of(write(replace(ASK, version=2)))
    others = event_of(Writer(SETTINGS).write(letter))

    assert first["UID"] == moved["UID"] != others["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)


def test_each_new_ask_of_a_letter_has_its_own_entry() -> None:
    items = [replace(ASK, task_id=1, papers=()), replace(UNDATED, is_new=True), replace(ASK, task_id=2)]

    mail = parsed(write(*items))

    names = [p.get_filename() for p in mail.iter_attachments() if p.get_content_type() == "text/calendar"]
    assert names == ["due-1.ics", "due-2.ics"]
    assert "due-2.ics, an entry for your calendar" in text_of(mail)
