"""What the tests on a database share."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import databases, postgres
from tests.command_line import CommandLine
from tests.letters_at_once import LIMA, MAILBOX
from tests.mail_world import World as MailWorld
from tests.reply_world import MORNING, SETTINGS, lima
from tests.spill_world import SETTINGS as SPILL_SETTINGS
from tests.spill_world import spilled
from tests.work_world import World
from tracker.services import posts, review
from tracker.services.installation import Actor
from tracker.store.tasks import Task


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[World]:
    """Return the world of the work on a fresh database; the test runs on both kinds."""
    world = World(database_url=database_url, home=tmp_path)
    yield world
    world.runtime.engine.dispose()


@pytest.fixture(scope="session")
def settled_lima(test_run: postgres.Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lima owes five tasks: a file to copy."""
    folder = tmp_path_factory.mktemp("lima")
    with databases.sqlite(test_run, folder) as url:
        lima(url, folder, tasks=5).close()
    return folder / "tracker.sqlite3"


@pytest.fixture
def opened_lima(settled_lima: Path, tmp_path: Path) -> Iterator[Callable[..., MailWorld]]:
    """Open a copy of the settled world, under the settings that are told."""
    made: list[MailWorld] = []

    def start(**settings: str) -> MailWorld:
        shutil.copyfile(settled_lima, tmp_path / "tracker.sqlite3")
        url = f"sqlite:///{tmp_path / 'tracker.sqlite3'}"
        made.append(MailWorld(url, tmp_path, now=MORNING, settings=SETTINGS | settings))
        return made[-1]

    yield start
    for world in made:
        world.close()


@pytest.fixture
def dana(desk: World) -> Actor:
    """Return a desk officer."""
    return desk.officer("dana", ("desk officer", None))


@pytest.fixture
def rosa(desk: World) -> Actor:
    """Return an officer of the post."""
    return desk.officer("rosa", ("post staff", LIMA))


@pytest.fixture
def luis(desk: World) -> Actor:
    """Return another officer of the post."""
    return desk.officer("luis", ("post staff", LIMA))


@pytest.fixture
def task(desk: World, dana: Actor) -> Task:
    """Return a task that the desk officer accepted, due Thursday 30 April 2009 at COB in Lima."""
    cable_id = desk.ingest().cable.id
    with desk.transaction() as session:
        posts.set_mailbox(session, LIMA, MAILBOX, **desk.act())
        return review.accept_all(session, cable_id, **desk.act(dana))[1]


@pytest.fixture
def command_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str
) -> CommandLine:
    """Return the command line of an installation whose clock shows the morning of 1 August 2008."""
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_DATABASE_URL", database_url)
    monkeypatch.setenv("TRACKER_NOW", "2008-08-01T12:30:00Z")
    return CommandLine(capsys)


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[MailWorld]:
    """Return the world of mail on a fresh database; the test runs on both kinds."""
    made = MailWorld(database_url, tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def settled_spill(test_run: postgres.Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two cables were taken in and accepted: a file to copy."""
    folder = tmp_path_factory.mktemp("spilled")
    with databases.sqlite(test_run, folder) as url:
        spilled(url, folder).runtime.engine.dispose()
    return folder / "tracker.sqlite3"


@pytest.fixture
def spill(database_url: str, tmp_path: Path, settled_spill: Path) -> Iterator[World]:
    """Two cables were taken in and accepted; the first is a spill."""
    if database_url.startswith("sqlite"):
        shutil.copyfile(settled_spill, tmp_path / "tracker.sqlite3")
        made = World(database_url=database_url, home=tmp_path, settings=SPILL_SETTINGS)
    else:
        made = spilled(database_url, tmp_path)
    yield made
    made.runtime.engine.dispose()
