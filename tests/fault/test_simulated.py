"""The engine in a simulation: real workers on clocks, a relay and a database that go wrong as Hypothesis likes.

`python -m tests.sim` is the long form, by a seed. Here too are engines with a fault built in: the laws
must find it, or they prove nothing.
"""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tests import databases, postgres
from tests.sim import database, drive, relay
from tests.sim.engine import PROCESSES, Simulation
from tests.sim.office import BY
from tracker.services import message_states, notices, outbox, reminders, still_wanted, tasks
from tracker.services.health import DELIVER, OFFER
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task
from tracker.worker import Worker

MORNING = 6 * 3_600.0  # from the beginning to the first letters
processes = st.integers(0, PROCESSES - 1)
SHORT = settings(
    max_examples=3, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)


class Engine(RuleBasedStateMachine):
    """What can happen to the engine; after each of it the laws are looked at."""

    run: postgres.Run

    @initialize(seed=st.integers(0, 999))
    def begin(self, seed: int) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=self.run.folder)
        with databases.sqlite(self.run, Path(self.folder.name)) as url:
            self.simulation = Simulation(url, Path(self.folder.name), Random(seed))

    @rule(process=processes, tick=st.sampled_from((OFFER, DELIVER)), steps=st.integers(1, 12))
    def work(self, process: int, tick: str, steps: int) -> None:
        for _ in range(steps):
            self.simulation.work(process, tick)

    @rule(process=processes)
    def kill(self, process: int) -> None:
        self.simulation.kill(process)

    @rule(process=processes)
    def end(self, process: int) -> None:
        self.simulation.end(process)

    @rule(deed=st.sampled_from(drive.DEEDS))
    def do(self, deed: str) -> None:
        self.simulation.do(deed)

    @rule(seconds=st.sampled_from(drive.PAUSES))
    def pass_by(self, seconds: float) -> None:
        self.simulation.pass_by(seconds)

    @rule(hours=st.sampled_from((-2, 2)))
    def set_clock(self, hours: int) -> None:
        self.simulation.set_clock(hours)

    @rule(fault=st.sampled_from(database.FAULTS))
    def spoil_commit(self, fault: str) -> None:
        self.simulation.spoil_commit(fault)

    @rule(phase=st.sampled_from(relay.PHASES), fault=st.sampled_from(relay.FAULTS))
    def spoil_mail(self, phase: str, fault: str) -> None:
        self.simulation.spoil_mail(phase, fault)

    @rule(up=st.booleans(), thinking=st.booleans())
    def relay_is(self, up: bool, thinking: bool) -> None:
        self.simulation.relay_is(up=up, thinking=thinking)

    @invariant()
    def every_law_holds(self) -> None:
        if hasattr(self, "simulation"):
            self.simulation.look()

    def teardown(self) -> None:
        if hasattr(self, "simulation"):
            try:
                self.simulation.settle()
            finally:
                self.simulation.close()
                self.folder.cleanup()


def test_no_order_of_events_breaks_a_law(test_run: postgres.Run) -> None:
    Engine.run = test_run

    run_state_machine_as_test(Engine, settings=SHORT)


def test_the_same_chance_is_the_same_run(sqlite_url: str, tmp_path: Path) -> None:
    traces = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        shutil.copyfile(tmp_path / "tracker.sqlite3", folder / "tracker.sqlite3")
        simulation = Simulation(f"sqlite:///{folder / 'tracker.sqlite3'}", folder, Random("4"))
        driver = drive.Driver(simulation, is_calm=False)
        for _ in range(50):
            driver.step()
        traces.append(simulation.trace)
        simulation.close()

    assert traces[0] == traces[1]
    assert len(traces[0]) >= 50


# --- engines with a fault built in ---


def die_with_a_letter_in_hand(simulation: Simulation) -> None:
    simulation.work_to(0, DELIVER, "after-dot")
    simulation.kill(0)
    simulation.pass_by(95.0)


def lose_the_commit_of_a_result(simulation: Simulation) -> None:
    simulation.work_to(0, DELIVER, "after-250")
    simulation.spoil_commit("refused")
    simulation.work_to(0, DELIVER, "over")
    simulation.work_to(0, DELIVER, "over")
    simulation.pass_by(95.0)


def close_all_behind_its_back(simulation: Simulation) -> None:
    simulation.work_to(0, DELIVER, "after-note-commit")
    with simulation.world.transaction() as session:
        for task in session.scalars(select(Task)):
            tasks.cancel(
                session,
                task.id,
                by=BY,
                now=simulation.clocks.wall,
                installation=simulation.world.installation,
            )


def send_side_by_side(simulation: Simulation) -> None:
    simulation.work_to(0, DELIVER, "before-data")
    simulation.work_to(1, DELIVER, "over")
    simulation.work_to(0, DELIVER, "over")


def hand_tasks_on(simulation: Simulation) -> None:
    for _ in range(12):
        simulation.do("assign")
    simulation.work_to(0, OFFER, "over")


def let_days_pass(simulation: Simulation) -> None:
    simulation.pass_by(5 * 86_400.0)


def blind_to_leases(now: datetime, route: str) -> Any:
    return OutgoingMessage.state == "waiting"


def forget_the_next(session: Session, task: Task, *_: datetime | None) -> None:
    session.execute(update(Task).where(Task.id == task.id).values(next_moment_at=None))


BUILT_IN = {
    "forgets who died": (
        message_states,
        "close_what_died",
        lambda *_: None,
        die_with_a_letter_in_hand,
        "is not marked",
    ),
    "forgets what it heard": (
        Worker,
        "keep_result",
        lambda worker: setattr(worker, "spoken", None),
        lose_the_commit_of_a_result,
        "every answer was heard",
    ),
    "never asks again": (
        still_wanted,
        "settle",
        lambda *_, **__: True,
        close_all_behind_its_back,
        "were closed",
    ),
    "sees no lease": (outbox, "_is_ready", blind_to_leases, send_side_by_side, "under an old token"),
    "spares and does not tell": (notices, "send", lambda *_: "sent", hand_tasks_on, "a reminder is lost"),
    "forgets the next moment": (reminders, "_set_moments", forget_the_next, let_days_pass, "not offered"),
}


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_laws_find_a_fault_that_is_built_in(
    name: str, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, what, wrong, happens, words = BUILT_IN[name]
    simulation = Simulation(sqlite_url, tmp_path, Random(0))
    monkeypatch.setattr(where, what, wrong)
    try:
        simulation.pass_by(MORNING)
        simulation.work_to(0, OFFER, "over")
        with pytest.raises(AssertionError, match=words):  # noqa: PT012 - wherever it shows
            happens(simulation)
            simulation.settle()
    finally:
        simulation.close()
