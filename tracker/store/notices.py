"""The table of notices: what a letter is to tell once, until it is written into the outbox."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.base import Base

UNWRITTEN = text("message_id IS NULL")


class NoticeRecord(Base):
    """A notice to one person. `message_id` is the letter it became, None while it waits to be written."""

    __tablename__ = "notices"
    __table_args__ = (
        Index("ix_notices_unwritten", "id", sqlite_where=UNWRITTEN, postgresql_where=UNWRITTEN),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    recipient: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(Text)  # this and what follows in English
    paragraphs: Mapped[list[Any]]
    entries: Mapped[list[Any]]  # [[words, path], …]
    told: Mapped[
        dict[str, Any] | None
    ]  # the same as texts with values, told in the reader's language; None: kept before there were others
    tasks: Mapped[list[Any]]  # their ids; the letter stands on the page of each
    made_at: Mapped[datetime]
    reply_to: Mapped[str | None] = mapped_column(String(254))  # where a reply acts
    answers: Mapped[str | None] = mapped_column(String(400))  # the Message-ID of the mail it answers
    message_id: Mapped[int | None] = mapped_column(ForeignKey("outgoing_messages.id"), index=True)
