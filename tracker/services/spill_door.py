"""What of a locked cable may not come back: its text, under its number or any other, and mail about it."""

import hmac
import re

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from tracker.cable.markings import Mark
from tracker.domain import bounces, tokens
from tracker.domain.tokens import Purpose
from tracker.errors import Refused
from tracker.services.door import Refusal, RefusedText
from tracker.settings import Settings
from tracker.store import locking
from tracker.store.messages import OutgoingMessage
from tracker.store.spills import LETTER, LOCKED, PURGED, TASK, LockedCable, LockedThing

RULE = "of a locked cable"
LABEL = "text of a locked cable 1\0"  # so that no other digest made with the same secret is one of these


def print_of(digest: str, settings: Settings) -> str:
    """Return what is kept of a text's digest: keyed, so that nobody without the secret can try texts on it."""
    return hmac.digest(settings.secret_key.encode(), f"{LABEL}{digest}".encode(), "sha256").hex()


def refuse_again(session: Session, number: str | None, digest: str, text: str, settings: Settings) -> None:
    """Raise RefusedText where a cable of this number, whichever section, or with this very text, is locked or was purged."""
    known = select(LockedCable.number, LockedCable.prints).where(LockedCable.state.in_((LOCKED, PURGED)))
    for locked_number, prints in session.execute(known):
        if (number is not None and number == locked_number) or print_of(digest, settings) in prints:
            raise RefusedText(_refusal(len(text.encode("utf-8", "replace"))))


def refusal_of_mail(session: Session, recipient: str, size: int, settings: Settings) -> Refusal | None:
    """Return why a mail to this address is not let in: it answers, or brings back, a letter about a locked cable.

    Such a mail quotes the letter.
    """
    letter = bounces.message_of(recipient, secret=settings.secret_key, domain=settings.bounce_domain)
    if letter is not None:
        return _refusal(size) if _is_locked(session, LETTER, letter) else None
    text = tokens.in_address(recipient, domain=settings.reply_domain)
    token = tokens.read(text) if text else None
    if token is None:
        return None
    if token.purpose is not Purpose.REPLY_TO_SEVERAL:
        return _refusal(size) if _is_locked(session, TASK, token.task_id) else None
    letters = session.scalars(select(OutgoingMessage.id).where(OutgoingMessage.reply_key == token.task_id))
    return _refusal(size) if any(_is_locked(session, LETTER, one) for one in letters) else None


def refusal_of_quoting(session: Session, text: str, settings: Settings) -> Refusal | None:
    """Return why a mail is not let in to whatever address: it has a link of ours to what is locked, as letters have."""
    links = re.compile(re.escape(settings.base_url.rstrip("/")) + r"/(task|cable)s/(\d{1,9})(?!\d)")
    found = sorted({(kind, int(number)) for kind, number in links.findall(text)})
    for some in locking.in_chunks(found):
        things = tuple_(LockedThing.kind, LockedThing.thing_id).in_(some)
        if session.scalar(select(LockedThing.lock_id).where(things).limit(1)) is not None:
            return _refusal(len(text.encode("utf-8", "replace")))
    return None


def is_of_a_lock(refused: Refusal) -> bool:
    """Return whether a lock refused it, and no mark in its text."""
    return all(mark.rule == RULE for mark in refused.marks)


def _is_locked(session: Session, kind: str, thing_id: int) -> bool:
    wanted = select(LockedThing.lock_id).where(LockedThing.kind == kind, LockedThing.thing_id == thing_id)
    return session.scalar(wanted.limit(1)) is not None


def _refusal(size: int) -> Refusal:
    mark = Mark(rule=RULE, line=1, is_strong=True)
    return Refusal(sentence=(Refused.__doc__ or "").strip(), marks=(mark,), size=size)
