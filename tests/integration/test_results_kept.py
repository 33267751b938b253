"""Results that the database would not take at first: they are kept, and no letter goes twice for it."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from tests import processes
from tests.faulty_relay import FaultyRelay
from tests.mail_world import World, at, three_letters
from tests.sinks import TestSink
from tracker import worker
from tracker.domain.work_done import WorkDone
from tracker.services import bounces, outbox
from tracker.services.outbox import MessageRow
from tracker.store.tasks import Task
from tracker.worker import Worker

MORNING = at("2008-08-01 13:00")


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path, settings={"batch_size": 2})
    yield world
    world.close()


@pytest.fixture(autouse=True)
def said() -> Iterator[list[Any]]:
    """Keep what is logged: a traceback drawn for a terminal costs seconds."""
    with capture_logs() as kept:
        yield kept


def offered(world: World, smtp_url: str) -> Worker:
    """Return a worker that has written three posts' letters, and is to send them."""
    three_letters(world, smtp_url, MORNING)
    made = Worker(world.runtime, environ={})
    made.tick(worker.OFFER, made.offer)
    return made


def lose_the_database(*_: object) -> None:
    raise OperationalError("x", {}, Exception("database is locked"))


def sent_one_unrecorded(world: World, sink: TestSink) -> Worker:
    """Return a worker that lost the database when its first letter had been taken."""
    made = offered(world, sink.url)
    made.mark = lambda point: (
        lose_the_database() if point == "before-note-commit" and sink.deliveries else None
    )
    made.tick(worker.DELIVER, made.deliver)
    made.mark = lambda _point: None
    assert len(sink.deliveries) == 1
    assert {state for state, _, _ in tries(world)} == {"waiting"}
    return made


def letters(world: World) -> list[MessageRow]:
    with world.reading() as session:
        return outbox.message_rows(session)


def tries(world: World) -> list[tuple[str, int, bool]]:
    """Return each letter's state, its tries, and whether it may have gone twice."""
    return [(one.state, one.attempts, one.is_doubtful) for one in letters(world)]


@pytest.mark.parametrize("is_ended", [False, True])
def test_a_letter_whose_result_could_not_be_recorded_goes_once(
    world: World, sink: TestSink, *, is_ended: bool
) -> None:
    sender = sent_one_unrecorded(world, sink)

    if is_ended:
        sender.end()
    else:
        sender.tick(worker.DELIVER, sender.deliver)

    assert ("sent", 1, False) in tries(world)
    processes.end_leases(world)
    worker.once(world.runtime, environ={})
    assert tries(world) == [("sent", 1, False)] * 3
    assert len(sink.deliveries) == 3


def test_a_result_that_cannot_be_kept_does_not_hold_the_end_up(
    world: World, sink: TestSink, said: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = sent_one_unrecorded(world, sink)
    monkeypatch.setattr(outbox, "is_unfinished", lose_the_database)

    sender.end()

    assert said[-1]["event"] == "result_not_kept"
    assert {state for state, _, _ in tries(world)} == {"waiting"}


def test_a_result_whose_commit_was_not_heard_of_counts_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    unheard: list[str] = []
    with FaultyRelay(answers={"MAIL": "drop"}) as relay:
        sender = offered(world, relay.url)
        dialect = world.runtime.engine.dialect
        commit = dialect.do_commit

        def commit_unheard(connection: Any) -> None:
            commit(connection)
            if unheard:
                raise dialect.loaded_dbapi.OperationalError(unheard.pop())

        monkeypatch.setattr(dialect, "do_commit", commit_unheard)
        sender.mark = lambda point: unheard.append("gone") if point == "before-mail" else None
        sender.tick(worker.DELIVER, sender.deliver)
        assert [count for _, count, _ in tries(world)] == [0] * 3  # the relay went away: no try is counted
        sender.mark = lambda _point: None
        relay.answers.clear()

        sender.tick(worker.DELIVER, sender.deliver)

    assert unheard == []
    assert tries(world) == [("sent", 1, False)] * 3


def test_a_result_that_cannot_be_recorded_for_another_cause_holds_nothing_up(
    world: World, sink: TestSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError

    sender = offered(world, sink.url)
    sink.answer = "550 never"
    with monkeypatch.context() as broken:
        broken.setattr(bounces, "tell_instead", fail)
        sender.tick(worker.DELIVER, sender.deliver)
        sender.tick(worker.DELIVER, sender.deliver)
    sink.answer = "250 taken"

    sender.tick(worker.DELIVER, sender.deliver)

    assert sorted(state for state, _, _ in tries(world)) == ["sent", "waiting", "waiting"]


def test_a_lease_that_cannot_be_renewed_does_not_hang_up_on_the_relay(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_tried = threading.Event()

    def fail(*_: object, **__: object) -> None:
        is_tried.set()
        lose_the_database()

    world.settings |= {"lease_seconds": 3}
    with FaultyRelay() as relay:
        relay.before_answer = {"dot": lambda _link: is_tried.wait(60)}
        sender = offered(world, relay.url)
        monkeypatch.setattr(outbox, "keep", fail)

        sender.tick(worker.DELIVER, sender.deliver)

    assert is_tried.is_set()
    assert tries(world) == [("sent", 1, False)] * 3


class PowerCut(BaseException):
    """The process dies here."""


def test_a_letter_that_is_withdrawn_after_its_worker_died_is_said_to_have_gone_perhaps(
    world: World, sink: TestSink
) -> None:
    def die(point: str) -> None:
        if point == "after-250":
            raise PowerCut

    sender = offered(world, sink.url)
    sender.mark = die
    with pytest.raises(PowerCut):
        sender.deliver(WorkDone())
    processes.end_leases(world)
    tried = next(one for one in letters(world) if one.attempts)

    with world.transaction() as session:
        task = session.get_one(Task, tried.tasks[0])
        world.event(session, task, "declined", closed_at=world.now, status="declined")

    found = next(one for one in letters(world) if one.id == tried.id)
    assert (found.state, found.is_doubtful) == ("cancelled", True)
    assert found.words == "cancelled: the task is declined; it may have gone before"
    never_tried = [one for one in letters(world) if one.id != tried.id]
    assert not any(one.is_doubtful for one in never_tried)
