"""Who writes a reply to a letter that went to another: many read one mailbox, each answers from his own.

An officer who may work at the task's post acts as himself, with his own rights. Nobody else acts; of
those only who is known here is written to, so that no stranger can have letters sent anywhere.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from tracker.domain import tokens
from tracker.domain.access import Permission
from tracker.domain.tokens import Purpose, Token
from tracker.services import accounts
from tracker.services.clocks import folded
from tracker.services.installation import Actor
from tracker.store.cables import ContactRecord
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.tasks import Task


def reader_of(session: Session, text: str, token: Token, secret: str) -> str | None:
    """Return to whom the letter went whose token this is; None where it is none of our letters'."""
    return next(
        (a for a in _readers(session, token) if tokens.is_signed_for(text, secret=secret, person=a)), None
    )


def _readers(session: Session, token: Token) -> Iterable[str]:
    """Return to whom letters went about the task, or the letter about several."""
    if token.purpose is Purpose.REPLY:
        return session.scalars(
            select(ReminderSlot.recipient).where(ReminderSlot.task_id == token.task_id).distinct()
        )
    letters = select(OutgoingMessage.recipient).where(OutgoingMessage.reply_key == token.task_id)
    return session.scalars(letters.distinct())


def actor(session: Session, address: str, task: Task, way: str) -> Actor | None:
    """Return the officer of that address with his own rights; None for who may not work at the task's post.

    An address of two officers is nobody's.
    """
    found = session.scalars(_officers(address)).all()
    by = accounts.actor_of(found[0], way) if len(found) == 1 else None
    return by if by is not None and by.may(Permission.WORK_TASKS, task.post_id) else None


def is_known(session: Session, address: str, tasks: Sequence[Task]) -> bool:
    """Return whether a letter may tell this writer anything: an officer, a contact of the cable, the post itself."""
    if any(folded(task.post.mailbox) == address for task in tasks):
        return True
    contacts = select(ContactRecord.id).where(
        ContactRecord.cable_id.in_({task.cable_id for task in tasks}),
        ContactRecord.confirmed_at.is_not(None),
        func.lower(ContactRecord.email) == address,
    )
    is_officer = session.scalars(_officers(address).limit(1)).first() is not None
    return is_officer or session.scalars(contacts.limit(1)).first() is not None


def _officers(address: str) -> Select[Officer]:
    return select(Officer).where(func.lower(Officer.email) == address, Officer.is_active)
