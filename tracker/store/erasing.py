"""Writes the database's files anew, so that what was deleted stands in none of their pages any more.

It reaches this database alone: no backup, no log of changes kept elsewhere, no worn block of a disk.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import cast

import psycopg
from psycopg.errors import Diagnostic
from sqlalchemy import Connection, Engine, text

from tracker.store.base import Base

LOOKING_BACK = text(
    "SELECT count(*) FROM pg_stat_activity WHERE (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL)"
    " AND (datname = current_database() OR datname IS NULL) AND pid <> pg_backend_pid()"
)  # what has no database yet, as the launcher of autovacuum, holds rows back too
A_MOMENT = text("SELECT pg_sleep(0.05)")
MOST_MOMENTS = 40  # waited for others in all, two seconds
DEAD_ROWS = re.compile(r"\d+")  # the first number of what VERBOSE adds, in each language of a server


def rewrite(engine: Engine) -> bool:
    """Write every table anew; return False where, on PostgreSQL, a transaction still holds deleted rows back.

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
        left = [
            table.name
            for table in Base.metadata.sorted_tables
            if not _is_clean(connection, table.name, waits)
        ]
    return not left


def _is_clean(connection: Connection, table: str, waits: Iterator[int]) -> bool:
    """Write the table anew until no dead row is left in it or nobody may wait any more; return whether none is.

    Who looks at older rows may begin between the question and the writing, so the server's count decides.
    """
    _wait_for_others(connection, waits)
    while _written_with_dead_rows(connection, table):
        if next(waits, None) is None:
            return False
        connection.execute(A_MOMENT)
        _wait_for_others(connection, waits)
    return True


def _wait_for_others(connection: Connection, waits: Iterator[int]) -> None:
    """Let others who look at older rows end: most are soon done."""
    while connection.scalar(LOOKING_BACK) and next(waits, None) is not None:
        connection.execute(A_MOMENT)


def _written_with_dead_rows(connection: Connection, table: str) -> int:
    """Write the table anew and return how many dead rows the server had to leave in it."""
    told: list[str] = []

    def hear(notice: Diagnostic) -> None:
        told.append(notice.message_detail or "")

    driver = cast(psycopg.Connection, connection.connection.driver_connection)
    driver.add_notice_handler(hear)
    try:
        connection.exec_driver_sql(f'VACUUM (FULL, VERBOSE) "{table}"')
    finally:
        driver.remove_notice_handler(hear)
    counts = [int(found[0]) for detail in told if (found := DEAD_ROWS.search(detail))]
    return max(counts, default=1)  # a server that says no number is not taken at a good word
