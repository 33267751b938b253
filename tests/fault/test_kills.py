"""Workers killed at every named point: nothing is lost, and what goes twice is known and said.

`make fault` runs the long form and prints the reconciliation.
"""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from tests import processes
from tests.mail_world import World
from tests.sinks import TestSink
from tracker.store.cables import CableRecord
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.tasks import Task

READERS = 3
POINTS = (
    "before-offer-commit",
    "after-offer-commit",
    "before-connect",
    "connected",
    "before-note-commit",
    "after-note-commit",
    "before-mail",
    "before-rcpt",
    "before-data",
    "after-dot",
    "after-250",
)
# Only here may a letter have been taken unknown to us: its result is committed with the next one's note.
IN_DOUBT = ("after-dot", "after-250", "before-note-commit")


@dataclass
class Yard:
    """A world, and a process that forks workers into it."""

    world: World
    sink: TestSink
    victims: "subprocess.Popen[str]"
    counts: Counter[str] = field(default_factory=Counter)

    def work(self, fault: str = "") -> int:
        """Run one worker, killed at the point given; return its exit code."""
        environ = processes.environment(self.world, TRACKER_TEST_FAULT_AT=fault)
        assert self.victims.stdin is not None
        assert self.victims.stdout is not None
        self.victims.stdin.write(json.dumps(environ) + "\n")
        self.victims.stdin.flush()
        return int(self.victims.stdout.readline())

    def kill_at(self, fault: str) -> None:
        """Owe each reader a letter, kill a worker at the point, then let another finish the work."""
        self.owe()
        before = len(self.sink.deliveries)
        self.counts["kills"] += self.work(fault) == -9
        processes.end_leases(self.world)
        assert self.work() == 0
        self.counts[fault.partition(":")[0]] += len(self.sink.deliveries) - before - READERS

    def owe(self) -> None:
        """Close what was, give each reader a new task, and go on to the morning of its first letter."""
        world = self.world
        with world.transaction() as session:
            session.execute(update(Task).values(closed_at=world.now, next_moment_at=None))
            post, cable = session.scalars(select(Post)).one(), session.scalars(select(CableRecord)).one()
            for officer in session.scalars(select(Officer)).all():
                world.task(session, cable, post, owner_id=officer.id)
            morning = session.scalar(select(func.max(Task.next_moment_at)))
        assert morning is not None
        world.now = morning
        self.counts["owed"] += READERS

    def reconcile(self) -> dict[str, int]:
        """Return the account of all that was owed; fail where a letter is lost, or doubled unknown to us."""
        with self.world.transaction() as session:
            messages = {one.message_id: one for one in session.scalars(select(OutgoingMessage))}
            slots = session.scalars(select(ReminderSlot)).all()
        copies = Counter(str(mail["Message-ID"]) for mail in self.sink.mails)
        doubled = {name for name, count in copies.items() if count > 1}
        assert len({slot.task_id for slot in slots}) == self.counts["owed"]
        assert {one.state for one in messages.values()} == {"sent"}
        assert set(copies) == set(messages)  # nothing lost, nothing that nobody wrote
        assert all(messages[name].is_doubtful for name in doubled)
        assert all(extra == 0 for point, extra in self.extras if point not in IN_DOUBT)
        return {
            "kills": self.counts["kills"],
            "owed": self.counts["owed"],
            "sent": len(copies),
            "copies": sum(copies.values()) - len(copies),
            "marked as doubtful": sum(one.is_doubtful for one in messages.values()),
        }

    @property
    def extras(self) -> list[tuple[str, int]]:
        """How many letters more than owed went, by the point at which workers were killed."""
        return [(point, self.counts[point]) for point in POINTS]


@pytest.fixture
def yard(database_url: str, tmp_path: Path, sink: TestSink) -> Iterator[Yard]:
    world = World(database_url, tmp_path, smtp_url=sink.url)
    with world.transaction() as session:
        world.post(session, "AMEMBASSY MEXICO")
        world.cable(session)
        for n in range(READERS):
            world.officer(session, f"officer{n}")
    victims = subprocess.Popen(
        [sys.executable, "-m", "tests.fault.victims"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yard = Yard(world=world, sink=sink, victims=victims)
    yard.owe()
    assert yard.work() == 0
    yield yard
    victims.communicate()
    world.close()


def cases() -> list[str]:
    """Return each point at its first passing, and those passed for each letter also at the last."""
    return [*POINTS, *(f"{point}:{READERS}" for point in POINTS[4:])]


def test_a_kill_at_any_point_loses_nothing_and_doubles_only_what_it_marks(yard: Yard) -> None:
    for case in cases():
        yard.kill_at(case)

    account = yard.reconcile()

    assert account["kills"] == len(cases())
    assert account["owed"] == account["sent"] == READERS * (len(cases()) + 1)
    assert account["copies"] <= 2 * len(IN_DOUBT)


@pytest.mark.fault
def test_a_thousand_kills_lose_nothing(yard: Yard, capsys: pytest.CaptureFixture[str]) -> None:
    seed = random.SystemRandom().randrange(10**6)
    chance = random.Random(seed)

    for _ in range(1000):
        yard.kill_at(f"{chance.choice(POINTS)}:{chance.randint(1, READERS)}")

    account = yard.reconcile()
    with capsys.disabled():
        print(f"\nseed {seed}: {account}; copies by point {[one for one in yard.extras if one[1]]}")
    assert account["owed"] == account["sent"] == READERS * 1001
