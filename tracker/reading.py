"""Reads files as cables without a database: the text, what it says, what it wants.

Several files are read on all cores; the order of the answers is the order of the paths.
"""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tracker.adapters import calendars, documents
from tracker.cable import parse
from tracker.cable.parts import Cable
from tracker.errors import TrackerError
from tracker.extraction import extract, printed
from tracker.extraction.proposals import Proposals

ENOUGH_FOR_ALL_CORES = 24  # starting processes costs more than reading fewer files
LARGEST = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file read, or the sentence that says why it could not be."""

    path: str
    cable: Cable | None = None
    proposals: Proposals | None = None
    fault: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the reading in the shape of the annotated cables; a fault as `{"path", "error"}`."""
        if self.cable is None or self.proposals is None:
            return {"path": self.path, "error": self.fault}
        return printed.as_gold(self.cable, self.proposals)


def read_text(text: str, *, file_name: str = "") -> tuple[Cable, Proposals]:
    """Return the cable and what it wants; U.S. federal holidays and week-ends are days off."""
    cable = parse(text, file_name=file_name)
    return cable, extract(cable, is_day_off=calendars.is_washington_day_off)


def text_of(path: str, *, largest: int = LARGEST) -> str:
    """Return a file's text; raise TrackerError with a sentence where it cannot be had."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise TrackerError(f"{path} cannot be opened: {error.strerror}.") from error
    return documents.text_of(data, name=Path(path).name, largest=largest)


def read_file(path: str) -> Reading:
    """Return what one file says; a file that cannot be read becomes a fault."""
    try:
        cable, proposals = read_text(text_of(path), file_name=Path(path).name)
    except TrackerError as error:
        return Reading(path=path, fault=error.sentence)
    return Reading(path=path, cable=cable, proposals=proposals)


def json_of(path: str) -> dict[str, Any]:
    """Return one file's reading as the command prints it."""
    return read_file(path).as_json()


def read_all(paths: Sequence[str], work: Any = read_file) -> Iterator[Any]:
    """Yield `work(path)` for each path, in order; on all cores where there are many."""
    cores = os.cpu_count() or 1
    if len(paths) < ENOUGH_FOR_ALL_CORES or cores == 1:
        yield from map(work, paths)
        return
    with ProcessPoolExecutor(max_workers=cores, initializer=_leave_ctrl_c_to_the_parent) as pool:
        yield from pool.map(partial(work), paths, chunksize=max(1, min(32, len(paths) // (cores * 4))))


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def files_in(paths: Iterable[str]) -> list[str]:
    """Return the files named, and those inside the folders named, sorted within each folder."""
    found: list[str] = []
    for name in paths:
        place = Path(name)
        if place.is_dir():
            found += sorted(str(p) for p in place.rglob("*") if p.is_file() and not p.name.startswith("."))
        else:
            found.append(name)
    return found
