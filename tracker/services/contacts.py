"""Points of contact that a cable names: letters go to one only once a person has confirmed the address."""

from collections.abc import Sequence
from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.errors import Invalid, NotFound
from tracker.services import audit, change_letters, history, holders, reminders, review
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor
from tracker.services.posts import checked_address
from tracker.store.cables import ContactRecord
from tracker.store.tasks import Task


def confirm(
    session: Session, contact_id: int, *, email: str | None = None, **act: Unpack[Acting]
) -> ContactRecord:
    """Let letters go to a point of contact, at `email` where the cable's address must be mended."""
    contact = _contact(session, contact_id, act["by"])
    address = email or contact.email
    if not address:
        raise Invalid({"email": "The cable gives no mail address for this contact. Write one."})
    contact.email = checked_address(address)
    contact.confirmed_by, contact.confirmed_at = act["by"].name, act["now"]
    audit.add(session, "contact confirmed", by=act["by"], contact=contact.id, cable=contact.cable_id)
    _replan(session, contact.cable_id, f"Letters may go to {contact.email}.", act)
    return contact


def unconfirm(session: Session, contact_id: int, **act: Unpack[Acting]) -> ContactRecord:
    """Let no more letters go to a point of contact."""
    return withdraw(session, _contact(session, contact_id, act["by"]), act)


def withdraw(session: Session, contact: ContactRecord, act: Acting) -> ContactRecord:
    """Let no more letters go to the contact but one, which clears his calendar. Whoever calls has asked whether that may be."""
    contact.confirmed_by = contact.confirmed_at = None
    audit.add(session, "contact withdrawn", by=act["by"], contact=contact.id, cable=contact.cable_id)
    tasks = _replan(session, contact.cable_id, f"No more letters go to {contact.email}.", act)
    person = holders.of_contact(contact)
    told = [one for task in tasks for one in change_letters.left(session, [(task, person)], task.owner, act)]
    change_letters.write(session, told, None, act)
    return contact


def _replan(session: Session, cable_id: int, note: str, act: Acting) -> Sequence[Task]:
    """Plan the letters of the cable's open tasks anew and return them; the line makes a plan worked out before stale."""
    open_tasks = select(Task).where(Task.cable_id == cable_id, Task.closed_at.is_(None))
    tasks = session.scalars(open_tasks.order_by(Task.id).with_for_update()).all()
    for task in tasks:
        history.add(session, task, Line(kind="contact", note=note), act)
    reminders.refresh_all(session, tasks, now=act["now"], installation=act["installation"])
    session.flush()
    return tasks


def _contact(session: Session, contact_id: int, by: Actor) -> ContactRecord:
    contact = session.get(ContactRecord, contact_id, with_for_update=True)
    if contact is None or not review.may_decide(session, contact.cable_id, by):
        raise NotFound
    return contact
