"""What all letters of an installation have in common: sender, headers, and the links that they carry."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import urlsplit

from tracker.adapters import letter_text
from tracker.adapters.entries import entry_of, method_of
from tracker.domain import day_entry, letter_lines, tokens
from tracker.domain.day_entry import DayEntry
from tracker.domain.letter import Discretion, Item, Letter
from tracker.domain.reminding import Standing
from tracker.domain.tokens import Purpose, Token
from tracker.settings import Settings
from tracker.texts import _

SENDER_NAME = "Cable tracker"
NOBODY_ELSE = "undisclosed-recipients:;"
NewId = Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What stays the same in all letters of an installation."""

    sender: str
    base_url: str
    domain: str  # of the sender
    host: str  # of the pages
    secret: str
    reply_domain: str
    replies_act: bool  # what a reply commands is done
    new_id: NewId

    @classmethod
    def of(cls, settings: Settings, new_id: NewId | None = None) -> "Fixed":
        """Return it for these settings; `new_id` makes the left side of Message-IDs."""
        domain = settings.mail_from.rpartition("@")[2]
        return cls(
            sender=settings.mail_from,
            base_url=settings.base_url.rstrip("/"),
            domain=domain,
            host=urlsplit(settings.base_url).hostname or domain,
            secret=settings.secret_key,
            reply_domain=settings.reply_domain,
            replies_act=settings.replies_act,
            new_id=new_id or (lambda: uuid.uuid4().hex),
        )

    def page(self, task_id: int) -> str:
        """Return the address of a task's page."""
        return f"{self.base_url}/tasks/{task_id}"

    def root(self, task_id: int) -> str:
        """Return the name that all letters about a task refer to, so that they make one thread."""
        return f"<task.{task_id}.{self.host}@{self.domain}>"

    def token(self, purpose: Purpose, task_id: int, letter: Letter) -> str:
        """Return a token for the letter's reader."""
        until = letter.written_at.date() + tokens.LAST
        token = Token(purpose=purpose, task_id=task_id, until=until)
        return tokens.written(token, secret=self.secret, person=letter.recipient)

    def leave_all(self, letter: Letter, message_id: str) -> str:
        """Return the address that takes a watcher from all tasks of a letter that he watches; "" for none."""
        watched = [item.task_id for item in letter.items if item.reader is Standing.WATCHER]
        if not self.secret or len(watched) < 2:
            return ""
        until = letter.written_at.date() + tokens.LAST
        token = Token(purpose=Purpose.LEAVE_ALL, task_id=watched[0], until=until)
        person = tokens.of_letter(letter.recipient, message_id)
        return f"{self.base_url}/do/{tokens.written(token, secret=self.secret, person=person)}"

    def begun(
        self, subject: str, *, recipient: str, written_at: datetime, tasks: Sequence[int], answers: str = ""
    ) -> EmailMessage:
        """Return a letter with its headers: made by a program, and of one task's thread where it tells of one.

        `answers` is the Message-ID of the mail that it answers.
        """
        mail = EmailMessage(policy=letter_text.POLICY)
        mail["From"] = Address(display_name=SENDER_NAME, addr_spec=self.sender)
        mail["To"] = _to(recipient)
        mail["Subject"] = subject
        mail["Date"] = written_at
        mail["Message-ID"] = f"<{self.new_id()}@{self.domain}>"
        thread = [self.root(tasks[0])] if len(tasks) == 1 else []
        if thread or answers:
            mail["In-Reply-To"] = answers or thread[0]
            mail["References"] = " ".join([*thread, *([answers] if answers else [])])
        mail["Auto-Submitted"] = "auto-generated"  # answers too: the acceptance asks one word of every letter
        mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"  # delivery reports are wanted
        mail["List-Id"] = f"{SENDER_NAME} <letters.{self.host}>"
        return mail

    def add_entries(
        self, mail: EmailMessage, entries: Sequence[DayEntry], *, recipient: str, written_at: datetime
    ) -> None:
        """Attach entries for the reader's calendar, under the names that the letter calls them by."""
        for name, entry in zip(day_entry.file_names(entries), entries, strict=True):
            data = entry_of(
                entry,
                recipient=recipient,
                sender=self.sender,
                host=self.host,
                link=self.page(entry.task_id),
                written_at=written_at,
            )
            letter_text.add_entry(mail, name, data, method=method_of(entry))

    def acts(self, item: Item, letter: Letter) -> tuple[tuple[str, str], ...]:
        """Return words and address of what the reader may do by a link; none without a secret to sign with."""
        may = item.acts if self.secret and item.discretion is Discretion.OPEN else ()
        return tuple(
            (_(letter_lines.BUTTONS[act]), f"{self.base_url}/do/{self.token(act, item.task_id, letter)}")
            for act in may
        )


def _to(recipient: str) -> Address | str:
    """Return the one recipient; an address that mail cannot carry is not written, and the relay refuses it."""
    try:
        return Address(addr_spec=recipient)
    except (MessageError, ValueError, IndexError):
        return NOBODY_ELSE
