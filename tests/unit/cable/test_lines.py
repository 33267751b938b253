"""What the carrier put into the text is cut; what stays keeps its place."""

import pytest

from tracker.cable import parse
from tracker.cable.lines import banner_of, raw_offset, sheet_of
from tracker.cable.parts import Classification


def read(text):
    return sheet_of(text).text


@pytest.mark.parametrize(
    "line",
    [
        "PAGE 02        STATE   015113  182333Z",
        "PAGE 02 STATE 180074",
        "PAGE 02",
        "PAGE 02 OF 05 STATE 012345 011200Z",
        "OTTAWA 00000918 001.2 OF 003",
        "STATE 00226504  001.2 OF 002",
        "PORT AU PRINCE 00000918  002 OF 003",
        "UNCLASSIFIED",
        "   LIMITED OFFICIAL USE  ",
        "NNNN",
        "NNN",
        "BT",
        "#2699",
        "<< END OF DOCUMENT >>",
        "A Name Declassified/Released US Department of State EO Systematic Review 04 MAY 2006",
    ],
)
def test_a_line_of_the_carrier_is_cut(line):
    assert read(f"officials\n{line}\nwho attend") == "officials\nwho attend"


@pytest.mark.parametrize(
    "line",
    [
        "PAGE 2 OF THE REPORT",
        "PAGE 2 of the report",
        "PAGES 2 AND 3",
        "UNCLASSIFIED TALKS",
        "STATE 12345 AND 002 OF 003 others",
        "BTW",
        "#26990",
    ],
)
def test_a_line_of_the_text_stays(line):
    assert read(f"officials\n{line}\nwho attend") == f"officials\n{line}\nwho attend"


HEAD = "UNCLAS SECTION 01 OF 02 STATE 016219\n\nSUBJECT: FISH AND SHIPS IN\nTHE NORTH\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "encourage all STATE 00016219 002.2 OF 005 SUBJECT: FISH AND SHIPS IN THE NOR states to act",
        "encourage all STATE 00016219 002.2 OF 005 SUBJECT: FISH AND SHIPS IN THE NORTH states to act",
        "encourage all\nSTATE 00016219  002 OF 005\n\n\nSUBJECT: FISH AND SHIPS IN\nTHE\n\nstates to act",
        "encourage all STATE 00016219 002.2 OF 005 states to act",
        "encourage all states STATE 00016219 002.2 OF 005\nto act",
    ],
)
def test_a_page_count_inside_a_sentence_is_cut_with_the_running_subject(words):
    text = read(HEAD + words)

    assert " ".join(text[len(HEAD) :].split()) == "encourage all states to act"


def test_a_page_count_in_capitals_takes_only_the_origin_with_it():
    text = read(HEAD + "1. POSTS SHOULD ENCOURAGE ALL STATE 00016219 002.2 OF 005 STATES TO ACT")

    assert " ".join(text.split()).endswith("ENCOURAGE ALL STATES TO ACT")


def test_another_subject_behind_a_page_count_stays():
    assert "SUBJECT: OTHER" in read("one two three four five\nSTATE 00016219 002 OF 005\nSUBJECT: OTHER\n")
    assert "SUBJECT: OTHER" in read(HEAD + "STATE 00016219 002 OF 005\nSUBJECT: OTHER words\n")


def test_a_page_count_without_an_origin_is_cut():
    assert read("some lower words 00016219 002 OF 005 go on") == "some lower words  go on"


def test_a_subject_that_ends_the_text_is_cut():
    text = read(HEAD + "One.\nSTATE 00016219 002 OF 005\nSUBJECT: FISH AND")

    assert text.rstrip().endswith("One.")


@pytest.mark.parametrize("white", ["\t", "\xa0", "\u2003", "\x0b", "\x0c"])
def test_odd_blanks_become_blanks(white):
    assert read(f"a{white}b") == "a b"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028"])
def test_odd_line_ends_become_line_feeds(end):
    assert read(f"a{end}b").split("\n")[-1] == "b"


def test_written_out_line_feeds_and_a_byte_order_mark_are_no_text():
    sheet = sheet_of("\ufeffUNCLAS LIMA 000012 &#x000A;&#x000A;SUBJECT: FISH &#x000A;1. One two&#10;three.")

    assert sheet.text == "UNCLAS LIMA 000012 \n\nSUBJECT: FISH \n1. One two\nthree."


def test_evidence_leads_back_to_the_raw_text_across_a_cut():
    cable = parse(HEAD + "1. Posts should\nSTATE 00016219  002 OF 005\n\nreport by May 3.\n")
    (sentence,) = cable.sentences
    evidence = cable.evidence(sentence.start, sentence.end)

    assert evidence.quote == "Posts should report by May 3."
    assert [cable.raw[s.start : s.end].strip() for s in evidence.spans] == [
        "Posts should",
        "report by May 3.",
    ]


def test_every_place_of_the_text_has_its_place_in_the_raw_text():
    raw = "one\r\nBT\r\ntwo\r\nPAGE 02\r\nthree"
    sheet = sheet_of(raw)

    for at, sign in enumerate(sheet.text):
        if not sign.isspace():
            assert raw[raw_offset(sheet.pieces, at)] == sign


def test_an_empty_text_is_an_empty_sheet():
    assert sheet_of("").pieces == ()
    assert parse("").sentences == ()


def test_a_banner_classifies_a_text_without_number_line():
    assert banner_of("Some words\n UNCLASSIFIED \n") is Classification.UNCLASSIFIED
    assert banner_of("Some words") is None
    assert (
        parse("UNCLASSIFIED\n\nSUBJECT: FISH\n\n1. One.").header.classification is Classification.UNCLASSIFIED
    )
