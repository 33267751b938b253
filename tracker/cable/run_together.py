"""Headings whose lines were run together or wrapped anew, as mail programs and word processors leave them.

They become lines again, each with its place; a heading that kept its lines is left alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.cable import identifiers, labels
from tracker.cable.hints import has_any
from tracker.cable.lines import Line

MOST_LINES = 400  # of a heading above its number line
LONGEST = 40_000  # characters that are looked at
CARRIER = (
    r"VZ?CZC[A-Z]{3}\d{3,4}\b|(?:ZZ|OO|00|PP|RR)(?= +R[A-Z]{3,7}\b)|DE +R[A-Z]{3,7} +#?\d|ZN[RY] +[A-Z]{5}\b|"
    r"(?:[ZOPR] +(?:[ZOPR] +)?)?\d{6}Z +[A-Z]{3}\b|FM +[A-Z]"
)
BEGINS = re.compile(CARRIER)
BEGINS_INSIDE = re.compile(rf"(?<= )(?:{CARRIER})")
# One of them stands in whatever CUT or BEGINS_INSIDE finds.
SIGNS = (
    " FM ",
    " DE ",
    "CZC",
    " ZN",
    "Z ",
    " OO ",
    " PP ",
    " RR ",
    " ZZ ",
    " 00 ",
    " TO ",
    " INFO ",
    " XMT ",
    " BT",
)
LABEL = re.compile(r"(TO|INFO|XMT)\b")
CUT = re.compile(
    rf"(?:^|(?<= ))(?:{CARRIER}|(?<!MISSION )(?<!DEL )(?<!REP )(?:TO|INFO|XMT) +(?=[A-Z])|BT(?= |$))"
)
LEVEL = re.compile(rf"(?:^|(?<= ))(?=[UCSTL])(?:{identifiers.LEVELS})\b")
GROUP = re.compile(r"(?<= )[ZOPR] +(?:[ZOPR] +)?\d{6}Z +[A-Z]{3} +\d\d(?:\d\d)?(?: +FM +[A-Z]|$)")
OF_PREAMBLE = re.compile(
    r"/\d{3} $"
)  # behind it stands a letter that is none of the group: "/036 R O 220114Z"
GROUP_BEGUN = re.compile(
    r"(?<= )[ZOPR](?: +[ZOPR])?(?: +\d{6}Z(?: +[A-Z]{3}(?: +\d\d(?:\d\d)?(?: +FM)?)?)?)?$"
)
NAME = (
    r"(?:AM(?:EMBASSY|CONSUL|CONGEN)|US(?:MISSION|LO|INT|OFFICE|DEL|EU|OECD|NATO|UN|DOC)|SECSTATE|SECDEF|"
    r"SPECIAL EMBASSY PROGRAM|ALL [A-Z]+ (?:POSTS|AND))\b"
)
INNER_NUMBER = re.compile(r"(?<=[.?!)\"”]) {1,3}(?=(\d{1,2})\. {1,3}(?:\([A-Z/]{1,8}\) {0,3})?[A-Z\"“])")
TAIL = r"(?:NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE|ZEN|COLLECTIVE)\b"
ADDRESS = re.compile(
    rf"(?<= )(?:(?:ZEN ?/ ?)?R[A-Z]{{4,7}} ?/ ?[A-Z]|ZEN ?/|(?<!/ )(?<!MISSION ){NAME})|"
    r"(?:(?<=\d\d\d\d )|(?<=COLLECTIVE )|(?<=IMMEDIATE )|(?<=PRIORITY )|(?<=ROUTINE )|(?<=FLASH ))"
    rf"(?!{TAIL})[A-Z]"
)


def parted(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines with a run-together heading above the number line taken apart.

    heading = carrier-part {" " carrier-part} {" " ("TO" | "INFO" | "XMT") address {" " address}} " " mrn-part
    Example: `OO RUEHWEB DE RUEHC #3647 0922122 ZNR UUUUU ZZH O 012117Z APR 08 FM SECSTATE WASHDC`.
    """
    first = next((at for at in range(min(len(lines), MOST_LINES)) if _opens(lines, at)), None)
    if first is None:
        return lines
    last = _end(lines, first)
    if not any(_is_joined(line.text) for line in lines[first:last]):
        return lines
    found: list[Line] = []
    seen: set[str] = set()
    for row in rows(text, lines[first:last]):
        for piece in _pieces(text, row, seen):
            found.append(piece)
            if identifiers.is_number_line(piece.text):
                return [*lines[:first], *found, *(line for line in lines[first:] if line.start >= piece.end)]
    return [*lines[:first], *found, *lines[last:]]


def _opens(lines: list[Line], at: int) -> bool:
    """Return whether a heading begins on a line, its date-time group whole there or broken over its end."""
    words = lines[at].text
    if BEGINS.match(words) or GROUP.search(words, 0, 1000):
        return True
    if GROUP_BEGUN.search(words[-30:]) and at + 1 < len(lines):
        return GROUP.search(f"{words[-30:]} {lines[at + 1].text}") is not None
    return identifiers.message_number(words) is not None and BEGINS_INSIDE.search(words[:120]) is not None


def _end(lines: list[Line], first: int) -> int:
    """Return behind which line no line of addresses can stand."""
    for at in range(first, min(len(lines), first + MOST_LINES)):
        words = lines[at].text
        if at > first and (
            identifiers.is_number_line(words)
            or labels.ends_value(words)
            or (words != words.upper() and not _is_joined(words))
        ):
            return at
    return min(len(lines), first + MOST_LINES)


def _is_joined(words: str) -> bool:
    opening = BEGINS.match(words) or LABEL.match(words)
    if "UNCLAS" in words and (_number_at(words) or 0) > 0:
        return True
    if not has_any(words, SIGNS):
        return False
    if opening:
        return CUT.search(words, opening.end(), LONGEST) is not None
    return BEGINS_INSIDE.search(words, 0, LONGEST) is not None


def labels_parted(text: str, lines: list[Line], own_number: tuple[str, str] | None) -> list[Line]:
    """Return lines below the number line, each label on a line of its own; up to the first paragraph.

    Example: `E.O. 12958: N/A TAGS: PREL, MX SUBJECT: FISH REF: A. LIMA 12`. The number line of a heading
    that stands twice begins a line too.
    """
    last = next((at for at, line in enumerate(lines) if labels.NUMBERED.match(line.text)), len(lines))
    if not any(labels.INSIDE.search(line.text, 0, LONGEST) for line in lines[:last]):
        return lines
    again = re.compile(rf"(?<= )UNCLAS[A-Z0-9 ]{{0,40}} {' +'.join(own_number)}\b" if own_number else r"(?!)")
    found: list[Line] = []
    for row in rows(text, lines[:last]):
        words = row.text
        cuts = [
            match.start() for form in (labels.INSIDE, again) for match in form.finditer(words, 0, LONGEST)
        ]
        for begin, stop in pairwise([0, *sorted(cuts), len(words)]):
            found += _line(row, begin, stop)
    return [*found, *lines[last:]]


def paragraphs_parted(line: Line, expected: int) -> list[Line]:
    """Take a line apart that holds the begin of the next paragraphs, the first of them by its number: copies that lost their line ends."""
    found = []
    at = 0
    for match in INNER_NUMBER.finditer(line.text):
        if int(match[1]) == expected:
            end = line.start + match.start()
            found.append(Line(line.text[at : match.start()], line.start + at, end, line.has_gap or at > 0))
            at, expected = match.end(), expected + 1
    found.append(Line(line.text[at:], line.start + at, line.end, line.has_gap or at > 0))
    return found


def rows(text: str, lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, those drawn together that were broken only because the next word had no room."""
    widths = [line.end - text.rfind("\n", 0, line.end) - 1 for line in lines]
    widest = max(widths, default=0)
    first = lines[0] if lines else None
    for line, below, width in zip(lines, lines[1:], widths, strict=False):
        has_room = width + 1 + len(below.text.split(" ", 1)[0]) <= widest
        if first and (has_room or below.has_gap):
            yield _drawn_together(text, first, line)
            first = below
    if first:
        yield _drawn_together(text, first, lines[-1])


def _drawn_together(text: str, first: Line, last: Line) -> Line:
    if first is last:
        return first
    return Line(text[first.start : last.end].replace("\n", " "), first.start, last.end, first.has_gap)


def _pieces(text: str, row: Line, seen: set[str]) -> Iterator[Line]:
    words = row.text
    level = _number_at(words)
    last = len(words) if level is None else level
    preamble = None if seen or BEGINS.match(words) else GROUP.search(words, 0, last)
    first = preamble.start() if preamble else 0
    first += len("R ") if OF_PREAMBLE.search(words, 0, first) else 0
    yield from _line(row, 0, first)
    for begin, stop in _cuts(words, first, last, seen):
        yield from _line(row, begin, stop)
    if level is not None:
        number = identifiers.message_number(words[level:])
        behind = text.find("\n", row.end - len(number.rest) if number else row.start, row.end)
        yield from _line(row, level, len(words) if behind < 0 else behind - row.start)


def _number_at(words: str) -> int | None:
    places = (match.start() for match in LEVEL.finditer(words, 0, LONGEST))
    return next((at for at in places if identifiers.is_number_line(words[at : at + 200])), None)


def _cuts(words: str, begin: int, end: int, seen: set[str]) -> Iterator[tuple[int, int]]:
    """Yield from where to where each line of a row goes: a label counts once, addresses stand behind one."""
    has_addresses = bool(seen)
    places = [begin]
    for match in CUT.finditer(words, begin, end):
        label = LABEL.match(match[0])
        if label is None or label[1] not in seen:
            places.append(match.start())
            seen.update(label.groups() if label else ())
    for start, stop in pairwise([*places, end]):
        has_addresses = has_addresses or LABEL.match(words, start) is not None
        if has_addresses or words.startswith("FM ", start):
            yield from _addresses(words, start, stop)
        else:
            yield start, stop


def _addresses(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    places = [start, *(m.start() for m in ADDRESS.finditer(words, start + len("FM A"), end)), end]
    yield from pairwise(places)


def _line(row: Line, begin: int, stop: int) -> Iterator[Line]:
    """Yield the part of a row as a line of its own, none where it is empty."""
    part = row.text[begin:stop]
    bare = part.strip()
    if bare and bare != "BT":
        start = row.start + begin + len(part) - len(part.lstrip())
        yield Line(bare, start, start + len(bare), row.has_gap and begin == 0)
