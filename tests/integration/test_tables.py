"""The tables on both databases: migrations by several processes, moments, modes, once."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, inspect, select
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from tests.work_world import World
from tracker.errors import NotFound
from tracker.services import posts
from tracker.store import base
from tracker.store.base import Base
from tracker.store.cables import SpillIncident
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post

PLACE = {"city": "Lima", "country": "PE", "zone": "America/Lima", "kind": "embassy"}


def tables(url: str) -> set[str]:
    engine = base.create(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def test_processes_that_migrate_at_once_wait_for_each_other(empty_database_url: str) -> None:
    order = [sys.executable, "-c", "import sys; from tracker.store import base; base.migrate(sys.argv[1])"]

    running = [subprocess.Popen([*order, empty_database_url], stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate()[1].decode() for process in running]

    assert said == ["", ""]
    assert set(Base.metadata.tables) < tables(empty_database_url)


def test_a_moment_comes_back_aware_and_in_utc(desk: World) -> None:
    written = datetime(2009, 4, 20, 3, 0, 0, 123456, tzinfo=timezone(timedelta(hours=-5)))
    with desk.transaction() as session:
        session.add(SpillIncident(at=written, way_in="page", marks=[], size=1))

    with desk.reading() as session:
        found = session.scalars(select(SpillIncident.at)).one()
    assert found == written
    assert found.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(desk: World) -> None:
    naive = datetime(2009, 4, 20)

    with pytest.raises(StatementError, match="a moment needs a zone"), desk.transaction() as session:
        session.add(SpillIncident(at=naive, way_in="page", marks=[], size=1))


def test_a_row_is_inserted_once(desk: World) -> None:
    with desk.transaction() as session:
        first = base.insert_once(session, Post, {"name": "AMEMBASSY LIMA", **PLACE})
        second = base.insert_once(session, Post, {"name": "AMEMBASSY LIMA", **PLACE})

    assert first is not None
    assert second is None


def test_the_same_role_everywhere_is_granted_once(desk: World) -> None:
    with desk.transaction() as session:
        officer = Officer(login="rosa", name="Rosa", email="rosa@post.example", zone="America/Lima")
        session.add(officer)
        session.flush()
        officer_id = officer.id

    with pytest.raises(IntegrityError), desk.transaction() as session:
        session.add_all([RoleGrant(officer_id=officer_id, role="reader") for _ in range(2)])


def add_then_fail(desk: World) -> None:
    with desk.transaction() as session:
        base.insert_once(session, Post, {"name": "AMEMBASSY LIMA", **PLACE})
        posts.set_mailbox(session, "AMEMBASSY ATLANTIS", None, **desk.act())


def test_what_fails_half_way_leaves_nothing(desk: World) -> None:
    with pytest.raises(NotFound):
        add_then_fail(desk)

    with desk.reading() as session:
        assert session.scalar(select(func.count(Post.id))) == 0


def test_a_fault_of_the_database_says_nothing_of_the_values(desk: World) -> None:
    with pytest.raises(IntegrityError) as fault, desk.transaction() as session:
        session.add_all([Post(name="CANARY POST", **PLACE) for _ in range(2)])

    assert "parameters hidden" in str(fault.value)


def test_the_clock_of_the_database_is_the_real_one(desk: World) -> None:
    with desk.reading() as session:
        told = session.scalars(select(base.real_epoch())).one()

    assert told > datetime(2025, 1, 1, tzinfo=UTC).timestamp()


def test_foreign_keys_hold(desk: World) -> None:
    with pytest.raises(IntegrityError), desk.transaction() as session:
        session.add(RoleGrant(officer_id=4711, role="reader"))


def test_a_reader_on_sqlite_does_not_wait_for_a_reader(sqlite_url: str, tmp_path: Path) -> None:
    world = World(database_url=sqlite_url, home=tmp_path)

    with world.reading() as one, world.reading() as other:
        assert one.scalar(select(func.count(Post.id))) == other.scalar(select(func.count(Post.id))) == 0

    world.runtime.engine.dispose()


def test_a_reader_on_postgresql_cannot_write(postgresql_url: str, tmp_path: Path) -> None:
    world = World(database_url=postgresql_url, home=tmp_path)

    with pytest.raises(DBAPIError, match="read-only"), world.reading() as session:
        session.add(Post(name="AMEMBASSY LIMA", **PLACE))

    with world.transaction() as session:  # the same connection writes again afterwards
        session.add(Post(name="AMEMBASSY LIMA", **PLACE))
    world.runtime.engine.dispose()
