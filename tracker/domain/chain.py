"""The chain of the audit trail: each entry's hash covers the entry and the hash before it.

An edit, a deletion, a swap or an insertion shows by itself; a cut tail or a trail written anew shows
against an anchor: a count and a hash that were noted outside.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)
START = "0" * 64  # the hash before the first entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who did what, when, from where, with what outcome, to which objects. `at` is aware."""

    number: int  # from 1, without gaps
    at: datetime
    by: str
    officer_id: int | None
    way: str
    source: str | None
    act: str
    outcome: str
    objects: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An entry as it is stored: with the hash before it and its own."""

    entry: Entry
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How many entries there are, and the hash of the last one."""

    count: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The first entry at which a trail is not what was written, and why."""

    number: int
    words: str


EMPTY = Head(count=0, hash=START)


def hash_of(entry: Entry, previous: str) -> str:
    """Return the SHA-256, in hexadecimal, of the entry as canonical JSON after the hash before it."""
    told = {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": entry.by,
        "officer_id": entry.officer_id,
        "way": entry.way,
        "source": entry.source,
        "act": entry.act,
        "outcome": entry.outcome,
        "objects": entry.objects,
    }
    text = CANONICAL.encode(told)
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def linked(entry: Entry, previous: str) -> Link:
    """Return the entry as it is stored after the entry of that hash."""
    return Link(entry=entry, previous=previous, hash=hash_of(entry, previous))


def first_fault(links: Iterable[Link], head: Head, anchor: Head = EMPTY) -> Fault | None:
    """Return the first fault of a trail against its head and an anchor, None where it is whole.

    `links` are in the order of their numbers.
    """
    last = EMPTY
    for link in links:
        fault = _fault_of(link, last, anchor)
        if fault is not None:
            return fault
        last = Head(count=link.entry.number, hash=link.hash)
    if last.count < anchor.count:
        words = f"is missing: {anchor.count} entries were noted outside, {last.count} are here"
        return Fault(number=last.count + 1, words=words)
    if last != head:
        words = f"is not what the head tells: it counts {head.count} entries, {last.count} are here"
        return Fault(number=last.count + 1, words=words)
    return None


def _fault_of(link: Link, last: Head, anchor: Head) -> Fault | None:
    number = last.count + 1
    if link.entry.number != number:
        return Fault(number=number, words=f"is missing: entry {link.entry.number} stands in its place")
    if link.previous != last.hash:
        return Fault(number=number, words="does not follow the entry before it")
    if hash_of(link.entry, link.previous) != link.hash:
        return Fault(number=number, words="was changed after it was written")
    if number == anchor.count and link.hash != anchor.hash:
        return Fault(number=number, words="is not the entry that was noted outside")
    return None
