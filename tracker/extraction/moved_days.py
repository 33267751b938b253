"""The days of an event that lie otherwise than they are written: moved from one to another, listed, told by their number alone."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from tracker.extraction.dates import Mention
from tracker.extraction.event_names import MOVED

_MOVED = re.compile(  # right before "from April 5 to May 3", in small letters
    rf"\b(?:{MOVED}|changed|slipped)"
    r"(?: again| now| once more)? from (?:\w+day,? )?$"
)
_MOVED_ON = re.compile(  # right behind a day: the next one stands in its place
    r",? (?:has|have|had|was|were|is|are)(?: (?:now|since|again))? (?:been )?"
    rf"(?:{MOVED}|slipped)(?: \w+)? (?:to|until|till) (?:\w+day,? )?$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:, (?P<more>\d{1,2})){0,4},? (?:and|&|AND) (?P<last>\d{1,2})(?![\d:./-]| (?:[A-Z][a-z]{2,8} \d|\w+ later|percent))"
)
_BY_NUMBER = re.compile(  # "which is on the 6th": of the month named before
    r"\b(?:on|from|begins|opens) the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?=[.,;)]|$| (?:and|at|in)\b)",
    re.IGNORECASE,
)


_GIVEN_UP = re.compile(  # right before a day on which nothing is held, in small letters
    r"\b(?:instead of|rather than|in (?:place|lieu) of|(?:and|but|,) not)(?: on)?(?: the)?(?: \w+day,?)? $"
)


def moved(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the days on which things are held at last: "moved from April 5 to May 3" and "for April 5, is put off to May 3" name one."""
    before: Mention | None = None
    for mention in found:
        if _GIVEN_UP.search(text[max(0, mention.start - 40) : mention.start].lower()):
            continue
        if before is not None and not _MOVED_ON.fullmatch(text, before.end, mention.start):
            yield before
        is_moved = mention.first_on != mention.last_on and _MOVED.search(
            text[max(0, mention.start - 40) : mention.start].lower()
        )
        before = mention._replace(first_on=mention.last_on) if is_moved else mention
    if before is not None:
        yield before


def listed(text: str, mention: Mention) -> Mention:
    """Return a day with those listed behind it: "May 17, 18 and 19"."""
    more = _LISTED.match(text, mention.end)
    if more is None:
        return mention
    with suppress(ValueError):
        last_on = mention.last_on.replace(day=int(more["last"]))
        if last_on > mention.last_on:
            return mention._replace(last_on=last_on, end=more.end())
    return mention


def by_number(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Return the days, with those told by their number alone in the month of the day before them."""
    days = list(found)
    for match in _BY_NUMBER.finditer(text) if days else ():
        if any(one.start < match.end() and match.start() < one.end for one in days):
            continue
        near = [one for one in days if one.end <= match.start()]
        with suppress(ValueError):
            for one in near[-1:]:
                day = one.last_on.replace(day=int(match["day"]))
                days.append(Mention(match.start("day"), match.end(), day, day))
    return sorted(days)
