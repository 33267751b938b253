"""A site on a fresh database with invented officers; every page that a test fetches is inspected."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import event
from werkzeug.test import TestResponse

from tests import postgres
from tests.e2e.inspection import Page, inspect
from tracker import app as site
from tracker import runtime as runtimes
from tracker.adapters import trees
from tracker.clock import SharedClock, parse_moment
from tracker.runtime import Runtime
from tracker.services import accounts, ingestion, posts, tree
from tracker.services.installation import Acting, Actor
from tracker.settings import share_dir

START = "2009-04-23T11:00:00Z"  # 07:00 in Washington on the morning after the newest sample
PASSWORD = "a phrase of the tests"
QUICK_HASHER = PasswordHasher(time_cost=1, memory_cost=64)
POSTS = ("AMEMBASSY LIMA", "AMEMBASSY AMMAN", "AMEMBASSY NAIROBI", "AMEMBASSY QUITO", "AMEMBASSY TALLINN")
STAFF = (
    ("desk", "Dana Reyes", "America/New_York", "desk officer", None),
    ("lima", "Luis Ortega", "America/Lima", "post staff", "AMEMBASSY LIMA"),
    ("amman", "Amal Haddad", "Asia/Amman", "post staff", "AMEMBASSY AMMAN"),
    ("chief", "Morgan Chief", "America/New_York", "manager", None),
    ("reader", "Robin Reader", "America/New_York", "reader", None),
    ("security", "Sam Guard", "America/New_York", "security officer", None),
    ("admin", "Ada Min", "America/New_York", "administrator", None),
)
SAMPLES = sorted((share_dir("config") / "samples").glob("*.txt"))


@dataclass
class World:
    """An installation of the tests: its runtime, and short ways to bring things about.

    `state` names what stands in the database, until anything else is written.
    """

    runtime: Runtime
    run: postgres.Run
    state: str | None = None

    def __post_init__(self) -> None:
        """Notice whatever is written."""
        event.listen(self.runtime.engine, "commit", self._forget_state)

    def _forget_state(self, *_: object) -> None:
        self.state = None

    def once(self, name: str, bring_about: Callable[[], Any]) -> Any:
        """Bring something about and return what that gives; on a named state once a run, then by a copy of it."""
        if self.state is None:
            return bring_about()
        state = hashlib.sha256(repr((self.state, self.runtime.now(), name)).encode()).hexdigest()[:20]
        file, kept = Path(self.file), self.run.folder / f"{state}.sqlite3"
        given = kept.with_suffix(".json")
        with self.run.lock(state):
            if given.is_file():
                _copy(kept, file)
            else:
                result = bring_about()
                _copy(file, kept)
                given.write_text(json.dumps(result), encoding="utf-8")
        self.state = state
        return json.loads(given.read_text(encoding="utf-8"))

    @property
    def file(self) -> str:
        """The file of the database; empty on PostgreSQL."""
        url = self.runtime.engine.url
        return (url.database or "") if url.get_backend_name() == "sqlite" else ""

    @property
    def system(self) -> Acting:
        """The command line as the one who acts, now."""
        return Acting(
            by=Actor.system("command"), now=self.runtime.now(), installation=self.runtime.installation
        )

    def set_clock(self, moment: str | datetime) -> None:
        """Set the clock that pages and worker share."""
        clock = self.runtime.clock
        assert isinstance(clock, SharedClock)
        clock.set(parse_moment(moment) if isinstance(moment, str) else moment)

    def load(self, *texts: str, is_history: bool = False) -> list[int]:
        """Take cables in and return their ids; the samples where none is given."""
        taken = texts or tuple(path.read_text(encoding="utf-8") for path in SAMPLES)
        return self.once(repr((taken, is_history)), lambda: self._take_in(taken, is_history=is_history))

    def _take_in(self, taken: tuple[str, ...], *, is_history: bool) -> list[int]:
        ids = []
        for text in taken:
            with self.runtime.transaction() as session:
                found = ingestion.ingest(
                    session, text, source="command", is_history=is_history, **self.system
                )
                ids.append(found.cable.id)
        return ids


@dataclass
class Visitor:
    """A browser without script: keeps the session, follows redirects, inspects what it is shown."""

    app: Flask
    client: FlaskClient
    pages: list[Page] = field(default_factory=list)

    def get(self, address: str, status: int = 200) -> Page:
        """Fetch a page."""
        return self._seen(self.client.get(address, follow_redirects=True), address, status)

    def submit(self, page: Page, action: str, *, status: int = 200, **fields: object) -> Page:
        """Press the button of the form whose address ends so, with these fields changed."""
        form = page.form(action)
        values = form.values | {name.replace("__", "-"): value for name, value in fields.items()}
        kept = {name: value for name, value in values.items() if value is not None}
        reply = self.client.post(form.action or page.address, data=kept, follow_redirects=True)
        return self._seen(reply, form.action or page.address, status)

    def sign_in(self, login: str, password: str = PASSWORD, status: int = 200) -> Page:
        """Sign in as an officer of the tests."""
        return self.submit(self.get("/signin"), "", login=login, password=password, status=status)

    def enter(self, login: str) -> None:
        """Sign in as an officer of the tests, who does not look at the first page."""
        form = self.get("/signin").form("")
        entered = self.client.post("/signin", data=form.values | {"login": login, "password": PASSWORD})
        assert entered.status_code == 303, f"{login} is not let in: {entered.text[:2000]}"

    def _seen(self, reply: TestResponse, address: str, status: int) -> Page:
        assert reply.status_code == status, f"{address} answered {reply.status_code}: {reply.text[:2000]}"
        page = inspect(reply.text, reply.request.path if reply.history else address)
        self.pages.append(page)
        return page


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash and check passwords at argon2's least price; processes of their own pay the full one."""
    monkeypatch.setattr(accounts, "_HASHER", QUICK_HASHER)


@pytest.fixture
def make_world(tmp_path: Path, test_run: postgres.Run) -> Iterator[Callable[..., World]]:
    """Make an installation on a database, with posts, mailboxes and officers; settings may be added."""
    made: list[World] = []

    def make(url: str, **settings: str) -> World:
        values = {"home": str(tmp_path / "home"), "env": "demo", "secret_key": "k" * 40} | settings
        world = World(runtimes.from_environment(_named(values | {"database_url": url})), test_run)
        made.append(world)
        world.set_clock(START)
        world.state = repr(sorted(settings.items())) if world.file else None
        world.once("settled", lambda: _settle(world))
        return world

    yield make
    for world in made:
        world.runtime.engine.dispose()


def _named(values: dict[str, str]) -> dict[str, str]:
    return {f"TRACKER_{name.upper()}": value for name, value in values.items()}


@cache
def _hashed() -> str:
    return QUICK_HASHER.hash(PASSWORD)


def _copy(source: Path, target: Path) -> None:
    """Copy a database through SQLite itself, so that its log is copied too."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)


def _settle(world: World) -> None:
    book = world.runtime.installation.book
    by = Actor.system("command")
    with world.runtime.transaction() as session:
        posts.load_posts(session, book)
        tree.load_tree(session, trees.load(), book)
        for name in POSTS:
            city = name.rpartition(" ")[2].lower()
            posts.set_mailbox(session, name, f"{city}@posts.example", **world.system)
        for login, name, zone, role, post in STAFF:
            address = f"{login}@officers.example"
            new = accounts.NewOfficer(login=login, name=name, email=address, zone=zone)
            officer = accounts.create_officer(session, new, by=by)
            officer.password_hash = _hashed()
            accounts.grant(session, officer.id, role, by=by, post=post, book=book)


@pytest.fixture
def world(make_world: Callable[..., World], sqlite_url: str) -> World:
    """An installation on SQLite, as the demonstration has it."""
    return make_world(sqlite_url)


@pytest.fixture
def app(world: World, test_run: postgres.Run) -> Flask:
    """The site of that installation; its templates are compiled once a run."""
    made = site.create_app(world.runtime)
    made.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(test_run.folder))
    made.testing = True  # a fault of ours fails the test, and is no page
    return made


@pytest.fixture
def visit(app: Flask) -> Callable[..., Visitor]:
    """Sign in as somebody and walk about; with no name, as nobody."""

    def start(login: str | None = None) -> Visitor:
        visitor = Visitor(app, app.test_client())
        if login:
            visitor.enter(login)
        return visitor

    return start


@pytest.fixture
def accepted(visit, world) -> Callable[..., Visitor]:
    """Let the desk officer accept all that these cables ask; return that officer."""

    def accept(*cables: int) -> Visitor:
        def press() -> None:
            desk = visit("desk")
            for cable in cables:
                desk.submit(desk.get(f"/cables/{cable}"), "/accept-all")

        world.once(f"accepted {cables}", press)
        return visit("desk")

    return accept


@pytest.fixture
def chief(visit, world, accepted):
    """A manager, a week after two cables were accepted: seven tasks are late at six posts."""
    world.load()
    accepted(1, 2)
    world.set_clock("2009-05-06T14:00:00Z")
    return visit("chief")


@pytest.fixture
def loaded(world) -> None:
    """Load the sample cables."""
    world.load()


@pytest.fixture
def desk(visit, loaded) -> Visitor:
    """Return the desk officer, with the sample cables."""
    return visit("desk")


def accept_all(visitor: Visitor, cable: int) -> Page:
    """Press the button that accepts all that a cable asks; return the page that comes."""
    return visitor.submit(visitor.get(f"/cables/{cable}"), "/accept-all")
