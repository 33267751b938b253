"""A reply that came by mail: it stands on its task, and with it its writer has confirmed the letter.

What it says is for a person to read, who then ticks it off: nothing else of the task changes.
"""

from datetime import datetime
from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain import tokens
from tracker.domain.access import Grant, Permission, Role
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services import audit, edits
from tracker.services.clocks import folded
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor, Installation
from tracker.store.base import real_epoch
from tracker.store.inbox import HELD, READ, IncomingMessage
from tracker.store.people import Officer
from tracker.store.tasks import Task

WAY = "mail"
KIND, ATTACHED, TICKED_OFF = "answered", "mail put here", "reply read"  # of the history lines


def task_answered(
    session: Session, sender: str, recipient: str, *, now: datetime, installation: Installation
) -> Task | None:
    """Return the task that a reply is about; None where the address is no letter's, or not this sender's."""
    settings = installation.settings
    text = tokens.in_address(recipient, domain=settings.reply_domain)
    token = tokens.read(text) if text else None
    if text is None or token is None or token.purpose is not tokens.Purpose.REPLY or token.until < now.date():
        return None
    if not tokens.is_signed_for(text, secret=settings.secret_key, person=sender):
        return None
    return session.get(Task, token.task_id)


def note(session: Session, task: Task, sender: str, *, now: datetime, installation: Installation) -> None:
    """Write into the task's history that the sender has answered."""
    held = session.get_one(Task, task.id, with_for_update=True, populate_existing=True)
    name = held.post.name if folded(held.post.mailbox) == folded(sender) else None
    act = Acting(by=writer(session, held, sender, name), now=now, installation=installation)
    edits.finish(session, held, Line(kind=KIND), act)


def tick_off(session: Session, message_id: int, **act: Unpack[Acting]) -> IncomingMessage:
    """Note that a held mail has been read; again is the same. A mail on no task is for who sees all mail."""
    mail = _held(session, message_id)
    task = edits.hold(session, mail.task_id, Permission.WORK_TASKS, None, act) if mail.task_id else None
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
        raise Invalid({"task_id": "Write the number of the task: it stands in its heading."})
    if mail.task_id is not None:
        raise Conflict(f"This mail stands on task {mail.task_id} already.")
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
    )
