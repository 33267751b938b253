"""How long it takes to plan the letters of many open tasks.

`python -m bench.plan [TASKS] [sqlite|postgresql]`. Planning 30 days for 60,000 open tasks should take less
than 60 seconds.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import insert

from tests import databases, postgres
from tests.mail_world import World, at
from tracker.domain.workdays import DAY
from tracker.services import clocks, reminder_plans, reminders
from tracker.store.tasks import Task

TASKS = 60_000
MOST_SECONDS = 60.0
POSTS = ("MEXICO", "CAIRO", "TOKYO", "LIMA", "WARSAW", "NAIROBI")
OFFICERS = 300
CHUNK = 1_000


@contextmanager
def a_database(kind: str) -> Iterator[str]:
    """Yield the address of a fresh migrated database."""
    with tempfile.TemporaryDirectory(prefix="tracker-plan-") as folder:
        run = postgres.Run(folder=Path(folder), pid=os.getpid())
        try:
            opened = (
                databases.postgresql(run) if kind == "postgresql" else databases.sqlite(run, Path(folder))
            )
            with opened as url:
                yield url
        finally:
            if kind == "postgresql":
                databases.drop_template(run)
                postgres.stop(run)


def fill(world: World, count: int) -> None:
    """Make open tasks at several posts, due over three months, a third of them owned; plan each."""
    with world.transaction() as session:
        cable = world.cable(session)
        posts = [world.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example") for name in POSTS]
        owners = [world.officer(session, f"officer{n:03d}").id for n in range(OFFICERS)]
        sample = world.task(session, cable, posts[0])
        values = {c.key: getattr(sample, c.key) for c in Task.__table__.columns if c.key != "id"}
        proposals = [world.proposal(session, cable).id for _ in range(-(-count // len(posts)))]
        calendars = [clocks.calendar_of(post, world.installation.book) for post in posts]
    for first in range(0, count, CHUNK):
        rows = []
        for n in range(first, min(first + CHUNK, count)):
            place = n % len(posts)
            on = world.now.date() + DAY * (1 + n % 90)
            rows.append(
                values
                | {
                    "post_id": posts[place].id,
                    "proposal_id": proposals[n // len(posts)],
                    "owner_id": owners[n % OFFICERS] if n % 3 == 0 else None,
                    "due_on": on,
                    "due_at": calendars[place].closing(on),
                    "due_zone": calendars[place].place.zone,
                    "next_moment_at": None,
                }
            )
        with world.transaction() as session:
            ids = list(session.scalars(insert(Task).returning(Task.id), rows))
            tasks = [session.get_one(Task, n) for n in ids]
            reminders.refresh_all(session, tasks, now=world.now, installation=world.installation)


def planned(world: World) -> tuple[float, int]:
    """Plan thirty days; return the seconds of this process, and the letters."""
    start = time.process_time()
    with world.runtime.reading() as session:
        letters = reminder_plans.plan(session, now=world.now, days=30, installation=world.installation)
    return time.process_time() - start, len(letters)


def main(count: int, kind: str) -> int:
    """Print the figure against its limit; return 1 where it is missed."""
    with a_database(kind) as url, tempfile.TemporaryDirectory() as home:
        world = World(url, Path(home), now=at("2008-08-01 11:00"))
        start = time.perf_counter()
        fill(world, count)
        print(f"{kind}: {count} open tasks made and planned in {time.perf_counter() - start:.1f} s")
        seconds, letters = planned(world)
        print(
            f"{kind}: {letters} letters of 30 days planned in {seconds:.1f} s of processor time (limit {MOST_SECONDS:.0f} s)"
        )
        world.close()
    return int(seconds > MOST_SECONDS)


if __name__ == "__main__":
    words = sys.argv[1:]
    sizes = [int(word) for word in words if word.isdecimal()]
    sys.exit(main(sizes[0] if sizes else TASKS, "postgresql" if "postgresql" in words else "sqlite"))
