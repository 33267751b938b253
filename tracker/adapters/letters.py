"""Letters as mail: plain text first, the same in HTML, a calendar entry and the paper to hand over.

The bytes made here are what every try sends. All headers go through the standard library's strict
policy, which refuses line breaks; nothing of a cable is trusted as HTML.
"""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tracker.adapters import letter_text, papers, template_texts
from tracker.adapters.letter_heads import Fixed, NewId
from tracker.adapters.papers import Attachment
from tracker.domain import day_entry, letter_lines, tokens
from tracker.domain.day_entry import DayEntry
from tracker.domain.letter import Discretion, Item, Letter, Written, entry_of, heading, shortened, subject
from tracker.domain.reminding import Standing
from tracker.domain.tokens import Purpose, reply_address
from tracker.settings import Settings, share_dir
from tracker.texts import _, language

MOST_SHOWN = 5  # asks told in full in one letter; the others get a line each
MOST_LISTED = 45
LONGEST_QUOTE = 2_000  # characters; in a letter about several asks each gets less
LONGEST_OF_SEVERAL = 700  # where the reader has not had it before
LONGEST_AGAIN = 300
LONGEST_PAPERS = 200_000  # characters attached to one letter


class Writer:
    """Writes the letters of one installation: its address, its links, its templates."""

    def __init__(
        self,
        settings: Settings,
        *,
        templates: Path | None = None,
        new_id: NewId | None = None,
        bind: papers.Bind | None = papers.bind,
    ) -> None:
        """Take sender, address and secret from the settings; `new_id` makes the left side of Message-IDs.

        `bind` makes a document of a paper, None where this installation has no program for it.
        """
        self._fixed = Fixed.of(settings, new_id)
        self._bind = bind
        self._templates = letter_text.environment(templates or share_dir("templates"))

    def write(self, letter: Letter) -> Written:
        """Return the letter frozen, in the language spoken: its Message-ID, subject and bytes, line ends as mail has them."""
        line = subject(letter)
        tasks = [item.task_id for item in letter.items]
        mail = self._fixed.begun(line, recipient=letter.recipient, written_at=letter.written_at, tasks=tasks)
        key = self._key(letter, mail["Message-ID"])
        replies_to = self._replies_to(letter, key)
        self._offer_answers(mail, letter, replies_to)
        attached = papers.attachments(letter, self._bind, most=LONGEST_PAPERS)
        values = self._values(letter, line, attached)
        values["how_to"] = self._how_to(letter, may_reply=bool(replies_to))
        values["leave_all"] = self._fixed.leave_all(letter, mail["Message-ID"])
        templates = template_texts.spoken(self._templates)
        text = templates.get_template("email/reminder/body.txt").render(values)
        page = templates.get_template("email/reminder/body.html").render(values)
        letter_text.add_texts(mail, text, page)
        self._attach(mail, letter, attached)
        return Written(
            message_id=mail["Message-ID"],
            subject=line,
            data=mail.as_bytes(),
            reply_key=key,
            dated=frozenset(_entry_names(letter)),
        )

    def _replies_to(self, letter: Letter, key: int | None) -> str:
        """Return the address that a reply to the letter goes to; "" where nobody reads there.

        Of one task it bears the task, of several the letter's key, where replies by number act.
        """
        if not (self._fixed.reply_domain and self._fixed.secret):
            return ""
        if len(letter.items) == 1:
            token = self._fixed.token(Purpose.REPLY, letter.items[0].task_id, letter)
        elif key is not None:
            token = self._fixed.token(Purpose.REPLY_TO_SEVERAL, key, letter)
        else:
            return ""
        return reply_address(token, domain=self._fixed.reply_domain)

    def _key(self, letter: Letter, message_id: str) -> int | None:
        return tokens.key_of(message_id) if self._fixed.replies_act and len(letter.items) > 1 else None

    def _offer_answers(self, mail: EmailMessage, letter: Letter, replies_to: str) -> None:
        """Let a reply find its tasks, and mail programs offer a watcher to leave in one act (RFC 8058)."""
        if replies_to:
            mail["Reply-To"] = Address(addr_spec=replies_to)
        leave = self._leaves(mail, letter)
        if leave:
            mail["List-Unsubscribe"] = f"<{leave}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"

    def _leaves(self, mail: EmailMessage, letter: Letter) -> str:
        """Return the address by which the reader leaves what he watches in the letter, "" where that is nothing."""
        watched = [item.task_id for item in letter.items if item.reader is Standing.WATCHER]
        if not self._fixed.secret or not watched:
            return ""
        if len(watched) > 1:
            return self._fixed.leave_all(letter, mail["Message-ID"])
        return f"{self._fixed.base_url}/do/{self._fixed.token(Purpose.LEAVE, watched[0], letter)}"

    def _values(self, letter: Letter, line: str, attached: Sequence[Attachment]) -> dict[str, Any]:
        shown, others = letter.items[:MOST_SHOWN], letter.items[MOST_SHOWN:]
        told = [self._entry(item, letter, attached) for item in shown]
        return {
            "subject": line,
            "greeting": letter_lines.greeting(letter.items),
            "entries": _each_fact_once(told),
            "rest": [
                {"words": letter_lines.line(item), "link": self._fixed.page(item.task_id)}
                for item in others[:MOST_LISTED]
            ],
            "unlisted": max(len(others) - MOST_LISTED, 0),
            "all_link": f"{self._fixed.base_url}/tasks",
            "ending": _(letter_lines.ENDING),
            "language": language(),
        }

    def _how_to(self, letter: Letter, *, may_reply: bool) -> str:
        shown = letter.items[:MOST_SHOWN]
        acts = frozenset(act for item in shown if self._fixed.acts(item, letter) for act in item.acts)
        return letter_lines.how_to_answer(
            letter.items, acts, may_reply=may_reply, may_act=self._fixed.replies_act
        )

    def _resume(self, letter: Letter) -> str:
        """Return by which way a reader says that an ask waits no longer."""
        if not self._fixed.replies_act:
            return "page"
        return "reply" if len(letter.items) == 1 else "number"

    def _entry(self, item: Item, letter: Letter, attached: Sequence[Attachment]) -> dict[str, Any]:
        longest = LONGEST_OF_SEVERAL if item.is_new else LONGEST_AGAIN
        longest = LONGEST_QUOTE if len(letter.items) == 1 else longest
        is_open = item.discretion is Discretion.OPEN
        return {
            "heading": heading(item),
            "standing": letter_lines.standing(item, self._resume(letter)),
            "asked": letter_lines.asked(item),
            "quote": f'"{shortened(item.quote, longest)}"' if is_open else "",
            "facts": letter_lines.facts(
                item, papers.names_of(item, attached), _entry_names(letter).get(item.task_id)
            ),
            "acts": self._fixed.acts(item, letter),
            "page": self._fixed.page(item.task_id),
            "needs_account": item.reader is Standing.CONTACT,  # who is only named in a cable may have none
        }

    def _attach(self, mail: EmailMessage, letter: Letter, attached: Sequence[Attachment]) -> None:
        for paper in attached:
            letter_text.add_file(mail, paper.name, paper.kind, paper.data)
        self._fixed.add_entries(
            mail, _entries(letter), recipient=letter.recipient, written_at=letter.written_at
        )


def _entries(letter: Letter) -> tuple[DayEntry, ...]:
    """Return the calendar entries of a letter: one for each new ask with a due."""
    return tuple(
        entry_of(item)
        for item in letter.items[:MOST_SHOWN]
        if (item.is_new or item.has_new_due)
        and item.due_at is not None
        and not item.is_late
        and item.discretion is not Discretion.CLOSED
    )


def _entry_names(letter: Letter) -> dict[int, str]:
    """Return the names of the calendar entries in a letter, by task."""
    found = _entries(letter)
    return {entry.task_id: name for entry, name in zip(found, day_entry.file_names(found), strict=True)}


def _each_fact_once(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the entries, with what an earlier one of the same cable says left out or pointed at."""
    first: dict[tuple[str, tuple[str, ...]], int] = {}
    for number, entry in enumerate(told, 1):
        facts = []
        for label, lines in entry["facts"]:
            earlier = first.setdefault((label, lines), number)
            if earlier == number or label not in letter_lines.SHARED:
                facts.append((label, lines))
            elif letter_lines.SHARED[label]:
                facts.append((label, (_("as in %(number)s", number=earlier),)))
        entry["facts"] = [(_(label), lines) for label, lines in facts]
    return told
