"""The table of Monday's letters to managers: one row for each officer and week, so that each goes once."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.base import Base


class WeeklyLetter(Base):
    """Monday's letter of a week to an officer; `week_on` is that Monday on the officer's own clock."""

    __tablename__ = "weekly_letters"
    __table_args__ = (UniqueConstraint("officer_id", "week_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    week_on: Mapped[date]
