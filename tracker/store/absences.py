"""The table of absences: who is away on which days, and who gets the letters meanwhile."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.store.base import Base
from tracker.store.people import Officer


class AbsenceRecord(Base):
    """Days on which an officer is away, first and last counted, on the officer's own clock."""

    __tablename__ = "absences"

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    stand_in_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    said_at: Mapped[datetime]
    stand_in: Mapped[Officer] = relationship(foreign_keys=stand_in_id)
