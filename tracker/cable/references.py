"""The REF lines: cables cited by origin and serial, and mails, telephone calls, memos and reports."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.cable import labels
from tracker.cable.draft import Reader
from tracker.cable.identifiers import MONTH_NUMBERS, canonical_origin, full_year
from tracker.cable.lines import Line
from tracker.cable.parts import Reference, ReferenceKind, Span

LABEL = re.compile(r"(?P<open>\()?(?P<letter>[A-Za-z])(?P<close>\)|\.\)|[.:](?!\w\.)|-(?= ))")
MILITARY = re.compile(
    r"/(?P<letter>[A-Z])/(?P<words>[^\n]{3,200}?)(?://|$)", re.MULTILINE
)  # "REF/A/AMEMB SUVA/190311Z SEP 88//"
BEFORE_LABEL = re.compile(r"(?:^|[\s,;.])(?=\(?[A-Za-z](?:\)|\.|:|- ))")
YEAR = r"(?:(?P<year>'?\d\d|(?:19|20)\d\d)[ \n-]?(?=[A-Za-z]))?"
ID = re.compile(
    YEAR
    + r"(?P<origin>[A-Za-z][A-Za-z.'&/-]*(?:[ \n][A-Za-z][A-Za-z.'&-]*){0,4}?)(?:[ -]{0,3}|[ ]{0,3}\n[ ]{0,12}(?=\d{3,6}\b(?![.)])))"
    r"(?:(?P<after>(?:19|20)\d\d|\d\d)[ -](?=\d{3,6}(?!\d)))?(?P<serial>\d{1,6})(?![\d/:]|Z\b)"
    r"(?!-\d{1,2}-\d)",
)
_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?"
AIRGRAM = re.compile(  # it has a number of its own, no cable's: "A-2763", "LIMA A-45", "CIRCULAR AIRGRAM 5925, JULY 26"
    r"(?:[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,3} )?(?:(?:C?A|CERP)-\d{1,5}|AIRGRAMS? (?:NO\.? ?)?(?:C?A-)?\d{1,5})(?![\d/:])"
    rf"(?:(?:,| OF| DATED|, DATED)? (?:{_MONTH} \d{{1,2}}(?:, ?(?:19)?\d\d\b)?(?!\d)|\d{{1,2}} {_MONTH}(?:,? ?(?:19)?\d\d\b)?))?",
    re.IGNORECASE,
)
BARE = re.compile(r"(?P<serial>\d{1,6})(?![\d/:])")
BETWEEN = re.compile(r"\s*(?:(?:[,&]|AND\b|and\b|PREVIOUS\b|NOTAL\b|\(NOTAL\))\s*)+|\s+")
COUNTED = re.compile(r"REF(?:TEL)? ?(?:#|NO\.?) ?\d{1,2}[:.,]? +(?=[A-Z])")  # "A. REF #1 LIMA 12"
GOES_ON = re.compile(r"(?:AND|and|&) \d{3,6}\b")  # a serial of the origin on the line above
NOTAL = re.compile(r"\s*\(?(?:(?:ALL|BOTH) )?NOTAL\)?", re.IGNORECASE)

YEAR_BEHIND = re.compile(
    r"\s*(?:\((\d{4}|'?\d\d)\)|(?<=\d{4}), ('?\d\d)(?=\s*(?:[;)]|$)))"
)  # behind the serial, in brackets or after a comma
BRACKET = re.compile(r"\s*\([^()]{0,80}\)")
NOT_ORIGINS = (
    frozenset(
        "UNSCR UNGA RES RESOLUTION FAM FAH EO CFR USC PARA PARAS PARAGRAPH PAGE ROOM OF ON DATED IIR NODIS NOTE NO "
        "AIRGRAM AIRGRAMS EMAIL TELCON MEMO LETTER FAX REPORT AND TAB ANNEX ARTICLE SECTION PUBLIC LAW TITLE FY CY UNSC TD".split()
    )
    | frozenset(MONTH_NUMBERS)
    | frozenset(
        "JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER SEPT".split()
    )
)
LONGEST_BLOCK = 20_000  # characters of REF that are read
WHOLE = re.compile(r"\d\)? ?(?:\(NOTAL\))?\.?$")
KINDS = (
    (ReferenceKind.EMAIL, re.compile(r"\be-?mails?\b|@", re.IGNORECASE)),
    (
        ReferenceKind.TELCON,
        re.compile(r"\btelcons?\b|\bphoncons?\b|\bphone\b|\btelephone\b|\bTEL ?CALL\b", re.IGNORECASE),
    ),
    (ReferenceKind.MEMO, re.compile(r"\bmemo(?:randum|s|con)?\b|\bletter\b", re.IGNORECASE)),
    (ReferenceKind.REPORT, re.compile(r"\breport\b|\bIIR\b|\bTD-?\d", re.IGNORECASE)),
)
NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?!\d)")
ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2}) ([A-Za-z]{3,9})\.?,?(?: (\d{4}|\d\d))?(?!\d)")
MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?!\d)(?:,? (\d{4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What stands behind one letter of a REF list; `start` is the place of its first character."""

    label: str | None
    text: str
    start: int


def ref_block(reader: Reader, line: Line) -> bool:
    """ref-block = ("REF" | "REFS" | "REFTEL") [":"] item {item}

    Example: `REF: A. MEXICO 01372` / blank / `B. MEXICO 01331`. Its items may stand apart.
    """
    label = labels.REF.match(line.text)
    if not label:
        return False
    start = line.start + label.end()
    if military := MILITARY.match(reader.text, start, line.end):
        item = Item(label=military["letter"], text=military["words"], start=military.start("words"))
        sent_on = reader.draft.sent_at.date() if reader.draft.sent_at else None
        is_message = "/" in item.text  # by its originator and its date-time group, not by a number
        reader.draft.refs += (_other(item, sent_on),) if is_message else tuple(_of_item(item, sent_on))
        return True
    inside = labels.up_to_first_paragraph(reader, line, label.end())
    end = line.end if inside is None else line.start + inside
    while inside is None and reader.has_next and _is_ref_line(reader, start, reader.next_line):
        reader.at += 1
        end = reader.line.end
    sent_on = reader.draft.sent_at.date() if reader.draft.sent_at else None
    reader.draft.refs += references(reader.text, start, min(max(start, end), start + LONGEST_BLOCK), sent_on)
    return True


def _is_ref_line(reader: Reader, start: int, below: Line) -> bool:
    if labels.ends_value(below.text):
        return False
    so_far = reader.text[start : reader.line.end].strip()
    if so_far and GOES_ON.match(below.text):
        return True
    letter = LABEL.match(below.text)
    if letter and letter["letter"].isupper() and (so_far == "" or len(below.text) < 160):
        return True
    cited = ID.match(below.text)
    is_cited = cited is not None and is_origin(cited["origin"]) and len(below.text) - cited.end() < 30
    if is_cited or not so_far:
        return is_cited or not below.has_gap
    return not below.has_gap and not _is_whole(so_far)


def _is_whole(so_far: str) -> bool:
    return WHOLE.search(so_far[-40:]) is not None


def references(text: str, start: int, end: int, sent_on: date | None) -> tuple[Reference, ...]:
    """ref-block = item {label item};  item = id-list [remark] | remark

    `start` to `end` is what stands behind `REF:`. Example: `A. 07 STATE 012345 (NOTAL)  B. SMITH
    E-MAIL OF 6 FEBRUARY` is two references, the second no cable.
    """
    found: list[Reference] = []
    for item in items(text, start, end):
        found += _of_item(item, sent_on)
    return tuple(found)


def items(text: str, start: int, end: int) -> list[Item]:
    """Return the items of a REF block by their letters; one without letter where there are none.

    label = ["("] letter (")" | "." | ":" | "- ");  letters follow one another or stand at a line's
    start. Example: `A) OSLO 12 B) OSLO 15`.
    """
    labels = _labels(text, start, end)
    first = labels[0][1] if labels else end
    found = []
    if text[start:first].strip(" ,;\n"):
        found.append(_item(None, text, start, first))
    for place, (letter, _, begin) in enumerate(labels):
        stop = labels[place + 1][1] if place + 1 < len(labels) else end
        if text[begin:stop].strip(" ,;\n"):
            found.append(_item(letter, text, begin, stop))
    return found


def _item(letter: str | None, text: str, start: int, end: int) -> Item:
    words = text[start:end]
    lead = len(words) - len(words.lstrip(" ,;\n-"))
    return Item(label=letter, text=words.strip(" ,;\n-"), start=start + lead)


def _labels(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    at = start
    while at < end:
        before = BEFORE_LABEL.search(text, at, end) if at > start or text[at].isspace() else None
        place = before.end() if before else at
        match = LABEL.match(text, place, end)
        if match and _follows(match, found, text):
            again = LABEL.match(text, _past_blanks(text, match.end()), end)  # "A. A)"
            at = again.end() if again and again["letter"] == match["letter"] else match.end()
            found.append((match["letter"].upper(), place, at))
        elif before is None and at > start:
            break
        else:
            at = place + 1
    return found


def _past_blanks(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _follows(match: re.Match[str], found: list[tuple[str, int, int]], text: str) -> bool:
    letter = match["letter"].upper()
    if not found:
        return letter == "A" or match["open"] is not None or (letter == "B" and "A." not in text)
    last = found[-1][0]
    if ord(letter) == ord(last) + 1:
        return True
    at_line_start = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    if letter == last:
        return match["close"] != "." or at_line_start
    return at_line_start and letter > last


def _of_item(item: Item, sent_on: date | None) -> list[Reference]:
    """item = part {";" part};  part = id {("," | "AND" | blank) (id | serial)} [remark] | remark"""
    found: list[Reference] = []
    at = 0
    for part in item.text.split(";"):
        lead = len(part) - len(part.lstrip())
        words = part.strip()
        if words:
            start = item.start + at + lead
            found += _of_part(Item(label=item.label, text=words, start=start), sent_on)
        at += len(part) + 1
    return found


def _of_part(part: Item, sent_on: date | None) -> list[Reference]:
    found: list[Reference] = []
    counted = COUNTED.match(part.text)
    at = counted.end() if counted else 0
    origin = year = None
    while at < len(part.text):
        airgram = AIRGRAM.match(part.text, at)
        if airgram:
            found.append(_other(_within(part, *airgram.span()), sent_on))
            between = BETWEEN.match(part.text, airgram.end())
            at = between.end() if between else len(part.text)
            continue
        match = ID.match(part.text, at)
        if match and is_origin(match["origin"]):
            origin, year = match["origin"], match["year"] or match["after"]
        elif origin is not None and (bare := BARE.match(part.text, at)):
            match = bare
        else:
            break
        stop, year_behind = _behind(part.text, match.end())
        parts = (origin, match["serial"], year_behind or year)
        found.append(_cable(part, (at, stop), parts, sent_on))
        between = BETWEEN.match(part.text, stop)
        at = between.end() if between else len(part.text)
    return found or [_other(part, sent_on)]


def _within(part: Item, first: int, last: int) -> Item:
    return Item(label=part.label, text=part.text[first:last], start=part.start + first)


def is_origin(words: str) -> bool:
    """Tell whether the words before a serial name a post, not a resolution, a month or a manual."""
    parts = words.upper().replace(".", "").split()
    return not words.endswith("-") and not any(
        part in NOT_ORIGINS or part.rstrip("S") in ("EMAIL", "E-MAIL") for part in parts
    )


def _behind(text: str, at: int) -> tuple[int, str | None]:
    """Return where what stands behind a serial ends, "(NOTAL)" and remarks in brackets, and the year in it."""
    year = None
    while True:
        if match := YEAR_BEHIND.match(text, at):
            year = match[1] or match[2]
        elif not (match := NOTAL.match(text, at) or BRACKET.match(text, at)):
            return at, year
        at = match.end()


def _cable(
    item: Item,
    place: tuple[int, int],
    parts: tuple[str, str, str | None],
    sent_on: date | None,
) -> Reference:
    """id = [year] origin serial ["(" year ")"] ["(NOTAL)"];  the year of the cable where none is given."""
    origin_words, serial, year_words = parts
    origin = canonical_origin(origin_words)
    digits = year_words.strip("'") if year_words else None
    behind = digits is not None and not item.text.startswith(("'", digits), place[0])
    year = full_year(digits) if digits else sent_on.year if sent_on else None
    shown = f"{digits[-2:]} " if digits and behind else f"{digits} " if digits else ""
    return Reference(
        label=item.label,
        text=" ".join(item.text[place[0] : place[1]].split()),
        id=f"{shown}{_shown_origin(origin_words, origin)} {int(serial)}",
        year=year,
        origin=origin,
        serial=int(serial),
        span=Span(start=item.start + place[0], end=item.start + place[1]),
    )


def _shown_origin(written: str, origin: str) -> str:
    """The Department has one name in ids; other origins keep the one they were cited by."""
    return origin if origin == "STATE" else " ".join(written.upper().split())


def _other(item: Item, sent_on: date | None) -> Reference:
    words = " ".join(item.text.split())
    kind = next((kind for kind, pattern in KINDS if pattern.search(words)), ReferenceKind.OTHER)
    return Reference(
        label=item.label,
        text=words,
        id=None,
        kind=kind,
        on=day_in(words, sent_on),
        span=Span(start=item.start, end=item.start + len(item.text)),
    )


def day_in(words: str, sent_on: date | None) -> date | None:
    """Return the day a remark names; without a year the last such day up to the day sent.

    day = month "/" day "/" year | day month [year] | month day ["," year]
    """
    if match := NUMERIC_DATE.search(words):
        return _day(full_year(match[3]), int(match[1]), int(match[2]))
    if match := ISO_DATE.search(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    for pattern, month, day in ((DAY_MONTH, 2, 1), (MONTH_DAY, 1, 2)):
        for match in pattern.finditer(words):
            number = MONTH_NUMBERS.get(match[month][:3].upper())
            if number:
                return _with_year(match[3], number, int(match[day]), sent_on)
    return None


def _with_year(year: str | None, month: int, day: int, sent_on: date | None) -> date | None:
    if year:
        return _day(full_year(year), month, day)
    if sent_on is None:
        return None
    found = _day(sent_on.year, month, day)
    return _day(sent_on.year - 1, month, day) if found and found > sent_on else found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
