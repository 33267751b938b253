"""Senders of whom no more mail is taken since one was refused, until the security officer releases them.

A refused sender who is known here is told so once, in a fixed text. What is held is the address whose
mail it was: where our mail server says whose it is, that author; else the envelope's, and then for mail alone
of which nobody says so, or anybody could stop a post's replies by a forged mail.
"""

from collections.abc import Sequence
from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.bounces import Incoming
from tracker.domain.notice import NoticeKind
from tracker.errors import Forbidden, NotFound
from tracker.services import audit, notices
from tracker.services.clocks import folded
from tracker.services.installation import Acting, Actor
from tracker.services.notices import Told
from tracker.settings import Settings
from tracker.store.base import insert_once
from tracker.store.cables import HeldSender
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.texts import later

SUBJECT = later("Your mail was not accepted")
TOLD = (
    later(
        "A mail from this address was not accepted here, as it may bear a classification mark. "
        "Nothing of it was kept."
    ),
    later("No more mail from this address is taken until the security officer releases it."),
    later("Call your security officer; do not send it again, and do not reply with its text."),
)


def is_held(session: Session, mail: Incoming, settings: Settings) -> bool:
    """Return whether no mail of its sender is taken now."""
    address, is_vouched = _whose(mail)
    if not settings.hold_senders or not address:
        return False
    wanted = select(HeldSender.id).where(HeldSender.address == address, HeldSender.is_vouched == is_vouched)
    return session.scalar(wanted) is not None


def hold(session: Session, mail: Incoming, incident_id: int, act: Acting) -> None:
    """Take no more mail of the sender, and tell him so once; a mail without a sender, such as a bounce, holds nobody."""
    address, is_vouched = _whose(mail)
    if not act["installation"].settings.hold_senders or not address:
        return
    values = {
        "address": address,
        "is_vouched": is_vouched,
        "incident_id": incident_id,
        "since_at": act["now"],
    }
    if insert_once(session, HeldSender, values) is None:
        return
    audit.add(session, "sender held", by=act["by"], sender=address, incident=incident_id)
    name = _name_of(session, address)
    if name is not None:
        told = Told(kind=NoticeKind.SENDER_HELD, subject=SUBJECT, paragraphs=TOLD, entries=())
        notices.send(session, address, name, told, act)


def _whose(mail: Incoming) -> tuple[str, bool]:
    return folded(mail.author if mail.is_vouched else mail.sender)[:254], mail.is_vouched


def _name_of(session: Session, address: str) -> str | None:
    """Return who writes from there; None for a stranger, whose address may be forged: he is told nothing."""
    officer = select(Officer.name).where(func.lower(Officer.email) == address, Officer.is_active).limit(1)
    post = select(Post.name).where(func.lower(Post.mailbox) == address).limit(1)
    return session.scalar(officer) or session.scalar(post)


def listed(session: Session) -> Sequence[HeldSender]:
    """Return who is held, the newest first."""
    return session.scalars(select(HeldSender).order_by(HeldSender.id.desc())).all()


def release(session: Session, held_id: int, **act: Unpack[Acting]) -> str:
    """Take mail of a sender again; return the address. Raise NotFound where he is not held any more."""
    if not may_release(act["by"]):
        raise Forbidden
    held = session.get(HeldSender, held_id, with_for_update=True)
    if held is None:
        raise NotFound
    audit.add(session, "sender released", by=act["by"], sender=held.address, incident=held.incident_id)
    session.delete(held)
    session.flush()
    return held.address


def may_release(by: Actor) -> bool:
    """Return whether the actor settles spills."""
    return by.may_somewhere(Permission.SETTLE_SPILLS)
