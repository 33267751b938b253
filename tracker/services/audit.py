"""The audit trail: who did what, when, from where, with what outcome, to which objects. Never text of cables.

Every change adds its entry here, inside its own transaction; the store chains it at the commit.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import chain
from tracker.domain.chain import EMPTY, Fault, Head
from tracker.services.installation import Actor
from tracker.store import audit as store
from tracker.store.audit import AuditEntry, AuditHead

DONE, REFUSED = "done", "refused"
LONGEST_WORDS = 120
CHUNK = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries a list shows: all, those whose act has certain words, of one person; older than a number."""

    act: str = ""
    by: str = ""
    before: int | None = None


def add(session: Session, act: str, *, by: Actor, outcome: str = DONE, **objects: int | str | None) -> None:
    """Add an entry: what was done by whom to which objects, named by id or by a word of ours.

    It is written when the transaction ends; its moment is told by the database's own clock.
    """
    told = {
        name: value if isinstance(value, int) else str(value)[:LONGEST_WORDS]
        for name, value in objects.items()
        if value is not None
    }
    values = {
        "by": by.name[:LONGEST_WORDS],
        "officer_id": by.officer_id,
        "way": by.way,
        "source": by.source,
        "act": act[:60],
        "outcome": outcome,
        "objects": told,
    }
    store.gather(session, values)


def head(session: Session) -> Head:
    """Return how many entries there are and the last one's hash: what is to be noted outside."""
    count, last = session.execute(select(AuditHead.count, AuditHead.hash)).one()
    return Head(count=count, hash=last)


def verify(session: Session, anchor: Head = EMPTY) -> Fault | None:
    """Return the first entry that is not as it was written, None where the whole trail holds."""
    in_order = select(AuditEntry).order_by(AuditEntry.number).execution_options(yield_per=CHUNK)
    told = head(session)
    with closing(session.scalars(in_order)) as rows:
        return chain.first_fault((store.link_of(row) for row in rows), told, anchor)


def entries(session: Session, wanted: Wanted, *, limit: int) -> Sequence[AuditEntry]:
    """Return entries, newest first."""
    statement = select(AuditEntry).order_by(AuditEntry.number.desc()).limit(limit)
    for word in wanted.act.split():
        statement = statement.where(AuditEntry.act.icontains(word, autoescape=True))
    if wanted.by:
        statement = statement.where(AuditEntry.by.icontains(wanted.by, autoescape=True))
    if wanted.before is not None:
        statement = statement.where(AuditEntry.number < wanted.before)
    return session.scalars(statement).all()
