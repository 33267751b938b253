"""Days that hang on an event which the same cable dates elsewhere, once and by that name; and on nothing else."""

from datetime import date

import pytest
from test_reporting import BODY, TO_POSTS

from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import extract


def last_ask(text, head=TO_POSTS):
    return extract(parse(head + BODY.format(sentence=text)), is_day_off=is_washington_day_off).actions[-1]


HUNG = [
    (
        "The Herring Board meeting will be held in Bergen on May 23.",
        "Please report before the Herring Board meeting.",
        "2008-05-22",
    ),
    (
        "The Herring Board meeting will be held in Bergen on May 23.",
        "Please report prior to the meeting.",
        "2008-05-22",
    ),
    (
        "The Herring Conference will take place in Bergen May 3-5.",
        "Please send names before the conference opens.",
        "2008-05-02",
    ),
    (
        "The Herring Conference will take place in Bergen May 3-5.",
        "Please send names no later than the opening of the Herring Conference.",
        "2008-05-03",
    ),
    (
        "The Council will vote on the text on May 23.",
        "Please report the result the day after the vote.",
        "2008-05-24",
    ),
    # after an event, no day is said
    ("The Council will vote on the text on May 23.", "Please report the result after the vote.", None),
    # another event, an event without a day, two of the name, a day gone by
    (
        "The Herring Board meeting will be held in Bergen on May 23.",
        "Please report before the Cod Board meeting.",
        None,
    ),
    (
        "The Herring Board meeting will be held in Bergen in spring.",
        "Please report before the Herring Board meeting.",
        None,
    ),
    (
        "The Herring Board meeting will be held in Bergen on May 23. The Cod Board meeting will be held in Oslo on June 3.",
        "Please report before the meeting.",
        None,
    ),
    (
        "The Herring Board meeting was held in Bergen on February 23, 2008.",
        "Please report before the Herring Board meeting.",
        None,
    ),
]


@pytest.mark.parametrize(("told", "asked", "day"), HUNG)
def test_an_event_of_the_cable_gives_its_day(told, asked, day):
    found = last_ask(f"{told} {asked}")

    assert found.evidence.quote == asked
    assert found.deadline.day == (date.fromisoformat(day) if day else None)


def test_the_explanation_names_the_event_and_its_day():
    found = last_ask(
        "The Herring Board meeting will be held in Bergen on May 23. Please report before the meeting."
    )

    assert found.deadline.explained == (
        "Read “before the meeting”.",
        "The cable dates “Herring Board meeting” elsewhere: Friday, May 23, 2008.",
        "“Before” leaves that day out: the day before is the last.",
        "The day is Thursday, May 22, 2008.",
    )


def test_a_cable_without_a_day_of_sending_leaves_it_open():
    text = (
        "The Herring Board meeting will be held in Bergen on May 23, 2008. Please report before the meeting."
    )

    found = last_ask(text, "UNCLAS STATE 958001\n")

    assert found.deadline.day is None


def test_on_a_weekend_the_weekend_has_no_day():
    head = TO_POSTS.replace("101500Z", "151500Z")

    assert last_ask("Please report before the weekend.", head).deadline.day is None
