"""A reply that came by mail: it stands in the task's history, and with it its writer has confirmed the letter.

What it says is for a person to read: nothing else of the task changes.
"""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain import tokens
from tracker.domain.access import Grant, Role
from tracker.services import edits
from tracker.services.clocks import folded
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor, Installation
from tracker.store.base import real_epoch
from tracker.store.people import Officer
from tracker.store.tasks import Task

WAY = "mail"
KIND = "answered"  # of the history line


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
