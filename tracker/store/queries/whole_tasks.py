"""All that a task's page shows: the ask in its paragraph, history, people, papers, the other posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status, moves_from
from tracker.domain.places import PostBook
from tracker.errors import NotFound
from tracker.store.cables import CableVersion, ContactRecord, PaperRecord, ProposalRecord
from tracker.store.places import Post
from tracker.store.queries import tasks
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task, TaskEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One line of the history."""

    at: datetime
    by: str
    way: str
    kind: str
    before: dict[str, Any]
    after: dict[str, Any]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """The same ask at a post: one line of the roll-up."""

    id: int
    post: str
    status: str
    outcome: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A point of contact of the cable; `is_confirmed`: letters go there."""

    id: int
    name: str | None
    email: str | None
    phone: str | None
    other: str | None
    is_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A text of the cable to hand over, speak or keep."""

    id: int
    kind: str
    passing: str
    first_words: str
    last_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage:
    """A task with all that belongs to it. `around` is the paragraph before, the ask, and after."""

    task: TaskRow
    note: str | None
    due_quote: str | None
    due_explained: tuple[str, ...]
    around: tuple[str, str, str]
    history: tuple[HistoryLine, ...]
    siblings: tuple[Sibling, ...]  # this task among them, by post
    contacts: tuple[Contact, ...]
    papers: tuple[Paper, ...]

    @property
    def moves(self) -> tuple[Status, ...]:
        """The states it may move to."""
        return moves_from(Status(self.task.status))

    @property
    def finished(self) -> int:
        """How many posts have done the ask."""
        return sum(sibling.status == Status.DONE for sibling in self.siblings)

    @property
    def missing(self) -> tuple[str, ...]:
        """The posts that still owe it."""
        return tuple(one.post for one in self.siblings if not Status(one.status).is_closed)


def task_page(
    session: Session, task_id: int, *, now: datetime, book: PostBook, only_posts: Posts = None
) -> TaskPage:
    """Return a task with all that belongs to it; raise NotFound where it is not the reader's to see."""
    statement = tasks.selected().where(Task.id == task_id, *tasks.seen_by(only_posts))
    found = tasks.read(session, statement, now=now, book=book)
    if not found:
        raise NotFound(f"There is no task {task_id}, or it is not yours to see.")
    row = found[0]
    rest = session.execute(
        select(Task.note, Task.due_quote, Task.due_explained, ProposalRecord.spans, CableVersion.text)
        .join(ProposalRecord, ProposalRecord.id == Task.proposal_id)
        .join(
            CableVersion,
            (CableVersion.cable_id == Task.cable_id) & (CableVersion.number == ProposalRecord.version),
        )
        .where(Task.id == task_id)
    ).one()
    return TaskPage(
        task=row,
        note=rest.note,
        due_quote=rest.due_quote,
        due_explained=tuple(rest.due_explained),
        around=_around(rest.text, rest.spans),
        history=_history(session, task_id),
        siblings=_siblings(session, row.proposal_id, only_posts),
        contacts=_contacts(session, row.cable_id),
        papers=_papers(session, row.cable_id),
    )


def _around(text: str, spans: Sequence[Sequence[int]]) -> tuple[str, str, str]:
    start, end = spans[0][0], spans[-1][1]
    first = text.rfind("\n\n", 0, start) + 1
    last = text.find("\n\n", end)
    after = text[end : last if last >= 0 else len(text)]
    ask = " ".join(text[one[0] : one[1]].strip() for one in spans)
    return text[first:start].lstrip("\n"), ask, after.rstrip("\n")


def _history(session: Session, task_id: int) -> tuple[HistoryLine, ...]:
    rows = session.execute(
        select(
            TaskEvent.at,
            TaskEvent.by,
            TaskEvent.way,
            TaskEvent.kind,
            TaskEvent.before,
            TaskEvent.after,
            TaskEvent.note,
        )
        .where(TaskEvent.task_id == task_id)
        .order_by(TaskEvent.id)
    )
    return tuple(HistoryLine(**row._asdict()) for row in rows)


def _siblings(session: Session, proposal_id: int, only_posts: Posts) -> tuple[Sibling, ...]:
    rows = session.execute(
        select(Task.id, Post.name.label("post"), Task.status, Task.outcome)
        .join(Post, Post.id == Task.post_id)
        .where(Task.proposal_id == proposal_id, *tasks.seen_by(only_posts))
        .order_by(Post.name)
    )
    return tuple(Sibling(**row._asdict()) for row in rows)


def _contacts(session: Session, cable_id: int) -> tuple[Contact, ...]:
    rows = session.execute(
        select(
            ContactRecord.id,
            ContactRecord.name,
            ContactRecord.email,
            ContactRecord.phone,
            ContactRecord.other,
            ContactRecord.confirmed_at.is_not(None).label("is_confirmed"),
        )
        .where(ContactRecord.cable_id == cable_id)
        .order_by(ContactRecord.id)
    )
    return tuple(Contact(**row._asdict()) for row in rows)


def _papers(session: Session, cable_id: int) -> tuple[Paper, ...]:
    rows = session.execute(
        select(
            PaperRecord.id,
            PaperRecord.kind,
            PaperRecord.passing,
            PaperRecord.first_words,
            PaperRecord.last_words,
        )
        .where(PaperRecord.cable_id == cable_id)
        .order_by(PaperRecord.id)
    )
    return tuple(Paper(**row._asdict()) for row in rows)
