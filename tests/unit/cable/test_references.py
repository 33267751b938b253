"""REF in every form the field has."""

from datetime import date

import pytest

from tracker.cable import parse
from tracker.cable.parts import ReferenceKind
from tracker.cable.references import day_in, references

SENT = date(2009, 3, 2)


def read(text):
    return references(text, 0, len(text), SENT)


def test_an_airgram_is_cited_with_its_day():
    found = read("A-2763, LIMA 12, CIRCULAR AIRGRAM 5925, JULY 26")

    assert [ref.text for ref in found] == ["A-2763", "LIMA 12", "CIRCULAR AIRGRAM 5925, JULY 26"]
    assert [ref.on for ref in found] == [None, None, date(2008, 7, 26)]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("STATE 252310", [(None, "STATE 252310")]),
        ("Jakarta 0065", [(None, "JAKARTA 65")]),
        ("SECSTATE 192079", [(None, "STATE 192079")]),
        (
            "(A)STATE 118258, (B)STATE 146306, (B)STATE 178055",
            [("A", "STATE 118258"), ("B", "STATE 146306"), ("B", "STATE 178055")],
        ),
        ("A) YEREVAN 68936 B) YEREVAN 72723", [("A", "YEREVAN 68936"), ("B", "YEREVAN 72723")]),
        ("A. A) KABUL 5855 (NOTAL)\n\n     B. B) OSLO 431 (NOTAL)", [("A", "KABUL 5855"), ("B", "OSLO 431")]),
        ("A. STATE 049307 (2006)", [("A", "06 STATE 49307")]),
        ("A. 2008 STATE 15777\n     B. STATE 7413", [("A", "2008 STATE 15777"), ("B", "STATE 7413")]),
        ("STATE 248810, 08", [(None, "08 STATE 248810")]),
        ("A. REF #1 STATE 430\nB. REF #2 LIMA 017", [("A", "STATE 430"), ("B", "LIMA 17")]),
        ("A. USUN\nNEW YORK 2071 B. 09\nSTATE 12", [("A", "USUN NEW YORK 2071"), ("B", "09 STATE 12")]),
        ("STATE 12, 13", [(None, "STATE 12"), (None, "STATE 13")]),
        ("08 STATE 07089", [(None, "08 STATE 7089")]),
        ("'08 STATE 07089", [(None, "08 STATE 7089")]),
        ("STATE 023570 AND 023568", [(None, "STATE 23570"), (None, "STATE 23568")]),
        (
            "STATE 12, 13 AND 14; ROME 5 & 6",
            [(None, "STATE 12"), (None, "STATE 13"), (None, "STATE 14"), (None, "ROME 5"), (None, "ROME 6")],
        ),
        ("STATE 107000\n        STATE 99654", [(None, "STATE 107000"), (None, "STATE 99654")]),
        ("(A) SAN JOSE 12 (B) PORT AU PRINCE 13", [("A", "SAN JOSE 12"), ("B", "PORT AU PRINCE 13")]),
        ("A: STATE 1 / B: STATE 2", [("A", "STATE 1"), ("B", "STATE 2")]),
        ("a. STATE 1\nb. STATE 2", [("A", "STATE 1"), ("B", "STATE 2")]),
        ("A. STATE 1\n\nC. STATE 2", [("A", "STATE 1"), ("C", "STATE 2")]),
        ("STATE12345", [(None, "STATE 12345")]),
        ("STATE 2 AND PREVIOUS", [(None, "STATE 2")]),
        ("STATE 2 (DTG 011200Z JAN 09)", [(None, "STATE 2")]),
        ("B. STATE 2", [("B", "STATE 2")]),
        ("LIMA A-45", [(None, None)]),
        (
            "A-2763, STATE 106369, STATE 109972",
            [(None, None), (None, "STATE 106369"), (None, "STATE 109972")],
        ),
        ("STATE 4411, LIMA A-45 AND LIMA 233", [(None, "STATE 4411"), (None, None), (None, "LIMA 233")]),
        ("(A) CA-4012 (B) STATE 77120", [("A", None), ("B", "STATE 77120")]),
        ("CIRCULAR AIRGRAM 5925, JULY 26; BRASILIA 6011", [(None, None), (None, "BRASILIA 6011")]),
        ("BRASILIA 6011, CIRCULAR AIRGRAM A-5925 OF JULY 26, 1974", [(None, "BRASILIA 6011"), (None, None)]),
        ("A. LA PAZ 12 B. LA PAZ 13", [("A", "LA PAZ 12"), ("B", "LA PAZ 13")]),
        ("ANKARA 2763, A. BONN 12", [(None, "ANKARA 2763"), ("A", "BONN 12")]),
        ("UNSCR 1737", [(None, None)]),
        ("6 FAM 1234", [(None, None)]),
        ("STATE 12/13", [(None, None)]),
        ("A. J. DOE LETTER", [("A", None)]),
        ("", []),
        ("A.", []),
    ],
)
def test_references_are_taken_apart(text, wanted):
    assert [(ref.label, ref.id) for ref in read(text)] == wanted


@pytest.mark.parametrize(
    "text, kind, on",
    [
        ("DOE EMAIL DATED 6 FEBRUARY", ReferenceKind.EMAIL, date(2009, 2, 6)),
        ("DOE/ROE E-MAILS OF 10/02/03", ReferenceKind.EMAIL, date(2003, 10, 2)),
        ("ROE-DOE TELCON OF OCTOBER 3", ReferenceKind.TELCON, date(2008, 10, 3)),
        ("DOE MEMO OF 5 MAY 2007 (NOTAL)", ReferenceKind.MEMO, date(2007, 5, 5)),
        ("IIR 6 123 4567 09", ReferenceKind.REPORT, None),
        ("UN REPORT 2009-01-31", ReferenceKind.REPORT, date(2009, 1, 31)),
        ("NOTICE OF 31 FEBRUARY 2009", ReferenceKind.OTHER, None),
        ("NOTICE OF 5 THINGS", ReferenceKind.OTHER, None),
    ],
)
def test_other_papers_have_a_kind_and_a_day(text, kind, on):
    (ref,) = read(text)

    assert (ref.kind, ref.on, ref.id) == (kind, on, None)


def test_a_day_without_year_needs_the_day_sent():
    assert day_in("EMAIL OF 6 FEBRUARY", None) is None


def test_what_a_reference_says_is_kept():
    (ref,) = read("07 STATE 071281 (NOTAL)")

    assert (ref.text, ref.year, ref.origin, ref.serial) == ("07 STATE 071281 (NOTAL)", 2007, "STATE", 71281)


def test_without_a_year_the_cables_own_counts_and_none_where_it_has_none():
    assert read("STATE 1")[0].year == 2009
    assert references("STATE 1", 0, 7, None)[0].year is None


def heading(refs, serial="000500"):
    return f"R 020000Z MAR 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA {serial}\n\nSUBJECT: FISH\n\n{refs}\n\n1. Text.\n"


@pytest.mark.parametrize(
    "refs, wanted",
    [
        ("REF: STATE 1", ["STATE 1"]),
        ("REFTEL: STATE 1", ["STATE 1"]),
        ("REF: A. STATE 1\n\n     B. STATE 2", ["STATE 1", "STATE 2"]),
        ("REF A: STATE 1\nREF B: STATE 2", ["STATE 1", "STATE 2"]),
        ("REF (A) STATE 1 (B) STATE 2", ["STATE 1", "STATE 2"]),
        ("REFS:\nA. STATE 1\nB. STATE 2", ["STATE 1", "STATE 2"]),
        ("REFS:\n\nSTATE 1\nSTATE 2", ["STATE 1", "STATE 2"]),
        ("REF: A. DOE E-MAIL ON THE MATTER OF FISH\n     OF 3 MARCH\n     B. STATE 2", [None, "STATE 2"]),
        ("REFS: (A) OSLO 4471, (B) STATE\n208190 (NOTAL)", ["OSLO 4471", "STATE 208190"]),
        ("REF: STATE 1\nEconoff met the ministry.", ["STATE 1"]),
        ("REF: STATE 1\n-------\nTITLE\n-------", ["STATE 1"]),
        ("REF: STATE 1\n\nThe ministry agreed.", ["STATE 1"]),
        ("REF: STATE 1 1. (U) Text in the same line.", ["STATE 1"]),
        ("REF:", []),
        (
            "REF/A/AMEMB SUVA/190311Z SEP 88/NOTAL//\nREF/B/STATE 2//\nREF/C/DOC/NWP 3128.3//",
            [None, "STATE 2", None],
        ),
    ],
)
def test_a_ref_block_ends_where_the_body_begins(refs, wanted):
    cable = parse(heading(refs))

    assert [ref.id for ref in cable.header.refs] == wanted


def test_a_later_number_of_the_same_origin_is_last_years():
    cable = parse(heading("REF: A. LIMA 900 B. LIMA 400 C. STATE 900 D. 08 LIMA 999"))

    assert [ref.year for ref in cable.header.refs] == [2008, 2009, 2009, 2008]
    assert [d.code for d in cable.defects] == ["ref-ahead"]
