"""Cables that name very many events or days: what hangs on them is still found, by a search that counts its steps."""

import sys

from test_hung_days import last_ask


def steps(text: str) -> int:
    """Return how many functions the reading of a text calls."""
    count = 0

    def counted(_frame: object, event: str, _value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        last_ask(text)
    finally:
        sys.setprofile(before)
    return count


def many(size: int) -> str:
    """Return a text of so many meetings and so many asks that hang on other ones."""
    names = [f"{chr(65 + n % 26)}{chr(97 + n // 26)}ova" for n in range(size)]
    told = (
        f"The {name} Board conference will be held in Bergen on May {n % 28 + 1}."
        for n, name in enumerate(names)
    )
    asked = (f"Please report a week before the {name} talks." for name in names)
    return " ".join((*told, *asked))


def test_twice_as_many_events_and_asks_cost_no_more_than_twice_as_many_steps():
    assert steps(many(120)) < 2.5 * steps(many(60))
