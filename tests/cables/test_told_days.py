"""What an ask hangs on, told elsewhere in the cable in the same words: told_days.txt, and the quote and reasons of some.

A row is the day in 2008 ("-" where none can be known), what the cable tells, and what it asks.
"""

from datetime import date
from pathlib import Path

import pytest
from test_hung_days import last_ask

from tests.rows import in_parts

ROWS = [
    tuple(line.split(" | "))
    for line in Path(__file__).with_name("told_days.txt").read_text(encoding="utf-8").splitlines()
]


def day_asked(told, asked):
    due = last_ask(f"{told} {asked}").deadline
    return f"{due.day:%m-%d}" if due is not None and due.day is not None else "-"


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_the_day_told_elsewhere_is_found_whatever_the_letters(rows):
    wrong = [
        (day, told, asked)
        for day, told, asked in rows
        if {day_asked(told, asked), day_asked(told.upper(), asked.upper())} != {day}
    ]

    assert wrong == []


def test_a_weekday_before_it_belongs_to_the_words_read():
    due = last_ask(
        "The contractor begins work on May 22. Post should move the files by the Friday before the contractor begins work."
    ).deadline

    assert due.day == date(2008, 5, 16)
    assert due.quote == "by the Friday before the contractor begins work"
    assert due.explained == (
        "Read “by the Friday before the contractor begins work”.",
        "The cable dates “the contractor begins work” elsewhere: Thursday, May 22, 2008.",
        "The last Friday before it is meant.",
        "The day is Friday, May 16, 2008.",
    )


def test_nothing_is_taken_from_a_paper_to_hand_over():
    text = (
        "Please deliver the paper below before the tunnel opens.\n\n3. Begin text of non-paper:\n\n"
        "The tunnel opens on May 9.\n\nEnd text of non-paper."
    )

    assert last_ask(text).deadline.day is None


def test_a_release_is_no_sending_of_the_cable():
    due = last_ask(
        "The Bureau will release the report on May 9. Please brief hosts within 24 hours of release."
    )

    assert due.deadline.day == date(2008, 5, 10)
