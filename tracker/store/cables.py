"""The tables of cables: the document, its versions, and what was found in the newest one."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.store.base import Base

NEVER_AGAIN = {"sqlite_autoincrement": True}  # no id is given twice, also where the newest row was taken out


class CableRecord(Base):
    """A cable, known by its canonical id, or by its digest where the text gives no number."""

    __tablename__ = "cables"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)  # canonical id, else "sha256:…"
    canonical_id: Mapped[str | None] = mapped_column(String(60), index=True)
    mrn: Mapped[str | None] = mapped_column(String(60))  # origin and serial as written
    sent_at: Mapped[datetime | None] = mapped_column(index=True)
    precedence: Mapped[str | None] = mapped_column(String(20))
    origin: Mapped[str | None] = mapped_column(String(120))
    subject: Mapped[str | None] = mapped_column(Text)
    classification: Mapped[str | None] = mapped_column(String(30))
    header: Mapped[dict[str, Any]]  # to, info, captions, handling, tags, refs, defects as read
    is_sensitive: Mapped[bool] = mapped_column(default=False)
    is_history: Mapped[bool] = mapped_column(default=False)  # loaded from an archive: no mail, ever
    source: Mapped[str] = mapped_column(String(20))  # page, command, mail, api
    received_at: Mapped[datetime]  # the moment it came to the tracker
    version: Mapped[int] = mapped_column(default=1)
    versions: Mapped[list["CableVersion"]] = relationship(
        back_populates="cable", order_by="CableVersion.number"
    )
    proposals: Mapped[list["ProposalRecord"]] = relationship(
        back_populates="cable", order_by="ProposalRecord.position"
    )
    contacts: Mapped[list["ContactRecord"]] = relationship(
        back_populates="cable", order_by="ContactRecord.id"
    )
    papers: Mapped[list["PaperRecord"]] = relationship(back_populates="cable", order_by="PaperRecord.id")
    events: Mapped[list["EventRecord"]] = relationship(back_populates="cable", order_by="EventRecord.id")


class CablePost(Base):
    """A post that a cable concerns: it stands in the FM, TO or INFO line, by a name or in a collective."""

    __tablename__ = "cable_posts"

    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), primary_key=True, index=True)


class CableVersion(Base):
    """One text of a cable as it came in. Texts are only added."""

    __tablename__ = "cable_versions"
    __table_args__ = (UniqueConstraint("cable_id", "number"), UniqueConstraint("cable_id", "digest"))

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"), index=True)
    number: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64), index=True)  # SHA-256 of the folded text
    text: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    cable: Mapped[CableRecord] = relationship(back_populates="versions")


UNDECIDED = "kind = 'ask' AND verdict = 'waiting'"


class ProposalRecord(Base):
    """An ask found in a cable, or (kind `left out`) a sentence that was not taken, with the reason.

    What the machine said stays; what a person changed stands in `amended`.
    """

    __tablename__ = "proposals"
    __table_args__ = (
        UniqueConstraint("cable_id", "version", "position"),
        Index(
            "ix_proposals_undecided",
            "cable_id",
            sqlite_where=text(UNDECIDED),
            postgresql_where=text(UNDECIDED),
        ),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"), index=True)
    version: Mapped[int]
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))  # ask, left out
    title: Mapped[str] = mapped_column(String(200))
    quote: Mapped[str] = mapped_column(Text)
    spans: Mapped[list[Any]]  # [[start, end], …] in the version's text
    paragraph: Mapped[int | None]
    addressees: Mapped[list[Any]]
    is_optional: Mapped[bool] = mapped_column(default=False)
    due_quote: Mapped[str | None] = mapped_column(Text)
    due_on: Mapped[date | None]
    due_time: Mapped[str | None] = mapped_column(String(10))
    due_zone: Mapped[str | None] = mapped_column(String(60))
    due_count: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True)
    )  # {"since": day, "days": n}
    due_preferred_on: Mapped[date | None]  # "not later than X but preferably by" this; X is the due
    due_explained: Mapped[list[Any]]
    reason: Mapped[str | None] = mapped_column(Text)
    verdict: Mapped[str] = mapped_column(String(20), default="waiting")  # see domain.lifecycle.Verdict
    amended: Mapped[dict[str, Any] | None]
    decided_by: Mapped[str | None] = mapped_column(String(120))
    decided_at: Mapped[datetime | None]
    cable: Mapped[CableRecord] = relationship(back_populates="proposals")


class ContactRecord(Base):
    """A point of contact named in a cable. No mail goes there until a person confirms the address."""

    __tablename__ = "contacts"

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"), index=True)
    name: Mapped[str | None] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(60))
    other: Mapped[str | None] = mapped_column(Text)
    quote: Mapped[str] = mapped_column(Text)
    spans: Mapped[list[Any]]
    confirmed_by: Mapped[str | None] = mapped_column(String(120))
    confirmed_at: Mapped[datetime | None]
    cable: Mapped[CableRecord] = relationship(back_populates="contacts")


class PaperRecord(Base):
    """A text inside the cable that is to be handed over, spoken, or kept for reference."""

    __tablename__ = "papers"

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    passing: Mapped[str] = mapped_column(String(20))
    first_words: Mapped[str] = mapped_column(Text)
    last_words: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    spans: Mapped[list[Any]]
    cable: Mapped[CableRecord] = relationship(back_populates="papers")


class EventRecord(Base):
    """A meeting, visit or exercise the cable names."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    start_on: Mapped[date | None]
    end_on: Mapped[date | None]
    place: Mapped[str | None] = mapped_column(Text)
    spans: Mapped[list[Any]]
    cable: Mapped[CableRecord] = relationship(back_populates="events")


class SpillIncident(Base):
    """A text that was refused at the door: what rule, where it came in, and nothing of the text."""

    __tablename__ = "spill_incidents"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    way_in: Mapped[str] = mapped_column(String(20))
    place: Mapped[str | None] = mapped_column(String(60))  # the page's or the command's name
    by: Mapped[str | None] = mapped_column(String(120))
    marks: Mapped[list[Any]]  # [{"rule": …, "line": …}]
    size: Mapped[int]
    message_id: Mapped[str | None] = mapped_column(String(200))  # of the mail that carried it
    sender: Mapped[str | None] = mapped_column(String(254))  # of its envelope, as the recipient
    recipient: Mapped[str | None] = mapped_column(String(254))
    alerted_at: Mapped[datetime | None]  # when the alert of it was written into the outbox
    released_at: Mapped[datetime | None]  # as a false alarm: from then a cable like it is let in once
    released_by: Mapped[str | None] = mapped_column(String(120))
    let_in_at: Mapped[datetime | None]  # when that was done


class HeldSender(Base):
    """An address from which no more mail is taken since some was refused; released, the row is gone.

    `is_vouched`: our mail server said whose the mail was. Who forges an address holds up forgeries alone.
    """

    __tablename__ = "held_senders"
    __table_args__ = (UniqueConstraint("address", "is_vouched"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(String(254))  # folded
    is_vouched: Mapped[bool]
    incident_id: Mapped[int] = mapped_column(ForeignKey("spill_incidents.id"))
    since_at: Mapped[datetime]
