"""Marks open tasks whose plan must be worked out anew: the next tick does, some at a time.

For changes that may touch very many tasks: who manages, who is switched off, how the tree stands. A mark
is a next moment that has come; no letter goes by it, for the tick looks what is owed.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select, true, update
from sqlalchemy.orm import Session

from tracker.domain.access import Role
from tracker.store.absences import AbsenceRecord
from tracker.store.company import TaskPerson
from tracker.store.messages import Pulse
from tracker.store.people import Officer
from tracker.store.queries import tasks, tree
from tracker.store.tasks import Task

MANAGING = (Role.POST_MANAGER, Role.MANAGER)  # those on the ladder


def of_grant(session: Session, officer: Officer, role: str, post_id: int | None, unit_id: int | None) -> None:
    """Mark what a role given or taken away may change: its holder's own tasks, and those below a manager."""
    where = [_his(session, officer)]
    if role in MANAGING:
        where.append(_below(session, post_id, unit_id))
    _mark(session, or_(*where))


def of_officer(session: Session, officer: Officer) -> None:
    """Mark what an officer's address, clock or being here may change."""
    managed = (grant for grant in officer.grants if grant.role in MANAGING)
    below = (_below(session, grant.post_id, grant.unit_id) for grant in managed)
    _mark(session, or_(_his(session, officer), *below))


def of_posts(session: Session, post_ids: Collection[int]) -> None:
    """Mark the tasks of these posts."""
    _mark(session, Task.post_id.in_(sorted(post_ids)))


def of_unit(session: Session, unit_id: int) -> None:
    """Mark the tasks of the posts below a unit."""
    of_posts(session, tree.posts_below(session, [unit_id])[unit_id])


def _below(session: Session, post_id: int | None, unit_id: int | None) -> ColumnElement[bool]:
    if post_id is not None:
        return Task.post_id == post_id
    if unit_id is not None:
        return Task.post_id.in_(sorted(tree.posts_below(session, [unit_id])[unit_id]))
    return true()


def _his(session: Session, officer: Officer) -> ColumnElement[bool]:
    """Return the condition of the tasks he leads or stands beside, or gets letters of in somebody's place."""
    standing_in = select(AbsenceRecord.officer_id).where(AbsenceRecord.stand_in_id == officer.id)
    wishes = session.execute(select(Officer.id, Officer.wishes).where(Officer.wishes.is_not(None)))
    people = {row.id for row in wishes if (row.wishes or {}).get("late_to") == officer.id}
    people |= {officer.id, *session.scalars(standing_in)}
    beside = select(TaskPerson.task_id).where(TaskPerson.officer_id.in_(people))
    return or_(Task.owner_id.in_(people), Task.id.in_(beside))


def _mark(session: Session, where: ColumnElement[bool]) -> None:
    """Let the plan of open tasks be worked out by the next tick, after what has been owed for longer."""
    session.flush()
    last_tick = select(func.max(Pulse.ticked_at)).scalar_subquery()
    session.execute(
        update(Task)
        .where(where, tasks.is_live())
        .values(next_moment_at=func.coalesce(last_tick, Task.accepted_at))
        .execution_options(synchronize_session=False)
    )
