"""Days that hang on what the sentences before name, by a pronoun, a shorter name or another word: pointing_days.txt.

A row is the day in 2008 with its time ("-" where none can be known) and a text whose last ask it is due of; "//"
begins another paragraph and "\\n" breaks a line. The cable is of Monday, May 5.
"""

from pathlib import Path

import pytest

from tests.rows import in_parts
from tests.sentence_cables import BODY, TO_POSTS
from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import extract

MAY_5 = TO_POSTS.replace("101500Z MAR", "051500Z MAY")
ROWS = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("pointing_days.txt").read_text(encoding="utf-8").splitlines()
]


def broken(text):
    return text.replace("\\n", "\n").replace(" // ", "\n\n3. ")


def due_of(text):
    asks = extract(parse(MAY_5 + BODY.format(sentence=text)), is_day_off=is_washington_day_off).actions
    return asks[-1].deadline if asks else None


def day_of(text):
    due = due_of(text)
    day = f"{due.day:%m-%d}" if due and due.day else "-"
    return f"{day} {due.time}" if due and due.time else day


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_the_day_pointed_at_is_found_whatever_the_letters(rows):
    wrong = [
        (day, text) for day, text in rows if {day_of(broken(text)), day_of(broken(text).upper())} != {day}
    ]

    assert wrong == []


QUOTES = [
    (
        "Department needs posts' answers in hand when the committee meets on May 14.",
        "when the committee meets on May 14",
    ),
    ("To allow us to brief the Secretary on May 14, please report by OOB that day.", "by OOB that day"),
    ("Embassy Riga should report weekly, with the first report due May 9, until June 30.", "due May 9"),
    (
        "Posts should have their figures here for the opening of business on May 15.",
        "for the opening of business on May 15",
    ),
    ("The fair opens May 20. Post should staff the stand on the opening day.", "on the opening day"),
    (
        "Bids will be opened May 30. Post should tell bidders at least five working days in advance.",
        "at least five working days in advance",
    ),
    ("The fair opens in autumn. Please report two weeks in advance.", "two weeks in advance"),
]


@pytest.mark.parametrize(("text", "quote"), QUOTES)
def test_the_words_that_point_are_quoted(text, quote):
    assert due_of(text).quote == quote


def test_the_explanation_says_what_is_meant():
    due = due_of(
        "The team will land on May 20. It will need two cars. Embassy should hire them three days before its arrival."
    )

    assert due.explained == (
        "Read “three days before its arrival”.",
        "The cable dates “The team will land on May 20” elsewhere: Tuesday, May 20, 2008.",
        "3 days before are counted back from its first day.",
        "The day is Saturday, May 17, 2008.",
    )
