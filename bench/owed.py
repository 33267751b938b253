"""Many tasks made at once: one is made and planned by the services, the others are copies of its row."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from tests.mail_world import World
from tracker.store.people import Officer
from tracker.store.tasks import Task

CHUNK = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What was made: the tasks, and those who owe them."""

    tasks: int
    officers: int


def copies(world: World, count: int, *, officers: int, paper: str = "") -> Owed:
    """Make so many open tasks, owned in turn by so many officers, each with its next moment."""
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        if paper:
            world.paper(session, cable, paper)
        first = world.task(session, cable, post, owner_id=world.officer(session, "officer").id)
        owner = _values(Officer, first.owner)
        owners = [first.owner_id, *_insert(session, Officer, (_owner(owner, n) for n in range(1, officers)))]
        task = _values(Task, first)
        _insert(
            session,
            Task,
            (
                task
                | {"owner_id": owners[n % officers], "proposal_id": first.proposal_id, "occurrence": n + 1}
                for n in range(1, count)
            ),
        )
    return Owed(tasks=count, officers=officers)


def put_off(world: World, days: int) -> None:
    """Let the next moment of each task lie so many days on."""
    with world.transaction() as session:
        session.execute(update(Task).values(next_moment_at=world.now + timedelta(days=days)))


def _owner(values: dict[str, Any], number: int) -> dict[str, Any]:
    login = f"officer{number:06d}"
    return values | {"login": login, "email": f"{login}@officers.example"}


def _values(table: Any, row: Any) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in table.__table__.columns if column.key != "id"}


def _insert(session: Session, table: Any, rows: Any) -> list[int]:
    made, ids = list(rows), []
    for start in range(0, len(made), CHUNK):
        ids += session.scalars(insert(table).returning(table.id), made[start : start + CHUNK])
    return ids
