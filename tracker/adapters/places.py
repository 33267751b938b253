"""Reads the tables of places in `config/` into domain values; every fault of a table is listed at once."""

import csv
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import available_timezones

from tracker.adapters import calendars, ics
from tracker.domain.places import Collective, MemberList, Post, PostBook, PostKind, key_of
from tracker.domain.workdays import Calendar, WorkingWeek
from tracker.errors import BadSettings, Invalid
from tracker.settings import share_dir

COLUMNS = (
    "designator", "kind", "city", "country", "zone", "week", "calendar",
    "opens", "closes", "clock", "opened", "closed", "variants", "note",
)  # fmt: skip
R = TypeVar("R")
V = TypeVar("V")
MAY_BE_MISSING = frozenset({"clock"})  # in tables of before it was brought in
CLOCKS = ("", "own")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DEFAULT_WEEK, DEFAULT_OPENS, DEFAULT_CLOSES = "mon-fri", "08:30", "17:00"


def load_book(config: Path | None = None, own_calendars: Path | None = None) -> PostBook:
    """Return the posts, offices, collectives and geographic TAGS of a configuration folder.

    `own_calendars` is a folder of ICS files named by designator ("AMEMBASSY MEXICO.ics"), days off
    for that post only. Raise BadSettings that lists every faulty line.
    """
    folder = config or share_dir("config")
    faults: list[str] = []
    posts = _read_each(_rows, folder / "posts.csv", post_of, faults)
    groups = _read_each(_tables, folder / "collectives.toml", collective_of, faults)
    tags = dict(_read_each(_rows, folder / "tags.csv", tag_of, faults))
    own = _own_days(own_calendars, posts, faults)
    book = None
    try:
        book = PostBook(posts, groups, tags, _calendar_source(own), calendars.washington_calendar())
    except ValueError as error:
        faults.append(str(error))
    else:
        faults += [
            f"collectives.toml, {group}: {name} is not in posts.csv" for group, name in book.strangers()
        ]
    if book is None or faults:
        raise BadSettings("The tables of places cannot be used:\n" + "\n".join(f"  - {f}" for f in faults))
    return book


@cache
def load(own_calendars: Path | None = None) -> PostBook:
    """Return the book of the tables that came with the installation, read once in a process.

    `own_calendars` as in `load_book`. Raise BadSettings that lists every faulty line and file.
    """
    return load_book(own_calendars=own_calendars)


def _rows(path: Path) -> list[tuple[str, dict[str, str]]]:
    lines = [
        (number, line)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    numbers = [number for number, _ in lines][1:]
    rows = csv.DictReader((line for _, line in lines), restval="")
    return [(f"line {number}", dict(row)) for number, row in zip(numbers, rows, strict=True)]


def _tables(path: Path) -> list[tuple[str, dict[str, object]]]:
    found = tomllib.loads(path.read_text(encoding="utf-8")).get("collective", [])
    return [(str(table.get("name", f"entry {n}")), table) for n, table in enumerate(found, 1)]


def _read_each(
    rows_of: Callable[[Path], list[tuple[str, R]]], path: Path, reader: Callable[[R], V], faults: list[str]
) -> list[V]:
    values: list[V] = []
    try:
        rows = rows_of(path)
    except OSError as error:
        faults.append(f"{path.name} cannot be opened: {error.strerror}")
        return values
    except ValueError as error:  # not UTF-8, or not TOML
        faults.append(f"{path.name} cannot be read: {error}")
        return values
    for where, row in rows:
        try:
            values.append(reader(row))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            faults.append(f"{path.name}, {where}: {error}")
    return values


def post_of(row: Mapping[str, str]) -> Post:
    """Return the post of a row of the table; raise ValueError where a field is not as it must be."""
    wrong = set(row) ^ set(COLUMNS)
    if wrong - MAY_BE_MISSING:
        raise ValueError(f"the columns must be {', '.join(COLUMNS)}")
    post = Post(
        designator=row["designator"],
        kind=PostKind(row["kind"]),
        city=row["city"],
        country=row["country"],
        zone=row["zone"],
        weeks=weeks_of(row["week"] or DEFAULT_WEEK),
        calendar=row["calendar"] or None,
        opens=time.fromisoformat(row["opens"] or DEFAULT_OPENS),
        closes=time.fromisoformat(row["closes"] or DEFAULT_CLOSES),
        keeps_own_clock=keeps_own_clock_of(row.get("clock", "")),
        opened_on=first_day_of(row["opened"]),
        closed_on=last_day_of(row["closed"]),
        variants=tuple(name.strip() for name in row["variants"].split("|") if name.strip()),
        note=row["note"],
    )
    _check(post)
    return post


def _check(post: Post) -> None:
    if not (post.designator and post.city and len(post.country) == len("US")):
        raise ValueError("designator, city and a country of two letters are needed")
    if post.place.zone not in _zones():  # a place refuses hours that leave no working day
        raise ValueError(f"{post.zone!r} is not a zone such as America/Lima")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def weeks_of(words: str) -> tuple[WorkingWeek, ...]:
    """Return the working weeks that followed each other.

    weeks = { days "to" date ";" } days ; days = day "-" day
    "sun-thu to 2021-12-31; mon-fri" is Sunday to Thursday up to and with that day.
    """
    weeks = tuple(_week_of(part.strip()) for part in words.split(";"))
    if weeks[-1].until is not None or any(week.until is None for week in weeks[:-1]):
        raise ValueError(f"{words!r}: every week but the last needs a last day")
    return weeks


def _week_of(words: str) -> WorkingWeek:
    days, _, until = words.partition(" to ")
    first, _, last = days.partition("-")
    if first not in WEEKDAYS or last not in WEEKDAYS:
        raise ValueError(f"{days!r} is not a week such as mon-fri")
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    return WorkingWeek(
        days=frozenset((start + n) % 7 for n in range((end - start) % 7 + 1)),
        until=date.fromisoformat(until) if until else None,
    )


def keeps_own_clock_of(words: str) -> bool:
    """Return whether an office is set to its own clock; raise ValueError for words that say something else."""
    if words not in CLOCKS:
        raise ValueError(f'clock {words!r}: write "own", or leave it empty for the clock of who must act')
    return words == "own"


def first_day_of(words: str) -> date | None:
    """Return the first day of "2006" or of a whole date; None where nothing is written."""
    if not words:
        return None
    return date(int(words), 1, 1) if len(words) == len("2006") else date.fromisoformat(words)


def last_day_of(words: str) -> date | None:
    """Return the last day of "2006" or a whole date; None where nothing is written."""
    if not words:
        return None
    return date(int(words), 12, 31) if len(words) == len("2006") else date.fromisoformat(words)


def collective_of(table: Mapping[str, object]) -> Collective:
    """Return the collective of a table; raise ValueError where a field is not as it must be."""
    wrong = set(table) - {"name", "variants", "kinds", "members", "note"}
    if wrong:
        raise ValueError(f"not known: {', '.join(sorted(wrong))}")
    return Collective(
        name=str(table["name"]),
        variants=_words(table, "variants"),
        kinds=frozenset(PostKind(kind) for kind in _words(table, "kinds")),
        lists=tuple(_members_of(entry) for entry in _listed(table, "members")),
        note=str(table.get("note", "")),
    )


def _members_of(entry: object) -> MemberList:
    if not isinstance(entry, dict) or not isinstance(entry.get("from"), date):
        raise ValueError("members must be written { from = 2008-01-31, posts = [...] }")
    return MemberList(from_on=entry["from"], designators=_words(entry, "posts"))


def _listed(table: Mapping[str, object], name: str) -> list[object]:
    found = table.get(name, [])
    if not isinstance(found, list):
        raise ValueError(f"{name} must be a list")
    return found


def _words(table: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(str(word) for word in _listed(table, name))


def tag_of(row: Mapping[str, str]) -> tuple[str, str]:
    """Return a geographic TAG and its country's name; raise ValueError where the TAG is not two letters."""
    tag, name = row["tag"], row["name"]
    if not (len(tag) == len("MX") and tag.isalpha() and tag.isupper() and name):
        raise ValueError(f"{tag!r} must be two capital letters, and a country's name must stand beside it")
    return tag, name


def _own_days(folder: Path | None, posts: list[Post], faults: list[str]) -> dict[str, Mapping[date, str]]:
    if folder is None or not folder.is_dir():
        return {}
    names = {key_of(post.designator): post.designator for post in posts}
    days: dict[str, Mapping[date, str]] = {}
    for path in sorted(folder.glob("*.ics")):
        designator = names.get(key_of(path.stem))
        if designator is None:
            faults.append(f"{path.name}: no post has this designator")
            continue
        try:
            days[designator] = ics.read_ics(path.read_bytes()).days
        except Invalid as error:
            faults.append(f"{path.name}: {error.sentence}")
    return days


def _calendar_source(own: Mapping[str, Mapping[date, str]]) -> Callable[[Post], Calendar]:
    return lambda post: calendars.calendar_of(post, own.get(post.designator))
