"""Who is told where a task stays late: each step once, on its net working day, the owner in copy."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.domain.test_reminding import CAPITAL, MEXICO, at, duty, planned, reader
from tracker.domain import ladder, reminding
from tracker.domain.policy import Policy
from tracker.domain.reminding import Duty, Slot, Standing

CHIEF = replace(reader(MEXICO, address="chief@posts.example"), standing=Standing.SUPERVISOR, name="Chief")
DIRECTOR = replace(
    reader(CAPITAL, address="director@desk.example"), standing=Standing.DIRECTOR, name="Director"
)


def late(**values: object) -> Duty:
    return replace(duty(), steps=(CHIEF, DIRECTOR), **values)


def steps(task: Duty) -> list[tuple[str, str]]:
    """Return the letters of the ladder as their words, and to whom."""
    found = [one for one in reminding.reminders(task) if one.rule.startswith(("ladder", "copy"))]
    return [(planned((one,))[0], one.reader.address) for one in found]


def test_each_step_is_told_at_its_day_and_the_owner_in_copy() -> None:
    assert steps(late()) == [
        ("ladder-1 Mon 11 Aug 08:00", "chief@posts.example"),
        ("copy-1 Mon 11 Aug 08:00", "mexico@posts.example"),
        ("ladder-2 Thu 14 Aug 07:00", "director@desk.example"),  # 08:00 in Washington
        ("copy-2 Thu 14 Aug 08:00", "mexico@posts.example"),
    ]


def test_the_ladder_has_plain_words() -> None:
    reasons = {one.rule: one.reason for one in reminding.reminders(late())}

    assert reasons["ladder-1"] == "3 working days late: escalation to the supervisor"
    assert reasons["copy-2"] == "6 working days late: copy of the escalation to the office director"
    assert reminding.reason_of("ladder-9") == "escalation to the next step"


@pytest.mark.parametrize(
    "end, day",
    [
        ("2008-08-08 20:00", "ladder-1 Wed 13 Aug 08:00"),  # waited Thu and Fri: counted are Mon, Tue, Wed
        ("2008-08-12 20:00", "ladder-1 Fri 15 Aug 08:00"),
        (None, None),
    ],
)
def test_days_of_waiting_do_not_count(end: str | None, day: str | None) -> None:
    waits = ((at("2008-08-06 15:00"), at(end) if end else None),)

    found = [words for words, _ in steps(late(waits=waits)) if words.startswith("ladder-1")]

    assert found == ([day] if day else [])


def test_a_step_is_taken_once_whoever_stands_on_it() -> None:
    before = Slot(task_id=1, rule="ladder-1", deadline_version=1, recipient="former@posts.example")

    owed = [one.rule for one in reminding.owed(late(), {before})]

    assert "ladder-1" not in owed
    assert "ladder-2" in owed


def test_another_due_begins_another_ladder() -> None:
    before = Slot(task_id=1, rule="ladder-1", deadline_version=1, recipient="chief@posts.example")

    assert "ladder-1" in [one.rule for one in reminding.owed(late(deadline_version=2), {before})]
    assert reminding.unwanted(before, late(deadline_version=2)) == "the due day was changed"
    assert reminding.unwanted(before, late()) is None


@pytest.mark.parametrize(
    "task",
    [
        late(due_at=None),
        late(readers=(), closed_as="done"),
        late(policy=Policy(ladder=())),
        replace(duty(), steps=(None, None)),
    ],
)
def test_there_may_be_no_ladder(task: Duty) -> None:
    assert steps(task) == []


def test_a_step_on_which_nobody_is_known_is_named() -> None:
    found = ladder.steps(replace(duty(), steps=(None, DIRECTOR)))

    assert [(one.number, one.on, one.reader) for one in found] == [
        (1, date(2008, 8, 11), None),
        (2, date(2008, 8, 14), DIRECTOR),
    ]
    assert ladder.steps(duty())[1].reader is None


def test_a_task_that_came_late_is_given_its_days() -> None:
    came = at("2008-08-20 15:00")  # Wednesday
    task = replace(
        duty(reader(since=came)), steps=(replace(CHIEF, since=came), replace(DIRECTOR, since=came))
    )

    found = [words for words, _ in steps(task) if words.startswith("ladder")]

    # It is counted from Thursday, the first day that its coming left whole.
    assert found == ["ladder-1 Tue 26 Aug 08:00", "ladder-2 Fri 29 Aug 07:00"]


def test_the_ladder_is_told_in_words() -> None:
    told = Slot(task_id=1, rule="ladder-1", deadline_version=1, recipient="chief@posts.example")
    waiting = late(waits=((at("2008-08-06 15:00"), None),))

    assert ladder.in_words(late(), {told}) == [
        "3 working days late: the supervisor was told (chief@posts.example)",
        "6 working days late (Thu 14 Aug): the office director is told (Director)",
    ]
    assert ladder.in_words(replace(waiting, steps=(CHIEF, None)), set()) == [
        "3 working days late (not while it waits): the supervisor is told (Chief)",
        "6 working days late: nobody is known as office director",
    ]
