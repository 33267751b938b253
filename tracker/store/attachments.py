"""The table of files on a task: kept under names of ours, with their digest; only added."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.base import Base


class Attachment(Base):
    """A file that somebody put on a task."""

    __tablename__ = "attachments"

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))  # ours: letters, digits, dots and dashes
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 of the bytes
    data: Mapped[bytes] = mapped_column(LargeBinary)
    added_by: Mapped[str] = mapped_column(String(120))
    added_at: Mapped[datetime]
