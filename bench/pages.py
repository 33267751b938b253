"""How many pages a second, beside a bare Flask page with one indexed query, in the same run.

`python -m bench.pages [COUNT ...]` (default 20,000 and 1,000,000 tasks). PostgreSQL, gunicorn with two
workers, eight clients that open a new connection now and then: one that is kept stays with the worker that
took it, and where one worker took them all the other has nothing to do, which halves a figure by luck. Wanted: at the first size each page reaches 0.25
of the bare one; at the last, 0.7 of our own figure at the first, 95 in 100 within 150 ms.

Each page is measured twice: asked for again while nothing is written, when it is kept, and made anew each
time (its address then bears another number). The figures wanted are of the first; the second tells what a
page costs after each deed.
"""

import asyncio
import contextlib
import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from flask import Flask
from sqlalchemy import text

from bench import grown
from tests import databases, postgres, sinks
from tracker import runtime as runtimes
from tracker.clock import print_moment
from tracker.runtime import Runtime
from tracker.store import base

SIZES = (20_000, 1_000_000)
CLIENTS, WORKERS, THREADS = 8, 2, 4
A_CONNECTION = 25  # pages that a client asks for by one connection
SECONDS, WARM_UP = 6.0, 1.5
OF_BARE, OF_FIRST, SLOWEST = 0.25, 0.7, 0.150
ANEW = ", made anew"
TOKEN = re.compile(rb'name="csrf_token"[^>]*value="([^"]+)"')


def bare() -> Flask:
    """Return a site with one page that asks one indexed question."""
    app, engine = Flask("bare"), base.create(os.environ["TRACKER_DATABASE_URL"])
    question = text("SELECT id, title, due_at FROM tasks WHERE id = :id")

    @app.get("/<int:task_id>")
    def page(task_id: int) -> str:
        with engine.connect() as connection:
            row = connection.execute(question, {"id": task_id}).one()
        return f"<!doctype html><title>{row.title}</title><h1>{row.title}</h1><p>{row.due_at}</p>"

    return app


@dataclass
class Measured:
    """What one page did."""

    name: str
    times: list[float] = field(default_factory=list)
    seconds: float = 1.0
    size: int = 0

    @property
    def rate(self) -> float:
        """Pages a second."""
        return len(self.times) / self.seconds

    @property
    def p95(self) -> float:
        """Seconds within which 95 of 100 pages came."""
        return quantiles(self.times, n=20)[-1]


@contextlib.contextmanager
def serving(factory: str, environ: dict[str, str]) -> Iterator[int]:
    """Run gunicorn with the site of that factory on a free port."""
    port = sinks.free_port()
    words = [
        "-m", "gunicorn", "--no-control-socket", "--worker-class", "gthread", "--workers", str(WORKERS),
        "--threads", str(THREADS), "--keep-alive", "30", "--bind", f"127.0.0.1:{port}", "--log-level", "warning",
        factory,
    ]  # fmt: skip
    with subprocess.Popen([sys.executable, *words], env=os.environ | environ) as server:
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/signin")
            connection.getresponse().read()
            return
        time.sleep(0.1)
    raise SystemExit("gunicorn did not start")


def sign_in(port: int, login: str) -> str:
    """Sign in and return the cookie."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/signin")
    reply = connection.getresponse()
    found = TOKEN.search(reply.read())
    assert found is not None
    cookie = str(reply.getheader("Set-Cookie")).partition(";")[0]
    body = urlencode({"csrf_token": found[1].decode(), "login": login, "password": grown.PASSWORD})
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/signin", body, headers)
    reply = connection.getresponse()
    assert reply.status == 303, reply.read()
    return str(reply.getheader("Set-Cookie")).partition(";")[0]


async def _client(port: int, addresses: Iterator[str], cookie: str, until: float, found: Measured) -> None:
    while time.monotonic() < until:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for address in islice(addresses, A_CONNECTION):
            if (start := time.monotonic()) >= until:
                break
            found.size = await _fetch(reader, writer, address, cookie)
            found.times.append(time.monotonic() - start)
        writer.close()


async def _fetch(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str, cookie: str
) -> int:
    """Ask for a page and return its size."""
    writer.write(
        f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    )
    head = await reader.readuntil(b"\r\n\r\n")
    assert b" 200 " in head[:20], head
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    await reader.readexactly(length)
    return length


def measure(name: str, port: int, addresses: Iterable[str], cookie: str = "") -> Measured:
    """Let eight clients fetch the addresses in turn for some seconds, after a warm-up."""
    turn = cycle(addresses) if isinstance(addresses, list) else iter(addresses)

    async def fetch(seconds: float) -> Measured:
        found = Measured(name, seconds=seconds)
        until = time.monotonic() + seconds
        await asyncio.gather(*(_client(port, turn, cookie, until, found) for _ in range(CLIENTS)))
        return found

    asyncio.run(fetch(WARM_UP))
    return asyncio.run(fetch(SECONDS))


def anew(addresses: list[str]) -> Iterator[str]:
    """Give the addresses in turn for ever, each time with another number: no page is asked for twice."""
    for number, address in enumerate(cycle(addresses)):
        yield f"{address}?n={number}"


def run(runtime: Runtime, environ: dict[str, str]) -> list[Measured]:
    """Measure the bare page, then ours, on the same database."""
    ids = grown.task_ids(runtime.engine, 50)
    with serving("bench.pages:bare()", environ) as port:
        found = [measure("bare page", port, [f"/{one}" for one in ids])]
    with serving("tracker.app:production()", environ) as port:
        staff, manager = sign_in(port, "staff"), sign_in(port, "manager")
        for name, addresses, cookie in (
            ("my day", ["/"], staff),
            ("manager's page", ["/overdue"], manager),
            ("task page", [f"/tasks/{one}" for one in ids], manager),
        ):
            found.append(measure(name, port, addresses, cookie))
            found.append(measure(f"{name}{ANEW}", port, anew(addresses), cookie))
    return found


def at_size(run_: postgres.Run, count: int) -> list[Measured]:
    """Grow a database to so many tasks, measure, and print."""
    with databases.postgresql(run_) as url:
        environ = {
            "TRACKER_DATABASE_URL": url, "TRACKER_HOME": str(run_.folder), "TRACKER_NOW": print_moment(grown.NOW),
            "TRACKER_SECRET_KEY": "k" * 40,
        }  # fmt: skip
        runtime = runtimes.from_environment(environ)
        start = time.monotonic()
        size = grown.grow(runtime, count)
        print(f"\n{size.tasks:,} tasks, {size.posts} posts, {size.officers} officers", end="")
        print(f" ({time.monotonic() - start:.0f} s to make)")
        found = run(runtime, environ)
        runtime.engine.dispose()
    for one in found:
        print(
            f"{one.name:25} {one.rate:7.0f} a second, p95 {one.p95 * 1000:4.0f} ms, {one.size:6} bytes",
            end="",
        )
        print(f"   {one.rate / found[0].rate:.2f} of the bare page")
    return found


def main() -> int:
    """Measure each size, compare, and return 0 where every figure is reached."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as name:
        run_ = postgres.Run(folder=Path(name), pid=os.getpid())
        try:
            results = [at_size(run_, count) for count in sizes]
        finally:
            postgres.stop(run_)
    bare = results[0][0]
    first, last = (
        [one for one in found if not one.name.endswith(ANEW)] for found in (results[0], results[-1])
    )
    faults = [
        f"{one.name}: {one.rate / bare.rate:.2f} of bare"
        for one in first[1:]
        if one.rate < OF_BARE * bare.rate
    ]
    for before, after in zip(first[1:], last[1:], strict=True):
        if after.rate < OF_FIRST * before.rate or after.p95 > SLOWEST:
            faults.append(
                f"{after.name}: {after.rate / before.rate:.2f} of the smaller size, {after.p95:.3f} s"
            )
    print("\nEvery figure is reached." if not faults else "\nNot reached: " + "; ".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
