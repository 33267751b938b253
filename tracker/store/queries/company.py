"""Reads of a task's company: who stands beside the lead, and the tasks that somebody stands beside."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, false, or_, select
from sqlalchemy.orm import Session

from tracker.domain.company import Part
from tracker.store import loaded, prepared
from tracker.store.company import TaskPerson
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.queries import grants
from tracker.store.tasks import Task


def of_tasks(session: Session, task_ids: Collection[int]) -> Sequence[TaskPerson]:
    """Return the company of these tasks: coordinators before watchers, in the order they came."""
    session.flush()
    found = of_rows(session, prepared.rows(session.connection(), company_of(), {"tasks": list(task_ids)}))
    grants.put(session, {one.officer for one in found if one.officer is not None})
    return found


def of_rows(session: Session, rows: Iterable[Sequence[Any]]) -> list[TaskPerson]:
    """Return the company that rows of `company_of` tell, in the order of `of_tasks`; their grants are not loaded."""
    found = [one for row in rows for one in _person(session, row)]
    return sorted(found, key=lambda one: (one.role, one.id))  # "coordinator" comes before "watcher"


def _person(session: Session, row: Sequence[Any]) -> Iterator[TaskPerson]:
    parts = loaded.Parts(session, row)
    one, officer, post = parts.take(TaskPerson), parts.take(Officer), parts.take(Post)
    if one is not None:
        loaded.relate(one, officer=officer, post=post)
        yield one


@cache
def company_of() -> Select[*tuple[Any, ...]]:
    """Return the statement of the company of `tasks`, each with officer and post; in no order."""
    columns = (loaded.columns(table) for table in (TaskPerson, Officer, Post))
    return (
        select(*chain.from_iterable(columns))
        .outerjoin(Officer, Officer.id == TaskPerson.officer_id)
        .outerjoin(Post, Post.id == TaskPerson.post_id)
        .where(TaskPerson.task_id.in_(bindparam("tasks", expanding=True)))
    )


def is_of(session: Session, task_id: int, officer_id: int | None, posts: Collection[int] | None) -> bool:
    """Return whether the officer, or one of the posts, stands beside the task."""
    found = select(TaskPerson.id).where(TaskPerson.task_id == task_id, _is(officer_id, posts))
    return session.scalar(found.limit(1)) is not None


def stands_beside(
    officer_id: ColumnElement[int] | int | None, posts: Collection[int] | None, part: Part | None = None
) -> ColumnElement[bool]:
    """Return the condition of the tasks that the officer, or one of the posts, stands beside."""
    ids = select(TaskPerson.task_id).where(_is(officer_id, posts))
    return Task.id.in_(ids.where(TaskPerson.role == part) if part else ids)


def _is(officer_id: ColumnElement[int] | int | None, posts: Collection[int] | None) -> ColumnElement[bool]:
    return or_(
        TaskPerson.officer_id == officer_id if officer_id is not None else false(),
        TaskPerson.post_id.in_(sorted(posts)) if posts else false(),
    )
