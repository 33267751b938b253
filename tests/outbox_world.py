"""Three letters that wait, and the short steps of the outbox as tests take them."""

from datetime import time
from pathlib import Path

from sqlalchemy import update

from tests.mail_world import World, at
from tracker.adapters.letters import Writer
from tracker.domain.delivery import Envelope, Outcome, OutcomeKind
from tracker.domain.policy import Policy
from tracker.services import outbox, reminders
from tracker.services.outbox import Claim, MessageRow
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task

TAKEN = Outcome(kind=OutcomeKind.TAKEN, words="250 ok")
LATER = Outcome(kind=OutcomeKind.LATER, words="451 later")
REFUSED = Outcome(kind=OutcomeKind.REFUSED, words="550 5.1.1 no such user")
DOUBT = Outcome(kind=OutcomeKind.DOUBT, words="unknown: the link broke")
RELAY = Outcome(kind=OutcomeKind.RELAY, words="the relay refused the connection")


def three_letters(database_url: str, folder: Path) -> World:
    """Return a world in which three posts have a letter waiting, the one to Tokyo due first."""
    at_any_hour = Policy(quiet_from=time(0), quiet_to=time(0))
    world = World(database_url, folder, policy=at_any_hour)
    with world.transaction() as session:
        cable = world.cable(session)
        for name in ("MEXICO", "CAIRO", "TOKYO"):
            post = world.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example")
            world.task(session, cable, post)
    world.now = at("2008-08-05 13:00")
    with world.transaction() as session:
        reminders.offer(session, world.now, world.installation, write=writer(world).write)
    return world


def writer(world: World) -> Writer:
    return Writer(world.runtime.settings)


def claim(world: World, limit: int = 10, lease_seconds: int = 90) -> list[Claim]:
    with world.transaction() as session:
        return outbox.claim(session, now=world.now, limit=limit, lease_seconds=lease_seconds)


def note(world: World, held: Claim) -> Envelope | None:
    with world.transaction() as session:
        return outbox.note_attempt(
            session, held, now=world.now, installation=world.installation, write=writer(world).write
        )


def noted(world: World, held: Claim) -> Envelope:
    envelope = note(world, held)
    assert envelope is not None
    return envelope


def record(world: World, envelope: Envelope, outcome: Outcome) -> bool:
    with world.transaction() as session:
        return outbox.record_result(session, envelope, outcome, now=world.now)


def rows(world: World, **values: int) -> list[MessageRow]:
    with world.transaction() as session:
        return outbox.message_rows(session, **values)


def row(world: World, message_id: int) -> MessageRow:
    return next(one for one in rows(world) if one.id == message_id)


def run_out(world: World, held: Claim) -> None:
    """Let the lease run out, as if the worker that holds it had died."""
    with world.transaction() as session:
        session.execute(update(OutgoingMessage).where(OutgoingMessage.id == held.id).values(lease_until=1.0))


def close(world: World, task_id: int) -> None:
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        task.status, task.closed_at = "done", world.now


def checked(world: World, limit: int = 10) -> list[Claim]:
    held = claim(world, limit=limit)
    with world.transaction() as session:
        return outbox.check(
            session, held, now=world.now, installation=world.installation, write=writer(world).write
        )
