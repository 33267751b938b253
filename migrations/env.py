"""Runs the migrations on the database that `store.base.migrate` names, one process at a time.

The whole run is one transaction: SQLite holds its write lock, PostgreSQL an advisory lock.
"""

import importlib
import pkgutil
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, text

from tracker import store
from tracker.store import base
from tracker.store.base import UTCDateTime

for module in pkgutil.iter_modules(store.__path__):
    importlib.import_module(f"tracker.store.{module.name}")  # each adds its tables to Base

LOCK = 7_203_145_512  # any number, the same in every process


def render_item(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Return how a type is written in a migration: moments without our own class, which may change."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UTCDateTime) else False


def run(connection: Connection) -> None:
    """Bring the database to the revision asked for, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=base.Base.metadata,
        render_as_batch=True,
        render_item=render_item,
        compare_type=True,
        transactional_ddl=True,  # on SQLite too: base.create says BEGIN itself
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        context.run_migrations()


def main() -> None:
    """Open the database and run; foreign keys rest on SQLite, where a table is changed by a copy."""
    engine = base.create(context.config.attributes["url"])
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
        run(connection)
        if connection.dialect.name == "sqlite":
            connection.connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[attr-defined]
    engine.dispose()


main()
