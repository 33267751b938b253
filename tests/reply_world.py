"""A post's letters about tasks, and replies to them as mail programs send them; a clock to set."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

from sqlalchemy import select

from tests.mail_world import World, at, offer
from tests.sinks import TestSink
from tracker import worker
from tracker.cli.inbound import taken
from tracker.domain import tokens
from tracker.domain.tokens import Purpose, Token
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import OutgoingMessage
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task, TaskEvent

SECRET, DOMAIN = "k" * 40, "replies.example"
SETTINGS = {"secret_key": SECRET, "reply_domain": DOMAIN, "inbound_url": "smtp://127.0.0.1:1"}
LIMA, POST = "lima@posts.example", "AMEMBASSY LIMA"
MORNING = at("2008-08-05 14:00")  # Tuesday, 09:00 at Lima
TITLES = (
    "Deliver the points",
    "Name a point of contact",
    "Report the answer",
    "Find a room",
    "Send the list",
)


def lima(
    database_url: str, home: Path, *, tasks: int, sink: TestSink | None = None, **settings: Any
) -> World:
    """Return a world whose post at Lima owes so many tasks by COB on 6 August, on the morning before."""
    made = World(
        database_url, home, smtp_url=sink.url if sink else "smtp://127.0.0.1:9", settings=SETTINGS | settings
    )
    with made.transaction() as session:
        post = made.post(session, "AMEMBASSY LIMA", LIMA)
        desk = made.officer(session, "dana")
        cable = made.cable(session)
        for title in TITLES[:tasks]:
            made.task(session, cable, post, title=title, originator_id=desk.id)
    made.now = MORNING
    return made


def address_of(world: World, task_id: int = 1, person: str = LIMA, **values: Any) -> str:
    """Return the address of a letter about one task; `values` make it another token."""
    token = Token(
        **{"purpose": Purpose.REPLY, "task_id": task_id, "until": world.now.date() + tokens.LAST} | values
    )
    return tokens.reply_address(tokens.written(token, secret=SECRET, person=person), domain=DOMAIN)


def address_of_letter(world: World) -> str:
    """Write this morning's letter and return the address that a reply to it goes to."""
    offer(world)
    with world.transaction() as session:
        message = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id.desc())).first()
        (line,) = [one for one in message.body.decode().splitlines() if one.startswith("Reply-To:")]
        return line.partition(":")[2].strip()


def mail(words: str, sender: str = LIMA, **headers: str) -> EmailMessage:
    """Return a reply as a person's program sends it."""
    made = EmailMessage()
    made["From"], made["Subject"] = sender, "Re: your letter"
    made["Message-ID"] = headers.pop("message_id", f"<{abs(hash(words))}@posts.example>")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(words)
    return made


def send(world: World, words: str | EmailMessage, address: str, sender: str = LIMA) -> str:
    """Hand a reply to the door and return its answer."""
    made = words if isinstance(words, EmailMessage) else mail(words, sender)
    return taken(world.runtime, sender, address, made.as_bytes())


def standing(world: World, task_id: int = 1) -> str:
    """Return where a task stands, as a short line."""
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        said = [task.status, task.outcome, task.waits_for, task.note]
        said += [f"until {task.more_time['due_on']}: {task.more_time['why']}"] if task.more_time else []
        said += [f"by {task.promised_on}"] if task.promised_on else []
        return ", ".join(str(one) for one in said if one)


def history(world: World, task_id: int = 1) -> list[str]:
    """Return the lines of a task's history: by whom, which way, what."""
    with world.transaction() as session:
        rows = session.scalars(select(TaskEvent).where(TaskEvent.task_id == task_id).order_by(TaskEvent.id))
        return [f"{row.by} {row.way} {row.kind}" for row in rows]


def told(world: World) -> list[NoticeRecord]:
    """Return the letters that are to be written because of replies."""
    with world.transaction() as session:
        return list(session.scalars(select(NoticeRecord).order_by(NoticeRecord.id)))


def told_writer(world: World) -> list[str]:
    """Return what the post was told: subject and paragraphs, each letter in one text."""
    return ["\n".join([one.subject, *one.paragraphs]) for one in told(world) if one.recipient == LIMA]


def mails(world: World) -> list[tuple[str, str]]:
    """Return state and reason of each mail that came."""
    with world.transaction() as session:
        rows = session.scalars(select(IncomingMessage).order_by(IncomingMessage.id))
        return [(row.state, row.reason) for row in rows]


def work(world: World) -> None:
    """Let the worker do what is due."""
    worker.once(world.runtime, environ={})
