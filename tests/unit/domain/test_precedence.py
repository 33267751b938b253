"""How soon a first letter leaves: the precedence of the cable rules the hour."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.unit.domain.test_reminding import at, duty, planned, reader
from tracker.domain import reminding
from tracker.domain.reminding import Standing
from tracker.domain.workdays import WASHINGTON, Calendar

NIGHT = "2008-07-29 07:00"  # Tuesday, 02:00 in Mexico City


def first(precedence: str | None, since: str, due_at: datetime | None = None) -> str:
    task = replace(duty(reader(since=at(since)), due_at=due_at), precedence=precedence)
    return planned(reminding.reminders(task))[0]


@pytest.mark.parametrize(
    "precedence, leaves",
    [
        (None, "first Tue 29 Jul 08:00"),
        ("ROUTINE", "first Tue 29 Jul 08:00"),
        ("PRIORITY", "first Tue 29 Jul 08:00"),
        ("IMMEDIATE", "first Tue 29 Jul 08:00"),
        ("NIACT IMMEDIATE", "first Tue 29 Jul 02:00"),
        ("FLASH", "first Tue 29 Jul 02:00"),
        ("of another kind", "first Tue 29 Jul 08:00"),
    ],
)
def test_only_the_most_urgent_cables_wake_people(precedence: str | None, leaves: str) -> None:
    assert first(precedence, NIGHT) == leaves


@pytest.mark.parametrize(
    "since, leaves",
    [
        ("2008-07-29 12:30", "first Tue 29 Jul 08:00"),  # before the morning's letters
        ("2008-07-29 13:15", "first Tue 29 Jul 08:30"),  # after them, before the post opens
        ("2008-07-29 15:00", "first Tue 29 Jul 10:00"),  # the post is open: now
        ("2008-07-29 21:59", "first Tue 29 Jul 16:59"),
        ("2008-07-29 22:00", "first Wed 30 Jul 08:00"),  # it has closed
        ("2008-08-02 15:00", "first Mon 4 Aug 08:00"),  # a Saturday
    ],
)
def test_an_immediate_cable_leaves_within_the_working_day(since: str, leaves: str) -> None:
    assert first("IMMEDIATE", since) == leaves


def test_only_who_must_act_is_woken() -> None:
    contact = replace(
        reader(Calendar(place=WASHINGTON), since=at(NIGHT), address="oakley@desk.example"),
        standing=Standing.CONTACT,
    )
    task = replace(duty(reader(since=at(NIGHT)), contact), precedence="FLASH")

    found = [(one.reader.standing, one.at) for one in reminding.reminders(task) if one.rule == "first"]

    assert found == [(Standing.POST, at(NIGHT)), (Standing.CONTACT, at("2008-07-29 12:00"))]


def test_the_reason_names_the_precedence() -> None:
    task = replace(duty(reader(since=at(NIGHT))), precedence="NIACT IMMEDIATE")

    assert reminding.reminders(task)[0].reason == (
        "first letter, at once, at any hour: the cable is NIACT IMMEDIATE"
    )


def test_what_is_due_before_the_morning_is_told_at_once_but_not_at_night() -> None:
    due_at = at("2008-07-30 13:30")  # Wednesday, 08:30 there; the letters of that day go at 08:00

    assert first("PRIORITY", "2008-07-29 23:00", due_at) == "first Wed 30 Jul 08:00"
    assert first("PRIORITY", "2008-07-30 02:00", at("2008-07-30 12:30")) == "first Wed 30 Jul 07:00"
    assert first("FLASH", "2008-07-30 02:00", at("2008-07-30 12:30")) == "first Tue 29 Jul 21:00"


def test_a_letter_that_may_go_at_any_hour_does_not_wait_for_the_morning_when_it_was_missed() -> None:
    task = replace(duty(reader(since=at(NIGHT))), precedence="FLASH")

    urgent = reminding.reminders(task)[0]

    assert reminding.sends_at(urgent, at("2008-07-29 08:00")) == at("2008-07-29 08:00")
