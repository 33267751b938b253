"""Pace: how fast letters go. A relay's limits, shared by all workers; fair turns between posts; a spread morning."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from zlib import crc32

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.settings import Settings
from tracker.store.base import real_epoch
from tracker.store.messages import DeliveryAttempt, OutgoingMessage
from tracker.store.tasks import Task

PACE_LOCK = 7_460_022  # of PostgreSQL's advisory locks: one worker counts at a time
MINUTE, DAY = 60.0, 86_400.0  # seconds, on the database's clock
TURN = timedelta(seconds=10)  # by which each further letter of a post lets the others' go before it
SOON = timedelta(hours=12)
UNHURRIED = (None, "ROUTINE", "PRIORITY")


def has_room(session: Session, settings: Settings) -> bool:
    """Return whether the relay may be given one more letter now, whichever worker gave it the others.

    Until the transaction ends no other worker is told so: the letter must be noted in it.
    """
    limits = [(settings.most_a_minute, MINUTE), (settings.most_a_day, DAY)]
    limits = [(most, seconds) for most, seconds in limits if most]
    if limits and session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(PACE_LOCK)))
    return all(_spoken(session, seconds) < most for most, seconds in limits)


def queue(message: OutgoingMessage, tasks: Sequence[Task], turns: Counter[int], settings: Settings) -> None:
    """Give a new letter its place: after its post's earlier ones, and in a spread morning its minute.

    A letter that presses, since something in it is due soon or its cable is urgent, goes at once.
    """
    post_id = tasks[0].post_id
    message.urgency_at += TURN * turns[post_id]
    turns[post_id] += 1
    if settings.spread_minutes and not any(_presses(task, message.written_at) for task in tasks):
        seconds = crc32(message.recipient.encode()) % (settings.spread_minutes * 60)
        message.next_try_at = message.written_at + timedelta(seconds=seconds)


def _spoken(session: Session, seconds: float) -> int:
    since = DeliveryAttempt.real_epoch > real_epoch() - seconds
    return session.scalar(select(func.count(DeliveryAttempt.id)).where(since)) or 0


def _presses(task: Task, now: datetime) -> bool:
    is_soon = task.due_at is not None and now <= task.due_at < now + SOON
    return is_soon or task.precedence not in UNHURRIED
