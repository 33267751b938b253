"""Blocks of lines that belong together, and the sentences and the paragraph they make."""

import re
from dataclasses import dataclass
from functools import partial

from tracker.cable import lost_marks, sentences, stops, titles
from tracker.cable.folding import folded
from tracker.cable.hints import signs_of, words_in
from tracker.cable.parts import Paragraph, Sentence

BULLET = re.compile(
    r"(?:--?-?(?=[ A-Za-z\"“(])|[*•·–—>](?= ?[A-Za-z\"“(])|o {1,4}(?=[A-Z])|[oO] {2,4}(?=[A-Za-z])) {0,4}"
)
BULLETS = frozenset("-*•·–—>oO")  # with one of them begins whatever BULLET finds
END_LABEL = re.compile(r"\(?END\b", re.IGNORECASE)
_sentence = partial(
    tuple.__new__, Sentence
)  # dozens are made for a cable: in half the time of the class's own way


@dataclass(slots=True)
class Block:
    """Lines that belong together: one paragraph's text, a bullet, a title."""

    start: int
    end: int
    number: int | None = None
    portion: str | None = None
    heading: str | None = None
    is_bullet: bool = False
    lines: int = 1
    has_gap: bool = True
    opens: bool = False  # a numbered paragraph begins here
    last_line: str = ""
    is_stop: bool = False  # a line of an itinerary

    @property
    def has_ended(self) -> bool:
        """Whether a new paragraph may begin on the next line."""
        return self.is_stop or has_ended(self.last_line)


def begins_stop(words: str, text: str, above: Block) -> bool:
    """Return whether a line is a stop of an itinerary, below the block above it."""
    return stops.begins(words, text, (above.start, above.end), is_below_stop=above.is_stop)


def has_ended(words: str) -> bool:
    """Return whether a line ends where a sentence, or the lead of a list, may end."""
    return words.rstrip("\"'”’)] ").endswith((".", "?", "!", ":", ";"))


def gathered(text: str, blocks: list[Block], *, in_capitals: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs that blocks make: those of a number belong together."""
    found: list[Paragraph] = []
    group: list[Block] = []
    make = partial(paragraph, text, in_capitals=in_capitals, has_lost=lost_marks.may_stand(text))
    for block in blocks:
        starts_new = block.opens or block.number is None or (group and group[0].number != block.number)
        if group and starts_new:
            found.append(make(group))
            group = []
        group.append(block)
    if group:
        found.append(make(group))
    return tuple(found)


def paragraph(text: str, blocks: list[Block], *, in_capitals: bool, has_lost: bool) -> Paragraph:
    """Return the paragraph that its blocks make, a title that runs into the first of them as its heading."""
    said: list[Sentence] = []
    heading = blocks[0].heading
    for place, block in enumerate(blocks):
        found, run_in = _sentences(text, block, in_capitals=in_capitals, has_lost=has_lost)
        said += found
        if place == 0 and run_in:
            heading = run_in
    return Paragraph(
        number=blocks[0].number,
        portion=blocks[0].portion,
        heading=heading,
        start=blocks[0].start,
        end=blocks[-1].end,
        sentences=tuple(said),
    )


def _sentences(
    text: str, block: Block, *, in_capitals: bool, has_lost: bool
) -> tuple[list[Sentence], str | None]:
    said: list[Sentence] = []
    heading, first_title = block.heading, None
    parted = sentences.split(text, block.start, block.end)
    for place, (first, end) in enumerate(stops.joined(text, parted) if block.is_stop else parted):
        start, is_bullet = first, block.is_bullet
        bullet = BULLET.match(text, start, end) if text[start] in BULLETS else None
        if bullet:
            start, is_bullet = bullet.end(), True
        title = titles.run_in(text, start, end, in_capitals=in_capitals)
        if title:
            heading, start = title
            first_title = heading if place == 0 else first_title
        words = folded(text[start:end])
        words = lost_marks.mended(words) if has_lost else words
        if place == 0 and words.endswith(".") and titles.is_known(words):
            heading = first_title = words.rstrip(".")
            words = ""
        if not words:
            continue
        small = words_in(words.lower())
        said.append(_sentence((words, start, end, block.number, heading, is_bullet, small, signs_of(small))))
        if words[0] in "(Ee" and END_LABEL.match(words):
            heading = block.heading
    return said, first_title
