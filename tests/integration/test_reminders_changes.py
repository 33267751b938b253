"""What changes of a task do to its reminders and to letters that wait."""

from datetime import date
from email import message_from_bytes
from email.policy import SMTP

from sqlalchemy import select

from tests.mail_world import World, at, coming, messages, offer, one_task, plan_of
from tracker.domain.due import Due
from tracker.services import outbox, reminders, tasks
from tracker.services.installation import Acting, Actor
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task

MORNING = at("2008-08-01 13:00")  # Friday, 08:00 in Mexico City


def test_reminders_stop_the_moment_a_task_is_done(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")

    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        world.event(session, task, "moved", status="done", closed_at=world.now)

    assert messages(world) == [("mexico@posts.example", "cancelled", "the task is done")]
    assert [one.state for one in plan_of(world, task_id)] == ["cancelled: the task is done"]
    assert offer(world, "2008-08-29 13:00") == 0


def test_a_letter_about_another_task_too_stays_when_one_is_done(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example"), world.cable(session)
        first, _ = world.task(session, cable, post), world.task(session, cable, post)
    offer(world, "2008-08-01 13:00")

    with world.transaction() as session:
        world.event(session, session.get_one(Task, first.id), "moved", status="done", closed_at=world.now)

    assert messages(world) == [("mexico@posts.example", "waiting", None)]


def test_a_changed_due_withdraws_what_waits_and_plans_anew(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")

    world.now = at("2008-08-01 15:00")
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        changed = {"due_on": date(2008, 8, 13), "due_at": at("2008-08-13 22:00"), "deadline_version": 2}
        world.event(session, task, "due changed", **changed)

    assert messages(world) == [("mexico@posts.example", "cancelled", "the due day was changed")]
    assert coming(world, task_id)[:3] == [
        ("mexico@posts.example", "first"),  # Monday: a changed due is told at once, not five days before
        ("mexico@posts.example", "before-5"),
        ("mexico@posts.example", "before-1"),
    ]


def test_a_letter_about_a_moved_due_date_says_which_day_it_was_and_who_moved_it(world: World) -> None:
    task_id = one_task(world)
    by = Actor(name="Dana Reyes", way="page", is_trusted=True)
    due = Due(on=date(2008, 8, 13), time="COB")
    act = Acting(by=by, now=world.now, installation=world.runtime.installation)
    with world.transaction() as session:
        tasks.change_due(session, task_id, due=due, **act)
    offer(world, "2008-08-04 13:00")

    with world.transaction() as session:
        mail = message_from_bytes(session.scalars(select(OutgoingMessage.body)).one(), policy=SMTP)
    assert "Moved: from Wed 6 Aug by Dana Reyes" in " ".join(mail.get_body(("plain",)).get_content().split())


def test_a_new_owner_is_told_and_the_old_one_no_more(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")

    with world.transaction() as session:
        owner = world.officer(session, "reyes")
        world.event(session, session.get_one(Task, task_id), "assigned", owner_id=owner.id)

    assert [state for _, state, _ in messages(world)] == ["cancelled"]
    assert {recipient for recipient, _ in coming(world, task_id)} == {"reyes@officers.example"}


def test_a_task_opened_again_is_owed_nothing_from_while_it_was_closed(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        world.event(session, task, "moved", status="done", closed_at=world.now)

    world.now = at("2008-08-06 15:00")
    with world.transaction() as session:
        world.event(session, session.get_one(Task, task_id), "reopened", status="open", closed_at=None)

    assert coming(world, task_id)[0] == ("mexico@posts.example", "after-1")
    assert offer(world) == 0


def test_after_days_without_a_worker_one_letter_tells_the_newest_and_keeps_the_missed(world: World) -> None:
    task_id = one_task(world)

    assert offer(world, "2008-08-08 15:00") == 1

    states = {one.rule: one.state for one in plan_of(world, task_id) if one.moment_at <= world.now}
    assert states == {
        "first": "missed; told in the later letter",
        "before-1": "missed; told in the later letter",
        "due": "missed; told in the later letter",
        "after-1": "waiting to be sent",
    }


def test_a_letter_that_still_waits_goes_into_the_next_one(world: World) -> None:
    one_task(world)
    offer(world, "2008-08-01 13:00")

    offer(world, "2008-08-05 13:00")

    assert [(state, error) for _, state, error in messages(world)] == [
        ("cancelled", "told in a later letter"),
        ("waiting", None),
    ]
    with world.transaction() as session:
        newest = outbox.message_rows(session)[0]
        rules = [slot.rule for slot in session.get_one(OutgoingMessage, newest.id).slots]
        assert sorted(rules) == ["before-1", "first"]


def test_a_change_meanwhile_is_not_written_over(world: World) -> None:
    task_id = one_task(world)
    world.now = MORNING

    with world.transaction() as session:
        stale = session.get_one(Task, task_id)
        with_old_version = Task(id=stale.id, version=stale.version + 7, next_moment_at=stale.next_moment_at)
        session.expunge_all()
        reminders._set_moments(session, with_old_version, None, None, world.now)

    with world.transaction() as session:
        assert session.get_one(Task, task_id).next_moment_at == MORNING


def test_reminders_rest_while_a_task_waits_and_what_was_spared_is_not_sent_later(world: World) -> None:
    task_id = one_task(world)
    assert offer(world, "2008-08-01 13:00") == 1
    act = {"by": Actor.system("command"), "installation": world.installation}
    with world.transaction() as session:
        tasks.wait(session, task_id, note="the ministry", now=world.now, **act)

    assert coming(world, task_id)[:2] == [
        ("mexico@posts.example", "waiting-5"),
        ("mexico@posts.example", "waiting-10"),
    ]
    assert offer(world, "2008-08-05 13:00") == 0
    with world.transaction() as session:
        tasks.start(session, task_id, now=at("2008-08-05 15:00"), **act)
    assert offer(world, "2008-08-05 15:01") == 0
    assert offer(world, "2008-08-06 13:00") == 1
