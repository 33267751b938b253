"""Timetables of others, told for information: their days bind nobody who is asked.

A sentence leads one ("The timetable of the Bureau runs as follows."), and it holds for the text up to the next empty line.
"""

import re
from dataclasses import dataclass

from tracker.cable.hints import Family
from tracker.cable.parts import Cable, Sentence
from tracker.extraction.cast import Cast, Part

_LEAD = re.compile(  # in small letters
    r"\b(?:timetables?|calendars?|schedules?|time-?lines?|chronology|milestones|sequence of events)\b[^.;:]{0,80}?\b(?:runs?|is|are|reads?|looks?|goes|stands?) (?:\w+ )?(?:as follows|thus)\b"
    r"|\bhere (?:is|are) (?:what|the (?:dates|days|calendar|timetable|milestones))\b[^.;]{0,40}\b(?:others?|they|theirs|the bureau|the ministry|our own)\b"
)
_SIGNS = Family("follows thus here".split())
_ADDRESSED = re.compile(
    r"\b(?:posts?|embass\w+|missions?|consul\w+|sections?|addressees?|you|your|required|due)\b"
)
_PLEADING = frozenset("please pls kindly".split())
_AT_TIME = re.compile(
    r"(?:\d{4}|\d{1,2}:\d\d)(?: ?(?:hours|hrs|[ap]\.?m\.?))? ?[-:]? ?[A-Z]"
)  # "1700 Press availability."
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(slots=True)
class Timetable:
    """How far the timetable last led reaches in the text of a cable."""

    end: int = -1
    entry_end: int = -1  # of the lines of an entry that opens with its time

    def note(self, cable: Cable, sentence: Sentence) -> None:
        """Take note of a sentence that leads a timetable of others, or opens an entry of a visit's schedule."""
        if sentence.text[:1].isdigit() and _AT_TIME.match(sentence.text):
            empty = _EMPTY_LINE.search(cable.text, sentence.end)
            self.entry_end = empty.start() if empty else len(cable.text)
        if not sentence.signs & _SIGNS.bit:
            return
        low = sentence.text.lower()
        if _LEAD.search(low) and not _ADDRESSED.search(low):
            empty = _EMPTY_LINE.search(cable.text, sentence.end)
            self.end = empty.start() if empty else len(cable.text)

    def holds(self, sentence: Sentence, subject: str, cast: Cast) -> bool:
        """Return whether a sentence only tells a day of others: it names none of those asked and does not plead."""
        is_to_capital = cast.asks_capital and not (cast.asks_posts or cast.asks_others)
        if is_to_capital and sentence.start < self.entry_end:
            return True  # what a post tells the visitors to do
        is_inside = sentence.start < self.end
        return is_inside and cast.part_of(subject) is not Part.ASKED and _PLEADING.isdisjoint(sentence.words)
