"""Words that a rule may read over again and again are read in one way only, or the time doubles with each."""

import re
from importlib import resources

import pytest

from tracker.cable import parse
from tracker.extraction import extract

_REPEATED = re.compile(r"\(\?:((?:[^()]|\([^()]*\))*)\)[*+]")


def test_no_repeated_adverb_is_named_beside_all_adverbs():
    twice = []

    for module in resources.files("tracker.extraction").iterdir():
        if module.name.endswith(".py"):
            for group in _REPEATED.finditer(module.read_text()):
                ways = group[1].split("|")
                named = [way for way in ways if re.fullmatch(r"[a-z]+ly ?", way)]
                twice += [(module.name, group[0]) for _ in named if {r"\w+ly", r"\w+ly "} & set(ways)]

    assert twice == []


@pytest.mark.parametrize("adverb", ["only", "simply", "kindly", "greatly"])
def test_a_row_of_one_adverb_is_read_at_once(adverb: str):
    row = f"{adverb} " * 200
    text = f"1. Nominations should {row}be sent on. {row}go with it. Post is asked to {row}ask it.\n"

    found = extract(parse(text), is_day_off=lambda _: False)

    assert all(ask.deadline is None for ask in found.actions)
