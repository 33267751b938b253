"""The tables of mail: reminder slots, the outbox, each attempt, and the worker's pulse."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.store.base import Base
from tracker.store.tasks import Task

HAS_KEY = text("reply_key IS NOT NULL")


class OutgoingMessage(Base):
    """One letter to one person. Its bytes and Message-ID are frozen when it is written.

    States: waiting, sent, failed, cancelled. A waiting message whose lease runs is claimed by the
    worker that holds its `token`; a result under an older token is thrown away.
    """

    __tablename__ = "outgoing_messages"
    __table_args__ = (
        Index("ix_outgoing_messages_queue", "state", "urgency_at", "id"),
        Index("ix_outgoing_messages_written", "written_at"),
        Index("ix_outgoing_messages_reply", "reply_key", sqlite_where=HAS_KEY, postgresql_where=HAS_KEY),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(String(200), unique=True)
    recipient: Mapped[str] = mapped_column(String(254), index=True)
    subject: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(30))
    route: Mapped[str] = mapped_column(
        String(20), default="", server_default=""
    )  # "alert": the security officer's
    body: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    urgency_at: Mapped[datetime]  # nearest due moment among its tasks, else when it was written
    written_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)  # how often it was about to be spoken
    token: Mapped[int] = mapped_column(default=0)  # fencing token, raised by every claim
    lease_until: Mapped[float] = mapped_column(default=0.0)  # seconds since 1970, database's clock
    next_try_at: Mapped[datetime | None]
    waits_for_relay: Mapped[bool] = mapped_column(default=False)  # no attempt was made: relay down
    is_doubtful: Mapped[bool] = mapped_column(default=False)  # may have gone twice
    sent_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]  # refused for good, given up, or come back as a bounce
    is_told_instead: Mapped[bool] = mapped_column(default=False)  # the fallback addresses were told
    error: Mapped[str | None] = mapped_column(Text)
    reply_key: Mapped[int | None] = mapped_column(BigInteger)  # in the address that a reply by number goes to
    numbered: Mapped[list[Any] | None] = mapped_column(
        JSON(none_as_null=True)
    )  # its tasks, by their numbers in it
    slots: Mapped[list["ReminderSlot"]] = relationship(back_populates="message")
    tries: Mapped[list["DeliveryAttempt"]] = relationship(
        back_populates="message", order_by="DeliveryAttempt.number"
    )


class ReminderSlot(Base):
    """One reminder owed once: the database refuses a second of the same identity."""

    __tablename__ = "reminder_slots"
    __table_args__ = (UniqueConstraint("task_id", "rule", "deadline_version", "recipient"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), index=True)
    rule: Mapped[str] = mapped_column(String(30))
    deadline_version: Mapped[int]
    recipient: Mapped[str] = mapped_column(String(254))
    moment_at: Mapped[datetime]
    offered_at: Mapped[datetime]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("outgoing_messages.id"), index=True)
    brought: Mapped[str | None] = mapped_column(String(10))  # see domain.day_entry: put, withdrawn
    reason: Mapped[str | None] = mapped_column(Text)  # why it is not sent, where it is not
    task: Mapped[Task] = relationship()
    message: Mapped[OutgoingMessage | None] = relationship(back_populates="slots")


class DeliveryAttempt(Base):
    """A try that was about to speak: noted before DATA, its result after."""

    __tablename__ = "delivery_attempts"
    __table_args__ = (UniqueConstraint("message_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("outgoing_messages.id"), index=True)
    number: Mapped[int]
    token: Mapped[int]
    started_at: Mapped[datetime]
    real_epoch: Mapped[float] = mapped_column(default=0.0, index=True)  # the same on the database's clock
    ended_at: Mapped[datetime | None]
    result: Mapped[str | None] = mapped_column(Text)  # "250 …", "550 …", "unknown: …"; None: in doubt
    message: Mapped[OutgoingMessage] = relationship(back_populates="tries")


class Pulse(Base):
    """The worker's sign of life: the last tick, and the last failure in words."""

    __tablename__ = "pulses"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    ticked_at: Mapped[datetime]  # on the tracker's clock
    real_epoch: Mapped[float]  # on the database's clock, seconds since 1970
    last_failure: Mapped[str | None] = mapped_column(Text)
    failed_at: Mapped[datetime | None]
