"""The papers to hand over as files: plain text always, a document where the program for it is installed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from tracker.domain.letter import Discretion, Item, Letter, Paper

try:
    import docx
except ImportError:
    IS_INSTALLED = False  # the extra `papers`
else:
    IS_INSTALLED = True

STYLES = ("Normal", "Default Paragraph Font")
UNUSED = ("/stylesWithEffects", "/customXml", "/thumbnail", "/numbering")
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UNSAFE = re.compile(r"[^A-Za-z0-9]+")
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)  # no document may hold these
POINT = re.compile(r"\s*(?:--?|[*\u2022o]|\(?[0-9a-zA-Z]{1,2}[.)])\s")
Bind = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file of a letter; `stem` is its name without the ending."""

    stem: str
    name: str
    kind: str
    data: bytes


def files(cable: str, paper: Paper, bind: Bind | None) -> list[Attachment]:
    """Return a paper as the files that a letter carries: plain text, and a document where it can be made."""
    return _files(_stem(cable, paper), UNSEEN.sub("", paper.text), bind)


def attachments(letter: Letter, bind: Bind | None, *, most: int) -> list[Attachment]:
    """Return the papers of a letter's asks, each once; none where they are longer than `most` characters."""
    found = {_stem(item.cable, paper): paper.text for item in letter.items for paper in _of(item)}
    if sum(map(len, found.values())) > most:
        return []
    return [one for stem, text in found.items() for one in _files(stem, UNSEEN.sub("", text), bind)]


def names_of(item: Item, attached: Sequence[Attachment]) -> tuple[str, ...]:
    """Return the names of the files that belong to an ask."""
    stems = {_stem(item.cable, paper) for paper in _of(item)}
    return tuple(one.name for one in attached if one.stem in stems)


def _of(item: Item) -> tuple[Paper, ...]:
    """Return an ask's papers; those of a discreet cable stay on its page."""
    return item.papers if item.discretion is Discretion.OPEN else ()


def _stem(cable: str, paper: Paper) -> str:
    return "-".join(part for part in (_safe(cable), _safe(paper.name)) if part) or "paper"


def _safe(words: str) -> str:
    return UNSAFE.sub("-", words).strip("-")[:60]


def _files(stem: str, text: str, bind: Bind | None) -> list[Attachment]:
    made = [Attachment(stem=stem, name=f"{stem}.txt", kind=TEXT, data=text.encode())]
    if bind is not None:
        made.append(Attachment(stem=stem, name=f"{stem}.docx", kind=DOCX, data=bind(text)))
    return made


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text that was folded as telegrams are; list points stand by themselves."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or POINT.match(line):
            found.append([])
        found[-1] += line.split()
    return [" ".join(words) for words in found if words]


@cache
def _blank() -> bytes:
    """Return an empty document without what the library's own carries along: 30 KB of styles nobody uses."""
    document = docx.Document()
    for style in [style for style in document.styles if style.name not in STYLES]:
        style.delete()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            rels.pop(key)
    return _saved(document)


def _saved(document: Any) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


@lru_cache(maxsize=64)
def _bound(text: str) -> bytes:
    """Return the text as a Word document, a paragraph for each of its own; a first one in capitals is the title."""
    document = docx.Document(BytesIO(_blank()))
    for number, words in enumerate(paragraphs(text)):
        run = document.add_paragraph().add_run(words)
        run.bold = number == 0 and words.isupper()
    return _saved(document)


bind: Bind | None = _bound if IS_INSTALLED else None
