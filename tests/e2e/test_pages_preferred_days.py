""" "Not later than X but preferably by Y": X is due, and Y is told wherever X is, until a person sets another day."""

import re

import pytest
from sqlalchemy import select

from tests.e2e.conftest import SAMPLES
from tracker.adapters.letters import Writer
from tracker.services import reminders
from tracker.store.messages import OutgoingMessage

LIMA = SAMPLES[0].read_text(encoding="utf-8")
WISHED = LIMA.replace("by COB April 30", "not later than April 30 but preferably by April 27")
SAID = "Preferably by Mon 27 Apr, as the cable has it; the firm day counts."


@pytest.fixture
def desk(world, visit):
    world.load(WISHED)
    return visit("desk")


def accept(desk):
    desk.submit(desk.get("/cables/1"), "/accept-all")
    return desk.get("/tasks/3")


def letter(world, moment):
    """Return the newest letter to the post by then, its lines joined."""
    world.set_clock(moment)
    held = world.runtime
    with held.transaction() as session:
        reminders.offer(session, held.now(), held.installation, write=Writer(held.settings).write)
        newest = select(OutgoingMessage.body).where(OutgoingMessage.recipient == "lima@posts.example")
        body = session.scalars(newest.order_by(OutgoingMessage.id.desc())).first()
    return re.sub(r"\s+", " ", body.decode())


def test_the_day_wished_for_stands_beside_the_firm_one_on_review_and_task(desk):
    review = desk.get("/cables/1")
    task = accept(desk)

    assert review.says(SAID)
    assert review.says("Thu 30 Apr")
    assert task.says("Thursday 30 April 2009")
    assert task.says(SAID)
    assert not desk.get("/tasks/1").says("Preferably by")


def test_a_letter_tells_it_until_it_has_passed(world, desk):
    accept(desk)

    first, late = letter(world, "2009-04-24T13:00:00Z"), letter(world, "2009-04-29T13:00:00Z")

    assert "preferably by Mon 27 Apr, as the cable has it" in first
    assert "Report the host government" in late
    assert "1 working day" in late
    assert "as the cable has it" not in late


def test_a_day_that_a_person_sets_is_the_only_one(desk):
    accept(desk)

    page = desk.submit(desk.get("/tasks/3"), "/due", due__due_on="2009-05-05")

    assert not page.says("Preferably by")


def test_a_day_set_while_reviewing_is_the_only_one(desk):
    page = desk.get("/cables/1?change=3")
    desk.submit(page, "/change", due_on="2009-04-29")
    desk.submit(desk.get("/cables/1"), "/accept-all")

    assert not desk.get("/tasks/3").says("Preferably by")
