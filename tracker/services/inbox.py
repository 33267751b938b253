"""Mail that comes in: a bounce marks its letter undelivered, an automatic answer changes nothing, the rest is held.

A reply to a letter stands on its task, and what it commands is done, in the same transaction.

The door looks at every text first; of what it refuses nothing is kept.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.domain import bounces as bounce_rules
from tracker.domain.bounces import Incoming, IncomingKind
from tracker.domain.delivery import MessageState
from tracker.services import answers, bounces, door, replies, spill_door
from tracker.services.answers import Answered
from tracker.services.door import RefusedText
from tracker.services.installation import Installation
from tracker.store.base import insert_once
from tracker.store.inbox import HELD, IncomingMessage
from tracker.store.messages import OutgoingMessage

LONGEST_KEPT = 20_000  # characters of a held mail
FAILED = "failed"
FOR_A_PERSON = "It is for a person to read."
TAKEN, SKIPPED = "taken", "skipped"


@dataclass(frozen=True, slots=True)
class Found:
    """What becomes of a mail: its state, why, and the letter it speaks of."""

    state: str
    reason: str
    outgoing_id: int | None = None


def take(
    session: Session, mail: Incoming, recipient: str, *, now: datetime, installation: Installation
) -> str:
    """Keep what a mail says and return its state; the same mail again changes nothing.

    Raise RefusedText where the door does not let its text in.
    """
    settings = installation.settings
    size = len(mail.text.encode("utf-8", "replace"))
    refused = door.refusal_of_mail(mail, settings)
    refused = refused or spill_door.refusal_of_mail(session, recipient, size, settings)
    refused = refused or spill_door.refusal_of_quoting(session, mail.text, settings)
    if refused is not None:
        raise RefusedText(refused)
    letter = bounce_rules.message_of(recipient, secret=settings.secret_key, domain=settings.bounce_domain)
    if letter is not None and session.get(OutgoingMessage, letter) is None:
        letter = None  # of a time that a restored backup does not know
    found, answered = _found(mail, letter), _answered(session, mail, recipient, now, installation)
    if answered is not None:
        reason = found.reason if answered.doubt else FOR_A_PERSON  # of one that may act, files are kept
        found = replace(found, reason=replies.about(answered, reason))
    row = _row(mail, recipient, found, answered) | {"received_at": now}
    mail_id = insert_once(session, IncomingMessage, row)
    if mail_id is None:
        return SKIPPED
    if answered is not None:
        return replies.take(session, mail_id, answered, mail, now=now, installation=installation)
    if found.state == TAKEN and found.outgoing_id is not None:
        _undelivered(session, found.outgoing_id, found.reason, now, installation)
    return found.state


def _row(mail: Incoming, recipient: str, found: Found, answered: Answered | None) -> dict[str, Any]:
    """Return the row of a mail. A reply that may act is known by its name too: its bytes change on their way."""
    is_sure = answered is not None and answered.doubt is None
    return {
        "digest": _digest(mail.digest, recipient),
        "answer_key": _digest(mail.message_id or mail.digest, recipient) if is_sure else None,
        "sender": mail.sender,
        "recipient": recipient[:254],
        "subject": mail.subject,
        "kind": mail.kind.value,
        "state": found.state,
        "reason": found.reason,
        "text": mail.text[:LONGEST_KEPT] if found.state == HELD else None,
        "task_id": answered.task_ids[0] if answered is not None else None,
        "outgoing_id": found.outgoing_id,
    }


def _digest(name: str, recipient: str) -> str:
    """Return the digest of a mail to one of our addresses: to another it is another."""
    return hashlib.sha256(f"{name} {recipient.strip().lower()}".encode()).hexdigest()


def held(session: Session, limit: int = 50) -> list[IncomingMessage]:
    """Return the mails that wait for a person and stand on no task, newest first."""
    wanted = select(IncomingMessage).where(IncomingMessage.state == HELD, IncomingMessage.task_id.is_(None))
    return list(session.scalars(wanted.order_by(IncomingMessage.id.desc()).limit(limit)))


def _answered(
    session: Session, mail: Incoming, recipient: str, now: datetime, installation: Installation
) -> Answered | None:
    """Return which letter a person's reply answers; an automatic answer answers none."""
    if mail.kind is not IncomingKind.OTHER:
        return None
    return answers.letter_answered(session, mail, recipient, now=now, installation=installation)


def _found(mail: Incoming, letter: int | None) -> Found:
    if mail.kind is IncomingKind.AUTOMATIC:
        return Found(SKIPPED, "An automatic answer changes nothing.", letter)
    if mail.report is None:
        more = " It has parts that are no text, which are not kept." if mail.has_more else ""
        return Found(HELD, f"{FOR_A_PERSON}{more}", letter)
    if letter is None:
        return Found(HELD, "A delivery report at an address that is no letter's.")
    if mail.report.action != FAILED:
        return Found(SKIPPED, f"the report says {mail.report.action}: {mail.report.words}", letter)
    return Found(TAKEN, mail.report.words, letter)


def _undelivered(
    session: Session, message_id: int, words: str, now: datetime, installation: Installation
) -> None:
    """Mark a letter that was sent as undelivered, once, and tell whoever stands in for its reader."""
    marked = session.execute(
        update(OutgoingMessage)
        .where(OutgoingMessage.id == message_id, OutgoingMessage.state == MessageState.SENT)
        .values(state=MessageState.FAILED, error=words, failed_at=now)
        .returning(OutgoingMessage.id),
        execution_options={"synchronize_session": False},
    ).one_or_none()
    if marked is not None:
        bounces.tell_instead(session, message_id, now=now, installation=installation)
