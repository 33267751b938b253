"""Workers put to sleep past their lease: another takes over, and the sleeper can neither send nor record.

`make fault` does so five hundred times; FAULT_PAUSES says otherwise.
"""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import processes
from tests.fault.yard import READERS, Yard, a_yard
from tests.sinks import TestSink

# At the first four a sleeper's letter has not gone yet; past the dot it may go twice, and is marked.
POINTS = ("after-note-commit", "before-mail", "before-rcpt", "before-data", "after-dot", "after-250")
SAFE = 4
PAUSES = int(os.environ.get("FAULT_PAUSES", "500"))
LEASE = 1.0  # seconds, of the sleepers


@pytest.fixture
def yard(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[Yard]:
    with a_yard(database_url, tmp_path, sink) as made:
        yield made


def state_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def one_at_each_point(yard: Yard) -> None:
    """Put a worker with a letter of its own to sleep at each of three points, take over, and wake them."""
    yard.owe()
    sleepers = []
    points = [POINTS[(yard.counts["pauses"] + n) % len(POINTS)] for n in range(READERS)]
    for point in points:
        variables = {"TRACKER_LEASE_SECONDS": "1", "TRACKER_BATCH_SIZE": "1", "VICTIM_BEGIN": "1"}
        sleepers.append(yard.work(f"{point}:1:STOP", **variables))
        processes.wait_until(lambda pid=sleepers[-1]: state_of(pid) in "TZ")
    threading.Event().wait(LEASE)  # their own clocks must show that their leases are over
    processes.end_leases(yard.world)
    assert yard.work() == 0
    for pid in sleepers:
        os.kill(pid, signal.SIGCONT)
    assert [yard.work(VICTIM_WAIT=str(pid)) for pid in sleepers] == [0] * READERS
    yard.counts["pauses"] += READERS
    yard.counts["past the dot"] += sum(POINTS.index(point) >= SAFE for point in points)


def check(yard: Yard, pauses: int) -> str:
    while yard.counts["pauses"] < pauses:
        one_at_each_point(yard)
    account = yard.account()
    assert account.copies <= yard.counts["past the dot"]
    return f"{yard.counts['pauses']} pauses: {account.words}"


def test_a_worker_that_slept_too_long_neither_sends_nor_records(yard: Yard) -> None:
    check(yard, len(POINTS))


@pytest.mark.fault
def test_five_hundred_sleepers_change_nothing(yard: Yard, capsys: pytest.CaptureFixture[str]) -> None:
    words = check(yard, PAUSES)

    with capsys.disabled():
        print(f"\n{words}")
