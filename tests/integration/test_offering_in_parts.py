"""Many letters owed at once: written some at a time, and still one letter a reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mail_world import World, at, messages, offer
from tracker.services import reminders

MORNING = at("2008-08-01 13:00")


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path)
    yield world
    world.close()


def test_all_of_one_readers_asks_stand_in_one_letter_though_they_are_written_in_parts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "OFFERED_AT_ONCE", 2)
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        owners = [world.officer(session, f"officer{n}").id for n in range(3)]
        for n in range(9):
            cable = world.cable(session, f"STATE 9007{n:02d}")
            world.task(session, cable, post, owner_id=owners[n % 3] if n < 6 else None)
    world.now = MORNING

    written = []
    while not written or written[-1]:
        written.append(offer(world))

    assert sum(written) == 4
    assert len(written) > 2
    assert sorted(messages(world)) == [
        ("mexico@posts.example", "waiting", None),
        *((f"officer{n}@officers.example", "waiting", None) for n in range(3)),
    ]
