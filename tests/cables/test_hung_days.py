"""Days that hang on an event which the same cable dates elsewhere, once and by that name; and on nothing else."""

from datetime import date

import pytest

from tests.sentence_cables import BODY, TO_POSTS
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
    (
        "The Herring Board meeting will be held in Bergen on May 23.",
        "Reports should be sent within two weeks of the Herring Board meeting.",
        "2008-06-06",
    ),
    (
        "The Herring Conference will take place in Bergen May 3-5.",
        "Please report no later than three days after the conference.",
        "2008-05-08",
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


@pytest.mark.parametrize(("year", "day"), [(", 2008", date(2008, 5, 22)), ("", None)])
def test_without_a_day_of_sending_only_an_event_with_its_year_gives_a_day(year, day):
    text = (
        f"The Herring Board meeting will be held in Bergen on May 23{year}. Please report before the meeting."
    )

    found = last_ask(text, "UNCLAS STATE 958001\n")

    assert found.deadline.day == day


def test_on_a_weekend_the_weekend_has_no_day():
    head = TO_POSTS.replace("101500Z", "151500Z")

    assert last_ask("Please report before the weekend.", head).deadline.day is None


BACK = [
    ("Names are to reach us by COB May 5. Please find out before then who sails.", "2008-05-04"),
    ("Please send the names by May 5. The tallies should also be here by then.", "2008-05-05"),
    (
        "Please send the names by May 5. Embassy should call on the ministry no later than that date.",
        "2008-05-05",
    ),
    (
        "Posts should answer by May 5. Posts that miss the day should send the figures by the following Monday.",
        "2008-05-12",
    ),
    (
        "Posts should answer by May 6. Embassies without a consul should do so by the following Friday.",
        "2008-05-09",
    ),
    ("The minister sails on May 5. Please find out before then who joins him.", "2008-05-04"),
    ("The board meets on May 20; please reply before then.", "2008-05-19"),
    ("THE DESK WILL CALL HIS AUNT ON MAY 20. GRATEFUL FOR A WORD BEFORE THEN.", "2008-05-19"),
    # no ask above has a day, or it is not the one meant
    ("The board meets on May 20 and again on May 28. Please reply before then.", None),
    ("Please send the names soonest. Please find out before then who sails.", None),
    ("Please send the names by May 5. Please report before the minister's speech.", None),
]


@pytest.mark.parametrize(("text", "day"), BACK)
def test_a_day_may_be_that_of_the_ask_above(text, day):
    assert last_ask(text).deadline.day == (date.fromisoformat(day) if day else None)


def test_the_explanation_names_the_day_above():
    found = last_ask("Please send the names by COB May 5. Please send the tallies by then.")

    assert (found.deadline.time, found.deadline.explained) == (
        "COB",
        (
            "Read “by then”.",
            "The words point to a day named before.",
            "The day named before is Monday, May 5, 2008.",
            "The day is Monday, May 5, 2008.",
        ),
    )


TRAVELS = [
    ("The Herring Board meets on May 20.", "before it meets", "2008-05-19"),
    ("The Herring Board meets on May 20.", "two days before it meets", "2008-05-18"),
    ("The diving course runs from May 19 to 30.", "within ten days of its conclusion", "2008-06-09"),
    ("Under Secretary Lund will visit Bergen on May 20-21.", "before her arrival", "2008-05-19"),
    (
        "Under Secretary Lund will visit Bergen on May 20-21.",
        "within two days of her departure",
        "2008-05-23",
    ),
    (
        "The diving course runs from May 19 to 30. The Herring Board meets on May 20.",
        "before it meets",
        "2008-05-19",
    ),
    ("The law is to be signed soon.", "before it is signed", None),
    (
        "A survey team will be in Bergen from May 20 to 22.",
        "one week before the team's arrival",
        "2008-05-13",
    ),
    (
        "A survey team will be in Bergen from May 20 to 22.",
        "not later than the day before the team leaves",
        "2008-05-21",
    ),
    (
        "CODEL Harlow will visit Bergen from May 20 to 22.",
        "within ten days after departure of the CODEL",
        "2008-06-01",
    ),
    (
        "The Herring Board session opens on May 20.",
        "before the session, since the hall fills early",
        "2008-05-19",
    ),
    ("The Herring Board session opens on May 20.", "before the session, to be safe", "2008-05-19"),
    (
        "The Herring Board session opens on May 20.",
        "before the opening session to report which boats sail",
        "2008-05-19",
    ),
    (
        "The Board's experts meet in Lisbon from May 20 to 22.",
        "within two weeks of the close of the Lisbon meeting",
        "2008-06-05",
    ),
    (
        "The final planning conference takes place on May 20-21.",
        "within 48 hours of the close of the planning conference",
        "2008-05-23",
    ),
    (
        "The final planning conference takes place on May 20-21.",
        "not later than three working days before the planning conference",
        "2008-05-15",
    ),
    (
        "The diving course runs from May 19 to 30.",
        "not later than two weeks before the first day of the course",
        "2008-05-05",
    ),
    ("The mayor will visit Bergen on May 25.", "before the meeting", None),
]


@pytest.mark.parametrize(("told", "when", "day"), TRAVELS)
def test_a_day_may_hang_on_who_comes_and_goes(told, when, day):
    found = last_ask(f"{told} Embassy should send the list of speakers {when}.")

    assert found.deadline.day == (date.fromisoformat(day) if day else None)


def test_who_comes_and_goes_is_found_in_capitals():
    text = "CODEL HARLOW WILL VISIT BERGEN FROM MAY 20 TO 22. EMBASSY SHOULD SEND THE BILLS WITHIN TEN DAYS AFTER DEPARTURE OF THE CODEL."

    assert last_ask(text).deadline.day == date(2008, 6, 1)
