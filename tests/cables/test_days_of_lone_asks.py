"""Days counted from what comes in, days of what others are told, days in what the sender hopes posts can do."""

from pathlib import Path

import pytest
from rows import in_parts
from test_context_asks import asks_in

ROWS = [
    tuple(line.split(" | ", 1))
    for line in (Path(__file__).parent / "days_of_lone_asks.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def day_of(sentence):
    asks = asks_in(sentence)
    due = asks[0].deadline if asks else None
    day = f"{due.day:%m-%d}" if due and due.day else "?" if due else "-"
    return day if asks else "no ask"


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_the_day_of_an_ask_is_its_own(rows):
    wrong = [(row, found) for row in rows if (found := day_of(row[1])) != row[0]]

    assert wrong == []
