"""The tables of the work: a task per post, and its history, which is only added to."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.workdays import Count
from tracker.store.base import Base
from tracker.store.cables import NEVER_AGAIN, CableRecord, ProposalRecord
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.series import Series

FOR_THE_DESK = ("returned_at", "more_time_at", "to_accept_at")  # set while the desk must decide something


def _where(words: str) -> dict[str, Any]:
    return {"sqlite_where": text(words), "postgresql_where": text(words)}


LIVE = "closed_at IS NULL AND is_history IS "  # what boards show: few rows among all there ever were

AWAITED = "waits_for = 'Washington'"  # it is the desk that must move
TO_DECIDE = "returned_at IS NOT NULL OR more_time_at IS NOT NULL OR to_accept_at IS NOT NULL"


def _index_of_live(name: str, *columns: str) -> Index:
    return Index(name, *columns, sqlite_where=text(f"{LIVE}0"), postgresql_where=text(f"{LIVE}false"))


class Task(Base):
    """An accepted ask, owed by one post. A stale edit is a Conflict: `version` counts changes."""

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("proposal_id", "post_id", "occurrence"),
        Index("ix_tasks_next_moment", "next_moment_at"),
        _index_of_live(
            "ix_tasks_live_due", "due_at", "id", "post_id", "status", "counts_after", "counts_until"
        ),
        _index_of_live("ix_tasks_live_post", "post_id", "owner_id", "due_at"),
        _index_of_live("ix_tasks_live_owner", "owner_id", "due_at"),
        Index("ix_tasks_to_decide", "id", sqlite_where=text(TO_DECIDE), postgresql_where=text(TO_DECIDE)),
        Index("ix_tasks_awaited", "id", **_where(AWAITED)),
        Index("ix_tasks_post_closed", "post_id", "closed_at"),
        Index("ix_tasks_owner_closed", "owner_id", "closed_at"),
        *(Index(f"ix_tasks_{name}", name, **_where(f"{name} IS NOT NULL")) for name in FOR_THE_DESK),
        Index("ix_tasks_silent", "silent_at", "post_id", **_where("silent_at IS NOT NULL")),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cable_id: Mapped[int] = mapped_column(ForeignKey("cables.id"), index=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposals.id"))
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    title: Mapped[str] = mapped_column(String(200))
    quote: Mapped[str] = mapped_column(Text)
    paragraph: Mapped[int | None]
    status: Mapped[str] = mapped_column(String(20), default="open")
    outcome: Mapped[str | None] = mapped_column(String(30))
    note: Mapped[str | None] = mapped_column(Text)
    due_on: Mapped[date | None]
    due_time: Mapped[str | None] = mapped_column(String(10))  # as said: COB, OOB, NOON, HH:MM
    due_zone: Mapped[str | None] = mapped_column(String(60))  # the IANA zone it was resolved to
    due_at: Mapped[datetime | None]
    due_quote: Mapped[str | None] = mapped_column(Text)
    preferred_on: Mapped[date | None]  # when the cable would rather have it; None: a person set the due
    due_explained: Mapped[list[Any]]
    deadline_version: Mapped[int] = mapped_column(default=1)
    precedence: Mapped[str | None] = mapped_column(String(20))
    is_history: Mapped[bool] = mapped_column(default=False)
    sentence_stands: Mapped[bool] = mapped_column(default=True)  # False: a newer version lacks it
    accepted_at: Mapped[datetime]
    originator_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))  # who made it a task
    waits_for: Mapped[str | None] = mapped_column(String(30))  # see domain.lifecycle.WaitsFor
    more_time: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # the due asked for
    more_time_at: Mapped[datetime | None]  # when more time was asked for; None: no request waits
    returned_at: Mapped[datetime | None]  # when the post declined it; None: the desk has seen to it
    to_accept_at: Mapped[datetime | None]  # when the post said it is done; None: nobody must look again
    acknowledged_at: Mapped[datetime | None]  # when the post first said that it has it
    delivered_on: Mapped[date | None]  # the demarche made, or the paper handed over
    delivered_to: Mapped[str | None] = mapped_column(String(200))
    delivered_by: Mapped[str | None] = mapped_column(String(120))
    reported_at: Mapped[datetime | None]
    report: Mapped[str | None] = mapped_column(Text)  # number or words of the answer
    closed_at: Mapped[datetime | None]
    counts_after: Mapped[date | None]  # days late are the working days after this day at the post
    counts_until: Mapped[date | None]  # … up to and with this one; None: they still count
    own_policy: Mapped[dict[str, Any] | None]  # what its reminders do otherwise than the post's
    own_policy_at: Mapped[datetime | None]
    snoozed_at: Mapped[datetime | None]
    snoozed_until: Mapped[date | None]  # reminders since `snoozed_at` go on this day
    promised_on: Mapped[date | None]
    interim_at: Mapped[datetime | None]  # a day before the due, for something short of the whole
    interim_what: Mapped[str | None] = mapped_column(String(120))
    interim_version: Mapped[int] = mapped_column(default=0, server_default="0")
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id"), index=True)
    occurrence: Mapped[int] = mapped_column(
        default=1, server_default="1"
    )  # which time of an ask that comes back
    silent_at: Mapped[datetime | None]  # from then on it shows that no word has come; None: one has
    next_moment_at: Mapped[datetime | None]  # of the next reminder; None: nothing more is planned
    next_to: Mapped[str | None] = mapped_column(String(254))  # the address that it goes to, for pages
    version: Mapped[int] = mapped_column(default=0)  # raised by every history line, not by the clock
    cable: Mapped[CableRecord] = relationship()
    proposal: Mapped[ProposalRecord] = relationship()
    post: Mapped[Post] = relationship()
    series: Mapped[Series | None] = relationship()
    owner: Mapped[Officer | None] = relationship(foreign_keys=owner_id)
    originator: Mapped[Officer | None] = relationship(foreign_keys=originator_id)
    history: Mapped[list["TaskEvent"]] = relationship(back_populates="task", order_by="TaskEvent.id")

    @property
    def late_count(self) -> Count | None:
        """Which days of its lateness count, None where it has no due."""
        return Count(after=self.counts_after, until=self.counts_until) if self.counts_after else None

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}  # noqa: RUF012 - SQLAlchemy's way


class TaskEvent(Base):
    """One line of a task's history: who did what, when, by which way, before and after."""

    __tablename__ = "task_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(120))
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    is_of_post: Mapped[bool] = mapped_column(default=False, server_default=text("false"))  # has a role there
    way: Mapped[str] = mapped_column(String(20))  # page, command, mail, api, clock
    kind: Mapped[str] = mapped_column(String(30))
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    note: Mapped[str | None] = mapped_column(Text)
    task: Mapped[Task] = relationship(back_populates="history")
