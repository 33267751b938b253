"""Notices and Monday's letters that cannot be delivered: who is told instead, and that they show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests import reports
from tests.faulty_relay import FaultyRelay
from tests.mail_world import World, at
from tracker import worker
from tracker.cli.inbound import taken
from tracker.domain import bounces as rules
from tracker.domain.notice import NoticeKind
from tracker.services import bounces, health, notices
from tracker.services.installation import Acting, Actor
from tracker.services.notices import Told
from tracker.store.messages import OutgoingMessage
from tracker.store.people import RoleGrant
from tracker.store.tasks import Task
from tracker.texts import own

SECRET, DOMAIN = "s" * 32, "bounces.example"
LIMA, STAND_IN = "lima@posts.example", "night@posts.example"
OFFICE, OFFICE_STAND_IN = "office@desk.example", "deputy@desk.example"
DESK, OWNER = "dana@officers.example", "olive@officers.example"
UNKNOWN = "550 5.1.1 no such user"


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """A post and the office that asks it, each with a stand-in; one open task and one that was declined."""
    world = World(database_url, tmp_path, settings={"secret_key": SECRET, "bounce_domain": DOMAIN})
    with world.transaction() as session:
        office = world.post(session, "SECSTATE WASHDC", OFFICE)
        office.fallback = OFFICE_STAND_IN
        post = world.post(session, "AMEMBASSY LIMA", LIMA)
        post.fallback = STAND_IN
        cable = world.cable(session, origin="SECSTATE WASHDC")
        for status in ("open", "declined"):
            closed = world.now if status == "declined" else None
            world.task(session, cable, post, status=status, closed_at=closed, next_moment_at=None)
        chief = world.officer(session, "chief")
        session.add(RoleGrant(officer_id=chief.id, role="manager"))
        session.execute(update(Task).values(next_moment_at=None))  # no reminder comes between
    yield world
    world.close()


def tell(world: World, kind: NoticeKind, address: str, *tasks: int) -> None:
    """Keep a notice for the worker to write."""
    with world.transaction() as session:
        about = tuple(session.get_one(Task, task_id) for task_id in tasks)
        told = Told(kind=kind, subject=own("Something happened"), paragraphs=(own("It did."),), tasks=about)
        act = Acting(by=Actor.system("page"), now=world.now, installation=world.installation)
        notices.send(session, address, "Dana", told, act)


def to(world: World, relay: FaultyRelay) -> None:
    world.smtp_url = relay.url
    world.close()
    world.__post_init__()


def refused(world: World, times: int = 1) -> list[tuple[str, str]]:
    """Let the relay know none of the addresses it is given at first; return the letters and how they ended."""
    with FaultyRelay(answers={"RCPT": UNKNOWN}, times=times) as relay:
        to(world, relay)
        for _ in range(2):
            worker.once(world.runtime, environ={})
    return letters(world)


def letters(world: World) -> list[tuple[str, str]]:
    with world.transaction() as session:
        rows = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id))
        return [(row.recipient, row.state) for row in rows]


CASES = (
    (NoticeKind.CHASED, OWNER, 1, STAND_IN),
    (NoticeKind.GIVEN, OWNER, 1, STAND_IN),
    (NoticeKind.REFUSED, OWNER, 1, STAND_IN),
    (NoticeKind.RETURNED, LIMA, 1, STAND_IN),
    (NoticeKind.CLOSED, OWNER, 2, None),  # nobody need do anything
    (NoticeKind.MORE_TIME, DESK, 1, OFFICE),
    (NoticeKind.DECLINED, DESK, 2, OFFICE),  # the desk must see to it, though it is closed
    (NoticeKind.TO_ACCEPT, DESK, 2, OFFICE),
    (NoticeKind.DECLINED, OFFICE, 2, OFFICE_STAND_IN),
    (NoticeKind.INVITED, OWNER, 1, None),  # it carries a secret
    (NoticeKind.UNDELIVERED, STAND_IN, 1, None),
)


def test_a_notice_that_is_refused_is_told_to_whoever_stands_in(world: World) -> None:
    for kind, address, task, _ in CASES:
        tell(world, kind, address, task)

    found = refused(world, times=len(CASES))

    assert found[: len(CASES)] == [(address, "failed") for _, address, _, _ in CASES]
    assert found[len(CASES) :] == [(told, "sent") for _, _, _, told in CASES if told]


def test_a_notice_about_several_tasks_is_told_once(world: World) -> None:
    with world.transaction() as session:
        session.get_one(Task, 2).closed_at = None
    tell(world, NoticeKind.CHASED, OWNER, 1, 2)

    assert refused(world) == [(OWNER, "failed"), (STAND_IN, "sent")]


def test_of_an_office_that_no_table_knows_nobody_is_told(world: World) -> None:
    with world.transaction() as session:
        session.get_one(Task, 1).cable.origin = "SOMEWHERE ELSE"
    tell(world, NoticeKind.MORE_TIME, DESK, 1)

    assert refused(world) == [(DESK, "failed")]


def test_a_notice_that_comes_back_is_shown_and_told_once(world: World) -> None:
    tell(world, NoticeKind.DECLINED, DESK, 2)
    with FaultyRelay() as relay:
        to(world, relay)
        worker.once(world.runtime, environ={})
        address = rules.address_for(1, secret=SECRET, domain=DOMAIN)
        for said in (UNKNOWN, "550 5.7.1 go away"):
            taken(world.runtime, "", address, reports.report(said=said))
        worker.once(world.runtime, environ={})

    assert letters(world) == [(DESK, "failed"), (OFFICE, "sent")]


def test_a_monday_letter_that_is_refused_shows_as_an_address_that_bounces(world: World) -> None:
    world.now = at("2008-08-04 13:00")  # Monday, nine in Washington
    found = refused(world)

    assert found == [("chief@officers.example", "failed")]
    with world.transaction() as session:
        assert [(one.address, one.tasks) for one in bounces.bouncing(session)] == [(found[0][0], ())]
        assert (
            "1 address bouncing"
            in health.health(session, now=world.now, installation=world.installation).words
        )


def test_a_monday_letter_that_comes_back_is_not_sent_again_that_week(world: World) -> None:
    world.now = at("2008-08-04 13:00")
    with FaultyRelay() as relay:
        to(world, relay)
        worker.once(world.runtime, environ={})
        address = rules.address_for(1, secret=SECRET, domain=DOMAIN)
        said = taken(world.runtime, "", address, reports.report())
        worker.once(world.runtime, environ={})

    assert said == "250 2.0.0 taken"
    assert letters(world) == [("chief@officers.example", "failed")]
