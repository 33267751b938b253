"""Paragraphs, titles, bullets, portion marks; numbers that are none."""

import pytest

from tracker.cable import parse

HEAD = "UNCLAS LIMA 000012\n\nSUBJECT: FISH\n\n"


def read(text):
    return parse(HEAD + text + "\n")


def numbers(text):
    return [p.number for p in read(text).paragraphs]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("1. One.\n\n2. Two.", [1, 2]),
        ("1. One.\n2. Two.", [1, 2]),
        ("¶1. One.\n\n¶2. (U) Two.", [1, 2]),
        ("¶1 (U) One.\n\n¶ 2 (U) Two.", [1, 2]),
        ("(U) 1. One.\n\n(SBU) 2. Two.", [1, 2]),
        ("1) One.\n\n2) Two.", [1, 2]),
        ("1.(U) One.\n\n2.(SBU/NF) Two.", [1, 2]),
        ("1. It is on December\n2. The visit ends.", [1]),
        ("1. It is on December\n17. The visit ends.", [1]),
        ("1. One.\n\n5.5 users left.", [1]),
        ("1. (U) One.\n\n3. (U) Three.", [1, 3]),
        ("1. (U) One.\n\n1. (U) One more.", [1, 1]),
        ("1. One.\n\n9. Nine.", [1]),
        ("2. Two.\n\n3. Three.", [2, 3]),
        ("One.\n\nTwo.", [None, None]),
        ("1. Begin text:\n\n1. First;\n\n2. Second.\n\nEnd text.\n\n2. Two.", [1, 2]),
        ("1. Begin text:\n\n1. First;\n\n2. Second.\n\n2. (U) Two.", [1, 2]),
    ],
)
def test_paragraph_numbers_follow_one_another(text, wanted):
    assert numbers(text) == wanted


def test_a_number_out_of_order_is_told():
    assert [d.code for d in read("1. (U) One.\n\n3. (U) Three.").defects] == ["paragraph-order"]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("1. (U) One.", "U"),
        ("1. (SBU) One.", "SBU"),
        ("1. (sbu) One.", "SBU"),
        ("(U) 1. One.", "U"),
        ("(SBU) One.", "SBU"),
        ("1. (SBU//NF) One.", "SBU//NF"),
        ("1. One.", None),
        ("1. (USG) One.", None),
    ],
)
def test_a_portion_mark_is_kept_apart_from_the_words(text, wanted):
    (paragraph,) = read(text).paragraphs

    assert paragraph.portion == wanted
    assert paragraph.sentences[-1].text.endswith("One.")


@pytest.mark.parametrize(
    "text, heading, said",
    [
        ("ACTION REQUEST\n--------------\n\n1. One.", "ACTION REQUEST", ["One."]),
        ("--------------\nACTION REQUEST\n--------------\n1. One.", "ACTION REQUEST", ["One."]),
        ("--- ACTION REQUEST ---\n\n1. One.", "ACTION REQUEST", ["One."]),
        ("Action Request\n\n1. One.", "Action Request", ["One."]),
        ("A TITLE IN CAPITALS\n\n1. One small thing.", "A TITLE IN CAPITALS", ["One small thing."]),
        ("Any line\n========\n1. One.", "Any line", ["One."]),
        ("1. ACTION REQUEST: One.", "ACTION REQUEST", ["One."]),
        ("1. (U) Action request: One.", "Action request", ["One."]),
        ("1. Action request. One.", "Action request", ["One."]),
        ("1. ACTION REQUEST -- One.", "ACTION REQUEST", ["One."]),
        (
            "1. Reporting Deadline and Points of\nContact: One.",
            "Reporting Deadline and Points of Contact",
            ["One."],
        ),
        ("1. FOR LIMA: One small thing.", "FOR LIMA", ["One small thing."]),
        ("1. ------- ACTION REQUEST -------\n\nOne.", "ACTION REQUEST", ["One."]),
        ("1. One: two.", None, ["One: two."]),
        ("1. Begin text: one.", None, ["Begin text:", "one."]),
        ("SENSITIVE BUT UNCLASSIFIED\n\n1. One small thing.", None, ["One small thing."]),
        ("A sentence above a drawn line.\n-----\n\n1. One.", None, ["One."]),
        ("1. It is so.\n\n----- IRIS ----- -- One.", None, ["It is so.", "One."]),
    ],
)
def test_a_title_is_no_sentence(text, heading, said):
    cable = read(text)
    last = cable.paragraphs[-1]

    assert last.heading == heading
    assert [s.text for s in last.sentences] == said


def test_a_title_inside_a_paper_ends_with_it():
    cable = read("1. Begin text:\n\nA TITLE OF IT\n\nOne small thing.\n\nEnd text.\n\n2. Two small things.")

    assert [s.heading for s in cable.sentences] == [None, "A TITLE OF IT", "A TITLE OF IT", None]


def test_a_run_in_title_holds_up_to_its_end_mark():
    cable = read("1. SUMMARY: One small thing. End summary. Two small things.")

    assert [s.heading for s in cable.sentences] == ["SUMMARY", "SUMMARY", None]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("1. Points:\n\n-- One.\n\n-- Two.", [False, True, True]),
        ("1. Points:\n- one;\n- two.", [False, True, True]),
        ("1. Points:\n* One.\n• Two.", [False, True, True]),
        ("1. It goes on\n- with a dash.", [False]),
        ("1. One. -- Two. -- Three.", [False, True, True]),
        ("1. Points:\n\n-- (U) One.", [False, True]),
    ],
)
def test_bullets_are_told(text, wanted):
    assert [s.is_bullet for s in read(text).sentences] == wanted


def test_items_of_a_list_stand_alone():
    cable = read("1. Please send:\n(a) names\n(b) titles\n\na. Dates\nb. Places")

    assert [s.text for s in cable.sentences] == [
        "Please send:",
        "(a) names",
        "(b) titles",
        "a. Dates",
        "b. Places",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. One.\nDOE",
        "1. One.\n\nVAN DOE",
        "1. One.\n\nDoe",
        "1. One.\n\nMINIMIZE CONSIDERED\nDOE",
        "1. One.\nMINIMIZE CONSIDERED DOE",
    ],
)
def test_the_signature_is_no_sentence(text):
    assert [s.text for s in read(text).sentences] == ["One."]


@pytest.mark.parametrize("text", ["1. One and\ntwo", "1. One.\n\nSee it now.", "1. One\nTwo"])
def test_a_last_line_of_text_is_kept(text):
    assert read(text).sentences[-1].text.split()[-1] in ("two", "now.", "Two")


def test_a_long_line_holds_several_paragraphs():
    words = "Something was said about many things by many people who had come. " * 3
    cable = read(f"1. (U) {words}2. (SBU) {words}3. {words}")

    assert [(p.number, p.portion) for p in cable.paragraphs] == [(1, "U"), (2, "SBU"), (3, None)]


def test_a_long_line_with_numbers_that_do_not_follow_is_one_paragraph():
    words = "Something was said about many things by many people who had come. " * 3
    cable = read(f"{words}7. {words}")

    assert [p.number for p in cable.paragraphs] == [None]


def test_a_text_in_capitals_takes_only_usual_titles():
    cable = read("1. SUMMARY: ONE THING.\n\nA LINE OF CAPITALS\n\n2. FOR LIMA: TWO THINGS.")

    assert [p.heading for p in cable.paragraphs] == ["SUMMARY", None]


def test_an_empty_body_has_no_paragraphs():
    assert read("").paragraphs == ()


@pytest.mark.parametrize("ending", ["NO LATER THAN", "BY COB", "BEFORE", "WHICH MUST REACH US NLT", "WITHIN"])
def test_a_short_line_in_capitals_that_is_left_open_goes_on_below_a_blank_line(ending):
    cable = parse(
        "FM SECSTATE WASHDC\nTO AMEMBASSY OTTAWA\nUNCLAS STATE 012345\n\nSUBJECT: SALMON\n\n"
        f"1. EMBASSY SHOULD FORWARD COMMENTS\n{ending}\n\nMAY 14. IT SHOULD NOT REPLY BY CABLE."
    )

    assert [one.text for one in cable.sentences] == [
        f"EMBASSY SHOULD FORWARD COMMENTS {ending} MAY 14.",
        "IT SHOULD NOT REPLY BY CABLE.",
    ]


def test_a_line_that_broke_off_early_in_a_numbered_paragraph_is_its_title():
    cable = parse(
        "FM SECSTATE WASHDC\nTO AMEMBASSY OTTAWA\nUNCLAS STATE 012345\n\nSUBJECT: SALMON\n\n"
        "1. What to send\nFor each vessel please send the hull number, the flag and the name of the master.\n\n"
        "2. Vessels of\nNorway are left out.\n"
    )

    assert [(one.heading, one.text) for one in cable.sentences] == [
        ("What to send", "For each vessel please send the hull number, the flag and the name of the master."),
        ("What to send", "Vessels of Norway are left out."),
    ]


def test_a_list_inside_a_sentence_is_not_parted_where_its_line_ends():
    cable = parse(
        "FM SECSTATE WASHDC\nTO AMEMBASSY OTTAWA\nUNCLAS STATE 012345\n\nSUBJECT: SALMON\n\n"
        "1. For each vessel please send: (a) the hull number;\n(b) the flag; and\n(c) the name of the master.\n"
    )

    assert [one.text for one in cable.sentences] == [
        "For each vessel please send: (a) the hull number; (b) the flag; and (c) the name of the master."
    ]


def test_a_round_bullet_may_stand_two_blanks_before_its_words():
    cable = parse(
        "FM SECSTATE WASHDC\nTO AMEMBASSY OTTAWA\nUNCLAS STATE 012345\n\nSUBJECT: SALMON\n\n"
        "1. Requests:\n\no  Count the boats.\n\no  Measure the nets.\n"
    )

    assert [(one.text, one.is_bullet) for one in cable.sentences][1:] == [
        ("Count the boats.", True),
        ("Measure the nets.", True),
    ]


def test_a_sentence_goes_on_behind_a_page_line_however_short_its_line():
    cable = parse(
        "FM SECSTATE WASHDC\nTO AMEMBASSY OTTAWA\nUNCLAS STATE 012345\n\nSUBJECT: SALMON\n\n"
        "1. EMBASSY SHOULD ASK WHICH RIVERS ARE OPEN AND\nFORWARD COMMENTS\n\n"
        "PAGE 02        STATE   012345  182333Z\n\nOF THE FISHERIES MINISTRY BY MAY 14.\n\n"
        "2. NO REPLY IS NEEDED\n\nPAGE 03        STATE   012345  182333Z\n\n3. THANKS.\n"
    )

    assert [one.text for one in cable.sentences] == [
        "EMBASSY SHOULD ASK WHICH RIVERS ARE OPEN AND FORWARD COMMENTS OF THE FISHERIES MINISTRY BY MAY 14.",
        "NO REPLY IS NEEDED",
        "THANKS.",
    ]


def test_a_line_in_capitals_with_a_verb_and_no_stop_goes_on_below_a_blank_line():
    cable = parse(
        "FM SECSTATE WASHDC\nTO AMEMBASSY OTTAWA\nUNCLAS STATE 012345\n\nSUBJECT: SALMON\n\n"
        "1. HE IS LATE.\n\nEMBASSY PLEASE ASK\n\nTHE POLICE WHETHER HE IS FOUND.\n\nACTION REQUESTED\n\nREPLY SOONEST.\n"
    )

    assert [one.text for one in cable.sentences] == [
        "HE IS LATE.",
        "EMBASSY PLEASE ASK THE POLICE WHETHER HE IS FOUND.",
        "REPLY SOONEST.",
    ]
