"""The table of the audit trail, and the one place that writes it: at the end of each transaction.

Entries are gathered while a transaction runs and chained just before its commit, under a lock on the
head. So the head is the last row that any transaction locks, for a moment only; and an act whose
entry cannot be written is not done. A savepoint that is given up keeps its entries: none is used here.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String, event, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.domain import chain
from tracker.domain.chain import Entry, Head, Link
from tracker.store.base import Base, real_epoch

WAITING = "audit entries that wait for the commit"


class AuditEntry(Base):
    """One line of the audit trail. The database refuses to change or delete it."""

    __tablename__ = "audit_entries"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]  # on the database's own clock, which nobody can set
    by: Mapped[str] = mapped_column(String(120))
    officer_id: Mapped[int | None] = mapped_column(index=True)
    way: Mapped[str] = mapped_column(String(20))  # page, command, mail, api, clock
    source: Mapped[str | None] = mapped_column(String(64))  # the address it came from
    act: Mapped[str] = mapped_column(String(60), index=True)
    outcome: Mapped[str] = mapped_column(String(20))  # done, refused
    objects: Mapped[dict[str, Any]]  # ids and words of ours; never text of a cable
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """The one row that tells how many entries there are and the last one's hash."""

    __tablename__ = "audit_heads"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))


def gather(session: Session, values: dict[str, Any]) -> None:
    """Keep an entry for the end of the transaction: all of a row but number, moment and hashes."""
    session.info.setdefault(WAITING, []).append(values)


def link_of(row: AuditEntry) -> Link:
    """Return a row as a link of the chain."""
    entry = Entry(
        number=row.number,
        at=row.at,
        by=row.by,
        officer_id=row.officer_id,
        way=row.way,
        source=row.source,
        act=row.act,
        outcome=row.outcome,
        objects=row.objects,
    )
    return Link(entry=entry, previous=row.previous, hash=row.hash)


@event.listens_for(Session, "before_commit")
def _chain(session: Session) -> None:
    """Write what was gathered: lock the head, chain the entries to it, move it on."""
    waiting: list[dict[str, Any]] = session.info.get(WAITING, [])
    if not waiting or session.in_nested_transaction():
        return
    session.flush()
    del session.info[WAITING]
    locked = select(AuditHead.count, AuditHead.hash, real_epoch()).with_for_update(of=AuditHead)
    count, last, epoch = session.execute(locked).one()
    at, rows = datetime.fromtimestamp(epoch, UTC), []
    for number, values in enumerate(waiting, count + 1):
        link = chain.linked(Entry(number=number, at=at, **values), last)
        rows.append({"number": number, "at": at, **values, "previous": last, "hash": link.hash})
        last = link.hash
    session.execute(insert(AuditEntry), rows)
    moved = Head(count=count + len(rows), hash=last)
    session.execute(update(AuditHead).values(count=moved.count, hash=moved.hash))


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    """Forget what was gathered: it did not happen."""
    session.info.pop(WAITING, None)
