"""A cable that is found to be classified later is locked away from everybody, and put back whole."""

from typing import Any

import pytest
from sqlalchemy import event, inspect, select, text

from tests.spill_world import CANARY, LIMA, SPILLED, count, kept, lock, morning, offer, sent, unlock, work_on
from tests.work_world import World
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import outbox, spill_trail, spills
from tracker.store.cables import CableRecord
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.spills import LockedCable, LockedRow, LockedThing
from tracker.store.tasks import Task, TaskEvent

OURS = ("locked_rows",)
UNCOUNTED = (
    "audit_entries",
    "audit_heads",
    "locked_cables",
    "locked_things",
    "locked_rows",
    "sqlite_sequence",
    "spill_incidents",
)


def rows(spill: World) -> dict[str, list[Any]]:
    """Return what stands in each table, but for the trail and the locks."""
    found = {}
    with spill.runtime.engine.connect() as connection:
        for name in inspect(connection).get_table_names():
            if name not in UNCOUNTED:
                every = connection.execute(text(f'SELECT * FROM "{name}"')).all()
                found[name] = sorted(repr(tuple(row)) for row in every)
    return found


# --- what a lock takes away ---


def test_nothing_of_a_locked_cable_stands_in_any_table_but_that_of_the_locked_rows(spill: World) -> None:
    offer(spill, morning(1))
    sent(spill)
    work_on(spill)
    offer(spill, morning(2))  # the notices of that
    before = kept(spill)
    assert before.count(CANARY) > 20

    lock(spill)

    assert CANARY not in kept(spill, but=OURS)
    assert "barley" in kept(spill, but=OURS)
    with spill.reading() as session:
        assert session.scalars(select(CableRecord.id)).all() == [2]
        assert session.scalars(select(Task.title).distinct()).all() != []
        assert session.scalars(select(Task.cable_id).distinct()).all() == [2]
        note = session.scalars(select(TaskEvent.note).where(TaskEvent.kind == "note")).all()
    assert note == [spills.AWAY]  # of the harmless task, where somebody had repeated the sentence


def test_what_stood_in_a_letter_that_another_took_the_place_of_is_found(spill: World) -> None:
    offer(spill, morning(1))
    offer(spill, morning(8))  # the first letters still wait: later ones take their place
    with spill.reading() as session:
        superseded = session.scalars(
            select(OutgoingMessage.id).where(OutgoingMessage.state == "cancelled")
        ).all()
        assert superseded
        assert not session.scalars(
            select(ReminderSlot.id).where(ReminderSlot.message_id.in_(superseded))
        ).all()

    lock(spill)

    assert CANARY not in kept(spill, but=OURS)


def test_no_tick_after_a_lock_writes_of_it_and_letters_that_wait_are_cancelled(spill: World) -> None:
    offer(spill, morning(1))

    lock(spill)
    for days in range(1, 20):
        offer(spill, morning(days))

    with spill.reading() as session:
        letters = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id)).all()
        of_quito = [one for one in letters if one.recipient == "quito@posts.example"]
        assert [(one.state, one.error, one.body) for one in of_quito] == [("cancelled", spills.WITHHELD, b"")]
        of_lima = [one for one in letters if one.recipient == LIMA and one.state == "waiting"]
        assert of_lima
        assert all(b"barley" in one.body.lower() for one in of_lima)


def test_the_other_asks_of_a_letter_that_was_stopped_are_told_anew(spill: World) -> None:
    offer(spill, morning(1))
    with spill.reading() as session:
        told = session.scalars(select(ReminderSlot.task_id).where(ReminderSlot.recipient == LIMA)).all()
    assert len(set(told)) > 1  # one letter of both cables

    lock(spill)
    offer(spill)

    with spill.reading() as session:
        (letter,) = session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == "waiting"))
        assert letter.recipient == LIMA
        assert b"barley" in letter.body.lower()
        assert session.scalars(select(ReminderSlot.message_id)).all() == [letter.id]


def test_a_worker_that_holds_a_letter_when_it_is_locked_does_not_send_it(spill: World) -> None:
    offer(spill, morning(1))
    act = {"now": spill.now, "installation": spill.runtime.installation, "write": lambda _letter: None}
    with spill.transaction() as session:
        held = outbox.claim(session, now=spill.now, limit=10, lease_seconds=90)
        checked = outbox.check(session, held, **act)
        assert all(one.seen for one in checked)

    lock(spill)

    with spill.transaction() as session:
        assert [outbox.note_attempt(session, one, **act) for one in checked] == [None] * len(checked)


def test_a_letter_that_was_being_spoken_shows_as_perhaps_gone(spill: World) -> None:
    offer(spill, morning(1))
    act = {"now": spill.now, "installation": spill.runtime.installation, "write": lambda _letter: None}
    with spill.transaction() as session:
        held = outbox.claim(session, now=spill.now, limit=1, lease_seconds=90)
        assert outbox.note_attempt(session, outbox.check(session, held, **act)[0], **act)

    lock_id = lock(spill)

    with spill.reading() as session:
        letters = spill_trail.trail(session, session.get_one(LockedCable, lock_id)).letters
        assert [one.has_gone for one in letters].count(True) == 1


# --- and back ---


def test_unlocked_everything_stands_where_it_stood(spill: World) -> None:
    offer(spill, morning(1))
    sent(spill)
    work_on(spill)
    before = rows(spill)

    lock_id = lock(spill)
    assert rows(spill) != before
    unlock(spill, lock_id)

    after = rows(spill)
    for name in before:
        assert after[name] == before[name], name
    assert count(spill, LockedRow) == count(spill, LockedThing) == 0


def test_unlocked_reminders_go_on_and_a_notice_that_was_stopped_goes(spill: World) -> None:
    offer(spill, morning(1))
    sent(spill)
    work_on(spill)
    offer(spill)
    with spill.reading() as session:
        waiting = session.scalars(
            select(OutgoingMessage.id).where(OutgoingMessage.state == "waiting").order_by(OutgoingMessage.id)
        ).all()
    lock_id = lock(spill)
    for days in range(1, 4):
        offer(spill, morning(days))

    unlock(spill, lock_id)
    offer(spill, morning(9))

    with spill.reading() as session:
        again = session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == "waiting")).all()
        notices = {one.id for one in again if one.kind != "reminder"}
        assert notices >= {one for one in waiting if session.get_one(OutgoingMessage, one).kind != "reminder"}
        assert any(CANARY.encode() in one.body for one in again if one.kind == "reminder")


def test_two_locks_that_share_a_letter_each_keep_their_own(spill: World) -> None:
    offer(spill, morning(1))
    sent(spill)
    first, second = lock(spill, 1), lock(spill, 2)
    assert "barley" not in kept(spill, but=OURS)

    unlock(spill, first)
    assert "barley" not in kept(spill, but=OURS)
    unlock(spill, second)

    everything = kept(spill, but=OURS)
    assert CANARY in everything
    assert "barley" in everything
    assert count(spill, LockedRow) == 0


def test_a_cable_can_be_locked_again(spill: World) -> None:
    unlock(spill, lock(spill))

    again = lock(spill)

    assert again == 2
    assert CANARY not in kept(spill, but=OURS)


# --- who may ---


def test_who_manages_locks_what_concerns_him_and_does_not_unlock(spill: World) -> None:
    manager = spill.officer("morgan", ("post manager", "AMEMBASSY QUITO"))
    elsewhere = spill.officer("amal", ("post manager", "AMEMBASSY AMMAN"))
    reader = spill.officer("robin", ("reader", None))

    with pytest.raises(NotFound):
        lock(spill, 1, elsewhere)
    with pytest.raises(Forbidden):
        lock(spill, 1, reader)
    lock_id = lock(spill, 1, manager)

    with pytest.raises(Forbidden), spill.transaction() as session:
        spills.unlock(session, lock_id, **spill.act(manager))
    with spill.transaction() as session:
        spills.unlock(session, lock_id, **spill.act(spill.officer("sam", ("security officer", None))))
    with pytest.raises(Conflict), spill.transaction() as session:
        spills.unlock(session, lock_id, **spill.act())


def test_a_cable_is_named_by_its_number_or_id(spill: World) -> None:
    spill.ingest(SPILLED.replace("P 201912Z APR 09", "P 201912Z APR 08"))
    with spill.reading() as session:
        assert spills.find(session, " 09 state 41207 ") == [1]
        assert spills.find(session, "1") == [1]
        assert spills.find(session, "state 051234") == [2]
        with pytest.raises(Invalid, match="08STATE41207, 09STATE41207"):
            spills.find(session, "STATE 041207")
        with pytest.raises(NotFound):
            spills.find(session, "STATE 999999")


def test_a_posts_security_officer_settles_what_concerned_the_post(spill: World) -> None:
    quito = spill.officer("quincy", ("security officer", "AMEMBASSY QUITO"))
    amman = spill.officer("abel", ("security officer", "AMEMBASSY AMMAN"))
    lock_id = lock(spill)

    with spill.reading() as session:
        assert [one.id for one in spills.listed(session, quito)] == [lock_id]
        assert spills.listed(session, amman) == []
        with pytest.raises(NotFound):
            spills.lock_of(session, lock_id, amman)
    with pytest.raises(NotFound), spill.transaction() as session:
        spills.unlock(session, lock_id, **spill.act(amman))
    with spill.transaction() as session:
        spills.unlock(session, lock_id, **spill.act(quito))
    with spill.reading() as session:
        assert [one.id for one in spills.listed(session, quito)] == [lock_id]
        assert spills.listed(session, amman) == []


def test_the_locks_of_some_posts_are_asked_for_at_once(spill: World) -> None:
    quito, asked = spill.officer("quincy", ("security officer", "AMEMBASSY QUITO")), list[str]()
    locked = [lock(spill), lock(spill, 2)]
    event.listen(spill.runtime.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

    with spill.reading() as session:
        found = [one.id for one in spills.listed(session, quito)]

    assert found == locked[::-1]
    assert len([one for one in asked if "locked_cables" in one]) == 1
    assert not [one for one in asked if "locked_cables" not in one and "locked_things" in one]
