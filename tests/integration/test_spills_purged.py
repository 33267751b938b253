"""Who saw a locked cable; and its purge, which takes two people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from tests import databases, postgres
from tests.spill_world import (
    CANARY,
    LIMA,
    SPILLED,
    count,
    kept,
    lock,
    morning,
    offer,
    on_disk,
    sent,
    spilled,
    work_on,
)
from tests.work_world import World
from tracker.errors import Conflict, Forbidden
from tracker.services import audit, spill_trail, spills
from tracker.services.door import RefusedText
from tracker.services.installation import Actor
from tracker.store import erasing
from tracker.store.spills import LockedCable, LockedRow

# --- the trail ---


def test_the_trail_says_who_saw_it_which_letters_carried_it_and_who_could_have(spill: World) -> None:
    spill.officer("lima", ("post staff", "AMEMBASSY LIMA"))
    spill.officer("amman", ("post staff", "AMEMBASSY AMMAN"))
    reader = spill.officer("robin", ("reader", None))
    offer(spill, morning(1))
    sent(spill)
    for act, objects in (
        ("cable opened", {"cable": 1}),
        ("cable opened", {"cable": 2}),
        ("downloaded", {"page": "attachments.paper", "task_id": 1, "paper_id": 1}),
        ("downloaded", {"page": "attachments.paper", "task_id": 99, "paper_id": 9}),
        ("downloaded", {"page": "overdue.table"}),
    ):
        with spill.transaction() as session:
            audit.add(session, act, by=reader, **objects)

    lock_id = lock(spill)
    with spill.transaction() as session:
        audit.add(session, "downloaded", by=reader, page="overdue.table")

    with spill.reading() as session:
        found = spill_trail.trail(session, session.get_one(LockedCable, lock_id))
    read = [(one.act, one.objects.get("page"), one.is_list) for one in found.entries if one.is_read]
    assert read == [
        ("cable opened", None, False),
        ("downloaded", "attachments.paper", False),
        ("downloaded", "overdue.table", True),
    ]
    assert {one.act for one in found.entries} >= {"cable taken in", "task created", "cable locked"}
    assert [(one.recipient, one.has_gone) for one in found.letters] == [
        (LIMA, True),
        ("quito@posts.example", True),
    ]
    assert all(one.message_id.startswith("<") for one in found.letters)
    assert found.could_read == ("Lima", "Robin")
    assert CANARY not in str(found.as_json())


# --- purge ---


def guards(spill: World) -> tuple[Actor, Actor]:
    return spill.officer("sam", ("security officer", None)), spill.officer("sue", ("security officer", None))


def purged(spill: World, lock_id: int) -> None:
    one, other = guards(spill)
    with spill.transaction() as session:
        spills.ask_purge(session, lock_id, **spill.act(one))
    with spill.transaction() as session:
        spills.purge(session, lock_id, **spill.act(other))


def test_a_purge_takes_two_people_who_are_persons(spill: World) -> None:
    lock_id = lock(spill)
    one, other = guards(spill)

    with pytest.raises(Conflict, match="Nobody has asked"), spill.transaction() as session:
        spills.purge(session, lock_id, **spill.act(one))
    with pytest.raises(Forbidden), spill.transaction() as session:
        spills.ask_purge(session, lock_id, **spill.act())
    with spill.transaction() as session:
        spills.ask_purge(session, lock_id, **spill.act(one))
    for same in (one, Actor.system("command")):
        with pytest.raises(Conflict, match="Another person"), spill.transaction() as session:
            spills.purge(session, lock_id, **spill.act(same))
    assert count(spill, LockedRow) > 0
    with spill.transaction() as session:
        spills.withdraw_purge(session, lock_id, **spill.act(other))
    with pytest.raises(Conflict, match="Nobody has asked"), spill.transaction() as session:
        spills.purge(session, lock_id, **spill.act(other))


def test_purged_no_table_holds_a_word_and_the_trail_is_whole(spill: World) -> None:
    offer(spill, morning(1))
    sent(spill)
    work_on(spill)
    lock_id = lock(spill)

    purged(spill, lock_id)

    assert CANARY not in kept(spill)
    with spill.reading() as session:
        assert audit.verify(session) is None
        locked = session.get_one(LockedCable, lock_id)
        assert (locked.state, locked.number, locked.purged_by) == ("purged", "09STATE41207", "Sue")
        assert len(spill_trail.trail(session, locked).letters) >= 2
    with pytest.raises(RefusedText):
        spill.ingest(SPILLED)
    with pytest.raises(Conflict), spill.transaction() as session:
        spills.unlock(session, lock_id, **spill.act())


def test_after_the_purge_a_history_may_not_be_changed(spill: World) -> None:
    work_on(spill)
    purged(spill, lock(spill))

    with pytest.raises(DBAPIError), spill.transaction() as session:
        session.execute(text("UPDATE task_events SET note = 'other'"))
    with pytest.raises(DBAPIError), spill.transaction() as session:
        session.execute(text("DELETE FROM task_events"))


def test_written_anew_the_files_hold_no_byte_of_it(sqlite_url: str, tmp_path: Path) -> None:
    spill = spilled(sqlite_url, tmp_path)
    offer(spill, morning(1))
    sent(spill)
    work_on(spill)
    marks = (CANARY.encode(), CANARY.upper().encode())
    assert all(mark in on_disk(spill) for mark in marks)

    purged(spill, lock(spill))
    assert erasing.rewrite(spill.runtime.engine)

    assert not any(mark in on_disk(spill) for mark in marks)
    assert b"barley" in on_disk(spill)
    spill.runtime.engine.dispose()


def test_written_anew_the_tables_of_postgresql_hold_no_dead_row(postgresql_url: str, tmp_path: Path) -> None:
    spill = spilled(postgresql_url, tmp_path)
    work_on(spill)
    with spill.runtime.engine.connect() as connection:
        files = connection.scalar(text("SELECT pg_relation_filepath('locked_rows')"))
    purged(spill, lock(spill))

    assert erasing.rewrite(spill.runtime.engine)

    with spill.runtime.engine.connect() as connection:
        assert connection.scalar(text("SELECT pg_relation_filepath('locked_rows')")) != files
        sizes = {
            name: (
                connection.scalar(text(f"SELECT pg_relation_size('{name}')")) == 0,
                connection.scalar(text(f"SELECT count(*) FROM {name}")) == 0,
            )
            for name in ("locked_rows", "cable_versions", "proposals")
        }
    spill.runtime.engine.dispose()
    assert all(is_empty == has_no_row for is_empty, has_no_row in sizes.values()), sizes


def test_an_older_look_at_the_rows_is_told_of(postgresql_url: str, tmp_path: Path) -> None:
    spill = spilled(postgresql_url, tmp_path)
    lock_id = lock(spill)
    older = spill.runtime.engine.connect().execution_options(isolation_level="REPEATABLE READ")
    older.execute(text("SELECT 1"))
    purged(spill, lock_id)

    is_clean_with_it = erasing.rewrite(spill.runtime.engine)
    older.close()
    is_clean_after = erasing.rewrite(spill.runtime.engine)

    spill.runtime.engine.dispose()
    assert (is_clean_with_it, is_clean_after) == (False, True)


@pytest.fixture
def lone_postgresql_url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a database on a server of its own: on a shared one the making of other databases looks back too."""
    monkeypatch.delenv("TRACKER_TEST_POSTGRES", raising=False)
    try:
        postgres.find_binaries()
    except postgres.Unavailable as reason:
        pytest.skip(f"no PostgreSQL: {reason}")
    with postgres.own_server({}) as run, databases.postgresql(run) as url:
        yield url


def test_who_looks_back_from_between_the_question_and_the_writing_is_waited_for(
    lone_postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spill = spilled(lone_postgresql_url, tmp_path)
    lock_id = lock(spill)
    older = spill.runtime.engine.connect().execution_options(isolation_level="REPEATABLE READ")
    older.execute(text("SELECT 1"))
    purged(spill, lock_id)
    counts: list[int] = []
    written = erasing._written_with_dead_rows

    def write(connection: Connection, table: str) -> int:
        counts.append(written(connection, table))
        if counts[-1]:
            older.close()
        return counts[-1]

    monkeypatch.setattr(erasing, "LOOKING_BACK", text("SELECT 0"))
    monkeypatch.setattr(erasing, "_written_with_dead_rows", write)
    is_clean = erasing.rewrite(spill.runtime.engine)

    spill.runtime.engine.dispose()
    assert is_clean
    assert sum(1 for count in counts if count) == 1
