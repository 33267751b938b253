"""Reads of a cable's page: the cable with all that was found in it, and the tasks it led to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session, joinedload, raiseload

from tracker.errors import NotFound
from tracker.store import loaded
from tracker.store.cables import (
    CableRecord,
    CableVersion,
    ContactRecord,
    EventRecord,
    PaperRecord,
    ProposalRecord,
)
from tracker.store.queries import sight, tasks
from tracker.store.queries.changes import ChangedLine, changed_lines
from tracker.store.tasks import Task
from tracker.store.together import Together

FoundThing = ProposalRecord | ContactRecord | PaperRecord | EventRecord
FOUND: Mapping[str, type[FoundThing]] = {
    "proposals": ProposalRecord,
    "contacts": ContactRecord,
    "papers": PaperRecord,
    "events": EventRecord,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeCable:
    """A cable, the text of its newest version, and the tasks it led to."""

    record: CableRecord
    text: str
    tasks: Sequence[Task]
    changed: tuple[ChangedLine, ...] = ()  # by the newest version


def whole_cable(session: Session, cable_id: int, *, only_posts: Collection[int] | None) -> WholeCable:
    """Return a cable with all that was found in it; with `only_posts`, where it concerns one of them.

    Raise NotFound where there is none that this reader may see.
    """
    found = session.execute(
        select(CableRecord, CableVersion.text)
        .join(
            CableVersion,
            (CableVersion.cable_id == CableRecord.id) & (CableVersion.number == CableRecord.version),
        )
        .where(CableRecord.id == cable_id, *sight.of_cables(only_posts))
        .options(raiseload("*"))
    ).one_or_none()
    if found is None:
        raise NotFound
    record, text = found
    _put_found(session, record)
    made = session.scalars(
        select(Task)
        .where(
            Task.cable_id == cable_id, *tasks.seen_by(None if only_posts is None else frozenset(only_posts))
        )
        .options(joinedload(Task.post), raiseload("*"))
        .order_by(Task.proposal_id, Task.id)  # made in the order of the addressees
    ).all()
    changed = changed_lines(session, cable_id) if record.version > 1 else ()
    return WholeCable(record=record, text=text, tasks=made, changed=changed)


def _put_found(session: Session, record: CableRecord) -> None:
    """Put to a cable what was found in it: proposals in reading order, all else in the order it was kept. One query."""
    rows = _found_in().rows(session.connection(), {"cable": record.id})
    for name, table in FOUND.items():
        taken = [loaded.Parts(session, row).take(table) for row in rows[name]]
        found = [one for one in taken if one is not None]
        for one in found:
            loaded.relate(one, cable=record)
        loaded.relate(record, **{name: sorted(found, key=_place)})


def _place(one: FoundThing) -> int:
    return one.position if isinstance(one, ProposalRecord) else one.id


@cache
def _found_in() -> Together:
    cable: BindParameter[int] = bindparam("cable")
    parts = {
        name: select(*loaded.columns(table)).where(table.cable_id == cable) for name, table in FOUND.items()
    }
    return Together(parts)
