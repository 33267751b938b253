"""Counting anew the days of asks that were read before each post counted its own working days.

An ask that still awaits a decision gets its count from its cable's text, read again; its explanation and the
audit trail say so. Tasks that were made of such asks are not changed: those with another day are named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Text, cast, or_, select
from sqlalchemy.orm import Session

from tracker.cable import parse
from tracker.domain.counted_days import Counted, at_place
from tracker.domain.due import Due
from tracker.domain.lifecycle import Verdict
from tracker.domain.places import PostBook
from tracker.extraction import extract
from tracker.extraction.proposals import Deadline
from tracker.services import audit
from tracker.services.clocks import calendar_of
from tracker.services.installation import Acting
from tracker.store.cables import CableRecord, CableVersion, ProposalRecord
from tracker.store.tasks import Task

COUNTED_ANEW = "Counted by each post's own calendar since {day}; before, by Washington's."


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """An open task whose day is another by the calendar of its post."""

    task_id: int
    post: str
    due_on: date
    counted_on: date


@dataclass(slots=True)
class Recounted:
    """What was found, or changed: asks counted anew, and the open tasks that a person must look at."""

    asks: int = 0
    tasks: list[Differing] = field(default_factory=list)


def cables(session: Session) -> Sequence[int]:
    """Return the cables with asks whose day may have been counted, and of which the count is not kept."""
    said = cast(ProposalRecord.due_explained, Text)
    return session.scalars(
        select(ProposalRecord.cable_id)
        .where(ProposalRecord.kind == "ask", ProposalRecord.due_on.is_not(None), _is_unkept())
        .where(or_(said.ilike("%working day%"), ProposalRecord.due_quote.ilike("%day%")))
        .distinct()
        .order_by(ProposalRecord.cable_id)
    ).all()


def recount(session: Session, cable_id: int, found: Recounted, *, is_dry: bool, act: Acting) -> None:
    """Count the days of one cable's asks anew, or only say what that would change; again changes nothing."""
    cable = session.get_one(CableRecord, cable_id, with_for_update=not is_dry)
    rows = session.scalars(
        select(ProposalRecord).where(
            ProposalRecord.cable_id == cable.id,
            ProposalRecord.version == cable.version,
            ProposalRecord.kind == "ask",
            ProposalRecord.due_on.is_not(None),
            _is_unkept(),
        )
    ).all()
    book = act["installation"].book
    read = _read_again(session, cable, book)
    for row in rows:
        deadline = read.get((row.quote, row.due_quote))
        if deadline is None or deadline.count is None or deadline.day != row.due_on:
            continue
        count = Counted(since=deadline.count.since, days=deadline.count.days)
        if row.verdict == Verdict.WAITING:
            found.asks += 1
            if not is_dry:
                _keep(session, row, deadline, count, act)
        else:
            found.tasks += _differing(session, row, count, book)


def _is_unkept() -> ColumnElement[bool]:
    return ProposalRecord.due_count.is_(None)


def _read_again(
    session: Session, cable: CableRecord, book: PostBook
) -> dict[tuple[str, str | None], Deadline]:
    """Return the deadlines of the cable's asks as its text is read now, by the words of ask and deadline."""
    text = session.scalars(
        select(CableVersion.text).where(
            CableVersion.cable_id == cable.id, CableVersion.number == cable.version
        )
    ).one()
    calendar = book.washington

    def is_day_off(day: date) -> bool:
        return not calendar.is_working_day(day)

    asks = extract(parse(text), is_day_off=is_day_off).actions
    return {
        (ask.evidence.quote, ask.deadline.quote): ask.deadline for ask in asks if ask.deadline is not None
    }


def _keep(session: Session, row: ProposalRecord, deadline: Deadline, count: Counted, act: Acting) -> None:
    row.due_count = {"since": count.since.isoformat(), "days": count.days}
    kept = [words for words in deadline.explained if deadline.count and words not in deadline.count.said]
    row.due_explained = [*kept, COUNTED_ANEW.format(day=act["now"].date().isoformat())]
    audit.add(session, "ask counted anew", by=act["by"], proposal=row.id, cable=row.cable_id)


def _differing(session: Session, row: ProposalRecord, count: Counted, book: PostBook) -> Iterator[Differing]:
    """Yield the open tasks of the ask that still have the day that was read, where their post counts another."""
    made = select(Task).where(
        Task.proposal_id == row.id, Task.due_on == row.due_on, Task.closed_at.is_(None), Task.occurrence == 1
    )
    for task in session.scalars(made.order_by(Task.id)):
        day = at_place(Due(on=row.due_on), count, calendar_of(task.post, book)).due.on
        if day is not None and task.due_on is not None and day != task.due_on:
            yield Differing(task_id=task.id, post=task.post.name, due_on=task.due_on, counted_on=day)
