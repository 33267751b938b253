"""The table of series: an ask that comes back, such as a quarterly report."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.base import Base


class Series(Base):
    """Every so many months from a due day on, until a day; each time is a task of its own."""

    __tablename__ = "series"

    id: Mapped[int] = mapped_column(primary_key=True)
    every_months: Mapped[int]
    first_on: Mapped[date]
    first_occurrence: Mapped[int]  # of the task whose due is `first_on`
    until_on: Mapped[date]
