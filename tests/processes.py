"""Real worker processes for tests, and waiting for what they do."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import func, select, update

from tests.mail_world import World
from tracker.clock import SharedClock
from tracker.store.messages import OutgoingMessage

PATIENCE = 60.0  # seconds, for a machine that is busy
ONCE = "import os; from tracker import runtime, worker; print(worker.once(runtime.from_environment(os.environ)).words)"
RUN = (
    "import os; from tracker import logs, runtime, worker; logs.configure();"
    " worker.run(runtime.from_environment(os.environ))"
)


def environment(world: World, **variables: str) -> dict[str, str]:
    """Return the environment of a process on the world's database, relay and clock file."""
    settings = world.runtime.settings
    SharedClock(settings.home / "clock").set(world.now)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
    return kept | {
        "TRACKER_HOME": str(settings.home),
        "TRACKER_DATABASE_URL": settings.database_url,
        "TRACKER_SMTP_URL": world.smtp_url,
        "TRACKER_MAIL_FROM": settings.mail_from,
        "TRACKER_TICK_SECONDS": "1",
        **variables,
    }


def once(world: World, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run `worker.once` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", ONCE],
        env=environment(world, **variables),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def start(world: World, program: str = RUN, **variables: str) -> "subprocess.Popen[bytes]":
    """Start a worker process, whose log is kept in the world's home; the caller ends it."""
    number = len(list(world.home.glob("worker*.log")))
    with (world.home / f"worker{number}.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-c", program],
            env=environment(world, **variables),
            stdout=subprocess.DEVNULL,
            stderr=log,
        )


def said(world: World) -> list[dict[str, Any]]:
    """Return all that the world's workers wrote into their logs, a JSON object a line."""
    lines = [
        line for path in sorted(world.home.glob("worker*.log")) for line in path.read_text().splitlines()
    ]
    return [json.loads(line) for line in lines]


@contextmanager
def workers(world: World, count: int, **variables: str) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Run so many workers; at the end each is told to end and must do so cleanly."""
    started = [start(world, **variables) for _ in range(count)]
    try:
        yield started
    finally:
        for one in started:
            one.terminate()
        codes = [one.wait(PATIENCE) for one in started]
    assert codes == [0] * count


def wait_until(is_so: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Return when it is so; fail when it is not in a minute."""
    until = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < until, f"waited for {patience:.0f} seconds in vain"
        time.sleep(0.02)


def end_leases(world: World) -> None:
    """Let every lease run out, as a minute and a half would."""
    with world.transaction() as session:
        session.execute(update(OutgoingMessage).values(lease_until=1.0))


def count_in_state(world: World, state: str) -> int:
    """Return how many messages are in a state; those who write meanwhile are not kept waiting."""
    with world.reading() as session:
        return (
            session.scalar(select(func.count(OutgoingMessage.id)).where(OutgoingMessage.state == state)) or 0
        )
