"""The table of mail that came in: what it was taken for, and what waits for a person."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.base import Base

HELD, READ = "held", "read"  # waits for a person; a person has ticked it off


class IncomingMessage(Base):
    """One mail that arrived. States: taken (it changed a letter), skipped (it changes nothing), held, read.

    A reply that was booked, and says no more than that, is read: by the tracker.

    Of a held mail the beginning of its text is kept, so that a person can decide, and stays when it is
    read; of others none. A reply to a letter about a task, and a mail that a person put there, has a task.
    """

    __tablename__ = "incoming_messages"
    __table_args__ = (
        Index("ix_incoming_messages_state", "state", "id"),
        Index("ix_incoming_messages_task", "task_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    received_at: Mapped[datetime]
    sender: Mapped[str] = mapped_column(String(254))
    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(30))
    state: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"))
    read_by: Mapped[str | None] = mapped_column(String(120))  # who ticked it off
    read_at: Mapped[datetime | None]
    answer_key: Mapped[str | None] = mapped_column(
        String(64), unique=True
    )  # of one reply, however it travelled
    outgoing_id: Mapped[int | None] = mapped_column(ForeignKey("outgoing_messages.id"), index=True)
