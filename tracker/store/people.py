"""The tables of people: officers, what each may do where, their sessions, and failed sign-ins."""

from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.store.base import Base
from tracker.store.places import Post, Unit

EVERYWHERE = "post_id IS NULL AND unit_id IS NULL"


class Officer(Base):
    """A person who signs in, or owns tasks."""

    __tablename__ = "officers"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    zone: Mapped[str] = mapped_column(String(60))
    language: Mapped[str | None] = mapped_column(String(12))  # of his letters; None: the installation's
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(default=True)
    has_been_away: Mapped[bool] = mapped_column(
        default=False, server_default=text("false")
    )  # absences to read
    seen_epoch: Mapped[
        float | None
    ]  # last signed in or answered, on the database's clock; None: count from now
    wishes: Mapped[
        dict[str, Any] | None
    ]  # of his letters: see services.letter_wishes; None: as the policy has it
    grants: Mapped[list["RoleGrant"]] = relationship(back_populates="officer", lazy="selectin")


class RoleGrant(Base):
    """A role of an officer: at one post, at a unit of the tree, or (both None) everywhere."""

    __tablename__ = "role_grants"
    __table_args__ = (
        UniqueConstraint("officer_id", "role", "post_id"),
        UniqueConstraint("officer_id", "role", "unit_id"),
        Index(
            "uq_role_grants_everywhere",
            "officer_id",
            "role",
            unique=True,
            sqlite_where=text(EVERYWHERE),  # NULLs are all different to a unique key
            postgresql_where=text(EVERYWHERE),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    role: Mapped[str] = mapped_column(String(30))
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    officer: Mapped[Officer] = relationship(back_populates="grants")
    post: Mapped[Post | None] = relationship(lazy="joined")
    unit: Mapped[Unit | None] = relationship(lazy="joined")


class SignInSession(Base):
    """A session of somebody who signed in. Its token is kept as a digest only.

    Moments are seconds since 1970 on the database's clock, which nobody can set.
    """

    __tablename__ = "sign_in_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    opened_epoch: Mapped[float]
    seen_epoch: Mapped[float]
    source: Mapped[str] = mapped_column(String(64))
    agent: Mapped[str] = mapped_column(String(200))


class EntryKey(Base):
    """A mail link that lets an officer choose a password: once, until it expires. Kept as a digest.

    The digest is None until the letter is written. Moments are on the database's clock, as above.
    """

    __tablename__ = "entry_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    expires_epoch: Mapped[float]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id"), unique=True)


class SpentAct(Base):
    """Something that costs much, done by an officer: counted by all processes together for some minutes."""

    __tablename__ = "spent_acts"
    __table_args__ = (Index("ix_spent_acts_of", "officer_id", "what", "at_epoch"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    what: Mapped[str] = mapped_column(String(20))
    at_epoch: Mapped[float]  # seconds since 1970 on the database's clock, which nobody can set


class FailedSignIn(Base):
    """A sign-in that failed: whose name was tried, from where. Shared by all processes.

    The name is kept as a digest: people type their password into the wrong field.
    """

    __tablename__ = "failed_sign_ins"
    __table_args__ = (Index("ix_failed_sign_ins_tries", "login_digest", "source", "at_epoch"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    login_digest: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(64))
    at_epoch: Mapped[float]  # seconds since 1970 on the database's clock, which nobody can set
