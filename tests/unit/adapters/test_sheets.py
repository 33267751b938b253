"""Sheets: nothing in a cell runs in a spreadsheet, and nothing of it is lost."""

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.adapters.sheets import cell, written


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "\0="])
def test_a_cell_that_would_run_stands_behind_an_apostrophe(first):
    assert cell(f"{first}cmd|' /C calc'!A0").startswith("'")
    assert cell(f"  {first}1+1").startswith("'") or first in "\t\r\n"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        (-3, "-3"),
        ("plain, with a comma", "plain, with a comma"),
        (datetime(2009, 5, 6, 14, 0, tzinfo=UTC), "2009-05-06T14:00:00Z"),
    ],
)
def test_other_values_stand_as_they_are(value, said):
    assert cell(value) == said


@given(st.lists(st.text(), min_size=1))
def test_every_cell_comes_back(texts):
    sheet = written(["a"] * len(texts), [texts]).decode("utf-8-sig")

    back = list(csv.reader(io.StringIO(sheet, newline="")))[1]

    assert [one.removeprefix("'") for one in back] == [
        one.replace("\0", "").removeprefix("'") for one in texts
    ]
