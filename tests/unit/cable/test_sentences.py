"""Where sentences end: abbreviations, initials, numbers, quotations, lists, mail addresses."""

import pytest

from tracker.cable import parse
from tracker.cable.sentences import split

ONE = (
    "The U.S. Government agrees.",
    "THE U.S. MILITARY AGREES.",
    "Mr. Roe and Dr. Doe met Gen. Poe.",
    "MR. ROE MET DR. DOE.",
    "See No. 5 and Nos. 6 and 7.",
    "J. R. Doe signed it.",
    "Jane A. Doe signed it.",
    "Write to doe@state.example, i.e. the desk.",
    "Write to jane.Doe@state.example today.",
    "The rate is 2.5 percent of $1,000.50.",
    "Meet at 3 p.m. Washington time on May 3.",
    "Meet at 3 p.m. on May 3.",
    "Meet at 5 p.m. EST on May 3.",
    "See para. 2 and Ref. A and Art. 5.",
    "Report by Nov. 30 to St. Louis.",
    "The Dept. of State asks.",
    "Call tel. +1 202 555 0100 or ext. 12.",
    "X Corp. officials agreed.",
    "Send names, titles, etc. to the desk.",
    'He said "yes." and left.',
    "A. Provide names.",
    "12. Provide names.",
    "a. provide names.",
    "It costs approx. Ten dollars.",
    "See www.Example.Org for it.",
    "See http://www.state.example/A.Html for it.",
    "The vote (see U.N. Charter) is near.",
    "Visit (e.g. May 3) soon.",
    "Send forms C and D. to it.",
)  # fmt: skip

TWO = (
    ("This was done in the U.S.", "Post should report."),
    ("He lives in Washington, D.C.", "The visit is near."),
    ("They met at 3 p.m.", "Post will report."),
    ("Do posts agree?", "Please answer."),
    ("Deadline is firm!", "No delay."),
    ('He said "no."', "Then he left."),
    ("(It is so.)", "Post agrees."),
    ("Post may draw on Ref. B.", "The paper follows."),
    ("See paragraph A.", "Post will reply."),
    ("See items A, B and C.", "Posts should reply."),
    ("The answer was no.", "Post left."),
    ("It was in 2009.", "5 officers left."),
    ("He works at X Corp.", "The visit is near."),
    ("Report by July 3.", "post should also call."),
    ("Use these:", "Begin text of paper:"),
    ("It is so.", "-- And another point."),
    ("It was so", None),
    ("The visit ended.", "“Good,” he said."),
    ("See Tab A.", "It helps."),
    ("He came...", "Then left."),
)


@pytest.mark.parametrize("text", ONE)
def test_no_sentence_ends_inside(text):
    assert [text[a:b] for a, b in split(text, 0, len(text))] == [text]


@pytest.mark.parametrize("first, second", TWO)
def test_two_sentences_are_two(first, second):
    text = f"{first}  {second}" if second else first

    assert [text[a:b] for a, b in split(text, 0, len(text))] == [s for s in (first, second) if s]


def test_a_lost_blank_between_sentences_does_not_join_them():
    text = "Post delivered the note.The ministry agreed. See State.gov and the e-mail jane@mail.Org now."

    assert [text[a:b] for a, b in split(text, 0, len(text))] == [
        "Post delivered the note.",
        "The ministry agreed.",
        "See State.gov and the e-mail jane@mail.Org now.",
    ]


def test_a_begin_mark_is_a_sentence_of_its_own():
    text = "Begin text of draft note: (Complimentary opening) and refers to it. End text."

    assert [text[a:b] for a, b in split(text, 0, len(text))] == [
        "Begin text of draft note:",
        "(Complimentary opening) and refers to it.",
        "End text.",
    ]


def test_signs_alone_belong_to_the_sentence_before_them():
    text = "He came.  * * *"

    assert [text[a:b] for a, b in split(text, 0, len(text))] == ["He came.  * * *"]


@pytest.mark.parametrize("text", ["", "   ", "...", "* * *"])
def test_a_text_without_words_has_no_sentence(text):
    assert split(text, 0, len(text)) == []


def body(text):
    return [s.text for s in parse(f"UNCLAS LIMA 000012\n\nSUBJECT: FISH\n\n1. (U) {text}\n").sentences]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Embassy is requested to\n\nprovide the summary.", ["Embassy is requested to provide the summary."]),
        ("The team met with\n\nMinister Roe.", ["The team met with Minister Roe."]),
        ("The team met Jane Doe,\n\nMinister of Fish.", ["The team met Jane Doe, Minister of Fish."]),
        (
            "The very long first line of it and\nthe second line of it that goes on and on to\n\nMinister Roe.",
            ["The very long first line of it and the second line of it that goes on and on to Minister Roe."],
        ),
        (
            "The first line of this paragraph is long\nand its second one ends in the name of Jane\n\nRoe of the ministry.",
            [
                "The first line of this paragraph is long and its second one ends in the name of Jane",
                "Roe of the ministry.",
            ],
        ),
        (
            "The first line of this paragraph is long\nand its second one ends in the long name of Jane\n\nRoe of the ministry.",
            [
                "The first line of this paragraph is long and its second one ends in the long name of Jane Roe of the ministry."
            ],
        ),
        ("One is done.\n\nTwo is done.", ["One is done.", "Two is done."]),
        ("Please send:\n\nnames and titles.", ["Please send:", "names and titles."]),
    ],
)
def test_a_blank_line_inside_a_sentence_does_not_end_it(text, wanted):
    assert body(text) == wanted
