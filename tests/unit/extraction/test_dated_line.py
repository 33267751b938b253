"""The day a text without a date-time group was sent, by a line of its heading: deadlines are counted from it."""

from datetime import date

import pytest

from tracker.cable import parse
from tracker.extraction import extract

TEXT = (
    "UNCLAS STATE 130221\n{line}\n\nSUBJECT: GENERATORS\n\n1. The first round is in.\n\n"
    "2. Posts should send the second list within ten days.\n"
)


def day_of(line):
    read = extract(parse(TEXT.format(line=line)), is_day_off=lambda day: False)
    return read.actions[0].deadline.day


@pytest.mark.parametrize(
    "line", ["DATE: JULY 6, 1999", "DATE: 6 JUL 1999", "Date: 1999-07-06", "SENT: Tuesday, July 6, 1999"]
)
def test_a_line_with_a_day_tells_when_a_text_was_sent(line):
    assert day_of(line) == date(1999, 7, 16)


def test_a_year_is_no_hour():
    assert day_of("DATE: 21 OCT 2005") == date(2005, 10, 31)


@pytest.mark.parametrize("line", ["DATE: JULY 6", "DATE: 1999-13-40", "DATE: TO BE FIXED", "SIPDIS"])
def test_a_line_without_a_whole_day_leaves_the_day_open(line):
    assert day_of(line) is None


def test_a_date_time_group_comes_first():
    text = "R 101500Z MAR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\n" + TEXT.format(
        line="DATE: JULY 6, 1999"
    )

    read = extract(parse(text), is_day_off=lambda day: False)

    assert read.actions[0].deadline.day == date(2008, 3, 20)


def test_the_heading_itself_still_says_no_moment():
    assert parse(TEXT.format(line="DATE: JULY 6, 1999")).header.sent_at is None
