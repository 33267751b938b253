"""The letters of any day on both databases: what went and why, what will go, Monday's letters among them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.command_line import CommandLine
from tests.mail_world import World, at, offer
from tracker.adapters.notices import NoticeWriter
from tracker.services import letter_days, notices, weekly
from tracker.services.letter_days import DayLetter
from tracker.services.reminder_plans import TooMuch
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer, RoleGrant

FRIDAY = "2008-08-01 14:00"


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """Two posts with a task each, a manager; Friday's letters went, one of them bounced."""
    made = World(database_url, tmp_path, now=at("2008-07-31 22:00"))
    with made.transaction() as session:
        cable = made.cable(session)
        for name in ("MEXICO", "LIMA"):
            made.task(
                session, cable, made.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example")
            )
        chief = made.officer(session, "chief")
        chief.grants.append(RoleGrant(role="manager"))
    offer(made, FRIDAY)
    with made.transaction() as session:
        for message in session.scalars(select(OutgoingMessage)):
            message.state, message.sent_at = "sent", made.now
            if message.recipient == "lima@posts.example":
                message.state, message.failed_at, message.error = "failed", at("2008-08-02 09:00"), "550 no"
    yield made
    made.close()


def day(world: World, words: str, **values: object) -> list[str]:
    between = at(f"{words} 00:00"), at(f"{words} 23:59:59")
    with world.transaction() as session:
        found = letter_days.gone(session, between, only_posts=values.get("only_posts"))
        found += letter_days.coming(
            session, between, now=world.now, installation=world.installation, **values
        )
    return [_words(one) for one in found]


def _words(letter: DayLetter) -> str:
    why = "; ".join(f"{one.task_id}: {one.why}" for one in letter.subjects)
    return f"{letter.at:%H:%M} {letter.to.partition('@')[0]} ({letter.result}) {why}"


def test_a_day_that_is_past_tells_what_went_and_why(world: World) -> None:
    world.now = at("2008-08-02 10:00")

    assert day(world, "2008-07-31") == []
    assert day(world, "2008-08-01") == [
        "14:00 lima (bounced Sat 2 Aug 2008, 09:00Z, 550 no) 2: first letter",
        "14:00 mexico (sent) 1: first letter",
    ]


def test_a_day_to_come_tells_what_will_go_with_mondays_letter(world: World) -> None:
    assert day(world, "2008-08-04") == ["12:00 chief (planned) None: Monday's letter to managers"]
    assert day(world, "2008-08-05") == [
        "13:00 lima (planned) 2: 1 working day before the due day",
        "13:00 mexico (planned) 1: 1 working day before the due day",
    ]


def test_who_sees_one_post_sees_its_letters_alone(world: World) -> None:
    only = frozenset({2})

    assert [words.split()[1] for words in day(world, "2008-08-01", only_posts=only)] == ["lima"]
    assert [words.split()[1] for words in day(world, "2008-08-05", only_posts=only)] == ["lima"]
    assert day(world, "2008-08-04", only_posts=only) == []
    with pytest.raises(TooMuch):
        day(world, "2008-08-05", most=1)


def test_mondays_letter_is_planned_until_it_has_gone_and_then_for_the_next(world: World) -> None:
    def mondays() -> list[str]:
        with world.transaction() as session:
            chief = session.scalars(select(Officer)).one()
            found = letter_days.plan_for(
                session, chief, now=world.now, days=10, installation=world.installation
            )
            return [f"{one.at:%d %H:%M} {one.as_json()['rule']}" for one in found]

    assert mondays() == ["04 12:00 weekly", "11 12:00 weekly"]
    world.now = at("2008-08-04 12:30")
    assert mondays() == ["04 12:30 weekly", "11 12:00 weekly"]  # it has come, and goes at once
    with world.transaction() as session:
        assert weekly.send(session, now=world.now, installation=world.installation) == 1
        notices.write_out(
            session, world.now, world.runtime.installation, write=NoticeWriter(world.runtime.settings).write
        )

    assert mondays() == ["11 12:00 weekly"]
    assert day(world, "2008-08-04") == ["12:30 chief (waiting to be sent) None: Monday's letter to managers"]


def test_the_command_shows_one_day(capsys, monkeypatch, tmp_path, database_url):
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_DATABASE_URL", database_url)
    monkeypatch.setenv("TRACKER_NOW", "2008-08-01T12:30:00Z")
    command_line = CommandLine(capsys)
    command_line(
        "users", "add", "chief", "--name", "Chief", "--email", "c@posts.example", "--zone", "America/New_York",
        "--role", "manager", "--no-password",
    )  # fmt: skip

    assert command_line("plan", "--on", "2008-08-05").out == (
        "No letter went on 2008-08-05, and none is planned for it.\n"
    )
    (letter,) = command_line("plan", "--on", "2008-08-04", "--json").objects
    assert (letter["at"], letter["result"]) == ("2008-08-04T12:00:00Z", "planned")
    assert "Monday's letter to managers" in command_line("plan", "--on", "2008-08-04").out
    assert "Monday's letter to managers" in command_line("plan").out
    assert command_line("plan", "--on", "tomorrow").code == 2
