"""Laws of extraction for any text at all."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.cable import parse
from tracker.extraction import extract, printed

HEADS = (
    "",
    "R 070900Z FEB 11\nFM SECSTATE WASHDC\nTO AMEMBASSY ACCRA\nAMEMBASSY LIMA\nUNCLAS STATE 000120\n\nSUBJECT: VISIT, MAY 3\n\nREF: ACCRA 12\n\n",
    "R 070900Z FEB 11\nFM AMEMBASSY ACCRA\nTO SECSTATE WASHDC\nUNCLAS ACCRA 000120\n\nREF: STATE 12\n\n",
)
PIECES = (
    "1. ", "\n2. ", "\n-- ", "; ", ": ", ", ", ". ", "\n\n", '"', "Posts should ", "please ", "report ", "by May 3", " and ", "Begin text:", "End text.",
    "TALKING POINTS\n------\n", "ACTION LIMA: ", "POINT FOR LIMA ONLY: ", "POC is Jane Doe, EUR/WE, 202-647-0101", "she can be reached at a@b.gov",
    "The minister said that ", "the workshop in Lima May 3-5", "delivered reftel points", "will reply by June 1", "Department requests that ",
    "is due ", "within ten days ", "If posts ", "may ", "not ", "be sent ", "the following", "A. ", "é", "\t", "\x00",
)  # fmt: skip


@given(st.sampled_from(HEADS), st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40))
def test_any_text_is_read_and_every_quote_is_what_its_spans_hold(head, pieces):
    cable = parse(head + "".join(pieces))

    proposals = extract(cable, is_day_off=lambda day: False)

    printed.as_gold(cable, proposals)
    groups = (
        proposals.actions,
        proposals.left_out,
        proposals.contacts,
        proposals.handovers,
        proposals.events,
    )
    for thing in (*(t for group in groups for t in group), *proposals.answers):
        words = " ".join(cable.raw[s.start : s.end] for s in thing.evidence.spans).replace("\x00", " ")
        assert " ".join(words.split()) == " ".join(thing.evidence.quote.replace("\x00", " ").split())
    assert all(0 < len(a.title) <= 80 for a in proposals.actions)
