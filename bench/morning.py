"""How long a great morning takes: many letters due at once, two workers, a local mail server.

`python -m bench.morning [LETTERS] [sqlite|postgresql]`. 25,000 should be with the server within ten minutes.
The workers are processes that write and send side by side, as `tracker work` does.
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from bench import owed
from bench.plan import a_database
from bench.send import MORNING, a_sink, commits_counted
from tests import processes
from tests.mail_world import World
from tracker.domain.work_done import WorkDone
from tracker.worker import Worker

LETTERS, WORKERS = 25_000, 2
LIMIT = 600.0  # seconds for 25,000
PAPER = "A paper to hand over.\n" * 40


def work(world: World, count: int) -> None:
    """Write and send in this process until all have gone; tell how many commits that took."""
    worker, commits = Worker(world.runtime, environ={}), commits_counted(world.runtime.engine)
    while processes.count_in_state(world, "sent") < count:
        worker.offer(WorkDone())
        worker.deliver(WorkDone())
    (world.home / f"commits{os.getpid()}").write_text(str(len(commits)))


def all_sent(world: World, count: int) -> float:
    """Let the workers do it; return the seconds."""
    world.runtime.engine.dispose()
    start, children = time.perf_counter(), []
    for _ in range(WORKERS):
        child = os.fork()
        if child == 0:
            work(world, count)
            os._exit(0)
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0] * WORKERS
    return time.perf_counter() - start


def on(kind: str, count: int) -> float:
    """Print how long it takes on one database, and return the seconds that 25,000 take at that pace."""
    with a_database(kind) as url, tempfile.TemporaryDirectory() as home, a_sink() as port:
        world = World(url, Path(home), smtp_url=f"smtp://127.0.0.1:{port}")
        owed.copies(world, count, officers=count, paper=PAPER)
        world.now = MORNING
        took = all_sent(world, count)
        assert processes.count_in_state(world, "sent") == count
        whole = took / count * LETTERS
        commits = sum(int(path.read_text()) for path in world.home.glob("commits*")) / count
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"{kind:10}  {count} letters due at once, {WORKERS} workers: {took:.0f} s, {count / took:.0f} a second;"
            f" {LETTERS} take {whole:.0f} s; wanted {LIMIT:.0f}, ratio {whole / LIMIT:.2f};"
            f" {commits:.2f} commits a letter, a worker holds at most {memory:.0f} MiB;"
            f" load of the machine {os.getloadavg()[1]:.1f}",
            flush=True,
        )
        world.close()
    return whole


def main(words: list[str]) -> int:
    """Print the figures; return 1 where one is above the limit."""
    count = next((int(word) for word in words if word.isdecimal()), LETTERS)
    kinds = [kind for kind in ("sqlite", "postgresql") if kind in words] or ["postgresql"]
    return int(max(on(kind, count) for kind in kinds) > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
