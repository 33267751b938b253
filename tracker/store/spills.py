"""The tables of spillage found later: a cable that is locked away, what went with it, and its rows as they were.

What is locked stands in no other table: no list, board, letter, tick or reply can come upon it.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.base import Base

LOCKED, UNLOCKED, PURGED = "locked", "unlocked", "purged"
CABLE, TASK, LETTER, LINE, NOTE, POST = "cable", "task", "letter", "line", "note", "post"  # kinds of things


class LockedCable(Base):
    """A cable that was locked: its number, who did it, and what became of it. No word of its text."""

    __tablename__ = "locked_cables"

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(index=True)  # as it was, and is again when it is unlocked
    number: Mapped[str | None] = mapped_column(String(60))  # canonical; None: the text gave none
    key: Mapped[str | None] = mapped_column(String(80), index=True)  # of its row, where that is no digest
    prints: Mapped[list[Any]]  # keyed digests of its texts, by which the same text is known again
    state: Mapped[str] = mapped_column(String(20))  # locked, unlocked, purged
    received_at: Mapped[datetime]  # when the cable came to the tracker
    locked_at: Mapped[datetime]
    locked_by: Mapped[str] = mapped_column(String(120))
    incident_id: Mapped[int | None] = mapped_column(ForeignKey("spill_incidents.id"))
    notices_lost: Mapped[int] = mapped_column(
        default=0
    )  # withdrawn ones that told of other cables' tasks too
    unlocked_at: Mapped[datetime | None]
    unlocked_by: Mapped[str | None] = mapped_column(String(120))
    purge_asked_at: Mapped[datetime | None]
    purge_asked_by: Mapped[str | None] = mapped_column(String(120))
    purge_asked_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    purged_at: Mapped[datetime | None]
    purged_by: Mapped[str | None] = mapped_column(String(120))
    rewritten_at: Mapped[datetime | None]  # when the database's files were written anew after the purge


class LockedThing(Base):
    """A thing of a locked cable by kind and id, so that mail about it is refused, and lists can be drawn of it.

    A line of a history may be changed or taken away only while it stands here: see the triggers of `task_events`.
    """

    __tablename__ = "locked_things"
    __table_args__ = (Index("ix_locked_things_of", "kind", "thing_id"),)

    lock_id: Mapped[int] = mapped_column(ForeignKey("locked_cables.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    thing_id: Mapped[int] = mapped_column(primary_key=True)


class LockedRow(Base):
    """A row that was taken out of its table, or the columns of one that were blanked, to be put back or destroyed."""

    __tablename__ = "locked_rows"
    __table_args__ = (Index("ix_locked_rows_of", "of_table", "row_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    lock_id: Mapped[int] = mapped_column(ForeignKey("locked_cables.id"), index=True)
    of_table: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[
        int | None
    ]  # of a row that stayed, some of its columns blanked; None: the row was taken out
    data: Mapped[bytes] = mapped_column(LargeBinary)  # JSON of the values
