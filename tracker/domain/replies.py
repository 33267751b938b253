"""What a reply's statements command: done, accepted, waiting, more time, declined, or a promised day. Pure.

What begins like a command and is none for sure is unclear, and acts on nothing. Days are read by
whom the caller hands in.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.domain import outcome_words, waiting_words
from tracker.domain.lifecycle import Outcome, WaitsFor
from tracker.domain.outcome_words import Came, Lack
from tracker.domain.reply_lines import BEFORE, Statement, Verb
from tracker.texts import marked

LONGEST_NOTE = 500  # characters of a person's line
FEW_WORDS = 4
MOST_DAYS = 250  # working days


class Why(StrEnum):
    """Why a statement is unclear: what to write instead. The words that act are English in every language."""

    OUTCOME = marked(
        "Say what came of it: DONE agreed, DONE refused, DONE delivered, DONE reported, DONE no answer, "
        "DONE overtaken, or DONE other. More words may follow after a dash."
    )
    STILL_OPEN = marked(
        "You wrote DONE, and also words of doubt or of something still to come. If it is finished, reply with "
        "DONE and the outcome alone, as in: DONE agreed. If not, say by when, as in: by 12 August; or for whom "
        "it waits: WAITING on the host government."
    )
    ACCEPT = marked("To say that you have it, write ACCEPT alone.")
    WAITING = marked(
        "Say who must move first: WAITING on the host government, or WAITING on Washington, "
        "then a comma and for what."
    )
    DAY = marked(
        "Say until when: EXTEND to 12 August, then a comma and the reason; or EXTEND +5 working days, and why."
    )
    MORE_TIME_WHY = marked("Say why more time is needed: a comma and the reason after the day.")
    DECLINE = marked("Say why: DECLINE: and the reason.")
    DECLINE_OPEN = marked(
        "You wrote DECLINE, and also that something is still to come. If it will not be done, reply with DECLINE: "
        "and the reason alone. If it will, say by when, as in: by 12 August."
    )
    PROMISE = marked("Say the day alone: by Friday, or by 12 August.")
    NOTHING = marked(
        "It begins with none of the words that act: DONE, ACCEPT, WAITING on, EXTEND to, by a day, or DECLINE: and why."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """It is done, with what came of it."""

    outcome: Outcome
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """It is in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """It waits for somebody."""

    whom: WaitsFor
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend:
    """More time is asked for: until a day, or so many working days. One of the two."""

    on: date | None = None
    working_days: int | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """It will not be done."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The day by which an answer comes."""

    on: date
    note: str | None = None
    is_in_passing: bool = False  # said in a sentence that says more


Command = Done | Accept | Wait | Extend | Decline | Promise


class DaySaid(NamedTuple):
    """A day named at the beginning of a text, and where its words end."""

    on: date
    end: int


Days = Callable[[str], DaySaid | None]  # of a text that begins with "by"
PARTED = re.compile(r"\s*(?:[:;,.!\u2013\u2014(-]+\s*|$)")
ENDS_SENTENCE = re.compile(r"[.!?](?:\s|$)|;")
LIMITED = re.compile(
    r"\?|\b(?:if|unless|hopes?|hopefully|perhaps|maybe|probably|possibly|or|not|cannot|depending|earliest)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
GIVEN_BACK = re.compile(rf"{LIMITED.pattern}|\bbut\b", re.IGNORECASE)
CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|must|may|can|could|did|does|do|we|they|he|she|it|you)\b"
    r"|['\u2019](?:ll|ve|d)\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"(?:in|of|by|to|the|a|an|our|your|their|his|her|its|any|all|this|that|these|those|from|with|and|or|was|were|is"
    r"|are|has|have|had|will|would|should|can|we|they|i|you|it|further|on|at|so)\b",
    re.IGNORECASE,
)
NAMES_DAY = re.compile(
    r"\d|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b|\b(?:tomorrow|today|week|month)\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"(?:to|until|till|by|through)\s+", re.IGNORECASE)
SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTED = re.compile(
    rf"(?:(?:by|for)\s+)?\+?\s?(\d{{1,3}}|{'|'.join(SMALL)})\s+(?:more |additional |further )?"
    r"(?:working|work|business)[ -]days?\b(?:\s+more\b)?",
    re.IGNORECASE,
)
BECAUSE = re.compile(r"\s*(?:because|since|as|due to|owing to)\b\s*", re.IGNORECASE)


def command(statement: Statement, days: Days) -> Command | Why | None:
    """Return what a statement commands, why it is unclear, or None where it only talks."""
    found = _read(statement, days)
    is_loose = (
        statement.verb is Verb.PROMISE and not statement.is_full and not _may_be_promise(statement.rest)
    )
    is_talk = not statement.numbers and (
        is_loose or statement.is_in_passing or statement.words.lower().lstrip(BEFORE).startswith("please ")
    )
    return None if is_talk and isinstance(found, Why) else found


def day_said(statement: Statement) -> str:
    """Return what is said after the verb of a promise, or of a request for more time, as "by" and a day."""
    until = UNTIL.match(statement.rest) if statement.verb is Verb.EXTEND else None
    return f"by {statement.rest[until.end() if until else 0 :]}"


def _may_be_promise(rest: str) -> bool:
    """Say whether words after a bare "by" are hardly more than a day: then it is asked which."""
    return len(rest.split()) <= FEW_WORDS and NAMES_DAY.search(rest) is not None


def _read(statement: Statement, days: Days) -> Command | Why:
    rest = statement.rest
    match statement.verb:
        case Verb.DONE:
            return _done(statement)
        case Verb.ACCEPT:
            is_clear = statement.is_parted and not GIVEN_BACK.search(_sentence(rest))
            return Accept() if is_clear else Why.ACCEPT
        case Verb.WAITING:
            return _wait(rest)
        case Verb.EXTEND:
            return _extend(statement, days)
        case Verb.DECLINE:
            return _decline(statement)
        case Verb.PROMISE:
            found = _promise(rest, days, is_full=statement.is_full or bool(statement.numbers))
            return _in_passing(found, statement) if statement.is_in_passing else found
        case None:
            return Why.NOTHING


def _done(statement: Statement) -> Command | Why:
    match outcome_words.came(statement.rest, is_parted=statement.is_parted, beside=statement.beside):
        case Came(outcome=outcome, words=words):
            return Done(outcome=outcome, note=_cut(words) or None)
        case Lack.END:
            return Why.STILL_OPEN
        case Lack.OUTCOME:
            return Why.OUTCOME


def _wait(rest: str) -> Command | Why:
    found = waiting_words.waits(rest)
    return Wait(whom=found.whom, note=_cut(found.words)) if found else Why.WAITING


def _decline(statement: Statement) -> Command | Why:
    rest = statement.rest
    is_clear = bool(rest) and "?" not in rest and (statement.is_parted or not GOES_ON.match(rest))
    if not is_clear:
        return Why.DECLINE
    is_open = outcome_words.is_unfinished(f"{rest} {statement.beside}")
    return Why.DECLINE_OPEN if is_open else Decline(reason=_cut(rest))


def _extend(statement: Statement, days: Days) -> Command | Why:
    rest = statement.rest
    counted = COUNTED.match(rest)
    if counted:
        said = counted[1].lower()
        number = int(said) if said.isdigit() else SMALL.index(said) + 1
        reason = _reason(rest[counted.end() :])
        if not 0 < number <= MOST_DAYS:
            return Why.DAY
        return reason if isinstance(reason, Why) else Extend(working_days=number, reason=reason)
    begun = day_said(statement)
    found = days(begun)
    if found is None:
        return Why.DAY
    reason = _reason(begun[found.end :])
    return reason if isinstance(reason, Why) else Extend(on=found.on, reason=reason)


def _reason(tail: str) -> str | Why:
    """Return the reason after a day; why it is unclear where there is none, or the day goes on otherwise."""
    match = BECAUSE.match(tail) or PARTED.match(tail)
    if match is None:
        return Why.DAY
    words = tail[match.end() :].strip(" )")
    return Why.MORE_TIME_WHY if not words or "?" in words else _cut(words)


def _promise(rest: str, days: Days, *, is_full: bool) -> Command | Why:
    begun = f"by {rest}"
    found = days(begun)
    if found is None:
        return Why.PROMISE
    tail = begun[found.end :]
    match = PARTED.match(tail)
    if match is None or LIMITED.search(tail):
        return Why.PROMISE
    words = tail[match.end() :].strip(" )")
    if not is_full and "," in match[0] and CLAUSE.search(words):
        return Why.PROMISE
    return Promise(on=found.on, note=_cut(words) or None)


def _in_passing(found: Command | Why, statement: Statement) -> Command | Why:
    """Return a promise with all of the sentence that makes it."""
    if not isinstance(found, Promise):
        return found
    return Promise(on=found.on, note=_cut(statement.words), is_in_passing=True)


def _sentence(words: str) -> str:
    """Return the first sentence, with its sign."""
    match = ENDS_SENTENCE.search(words)
    return words[: match.end()] if match else words


def _cut(words: str) -> str:
    return words.strip()[:LONGEST_NOTE].strip()
