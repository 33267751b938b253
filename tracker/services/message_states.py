"""What becomes of a message: its slots, its end before it has gone, and its state in words."""

from collections.abc import Callable
from datetime import datetime

from tracker.domain import due
from tracker.domain.delivery import UNKNOWN, MessageState
from tracker.domain.reminding import Slot
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.texts import _

KIND = "reminder"
GIVEN_UP = "given up"  # after tries of which none was a refusal for good
DIED = f"{UNKNOWN}the worker stopped before it knew"
Say = Callable[[datetime], str]


def slot_of(row: ReminderSlot) -> Slot:
    """Return the identity of a stored reminder."""
    return Slot(
        task_id=row.task_id, rule=row.rule, deadline_version=row.deadline_version, recipient=row.recipient
    )


def cancel(message: OutgoingMessage, reason: str, now: datetime) -> None:
    """End a waiting message; a worker that still holds it can record nothing any more.

    Where one died with it in hand, or sleeps, it may have gone all the same: then it is marked.
    """
    close_what_died(message, now)
    message.state = MessageState.CANCELLED
    message.error = reason
    message.token += 1
    message.next_try_at = None
    message.waits_for_relay = False


def close_what_died(message: OutgoingMessage, now: datetime) -> None:
    """Mark the letter doubtful where a worker noted a try and died before it recorded how it ended."""
    for attempt in message.tries if message.attempts else ():
        if attempt.ended_at is None:
            attempt.ended_at, attempt.result = now, DIED
            message.is_doubtful = True


def utc_words(moment: datetime) -> str:
    """Return "Tue 5 Aug 2008, 12:00Z"."""
    return f"{due.short_day(moment.date())} {moment.year}, {moment:%H:%M}Z"


def state_words(message: OutgoingMessage, say: Say = utc_words, *, beside: datetime | None = None) -> str:
    """Return what became of a message: "sent Tue 5 Aug, 12:00Z", "not sent yet: …; next try …".

    `say` writes a moment: pages do so on their reader's clock. `beside` is one that is told next to these
    words: of what was sent then, as far as can be told, they say only "sent".
    """
    match MessageState(message.state):
        case MessageState.SENT:
            words = _sent_words(message.sent_at, say, beside)
            return _("%(sent)s; it may have gone twice", sent=words) if message.is_doubtful else words
        case MessageState.FAILED:
            return _failed_words(message, say)
        case MessageState.CANCELLED:
            words = _("cancelled: %(why)s", why=message.error)
            return _("%(words)s; it may have gone before", words=words) if message.is_doubtful else words
        case MessageState.WAITING:
            return _waiting_words(message, say)


def _sent_words(sent_at: datetime | None, say: Say, beside: datetime | None) -> str:
    if sent_at is None:
        return _("sent now")
    if beside is not None and say(beside) == say(sent_at):
        return _("sent")
    return _("sent %(when)s", when=say(sent_at))


def _failed_words(message: OutgoingMessage, say: Say) -> str:
    if message.failed_at is None or (message.error or "").startswith(GIVEN_UP):
        return _("failed: %(why)s", why=message.error)
    return _("bounced %(when)s, %(why)s", when=say(message.failed_at), why=message.error)


def _waiting_words(message: OutgoingMessage, say: Say) -> str:
    if message.error is None:
        return _("waiting to be sent")
    if message.next_try_at is None:
        return _("not sent yet: %(why)s; next try at once", why=message.error)
    return _("not sent yet: %(why)s; next try %(when)s", why=message.error, when=say(message.next_try_at))
