"""Reads of what was heard of tasks, by later cables and by mail, and of which cables cite one another."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, joinedload

from tracker.domain.closing import TAKEN_BACK
from tracker.domain.lifecycle import Verdict
from tracker.store.answers import AnswerRecord, Citation
from tracker.store.cables import CableRecord
from tracker.store.inbox import HELD, IncomingMessage
from tracker.store.places import Post
from tracker.store.queries import sight, tasks
from tracker.store.queries.tasks import Posts
from tracker.store.tasks import Task
from tracker.texts import later

MOST = 1_500
MOST_CITED = 50
MOST_HEARD = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedCable:
    """A cable that cites or is cited: its number, whether in REF, the words, and its tasks that may be seen."""

    id: int
    number: str
    subject: str
    is_reference: bool
    quote: str
    is_cited: bool  # else it cites
    open_tasks: int
    tasks: int


def of_cable(session: Session, cable_id: int, only_posts: Posts) -> Sequence[AnswerRecord]:
    """Return what the cable says of tasks that may be seen, in the order of the tasks; waiting ones only of open tasks."""
    wanted = (
        select(AnswerRecord)
        .join(Task, Task.id == AnswerRecord.task_id)
        .where(AnswerRecord.cable_id == cable_id, *tasks.seen_by(only_posts))
        .where(or_(AnswerRecord.verdict != Verdict.WAITING, Task.closed_at.is_(None)))
        .options(
            joinedload(AnswerRecord.task).joinedload(Task.post),
            joinedload(AnswerRecord.task).joinedload(Task.cable),
        )
        .order_by(Task.id)
        .limit(MOST)
    )
    return session.scalars(wanted).all()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was heard of a task: by a later cable under REF, or by mail."""

    id: int
    who: str  # the cable's number, or the sender
    subject: str
    text: str  # the sentence, or the mail's text
    at: datetime
    cable_id: int | None  # None: a mail
    is_waiting: bool
    decided_by: str | None
    reason: str

    @classmethod
    def of(cls, columns: Sequence[Any]) -> "Heard":
        """Return it from the columns of `heard_of`."""
        key, who, subject, text, at, cable_id, state, decided_by, reason = columns
        return cls(
            id=key,
            who=who or "nobody named",
            subject=subject or "no subject",
            text=(text or "").removeprefix(subject or "").strip(),  # it is kept with its subject above it
            at=at,
            cable_id=cable_id,
            is_waiting=state in (Verdict.WAITING, HELD),
            decided_by=decided_by,
            reason=reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardOf:
    """A task of which something was heard that waits for a person."""

    task_id: int
    task: str
    post: str
    heard: Heard


def heard_columns() -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Return the columns of `Heard`, for an answer with its cable and for a mail."""
    said = (
        AnswerRecord.id,
        func.coalesce(CableRecord.mrn, CableRecord.canonical_id),
        CableRecord.subject,
        AnswerRecord.quote,
        CableRecord.received_at,
        AnswerRecord.cable_id,
        AnswerRecord.verdict,
        AnswerRecord.decided_by,
        AnswerRecord.kind,
    )
    mail = IncomingMessage
    written = (
        mail.id, mail.sender, mail.subject, mail.text, mail.received_at, cast(null(), Integer), mail.state,
        mail.read_by, mail.reason,
    )  # fmt: skip
    return said, written


def waiting(session: Session, works: Posts, cancels: Posts) -> list[HeardOf]:
    """Return what was heard of tasks and waits for this reader's word, by task. One query.

    `works` are the posts whose tasks he may work on, `cancels` those whose tasks he may take back.
    """
    said, written = heard_columns()
    whose = (Task.id, Task.title, Post.name)
    by_cable = (
        select(*said, *whose)
        .select_from(AnswerRecord)
        .join(CableRecord, CableRecord.id == AnswerRecord.cable_id)
        .join(Task, Task.id == AnswerRecord.task_id)
        .join(Post, Post.id == Task.post_id)
        .where(AnswerRecord.verdict == Verdict.WAITING, Task.closed_at.is_(None), _decided_by(works, cancels))
    )
    by_mail = (
        select(*written, *whose)
        .select_from(IncomingMessage)
        .join(Task, Task.id == IncomingMessage.task_id)
        .join(Post, Post.id == Task.post_id)
        .where(IncomingMessage.state == HELD, *tasks.seen_by(works))
    )
    rows = session.execute(union_all(by_cable, by_mail).limit(MOST_HEARD))
    found = [
        HeardOf(task_id=key, task=title, post=post, heard=Heard.of(columns))
        for *columns, key, title, post in rows
    ]
    return sorted(found, key=lambda one: (one.task_id, one.heard.at), reverse=True)


def waiting_replies(only_posts: Posts) -> Select[int]:
    """Return the mails on tasks of these posts that nobody has read."""
    return (
        select(IncomingMessage.id)
        .join(Task, Task.id == IncomingMessage.task_id)
        .where(IncomingMessage.state == HELD, *tasks.seen_by(only_posts))
    )


def waiting_tasks(works: Posts, cancels: Posts) -> Select[int]:
    """Return the open tasks of which a later cable says something that this reader may decide on."""
    return (
        select(AnswerRecord.task_id)
        .join(Task, Task.id == AnswerRecord.task_id)
        .where(AnswerRecord.verdict == Verdict.WAITING, Task.closed_at.is_(None), _decided_by(works, cancels))
        .distinct()
    )


def _decided_by(works: Posts, cancels: Posts) -> ColumnElement[bool]:
    """Return the condition that a reader may decide on an answer: who works on a task may not take it back."""
    takes_back = AnswerRecord.kind.in_(TAKEN_BACK)
    return or_(and_(takes_back, *tasks.seen_by(cancels)), and_(~takes_back, *tasks.seen_by(works)))


def citations(
    session: Session, cable_id: int, canonical_id: str | None, only_posts: Collection[int] | None
) -> list[CitedCable]:
    """Return the cables here that this one cites, or that cite it, as far as the reader may see them.

    Those in REF come first. One query.
    """
    seen = tasks.seen_by(None if only_posts is None else frozenset(only_posts))
    made = select(func.count(Task.id)).where(Task.cable_id == CableRecord.id, *seen)
    counts = [
        one.correlate(CableRecord).scalar_subquery() for one in (made.where(Task.closed_at.is_(None)), made)
    ]
    pairs = _pairs(cable_id, canonical_id).subquery()
    columns = (CableRecord.id, CableRecord.mrn, CableRecord.canonical_id, CableRecord.subject)
    rows = session.execute(
        select(*columns, Citation.is_reference, Citation.quote, pairs.c.is_cited, *counts)
        .join(pairs, pairs.c.other == CableRecord.id)
        .join(Citation, Citation.id == pairs.c.citation)
        .where(*sight.of_cables(only_posts))
        .order_by(case((Citation.is_reference, 0), else_=1), Citation.id)
        .limit(MOST_CITED)
    )
    return [
        CitedCable(
            id=key,
            number=mrn or name or later("Text %(number)s", number=key),
            subject=subject or later("No subject line"),
            is_reference=is_reference,
            quote=quote,
            is_cited=bool(is_cited),
            open_tasks=is_open,
            tasks=total,
        )
        for key, mrn, name, subject, is_reference, quote, is_cited, is_open, total in rows
    ]


def _pairs(cable_id: int, canonical_id: str | None) -> CompoundSelect[int, int, int]:
    """Return each citation with the other cable: cited by this one (1), or citing it (0)."""
    cited = (
        select(CableRecord.id.label("other"), Citation.id.label("citation"), literal(1).label("is_cited"))
        .join(Citation, Citation.cited_id == CableRecord.canonical_id)
        .where(Citation.cable_id == cable_id)
    )
    citing = select(Citation.cable_id, Citation.id, literal(0)).where(
        Citation.cited_id == (canonical_id or ""), Citation.cable_id != cable_id
    )
    return union_all(cited, citing)
