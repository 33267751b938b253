"""A heading run together on one line, wrapped anew or with lines lost gives what is still in it."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cable import addressees, parse
from tracker.cable.identifiers import is_number_line

ANNOTATED = Path(__file__).parents[1] / "annotated"
NUMBER = re.compile(r"^UNCLAS.*\n", re.MULTILINE)
FIELDS = (
    "sent_at",
    "precedence",
    "origin",
    "number",
    "classification",
    "tags",
    "subject",
    "handling",
    "executive_order",
)


def _headings():
    """Return headings with their transmission lines, cut behind the number and at the body."""
    found = []
    for path in sorted(ANNOTATED.glob("*.txt")):
        raw = path.read_text(encoding="utf-8").replace("\r", "")
        header = parse(raw).header
        number = NUMBER.search(raw, 0, header.end)
        is_numbered = number is not None and is_number_line(" ".join(number[0].split()))
        if number and is_numbered and raw.find("\nFM ", 0, number.start()) > 0:
            found.append((raw[: number.end()], raw[number.end() : header.end], raw[header.end :]))
    return found


HEADINGS = _headings()
OF_CARRIER = [whole for whole in HEADINGS if re.match(r"\s*(?:VZCZC|[ZOPR] (?:[ZOPR] )?\d{6}Z)", whole[0])]


def values(text):
    header = parse(text).header
    return {name: getattr(header, name) for name in FIELDS} | {
        "refs": [(r.label, r.id) for r in header.refs if r.id]
    }


def designators(text):
    return [(a.role, a.designator) for a in parse(text).header.addressees]


def rows(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def wrapped(words, width):
    return "\n".join(textwrap.wrap(words, width, break_on_hyphens=False, break_long_words=False))


def test_there_are_headings_to_try():
    assert len(HEADINGS) > 100


def test_a_heading_on_one_line_is_read_as_before():
    lost = sum(
        values(" ".join(rows(top)) + "\n" + labels + body) != values(top + labels + body)
        for top, labels, body in HEADINGS[::2]
    )

    assert lost == 0


def test_a_heading_on_one_line_keeps_its_addresses():
    routed = [
        (top, labels + body)
        for top, labels, body in HEADINGS
        if all(
            "/" in a or "FM " in a
            for a in rows(top)[rows(top).index(next(r for r in rows(top) if r.startswith("FM "))) : -1]
        )
    ]

    lost = [
        designators(top)
        for top, rest in routed
        if designators(" ".join(rows(top)) + "\n" + rest) != designators(top)
    ]

    assert len(routed) > 15
    assert lost == []


@pytest.mark.parametrize("width", [60, 78])
def test_of_wrapped_headings_nearly_all_values_are_read(width):
    whole = [
        (top + labels + body, wrapped(" ".join(rows(top + labels)), width) + "\n\n" + body)
        for top, labels, body in OF_CARRIER[::4]
    ]
    pairs = [(values(text)[name], values(again)[name]) for text, again in whole for name in FIELDS]

    assert sum(a != b for a, b in pairs) <= len(pairs) * 0.01


@given(st.sampled_from(OF_CARRIER), st.data())
def test_lines_may_run_together_or_be_lost_anywhere_above_the_number(heading, data):
    top, labels, body = heading
    lines = rows(top)
    kept = [line for line in lines[:-1] if data.draw(st.integers(0, 9)) or line.startswith("FM ")] + lines[
        -1:
    ]
    ends = [data.draw(st.sampled_from("\n ")) for _ in kept[1:]] + ["\n"]
    apart, together = "\n".join(kept) + "\n", "".join(a + b for a, b in zip(kept, ends, strict=True))

    assert values(together + labels + body) == values(apart + labels + body)


JOINED = (
    "VZCZCXYZ0009 PP RUEHWEB DE RUEHC #4411 1391210 ZNR UUUUU ZZH P 191200Z MAY 09 FM SECSTATE WASHDC "
    "TO RUEHQT/AMEMBASSY QUITO PRIORITY 0411 RUEHLP/AMEMBASSY LA PAZ PRIORITY 2210 INFO RUEHPE/AMEMBASSY LIMA 0033 "
    "BT UNCLAS STATE 004411 SIPDIS SENSITIVE STATE FOR WHA/AND E.O. 12958: N/A TAGS: PREL, EC SUBJECT: Market days "
    "REF: A. QUITO 12 B. LIMA 7 1. (U) Post should report by June 3."
)


def test_a_whole_cable_on_one_line_is_read():
    cable = parse(JOINED)
    header = cable.header

    assert [a.designator for a in header.action_addressees] == ["AMEMBASSY QUITO", "AMEMBASSY LA PAZ"]
    assert [a.designator for a in header.info_addressees] == ["AMEMBASSY LIMA"]
    assert (header.captions, header.handling, header.passing) == (
        ("SIPDIS",),
        ("SENSITIVE",),
        ("STATE FOR WHA/AND",),
    )
    assert (header.tags, header.subject) == (("PREL", "EC"), "Market days")
    assert [r.id for r in header.refs] == ["QUITO 12", "LIMA 7"]
    assert [s.text for s in cable.sentences] == ["Post should report by June 3."]


@pytest.mark.parametrize(
    ("origin", "place", "want"),
    [
        ("AMEMBASSY LIMA JOINT STAFF WASHINGTON DC", "LIMA", "AMEMBASSY LIMA"),
        ("SECSTATE WASHDC JOINT STAFF WASHINGTON DC", "STATE", "SECSTATE WASHDC"),
        ("SECSTATE WASHDC", "STATE", "SECSTATE WASHDC"),
        ("AMEMBASSY GUATEMALA CITY", "GUATEMALA", "AMEMBASSY GUATEMALA CITY"),
        ("SECDEF WASHINGTON DC", "SECDEF", "SECDEF WASHINGTON DC"),
        ("AMCONSUL HONG KONG", "HONG KONG", "AMCONSUL HONG KONG"),
        ("USMISSION USUN NEW YORK", "USUN NEW YORK", "USMISSION USUN NEW YORK"),
        ("CDR USSOUTHCOM MIAMI FL", "USSOUTHCOM", "CDR USSOUTHCOM MIAMI FL"),
    ],
)
def test_an_origin_ends_before_an_agency_glued_to_it(origin, place, want):
    assert addressees.origin_alone(origin, place) == want


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("AMEMBASSY LIMA USMISSION GENEVA", "AMEMBASSY LIMA"),
        ("USCINCPAC HONOLULU HI AMEMBASSY SUVA", "USCINCPAC HONOLULU HI"),
        ("RUEHC SECSTATE WASHDC", "RUEHC SECSTATE WASHDC"),
        ("AMEMBASSY GUATEMALA", "AMEMBASSY GUATEMALA"),
    ],
)
def test_the_first_of_glued_names_is_told(line, want):
    assert addressees.first_name(line) == want


def test_places_of_run_together_addresses_count_in_the_raw_text():
    spans = [JOINED[a.span.start : a.span.end] for a in parse(JOINED).header.addressees]

    assert spans == [
        "RUEHQT/AMEMBASSY QUITO PRIORITY 0411",
        "RUEHLP/AMEMBASSY LA PAZ PRIORITY 2210",
        "RUEHPE/AMEMBASSY LIMA 0033",
    ]


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("TO ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE RUEHTN/AMCONSUL CAPE TOWN 12", ["ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE", "AMCONSUL CAPE TOWN"]),
        ("TO AMEMBASSY PARIS AMEMBASSY ROME PRIORITY USMISSION GENEVA", ["AMEMBASSY PARIS", "AMEMBASSY ROME", "USMISSION GENEVA"]),
        ("TO USMISSION USUN NEW YORK 0012 RHMFISS/HQ USAFE RAMSTEIN AB GE", ["USMISSION USUN NEW YORK", "HQ USAFE RAMSTEIN AB GE"]),
        ("TO AMEMBASSY OSLO NIACT IMMEDIATE 0001 ZEN/AMEMBASSY BERN", ["AMEMBASSY OSLO", "AMEMBASSY BERN"]),
        ("TO RUEHGV/USMISSION TO UN GENEVA 0001", ["USMISSION TO UN GENEVA"]),
    ],
)  # fmt: skip
def test_addresses_run_together_are_told_apart(words, wanted):
    header = parse(
        f"R 010000Z JAN 08 FM SECSTATE WASHDC {words} UNCLAS STATE 000012\n\nSUBJECT: FISH\n\n1. One."
    ).header

    assert [a.designator for a in header.addressees] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "UNCLAS LIMA 000012\n\nSUBJECT: FISH\n\n1. THE MINISTER ASKED US TO ACT. INFO ADDRESSEES KNOW. RADIO FM STATIONS HELP.",
        "FM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n\nSUBJECT: FISH\n\n1. THEY WROTE TO AMEMBASSY QUITO FM AMEMBASSY LIMA.",
        "Dear all,\n\nWE ASK POST TO ACT AND INFO LIMA FM HERE.\n",
        "UNCLAS LIMA 000012\n\nSUBJECT: TALK ON FM AND AM RADIO\n\n1. One.",
    ],
)
def test_words_of_a_heading_in_a_text_part_no_line(text):
    header = parse(text).header

    assert all(a.designator == "SECSTATE WASHDC" for a in header.addressees)
    assert header.origin in (None, "AMEMBASSY LIMA")


@pytest.mark.parametrize(
    "line, precedence, sent",
    [
        ("O 120025Z  JUN  09", "IMMEDIATE", "2009-06-12"),
        (
            "00  RUEHWEB\nDE  RUEHC  #0012  1630049\nZNR  UUUUU  ZZH\nO 120025Z JUN 09",
            "IMMEDIATE",
            "2009-06-12",
        ),
    ],
)
def test_blanks_may_be_doubled_and_letters_be_noughts(line, precedence, sent):
    cable = parse(
        f"{line}\nFM  SECSTATE  WASHDC\n\nTO  AMEMBASSY  DAR  ES  SALAAM  IMMEDIATE  0000\n\nUNCLAS  STATE  000012\n"
    )

    assert cable.defects == ()
    assert cable.header.precedence == precedence
    assert str(cable.header.sent_at.date()) == sent
    assert cable.header.addressees[0].designator == "AMEMBASSY DAR ES SALAAM"


def test_a_banner_with_the_number_may_stand_above_the_carrier_lines():
    header = parse("UNCLASSIFIED STATE 00004411 " + JOINED).header

    assert (header.number, header.origin) == ("STATE 004411", "SECSTATE WASHDC")
