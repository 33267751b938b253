"""Which entries of a reader's own calendar a notice brings or withdraws: what he keeps there is what is so."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tracker.domain.day_entry import MOST_ENTRIES, Brought, DayEntry
from tracker.domain.delivery import MessageState
from tracker.domain.due import is_overdue
from tracker.domain.letter import Discretion
from tracker.domain.lifecycle import Status
from tracker.domain.notice import AWAY, DATED, OF_A_DUE, TO_DESK, NoticeKind
from tracker.services import letter_wording
from tracker.services.installation import Installation
from tracker.services.message_states import KIND
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task
from tracker.texts import _


def of_notice(
    session: Session,
    kind: NoticeKind,
    recipient: str,
    tasks: Sequence[Task],
    now: datetime,
    installation: Installation,
) -> tuple[DayEntry, ...]:
    """Return the entries that a notice of these tasks takes along, none for what mail may not tell."""
    closed = installation.settings.closed_captions
    found = []
    for task in tasks:
        brought = _brought(session, kind, task, recipient, now)
        discretion = letter_wording.discretion_of(task.cable, closed)
        if brought is not None and discretion is not Discretion.CLOSED:
            found.append(_entry(task, discretion, brought))
    return tuple(found[:MOST_ENTRIES])


def readers(session: Session, task_ids: Collection[int]) -> set[tuple[int, str]]:
    """Return in whose calendars an entry of these tasks stands: task and address, by the letters that went."""
    is_on_its_way = (OutgoingMessage.state == MessageState.WAITING) & or_(
        OutgoingMessage.kind != KIND, OutgoingMessage.attempts > 0
    )
    rows = session.execute(
        select(ReminderSlot.task_id, ReminderSlot.recipient, ReminderSlot.brought)
        .join(ReminderSlot.message)
        .where(ReminderSlot.task_id.in_(task_ids), ReminderSlot.brought.is_not(None))
        .where(or_(OutgoingMessage.state == MessageState.SENT, is_on_its_way))
        .order_by(OutgoingMessage.id)
    )
    last = {(task_id, recipient): brought for task_id, recipient, brought in rows}
    return {reader for reader, brought in last.items() if brought == Brought.PUT}


def _brought(session: Session, kind: NoticeKind, task: Task, recipient: str, now: datetime) -> Brought | None:
    """Return what the notice does to the reader's entry of one task, None for nothing."""
    if kind in TO_DESK:
        return None
    is_over = kind in AWAY or Status(task.status).is_closed or (kind in OF_A_DUE and task.due_at is None)
    if is_over:
        return Brought.WITHDRAWN if (task.id, recipient) in readers(session, [task.id]) else None
    is_news = kind in DATED and task.due_at is not None
    return Brought.PUT if is_news and not is_overdue(task.due_at, now) else None


def _entry(task: Task, discretion: Discretion, brought: Brought) -> DayEntry:
    is_open = discretion is Discretion.OPEN
    return DayEntry(
        task_id=task.id,
        version=task.version,
        summary=_("Due: %(what)s", what=letter_wording.name_of(task, discretion)),
        due_at=task.due_at,
        due_zone=task.post.zone,
        source=letter_wording.source_of(task, task.cable) if is_open else "",
        place=task.post.name if is_open else "",
        brought=brought,
    )
