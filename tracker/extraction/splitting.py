"""One sentence that orders separate things by different days is several asks: where to part it."""

import re
from collections.abc import Callable

from tracker.extraction import vocabulary as v
from tracker.extraction.asking import LONGEST_SENTENCE, verdict_of
from tracker.extraction.cast import Cast
from tracker.extraction.proposals import Deadline
from tracker.extraction.verdicts import Verdict

_AND = re.compile(
    rf",? (?:and|then) (?:then |also |(?:are |is )?to |should |must |please |{v.ADVERB} )*([a-z-]+) ",
    re.IGNORECASE,
)

_CALENDAR = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri)|\d/\d|\d(?:st|nd|rd|th)\b"
    r"|\bwithin \w+ (?:\w+ )?(?:hours|days|weeks)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[;, ]*(?:and |then )*(?:(?:are |is )?to )?")
_AFTERWARDS = frozenset({"follow"})  # "and follow with a report within a week" runs from the first act
MOST_PARTS = 12
TWO = 2  # days at least, or there is nothing to part
_BY = re.compile(
    r"(?:by|within|(?:at least |no less than )?\w+ (?:days|weeks|hours) before|nlt|no later|not later|due|on or before|on|until)\b",
    re.IGNORECASE,
)


def parts(
    text: str, start: int, cast: Cast, deadline: Callable[[str], Deadline | None]
) -> list[tuple[int, int]]:
    """Return the stretches of `text` from `start` that are asks of their own, one where it is not to be parted.

    A semicolon parts two asks, an "and" with a verb two orders, if each side has its own day.
    """
    if len(_CALENDAR.findall(text, start)) < TWO:
        return [(start, len(text))]
    places = [
        m.start()
        for m in re.finditer("; ", text[:LONGEST_SENTENCE])
        if m.start() > start and _asks(text[m.end() :].partition("; ")[0], cast)
    ]
    places += [
        m.start()
        for m in _AND.finditer(text, start, start + LONGEST_SENTENCE)
        if m.group(1).lower() in v.ORDERS - _AFTERWARDS
    ]
    del places[MOST_PARTS:]
    stretches = [(start, len(text))]
    for place in sorted(places):
        first, last = stretches[-1]
        one, other = deadline(text[first:place]), deadline(text[place:last])
        if one and other and _is_dated(one) and _is_dated(other) and one.day != other.day:
            stretches[-1:] = [(first, place), (place + len(_joint(text[place:])), last)]
    return stretches


def _is_dated(deadline: Deadline) -> bool:
    """Return whether the words name a day of the calendar or the week, not a term that runs from another."""
    return (
        deadline.day is not None
        and _BY.match(deadline.quote) is not None
        and _CALENDAR.search(deadline.quote) is not None
    )


def _joint(text: str) -> str:
    match = _JOINT.match(text)
    return match.group() if match else ""


def _asks(clause: str, cast: Cast) -> bool:
    verdict: Verdict | None = verdict_of(clause.strip(), cast)
    return verdict is not None and verdict.is_ask
