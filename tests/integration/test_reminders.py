"""What is planned, offered and withdrawn, on both databases."""

import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.mail_world import ACCEPTED, World, at, coming, messages, offer, one_task, plan_of
from tracker.domain.due import Due
from tracker.domain.reminding import Policy
from tracker.services import outbox, reminder_plans
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task

MORNING = at("2008-08-01 13:00")  # Friday, 08:00 in Mexico City


def why_none(world: World, session: Session, task: Task) -> str | None:
    return reminder_plans.outlook(session, task, now=world.now, installation=world.installation).why_none


def test_a_letter_is_offered_with_its_slot_when_its_moment_has_come(world: World) -> None:
    one_task(world)

    assert offer(world, "2008-08-01 12:59:59") == 0
    assert offer(world, "2008-08-01 13:00") == 1

    with world.transaction() as session:
        slot = session.scalars(select(ReminderSlot)).one()
        assert (slot.rule, slot.recipient, slot.moment_at) == ("first", "mexico@posts.example", MORNING)
        assert slot.message is not None
        assert slot.message.state == "waiting"


def test_a_second_offer_finds_the_slots_taken(world: World) -> None:
    one_task(world)

    assert [offer(world, "2008-08-01 13:00"), offer(world), offer(world)] == [1, 0, 0]


def test_many_offers_at_once_write_each_letter_once(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example"), world.cable(session)
        for _ in range(5):
            world.task(session, cable, post)
    world.now = MORNING

    threads = [threading.Thread(target=offer, args=(world,)) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert len(messages(world)) == 1
    with world.transaction() as session:
        assert len(session.scalars(select(ReminderSlot)).all()) == 5


def test_an_offer_leaves_the_count_of_an_officers_edits_alone(world: World) -> None:
    task_id = one_task(world)
    with world.transaction() as session:
        before = session.get_one(Task, task_id).version

    offer(world, "2008-08-01 13:00")

    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        assert task.version == before
        assert task.next_moment_at == at("2008-08-05 13:00")


def test_several_asks_of_one_morning_are_one_letter(world: World) -> None:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        cable = world.cable(session)
        for n in range(3):
            world.task(session, cable, post, title=f"Ask {n}")

    assert offer(world, "2008-08-01 13:00") == 1

    with world.transaction() as session:
        row = outbox.message_rows(session)[0]
        assert row.subject.startswith("Mexico City: 3 new asks, first due Wed 6 Aug")
        assert len(row.tasks) == 3


def test_an_owner_is_told_instead_of_the_post_and_on_his_own_clock(world: World) -> None:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        owner = world.officer(session, "reyes", zone="Asia/Tokyo")
        task = world.task(session, world.cable(session), post, owner_id=owner.id)

    found = plan_of(world, task.id)[0]

    assert (found.recipient, found.moment_at) == (
        "reyes@officers.example",
        at("2008-08-03 23:00"),
    )  # Mon there


@pytest.mark.parametrize(
    "zone, moment",
    [
        ("America/New_York", "2008-08-01 12:00"),
        ("America/Mexico_City", "2008-08-01 13:00"),
        ("Africa/Cairo", "2008-08-03 05:00"),  # Sunday is a working day there
        ("Antarctica/Troll", "2008-08-04 06:00"),  # no post there: only week-ends are off
    ],
)
def test_the_reader_is_told_on_a_working_morning_of_his_zone(world: World, zone: str, moment: str) -> None:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO")
        owner = world.officer(session, "reyes", zone=zone)
        task = world.task(session, world.cable(session), post, owner_id=owner.id)

    assert plan_of(world, task.id)[0].moment_at == at(moment)


def test_contacts_hear_nothing_until_a_person_has_confirmed_them(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO", "mexico@posts.example"), world.cable(session)
        world.contact(session, cable, "Ruth Calder")
        task = world.task(session, cable, post)

    assert {one.recipient for one in plan_of(world, task.id)} == {"mexico@posts.example"}


def test_a_confirmed_contact_is_told_on_washingtons_clock_from_then_on(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        world.contact(session, cable, "Ruth Calder", confirmed_at=at("2008-08-05 15:00"))
        task = world.task(session, cable, post)

    found = plan_of(world, task.id)

    assert [(one.rule, one.moment_at) for one in found[:2]] == [
        ("first", at("2008-08-06 12:00")),
        ("due", at("2008-08-06 12:00")),
    ]


def test_a_contact_whom_the_tracker_knows_is_told_on_his_own_clock(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        world.post(session, "AMEMBASSY TOKYO", "Calder@desk.example")
        world.contact(session, cable, "Ruth Calder", confirmed_at=ACCEPTED)
        task = world.task(session, cable, post)

    assert plan_of(world, task.id)[0].moment_at == at("2008-08-03 23:00")


def test_one_who_is_owner_and_contact_gets_one_letter(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        owner = world.officer(session, "calder")
        owner.email = "Calder@desk.example"
        world.contact(session, cable, "Ruth Calder", confirmed_at=ACCEPTED)
        world.task(session, cable, post, owner_id=owner.id)

    assert offer(world, "2008-08-01 13:00") == 1


def test_a_post_without_a_mailbox_gets_no_mail_and_its_task_says_so(world: World) -> None:
    task_id = one_task(world, mailbox=None)

    assert offer(world, "2008-08-29 13:00") == 0
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        assert why_none(world, session, task) == (
            "AMEMBASSY MEXICO has no mailbox, and nobody owns this: no reminder goes."
        )


def test_an_address_outside_the_allowed_domains_gets_no_mail(database_url: str, tmp_path: Path) -> None:
    world = World(database_url, tmp_path, settings={"allowed_mail_domains": ("State.example",)})
    task_id = one_task(world)

    assert offer(world, "2008-08-29 13:00") == 0
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        assert why_none(world, session, task) == (
            "This installation may not write to mexico@posts.example: no reminder goes."
        )
    world.close()


def test_where_somebody_is_told_there_is_nothing_to_explain(world: World) -> None:
    task_id = one_task(world)

    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        assert why_none(world, session, task) is None


def test_a_task_from_an_archive_sends_nothing(world: World) -> None:
    task_id = one_task(world, is_history=True)

    assert offer(world, "2008-08-29 13:00") == 0
    assert plan_of(world, task_id) == []


def test_the_first_letter_is_left_out_where_the_policy_says_so(database_url: str, tmp_path: Path) -> None:
    world = World(database_url, tmp_path, policy=Policy(first_letter=False))
    task_id = one_task(world)

    assert coming(world, task_id)[0] == ("mexico@posts.example", "before-1")
    world.close()


def test_a_task_without_a_day_is_planned_without_one(world: World) -> None:
    task_id = one_task(world, said=Due(on=None))

    assert [rule for _, rule in coming(world, task_id)] == [
        "first", "undated-1", "undated-2", "undated-3", "undated-4",
    ]  # fmt: skip


def test_a_simulated_month_sends_the_plan_line_by_line(world: World) -> None:
    with world.transaction() as session:
        cable = world.cable(session)
        world.contact(session, cable, "Ruth Calder", confirmed_at=ACCEPTED)
        owner = world.officer(session, "reyes", zone="Africa/Cairo")
        for name in ("AMEMBASSY MEXICO", "AMEMBASSY CAIRO", "AMEMBASSY TOKYO"):
            post = world.post(session, name, f"{name.split()[-1].lower()}@posts.example")
            world.task(session, cable, post)
            world.task(session, cable, post, said=Due(on=date(2008, 8, 15), time="NOON", zone="Washington"))
            world.task(session, cable, post, said=Due(on=None))
            world.task(session, cable, post, owner_id=owner.id)
        planned = reminder_plans.plan(session, now=world.now, days=30, installation=world.installation)
    expected = [(letter.recipient, [(r.task_id, r.rule) for r in letter.reminders]) for letter in planned]

    end = world.now + timedelta(days=30)
    while world.now < end:
        world.now += timedelta(hours=4)
        if offer(world) == 0:
            continue
        with world.transaction() as session:  # the relay takes everything at once
            for message in session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == "waiting")):
                message.state, message.sent_at = "sent", world.now

    with world.transaction() as session:
        sent = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id)).all()
        found = [(m.recipient, [(s.task_id, s.rule) for s in m.slots if s.reason is None]) for m in sent]
    assert sorted((to, sorted(told)) for to, told in found) == sorted(
        (to, sorted(told)) for to, told in expected
    )
    assert len(found) > 40


def test_the_plan_is_printed_with_who_when_and_why(world: World) -> None:
    one_task(world)

    with world.transaction() as session:
        planned = reminder_plans.plan(session, now=world.now, days=4, installation=world.installation)

    assert [letter.as_json() for letter in planned] == [
        {
            "at": "2008-08-01T13:00:00Z",
            "to": "mexico@posts.example",
            "name": "AMEMBASSY MEXICO",
            "rule": "first",
            "reason": "first letter, on the reader's next working morning",
            "task": 1,
            "reminders": [
                {
                    "task": 1,
                    "title": "Report host government's response",
                    "post": "AMEMBASSY MEXICO",
                    "rule": "first",
                    "reason": "first letter, on the reader's next working morning",
                }
            ],
        }
    ]


def test_a_reminder_whose_time_has_come_is_planned_as_going_now(world: World) -> None:
    task_id = one_task(world)
    world.now = at("2008-08-01 14:00")

    assert plan_of(world, task_id)[0].state == "goes now"
