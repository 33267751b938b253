"""Letters that cannot be delivered: shown on task and health page, told to whoever stands in, once."""

import smtplib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests import reports
from tests.faulty_relay import FaultyRelay
from tests.mail_world import World, at, messages, offer
from tests.sinks import TestSink
from tracker import worker
from tracker.cli.inbound import door_of, taken
from tracker.domain import bounces as rules
from tracker.errors import TrackerError
from tracker.services import bounces, inbox, outbox
from tracker.store.cables import SpillIncident
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import OutgoingMessage
from tracker.store.places import Post

SECRET, DOMAIN = "s" * 32, "bounces.example"
SETTINGS = {"secret_key": SECRET, "bounce_domain": DOMAIN, "inbound_url": "smtp://127.0.0.1:1"}
LIMA, STAND_IN = "lima@posts.example", "desk@posts.example"
MORNING = at("2008-08-01 14:00")


@pytest.fixture
def world(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[World]:
    """A world whose one post has a letter owed, and an address that stands in for it."""
    world = World(database_url, tmp_path, smtp_url=sink.url, settings=SETTINGS)
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY LIMA", LIMA)
        post.fallback = STAND_IN
        world.task(session, world.cable(session), post)
    world.now = MORNING
    yield world
    world.close()


def work(world: World, smtp_url: str | None = None) -> None:
    if smtp_url:
        world.close()
        world.smtp_url = smtp_url
        world.__post_init__()
    worker.once(world.runtime, environ={})


def bounce(world: World, data: bytes, message_id: int = 1) -> str:
    address = rules.address_for(message_id, secret=SECRET, domain=DOMAIN)
    return taken(world.runtime, "", address, data)


def bouncing(world: World) -> list[tuple[str, str]]:
    with world.transaction() as session:
        return [(one.address, one.words) for one in bounces.bouncing(session)]


def incoming(world: World) -> list[tuple[str, str, str | None]]:
    with world.transaction() as session:
        rows = session.scalars(select(IncomingMessage).order_by(IncomingMessage.id))
        return [(row.kind, row.state, row.text) for row in rows]


def test_a_refused_address_is_shown_and_its_stand_in_told_once(world: World) -> None:
    with FaultyRelay(answers={"RCPT": "550 5.1.1 no such user"}, times=1) as relay:
        work(world, relay.url)
        world.now += timedelta(minutes=2)
        work(world)
        work(world)

    with world.transaction() as session:
        row = outbox.message_rows(session, task_id=1)[-1]
    assert row.words == "bounced Fri 1 Aug 2008, 14:00Z, RCPT: 550 5.1.1 no such user"
    assert bouncing(world) == [(LIMA, "RCPT: 550 5.1.1 no such user")]
    assert [(who, state) for who, state, _ in messages(world)] == [(LIMA, "failed"), (STAND_IN, "sent")]
    assert f"letter to {LIMA} could not be delivered".encode() in relay.taken[0].replace(b"\r\n", b" ")


def test_each_letter_leaves_under_the_address_that_takes_its_bounces(world: World, sink: TestSink) -> None:
    work(world)

    assert rules.message_of(sink.deliveries[0].sender, secret=SECRET, domain=DOMAIN) == 1


def test_a_letter_that_comes_back_is_undelivered_and_the_stand_in_is_told_once(
    world: World, sink: TestSink
) -> None:
    work(world)
    world.now += timedelta(minutes=3)

    answers = [bounce(world, reports.report()) for _ in range(2)]
    another = bounce(world, reports.report(said="550 5.7.1 go away"))
    work(world)

    assert answers == ["250 2.0.0 taken", "250 2.0.0 skipped"]
    assert another == "250 2.0.0 taken"
    assert bouncing(world) == [(LIMA, "550 5.1.1 no such user")]
    assert [one.recipients for one in sink.deliveries] == [(LIMA,), (STAND_IN,)]
    with world.transaction() as session:
        found = session.get_one(OutgoingMessage, 1)
        assert (found.state, found.failed_at) == ("failed", world.now)


def test_an_address_that_takes_a_later_letter_does_not_bounce_any_more(world: World) -> None:
    work(world)
    bounce(world, reports.report())
    world.now = at("2008-08-05 14:00")
    work(world)

    assert bouncing(world) == []


def test_a_stand_in_that_bounces_too_is_shown_and_nobody_is_told_again(world: World) -> None:
    with FaultyRelay(answers={"RCPT": "550 5.1.1 no such user"}) as relay:
        work(world, relay.url)
        work(world)
        work(world)

    assert [one for one, _ in bouncing(world)] == [STAND_IN, LIMA]
    assert len(messages(world)) == 2


def test_automatic_answers_and_reports_of_delay_change_nothing(world: World) -> None:
    work(world)

    said = [bounce(world, data) for data in (reports.vacation(), reports.report("delayed"))]

    assert said == ["250 2.0.0 skipped"] * 2
    assert messages(world) == [(LIMA, "sent", None)]
    assert incoming(world) == [("automatic answer", "skipped", None), ("delivery report", "skipped", None)]


def test_what_a_person_writes_and_reports_of_nobodys_letter_are_held(world: World) -> None:
    said = [
        taken(world.runtime, LIMA, f"reply+x@{DOMAIN}", reports.mail()),
        taken(world.runtime, "", f"bounce+forged@{DOMAIN}", reports.report()),
        bounce(
            world, reports.report(said="550 5.1.1 gone"), message_id=77
        ),  # sent before a backup was restored
    ]

    with world.transaction() as session:
        reasons = [one.reason for one in inbox.held(session)]
    nobodys = "A delivery report at an address that is no letter's."
    assert said == ["250 2.0.0 held"] * 3
    assert reasons == [nobodys, nobodys, "It is for a person to read."]
    assert "Done, see our telegram." in (incoming(world)[0][2] or "")


def test_a_classified_text_is_refused_and_nothing_of_it_is_kept(world: World) -> None:
    said = taken(world.runtime, LIMA, f"reply+x@{DOMAIN}", reports.mail("S E C R E T\r\n\r\n1. (S) canary"))

    assert said.startswith("550 5.7.1 not accepted")
    assert incoming(world) == []
    with world.transaction() as session:
        assert session.scalars(select(SpillIncident.way_in)).all() == ["mail"]


def test_a_mail_that_cannot_be_read_is_refused(world: World) -> None:
    assert taken(world.runtime, LIMA, f"x@{DOMAIN}", b"A: " + b"x" * 70_000).startswith("552 5.3.4")


def test_a_database_that_does_not_answer_lets_the_server_try_again(world: World) -> None:
    with world.transaction() as session:
        IncomingMessage.__table__.drop(session.connection())

    assert bounce(world, reports.report()).startswith("451 4.3.0")


@pytest.mark.parametrize("scheme", ["smtp", "lmtp"])
def test_the_door_takes_mail_for_its_own_addresses_one_at_a_time(world: World, scheme: str) -> None:
    offer(world)
    with world.transaction() as session:
        session.scalars(select(OutgoingMessage)).one().state = "sent"
    world.settings = SETTINGS | {"inbound_url": f"{scheme}://127.0.0.1:0"}
    object.__setattr__(world.runtime.settings, "inbound_url", f"{scheme}://127.0.0.1:0")
    door, kind = door_of(world.runtime), {"smtp": smtplib.SMTP, "lmtp": smtplib.LMTP}[scheme]
    address = rules.address_for(1, secret=SECRET, domain=DOMAIN)
    door.start()
    try:
        with kind("127.0.0.1", door.port) as host:
            host.ehlo()
            host.mail("")
            answers = [host.rcpt(to)[0] for to in ("lima@elsewhere.example", address, address)]
            answers.append(host.data(reports.report())[0])
    finally:
        door.stop()

    assert answers == [550, 250, 452, 250]
    assert bouncing(world) == [(LIMA, "550 5.1.1 no such user")]


def test_without_an_address_there_is_no_door(database_url: str, tmp_path: Path) -> None:
    world = World(database_url, tmp_path)

    with pytest.raises(TrackerError, match="TRACKER_BOUNCE_DOMAIN"):
        door_of(world.runtime)
    world.close()


def test_a_post_without_a_stand_in_tells_nobody(world: World) -> None:
    with world.transaction() as session:
        session.scalars(select(Post)).one().fallback = None
    work(world)
    bounce(world, reports.report())
    work(world)

    assert len(messages(world)) == 1
