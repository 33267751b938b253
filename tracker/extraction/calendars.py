"""Calendars: what is held told beside its day, without a verb: "December 4: Textile buyers' day, Fez", "two shows are set: tools, May 3"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.cable.hints import small
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import event_days, event_words
from tracker.extraction.asking import LONGEST_SENTENCE
from tracker.extraction.dates import Mention
from tracker.extraction.proposals import Event

_HEADED = re.compile(r"(?:, ?\d{4})?(?: \([^()]{1,20}\))?(?:: | -{1,2} )(?=(?P<what>[A-Z\"“][^.;]{3,160}))")
_END_OF_THING = re.compile(r", |[.;]|$")
_OPENED = re.compile(  # "The Ambassador opens the "Made in Morocco" fair": the fair is what takes place
    r"^[^.;:]{2,60}? (?:opens|hosts|holds|attends|inaugurates|gives|chairs|addresses|keynotes) (?:an?|the|its|his|her) ",
    re.IGNORECASE,
)
_OWED = re.compile(  # in small letters: what is due then, or only told of
    r"\b(?:deadline|due|last day|closing date|nominations?|applications?|registration|submit|submission|reports?|replies|payment|cancell?ed|postponed|no|were|was|had)\b"
)
_LEAD = re.compile(  # in small letters: "two further shows are scheduled"
    r"\b(?:shows?|exhibitions?|exhibits?|seminars?|courses?|workshops?|missions|meetings|sessions|fairs|conferences|events|rounds|trips|tours|lectures|concerts|games|exercises|summits)\b[^:]{0,40}?\b"
    r"(?:are|will be|is|follow|remain)(?: (?:now |also |next |tentatively )?(?:scheduled|planned|set|slated|offered|held|foreseen|fixed|on the calendar|as follows|these))?$"
)
_ITEM = re.compile(
    r"[,;.)]{0,2} ?(?:(?:and|AND|then|THEN) )?(?:\(?[A-Za-z0-9]{1,2}[.)] )?(?P<name>(?!(?:the (?:first|second|other|last|latter)|one|both|each)\b)[A-Za-z\"“][\w\"“”'’/&-]*(?: [\w\"“”'’/&-]+){0,6}?),?(?: \(| from | on | FROM | ON | )$",
)
_BEHIND = re.compile(r"[).;,]{0,2}\s*$")
HEADING = re.compile(  # over entries that are each held
    r"\b(?:courses|seminars|workshops|conferences|exercises|meetings|fairs|exhibitions|tours|lectures|concerts|trade shows|training (?:calendar|program))\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:\(?[A-Za-z0-9]{1,2}[.)] |-{1,2} )(?P<name>[A-Z][^,.;:]{2,70})(?:, | \()$")
_ENDS = re.compile(r"(?:, \d{4})?\)?(?:, [A-Z][\w ]{2,30}(?:, [A-Z][\w ]{2,20})?)?[.;]?$")
FEWEST = 2  # entries


def headed(text: str, day: Mention) -> str | None:
    """Return what takes place on a day that stands at the head of a sentence, None where nothing that is held is named."""
    match = _HEADED.match(text, day.end) if not text[: day.start].strip(" (-*") else None
    if match is None or _OWED.search(match["what"].lower()):
        return None
    what = match["what"]
    opened = _OPENED.match(what)
    start = opened.end() if opened else 0
    end = _END_OF_THING.search(what, start)
    thing = what[start : end.start() if end else None]
    is_held = any(True for _ in event_words.nouns_in(small(thing), 0, len(thing)))
    return thing.strip() if is_held else None


def entry(sentence: Sentence, day: Mention) -> str | None:
    """Return what an entry under a heading of things held names before its days: "B. Wildlife Investigators, May 8-19."."""
    if day.first_on == day.last_on or HEADING.search(sentence.heading or "") is None:
        return None
    match = _ENTRY.match(sentence.text[: day.start])
    is_alone = match is not None and _ENDS.match(sentence.text, day.end) is not None
    return (
        match["name"] if match is not None and is_alone and not _OWED.search(sentence.text.lower()) else None
    )


def lists(cable: Cable, masked: frozenset[int]) -> list[tuple[int, tuple[Event, ...]]]:
    """Return the sentences that list what is to be held, each entry with its days, and their events."""
    found: list[tuple[int, tuple[Event, ...]]] = []
    for i, sentence in enumerate(cable.sentences):
        if ": " not in sentence.text or i in masked:
            continue
        lead = sentence.text.partition(": ")[0]
        if _LEAD.search(lead.lower()) is None:
            continue
        events = tuple(_entries(cable, sentence, len(lead) + 2))
        if len(events) >= FEWEST:
            found.append((i, events))
    return found


def _entries(cable: Cable, sentence: Sentence, start: int) -> Iterator[Event]:
    text = sentence.text[:LONGEST_SENTENCE]
    days = [day for day in event_days.mentions(text, cable.header) if day.start > start]
    begins = [start, *(before.end for before, _ in pairwise(days))]
    items = [_ITEM.fullmatch(text, begin, day.start) for begin, day in zip(begins, days, strict=False)]
    if not days or None in items or not _BEHIND.match(text, days[-1].end):
        return
    for item, day in zip(items, days, strict=True):
        yield Event(
            name=item["name"] if item else "",
            start_on=day.first_on,
            end_on=day.last_on,
            place=None,
            evidence=cable.evidence(sentence.start, sentence.end),
        )
