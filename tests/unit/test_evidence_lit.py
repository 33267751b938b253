"""A cable's text with its evidence lit."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tracker.web.evidence import Light, around, pieces, reflowing, spans_of_words

TEXT = "Embassy is asked to report\n by COB April 30. Thanks."


def light(kind, *spans, anchor="a"):
    return Light(kind=kind, word=kind, spans=spans, anchor=anchor)


def test_it_cuts_where_evidence_begins_and_ends():
    found = pieces(TEXT, [light("ask", [0, 44]), light("due", [28, 43], anchor="b")])

    assert [(piece.text, piece.kinds) for piece in found] == [
        ("Embassy is asked to report\n ", ("ask",)),
        ("by COB April 30", ("ask", "due")),
        (".", ("ask",)),
        (" Thanks.", ()),
    ]


def test_it_names_evidence_once_where_it_begins():
    found = pieces(TEXT, [light("ask", [0, 7], [11, 16])])

    assert [piece.begins for piece in found if piece.begins] == [(light("ask", [0, 7], [11, 16]),)]


def test_it_shows_a_part_with_the_evidence_inside_it():
    found = pieces(TEXT, [light("ask", [0, 16])], 8, 20)

    assert [(piece.text, piece.kinds) for piece in found] == [("is asked", ("ask",)), (" to ", ())]


BROKEN = """1. SUMMARY: Nothing new.

2. ACTION REQUEST: Embassy is requested to report
the names of those who
STATE 00041950  002 OF 002

would attend by COB April 30. Thanks.
"""


def test_a_paragraph_stands_around_its_sentence_without_the_heading_of_a_page_that_fell_into_it():
    text = "UNCLAS STATE 041950\n\nSUBJECT: NAMES\n\n" + BROKEN
    first, end = text.index("Embassy"), text.index("30.") + 3
    gap, on = text.index("STATE 00041950"), text.index("\nwould")

    found = around(text, [[first, gap], [on, end]], "by COB April 30")

    said = "".join(piece.text for piece in found)
    assert "STATE 00041950" not in said
    assert said.startswith(
        "ACTION REQUEST: Embassy is requested to report\nthe names of those who\nwould attend"
    )
    assert said.rstrip().endswith("Thanks.")
    assert [light.word for piece in found for light in piece.begins] == ["ask", "due"]


spans = st.lists(st.integers(0, 60), min_size=2, max_size=2).map(sorted)


@given(st.text(max_size=60), st.lists(st.lists(spans, max_size=3), max_size=4))
def test_it_never_changes_the_text(text, places):
    lights = [
        light("x", *([a, min(b, len(text))] for a, b in each), anchor=str(n)) for n, each in enumerate(places)
    ]

    assert "".join(piece.text for piece in pieces(text, lights)) == text


def test_it_finds_words_across_lines_inside_the_sentence_only():
    assert spans_of_words(TEXT, "report by COB", [[0, 44]]) == [[20, 34]]
    assert spans_of_words(TEXT, "report by COB", [[0, 5], [30, 44]]) == []
    assert spans_of_words(TEXT, None, [[0, 44]]) == []


SHEET = """2. OBJECTIVE: Washington wishes to send three experts
to Lima in the second half of May. Embassy is <asked>
to hand over the following paper by COB April 30:
-- it is short, but it wants a page to itself, says
the drafter.
- who may board a ship that lies in the harbor
a. what the law of the sea says of inspections
Name of the officer    Place where the officer is
Amal Haddad, of the economic section   Amman, Jordan
Embassy may say that no commitment is asked by this.
HALVORSEN
"""


def test_a_line_break_that_the_sheet_made_is_marked_and_no_other():
    joined = "".join(piece.text for piece in reflowing(pieces(SHEET, [light("ask", [75, 130])])))

    assert joined.replace('<span class="soft">\n</span>', "~") == (
        "2. OBJECTIVE: Washington wishes to send three experts~"
        "to Lima in the second half of May. Embassy is &lt;asked&gt;~"
        "to hand over the following paper by COB April 30:\n"
        "-- it is short, but it wants a page to itself, says~"
        "the drafter.\n"
        "- who may board a ship that lies in the harbor\n"
        "a. what the law of the sea says of inspections\n"
        "Name of the officer    Place where the officer is\n"
        "Amal Haddad, of the economic section   Amman, Jordan\n"
        "Embassy may say that no commitment is asked by this.\n"
        "HALVORSEN\n"
    )


@given(text=st.text(alphabet="ab. -<\n", max_size=300), edges=st.lists(st.integers(0, 300), max_size=4))
def test_marking_breaks_changes_no_word(text, edges):
    lights = [light("ask", sorted((a, b))) for a in edges for b in edges]

    found = reflowing(pieces(text, lights))

    assert (
        Markup("").join(piece.text for piece in found).striptags().split()
        == Markup.escape(text).unescape().split()
    )
