"""The only reader of the wall clock, and the clock that a demonstration may set.

A set clock stands still until somebody moves it: `TRACKER_NOW`, or a file that several processes
share. Leases never run on it; they run on the database's own clock.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def parse_moment(text: str) -> datetime:
    """Return the aware UTC moment written as ISO 8601; raise ValueError where zone or day is missing."""
    moment = datetime.fromisoformat(text.strip())
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} names no zone; end it in Z for UTC")
    return moment.astimezone(UTC)


def print_moment(moment: datetime) -> str:
    """Return the moment as ISO 8601 in UTC, ending in Z, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fixed(moment: datetime) -> Clock:
    """Return a clock that always says `moment`."""
    return lambda: moment


class SharedClock:
    """A clock kept in a file, so that web and worker of a demonstration agree on the moment."""

    def __init__(self, path: Path) -> None:
        """Read from `path`; where there is no file, the wall clock is told."""
        self.path = path

    def __call__(self) -> datetime:
        """Return the moment in the file, or the wall clock's where there is none."""
        try:
            return parse_moment(self.path.read_text(encoding="ascii"))
        except FileNotFoundError:
            return utc_now()

    def set(self, moment: datetime) -> None:
        """Write the moment in one step, so that no reader meets half of it."""
        draft = self.path.with_suffix(".new")
        draft.write_text(moment.astimezone(UTC).isoformat(), encoding="ascii")
        os.replace(draft, self.path)
