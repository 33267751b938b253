"""Many letters owed at once: written some at a time, and still one letter a reader."""

import itertools
import threading
from collections import Counter

import pytest

from tests.mail_world import World, at, messages, offer
from tests.sinks import TestSink
from tracker import turns
from tracker.domain.work_done import WorkDone
from tracker.services import morning_parts
from tracker.worker import Worker

MORNING = at("2008-08-01 13:00")


def owe(world: World) -> None:
    """Give three officers two tasks each, and a post three, all with a first letter this morning."""
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        owners = [world.officer(session, f"officer{n}").id for n in range(3)]
        for n in range(9):
            cable = world.cable(session, f"STATE 9007{n:02d}")
            world.task(session, cable, post, owner_id=owners[n % 3] if n < 6 else None)
    world.now = MORNING


def test_all_of_one_readers_asks_stand_in_one_letter_though_they_are_written_in_parts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(morning_parts, "FIRST_AT_ONCE", 2)
    owe(world)

    written = []
    while not written or written[-1]:
        written.append(offer(world))

    assert sum(written) == 4
    assert len(written) > 2
    assert sorted(messages(world)) == [
        ("mexico@posts.example", "waiting", None),
        *((f"officer{n}@officers.example", "waiting", None) for n in range(3)),
    ]


def test_a_readers_asks_are_not_divided_where_a_part_is_full_and_its_letters_have_gone(
    world: World, sink: TestSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(morning_parts, "FIRST_AT_ONCE", 2)
    monkeypatch.setattr(morning_parts, "SAME_CABLES_AT_ONCE", 5)
    world.smtp_url = sink.url
    world.__post_init__()
    with world.transaction() as session:
        post, cables = (
            world.post(session, "AMEMBASSY MEXICO"),
            [world.cable(session), world.cable(session, "STATE 2")],
        )
        owners = [world.officer(session, f"officer{n}").id for n in range(4)]
        for n in range(16):
            world.task(session, cables[n % 4 // 3], post, owner_id=owners[n // 4])
    world.now = MORNING
    written = []
    while not written or written[-1]:
        written.append(offer(world))
        Worker(world.runtime, environ={}).deliver(WorkDone())

    assert written == [2, 2, 0]
    assert Counter(one.recipients for one in sink.deliveries) == {
        (f"officer{n}@officers.example",): 1 for n in range(4)
    }


class Waits(threading.Event):
    """An end that never comes, and keeps how long it was waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[float | None] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.waited.append(timeout)
        return False


def test_who_writes_many_parts_stands_back_between_them_where_there_is_one_writer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(morning_parts, "FIRST_AT_ONCE", 2)
    owe(world)
    seconds, passed = itertools.count(), []
    slow = Worker(world.runtime, environ={}, monotonic=lambda: float(next(seconds)))
    slow.stopping = waits = Waits()
    slow.mark = lambda point: passed.append(point) if point == "after-offer-commit" else None

    slow.offer(WorkDone())

    assert len(passed) > 2
    assert waits.waited == ([turns.BREATH] * len(passed) if turns.is_shared(world.runtime.engine) else [])


def test_one_process_writes_at_a_time_and_the_others_leave_it_to_that_one(world: World) -> None:
    owe(world)
    other = Worker(world.runtime, environ={})
    meanwhile, after = WorkDone(), WorkDone()

    with turns.alone(world.runtime.engine):
        other.offer(meanwhile)
    other.offer(after)

    assert meanwhile.offered + after.offered == 4
    assert meanwhile.offered == (0 if turns.is_shared(world.runtime.engine) else 4)
