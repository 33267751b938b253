"""Writes the database's files anew, so that what was deleted stands in none of their pages any more.

It reaches this database alone: no backup, no log of changes kept elsewhere, no worn block of a disk.
"""

from contextlib import closing

from sqlalchemy import Engine, text

from tracker.store.base import Base

LOOKING_BACK = text(
    "SELECT count(*) FROM pg_stat_activity WHERE backend_xmin IS NOT NULL"
    " AND datname = current_database() AND pid <> pg_backend_pid()"
)


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
        is_alone = not connection.scalar(LOOKING_BACK)
        for table in Base.metadata.sorted_tables:
            connection.exec_driver_sql(f'VACUUM (FULL) "{table.name}"')
    return is_alone
