"""What letters print of a cable beside the ask: its points of contact, its papers, how far each post is."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from tracker.domain.letter import Paper
from tracker.domain.lifecycle import Status
from tracker.store.cables import ContactRecord, PaperRecord
from tracker.store.tasks import Task
from tracker.texts import later

R = TypeVar("R", ContactRecord, PaperRecord)
ATTACHED_KINDS = ("paper", "points")
MAY_BE_ATTACHED = ("allowed", "unsaid")


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
            papers=tuple(handed_out(papers[n]).values()),
            notes=_notes(papers[n]),
            done_of=progress[n],
        )
        for n in cable_ids
    }


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


def _contact(contact: ContactRecord) -> str:
    return ", ".join(part for part in (contact.name, contact.email, contact.phone) if part)


def may_be_attached(kind: str, passing: str) -> bool:
    """Return whether a text of the cable is a paper that may leave the tracker as a file."""
    return kind in ATTACHED_KINDS and passing in MAY_BE_ATTACHED


def handed_out(papers: Sequence[PaperRecord]) -> dict[int, Paper]:
    """Return the papers that may be handed out, by id, under the names that letters give them."""
    chosen = [row for row in papers if may_be_attached(row.kind, row.passing)]
    return {row.id: Paper(name=f"{row.kind}-{n}", text=row.text) for n, row in enumerate(chosen, 1)}


def _notes(papers: Sequence[PaperRecord]) -> tuple[str, ...]:
    """Return what a person must know of the cable's papers: what is held back, and what it does not say."""
    mine = [row for row in papers if row.kind in ATTACHED_KINDS]
    notes = []
    if any(row.passing not in MAY_BE_ATTACHED for row in mine):
        notes.append(later("The cable limits what may be passed on of its paper; it is not attached."))
    if any(row.passing == "unsaid" for row in mine):
        notes.append(later("The cable does not say whether the attached paper may be handed over."))
    return tuple(notes)
