"""The chain of the audit trail: ten thousand ways to tamper with it, and each shows."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import chain
from tracker.domain.chain import EMPTY, Entry, Head, Link

TAMPERINGS = 10_000


def entry(number: int, **words: object) -> Entry:
    told = {
        "number": number,
        "at": datetime(2026, 5, 3, 8, 0, tzinfo=UTC) + timedelta(microseconds=number),
        "by": f"Officer {number % 3}",
        "officer_id": number % 3 or None,
        "way": "page",
        "source": "192.0.2.7",
        "act": "task moved",
        "outcome": "done",
        "objects": {"task": number, "post": number % 5},
    }
    return Entry(**(told | words))  # type: ignore[arg-type]


def trail(length: int) -> list[Link]:
    links: list[Link] = []
    for number in range(1, length + 1):
        links.append(chain.linked(entry(number), links[-1].hash if links else chain.START))
    return links


def head_of(links: list[Link]) -> Head:
    return Head(count=len(links), hash=links[-1].hash) if links else EMPTY


def rechained(links: list[Link]) -> list[Link]:
    """What somebody writes who knows how the chain is made."""
    made: list[Link] = []
    for number, link in enumerate(links, 1):
        made.append(chain.linked(replace(link.entry, number=number), made[-1].hash if made else chain.START))
    return made


def edited(links: list[Link], at: int, chance: random.Random) -> list[Link]:
    change = chance.choice(
        [
            {"by": "Somebody Else"},
            {"officer_id": 99},
            {"at": links[at].entry.at + timedelta(microseconds=1)},
            {"way": "mail"},
            {"source": None},
            {"act": "note"},
            {"outcome": "refused"},
            {"objects": {**links[at].entry.objects, "task": 0}},
        ]
    )
    return [*links[:at], replace(links[at], entry=replace(links[at].entry, **change)), *links[at + 1 :]]


def deleted(links: list[Link], at: int, chance: random.Random) -> list[Link]:
    return [*links[:at], *links[at + 1 :]]


def swapped(links: list[Link], at: int, chance: random.Random) -> list[Link]:
    other = (at + 1 + chance.randrange(len(links) - 1)) % len(links)
    found = list(links)
    one, two = found[at].entry, found[other].entry
    found[at] = replace(found[at], entry=replace(two, number=one.number))
    found[other] = replace(found[other], entry=replace(one, number=two.number))
    return found


def inserted(links: list[Link], at: int, chance: random.Random) -> list[Link]:
    extra = chain.linked(entry(at + 1, by="Nobody"), links[at].previous)
    after = [replace(link, entry=replace(link.entry, number=link.entry.number + 1)) for link in links[at:]]
    return [*links[:at], extra, *after]


def cut(links: list[Link], at: int, chance: random.Random) -> list[Link]:
    return links[:at]


def written_anew(links: list[Link], at: int, chance: random.Random) -> list[Link]:
    return rechained(edited(links, at, chance))


def hash_alone(links: list[Link], at: int, chance: random.Random) -> list[Link]:
    return [*links[:at], replace(links[at], hash=f"{chance.getrandbits(256):064x}"), *links[at + 1 :]]


NEEDS_AN_ANCHOR = (cut, written_anew)
WAYS = (edited, deleted, swapped, inserted, cut, written_anew, hash_alone)


def test_every_tampering_is_found():
    chance, missed = random.Random(20260503), []
    whole = trail(24)
    for number in range(TAMPERINGS):
        way = WAYS[number % len(WAYS)]
        at = chance.randrange(len(whole))
        bad = way(whole, at, chance)
        head = head_of(bad) if way in NEEDS_AN_ANCHOR else head_of(whole)
        anchor = head_of(whole) if way in NEEDS_AN_ANCHOR else EMPTY
        if chain.first_fault(bad, head, anchor) is None:
            missed.append((way.__name__, at))

    assert missed == []


@pytest.mark.parametrize("way, at, number, words", [
    (edited, 4, 5, "was changed"),
    (deleted, 4, 5, "is missing: entry 6"),
    (hash_alone, 4, 5, "was changed"),
    (inserted, 4, 6, "does not follow"),
    (cut, 20, 21, "the head"),
])  # fmt: skip
def test_the_first_bad_entry_is_named(way, at, number, words):
    whole = trail(24)

    fault = chain.first_fault(way(whole, at, random.Random(1)), head_of(whole))

    assert fault is not None
    assert fault.number == number
    assert words in fault.words


def test_a_trail_written_anew_differs_from_the_anchor_at_the_anchor():
    whole = trail(10)
    bad = rechained(edited(whole, 3, random.Random(1)))

    assert chain.first_fault(bad, head_of(bad)) is None
    fault = chain.first_fault(bad, head_of(bad), Head(count=7, hash=whole[6].hash))
    assert fault is not None
    assert (fault.number, fault.words) == (7, "is not the entry that was noted outside")


def test_a_cut_tail_with_a_head_to_match_shows_against_the_anchor():
    whole = trail(10)

    fault = chain.first_fault(whole[:6], head_of(whole[:6]), head_of(whole))

    assert fault is not None
    assert fault.number == 7
    assert fault.words == "is missing: 10 entries were noted outside, 6 are here"


@pytest.mark.parametrize("length", [0, 1, 2, 30])
def test_a_whole_trail_holds(length):
    whole = trail(length)

    assert chain.first_fault(whole, head_of(whole), head_of(whole)) is None


def test_a_trail_without_entries_whose_head_counts_some_is_cut():
    fault = chain.first_fault([], Head(count=3, hash="f" * 64))

    assert fault is not None
    assert fault.number == 1


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.integers(), st.text(max_size=20)), max_size=4))
def test_any_words_and_numbers_are_chained(objects):
    link = chain.linked(entry(1, objects=objects, by="Zoë O’Hara"), chain.START)

    assert chain.first_fault([link], Head(count=1, hash=link.hash)) is None
