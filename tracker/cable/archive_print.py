"""The Department's archive print of a telegram: its heading as a short form with labels in small letters."""

import re

from tracker.cable import addressees, captions
from tracker.cable.draft import Reader
from tracker.cable.identifiers import MONTH_NUMBERS, PRECEDENCE_WORDS
from tracker.cable.lines import Line
from tracker.cable.parts import AddresseeRole

SPEED = r"(?P<precedence>NIACT IMMEDIATE|FLASH|IMMEDIATE|PRIORITY|ROUTINE)"
NAME = r"(?P<name>[A-Z][A-Z0-9/&.,' -]{2,80}?)"
DAY = re.compile(r"TELEGRAM +(?P<month>[A-Z][a-z]{2,8})\.? +\d{1,2}, *(?P<year>(?:19|20)\d\d)$")
FROM = re.compile(
    rf"From: *{NAME} *\((?P<origin>[A-Z][A-Z ]{{1,30}}) (?P<serial>\d{{3,6}})(?: *- *{SPEED})?\)$"
)
TO = re.compile(rf"(?P<role>To|Info|Cc|Action): *{NAME} *- *{SPEED}(?:[;,]|$)")
FURTHER = re.compile(rf"[ ;,]*{NAME} *- *{SPEED}(?:[;,]|$)")
OPENINGS = ("TELEGRAM ", "From:", "To:", "Action:", "Info:")
CAPTIONS = re.compile(r"Captions?: *")
OFFICE = re.compile(r"Origin: *(?P<office>[A-Z][A-Z/, -]{0,40})?$")


def begins(words: str) -> bool:
    """Tell whether a line is one that only such a print has: its day, its FROM with the number, its TO with a speed."""
    return words.startswith(OPENINGS) and any(form.match(words) for form in (DAY, FROM, TO))


def print_line(reader: Reader, line: Line) -> bool:
    """print-line = "TELEGRAM" day | "From:" name "(" number "-" precedence ")" | "To:" name "-" precedence {...}
                  | "Origin:" office | "Captions:" {caption}

    Example: `From: SECSTATE WASHDC (STATE 012345 - ROUTINE)`.
    """
    return (
        _day_line(reader, line)
        or _from_line(reader, line)
        or _to_line(reader, line)
        or _captions_line(reader, line)
    )


def _day_line(reader: Reader, line: Line) -> bool:
    day = DAY.match(line.text)
    if day and day["month"][:3].upper() in MONTH_NUMBERS:
        reader.draft.year = int(day["year"])
        return True
    return OFFICE.match(line.text) is not None


def _from_line(reader: Reader, line: Line) -> bool:
    found = FROM.match(line.text)
    if not found:
        return False
    draft = reader.draft
    draft.origin, draft.number = found["name"], (" ".join(found["origin"].split()), found["serial"])
    if found["precedence"]:
        draft.precedence = PRECEDENCE_WORDS[found["precedence"]]
    return True


def _to_line(reader: Reader, line: Line) -> bool:
    found: re.Match[str] | None = TO.match(line.text)
    if not found and reader.role is None:
        return False
    role = AddresseeRole.ACTION if found and found["role"] in ("To", "Action") else AddresseeRole.INFO
    role = role if found else reader.role or role
    found = found or FURTHER.match(line.text)
    if not found:
        return False
    reader.role = role
    while found is not None:
        words = f"{found['name']} {found['precedence']}"
        one = addressees.entry(words, role, line.start + found.start("name"))
        if one:
            reader.draft.addressees.append(one)
            reader.draft.precedence = reader.draft.precedence or one.precedence
        found = FURTHER.match(line.text, found.end())
    return True


def _captions_line(reader: Reader, line: Line) -> bool:
    label = CAPTIONS.match(line.text)
    if not label:
        return False
    words = line.text[label.end() :]
    if words:
        below = Line(words, line.start + label.end(), line.end, False)
        captions.loose_line(reader, below, has_subject=False)
    return True
