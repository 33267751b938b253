"""Pure reporting asks nothing, and what looks like it and asks is still taken."""

import pytest
from reporting_sentences import FROM_A_POST, FROM_WASHINGTON

from tests.rows import in_parts
from tests.sentence_cables import BODY, TO_POSTS
from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import extract

TO_WASHINGTON = (
    "R 101500Z MAR 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nCDR USSOUTHCOM MIAMI FL\nUNCLAS OSLO 958002\n"
)


def asks(head, sentence):
    found = extract(parse(head + BODY.format(sentence=sentence)), is_day_off=is_washington_day_off)
    return [
        (one.evidence.quote, one.deadline and one.deadline.day and str(one.deadline.day), one.is_optional)
        for one in found.actions
    ]


@pytest.mark.parametrize("sentences", in_parts(FROM_WASHINGTON.strip().splitlines()))
def test_what_washington_tells_of_others_asks_nothing(sentences):
    found = [(sentence, asks(TO_POSTS, sentence)) for sentence in sentences]

    assert [one for one in found if one[1]] == []


@pytest.mark.parametrize("sentences", in_parts(FROM_A_POST.strip().splitlines()))
def test_what_a_post_tells_of_others_asks_nothing(sentences):
    found = [(sentence, asks(TO_WASHINGTON, sentence)) for sentence in sentences]

    assert [one for one in found if one[1]] == []


STILL_ASK = [
    ("The report must be submitted to the Department by April 4.", "2008-04-04"),
    ("Copies of the treaty should be sent to L/T by April 4.", "2008-04-04"),
    ("A decision by post is needed by April 4.", "2008-04-04"),
    ("Please say whether any step is needed on the second item by April 4.", "2008-04-04"),
    ("Grateful Embassy's help in reaching the harbor master and the carriers.", None),
    (
        "Embassy Riga's assistance in finding the owners' agent would be appreciated by April 4.",
        "2008-04-04",
    ),
    ("Emergency Action Committees are to test their radios by April 4.", "2008-04-04"),
    ("Supply the two tables by April 4.", "2008-04-04"),
    ("Limit distribution to those who need it.", None),
    ("Return signed originals by April 4.", "2008-04-04"),
    ("The report should be sent to the Board of Examiners by April 4.", "2008-04-04"),
    ("Number the pages of the draft and return it by April 4.", "2008-04-04"),
    ("Would be grateful for post's views on the draft by April 4.", "2008-04-04"),
    ("We are grateful for the work done and would appreciate a second draft by April 4.", "2008-04-04"),
    ("Comments cannot wait beyond April 4.", "2008-04-04"),
    ("Please answer ahead of the weekend.", "2008-03-14"),
]


@pytest.mark.parametrize(("sentence", "day"), STILL_ASK)
def test_what_looks_alike_and_asks_is_taken(sentence, day):
    assert asks(TO_POSTS, sentence) == [(sentence, day, False)]


def test_a_command_is_known_by_its_long_name():
    sentence = "U.S. Southern Command is requested to name the ship by April 4."

    assert asks(TO_WASHINGTON, sentence) == [(sentence, "2008-04-04", False)]


def test_two_passive_orders_with_a_day_each_are_two_asks():
    found = asks(TO_POSTS, "Sirens must be tested by April 4, and faults must be reported by May 9.")

    assert [one[:2] for one in found] == [
        ("Sirens must be tested by April 4", "2008-04-04"),
        ("faults must be reported by May 9.", "2008-05-09"),
    ]
