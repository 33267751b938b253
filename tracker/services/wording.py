"""The words of a letter: from a task, its cable and its duty to the values that a letter prints."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import due
from tracker.domain.letter import Item, Letter, LetterState, Paper
from tracker.domain.lifecycle import Status
from tracker.domain.reminding import Duty, Reader
from tracker.domain.workdays import Place, days_late, local_day
from tracker.services.installation import Installation
from tracker.store.cables import CableRecord, ContactRecord, PaperRecord
from tracker.store.tasks import Task

R = TypeVar("R", ContactRecord, PaperRecord)
ATTACHED_KINDS = ("paper", "points")
MAY_BE_ATTACHED = ("allowed", "unsaid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A task in a letter: whose reminder it is, and whether this reader hears of it first."""

    task: Task
    duty: Duty
    reader: Reader
    is_new: bool
    next_at: datetime | None  # of this reader's next reminder


@dataclass(frozen=True, slots=True, kw_only=True)
class CableFile:
    """What letters print of a cable beside the ask: its points of contact and its papers."""

    contacts: tuple[str, ...]
    papers: tuple[Paper, ...]
    notes: tuple[str, ...]


def files(session: Session, cable_ids: Collection[int]) -> dict[int, CableFile]:
    """Return what letters print of these cables."""
    contacts = _by_cable(session, ContactRecord, cable_ids)
    papers = _by_cable(session, PaperRecord, cable_ids)
    return {
        n: CableFile(
            contacts=tuple(line for contact in contacts[n] if (line := _contact(contact))),
            papers=_papers(papers[n]),
            notes=_notes(papers[n]),
        )
        for n in cable_ids
    }


def letter(
    told: Sequence[Told], files: Mapping[int, CableFile], *, now: datetime, installation: Installation
) -> Letter:
    """Return the letter that tells one reader of these tasks, most urgent first."""
    in_order = sorted(told, key=lambda one: (one.duty.due_at is None, one.duty.due_at or now, one.task.id))
    washington = installation.book.washington.place
    items = [_item(one, now, washington, files[one.task.cable_id]) for one in in_order]
    reader = in_order[0].reader
    return Letter(recipient=reader.address, name=reader.name, written_at=now, items=tuple(items))


def _by_cable(session: Session, table: type[R], cable_ids: Collection[int]) -> dict[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for row in session.scalars(select(table).where(table.cable_id.in_(cable_ids)).order_by(table.id)):
        found[row.cable_id].append(row)
    return found


def _item(one: Told, now: datetime, washington: Place, file: CableFile) -> Item:
    task, duty, cable = one.task, one.duty, one.task.cable
    return Item(
        task_id=task.id,
        state=_state(one, now),
        is_sensitive=cable.is_sensitive,
        is_new=one.is_new,
        post=task.post.name,
        city=duty.calendar.place.name,
        title=task.title,
        cable=_number(cable),
        source=_source(task, cable),
        quote=" ".join(task.quote.split()),
        due_at=task.due_at,
        due=_due_words(one, washington),
        due_short=_due_short(task, duty, washington),
        left=due.relative(task.due_at, duty.calendar, now) if task.due_at else None,
        is_late=due.is_overdue(task.due_at, now),
        days_late=days_late(duty.calendar, task.due_at, now).net if task.due_at else 0,
        is_this_week=_is_this_week(duty, now),
        holder=_holder(task),
        coming=_coming(one),
        contacts=file.contacts,
        papers=file.papers if one.is_new else (),
        notes=file.notes if one.is_new else (),
    )


def _state(one: Told, now: datetime) -> LetterState:
    """Return which text the ask gets; where it stands at this moment, not which rule called."""
    due_at = one.duty.due_at
    if one.is_new:
        return LetterState.FIRST
    if due_at is None:
        return LetterState.UNDATED
    if due.is_overdue(due_at, now):
        return LetterState.LATE
    is_today = one.duty.due_on == one.duty.calendar.local_day(now)
    return LetterState.TODAY if is_today else LetterState.BEFORE


def _number(cable: CableRecord) -> str:
    return cable.mrn or cable.canonical_id or "a cable without a number"


def _source(task: Task, cable: CableRecord) -> str:
    day = f" of {cable.sent_at.day} {cable.sent_at:%B %Y}" if cable.sent_at else ""
    paragraph = f" (para {task.paragraph})" if task.paragraph else ""
    return f"{_number(cable)}{day}{paragraph}"


def _due_words(one: Told, washington: Place) -> str | None:
    """Return the due on the reader's clock and the other side's."""
    if one.duty.due_at is None:
        return None
    acting, reading = one.duty.calendar.place, one.reader.calendar.place
    if reading.zone == acting.zone:
        return due.explain(one.duty.due_at, acting, washington)
    return due.explain(one.duty.due_at, reading, acting)


def _due_short(task: Task, duty: Duty, washington: Place) -> str | None:
    """Return the due as it was said: "Wed 6 Aug, COB"; another clock than the post's is named."""
    if task.due_on is None:
        return None
    said = "noon" if task.due_time == due.DayTime.NOON else task.due_time
    hour = f", {said}" if said else ""
    if task.due_zone in (None, duty.calendar.place.zone) or not task.due_time:
        return f"{due.short_day(task.due_on)}{hour}"
    clock = washington.name if task.due_zone == washington.zone else str(task.due_zone).rpartition("/")[2]
    return f"{due.short_day(task.due_on)}{hour} {clock.replace('_', ' ')}"


def _is_this_week(duty: Duty, now: datetime) -> bool:
    if duty.due_on is None:
        return False
    return duty.due_on.isocalendar()[:2] == duty.calendar.local_day(now).isocalendar()[:2]


def _holder(task: Task) -> str:
    if task.owner is None:
        return "nobody has taken it yet"
    match Status(task.status):
        case Status.OPEN:
            return f"{task.owner.name}, who has not accepted it yet"
        case Status.ACCEPTED:
            return f"{task.owner.name}, who has accepted it"
        case Status.IN_PROGRESS:
            return f"{task.owner.name}, who is working on it"
        case Status.WAITING:
            return f"{task.owner.name}, who waits for somebody else"
        case _:
            return task.owner.name


def _coming(one: Told) -> str:
    if one.next_at is None:
        return "No further letter comes about this."
    day = local_day(one.next_at, one.reader.calendar.place.zone)
    return f"Unless it is done, the next letter comes on {due.short_day(day)}."


def _contact(contact: ContactRecord) -> str:
    return ", ".join(part for part in (contact.name, contact.email, contact.phone) if part)


def _papers(papers: Sequence[PaperRecord]) -> tuple[Paper, ...]:
    chosen = [row for row in papers if row.kind in ATTACHED_KINDS and row.passing in MAY_BE_ATTACHED]
    return tuple(Paper(name=f"{row.kind}-{n}.txt", text=row.text) for n, row in enumerate(chosen, 1))


def _notes(papers: Sequence[PaperRecord]) -> tuple[str, ...]:
    """Return what a person must know of the cable's papers: what is held back, and what it does not say."""
    mine = [row for row in papers if row.kind in ATTACHED_KINDS]
    notes = []
    if any(row.passing not in MAY_BE_ATTACHED for row in mine):
        notes.append("The cable limits what may be passed on of its paper; it is not attached.")
    if any(row.passing == "unsaid" for row in mine):
        notes.append("The cable does not say whether the attached paper may be handed over.")
    return tuple(notes)
