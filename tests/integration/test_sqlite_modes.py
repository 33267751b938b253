"""SQLite runs only in modes that keep what was committed, whatever its library and whoever had the file before."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from tests.command_line import CommandLine
from tracker.errors import BadSettings
from tracker.store import base

WITH_THE_FAULT, WITHOUT = (3, 51, 2), (3, 51, 3)


@pytest.mark.parametrize(
    ("version", "may"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 54, 1), True),
    ],
)
def test_wal_is_used_only_on_a_library_free_of_its_fault(version: tuple[int, ...], may: bool) -> None:
    assert base.may_use_wal(version) is may


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that was left in WAL mode, with one row."""
    path = tmp_path / "tracker.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("CREATE TABLE kept (n)")
        other.execute("INSERT INTO kept VALUES (7)")
    return path


@pytest.fixture
def engine(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(base, "SAFE_MODES", base.SAFE_MODES | {"busy_timeout": 100})
    engine = base.create(f"sqlite:///{path}")
    yield engine
    engine.dispose()


def of_version(monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)


def mode_of(engine: Engine) -> tuple[Any, Any]:
    with engine.connect() as connection:
        kept = connection.execute(text("SELECT n FROM kept")).scalar()
        return connection.execute(text("PRAGMA journal_mode")).scalar(), kept


def test_a_file_left_in_wal_is_taken_out_of_it_on_a_library_with_the_fault(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_version(monkeypatch, WITH_THE_FAULT)

    assert mode_of(engine) == ("truncate", 7)


def test_a_file_that_another_holds_in_wal_is_refused_on_a_library_with_the_fault(
    engine: Engine, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_version(monkeypatch, WITH_THE_FAULT)
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT n FROM kept").fetchone()

        with pytest.raises(BadSettings, match="another process holds it there"):
            mode_of(engine)

    assert mode_of(engine) == ("truncate", 7)


def test_a_command_says_what_to_do_about_it(
    engine: Engine, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    of_version(monkeypatch, WITH_THE_FAULT)
    monkeypatch.setenv("TRACKER_HOME", str(path.parent))
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT n FROM kept").fetchone()

        answer = CommandLine(capsys)("work", "--once")

    assert answer.code == 2
    assert "End all processes that use the file, then start again." in answer.err


def test_wal_is_used_where_the_library_is_free_of_the_fault(
    engine: Engine, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_version(monkeypatch, WITHOUT)
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT n FROM kept").fetchone()

        assert mode_of(engine) == ("wal", 7)


def test_each_connection_is_in_the_safe_modes(sqlite_url: str) -> None:
    engine = base.create(sqlite_url)
    both = [engine.raw_connection() for _ in range(2)]
    found = [
        [one.cursor().execute(f"PRAGMA {name}").fetchone()[0] for name in (*base.SAFE_MODES, "journal_mode")]
        for one in both
    ]
    engine.dispose()

    assert [modes[:4] for modes in found] == [[30_000, 2, 1, 1]] * 2
    assert {modes[4] for modes in found} <= {"wal", "truncate"}
    for one in both:
        one.close()


def test_a_library_that_keeps_no_foreign_keys_is_refused(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "_mode", lambda connection, name: 0 if name == "foreign_keys" else MODES[name])
    engine = base.create(sqlite_url)

    with pytest.raises(BadSettings, match="foreign_keys=1"):
        engine.connect()


MODES = base.SAFE_MODES | {"journal_mode": "truncate"}
