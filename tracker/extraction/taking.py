"""The record of an ask or of a sentence left out: its quote, whom it asks, its deadline and title."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.cable.hints import Family
from tracker.cable.parts import Sentence
from tracker.extraction import (
    addressees,
    deadline_lines,
    handover,
    labels,
    moved_deadlines,
    refusals,
    splitting,
    titles,
    visitors,
)
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.proposals import ActionRequest, Deadline, LeftOut
from tracker.extraction.reader import Reader
from tracker.extraction.verdicts import Verdict

_DAY_WORDS = Family(
    "by nlt later within before due until deadline cob".split()
)  # one stands in what _DAY_WORD finds


_DAY_WORD = re.compile(r"\b(?:by|nlt|later than|within|before|due|until|deadline|cob)\b", re.IGNORECASE)


_PLEASE = "Please "


_AGENDA_ITEM = re.compile(
    r"(?:Agenda |AGENDA )?(?:Items?|ITEMS?|item) \d{1,2}(?:\.\d|[a-z])?(?: [^:;]{1,70}|, [^:;]{1,70})?: "
)


PLACE_LABEL = re.compile(
    r"(?:\(?[A-Za-z0-9]{1,2}[.)] )?(?:FOR |For |Action |ACTION )?(?P<place>[A-Z][\w' -]{2,30}): "
)


_MOVED = (
    "extended ",
    "moved ",
    "postponed ",
    "deferred ",
    "changed ",
    "advanced ",
    "brought forward ",
)


SHORTEST_CLAUSE = 3  # words, less one: "; kindly find out." says nothing without what stands before it


def left(reader: Reader, sentence: Sentence, reason: str) -> LeftOut:
    """Return the record of a sentence that is left out, with the day it names outside papers."""
    evidence = reader.cable.evidence(sentence.start, sentence.end)
    is_near = sentence.signs & _DAY_WORDS.bit and _DAY_WORD.search(sentence.text)
    deadline = reader.deadline(sentence.text) if is_near and reason != refusals.MASKED else None
    return LeftOut(evidence=evidence, paragraph=sentence.paragraph, reason=reason, deadline=deadline)


def taken(reader: Reader, sentence: Sentence, verdict: Verdict, label: str | None) -> Iterator[ActionRequest]:
    """Yield the ask of a sentence, several where it orders separate things by different days."""
    text = sentence.text[: verdict.end]
    cut = _cut(text, verdict, reader.cast)
    subject = addressees.whom(sentence.text, verdict, reader.cast)
    heading = sentence.text[:cut] if ":" in sentence.text[:cut] else label or sentence.heading
    for first, last in splitting.parts(text, cut, reader.cast, reader.deadline, reader.named, verdict.cue_at):
        quote = text[first:last]
        own_words = "" if first == cut else reader.whom(quote)
        cue_at = verdict.cue_at - first if first <= verdict.cue_at else splitting.duty_at(quote)
        moved = moved_deadlines.new_day(quote, cue_at, reader.deadline) if verdict.form == "due" else None
        deadline = moved or reader.deadline(splitting.bound(_ordered(quote, cue_at)), cue_at)
        if deadline is None and first != cut and quote.partition(" ")[0].lower() in v.ORDERS:
            deadline = _of_further_order(reader, quote)
        if deadline and verdict.form == "due" and visitors.is_day_of_use(subject, deadline.quote):
            deadline = None
        if deadline is None and first == cut:
            deadline = deadline_lines.of_lead(text[:cut] or sentence.heading or "", reader.deadline)
        start, end = (handover.place_in(reader.cable.text, sentence, place) for place in (first, last))
        own = (
            verdict
            if first == cut
            else replace(verdict, order_at=first + splitting.act_at(quote), form="order")
        )
        yield ActionRequest(
            title=titles.title_of(text[:last], own, deadline),
            evidence=reader.cable.evidence(start, end),
            paragraph=sentence.paragraph,
            addressees=addressees.asked(
                own_words or subject, None if own_words else heading, reader.cast, reader.to
            ),
            deadline=deadline,
            is_optional=verdict.is_optional,
        )


def _of_further_order(reader: Reader, quote: str) -> Deadline | None:
    """Return the day of an order behind another, read as if it stood alone: "say by Monday whether it can"."""
    found = reader.deadline(_PLEASE + quote, 0)
    shift = len(_PLEASE)
    return replace(found, start=found.start - shift, end=found.end - shift) if found else None


def _ordered(quote: str, cue_at: int) -> str:
    """Return the quote with "will" as "must", where "Embassy will report" is an order: days are read by it.

    Of a deadline that is moved only the words behind the verb are left: "The date set (May 3) is extended to May 10".
    """
    if cue_at > 0 and quote.lower().startswith(_MOVED, cue_at):
        return f"{' ' * cue_at}{quote[cue_at:]}"
    will = quote[max(cue_at, 0) :][:5].lower() == "will "
    if not will or cue_at < 0:
        return quote
    goes_on = quote[cue_at + 4 :].replace(" and will ", " and must ").replace(" AND WILL ", " AND MUST ")
    return f"{quote[:cue_at]}must{goes_on}"


def _cut(text: str, verdict: Verdict, cast: Cast) -> int:
    """Return where the quote begins: after a title that runs in, or at the clause after a semicolon."""
    label = labels.label_end(text)
    enumeration = labels.entry_of(text)
    start = enumeration.end() if enumeration and enumeration.end() <= verdict.cue_at else 0
    item = _AGENDA_ITEM.match(text)
    label = item.end() if item else label or labels.unmarked_end(text)
    start = label if start < label <= verdict.cue_at else start
    named = PLACE_LABEL.match(text) if ": " in text else None
    is_named = named is not None and start <= named.end() <= verdict.cue_at
    if named is not None and is_named and cast.part_of(named["place"]) is Part.ASKED:
        start = named.end()
    is_behind_dash = (
        text.endswith("-- ", start, verdict.cue_at) and text.count(" -- ", start, verdict.cue_at) % 2
    )
    start = (
        verdict.cue_at if is_behind_dash else start
    )  # "Names -- of Oslo and Riga, each -- should reach" has an aside
    semicolon = text.rfind("; ", start, max(verdict.cue_at, start))
    is_short = semicolon >= 0 and text.count(" ", semicolon + 2, verdict.end or len(text)) < SHORTEST_CLAUSE
    return start if semicolon < 0 or is_short else semicolon + 2
