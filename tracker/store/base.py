"""The law of every table, and the two databases: SQLite for an office, PostgreSQL for more.

SQLite begins every transaction as a writer would (BEGIN IMMEDIATE), and uses WAL only where its
library is free of the WAL-reset fault.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cache, partial
from time import monotonic
from typing import Any

import psycopg
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, DateTime, Dialect, Engine, Float, MetaData, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, ORMExecuteState, Session, sessionmaker
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import JSON, TypeDecorator

from tracker.errors import BadSettings
from tracker.settings import share_dir

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
LONGEST_REST = 2.0  # seconds after which a connection is asked whether it lives
SAFE_MODES = {  # synchronous 2: FULL; secure_delete: what is deleted is overwritten with zeros
    "busy_timeout": 30_000,
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
}
WAL_RESET_MENDED = ((3, 44, 6, 3, 44, 999), (3, 50, 7, 3, 50, 999), (3, 51, 3, 3, 999, 999))


class UTCDateTime(TypeDecorator[datetime]):
    """A moment: aware UTC in Python on both databases. A naive value is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Return the value in UTC; without an offset for SQLite, which would drop it anyway."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a zone: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def result_processor(self, dialect: Any, coltype: Any) -> Any:
        """Return what reads a stored moment, None where the database gives it as it is: see `_count_in_utc`."""
        return None if dialect.name == "postgresql" else super().result_processor(dialect, coltype)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Return the stored moment as aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Every table: named constraints, JSON for lists and maps, moments as UTC."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UTCDateTime, dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012 - SQLAlchemy's way


class real_epoch(GenericFunction[float]):  # noqa: N801 - written like the SQL function it is
    """Seconds since 1970 on the database's own clock, which nobody can set from a page."""

    type = Float()
    inherit_cache = True


@compiles(real_epoch, "postgresql")
def _epoch_on_postgresql(element: Any, compiler: Any, **_: Any) -> str:
    return "extract(epoch from clock_timestamp())::float8"


@compiles(real_epoch, "sqlite")
def _epoch_on_sqlite(element: Any, compiler: Any, **_: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


def may_use_wal(version: tuple[int, ...]) -> bool:
    """Say whether this SQLite version is free of the WAL-reset fault."""
    return any(rule[:3] <= version <= rule[3:] for rule in WAL_RESET_MENDED)


def create(url: str) -> Engine:
    """Return an engine for the database at `url`, in the only modes that are safe.

    Raise BadSettings where it is no address of a database.
    """
    try:
        make_url(url)
    except (ArgumentError, ValueError) as error:
        raise BadSettings(f"database_url is not an address of a database: {error}.") from None
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"timeout": 30}, hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediate)
        return engine
    engine = create_engine(
        url, pool_size=10, max_overflow=10, hide_parameters=True, connect_args={"cursor_factory": _Cursor}
    )
    event.listen(engine, "connect", _count_in_utc)
    event.listen(engine.pool, "checkin", _note_rest)
    event.listen(engine.pool, "checkout", partial(_try_after_rest, engine.dialect))
    return engine


class _Cursor(psycopg.Cursor[Any]):
    """A cursor that tells of its columns no more than SQLAlchemy asks: their names and kinds."""

    @property
    def description(self) -> Any:
        """Return each column of the answer as the database interface has it, None where there is no answer."""
        found = self.pgresult
        if found is None or not found.nfields:
            return None
        nothing = (None,) * 5
        return [((found.fname(n) or b"").decode(), found.ftype(n), *nothing) for n in range(found.nfields)]


def _count_in_utc(connection: Any, _record: Any) -> None:
    """Have PostgreSQL tell every moment in UTC, so that no page has to reckon it, and days as we read them, whatever its usual."""
    is_autocommit, connection.autocommit = connection.autocommit, True
    connection.execute("SET TIME ZONE 'UTC'; SET DateStyle TO 'ISO, YMD'")
    connection.autocommit = is_autocommit


def _note_rest(_connection: Any, record: Any) -> None:
    record.info["rests_since"] = monotonic()


def _try_after_rest(dialect: Dialect, connection: Any, record: Any, _proxy: Any) -> None:
    """Ask a connection that has rested whether it lives, so that a restarted database is no fault.

    One that was in use a moment ago is not asked: that would double the questions of a page.
    """
    if monotonic() - record.info.get("rests_since", 0.0) < LONGEST_REST:
        return
    try:
        dialect.do_ping(connection)
    except dialect.loaded_dbapi.Error as error:
        raise DisconnectionError from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Bring a connection into the safe modes, and see that it is in them; raise BadSettings where it is not."""
    connection.isolation_level = None  # we say BEGIN ourselves
    for name, value in SAFE_MODES.items():
        connection.execute(f"PRAGMA {name}={value}")
        if _mode(connection, name) != value:
            raise BadSettings(f"This SQLite does not keep {name}={value}: the tracker does not run on it.")
    _choose_journal(connection)


def _choose_journal(connection: sqlite3.Connection) -> None:
    """Use WAL, or on a library with its fault a journal, also where another has left the file in WAL."""
    wanted = "wal" if may_use_wal(sqlite3.sqlite_version_info) else "truncate"
    if _mode(connection, "journal_mode") == wanted:
        return
    with suppress(sqlite3.OperationalError):  # it is in use: then it stays as it is
        connection.execute(f"PRAGMA journal_mode={wanted}")
    if wanted != "wal" and _mode(connection, "journal_mode") == "wal":
        raise BadSettings(
            f"The SQLite file is in WAL mode, in which SQLite {sqlite3.sqlite_version} can lose what was kept,"
            " and another process holds it there. End all processes that use the file, then start again."
        )


def _mode(connection: sqlite3.Connection, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _begin_immediate(connection: Any) -> None:
    reads = connection.get_execution_options().get("is_read_only")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Return the maker of sessions; values stay readable after the commit."""
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def transaction(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """Open the one transaction of an entry point: all of it is kept, or nothing."""
    with sessions.begin() as session:
        yield session


@contextmanager
def reading(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """Open a transaction that only reads: on SQLite it takes no write lock, PostgreSQL refuses writes."""
    with sessions.begin() as session:
        session.connection(execution_options={"is_read_only": True, "postgresql_readonly": True})
        yield session


@contextmanager
def looking(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """Open a session for one page: it only reads, and refuses to write. On SQLite it takes no write lock.

    On PostgreSQL each question is a transaction of its own: it sees what is committed when it is
    asked, as it would inside one, and the page is spared two round trips.
    """
    with ReadingSession(**sessions.kw) as session:  # nothing is to be kept, so nothing is committed
        is_sqlite = session.get_bind().dialect.name == "sqlite"
        level = {} if is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        session.connection(execution_options={"is_read_only": True, **level})
        yield session
        session.flush()  # refuses what was changed and never asked for


@contextmanager
def asking(engine: Engine) -> Iterator[Connection]:
    """Open a connection for a single question of columns, without a session around it; else as `looking`."""
    level = {} if engine.dialect.name == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
    with engine.connect().execution_options(is_read_only=True, **level) as connection:
        yield connection


class ReadOnly(Exception):
    """A page that only reads tried to write."""


class ReadingSession(Session):
    """A session that refuses to write."""

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Raise ReadOnly where there is anything to write."""
        if self.new or self.deleted or self.is_modified_anywhere():
            raise ReadOnly

    def is_modified_anywhere(self) -> bool:
        """Return whether a row that was read has been changed."""
        return any(self.is_modified(one) for one in self.dirty)


@event.listens_for(ReadingSession, "do_orm_execute")
def _refuse_to_write(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise ReadOnly


def insert_once(session: Session, table: type[Base], values: dict[str, Any]) -> int | None:
    """Insert a row and return its id; return None where a row with the same unique key stands already.

    A second transaction that inserts the same key waits for the first, then finds its row.
    """
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(table).values(values).on_conflict_do_nothing().returning(*table.__table__.primary_key)
    return session.execute(statement).scalar_one_or_none()


@cache
def _newest_revision() -> str | None:
    config = Config()
    config.set_main_option("script_location", str(share_dir("migrations")).replace("%", "%%"))
    return ScriptDirectory.from_config(config).get_current_head()


def is_current(session: Session) -> bool:
    """Return whether the database has the tables of this version."""
    revision = MigrationContext.configure(session.connection()).get_current_revision()
    return revision == _newest_revision()


def migrate(url: str, revision: str = "head") -> None:
    """Bring the database at `url` to `revision` of the migrations (`base` empties it)."""
    config = Config()
    config.set_main_option("script_location", str(share_dir("migrations")).replace("%", "%%"))
    config.attributes["url"] = url
    if revision == "base":
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
