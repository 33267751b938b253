"""The three clocks of a simulation: the tracker's, the one that only goes on, and the database's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

EPOCH = 1_217_588_400.0


@dataclass
class Clocks:
    """`wall` and `database` can be set; `monotonic` only passes. All pass together."""

    wall: datetime
    monotonic: float = 1_000.0
    database: float = EPOCH
    jumps: int = 0  # of the database's clock

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds
        self.database += seconds

    def set_wall(self, by: timedelta) -> None:
        """Set the tracker's clock forth or back."""
        self.wall += by

    def set_database(self, seconds: float) -> None:
        """Set the database's clock forth or back: leases end early or late."""
        self.database += seconds
        self.jumps += 1

    def julian_day(self, _words: str) -> float:
        """Return the database's moment as SQLite's julianday('now') would."""
        return self.database / 86_400.0 + 2_440_587.5
