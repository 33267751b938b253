"""What a process holds: settings, database, clock, places and reminder policy."""

import os
import secrets
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session, sessionmaker

from tracker import settings as settings_module
from tracker.adapters import rule_files
from tracker.adapters.rule_files import RuleFiles, Stamp
from tracker.clock import Clock, SharedClock, fixed, parse_moment, utc_now
from tracker.errors import TrackerError
from tracker.services.installation import Installation
from tracker.settings import Settings
from tracker.store import base


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """One process's hold on the world. `now()` is the clock every entry point reads once.

    `files` are those that the calendars and policies of `installation` were read from, None where they
    stand for themselves; `fault` says why changed ones cannot be used.
    """

    settings: Settings
    engine: Engine
    sessions: sessionmaker[Session]
    clock: Clock
    installation: Installation
    files: RuleFiles | None = None
    stamp: Stamp = ()
    fault: str | None = None

    def renewed(self) -> "Runtime":
        """Return this runtime; where calendars or policies were changed since, with them read anew.

        Where the changed files cannot be used, those known so far hold on and `fault` says why.
        """
        if self.files is None or (stamp := self.files.stamp()) == self.stamp:
            return self
        try:
            book, policies = rule_files.read(self.files, stamp)
        except (TrackerError, OSError, ValueError) as error:  # half written, or no text
            return replace(self, stamp=stamp, fault=str(error))
        known = replace(self.installation, book=book, policies=policies)
        return replace(self, stamp=stamp, fault=None, installation=known)

    def now(self) -> datetime:
        """Return the present moment as this installation sees it, aware, in UTC."""
        return self.clock()

    def transaction(self) -> AbstractContextManager[Session]:
        """Open the one transaction of an entry point."""
        return base.transaction(self.sessions)

    def reading(self) -> AbstractContextManager[Session]:
        """Open a transaction that only reads."""
        return base.reading(self.sessions)

    def asking(self) -> AbstractContextManager[Connection]:
        """Open a connection for a single question of columns."""
        return base.asking(self.engine)

    def looking(self) -> AbstractContextManager[Session]:
        """Open a session that only reads, for one page; each of its questions stands for itself."""
        return base.looking(self.sessions)


def clock_of(settings: Settings) -> Clock:
    """Return the set clock outside production, where one is set; else the wall clock."""
    if settings.is_production:
        return utc_now
    if settings.now:
        return fixed(parse_moment(settings.now))
    return SharedClock(settings.home / "clock")


def kept_secret(home: Path) -> str:
    """Return the secret that all processes of this data folder share; the first one makes it.

    Only for trying things out: in production the secret must be a setting.
    """
    path, draft = home / "secret_key", home / f"secret_key.{os.getpid()}"
    if not path.exists():
        draft.write_text(secrets.token_hex(32), encoding="ascii")
        draft.chmod(0o600)
        with suppress(FileExistsError):  # another process was quicker: its secret counts
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii")


def build(settings: Settings, files: RuleFiles | None = None) -> Runtime:
    """Return the runtime for these settings. Opens no connection yet."""
    settings.home.mkdir(parents=True, exist_ok=True)
    if not settings.secret_key and not settings.is_production:
        settings = replace(settings, secret_key=kept_secret(settings.home))
    engine = base.create(settings.database)
    files = files or rule_files.of(settings.home)
    stamp = files.stamp()
    book, policies = rule_files.read(files, stamp)
    return Runtime(
        settings=settings,
        engine=engine,
        sessions=base.session_factory(engine),
        clock=clock_of(settings),
        installation=Installation(settings=settings, book=book, policies=policies),
        files=files,
        stamp=stamp,
    )


def from_environment(environ: Mapping[str, str]) -> Runtime:
    """Return the runtime for config/*.toml and the TRACKER_* variables of `environ`."""
    return build(settings_module.load(environ))
