"""What the tests on a database share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work_world import World


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[World]:
    """Return the world of the work on a fresh database; the test runs on both kinds."""
    world = World(database_url=database_url, home=tmp_path)
    yield world
    world.runtime.engine.dispose()
