"""Asks that come back: finishing one opens the next, until a day, on both databases."""

from datetime import date
from typing import Any

import pytest

from tests.mail_world import World, at, one_task, plan_of
from tracker.domain.due import Due
from tracker.domain.recurring import day_after, in_words
from tracker.errors import Conflict, Invalid
from tracker.services import series, tasks
from tracker.services.installation import Actor
from tracker.store.tasks import Task

YEAR_END = date(2008, 12, 31)


def do(world: World, verb: Any, task_id: int, now: str | None = None, **words: Any) -> int:
    if now is not None:
        world.now = at(now)
    act = {"by": Actor.system("command"), "now": world.now, "installation": world.installation}
    with world.transaction() as session:
        return verb(session, task_id, **words, **act).id


def whole(world: World, task_id: int) -> list[tuple[int, date | None, str]]:
    """Return the series of a task: which time, due when, in which state."""
    with world.transaction() as session:
        found = series.of_task(session, session.get_one(Task, task_id))
        return [(one.occurrence, one.due_on, one.status) for one in found]


def test_finishing_one_opens_the_next_with_its_own_reminders(world: World) -> None:
    task_id = one_task(world)
    do(world, series.repeat, task_id, every_months=3, until=date(2009, 3, 1))

    do(world, tasks.complete, task_id, "2008-08-06 15:00", outcome="reported", note="Told by cable.")

    assert whole(world, task_id) == [(1, date(2008, 8, 6), "done"), (2, date(2008, 11, 6), "open")]
    with world.transaction() as session:
        following = series.of_task(session, session.get_one(Task, task_id))[1]
        line = following.history[0]
    assert (line.kind, line.note) == ("created", f"It comes back after task {task_id}.")
    rules = [(one.rule, f"{one.moment_at:%Y-%m-%d}") for one in plan_of(world, following.id)[:4]]
    assert rules == [
        ("first", "2008-08-07"),
        ("before-5", "2008-10-30"),
        ("before-1", "2008-11-05"),
        ("due", "2008-11-06"),
    ]


def test_the_series_ends_on_its_last_day(world: World) -> None:
    task_id = one_task(world)
    do(world, series.repeat, task_id, every_months=3, until=date(2008, 11, 6))

    do(world, tasks.complete, task_id, outcome="reported", note="Told by cable.")
    with world.transaction() as session:
        last = series.of_task(session, session.get_one(Task, task_id))[-1].id
    do(world, tasks.complete, last, outcome="reported", note="Told by cable.")

    assert [status for _, _, status in whole(world, task_id)] == ["done", "done"]


def test_one_that_is_done_again_opens_no_second(world: World) -> None:
    task_id = one_task(world)
    do(world, series.repeat, task_id, every_months=1, until=YEAR_END)
    do(world, tasks.complete, task_id, outcome="reported", note="Told by cable.")

    do(world, tasks.reopen, task_id)
    do(world, tasks.complete, task_id, outcome="reported", note="Told by cable.")

    assert len(whole(world, task_id)) == 2


def test_one_that_is_declined_or_cancelled_opens_nothing(world: World) -> None:
    task_id = one_task(world)
    do(world, series.repeat, task_id, every_months=1, until=YEAR_END)

    do(world, tasks.cancel, task_id)

    assert len(whole(world, task_id)) == 1


def test_a_series_may_be_stopped(world: World) -> None:
    task_id = one_task(world)
    with pytest.raises(Conflict):
        do(world, series.stop, task_id)
    do(world, series.repeat, task_id, every_months=1, until=YEAR_END)

    do(world, series.stop, task_id)
    do(world, tasks.complete, task_id, outcome="reported", note="Told by cable.")

    assert len(whole(world, task_id)) == 1


@pytest.mark.parametrize(
    "words, field",
    [
        ({"every_months": 2, "until": YEAR_END}, "every"),
        ({"every_months": 3, "until": None}, "until"),
        ({"every_months": 3, "until": date(2008, 11, 5)}, "until"),
    ],
)
def test_a_series_that_cannot_be_is_refused(world: World, words: dict[str, Any], field: str) -> None:
    task_id = one_task(world)

    with pytest.raises(Invalid) as refused:
        do(world, series.repeat, task_id, **words)

    assert list(refused.value.fields) == [field]


def test_a_task_without_a_day_does_not_come_back(world: World) -> None:
    task_id = one_task(world, said=Due(on=None))

    with pytest.raises(Invalid):
        do(world, series.repeat, task_id, every_months=3, until=YEAR_END)


def test_a_task_that_does_not_come_back_is_a_series_of_one(world: World) -> None:
    task_id = one_task(world)

    do(world, tasks.complete, task_id, outcome="reported", note="Told by cable.")

    assert whole(world, task_id) == [(1, date(2008, 8, 6), "done")]


@pytest.mark.parametrize(
    "first, months, day",
    [
        (date(2008, 8, 6), 3, date(2008, 11, 6)),
        (date(2008, 11, 30), 3, date(2009, 2, 28)),
        (date(2008, 1, 31), 1, date(2008, 2, 29)),
        (date(2008, 12, 31), 12, date(2009, 12, 31)),
    ],
)
def test_a_month_without_the_day_takes_its_last(first: date, months: int, day: date) -> None:
    assert day_after(first, months) == day


def test_a_series_has_plain_words() -> None:
    assert in_words(3, YEAR_END) == "quarterly until 31 Dec 2008"
    assert in_words(5, YEAR_END) == "every 5 months until 31 Dec 2008"
