"""The table of a task's company: who coordinates or watches beside the one lead, its post and owner."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.store.base import Base
from tracker.store.people import Officer
from tracker.store.places import Post


class TaskPerson(Base):
    """An officer, a post or a bare mail address beside the lead of a task; each stands there once."""

    __tablename__ = "task_people"
    __table_args__ = (
        UniqueConstraint("task_id", "officer_id"),
        UniqueConstraint("task_id", "post_id"),
        UniqueConstraint("task_id", "address"),
        CheckConstraint(
            "(officer_id IS NOT NULL AND post_id IS NULL AND address IS NULL)"
            " OR (officer_id IS NULL AND post_id IS NOT NULL AND address IS NULL)"
            " OR (officer_id IS NULL AND post_id IS NULL AND address IS NOT NULL)",
            name="is_one",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), index=True)
    role: Mapped[str] = mapped_column(String(20))  # coordinator, watcher
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"), index=True)
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id"), index=True)
    address: Mapped[str | None] = mapped_column(String(254))  # folded
    since_at: Mapped[datetime]
    added_by: Mapped[str] = mapped_column(String(120))
    officer: Mapped[Officer | None] = relationship()
    post: Mapped[Post | None] = relationship()

    @property
    def name(self) -> str:
        """The officer's or the post's name, or the address."""
        if self.officer is not None:
            return self.officer.name
        return self.post.name if self.post is not None else self.address or ""

    @property
    def mail(self) -> str | None:
        """Where letters go; None where there is no address, or the officer has left."""
        if self.officer is not None:
            return self.officer.email if self.officer.is_active else None
        return self.post.mailbox if self.post is not None else self.address
