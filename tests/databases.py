"""Fresh, migrated databases for tests: migrated once a run, then copied for each test."""

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from tests import postgres
from tracker.store import base


@contextmanager
def sqlite(run: postgres.Run, folder: Path) -> Iterator[str]:
    """Yield the address of a fresh migrated SQLite database in `folder`."""
    template = run.folder / "template.sqlite3"
    with run.lock("sqlite"):
        if not template.is_file():
            draft = template.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            base.migrate(f"sqlite:///{draft}")
            draft.rename(template)
    path = folder / "tracker.sqlite3"
    shutil.copyfile(template, path)
    yield f"sqlite:///{path}"


@contextmanager
def postgresql(run: postgres.Run, *, is_empty: bool = False) -> Iterator[str]:
    """Yield the address of a fresh PostgreSQL database, migrated unless it is to be empty."""
    server = postgres.server_url(run)
    template = "template1" if is_empty else _migrated_template(run, server)
    name = f"tracker_test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    try:
        yield _named(server, name)
    finally:
        _drop(server, name)


def drop_template(run: postgres.Run) -> None:
    """Remove the migrated template from a server that outlives the run."""
    server = os.environ.get("TRACKER_TEST_POSTGRES")
    if server and (run.folder / "template.postgresql").is_file():
        _drop(postgres.server_url(run), _template_name(run))


def _migrated_template(run: postgres.Run, server: str) -> str:
    name, done = _template_name(run), run.folder / "template.postgresql"
    with run.lock("template"):
        if not done.is_file():
            _drop(server, name)
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            base.migrate(_named(server, name))
            done.touch()
    return name


def _template_name(run: postgres.Run) -> str:
    return f"tracker_template_{run.pid}"


def _drop(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _named(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


_numbers = itertools.count(1)
