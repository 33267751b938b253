"""The words of a letter: from a task, its cable and its duty to the values that a letter prints."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from tracker.domain import due
from tracker.domain.letter import Discretion, Item, Letter, LetterState, Paper, Work
from tracker.domain.lifecycle import Status
from tracker.domain.reminding import Duty, Reader, Standing
from tracker.domain.tokens import Purpose
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
    """What letters print of a cable beside the ask: its points of contact, its papers, how far each post is."""

    contacts: tuple[str, ...]
    papers: tuple[Paper, ...]
    notes: tuple[str, ...]
    done_of: Mapping[int, tuple[int, int]]  # by post: how many of its asks are done, of how many


def files(session: Session, cable_ids: Collection[int]) -> dict[int, CableFile]:
    """Return what letters print of these cables."""
    contacts = _by_cable(session, ContactRecord, cable_ids)
    papers = _by_cable(session, PaperRecord, cable_ids)
    progress = _progress(session, cable_ids)
    return {
        n: CableFile(
            contacts=tuple(line for contact in contacts[n] if (line := _contact(contact))),
            papers=_papers(papers[n]),
            notes=_notes(papers[n]),
            done_of=progress[n],
        )
        for n in cable_ids
    }


def letter(
    told: Sequence[Told], files: Mapping[int, CableFile], *, now: datetime, installation: Installation
) -> Letter:
    """Return the letter that tells one reader of these tasks, most urgent first."""
    in_order = sorted(told, key=lambda one: (one.duty.due_at is None, one.duty.due_at or now, one.task.id))
    washington = installation.book.washington.place
    closed = installation.settings.closed_captions
    items = [
        _item(one, now, washington, files[one.task.cable_id], discretion_of(one.task.cable, closed))
        for one in in_order
    ]
    reader = in_order[0].reader
    return Letter(recipient=reader.address, name=reader.name, written_at=now, items=tuple(items))


def _by_cable(session: Session, table: type[R], cable_ids: Collection[int]) -> dict[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for row in session.scalars(select(table).where(table.cable_id.in_(cable_ids)).order_by(table.id)):
        found[row.cable_id].append(row)
    return found


def _progress(session: Session, cable_ids: Collection[int]) -> dict[int, dict[int, tuple[int, int]]]:
    """Return for each cable and post how many of its asks are done, of how many."""
    done = func.sum(case((Task.status == Status.DONE, 1), else_=0))
    asks = (
        select(Task.cable_id, Task.post_id, done, func.count())
        .where(Task.cable_id.in_(cable_ids), Task.status != Status.CANCELLED)
        .group_by(Task.cable_id, Task.post_id)
    )
    found: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for cable_id, post_id, finished, asked in session.execute(asks):
        found[cable_id][post_id] = (int(finished), asked)
    return found


def discretion_of(cable: CableRecord, closed: Collection[str]) -> Discretion:
    """Return how much of a cable its letters may carry, by its captions and handling words."""
    words = {str(word) for name in ("captions", "handling") for word in cable.header.get(name, ())}
    if words & set(closed):
        return Discretion.CLOSED
    is_sensitive = cable.is_sensitive or bool(cable.header.get("handling"))
    return Discretion.SENSITIVE if is_sensitive else Discretion.OPEN


def _item(one: Told, now: datetime, washington: Place, file: CableFile, discretion: Discretion) -> Item:
    task, duty, cable = one.task, one.duty, one.task.cable
    return Item(
        task_id=task.id,
        deadline_version=task.deadline_version,
        state=_state(one, now),
        discretion=discretion,
        reader=one.reader.standing,
        is_new=one.is_new,
        work=_work(one, file),
        post=task.post.name,
        city=duty.calendar.place.name,
        title=task.title,
        cable=_number(cable),
        source=_source(task, cable),
        quote=" ".join(task.quote.split()),
        due_at=task.due_at,
        due_zone=duty.calendar.place.zone,
        due=_due_words(one, washington),
        due_short=_due_short(task, duty, washington),
        left=due.relative(task.due_at, duty.calendar, now) if task.due_at else None,
        is_late=due.is_overdue(task.due_at, now),
        days_late=days_late(duty.calendar, task.due_at, now).net if task.due_at else 0,
        is_this_week=_is_this_week(duty, now),
        coming=_coming(one),
        contacts=file.contacts,
        papers=file.papers if one.is_new else (),
        notes=file.notes if one.is_new else (),
        acts=_acts(one),
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


def _work(one: Told, file: CableFile) -> Work:
    """Return how far the work is, as this reader is told it."""
    task = one.task
    status = Status(task.status)
    done, asked = file.done_of.get(task.post_id, (0, 1))
    return Work(
        holder=_holder(one),
        is_accepted=status in (Status.ACCEPTED, Status.IN_PROGRESS),
        waits_for=(task.note or "") if status is Status.WAITING else None,
        asked=asked,
        done=done,
    )


def _holder(one: Told) -> str | None:
    owner = one.task.owner
    if owner is None:
        return None
    is_reader = one.reader.standing is Standing.OWNER and one.reader.address == owner.email.strip().lower()
    return "you" if is_reader else owner.name


def _acts(one: Told) -> tuple[Purpose, ...]:
    """Return what this reader may do by a link: who must act accepts and finishes, a watcher leaves."""
    if one.reader.standing is Standing.WATCHER:
        return (Purpose.LEAVE,)
    if one.reader.standing not in (Standing.OWNER, Standing.POST):
        return ()
    return (Purpose.ACCEPT, Purpose.DONE) if one.task.status == Status.OPEN else (Purpose.DONE,)


def _coming(one: Told) -> str:
    if one.next_at is None:
        return "No further letter comes about this."
    day = local_day(one.next_at, one.reader.calendar.place.zone)
    return f"Unless it is done, the next letter comes on {due.short_day(day)}."


def _contact(contact: ContactRecord) -> str:
    return ", ".join(part for part in (contact.name, contact.email, contact.phone) if part)


def _papers(papers: Sequence[PaperRecord]) -> tuple[Paper, ...]:
    chosen = [row for row in papers if row.kind in ATTACHED_KINDS and row.passing in MAY_BE_ATTACHED]
    return tuple(Paper(name=f"{row.kind}-{n}", text=row.text) for n, row in enumerate(chosen, 1))


def _notes(papers: Sequence[PaperRecord]) -> tuple[str, ...]:
    """Return what a person must know of the cable's papers: what is held back, and what it does not say."""
    mine = [row for row in papers if row.kind in ATTACHED_KINDS]
    notes = []
    if any(row.passing not in MAY_BE_ATTACHED for row in mine):
        notes.append("The cable limits what may be passed on of its paper; it is not attached.")
    if any(row.passing == "unsaid" for row in mine):
        notes.append("The cable does not say whether the attached paper may be handed over.")
    return tuple(notes)
