"""A world in which a cable's words have gone everywhere: tasks at two posts, letters, notices, replies, files, notes."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, inspect, select, text

from tests.work_world import BODY, MONDAY, World, book, cable
from tracker.adapters import trees
from tracker.adapters.letters import Writer
from tracker.adapters.notices import NoticeWriter
from tracker.services import attachments, notices, posts, reminders, spill_reach, spills, tasks, tree
from tracker.services.attachments import Upload
from tracker.services.installation import Actor
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task

SECRET = "k" * 40
SETTINGS: dict[str, Any] = {
    "secret_key": SECRET,
    "reply_domain": "replies.example",
    "bounce_domain": "bounces.example",
    "base_url": "https://tracker.example",
    "mail_from": "tracker@tracker.example",
}
LIMA, QUITO = "lima@posts.example", "quito@posts.example"
CANARY = "zebrafinch"
SPILLED = cable(
    to=("AMEMBASSY LIMA", "AMEMBASSY QUITO"),
    body=BODY.replace("propose the visit", f"propose the {CANARY} visit")
    + f"4. Begin text of paper:\n\nWHAT WE SEND\n\nThe {CANARY} figures of the year.\n\nEnd text.\n",
).replace("PROPOSING A VISIT", f"PROPOSING A {CANARY.upper()} VISIT TO THE MINISTRY")
HARMLESS = cable(
    number="051234",
    to=("AMEMBASSY LIMA",),
    body="1. Embassy is requested to report the barley harvest to the ministry by COB April 30.\n",
).replace("PROPOSING A VISIT", "BARLEY")


def spilled(database_url: str, home: Path) -> World:
    """Return a world with two cables of which the first is a spill, their tasks accepted, nothing sent yet."""
    world = World(database_url=database_url, home=home, settings=SETTINGS)
    with world.transaction() as session:
        posts.load_posts(session, book())
        tree.load_tree(session, trees.load(), book())
        posts.set_mailbox(session, "AMEMBASSY LIMA", LIMA, **world.act())
        posts.set_mailbox(session, "AMEMBASSY QUITO", QUITO, **world.act())
    owed = world.tasks(SPILLED)
    assert {task.post.name for task in owed} == {"AMEMBASSY LIMA", "AMEMBASSY QUITO"}
    world.tasks(HARMLESS)
    return world


def offer(world: World, at: datetime | None = None) -> None:
    """Let the clock stand there, and write what is owed by then."""
    world.now = at or world.now
    installation, settings = world.runtime.installation, world.runtime.settings
    with world.transaction() as session:
        reminders.offer(session, world.now, installation, write=Writer(settings).write)
        notices.write_out(session, world.now, installation, write=NoticeWriter(settings).write)


def morning(days: int) -> datetime:
    """Return a working morning so many days after the cables came, 09:00 at Lima."""
    return (MONDAY + timedelta(days=days)).replace(hour=14)


def sent(world: World) -> None:
    """Let every letter that waits have gone."""
    with world.transaction() as session:
        for message in session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == "waiting")):
            message.state, message.sent_at, message.attempts = "sent", world.now, 1


def work_on(world: World) -> None:
    """Put the words of the spill wherever people put them: notes, a file, a closed task, a note on another's task."""
    with world.transaction() as session:
        first, second = session.scalars(select(Task).where(Task.cable_id == 1).order_by(Task.id)).all()[:2]
        other = session.scalars(select(Task).where(Task.cable_id == 2)).one()
        tasks.add_note(session, first.id, note=f"The {CANARY} word again.", **world.act())
        upload = Upload(name="answer.txt", data=CANARY.encode(), text=CANARY)
        attachments.attach(session, first.id, upload=upload, **world.act())
        tasks.complete(session, second.id, outcome="agreed", note=f"{CANARY} agreed", **world.act())
        tasks.add_note(session, other.id, note=f"See also: {first.quote}", **world.act())


def kept(world: World, *, but: tuple[str, ...] = ()) -> str:
    """Return every value of every table as text, the texts of letters in clear; `but` names tables to pass over."""
    found = []
    with world.runtime.engine.connect() as connection:
        for name in inspect(connection).get_table_names():
            if name not in but:
                found += [_shown(tuple(row)) for row in connection.execute(text(f'SELECT * FROM "{name}"'))]
        found += [
            spill_reach.text_of(body) for body in connection.execute(select(OutgoingMessage.body)).scalars()
        ]
    return "\n".join(found).lower()


def _shown(row: tuple[Any, ...]) -> str:
    return " ".join(
        bytes(one).decode("utf-8", "replace") if isinstance(one, bytes | memoryview) else str(one)
        for one in row
    )


def on_disk(world: World) -> bytes:
    """Return all bytes of the files of an SQLite database."""
    return b"".join(path.read_bytes() for path in world.home.rglob("*sqlite*") if path.is_file())


def lock(world: World, cable_id: int = 1, by: Actor | None = None) -> int:
    """Lock a cable and return the number of the lock."""
    with world.transaction() as session:
        return spills.lock(session, cable_id, **(world.act(by) if by else world.act())).id


def unlock(world: World, lock_id: int) -> None:
    """Unlock it."""
    with world.transaction() as session:
        spills.unlock(session, lock_id, **world.act())


def count(world: World, table: Any) -> int:
    """Return how many rows a table has."""
    with world.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0
