"""The files that say which days are worked and when letters go: read at the start, and anew once one changes."""

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
        """Return what is another where a file was changed, put in another's place, added or removed."""
        return tuple(self._marks())

    def _marks(self) -> Iterator[tuple[str, int, int, int]]:
        for path in (*(self.config / name for name in TABLES), *sorted(self.calendars.glob("*.ics"))):
            with suppress(FileNotFoundError):
                found = path.stat()
                yield path.name, found.st_mtime_ns, found.st_size, found.st_ino


def of(home: Path) -> RuleFiles:
    """Return the files of an installation: tables that came with it, calendars in its data folder."""
    return RuleFiles(config=share_dir("config"), calendars=home / "calendars")


@lru_cache(maxsize=2)
def read(files: RuleFiles, stamp: Stamp) -> tuple[PostBook, Policies]:
    """Return what the files of that stamp say, read once in a process; raise BadSettings that lists every fault."""
    del stamp
    book = places.load_book(files.config, files.calendars)
    return book, policies.load(files.config / "reminders.toml", book=book)
