"""What the faults share: databases in memory where the machine has room there, since no power is cut."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder that is quick to write: kills show what a process leaves behind, whatever the disk."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="tracker-fault-", dir=MEMORY, ignore_cleanup_errors=True) as name:
        yield Path(name)
