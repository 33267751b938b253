"""The days of an event: which of those named in a sentence, in which year, and which of them only end it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from tracker.cable.hints import Sieve, has_any, words_in
from tracker.cable.parts import Cable, Header
from tracker.extraction import moved_days
from tracker.extraction.dates import NUMBERED, Mention, mentioned_days
from tracker.extraction.proposals import Event

_HINT = re.compile(  # in small letters
    r"\b(?:jan|feb|mar|apr|may|june?\b|july?\b|aug|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|today|tomorrow)|\d/\d"
)
_NAMING_DAYS = Sieve(lambda word: _HINT.match(word) is not None)  # or a "/" stands in whatever _HINT finds
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT_YEAR = re.compile(r"\d{1,2} [A-Za-z]{3,9}\.? '?\d\d$")  # "4-15 MAY 98"
_FULL_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?: ?- ?\d{1,2})?, ?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:will|would be|upcoming|next|scheduled|planned|plans?|proposed|forthcoming|to be held|invites?|opens|begins|meets|convenes|runs|takes place|should|is to|are to|no later than|not later than|in time for|ahead of|pencill?ed in|adjourned to|OPENS|BEGINS|MEETS|RUNS)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|met|held|took|led|said|told|drew|saw|brought|gave|came|went|heard|began|ran|spoke|made|ha(?:s|ve) (?:not |never )?been|\w{3,}ed|reports? on|results? of|outcome of|minutes of|summary of|summari[sz]es)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(  # in small letters
    r"\b(?:end(?:s|ed)?|ending|closes?|closing|concludes?|concluding|finish(?:es)?|graduates?|adjourns?|rises?|(?:breaks?|broke) up|(?:departs?|leaves?|departing|leaving)(?: for [\w ]{2,20}?(?= on(?: the (?:morning|afternoon|evening|night) of)? ?$))?|left|etd|stays? (?:there )?(?:until|through|till)|flies (?:home|out)|is over"
    r"|goes (?:home|on to [\w ]{2,30}?)|runs? (?:until|through|to)|running (?:until|through|to))(?: there| again| here| (?:at|in) [\w'’-]+(?: [\w'’-]+){0,2}?)?(?: by the (?:evening|end) of| on the (?:morning|afternoon|evening|night) of| on the| on| by the| by)? ?$"
)
_ENDS = re.compile(
    r"\b(?:runs until|runs? through|running (?:until|through|to)|ends?|closes?|concludes?|finish(?:es)?|graduates|adjourns?|rises|breaks? up|leaves?|departs?|departing|leaving|etd|stays? (?:there )?(?:until|through|till)|flies home|is over|goes home|goes on to)\b"
)  # in small letters
_OF_ENDS = "end broke clos conclud finish graduate adjourn rise break depart leav left etd stay flies over goes run".split()
# One of them stands in whatever _ENDING or _ENDS finds.
_OPENING_OF_IT = re.compile(
    r"\b(?:opening|inaugural|welcoming) (?:ceremony|reception|plenary)\b"
)  # in small letters
_SMALL = frozenset("of the on and".split())
_ACT_OF_IT = re.compile(
    r"\b(?:ribbon|cornerstone|ground|plaque|inaugurates?|dedicates?)\b"
)  # in small letters
ON_THE = (" on the ", " for the ", " ON THE ", " FOR THE ")
_ON_NUMBER = re.compile(
    r"(?:on|for) the \d{1,2}(?:st|nd|rd|th)\b"
)  # in small letters: stands in a day told alone
_LAST_YEAR = re.compile(r",? (?:of )?(?:last|the past|the previous) year\b", re.IGNORECASE)  # behind a day
_WAS_SET = re.compile(  # in small letters: what "was foreseen for" a day that has gone by
    r"\b(?:was|were|had been) (?:\w+ly )?(?:foreseen|set|planned|scheduled|fixed|expected|called|due|slated|announced|meant|intended|envisaged|billed|programmed|arranged) for (?:\w+day, )?$"
)
_THE_ATTACKS = frozenset({"9/11", "9-11"})  # "the 9/11 Commission": no day of the cable's year
HALF_A_YEAR = 183  # days
MOST_BACK = 2  # sentences to one that names the month of a day told by its number


def mentions(text: str, header: Header) -> Iterator[Mention]:
    """Yield the days named in a text; where the cable does not say when it was sent, those whose year is known."""
    named = _YEAR.search(text) or _dated(header.subject) if header.sent_at is None else None
    year = header.year or (int(named.group()) if named else None)
    base = header.sent_at or (datetime(year, 1, 1, tzinfo=UTC) if year else None)
    for mention in _told(text, base) if base else ():
        is_dated = _YEAR.search(text, mention.start, mention.end) is not None
        if header.sent_at is None and year and not is_dated and mention.first_on.year < year:
            yield mention._replace(
                first_on=_in_year(mention.first_on, year), last_on=_in_year(mention.last_on, year)
            )
        elif (
            header.year is not None
            or is_dated
            or (year and _HINT.match(text[mention.start : mention.end].lower()))
        ):
            yield mention


def _told(text: str, base: datetime) -> Iterator[Mention]:
    named = [day for day in mentioned_days(text, base) if text[day.start : day.end] not in _THE_ATTACKS]
    if not named:
        return iter(())
    days = moved_days.by_number(text, named)
    return moved_days.moved(text, (moved_days.listed(text, day) for day in _joined(text, days)))


def _dated(subject: str | None) -> re.Match[str] | None:
    """Return the year of a day that a SUBJECT names in full: "AN HOUR WITH THE COMMITTEE - NOVEMBER 3, 2005"."""
    day = _FULL_DATE.search(subject or "")
    return _YEAR.search(day[0]) if day else None


def _joined(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the days, two of them as one span where they are so joined: "between May 30 and June 3", "May 30/June 3"."""
    before: Mention | None = None
    for mention in found:
        if before is not None and _are_span(text, before, mention):
            before = before._replace(last_on=mention.last_on, end=mention.end)
            continue
        if before is not None:
            yield before
        before = mention
    if before is not None:
        yield before


def _are_span(text: str, first: Mention, last: Mention) -> bool:
    joint = text[first.end : last.start].strip().lower()
    is_between = joint == "and" and text[: first.start].lower().endswith("between ")
    return (is_between or joint == "/") and first.last_on < last.first_on


def is_end(text: str, mention: Mention) -> bool:
    """Return whether a day only ends what began on the day before it: "opens on May 3 and ends on May 28"."""
    before = text[max(0, mention.start - 60) : mention.start].lower()
    return has_any(before, _OF_ENDS) and _ENDING.search(before) is not None


def is_within(one: Event, subject: Event) -> bool:
    """Return whether an event of the text is as long as that of the SUBJECT, or longer: most often the same by another name."""
    return one.end_on is None or subject.end_on is None or one.end_on >= subject.end_on


def is_same(one: Event, other: Event) -> bool:
    """Return whether an event is another of the same first day by another name, or the ceremony that opens it."""
    shared = words_in(one.name.lower()) & words_in(other.name.lower()) - _SMALL
    is_part = one.start_on != other.end_on and _OPENING_OF_IT.search(one.evidence.quote.lower()) is not None
    is_act = _ACT_OF_IT.search(f"{one.name} {other.name}".lower()) is not None
    if shared or is_act or (is_part and one.name.lower().endswith(("ceremony", "reception", "plenary"))):
        return True
    return one.end_on == other.end_on and not (one.name[:1].isupper() and other.name[:1].isupper())


def _end_of(text: str, mention: Mention, sent_at: datetime) -> date:
    """Return the last day of what begins with `mention`: the day named as its end, else its own last day."""
    later = (m for m in mentioned_days(text, sent_at) if m.start > mention.end and is_end(text, m))
    ends = [m.last_on for m in later if m.last_on >= mention.first_on]
    return ends[0] if ends else mention.last_on


def may_name_day(signs: int, text: str) -> bool:
    """Return whether a day may be named in a text with these families of words; far cheaper than looking for each."""
    is_named = signs & _NAMING_DAYS.bit and signs & NUMBERED.bit
    return bool(is_named) or ("/" in text and _HINT.search(text) is not None)


def told_alone(cable: Cable, place: int) -> tuple[Mention, ...]:
    """Return the day that a sentence tells by its number alone, in the month of the day told just before it, else of the cable."""
    sentence, sent_at = cable.sentences[place], cable.header.sent_at
    if sent_at is None or not has_any(sentence.text, ON_THE):
        return ()
    if not (_ON_NUMBER.search(sentence.text.lower()) and moved_days.ALONE.search(sentence.text)):
        return ()
    since = sent_at.date()
    for before in cable.sentences[max(0, place - MOST_BACK) : place]:
        if before.paragraph == sentence.paragraph:
            since = max([since, *(day.first_on for day in mentioned_days(before.text, sent_at))])
    return tuple(moved_days.by_number_alone(sentence.text, since))


def nearer(event: Event, sent_on: date) -> Event:
    """Return an event of the SUBJECT in the year in which it lies nearer to the day the cable was sent."""
    first_on, last_on = event.start_on, event.end_on
    is_far = first_on is not None and (first_on - sent_on).days > HALF_A_YEAR
    if not is_far or first_on is None or last_on is None or _YEAR.search(event.evidence.quote):
        return event
    return replace(event, start_on=_year_before(first_on), end_on=_year_before(last_on))


def days_meant(text: str, mention: Mention, cable: Cable) -> tuple[date, date]:
    """Return the days meant: in a sentence of the past a day without a year is the last such day."""
    sent_at = cable.header.sent_at
    if sent_at is not None and _LAST_YEAR.match(text, mention.end) and mention.first_on >= sent_at.date():
        return _year_before(mention.first_on), _year_before(mention.last_on)
    is_far = sent_at is not None and (mention.first_on - sent_at.date()).days > HALF_A_YEAR
    told = text[mention.start : mention.end]
    is_dated = _YEAR.search(told) or _SHORT_YEAR.search(told)
    if sent_at is not None and _ENDS.search(text.lower()):
        return mention.first_on, _end_of(text, mention, sent_at)
    before = text[: mention.start]
    is_set = before.endswith(
        (" for ", " adjourned to ", " postponed to ", " moved to ")
    ) and not _WAS_SET.search(before[-60:].lower())  # "has called a runoff for"
    if not is_far or is_dated or is_set or COMING.search(text) or not _PAST.search(text):
        return mention.first_on, mention.last_on
    return _year_before(mention.first_on), _year_before(mention.last_on)


def _year_before(day: date) -> date:
    return _in_year(day, day.year - 1)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
