"""Long cables come in sections, each with a heading of its own; here they become one text again."""

from itertools import pairwise

from tracker.cable import addressees, header, identifiers, transmission
from tracker.cable.draft import Draft
from tracker.cable.lines import Line, Sheet, lines_of, raw_offset, sheet_of, without
from tracker.cable.parts import Defect, Span

MOST_LINES_ABOVE = 400  # of a heading above its number line


def joined(sheet: Sheet, draft: Draft, lines: list[Line]) -> tuple[Sheet, list[Line]]:
    """Return the sheet and the lines of the body without the headings of later sections.

    section-heading = [transmission-lines] [address-lines] mrn-line {text-line}
    A heading of another number begins another cable: the body ends above it.
    """
    lines = _of_first_cable(sheet.text, draft, lines)
    if draft.number is None or sheet.text.find(draft.number[1], draft.end) < 0:
        return sheet, lines
    cuts: list[tuple[int, int]] = []
    at = behind = 0
    while at < len(lines):
        if not header.is_same_number(lines[at].text, draft):
            at += 1
            continue
        start = max(behind, _first_line(lines, at))
        again = header.read(sheet.text, lines[start : at + header.MOST_LINES], lines[start].start)
        end = max(again.end, lines[at].end)  # a heading that breaks off ends at its number line
        cuts.append((lines[start].start, end))
        while at < len(lines) and lines[at].start < end:
            at += 1
        behind = at
    if not cuts:
        return sheet, lines
    end = lines[-1].end
    whole = without(sheet, [*cuts, (end, len(sheet.text))])
    return whole, lines_of(whole.text, draft.end)


def apart(text: str) -> tuple[str, ...]:
    """Return the texts of the cables that stand one behind another in a text; most texts hold one.

    Another cable begins with the heading of another number that has a FM line of its own. The parts,
    joined, are the text again. Linear in its length.
    """
    sheet = sheet_of(text)
    lines = lines_of(sheet.text) if sheet.text.count("\nFM ") > 1 else []
    begins: list[int] = []
    number: tuple[str, str | None] | None = None
    for at, line in enumerate(lines):
        found = _number_of(line)
        if found is None or found == number:
            continue
        first = _first_line(lines, at)
        if number is not None and _has_origin(lines[first:at]):
            begins.append(raw_offset(sheet.pieces, lines[first].start))
        number = found
    places = [0, *begins, len(text)]
    return tuple(text[start:end] for start, end in pairwise(places))


def _number_of(line: Line) -> tuple[str, str | None] | None:
    found = identifiers.message_number(line.text) if line.text[0] in "UCSLT" else None
    return (found.origin, found.serial) if found and found.origin else None


def _has_origin(lines: list[Line]) -> bool:
    return any(transmission.ORIGIN.match(line.text) for line in lines)


def _of_first_cable(text: str, draft: Draft, lines: list[Line]) -> list[Line]:
    if text.find("\nFM ", draft.end) < 0:
        return lines
    for at, line in enumerate(lines):
        found = _number_of(line)
        if found is None or found == draft.number:
            continue
        first = _first_line(lines, at)
        if _has_origin(lines[first:at]):
            words = f"Another cable, {found[0]} {found[1]}, follows; only the first is read."
            span = Span(start=lines[first].start, end=line.end)
            draft.defects.append(Defect(code="several-cables", words=words, span=span))
            return lines[:first]
    return lines


def _first_line(lines: list[Line], at: int) -> int:
    """Return the first line of the heading whose number line stands at `at`."""
    first = at
    for above in range(at - 1, max(-1, at - MOST_LINES_ABOVE), -1):
        words = lines[above].text
        if transmission.begins(words):
            first = above
        elif not addressees.may_be_entry(words) or identifiers.is_number_line(words):
            break
    return first
