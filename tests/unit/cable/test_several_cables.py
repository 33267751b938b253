"""One text may hold several cables, one behind another; each is a cable of its own."""

import pytest

from tests.e2e.conftest import SAMPLES
from tracker.cable import apart, parse

TEXTS = [path.read_text(encoding="utf-8") for path in SAMPLES]
SECTION = """UNCLAS SECTION {n} OF 02 LIMA 000901

E.O. 12958: N/A
TAGS: PREL PE
SUBJECT: A LONG REPORT

{n}. Paragraph {n} of the report.
"""
HEADING = "P 301500Z APR 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC PRIORITY\n"


def test_cables_that_stand_one_behind_another_are_told_apart():
    parts = apart("\n\n".join(TEXTS))

    assert [parse(part).header.number for part in parts] == [parse(text).header.number for text in TEXTS]
    assert "".join(parts) == "\n\n".join(TEXTS)
    assert all("several-cables" not in {d.code for d in parse(part).defects} for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS,
        "",
        "no cable at all",
        HEADING + SECTION.format(n="01") + HEADING + SECTION.format(n="02"),
        TEXTS[0] + "\n" + TEXTS[0],
    ],
    ids=["one", "two", "three", "four", "empty", "prose", "sections", "the same twice"],
)
def test_a_text_of_one_cable_stays_whole(text):
    assert apart(text) == (text,)


def test_a_number_that_a_cable_only_cites_begins_no_other():
    text = TEXTS[0] + "\n9. The earlier cable read:\n\nUNCLAS STATE 000777\n\nSUBJECT: OLD\n"

    assert apart(text) == (text,)


def test_page_lines_above_the_next_heading_stay_in_the_text():
    text = f"{TEXTS[0]}\nUNCLASSIFIED\nPAGE 02        STATE   041207  221200Z\n\n{TEXTS[1]}"

    parts = apart(text)

    assert len(parts) == 2
    assert "".join(parts) == text
