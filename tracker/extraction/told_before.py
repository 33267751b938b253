"""Where an ask stands: the sentences and days told just before it, and what a clause says of whom."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.cable.parts import Cable, Sentence
from tracker.extraction import antecedent_words as say
from tracker.extraction import event_days, kin_words
from tracker.extraction.kin_words import Kin
from tracker.extraction.told_days import Told

MOST_BACK = 5  # sentences
_OPENER = re.compile(
    r"^(?:with|as|since|because|given that|now that|when|while) "
)  # "with the team arriving"
MOST_SAID = 90  # characters of what is told, as the explanation names it


class Meant(NamedTuple):
    """What an anchor means: the words that tell of it, its first day and its last."""

    name: str
    first_on: date
    last_on: date


class Place(NamedTuple):
    """Where an ask stands: what is told before it, nearest last, and its own words before the anchor."""

    cable: Cable
    sent_on: date
    before: tuple[Sentence, ...]
    opening: Sentence  # its own sentence, as far as the anchor
    asked: str  # its own words before the anchor, in small letters
    told: tuple[Told, ...]  # of the sentences before and of the opening
    doubted: tuple[Told, ...]  # of them, what may not come to be


def place_of(
    cable: Cable,
    raw_start: int,
    asked: tuple[str, int],
    *,
    told: Sequence[Told],
    inside: frozenset[int],
    sent_on: date,
) -> Place | None:
    """Return where an ask stands that begins there in the raw text; `asked` are its words and where the anchor begins in them."""
    start = _in_text(cable, raw_start)
    at = next((n for n, one in enumerate(cable.sentences) if one.start <= start < one.end), None)
    if at is None:
        return None
    own = cable.sentences[at]
    near = [n for n in range(max(0, at - MOST_BACK), at) if n not in inside]
    before = tuple(cable.sentences[n] for n in near if _is_near(cable, n, at))
    begin = max(0, own.text.find(asked[0]))
    length = begin + asked[1]
    opening = own._replace(text=own.text[:length])
    starts = {one.start for one in before}
    fitting = [
        one
        for one in told
        if one.sentence.start in starts or (one.sentence.start == own.start and one.end <= length)
    ]
    sure = tuple(one for one in fitting if _is_sure(one, sent_on))
    doubted = tuple(one for one in fitting if one not in sure)
    return Place(cable, sent_on, before, opening, own.text[begin:length].lower(), sure, doubted)


def _in_text(cable: Cable, raw: int) -> int:
    piece = next((p for p in reversed(cable.pieces) if p.raw_start <= raw), None)
    return piece.start + raw - piece.raw_start if piece else raw


def _is_near(cable: Cable, at: int, own: int) -> bool:
    """Return whether a sentence stands in the paragraph of the ask or in the one before."""
    between = {cable.sentences[n].paragraph for n in range(at, own + 1)}
    return len(between) <= 2


def _is_sure(one: Told, sent_on: date) -> bool:
    return one.last_on >= sent_on and say.DOUBT.search(one.clause) is None


def said_of(text: str, end: int) -> str:
    """Return the words that tell of a day, as far as it: the end of a long sentence."""
    words = text[:end].rpartition("; ")[2]
    return words if len(words) <= MOST_SAID else "…" + words[-MOST_SAID:].partition(" ")[2]


def _as_meant(one: Told, *, is_last: bool = False) -> Meant:
    first = one.last_on if is_last else one.first_on
    return Meant(said_of(one.sentence.text, one.end), first, one.last_on)


def one_of(found: Sequence[Told], place: Place, *, is_last: bool = False) -> Meant | None:
    """Return what the clauses tell of, where they give one day and their sentence tells no other in half a clause."""
    if found and _tells_more(found, place):
        return None
    days = {one.last_on if is_last else one.first_on for one in found}
    return _as_meant(found[-1], is_last=is_last) if len(days) == 1 else None


def _tells_more(found: Sequence[Told], place: Place) -> bool:
    """Return whether the sentence names another day and leaves unsaid what happens on it: "votes May 20 and the House June 5"."""
    start = found[-1].sentence.start
    said = [one for one in place.told if one.sentence.start == start]
    clear = {
        one.end
        for one in said
        if one in found or say.BEING.search(one.clause) or kin_words.HAPPENS.search(one.clause)
    }
    days = {one.first_on for one in found}
    named = event_days.mentions(found[-1].sentence.text, place.cable.header)
    return any(
        day.end not in clear and day.first_on not in days and day.first_on >= place.sent_on for day in named
    )


def subject_of(one: Told, families: Sequence[Kin]) -> list[str]:
    """Return the words of who or what a clause says it of, in small letters; of the clause before where it leaves them out."""
    front = one.clause
    found = [
        (m.start(), m[0] in kin.nouns)
        for kin in families or kin_words.FAMILIES
        for m in kin.told.finditer(front)
    ]
    verbs = [at for at, is_noun in found if not is_noun]
    being = say.BEING.search(front)
    verbs += [being.start()] if being else []
    verbs = verbs or [at for at, _ in found]
    if one.lead and 0 in verbs:  # "… and leave on May 23"
        return subject_of(one._replace(clause=one.lead, lead=""), families)
    first = min((at for at in verbs if at > 0), default=-1)
    said = front[:first] if first > 0 else front.partition("|")[0]
    said = _OPENER.sub("", said.rpartition("| ")[2].rpartition(", ")[2].strip(" ("))
    return say.noun_phrase(said)
