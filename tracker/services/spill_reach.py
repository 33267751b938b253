"""How far a cable's words have gone beside its own rows: letters, notices, mails, notes on tasks of other cables.

They are found by the links to its tasks, by its number, and by the sentences that were taken from it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from tracker.domain.delivery import MessageState
from tracker.store.answers import AnswerRecord
from tracker.store.cables import CableRecord, ProposalRecord
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task, TaskEvent

SHORTEST = 25  # characters; shorter words stand in many places by themselves
LONGEST = 200  # letters shorten a sentence
LINK = re.compile(r"/(task|cable)s/(\d{1,18})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a cable is known by: the ids of it and its tasks in links, its number, its sentences, folded."""

    cable_id: int
    tasks: frozenset[int]
    names: tuple[str, ...]
    sentences: tuple[str, ...]

    def are_in(self, text: str) -> bool:
        """Return whether a text tells of the cable."""
        links = {(kind, int(number)) for kind, number in LINK.findall(text)}
        if ("cable", self.cable_id) in links or any(("task", one) in links for one in self.tasks):
            return True
        folded = _folded(text)
        return any(name in folded for name in (*self.names, *self.sentences))

    def are_quoted_in(self, text: str) -> bool:
        """Return whether a text repeats a sentence of the cable; to name it is not enough."""
        folded = _folded(text)
        return any(sentence in folded for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The ids of what tells of the cable. `lines` and `notes` are of tasks of other cables."""

    letters: set[int] = field(default_factory=set)
    notices: set[int] = field(default_factory=set)
    mails: set[int] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)


def reach(session: Session, record: CableRecord, task_ids: Collection[int]) -> Reach:
    """Return all that tells of the cable; its rows are locked by the caller, so that nothing more comes."""
    words = _words_of(session, record, task_ids)
    since = record.received_at
    answered = select(AnswerRecord.task_id).where(AnswerRecord.cable_id == record.id)
    others = set(session.scalars(answered.where(AnswerRecord.task_id.not_in(task_ids))))
    letters = set(session.scalars(select(ReminderSlot.message_id).where(_of_tasks(task_ids))))
    doubted = (
        OutgoingMessage.state == MessageState.CANCELLED,  # its slots went to the letter that took its place
        ~OutgoingMessage.slots.any(),
        OutgoingMessage.slots.any(ReminderSlot.task_id.in_(others)),
    )
    bodies = select(OutgoingMessage.id, OutgoingMessage.subject, OutgoingMessage.body)
    for row in session.execute(bodies.where(OutgoingMessage.written_at >= since, or_(*doubted))):
        if row.id not in letters and words.are_in(f"{row.subject}\n{text_of(row.body)}"):
            letters.add(row.id)
    notices = select(NoticeRecord).where(NoticeRecord.made_at >= since)
    told = {row.id for row in session.scalars(notices) if words.are_in(_told(row))}
    return Reach(
        letters={one for one in letters if one is not None},
        notices=told,
        mails=set(_mails(session, record, words)),
        lines=set(_lines(session, record, words, task_ids)),
        notes=set(_notes(session, words, task_ids)),
    )


def _words_of(session: Session, record: CableRecord, task_ids: Collection[int]) -> Words:
    asks = select(ProposalRecord.title, ProposalRecord.quote).where(ProposalRecord.cable_id == record.id)
    tasks = select(Task.title, Task.quote).where(Task.id.in_(task_ids))
    answers = select(AnswerRecord.quote).where(AnswerRecord.cable_id == record.id)
    found = [record.subject or ""]
    found += [words for rows in (asks, tasks, answers) for row in session.execute(rows) for words in row]
    names = (record.mrn, record.canonical_id)
    return Words(
        cable_id=record.id,
        tasks=frozenset(task_ids),
        names=tuple(_folded(name) for name in names if name),
        sentences=tuple(dict.fromkeys(_sentences(found))),
    )


def _sentences(found: Iterable[str]) -> Iterator[str]:
    for words in found:
        folded = _folded(words)[:LONGEST]
        if len(folded) >= SHORTEST:
            yield folded


def _of_tasks(task_ids: Collection[int]) -> ColumnElement[bool]:
    return ReminderSlot.task_id.in_(task_ids) & ReminderSlot.message_id.is_not(None)


def _told(row: NoticeRecord) -> str:
    paths = [f"{words} {path}" for words, path in row.entries]
    return "\n".join((row.subject, *row.paragraphs, *paths, *(f"/tasks/{one}" for one in row.tasks)))


def _mails(session: Session, record: CableRecord, words: Words) -> Iterator[int]:
    kept = select(IncomingMessage.id, IncomingMessage.subject, IncomingMessage.text).where(
        IncomingMessage.received_at >= record.received_at, IncomingMessage.text.is_not(None)
    )
    for row in session.execute(kept):
        if words.are_in(f"{row.subject}\n{row.text}"):
            yield row.id


def _lines(session: Session, record: CableRecord, words: Words, task_ids: Collection[int]) -> Iterator[int]:
    said = select(TaskEvent.id, TaskEvent.note)
    of_others = said.where(TaskEvent.at >= record.received_at, TaskEvent.task_id.not_in(task_ids))
    for row in session.execute(of_others.where(TaskEvent.note.is_not(None))):
        if words.are_quoted_in(row.note):
            yield row.id


def _notes(session: Session, words: Words, task_ids: Collection[int]) -> Iterator[int]:
    said = select(Task.id, Task.note, Task.report).where(Task.id.not_in(task_ids))
    for row in session.execute(said.where(or_(Task.note.is_not(None), Task.report.is_not(None)))):
        if words.are_quoted_in(f"{row.note}\n{row.report}"):
            yield row.id


def text_of(body: bytes) -> str:
    """Return the texts of a letter of ours, its calendar entry's lines made whole."""
    parts = message_from_bytes(body, policy=policy.default).walk()
    texts = [part.get_content() for part in parts if part.get_content_maintype() == "text"]
    return "\n".join(texts).replace("\r\n ", "").replace("\n ", " ")


def _folded(text: str) -> str:
    return " ".join(text.split()).lower()
