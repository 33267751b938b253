"""The outbox: letters claimed under a lease, checked, noted before they are spoken, and their results.

Each function is one short step inside its caller's transaction; none of them speaks to a mail
server. A step under an older token than the row's changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session, selectinload

from tracker.clock import print_moment
from tracker.domain import delivery
from tracker.domain.delivery import UNKNOWN, Envelope, MessageState, Outcome, OutcomeKind
from tracker.domain.letter import Write
from tracker.services import message_states, still_wanted
from tracker.services.installation import Installation
from tracker.services.message_states import DIED, Say, state_words, utc_words
from tracker.services.still_wanted import Facts
from tracker.store.base import real_epoch
from tracker.store.messages import DeliveryAttempt, OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task

ATTEMPT_HEADER = b"X-Reminder-Attempt: %d\r\n"
UNSYNCHRONISED = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Claim:
    """A message held under a lease, by its fencing token.

    `seen` is how its tasks stood when it was found that it goes as it is; None: that is to be asked.
    """

    id: int
    token: int
    seen: Facts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """One message as lists show it; `words` says what became of it."""

    id: int
    recipient: str
    subject: str
    state: str
    attempts: int
    message_id: str
    written_at: datetime
    sent_at: datetime | None
    next_try_at: datetime | None
    error: str | None
    is_doubtful: bool
    tasks: tuple[int, ...]
    words: str

    def as_json(self) -> dict[str, Any]:
        """Return the message as the command line prints it; `task` is the first of its tasks."""
        return {
            "id": self.id,
            "to": self.recipient,
            "subject": self.subject,
            "state": self.state,
            "attempts": self.attempts,
            "message_id": self.message_id,
            "sent_at": print_moment(self.sent_at) if self.sent_at else None,
            "next_try_at": print_moment(self.next_try_at) if self.next_try_at else None,
            "error": self.error,
            "task": self.tasks[0] if self.tasks else None,
            "tasks": list(self.tasks),
            "is_doubtful": self.is_doubtful,
        }


def _is_ready(now: datetime, route: str) -> Any:
    """Return the condition of a letter whose turn has come; one that waits for the relay is always ready."""
    return (
        (OutgoingMessage.state == MessageState.WAITING)
        & (OutgoingMessage.route == route)
        & (OutgoingMessage.lease_until < real_epoch())
        & or_(
            OutgoingMessage.next_try_at.is_(None),
            OutgoingMessage.next_try_at <= now,
            OutgoingMessage.waits_for_relay,
        )
    )


def is_any_ready(session: Session, now: datetime, route: str = "") -> bool:
    """Return whether a letter of this route waits to be sent now."""
    return session.scalar(select(OutgoingMessage.id).where(_is_ready(now, route)).limit(1)) is not None


def claim(session: Session, *, now: datetime, limit: int, lease_seconds: int, route: str = "") -> list[Claim]:
    """Take the most urgent letters under a lease on the database's clock; each gets a new token."""
    chosen = (
        select(OutgoingMessage.id)
        .where(_is_ready(now, route))
        .order_by(OutgoingMessage.urgency_at, OutgoingMessage.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    claimed = session.execute(
        update(OutgoingMessage)
        .where(OutgoingMessage.id.in_(chosen.scalar_subquery()))
        .values(token=OutgoingMessage.token + 1, lease_until=real_epoch() + lease_seconds)
        .returning(OutgoingMessage.id, OutgoingMessage.token, OutgoingMessage.urgency_at)
        .execution_options(synchronize_session=False)
    )
    in_order = sorted(claimed, key=lambda row: (row.urgency_at, row.id))
    return [Claim(row.id, row.token) for row in in_order]


def check(
    session: Session, held: Sequence[Claim], *, now: datetime, installation: Installation, write: Write
) -> list[Claim]:
    """Return the claims with what is known of their letters: one question for all of them."""
    ids = [one.id for one in held]
    known = still_wanted.wanted(session, ids, now=now, installation=installation, write=write)
    return [replace(one, seen=known.get(one.id)) for one in held]


def note_attempt(
    session: Session, held: Claim, *, now: datetime, installation: Installation, write: Write
) -> Envelope | None:
    """Note that a letter is about to be spoken and return its envelope, the lease begun anew.

    Return None where it is not to be sent: another worker holds it, nothing in it is wanted any more
    (it ends as cancelled), or it had to be written again (the new one waits its turn).
    """
    if held.seen is not None and held.seen == still_wanted.facts_of(session, [held.id]).get(held.id):
        return _note_at_once(session, held, now, installation.settings.lease_seconds)
    message = _held(session, held)
    if message is None:
        return None
    message_states.close_what_died(message, now)
    if not still_wanted.settle(session, message, now=now, installation=installation, write=write):
        return None
    if message.attempts >= delivery.MOST_TRIES:  # each try ended the worker that made it
        message.failed_at = now
        message.state, message.error = MessageState.FAILED, f"given up after {message.attempts} tries"
        return None
    message.attempts += 1
    message.lease_until = real_epoch() + installation.settings.lease_seconds
    session.add(
        DeliveryAttempt(
            message_id=message.id,
            number=message.attempts,
            token=held.token,
            started_at=now,
            real_epoch=real_epoch(),
        )
    )
    again = ATTEMPT_HEADER % message.attempts if message.attempts > 1 else b""
    return Envelope(
        id=message.id,
        token=held.token,
        number=message.attempts,
        recipient=message.recipient,
        data=again + message.body,
    )


def record_result(session: Session, spoken: Envelope, outcome: Outcome, *, now: datetime) -> bool:
    """Record how a try ended; return False where a newer token owns the letter and the result is dropped."""
    attempt = (DeliveryAttempt.message_id == spoken.id, DeliveryAttempt.number == spoken.number)
    if outcome.kind is OutcomeKind.RELAY:  # not a word of the letter was spoken: this was no try
        undone = {"attempts": OutgoingMessage.attempts - 1, "error": outcome.words, "waits_for_relay": True}
        is_mine = _change_held(session, spoken, undone | {"lease_until": 0.0})
        if is_mine:
            session.execute(delete(DeliveryAttempt).where(*attempt), execution_options=UNSYNCHRONISED)
        return is_mine
    doubts = _doubts(session, spoken) if outcome.kind is OutcomeKind.DOUBT else 0
    found = delivery.verdict(outcome, tries=spoken.number, key=spoken.id, now=now, doubts=doubts)
    values = {
        "state": found.state,
        "error": found.error,
        "next_try_at": found.next_try_at,
        "waits_for_relay": False,
        "lease_until": 0.0,
    }
    values |= {"is_doubtful": True} if found.is_doubtful else {}
    values |= {"sent_at": now} if found.state is MessageState.SENT else {}
    values |= {"failed_at": now} if found.state is MessageState.FAILED else {}
    is_mine = _change_held(session, spoken, values)
    if is_mine:
        ended = update(DeliveryAttempt).where(*attempt).values(ended_at=now, result=outcome.words)
        session.execute(ended, execution_options=UNSYNCHRONISED)
    return is_mine


def is_unfinished(session: Session, spoken: Envelope) -> bool:
    """Return whether nobody has recorded yet how this try ended."""
    attempt = (DeliveryAttempt.message_id == spoken.id, DeliveryAttempt.number == spoken.number)
    asked = select(DeliveryAttempt.id).where(*attempt, DeliveryAttempt.ended_at.is_(None))
    return session.scalar(asked) is not None


def keep(session: Session, spoken: Envelope, *, lease_seconds: int) -> bool:
    """Begin the lease of a letter in hand anew; return False where it is in other hands."""
    return _change_held(session, spoken, {"lease_until": real_epoch() + lease_seconds})


def release(session: Session, held: Sequence[Claim]) -> None:
    """Give claimed letters back unspoken."""
    for one in held:
        message = _held(session, one)
        if message is not None:
            message.lease_until = 0.0


def relay_is_down(
    session: Session, words: str, *, now: datetime, next_try: timedelta, route: str = ""
) -> int:
    """Show on every letter whose turn has come that the relay cannot be reached; no try is counted."""
    changed = session.execute(
        update(OutgoingMessage)
        .where(_is_ready(now, route))
        .values(error=words, waits_for_relay=True, next_try_at=now + next_try)
        .returning(OutgoingMessage.id)
        .execution_options(synchronize_session=False)
    )
    return len(changed.all())


def message_rows(
    session: Session,
    *,
    task_id: int | None = None,
    only_posts: frozenset[int] | None = None,
    limit: int | None = None,
    say: Say = utc_words,
) -> list[MessageRow]:
    """Return the messages, newest first; with `task_id` those that tell of one task.

    With `only_posts` those that tell of tasks of these posts and of nothing else. `say` writes moments.
    """
    found = (
        select(OutgoingMessage)
        .options(selectinload(OutgoingMessage.slots))
        .order_by(OutgoingMessage.id.desc())
    )
    if task_id is not None:
        found = found.where(OutgoingMessage.slots.any(task_id=task_id))
    if only_posts is not None:
        of_others = ReminderSlot.task.has(Task.post_id.not_in(only_posts))
        found = found.where(OutgoingMessage.slots.any(), ~OutgoingMessage.slots.any(of_others))
    return [_row(message, say) for message in session.scalars(found.limit(limit))]


def _row(message: OutgoingMessage, say: Say) -> MessageRow:
    return MessageRow(
        id=message.id,
        recipient=message.recipient,
        subject=message.subject,
        state=message.state,
        attempts=message.attempts,
        message_id=message.message_id,
        written_at=message.written_at,
        sent_at=message.sent_at,
        next_try_at=message.next_try_at,
        error=message.error,
        is_doubtful=message.is_doubtful,
        tasks=tuple(sorted({slot.task_id for slot in message.slots})),
        words=state_words(message, say),
    )


def _held(session: Session, held: Claim) -> OutgoingMessage | None:
    """Return the waiting message that this token still holds, its row locked; None where it does not."""
    return session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.id == held.id,
            OutgoingMessage.token == held.token,
            OutgoingMessage.state == MessageState.WAITING,
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()


def _doubts(session: Session, spoken: Envelope) -> int:
    """Return after how many earlier tries the relay may have taken the letter; a worker that died says nothing of it."""
    earlier = (DeliveryAttempt.message_id == spoken.id, DeliveryAttempt.number < spoken.number)
    unknown = (DeliveryAttempt.result.like(f"{UNKNOWN}%"), DeliveryAttempt.result != DIED)
    return session.scalar(select(func.count(DeliveryAttempt.id)).where(*earlier, *unknown)) or 0


def _note_at_once(session: Session, held: Claim, now: datetime, lease_seconds: int) -> Envelope | None:
    """Note the first try of a letter that is known to go as it is, without reading more than it needs."""
    row = session.execute(
        _of(held)
        .where(OutgoingMessage.attempts == 0)
        .values(attempts=1, lease_until=real_epoch() + lease_seconds)
        .returning(OutgoingMessage.recipient, OutgoingMessage.body),
        execution_options=UNSYNCHRONISED,
    ).one_or_none()
    if row is None:
        return None
    attempt = {"message_id": held.id, "number": 1, "token": held.token, "started_at": now}
    session.execute(insert(DeliveryAttempt).values(**attempt, real_epoch=real_epoch()))
    return Envelope(id=held.id, token=held.token, number=1, recipient=row.recipient, data=row.body)


def _change_held(session: Session, spoken: Envelope, values: dict[str, Any]) -> bool:
    """Change the message that this token still holds; return False where it does not hold it."""
    changed = _of(Claim(spoken.id, spoken.token)).values(values).returning(OutgoingMessage.id)
    return session.execute(changed, execution_options=UNSYNCHRONISED).one_or_none() is not None


def _of(held: Claim) -> Update:
    """Return a change of the waiting message that this token still holds."""
    return update(OutgoingMessage).where(
        OutgoingMessage.id == held.id,
        OutgoingMessage.token == held.token,
        OutgoingMessage.state == MessageState.WAITING,
    )
