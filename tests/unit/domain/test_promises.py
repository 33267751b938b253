"""A promised day stops the chasing until it has passed; an interim day reminds and makes nothing late."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.domain.test_handing_on import CHIEF, OWNER, found
from tests.unit.domain.test_reminding import CAPITAL, MEXICO, at, duty, reader
from tracker.domain import reminding
from tracker.domain.policy import Policy
from tracker.domain.reminding import Duty, Interim, Promise, Slot, Standing

FRIDAY = date(2008, 8, 8)


def promised(*promises: tuple[str, date | None]) -> Duty:
    return replace(duty(OWNER), promises=tuple(Promise(made_at=at(made), on=on) for made, on in promises))


def test_nobody_is_chased_before_the_promised_day_and_once_after_it() -> None:
    task = promised(("2008-08-05 15:00", FRIDAY))

    assert found(task)[2:6] == [
        "before-1 Tue 5 Aug 08:00",  # before it was promised
        "after-3 Mon 11 Aug 08:00",
        "promise Mon 11 Aug 08:00",
        "after-5 Wed 13 Aug 08:00",
    ]


def test_a_promise_does_not_stop_the_ladder() -> None:
    task = replace(promised(("2008-08-05 15:00", date(2008, 8, 20))), steps=(CHIEF, None))

    assert found(task, "ladder-1") == ["ladder-1 Mon 11 Aug 08:00 Chief"]


@pytest.mark.parametrize(
    "promises, rules",
    [
        # Another day was promised meanwhile: the first one's silence stays.
        (
            [("2008-07-29 15:00", FRIDAY), ("2008-08-06 15:00", date(2008, 8, 14))],
            ["first", "after-7", "promise"],
        ),
        # Taken back: from then on it is chased again.
        ([("2008-07-29 15:00", FRIDAY), ("2008-08-05 15:00", None)], ["first", "due", "after-1"]),
        # A shorter promise ends the longer one.
        (
            [("2008-07-29 15:00", date(2008, 8, 29)), ("2008-08-05 15:00", date(2008, 8, 6))],
            ["first", "promise", "after-1"],
        ),
    ],
)
def test_the_last_promise_stands(promises: list[tuple[str, date | None]], rules: list[str]) -> None:
    first_rules = [one.rule for one in reminding.reminders(promised(*promises))]

    assert sorted(first_rules[: len(rules)]) == sorted(rules)


def test_the_question_after_one_promise_is_another_than_after_the_next() -> None:
    once = promised(("2008-07-29 15:00", FRIDAY))
    again = promised(("2008-07-29 15:00", FRIDAY), ("2008-08-06 15:00", FRIDAY))

    asked = next(one.slot for one in reminding.reminders(once) if one.rule == "promise")

    assert asked not in {one.slot for one in reminding.reminders(again)}
    assert reminding.unwanted(asked, again) == "another day was promised"
    assert reminding.reason_of("promise") == "the promised day has passed"


def with_interim(*readers: reminding.Reader) -> Duty:
    interim = Interim(at=MEXICO.closing(date(2008, 8, 1)), what="draft to the desk", version=3)
    return replace(duty(*(readers or (OWNER,))), interim=interim)


def test_both_days_remind() -> None:
    rules = ("interim-before-1", "interim-due", "interim-after-1", "interim-after-3", "due")

    assert found(with_interim(), *rules) == [
        "interim-before-1 Thu 31 Jul 08:00",
        "interim-due Fri 1 Aug 08:00",
        "interim-after-1 Mon 4 Aug 08:00",
        "due Wed 6 Aug 08:00",
        "interim-after-3 Wed 6 Aug 08:00",
    ]


def test_only_who_owes_it_hears_of_the_interim_day() -> None:
    contact = replace(reader(CAPITAL), standing=Standing.CONTACT)

    assert not any(one.rule.startswith("interim") for one in reminding.reminders(with_interim(contact)))


def test_the_policy_decides_how_often_the_interim_day_is_told() -> None:
    task = replace(with_interim(), policy=Policy(interim_before=(), interim_after_at_most=0))

    assert [one.rule for one in reminding.reminders(task) if one.rule.startswith("interim")] == [
        "interim-due"
    ]


@pytest.mark.parametrize(
    "rule, words",
    [
        ("interim-before-1", "interim day: 1 working day before it"),
        ("interim-due", "interim day: on it"),
        ("interim-after-3", "interim day: 3 working days late"),
    ],
)
def test_interim_rules_have_plain_words(rule: str, words: str) -> None:
    assert reminding.reason_of(rule) == words


def test_an_interim_day_that_was_changed_voids_its_letters_and_not_those_of_the_due() -> None:
    task = with_interim()
    of_interim = Slot(task_id=1, rule="interim-due", deadline_version=2, recipient=OWNER.address)
    of_due = Slot(task_id=1, rule="due", deadline_version=1, recipient=OWNER.address)

    assert reminding.unwanted(of_interim, task) == (
        "the interim day was changed, or what was due then has come"
    )
    assert reminding.unwanted(replace(of_interim, deadline_version=3), task) is None
    assert reminding.unwanted(of_interim, replace(task, interim=None)) is not None
    assert reminding.unwanted(of_due, task) is None
