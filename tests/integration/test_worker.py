"""The worker in this process: what one run does, and how ticks fail and end."""

import os
import signal
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from tests.faulty_relay import FaultyRelay
from tests.mail_world import World, at, messages, three_letters
from tests.sinks import TestSink
from tracker import worker
from tracker.domain.work_done import WorkDone
from tracker.services import health, outbox
from tracker.services.health import Health
from tracker.settings import Settings
from tracker.store.messages import OutgoingMessage, Pulse
from tracker.worker import Circuit, Worker

MORNING = at("2008-08-01 13:00")


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path, settings={"batch_size": 2, "tick_seconds": 1})
    yield world
    world.close()


def states(world: World) -> list[str]:
    return [state for _, state, _ in messages(world)]


def test_one_run_writes_and_sends_what_is_owed_and_the_next_has_nothing_to_do(
    world: World, sink: TestSink
) -> None:
    three_letters(world, sink.url, MORNING)

    done = [worker.once(world.runtime, environ={}).words for _ in range(2)]

    assert done == ["Letters: 3 written, 3 sent.", "Letters: nothing to do."]
    assert len(sink.mails) == 3
    assert {one.recipients[0] for one in sink.deliveries} == {
        "mexico@posts.example", "lima@posts.example", "quito@posts.example",
    }  # fmt: skip


def test_a_closed_port_is_shown_and_after_it_opens_each_letter_goes_once(
    world: World, sink: TestSink
) -> None:
    three_letters(world, sink.url, MORNING)
    sink.stop()

    closed = worker.once(world.runtime, environ={})
    with world.transaction() as session:
        shown = outbox.message_rows(session)
    sink.start()
    opened = worker.once(world.runtime, environ={})
    worker.once(world.runtime, environ={})

    assert closed.relay == "the relay refused the connection"
    assert closed.words == (
        "Letters: 3 written. The mail system cannot be reached: the relay refused the connection."
    )
    assert {(one.state, one.attempts, one.error) for one in shown} == {
        ("waiting", 0, "the relay refused the connection")
    }
    assert all(one.next_try_at == MORNING + timedelta(seconds=5) for one in shown)
    assert (opened.sent, len(sink.mails)) == (3, 3)


def test_a_relay_that_goes_away_in_mid_queue_burns_no_try(world: World) -> None:
    with FaultyRelay() as relay:
        three_letters(world, relay.url, MORNING)
        hung_up = Worker(world.runtime, environ={})
        hung_up.mark = lambda point: relay.answers.update({"MAIL": "drop"}) if point == "after-250" else None
        done = WorkDone()
        hung_up.offer(done)
        hung_up.deliver(done)

        assert (done.sent, sorted(states(world))) == (1, ["sent", "waiting", "waiting"])
        with world.transaction() as session:
            assert sorted(one.attempts for one in outbox.message_rows(session)) == [0, 0, 1]

        relay.answers.clear()
        assert worker.once(world.runtime, environ={}).sent == 2
    assert len(relay.taken) == 3


def test_each_answer_is_counted_and_kept(world: World, sink: TestSink) -> None:
    three_letters(world, sink.url, MORNING)

    sink.answer = "451 later"
    later = worker.once(world.runtime, environ={})
    world.now += timedelta(hours=1)
    sink.answer = "550 never"
    failed = worker.once(world.runtime, environ={})

    assert (later.words, failed.words) == (
        "Letters: 3 written, 3 to be tried again.",
        "Letters: 3 failed.",
    )
    assert states(world) == ["failed"] * 3


def test_a_broken_link_after_the_dot_is_counted_as_doubt(world: World) -> None:
    with FaultyRelay(answers={"dot": "drop"}) as relay:
        three_letters(world, relay.url, MORNING)

        done = worker.once(world.runtime, environ={})

    assert done.words == "Letters: 3 written, 3 in doubt."


@pytest.mark.parametrize(
    ("tries_put_off", "doubts", "ends"), [(3, 2, "waiting"), (3, 3, "failed"), (0, 3, "failed")]
)
def test_tries_that_were_put_off_do_not_count_as_doubts(
    world: World, tries_put_off: int, doubts: int, ends: str
) -> None:
    with FaultyRelay(answers={"RCPT": "451 4.7.1 later"}) as relay:
        three_letters(world, relay.url, MORNING)
        for number in range(tries_put_off + doubts):
            if number == tries_put_off:
                relay.answers = {"dot": "drop"}
            worker.once(world.runtime, environ={})
            world.now += timedelta(hours=2)

    assert states(world) == [ends] * 3


def test_a_worker_told_to_end_finishes_the_letter_in_hand_and_gives_back_the_rest(
    world: World, sink: TestSink
) -> None:
    three_letters(world, sink.url, MORNING)
    ending = Worker(world.runtime, environ={})
    ending.mark = lambda point: ending.stopping.set() if point == "after-250" else None

    ending.offer(WorkDone())
    ending.deliver(WorkDone())

    assert (len(sink.mails), sorted(states(world))) == (1, ["sent", "waiting", "waiting"])
    assert worker.once(world.runtime, environ={}).sent == 2  # nothing is left under a lease


def test_a_result_that_comes_too_late_is_dropped(world: World, sink: TestSink) -> None:
    three_letters(world, sink.url, MORNING)
    slow = Worker(world.runtime, environ={})

    def another_takes_it(point: str) -> None:
        if point == "after-250":
            with world.transaction() as session:
                session.execute(update(OutgoingMessage).values(token=OutgoingMessage.token + 1))

    slow.mark = another_takes_it
    slow.offer(WorkDone())
    slow.deliver(WorkDone())

    assert "sent" not in states(world)


def test_a_tick_that_fails_is_kept_for_people_and_the_next_goes_on(world: World) -> None:
    ticking = Worker(world.runtime, environ={})

    def fail(_done: WorkDone) -> None:
        raise OSError("no space\nleft")

    ticking.tick(worker.OFFER, ticking.offer)
    ticking.tick(worker.DELIVER, fail)

    with world.transaction() as session:
        found = health.health(session, now=world.now, installation=world.installation)
    assert found.words == "The worker has failed since Fri 1 Aug 2008, 11:00Z."
    assert found.fault == "2008-08-01T11:00:00Z OSError: no space left"


def test_a_failure_that_cannot_even_be_kept_does_not_end_the_worker(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking = Worker(world.runtime, environ={})

    def fail(*_: object, **__: object) -> None:
        raise OperationalError("x", {}, Exception("the database is gone"))

    monkeypatch.setattr(health, "beat", fail)
    ticking.tick(worker.OFFER, ticking.offer)

    with world.transaction() as session:
        assert not health.health(session, now=world.now, installation=world.installation).is_green


def test_a_tick_after_the_end_does_nothing(world: World, sink: TestSink) -> None:
    three_letters(world, sink.url, MORNING)
    ended = Worker(world.runtime, environ={})
    ended.stopping.set()

    ended.tick(worker.OFFER, ended.offer)

    assert states(world) == []


def test_a_long_queue_shows_signs_of_life_on_the_way(world: World, sink: TestSink) -> None:
    three_letters(world, sink.url, MORNING)
    seconds = [0.0]
    busy = Worker(world.runtime, environ={}, monotonic=lambda: seconds[0])
    busy.deliver(WorkDone())
    seconds[0] += worker.BEAT_SECONDS + 1
    later = world.now + timedelta(minutes=1)
    with world.transaction() as session:
        busy.beat_now_and_then(session, later)
        busy.beat_now_and_then(session, later + timedelta(days=1))  # too soon for another

    with world.transaction() as session:
        found = health.health(session, now=world.now, installation=world.installation)
    assert found.last_tick_at == later


def signs(world: World) -> dict[str, float]:
    """Return when each tick last gave a sign of life, on the database's clock."""
    with world.reading() as session:
        return {one.name: one.real_epoch for one in session.scalars(select(Pulse))}


def test_ticks_with_nothing_to_do_give_a_sign_of_life_twice_a_minute_and_when_the_clock_is_set(
    world: World,
) -> None:
    seconds = [0.0]
    idle = Worker(world.runtime, environ={}, monotonic=lambda: seconds[0])

    def signs_at(moment: float) -> dict[str, float]:
        seconds[0] = moment
        idle.offer(WorkDone())
        idle.deliver(WorkDone())
        return signs(world)

    first, soon, later = signs_at(0.0), signs_at(29.0), signs_at(31.0)
    world.now += timedelta(days=1)
    on_another_day = signs_at(32.0)

    assert first == soon
    assert set(first) == {worker.OFFER, worker.DELIVER}
    for before, after in ((first, later), (later, on_another_day)):
        assert all(before[name] < after[name] for name in first)


def test_a_good_tick_after_a_failed_one_says_so_at_once(world: World) -> None:
    ticking = Worker(world.runtime, environ={})
    ticking.tick(worker.OFFER, ticking.offer)
    ticking.tick(worker.DELIVER, ticking.deliver)
    ticking.tick(worker.DELIVER, lambda _done: lose_the_database())
    assert not health_of(world).is_green

    ticking.tick(worker.DELIVER, ticking.deliver)

    assert health_of(world).is_green


def lose_the_database() -> None:
    raise OperationalError("x", {}, Exception("database is locked"))


def health_of(world: World) -> Health:
    with world.reading() as session:
        return health.health(session, now=world.now, installation=world.installation)


def test_the_worker_ticks_until_it_is_told_to_end(world: World, sink: TestSink) -> None:
    three_letters(world, sink.url, MORNING)
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def end_when_sent() -> None:
        while len(sink.mails) < 3:
            threading.Event().wait(0.01)
        os.kill(os.getpid(), signal.SIGTERM)

    helper = threading.Thread(target=end_when_sent)
    helper.start()
    try:
        worker.run(world.runtime, environ={})
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    helper.join()

    assert states(world) == ["sent"] * 3


def test_a_circuit_waits_longer_each_time_and_forgets_when_it_works() -> None:
    moments = [0.0]
    circuit = Circuit(monotonic=lambda: moments[0])

    waits = [circuit.failed().total_seconds() for _ in range(6)]

    assert waits == [5, 10, 20, 40, 60, 60]
    assert not circuit.is_open_for_use
    moments[0] = 60.0
    assert circuit.is_open_for_use
    circuit.failed()
    circuit.worked()
    assert circuit.is_open_for_use


def test_a_worker_does_not_knock_again_before_its_time(world: World) -> None:
    three_letters(world, "smtp://127.0.0.1:9", MORNING)
    away = Worker(world.runtime, environ={})
    done = WorkDone()
    away.offer(done)
    away.deliver(done)
    again = WorkDone()

    away.deliver(again)

    assert (done.relay, again.relay) == ("the relay refused the connection", None)


@pytest.mark.parametrize(
    "env, variable, killed_at",
    [
        ("development", "after-250", ["after-250"]),
        ("development", "after-250:2", ["after-250", "after-250"]),
        ("development", "after-250:1:STOP", ["after-250"]),
        ("development", "", []),
        ("production", "after-250", []),
    ],
)
def test_a_named_point_kills_outside_production_only(
    env: str, variable: str, killed_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kills: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _pid, number: kills.append(number))
    mark = worker.fault_mark(Settings(env=env), {worker.FAULT_VARIABLE: variable})

    for point in ("before-data", *killed_at):
        mark(point)

    wanted = signal.SIGSTOP if variable.endswith("STOP") else signal.SIGKILL
    assert kills == ([wanted] if killed_at else [])
