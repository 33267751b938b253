"""A simulated life by chance: so many steps, a settling, the account. A seed and a number are one life."""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests import databases, postgres
from tests.fault.account import Account
from tests.sim import database, relay
from tests.sim.engine import PROCESSES, Simulation
from tracker.services.health import DELIVER, OFFER

MEMORY = Path("/dev/shm")
STEPS_A_LIFE, MORE_TASKS = 1_000, 14
PAUSES = (1.0, 20.0, 70.0, 95.0, 600.0, 3_600.0, 10_800.0)
DEEDS = (
    *("new task",) * 3,
    *(
        "complete",
        "cancel",
        "reopen",
        "decline",
        "move due",
        "assign",
        "wait",
        "go on",
        "snooze",
        "chase",
        "bounce",
    ),
)
# What is done, how often in a thousand steps; the rest of the steps are the workers'.
CALM = {"deed": 100, "time": 60, "clock": 5, "end": 5}
WILD = CALM | {
    "kill": 12, "commit": 10, "mail": 40, "relay": 8, "reader": 3, "database clock": 2, "time": 90,
}  # fmt: skip


@dataclass
class Life:
    """What came of one life, or of all of them together."""

    steps: int = 0
    lives: int = 0
    account: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    deeds: Counter[str] = field(default_factory=Counter)

    def add(self, simulation: Simulation, account: Account) -> None:
        """Add a life that has ended well."""
        self.lives += 1
        self.steps += simulation.laws.step
        self.account.update({name: getattr(account, name) for name in Account.__dataclass_fields__})
        self.faults.update(+simulation.faults)
        self.deeds.update(simulation.office.done)

    @property
    def words(self) -> str:
        """The account of all lives, in lines."""
        faults = ", ".join(f"{name} {count}" for name, count in self.faults.most_common())
        deeds = ", ".join(f"{name} {count}" for name, count in self.deeds.most_common())
        return f"{Account(**self.account).words}\n  faults: {faults}\n  deeds: {deeds}"


class Driver:
    """Chooses each step by chance. In a calm life nothing goes wrong, and nobody sleeps with a letter in hand."""

    def __init__(self, simulation: Simulation, *, is_calm: bool) -> None:
        self.simulation, self.is_calm = simulation, is_calm
        self.chance = simulation.chance
        self.acts: dict[str, Callable[[], None]] = {
            "deed": lambda: simulation.do(self.chance.choice(DEEDS)),
            "time": self._time,
            "clock": lambda: simulation.set_clock(self.chance.choice((-2, 2))),
            "end": lambda: simulation.end(self.chance.randrange(PROCESSES)),
            "kill": self._kill,
            "commit": lambda: simulation.spoil_commit(self.chance.choice(database.FAULTS)),
            "mail": lambda: simulation.spoil_mail(
                self.chance.choice(relay.PHASES), self.chance.choice(relay.FAULTS)
            ),
            "relay": self._relay,
            "reader": self._reader,
            "database clock": lambda: simulation.set_database_clock(
                self.chance.choice((-300.0, 40.0, 300.0))
            ),
        }
        weights = CALM if is_calm else WILD
        self.names = [*weights, "work"]
        self.weights = [*weights.values(), 1_000 - sum(weights.values())]
        self.acts["work"] = self._work

    def step(self) -> None:
        """Take one step, and look."""
        self.acts[self.chance.choices(self.names, self.weights)[0]]()
        self.simulation.look()

    def _work(self) -> None:
        """Let a tick go on: most often one that stands somewhere in its work."""
        standing = [(p.number, tick) for p in self.simulation.processes for tick in p.strands]
        if standing and self.chance.random() < 0.8:
            self.simulation.work(*self.chance.choice(standing))
        else:
            self.simulation.work(self.chance.randrange(PROCESSES), self.chance.choice((OFFER, DELIVER)))

    def _kill(self) -> None:
        """Kill a process: most often one that is at work."""
        working = [process.number for process in self.simulation.processes if process.strands]
        self.simulation.kill(self.chance.choice(working or range(PROCESSES)))

    def _time(self) -> None:
        is_speaking = any(process.is_speaking for process in self.simulation.processes)
        if is_speaking and (self.is_calm or self.chance.random() < 0.7):
            self._work()
        elif self.chance.random() < 0.5:
            self.simulation.pass_to_next()
        else:
            self.simulation.pass_by(self.chance.choice(PAUSES))

    def _relay(self) -> None:
        is_up = not self.simulation.server.is_up or self.chance.random() < 0.3
        self.simulation.relay_is(up=is_up, thinking=is_up and self.chance.random() < 0.2)

    def _reader(self) -> None:
        unknown = sorted(self.simulation.server.unknown)
        if unknown and self.chance.random() < 0.7:
            self.simulation.reader_is(self.chance.choice(unknown), known=True)
        else:
            self.simulation.reader_is(self.chance.choice(self.simulation.office.readers), known=False)


def _settings(chance: Random) -> dict[str, int]:
    return {
        "batch_size": chance.choice((1, 3, 20)),
        "most_a_minute": chance.choice((0, 0, 30)),
        "spread_minutes": chance.choice((0, 0, 30)),
    }


def live(url: str, folder: Path, *, name: str, steps: int, total: Life) -> Simulation:
    """Live one life and add it to the total; raise AssertionError with its last steps where a law is broken."""
    chance = Random(name)
    simulation = Simulation(url, folder, chance, **_settings(chance))
    try:
        for _ in range(MORE_TASKS):
            simulation.do("new task")
        driver = Driver(simulation, is_calm=chance.random() < 0.2)
        for _ in range(steps):
            driver.step()
        total.add(simulation, simulation.settle())
    finally:
        simulation.close()
    return simulation


@contextmanager
def a_run() -> Iterator[postgres.Run]:
    """Yield a run whose databases are made in memory, where the machine has room there."""
    where = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="tracker-sim-", dir=where) as name:
        yield postgres.Run(folder=Path(name), pid=os.getpid())


def lives(seed: str, steps: int, *, only: int | None = None) -> Iterator[tuple[str, Life]]:
    """Live lives until so many steps are done, or one; yield each one's name before it, and the total so far."""
    total, number = Life(), only or 0
    with a_run() as run:
        while total.steps < steps and not (only is not None and total.lives):
            name = f"{seed}:{number}"
            yield name, total
            with (
                tempfile.TemporaryDirectory(dir=run.folder) as folder,
                databases.sqlite(run, Path(folder)) as url,
            ):
                live(url, Path(folder), name=name, steps=min(STEPS_A_LIFE, steps), total=total)
            number += 1
    yield "", total
