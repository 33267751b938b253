"""Days told behind an ask as those of use, or moved, and days inside an ask that are not its own: days_of_use.txt, moved_deadlines.txt.

A row is the days of the asks of a paragraph, a dash for none, x where there is no ask, and the paragraph of a cable of May 2, 2005.
"""

from pathlib import Path

import pytest
from test_days_apart import days

from tests.rows import in_parts
from tracker.cable import parse
from tracker.extraction import extract

ROWS = [
    tuple(line.split(" | ", 1))
    for name in ("days_of_use.txt", "moved_deadlines.txt")
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
]
OF_POST = """P 022108Z MAY 05
FM AMEMBASSY OSLO
TO SECSTATE WASHDC PRIORITY
UNCLAS OSLO 900699

SUBJECT: NETS

1. {text}
"""


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_the_day_of_use_is_found_whatever_the_letters(rows):
    wrong = [
        (wanted, text) for wanted, text in rows if {days(text) or "x", days(text.upper()) or "x"} != {wanted}
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We therefore urge OFDA to have the nets on the dock by May 14.", "2005-05-14"),
        ("We urge the Department to have an answer ready by May 14.", "2005-05-14"),
        ("We urge INR to let us have its view by May 14.", "2005-05-14"),
    ],
)
def test_a_post_urges_its_capital_by_a_day(text, day):
    (ask,) = extract(parse(OF_POST.format(text=text)), is_day_off=lambda _: False).actions

    assert ask.deadline is not None
    assert str(ask.deadline.day) == day


def test_it_is_quoted_as_it_stands_and_says_how_it_was_counted():
    text = "Please send us the name. The Director briefs his staff on June 3, and must have the name the day before."
    (ask,) = extract(parse(OF_POST.format(text=text)), is_day_off=lambda _: False).actions

    assert ask.deadline is not None
    assert ask.deadline.quote == "the day before"
    assert ask.deadline.explained[:2] == (
        "Read “the day before”.",
        "The day is told in a sentence of its own: “The Director briefs his staff on June 3, and must have the name the day before.”",
    )
