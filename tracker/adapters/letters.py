"""Letters as mail: plain text first, the same in HTML, a calendar entry and the paper to hand over.

The bytes made here are what every try sends. All headers go through the standard library's strict
policy, which refuses line breaks; nothing of a cable is trusted as HTML.
"""

import re
import textwrap
import uuid
from collections.abc import Callable, Sequence
from datetime import timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import css_inline
import icalendar
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from tracker.domain.letter import Item, Letter, LetterState, Paper, Written, numbers, shortened, subject
from tracker.settings import Settings, share_dir

WIDTH = 76
LABEL = 10  # columns
MOST_SHOWN = 8  # asks told in full in one letter; the others get a line each
MOST_LISTED = 30
LONGEST_QUOTE = 2_000  # characters; in a letter about several asks each gets less
LONGEST_OF_SEVERAL = 400
LONGEST_PAPERS = 200_000  # characters attached to one letter
POLICY = SMTP.clone(cte_type="7bit")
SENDER_NAME = "Cable tracker"
ENDING = "Sent by the cable tracker. Letters about a task stop when it is marked done on its page."


class Writer:
    """Writes the letters of one installation: its address, its links, its templates."""

    def __init__(
        self,
        settings: Settings,
        *,
        templates: Path | None = None,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        """Take sender and base address from the settings; `new_id` makes the left side of Message-IDs."""
        self._sender = settings.mail_from
        self._base_url = settings.base_url.rstrip("/")
        self._domain = settings.mail_from.rpartition("@")[2]
        self._host = urlsplit(settings.base_url).hostname or self._domain
        self._new_id = new_id
        self._templates = _environment(templates or share_dir("templates"))

    def write(self, letter: Letter) -> Written:
        """Return the letter frozen: its Message-ID, subject and bytes, line ends as mail has them."""
        message_id = f"<{self._new_id()}@{self._domain}>"
        line = subject(letter)
        mail = EmailMessage(policy=POLICY)
        mail["From"] = Address(display_name=SENDER_NAME, addr_spec=self._sender)
        mail["To"] = letter.recipient
        mail["Subject"] = line
        mail["Date"] = letter.written_at
        mail["Message-ID"] = message_id
        roots = [self.root(item.task_id) for item in letter.items][:MOST_LISTED]
        mail["References"] = " ".join(roots)
        if len(roots) == 1:
            mail["In-Reply-To"] = roots[0]
        mail["Auto-Submitted"] = "auto-generated"
        self._fill(mail, letter, line)
        return Written(message_id=message_id, subject=line, data=mail.as_bytes())

    def root(self, task_id: int) -> str:
        """Return the name that all letters about a task refer to, so that they make one thread."""
        return f"<task.{task_id}.{self._host}@{self._domain}>"

    def _fill(self, mail: EmailMessage, letter: Letter, line: str) -> None:
        values = self._values(letter, line)
        mail.set_content(self._templates.get_template("email/reminder/body.txt").render(values))
        page = self._templates.get_template("email/reminder/body.html").render(values)
        mail.add_alternative(css_inline.inline(page), subtype="html")
        for name, text in _attached(letter):
            mail.add_attachment(text, filename=name)
        dated = [item for item in letter.items if item.is_new and item.due_at is not None]
        if dated:
            entry = self._calendar(letter, dated)
            mail.add_attachment(entry, maintype="text", subtype="calendar", filename="due.ics")

    def _values(self, letter: Letter, line: str) -> dict[str, Any]:
        longest = LONGEST_QUOTE if len(letter.items) == 1 else LONGEST_OF_SEVERAL
        shown, others = letter.items[:MOST_SHOWN], letter.items[MOST_SHOWN:]
        return {
            "subject": line,
            "greeting": f"{len(letter.items)} things are asked of you or your post: {numbers(letter.items)}.",
            "entries": [self._entry(item, longest) for item in shown],
            "rest": [{"words": _line(item), "link": self._link(item)} for item in others[:MOST_LISTED]],
            "unlisted": max(len(others) - MOST_LISTED, 0),
            "all_link": f"{self._base_url}/tasks",
            "ending": ENDING,
        }

    def _entry(self, item: Item, longest: int) -> dict[str, Any]:
        return {
            "heading": _heading(item),
            "first": first_line(item),
            "quote": "" if item.is_sensitive else f'"{shortened(item.quote, longest)}"',
            "facts": [*_facts(item), ("Open", (self._link(item),))],
        }

    def _link(self, item: Item) -> str:
        return f"{self._base_url}/tasks/{item.task_id}"

    def _calendar(self, letter: Letter, dated: Sequence[Item]) -> bytes:
        calendar = icalendar.Calendar()
        calendar.add("prodid", "-//cable tracker//due days//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        for item in dated:
            event = icalendar.Event()
            event.add("uid", self.root(item.task_id).strip("<>"))
            event.add("dtstamp", letter.written_at)
            event.add("dtstart", item.due_at)
            event.add("duration", timedelta(0))
            event.add("summary", f"Due: {_heading(item)}")
            event.add("url", self._link(item))
            event.add("transp", "TRANSPARENT")
            calendar.add_component(event)
        data: bytes = calendar.to_ical()
        return data


def first_line(item: Item) -> str:
    """Return the line that says where the ask stands; each state has its own."""
    if item.is_sensitive:
        asked = (
            f"{item.post}, {item.cable}. The cable is sensitive: what it asks stands on the task's page only."
        )
    else:
        asked = f"{item.post} was asked, in {item.source}:"
    match item.state:
        case LetterState.FIRST:
            return asked.replace(" was asked, in ", " is asked, in ")
        case LetterState.BEFORE:
            return f"This is due {item.left}. {asked}"
        case LetterState.TODAY:
            return f"This is due today. {asked}"
        case LetterState.LATE:
            return f"This is {item.left}. {asked}"
        case LetterState.UNDATED:
            return f"This is still open, and no day is set for it. {asked}"


def _facts(item: Item) -> list[tuple[str, tuple[str, ...]]]:
    due = (item.due, item.left) if item.due and item.left else ("no day is set",)
    facts: list[tuple[str, tuple[str, ...]]] = [("Due", due)]
    if item.is_sensitive:
        return facts
    facts.append(("Owner", (item.holder,)))
    names = [name for name, _ in _papers_of(item)]
    if names or item.notes:
        facts.append(("Paper", (*(f"attached: {name}" for name in names), *item.notes)))
    if item.contacts:
        facts.append(("Contacts", item.contacts))
    return [*facts, ("Next", (item.coming,))]


def _heading(item: Item) -> str:
    return f"{item.post}, {item.cable}" if item.is_sensitive else f"{item.city}: {item.title}"


def _line(item: Item) -> str:
    return f"{_heading(item)} - {item.left or 'no day is set'}" + (
        f" ({item.due_short})" if item.due_short else ""
    )


def _papers_of(item: Item) -> list[tuple[str, Paper]]:
    """Return the papers to attach under the names they get; a sensitive cable's stay on its page."""
    number = re.sub(r"[^A-Za-z0-9]+", "-", item.cable).strip("-")
    return [] if item.is_sensitive else [(f"{number}-{paper.name}", paper) for paper in item.papers]


def _attached(letter: Letter) -> list[tuple[str, str]]:
    """Return name and text of each paper, once, as long as they stay small."""
    found = {name: paper.text for item in letter.items for name, paper in _papers_of(item)}
    return list(found.items()) if sum(map(len, found.values())) <= LONGEST_PAPERS else []


@cache
def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"fold": _fold, "beside": _beside}
    return environment


def _fold(text: str, indent: int, hanging: int | None = None) -> str:
    """Return the text in lines of at most 76 columns."""
    first = " " * indent
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if hanging is None else " " * hanging,
        break_on_hyphens=False,
    )


def _beside(lines: Sequence[str], label: str, indent: int) -> str:
    """Return the lines beside their label: "Due:      Wednesday 6 August …"; links are never broken."""
    head, hang = " " * indent + f"{label}:".ljust(LABEL), " " * (indent + LABEL)
    folded = [
        textwrap.fill(
            line,
            WIDTH,
            initial_indent=hang if number else head,
            subsequent_indent=hang,
            break_on_hyphens=False,
            break_long_words=False,
        )
        for number, line in enumerate(lines)
    ]
    return "\n".join(folded)
