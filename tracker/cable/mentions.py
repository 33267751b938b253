"""Cables that the body names by origin and serial: "as asked in State 041207"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.cable.identifiers import canonical_id, full_year
from tracker.cable.parts import Cable, Evidence, Reference
from tracker.cable.references import is_origin

MOST = 40
_DIGIT = re.compile(r"\d\d")
_NUMBER = re.compile(
    r"(?<![\w/-])(?:(?P<year>\d\d) ?)?(?P<origin>[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){0,2}) "
    r"(?P<serial>\d{3,6})(?![\w/:-]|[,.]\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A cable cited: its canonical id (two where the year may be the one before), and the words that cite it.

    `label` is the letter of the REF, else the id as REF gives it; None where only the body names it.
    """

    ids: tuple[str, ...]
    label: str | None
    evidence: Evidence


def cited(cable: Cable) -> tuple[Cited, ...]:
    """Return the cables that REF cites, then those that only the body names, each once."""
    own = cable.header.canonical_id
    seen = {own} if own else set()
    found = []
    for one in (*_in_heading(cable), *_in_body(cable)):
        if one.ids and seen.isdisjoint(one.ids):
            seen.update(one.ids)
            found.append(one)
    return tuple(found)


def _in_heading(cable: Cable) -> Iterator[Cited]:
    for ref in cable.header.refs:
        if ref.origin is None or ref.serial is None or ref.id is None:
            continue
        given = ref.year if _names_year(ref) else None
        yield Cited(
            ids=_ids(ref.origin, ref.serial, given, cable),
            label=ref.label or ref.id,
            evidence=cable.evidence(ref.span.start, ref.span.end),
        )


def _names_year(ref: Reference) -> bool:
    """Return whether the reference gives its year itself; else it is that of the citing cable."""
    return ref.id is not None and ref.id[:1] in "'0123456789"


def _in_body(cable: Cable) -> Iterator[Cited]:
    """number = [year] origin serial;  the origin is one to three words that begin with a capital

    Example: `see 08 State 41207`.
    """
    count = 0
    for sentence in cable.sentences:
        if not _DIGIT.search(sentence.text):
            continue
        for match in _NUMBER.finditer(sentence.text):
            if count == MOST:
                return
            names = [name for name in _endings(match["origin"]) if is_origin(name)]
            year = full_year(match["year"]) if match["year"] else None
            ids = tuple(one for name in names for one in _ids(name, int(match["serial"]), year, cable))
            if ids:
                count += 1
                yield Cited(ids=ids, label=None, evidence=cable.evidence(sentence.start, sentence.end))


def _endings(words: str) -> list[str]:
    """Return the words, then the same without those in front: "See State", "State"."""
    parts = words.split()
    return [" ".join(parts[start:]) for start in range(len(parts))]


def _ids(origin: str, serial: int, year: int | None, cable: Cable) -> tuple[str, ...]:
    """Return the id; without a year those of the year sent and the year before."""
    sent = cable.header.sent_at.year if cable.header.sent_at else cable.header.year
    years = (year,) if year is not None else (sent, sent - 1) if sent is not None else ()
    return tuple(canonical_id(origin, str(serial), one)[:60] for one in years)
