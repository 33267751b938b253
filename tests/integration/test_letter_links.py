"""What the links in letters do, on both databases: one person, one task, one act; looking changes nothing."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.mail_world import World, at, offer
from tracker.domain import tokens
from tracker.domain.tokens import Purpose, Token
from tracker.errors import Invalid, NotFound
from tracker.services import letter_links, reminders, tasks
from tracker.services.installation import Actor
from tracker.store.cables import ContactRecord
from tracker.store.company import TaskPerson
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task, TaskEvent

SECRET = "k" * 40
LINK = re.compile(r"/do/([a-z2-7]{39})")
MORNING = "2008-08-01 13:00"  # 08:00 in Mexico City
SYSTEM = Actor.system("command")


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    made = World(database_url, tmp_path, settings={"secret_key": SECRET})
    yield made
    made.close()


@pytest.fixture
def task_id(world: World) -> int:
    """A task of a post, owned by Ana, watched from elsewhere, with its first letters written."""
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        ana = world.officer(session, "ana", "America/Mexico_City")
        task = world.task(session, world.cable(session), post, owner_id=ana.id)
        watcher = TaskPerson(
            task_id=task.id, role="watcher", address="wes@desk.example", since_at=world.now, added_by="x"
        )
        session.add(watcher)
    offer(world, MORNING)
    return 1


def links(world: World, recipient: str) -> dict[Purpose, str]:
    """The tokens of the newest letter to somebody, by what they are for."""
    with world.transaction() as session:
        newest = (
            select(OutgoingMessage.body).filter_by(recipient=recipient).order_by(OutgoingMessage.id.desc())
        )
        mail = message_from_bytes(session.scalars(newest).first(), policy=policy.default)
    found = LINK.findall(mail.get_body(("plain",)).get_content())
    return {tokens.read(text).purpose: text for text in found}


def press(world: World, text: str, **said: Any) -> letter_links.Opened:
    with world.transaction() as session:
        return letter_links.press(session, text, now=world.now, installation=world.installation, **said)


def look(world: World, text: str) -> letter_links.Opened:
    with world.transaction() as session:
        return letter_links.opened(session, text, now=world.now, installation=world.installation)


def status(world: World, task_id: int) -> tuple[str, str | None]:
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        return task.status, task.outcome


def act(world: World, verb: Any, task_id: int, **said: Any) -> None:
    with world.transaction() as session:
        verb(session, task_id, by=SYSTEM, now=world.now, installation=world.installation, **said)


def test_the_owners_letter_has_two_links_and_the_watchers_one(world, task_id):
    assert set(links(world, "ana@officers.example")) == {Purpose.ACCEPT, Purpose.DONE}
    assert set(links(world, "wes@desk.example")) == {Purpose.LEAVE}


def test_looking_changes_nothing(world, task_id):
    for person in ("ana@officers.example", "wes@desk.example"):
        for text in links(world, person).values():
            assert look(world, text).settled is None

    assert status(world, task_id) == ("open", None)
    with world.transaction() as session:
        assert session.scalars(select(TaskEvent)).all() == []
        assert len(session.scalars(select(TaskPerson)).all()) == 1


def test_i_have_it_accepts_in_the_readers_name(world, task_id):
    text = links(world, "ana@officers.example")[Purpose.ACCEPT]

    said = press(world, text).settled

    assert said == "Noted: it is in hand."
    assert status(world, task_id) == ("accepted", None)
    with world.transaction() as session:
        (line,) = session.scalars(select(TaskEvent))
        assert (line.by, line.way, line.kind) == ("Ana", "mail", "moved")


def test_done_needs_an_outcome_and_then_closes(world, task_id):
    text = links(world, "ana@officers.example")[Purpose.DONE]

    with pytest.raises(Invalid) as fault:
        press(world, text)
    press(world, text, outcome="agreed", note="25 to 27 August")

    assert list(fault.value.fields) == ["outcome", "note"]
    assert status(world, task_id) == ("done", "agreed")


def test_pressed_again_it_says_when_and_by_whom(world, task_id):
    found = links(world, "ana@officers.example")
    press(world, found[Purpose.DONE], outcome="agreed", note="In August")

    world.now += timedelta(hours=5)

    for text in found.values():
        again = press(world, text, outcome="refused")
        assert (
            again.settled
            == "Already done on Friday 1 August 2008, 08:00 Mexico City (09:00 Washington), by Ana."
        )
    assert status(world, task_id) == ("done", "agreed")


def test_accepted_twice_is_accepted_once(world, task_id):
    text = links(world, "ana@officers.example")[Purpose.ACCEPT]
    press(world, text)

    assert press(world, text).settled.startswith("Already accepted on Friday 1 August 2008")


def test_a_link_of_a_task_that_was_passed_on_does_nothing(world, task_id):
    found = links(world, "ana@officers.example")
    act(world, tasks.assign, task_id, owner_id=None)

    for text in found.values():
        assert press(world, text, outcome="agreed").settled == letter_links.PASSED_ON
    assert status(world, task_id) == ("open", None)


def test_the_posts_own_letter_acts_in_the_posts_name(world, task_id):
    act(world, tasks.assign, task_id, owner_id=None)
    offer(world, "2008-08-04 13:00")

    press(world, links(world, "mexico@posts.example")[Purpose.ACCEPT])

    with world.transaction() as session:
        last = session.scalars(select(TaskEvent).order_by(TaskEvent.id.desc())).first()
        assert (last.by, last.way, last.after) == ("AMEMBASSY MEXICO", "mail", {"status": "accepted"})


def test_a_watcher_leaves_once_and_the_task_stands(world, task_id):
    text = links(world, "wes@desk.example")[Purpose.LEAVE]

    for _ in range(2):
        assert press(world, text).settled == letter_links.STOPPED

    assert status(world, task_id) == ("open", None)
    with world.transaction() as session:
        assert session.scalars(select(TaskPerson)).all() == []
        assert [line.kind for line in session.scalars(select(TaskEvent))] == ["left"]


def test_a_watcher_that_became_coordinator_is_not_taken_away(world, task_id):
    text = links(world, "wes@desk.example")[Purpose.LEAVE]
    with world.transaction() as session:
        session.scalars(select(TaskPerson)).one().role = "coordinator"

    press(world, text)

    with world.transaction() as session:
        assert session.scalars(select(TaskPerson)).one().role == "coordinator"


def test_a_point_of_contact_steps_back_without_an_account(world, task_id):
    with world.transaction() as session:
        cable = session.get_one(Task, task_id).cable
        world.contact(session, cable, "Ruth Calder", confirmed_by="x", confirmed_at=world.now)
        reminders.refresh(
            session, session.get_one(Task, task_id), now=world.now, installation=world.installation
        )
    offer(world, "2008-08-05 13:00")
    text = links(world, "calder@desk.example")[Purpose.LEAVE]

    assert look(world, text).effect == letter_links.OF_THE_CABLE
    for _ in range(2):
        assert press(world, text).settled == letter_links.STOPPED

    assert status(world, task_id) == ("open", None)
    with world.transaction() as session:
        assert session.scalars(select(ContactRecord)).one().confirmed_at is None
        last = session.scalars(select(TaskEvent).order_by(TaskEvent.id.desc())).first()
        assert (last.by, last.way, last.note) == (
            "Ruth Calder",
            "mail",
            "No more letters go to calder@desk.example.",
        )


def forged(purpose: Purpose = Purpose.ACCEPT, **values: Any) -> str:
    made = {"task_id": 1, "until": at("2008-10-01 00:00").date(), "person": "ana@officers.example"} | values
    person, secret = made.pop("person"), made.pop("secret", SECRET)
    return tokens.written(Token(purpose=purpose, **made), secret=secret, person=person)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        forged(secret="another secret"),
        forged(person="stranger@else.example"),
        forged(task_id=2),
        forged(until=at("2008-07-31 00:00").date()),
        forged(Purpose.REPLY),
    ],
    ids=["nothing", "no token", "other secret", "nobody's", "no task", "too old", "for replies"],
)
def test_a_link_that_is_not_good_does_nothing(world, task_id, text):
    for do in (look, press):
        with pytest.raises(NotFound, match="too old, or not whole"):
            do(world, text)

    assert status(world, task_id) == ("open", None)


def test_a_good_link_ends_after_120_days(world, task_id):
    text = links(world, "ana@officers.example")[Purpose.ACCEPT]

    world.now = at(MORNING) + timedelta(days=120)
    assert look(world, text).settled is None
    world.now += timedelta(days=1)

    with pytest.raises(NotFound):
        look(world, text)


def test_without_a_secret_no_letter_has_links(database_url, tmp_path):
    world = World(database_url, tmp_path)
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        world.task(session, world.cable(session), post)
    offer(world, MORNING)

    found = links(world, "mexico@posts.example")

    world.close()
    assert found == {}


def test_of_a_sensitive_cable_the_page_says_no_more_than_the_letter(world, task_id):
    text = links(world, "ana@officers.example")[Purpose.DONE]
    with world.transaction() as session:
        session.get_one(Task, task_id).cable.is_sensitive = True

    assert look(world, text).title == "A task of AMEMBASSY MEXICO"
