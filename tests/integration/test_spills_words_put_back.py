"""Words that a lock blanks in rows of other cables come back with the unlock, and what was written meanwhile stays."""

from sqlalchemy import select

from tests.spill_world import CANARY, kept, lock, morning, offer, sent, unlock, work_on
from tests.work_world import World
from tracker.services import spills, tasks
from tracker.store import locking
from tracker.store.tasks import Task, TaskEvent

OURS = ("locked_rows",)


def closed_with_the_sentence(spill: World) -> str:
    """Let somebody repeat the spill's sentence when he closes the other cable's task; return his words."""
    offer(spill, morning(1))
    sent(spill)
    work_on(spill)
    with spill.transaction() as session:
        first = session.scalars(select(Task).where(Task.cable_id == 1).order_by(Task.id)).all()[0]
        other = session.scalars(select(Task).where(Task.cable_id == 2)).one()
        words = f"See: {first.quote}"
        tasks.complete(session, other.id, outcome="agreed", note=words, **spill.act())
    return words


def note_of_the_other(spill: World) -> str | None:
    with spill.reading() as session:
        return session.scalars(select(Task.note).where(Task.cable_id == 2)).one()


def write_again(spill: World, words: str) -> None:
    with spill.transaction() as session:
        task = session.scalars(select(Task).where(Task.cable_id == 2)).one()
        task.note = words


def test_words_written_while_it_was_locked_stay_at_the_unlock(spill: World) -> None:
    closed_with_the_sentence(spill)
    lock_id = lock(spill)
    assert note_of_the_other(spill) == spills.AWAY
    write_again(spill, "Words of a later day")

    unlock(spill, lock_id)

    assert note_of_the_other(spill) == "Words of a later day"


def test_words_that_stand_again_in_a_blanked_row_are_blanked_again(spill: World) -> None:
    words = closed_with_the_sentence(spill)
    lock_id = lock(spill)
    write_again(spill, words)  # by who had copied it
    with spill.transaction() as session:
        other = session.scalars(select(Task.id).where(Task.cable_id == 2)).one()
        locking.blank(session, lock_id, "tasks", other)

    assert note_of_the_other(spill) == spills.AWAY
    assert CANARY not in kept(spill, but=OURS)
    unlock(spill, lock_id)
    assert note_of_the_other(spill) == words


def test_words_of_a_task_that_another_lock_took_out_come_back_with_that_one(spill: World) -> None:
    words = closed_with_the_sentence(spill)
    with spill.reading() as session:
        told = session.scalars(select(TaskEvent.note).order_by(TaskEvent.id)).all()
    first, second = lock(spill, 1), lock(spill, 2)

    unlock(spill, first)
    unlock(spill, second)

    assert note_of_the_other(spill) == words
    with spill.reading() as session:
        assert session.scalars(select(TaskEvent.note).order_by(TaskEvent.id)).all() == told
