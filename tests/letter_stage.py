"""A stage on which every kind of letter goes out: whoever acts speaks English, whoever reads a made-up language.

What is not ours is in capitals there, or among NAMES: the cable's words, what people wrote, the names of posts.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import icalendar
from sqlalchemy import select, update

from tests.letters_at_once import LIMA, MAILBOX, MORNING
from tests.reply_world import SETTINGS
from tests.work_world import SYSTEM, World, cable
from tracker.adapters.letters import Writer
from tracker.adapters.notices import NoticeWriter
from tracker.cli.inbound import taken
from tracker.domain.delivery import MessageState
from tracker.services import alerts, contacts, notices, posts, reminders, review, weekly
from tracker.services.installation import Actor
from tracker.store.cables import ContactRecord
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task

NAMES = {
    "Dana", "Rosa", "Luis", "Morgan", "Ada", "dana", "rosa", "luis", "Marian", "Oakley", "Lima", "Quito",
    "Washington", "America", "New_York",
}  # fmt: skip
LINK = re.compile(r"https?://\S+|\S+@\S+|\bdue(?:-\d)?\.ics\b|\bwithdrawn(?:-\d)?\.ics\b")
ICS = ("SUMMARY", "DESCRIPTION", "LOCATION")
TO_WRITE = re.compile(r"\b(?:by|EXTEND to) \d+ [A-Z][a-z]+")  # lines of a reply, which is read in English
BARE = re.compile(r"[A-Za-z_]*[a-z][A-Za-z_]+")


class Stage:
    """A desk, a post with its people, two tasks, and a clock."""

    def __init__(self, url: str, home: Path) -> None:
        settings = SETTINGS | {
            "mail_from": "tracker@tracker.example",
            "base_url": "https://tracker.example",
            "alert_to": ("pager@desk.example",),
            "hold_senders": True,
        }
        self.world = World(database_url=url, home=home, settings=settings)
        self.dana = self.world.officer("dana", ("desk officer", None))
        self.rosa = self.world.officer("rosa", ("post staff", LIMA))
        self.luis = self.world.officer("luis", ("post staff", LIMA))
        self.first, self.task = self.accepted()
        with self.world.transaction() as session:
            posts.set_mailbox(session, LIMA, MAILBOX, **self.world.act())

    def accepted(self, text: str = "") -> list[int]:
        """Take a cable in and accept all that it asks; return the tasks' ids."""
        cable_id = self.world.ingest(text or cable()).cable.id
        with self.world.transaction() as session:
            ids = [one.id for one in review.accept_all(session, cable_id, **self.world.act(self.dana))]
            session.execute(
                update(Task).where(Task.cable_id == cable_id).values(title="TITLE", quote="PLEASE DO")
            )
        return ids

    def do(self, verb: Any, *given: Any, by: Actor = SYSTEM, **words: Any) -> Any:
        """Let somebody do something, in English."""
        with self.world.transaction() as session:
            return verb(session, *given, **words, **self.world.act(by))

    def use(self, **settings: Any) -> None:
        """Change settings of the installation."""
        runtime = self.world.runtime
        changed = replace(runtime.settings, **settings)
        installation = replace(runtime.installation, settings=changed)
        self.world.runtime = replace(runtime, settings=changed, installation=installation)

    def set(self, table: Any, **values: Any) -> None:
        """Write values into every row of a table."""
        with self.world.transaction() as session:
            session.execute(update(table).values(**values))

    def confirm_contact(self) -> None:
        """Let the cable's point of contact be written to."""
        with self.world.transaction() as session:
            contact_id = session.scalars(select(ContactRecord.id)).first()
            contacts.confirm(session, contact_id, **self.world.act(self.dana))

    def reply(self, words: str, sender: str = MAILBOX) -> str:
        """Answer the newest letter about the task, or about several, and return what the door says."""
        made = EmailMessage()
        made["From"], made["Subject"] = sender, "RE: YOUR LETTER"
        made["Message-ID"] = f"<{abs(hash(words))}@posts.example>"
        made.set_content(words)
        return taken(self.world.runtime, sender, self._address(), made.as_bytes())

    def _address(self) -> str:
        with self.world.reading() as session:
            rows = session.scalars(
                select(OutgoingMessage)
                .where(OutgoingMessage.kind == "reminder")
                .order_by(OutgoingMessage.id.desc())
            )
            return str(message_from_bytes(next(iter(rows)).body)["Reply-To"])

    def tick(self, now: datetime | None = None, language: str = "en") -> None:
        """Write and send what is owed by a moment, to readers of that language."""
        world = self.world
        world.now = now or world.now
        settings = replace(world.runtime.settings, language=language)
        installation = replace(world.runtime.installation, settings=settings)
        with world.transaction() as session:
            reminders.offer(session, world.now, installation, write=Writer(settings).write)
            weekly.send(session, now=world.now, installation=installation)
            notices.write_out(session, world.now, installation, write=NoticeWriter(settings).write)
            alerts.write_out(session, world.now, settings)
            session.flush()
            for message in session.scalars(
                select(OutgoingMessage).where(OutgoingMessage.state == MessageState.WAITING)
            ):
                message.state, message.sent_at, message.attempts = MessageState.SENT, world.now, 1

    def told(self, kind: str) -> list[EmailMessage]:
        """Return the letters of a kind that the last tick may have written, in the readers' language."""
        before = self._newest()
        self.tick(language="xx")
        with self.world.reading() as session:
            rows = session.scalars(
                select(OutgoingMessage).where(OutgoingMessage.kind == kind, OutgoingMessage.id > before)
            )
            return [message_from_bytes(row.body, EmailMessage, policy=SMTP) for row in rows]

    def _newest(self) -> int:
        with self.world.reading() as session:
            return (
                session.scalars(select(OutgoingMessage.id).order_by(OutgoingMessage.id.desc())).first() or 0
            )


def heard(on: Stage) -> None:
    """Let the first letters go."""
    on.tick(MORNING)


Scene = Callable[[Stage], None]


def bare(mail: EmailMessage) -> list[str]:
    """Return the words of a letter that are neither looked up nor somebody's own."""
    said = (" ".join(text.split()) for text in read(mail))
    found = (word for text in said for word in BARE.findall(TO_WRITE.sub(" ", LINK.sub(" ", text))))
    return sorted(set(found) - NAMES)


def read(mail: EmailMessage) -> Iterator[str]:
    """Yield all that a person reads of a letter: subject, text, page, and the entries for his calendar."""
    yield str(mail["Subject"])
    for part in mail.walk():
        if part.get_content_type() == "text/plain":
            yield part.get_content()
        elif part.get_content_type() == "text/html":
            yield text_of(part.get_content())
        elif part.get_content_type() == "text/calendar":
            for event in icalendar.Calendar.from_ical(part.get_payload(decode=True)).walk():
                yield from (str(event[name]) for name in ICS if name in event)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_silent = tag == "style"
        self.words += [value or "" for name, value in attrs if name in ("title", "alt", "aria-label")]

    def handle_endtag(self, tag: str) -> None:
        self.is_silent = False

    def handle_data(self, data: str) -> None:
        if not self.is_silent:
            self.words.append(data)


def text_of(page: str) -> str:
    """Return the words of a page."""
    parser = _Text()
    parser.feed(page)
    return " ".join(" ".join(parser.words).split())
