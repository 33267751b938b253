"""A local mail server that keeps what it is sent: the demonstration's mailbox. It delivers nothing."""

import asyncio
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import make_msgid, parseaddr
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

LARGEST = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMail:
    """One mail of the mailbox: `name` is its file's, `received_at` the machine's time it came."""

    name: str
    received_at: datetime
    mail: EmailMessage

    @property
    def subject(self) -> str:
        """The subject, in one line."""
        return " ".join(str(self.mail["Subject"] or "").split())

    @property
    def sender(self) -> str:
        """The From line."""
        return str(self.mail["From"] or "")

    @property
    def recipient(self) -> str:
        """The To line."""
        return str(self.mail["To"] or "")

    @property
    def reply_to(self) -> str:
        """The address that answers go to, empty where the letter names none."""
        return parseaddr(str(self.mail["Reply-To"] or ""))[1]

    def answered(self, words: str) -> EmailMessage:
        """Return an answer to this mail as its reader's program would send it."""
        reply = EmailMessage()
        reply["From"], reply["To"], reply["Subject"] = self.recipient, self.reply_to, f"Re: {self.subject}"
        reply["Message-ID"] = make_msgid(domain="answers.example")
        reply["In-Reply-To"] = str(self.mail["Message-ID"] or "")
        reply.set_content(words)
        return reply

    @property
    def date(self) -> str:
        """The Date line as written."""
        return str(self.mail["Date"] or "")

    @property
    def text(self) -> str:
        """The plain text of the letter."""
        return self._content("plain")

    @property
    def html(self) -> str:
        """The HTML of the letter, empty where there is none."""
        return self._content("html")

    @property
    def attachments(self) -> list[tuple[str, str, bytes]]:
        """Name, type and bytes of each attachment."""
        return [
            (part.get_filename() or "attachment", part.get_content_type(), _bytes_of(part))
            for part in self.mail.iter_attachments()
        ]

    def _content(self, kind: str) -> str:
        part = self.mail.get_body((kind,))
        return str(part.get_content()).replace("\r\n", "\n") if part is not None else ""


class _OnAnyPort(Controller):
    """A controller that knows which port it was given for port 0."""

    server: asyncio.Server

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # the library gives no types


class Sink:
    """An SMTP server on `host` and `port` (0: a free one) that writes each mail into a folder."""

    def __init__(self, host: str, port: int, folder: Path) -> None:
        """Prepare the server; it listens from `start()` to `stop()`."""
        self.folder = folder
        self._count = itertools.count(1)
        self._controller = _OnAnyPort(self, hostname=host, port=port, data_size_limit=LARGEST)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._controller.port)

    @property
    def url(self) -> str:
        """The address for TRACKER_SMTP_URL."""
        return f"smtp://{self._controller.hostname}:{self.port}"

    def start(self) -> None:
        """Listen; raise OSError where the port is taken."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._controller.start()

    def stop(self) -> None:
        """Stop listening."""
        self._controller.stop()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep the mail in a file of its own, whole or not at all."""
        name = f"{os.getpid()}-{next(self._count):06d}.eml"
        draft = self.folder / f"{name}.part"
        draft.write_bytes(envelope.original_content or b"")
        draft.rename(self.folder / name)
        return "250 taken"


def read_mails(folder: Path) -> list[StoredMail]:
    """Return the mails of a folder in the order they came; none where there is no folder."""
    return sorted(_stored(folder), key=lambda one: (one.received_at, one.name))


def _bytes_of(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _stored(folder: Path) -> Iterator[StoredMail]:
    for path in folder.glob("*.eml"):
        parsed = message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
        received_at = datetime.fromtimestamp(path.stat().st_mtime_ns / 1e9, UTC)
        yield StoredMail(name=path.name, received_at=received_at, mail=parsed)
