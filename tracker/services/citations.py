"""Which cables a cable cites, and what it says of their open tasks: proposals, never an act by itself.

A post's cable may answer what its own post owes; one from Washington may take back what it asked of
the posts in its heading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from tracker.cable import parse
from tracker.cable.mentions import Cited, cited
from tracker.cable.parts import Cable, Evidence
from tracker.domain import bearing, closing
from tracker.domain.closing import Said
from tracker.domain.lifecycle import Verdict
from tracker.domain.places import PostBook
from tracker.extraction import extract
from tracker.extraction.designators import is_capital
from tracker.extraction.proposals import Answer
from tracker.store.answers import AnswerRecord, Citation
from tracker.store.cables import CablePost, CableRecord, CableVersion
from tracker.store.places import Post
from tracker.store.tasks import Task

MOST_LATER = 20  # cables that answered before the task was made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Later:
    """A cable that cites others: its row, what REF cites by letter or id, and the sentences that answer."""

    record: CableRecord
    cites: Sequence[Cited]
    answers: Sequence[Answer]


def keep(
    session: Session, record: CableRecord, cable: Cable, answers: Sequence[Answer], book: PostBook
) -> None:
    """Set whom the cable cites, and propose what its sentences say of open tasks, to what its text says now.

    What a person has decided stays. A number that only the body names counts where that cable is here.
    """
    found = cited(cable)
    named = [one for one in found if one.label is None]
    here = _here(session, [name for one in named for name in one.ids])
    if record.version > 1:
        _clear(session, record)
    session.add_all(
        Citation(
            cable_id=record.id, cited_id=name, is_reference=one.label is not None, **_evidence(one.evidence)
        )
        for one in found
        for name in one.ids
        if one.label is not None or name in here
    )
    later = _Later(record=record, cites=[one for one in found if one.label], answers=answers)
    _propose(session, later, _owed(session, later, book))


def look_back(session: Session, record: CableRecord, tasks: Sequence[Task], book: PostBook) -> None:
    """Propose for tasks just made what cables that had come in before say of them."""
    if record.canonical_id is None:
        return
    came = (
        select(CableRecord, CableVersion.text)
        .join(Citation, Citation.cable_id == CableRecord.id)
        .join(
            CableVersion,
            (CableVersion.cable_id == CableRecord.id) & (CableVersion.number == CableRecord.version),
        )
        .where(Citation.cited_id == record.canonical_id, Citation.is_reference, CableRecord.id != record.id)
        .order_by(CableRecord.id)
        .limit(MOST_LATER)
    )
    made = {task.id for task in tasks}
    for later_record, text in session.execute(came).all():
        cable = parse(text)
        cites = [one for one in cited(cable) if one.label]
        later = _Later(
            record=later_record, cites=cites, answers=extract(cable, is_day_off=_is_never_off).answers
        )
        owed = [pair for pair in _owed(session, later, book) if pair[0].id in made]
        _propose(session, later, owed)


def _is_never_off(day: date) -> bool:
    return False


def _clear(session: Session, record: CableRecord) -> None:
    undecided = AnswerRecord.verdict == Verdict.WAITING
    session.execute(delete(AnswerRecord).where(AnswerRecord.cable_id == record.id, undecided))
    session.execute(delete(Citation).where(Citation.cable_id == record.id))


def _here(session: Session, ids: Sequence[str]) -> frozenset[str]:
    if not ids:
        return frozenset()
    wanted = select(CableRecord.canonical_id).where(CableRecord.canonical_id.in_(ids))
    return frozenset(name for name in session.scalars(wanted) if name)


def _owed(session: Session, later: _Later, book: PostBook) -> list[tuple[Task, str]]:
    """Return the open tasks that the cable may answer or take back, each with the id of its cable."""
    ids = [name for one in later.cites for name in one.ids]
    posts = _posts(session, later.record, book) if later.answers and ids else []
    if not posts:
        return []
    record = later.record
    wanted = (
        select(Task, CableRecord.canonical_id)
        .join(CableRecord, CableRecord.id == Task.cable_id)
        .where(CableRecord.canonical_id.in_(ids), CableRecord.id != record.id)
        .where(Task.closed_at.is_(None), Task.post_id.in_(posts))
        .order_by(Task.id)
    )
    if record.sent_at is not None:
        wanted = wanted.where(or_(CableRecord.sent_at.is_(None), CableRecord.sent_at <= record.sent_at))
    return [(task, name or "") for task, name in session.execute(wanted)]


def _posts(session: Session, record: CableRecord, book: PostBook) -> list[int]:
    """Return whose tasks the cable may speak of: its own post's; from Washington those in its heading."""
    origin = record.origin or (record.mrn or "").rstrip("0123456789 ")
    if not origin:
        return []
    if is_capital(origin):
        return list(session.scalars(select(CablePost.post_id).where(CablePost.cable_id == record.id)))
    post = book.find(origin, record.sent_at.date() if record.sent_at else None)
    return list(session.scalars(select(Post.id).where(Post.name == post.designator))) if post else []


def _propose(session: Session, later: _Later, owed: Sequence[tuple[Task, str]]) -> None:
    if not owed:
        return
    said = _said_of(later)
    asked = _asked(session, owed)
    decided = set(
        session.scalars(select(AnswerRecord.task_id).where(AnswerRecord.cable_id == later.record.id))
    )
    for task, name in owed:
        answers = {_as_said(one): one for one in reversed(said.get(name, []))}
        best = closing.answering(list(reversed(answers)), task.quote, asked[name])
        if best is None or task.id in decided:
            continue
        session.add(
            AnswerRecord(
                cable_id=later.record.id,
                task_id=task.id,
                kind=bearing.kind_for(best.kind, best.quote, task.quote),
                promised_on=best.promised_on,
                **_evidence(answers[best].evidence),
            )
        )
    session.flush()


def _asked(session: Session, owed: Sequence[tuple[Task, str]]) -> Mapping[str, list[str]]:
    """Return all that each cited cable asked of anybody, done or not, by its id: a sentence may speak of another ask."""
    names = {task.cable_id: name for task, name in owed}
    wanted = select(Task.cable_id, Task.quote).where(Task.cable_id.in_(names)).order_by(Task.id)
    found: dict[str, dict[str, None]] = {}
    for cable_id, quote in session.execute(wanted):
        found.setdefault(names[cable_id], {})[quote] = None
    return {name: list(quotes) for name, quotes in found.items()}


def _said_of(later: _Later) -> Mapping[str, list[Answer]]:
    """Return the sentences that speak of each cable cited; one that names no reference speaks of all."""
    origin = later.record.origin or later.record.mrn or ""
    found: dict[str, list[Answer]] = {}
    for answer in later.answers:
        if (answer.kind in closing.TAKEN_BACK) != is_capital(origin):
            continue
        for one in later.cites:
            if answer.reference in (None, one.label):
                for name in one.ids:
                    found.setdefault(name, []).append(answer)
    return found


def _as_said(answer: Answer) -> Said:
    return Said(kind=answer.kind.value, quote=answer.evidence.quote, promised_on=answer.promised_day)


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {"quote": evidence.quote, "spans": [[span.start, span.end] for span in evidence.spans]}
