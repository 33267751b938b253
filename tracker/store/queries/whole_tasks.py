"""Reads of a task's page: the ask with its text, how the other posts stand, papers, linked tasks, who may own it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    String,
    Subquery,
    Text,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from tracker.domain.lifecycle import Outcome, Status
from tracker.domain.roll_up import ANSWERS, DELIVERS, RollUp, is_delivery
from tracker.errors import NotFound
from tracker.store import loaded, prepared
from tracker.store.answers import AnswerRecord
from tracker.store.base import UTCDateTime
from tracker.store.cables import CableRecord, CableVersion, ContactRecord, PaperRecord, ProposalRecord
from tracker.store.company import TaskPerson
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import ReminderSlot
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post
from tracker.store.queries import closings, grants, pages
from tracker.store.queries.closings import Heard
from tracker.store.queries.tasks import Posts
from tracker.store.series import Series
from tracker.store.tasks import Task
from tracker.texts import _

WHOLE = (Task, Post, CableRecord, Officer, Series)
BESIDE: Mapping[str, ColumnElement[bool]] = {
    "contacts": ContactRecord.cable_id == Task.cable_id,
    "company": TaskPerson.task_id == Task.id,
    "letters": ReminderSlot.task_id == Task.id,
}
COUNTED = 9 + len(
    BESIDE
)  # columns before the grants: text, spans, what there is, how many posts, and six sums


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeTask:
    """A task with the text it comes from, and how the same ask stands at the posts that may be seen."""

    task: Task
    text: str
    spans: list[list[int]]
    roll_up: RollUp
    lacks: frozenset[str]  # of BESIDE, what it has none of: it need not be asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A text inside the cable, without its words."""

    id: int
    kind: str
    passing: str
    first_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Another task, as a link names it."""

    id: int
    title: str
    post: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a task; `linked` by their numbers, only those that may be seen."""

    papers: tuple[Paper, ...]
    linked: dict[int, Linked]
    officers: list[tuple[int, str]]
    heard: tuple[Heard, ...]  # newest first


def whole_task(session: Session, task_id: int, *, now: datetime, only_posts: Posts) -> WholeTask:
    """Return a task with its ask; raise NotFound where there is none. The caller asks who may see it."""
    rows = prepared.rows(session.connection(), _whole(only_posts), {"task": task_id, "now": now})
    if not rows:
        raise NotFound(_("There is no task %(task_id)s, or it is not yours to see.", task_id=task_id))
    parts = loaded.Parts(session, rows[0])
    task, post, cable, owner, series = (parts.take(table) for table in WHOLE)
    assert isinstance(task, Task)
    loaded.relate(task, post=post, cable=cable, owner=owner, series=series)
    text, spans, *numbers = parts.rest()[:COUNTED]
    has, (posts, *sums) = numbers[: len(BESIDE)], numbers[len(BESIDE) :]
    if isinstance(owner, Officer):
        loaded.relate(owner, grants=grants.of_rows(session, rows))
    return WholeTask(
        task=task,
        text=text,
        spans=json.loads(spans),
        roll_up=_roll_up(task, posts, sums),
        lacks=frozenset(name for name, is_there in zip(BESIDE, has, strict=True) if not is_there),
    )


def _roll_up(task: Task, posts: int, sums: Sequence[int | None]) -> RollUp:
    handed_over, *others = (int(number or 0) for number in sums)
    can_be = handed_over > 0 or is_delivery(task.title)
    done, delivered, answered, agreed, late = others
    return RollUp(
        posts=posts,
        to_deliver=posts if can_be else 0,
        done=done,
        delivered=delivered if can_be else 0,
        answered=answered,
        agreed=agreed,
        late=late,
    )


@lru_cache(maxsize=256)
def _whole(only_posts: Posts) -> Select[*tuple[Any, ...]]:
    """Return the statement of `task` and `now` for readers of the same posts: making it costs more than asking."""
    counts, of_grant = _counts(only_posts), aliased(Post)
    whole = (loaded.columns(table) for table in WHOLE)
    return (
        select(
            *chain.from_iterable(whole),
            CableVersion.text,
            cast(ProposalRecord.spans, Text),
            *(exists().where(condition) for condition in BESIDE.values()),
            *counts.c,
            *loaded.columns(RoleGrant),
            *loaded.columns(of_grant, Post),
        )
        .join(Post, Post.id == Task.post_id)
        .join(CableRecord, CableRecord.id == Task.cable_id)
        .outerjoin(Officer, Officer.id == Task.owner_id)
        .outerjoin(Series, Series.id == Task.series_id)
        .outerjoin(RoleGrant, RoleGrant.officer_id == Officer.id)
        .outerjoin(of_grant, of_grant.id == RoleGrant.post_id)
        .join(ProposalRecord, ProposalRecord.id == Task.proposal_id)
        .join(
            CableVersion,
            (CableVersion.cable_id == ProposalRecord.cable_id)
            & (CableVersion.number == ProposalRecord.version),
        )
        .join(counts, true())
        .where(Task.id == bindparam("task"))
        .order_by(RoleGrant.id)
    )


def _counts(only_posts: Posts) -> Subquery:
    """Return the counts of the same ask, of the same time it came, at the posts that may be seen."""
    same = aliased(Task)
    this = select(Task.proposal_id, Task.occurrence).where(Task.id == bindparam("task")).subquery()
    is_late = same.closed_at.is_(None) & same.is_history.is_(False) & (same.due_at < bindparam("now"))
    conditions = {
        "handed_over": same.delivered_on.is_not(None),
        "done": same.status == Status.DONE,
        "delivered": or_(same.delivered_on.is_not(None), same.outcome.in_(DELIVERS)),
        "answered": or_(same.reported_at.is_not(None), same.outcome.in_(ANSWERS)),
        "agreed": same.outcome == Outcome.AGREED,
        "late": is_late,
    }
    sums = [func.sum(case((holds, 1), else_=0)).label(name) for name, holds in conditions.items()]
    wanted = select(func.count().label("posts"), *sums).join_from(
        same, this, (same.proposal_id == this.c.proposal_id) & (same.occurrence == this.c.occurrence)
    )
    if only_posts is not None:
        wanted = wanted.where(same.post_id.in_(sorted(only_posts)))
    return wanted.subquery()


def beside(
    session: Session, task: Task, *, linked: Collection[int], only_posts: Posts, roles: Collection[str]
) -> Beside:
    """Return, in one query, the cable's papers, the linked tasks that may be seen, who may own the task, what was heard.

    With no roles nobody is looked for.
    """
    statement = _what_is_beside(bool(linked), only_posts, tuple(roles))
    values: dict[str, Any] = {"task": task.id, "cable": task.cable_id, "post": task.post.name}
    if linked:
        values["linked"] = sorted(linked)
    rows: dict[str, list[Any]] = {"paper": [], "task": [], "officer": [], "heard": []}
    for what, *columns in prepared.rows(session.connection(), statement, values):
        rows[what].append(columns)
    return Beside(
        papers=tuple(
            Paper(id=key, kind=kind, passing=passing, first_words=words)
            for key, kind, passing, words, *_ in sorted(rows["paper"], key=lambda one: one[0])
        ),
        linked={
            key: Linked(id=key, title=title, post=post, status=status)
            for key, title, post, status, *_ in rows["task"]
        },
        officers=sorted(((key, name) for key, name, *_ in rows["officer"]), key=lambda one: (one[1], one[0])),
        heard=tuple(sorted(map(Heard.of, rows["heard"]), key=lambda one: one.at, reverse=True)),
    )


@lru_cache(maxsize=256)
def _what_is_beside(has_links: bool, only_posts: Posts, roles: tuple[str, ...]) -> CompoundSelect[Any]:  # noqa: FBT001 - a key of the cache
    """Return the statement of `task`, `cable`, `post` and `linked`, made once for readers of the same posts."""
    parts = [
        select(
            literal("paper"), PaperRecord.id, PaperRecord.kind, PaperRecord.passing, PaperRecord.first_words
        ).where(PaperRecord.cable_id == bindparam("cable"))
    ]
    if has_links:
        parts.append(_linked(only_posts))
    if roles:
        known = pages.workers([bindparam("post", type_=String)], roles).subquery()
        parts.append(select(literal("officer"), known.c.id, known.c.name, literal(""), literal("")))
    empty = (cast(null(), UTCDateTime), cast(null(), Integer), literal(""), literal(""), literal(""))
    return union_all(*(part.add_columns(*empty) for part in parts), *_heard())


def _heard() -> tuple[Select[*tuple[Any, ...]], ...]:
    """Return what later cables and mails said of the task."""
    said, written = closings.heard_columns()
    return (
        select(literal("heard"), *said)
        .join_from(AnswerRecord, CableRecord, CableRecord.id == AnswerRecord.cable_id)
        .where(AnswerRecord.task_id == bindparam("task")),
        select(literal("heard"), *written).where(IncomingMessage.task_id == bindparam("task")),
    )


def _linked(only_posts: Posts) -> Select[*tuple[Any, ...]]:
    found = (
        select(literal("task"), Task.id, Task.title, Post.name, Task.status)
        .join(Post, Post.id == Task.post_id)
        .where(Task.id.in_(bindparam("linked", expanding=True)))
    )
    return found if only_posts is None else found.where(Task.post_id.in_(sorted(only_posts)))
