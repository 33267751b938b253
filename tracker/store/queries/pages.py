"""Reads that pages alone need: a cable with all that was found in it, choices for forms, the demo's next moment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, raiseload

from tracker.domain import lifecycle
from tracker.domain.lifecycle import Verdict
from tracker.domain.places import PostBook
from tracker.errors import NotFound
from tracker.store.answers import AnswerRecord
from tracker.store.cables import CableRecord, ProposalRecord, SpillIncident
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post
from tracker.store.queries import closings, sight, tasks, tree
from tracker.store.queries.tasks import TaskRow
from tracker.store.tasks import Task
from tracker.texts import later

MOST_IN_GRID = 1_500


def officers_at(session: Session, posts: Collection[str], roles: Collection[str]) -> list[tuple[int, str]]:
    """Return the active officers who hold one of the roles at one of the posts, above it or everywhere, by name."""
    rows = session.execute(workers(posts, roles).order_by(Officer.name, Officer.id))
    return [(row.id, row.name) for row in rows]


def workers(posts: Collection[str | BindParameter[str]], roles: Collection[str]) -> Select[int, str]:
    """Return the select of the officers of `officers_at`."""
    above = select(tree.units_above(posts).c.id)
    return (
        select(Officer.id, Officer.name)
        .join(RoleGrant, RoleGrant.officer_id == Officer.id)
        .outerjoin(Post, Post.id == RoleGrant.post_id)
        .where(
            Officer.is_active,
            RoleGrant.role.in_(roles),
            or_(
                and_(RoleGrant.post_id.is_(None), RoleGrant.unit_id.is_(None)),
                Post.name.in_(posts),
                RoleGrant.unit_id.in_(above),
            ),
        )
        .distinct()
    )


def holders(roles: Collection[str]) -> Select[int, str]:
    """Return the select of the active officers who hold one of the roles anywhere."""
    held = select(RoleGrant.officer_id).where(RoleGrant.role.in_(roles))
    return select(Officer.id, Officer.name).where(Officer.is_active, Officer.id.in_(held))


def next_moment(session: Session) -> datetime | None:
    """Return the moment of the next reminder of any task, None where none is planned."""
    return session.scalar(select(func.min(Task.next_moment_at)))


def incidents(session: Session, limit: int = 200) -> Sequence[SpillIncident]:
    """Return the texts refused at the door, newest first; nothing of the texts was kept."""
    return session.scalars(select(SpillIncident).order_by(SpillIncident.id.desc()).limit(limit)).all()


@dataclass(frozen=True, slots=True, kw_only=True)
class CableLine:
    """A cable in the list. `asks` await a verdict, `answers` of open tasks too; tasks are those the reader may see."""

    id: int
    number: str
    subject: str
    origin: str | None  # None: the cable names none
    to: tuple[str, ...]
    sent_at: datetime | None
    received_at: datetime
    is_history: bool
    asks: int
    answers: int
    tasks: int
    open_tasks: int

    @property
    def is_waiting(self) -> bool:
        """Whether a person must still decide on something."""
        return self.asks > 0 or self.answers > 0


def cable_lines(
    session: Session, *, book: PostBook, only_posts: Collection[int] | None, limit: int = 50
) -> list[CableLine]:
    """Return the newest cables, those with asks or answers that await a verdict first."""
    asks = _count(ProposalRecord.cable_id == CableRecord.id).where(
        ProposalRecord.kind == "ask", ProposalRecord.verdict == Verdict.WAITING
    )
    mine = [Task.cable_id == CableRecord.id]
    if only_posts is not None:
        mine.append(Task.post_id.in_(only_posts))
    made = select(func.count(Task.id)).where(*mine).correlate(CableRecord).scalar_subquery()
    is_open = Task.status.in_(lifecycle.OPEN)
    open_tasks = select(func.count(Task.id)).where(*mine, is_open).correlate(CableRecord).scalar_subquery()
    waiting = asks.correlate(CableRecord).scalar_subquery()
    seen = None if only_posts is None else frozenset(only_posts)
    said = select(func.count(AnswerRecord.id)).where(
        AnswerRecord.cable_id == CableRecord.id,
        AnswerRecord.task_id.in_(closings.waiting_tasks(seen, seen)),
        AnswerRecord.verdict == Verdict.WAITING,
    )
    answers = said.correlate(CableRecord).scalar_subquery()
    wanted = (
        select(CableRecord, waiting, answers, made, open_tasks)
        .where(*sight.of_cables(only_posts))
        .options(raiseload("*"))
        .order_by(
            case((or_(waiting > 0, answers > 0), 0), else_=1),
            CableRecord.sent_at.desc().nulls_last(),
            CableRecord.id.desc(),
        )
        .limit(limit)
    )
    return [_line(*row) for row in session.execute(wanted)]


def _count(condition: ColumnElement[bool]) -> Select[int]:
    return select(func.count(ProposalRecord.id)).where(condition)


def _line(record: CableRecord, asks: int, answers: int, tasks: int, open_tasks: int) -> CableLine:
    return CableLine(
        id=record.id,
        number=record.mrn or record.canonical_id or later("Text %(number)s", number=record.id),
        subject=record.subject or later("No subject line"),
        origin=record.origin,
        to=tuple(record.header["to"]),
        sent_at=record.sent_at,
        received_at=record.received_at,
        is_history=record.is_history,
        asks=asks,
        answers=answers,
        tasks=tasks,
        open_tasks=open_tasks,
    )


def tasks_of_cables(
    session: Session,
    cable_id: int,
    also: Collection[str],
    *,
    now: datetime,
    book: PostBook,
    only_posts: frozenset[int] | None,
) -> list[TaskRow]:
    """Return the tasks of a cable and of those that bear one of the numbers, the asks in order.

    Of an ask that comes back, one task of each post. Raise NotFound where the reader may see none of the cable's.
    """
    wanted = [Task.cable_id == cable_id]
    if also:
        wanted += [CableRecord.mrn.in_(also), CableRecord.canonical_id.in_(also)]
    statement = (
        tasks.selected()
        .where(or_(*wanted), *tasks.seen_by(only_posts))
        .order_by(Task.cable_id, Task.proposal_id, Post.name)
        .limit(MOST_IN_GRID)
    )
    found = tasks.read(session, statement, now=now, book=book)
    if not any(row.cable_id == cable_id for row in found):
        raise NotFound
    return _one_of_each_post(found)


def _one_of_each_post(rows: Sequence[TaskRow]) -> list[TaskRow]:
    """Return one task of each ask and post.

    Of an ask that comes back, the time that runs is shown: the first that any post still owes. Who has
    answered it is shown with the answer, though the next is open there already: it is not a second post.
    """
    times: dict[tuple[int, int], list[TaskRow]] = {}
    for row in sorted(rows, key=lambda row: row.occurrence):
        times.setdefault((row.proposal_id, row.post_id), []).append(row)
    running: dict[int, int] = {}
    for row in rows:
        if row.is_open:
            running[row.proposal_id] = min(running.get(row.proposal_id, row.occurrence), row.occurrence)
    shown = {
        next(
            (row.id for row in found if row.occurrence >= running.get(ask, row.occurrence + 1)), found[-1].id
        )
        for (ask, _), found in times.items()
    }
    return [row for row in rows if row.id in shown]


def posts_of_tasks(
    session: Session, task_ids: Collection[int], only_posts: frozenset[int] | None
) -> Sequence[str]:
    """Return the names of the posts that these tasks are of, as far as the reader may see them."""
    wanted = select(Post.name).join(Task, Task.post_id == Post.id).where(Task.id.in_(task_ids)).distinct()
    return session.scalars(wanted.where(*tasks.seen_by(only_posts))).all()
