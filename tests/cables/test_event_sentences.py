"""Sentences of many offices that tell of events, or name a day on which nothing is held."""

from pathlib import Path

import pytest
from rows import in_parts
from test_told_events import days

ROWS = [
    tuple(line.split(" | ", 1))
    for line in (Path(__file__).parent / "event_sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_the_days_of_the_events_of_a_sentence_are_found(rows):
    wrong = [(row, found) for row in rows if (found := days(row[1], "") or "-") != row[0]]

    assert wrong == []
