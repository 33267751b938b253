"""The statements of a reply: which lines begin with a verb of ours, of which numbers of the letter they speak.

What only talks is no statement. What a statement commands, `replies` reads.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.domain import own_words, promised_words

WRAPPED = 60  # a line this long goes on in the next
MOST_STATEMENTS = 100
EACH = -1  # a number that stands for all the letter's


class Verb(StrEnum):
    """The word a statement begins with."""

    DONE = "done"
    ACCEPT = "accept"
    WAITING = "waiting"
    EXTEND = "extend"
    DECLINE = "decline"
    PROMISE = "by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that is said: of which numbers of the letter (none: of all there is), and the verb it begins with."""

    numbers: tuple[int, ...] = ()  # (EACH,): all that are open
    verb: Verb | None
    is_parted: bool = False  # a sign stands between the verb and the rest
    is_full: bool = False  # "answer by", not only "by"
    is_in_passing: bool = False  # a promise in a sentence that says more
    rest: str = ""
    words: str  # as written
    beside: str = ""  # what else the reply says


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a reply states, and whether its writer said more that a person should read."""

    statements: tuple[Statement, ...] = ()
    has_more: bool = False
    about: tuple[int, ...] = ()  # the numbers of the letter that it talks about, where it only talks


VERBS: tuple[tuple[Verb, re.Pattern[str]], ...] = (
    (Verb.DONE, re.compile(r"done\b", re.IGNORECASE)),
    (Verb.ACCEPT, re.compile(r"accept(?:ed)?\b", re.IGNORECASE)),
    (Verb.WAITING, re.compile(r"(?:waiting|(?-i:WAIT))\b", re.IGNORECASE)),  # "wait, we must talk" is talk
    (
        Verb.EXTEND,
        re.compile(
            r"(?:(?:please )?(?:extend|extension)\b"
            r"|(?:we|i|post)(?:['\u2019]ll| will| would)? need (?:more time |an extension )?(?=(?:until|till)\b))",
            re.IGNORECASE,
        ),
    ),
    (Verb.DECLINE, re.compile(r"decline\b", re.IGNORECASE)),
    (
        Verb.PROMISE,
        re.compile(
            r"(?:(?P<full>(?:we |i )?(?:will )?(?:answer|reply|response|report)(?: will follow| to follow| follows)?)"
            r"\s?[:,-]?\s?)?by\b(?!-)",
            re.IGNORECASE,
        ),
    ),
)
LEAVE_OPEN = (Verb.ACCEPT, Verb.WAITING)  # after these a promise may follow
BEFORE = "\"'`*_\u2022\u2013\u2014-[(<\u201c\u2018\u00ab "  # signs that people put before the word
AFTER_VERB = re.compile(r"[*_\"'\u201d\u2019\u00bb\])>]*\s*([:;,.!\u2013\u2014/-]*)\s*")
NUMBERED = re.compile(
    r"(?:(?:no|nr|item|task|point)\b\.?|#)?\s*(\d{1,2}(?:(?:\s*,\s*|\s*-\s*|\s+and\s+|\s*&\s*)\d{1,2})*)(?!\d)"
    r"\s*[.):\u2013\u2014-]*\s*(.*)",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"(?:(?:(?:no|nr|number|item|task|point)\b\.?|#)\s*(\d{1,2})\b|(\d{1,2})\s*[.):\u2013\u2014-]+(?=\s))",
    re.IGNORECASE,
)
ALL = r"all(?: of (?:them|these|those))?"
SAID_OF_ALL = re.compile(
    rf"(?:for )?{ALL}\s*[:,.\u2013\u2014-]*\s+((?:done|accept(?:ed)?|waiting|extend|decline|answer by|by)\b.*)",
    re.IGNORECASE,
)
ACCEPTS_ALL = re.compile(rf"(accept(?:ed)?)\s*[:,\u2013\u2014-]*\s+{ALL}\s*[.!]*", re.IGNORECASE)
RANGE = re.compile(r"(\d+)\s*-\s*(\d+)|(\d+)")
NEXT_NUMBER = re.compile(
    r"[,.]\s+(?=\d{1,2}\s*[.):-]?\s*(?:done|accept|waiting|extend|decline|by|answer|reply)\b)", re.IGNORECASE
)


def reply(own: str) -> Reply:
    """Return what one's own words state, by their first words; nothing where they only talk."""
    lines = own_words.spoken(own)
    paragraph, others = _numbered(lines) or _first(lines)
    found = _each_number_once([statement for words in paragraph for statement in _statements(words)])
    if not any(one.verb for one in found):
        return _in_passing(lines)
    has_more = others or len(found) > MOST_STATEMENTS or any(one.is_in_passing for one in found)
    beside = _beside(lines, paragraph) if others else ""
    return Reply(
        statements=tuple(replace(one, beside=beside) for one in found[:MOST_STATEMENTS]), has_more=has_more
    )


def _beside(lines: list[str], paragraph: list[str]) -> str:
    """Return the lines of a reply that are none of its statements."""
    stated = "\n".join(paragraph)
    return " ".join(line for line in lines if line and line not in stated)


def _in_passing(lines: list[str]) -> Reply:
    """Return the promise that a reply's first sentence makes while it only talks; a person reads all of it."""
    words = _first_lines(lines)
    promise = _promise_in((), words)
    return Reply(statements=(promise,) if promise else (), has_more=bool(lines), about=_talked_of(lines))


def _first_lines(lines: list[str]) -> str:
    """Return the first paragraph, its sentences whole; a line that is cut short ends one as a sign does."""
    kept = ""
    last = ","
    for line in lines:
        if not line:
            break
        is_same = _goes_on(last) or last.endswith((".", "!", "?")) or line[0].islower()
        kept += f" {line}" if is_same else f". {line}"
        last = line
    return kept.strip()


def _promise_in(numbers: tuple[int, ...], words: str) -> Statement | None:
    """Return the promise in a plain sentence: "visit agreed, dates to follow by Friday"."""
    plain = words.lstrip("*_\u2022\u2013\u2014- ")
    rest = promised_words.promised(plain)
    if rest is None:
        return None
    said = promised_words.first_sentence(plain)
    return Statement(
        numbers=numbers, verb=Verb.PROMISE, is_full=True, is_in_passing=True, rest=rest, words=said
    )


def _talked_of(lines: list[str]) -> tuple[int, ...]:
    """Return the numbers that lines begin with, each followed by a sign or after a word for it: "2. Thanks"."""
    found = (LISTED.match(line.lstrip(BEFORE)) for line in lines)
    return tuple(dict.fromkeys(int(match[1] or match[2]) for match in found if match))


def _each_number_once(found: list[Statement]) -> list[Statement]:
    """Return the statements without those that only repeat a number of which something is said."""
    said = {number for one in found if one.verb for number in one.numbers}
    return [one for one in found if one.verb or not said.issuperset(one.numbers)]


def _numbered(lines: list[str]) -> tuple[list[str], bool] | None:
    """Return the numbered lines, whole, and whether there are others; None where the first line has no number."""
    start = 1 if len(lines) > 1 and lines[0].endswith(":") and not _numbers(lines[0]) else 0
    if not lines[start:] or not _numbers(lines[start]):
        return None
    kept: list[str] = []
    is_going_on = others = False
    for line in lines[start:]:
        if line and _numbers(line):
            kept.append(line)
        elif line and is_going_on:
            kept[-1] += f" {line}"
        elif not own_words.is_name(line):
            others = True
        is_going_on = _goes_on(line)
    return kept, others


def _first(lines: list[str]) -> tuple[list[str], bool]:
    """Return the lines at the beginning that begin with a verb of ours, each whole; and whether more follows."""
    kept: list[str] = []
    is_going_on = False
    for at, line in enumerate(lines):
        if not line:
            is_going_on = False
        elif is_going_on:
            kept[-1] += f" {line}"
            is_going_on = _goes_on(line)
        elif not _begins(line, kept):
            return kept or lines[:1], not all(map(own_words.is_name, lines[at:]))
        else:
            kept.append(line)
            is_going_on = _goes_on(line)
    return kept, False


def _begins(words: str, before: list[str]) -> bool:
    """Say whether a statement begins here: first of all, or after one that leaves the work open."""
    is_open = not before or _statement((), before[-1]).verb in LEAVE_OPEN
    return is_open and _statement((), words).verb is not None


def _goes_on(line: str) -> bool:
    return len(line) >= WRAPPED or line.endswith((",", ":", ";", " -", "\u2013", "\u2014"))


def _numbers(line: str) -> tuple[tuple[int, ...], str] | None:
    """Return the numbers a line begins with and what is said of them; None where it begins with none, nor with "all"."""
    plain = line.lstrip(BEFORE)
    of_all = SAID_OF_ALL.fullmatch(plain) or ACCEPTS_ALL.fullmatch(plain)
    if of_all:
        return (EACH,), of_all[1]
    match = NUMBERED.match(line.lstrip(BEFORE))
    if match is None or not match[2]:
        return None
    found: list[int] = []
    for first, last, alone in RANGE.findall(match[1]):
        found += range(int(first), int(last) + 1) if first else [int(alone)]
    return tuple(dict.fromkeys(found)), match[2]


def _statements(words: str) -> Iterable[Statement]:
    """Yield what a line states: parts after a semicolon that begin no statement belong to the one before."""
    parts: list[str] = []
    is_numbered = _numbers(words) is not None
    pieces = re.split(r";", NEXT_NUMBER.sub("; ", words) if is_numbered else words)
    for piece in map(str.strip, pieces):
        begins = _numbers(piece) is not None if is_numbered else _begins(piece, parts)
        if begins or not parts:
            parts.append(piece)
        elif piece:
            parts[-1] += f"; {piece}"
    for part in parts:
        numbers, said = _numbers(part) or ((), part)
        yield from _with_promise(_statement(numbers, said))


def _with_promise(statement: Statement) -> Iterable[Statement]:
    """Yield the statement, and the promise that follows an acceptance: "ACCEPT, answer by Friday"."""
    if statement.verb is Verb.ACCEPT and statement.is_parted:
        following = _statement(statement.numbers, statement.rest)
        if following.verb is None:
            following = _promise_in(statement.numbers, statement.rest) or following
        if following.verb is Verb.PROMISE:
            yield Statement(
                numbers=statement.numbers, verb=Verb.ACCEPT, is_parted=True, words=statement.words
            )
            yield following
            return
    yield statement


def _statement(numbers: tuple[int, ...], words: str) -> Statement:
    said = words.strip().lstrip(BEFORE)
    for verb, pattern in VERBS:
        match = pattern.match(said)
        if match is None:
            continue
        after = AFTER_VERB.match(said, match.end())
        assert after is not None  # it may be empty
        is_parted = bool(after[1]) or after.end() == len(said)
        rest = said[after.end() :].strip(" \"'*_\u201d\u00bb")
        is_full = verb is Verb.PROMISE and bool(match["full"])
        return Statement(
            numbers=numbers, verb=verb, is_parted=is_parted, is_full=is_full, rest=rest, words=words.strip()
        )
    if numbers and (promise := _promise_in(numbers, words)):
        return promise
    return Statement(numbers=numbers, verb=None, words=words.strip())
