"""The clock: moments written and read, a clock that stands still, and one that processes share."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from tracker import clock

MOMENT = datetime(2008, 8, 5, 12, 0, tzinfo=UTC)


def test_the_wall_clock_is_told_in_utc() -> None:
    with time_machine.travel(MOMENT, tick=False):
        assert clock.utc_now() == MOMENT
        assert clock.utc_now().tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["2008-08-05T12:00:00Z", "2008-08-05T12:00:00+00:00", " 2008-08-05T08:00:00-04:00 "]
)
def test_a_moment_is_read_in_any_zone_and_printed_in_utc(text: str) -> None:
    moment = clock.parse_moment(text)

    assert moment == MOMENT
    assert clock.print_moment(moment) == "2008-08-05T12:00:00Z"


@pytest.mark.parametrize("text", ["2008-08-05T12:00:00", "2008-08-05", "noon", ""])
def test_a_moment_without_zone_or_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"zone|Invalid"):
        clock.parse_moment(text)


def test_a_fixed_clock_stands_still() -> None:
    told = clock.fixed(MOMENT)

    assert told() == told() == MOMENT


def test_a_shared_clock_tells_the_wall_clock_until_somebody_sets_it(tmp_path: Path) -> None:
    shared = clock.SharedClock(tmp_path / "clock")
    with time_machine.travel(MOMENT, tick=False):
        assert shared() == MOMENT

    shared.set(MOMENT + timedelta(hours=1))

    assert shared() == MOMENT + timedelta(hours=1)
    assert clock.SharedClock(tmp_path / "clock")() == MOMENT + timedelta(hours=1)
    assert [path.name for path in tmp_path.iterdir()] == ["clock"]
