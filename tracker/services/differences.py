"""A newer version of a cable beside what was decided on the older ones.

A decision whose sentence and date stand unchanged is carried over. What is new waits for a person;
a task whose sentence is gone keeps going and says so.
"""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Verdict
from tracker.services import history
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.base import Base
from tracker.store.cables import CableRecord, ContactRecord, EventRecord, PaperRecord, ProposalRecord
from tracker.store.tasks import Task

_Sense = tuple[object, ...]


def replace_proposals(
    session: Session, record: CableRecord, fresh: Sequence[ProposalRecord], act: Acting
) -> None:
    """Make `fresh` the proposals of the present version; keep what was decided on equal ones."""
    older = session.scalars(
        select(ProposalRecord).where(
            ProposalRecord.cable_id == record.id, ProposalRecord.verdict != Verdict.SUPERSEDED
        )
    ).all()
    decided = {_sense(row): row for row in older if row.verdict != Verdict.WAITING}
    for row in older:
        if row.verdict == Verdict.WAITING:
            row.verdict = Verdict.SUPERSEDED
    carried: set[int] = set()
    for row in fresh:
        known = decided.pop(_sense(row), None)
        if known is None:
            session.add(row)
            continue
        known.version, known.position, known.spans = row.version, row.position, row.spans
        known.paragraph = row.paragraph
        carried.add(known.id)
    _mark_tasks(session, record, carried, act)


def _sense(row: ProposalRecord) -> _Sense:
    return (row.quote, row.due_on, row.due_time, row.due_zone)


def _mark_tasks(session: Session, record: CableRecord, carried: set[int], act: Acting) -> None:
    tasks = session.scalars(select(Task).where(Task.cable_id == record.id).with_for_update())
    for task in tasks:
        stands = task.proposal_id in carried
        if stands == task.sentence_stands:
            continue
        task.sentence_stands = stands
        has = "has" if stands else "no longer has"
        line = Line(
            kind="new version",
            before={"sentence_stands": not stands},
            after={"sentence_stands": stands},
            note=f"Version {record.version} of the cable {has} this sentence.",
        )
        history.add(session, task, line, act)


def replace_found(session: Session, record: CableRecord, fresh: Sequence[Base]) -> None:
    """Make `fresh` the contacts, papers and events; a contact that was confirmed stays confirmed."""
    for table in (PaperRecord, EventRecord):
        session.execute(delete(table).where(table.cable_id == record.id))
    older = session.scalars(select(ContactRecord).where(ContactRecord.cable_id == record.id)).all()
    confirmed = {row.email: row for row in older if row.confirmed_at is not None}
    for row in older:
        if row.confirmed_at is None:
            session.delete(row)
        else:
            row.spans = []  # until the new text names the address again
    for found in fresh:
        known = confirmed.get(found.email) if isinstance(found, ContactRecord) else None
        if known is not None and isinstance(found, ContactRecord):
            known.quote, known.spans = found.quote, found.spans
        else:
            session.add(found)
