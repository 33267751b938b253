"""Who saw a locked cable and what carried it: from the audit trail and the outbox, which keep ids and no text."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from tracker.clock import print_moment
from tracker.domain import access
from tracker.domain.access import Grant, Permission
from tracker.services import accounts
from tracker.services.audit import CHUNK
from tracker.services.message_states import Say, state_words, utc_words
from tracker.store.audit import AuditEntry
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer
from tracker.store.spills import LETTER, POST, TASK, UNLOCKED, LockedCable, LockedThing

OPENED, DOWNLOADED, LOCK_ACT = ("cable opened", "task opened"), "downloaded", "cable locked"
READS = (Permission.READ_CABLES, Permission.READ_TASKS, Permission.REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the audit trail about the cable: `is_list` where the file was of many tasks, perhaps of its own."""

    number: int
    at: datetime
    by: str
    way: str
    source: str | None
    act: str
    objects: dict[str, Any]
    is_read: bool
    is_list: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that carried words of the cable, or was to; `has_gone` also where nobody knows."""

    recipient: str
    message_id: str
    words: str
    sent_at: datetime | None
    has_gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """All that is known: who opened it or took files, who worked on it, letters, and who could have read it.

    An unlock forgets what the cable had been found in: `is_whole` says that the letters and readers are still known.
    """

    is_whole: bool
    entries: tuple[Entry, ...]
    letters: tuple[Letter, ...]
    could_read: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the trail as the command line prints it."""
        return {
            "is_whole": self.is_whole,
            "entries": [
                {
                    "number": one.number,
                    "at": print_moment(one.at),
                    "by": one.by,
                    "way": one.way,
                    "source": one.source,
                    "act": one.act,
                    "objects": one.objects,
                    "may_hold_it": one.is_list,
                }
                for one in self.entries
            ],
            "letters": [
                {
                    "to": one.recipient,
                    "message_id": one.message_id,
                    "sent_at": print_moment(one.sent_at) if one.sent_at else None,
                    "has_gone": one.has_gone,
                    "words": one.words,
                }
                for one in self.letters
            ],
            "could_read": list(self.could_read),
        }


def trail(session: Session, locked: LockedCable, say: Say = utc_words) -> Trail:
    """Return who saw the cable and what carried it. `say` writes moments."""
    things = select(LockedThing.kind, LockedThing.thing_id).where(LockedThing.lock_id == locked.id)
    ids: dict[str, set[int]] = {TASK: set(), LETTER: set(), POST: set()}
    for kind, thing_id in session.execute(things):
        ids.setdefault(kind, set()).add(thing_id)
    return Trail(
        is_whole=locked.state != UNLOCKED,
        entries=tuple(_entries(session, locked, ids[TASK])),
        letters=tuple(_letters(session, ids[LETTER], say)),
        could_read=tuple(_could_read(session, ids[POST])),
    )


def _entries(session: Session, locked: LockedCable, tasks: set[int]) -> Iterator[Entry]:
    """Return what was done with the cable and its tasks, and the files of whole lists that were taken meanwhile."""
    in_order = select(AuditEntry).order_by(AuditEntry.number).execution_options(yield_per=CHUNK)
    is_here = False
    with closing(session.scalars(in_order)) as rows:
        for row in rows:
            is_of_it = _is_of(row.objects, locked.cable_id, tasks)
            is_here = is_here or is_of_it
            is_list = is_here and row.act == DOWNLOADED and not _names_one(row.objects)
            if is_of_it or is_list:
                yield _entry(row, is_list=is_list)
            if row.act == LOCK_ACT and row.objects.get("lock") == locked.id:
                is_here = False


def _is_of(objects: dict[str, Any], cable_id: int, tasks: set[int]) -> bool:
    cables = {objects.get("cable"), objects.get("cable_id")}
    return cable_id in cables or not tasks.isdisjoint({objects.get("task"), objects.get("task_id")})


def _names_one(objects: dict[str, Any]) -> bool:
    return "cable_id" in objects or "task_id" in objects


def _entry(row: AuditEntry, *, is_list: bool) -> Entry:
    return Entry(
        number=row.number,
        at=row.at,
        by=row.by,
        way=row.way,
        source=row.source,
        act=row.act,
        objects=row.objects,
        is_read=row.act in (*OPENED, DOWNLOADED),
        is_list=is_list,
    )


def _letters(session: Session, ids: Iterable[int], say: Say) -> Iterator[Letter]:
    wanted = select(OutgoingMessage).where(OutgoingMessage.id.in_(ids)).order_by(OutgoingMessage.id)
    for row in session.scalars(wanted.options(selectinload(OutgoingMessage.tries))):
        yield Letter(
            recipient=row.recipient,
            message_id=row.message_id,
            words=state_words(row, say),
            sent_at=row.sent_at,
            has_gone=row.sent_at is not None or row.is_doubtful,
        )


def _could_read(session: Session, posts: set[int]) -> Iterator[str]:
    """Return the officers whose roles, as they are now, let them read what concerned these posts."""
    officers = select(Officer).where(Officer.is_active).order_by(Officer.name, Officer.id)
    for officer in session.scalars(officers):
        if _may_read(accounts.grants_of(officer), posts):
            yield officer.name


def _may_read(grants: tuple[Grant, ...], posts: set[int]) -> bool:
    where = [access.posts_where(grants, permission) for permission in READS]
    return any(one is None or not posts.isdisjoint(one) for one in where)
