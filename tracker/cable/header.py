"""The heading of a cable, from the transmission lines to REF, one function per kind of line.

Every line may be missing; what does not fit is passed over or noted as a defect, never refused.
"""

from dataclasses import replace

from tracker.cable import (
    addressees,
    archive_print,
    captions,
    identifiers,
    labels,
    references,
    run_together,
    subject,
    tags,
    transmission,
)
from tracker.cable.draft import Draft, Reader
from tracker.cable.lines import Line, Sheet, banner_of, raw_offset
from tracker.cable.parts import Defect, Header, Piece, Reference, Span

MOST_LABEL_LINES = 60  # between the number and the first paragraph
MOST_OVER_HEADING = 4  # lines between a number that a print sets on top and the transmission lines
MOST_LINES = 1200  # of a heading with its preamble: the longest address lists have some 300


def read(text: str, lines: list[Line], start: int = 0) -> Draft:
    """Return the heading in these lines, the first of which is at `start`; `end` is where the body begins.

    heading = [preamble] [transmission-lines] [address-lines] [mrn-line] {text-line}
    A block MRN ... REF that stands twice is read twice; the longer value is kept.
    """
    draft = Draft(end=start)
    reader = Reader(text=text, lines=run_together.parted(text, lines), draft=draft)
    if not _find_begin(reader):
        draft.note("no-heading", "The text has no heading of a cable.")
        return draft
    transmission.transmission_lines(reader)
    _text_lines(reader)
    while reader.has_more and is_same_number(reader.line.text, draft):
        again = Draft(end=start)
        reader.draft = again
        transmission.transmission_lines(reader)
        _text_lines(reader)
        _keep_longer(draft, again)
    draft.end = reader.line.start if reader.has_more else len(text)
    return draft


def _find_begin(reader: Reader) -> bool:
    for at, line in enumerate(reader.lines):
        words = line.text
        if transmission.begins(words) or identifiers.is_number_line(words) or archive_print.begins(words):
            reader.at = _behind_banner(reader, at)
            return True
    for at, line in enumerate(reader.lines[:40]):
        if labels.SUBJECT.match(line.text) or labels.EXECUTIVE_ORDER.match(line.text):
            reader.at = at
            return True
    return False


def _behind_banner(reader: Reader, at: int) -> int:
    """Return where the heading begins: a number line that stands alone over the transmission lines stands again below them."""
    ahead = reader.lines[at + 1 : at + 1 + MOST_OVER_HEADING]
    begin = next((n for n, line in enumerate(ahead, at + 1) if transmission.begins(line.text)), at)
    if begin == at or not identifiers.is_number_line(reader.lines[at].text):
        return at
    if any(line.text.strip() for line in reader.lines[at + 1 : begin]):
        return at
    below = reader.lines[begin + 1 : begin + 1 + MOST_LABEL_LINES]
    level = reader.lines[at].text.split()[:1]
    again = next((line.text for line in below if line.text.split()[:1] == level), "")
    is_same = identifiers.message_number(again) == identifiers.message_number(reader.lines[at].text)
    return begin if is_same else at


def is_same_number(words: str, draft: Draft) -> bool:
    """Tell whether a line is a number line of the same cable, as a later section has it."""
    found = identifiers.message_number(words)
    return found is not None and found.origin is not None and (found.origin, found.serial) == draft.number


def _keep_longer(draft: Draft, again: Draft) -> None:
    draft.note("repeated-heading", "The block from the number to the references stands twice.")
    if len(again.subject or "") > len(draft.subject or ""):
        draft.subject = again.subject
    if len(again.refs) > len(draft.refs):
        draft.refs = again.refs
    if len(again.tags) > len(draft.tags):
        draft.tags = again.tags
    draft.executive_order = draft.executive_order or again.executive_order
    for mine, other in (
        (draft.captions, again.captions),
        (draft.handling, again.handling),
        (draft.passing, again.passing),
    ):
        mine += [value for value in other if value not in mine]


def _text_lines(reader: Reader) -> None:
    """text-lines = {caption-line | passing-line} {eo-line | tags-line | subject-line | ref-block}"""
    at = reader.at
    end = at + MOST_LABEL_LINES
    reader.lines[at:end] = run_together.labels_parted(reader.text, reader.lines[at:end], reader.draft.number)
    has_subject = _has_subject_ahead(reader)
    while reader.has_more:
        line = reader.line
        if not _label_line(reader, line):
            if reader.draft.subject is not None or labels.NUMBERED.match(line.text):
                return
            if not captions.loose_line(reader, line, has_subject=has_subject):
                return
        reader.at += 1


def _has_subject_ahead(reader: Reader) -> bool:
    for line in reader.lines[reader.at : reader.at + 40]:
        if labels.SUBJECT.match(line.text) or "SUBJECT:" in line.text:
            return True
        if labels.NUMBERED.match(line.text):
            return False
    return False


def _label_line(reader: Reader, line: Line) -> bool:
    return (
        captions.eo_line(reader, line)
        or archive_print.print_line(reader, line)
        or tags.tags_line(reader, line)
        or subject.subject_line(reader, line)
        or references.ref_block(reader, line)
    )


def finished(draft: Draft, sheet: Sheet, file_name: str = "") -> Header:
    """Return the heading as read, its places counted in the raw text; check it against itself."""
    _check(draft)
    pieces = sheet.pieces
    is_whole = len(sheet.text) == len(sheet.raw)  # nothing was cut: the places are the same
    number = f"{draft.number[0]} {draft.number[1]}" if draft.number else None
    year = draft.sent_at.year if draft.sent_at else draft.year
    year = year or identifiers.year_named(file_name, draft.number)
    canonical = identifiers.canonical_id(*draft.number, year) if draft.number and year else None
    return Header(
        sent_at=draft.sent_at,
        year=year,
        precedence=draft.precedence or draft.route_precedence,
        info_precedence=draft.info_precedence,
        origin=_origin(draft),
        addressees=tuple(
            draft.addressees
            if is_whole
            else (replace(a, span=_raw(a.span, pieces)) for a in draft.addressees)
        ),
        number=number,
        canonical_id=canonical,
        section=draft.section,
        classification=draft.classification or banner_of(sheet.raw),
        captions=tuple(draft.captions),
        handling=tuple(dict.fromkeys(draft.handling)),
        passing=tuple(draft.passing),
        executive_order=draft.executive_order,
        tags=tuple(draft.tags),
        subject=draft.subject,
        refs=draft.refs if is_whole else tuple(replace(r, span=_raw(r.span, pieces)) for r in draft.refs),
        is_corrected_copy=draft.is_corrected_copy,
        end=raw_offset(pieces, draft.end),
    )


def _origin(draft: Draft) -> str | None:
    if draft.origin is None or draft.number is None:
        return draft.origin
    return addressees.origin_alone(draft.origin, draft.number[0])


def in_raw(defects: tuple[Defect, ...], pieces: tuple[Piece, ...]) -> tuple[Defect, ...]:
    """Return the defects with their places counted in the raw text."""
    return tuple(replace(d, span=_raw(d.span, pieces)) if d.span else d for d in defects)


def _raw(span: Span, pieces: tuple[Piece, ...]) -> Span:
    return Span(start=raw_offset(pieces, span.start), end=raw_offset(pieces, span.end))


def _check(draft: Draft) -> None:
    """The station line's day and serial, the DTG and the number must agree; no REF is yet to come."""
    station = draft.station
    if station and draft.number and station["serial"][-4:] != draft.number[1][-4:].zfill(4):
        draft.note("serial-differs", "The serial of the DE line is not that of the number line.")
    julian = int(station["julian"]) if station and station["julian"] else None
    if julian and draft.sent_at and julian != draft.sent_at.timetuple().tm_yday:
        draft.note("julian-differs", "The day of the year in the DE line is not that of the date-time group.")
    draft.refs = tuple(_of_last_year(ref, draft) for ref in draft.refs)


def _of_last_year(ref: Reference, draft: Draft) -> Reference:
    """A reference to the own origin with a later number and no year can only be last year's."""
    if not draft.number or not draft.sent_at or ref.id is None or ref.serial is None or ref.id[0].isdigit():
        return ref
    origin, serial = draft.number
    if ref.origin != identifiers.canonical_origin(origin) or ref.serial <= int(serial):
        return ref
    words = f"The reference {ref.id} has a later number than this cable; it is taken as last year's."
    draft.defects.append(Defect(code="ref-ahead", words=words, span=ref.span))
    return replace(ref, year=draft.sent_at.year - 1)
