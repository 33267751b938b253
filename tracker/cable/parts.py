"""What a cable is once it has been read: frozen values, each with its place in the text.

A `Span` counts characters of `Cable.raw`, the text exactly as it came in. Page lines that the
carrier put into the text are cut before reading; `Evidence` therefore may have several spans,
whose pieces, folded and joined by one blank, are its quote.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import reduce
from itertools import chain, compress
from operator import or_
from typing import NamedTuple

from tracker.cable.folding import folded
from tracker.cable.hints import ANY


class Precedence(StrEnum):
    """How fast a cable must be handled, the lowest first."""

    ROUTINE = "ROUTINE"
    PRIORITY = "PRIORITY"
    IMMEDIATE = "IMMEDIATE"
    NIACT_IMMEDIATE = "NIACT IMMEDIATE"
    FLASH = "FLASH"


class Classification(StrEnum):
    """The marking of the whole cable."""

    UNCLASSIFIED = "UNCLASSIFIED"
    LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
    CONFIDENTIAL = "CONFIDENTIAL"
    SECRET = "SECRET"  # noqa: S105 - a marking, not a password
    TOP_SECRET = "TOP SECRET"  # noqa: S105 - a marking, not a password


class AddresseeRole(StrEnum):
    """What an addressee owes: action, nothing but knowing, or nothing at all."""

    ACTION = "action"
    INFO = "info"
    EXEMPT = "exempt"


class ReferenceKind(StrEnum):
    """What kind of document a REF line cites."""

    CABLE = "cable"
    EMAIL = "e-mail"
    TELCON = "telcon"
    MEMO = "memo"
    REPORT = "report"
    OTHER = "other"


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of the raw text."""

    start: int
    end: int


class Evidence(NamedTuple):
    """Words of the cable, white space folded, and where they stand in the raw text."""

    quote: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """An oddity met while reading: a stable code, plain words, and the place if there is one."""

    code: str
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A line under TO, INFO or XMT: the designator as written, without routing and numbers."""

    designator: str
    role: AddresseeRole
    precedence: Precedence | None = None
    is_collective: bool = False
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A cable or other paper cited in REF. `id` is None where it is no cable."""

    label: str | None
    text: str
    id: str | None
    kind: ReferenceKind = ReferenceKind.CABLE
    year: int | None = None
    origin: str | None = None
    serial: int | None = None
    on: date | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The heading. A value that the text does not give is None or empty, never guessed.

    `sent_at` is the DTG in UTC; `year` the year it was sent in, also where only the name of its file
    gives it; `number` the MRN with its zeros as written; `passing` the
    attention and passing lines ("STATE FOR EUR/WE"); `section` is (n, of m) where the text
    says so.
    """

    sent_at: datetime | None = None
    year: int | None = None
    precedence: Precedence | None = None
    info_precedence: Precedence | None = None
    origin: str | None = None
    addressees: tuple[Addressee, ...] = ()
    number: str | None = None
    canonical_id: str | None = None
    section: tuple[int, int] | None = None
    classification: Classification | None = None
    captions: tuple[str, ...] = ()
    handling: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    executive_order: str | None = None
    tags: tuple[str, ...] = ()
    subject: str | None = None
    refs: tuple[Reference, ...] = ()
    is_corrected_copy: bool = False
    end: int = 0  # raw offset where the heading ends and the body begins

    @property
    def action_addressees(self) -> tuple[Addressee, ...]:
        """Those who must act, in the order of the text."""
        return tuple(a for a in self.addressees if a.role is AddresseeRole.ACTION)

    @property
    def info_addressees(self) -> tuple[Addressee, ...]:
        """Those who are told and owe nothing."""
        return tuple(a for a in self.addressees if a.role is AddresseeRole.INFO)


class Sentence(NamedTuple):
    """One sentence of the body. `start` and `end` count characters of `Cable.text`.

    A named tuple, as a cable has dozens: it is made in a quarter of the time of a data class.
    """

    text: str  # folded: every run of white space is one blank; marks that were lost put back
    start: int
    end: int
    paragraph: int | None  # number of the paragraph it stands in, None where the text has none
    heading: str | None  # the nearest title above it: "ACTION REQUEST", "REPORTING DEADLINE"
    is_bullet: bool = False  # begins with a dash: a talking point or an order in a list
    words: frozenset[str] = frozenset()  # in small letters; by them a rule sees that it has nothing to find
    signs: int = (
        ANY  # which families of words stand in it (`hints.Family`): most often that is all a rule must know
    )


class Sentences(tuple[Sentence, ...]):  # noqa: SLOT001 - a tuple of any length can have none
    """The sentences of a cable in reading order, and which signs stand in any of them: in most cables a rule has nothing to look at."""

    def __init__(self, _said: Iterable[Sentence] = ()) -> None:
        """Gather the signs."""
        self._each = [sentence.signs for sentence in self]
        self._signs = reduce(or_, self._each, 0)

    def holding(self, signs: int) -> list[int]:
        """Return the places of the sentences in which one of these signs stands."""
        if not self._signs & signs:
            return []
        return list(compress(range(len(self)), map(signs.__and__, self._each)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered unit of the body, or an unnumbered one. Offsets count in `Cable.text`."""

    number: int | None
    portion: str | None  # "U", "SBU"
    heading: str | None
    start: int
    end: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of `Cable.text` that stands unbroken in `Cable.raw`."""

    start: int  # in text
    raw_start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cable:
    """A cable that was read. `raw` is what came in; `text` the same without page lines."""

    raw: str
    text: str
    pieces: tuple[Piece, ...]
    header: Header
    paragraphs: tuple[Paragraph, ...]
    defects: tuple[Defect, ...] = ()
    sentences: Sentences = field(init=False, repr=False, compare=False)  # all, in reading order

    def __post_init__(self) -> None:
        """Gather the sentences once: reader after reader asks for them, some for each sentence."""
        said = Sentences(chain.from_iterable([p.sentences for p in self.paragraphs]))
        object.__setattr__(self, "sentences", said)

    @property
    def paragraph_count(self) -> int:
        """The highest paragraph number, 0 where the text has none."""
        return max((p.number or 0 for p in self.paragraphs), default=0)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the words of `text[start:end]`, folded, with their spans in `raw`."""
        spans = tuple(
            [
                Span(p.raw_start + max(start - p.start, 0), p.raw_start + min(end - p.start, p.length))
                for p in self.pieces
                if p.start < end and start < p.start + p.length
            ]
        )
        return Evidence(quote=folded(self.text[start:end]), spans=spans)
