"""What letters say as a task goes on, on both databases: the words come from rows, a calendar and a history."""

from collections.abc import Callable, Iterator
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.mail_world import World, at, offer
from tracker.domain.due import Due
from tracker.domain.reminding import Policy
from tracker.services import posts, tasks
from tracker.services.installation import Actor
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer
from tracker.store.tasks import Task

DAILY = Policy(before=(3, 2, 1), after=1, after_every=1)
SYSTEM = Actor.system("command")
MAILBOX = "mexico@posts.example"


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    made = World(database_url, tmp_path, policy=DAILY, settings={"secret_key": "k" * 40})
    yield made
    made.close()


def act(world: World, verb: Callable[..., Any], task_id: int = 1, **said: Any) -> None:
    with world.transaction() as session:
        verb(session, task_id, by=SYSTEM, now=world.now, installation=world.installation, **said)


def send(world: World, now: str) -> None:
    """Write what is owed by then, and have it sent."""
    offer(world, now)
    with world.transaction() as session:
        session.execute(update(OutgoingMessage).values(state="sent"))


def text(world: World, recipient: str = MAILBOX) -> str:
    """The plain text of the newest letter to somebody."""
    with world.transaction() as session:
        newest = (
            select(OutgoingMessage.body).filter_by(recipient=recipient).order_by(OutgoingMessage.id.desc())
        )
        mail = message_from_bytes(session.scalars(newest).first(), policy=policy.default)
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def first_line(world: World, now: str) -> str:
    send(world, now)
    return text(world).splitlines()[0]


def one_task(world: World, **values: Any) -> int:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", MAILBOX)
        return world.task(session, world.cable(session), post, **values).id


def test_one_task_through_its_states_has_a_first_line_for_each(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO", MAILBOX), world.cable(session)
        world.task(session, cable, post)
        world.task(session, cable, post, said=Due(on=date(2008, 9, 30), time="COB"))

    send(world, "2008-08-01 13:00")
    lines = [first_line(world, "2008-08-04 13:00")]
    act(world, tasks.accept)
    lines.append(first_line(world, "2008-08-05 13:00"))
    act(world, tasks.complete, 2, outcome="agreed", note="Told by cable.")
    lines.append(first_line(world, "2008-08-06 13:00"))
    lines.append(first_line(world, "2008-08-07 13:00"))

    assert lines == [
        "Due in 2 working days. Nobody has said that it is in hand.",
        "Due in 1 working day. The post has it in hand.",
        "Due today. 1 of 2 things asked is done, this one is not. The post has it in",
        "Late by 1 working day. 1 of 2 things asked is done, this one is not. The",
    ]


def test_a_task_that_waits_says_for_what(world: World) -> None:
    one_task(world)
    send(world, "2008-08-01 13:00")

    act(world, tasks.wait, whom="the host government", note="the ministry must answer")
    send(world, "2008-08-11 13:00")
    said = text(world)

    assert "It waits for the host government: the ministry must answer." in " ".join(said.split())


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"delivered_on": date(2008, 8, 1)}, "It was delivered on Fri 1 Aug, the answer is not reported."),
        (
            {"delivered_on": date(2008, 8, 1), "reported_at": at("2008-08-01 20:00")},
            "The post has it in hand.",
        ),
        (
            {"more_time": {"due_on": "2008-08-13"}, "more_time_at": at("2008-08-01 20:00")},
            "The post has it in hand. More time is asked for, until Wed 13 Aug; that is not decided.",
        ),
        ({"more_time": {"due_on": None}, "more_time_at": None}, "The post has it in hand."),
    ],
)
def test_facts_beside_the_state_are_told(world: World, facts: dict[str, Any], line: str) -> None:
    one_task(world)
    send(world, "2008-08-01 13:00")
    act(world, tasks.accept)
    with world.transaction() as session:
        for name, value in facts.items():
            setattr(session.get_one(Task, 1), name, value)

    send(world, "2008-08-04 13:00")

    assert f"Due in 2 working days. {line}" in " ".join(text(world).split())


def test_the_owner_is_addressed_as_you(world: World) -> None:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", MAILBOX)
        ana = world.officer(session, "ana", "America/Mexico_City")
        world.task(session, world.cable(session), post, owner_id=ana.id)
    send(world, "2008-08-01 13:00")

    send(world, "2008-08-04 13:00")
    assert text(world, "ana@officers.example").startswith(
        "Due in 2 working days. You have not said that you have it."
    )
    act(world, tasks.accept)
    send(world, "2008-08-05 13:00")

    assert text(world, "ana@officers.example").startswith("Due in 1 working day. You have it in hand.")


def test_a_late_letter_says_how_late_and_what_comes(world: World) -> None:
    task_id = one_task(world)
    with world.transaction() as session:
        act_words = {"by": SYSTEM, "now": world.now, "installation": world.installation}
        posts.set_ladder(session, "AMEMBASSY MEXICO", {"supervisor": "chief@posts.example"}, **act_words)
    send(world, "2008-08-06 13:00")

    send(world, "2008-08-08 13:00")
    late = text(world)
    send(world, "2008-08-11 13:00")
    copy, chief = text(world), text(world, "chief@posts.example")

    assert late.startswith("Late by 2 working days. Nobody has said that it is in hand.")
    said = " ".join(late.split())
    assert "the next letter comes on Mon 11 Aug, and the supervisor is told on that day." in said
    assert "Also told: the supervisor, " in copy
    assert chief.startswith("Late by 3 working days. Nobody has said that it is in hand.")
    assert "Why you:   you are the supervisor where this must be done" in chief
    assert "This letter comes once." in chief
    assert "/do/" not in chief
    assert task_id == 1


def test_days_of_waiting_are_not_told_as_late(world: World) -> None:
    one_task(world)
    world.now = world.now.replace(day=4)
    act(world, tasks.wait, note="the ministry")
    world.now = world.now.replace(day=11)
    act(world, tasks.start)

    send(world, "2008-08-13 13:00")

    assert text(world).startswith("Late by 2 working days.")


def test_the_letter_of_a_sensitive_cable_keeps_to_number_post_due_and_link(world: World) -> None:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", MAILBOX)
        cable = world.cable(session, header={"handling": ["SBU"], "captions": []})
        world.contact(session, cable, "Ruth Calder")
        world.paper(session, cable, "A PAPER")
        world.task(session, cable, post)
    send(world, "2008-08-01 13:00")

    with world.transaction() as session:
        body = session.scalars(select(OutgoingMessage.body)).one().decode()

    assert "AMEMBASSY MEXICO, STATE 900733" in body
    assert all(word not in body for word in ("requested", "Report host", "Calder", "A PAPER", "/do/"))


def test_a_closed_caption_leaves_post_due_and_link(world: World) -> None:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", MAILBOX)
        cable = world.cable(session, header={"handling": [], "captions": ["SIPDIS", "NOFORN"]})
        world.task(session, cable, post)
    send(world, "2008-08-01 13:00")

    assert text(world).startswith("AMEMBASSY MEXICO. What is asked stands on the task's page only.")
    with world.transaction() as session:
        assert b"900733" not in session.scalars(select(OutgoingMessage.body)).one()
        assert session.scalar(select(Officer.id)) is None
        assert session.get_one(Task, 1).next_moment_at is not None
