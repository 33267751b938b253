"""What a later cable says of an earlier one: delivered, agreed, refused, will answer, or taken back.

A post's reply answers by what its host side says and by what the post has done; a later cable of
Washington takes back. Only a cable that cites one in REF is looked at.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from tracker.cable.hints import small
from tracker.cable.parts import Cable, Reference, ReferenceKind, Sentence
from tracker.extraction import answer_asides, answer_kinds, answer_taken_back
from tracker.extraction.answer_speakers import Hearing
from tracker.extraction.answer_taken_back import TAKING_BACK
from tracker.extraction.asking import LONGEST_SENTENCE
from tracker.extraction.dates import deadlines, mentioned_days
from tracker.extraction.designators import is_capital, place_of
from tracker.extraction.proposals import Answer, AnswerKind

_LETTER = re.compile(r"\bref(?:tel|erence)?s?\.? \(?([A-H])\)?(?![\w'])")
_NUMBER = re.compile(r"\b([A-Z][A-Z ]{2,20}?) ?0*(\d{2,8})\b")
_THEIR_NOTE = re.compile(
    r"\b(?:ministry|government|department of foreign|secretariat)\b.{0,120}presents? its compliments"
)
_END_OF_TEXT = re.compile(r"(?:end (?:of )?(?:informal )?(?:text|note|translation|quote)|unquote)")
_PERIODICAL = re.compile(
    r"\b(?:highlights|round-?up|weekly|monthly|media reaction|press summary|biweekly|newsletter|wrap-?up|digest)\b"
)


def answers(cable: Cable, masked: frozenset[int]) -> tuple[Answer, ...]:
    """Return the sentences that answer, cancel or supersede what a cable under REF asked."""
    if not any(r.kind is ReferenceKind.CABLE for r in cable.header.refs):
        return ()
    origin = cable.header.origin or (cable.header.number or "").rstrip("0123456789 ")
    if origin and not is_capital(origin):
        if all(_is_own(r, origin) for r in cable.header.refs if r.kind is ReferenceKind.CABLE):
            return ()  # a post's own earlier cables ask it nothing
        return tuple(_replies(cable, masked, origin))
    return tuple(_takings_back(cable, masked))


def _is_own(reference: Reference, origin: str) -> bool:
    return bool(reference.origin) and place_of(reference.origin or "") == place_of(origin)


def _takings_back(cable: Cable, masked: frozenset[int]) -> Iterator[Answer]:
    read = [
        (cable.sentences[n], small(cable.sentences[n].text[:LONGEST_SENTENCE]))
        for n in cable.sentences.holding(TAKING_BACK.bit)
        if n not in masked
    ]
    kinds = [answer_taken_back.kind_of(low) for _, low in read]
    is_change = any(kinds) or answer_taken_back.is_about_change(small(cable.header.subject or ""))
    for (sentence, low), kind in zip(read, kinds, strict=True):
        said = kind or (AnswerKind.CANCELLED if is_change and answer_taken_back.may_forbid(low) else None)
        if said is not None:
            yield _answer(cable, sentence, said)


def _replies(cable: Cable, masked: frozenset[int], origin: str) -> Iterator[Answer]:
    """Yield what a post's reply says, but for asides and papers; the host side's note is read though it stands quoted."""
    hearing = Hearing(cable.sentences, origin)
    sent_at = cable.header.sent_at
    is_periodical = bool(_PERIODICAL.search(small(cable.header.subject or "")))
    for n in _told(cable, masked):
        sentence = cable.sentences[n]
        low = small(sentence.text[:LONGEST_SENTENCE])
        kind = answer_taken_back.taken_back(low) if sentence.signs & TAKING_BACK.bit else None
        if kind is None:
            kind = answer_kinds.kind_of(low, sentence.signs, partial(hearing.side_at, n))
            if kind is None or answer_asides.is_else(low) or answer_asides.is_history(low, sent_at):
                continue
        if not is_periodical or "ref" in low:
            yield _answer(cable, sentence, kind)


def _told(cable: Cable, masked: frozenset[int]) -> Iterator[int]:
    """Yield the places of the sentences that tell of the matter itself."""
    is_theirs = False  # inside the host side's note
    asides = answer_asides.asides(cable.sentences)
    for n, (sentence, is_aside) in enumerate(zip(cable.sentences, asides, strict=True)):
        if n in masked:
            low = small(sentence.text[:LONGEST_SENTENCE])
            is_theirs = (is_theirs or bool(_THEIR_NOTE.search(low))) and not _END_OF_TEXT.match(low)
        else:
            is_theirs = False
        if (n not in masked or is_theirs) and not is_aside:
            yield n


def _answer(cable: Cable, sentence: Sentence, kind: AnswerKind) -> Answer:
    return Answer(
        kind=kind,
        evidence=cable.evidence(sentence.start, sentence.end),
        reference=_reference(sentence.text, cable.header.refs),
        promised_day=_promised(cable, sentence.text) if kind is AnswerKind.PROMISED else None,
    )


def _reference(text: str, refs: tuple[Reference, ...]) -> str | None:
    """Return the label or id of the reference a sentence names, None where it names none."""
    letter = _LETTER.search(text)
    if letter and any(r.label == letter.group(1) for r in refs):
        return letter.group(1)
    for match in _NUMBER.finditer(text.upper()):
        serial = int(match.group(2))
        named = next(
            (r for r in refs if r.serial == serial and (r.origin or "").upper() in match.group(1)), None
        )
        if named:
            return named.label or named.id
    return None


def _is_never_off(day: date) -> bool:
    return False


def _promised(cable: Cable, text: str) -> date | None:
    """Return the day by which an answer is promised: that of a deadline's words, else the last day named; none that has passed."""
    sent_at = cable.header.sent_at
    if sent_at is None:
        days = []
    else:
        sent_on = sent_at.date()
        limits = [d.day for d in deadlines(text, sent_at, is_day_off=_is_never_off) if d.day]
        days = [d for d in limits if d >= sent_on] or [
            m.last_on for m in mentioned_days(text, sent_at) if m.last_on >= sent_on
        ]
    return days[-1] if days else None
