"""Real worker processes on real databases: each reminder once, whatever the relay and the workers do."""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests import processes
from tests.mail_world import World, at
from tests.sinks import TestSink
from tracker.clock import SharedClock

OFFICERS = 20
MORNINGS = (
    "2008-08-01 12:00",
    "2008-08-05 12:00",
    "2008-08-06 12:00",
    "2008-08-07 12:00",
    "2008-08-11 12:00",
)


@pytest.fixture
def world(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[World]:
    world = World(database_url, tmp_path, smtp_url=sink.url)
    yield world
    world.close()


def owed_to(world: World, officers: int) -> None:
    """Give so many officers a task each; their letters fall to 08:00 in Washington."""
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        for n in range(officers):
            owner = world.officer(session, f"officer{n:02d}")
            world.task(session, cable, post, owner_id=owner.id)


def test_two_workers_send_a_hundred_reminders_a_hundred_times(world: World, sink: TestSink) -> None:
    owed_to(world, OFFICERS)
    clock = SharedClock(world.runtime.settings.home / "clock")

    with processes.workers(world, 2):
        for n, morning in enumerate(MORNINGS, 1):
            clock.set(at(morning))
            processes.wait_until(lambda n=n: len(sink.deliveries) >= n * OFFICERS)

    assert len(sink.deliveries) == OFFICERS * len(MORNINGS) == 100
    names = Counter(str(mail["Message-ID"]) for mail in sink.mails)
    assert set(names.values()) == {1}
    per_reader = Counter(one.recipients for one in sink.deliveries)
    assert set(per_reader.values()) == {len(MORNINGS)}
    assert processes.count_in_state(world, "sent") == 100


def test_a_closed_port_loses_and_doubles_nothing(world: World, sink: TestSink) -> None:
    owed_to(world, 1)
    world.now = at(MORNINGS[0])
    sink.stop()

    closed = processes.once(world)
    sink.start()
    opened = [processes.once(world).stdout for _ in range(2)]

    assert "Letters: 1 written. The mail system cannot be reached" in closed.stdout
    assert opened == ["Letters: 1 sent.\n", "Letters: nothing to do.\n"]
    assert len(sink.deliveries) == 1


def test_days_without_a_worker_are_made_good_in_one_letter(world: World, sink: TestSink) -> None:
    owed_to(world, 1)
    world.now = at(MORNINGS[3]) + timedelta(hours=1)

    processes.once(world)

    assert [mail["Subject"] for mail in sink.mails] == [
        "Mexico City: Report host government's response - late by 1 working day (due Wed 6 Aug, COB)"
    ]


def test_a_worker_that_slept_past_its_lease_does_not_send_what_another_has_sent(
    world: World, sink: TestSink
) -> None:
    owed_to(world, 1)
    world.now = at(MORNINGS[0])
    sleeper = processes.start(
        world, processes.ONCE, TRACKER_TEST_FAULT_AT="before-rcpt:1:STOP", TRACKER_LEASE_SECONDS="1"
    )
    os.waitid(os.P_PID, sleeper.pid, os.WSTOPPED | os.WNOWAIT)
    asleep_since = time.monotonic()

    processes.end_leases(world)
    processes.once(world)
    processes.wait_until(lambda: time.monotonic() > asleep_since + 1)
    sleeper.send_signal(signal.SIGCONT)

    assert sleeper.wait(processes.PATIENCE) == 0
    assert len(sink.deliveries) == 1
    assert processes.count_in_state(world, "sent") == 1
