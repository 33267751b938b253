"""Circuits: a list of places, each with its days, tells an event at each: "KUWAIT JUNE 17-20 DUBAI JUNE 21-23"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.cable import stops
from tracker.cable.hints import Family
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import event_days, event_words
from tracker.extraction.asking import LONGEST_SENTENCE
from tracker.extraction.dates import Mention
from tracker.extraction.orders import order_at
from tracker.extraction.posts_of_countries import ALL_PLACES
from tracker.extraction.proposals import Event

_PLACE = re.compile(  # what stands before the days of a stop, and nothing else
    r"[,;.]? ?(?:(?:and|AND|then|THEN) )?(?:\(?[A-Za-z0-9]{1,2}[.)] |--? ?|[*•] ?)?"
    r"(?P<place>[A-Z][\w'’-]*\.?(?: (?:[A-Z][\w'’-]*|de|of|del|la|al|es|do|da|du|el|le|los|las)){0,3})(?: ?:| ?--?| ?,)? ?(?:\(|from |FROM |on |ON )?$"
)
_LEAD = re.compile(  # in small letters
    r"\b(?:schedules?|itinerary|calendar|timetable|programme?|dates|stops|legs|circuit|route|tour|tours|visits?|sessions|performances|rounds"
    r"|(?:will|is to|are to|plans? to) (?:visit|inspect|travel|tour|call|stop|hold|play|perform|speak|lecture|train|be in))\b"
)
_GONE = re.compile(r"\b(?:came|answered|replied|reported|received|sent|arrived|were|was|had)\b")
_BY_DATES = re.compile(r"\bby (?:these|those|the)(?: following)? (?:dates|days)\b")  # what is owed by them
_BEHIND = re.compile(r"[).;,]{0,2}\s*$")
_NO_PLACE = re.compile(r"(?:DTG|REF|PARA|ITEM|DEADLINE|DUE|REPORT|NOTE|LETTER|STATE)S?\b", re.IGNORECASE)
_PARTING = re.compile(r"[.:;,] |\s--? ")
_IN_BRACKETS = re.compile(  # "to Lima (March 27-30)", "and Quito (March 31-April 7)"
    r"(?:\b(?i:to|in|at|visits?|tours?|and|then)|[,)]) (?P<place>(?!AND\b|THEN\b)[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}) \($"
)
_BETWEEN_STOPS = re.compile(
    r"\),? (?i:and |then |and then |and to |to )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2} \("
)
_ON_THE_WAY = re.compile(  # in small letters: who goes there
    r"\b(?:sends?|visits?|travels?|tours?|goes|go|trips?|calls? at|inspects?|surveys?)\b"
)
_SCHEDULE = re.compile(
    r"(?:\([A-Z]+\) )?(?:the )?(?:schedule|itinerary|dates|calendar|timetable|stops|circuit)\.", re.IGNORECASE
)
_SCHEDULES = Family(
    "schedule itinerary dates calendar timetable stops circuit".split()
)  # of what _SCHEDULE finds
LEADS = Family(  # one of them stands in whatever _TOLD_LEAD finds
    """schedule schedules itinerary itineraries calendar timetable program programme dates stops legs circuit route tour tours visits sessions
    performances rounds courses seminars workshops classes concerts lectures briefings inspections audits halls meetings exercises conferences hearings clinics surveys""".split()
)
_TOLD_LEAD = re.compile(  # what leads stops in one sentence, before the first of them: "The itinerary is", "Dates are as follows:"
    r"\b(?P<what>schedules?|itinerar(?:y|ies)|calendar|timetable|programme?|dates|stops|legs|circuit|route|tours?|visits|sessions|performances|rounds|courses|seminars|workshops|classes|concerts|lectures|briefings|inspections|audits|town halls|meetings|exercises|conferences)\b[^:;.]{0,60}?"
    r" (?:(?:is|are|will be|runs?|reads?|includes?|covers?|takes? (?:it|them|him|her|the (?:team|party|group)) to|calls? for|foresees?|follows?)(?: (?:now|tentatively|as follows|these|planned|set|scheduled))*(?: (?:for|in|at|to))?:?|as follows:?) $"
    r"|\b(?P<held>exercises|seminars|workshops|courses|visits|inspections|audits|concerts|lectures|performances|briefings|conferences|rounds|stops|sessions|hearings|clinics|classes|surveys)\b[^:;.]{0,60}: $",
    re.IGNORECASE,
)
_FIRST_PLACE = re.compile(
    r"(?P<place>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|de|of|del|la|al|es|do|da|du|el|le|los|las)){0,3})(?:,|:| -{1,2})? ?(?:\(|from |on |FROM |ON )?$"
)
_NEXT_PLACE = re.compile(
    r"[).;,]{0,2} ?(?:(?:and|then|and then|AND|THEN) )?(?:(?:in|at|to|IN|AT|TO) )?(?P<place>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|de|of|del|la|al|es|do|da|du|el|le|los|las)){0,3})(?:,|:| -{1,2})? ?(?:\(|from |on |FROM |ON )?"
)
FEWEST = 2  # stops


def circuits(cable: Cable, masked: frozenset[int]) -> list[tuple[int, tuple[Event, ...]]]:
    """Return the sentences that are circuits, each with its events.

    circuit = lead ":" place [":"] days {place [":"] days}; the lead or the subject names what happens at each place,
    and the lead orders nothing: what is to be sent by a day each is none.
    """
    found: list[tuple[int, tuple[Event, ...]]] = []
    for lead, sentence in enumerate(cable.sentences):
        if not (sentence.text.endswith(":") or "(" in sentence.text):
            continue  # as most
        name = _name(sentence.text, cable.header.subject or "") if _leads(sentence) else None
        run = list(_run(cable, masked, lead + 1, name)) if name else []
        if sum(len(events) for _, events in run) >= FEWEST:
            found += run
        elif "(" in sentence.text and lead not in masked:
            stops_told = tuple(_in_brackets(cable, sentence))
            found += [(lead, stops_told)] if len(stops_told) >= FEWEST else []
    found += _under_titles(cable, masked | {place for place, _ in found})
    behind = {place for place, _ in found} | masked
    for place in cable.sentences.holding(LEADS.bit):
        sentence = cable.sentences[place]
        if place not in behind and event_days.may_name_day(sentence.signs, sentence.text):
            stops_told = tuple(_in_one(cable, sentence))
            found += [(place, stops_told)] if len(stops_told) >= FEWEST else []
    return found


def _under_titles(cable: Cable, masked: frozenset[int]) -> list[tuple[int, tuple[Event, ...]]]:
    """Return the stops that stand as sentences of their own under a title or behind a word: "Schedule. Georgetown, April 23-27."."""
    found: list[tuple[int, tuple[Event, ...]]] = []
    for lead in cable.sentences.holding(_SCHEDULES.bit):
        if _SCHEDULE.fullmatch(cable.sentences[lead].text):
            name = _name("", cable.header.subject or "")
            run = list(_run(cable, masked, lead + 1, name)) if name else []
            found += run if sum(len(events) for _, events in run) >= FEWEST else []
    return found


def _in_one(cable: Cable, sentence: Sentence) -> Iterator[Event]:
    """Yield the stops that one sentence lists behind what they are: "The itinerary is Quito May 9-11, Lima May 12-14"."""
    text = sentence.text[:LONGEST_SENTENCE]
    days = list(event_days.mentions(text, cable.header))
    if len(days) < FEWEST or not stops.ORDERING.isdisjoint(sentence.words):
        return
    first = _FIRST_PLACE.search(text[: days[0].start])
    lead = _TOLD_LEAD.search(text[: first.start()]) if first else None
    if first is None or lead is None or _GONE.search(lead[0].lower()):
        return
    places = [first["place"]]
    for before, day in pairwise(days):
        match = _NEXT_PLACE.fullmatch(text, before.end, day.start)
        if match is None:
            return
        places.append(match["place"])
    is_known = not text.isupper() or any(place.lower() in ALL_PLACES for place in places)  # not "PORT SAFETY"
    if is_known and all(_NO_PLACE.match(place) is None for place in places):
        name = _name(lead[0], cable.header.subject or "") or lead["what"] or lead["held"]
        yield from _events(cable, sentence, name, places, days)


def _in_brackets(cable: Cable, sentence: Sentence) -> Iterator[Event]:
    """Yield what one sentence tells of a journey, where each place has its days in brackets and the subject names the whole."""
    text = sentence.text[:LONGEST_SENTENCE]
    name = _name("", cable.header.subject or "")
    if name is None or _ON_THE_WAY.search(text.lower()) is None or ") " not in text:
        return
    days = list(event_days.mentions(text, cable.header))
    places = [_IN_BRACKETS.search(text[: day.start]) for day in days]
    is_one_way = all(_BETWEEN_STOPS.fullmatch(text, one.end, other.start) for one, other in pairwise(days))
    if None in places or not is_one_way:
        return
    yield from _events(cable, sentence, name, [place["place"] if place else None for place in places], days)


def _run(
    cable: Cable, masked: frozenset[int], first: int, name: str
) -> Iterator[tuple[int, tuple[Event, ...]]]:
    """Yield the sentences from one on that hold stops and nothing else, each with its events."""
    for i in range(first, len(cable.sentences)):
        events = () if i in masked else tuple(_stops(cable, cable.sentences[i], name))
        if not events:
            return
        yield i, events


def _leads(lead: Sentence) -> bool:
    if not lead.text.endswith(":") or not stops.ORDERING.isdisjoint(lead.words):
        return False
    low = lead.text.lower()
    is_order = order_at(low) is not None or _BY_DATES.search(low) is not None
    return not is_order and _LEAD.search(low) is not None and _GONE.search(low) is None


def _stops(cable: Cable, sentence: Sentence, name: str) -> Iterator[Event]:
    text = sentence.text[:LONGEST_SENTENCE]
    may_be = text[:1].isupper() or text[:1] in "-(*•"
    days = list(event_days.mentions(text, cable.header)) if may_be else []
    places = [_place(text, begin, day) for begin, day in _with_begins(days)]
    if not days or None in places or not _BEHIND.match(text, days[-1].end):
        return
    yield from _events(cable, sentence, name, places, days)


def _events(
    cable: Cable, sentence: Sentence, name: str, places: Sequence[str | None], days: Sequence[Mention]
) -> Iterator[Event]:
    """Yield an event for each place with its days."""
    for place, day in zip(places, days, strict=True):
        yield Event(
            name=name,
            start_on=day.first_on,
            end_on=day.last_on,
            place=place,
            evidence=cable.evidence(sentence.start, sentence.end),
        )


def _with_begins(days: list[Mention]) -> Iterator[tuple[int, Mention]]:
    """Yield each day with the place where the one before it ends."""
    yield from ((0, day) for day in days[:1])
    yield from ((before.end, day) for before, day in pairwise(days))


def _place(text: str, begin: int, day: Mention) -> str | None:
    match = _PLACE.fullmatch(text, begin, day.start)
    return None if match is None or _NO_PLACE.match(match["place"]) else match["place"]


def _name(lead: str, subject: str) -> str | None:
    """Return the part of the subject that names what happens, else of the lead; None where neither does."""
    for part in (*_PARTING.split(subject), *_PARTING.split(lead)):
        if event_words.NOUN.search(part.lower()):
            return part.strip(" :.")
    return None
