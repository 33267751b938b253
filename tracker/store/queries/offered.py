"""What was offered of a task: its reminders, each with its letter but not with the words in it."""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from tracker.store import loaded, prepared
from tracker.store.messages import OutgoingMessage, ReminderSlot

WORDS = "body"  # of a letter: many, and read by nobody here


def of_task(session: Session, task_id: int) -> Sequence[ReminderSlot]:
    """Return what was offered of the task, in time order."""
    session.flush()
    found = []
    for row in prepared.rows(session.connection(), _offered(), {"task": task_id}):
        parts = loaded.Parts(session, row)
        slot, message = parts.take(ReminderSlot), parts.take(OutgoingMessage, without=WORDS)
        if slot is not None:
            loaded.relate(slot, message=message)
            found.append(slot)
    return found


@cache
def _offered() -> Select[*tuple[Any, ...]]:
    columns = loaded.columns(ReminderSlot), loaded.columns(OutgoingMessage, without=WORDS)
    return (
        select(*chain.from_iterable(columns))
        .outerjoin(OutgoingMessage, OutgoingMessage.id == ReminderSlot.message_id)
        .where(ReminderSlot.task_id == bindparam("task"))
        .order_by(ReminderSlot.moment_at, ReminderSlot.id)
    )
