"""Dated facts beside the status: acknowledged, delivered, reported; each told again is mended."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.work_world import SYSTEM, World
from tracker.errors import Invalid
from tracker.services import dated_facts, tasks
from tracker.services.dated_facts import Delivery
from tracker.services.installation import Actor
from tracker.store.tasks import Task


@pytest.fixture
def task(desk: World) -> Task:
    """Return a task, some days after its cable was sent."""
    made = desk.tasks()[1]
    desk.now += timedelta(days=3)
    return made


def do(desk: World, verb: Any, task_id: int, by: Actor = SYSTEM, **words: Any) -> Task:
    with desk.transaction() as session:
        done: Task = verb(session, task_id, **words, **desk.act(by))
        return done


def test_a_delivery_says_to_whom_when_and_by_whom(desk: World, task: Task) -> None:
    rosa = desk.officer("rosa", ("post staff", "AMEMBASSY LIMA"))
    first = Delivery(to=" Vice  Minister Ortiz ", on=date(2009, 4, 22))

    done = do(desk, dated_facts.deliver, task.id, by=rosa, delivery=first)

    assert (done.delivered_on, done.delivered_to, done.delivered_by) == (
        date(2009, 4, 22), "Vice Minister Ortiz", "Rosa",
    )  # fmt: skip
    assert (done.status, done.acknowledged_at) == ("open", desk.now)

    do(desk, dated_facts.deliver, task.id, delivery=Delivery(to="His deputy", on=date(2009, 4, 23), by="Ana"))

    with desk.reading() as session:
        line = session.get_one(Task, task.id).history[-1]
        assert line.before == {"on": "2009-04-22", "to": "Vice Minister Ortiz", "by": "Rosa"}
        assert line.after == {"on": "2009-04-23", "to": "His deputy", "by": "Ana"}


@pytest.mark.parametrize(
    ("delivery", "words"),
    [
        (Delivery(to=" ", on=date(2009, 4, 22)), "to whom it was handed"),
        (Delivery(to="x" * 201, on=date(2009, 4, 22)), "at most 200"),
        (Delivery(to="x", on=None), "Choose the day"),
        (Delivery(to="x", on=date(2009, 4, 24)), "still to come"),
        (Delivery(to="x", on=date(2009, 4, 18)), "before the day the cable was sent"),
        (Delivery(to="x", on=date(2009, 4, 22), by="y" * 121), "at most 120"),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(
    desk: World, task: Task, delivery: Delivery, words: str
) -> None:
    with pytest.raises(Invalid, match=words):
        do(desk, dated_facts.deliver, task.id, delivery=delivery)


def test_a_report_keeps_number_or_words_also_on_a_closed_task(desk: World, task: Task) -> None:
    with pytest.raises(Invalid, match="the number of the reply cable"):
        do(desk, dated_facts.report, task.id, note=" ")
    do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.")

    told = do(desk, dated_facts.report, task.id, note="LIMA 1234")
    again = do(desk, dated_facts.report, task.id, note="LIMA 1235")

    assert (told.reported_at, again.report, again.status) == (desk.now, "LIMA 1235", "done")
    with desk.reading() as session:
        assert session.get_one(Task, task.id).history[-1].before == {"report": "LIMA 1234"}


def test_the_first_word_of_the_post_acknowledges_and_later_ones_do_not_move_it(
    desk: World, task: Task
) -> None:
    first = desk.now
    do(desk, tasks.accept, task.id)
    desk.now += timedelta(days=1)
    do(desk, tasks.start, task.id)

    assert do(desk, tasks.reopen, do(desk, tasks.cancel, task.id).id).acknowledged_at == first


def test_taking_it_acknowledges_it_and_giving_it_does_not(desk: World, task: Task) -> None:
    rosa = desk.officer("rosa", ("post staff", "AMEMBASSY LIMA"))

    assert do(desk, tasks.assign, task.id, owner_id=rosa.officer_id).acknowledged_at is None
    do(desk, tasks.assign, task.id, owner_id=None)
    assert do(desk, tasks.take, task.id, by=rosa).acknowledged_at == desk.now
