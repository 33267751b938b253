"""How cables name moments, messages and posts: DTG, MRN, routing indicators, TAGS."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from tracker.cable.parts import Classification, Precedence

CENTURY_PIVOT = 70  # two digits from 70 on are 19xx
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}

PROSIGNS = {
    "Z": Precedence.FLASH,
    "O": Precedence.IMMEDIATE,
    "0": Precedence.IMMEDIATE,  # the letter as a scanner or a tired hand writes it
    "P": Precedence.PRIORITY,
    "R": Precedence.ROUTINE,
}
PRECEDENCE_WORDS = {
    "FLASH": Precedence.FLASH,
    "NIACT IMMEDIATE": Precedence.NIACT_IMMEDIATE,
    "NIACT": Precedence.NIACT_IMMEDIATE,
    "IMMEDIATE": Precedence.IMMEDIATE,
    "PRIORITY": Precedence.PRIORITY,
    "ROUTINE": Precedence.ROUTINE,
}

DTG = re.compile(
    r"(?:(?P<first>[ZOPR])(?:[ /]+(?P<second>[ZOPR]))?[ ]+)?(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?"
    r"(?P<zone>[A-Z]) {0,3}(?P<month>[A-Z]{3,9})[ .,]*(?P<year>\d{4}|\d\d)?(?!\d)"
)
SPACED = {
    Classification.TOP_SECRET: r"T ?O ?P {1,3}S ?E ?C ?R ?E ?T",
    Classification.SECRET: r"S ?E ?C ?R ?E ?T",
    Classification.CONFIDENTIAL: r"C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L",
    Classification.LIMITED_OFFICIAL_USE: r"L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F ?I ?C ?I ?A ?L {1,3}U ?S ?E|LOU",
    Classification.UNCLASSIFIED: r"U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?",
}
LEVELS = "|".join(f"(?P<{level.name}>{pattern})" for level, pattern in SPACED.items())
CLASS_LINE = re.compile(rf"(?:{LEVELS})\b(?P<rest>.*)", re.DOTALL)
FIRST_OF_LEVELS = frozenset("TSCLU")
SECTION = re.compile(r"(?:FINAL SECTION|SECTION (?P<n>\d{1,2}|[A-Z]{3,5})) OF (?P<m>\d{1,2}|[A-Z]{3,5})\b")
NUMBER = re.compile(
    r"(?P<origin>[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,4}) {1,6}(?P<serial>\d{3,6})\b(?P<rest>.*)", re.DOTALL
)
CONTROLS = re.compile(
    r"(?:[/ ]{0,4}(?P<word>E ?F ?T ?O|FOUO|FOR OFFICIAL USE ONLY|SBU|SENSITIVE|NOFORN))(?=[ /]|$)"
)
NUMBER_WORDS = {
    word: n for n, word in enumerate("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split(), 1)
}

ORIGIN_ALIASES = {
    "SECSTATE": "STATE",
    "SECSTATE WASHDC": "STATE",
    "DEPT": "STATE",
    "DEPARTMENT": "STATE",
    "DEPTEL": "STATE",
    "USUN": "USUN NEW YORK",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTimeGroup:
    """A DTG as read: moment in UTC (None where there is no such day or no year), precedences."""

    moment: datetime | None
    precedence: Precedence | None
    info_precedence: Precedence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageNumber:
    """The line that classifies and numbers the message, taken apart. `rest` stands behind it."""

    classification: Classification
    handling: tuple[str, ...]
    section: tuple[int, int] | None
    origin: str | None
    serial: str | None
    rest: str


FILE_NAME = re.compile(r"(?P<id>(?P<year>\d\d)[A-Za-z]+\d+)(?:\.\w{1,5})?$")


def full_year(digits: str) -> int:
    """Return the year; two digits from 70 on are 19xx, below 20xx."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= CENTURY_PIVOT else 2000)


def date_time_group(words: str) -> DateTimeGroup | None:
    """dtg-line = [prosign [prosign]] day hour minute zone month [year]

    Example: `O P 232244Z FEB 09` is 2009-02-23 22:44 UTC, IMMEDIATE to act, PRIORITY to know.
    """
    match = DTG.match(words)
    if not match or match["month"][:3] not in MONTH_NUMBERS:
        return None
    first, second = match["first"], match["second"]
    return DateTimeGroup(
        moment=_moment(match),
        precedence=PROSIGNS.get(first) if first else None,
        info_precedence=PROSIGNS.get(second) if second else None,
    )


def _moment(match: re.Match[str]) -> datetime | None:
    if not match["year"]:
        return None
    zone = timezone(zone_offset(match["zone"]))
    try:
        local = datetime(
            full_year(match["year"]),
            MONTH_NUMBERS[match["month"][:3]],
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
            tzinfo=zone,
        )
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def zone_offset(letter: str) -> timedelta:
    """Return the offset of a military time zone: A is UTC+1, M +12, N -1, Y -12, Z and J none."""
    if letter in "ZJ":
        return timedelta(0)
    if letter <= "M":
        return timedelta(hours="ABCDEFGHIKLM".index(letter) + 1)
    return -timedelta(hours="NOPQRSTUVWXY".index(letter) + 1)


def message_number(words: str) -> MessageNumber | None:
    """mrn-line = level [controls] ["SECTION" n "OF" m | "FINAL SECTION OF" m] [origin serial]

    Example: `UNCLAS SECTION 01 OF 05 STATE 012345`.
    """
    match = CLASS_LINE.match(words) if words[:1] in FIRST_OF_LEVELS else None
    if not match:
        return None
    level = next(c for c in Classification if match[c.name])
    handling, rest = _controls(match["rest"])
    section, rest = _section(rest)
    number = NUMBER.fullmatch(rest.lstrip(" /"))
    if number is None:
        return MessageNumber(
            classification=level,
            handling=handling,
            section=section,
            origin=None,
            serial=None,
            rest=rest.strip(" /"),
        )
    after, tail = _section(number["rest"]) if section is None else (section, number["rest"])
    return MessageNumber(
        classification=level,
        handling=handling,
        section=after,
        origin=number["origin"],
        serial=number["serial"],
        rest=tail.strip(),
    )


def is_number_line(words: str) -> bool:
    """Tell whether a line classifies and numbers a message: `UNCLAS STATE 012345`."""
    found = message_number(words)
    return found is not None and (found.serial is not None or found.section is not None)


def _controls(rest: str) -> tuple[tuple[str, ...], str]:
    found = []
    while match := CONTROLS.match(rest):
        found.append("EFTO" if match["word"].replace(" ", "") == "EFTO" else match["word"])
        rest = rest[match.end() :]
    return tuple(found), rest


def _section(rest: str) -> tuple[tuple[int, int] | None, str]:
    stripped = rest.lstrip(" /-")
    match = SECTION.match(stripped)
    if not match:
        return None, rest
    last = _count(match["m"])
    first = _count(match["n"]) if match["n"] else last
    if not first or not last:
        return None, rest
    return (first, last), stripped[match.end() :].lstrip(" /-")


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word)


def canonical_origin(origin: str) -> str:
    """Return the name an origin is filed under: `SECSTATE` is `STATE`."""
    folded = " ".join(origin.upper().split())
    return ORIGIN_ALIASES.get(folded, folded)


def year_named(file_name: str, number: tuple[str, str] | None) -> int | None:
    """Return the year that a file's name gives where it is the id of the cable in it: year, post, serial."""
    match = FILE_NAME.match(file_name)
    if match is None or number is None:
        return None
    year = full_year(match["year"])
    return year if match["id"].upper() == canonical_id(*number, year) else None


def canonical_id(origin: str, serial: str, year: int) -> str:
    """Return year, origin without blanks and serial without zeros: `08STATE12345`."""
    return f"{year % 100:02d}{canonical_origin(origin).replace(' ', '')}{int(serial)}"
