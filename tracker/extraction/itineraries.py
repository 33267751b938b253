"""Visits told by their stops, a line each: one event from the first day to the last, or one at each place between arrivals."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tracker.cable import stops
from tracker.cable.hints import Family
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import event_days, stays
from tracker.extraction.dates import NUMBERED
from tracker.extraction.proposals import Event

_VISITOR = re.compile(
    r"\b(?:visits?|tour|trip|travel|teams?|delegation|party|missions?|expeditions?|codel|staffdel|nodel|group|itinerary|visitors?|secretary|senators?"
    r"|congressm[ae]n|orchestra|ballet|choir|company|specialists?|lecturer|inspectors?)\b",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"\b(?:arriv\w+|depart\w*|leaves?|lv|ar|etd|eta|visits?|calls? on|fl(?:y|ies|ight)|tours?|itinerary|schedule|travels?|reach(?:es)?|plans?)\b",
    re.IGNORECASE,
)
_ARRIVES = re.compile(r"\b(?:reach(?:es)?|arrives?|will arrive|lands?|due (?:in|at))\b", re.IGNORECASE)
_SEPARATE = re.compile(
    r"\b(?:conference|session|summit|symposium|seminar|congress|fair|exhibition|elections?|vote)\b",
    re.IGNORECASE,
)
_BARE = re.compile(  # right before a day, in a list without a verb of its own: "ARRIVE LIMA MAY 9; DEPART MAY 12 FOR QUITO"
    r"(?:^|[:;,.(/-]) ?(?:[A-Z][\w'-]+ ){0,2}(?P<what>(?i:arriv(?:e|ing)|arr|eta|depart(?:ing)?|dep|leav(?:e|ing)|lv|etd))\b\.?"
    r"(?: [A-Z][\w.'-]*){0,3},?(?i: on)? $",
)
_ARRIVALS = Family("arrive arriving arr eta".split())
_DEPARTURES = Family("depart departing dep leave leaving lv etd".split())
_ONE = frozenset({"he", "she"})
_TRAVELLER = re.compile(
    r"\b(?:he|she|they|ministers?|president|ambassador|chairman|king|queen|governor|mayor|admiral|general|professor|dr|mr|mrs|ms|experts?|officials?|officers?|artists?|author|poet)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:exhibit|exhibition|exhibits|show|film|films|play|concert|display|collection|musicians?|singers?|dancers?|band|quartet|trio|pianist|poets?|writers?|lecturers?|speakers?)\b",
    re.IGNORECASE,
)
_IT = frozenset("it he she they".split())
_TO_VERB = re.compile(
    r" (?:(?:will|is to|are to|plans to|plan to|intends to|is due to|expects to|hopes to) )?(?:then |first |also )?(?:be )?(?:\w+)(?: out)?(?: this \w+)?,?(?: (?:in|at|to|on view|on show|on display|shown|seen))*(?: in| at)? ?$",
    re.IGNORECASE,
)
_PARTING = re.compile(r"[.:;] |\s--? ")
_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
FEWEST = 3  # stops
FEWEST_STAYS = 2
MOST_BEFORE = 12  # sentences looked through before a list of stops
LONGEST_TRIP = timedelta(days=90)
LONGEST_WAY = timedelta(days=3)  # from an arrival told before the list to its first stop


def trips(cable: Cable, masked: frozenset[int]) -> list[tuple[tuple[Event, ...], range]]:
    """Return each visit that a list of stops tells, and the sentences of the list.

    trip = lead {stop}, three at least, their days in order; the subject or the lead names who travels. Where the stops
    tell of two arrivals, and nothing gives the whole its days, the visit is one event at each place.
    """
    return [(found, run) for run in _runs(cable, masked) if (found := _trip(cable, run))]


def told_at_once(cable: Cable, masked: frozenset[int]) -> Iterator[Event]:
    """Yield the visits of which one sentence tells the arrivals and departures: "ITINERARY: ARRIVE LIMA MAY 9; DEPART MAY 12"."""
    for i in cable.sentences.holding(_ARRIVALS.bit):
        sentence = cable.sentences[i]
        if not sentence.signs & _DEPARTURES.bit or i in masked:
            continue
        lead = cable.sentences[i - 1].text if i else ""
        legs = _legs(cable, sentence)
        starts = [day for _, day in legs]
        is_trip = (
            len(legs) > 1 and legs[0][0] in _ARRIVALS and not _DEPARTURES.isdisjoint(how for how, _ in legs)
        )
        is_in_order = starts == sorted(starts) and is_trip and starts[-1] - starts[0] <= LONGEST_TRIP
        subject = cable.header.subject or ""
        if is_in_order and _VISITOR.search(f"{subject} {lead} {sentence.text}"):
            yield Event(
                name=_name(subject, f"{lead} {sentence.text}"),
                start_on=starts[0],
                end_on=starts[-1],
                place=None,
                evidence=cable.evidence(sentence.start, sentence.end),
            )


def told_in_prose(cable: Cable, masked: frozenset[int]) -> list[tuple[tuple[Event, ...], range]]:
    """Return each visit to several places of which one sentence tells, or two: "He arrives in Hanoi on May 19, flies to Hue on"."""
    subject = cable.header.subject or ""
    found: list[tuple[tuple[Event, ...], range]] = []
    for i in cable.sentences.holding(stays.MOVING):
        sentence = cable.sentences[i]
        row = _in_a_row(cable, sentence) if i not in masked and stays.may_tour(sentence) else ()
        if row:
            found.append((row, range(i, i + 1)))
            continue
        is_trip = sentence.signs & stays.ARRIVING.bit and sentence.signs & stays.LEAVING.bit
        if not is_trip or i in masked:
            continue
        who = stays.before_moves(sentence.text)
        is_visit = _VISITOR.search(f"{subject} {who}") or _TRAVELLER.search(who)
        run, legs = _prose(cable, i, masked)
        is_told_so = len(legs) >= FEWEST_STAYS or (bool(legs) and who.lower() in _ONE)
        if is_visit and is_told_so and all(is_told(cable.sentences[n]) for n in run):
            where = sentence.start, cable.sentences[run.stop - 1].end
            told = stays.with_first_move(sentence.text) if who.lower() in _ONE else who
            name = _name(subject, "") if _VISITOR.search(subject) else told
            found.append((_at_places(cable, name, legs, where), run))
    return found


def _in_a_row(cable: Cable, sentence: Sentence) -> tuple[Event, ...]:
    """Return one event at each place of a tour that a sentence tells with one verb: "It will hang in Dublin, April 2-20; in Oslo, May 7-25"."""
    legs = stays.listed(sentence.text, cable.header) if _DAY.search(sentence.text) else []
    if not legs:
        return ()
    subject, who = cable.header.subject or "", sentence.text[: sentence.text.find(legs[0].place)]
    is_them = _VISITOR.search(who) or _TRAVELLER.search(who) or _SHOWN.search(who)
    is_it = who.split(maxsplit=1)[0].lower() in _IT and (_VISITOR.search(subject) or _SHOWN.search(subject))
    if not (is_them or is_it):
        return ()
    name = _TO_VERB.sub("", who).strip(" ,:-") if is_them else _name(subject, "")
    return _at_places(cable, name or subject, legs, (sentence.start, sentence.end))


def _prose(cable: Cable, place: int, masked: frozenset[int]) -> tuple[range, list[stays.Stay]]:
    """Return the stays of which a sentence tells, together with the next of its paragraph if that tells more, and those read."""
    said = cable.sentences
    told = stays.moves(said[place].text, cable.header)
    legs = stays.between(told)
    behind = place + 1
    if behind in masked or behind >= len(said) or said[behind].paragraph != said[place].paragraph:
        return range(place, behind), legs
    more = stays.between(told + stays.moves(said[behind].text, cable.header)) if told else []
    return (range(place, behind + 1), more) if len(more) > len(legs) else (range(place, behind), legs)


def _at_places(cable: Cable, name: str, legs: list[stays.Stay], where: tuple[int, int]) -> tuple[Event, ...]:
    evidence = cable.evidence(*where)
    return tuple(
        Event(name=name, start_on=leg.first_on, end_on=leg.last_on, place=leg.place, evidence=evidence)
        for leg in legs
    )


def _legs(cable: Cable, sentence: Sentence) -> list[tuple[str, date]]:
    """Return what is done on the days of a sentence that arrives or departs without a subject, and the first of the days."""
    behind = 0
    found: list[tuple[str, date]] = []
    for day in event_days.mentions(sentence.text, cable.header):
        bare = _BARE.search(sentence.text[behind : day.start])
        behind = day.end
        if bare is not None:
            found.append((bare["what"].lower(), day.first_on))
    return found


def is_told(sentence: Sentence) -> bool:
    """Return whether a stop is part of the visit only, and no event of its own, as a conference is."""
    return _SEPARATE.search(sentence.text) is None


def _runs(cable: Cable, masked: frozenset[int]) -> Iterator[range]:
    """Yield the lists of stops that follow one another in a paragraph."""
    said, run = cable.sentences, range(0)
    for i in said.holding(NUMBERED.bit):
        if i in masked or not stops.stands_at(said[i].text):
            continue
        if i == run.stop and said[i].paragraph == said[run.start].paragraph:
            run = range(run.start, i + 1)
            continue
        if run:
            yield run
        run = range(i, i + 1)
    if run:
        yield run


def _trip(cable: Cable, run: range) -> tuple[Event, ...]:
    said = cable.sentences
    lead = said[run.start - 1].text if run.start else ""
    subject = cable.header.subject or ""
    words = f"{lead} {' '.join(said[i].text for i in run)}"
    if len(run) < FEWEST or not _VISITOR.search(f"{subject} {lead}") or not _TRAVEL.search(words):
        return ()
    days = [next(event_days.mentions(said[i].text, cable.header), None) for i in run]
    dated = [day for day in days if day is not None]
    starts = [day.first_on for day in dated]
    if len(dated) < len(run) or starts != sorted(starts) or dated[-1].last_on - starts[0] > LONGEST_TRIP:
        return ()
    whole = Event(
        name=_name(subject, lead),
        start_on=_arrival(cable, run, starts[0]),
        end_on=dated[-1].last_on,
        place=None,
        evidence=cable.evidence(said[run.start].start, said[run.stop - 1].end),
    )
    dated_stops = [(said[i].text, day) for i, day in zip(run, dated, strict=True)]
    is_whole = _DAY.search(subject) is not None or _is_told_whole(cable, run, starts[0], dated[-1].last_on)
    legs = [] if is_whole else stays.between(dated_stops)
    if len(legs) < FEWEST_STAYS:
        return (whole,)
    return _at_places(cable, whole.name, legs, (said[run.start].start, said[run.stop - 1].end))


def _is_told_whole(cable: Cable, run: range, first_on: date, last_on: date) -> bool:
    """Return whether a sentence before the list tells of one visit over all its days: "WILL VISIT ROMANIA AND HUNGARY AUGUST 12-18"."""
    before = (cable.sentences[i].text for i in range(max(0, run.start - MOST_BEFORE), run.start))
    return any(
        (day.first_on, day.last_on) == (first_on, last_on)
        for text in before
        if _TRAVEL.search(text)
        for day in event_days.mentions(text, cable.header)
    )


def _name(subject: str, lead: str) -> str:
    """Return the part of the subject that names who travels, else of the lead."""
    parts = [*_PARTING.split(subject), *_PARTING.split(lead)]
    return next((part.strip(" :.") for part in parts if _VISITOR.search(part)), subject)


def _arrival(cable: Cable, run: range, first_on: date) -> date:
    """Return the day on which those who travel arrive, where it is told in the same paragraph right before the list."""
    number = cable.sentences[run.start].paragraph
    for i in range(max(0, run.start - 2), run.start):
        sentence = cable.sentences[i]
        if sentence.paragraph != number or not _ARRIVES.search(sentence.text):
            continue
        for day in event_days.mentions(sentence.text, cable.header):
            if timedelta(0) <= first_on - day.first_on <= LONGEST_WAY:
                return day.first_on
    return first_on
