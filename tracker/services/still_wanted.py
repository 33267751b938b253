"""Whether a letter that waits is still wanted: asked for a whole batch at once, and again before each try.

What was found for a batch holds as long as the letters' tasks stand as they stood then; a letter
that is not wanted ends as cancelled, or is written again for what is left of it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from tracker.domain.delivery import MessageState
from tracker.domain.letter import Write
from tracker.domain.workdays import local_day
from tracker.services.installation import Installation
from tracker.services.letter_writing import Writing
from tracker.services.message_states import KIND, cancel
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task

NEW_DAY = "written again for a new day"
Facts = tuple[tuple[Any, ...], ...]
DECIDING = (  # what of a task decides whether a letter about it is wanted
    Task.id,
    Task.version,
    Task.deadline_version,
    Task.owner_id,
    Task.post_id,
    Task.closed_at,
    Task.is_history,
)


def facts_of(session: Session, message_ids: Collection[int]) -> dict[int, Facts]:
    """Return how the tasks of each letter stand, to be compared with how they stood."""
    rows = session.execute(
        select(ReminderSlot.message_id, *DECIDING)
        .join(Task, Task.id == ReminderSlot.task_id)
        .where(ReminderSlot.message_id.in_(message_ids))
        .order_by(ReminderSlot.id)
    )
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for message_id, *values in rows:
        found[message_id or 0].append(tuple(values))  # a slot that a letter carries has its number
    return {message_id: tuple(values) for message_id, values in found.items()}


def wanted(
    session: Session, message_ids: Collection[int], *, now: datetime, installation: Installation, write: Write
) -> Mapping[int, Facts]:
    """Return those of the letters that go as they are, each with how its tasks stand; nothing is changed.

    A letter that was tried before, or is in doubt, is left to be asked about singly.
    """
    messages = session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.id.in_(message_ids),
            OutgoingMessage.state == MessageState.WAITING,
            OutgoingMessage.attempts == 0,
            ~OutgoingMessage.is_doubtful,
        )
        .options(selectinload(OutgoingMessage.slots))
        .execution_options(populate_existing=True)
    ).all()
    writing = Writing(session=session, now=now, installation=installation, write=write)
    writing.add_ids({slot.task_id for message in messages for slot in message.slots})
    good = [message.id for message in messages if _goes_as_it_is(writing, message)]
    return facts_of(session, good)


def settle(
    session: Session, message: OutgoingMessage, *, now: datetime, installation: Installation, write: Write
) -> bool:
    """Return whether the letter goes as it is; else cancel it, and write it again for what is left.

    A letter that may have been taken already is never written again: its copy must carry its name.
    A notice tells what has happened: it goes as it is.
    """
    if message.kind != KIND:
        return True
    writing = Writing(session=session, now=now, installation=installation, write=write)
    reasons = {slot.id: writing.unwanted(slot) for slot in message.slots}
    left = [slot for slot in message.slots if reasons[slot.id] is None]
    if not left:
        cancel(message, next(iter(reasons.values())) or "", now)
        return False
    if message.is_doubtful:
        return True
    is_fresh = message.attempts > 0 or not _is_of_another_day(writing, message)
    if len(left) == len(message.slots) and is_fresh:
        return True
    for slot in message.slots:
        slot.reason = f"cancelled: {reasons[slot.id]}" if reasons[slot.id] else slot.reason
    dropped = [reason for reason in reasons.values() if reason]
    cancel(message, f"written again without a task: {dropped[0]}" if dropped else NEW_DAY, now)
    writing.prepare({slot.task_id for slot in left})
    writing.compose(message.recipient, left)
    return False


def _goes_as_it_is(writing: Writing, message: OutgoingMessage) -> bool:
    is_wanted = bool(message.slots) and all(writing.unwanted(slot) is None for slot in message.slots)
    return is_wanted and not _is_of_another_day(writing, message)


def _is_of_another_day(writing: Writing, message: OutgoingMessage) -> bool:
    """Return whether the reader's day has changed since the letter was written: "today" would be untrue."""
    readers = writing.duties[message.slots[0].task_id].hearers()
    zone = next((one.calendar.place.zone for one in readers if one.address == message.recipient), "UTC")
    return local_day(message.written_at, zone) != local_day(writing.now, zone)
