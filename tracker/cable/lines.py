"""The paper of a cable: lines with their places, and what the carrier put between them.

Page lines, security banners, end-of-message signs and the headings of later sections are cut out
of the text; every character that stays keeps its place in the raw text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from tracker.cable import message_sets
from tracker.cable.hints import has_any
from tracker.cable.parts import Classification, Piece

WIDEST_PAGE_LINE = 120
ODD_BLANK = re.compile("[\t\v\f\x1c-\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
ODD_SIGNS = tuple("\t\v\f\r\x1c\x1d\x1e\x1f")  # the odd ones of ASCII
ODD_LINE_END = re.compile("[\r\x85\u2028\u2029]")

_LEAVE_A_LINE = ("&#", *message_sets.FRAMES)  # what is cut out here leaves a line feed
LINE_FEED_WRITTEN_OUT = re.compile(r"&#(?:x0{0,6}[AD]|0{0,6}1[03]);", re.IGNORECASE)
PAGE_COUNT = re.compile(r"(?<!\d)\d{6,8}[ \n]{1,6}\d{3}(?:\.\d)? {1,3}OF \d{3}(?!\d)")
OWN_LINE = re.compile(
    r"^[ ]{0,40}(?:PAGE (?P<page>[^\n]{1,80})|UNCLASSIFIED|LIMITED OFFICIAL USE|NNNN?|BT|#\d{4}|"
    r"<< ?END OF DOCUMENT ?>>|End Cable Text|[^\n]{0,40}Declassified/Released US Department of State[^\n]*)"
    r"[ ]*$\n?",
    re.MULTILINE,
)
BANNER = re.compile(r"^[ ]{0,40}(UNCLASSIFIED|LIMITED OFFICIAL USE)[ ]*$", re.MULTILINE)
OWN_LINE_HINTS = (
    "PAGE ",
    "UNCLAS",
    "LIMITED OFF",
    "NNN",
    "BT",
    "#",
    "END OF DOC",
    "End Cable",
    "Declassified/R",
)
PAGE_WORDS = re.compile(r"[ ]*\d{1,3}(?: +OF +\d{1,3})?(?: +[A-Z0-9./:-]+){0,9}[ ]*")
RUNNING_SUBJECT = re.compile(r"\s{0,12}SUBJ(?:ECT)?: ?")
SIGNATURE = re.compile(r"[A-Za-z][A-Za-z'’.-]*(?: [A-Za-z][A-Za-z'’.-]*){0,2}")
MINIMIZE = re.compile(r"MINIMIZE CONSIDERED(?: [A-Z'-]+){0,2}")
CLOSING = re.compile(r"\(?END\b|MINIMIZE CONSIDERED$", re.IGNORECASE)
MRN_ORIGIN = re.compile(r"UNCLAS[A-Z ]{0,40}?(?: SECTION \d+ OF \d+)? ([A-Z][A-Z ]{2,30}?) (\d{4,6})\b")


class Line(NamedTuple):
    """A line that is not blank. `has_gap`: a blank line stands above it."""

    text: str
    start: int
    end: int
    has_gap: bool


_line = partial(
    tuple.__new__, Line
)  # a hundred are made for a cable: in half the time of the class's own way


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A text to read, and where each of its runs stands in the raw text."""

    raw: str
    text: str
    pieces: tuple[Piece, ...]
    cuts: tuple[tuple[int, int], ...]  # in raw


def lines_of(text: str, start: int = 0) -> list[Line]:
    """Return the lines that are not blank, with their places in the text."""
    found: list[Line] = []
    has_gap = True  # the first line counts as one after a gap
    for row in text[start:].split("\n"):
        end = start + len(row)
        if words := row.strip():
            if words is row:  # as most
                found.append(_line((row, start, end, has_gap)))
            else:
                first = start + row.index(words[0])
                found.append(_line((words, first, first + len(words), has_gap)))
            has_gap = False
        else:
            has_gap = True
        start = end + 1
    return found


def is_signature(lines: list[Line]) -> bool:
    """Tell whether the last line is who signed.

    signature = name of at most three words on the last line | "MINIMIZE CONSIDERED" [name]
    """
    words = lines[-1].text
    if MINIMIZE.fullmatch(words):
        return True
    if len(lines) < 2 or len(words) > 30 or not SIGNATURE.fullmatch(words) or words.endswith("."):
        return False
    above = lines[-2].text
    ended = above.endswith((".", "!", "?", '"', ")", "”")) or CLOSING.match(above) is not None
    return (lines[-1].has_gap or ended) and (words.isupper() or words.istitle() or lines[-1].has_gap or ended)


def lines_from(text: str, start: int, lines: list[Line]) -> list[Line]:
    """Return the lines from a place on; the first of them counts as one after a gap."""
    first = bisect_left(lines, start, key=attrgetter("start"))
    rest = lines[first:]
    if rest and rest[0].start == start:
        rest[0] = rest[0]._replace(has_gap=True)
        return rest
    return lines_of(text, start)


def sheet_of(raw: str) -> Sheet:
    """Return the text as it can be read: white space made plain, carrier's lines cut out."""
    plain = whitened(raw)
    ranges = _own_lines(plain) + _page_counts(plain) + message_sets.frames(plain)
    ranges += [(m.start(), m.end()) for m in LINE_FEED_WRITTEN_OUT.finditer(plain)] if "&#" in plain else []
    if plain.startswith("\ufeff"):
        ranges.append((0, 1))
    return _sheet(raw, plain, ranges)


def banner_of(raw: str) -> Classification | None:
    """Return the classification that stands on a line of its own, where no number line gives one."""
    banner = BANNER.search(whitened(raw))
    return Classification(banner[1]) if banner else None


def without(sheet: Sheet, ranges: Iterable[tuple[int, int]]) -> Sheet:
    """Return the sheet with these ranges of its text cut out too."""
    more = [(raw_offset(sheet.pieces, a), raw_offset(sheet.pieces, b)) for a, b in ranges]
    return _sheet(sheet.raw, whitened(sheet.raw), [*sheet.cuts, *more])


def raw_offset(pieces: tuple[Piece, ...], offset: int) -> int:
    """Return the place in the raw text of a place in the text."""
    raw = 0
    for piece in pieces:
        if piece.start > offset:
            break
        raw = piece.raw_start + min(offset - piece.start, piece.length)
    return raw


def whitened(raw: str) -> str:
    """Return the text with every white character a blank or a line feed, none added or lost."""
    text = raw.replace("\r\n", " \n") if "\r" in raw else raw
    if text.isascii() and not has_any(text, ODD_SIGNS):
        return text  # as nearly all are
    if ODD_BLANK.search(text):
        text = ODD_BLANK.sub(" ", text)
    return ODD_LINE_END.sub("\n", text) if ODD_LINE_END.search(text) else text


def _own_lines(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the carrier's lines: only lines with one of its words are looked at."""
    found = []
    for hint in OWN_LINE_HINTS:
        place = text.find(hint)
        while place >= 0:
            match = OWN_LINE.match(text, text.rfind("\n", 0, place) + 1)
            if match and _is_carrier_line(match):
                found.append(match.span())
            end = text.find("\n", place)
            place = text.find(hint, end) if end >= 0 else end
    return found


def _is_carrier_line(match: re.Match[str]) -> bool:
    page = match["page"]
    if page is None:
        return True
    rest = page.split()[1:]
    return PAGE_WORDS.fullmatch(page) is not None and (
        not rest or any(word.rstrip("Z").isdigit() for word in rest)
    )


def _page_counts(text: str) -> list[tuple[int, int]]:
    """Return the ranges of lines such as `OTTAWA 00000918  001.2 OF 003`.

    page-count = origin serial8 page "OF" pages [running-subject]
    They stand on a line of their own or, in copies that lost their line ends, inside one.
    """
    found = []
    for match in PAGE_COUNT.finditer(text) if "OF 0" in text else ():
        start, end = _origin_start(text, match.start()), match.end()
        end = _end_of_running_subject(text, end)
        if end < len(text) and text[end] == "\n" and (start == 0 or text[start - 1] == "\n"):
            end += 1
        found.append((start, end))
    return found


def _origin_start(text: str, serial: int) -> int:
    line = text.rfind("\n", max(0, serial - WIDEST_PAGE_LINE), serial) + 1
    before = text[max(line, serial - WIDEST_PAGE_LINE) : serial]
    words = before.split()
    if len(words) <= 4 and all(w.isupper() for w in words):
        return serial - len(before)
    known = MRN_ORIGIN.search(text)
    if known and before.rstrip().endswith(known[1]):
        return serial - (len(before) - before.rindex(known[1]))
    return serial - (len(before) - before.rindex(words[-1])) if words and words[-1].isupper() else serial


def _end_of_running_subject(text: str, end: int) -> int:
    label = RUNNING_SUBJECT.match(text, end)
    if not label:
        return end
    first = RUNNING_SUBJECT.search(text)
    if first is None or first.start() >= label.start():
        return end
    subject = text[first.end() : first.end() + 300]
    return _end_of_same_words(text, label.end(), subject) or end


def _end_of_same_words(text: str, start: int, subject: str) -> int | None:
    here, there = start, 0
    last_word = None
    while here < len(text) and there < len(subject):
        if text[here].isspace() or subject[there].isspace():
            if text[here].isspace() != subject[there].isspace():
                break
            last_word = here
            while here < len(text) and text[here].isspace():
                here += 1
            while there < len(subject) and subject[there].isspace():
                there += 1
            continue
        if text[here] != subject[there]:
            break
        here, there = here + 1, there + 1
    return here if here == len(text) or text[here].isspace() else last_word


def _sheet(raw: str, plain: str, ranges: list[tuple[int, int]]) -> Sheet:
    if not ranges:
        piece = Piece(start=0, raw_start=0, length=len(plain))
        return Sheet(raw=raw, text=plain, pieces=(piece,) if plain else (), cuts=())
    merged = _merged(ranges)
    kept: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    for start, end in [*merged, (len(plain), len(plain))]:
        if start > at:
            pieces.append(Piece(start=length, raw_start=at, length=start - at))
            kept.append(plain[at:start])
            length += start - at
        if plain.startswith(_LEAVE_A_LINE, start) and start < end:
            kept.append("\n")
            length += 1
        at = end
    return Sheet(raw=raw, text="".join(kept), pieces=tuple(pieces), cuts=tuple(merged))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged
