"""Reading any text never raises, and everything that is found can be quoted from it."""

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench import generated
from fuzz import promises

PIECES = (
    "SUBJECT: ", "REF: ", "TAGS: ", "E.O. 12958: ", "FM ", "TO ", "INFO ", "UNCLAS ", "SIPDIS", "SENSITIVE",
    "STATE 012345", "P 311200Z JUL 08", "SECTION 01 OF 02 ", "1. ", "(U) ", "(SBU) ", "Begin talking points:",
    "End talking points.", "Post is requested to ", "report ", "by COB August 6", "no later than ",
    "30 February", "31 September 2008", "within ", "9999999999 days", "of receipt", "POC is ", "a@b.example",
    "202-555-0100", "\n", "\n\n", "\r\n", " ", "\t", "\f", "\x00", "\x85", "\u2028", "\u00a0", "ß", "İ", "ﬁ",
    "\ud800", "--", "//", ".", ",", ";", "(", ")", '"', "'",
)  # fmt: skip

any_text = st.text(max_size=400)
pieced_text = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@st.composite
def mutated_cables(draw):
    """A cable in form, with runs of it cut, doubled, turned to capitals or replaced."""
    text = generated.cable(draw(st.integers(0, 200)), draw(st.integers(300, 1_500)))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 120)))
        run = text[start:end]
        change = draw(st.sampled_from(["", run + run, run.upper(), run.replace("\n", " ")]) | any_text)
        text = text[:start] + change + text[end:]
    return text


@given(any_text)
@example("")
@example("\x00")
@settings(max_examples=60)
def test_any_text_is_read(text):
    promises.hold(text)


@given(pieced_text)
@settings(max_examples=120)
def test_pieces_of_cables_in_any_order_are_read(text):
    promises.hold(text)


@given(mutated_cables())
@settings(max_examples=80)
def test_a_mangled_cable_is_read(text):
    promises.hold(text)


def test_an_ask_of_one_word_has_a_title():
    promises.hold("TO AMEMBASSY LIMA\n\n1. Pls.\n")


def test_a_heading_that_breaks_off_before_its_number_again_ends_the_reading():
    cable, _ = promises.hold(
        "UNCLAS STATE 012345\nFM SECSTATE WASHDC\nUNCLAS STATE 0OO2201\nUNCLAS STATE 012345\n1. Text.\n"
    )

    assert cable.header.number == "STATE 012345"


def test_a_cable_without_line_ends_is_read():
    promises.hold(generated.cable(3, 2_000).replace("\n", " "))


def test_a_cable_with_every_line_in_any_order_is_read():
    lines = generated.cable(4, 2_000).split("\n")
    random.Random(4).shuffle(lines)

    promises.hold("\n".join(lines))


def test_a_cable_in_form_gives_asks_and_days():
    cable, proposals = promises.hold(generated.cable(5, 6_000))

    assert cable.header.number == "STATE 000105"
    assert proposals.actions
    assert any(action.deadline is not None for action in proposals.actions)
