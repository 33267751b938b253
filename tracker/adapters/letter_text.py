"""How a letter's words become text that any mail program shows: templates, folding, and seven bits."""

import textwrap
from collections.abc import Sequence
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from tracker.adapters import template_texts

WIDTH = 76
LABEL = 11  # columns
LONGEST_WORD = 70  # of a header that travels as it is written
LONGEST_LINE = 900  # bytes; mail allows 998


class LetterPolicy(EmailPolicy):
    """The library's strict policy, which refuses line breaks in headers; it folds them its own way.

    The library's folding puts a subject that just fits on a line below its name, mends non-ASCII words
    into their neighbours with blanks that were not there, and would encode a link that is too long for
    a line. A header in ASCII goes as it is written.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return the header as it stands in the letter."""
        written = str(value)
        if name.lower() == "subject":
            return folded_subject(written).encode("ascii")
        if written.isascii() and len(written) <= LONGEST_LINE:
            return f"{name}: {written}\r\n".encode("ascii")
        return super().fold_binary(name, value)


POLICY = LetterPolicy(linesep="\r\n", cte_type="7bit")


def folded_subject(text: str) -> str:
    """Return the subject's header line, folded at blanks; what is not plain ASCII travels encoded."""
    is_plain = text.isascii() and "=?" not in text and max(map(len, text.split()), default=0) <= LONGEST_WORD
    if is_plain:
        lines = textwrap.wrap(
            f"Subject: {text}", WIDTH, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
        return "\r\n ".join(lines) + "\r\n"
    encoded = Header(text, "utf-8", header_name="Subject", maxlinelen=WIDTH).encode(linesep="\r\n")
    return f"Subject: {encoded}\r\n"


def add_texts(mail: EmailMessage, text: str, page: str) -> None:
    """Put the plain text into the mail, then the same in HTML, each as readable as seven bits allow."""
    mail.set_content(text, cte=_encoding(text))
    seven = _in_short_lines(page.encode("ascii", "xmlcharrefreplace").decode())
    mail.add_alternative(seven, subtype="html", cte=_encoding(seven))


def add_file(mail: EmailMessage, name: str, kind: str, data: bytes) -> None:
    """Attach a file; plain text so that a program for text alone shows it."""
    if kind == "text/plain":
        text = data.decode()
        mail.add_attachment(text, filename=name, cte=_encoding(text))
    else:
        main, _, form = kind.partition("/")
        mail.add_attachment(data, maintype=main, subtype=form, filename=name)


def add_entry(mail: EmailMessage, name: str, data: bytes, *, method: str) -> None:
    """Attach a calendar entry, marked as mail programs expect it."""
    text = data.decode()
    mail.add_attachment(
        text, subtype="calendar", filename=name, params={"method": method}, cte=_encoding(text)
    )


def _encoding(text: str) -> str:
    is_short = max(map(len, text.splitlines()), default=0) <= LONGEST_LINE
    return "7bit" if text.isascii() and is_short else "quoted-printable"


def _in_short_lines(page: str) -> str:
    """Return the page with no line too long for mail; a line is broken where it has a blank."""
    lines = page.split("\n")
    return "\n".join(_broken(line) if len(line) > LONGEST_LINE else line for line in lines)


def _broken(line: str) -> str:
    return "\n".join(textwrap.wrap(line, LONGEST_LINE, break_long_words=False, break_on_hyphens=False))


@cache
def environment(templates: Path) -> Environment:
    """Return the letters' templates, which stop at an unknown name and trust nothing as HTML."""
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"fold": fold, "beside": beside}
    template_texts.install(made)
    return made


def fold(text: str, indent: int = 0, hanging: int | None = None) -> str:
    """Return the text in lines of at most 76 columns; a link is never broken."""
    first = " " * indent
    return textwrap.fill(
        str(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if hanging is None else " " * hanging,
        break_on_hyphens=False,
        break_long_words="://" not in text,
    )


def beside(lines: Sequence[str], label: str, indent: int = 0) -> str:
    """Return the lines beside their label: "Due:       Wednesday 6 August …"."""
    head, hang = " " * indent + f"{label}:".ljust(LABEL), " " * (indent + LABEL)
    folded = [
        textwrap.fill(
            str(line),
            WIDTH,
            initial_indent=hang if number else head,
            subsequent_indent=hang,
            break_on_hyphens=False,
            break_long_words="://" not in line,
        )
        for number, line in enumerate(lines)
    ]
    return "\n".join(line.rstrip() for line in folded)
