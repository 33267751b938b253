"""A heading while it is being read: the values so far and the lines still to come."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from tracker.cable.lines import Line
from tracker.cable.parts import Addressee, AddresseeRole, Classification, Defect, Precedence, Reference, Span


@dataclass(slots=True)
class Draft:
    """A heading while it is being read."""

    sent_at: datetime | None = None
    year: int | None = None  # where a print says the day and no hour
    precedence: Precedence | None = None
    info_precedence: Precedence | None = None
    route_precedence: Precedence | None = None
    station: re.Match[str] | None = None
    origin: str | None = None
    addressees: list[Addressee] = field(default_factory=list)
    number: tuple[str, str] | None = None
    section: tuple[int, int] | None = None
    classification: Classification | None = None
    captions: list[str] = field(default_factory=list)
    handling: list[str] = field(default_factory=list)
    passing: list[str] = field(default_factory=list)
    executive_order: str | None = None
    tags: list[str] = field(default_factory=list)
    subject: str | None = None
    refs: tuple[Reference, ...] = ()
    is_corrected_copy: bool = False
    end: int = 0
    defects: list[Defect] = field(default_factory=list)

    def note(self, code: str, words: str, line: Line | None = None) -> None:
        """Add a defect, with the line's place in the text where there is one."""
        span = Span(start=line.start, end=line.end) if line else None
        self.defects.append(Defect(code=code, words=words, span=span))


@dataclass(slots=True)
class Reader:
    """The lines of a heading and the one that is being read."""

    text: str
    lines: list[Line]
    draft: Draft
    at: int = 0
    role: AddresseeRole | None = None

    @property
    def line(self) -> Line:
        """The line that is being read."""
        return self.lines[self.at]

    @property
    def has_more(self) -> bool:
        """Whether a line is left to read."""
        return self.at < len(self.lines)

    @property
    def has_next(self) -> bool:
        """Whether a line follows the one that is being read."""
        return self.at + 1 < len(self.lines)

    @property
    def next_line(self) -> Line:
        """The line below the one that is being read."""
        return self.lines[self.at + 1]

    def push(self, line: Line, start: int) -> None:
        """Read on in the same line, from a place in it."""
        words = line.text[start:]
        lead = len(words) - len(words.lstrip())
        if words.strip():
            rest = Line(words.strip(), line.start + start + lead, line.end, False)
            self.lines.insert(self.at, rest)
