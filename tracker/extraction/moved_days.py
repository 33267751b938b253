"""The days of an event that lie otherwise than they are written: moved from one to another, listed, told by their number alone."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from tracker.cable.hints import words_in
from tracker.extraction.dates import Mention
from tracker.extraction.event_names import MOVED

_MOVED = re.compile(  # right before "from April 5 to May 3", in small letters
    rf"\b(?:{MOVED}|changed|slipped)"
    r"(?: again| now| once more| twice| three times)?,?(?: (?:the|its|their|this|that) (?:[\w'’-]+ ){1,4}?)? ?\bfrom (?:\w+day,? )?$"
)
_HAS = r",? (?:(?:and|but) (?:it )?)?(?:has|have|had|was|were|is|are|must|will)(?: (?:now|since|again|meanwhile|therefore))? (?:been |to be |be )?"
_MOVED_ON = re.compile(  # right behind a day: the next one stands in its place
    rf"{_HAS}(?:{MOVED}|slipped)(?: [\w'’.-]+){{0,6}}? (?:to|until|till|and (?:will|is to|is) (?:now |next )?(?:take place|be held|meet|open|begin|start|set|fixed|sit)(?: on| for)?) (?:the )?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_NOW_ON = re.compile(  # right behind a day, up to the next: "set for June 1 will now be held on June 16"
    r",? (?:but |and )?(?:will|is to|are to|is|are|has been|have been) (?:now|instead) (?:[\w'’-]+ ){1,6}?(?:on |for |to |from )?(?:\w+day, )?$",
    re.IGNORECASE,
)
_TO = re.compile(r" (?:to|until|till) ", re.IGNORECASE)
_DROPPED = re.compile(  # right behind a day, whether another is set or not
    rf"(?: [\w'’-]+){{0,4}}?{_HAS}(?:postponed|put off|deferred|cancell?ed|called off|scrapped|abandoned)\b(?! (?:by|for) (?:\w+ ){{1,2}}(?:hours?|minutes?)\b)",
    re.IGNORECASE,
)
_WRONG = re.compile(  # right behind a day: what was said of it does not hold
    r",? (?:was|were|is|are|has (?:since )?proved|proved|turned out to be) (?:now |since |therefore |hereby )?(?:mistaken|wrong|withdrawn|incorrect|void|in error|premature|superseded|no longer|out of date|overtaken)\b",
    re.IGNORECASE,
)
_FIRST_MEANT = re.compile(  # in small letters: a day proposed before another came
    r"\b(?:first|originally|initially|at first|earlier|previously|once) (?:had )?(?:proposed|suggested|wanted|wished|asked|offered|intended|planned|meant|hoped|favou?red|named|spoke|thought)\b[^.;]*$"
)
_BUT = re.compile(
    r"[^.;,]{0,40}(?:,? but\b|;|, (?:and )?(?:then|later)\b|, (?:which|and this|this) (?:was|has)\b)"
)
_LISTED = re.compile(
    r"(?:, (?P<more>\d{1,2})){0,4},? (?:and|&|AND) (?P<last>\d{1,2})(?![\d:./-]| (?:[A-Z][a-z]{2,8} \d|\w+ later|percent))"
)
_BY_NUMBER = re.compile(  # "which is on the 6th": of the month named before
    rf"\b(?:on|from|begins|opens|(?:{MOVED}|slipped)(?: [\w'’.-]+){{0,6}}? (?:to|until|till)) the (?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?=[.,;)]|$| (?:and|at|in)\b)",
    re.IGNORECASE,
)
ALONE = re.compile(  # told by its number with no other day named: "The counselor will travel to Puno on the 21st with WHO"
    r"\b(?:will|is to|are to|plans? to|due|scheduled|set|begins|opens|meets?|convenes?|arrives?|sits|votes?|gathers?|expected|holds|hosts)\b[^.;]{0,90}?\b(?:on|(?<=set )for|(?<=scheduled )for|(?<=hearing )for|(?<=meeting )for|(?<=session )for|(?<=vote )for) the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?=[.,;)]|$| (?:and|at|in|with|for|to)\b)",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(  # before such a day: when something is due or sent, "by 1600 on the 13th", "to be mailed on the 10th"
    r"\b(?:by|until|before|nlt|no later than|to be (?:e-?mailed|mailed|sent|faxed|circulated|distributed|forwarded|handed out|delivered|issued|posted|cabled|pouched))\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)", re.IGNORECASE)  # stands in whatever _BY_NUMBER finds

_AND_AGAIN = re.compile(  # right behind a day: it was left for another, named or not
    r",? and (?:then|later|again|at last|finally|now)(?: again)? (?:to|into|until|till) ", re.IGNORECASE
)
_GIVEN_UP = re.compile(  # right before a day on which nothing is held, in small letters
    r"\b(?:(?:instead of|rather than|in (?:place|lieu) of|(?:and|but|,) not)(?: on)?"
    r"|(?:first|at first|originally|initially|previously|earlier|formerly|once) (?:planned|scheduled|set|fixed|announced|expected|foreseen|called|billed|slated|intended)"
    r"(?: to (?:be held|take place|meet|open|begin|start|convene|run))?(?: (?:in|at) [\w .'’-]{2,30}?)?(?: (?:for|on|from))?)(?: the)?(?: \w+day,?)? $"
)
_WAS_TO = re.compile(  # so too, where nobody tells what was to come: "The session was to open on"
    r"\b(?:was|were) (?:originally |first |once |at first )?to (?:have )?(?:be(?:en)? (?:held|opened|conducted)|take place|meet|open|begin|start|convene|gather|sit|run|visit|arrive|receive|come|travel|host|hold)\b(?:(?! but )[^.;:,]){0,60} $"
)
_TOLD_OF = re.compile(
    r"\b(?:said|told|told us|announced|learned|heard|added|reported|wrote|noted|stated|confirmed|informed|understood|believed|knew|that)\b"
)

DECEMBER = 12


# One of them stands in whatever the rules of days given up find, and in whatever _MOVED finds.
GIVING_UP = frozenset(
    """moved postponed shifted rescheduled off back forward advanced delayed deferred switched changed slipped instead rather place lieu not
    planned scheduled set fixed announced expected foreseen called billed slated intended cancelled canceled scrapped abandoned
    mistaken wrong withdrawn incorrect void error premature superseded longer date overtaken
    proposed suggested wanted wished asked offered meant hoped favoured favored named spoke thought was were""".split()
)


def moved(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the days on which things are held at last: "moved from April 5 to May 3" and "for April 5, is put off to May 3" name one."""
    may_move = not GIVING_UP.isdisjoint(words_in(text.lower()))
    before: Mention | None = None
    for mention in found:
        if may_move and is_given_up(text, mention):
            continue
        if before is not None and not _is_next(text[before.end : mention.start]):
            yield before
        is_span = may_move and mention.first_on != mention.last_on
        is_moved = is_span and _MOVED.search(text[max(0, mention.start - 80) : mention.start].lower())
        before = mention._replace(first_on=mention.last_on) if is_moved else mention
    if before is not None:
        yield before


def _is_next(between: str) -> bool:
    """Return whether the second of two days stands in the place of the first, as the words between them say."""
    return _MOVED_ON.fullmatch(between) is not None or _NOW_ON.fullmatch(between) is not None


def is_given_up(text: str, mention: Mention) -> bool:
    """Return whether what was set for a day is not held then: "first planned for May 3", "set for May 3, has been postponed"."""
    before = text[max(0, mention.start - 120) : mention.start].lower()
    is_to_another = _TO.search(text, mention.start, mention.end) is not None  # "from April 5 to May 3"
    if not is_to_another and _MOVED.search(before[-80:]):
        return True
    if (
        _GIVEN_UP.search(before[-90:])
        or _DROPPED.match(text, mention.end)
        or _WRONG.match(text, mention.end)
        or (_BUT.match(text, mention.end) and _FIRST_MEANT.search(before))
    ):
        return True
    if _AND_AGAIN.match(text, mention.end) and _MOVED.search(before[-60:]):
        return True
    was = _WAS_TO.search(before) if " to " in before else None
    return was is not None and _TOLD_OF.search(before, 0, was.start()) is None


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


def by_number_alone(text: str, since: date) -> Iterator[Mention]:
    """Yield the one day that a text tells by its number alone: the first such day on or after another."""
    match = ALONE.search(text)
    if match is None or _NOT_HELD.search(text[max(0, match.start("day") - 60) : match.start("day")]):
        return
    month = since.month + (int(match["day"]) < since.day)
    with suppress(ValueError):
        day = date(since.year + (month > DECEMBER), (month - 1) % DECEMBER + 1, int(match["day"]))
        yield Mention(match.start("day"), match.end("day") + len("th"), day, day)


def by_number(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Return the days, with those told by their number alone in the month of the day before them."""
    days = list(found)
    for match in _BY_NUMBER.finditer(text) if days and _ORDINAL.search(text) else ():
        if any(one.start < match.end() and match.start() < one.end for one in days):
            continue
        if _NOT_HELD.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        near = [one for one in days if one.end <= match.start()]
        with suppress(ValueError):
            for one in near[-1:]:
                day = one.last_on.replace(day=int(match["day"]))
                days.append(Mention(match.start("day"), match.end(), day, day))
    return sorted(days)
