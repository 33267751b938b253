"""PostgreSQL cut off at once and started again while workers send: nothing acknowledged is lost.

A server of its own, with fsync on, so that what it called committed stands after the restart.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import databases, postgres, processes
from tests.fault.account import reconcile
from tests.mail_world import World, at
from tests.sinks import TestSink

READERS = 40
RESTARTS = int(os.environ.get("FAULT_RESTARTS", "5"))
SAFE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[postgres.Run]:
    """A PostgreSQL that may be cut off, as safe as a real one."""
    monkeypatch.delenv("TRACKER_TEST_POSTGRES", raising=False)
    try:
        postgres.find_binaries()
    except postgres.Unavailable as reason:
        pytest.skip(f"no PostgreSQL: {reason}")
    with postgres.own_server(SAFE) as run:
        yield run


def restart_while_sending(server: postgres.Run, folder: Path, sink: TestSink, restarts: int) -> str:
    with databases.postgresql(server) as url:
        world = World(url, folder, smtp_url=sink.url)
        with world.transaction() as session:
            post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
            for n in range(READERS * restarts):
                world.task(session, cable, post, owner_id=world.officer(session, f"officer{n:04d}").id)
        world.now = at("2008-08-01 12:00")
        with processes.workers(world, 2, TRACKER_LEASE_SECONDS="5"):
            for n in range(restarts):
                processes.wait_until(lambda n=n: len(sink.deliveries) > n * READERS)
                postgres.restart_at_once(server)
            processes.wait_until(lambda: processes.count_in_state(world, "sent") == READERS * restarts)
        found = reconcile(world, [one.data for one in sink.deliveries]).check()
        world.close()
    assert found.due == found.sent == found.letters == READERS * restarts, found.words
    return f"{restarts} restarts: {found.words}"


def test_a_database_that_is_cut_off_loses_nothing(
    server: postgres.Run, tmp_path: Path, sink: TestSink
) -> None:
    restart_while_sending(server, tmp_path, sink, 1)


@pytest.mark.fault
def test_a_database_that_is_cut_off_again_and_again_loses_nothing(
    server: postgres.Run, tmp_path: Path, sink: TestSink, capsys: pytest.CaptureFixture[str]
) -> None:
    words = restart_while_sending(server, tmp_path, sink, RESTARTS)

    with capsys.disabled():
        print(f"\n{words}")
