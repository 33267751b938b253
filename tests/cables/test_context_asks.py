"""What the sentence before, and the noun that opens a sentence, make of one that sounds like an ask."""

from pathlib import Path

import pytest
from rows import in_parts

from tests.unit.extraction.test_papers_and_events import read

ROWS = [
    tuple(line.split(" | ", 1))
    for line in (Path(__file__).parent / "context_asks.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
HEAD = (
    "R 070900Z MAR 11\nFM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nAMEMBASSY QUITO\nUNCLAS STATE 004410\n\n"
    "TAGS: PREL\nSUBJECT: {subject}\n\nREF: LIMA 12\n\n"
)


def asks_in(paragraph):
    body = "1. The desk has read the file.\n\n2. " + paragraph.replace(" // ", "\n\n") + "\n"
    return read(body, "VARIOUS MATTERS", head=HEAD).actions


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_as_many_asks_are_found_as_the_paragraph_holds(rows):
    wrong = [
        (row, [ask.evidence.quote for ask in found])
        for row in rows
        if len(found := asks_in(row[1])) != (0 if row[0] == "-" else int(row[0]))
    ]

    assert wrong == []
