"""The simulation: the real worker in several processes, on clocks, a relay and a database that go wrong.

Every choice is the caller's: a random number's, or Hypothesis's. The same choices are the same run.
"""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import structlog
from sqlalchemy import func, select

from tests.fault.account import Account, reconcile
from tests.mail_world import World, at
from tests.sim import strands
from tests.sim.clocks import Clocks
from tests.sim.database import WORDS, Database
from tests.sim.laws import Laws
from tests.sim.office import DOMAIN, SECRET, Office
from tests.sim.relay import Server, SimulatedRelay
from tests.sim.strands import Strand
from tracker.domain import reminding
from tracker.domain.delivery import Envelope
from tracker.services import duties
from tracker.services.health import DELIVER, OFFER
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task
from tracker.worker import Worker

PROCESSES, TASKS = 3, 6
BEGIN = at("2008-08-01 10:00")
LONGEST_SLEEP = 86_400.0
DOUBLE_NOTHING = ("commit refused", "commit unheard", "address dead")  # faults: each answer was heard
INSIDE = ("before-offer-commit",)  # points with a transaction open: others would wait for its end
ROUNDS, ROUND = 60, 600.0  # seconds: longer than the longest wait between two tries


class SimulatedWorker(Worker):
    """The worker with its wires led to the simulation; what it decides is its own."""

    def __init__(self, simulation: "Simulation") -> None:
        super().__init__(simulation.world.runtime, environ={}, monotonic=lambda: simulation.clocks.monotonic)
        self.simulation = simulation
        self.mark = simulation.mark

    def relay(self, waiting: object) -> SimulatedRelay:  # type: ignore[override]
        """Return a relay that speaks to the simulated server."""
        settings = self.runtime.settings
        made = SimulatedRelay(settings, mark=self.mark, waiting=waiting, monotonic=self.monotonic)  # type: ignore[arg-type]
        return made.over(self.simulation.server)

    def _keep_failure(self, name: str, error: Exception) -> None:
        self.simulation.laws.hold(WORDS in str(error), f"the tick {name} failed: {error!r}")
        super()._keep_failure(name, error)


class Process:
    """One worker process: its two ticks may stand at different points."""

    def __init__(self, simulation: "Simulation", number: int) -> None:
        self.simulation, self.number = simulation, number
        self.strands: dict[str, Strand] = {}
        self.worker = SimulatedWorker(simulation)

    def step(self, tick: str) -> str:
        """Let one tick go on as far as its next point, begun where it does not run; return the point."""
        strand = self.strands.get(tick)
        if strand is None:
            act = self.worker.offer if tick == OFFER else self.worker.deliver
            strand = Strand(f"{self.number} {tick}", lambda: self.worker.tick(tick, act))
            self.strands[tick] = strand
        strand.step()
        if strand.is_doomed:
            self.kill()
            return "dead"
        if strand.is_over:
            del self.strands[tick]
        return strand.at if not strand.is_over else "over"

    def kill(self) -> None:
        """Let the process die, and another begin in its place."""
        for strand in self.strands.values():
            strand.kill()
        self.strands.clear()
        self.worker = SimulatedWorker(self.simulation)

    def end(self) -> None:
        """Ask it to end, let it, and begin another in its place."""
        self.worker.stopping.set()
        for tick in list(self.strands):
            while tick in self.strands:
                self.step(tick)
        self.worker.end()
        self.worker = SimulatedWorker(self.simulation)

    @property
    def is_speaking(self) -> bool:
        """Whether a letter is in its hands."""
        return DELIVER in self.strands and self.strands[DELIVER].at != "start"


class Simulation:
    """One simulated installation, and what can be done to it."""

    def __init__(self, url: str, folder: Path, chance: Random, **settings: int) -> None:
        structlog.configure(processors=[_say_nothing])
        self.chance, self.faults = chance, Counter[str]()
        self.trace: list[str] = []
        self.clocks = Clocks(wall=BEGIN)
        self.world = World(url, folder, settings={"secret_key": SECRET, "bounce_domain": DOMAIN} | settings)
        self.world.runtime = replace(self.world.runtime, clock=lambda: self.clocks.wall)
        self.database = Database(self.world.runtime.engine, self.clocks)
        self.server = Server(self.clocks, self._take)
        self.laws = Laws(
            folder / "tracker.sqlite3", self.clocks, most_a_minute=settings.get("most_a_minute", 0)
        )
        self.world.now = BEGIN
        self.office = Office(self.world)
        for _ in range(TASKS):
            self.office.do("new task", chance)
        self.processes = [Process(self, n) for n in range(PROCESSES)]

    # --- what can be done; each is one step ---

    def work(self, process: int, tick: str) -> str:
        """Let one tick of one process go on as far as its next point; return the point."""
        self._begin_step()
        at = self.processes[process].step(tick)
        self._note(f"{process} {tick}", at)
        return at

    def work_to(self, process: int, tick: str, point: str) -> None:
        """Let one tick go on until it stands at a point; with "over", to its end."""
        at = ""
        while at != point:
            at = self.work(process, tick)
            self.laws.look()
            assert at == point or at != "over", f"{tick} came to its end before {point}"
        self.raise_breaches()

    def kill(self, process: int) -> None:
        """Kill a process where it stands."""
        self._begin_step()
        self.faults["kill"] += 1
        self.processes[process].kill()
        self._note("kill", str(process))

    def end(self, process: int) -> None:
        """End a process as SIGTERM does."""
        self._begin_step()
        self.processes[process].end()
        self._note("end", str(process))

    def do(self, deed: str) -> None:
        """Let somebody do something to a task."""
        self._begin_step()
        self.world.now = self.clocks.wall
        self.office.do(deed, self.chance)
        self._note("do", deed)

    def pass_by(self, seconds: float) -> None:
        """Let time pass: a worker that stands at a point sleeps so long."""
        self._begin_step()
        self.faults["sleep"] += any(process.is_speaking for process in self.processes)
        self.clocks.pass_by(seconds)
        self._note("pass", f"{seconds:.0f}")

    def pass_to_next(self) -> None:
        """Let time pass until a reminder is owed or a letter is to be tried again."""
        with self.world.runtime.reading() as session:
            asked = [
                select(func.min(column)).where(column > self.clocks.wall)
                for column in (Task.next_moment_at, OutgoingMessage.next_try_at)
            ]
            found = [moment for one in asked if (moment := session.scalar(one)) is not None]
        seconds = (min(found) - self.clocks.wall).total_seconds() if found else 60.0
        self.pass_by(min(seconds, LONGEST_SLEEP))

    def set_clock(self, hours: int) -> None:
        """Set the tracker's clock forth or back."""
        self._begin_step()
        self.clocks.set_wall(timedelta(hours=hours))
        self._note("clock", str(hours))

    def set_database_clock(self, seconds: float) -> None:
        """Set the database's clock forth or back."""
        self._begin_step()
        self.faults["database clock"] += 1
        self.clocks.set_database(seconds)
        self._note("database clock", f"{seconds:.0f}")

    def spoil_commit(self, fault: str) -> None:
        """Let the next commit of a process go wrong."""
        self._begin_step()
        self.faults[f"commit {fault}"] += 1
        self.database.next_fault = fault
        self._note("commit", fault)

    def spoil_mail(self, phase: str, fault: str) -> None:
        """Let the next conversation that comes to this phase go wrong there."""
        self._begin_step()
        self.faults[f"{phase} {fault}"] += 1
        self.server.next_faults[phase] = fault
        self._note(phase, fault)

    def relay_is(self, *, up: bool, thinking: bool = False) -> None:
        """Let the relay go away, come back, or think long about each letter."""
        self._begin_step()
        self.faults["relay away"] += not up
        self.faults["relay thinks"] += thinking
        self.server.is_up, self.server.is_thinking = up, thinking
        self._note("relay", f"up {up}, thinking {thinking}")

    def reader_is(self, address: str, *, known: bool) -> None:
        """Let an address die, or live again."""
        self._begin_step()
        self.faults["address dead"] += not known
        (self.server.unknown.discard if known else self.server.unknown.add)(address)
        self._note(address, f"known {known}")

    # --- the end ---

    def settle(self) -> Account:
        """Mend everything, let the work be finished, and return the account of all that was owed."""
        self.relay_is(up=True)
        self.server.next_faults.clear()
        self.database.next_fault = ""
        for process in self.processes:
            process.end()
        for _ in range(ROUNDS):
            for tick in (OFFER, DELIVER):
                self.work_to(0, tick, "over")
            if not self._waiting():
                break
            self.pass_by(ROUND)
        self._look_for_owed()
        self.laws.explain_copies()
        account = reconcile(self.world, self.laws.taken).check()
        self.laws.hold(account.waiting == 0, f"letters still wait: {account.words}")
        if not self.faults.total():
            is_calm = account.copies == account.marked == 0
            self.laws.hold(is_calm, f"doubled or in doubt without a fault: {account.words}")
        if not set(+self.faults) - set(DOUBLE_NOTHING):
            self.laws.hold(account.copies == 0, f"doubled, and every answer was heard: {account.words}")
        self.raise_breaches()
        return account

    def close(self) -> None:
        """Let go of everything."""
        for process in self.processes:
            process.kill()
        self.laws.close()
        self.world.close()
        structlog.reset_defaults()

    def look(self) -> None:
        """See that every law holds; fail with what does not."""
        self.laws.look()
        self.raise_breaches()

    def raise_breaches(self) -> None:
        """Fail where a law was broken, with the last steps before it."""
        if self.laws.breaches:
            raise AssertionError("; ".join(self.laws.breaches) + "\n" + "\n".join(self.trace[-40:]))

    # --- what the parts ask ---

    def mark(self, point: str) -> None:
        """Stop the strand that comes to a point of the engine."""
        strand = strands.current()
        if strand is None or point in INSIDE:
            return
        if point == "after-note-commit":
            strand.noted_step, strand.noted_jumps = self.laws.step, self.clocks.jumps
        strand.pause(point)

    def _take(self, envelope: Envelope, data: bytes) -> None:
        strand = strands.current()
        assert strand is not None
        self.laws.take(envelope, data, strand)

    def _begin_step(self) -> None:
        self.laws.step += 1

    def _note(self, what: str, how: str) -> None:
        self.trace.append(f"{self.laws.step} {what}: {how}")

    def _waiting(self) -> bool:
        with self.world.runtime.reading() as session:
            waits = select(OutgoingMessage.id).where(OutgoingMessage.state == "waiting").limit(1)
            return session.scalar(waits) is not None

    def _look_for_owed(self) -> None:
        """See that nothing is owed by now that was not offered, whatever the index of moments says."""
        now, world = self.clocks.wall, self.world
        with world.runtime.reading() as session:
            ids = list(session.scalars(select(Task.id).where(Task.closed_at.is_(None)).order_by(Task.id)))
            found = duties.load(session, duties.with_relations(session, ids), world.installation)
            taken = duties.slots_taken(session, ids)
        for duty in found:
            for one in reminding.owed(duty, taken[duty.task_id]):
                self.laws.hold(reminding.sends_at(one, now) > now, f"{one.slot} is owed and was not offered")


def _say_nothing(*_: object) -> dict[str, object]:
    raise structlog.DropEvent
