"""A database whose commits go wrong on demand, and before each of whose transactions a strand can be stopped."""

import sqlite3
from collections import Counter
from typing import Any

from sqlalchemy import Engine, event

from tests.sim import strands
from tests.sim.clocks import Clocks

# The commit is refused; it holds and nobody hears of it; the process dies just before it, or just after.
FAULTS = ("refused", "unheard", "killed before", "killed after")
WORDS = "the disk does as it pleases"


class Database:
    """What is done to an engine, so that it obeys the simulation."""

    def __init__(self, engine: Engine, clocks: Clocks) -> None:
        self.next_fault = ""
        self.met: Counter[str] = Counter()
        self._clocks = clocks
        event.listen(engine, "connect", self._set_clock)
        event.listen(engine, "checkout", _stop)  # before its BEGIN
        self._commit = engine.dialect.do_commit
        engine.dialect.do_commit = self._commit_or_not  # type: ignore[method-assign]

    def _set_clock(self, connection: sqlite3.Connection, _record: Any) -> None:
        connection.create_function("julianday", 1, self._clocks.julian_day)

    def _commit_or_not(self, connection: Any) -> None:
        """Commit, unless a fault awaits the next commit of a process; pages have none."""
        strand, fault = strands.current(), ""
        if strand is not None:
            fault, self.next_fault = self.next_fault, ""
        if fault:
            self.met[fault] += 1
        if fault not in ("refused", "killed before"):
            self._commit(connection)
        if strand is not None and fault.startswith("killed"):
            strand.die()
        if fault:
            raise sqlite3.OperationalError(WORDS)


def _stop(_connection: Any, _record: Any, _proxy: Any) -> None:
    """Let others go first, before a process begins a transaction."""
    strand = strands.current()
    if strand is not None:
        strand.pause("begin")
