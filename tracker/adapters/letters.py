"""Letters as mail: plain text first, the same in HTML, a calendar entry and the paper to hand over.

The bytes made here are what every try sends. All headers go through the standard library's strict
policy, which refuses line breaks; nothing of a cable is trusted as HTML.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tracker.adapters import entries, letter_text, papers
from tracker.adapters.papers import Attachment
from tracker.domain import letter_lines, tokens
from tracker.domain.letter import Discretion, Item, Letter, Written, heading, shortened, subject
from tracker.domain.tokens import Purpose, Token
from tracker.settings import Settings, share_dir

MOST_SHOWN = 6  # asks told in full in one letter; the others get a line each
MOST_LISTED = 60
LONGEST_QUOTE = 2_000  # characters; in a letter about several asks each gets less
LONGEST_OF_SEVERAL = 300
LONGEST_PAPERS = 200_000  # characters attached to one letter
LINKS_LAST = timedelta(days=120)
SENDER_NAME = "Cable tracker"
NOBODY_ELSE = "undisclosed-recipients:;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What stays the same in all letters of an installation."""

    sender: str
    base_url: str
    domain: str  # of the sender
    host: str  # of the pages
    secret: str
    reply_domain: str

    @classmethod
    def of(cls, settings: Settings) -> "Fixed":
        """Return it for these settings."""
        domain = settings.mail_from.rpartition("@")[2]
        return cls(
            sender=settings.mail_from,
            base_url=settings.base_url.rstrip("/"),
            domain=domain,
            host=urlsplit(settings.base_url).hostname or domain,
            secret=settings.secret_key,
            reply_domain=settings.reply_domain,
        )

    def page(self, task_id: int) -> str:
        """Return the address of a task's page."""
        return f"{self.base_url}/tasks/{task_id}"

    def root(self, task_id: int) -> str:
        """Return the name that all letters about a task refer to, so that they make one thread."""
        return f"<task.{task_id}.{self.host}@{self.domain}>"

    def token(self, purpose: Purpose, task_id: int, letter: Letter) -> str:
        """Return a token for the letter's reader."""
        until = letter.written_at.date() + LINKS_LAST
        token = Token(purpose=purpose, task_id=task_id, until=until)
        return tokens.written(token, secret=self.secret, person=letter.recipient)

    def acts(self, item: Item, letter: Letter) -> tuple[tuple[str, str], ...]:
        """Return words and address of what the reader may do by a link; none without a secret to sign with."""
        may = item.acts if self.secret and item.discretion is Discretion.OPEN else ()
        return tuple(
            (letter_lines.BUTTONS[act], f"{self.base_url}/do/{self.token(act, item.task_id, letter)}")
            for act in may
        )


class Writer:
    """Writes the letters of one installation: its address, its links, its templates."""

    def __init__(
        self,
        settings: Settings,
        *,
        templates: Path | None = None,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
        bind: papers.Bind | None = papers.bind,
    ) -> None:
        """Take sender, address and secret from the settings; `new_id` makes the left side of Message-IDs.

        `bind` makes a document of a paper, None where this installation has no program for it.
        """
        self._fixed = Fixed.of(settings)
        self._new_id = new_id
        self._bind = bind
        self._templates = letter_text.environment(templates or share_dir("templates"))

    def write(self, letter: Letter) -> Written:
        """Return the letter frozen: its Message-ID, subject and bytes, line ends as mail has them."""
        message_id = f"<{self._new_id()}@{self._fixed.domain}>"
        line = subject(letter)
        mail = EmailMessage(policy=letter_text.POLICY)
        self._address(mail, letter, line)
        mail["Message-ID"] = message_id
        self._say_what_it_is(mail, letter)
        attached = papers.attachments(letter, self._bind, most=LONGEST_PAPERS)
        values = self._values(letter, line, attached)
        text = self._templates.get_template("email/reminder/body.txt").render(values)
        page = self._templates.get_template("email/reminder/body.html").render(values)
        letter_text.add_texts(mail, text, page)
        self._attach(mail, letter, attached)
        return Written(message_id=message_id, subject=line, data=mail.as_bytes())

    def _address(self, mail: EmailMessage, letter: Letter, line: str) -> None:
        mail["From"] = Address(display_name=SENDER_NAME, addr_spec=self._fixed.sender)
        mail["To"] = _to(letter.recipient)
        if self._replies_to(letter):
            mail["Reply-To"] = Address(addr_spec=self._replies_to(letter))
        mail["Subject"] = line
        mail["Date"] = letter.written_at

    def _replies_to(self, letter: Letter) -> str:
        """Return the address that a reply about the letter's one task goes to; "" where nobody reads there."""
        if not (self._fixed.reply_domain and self._fixed.secret and len(letter.items) == 1):
            return ""
        token = self._fixed.token(Purpose.REPLY, letter.items[0].task_id, letter)
        return f"task+{token}@{self._fixed.reply_domain}"

    def _say_what_it_is(self, mail: EmailMessage, letter: Letter) -> None:
        """Mark the letter as made by a program; one about one task belongs to that task's thread."""
        if len(letter.items) == 1:
            item = letter.items[0]
            mail["In-Reply-To"] = mail["References"] = self._fixed.root(item.task_id)
            self._let_leave(mail, item, letter)
        mail["Auto-Submitted"] = "auto-generated"
        mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"  # delivery reports are wanted
        mail["List-Id"] = f"{SENDER_NAME} <letters.{self._fixed.host}>"

    def _let_leave(self, mail: EmailMessage, item: Item, letter: Letter) -> None:
        """Let mail programs offer a watcher to leave in one act (RFC 8058)."""
        if Purpose.LEAVE in item.acts and self._fixed.secret:
            token = self._fixed.token(Purpose.LEAVE, item.task_id, letter)
            mail["List-Unsubscribe"] = f"<{self._fixed.base_url}/do/{token}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"

    def _values(self, letter: Letter, line: str, attached: Sequence[Attachment]) -> dict[str, Any]:
        longest = LONGEST_QUOTE if len(letter.items) == 1 else LONGEST_OF_SEVERAL
        shown, others = letter.items[:MOST_SHOWN], letter.items[MOST_SHOWN:]
        told = [self._entry(item, letter, longest, attached) for item in shown]
        acts = frozenset(act for item in shown if self._fixed.acts(item, letter) for act in item.acts)
        return {
            "subject": line,
            "greeting": f"{len(letter.items)} things are asked of you or your post.",
            "entries": told,
            "rest": [
                {"words": letter_lines.line(item), "link": self._fixed.page(item.task_id)}
                for item in others[:MOST_LISTED]
            ],
            "unlisted": max(len(others) - MOST_LISTED, 0),
            "all_link": f"{self._fixed.base_url}/tasks",
            "how_to": letter_lines.how_to_answer(
                letter.items, acts, may_reply=bool(self._replies_to(letter))
            ),
            "ending": letter_lines.ENDING,
        }

    def _entry(
        self, item: Item, letter: Letter, longest: int, attached: Sequence[Attachment]
    ) -> dict[str, Any]:
        is_open = item.discretion is Discretion.OPEN
        return {
            "heading": heading(item),
            "standing": letter_lines.standing(item),
            "asked": letter_lines.asked(item),
            "quote": f'"{shortened(item.quote, longest)}"' if is_open else "",
            "facts": letter_lines.facts(
                item, papers.names_of(item, attached), _entry_names(letter).get(item.task_id)
            ),
            "acts": self._fixed.acts(item, letter),
            "page": self._fixed.page(item.task_id),
        }

    def _attach(self, mail: EmailMessage, letter: Letter, attached: Sequence[Attachment]) -> None:
        for paper in attached:
            letter_text.add_file(mail, paper.name, paper.kind, paper.data)
        names = _entry_names(letter)
        for item in letter.items:
            if item.task_id in names:
                data = entries.entry_of(
                    item,
                    recipient=letter.recipient,
                    host=self._fixed.host,
                    link=self._fixed.page(item.task_id),
                    written_at=letter.written_at,
                )
                letter_text.add_entry(mail, names[item.task_id], data)


def _entry_names(letter: Letter) -> dict[int, str]:
    """Return the names of the calendar entries in a letter, by task: one for each new ask with a due."""
    dated = [
        item.task_id
        for item in letter.items[:MOST_SHOWN]
        if item.is_new and item.due_at is not None and item.discretion is not Discretion.CLOSED
    ]
    return {
        task_id: "due.ics" if len(dated) == 1 else f"due-{number}.ics"
        for number, task_id in enumerate(dated, 1)
    }


def _to(recipient: str) -> Address | str:
    """Return the one recipient; an address that mail cannot carry is not written, and the relay refuses it."""
    try:
        return Address(addr_spec=recipient)
    except (MessageError, ValueError, IndexError):
        return NOBODY_ELSE
