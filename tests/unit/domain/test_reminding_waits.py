"""What a wait spares, what it is asked now and then, and what waits for the end of the quiet hours."""

from dataclasses import replace
from typing import Any

import pytest

from tests.unit.domain.test_reminding import SINCE, at, duty, planned
from tracker.domain import reminding
from tracker.domain.duty import Interim, Wishes


@pytest.mark.parametrize(
    ("start", "end", "rules"),
    [
        ("2008-07-28 13:01", None, ["first", "waiting-5", "waiting-10"]),
        ("2008-07-25 15:00", None, ["first", "waiting-5", "waiting-10"]),
        ("2008-08-05 15:00", "2008-08-08 15:00", ["first", "before-5", "before-1", "after-1", "after-3"]),
        ("2008-07-30 13:00", "2008-07-30 13:01", ["first", "before-1", "due", "after-1"]),
        ("2008-07-30 13:01", "2008-08-05 13:00", ["first", "before-5", "before-1", "due", "after-1"]),
        ("2008-08-06 13:00", "2008-08-07 20:00", ["first", "before-5", "before-1", "after-1", "after-3"]),
    ],
)
def test_a_wait_spares_what_falls_in_it_and_asks_now_and_then_whether_it_lasts(
    start: str, end: str | None, rules: list[str]
) -> None:
    waiting = replace(duty(), waits=((at(start), at(end) if end else None),))

    found = [one.rule for one in reminding.reminders(waiting)]

    assert found[: len(rules)] == rules


def test_a_wait_without_a_due_day_leaves_the_first_letter_alone() -> None:
    waiting = replace(duty(due_at=None), waits=((SINCE, None),))

    found = [one.rule for one in reminding.reminders(waiting)]
    assert found == ["first", *(f"waiting-{days}" for days in range(5, 35, 5))]


def test_days_late_after_a_wait_are_counted_without_it() -> None:
    waits = ((at("2008-08-05 15:00"), at("2008-08-08 15:00")),)  # Tue to Fri, over the due day

    found = planned(reminding.reminders(replace(duty(), waits=waits)))

    assert found[3:5] == ["after-1 Mon 11 Aug 08:00", "after-3 Wed 13 Aug 08:00"]


def test_a_question_of_an_earlier_wait_is_another_than_that_of_this_one() -> None:
    first = replace(duty(due_at=None), waits=((SINCE, None),))
    again = replace(first, waits=((SINCE, at("2008-08-01 15:00")), (at("2008-08-11 15:00"), None)))
    over = replace(first, waits=((SINCE, at("2008-08-01 15:00")),))

    asked = {one.rule: one.slot for one in reminding.reminders(first)}["waiting-5"]

    assert asked not in {one.slot for one in reminding.reminders(again)}
    assert reminding.unwanted(asked, first) is None
    assert reminding.unwanted(asked, over) == "it waits no more"


@pytest.mark.parametrize(
    "now, leaves",
    [
        ("2008-08-07 12:59", "2008-08-07 13:00"),  # before its moment
        ("2008-08-07 15:00", "2008-08-07 15:00"),
        ("2008-08-08 00:59", "2008-08-08 00:59"),  # 19:59 there
        ("2008-08-08 01:00", "2008-08-08 12:00"),  # 20:00: the night begins
        ("2008-08-08 11:59", "2008-08-08 12:00"),
        ("2008-08-08 12:00", "2008-08-08 12:00"),  # 07:00
    ],
)
def test_what_was_missed_waits_for_the_end_of_the_quiet_hours(now: str, leaves: str) -> None:
    missed = next(one for one in reminding.reminders(duty()) if one.rule == "after-1")

    assert reminding.sends_at(missed, at(now)) == at(leaves)
    assert reminding.bundles([missed], at(now))[0].at == at(leaves)


@pytest.mark.parametrize(
    "now, leaves, changes",
    [
        ("2008-08-09 01:00", "2008-08-11 13:00", {}),  # Friday 20:00 there: the quiet hours end on Saturday
        ("2008-08-09 00:30", "2008-08-09 00:30", {}),  # still Friday
        ("2008-08-09 15:00", "2008-08-11 13:00", {}),  # Saturday: Monday 08:00
        ("2008-08-10 15:00", "2008-08-11 13:00", {}),
        ("2008-08-11 13:01", "2008-08-11 13:01", {}),
        ("2008-08-09 15:00", "2008-08-09 15:00", {"interim": Interim(at=at("2008-08-11 12:30"), what="", version=0)}),
        ("2008-08-09 15:00", "2008-08-11 13:00", {"interim": Interim(at=at("2008-08-12 12:30"), what="", version=0)}),
        ("2008-08-09 15:00", "2008-08-11 13:00", {"precedence": "IMMEDIATE"}),
        ("2008-08-09 15:00", "2008-08-11 13:00", {"precedence": "ROUTINE"}),
    ],
)  # fmt: skip
def test_what_was_missed_waits_for_the_readers_next_working_morning(
    now: str, leaves: str, changes: dict[str, Any]
) -> None:
    late = replace(duty(), **changes)
    missed = next(one for one in reminding.reminders(late) if one.rule == "after-1")

    assert reminding.sends_at(missed, at(now)) == at(leaves)


def test_what_was_meant_for_a_day_off_or_is_wished_at_once_leaves_on_a_day_off() -> None:
    saturday, first = at("2008-08-09 15:00"), reminding.reminders(duty())[0]
    wishing = replace(first, reader=replace(first.reader, wishes=Wishes(at_once=True)))
    meant = replace(first, at=at("2008-08-09 14:00"))

    assert [reminding.sends_at(one, saturday) for one in (wishing, meant)] == [saturday] * 2


@pytest.mark.parametrize(
    "whom, said",
    [
        ("the host government", "5 working days of waiting for the host government"),
        (None, "5 working days of waiting"),
    ],
)
def test_the_question_whether_it_still_waits_names_whom_it_waits_for(whom: str | None, said: str) -> None:
    waiting = replace(duty(due_at=None), waits=((SINCE, None),), waits_for=whom)

    reasons = {one.rule: one.reason for one in reminding.reminders(waiting)}

    assert reasons["waiting-5"] == said
