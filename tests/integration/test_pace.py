"""How fast letters go: a relay's limits kept by all workers together, turns between posts, a spread morning."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.mail_world import World, at, messages, offer
from tests.sinks import TestSink
from tracker import worker
from tracker.services import outbox
from tracker.store.messages import DeliveryAttempt, OutgoingMessage

MORNING = at("2008-08-01 14:00")


@pytest.fixture
def world(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[World]:
    world = World(database_url, tmp_path, smtp_url=sink.url)
    yield world
    world.close()


def letters(world: World, *posts: str, **values: object) -> None:
    """Owe each post a letter for each time it is named, to an officer of its own."""
    with world.transaction() as session:
        cable, rows = world.cable(session), {}
        for n, name in enumerate(posts):
            rows[name] = rows.get(name) or world.post(session, f"AMEMBASSY {name}")
            owner = world.officer(session, f"{name.lower()}{n}")
            world.task(session, cable, rows[name], owner_id=owner.id, **values)
    world.now = MORNING


def under(world: World, **settings: int) -> None:
    world.close()
    world.settings = settings
    world.__post_init__()


def go_on(world: World, seconds: float) -> None:
    """Let so many seconds pass on the database's clock, for the tries that were made."""
    with world.transaction() as session:
        session.execute(update(DeliveryAttempt).values(real_epoch=DeliveryAttempt.real_epoch - seconds))


def sent(world: World) -> int:
    return sum(state == "sent" for _, state, _ in messages(world))


def test_no_more_go_in_a_minute_than_the_relay_takes_whichever_worker_sends(world: World) -> None:
    letters(world, *["LIMA"] * 5)
    under(world, most_a_minute=2)

    counts = []
    for seconds in (0, 30, 31, 61):
        go_on(world, seconds)
        worker.once(world.runtime, environ={})
        counts.append(sent(world))

    assert counts == [2, 2, 4, 5]
    with world.transaction() as session:
        assert {one.lease_until for one in session.scalars(select(OutgoingMessage))} == {0.0}


def test_no_more_go_in_a_day_than_the_relay_takes(world: World) -> None:
    letters(world, *["LIMA"] * 3)
    under(world, most_a_day=2)

    worker.once(world.runtime, environ={})
    go_on(world, 3600)
    worker.once(world.runtime, environ={})
    before = sent(world)
    go_on(world, 24 * 3600)
    worker.once(world.runtime, environ={})

    assert (before, sent(world)) == (2, 3)


def test_posts_take_turns_where_all_is_due_at_once(world: World) -> None:
    due_at = at("2008-08-06 22:00")
    letters(world, "LIMA", "LIMA", "LIMA", "QUITO", "QUITO", "TOKYO", due_at=due_at)
    offer(world)

    with world.transaction() as session:
        held = outbox.claim(session, now=world.now, limit=50, lease_seconds=90)
        readers = [session.get_one(OutgoingMessage, one.id).recipient for one in held]
    posts = ["".join(c for c in who.partition("@")[0] if c.isalpha()) for who in readers]

    assert posts == ["lima", "quito", "tokyo", "lima", "quito", "lima"]


def test_what_is_due_first_goes_first(world: World) -> None:
    letters(world, "LIMA", "LIMA", due_at=at("2008-08-06 22:00"))
    letters_more(world)
    offer(world)

    with world.transaction() as session:
        first = outbox.claim(session, now=world.now, limit=1, lease_seconds=90)[0]
        assert session.get_one(OutgoingMessage, first.id).recipient == "urgent@officers.example"


def letters_more(world: World) -> None:
    world.now = at("2008-08-01 11:00")
    with world.transaction() as session:
        cable, post = world.cable(session, "STATE 900734"), world.post(session, "AMEMBASSY CAIRO")
        owner = world.officer(session, "urgent")
        world.task(session, cable, post, owner_id=owner.id, due_at=at("2008-08-04 15:00"))
    world.now = MORNING


@pytest.mark.parametrize(
    "values, is_spread",
    [({}, True), ({"due_at": at("2008-08-01 20:00")}, False), ({"precedence": "IMMEDIATE"}, False)],
)
def test_a_morning_is_spread_but_for_what_presses(
    world: World, values: dict[str, object], *, is_spread: bool
) -> None:
    letters(world, "LIMA", "LIMA", "LIMA", **values)
    under(world, spread_minutes=30)
    offer(world)

    worker.once(world.runtime, environ={})
    at_once = sent(world)
    world.now = MORNING + timedelta(minutes=30)
    worker.once(world.runtime, environ={})

    assert at_once < 3 if is_spread else at_once == 3
    assert sent(world) == 3
