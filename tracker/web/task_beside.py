"""What stands beside a task on its page: points of contact, papers, the other posts, linked tasks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.adapters import papers
from tracker.domain.lifecycle import status_words
from tracker.domain.roll_up import RollUp
from tracker.services.cable_files import may_be_attached
from tracker.store.queries.histories import Contact
from tracker.store.queries.whole_tasks import Beside
from tracker.texts import later
from tracker.web.review_page import KINDS, PASSING

REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """A point of contact; its name, or the words of the cable where none is given, and how to reach it."""

    name: str
    office: str | None
    email: str | None
    phone: str | None
    is_written_to: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A text to hand over or to speak from; `endings` are the files that it can be had as."""

    id: int
    name: str
    passing: str
    first_words: str
    endings: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """A link to another task: the word, and the task it names."""

    word: str
    link: str  # the word that is kept
    id: int
    title: str
    post: str
    status: str


LINK_WORDS: Mapping[str, str] = {
    "reference": later("reference"),
    "part of": later("part of"),
    "duplicate of": later("duplicate of"),
    "follows": later("follows"),
    "has the part": later("has the part"),
    "has the duplicate": later("has the duplicate"),
    "is followed by": later("is followed by"),
}


def contact_lines(rows: Iterable[Contact]) -> list[ContactLine]:
    """Return the points of contact of a cable."""
    return [
        ContactLine(
            name=one.name or one.other or ("" if one.email or one.phone else one.quote),
            office=one.other if one.name else None,
            email=one.email,
            phone=one.phone,
            is_written_to=one.is_written_to,
        )
        for one in rows
    ]


def paper_lines(found: Beside) -> list[PaperLine]:
    """Return the papers to hand over and the points to speak from; what is for reference stands in the cable."""
    files = ("docx", "txt") if papers.bind is not None else ("txt",)
    return [
        PaperLine(
            id=one.id,
            name=KINDS.get(one.kind, one.kind),
            passing=PASSING.get(one.passing, one.passing),
            first_words=one.first_words,
            endings=files if may_be_attached(one.kind, one.passing) else (),
        )
        for one in found.papers
        if one.kind != REFERENCE
    ]


def link_lines(links: Iterable[tuple[str, int]], found: Beside) -> list[LinkLine]:
    """Return the links whose task the reader may see."""
    return [
        LinkLine(
            word=LINK_WORDS.get(word, word),
            link=word,
            id=other.id,
            title=other.title,
            post=other.post,
            status=status_words(other.status),
        )
        for word, number in links
        if (other := found.linked.get(number)) is not None
    ]


def roll_up_line(counts: RollUp) -> str:
    """Return "Delivered 41 of 60, answered 23, agreed 15, late 6."; "" where one post alone is asked."""
    return f"{', '.join(map(str, counts.parts))}." if counts.posts > 1 else ""
