"""Clocks that jump, change for summer, or stand still for two days: each reminder once, none lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from tests.fault.account import Account, reconcile
from tests.mail_world import World, at
from tests.sinks import TestSink
from tracker import worker
from tracker.domain.workdays import moment_of
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task

FIRST, LAST = date(2026, 1, 1), date(2036, 12, 31)
HOUR = timedelta(hours=1)


@pytest.fixture
def world(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[World]:
    world = World(database_url, tmp_path, smtp_url=sink.url)
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        for n in range(3):
            world.task(session, cable, post, owner_id=world.officer(session, f"officer{n}").id)
    yield world
    world.close()


def work_at(world: World, moment: datetime) -> None:
    world.now = moment
    worker.once(world.runtime, environ={})


def account_of(world: World, sink: TestSink) -> Account:
    found = reconcile(world, [one.data for one in sink.deliveries]).check()
    assert (found.copies, found.waiting, found.failed) == (0, 0, 0)
    return found


def planned(world: World) -> int:
    """Return how many reminders are still to come."""
    with world.reading() as session:
        return session.scalar(select(func.count(Task.id)).where(Task.next_moment_at.is_not(None))) or 0


def test_a_clock_that_jumps_two_hours_forth_and_back_loses_and_doubles_nothing(
    world: World, sink: TestSink
) -> None:
    moment, end, jumps = at("2008-08-01 06:00"), at("2008-08-09 06:00"), (2, -2, 0, -2, 2)

    for step in range(int((end - moment) / HOUR)):
        work_at(world, moment + HOUR * (step + jumps[step % len(jumps)]))

    steady = [rule for rule, _ in told(world)]
    assert steady == ["first", "before-1", "due", "after-1"]
    assert {count for _, count in told(world)} == {3}
    assert account_of(world, sink).letters == 12


def told(world: World) -> list[tuple[str, int]]:
    with world.reading() as session:
        rows = session.execute(
            select(ReminderSlot.rule, func.count())
            .where(ReminderSlot.reason.is_(None))
            .group_by(ReminderSlot.rule)
            .order_by(func.min(ReminderSlot.moment_at))
        )
        return [(rule, count) for rule, count in rows]


def test_two_days_without_a_worker_are_made_good_once_and_none_is_dropped(
    world: World, sink: TestSink
) -> None:
    work_at(world, at("2008-08-01 12:00"))  # the first letters go; then all stands still from Tuesday
    work_at(world, at("2008-08-07 13:00"))  # the day before, the due day and the first day late have passed

    found = account_of(world, sink)

    assert found.letters == 3 + 3
    with world.reading() as session:
        slots = session.scalars(select(ReminderSlot).order_by(ReminderSlot.id)).all()
        late = session.scalars(select(OutgoingMessage.subject).order_by(OutgoingMessage.id)).all()[3:]
    assert found.due == len(slots) == 3 * 4
    assert [one.rule for one in slots if one.reason is None] == ["first"] * 3 + ["after-1"] * 3
    assert {one.reason for one in slots if one.rule in ("before-1", "due")} == {
        "missed; told in the later letter"
    }
    assert all("late by 1 working day" in subject for subject in late)
    work_at(world, at("2008-08-07 14:00"))
    assert len(sink.deliveries) == 6
    assert planned(world) == 3


# --- the hour on a reader's own clock, in every zone and at every change of it ---


@cache
def zones() -> list[str]:
    return sorted(available_timezones() - {"localtime"})


@cache
def changes(zone: str) -> tuple[date, ...]:
    """Return the days on which the zone's clocks change."""
    weeks = range(0, (LAST - FIRST).days, 7)
    days = (FIRST + timedelta(days=n) for n in weeks)
    changed = [day for day in days if _noon(day, zone) != _noon(day + timedelta(days=7), zone)]
    around = (day + timedelta(days=n) for day in changed for n in range(1, 8))
    return tuple(day for day in around if _noon(day, zone) != _noon(day - timedelta(days=1), zone))


def _noon(day: date, zone: str) -> timedelta | None:
    return datetime.combine(day, time(12), tzinfo=ZoneInfo(zone)).utcoffset()


@given(st.data())
def test_each_local_hour_comes_exactly_once_in_every_zone(data: st.DataObject) -> None:
    zone = data.draw(st.sampled_from(zones()))
    days = changes(zone)
    change = data.draw(st.sampled_from(days) if days else st.dates(FIRST, LAST - timedelta(days=3)))
    hour = data.draw(st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0)))
    around = [change + timedelta(days=n) for n in range(-2, 3)]

    moments = [moment_of(day, hour, zone) for day in around]

    assert moments == sorted(set(moments))  # one firing a day, in the order of the days
    for day, moment in zip(around, moments, strict=True):
        shown = moment.astimezone(ZoneInfo(zone))
        if is_real(day, hour, zone):
            assert (shown.date(), shown.time(), shown.fold) == (day, hour, 0)
        else:
            assert shown.replace(tzinfo=None) > datetime.combine(day, hour)
            assert not is_real(*earlier(shown), zone)


def earlier(shown: datetime) -> tuple[date, time]:
    """Return the wall's minute before: one that the change left out."""
    before = shown.replace(tzinfo=None) - timedelta(minutes=1)
    return before.date(), before.time()


def is_real(day: date, hour: time, zone: str) -> bool:
    """Return whether the zone's clocks show this hour on this day."""
    local = datetime.combine(day, hour, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == datetime.combine(
        day, hour
    )
