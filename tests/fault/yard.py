"""A yard in which workers are killed: a world, a mail server, and a process that forks workers into them."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select, update

from tests import processes
from tests.fault.account import Account, reconcile
from tests.mail_world import World
from tests.sinks import TestSink
from tracker.store.cables import CableRecord
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

    def work(self, fault: str = "", **variables: str) -> int:
        """Run one worker, killed at the point given; return its exit code."""
        environ = processes.environment(self.world, TRACKER_TEST_FAULT_AT=fault, **variables)
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
            session.execute(
                update(Task)
                .where(Task.closed_at.is_(None))
                .values(closed_at=world.now, status="done", next_moment_at=None)
                .execution_options(synchronize_session=False)
            )
            post, cable = session.scalars(select(Post)).one(), session.scalars(select(CableRecord)).one()
            found = [
                world.task(session, cable, post, owner_id=officer.id)
                for officer in session.scalars(select(Officer)).all()
            ]
            session.flush()
            ids = [task.id for task in found]
            morning = session.scalar(select(func.max(Task.next_moment_at)).where(Task.id.in_(ids)))
        assert morning is not None
        world.now = morning
        self.counts["owed"] += READERS

    def account(self) -> Account:
        """Return the account of all that was owed, where nothing is lost or doubled unknown to us."""
        found = reconcile(self.world, [one.data for one in self.sink.deliveries]).check()
        assert found.due == found.sent == found.letters == self.counts["owed"], found.words
        assert all(extra == 0 for point, extra in self.extras if point not in IN_DOUBT), self.extras
        return found

    @property
    def extras(self) -> list[tuple[str, int]]:
        """How many letters more than owed went, by the point at which workers were killed."""
        return [(point, self.counts[point]) for point in POINTS if self.counts[point]]


@contextmanager
def a_yard(database_url: str, folder: Path, sink: TestSink) -> Iterator[Yard]:
    """Yield a yard whose first letters have gone, so that all is warm."""
    world = World(database_url, folder, smtp_url=sink.url)
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
