"""The demonstration: a fresh data folder with sample cables, then sink, pages and worker until Ctrl-C.

The folder is emptied at each start, so only a folder that a demonstration made is ever used again.
"""

import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker import reading
from tracker import runtime as runtime_module
from tracker import settings as settings_module
from tracker.adapters import trees
from tracker.adapters.sink import Sink
from tracker.cable import parse
from tracker.cable.parts import Cable
from tracker.clock import SharedClock, utc_now
from tracker.domain import due, places
from tracker.domain.access import Role
from tracker.domain.places import key_of
from tracker.domain.workdays import WASHINGTON, local_day, moment_of
from tracker.errors import TrackerError
from tracker.runtime import Runtime
from tracker.services import accounts, ingestion, posts, tree
from tracker.services.accounts import NewOfficer
from tracker.services.installation import Actor
from tracker.settings import Settings, share_dir
from tracker.store import base
from tracker.store.places import Post

HOST = "127.0.0.1"
SINK_PORT = 8025
MARK = "made-by-tracker-demo"  # stands in a folder that a demonstration may empty
LOG, LAST_WORDS = "processes.log", 8  # its name, and the lines shown when a process has died
MORNING = time(7, 0)
STARTS_WITHIN, ENDS_WITHIN = 60.0, 10.0  # seconds
CLOSELY = "1"  # seconds between the worker's looks, so that a moved clock shows at once
DEMO = Actor.system("demo", name="the demonstration")
OFFICERS = (
    ("desk", "Dana Roe", Role.DESK_OFFICER),
    ("manager", "Morgan Ives", Role.MANAGER),
    ("admin", "Alex Quinn", Role.ADMINISTRATOR),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What a person needs to begin: where the pages are, who may sign in, what time it is there."""

    pages: str
    officers: tuple[str, ...]
    password: str
    now: datetime
    cables: int
    not_taken: tuple[str, ...]
    sink: str

    @property
    def words(self) -> str:
        """The lines printed when everything runs."""
        rows = [
            ("Pages", f"{self.pages}/"),
            (
                "Mailbox",
                f"{self.pages}/demo/mailbox (every letter lands there, and can be answered; none leaves this machine)",
            ),
            ("Password", f"{self.password} for each of:"),
            *(("", officer) for officer in self.officers),
            ("Clock", f"{due.explain(self.now, WASHINGTON)}; every page can move it on"),
            ("Mail server", self.sink),
            ("End", "Ctrl-C"),
        ]
        lines = [f"Not taken in: {words}" for words in self.not_taken]
        lines += [f"The tracker is ready: {counted(self.cables, 'cable')} to look at.", ""]
        return "\n".join([*lines, *(f"  {name:12} {words}" for name, words in rows), ""])


def counted(number: int, noun: str) -> str:
    """Return "1 cable", "2 cables"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def run(cables: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run the demonstration until Ctrl-C or SIGTERM; return 0, or 1 where a process ended by itself."""
    wanted = settings_module.load({n: environ[n] for n in ("TRACKER_HOME", "TRACKER_PORT") if n in environ})
    home = (wanted.home if "TRACKER_HOME" in environ else Path("var/demo")).resolve()
    texts = _texts(cables)
    empty(home)
    with _sink(home / "mailbox") as sink:
        port = free_port(wanted.port)
        values = environment(environ, home=home, port=port, smtp_url=sink.url)
        ready = prepare(settings_module.load(values), texts, sink.url)
        return _run_children(values, ready, port)


def _texts(cables: Sequence[str]) -> dict[str, str]:
    paths = reading.files_in(cables or [str(share_dir("config") / "samples")])
    return {path: reading.text_of(path) for path in paths}


def empty(home: Path) -> None:
    """Empty the folder of the last demonstration, or make it; raise TrackerError where it holds anything else."""
    mark = home / MARK
    if home.is_dir() and any(home.iterdir()):
        if not mark.exists():
            words = f"{home} holds files that no demonstration made. Set TRACKER_HOME to an empty folder."
            raise TrackerError(words)
        shutil.rmtree(home)
    home.mkdir(parents=True, exist_ok=True)
    mark.touch()


def free_port(wanted: int) -> int:
    """Return the port wanted, or any free one of this machine where it is taken."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise TrackerError("No port of this machine is free.")


def environment(environ: Mapping[str, str], *, home: Path, port: int, smtp_url: str) -> dict[str, str]:
    """Return the variables of the demonstration's processes; a real database or relay is never used."""
    kept = {name: value for name, value in environ.items() if not name.startswith("TRACKER_")}
    return kept | {
        "TRACKER_ENV": "demo",
        "TRACKER_HOME": str(home),
        "TRACKER_HOST": HOST,
        "TRACKER_PORT": str(port),
        "TRACKER_BASE_URL": f"http://{HOST}:{port}",
        "TRACKER_SMTP_URL": smtp_url,
        "TRACKER_MAIL_FROM": "tracker@demo.example",
        "TRACKER_REPLY_DOMAIN": "replies.demo.example",
        "TRACKER_SECRET_KEY": secrets.token_hex(32),
        "TRACKER_TICK_SECONDS": CLOSELY,
    }


@contextmanager
def _sink(folder: Path) -> Iterator[Sink]:
    sink = Sink(HOST, free_port(SINK_PORT), folder)
    sink.start()
    try:
        yield sink
    finally:
        sink.stop()


def prepare(settings: Settings, texts: Mapping[str, str], sink_url: str) -> Ready:
    """Make the database, set the clock, take the cables in, add officers; return what to print."""
    base.migrate(settings.database)
    runtime = runtime_module.build(settings)
    try:
        parsed = [parse(text) for text in texts.values()]
        now = morning_after(parsed)
        SharedClock(settings.home / "clock").set(now)
        password = f"demo-{secrets.token_hex(4)}"
        with runtime.transaction() as session:
            posts.load_posts(session, runtime.installation.book)
            tree.load_tree(session, trees.load(), runtime.installation.book)
            give_mailboxes(session)
            officers = _add_officers(session, runtime, parsed, password)
        not_taken = [words for path, text in texts.items() if (words := _take(runtime, path, text, now))]
    finally:
        runtime.engine.dispose()
    return Ready(
        pages=settings.base_url,
        officers=officers,
        password=password,
        now=now,
        cables=len(texts) - len(not_taken),
        not_taken=tuple(not_taken),
        sink=sink_url,
    )


def morning_after(cables: Sequence[Cable]) -> datetime:
    """Return 07:00 in Washington of the day after the newest cable was sent; of today where none says when."""
    sent = [cable.header.sent_at for cable in cables if cable.header.sent_at]
    day = local_day(max(sent) + timedelta(days=1) if sent else utc_now(), WASHINGTON.zone)
    return moment_of(day, MORNING, WASHINGTON.zone)


def give_mailboxes(session: Session) -> None:
    """Give every post an invented mailbox, so that its letters can be seen."""
    for post in session.scalars(select(Post)):
        post.mailbox = f"{key_of(post.name).lower()}@posts.demo.example"


def _add_officers(
    session: Session, runtime: Runtime, cables: Sequence[Cable], password: str
) -> tuple[str, ...]:
    book = runtime.installation.book
    asked = [book.find(address.designator) for cable in cables for address in cable.header.action_addressees]
    abroad = next((post for post in asked if post and post.country != "US"), book.posts[0])
    staff: list[tuple[str, str, Role, places.Post | None]] = [
        *((*officer, None) for officer in OFFICERS),
        ("post", "Sam Idris", Role.POST_STAFF, abroad),
    ]
    for login, name, role, post in staff:
        zone = post.zone if post else WASHINGTON.zone
        new = NewOfficer(login=login, name=name, email=f"{login}@demo.example", zone=zone, password=password)
        officer = accounts.create_officer(session, new, by=DEMO)
        accounts.grant(session, officer.id, role, by=DEMO, post=post.designator if post else None, book=book)
    return tuple(
        f"{login:8} {name}, {role}{f' at {post.designator}' if post else ''}"
        for login, name, role, post in staff
    )


def _take(runtime: Runtime, path: str, text: str, now: datetime) -> str | None:
    try:
        with runtime.transaction() as session:
            ingestion.ingest(
                session, text, source="demo", by=DEMO, now=now, installation=runtime.installation
            )
    except TrackerError as error:
        return f"{path}: {error.sentence}"
    return None


def _run_children(values: Mapping[str, str], ready: Ready, port: int) -> int:
    asked_to_end = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: asked_to_end.set())
    log = Path(values["TRACKER_HOME"]) / LOG
    children = [_child(command, values, log) for command in ("serve", "work")]
    try:
        if not _answers(port, children, asked_to_end):
            return _gone(children, asked_to_end, log)
        print(ready.words, flush=True)
        while not asked_to_end.wait(0.2) and all(child.poll() is None for child in children):
            pass
        return _gone(children, asked_to_end, log)
    finally:
        _end(children)
        print("The demonstration has ended.", file=sys.stderr, flush=True)


def _child(command: str, values: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Start a process that ends when this one does: this one holds the far end of its input."""
    words = [sys.executable, "-m", "tracker.cli", command, "--until-input-ends"]
    with log.open("ab") as file:
        return subprocess.Popen(words, env=dict(values), stdin=subprocess.PIPE, stdout=file, stderr=file)


def _answers(port: int, children: Sequence[subprocess.Popen[bytes]], asked_to_end: threading.Event) -> bool:
    for _ in range(int(STARTS_WITHIN / 0.05)):
        if asked_to_end.wait(0.05) or any(child.poll() is not None for child in children):
            return False
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return True
    return False


def _gone(children: Sequence[subprocess.Popen[bytes]], asked_to_end: threading.Event, log: Path) -> int:
    if asked_to_end.is_set():
        return 0
    last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_WORDS:]
    sentence = "The pages or the worker of the demonstration did not run on. Their last words:"
    print("\n  ".join([sentence, *last]), file=sys.stderr, flush=True)
    return 1


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.communicate(timeout=ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
