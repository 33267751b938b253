"""Notices: told once, in the thread and among the letters of their tasks, whatever became of those."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.mail_world import World, at, messages, offer, one_task, plan_of
from tests.sinks import TestSink
from tracker import worker
from tracker.adapters.notices import NoticeWriter
from tracker.domain.notice import Entry, NoticeKind
from tracker.services import notices
from tracker.services.installation import Acting, Actor
from tracker.services.notices import Told
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task
from tracker.texts import own

DESK = "dana@desk.example"


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path, settings={"secret_key": "k" * 40})
    yield world
    world.close()


def send(world: World, task_id: int, address: str | None = DESK, **words: object) -> bool:
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        told = Told(
            **{
                "kind": NoticeKind.DECLINED,
                "subject": own("Mexico declines"),
                "paragraphs": (own("Not ours."),),
            }
            | {"tasks": (task,)}
            | words  # type: ignore[arg-type]
        )
        act = Acting(by=Actor.system("page"), now=world.now, installation=world.installation)
        return notices.send(session, address, "Dana", told, act) is not None


def write_out(world: World) -> int:
    with world.transaction() as session:
        write = NoticeWriter(world.runtime.settings).write
        return notices.write_out(session, world.now, world.runtime.installation, write=write)


def letter(world: World) -> str:
    with world.transaction() as session:
        row = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id.desc())).first()
        assert row is not None
        mail = message_from_bytes(row.body, policy=policy.default)
        part = mail.get_body(("plain",))
        assert part is not None
        return f"{mail['Subject']}\n{mail['References']}\n{part.get_content()}".replace("\r\n", "\n")


def test_a_notice_is_written_once_and_stands_among_the_letters_of_its_task(world: World) -> None:
    task_id = one_task(world)
    assert send(world, task_id)

    assert (write_out(world), write_out(world)) == (1, 0)

    assert messages(world) == [(DESK, "waiting", None)]
    told = plan_of(world, task_id)[0]
    assert (told.recipient, told.reason, told.state) == (DESK, "the post declined it", "waiting to be sent")
    words = letter(world)
    assert words.startswith(f"Mexico declines\n<task.{task_id}.tracker.example@tracker.example>\nNot ours.")
    assert "Mexico City: Report host government's response" in words
    assert f"https://tracker.example/tasks/{task_id}" in words


def test_a_notice_goes_though_the_task_is_closed_and_the_day_has_changed(
    world: World, sink: TestSink
) -> None:
    world.smtp_url = sink.url
    world.__post_init__()
    task_id = one_task(world)
    send(world, task_id)
    write_out(world)
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        world.event(session, task, "moved", status="declined", closed_at=world.now)
    world.now = at("2008-08-04 13:00")

    worker.once(world.runtime, environ={})

    assert [delivery.recipients[0] for delivery in sink.deliveries] == [DESK]


def test_a_reminder_of_the_same_reader_does_not_swallow_it_and_still_says_all(world: World) -> None:
    task_id = one_task(world, mailbox=DESK)
    send(world, task_id)
    write_out(world)

    offer(world, "2008-08-01 13:00")

    assert [(who, state) for who, state, _ in messages(world)] == [(DESK, "waiting")] * 2
    assert "AMEMBASSY MEXICO is asked" in letter(world)


def test_a_notice_about_several_tasks_or_none_has_its_own_lines(world: World) -> None:
    task_id = one_task(world)
    entries = (Entry(words=own("All late tasks"), path="/overdue"),)
    send(world, task_id, tasks=(), entries=entries)

    write_out(world)

    assert "All late tasks\n   https://tracker.example/overdue" in letter(world)
    assert "\nNone\n" in letter(world)


@pytest.mark.parametrize(
    ("marks", "name"),
    [
        ({"is_sensitive": True}, "AMEMBASSY MEXICO, STATE 900733"),
        ({"header": {"handling": ["SBU"]}}, "AMEMBASSY MEXICO, STATE 900733"),
        ({"header": {"captions": ["NOFORN"]}}, "AMEMBASSY MEXICO"),
    ],
)
def test_of_a_discreet_cable_a_notice_names_post_and_number_at_most(
    world: World, marks: dict[str, object], name: str
) -> None:
    act = Acting(by=Actor.system("page"), now=world.now, installation=world.installation)
    with world.transaction() as session:
        cable = world.cable(session, **marks)
        task = world.task(session, cable, world.post(session, "AMEMBASSY MEXICO"))

        assert notices.name_of(task, act) == name
        assert notices.words_of(task, "secret reason", act) == "The reason stands on the task's page."
        assert notices.words_of(task, None, act) == ""
        assert notices.answers(task, "mexico@posts.example", act) == ()


@pytest.mark.parametrize("address", [None, "", "dana@elsewhere.example"])
def test_nobody_is_told_where_no_letter_may_go(world: World, address: str | None) -> None:
    world.settings = {"allowed_mail_domains": ("desk.example",)}
    world.__post_init__()

    assert not send(world, one_task(world), address)
    assert send(world, 1)
