"""The files that say which days are worked and when letters go: read at the start, and anew once one changes."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tracker.adapters import places, policies
from tracker.domain.places import PostBook
from tracker.domain.policy import Policies
from tracker.settings import share_dir

TABLES = ("posts.csv", "collectives.toml", "tags.csv", "reminders.toml")
Stamp = tuple[tuple[str, int, int, int], ...]  # name, moment of change, size and number of each file


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """The tables of one folder, and the posts' own calendars of another."""

    config: Path
    calendars: Path

    def stamp(self) -> Stamp:
        """Return what is another where a file was changed, put in another's place, added or removed.

        Every request asks for it, so it goes without the ease of `Path`.
        """
        return tuple(self._marks())

    def _marks(self) -> Iterator[tuple[str, int, int, int]]:
        for folder, names in ((self.config, TABLES), (self.calendars, _calendars_in(self.calendars))):
            for name in names:
                with suppress(FileNotFoundError):
                    found = os.stat(f"{folder}/{name}")
                    yield name, found.st_mtime_ns, found.st_size, found.st_ino


def _calendars_in(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".ics"))
    except (FileNotFoundError, NotADirectoryError):
        return []


def of(home: Path) -> RuleFiles:
    """Return the files of an installation: tables that came with it, calendars in its data folder."""
    return RuleFiles(config=share_dir("config"), calendars=home / "calendars")


@lru_cache(maxsize=2)
def read(files: RuleFiles, stamp: Stamp) -> tuple[PostBook, Policies]:
    """Return what the files of that stamp say, read once in a process; raise BadSettings that lists every fault."""
    del stamp
    book = places.load_book(files.config, files.calendars)
    return book, policies.load(files.config / "reminders.toml", book=book)
