"""How many reminders a second go from owed to sent, against bare smtplib in the same run.

`python -m bench.send [COUNT [ROUNDS]]`; of several rounds on PostgreSQL the middle ratio counts. Bare smtplib builds the same letters and sends them over one kept
connection to the same sink. PostgreSQL with four workers should reach half of that; on SQLite a
letter should cost one durable commit, beside those of the run itself: one writes each part of the letters, one
finds that no more are owed, and one records the last result.
"""

import os
import smtplib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event

from tests import databases, postgres, processes, sinks
from tests.mail_world import World, at
from tracker.adapters.letters import Writer
from tracker.domain.letter import Letter, Written
from tracker.domain.work_done import WorkDone
from tracker.services import reminders
from tracker.worker import Worker

COUNT, ROUNDS = 1_000, 3
WORKERS = 4
WANTED = 0.5  # of bare smtplib
MORNING = at("2008-08-01 12:00")
SINK = """
import asyncio, sys
from aiosmtpd.smtp import SMTP
class Taker:
    async def handle_DATA(self, server, session, envelope):
        return "250 taken"
async def main():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Taker()), "127.0.0.1", int(sys.argv[1]))
    print("ready", flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


@contextmanager
def a_sink() -> Iterator[int]:
    """Run a mail server that takes all and keeps nothing, in a process of its own; yield its port."""
    port = sinks.free_port()
    with subprocess.Popen(
        [sys.executable, "-c", SINK, str(port)], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()
        try:
            yield port
        finally:
            server.kill()


def owe(world: World, count: int) -> None:
    """Give so many officers a task each, their first letters owed, each with a paper attached."""
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        world.paper(session, cable, "A paper to hand over.\n" * 40)
        for n in range(count):
            world.task(session, cable, post, owner_id=world.officer(session, f"officer{n:05d}").id)
    world.now = MORNING


def offer(world: World) -> tuple[float, list[Letter]]:
    """Write what is owed; return the seconds, and the letters."""
    letters: list[Letter] = []
    writer = Writer(world.runtime.settings)

    def write(letter: Letter) -> Written:
        letters.append(letter)
        return writer.write(letter)

    start, written = time.perf_counter(), -1
    while written:
        with world.transaction() as session:
            written = reminders.offer(session, world.now, world.installation, write=write)
    return time.perf_counter() - start, letters


def bare(world: World, letters: list[Letter]) -> float:
    """Build each letter and send it over one kept connection; return the seconds."""
    writer, sender = Writer(world.runtime.settings), world.runtime.settings.mail_from
    start = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", int(world.smtp_url.rpartition(":")[2])) as host:
        for letter in letters:
            host.sendmail(sender, [letter.recipient], writer.write(letter).data)
    return time.perf_counter() - start


def deliver(world: World, count: int) -> float:
    """Let so many workers send what waits, in processes of their own; return the seconds."""
    world.runtime.engine.dispose()
    start = time.perf_counter()
    children = []
    for _ in range(count):
        child = os.fork()
        if child == 0:
            Worker(world.runtime, environ={}).deliver(WorkDone())
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    return time.perf_counter() - start


def commits_counted(engine: Engine) -> list[int]:
    """Return a list that grows by one with each commit of this process that wrote."""
    found: list[int] = []
    wrote: list[str] = []
    event.listen(
        engine,
        "before_cursor_execute",
        lambda _c, _cur, sql, *_: wrote.append(sql) if sql[:6] in WRITES else None,
    )
    event.listen(engine, "commit", lambda _c: (found.append(1), wrote.clear()) if wrote else None)
    return found


def commits_of(world: World) -> tuple[float, int, int]:
    """Let one worker in this process write and send; return the seconds, the commits that wrote, those of the run."""
    found, parts = commits_counted(world.runtime.engine), []
    one = Worker(world.runtime, environ={})
    one.mark = lambda point: parts.append(point) if point == "after-offer-commit" else None
    start = time.perf_counter()
    one.offer(WorkDone())
    one.deliver(WorkDone())
    return time.perf_counter() - start, len(found), len(parts) + 1


WRITES = ("INSERT", "UPDATE", "DELETE")


def on_postgresql(world: World, count: int) -> float:
    """Print the rates on PostgreSQL and return the ratio to bare smtplib."""
    owe(world, count)
    offered, letters = offer(world)
    sent = deliver(world, WORKERS)
    assert processes.count_in_state(world, "sent") == count
    plain = bare(world, letters)
    ratio = plain / (offered + sent)
    print(f"bare smtplib            {count / plain:7.0f} mails a second (each built, one kept connection)")
    print(f"PostgreSQL, {WORKERS} workers   {count / (offered + sent):7.0f} mails a second from owed to sent")
    print(f"                        {count / sent:7.0f} mails a second, those written already")
    print(f"ratio {ratio:.2f} from owed to sent, {plain / sent:.2f} sending alone; wanted {WANTED}")
    return ratio


def on_sqlite(world: World, count: int) -> float:
    """Print the rate on SQLite and return the durable commits a letter."""
    owe(world, count)
    took, commits, of_the_run = commits_of(world)
    each = (commits - of_the_run) / count
    print(f"SQLite, 1 worker        {count / took:7.0f} mails a second from owed to sent; {commits} ", end="")
    print(f"durable commits, {of_the_run} of them for the run: {each:.2f} a mail; wanted 1.00")
    return each


def main() -> int:
    count, rounds = (*(int(word) for word in sys.argv[1:]), *(COUNT, ROUNDS)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as name, a_sink() as port:
        folder = Path(name)
        run = postgres.Run(folder=folder, pid=os.getpid())
        url = f"smtp://127.0.0.1:{port}"
        ratios = []
        try:
            for _ in range(rounds):
                with databases.postgresql(run) as database_url:
                    ratios.append(on_postgresql(World(database_url, folder, smtp_url=url), count))
        finally:
            postgres.stop(run)
        with databases.sqlite(run, folder) as database_url:
            commits = on_sqlite(World(database_url, folder, smtp_url=url), count)
    ratio = statistics.median(ratios)
    load = os.getloadavg()[1]
    print(
        f"the middle ratio of {rounds} rounds is {ratio:.2f}; wanted {WANTED}; load of the machine {load:.1f}"
    )
    return 0 if ratio >= WANTED and commits <= 1.0 else 1


if __name__ == "__main__":
    sys.exit(main())
