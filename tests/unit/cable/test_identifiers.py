"""Date-time groups, message numbers and the names they are filed under."""

from datetime import UTC, datetime

import pytest

from tracker.cable import identifiers
from tracker.cable.parts import Classification, Precedence

IMMEDIATE, PRIORITY, ROUTINE = Precedence.IMMEDIATE, Precedence.PRIORITY, Precedence.ROUTINE


@pytest.mark.parametrize(
    "words, moment, first, second",
    [
        ("P 312108Z JUL 08", datetime(2008, 7, 31, 21, 8, tzinfo=UTC), PRIORITY, None),
        ("O R 211730Z MAR 08", datetime(2008, 3, 21, 17, 30, tzinfo=UTC), IMMEDIATE, ROUTINE),
        ("R 142200Z MAR 1971", datetime(1971, 3, 14, 22, 0, tzinfo=UTC), ROUTINE, None),
        ("R 021647Z FEB 70", datetime(1970, 2, 2, 16, 47, tzinfo=UTC), ROUTINE, None),
        ("R 021647Z FEB 69", datetime(2069, 2, 2, 16, 47, tzinfo=UTC), ROUTINE, None),
        ("041456Z SEP 07 ZDK", datetime(2007, 9, 4, 14, 56, tzinfo=UTC), None, None),
        ("Z 010030R JAN 08", datetime(2008, 1, 1, 5, 30, tzinfo=UTC), Precedence.FLASH, None),
        ("R 010030B JAN 08", datetime(2007, 12, 31, 22, 30, tzinfo=UTC), ROUTINE, None),
        ("R 302200Z FEB 08", None, ROUTINE, None),
        ("R 012200Z FEB", None, ROUTINE, None),
        ("R 010000A JAN 0001", None, ROUTINE, None),
    ],
)
def test_a_date_time_group_is_a_moment_and_two_precedences(words, moment, first, second):
    group = identifiers.date_time_group(words)

    assert (group.moment, group.precedence, group.info_precedence) == (moment, first, second)


@pytest.mark.parametrize("words", ["FM AMEMBASSY LIMA", "R 012200Z FOO 08", "312108 JUL 08", "TO 012200Z"])
def test_other_lines_are_no_date_time_group(words):
    assert identifiers.date_time_group(words) is None


@pytest.mark.parametrize(
    "words, level, section, origin, serial, rest",
    [
        ("UNCLAS STATE 082699", "UNCLASSIFIED", None, "STATE", "082699", ""),
        ("UNCLAS SECTION 01 OF 05 STATE 016219", "UNCLASSIFIED", (1, 5), "STATE", "016219", ""),
        (
            "UNCLASSIFIED SECTION TWO OF THREE PORT AU PRINCE 01234",
            "UNCLASSIFIED",
            (2, 3),
            "PORT AU PRINCE",
            "01234",
            "",
        ),
        ("UNCLAS STATE 115948 SECTION 01 OF 07", "UNCLASSIFIED", (1, 7), "STATE", "115948", ""),
        ("UNCLAS FINAL SECTION OF 02 LIMA 000123", "UNCLASSIFIED", (2, 2), "LIMA", "000123", ""),
        ("LIMITED OFFICIAL USE STATE 180074", "LIMITED OFFICIAL USE", None, "STATE", "180074", ""),
        ("C O N F I D E N T I A L STATE 004410", "CONFIDENTIAL", None, "STATE", "004410", ""),
        ("S E C R E T ROME 001234 SIPDIS", "SECRET", None, "ROME", "001234", "SIPDIS"),
        ("TOP SECRET STATE 1234", "TOP SECRET", None, "STATE", "1234", ""),
        (
            "UNCLAS SECTION ONE OF MANY LIMA 000123",
            "UNCLASSIFIED",
            None,
            "SECTION ONE OF MANY LIMA",
            "000123",
            "",
        ),
        ("UNCLAS", "UNCLASSIFIED", None, None, None, ""),
    ],
)
def test_a_number_line_is_taken_apart(words, level, section, origin, serial, rest):
    found = identifiers.message_number(words)

    assert found.classification is Classification(level)
    assert (found.section, found.origin, found.serial, found.rest) == (section, origin, serial, rest)


def test_controls_of_a_number_line_are_handling():
    found = identifiers.message_number("UNCLAS E F T O//FOUO STATE 012345")

    assert found.handling == ("EFTO", "FOUO")


def test_other_lines_carry_no_number():
    assert identifiers.message_number("SECRETARY HALE WILL VISIT") is None


@pytest.mark.parametrize(
    "origin, serial, year, wanted",
    [
        ("STATE", "082699", 2008, "08STATE82699"),
        ("SECSTATE", "12", 1975, "75STATE12"),
        ("USUN NEW YORK", "000345", 2003, "03USUNNEWYORK345"),
        ("San Jose", "001671", 2005, "05SANJOSE1671"),
    ],
)
def test_a_cable_is_filed_under_year_origin_and_serial(origin, serial, year, wanted):
    assert identifiers.canonical_id(origin, serial, year) == wanted
