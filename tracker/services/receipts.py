"""Receipts: what is known of each person told about a task, and since when a lead's silence shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from tracker.domain import receipts
from tracker.domain.delivery import MessageState
from tracker.domain.duty import Duty, Reminder, Slot
from tracker.domain.lifecycle import Status
from tracker.domain.receipts import Chain, Deeds, SentLetter, Work
from tracker.services.clocks import folded
from tracker.services.history import NO_DEEDS
from tracker.services.readers import NEW_HOLDER, Known, readers_of, since_of
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.queries.tasks import MOVES
from tracker.store.tasks import Task, TaskEvent

HOLDING = (*NEW_HOLDER, "reopened")


@dataclass(frozen=True, slots=True)
class _Deed:
    """Something done on a task: when, by which officer, and whether by one of the post."""

    at: datetime
    officer_id: int | None
    is_of_post: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """What is planned for some tasks: their duties in order, their reminders, and those written, with when."""

    duties: Sequence[Duty]
    reminders: Mapping[int, Sequence[Reminder]]
    told: Mapping[int, Mapping[Slot, datetime]]


def put_silence(session: Session, tasks: Sequence[Task], plan: Planned, known: Known) -> None:
    """Store with each task from when its lead's silence shows: lists find and count the silent by it."""
    done = _last_deeds(session, [task.id for task in tasks])
    for task, duty in zip(tasks, plan.duties, strict=True):
        deeds = _deeds(task, done[task.id], known)
        task.silent_at = receipts.silent_at(
            duty, plan.reminders[task.id], plan.told[task.id], deeds, held_since(task, known)
        )


def held_since(task: Task, known: Known) -> datetime:
    """Return since when the task is with who leads it now."""
    return since_of(task, known, HOLDING)


def _last_deeds(session: Session, task_ids: Sequence[int]) -> dict[int, list[_Deed]]:
    """Return when each person last did something on these tasks, in one query."""
    who = (TaskEvent.officer_id, TaskEvent.is_of_post)
    rows = session.execute(
        select(TaskEvent.task_id, func.max(TaskEvent.at), *who)
        .where(TaskEvent.task_id.in_(task_ids), TaskEvent.kind.not_in(NO_DEEDS))
        .where(or_(TaskEvent.officer_id.is_not(None), TaskEvent.is_of_post))
        .group_by(TaskEvent.task_id, *who)
    )
    found: dict[int, list[_Deed]] = defaultdict(list)
    for task_id, at, officer_id, is_of_post in rows:
        found[task_id].append(_Deed(at, officer_id, is_of_post))
    return found


def _deeds(task: Task, done: Iterable[_Deed], known: Known) -> Deeds:
    """Return when each person last did something, by address; what a post's people do, its mailbox did too."""
    addresses = known.addresses_of_officers(task)
    found: dict[str, datetime] = {}
    for one in done:
        who = [addresses.get(one.officer_id)] if one.officer_id is not None else []
        who += [folded(task.post.mailbox)] if one.is_of_post else []
        found |= {address: max(one.at, found.get(address, one.at)) for address in who if address}
    if task.acknowledged_at is not None:  # by the lead himself, or as the desk was told
        for lead in (folded(task.owner.email if task.owner else None), folded(task.post.mailbox)):
            found[lead] = max(task.acknowledged_at, found.get(lead, task.acknowledged_at))
    return found


def chains(
    task: Task, rows: Sequence[ReminderSlot], coming: Sequence[Reminder], known: Known, now: datetime
) -> list[Chain]:
    """Return the chain of each person told about a task, the lead first.

    `known` holds every line of the history, `rows` the task's slots in order with their letters.
    """
    since = held_since(task, known)
    done = [
        _Deed(event.at, event.officer_id, event.is_of_post)
        for event in known.events[task.id]
        if event.kind not in NO_DEEDS
    ]
    deeds = _deeds(task, done, known)
    work = _work(task, known)
    found = []
    for reader in readers_of(task, known):
        addresses = receipts.addresses_of(reader)
        begun = since if reader.standing.is_to_act else task.accepted_at
        steps = receipts.chain(
            reader,
            [_letter(message) for message in _letters(rows, addresses)],
            confirmed=receipts.confirmed_at(addresses, deeds, begun),
            planned=next((one.at for one in coming if one.reader.address in addresses), None),
            work=work,
        )
        is_silent = reader.standing.is_to_act and task.silent_at is not None and task.silent_at <= now
        found.append(Chain(reader=reader, steps=steps, is_silent=is_silent))
    return found


def _work(task: Task, known: Known) -> Work:
    moves = (event for event in known.events[task.id] if event.kind in MOVES)
    taken = (event.at for event in moves if event.after.get("status") in receipts.UNDER_WAY)
    return Work(
        status=Status(task.status),
        accepted_at=next(taken, None) if Status(task.status) in receipts.UNDER_WAY else None,
        closed_at=task.closed_at,
    )


def _letters(rows: Sequence[ReminderSlot], addresses: Sequence[str]) -> list[OutgoingMessage]:
    """Return the letters that went, or are to go, to these addresses, oldest first."""
    found = {row.message.id: row.message for row in rows if row.message and row.recipient in addresses}
    kept = (message for message in found.values() if message.state != MessageState.CANCELLED)
    return sorted(kept, key=lambda message: message.id)


def _letter(message: OutgoingMessage) -> SentLetter:
    return SentLetter(
        handed_at=message.sent_at,
        failed_at=message.failed_at,
        is_failed=message.state == MessageState.FAILED,
        words=message.error or "",
    )
