"""A relay that takes the connection and says nothing, or thinks long about a letter: nothing of ours hangs with it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.faulty_relay import FaultyRelay
from tests.mail_world import World, at, offer
from tracker import worker
from tracker.services import health, outbox
from tracker.store.messages import OutgoingMessage

MORNING = at("2008-08-01 14:00")


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path, settings={"command_seconds": 20.0})
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY LIMA", "lima@posts.example")
        world.task(session, world.cable(session), post)
    world.now = MORNING
    offer(world)
    yield world
    world.close()


def to(world: World, relay: FaultyRelay) -> None:
    world.smtp_url = relay.url
    world.close()
    world.__post_init__()


def test_a_relay_that_says_nothing_is_given_up_and_shown(world: World) -> None:
    world.settings |= {"connect_seconds": 0.3}
    with FaultyRelay(answers={"connect": "hang"}) as relay:
        to(world, relay)

        done = worker.once(world.runtime, environ={})

    with world.transaction() as session:
        found = health.health(session, now=world.now, installation=world.installation)
    assert done.relay == "the relay did not answer in time"
    assert "The mail system cannot be reached: the relay did not answer in time." in found.words


def test_while_a_letter_is_thought_about_its_lease_is_renewed_and_no_transaction_is_open(
    world: World,
) -> None:
    answered, seen = threading.Event(), []
    world.settings |= {"lease_seconds": 3}

    def answer_when_another_has_looked(link: object) -> None:
        answered.wait(60)

    with FaultyRelay() as relay:
        relay.before_answer = {"dot": answer_when_another_has_looked}
        to(world, relay)
        sending = threading.Thread(target=lambda: worker.once(world.runtime, environ={}))
        sending.start()
        while not relay.taken:
            threading.Event().wait(0.01)
        for _ in range(16):  # longer than the lease
            threading.Event().wait(0.25)
            seen.append(looked_at(world))
        answered.set()
        sending.join(60)

    with world.transaction() as session:
        sent = session.scalars(select(OutgoingMessage)).one()
    assert seen == [(0, 0)] * 16
    assert (sent.state, sent.attempts, sent.is_doubtful) == ("sent", 1, False)


def looked_at(world: World) -> tuple[int, int]:
    """Return how many letters another worker could claim, and how many transactions stand idle."""
    with world.transaction() as session:
        claims = outbox.claim(session, now=world.now, limit=10, lease_seconds=90)
        idle = (
            session.scalar(
                text(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    " AND state LIKE 'idle in transaction%' AND clock_timestamp() - state_change > interval '1 s'"
                )
            )
            if session.get_bind().dialect.name == "postgresql"
            else 0
        )
    return len(claims), idle or 0


def test_an_answer_that_never_comes_leaves_the_letter_in_doubt(world: World) -> None:
    world.settings |= {"dot_seconds": 0.5}
    with FaultyRelay(answers={"dot": "hang"}, times=1) as relay:
        to(world, relay)

        done = worker.once(world.runtime, environ={})

    assert done.words == "Letters: 1 in doubt."
