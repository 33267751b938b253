"""A letter that waited is looked at again before it is spoken: it goes, ends as cancelled, or is written again."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.mail_world import World, at
from tests.outbox_world import (
    DOUBT,
    LATER,
    RELAY,
    checked,
    claim,
    close,
    note,
    noted,
    record,
    row,
    run_out,
    three_letters,
    writer,
)
from tracker.services import outbox, reminders
from tracker.store.tasks import Task


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = three_letters(database_url, tmp_path)
    yield world
    world.close()


def test_a_letter_about_a_task_that_is_done_is_cancelled_before_it_is_spoken(world: World) -> None:
    held = claim(world, limit=1)[0]
    close(world, row(world, held.id).tasks[0])

    assert note(world, held) is None

    assert row(world, held.id).words == "cancelled: the task is done"


def test_a_letter_about_several_tasks_is_written_again_without_the_one_that_is_done(
    database_url: str, tmp_path: Path
) -> None:
    world = World(database_url, tmp_path)
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY LIMA", "lima@posts.example"), world.cable(session)
        tasks = [world.task(session, cable, post, title=f"Ask {n}").id for n in range(2)]
    world.now = at("2008-08-01 13:00")
    with world.transaction() as session:
        reminders.offer(session, world.now, world.installation, write=writer(world).write)
    held = claim(world)[0]
    close(world, tasks[0])

    assert note(world, held) is None
    again = noted(world, claim(world)[0])

    old, new = row(world, held.id), row(world, again.id)
    assert old.words == "cancelled: written again without a task: the task is done"
    assert (new.tasks, new.subject) == ((tasks[1],), "Lima: Ask 1 - due Wed 6 Aug, COB")
    assert new.message_id != old.message_id
    world.close()


def test_a_letter_that_waited_over_night_is_written_again_for_the_new_day(world: World) -> None:
    with world.transaction() as session:
        outbox.relay_is_down(session, RELAY.words, now=world.now, next_try=timedelta(minutes=1))
    world.now = at("2008-08-06 05:30")  # Wednesday everywhere: what said "in 1 working day" is due today
    held = next(one for one in claim(world) if row(world, one.id).recipient == "cairo@posts.example")

    assert note(world, held) is None
    again = noted(world, claim(world)[0])

    assert b"cancelled" not in again.data
    assert row(world, again.id).subject.endswith("due today (Wed 6 Aug, COB)")
    assert row(world, held.id).words == "cancelled: written again for a new day"


def test_a_letter_that_may_have_been_taken_is_never_written_again(world: World) -> None:
    held = next(one for one in claim(world) if row(world, one.id).recipient == "cairo@posts.example")
    first = noted(world, held)
    record(world, first, DOUBT)
    world.now = at("2008-08-07 05:30")

    again = noted(world, next(one for one in claim(world) if one.id == held.id))

    assert again.data.endswith(first.data)


def test_changed_dues_and_owners_are_noticed_too(world: World) -> None:
    held = claim(world, limit=1)[0]
    with world.transaction() as session:
        task = session.get_one(Task, row(world, held.id).tasks[0])
        task.due_on, task.deadline_version = date(2008, 9, 1), 2

    assert note(world, held) is None
    assert row(world, held.id).words == "cancelled: the due day was changed"


def test_a_batch_is_asked_about_once_and_its_letters_then_go_as_they_are(world: World) -> None:
    found = checked(world)

    assert all(one.seen for one in found)
    assert [noted(world, one).number for one in found] == [1, 1, 1]


def test_a_change_after_the_batch_was_asked_about_is_noticed_all_the_same(world: World) -> None:
    held = checked(world)[0]
    close(world, row(world, held.id).tasks[0])

    assert note(world, held) is None
    assert row(world, held.id).words == "cancelled: the task is done"


def test_a_batch_keeps_back_what_was_tried_or_is_of_another_day(world: World) -> None:
    record(world, noted(world, claim(world, limit=1)[0]), LATER)
    world.now = at("2008-08-06 05:30")

    assert [one.seen for one in checked(world)] == [None, None, None]


def test_a_worker_that_lost_its_lease_notes_nothing_whatever_it_knew(world: World) -> None:
    held = checked(world, limit=1)[0]
    run_out(world, held)
    claim(world, limit=1)

    assert note(world, held) is None
