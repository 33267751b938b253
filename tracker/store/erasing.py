"""Writes the database's files anew, so that what was deleted stands in none of their pages any more.

It reaches this database alone: no backup, no log of changes kept elsewhere, no worn block of a disk.
"""

from collections.abc import Iterator
from contextlib import closing

from sqlalchemy import Connection, Engine, text

from tracker.store.base import Base

LOOKING_BACK = text(
    "SELECT count(*) FROM pg_stat_activity WHERE backend_xmin IS NOT NULL"
    " AND (datname = current_database() OR datname IS NULL) AND pid <> pg_backend_pid()"
)  # what has no database yet, as the launcher of autovacuum, holds rows back too
A_MOMENT = text("SELECT pg_sleep(0.05)")
MOST_MOMENTS = 40  # waited for others in all, two seconds


def rewrite(engine: Engine) -> bool:
    """Write every table anew; return False where, on PostgreSQL, a transaction still looks at older rows.

    Nobody else can write meanwhile, on PostgreSQL nobody can read a table while it is its turn. No
    transaction may be open in the caller.
    """
    return _on_sqlite(engine) if engine.dialect.name == "sqlite" else _on_postgresql(engine)


def _on_sqlite(engine: Engine) -> bool:
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
    return True


def _on_postgresql(engine: Engine) -> bool:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        waits = iter(range(MOST_MOMENTS))
        is_alone = True
        for table in Base.metadata.sorted_tables:
            is_alone = _is_alone(connection, waits) and is_alone
            connection.exec_driver_sql(f'VACUUM (FULL) "{table.name}"')
    return is_alone


def _is_alone(connection: Connection, waits: Iterator[int]) -> bool:
    """Return whether nobody looks at older rows, after some moments at most: most who do are soon done."""
    while connection.scalar(LOOKING_BACK):
        if next(waits, None) is None:
            return False
        connection.execute(A_MOMENT)
    return True
