"""What the tests on a database share."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import databases, postgres
from tests.mail_world import World as MailWorld
from tests.reply_world import MORNING, SETTINGS, lima
from tests.work_world import World


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
