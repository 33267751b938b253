"""Many schedulers and many workers on one database: each reminder once.

`make fault` takes 4 schedulers, 8 workers and 10,000 reminders; FAULT_MANY says how many otherwise.
"""

import os
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import processes
from tests.fault.account import reconcile
from tests.mail_world import World, at
from tests.sinks import TestSink
from tracker.domain.work_done import WorkDone
from tracker.worker import Worker

MORNING = at("2008-08-01 12:00")
SCHEDULERS, WORKERS = 4, 8
MANY = int(os.environ.get("FAULT_MANY", "10000"))


@pytest.fixture
def world(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[World]:
    world = World(database_url, tmp_path, smtp_url=sink.url)
    yield world
    world.close()


def owe(world: World, readers: int, each: int = 1) -> None:
    """Give so many officers so many tasks each, all of whose first letters fall to one morning."""
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        for n in range(readers):
            owner = world.officer(session, f"officer{n:05d}")
            for _ in range(each):
                world.task(session, cable, post, owner_id=owner.id)
    world.now = MORNING


def together(world: World, schedulers: int, workers: int) -> None:
    """Let so many schedulers and workers do all there is to do, each a worker of its own."""
    is_offered = threading.Event()

    def offering() -> None:
        Worker(world.runtime, environ={}).offer(WorkDone())

    def delivering() -> None:
        mine = Worker(world.runtime, environ={})
        while not is_offered.is_set():
            mine.deliver(WorkDone())
        mine.deliver(WorkDone())

    with ThreadPoolExecutor(schedulers + workers) as pool:
        delivers = [pool.submit(delivering) for _ in range(workers)]
        offers = [pool.submit(offering) for _ in range(schedulers)]
        for one in offers:
            one.result()
        offering()  # those that found another offering have left the rest to it
        is_offered.set()
        for one in delivers:
            one.result()


def check(world: World, sink: TestSink, reminders: int, letters: int) -> str:
    account = reconcile(world, [one.data for one in sink.deliveries]).check()
    assert (account.due, account.sent, account.letters, account.copies) == (reminders, reminders, letters, 0)
    assert set(Counter(one.recipients for one in sink.deliveries).values()) == {1}
    return account.words


def test_many_schedulers_and_workers_remind_each_reader_once(world: World, sink: TestSink) -> None:
    owe(world, readers=30, each=2)

    together(world, SCHEDULERS, WORKERS)

    check(world, sink, reminders=60, letters=30)


@pytest.mark.fault
def test_ten_thousand_reminders_go_once(
    world: World, sink: TestSink, capsys: pytest.CaptureFixture[str]
) -> None:
    owe(world, readers=MANY // 4, each=4)

    with processes.workers(world, WORKERS), capsys.disabled():
        processes.wait_until(
            lambda: processes.count_in_state(world, "sent") >= MANY // 4, patience=600 + MANY / 5
        )
    words = check(world, sink, reminders=MANY, letters=MANY // 4)

    logged = processes.said(world)
    said = Counter(str(one["event"]) for one in logged)
    with capsys.disabled():
        print(f"\n{WORKERS} processes, each a scheduler and a worker: {words}; their logs: {dict(said)}")
    assert [one for one in logged if one["level"] != "info"] == []
