"""A cable's text with its evidence lit: pieces of text, each with the kinds of evidence it belongs to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup, escape

from tracker.cable import parse

Spans = Sequence[Sequence[int]]

# A line as long as this ends where the sheet did, unless what follows says that it was ended on purpose.
FULL_LINE = 36
STARTS_ANEW = re.compile(
    r"[ \t]{2,}|[-*=_.•]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)] |\((?:U|SBU|C|S|TS)\)|[^\n]*\S {3,}\S"
)
SOFT = Markup('<span class="soft">\n</span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """One piece of evidence: its kind, the word that marks it, its places in the text, its anchor."""

    kind: str
    word: str
    spans: Spans
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under one set of kinds; `begins` are the lights whose first character it holds."""

    text: str
    kinds: tuple[str, ...]
    begins: tuple[Light, ...]


def pieces(text: str, lights: Iterable[Light], start: int = 0, end: int | None = None) -> list[Piece]:
    """Return `text[start:end]` cut wherever a light begins or ends, in order."""
    stop = len(text) if end is None else end
    cut = [_Cut(light, *_clipped(span, start, stop)) for light in lights for span in light.spans]
    inside = [one for one in cut if one.start < one.end]
    edges = sorted({start, stop, *(one.start for one in inside), *(one.end for one in inside)})
    firsts: dict[str, int] = {}
    for one in inside:
        firsts[one.light.anchor] = min(one.start, firsts.get(one.light.anchor, one.start))
    return [
        Piece(
            text=text[a:b],
            kinds=tuple(dict.fromkeys(one.light.kind for one in inside if one.start <= a < one.end)),
            begins=tuple(one.light for one in inside if one.start == a and firsts[one.light.anchor] == a),
        )
        for a, b in pairwise(edges)
    ]


def reflowing(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with each line break that only the width of the sheet made marked, for narrow screens."""
    text = "".join(piece.text for piece in found)
    breaks, at, marked = _soft_breaks(text), 0, list[Piece]()
    for piece in found:
        inside = [one for one in breaks if at <= one < at + len(piece.text)]
        edges = [at, *(one + 1 for one in inside), at + len(piece.text)]
        runs = [escape(text[a:b]) for a, b in pairwise(edges)]
        marked.append(replace(piece, text=SOFT.join([*(run[:-1] for run in runs[:-1]), runs[-1]])))
        at += len(piece.text)
    return marked


def _soft_breaks(text: str) -> list[int]:
    """Return where lines end that are as long as a sheet allows, and run on in the next line."""
    lines, at, found = text.split("\n"), 0, list[int]()
    for line, following in pairwise(lines):
        at += len(line)
        if _runs_on(line.rstrip(), following):
            found.append(at)
        at += 1
    return found


def _runs_on(line: str, following: str) -> bool:
    if len(line) < FULL_LINE or not following.strip() or line.endswith(":"):
        return False
    if line.endswith((".", "?", "!")) and following.isupper() and not line.isupper():
        return False  # who signed it
    return not STARTS_ANEW.match(following) and re.search(r"\S {3,}\S", line) is None


@dataclass(frozen=True, slots=True)
class _Cut:
    light: Light
    start: int
    end: int


def _clipped(span: Sequence[int], start: int, end: int) -> tuple[int, int]:
    return max(span[0], start), min(span[1], end)


def spans_of_words(text: str, words: str | None, within: Spans) -> list[list[int]]:
    """Return where words, written with single blanks, stand inside the given places; nothing if nowhere."""
    if not words:
        return []
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    for start, end in within:
        found = pattern.search(text, start, end)
        if found:
            return [[found.start(), found.end()]]
    return []


def around(text: str, spans: Sequence[Sequence[int]], due_quote: str | None) -> Sequence[Piece]:
    """Return the paragraph around the sentence, both lit; a page's heading that fell into it is left out."""
    first, last = spans[0][0], spans[-1][1]
    inside = (one for one in _paragraph_places(text) if one[0][0] <= first < one[-1][1])
    lit = [
        Light(kind="ask", word="ask", spans=spans, anchor="text-ask"),
        Light(kind="due", word="due", spans=spans_of_words(text, due_quote, spans), anchor="text-due"),
    ]
    found: list[Piece] = []
    begun: set[str] = set()
    for start, end in next(inside, ((first, last),)):
        for piece in pieces(text, lit, start, end):
            begins = tuple(light for light in piece.begins if light.anchor not in begun)
            begun |= {light.anchor for light in begins}
            is_blank = bool(found) and found[-1].text.endswith("\n")  # where a heading was left out
            words = piece.text.removeprefix("\n") if is_blank else piece.text
            if words:
                found.append(replace(piece, text=words, begins=begins))
    return found


@lru_cache(maxsize=128)
def _paragraph_places(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return where the paragraphs of a cable stand; kept, as the tasks of one cable are looked at together."""
    cable = parse(text)
    spans = (cable.evidence(paragraph.start, paragraph.end).spans for paragraph in cable.paragraphs)
    return tuple(_joined(text, [(one.start, one.end) for one in found]) for found in spans if found)


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans, those with nothing but blanks between them as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
