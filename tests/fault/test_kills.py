"""Workers killed at every named point: nothing is lost, and what goes twice is known and said.

`make fault` runs the long form and prints the account; FAULT_SEED repeats a run, FAULT_KILLS its length.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault.yard import IN_DOUBT, POINTS, READERS, Yard, a_yard
from tests.sinks import TestSink

KILLS = int(os.environ.get("FAULT_KILLS", "1000"))


@pytest.fixture
def yard(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[Yard]:
    with a_yard(database_url, tmp_path, sink) as made:
        yield made


def cases() -> list[str]:
    """Return each point at its first passing, and those passed for each letter also at the last."""
    return [*POINTS, *(f"{point}:{READERS}" for point in POINTS[4:])]


def test_a_kill_at_any_point_loses_nothing_and_doubles_only_what_it_marks(yard: Yard) -> None:
    for case in cases():
        yard.kill_at(case)

    account = yard.account()

    print(account.words)
    assert yard.counts["kills"] == len(cases())
    assert account.due == READERS * (len(cases()) + 1)
    assert account.copies <= 2 * len(IN_DOUBT)


@pytest.mark.fault
def test_a_thousand_kills_lose_nothing(yard: Yard, capsys: pytest.CaptureFixture[str]) -> None:
    seed = int(os.environ.get("FAULT_SEED") or random.SystemRandom().randrange(10**6))
    chance = random.Random(seed)

    for _ in range(KILLS):
        point = chance.choice(POINTS)
        yard.kill_at(f"{point}:{chance.randint(1, READERS) if point in POINTS[4:] else 1}")

    account = yard.account()
    with capsys.disabled():
        print(f"\nseed {seed}, {yard.counts['kills']} kills: {account.words}; extra by point {yard.extras}")
    assert account.due == READERS * (KILLS + 1)
    assert yard.counts["kills"] == KILLS
