"""Snoozes, promises, interim days and a task's own policy, on both databases."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.mail_world import World, at, offer, one_task, plan_of
from tracker.domain.due import Due
from tracker.errors import Conflict, Invalid
from tracker.services import interims, own_policies, promises, snoozes, tasks
from tracker.services.installation import Actor
from tracker.store.tasks import Task

MONDAY = date(2008, 8, 11)


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path)
    yield world
    world.close()


def do(world: World, verb: Any, task_id: int, now: str | None = None, **words: Any) -> Task:
    if now is not None:
        world.now = at(now)
    act = {"by": Actor.system("command"), "now": world.now, "installation": world.installation}
    with world.transaction() as session:
        task: Task = verb(session, task_id, **words, **act)
        return task


def coming(world: World, task_id: int, count: int = 3) -> list[str]:
    """Return the first letters to come as "before-1 08-05"."""
    plan = [one for one in plan_of(world, task_id) if one.is_to_come]
    return [f"{one.rule} {one.moment_at:%m-%d}" for one in plan[:count]]


def last_line(world: World, task_id: int) -> tuple[str, dict[str, Any]]:
    with world.transaction() as session:
        line = session.get_one(Task, task_id).history[-1]
        return line.kind, line.after


def test_a_snooze_moves_the_reminder_and_not_the_due(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")

    task = do(world, snoozes.snooze, task_id, "2008-08-04 15:00", until=MONDAY)

    assert task.due_on == date(2008, 8, 6)
    assert last_line(world, task_id) == ("snoozed", {"snoozed_until": "2008-08-11"})
    assert [offer(world, f"2008-08-{day:02} 13:00") for day in (5, 6, 7, 8, 11)] == [0, 0, 0, 0, 1]
    assert coming(world, task_id, 1) == ["after-5 08-13"]


def test_a_snooze_made_longer_keeps_what_was_put_off(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")
    do(world, snoozes.snooze, task_id, "2008-08-04 15:00", until=date(2008, 8, 7))

    do(world, snoozes.snooze, task_id, "2008-08-06 15:00", until=MONDAY)

    assert offer(world, "2008-08-08 13:00") == 0
    assert offer(world, "2008-08-11 13:00") == 1


def test_a_snooze_may_be_ended(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")
    do(world, snoozes.snooze, task_id, "2008-08-04 15:00", until=MONDAY)

    do(world, snoozes.wake, task_id, "2008-08-05 15:00")

    assert offer(world) == 1  # what was put off goes now
    with pytest.raises(Conflict):
        do(world, snoozes.wake, task_id)


@pytest.mark.parametrize("until", [None, date(2008, 8, 1), date(2008, 9, 1)])
def test_a_snooze_ends_within_a_month(world: World, until: date | None) -> None:
    task_id = one_task(world)

    with pytest.raises(Invalid):
        do(world, snoozes.snooze, task_id, until=until)


def test_nobody_is_chased_before_a_promised_day(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")

    task = do(world, promises.promise, task_id, "2008-08-04 15:00", on=date(2008, 8, 8), note="by Friday")

    assert task.promised_on == date(2008, 8, 8)
    assert [offer(world, f"2008-08-{day:02} 13:00") for day in (5, 6, 7, 8)] == [0, 0, 0, 0]
    assert coming(world, task_id, 2) == ["after-3 08-11", "promise 08-11"]
    assert offer(world, "2008-08-11 13:00") == 1


def test_a_promise_may_be_taken_back(world: World) -> None:
    task_id = one_task(world)
    offer(world, "2008-08-01 13:00")
    do(world, promises.promise, task_id, "2008-08-04 15:00", on=date(2008, 8, 8))

    task = do(world, promises.take_back, task_id, "2008-08-05 15:00")

    assert task.promised_on is None
    assert coming(world, task_id, 2) == ["due 08-06", "after-1 08-07"]
    with pytest.raises(Conflict):
        do(world, promises.take_back, task_id)


@pytest.mark.parametrize("on", [None, date(2008, 7, 31), date(2010, 1, 1)])
def test_a_promised_day_is_still_to_come(world: World, on: date | None) -> None:
    task_id = one_task(world)

    with pytest.raises(Invalid):
        do(world, promises.promise, task_id, on=on)


def test_an_interim_day_reminds_and_makes_nothing_late(world: World) -> None:
    task_id = one_task(world)

    task = do(
        world, interims.set_interim, task_id, due=Due(on=date(2008, 8, 4), time="NOON"), what="a  draft"
    )

    assert (task.interim_at, task.interim_what) == (at("2008-08-04 17:00"), "a draft")
    assert coming(world, task_id, 4) == [
        "first 08-01",
        "interim-before-1 08-01",
        "interim-due 08-04",
        "before-1 08-05",
    ]
    do(world, interims.meet, task_id, "2008-08-01 15:00", note="sent by e-mail")
    assert coming(world, task_id, 2) == ["first 08-01", "before-1 08-05"]


@pytest.mark.parametrize(
    "due, what, field",
    [
        (Due(on=None), None, "due_on"),
        (Due(on=date(2008, 7, 31)), None, "due_on"),
        (Due(on=date(2008, 8, 6), time="COB"), None, "due_on"),  # the due itself
        (Due(on=date(2008, 8, 4), time="dawn"), None, "due_time"),
        (Due(on=date(2008, 8, 4)), "x" * 121, "what"),
    ],
)
def test_an_interim_day_that_cannot_be_is_refused(
    world: World, due: Due, what: str | None, field: str
) -> None:
    task_id = one_task(world)

    with pytest.raises(Invalid) as refused:
        do(world, interims.set_interim, task_id, due=due, what=what)

    assert list(refused.value.fields) == [field]


def test_the_due_stays_behind_the_interim_day(world: World) -> None:
    task_id = one_task(world)
    do(world, interims.set_interim, task_id, due=Due(on=date(2008, 8, 5)))

    with pytest.raises(Invalid):
        do(world, tasks.change_due, task_id, due=Due(on=date(2008, 8, 5)))

    do(world, interims.drop, task_id)
    do(world, tasks.change_due, task_id, due=Due(on=date(2008, 8, 5)))
    with pytest.raises(Conflict):
        do(world, interims.drop, task_id)


def test_a_task_has_a_policy_of_its_own(world: World) -> None:
    task_id = one_task(world, accepted_at=at("2008-07-20 15:00"))

    task = do(
        world, own_policies.set_policy, task_id, values={"before": [9, 3], "after": 1, "on_due_day": False}
    )

    assert task.own_policy == {"before": [9, 3], "on_due_day": False}  # `after` is as the post has it
    assert last_line(world, task_id)[0] == "reminders changed"
    # Nine working days before lie behind: nothing is made up for.
    assert coming(world, task_id, 4) == ["first 08-01", "before-3 08-01", "after-1 08-07", "after-3 08-11"]
    again = do(world, own_policies.set_policy, task_id, values={"before": [5, 1], "on_due_day": True})
    assert again.own_policy is None


def test_the_same_policy_again_changes_nothing(world: World) -> None:
    task_id = one_task(world)

    task = do(world, own_policies.set_policy, task_id, values={"before": [5, 1]})

    assert (task.own_policy, task.version) == (None, 0)


def test_faults_of_a_policy_are_told_at_their_fields(world: World) -> None:
    task_id = one_task(world)

    with pytest.raises(Invalid) as refused:
        do(world, own_policies.set_policy, task_id, values={"before": [0], "after": 0, "send_at": "08:00"})

    assert set(refused.value.fields) == {"before", "after", "send_at"}


@pytest.mark.parametrize(
    "verb, words",
    [
        (snoozes.snooze, {"until": MONDAY}),
        (promises.promise, {"on": MONDAY}),
        (interims.set_interim, {"due": Due(on=MONDAY)}),
        (own_policies.set_policy, {"values": {}}),
    ],
)
def test_a_closed_task_is_not_waited_for(world: World, verb: Any, words: dict[str, Any]) -> None:
    task_id = one_task(world)
    do(world, tasks.cancel, task_id)

    with pytest.raises(Conflict):
        do(world, verb, task_id, **words)
