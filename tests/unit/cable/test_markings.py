"""The door's look at classification marks: every shape of mark is held, innocent lines never."""

import random

import pytest

from tests.rows import in_parts
from tracker.cable import markings

MARKED = (
    "SECRET",
    "S E C R E T",
    "T O P  S E C R E T",
    "T O P S E C R E T",
    "CONFIDENTIAL",
    "SECRET//NOFORN",
    "TOP SECRET//SI//TK//NOFORN",
    "SECRET//REL TO USA, GBR, AUS",
    "CONFIDENTIAL/NOFORN",
    "SECRET NOFORN",
    "CONFIDENTIAL - EXDIS",
    "*** SECRET ***",
    "[CONFIDENTIAL]",
    "<SECRET>",
    "Secret//Noforn",
    "COSMIC TOP SECRET",
    "NATO CONFIDENTIAL",
    "C O N F I D E N T I A L SECTION 01 OF 02 QUITO 000123",
    "S E C R E T STATE 004410",
    "CONFIDENTIAL STATE 004410",
    "SECRET SECTION 01 OF 03 AMMAN 001234",
    "CONFIDENTIAL PORT AU PRINCE 001234",
    "SECRET PAGE 02 OF 04",
    "PAGE 02 STATE 012345 SECRET",
    "Classification: SECRET",
    "CLASSIFICATION: CONFIDENTIAL//NOFORN",
    "Original Classification: CONFIDENTIAL",
    "Overall classification: Top Secret",
    "Classified By: Charge d'Affaires Jane Doe, reasons 1.4 (b) and (d)",
    "CLASSIFIED BY: DCM JOHN DOE. REASON 1.5 (B) AND (D)",
    "Derived from: DSCG 05-1",
    "Derived From: Multiple Sources",
    "Declassify on: 20330101",
    "DECLASSIFY ON: 25X1",
    "DECL: 01/02/2019",
    "Reason: 1.4 (b)",
    "E.O. 12958: DECL: 02/23/2020",
    "EO 12958 DECL: 2020/02/23",
    "EO 12958: decl: 6/30/08",
    "E.O. 11652: GDS",
    "E.O. 12065: GDS 1/1/86 (DOE, JOHN)",
    "E.O. 12356: DECL: OADR",
    "SIPDIS E.O. 13526: DECL: 2030/01/02",
    "ZNY CCCCC ZZH",
    "ZNY SSSSS",
    "ZNY TTTTT ZZH",
    "1. (C) The minister said no.",
    "12. (S/NF) The general agreed.",
    "(TS//SI) The source said no.",
    "3. (S//REL TO USA, GBR) Talks go on.",
    "-- (C) A first point.",
    "a. (C) A first point.",
    "\u00b64. (C) The ministry agreed.",
    "4 (C) The ministry agreed.",
    "(CONFIDENTIAL) The ministry agreed.",
    "( C ) The ministry agreed.",
    "(C-NF) The ministry agreed.",
    "SUBJECT: (C) TALKS ON FISH",
    "SUBJECT: TALKS ON FISH (S)",
    "SUBJECT: (S/NF) TALKS",
    "SUBJECT: [SECRET] TALKS",
    "Subject: SECRET//NOFORN TALKS",
    "THIS CABLE IS CLASSIFIED SECRET.",
    "(S) ENTIRE TEXT.",
    "1. CONFIDENTIAL - ENTIRE TEXT.",
    "1. (C - ENTIRE TEXT) The ministry agreed.",
    "S\u200bE\u200bC\u200bR\u200bE\u200bT",
    "\u0405\u0415\u0421R\u0415\u0422//NOFORN",
    "\uff33\uff25\uff23\uff32\uff25\uff34",
    '"SECRET"',
    "S-E-C-R-E-T",
    "S.E.C.R.E.T",
    "1. (U) This is it. 2. (C) The ministry agreed to it.",
    "CONFIDENTIAL SIPDIS",
    "SECRET TOSEC 040012 STATE 012345",
    "CLASSIFIED BY JOHN DOE, AMBASSADOR,\nREASON 1.4 (B)",
    "SUBJECT: TALKS ON FISH AND\nOTHER MATTERS (C)",
    "1. (U) Text.\n\n2. (S) More text.",
)

INNOCENT = (
    "UNCLAS STATE 082699",
    "UNCLASSIFIED",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "UNCLASSIFIED//FOUO",
    "SENSITIVE BUT UNCLASSIFIED",
    "(SBU) The minister agreed.",
    "1. (U) The minister agreed.",
    "2. (SBU/NF) The minister agreed.",
    "LIMITED OFFICIAL USE STATE 180074",
    "(C) 2008 Example Publishing",
    "(C) Copyright 1999 Example",
    "- (C) 2003 by the author",
    "(c) provide the names of participants",
    "Confidential Assistant to the Secretary",
    "CONFIDENTIAL ASSISTANT TO THE SECRETARY",
    "SECRETARY OF STATE",
    "SECRETARY HALE WILL VISIT",
    "SECRET SERVICE AGENTS WILL TRAVEL",
    "SECRET BALLOT",
    "The vote was held by secret ballot.",
    "CONFIDENTIALITY AGREEMENT",
    "CONFIDENTIAL BUSINESS INFORMATION",
    "THE REPRESENTATIVE(S) OF THE POST(S)",
    "SUBJECT: NOMINATION OF REPRESENTATIVE(S)",
    "SUBJECT: CONFIDENTIAL INFORMANTS IN FISHERIES LAW",
    "SUBJECT: SECRET BALLOT IN THE UNGA",
    "E.O. 12958: N/A",
    "E.O. 11652: N/A",
    "E.O. 13224 DESIGNATIONS",
    "E.O. 12958: DECL: N/A",
    "ZNR UUUUU ZZH",
    "S/CT will visit. (S/CT) and (S/WCI) agree.",
    "(S/CT) will visit.",
    "(S/P) will visit.",
    "(C-SPAN) will broadcast.",
    "C-130 aircraft",
    "CLASSIFIED BY THE MINISTRY AS HAZARDOUS GOODS",
    "Derived from: the sale of fish",
    "classified ads",
    "The documents were declassified on May 3.",
    "DECLARATION OF PRINCIPLES",
    "DECLINED",
    "Reason: the minister was ill",
    "Article 1.4 (b) of the treaty",
    "the confidential annex to the report",
    "Keep this confidential.",
    "He kept it secret.",
    "The text is confidential until the vote.",
    "Please visit the Classified Website at",
    "SECRET SANTA PARTY 2009",
    "Post should send no classified replies.",
    "Vitamin (C) is",
    "UNCLAS E F T O STATE 012345",
    "N O T E",
    "A B C D",
    "SCIENCE AND TECHNOLOGY (S AND T)",
    "THE CONFIDENTIAL",
    "TO BE KEPT CONFIDENTIAL.",
    "This message is confidential and may be privileged.",
    "Confidential Assistant Jane Roe will travel.",
    "SECRET SERVICE 2009 VISIT",
    "Posts may send a confidential note.",
    "(A) STATE 12, (B) STATE 13\n(C) PARIS 15",
    "(Q) one\n(R) two\n(S) three",
    "SUBJECT: ITEMS (A), (B) AND\nPARTS (C)",
)

WHO = (
    "The ministry",
    "Post",
    "A confidential source",
    "The secretary",
    "THE SECRETARIAT",
    "Embassy",
    "(SBU) The team",
)
DOES = (
    "will classify",
    "declassified",
    "sent",
    "reviewed",
    "derived",
    "asked for",
    "keeps secret",
    "published",
)
WHAT = ("the ballot", "the annex (C)", "a secret ballot", "E.O. 13224 names", "the (S/CT) list", "reason 1.4 of the code",
        "CONFIDENTIALITY rules", "item (c) of the list", "the declaration", "the REPRESENTATIVE(S)")  # fmt: skip
LEADS = (
    "",
    "1. ",
    "2. (U) ",
    "3. (SBU) ",
    "-- ",
    "(c) ",
    "a. ",
    "Subject: ",
    "SUBJECT: ",
    "E.O. 12958: N/A ",
)


def innocent_lines(count):
    dice = random.Random(7)
    for _ in range(count):
        yield f"{dice.choice(LEADS)}{dice.choice(WHO)} {dice.choice(DOES)} {dice.choice(WHAT)}."


@pytest.mark.parametrize("texts", in_parts(MARKED))
def test_a_mark_is_found_wherever_it_stands(texts):
    missed = [text for text in texts if not markings.check(f"Some words.\n{text}\nMore words.")]

    assert missed == []


@pytest.mark.parametrize("texts", in_parts(INNOCENT))
def test_innocent_words_are_not_held(texts):
    held = [text for text in texts if markings.check(f"Some words.\n{text}\nMore words.")]

    assert held == []


def test_none_of_two_thousand_innocent_lines_is_held():
    held = [line for line in innocent_lines(2000) if markings.check(line)]

    assert held == []


def test_a_mark_tells_its_rule_and_line_and_a_lone_portion_is_weak():
    text = "UNCLAS STATE 012345\r\n\r\n1. (C) The ministry agreed.\r\nSECRET//NOFORN\r\n"

    assert markings.check(text) == (
        markings.Mark(rule="portion", line=3, is_strong=False),
        markings.Mark(rule="banner", line=4, is_strong=True),
    )


def test_a_text_without_any_hint_has_no_marks():
    assert markings.check("Post will reply by May 3.") == ()


def test_all_levels_in_all_shapes_are_found():
    missed = [
        text
        for level in ("SECRET", "CONFIDENTIAL", "TOP SECRET")
        for shown in (level, " ".join(level.replace(" ", "")), level.title() + "//NOFORN")
        for text in (shown, f"  {shown}  ", f"** {shown} **", f"[{shown}]", f"> {shown}", f"\ufeff{shown}")
        if not markings.check(f"Words.\n{text}\nWords.")
    ]

    assert missed == []


@pytest.mark.parametrize(
    "line",
    [
        "UNCLAS STATE 082699",
        "UNCLASSIFIED",
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        "UNCLAS SECTION 01 OF 02 LIMA 000123",
        "LIMITED OFFICIAL USE LAGOS 07890",
        "C O N F I D E N T I A L STATE 004410",
        "SECRET",
    ],
)
def test_a_classification_line_is_seen(line):
    assert markings.has_classification_line(f"FM SECSTATE WASHDC\n{line}\n\nSIPDIS\n")


@pytest.mark.parametrize("line", ["", "The text is unclassified.", "UNCLASSIFIEDLY", "Unclassified talks"])
def test_a_text_without_classification_line_is_told(line):
    assert not markings.has_classification_line(f"Dear colleague,\n{line}\n")


def test_a_text_of_nothing_but_marks_tells_the_first_five_hundred():
    assert [mark.line for mark in markings.check("SECRET\n" * 2000)] == list(range(1, 501))


@pytest.mark.parametrize("gap", [" ", ".", "_", "*", "-", "  "])
@pytest.mark.parametrize("word", ["SECRET", "CONFIDENTIAL", "ABC"])
def test_letters_set_apart_are_seen_by_their_shape(gap, word):
    text = f"The note is {gap.join(word)}, as said."

    assert markings.SPACED_OUT.search(text)
    assert markings.has_letters_apart(text)


def test_capitals_in_a_row_and_initials_are_no_letters_set_apart():
    assert not markings.has_letters_apart("The U.S. NOTE of Boris Sample is UNCLASSIFIED.")


@pytest.mark.parametrize("order", ["E.O. 12958", "EO 12958", "E. O. 12958", "E O: 12958", "E.O.12958"])
def test_an_executive_order_is_among_what_the_rules_need(order):
    assert markings._places(f"{order}: DECL: 1.4")[0] <= len(order)
    assert markings.check(f"{order}: DECL: OADR")
