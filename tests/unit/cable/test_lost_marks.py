"""Marks that an archive lost are put back for the rules; what is quoted stays as it came."""

import pytest

from tracker.cable import parse
from tracker.cable.lost_marks import mended
from tracker.extraction import extract


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Post,s views are due.", "Post's views are due."),
        ("THE EMBASSY,S LIST", "THE EMBASSY'S LIST"),
        ("The draft is the Minister,s.", "The draft is the Minister's."),
        ("They don,t know.", "They don't know."),
        ("The &First Job8 program began.", 'The "First Job" program began.'),
        ("He said &it is late.8", 'He said "it is late."'),
        ("Send names, ships and dates.", "Send names, ships and dates."),
        ("AT&T and 8 others, so far", "AT&T and 8 others, so far"),
        ("Smith & Wesson sold 8", "Smith & Wesson sold 8"),
        ("R&D talks at the G8 summit", "R&D talks at the G8 summit"),
        ("the &old rules of 2008", "the &old rules of 2008"),
    ],
)
def test_a_lost_mark_is_put_back_in_its_place(words, read):
    assert mended(words) == read
    assert len(mended(words)) == len(words)


def test_what_is_quoted_keeps_the_sign_that_came():
    head = "R 101500Z MAR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\nUNCLAS STATE 958001\n\nTAGS: PREL\nSUBJECT: FJORDS\n\n"
    body = "1. The fjord is calm; post,s count\nof boats is\nneeded by March 20.\n"

    found = extract(parse(head + body), is_day_off=lambda day: False)

    assert [one.evidence.quote for one in found.actions] == ["post,s count of boats is needed by March 20."]
