"""A cable that is found to be classified when it is here already: locked, unlocked, or purged by two people.

To lock takes the cable and all that was made of it out of their tables, in one transaction, so that no
page, letter, tick or reply can come upon it; nobody sees it, whatever the role.
"""

from collections.abc import Collection, Sequence
from typing import Unpack

from sqlalchemy import ColumnElement, case, delete, exists, func, insert, select, update
from sqlalchemy.orm import Session, selectinload

from tracker.domain.access import Permission
from tracker.domain.delivery import MessageState
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import audit, message_states, reminders, spill_door, spill_reach
from tracker.services.installation import Acting, Actor
from tracker.services.spill_reach import Reach
from tracker.store import locking
from tracker.store.cables import CablePost, CableRecord, CableVersion, SpillIncident
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.notices import NoticeRecord
from tracker.store.queries import sight
from tracker.store.spills import (
    CABLE,
    LETTER,
    LINE,
    LOCKED,
    NOTE,
    POST,
    PURGED,
    TASK,
    UNLOCKED,
    LockedCable,
    LockedThing,
)
from tracker.store.tasks import Task, TaskEvent
from tracker.texts import _

WITHHELD = "withheld: its cable is locked"
AWAY = locking.AWAY
FOUND_LATER = "found later"  # how its incident came in


def find(session: Session, words: str) -> list[int]:
    """Return the cable that is named by its number, with all its sections, or by its id here.

    Raise NotFound where there is none, and Invalid where several years have one of that number.
    """
    said = " ".join(words.upper().split())
    if said.isdigit():
        named: ColumnElement[bool] = CableRecord.id == int(said[:18])
    else:
        squeezed = said.replace(" ", "")
        named = (CableRecord.canonical_id == squeezed) | (func.upper(CableRecord.mrn) == said)
    found = session.execute(select(CableRecord.id, CableRecord.canonical_id).where(named)).all()
    if not found:
        raise NotFound(_("There is no cable of that number here."))
    if len({row.canonical_id for row in found}) > 1:
        numbers = ", ".join(sorted(row.canonical_id or str(row.id) for row in found))
        raise Invalid({"number": _("Several have that number. Write which: %(numbers)s.", numbers=numbers)})
    return sorted(row.id for row in found)


def lock(session: Session, cable_id: int, **act: Unpack[Acting]) -> LockedCable:
    """Hide the cable and all that was made of it from everybody; letters that wait are cancelled.

    Raise NotFound where there is no such cable, or the actor may not see it.
    """
    by = act["by"]
    if not by.may_somewhere(Permission.LOCK_CABLES):
        raise Forbidden
    _await_notices(session)
    record = session.get(CableRecord, cable_id, with_for_update=True, populate_existing=True)
    if record is None or not _may_see(session, cable_id, by):
        raise NotFound
    return _lock(session, record, act)


def lock_whole(session: Session, cable_id: int, **act: Unpack[Acting]) -> LockedCable:
    """Lock the cable with all sections of its number, also those that name no post; return the lock of the one."""
    locked = lock(session, cable_id, **act)
    if locked.number is not None:
        rest = select(CableRecord).where(CableRecord.canonical_id == locked.number).order_by(CableRecord.id)
        for section in session.scalars(rest.with_for_update()).all():
            _lock(session, section, act)
    return locked


def _lock(session: Session, record: CableRecord, act: Acting) -> LockedCable:
    cable_id, by = record.id, act["by"]
    owed = select(Task.id).where(Task.cable_id == cable_id).order_by(Task.id).with_for_update()
    task_ids = session.scalars(owed).all()
    found = spill_reach.reach(session, record, task_ids)
    lost, owing = _withdraw(session, found, task_ids, act)
    locked = _entered(session, record, lost, act)
    _hide(session, locked, found, task_ids)
    session.expire_all()
    _plan_again(session, owing, act)
    told = {"cable": cable_id, "lock": locked.id, "incident": locked.incident_id, "tasks": len(task_ids)}
    audit.add(session, "cable locked", by=by, outcome=audit.DONE, **told)
    return locked


def _await_notices(session: Session) -> None:
    """Wait until notices that are being written out are letters; a tick passes over those that wait still."""
    waiting = select(NoticeRecord.id).where(NoticeRecord.message_id.is_(None)).order_by(NoticeRecord.id)
    session.execute(waiting.with_for_update()).all()


def _may_see(session: Session, cable_id: int, by: Actor) -> bool:
    """Return whether the cable concerns the posts at which the actor may lock."""
    return sight.is_seen(session, cable_id, by.posts_where(Permission.LOCK_CABLES))


def _withdraw(session: Session, found: Reach, task_ids: Collection[int], act: Acting) -> tuple[int, set[int]]:
    """Cancel the letters that have not gone; return how many notices told others too, and what is to be planned again.

    A reminder that did not go has no slot any more: of a task of another cable it is written again.
    """
    lost, owing = 0, set[int]()
    waiting = (
        select(OutgoingMessage)
        .where(OutgoingMessage.id.in_(found.letters), OutgoingMessage.state == MessageState.WAITING)
        .options(selectinload(OutgoingMessage.slots), selectinload(OutgoingMessage.tries))
        .order_by(OutgoingMessage.id)
        .with_for_update()
    )
    for message in session.scalars(waiting):
        message_states.cancel(message, WITHHELD, act["now"])
        others = {slot.task_id for slot in message.slots} - set(task_ids)
        if message.kind != message_states.KIND:
            lost += bool(others)
            continue
        owing |= others
        session.execute(delete(ReminderSlot).where(ReminderSlot.message_id == message.id))
    session.flush()
    return lost, owing


def _entered(session: Session, record: CableRecord, lost: int, act: Acting) -> LockedCable:
    digests = select(CableVersion.digest).where(CableVersion.cable_id == record.id)
    settings = act["installation"].settings
    locked = LockedCable(
        cable_id=record.id,
        number=record.canonical_id,
        key=None if record.canonical_id is None else record.key,
        prints=[spill_door.print_of(one, settings) for one in session.scalars(digests)],
        state=LOCKED,
        received_at=record.received_at,
        locked_at=act["now"],
        locked_by=act["by"].name,
        incident_id=_incident(session, act).id,
        notices_lost=lost,
    )
    session.add(locked)
    session.flush()
    return locked


def _incident(session: Session, act: Acting) -> SpillIncident:
    """Add the incident of a text that was found later: no door refused it, so no line is named."""
    by = act["by"]
    incident = SpillIncident(at=act["now"], way_in=FOUND_LATER, by=by.name, marks=[], size=0)
    session.add(incident)
    session.flush()
    return incident


def _hide(session: Session, locked: LockedCable, found: Reach, task_ids: Sequence[int]) -> None:
    own_lines = session.scalars(select(TaskEvent.id).where(TaskEvent.task_id.in_(task_ids))).all()
    posts = session.scalars(select(CablePost.post_id).where(CablePost.cable_id == locked.cable_id)).all()
    posts_owing = session.scalars(select(Task.post_id).where(Task.id.in_(task_ids))).all()
    things = {
        CABLE: {locked.cable_id},
        TASK: set(task_ids),
        LETTER: found.letters,
        LINE: found.lines | set(own_lines),
        NOTE: found.notes,
        POST: {*posts, *posts_owing},
    }
    rows = [
        {"lock_id": locked.id, "kind": kind, "thing_id": one} for kind, ids in things.items() for one in ids
    ]
    session.execute(insert(LockedThing), rows)
    for letter in sorted(found.letters):
        locking.blank(session, locked.id, "outgoing_messages", letter)
    for line in sorted(found.lines):
        locking.blank(session, locked.id, "task_events", line)
    for task in sorted(found.notes):
        locking.blank(session, locked.id, "tasks", task)
    seeds = {"cables": [locked.cable_id], "notices": found.notices, "incoming_messages": found.mails}
    locking.take_out(session, locked.id, locking.belonging(session, seeds))
    _close_lines(session, locked.id, but=found.lines)


def _close_lines(session: Session, lock_id: int, *, but: Collection[int] = ()) -> None:
    """Let no line be taken away any more that stands in a history by such an id: but those that are to come back."""
    lines = delete(LockedThing).where(LockedThing.lock_id == lock_id, LockedThing.kind == LINE)
    session.execute(lines.where(LockedThing.thing_id.not_in(but)))


def _plan_again(session: Session, task_ids: Collection[int], act: Acting) -> None:
    tasks = session.scalars(select(Task).where(Task.id.in_(task_ids)).order_by(Task.id)).all()
    if tasks:
        reminders.refresh_all(session, tasks, now=act["now"], installation=act["installation"])


def unlock(session: Session, lock_id: int, **act: Unpack[Acting]) -> LockedCable:
    """Put the cable and all that was made of it back: it was no spill. Its reminders are planned again from now on.

    Raise Conflict where it is not locked any more.
    """
    locked = held(session, lock_id, act["by"])
    locking.put_back(session, lock_id)
    _send_on(session, lock_id)
    session.execute(delete(LockedThing).where(LockedThing.lock_id == lock_id))
    locked.state, locked.unlocked_at, locked.unlocked_by = UNLOCKED, act["now"], act["by"].name
    locked.purge_asked_at = locked.purge_asked_by = locked.purge_asked_id = None
    session.flush()
    session.expire_all()
    _plan_again(session, session.scalars(select(Task.id).where(Task.cable_id == locked.cable_id)).all(), act)
    audit.add(session, "cable unlocked", by=act["by"], cable=locked.cable_id, lock=lock_id)
    return locked


def _send_on(session: Session, lock_id: int) -> None:
    """Let the notices go that the lock had stopped before anybody spoke them; reminders are written anew."""
    letters = select(LockedThing.thing_id).where(LockedThing.lock_id == lock_id, LockedThing.kind == LETTER)
    session.execute(
        update(OutgoingMessage)
        .where(OutgoingMessage.id.in_(letters), OutgoingMessage.kind != message_states.KIND)
        .where(OutgoingMessage.state == MessageState.CANCELLED, OutgoingMessage.error == WITHHELD)
        .where(OutgoingMessage.attempts == 0, OutgoingMessage.subject != AWAY)
        .values(state=MessageState.WAITING, error=None),
        execution_options={"synchronize_session": False},
    )


def ask_purge(session: Session, lock_id: int, **act: Unpack[Acting]) -> LockedCable:
    """Ask that the texts be destroyed: another person must confirm it. Again is the same.

    Raise Forbidden for who is no person, such as the command line without a name.
    """
    by = act["by"]
    locked = held(session, lock_id, by)
    if by.officer_id is None:
        raise Forbidden
    if locked.purge_asked_at is None:
        locked.purge_asked_at, locked.purge_asked_by = act["now"], by.name
        locked.purge_asked_id = by.officer_id
        audit.add(session, "purge asked for", by=by, cable=locked.cable_id, lock=lock_id)
    session.flush()
    return locked


def withdraw_purge(session: Session, lock_id: int, **act: Unpack[Acting]) -> LockedCable:
    """Take back that the texts be destroyed."""
    locked = held(session, lock_id, act["by"])
    if locked.purge_asked_at is not None:
        locked.purge_asked_at = locked.purge_asked_by = locked.purge_asked_id = None
        audit.add(session, "purge taken back", by=act["by"], cable=locked.cable_id, lock=lock_id)
    session.flush()
    return locked


def purge(session: Session, lock_id: int, **act: Unpack[Acting]) -> LockedCable:
    """Destroy the texts, as a second person confirms; the lock's own row, ids and the audit trail stay.

    The database's files hold them until `store.erasing.rewrite` has run. Raise Conflict where nobody
    has asked for it, or the same person has.
    """
    by = act["by"]
    locked = held(session, lock_id, by)
    if locked.purge_asked_id is None:
        raise Conflict(_("Nobody has asked for this purge. Ask for it; another person confirms it."))
    if by.officer_id is None or by.officer_id == locked.purge_asked_id:
        raise Conflict(_("Another person must confirm this purge than the one who asked for it."))
    count = locking.destroy(session, lock_id)
    _close_lines(session, lock_id)
    locked.state, locked.purged_at, locked.purged_by = PURGED, act["now"], by.name
    audit.add(session, "cable purged", by=by, cable=locked.cable_id, lock=lock_id, rows=count)
    session.flush()
    return locked


def rewritten(session: Session, **act: Unpack[Acting]) -> None:
    """Note that the database's files were written anew after every purge there was."""
    if not act["by"].may_somewhere(Permission.SETTLE_SPILLS):
        raise Forbidden
    waiting = select(LockedCable).where(LockedCable.state == PURGED, LockedCable.rewritten_at.is_(None))
    for locked in session.scalars(waiting.with_for_update()):
        locked.rewritten_at = act["now"]
        audit.add(session, "files written anew", by=act["by"], cable=locked.cable_id, lock=locked.id)


def held(session: Session, lock_id: int, by: Actor) -> LockedCable:
    """Return a lock that holds, its row locked, for who may settle it."""
    if not by.may_somewhere(Permission.SETTLE_SPILLS):
        raise Forbidden
    locked = session.get(LockedCable, lock_id, with_for_update=True, populate_existing=True)
    if locked is None or not _is_his(session, locked, by):
        raise NotFound
    if locked.state != LOCKED:
        raise Conflict(_("This cable is %(state)s already.", state=_state(locked)))
    return locked


def _state(locked: LockedCable) -> str:
    return _("purged") if locked.state == PURGED else _("unlocked")


def listed(session: Session, by: Actor) -> list[LockedCable]:
    """Return the locks that the actor may settle, newest first."""
    found = select(LockedCable).where(*_his(by)).order_by(LockedCable.id.desc())
    return list(session.scalars(found))


def lock_of(session: Session, lock_id: int, by: Actor) -> LockedCable:
    """Return a lock that the actor may settle, to look at."""
    locked = session.scalar(select(LockedCable).where(LockedCable.id == lock_id, *_his(by)))
    if locked is None:
        raise NotFound
    return locked


def _is_his(session: Session, locked: LockedCable, by: Actor) -> bool:
    """Return whether the cable concerned the posts at which the actor settles spills."""
    wanted = select(LockedCable.id).where(LockedCable.id == locked.id, *_his(by))
    return session.scalar(wanted) is not None


def _his(by: Actor) -> list[ColumnElement[bool]]:
    """Return the conditions that keep an actor to locks of what concerned the posts at which he settles spills."""
    posts = by.posts_where(Permission.SETTLE_SPILLS)
    if posts is None:
        return []
    concerned = exists().where(
        LockedThing.lock_id == LockedCable.id, LockedThing.kind == POST, LockedThing.thing_id.in_(posts)
    )
    seen = LockedCable.cable_id.in_(select(CableRecord.id).where(*sight.of_cables(posts)))
    return [case((LockedCable.state == UNLOCKED, seen), else_=concerned)]
