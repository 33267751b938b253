"""A reply that came by mail: which letter it answers, whose it is, and who has read it.

It stands on its task, and with it its writer has confirmed the letter. What it commands, `replies` does;
the rest is for a person, who ticks it off.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain import tokens
from tracker.domain.access import Grant, Permission, Role
from tracker.domain.bounces import Incoming
from tracker.domain.tokens import Purpose, Token
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services import audit, edits, other_writers
from tracker.services.clocks import folded
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor, Installation
from tracker.settings import Settings
from tracker.store.base import real_epoch
from tracker.store.inbox import HELD, READ, IncomingMessage
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer
from tracker.store.tasks import Task
from tracker.texts import _

WAY = "mail"
REPLIES = (Purpose.REPLY, Purpose.REPLY_TO_SEVERAL)
NOT_VOUCHED = "No server of ours vouches for its sender, so it does nothing."
NOBODY_VOUCHES = "No server is set that vouches for senders, so it does nothing."
OTHER_AUTHOR = "Its From is not the address it was sent from, so it does nothing."
KIND, ATTACHED, TICKED_OFF = "answered", "mail put here", "reply read"  # of the history lines
ABOUT_SEVERAL = "mail about several"  # it names no number of the letter: it may be about this task


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The letter that a reply is about: its tasks in the order of their numbers, and whose reply it is."""

    task_ids: tuple[int, ...]
    person: str
    address: str  # that the reply came to
    doubt: str | None = None  # why what it commands is not done; None: it is
    is_forged: bool = False  # perhaps: then nobody has confirmed the letter with it
    letter_to: str | None = None  # whose letter it is, where another writes than its reader


def letter_answered(
    session: Session, mail: Incoming, recipient: str, *, now: datetime, installation: Installation
) -> Answered | None:
    """Return what a person's reply is about; None where the address is no letter's of ours."""
    settings = installation.settings
    text = tokens.in_address(recipient, domain=settings.reply_domain)
    token = tokens.read(text) if text else None
    if text is None or token is None or token.purpose not in REPLIES or token.until < now.date():
        return None
    person, doubt, is_forged = _person(mail, settings)
    is_own = tokens.is_signed_for(text, secret=settings.secret_key, person=person)
    reader = folded(person) if is_own else other_writers.reader_of(session, text, token, settings.secret_key)
    task_ids = _tasks(session, token, reader) if reader else ()
    if not task_ids:
        return None
    return Answered(
        task_ids=task_ids,
        person=folded(person),
        address=recipient,
        doubt=doubt,
        is_forged=is_forged,
        letter_to=None if is_own else reader,
    )


def _person(mail: Incoming, settings: Settings) -> tuple[str, str | None, bool]:
    """Return whose mail it is, why its commands are not done, and whether it may be forged."""
    if settings.vouching_server:
        return (mail.author, None, False) if mail.is_vouched else (mail.sender, NOT_VOUCHED, True)
    if not settings.replies_act:
        return mail.sender, NOBODY_VOUCHES, False
    if folded(mail.author) != folded(mail.sender):
        return mail.sender, OTHER_AUTHOR, True
    return mail.sender, None, False


def _tasks(session: Session, token: Token, person: str) -> tuple[int, ...]:
    """Return the tasks of the letter, by their numbers in it; none where there is no such letter to this person."""
    if token.purpose is Purpose.REPLY:
        return (token.task_id,) if session.get(Task, token.task_id) is not None else ()
    letters = select(OutgoingMessage.numbered).where(
        OutgoingMessage.reply_key == token.task_id,
        OutgoingMessage.recipient == person,
        OutgoingMessage.numbered.is_not(None),
    )
    return tuple(session.scalars(letters.order_by(OutgoingMessage.id).limit(1)).first() or ())


def note(
    session: Session,
    task: Task,
    sender: str,
    line: Line | None = None,
    *,
    now: datetime,
    installation: Installation,
) -> None:
    """Write a line about the sender's mail into the task's history: that he has answered, unless told another."""
    held = session.get_one(Task, task.id, with_for_update=True, populate_existing=True)
    name = held.post.name if folded(held.post.mailbox) == folded(sender) else None
    act = Acting(by=writer(session, held, sender, name), now=now, installation=installation)
    edits.finish(session, held, line or Line(kind=KIND), act)


def tick_off(session: Session, message_id: int, **act: Unpack[Acting]) -> IncomingMessage:
    """Note that a held mail has been read; again is the same. A mail on no task is for who sees all mail.

    Raise NotFound, in the same words whether there is such a mail or not, for whom it is not to be seen by.
    """
    mail = _held(session, message_id)
    try:
        task = edits.hold(session, mail.task_id, Permission.WORK_TASKS, None, act) if mail.task_id else None
    except NotFound:
        raise NotFound from None
    if task is None and act["by"].posts_where(Permission.SEE_MAIL) is not None:
        raise NotFound
    if mail.state == READ:
        return mail
    mail.state, mail.read_by, mail.read_at = READ, act["by"].name, act["now"]
    if task is None:
        audit.add(session, "mail read", by=act["by"], mail=mail.id)
    else:
        edits.finish(session, task, Line(kind=TICKED_OFF), act)
    session.flush()
    return mail


def attach(session: Session, message_id: int, *, task_id: int | None, **act: Unpack[Acting]) -> Task:
    """Put a held mail that stands on no task on one, where it waits to be read; nothing else changes."""
    if act["by"].posts_where(Permission.SEE_MAIL) is not None:
        raise NotFound
    mail = _held(session, message_id)
    if task_id is None:
        raise Invalid({"task_id": _("Write the number of the task: it stands in its heading.")})
    if mail.task_id is not None:
        raise Conflict(_("This mail stands on task %(task_id)s already.", task_id=mail.task_id))
    task = edits.hold(session, task_id, Permission.WORK_TASKS, None, act)
    mail.task_id = task.id
    return edits.finish(
        session, task, Line(kind=ATTACHED, after={"from": mail.sender or "nobody named"}), act
    )


def _held(session: Session, message_id: int) -> IncomingMessage:
    """Return a mail whose text is kept, locked."""
    mail = session.get(IncomingMessage, message_id, with_for_update=True, populate_existing=True)
    if mail is None or mail.state not in (HELD, READ):
        raise NotFound
    return mail


def writer(session: Session, task: Task, address: str, name: str | None = None) -> Actor:
    """Return who stands behind a letter's address, with no more rights than the letter gives."""
    officer = session.scalar(
        select(Officer).where(func.lower(Officer.email) == folded(address), Officer.is_active).limit(1)
    )
    if officer is not None:  # an answer is a sign of life
        officer.seen_epoch = session.scalars(select(real_epoch())).one()
    return Actor(
        name=officer.name if officer else name or address,
        way=WAY,
        officer_id=officer.id if officer else None,
        grants=(Grant(role=Role.POST_STAFF, post_id=task.post_id),),
        address=folded(address),
    )
