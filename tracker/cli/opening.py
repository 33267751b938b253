"""Opens the installation for a command: settings, database, clock. An SQLite file gets its tables at first use."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy.exc import SQLAlchemyError

from tracker import runtime as runtime_module
from tracker.adapters import trees
from tracker.errors import TrackerError
from tracker.runtime import Runtime
from tracker.services import cable_posts, door, posts, tree
from tracker.services.door import Refusal, RefusedText
from tracker.services.installation import Actor
from tracker.settings import Settings
from tracker.store import base, versions
from tracker.store.versions import TablesState

ELSEWHERE = (("ingest", "paths"), ("demo", "cables"))  # a door of their own looks at each file
COMMAND = Actor.system("command")


@contextmanager
def opened(*, is_to_migrate: bool = False) -> Iterator[Runtime]:
    """Hold the runtime of the environment while a command runs; its tables are those of this version.

    Raise TrackerError where the database cannot be used, with what to do. `is_to_migrate` brings its
    tables up to date first.
    """
    runtime = runtime_module.from_environment(os.environ)
    try:
        _prepare(runtime, is_to_migrate=is_to_migrate)
        look(runtime)
        yield runtime
    except SQLAlchemyError as error:
        raise TrackerError(sentence_of(error)) from error
    finally:
        runtime.engine.dispose()


def look(runtime: Runtime) -> None:
    """Look at all that was given to the command; where something bears a mark, note that and raise RefusedText."""
    context = click.get_current_context(silent=True)
    refused = next(_refusals(context, runtime.settings), None) if context is not None else None
    if context is None or refused is None:
        return
    with runtime.transaction() as session:
        place = context.command_path.partition(" ")[2] or context.command_path
        door.record(session, refused, by=COMMAND, now=runtime.now(), place=place[:60])
    raise RefusedText(refused)


def _refusals(context: click.Context, settings: Settings) -> Iterator[Refusal]:
    for name, given in context.params.items():
        if (context.info_name, name) in ELSEWHERE:
            continue
        for value in given if isinstance(given, tuple | list) else (given,):
            found = _refusal_of(value, settings, is_title=name == "name")
            if found is not None:
                yield found


def _refusal_of(value: object, settings: Settings, *, is_title: bool) -> Refusal | None:
    if isinstance(value, Path):
        named = door.refusal_of_name(value.name)
        return named or (door.refusal_of_table(value.read_bytes(), settings) if value.is_file() else None)
    return door.refusal_of_words(value, settings, is_title=is_title) if isinstance(value, str) else None


def sentence_of(error: SQLAlchemyError) -> str:
    """Return what a database's fault means, without the values that stood in the statement."""
    cause = str(getattr(error, "orig", None) or type(error).__name__)
    first = (cause.strip().splitlines() or [type(error).__name__])[0].rstrip(".")
    return f"The database cannot be used: {first}. Look at TRACKER_DATABASE_URL and at the database itself."


def _prepare(runtime: Runtime, *, is_to_migrate: bool) -> None:
    state = versions.state_of(runtime.engine)
    if state is TablesState.NEWER:
        raise TrackerError(
            "The database is of a newer version of the tracker. Install that version here too."
        )
    is_first_use = state is TablesState.EMPTY and runtime.engine.dialect.name == "sqlite"
    if is_to_migrate or is_first_use:
        migrate(runtime)
    elif state is TablesState.EMPTY:
        raise TrackerError("The database has no tables yet. Run: tracker migrate")
    elif state is TablesState.OLD:
        words = "The database is of an earlier version of the tracker. Back it up, then run: tracker migrate"
        raise TrackerError(words)


def migrate(runtime: Runtime) -> None:
    """Bring tables, posts and the tree to this version; two processes at once do it one after the other."""
    with _lock(runtime.settings.home / "migrate.lock"):
        base.migrate(runtime.settings.database)
    with runtime.transaction() as session:
        book = runtime.installation.book
        posts.load_posts(session, book)
        tree.load_tree(session, trees.load(), book)
        cable_posts.fill_in(session, book)


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
