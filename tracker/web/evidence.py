"""A cable's text with its evidence lit: pieces of text, each with the kinds of evidence it belongs to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Spans = Sequence[Sequence[int]]


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
