"""What health says of the worker, the relay and the letters."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.command_line import CommandLine
from tests.mail_world import World, at
from tracker.adapters.letters import Writer
from tracker.services import health, outbox, reminders
from tracker.services.health import Health
from tracker.services.message_states import utc_words
from tracker.store.messages import OutgoingMessage, Pulse


def beat(world: World, name: str = "offer", failure: str | None = None) -> None:
    with world.transaction() as session:
        health.beat(session, name, now=world.now, failure=failure)


def look(world: World) -> Health:
    with world.transaction() as session:
        return health.health(session, now=world.now, installation=world.installation)


def a_letter(world: World) -> None:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        world.task(session, world.cable(session), post)
    world.now = at("2008-08-01 13:00")
    with world.transaction() as session:
        reminders.offer(session, world.now, world.installation, write=Writer(world.runtime.settings).write)


def test_it_is_red_before_a_worker_has_run(world: World) -> None:
    found = look(world)

    assert not found.is_green
    assert found.words == "The worker, which sends the letters, has not run yet."
    assert found.is_worker_still
    assert found.last_tick_at is None


def test_it_is_green_after_a_tick(world: World) -> None:
    beat(world)

    found = look(world)

    assert (found.is_green, found.words, found.last_tick_at) == (True, "Mail goes out.", world.now)
    assert found.as_json() == {
        "green": True,
        "words": "Mail goes out.",
        "last_tick_at": "2008-08-01T11:00:00Z",
        "waiting": 0,
        "oldest_at": None,
        "failed": 0,
        "last_failure": None,
        "fault": None,
        "bouncing": 0,
        "relay": "reached",
        "warning": None,
    }


@pytest.mark.parametrize(
    "settings, warns",
    [
        ({"env": "production", "reply_domain": "replies.example"}, True),
        ({"env": "production", "reply_domain": "replies.example", "vouching_server": "mx.example"}, False),
        ({"env": "production"}, False),
        ({"env": "development", "reply_domain": "replies.example"}, False),
    ],
)
def test_it_warns_where_replies_only_wait_and_stays_green(
    sqlite_url: str, tmp_path: Path, settings: dict[str, str], *, warns: bool
) -> None:
    world = World(sqlite_url, tmp_path, settings=settings)
    beat(world)

    found = look(world)

    assert (found.is_green, found.words) == (True, "Mail goes out.")
    said = "Replies by mail do nothing but wait to be read: set TRACKER_VOUCHING_SERVER to the name of your mail server"
    assert (found.warning or "").startswith(said) is warns
    world.close()


def test_check_tells_how_the_worker_is_started(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    World(sqlite_url, tmp_path).close()
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path))
    monkeypatch.setenv("TRACKER_DATABASE_URL", sqlite_url)

    answer = CommandLine(capsys)("check")

    assert answer.code == 1
    assert answer.err.startswith(
        "The worker, which sends the letters, has not run yet. Start it: tracker work."
    )


def test_check_prints_the_warning_beside_what_it_says(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    world = World(sqlite_url, tmp_path)
    beat(world)
    world.close()
    named = {"home": str(tmp_path), "database_url": sqlite_url, "env": "production", "secret_key": "k" * 40}
    named |= {
        "base_url": "https://tracker.example",
        "reply_domain": "replies.example",
        "secure_cookies": "true",
    }
    for name, value in named.items():
        monkeypatch.setenv(f"TRACKER_{name.upper()}", value)

    answer = CommandLine(capsys)("check")

    assert (answer.code, answer.out) == (0, "Mail goes out.\n")
    assert answer.err.startswith("Replies by mail do nothing but wait to be read:")


@pytest.mark.parametrize("silence, is_green", [(230, True), (250, False)])
def test_it_is_red_before_five_minutes_without_a_tick(world: World, silence: int, *, is_green: bool) -> None:
    beat(world)
    with world.transaction() as session:
        session.execute(update(Pulse).values(real_epoch=Pulse.real_epoch - silence))

    found = look(world)

    assert found.is_green is is_green
    assert is_green or found.words == "The worker, which sends the letters, has been silent for 4 minutes."


def test_the_clock_that_people_set_makes_nobody_silent(world: World) -> None:
    beat(world)
    world.now += timedelta(days=30)

    assert look(world).is_green


def test_it_is_red_while_ticks_fail_and_green_after_a_good_one(world: World) -> None:
    beat(world)
    beat(world, failure="OperationalError: disk full")
    failing = look(world)
    beat(world)

    assert failing.words == "The worker has failed since Fri 1 Aug 2008, 11:00Z."
    assert failing.fault == failing.last_failure
    assert health.told_to_operators(failing) == (
        f"{failing.words} It said: 2008-08-01T11:00:00Z OperationalError: disk full."
    )
    assert failing.last_failure == "2008-08-01T11:00:00Z OperationalError: disk full"
    assert look(world).is_green
    assert look(world).last_failure == failing.last_failure


def test_it_says_since_when_ticks_fail_and_what_the_last_one_said(world: World) -> None:
    beat(world)
    beat(world, failure="disk full")
    since = world.now
    world.now += timedelta(hours=1)
    beat(world, failure="still full")
    failing = look(world)
    beat(world)
    world.now += timedelta(hours=1)
    beat(world, failure="full again")

    assert failing.words.endswith(f"since {utc_words(since)}.")
    assert failing.fault == "2008-08-01T12:00:00Z still full"
    assert look(world).words.endswith(f"since {utc_words(world.now)}.")


def test_a_first_tick_that_fails_is_no_sign_of_life(world: World) -> None:
    beat(world, failure="x")

    assert "has not run yet" in look(world).words


def test_it_is_red_while_the_relay_is_away(world: World) -> None:
    beat(world)
    a_letter(world)
    with world.transaction() as session:
        outbox.relay_is_down(session, "connection refused", now=world.now, next_try=timedelta(minutes=1))

    found = look(world)

    assert not found.is_green
    assert found.words == (
        "The mail system cannot be reached: connection refused. It is tried again by itself. 1 letter waiting."
    )
    assert (found.waiting, found.oldest_at) == (1, at("2008-08-01 13:00"))
    assert found.last_failure == "letter 1: connection refused"


def test_letters_that_failed_are_counted(world: World) -> None:
    beat(world)
    a_letter(world)
    with world.transaction() as session:
        session.execute(update(OutgoingMessage).values(state="failed", error="550 no such user"))

    found = look(world)

    assert found.is_green
    assert (found.words, found.failed) == ("Mail goes out. 1 letter failed.", 1)
    assert found.last_failure == "letter 1: 550 no such user"
