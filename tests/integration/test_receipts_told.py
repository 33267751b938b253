"""Receipts on both databases: three addressees in three states, and who is silent the next morning."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.mail_world import World, at, book, offer
from tracker.cli.inbound import taken
from tracker.domain import tokens
from tracker.domain.access import Grant, Role
from tracker.domain.tokens import Purpose, Token
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services import answers, inbox, reminder_plans, tasks
from tracker.services.installation import Actor
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import OutgoingMessage
from tracker.store.queries import closings as queries
from tracker.store.queries import lists
from tracker.store.queries.lists import ListName, Wanted
from tracker.store.tasks import Task, TaskEvent

MORNING = "2008-08-04 14:00"  # Monday, 08:00 and later at all three posts
POSTS = ("AMEMBASSY MEXICO", "AMEMBASSY LIMA", "AMEMBASSY QUITO")
SETTINGS = {"secret_key": "k" * 40, "reply_domain": "replies.example"}
SYSTEM = Actor.system("command")


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """One ask of three posts; the first letters are with the server, and one came back."""
    made = World(database_url, tmp_path, settings=SETTINGS)
    with made.transaction() as session:
        cable = made.cable(session)
        for name in POSTS:
            mailbox = f"{name.split()[1].lower()}@posts.example"
            made.task(session, cable, made.post(session, name, mailbox))
    offer(made, MORNING)
    with made.transaction() as session:
        for message in session.scalars(select(OutgoingMessage)):
            message.state, message.sent_at = "sent", made.now
            if message.recipient == "quito@posts.example":
                message.state, message.failed_at, message.error = "failed", made.now, "550 no such user"
    yield made
    made.close()


def act(world: World, by: Actor = SYSTEM) -> dict:
    return {"by": by, "now": world.now, "installation": world.installation}


def chains(world: World) -> list[str]:
    """Return one line for each addressee."""
    with world.transaction() as session:
        found = []
        for task in session.scalars(select(Task).order_by(Task.id)):
            outlook = reminder_plans.outlook(session, task, now=world.now, installation=world.installation)
            (one,) = outlook.chains
            words = ", ".join(step.receipt for step in one.steps)
            found.append(f"{one.reader.name}: {words}{' (silent)' if one.is_silent else ''}")
        return found


def silent(world: World) -> list[int]:
    with world.transaction() as session:
        wanted = Wanted(name=ListName.SILENT)
        rows = lists.task_lines(session, wanted, now=world.now, book=book(), limit=10)
        count = lists.nobodys_business(session, now=world.now).tasks[ListName.SILENT]
        assert count == len(rows)
        return sorted(row.id for row in rows)


def staff(world: World, login: str, post_id: int) -> Actor:
    with world.transaction() as session:
        officer = world.officer(session, login)
        grants = (Grant(role=Role.POST_STAFF, post_id=post_id),)
        return Actor(name=officer.name, way="page", officer_id=officer.id, grants=grants)


def test_three_addressees_in_three_states_and_the_silent_ones_next_morning(world: World) -> None:
    world.now = at("2008-08-04 16:00")
    ana = staff(world, "ana", 1)
    with world.transaction() as session:
        tasks.accept(session, 1, **act(world, ana))
    assert silent(world) == []

    world.now = at("2008-08-05 14:00")

    assert chains(world) == [
        "AMEMBASSY MEXICO: handed to the server, accepted",
        "AMEMBASSY LIMA: handed to the server (silent)",
        "AMEMBASSY QUITO: handed to the server, bounced (silent)",
    ]
    assert silent(world) == [2, 3]


def test_any_deed_of_the_post_confirms_and_a_deed_of_the_desk_does_not(world: World) -> None:
    world.now = at("2008-08-04 16:00")
    desk = Actor(name="Dana", way="page", grants=(Grant(role=Role.DESK_OFFICER, post_id=None),))
    luz = staff(world, "luz", 3)
    with world.transaction() as session:
        tasks.add_note(session, 2, note="Do not forget.", **act(world, desk))
        tasks.add_note(session, 3, note="We have it.", **act(world, luz))

    world.now = at("2008-08-05 14:00")

    assert silent(world) == [1, 2]
    assert chains(world)[2] == "AMEMBASSY QUITO: handed to the server, bounced, confirmed"


def test_who_is_given_a_task_that_another_had_accepted_must_confirm_it_himself(world: World) -> None:
    ana, ben = staff(world, "ana", 1), staff(world, "ben", 1)
    world.now = at("2008-08-04 16:00")
    with world.transaction() as session:
        tasks.take(session, 1, **act(world, ana))
        tasks.accept(session, 1, **act(world, ana))
    world.now = at("2008-08-04 17:00")
    with world.transaction() as session:
        world.event(session, session.get_one(Task, 1), "assigned", owner_id=ben.officer_id)
    assert chains(world)[0] == "Ben: planned"

    world.now = at("2008-08-07 18:00")
    assert 1 in silent(world)
    with world.transaction() as session:
        tasks.complete(session, 1, outcome="done", note="Done.", **act(world, ben))

    assert chains(world)[0] == "Ben: confirmed, done"
    assert 1 not in silent(world)


def reply(world: World, sender: str, task_id: int, signed_for: str, head: str = "") -> None:
    """Send the same reply twice to the address of a letter about a task."""
    purpose = Purpose.DONE if head == "other purpose" else Purpose.REPLY
    token = Token(purpose=purpose, task_id=task_id, until=world.now.date())
    text = tokens.written(token, secret=SETTINGS["secret_key"], person=signed_for)
    address = tokens.reply_address(text, domain=SETTINGS["reply_domain"])
    header = f"{head}\r\n" if ":" in head else ""
    mail = f"From: {sender}\r\nSubject: Re: {task_id}\r\n{header}\r\nUnclassified. We are on it.\r\n"
    for _ in range(2):
        assert taken(world.runtime, sender, address, mail.encode()).startswith("250")


def test_a_reply_of_who_got_the_letter_confirms_it(world: World) -> None:
    world.now = at("2008-08-04 16:00")
    quito = "quito@posts.example"

    reply(world, "lima@posts.example", 2, "lima@posts.example")
    reply(world, "MEXICO@posts.example", 1, "mexico@posts.example")
    reply(world, "eve@elsewhere.example", 3, quito)  # the letter was not hers
    reply(world, quito, 3, quito, "Auto-Submitted: auto-replied")
    reply(world, quito, 3, quito, "other purpose")

    with world.transaction() as session:
        lines = session.scalars(select(TaskEvent).where(TaskEvent.kind == "answered")).all()
        assert sorted((line.task_id, line.by) for line in lines) == [
            (1, "AMEMBASSY MEXICO"),
            (2, "AMEMBASSY LIMA"),
        ]
        mails = session.scalars(select(IncomingMessage).order_by(IncomingMessage.id)).all()
        assert [mail.reason.startswith("An answer about task") for mail in mails] == [
            True,
            True,
            True,  # hers stands there for a person, and confirms nothing
            False,
            False,
        ]
    world.now = at("2008-08-05 14:00")
    assert silent(world) == [3]


def test_a_reply_stands_on_its_task_until_somebody_has_read_it(world: World) -> None:
    world.now = at("2008-08-04 16:00")
    luz = staff(world, "luz", 2)
    ana = staff(world, "ana", 1)
    reply(world, "lima@posts.example", 2, "lima@posts.example")
    with world.transaction() as session:
        (one,) = queries.waiting(session, frozenset([2]), frozenset())
        found = one.heard
        assert (one.task_id, one.post) == (2, "AMEMBASSY LIMA")
        assert (found.who, found.is_waiting) == ("lima@posts.example", True)
        assert "We are on it." in found.text
        assert queries.waiting(session, frozenset([1]), frozenset()) == []
        assert inbox.held(session) == []  # what stands on a task is no mail without a home
        with pytest.raises(NotFound):
            answers.tick_off(session, found.id, **act(world, ana))

    with world.transaction() as session:
        answers.tick_off(session, found.id, **act(world, luz))
    with world.transaction() as session:
        answers.tick_off(session, found.id, **act(world, luz))  # again is the same
        mail = session.get_one(IncomingMessage, found.id)
        assert (mail.state, mail.read_by) == ("read", "Luz")
        assert queries.waiting(session, None, None) == []
        lines = session.scalars(select(TaskEvent.kind).where(TaskEvent.task_id == 2)).all()
        assert lines.count("reply read") == 1


def test_other_mail_can_be_put_on_a_task_or_ticked_off(world: World) -> None:
    world.now = at("2008-08-04 16:00")
    for words in (b"one", b"two"):
        taken(
            world.runtime,
            "eve@elsewhere.example",
            "x@replies.example",
            b"Subject: " + words + b"\r\n\r\nHello.\r\n",
        )
    everything = Actor.system("command")
    luz = staff(world, "luz", 2)
    with world.transaction() as session:
        second, first = (mail.id for mail in inbox.held(session))
        for wrong in (None, 999):
            with pytest.raises((Invalid, NotFound)):
                answers.attach(session, first, task_id=wrong, **act(world, everything))
        for verb in (answers.tick_off, partial(answers.attach, task_id=2)):
            with pytest.raises(NotFound):
                verb(session, first, **act(world, luz))

    with world.transaction() as session:
        answers.attach(session, first, task_id=2, **act(world, everything))
        answers.tick_off(session, second, **act(world, everything))

    with world.transaction() as session:
        assert [one.heard.subject for one in queries.waiting(session, None, None)] == ["one"]
        assert inbox.held(session) == []
        with pytest.raises(Conflict):
            answers.attach(session, first, task_id=1, **act(world, everything))
        with pytest.raises(NotFound):
            answers.tick_off(session, 999, **act(world, everything))
