"""Reminders: the tick that turns what is owed into letters, and the next moment of a task that has changed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, selectinload

from tracker.domain import receipts as chains
from tracker.domain import reminding
from tracker.domain.delivery import MessageState
from tracker.domain.letter import Write
from tracker.domain.reminding import Bundle, Duty, Reminder
from tracker.services import duties, morning_parts, receipts
from tracker.services.installation import Installation
from tracker.services.letter_writing import Writing
from tracker.services.message_states import KIND, cancel, slot_of
from tracker.services.receipts import Planned
from tracker.store.base import real_epoch
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task

OFFER_LOCK = 7_460_021  # of PostgreSQL's advisory locks: one process offers at a time


def refresh(session: Session, task: Task, *, now: datetime, installation: Installation) -> None:
    """Set the task's next moment after a change, and withdraw waiting letters that nobody wants now."""
    refresh_all(session, [task], now=now, installation=installation)


def refresh_all(
    session: Session, tasks: Sequence[Task], *, now: datetime, installation: Installation
) -> None:
    """Do as `refresh` for several tasks, in a few queries."""
    session.flush()
    known = duties.read(session, tasks, installation)
    found = duties.load(session, tasks, installation, known)
    taken = duties.slots_taken(session, [task.id for task in tasks])
    planned = {duty.task_id: reminding.reminders(duty) for duty in found}
    receipts.put_silence(session, tasks, Planned(found, planned, taken), known)
    for task, duty in zip(tasks, found, strict=True):
        first = next(iter(reminding.not_taken(planned[task.id], taken[task.id].keys())), None)
        task.next_moment_at, task.next_to = (first.at, first.reader.address) if first else (None, None)
        duties.put_count(task, duty)
        if taken[task.id]:
            _withdraw(session, duty, now)


def offer(session: Session, now: datetime, installation: Installation, *, write: Write) -> int:
    """Write letters that are owed by now, each with its slots; return how many: 0 when none is left.

    A second offer finds the slots taken. One process offers at a time, and those who read of one task
    read of all theirs in the same transaction, so that one reader's asks of a morning stand in one letter.
    """
    ids = morning_parts.next_part(session, now) if _may_offer(session) else []
    if not ids:
        return 0
    tasks = duties.with_relations(session, ids)
    writing = Writing(session=session, now=now, installation=installation, write=write)
    writing.add(tasks)
    writing.prepare(ids)
    owing = [one for task in tasks for one in writing.owed(task.id) if reminding.sends_at(one, now) <= now]
    bundles = reminding.bundles(owing, now)
    silent = _told_first(writing, tasks, bundles)
    writing.write_letters(bundles)
    session.flush()
    for task in tasks:
        first = min(writing.owed(task.id), key=lambda one: reminding.sends_at(one, now), default=None)
        _set_moments(session, task, first, silent.get(task.id, task.silent_at), now)
    return len(bundles)


def _may_offer(session: Session) -> bool:
    """Return whether no other process is offering; SQLite has one writer in any case."""
    if session.get_bind().dialect.name != "postgresql":
        return True
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(OFFER_LOCK))))


def _told_first(writing: Writing, tasks: Sequence[Task], bundles: Sequence[Bundle]) -> dict[int, datetime]:
    """Return when the silence shows of those leads whose first letter these are: late letters give them time."""
    told = {(one.duty.task_id, one.reader.address) for bundle in bundles for one in bundle.told}
    found: dict[int, datetime] = {}
    for task in tasks:
        duty = writing.duties[task.id]
        leads = chains.lead_addresses(duty) if task.silent_at is not None else frozenset()
        is_first = not any(slot.recipient in leads for slot in writing.taken[task.id])
        if is_first and any((task.id, address) in told for address in leads):
            found[task.id] = chains.shown_at(duty, writing.now)
    return found


def _set_moments(
    session: Session, task: Task, first: Reminder | None, silent_at: datetime | None, now: datetime
) -> None:
    """Store the next moment, and when silence shows, unless somebody changed the task meanwhile: then that change has set it.

    Written past the row's version count: a reminder is no edit that an officer's edit could clash with.
    """
    session.execute(
        update(Task)
        .where(Task.id == task.id, Task.version == task.version)
        .where(Task.next_moment_at == task.next_moment_at)  # nobody has marked it meanwhile
        .values(
            next_moment_at=reminding.sends_at(first, now) if first else None,
            next_to=first.reader.address if first else None,
            silent_at=silent_at,
        )
        .execution_options(synchronize_session=False)
    )


def _withdraw(session: Session, duty: Duty, now: datetime) -> None:
    """Cancel letters that wait, and that no worker holds, where all they tell of is this and unwanted.

    A letter that tells of other tasks too is written again without this one when its turn comes.
    """
    waiting = select(OutgoingMessage).where(
        OutgoingMessage.state == MessageState.WAITING,
        OutgoingMessage.kind == KIND,
        OutgoingMessage.lease_until < real_epoch(),
        OutgoingMessage.slots.any(ReminderSlot.task_id == duty.task_id),
        ~OutgoingMessage.slots.any(ReminderSlot.task_id != duty.task_id),
    )
    with_slots = waiting.options(selectinload(OutgoingMessage.slots)).with_for_update(skip_locked=True)
    for message in session.scalars(with_slots):
        reasons = [reminding.unwanted(slot_of(row), duty) for row in message.slots]
        if all(reasons):
            cancel(message, reasons[0] or "", now)
