"""How long a tick takes that finds nothing due among many open tasks, on both databases.

`python -m bench.tick [TASKS] [sqlite|postgresql]`. With 60,000 open tasks both the offering and the
sending should together take less than 50 ms.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench import owed
from bench.plan import a_database
from tests.mail_world import World, at
from tracker.domain.work_done import WorkDone
from tracker.worker import Worker

TASKS, OFFICERS = 60_000, 300
LIMIT = 0.050  # seconds
TICKS = 41


def ticked(world: World) -> tuple[float, float]:
    """Return the seconds that a tick takes which finds nothing to do: the middle one, and the longest."""
    worker, taken = Worker(world.runtime, environ={}), []
    for _ in range(TICKS):
        done, start = WorkDone(), time.perf_counter()
        worker.offer(done)
        worker.deliver(done)
        taken.append(time.perf_counter() - start)
        assert not done.is_any
    return statistics.median(taken), max(taken)


def on(kind: str, count: int) -> float:
    """Print how long a tick takes on one database, and return it."""
    with a_database(kind) as url, tempfile.TemporaryDirectory() as home:
        world = World(url, Path(home), now=at("2008-08-01 11:00"))
        owed.copies(world, count, officers=OFFICERS)
        owed.put_off(world, days=1)
        middle, longest = ticked(world)
        print(
            f"{kind:10}  a tick with nothing due over {count} open tasks: {middle * 1000:.1f} ms,"
            f" at most {longest * 1000:.1f}; wanted {LIMIT * 1000:.0f}",
            flush=True,
        )
        world.close()
    return middle


def main(words: list[str]) -> int:
    """Print the figures; return 1 where one is above the limit."""
    count = next((int(word) for word in words if word.isdecimal()), TASKS)
    kinds = [kind for kind in ("sqlite", "postgresql") if kind in words] or ["sqlite", "postgresql"]
    return int(max(on(kind, count) for kind in kinds) > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
