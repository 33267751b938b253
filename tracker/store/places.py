"""The tables of places: posts and Washington offices, as `config/posts.csv` gives them, and the tree above them."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.base import Base


class Unit(Base):
    """A bureau, region or office of the tree. Roles granted here count at all posts below it."""

    __tablename__ = "units"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)  # "WHA/MEX"
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(20))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)


class Post(Base):
    """An embassy, mission, consulate or Washington office that can owe a task.

    Zone, working week and holidays come from the posts table by `name`; here stands what an
    installation decides: the mailbox, None where the post has none (then it gets no mail), and the
    addresses of the ladder, None where the officers with the manager's role stand on it.
    """

    __tablename__ = "posts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)  # the designator: "AMEMBASSY MEXICO"
    city: Mapped[str] = mapped_column(String(80))
    country: Mapped[str] = mapped_column(String(2))
    zone: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(20))
    mailbox: Mapped[str | None] = mapped_column(String(254))
    fallback: Mapped[str | None] = mapped_column(String(254))  # told where a letter cannot be delivered
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), index=True)  # below which it stands
    supervisor: Mapped[str | None] = mapped_column(String(254))
    director: Mapped[str | None] = mapped_column(String(254))
