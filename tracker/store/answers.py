"""The tables of later cables: whom they cite, and what they say of a task that is open."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.store.base import Base
from tracker.store.cables import CableRecord
from tracker.store.tasks import Task

WAITING = "verdict = 'waiting'"


class Citation(Base):
    """A cable cited by another, in REF or only in the body; the cited one may never have come in."""

    __tablename__ = "citations"
    __table_args__ = (UniqueConstraint("cable_id", "cited_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"))
    cited_id: Mapped[str] = mapped_column(String(60), index=True)  # a canonical id
    is_reference: Mapped[bool]  # it stands in REF
    quote: Mapped[str] = mapped_column(Text)
    spans: Mapped[list[Any]]
    cable: Mapped[CableRecord] = relationship()


class AnswerRecord(Base):
    """What a cable under REF says of an open task: a proposal to close it, with the sentence.

    What the machine said stays when a person has decided.
    """

    __tablename__ = "answers"
    __table_args__ = (
        UniqueConstraint("cable_id", "task_id"),
        Index("ix_answers_waiting", "task_id", sqlite_where=text(WAITING), postgresql_where=text(WAITING)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"))  # the one that answers
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))  # see extraction.proposals.AnswerKind
    quote: Mapped[str] = mapped_column(Text)
    spans: Mapped[list[Any]]
    promised_on: Mapped[date | None]
    verdict: Mapped[str] = mapped_column(String(20), default="waiting")  # see domain.lifecycle.Verdict
    decided_by: Mapped[str | None] = mapped_column(String(120))
    decided_at: Mapped[datetime | None]
    cable: Mapped[CableRecord] = relationship()
    task: Mapped[Task] = relationship()
