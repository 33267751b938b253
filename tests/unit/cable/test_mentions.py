"""Cables that a cable cites: in REF, and by their number in the body."""

import pytest

from tracker.cable import parse
from tracker.cable.mentions import MOST, cited

HEAD = "R 241500Z APR 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA 000512\n\nSUBJECT: THE VISIT\n\n"


def found(text):
    return [(one.ids, one.label) for one in cited(parse(HEAD + text))]


def test_ref_gives_letters_and_a_year_only_where_it_is_written():
    assert found(
        "REF: A. STATE 041207\n     B. 08 STATE 115640\n     C. SMITH E-MAIL OF 6 FEBRUARY\n\n1. Text.\n"
    ) == [
        (("09STATE41207", "08STATE41207"), "A"),
        (("08STATE115640",), "B"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("As asked in State 041207, nothing was done.", ("09STATE41207", "08STATE41207")),
        ("See 08 STATE 115640.", ("08STATE115640",)),
        ("Our LIMA 000512 is this cable itself.", ()),
        ("Resolution 1540 and April 2009 name no cable; nor do 4,500 Soles.", ()),
        ("Room 4242 neither.", ()),
    ],
)
def test_the_body_names_a_cable_by_origin_and_serial(sentence, expected):
    ids = [one for names, _ in found(f"1. {sentence}\n") for one in names]

    assert [one for one in ids if one[2:].startswith(("STATE", "LIMA", "ROOM", "APRIL"))] == list(expected)


def test_it_stops_at_a_number_of_mentions_and_names_each_once():
    many = " ".join(f"State {number}." for number in range(1000, 1100))

    assert len(found(f"1. {many}\n")) == MOST
    assert len(found("REF: STATE 041207\n\n1. STATE 041207 spoke. State 041207 spoke.\n")) == 1
