"""Meetings, visits, exercises and votes with their days: what a deadline may hang on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tracker.cable.hints import has_any, small, words_in
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import (
    calendars,
    circuits,
    dates_chosen,
    event_claims,
    event_days,
    event_places,
    event_verbs,
    event_words,
    happenings,
    itineraries,
    names_before_days,
    no_events,
    told_again,
    unasked,
)
from tracker.extraction.asking import LONGEST_SENTENCE
from tracker.extraction.dates import Mention, mentioned_days
from tracker.extraction.event_names import (
    HOLIDAY,
    LASTING,
    MEETING_OF,
    MOVED,
    OF_BODY,
    OF_DAY,
    OF_KIND,
    OF_OWNER,
    OF_WHOM,
    SAYING,
    SITTING,
    WITH_WHOM,
    distance,
    name_of,
    place_of_words,
)
from tracker.extraction.proposals import ActionRequest, Event

_CAPITAL = re.compile(r"[A-Z]")
_SET_DAY = re.compile(
    r"\b(?:by|nlt|no later than|not later than|earlier than|later than|sooner than|due|until|cob|as of|as from|nights? of|past|beyond|since|through|dated|beginning of business|deadline (?:is|of)|within|valid|"
    r"effective|before|prior to|response|on or before|of (?:the )?reftel)(?: \d{4}(?: hours)? on| cob| close of business| noon| (?:mon|tues|wednes|thurs|fri)day,?)? ?$",
    re.IGNORECASE,
)
_HELD = re.compile(  # in small letters
    r"\b(?:held|(?:was|were) (?:conducted|carried out)|took place|holds?|runs? an?|giv(?:e|es|ing) an?|tak(?:e|es|ing) place|convenes?|hosted by|runs? from|begins?|opens?|will (?:host|meet|convene)"
    r"|(?<!which )(?:is|are) (?:\w+ )?(?:scheduled|planned|slated|set)|ha(?:s|ve) (?:\w+ )?been (?:scheduled|planned|slated|set|fixed|called|pencill?ed in)|, (?:now |next |tentatively )?(?:set|scheduled|called|fixed|planned|slated) (?:for|on|to begin)"
    r"|(?:stays|stands|remains) (?:where it (?:was|is)|as (?:it was|planned|set|announced)|unchanged|put)|keeps? (?:its|their) (?:day|date|place|slot)s?"
    rf"|(?:{MOVED}|slipped) (?:(?:the|its|their|this|that) (?:[\w'’-]+ ){{1,4}}?)?(?:from|to|until|till)|ha(?:s|ve) (?:set|called|fixed|convened|announced|scheduled) an? (?:new |further |public |second )?(?:hearing|session|meeting|conference)|invit(?:es?|ed|ing) [^.;]{{0,40}}?to (?:an?|the|its|his|her))\b"
)
_IS_ON = re.compile(  # in small letters
    r"\bdates? (?:of|for|set for|proposed for) the (?:[\w-]+ ){1,4}(?:is|are|will be) |\b(?:is|are) (?:on|from) (?:the )?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|\w+day|\d{1,2}(?:st|nd|rd|th)?\b)"
)
_SINCE = re.compile(
    r"\bsince (?:the |its |our )?(?:[\w'-]+ ){0,4}$", re.IGNORECASE
)  # "since the Rabat session of May 3"
_LEG = re.compile(
    r"\)?[,;]? (?:and |then )?(?:again |(?:to |in |at )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2},? )?(?:on )?\(?$"
)  # "… March 26-28 and Jakarta March 29-30"
_STOP = re.compile(r"[A-Z][\w' -]{2,40}: $")  # of a timetable: "Lome: November 4-6"
_ON = re.compile(r"(?:^|[,;] )on (?:\w+day,? )?$", re.IGNORECASE)
_MEETS_OR_HELD = re.compile(
    r"\b(?:met|meets?|held|convene[sd]?|took place|takes place|will|opens?|opened|begins?|began)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:working|level|study|experts?|contact|steering|suppliers|consultative|advisory|liaison|ministerial) $",
    re.IGNORECASE,
)
_TIMETABLE = re.compile(r"\b(?:schedule|itinerary|timetable|dates|calendar|program|stops)\b", re.IGNORECASE)
_HELD_ITS = re.compile(  # right before a meeting: "held its annual general meeting on March 20"
    r"\bheld (?:(?:its|their|the|an?) )?(?:\w+ ){0,2}$", re.IGNORECASE
)
_OWN = frozenset(
    "our its their his her the next first second third last this that an a any each every".split()
)
_AT = re.compile(
    r"\b(?:at|during|for|host(?:s|ing)?|hold(?:s|ing)?|attend(?:s|ing)?|conduct(?:s|ing)?|watch|observe|monitor|cover|join|address|chair|follow) (?:an?|the) (?:[\w'-]+ ){0,4}$",
    re.IGNORECASE,
)
FARTHEST = 120  # characters from a day to the end of its noun: more than MOST_BETWEEN allows
TAIL = 40  # characters that tell one ask from another
MOST_A_DAY = 20  # events of one day that are compared with a new one
_IN_SESSION = event_words.SPANNING | event_words.STUDIES | event_words.HELD_LONG | event_words.SEATED
_BARE_KINDS = event_words.SPANNING | event_words.DAILY


def events(cable: Cable, masked: frozenset[int], actions: Sequence[ActionRequest]) -> tuple[Event, ...]:
    """Return the events with a day that the subject and the sentences outside the papers name, each once."""
    due = {(a.evidence.quote[-TAIL:], a.deadline.day) for a in actions if a.deadline}
    found: dict[date | None, list[Event]] = {}
    trips = itineraries.trips(cable, masked)
    trips += itineraries.told_in_prose(cable, masked | {i for _, run in trips for i in run})
    rounds = circuits.circuits(cable, masked) + calendars.lists(cable, masked)
    told = frozenset(i for _, run in trips for i in run if itineraries.is_told(cable.sentences[i]))
    told |= {i for i, _ in rounds}
    for event in (
        *(stay for visit, _ in trips for stay in visit),
        *(stop for _, stops in rounds for stop in stops),
        *itineraries.told_at_once(cable, masked | told),
        *_in_sentences(cable, masked | told, due),
    ):
        known = found.setdefault(event.start_on, [])
        if not any(event_days.is_same(event, other) for other in known[:MOST_A_DAY]):
            known.append(event)
    for event in _in_subject(cable):
        known = found.setdefault(event.start_on, [])
        near = known[:MOST_A_DAY]
        known += (
            []
            if any(event_days.is_same(event, o) or event_days.is_within(o, event) for o in near)
            else [event]
        )
    return tuple(event for day in found.values() for event in day)


def _is_telling(event: Event, sent_on: date | None) -> bool:
    """Return whether an event has a name of its own or a place: "the next session on March 3" has neither."""
    words = event.name.lower().split()
    is_past = sent_on is not None and event.start_on is not None and event.start_on < sent_on
    if is_past and _only_dates(words[-1], event):
        return False
    if words[-1] not in ("committee", "commission"):  # "the Third Committee" is a name
        words = [w for w in words if w not in _OWN] or words
    is_span = words[0] in _IN_SESSION and event.start_on != event.end_on
    is_named = is_span or len(words) > 1 or event.place is not None or words[0] in event_words.TELLING
    quote = _told_in(event)
    is_kind = words[-1] not in _BARE_KINDS  # "The ceremony is on May 6"
    is_named = (
        is_named
        or bool(OF_KIND.search(quote) or OF_OWNER.search(quote))
        or (is_kind and _IS_ON.search(quote.lower()) is not None)
    )
    is_named = is_named or (not is_past and " with " in quote.lower() and WITH_WHOM.search(quote) is not None)
    is_named = is_named or (not is_past and event_claims.is_claimed(quote))
    return is_named or _is_held(event) or any(told.search(quote) for told in (OF_WHOM, OF_BODY, OF_DAY))


def _told_in(event: Event) -> str:
    """Return the sentence that tells of an event, as far as rules look at one."""
    return event.evidence.quote[:LONGEST_SENTENCE]


def _only_dates(noun: str, event: Event) -> bool:
    """Return whether a past event with this noun only dates what was said there: "at a March 4 lunch the minister asked"."""
    quote = _told_in(event)
    if event_claims.is_named_day(event.name):
        return False
    if _HELD_ITS.search(quote.partition(event.name)[0]):
        return False
    is_daily = noun in event_words.DAILY or (noun in event_words.MEALS and SAYING.search(quote) is not None)
    return is_daily and not (event.place or SITTING.search(quote) or OF_KIND.search(quote))


def _is_held(event: Event) -> bool:
    """Return whether the sentence says that an event is held, sat in or attended."""
    quote = _told_in(event)
    return bool(_HELD.search(quote.lower()) or SITTING.search(quote)) or _is_attended(event)


def _is_attended(event: Event) -> bool:
    """Return whether a sentence of what is to come speaks of being at an event: "will be told at a press briefing on"."""
    before, _, behind = _told_in(event).partition(event.name)
    return bool(behind) and bool(_AT.search(before) and event_days.COMING.search(before))


def _in_sentences(cable: Cable, masked: frozenset[int], due: set[tuple[str, date | None]]) -> Iterator[Event]:
    """Yield the events of the sentences, but for the days by which something is due."""
    sent_on = cable.header.sent_at.date() if cable.header.sent_at else None
    for i, sentence in enumerate(cable.sentences):
        if i in masked:
            continue
        text = sentence.text[:LONGEST_SENTENCE]
        named: Iterable[Mention]
        if event_days.may_name_day(sentence.signs, text):
            named = event_days.mentions(text, cable.header)  # looked for when they are asked for
        else:
            named = event_days.told_alone(cable, i) if has_any(text, event_days.ON_THE) else ()
        if not named:
            continue
        if not (event_words.may_name_event(sentence) or _is_titled(sentence)) or unasked.is_weighed(text):
            continue
        days = (
            day
            for day in named
            if (text[-TAIL:], day.last_on) not in due
            and not (event_days.is_end(text, day) or no_events.is_likely(text, day.start))
            and not no_events.is_of_paper(text, day.start)
            and not names_before_days.is_issue(text, day)
        )
        yield from _on_days(cable, i, days, sent_on)


def _is_titled(sentence: Sentence) -> bool:
    """Return whether a timetable stands under the title above a sentence."""
    title = sentence.heading
    return title is not None and bool(_TIMETABLE.search(title) or calendars.HEADING.search(title))


def _on_days(cable: Cable, place: int, days: Iterable[Mention], sent_on: date | None) -> Iterator[Event]:
    """Yield the events of the days of a sentence, those of one visit as one."""
    sentence = cable.sentences[place]
    behind: tuple[int, Event] | None = None
    for mention in days:
        if behind is not None and _is_next_leg(sentence.text, mention, behind):
            behind = mention.end, replace(behind[1], end_on=mention.last_on)
            continue
        if behind is not None:
            yield behind[1]
        found = [e for e in _events_at(cable, sentence, mention) if _is_telling(e, sent_on)]
        found = found or list(_further(cable, place, mention, behind))
        yield from found[:-1]
        behind = (mention.end, found[-1]) if found else None
    if behind is not None:
        yield behind[1]


def _is_next_leg(text: str, mention: Mention, behind: tuple[int, Event]) -> bool:
    """Return whether a visit goes on elsewhere on the day on which it ends: "Lima May 3-5 and Quito May 5-8"."""
    return mention.first_on == behind[1].end_on and _LEG.fullmatch(text, behind[0], mention.start) is not None


def _further(cable: Cable, place: int, mention: Mention, behind: tuple[int, Event] | None) -> Iterator[Event]:
    """Yield what a day adds to the event before it in its sentence ("and again May 8-10"), or a stop of a timetable."""
    sentence = cable.sentences[place]
    text = sentence.text[: mention.start]
    headed = calendars.headed(sentence.text[:LONGEST_SENTENCE], mention) or calendars.entry(sentence, mention)
    if headed is not None:
        yield _event(cable, sentence, mention, (headed, mention.end))
        return
    is_leg = behind is not None and _LEG.fullmatch(text, behind[0]) is not None
    is_leg = is_leg and happenings.VERBS.isdisjoint(words_in(text[behind[0] :].lower() if behind else ""))
    if behind is not None and is_leg and not happenings.SHUT.search(text[-40:].lower()):
        yield _event(cable, sentence, mention, (behind[1].name, mention.end))
        return
    may_tell = happenings.may_tell(sentence)
    chosen = dates_chosen.of_what(sentence.text[:LONGEST_SENTENCE], mention, sentence.signs)
    told = (chosen, mention.end) if chosen else None
    if told is None and may_tell:
        told = _told(sentence.text[:LONGEST_SENTENCE], mention, behind)
    if told is None:
        again = told_again.name_before(cable, place, (mention.start, mention.end))
        told = (again, mention.end) if again else None
    if told is not None:
        yield _event(cable, sentence, mention, told)
    elif text.endswith(": ") and _STOP.search(text[-45:]) and _TIMETABLE.search(sentence.heading or ""):
        yield _event(cable, sentence, mention, (sentence.heading or "", mention.end))


def _told(text: str, mention: Mention, behind: tuple[int, Event] | None) -> tuple[str, int] | None:
    """Return what the words tell of a day; behind a comma that ends another event's clause they begin there."""
    cut = behind[0] + 2 if behind is not None and text.startswith(", ", behind[0]) else 0
    clause = mention._replace(start=mention.start - cut, end=mention.end - cut)
    found = happenings.named(text[cut:], clause) if cut else None
    return (found[0], mention.end) if found else happenings.named(text, mention)


def _in_subject(cable: Cable) -> list[Event]:
    """Return the events that the SUBJECT names with their days."""
    subject, sent_at = cable.header.subject or "", cable.header.sent_at
    low = subject.lower()
    words = words_in(low)
    has_noun = any(event_words.nouns_in(low, 0, len(low)))
    start = place_of_words(cable.text, subject) if has_noun else None
    if start is None:
        return []
    sentence = Sentence(text=subject, start=start[0], end=start[1], paragraph=None, heading=None, words=words)
    days = mentioned_days(subject, sent_at) if sent_at else event_days.mentions(subject, cable.header)
    found = [e for mention in days for e in _events_at(cable, sentence, mention)]
    return [event_days.nearer(event, sent_at.date()) for event in found] if sent_at else found


def _events_at(cable: Cable, sentence: Sentence, mention: Mention) -> Iterator[Event]:
    """Yield the event whose noun stands nearest to the day, if it is near enough to be meant."""
    text = sentence.text[:LONGEST_SENTENCE]
    named = names_before_days.named_before(text, mention, sentence.words)
    if named:
        if not HOLIDAY.fullmatch(named):
            yield _event(cable, sentence, mention, (named, mention.end))
        return
    noun = None if event_words.NOUN_WORDS.isdisjoint(sentence.words) else _nearest(text, mention)
    if noun is None:
        return
    name = name_of(text, noun)
    is_study = noun.group() in event_words.STUDIES
    if is_study and mention.first_on == mention.last_on and not _HELD.search(small(text), noun.end()):
        return
    is_round = noun.group() in ("round", "rounds") and text.startswith((" of ", " with "), noun.end())
    is_weak = (
        noun.group() in event_words.WEAK
        and not (is_round or _is_beside(text, noun, mention))
        and not (mention.first_on != mention.last_on and (is_study or LASTING.search(text[: noun.start()])))
        and not _CAPITAL.search(name.replace(text[slice(*noun.span())], ""))
    )
    if is_weak and not _HELD.search(small(text), noun.end()):
        return
    is_behind = mention.end > noun.start() or "," in text[mention.end : noun.start()]
    is_since = _SINCE.search(text[: noun.start()]) is not None and text.startswith(
        (" of ", " OF "), noun.end()
    )
    is_due = is_behind and _SET_DAY.search(text[max(0, mention.start - 40) : mention.start])
    if HOLIDAY.fullmatch(name) or is_due or is_since or _is_deed(text, mention, noun):
        return
    yield _event(cable, sentence, mention, (name, noun.end()))


def _is_beside(text: str, noun: re.Match[str], mention: Mention) -> bool:
    """Return whether days stand right beside a fair or a body, which then sits: "trade fair November 3-12", "the March 5-9 Board"."""
    if mention.end + 1 == noun.start():
        return text[noun.start()].isupper() and text[: mention.start].lower().endswith(("the ", "its "))
    is_span = mention.first_on != mention.last_on and text[noun.end() : mention.start] in (" ", ", ", " (")
    return is_span and noun.group() in event_words.HELD_LONG


def _is_deed(text: str, mention: Mention, noun: re.Match[str]) -> bool:
    """Return whether a day only dates what a body did: "On May 29 the Committee decided"."""
    if mention.end > noun.start():
        return False
    is_dated = noun.group() in event_words.WEAK and _ON.search(text[: mention.start]) is not None
    is_done = is_dated and _MEETS_OR_HELD.search(text, noun.end()) is None
    return is_done or happenings.DID.match(text, mention.end) is not None


def _nearest(text: str, mention: Mention) -> re.Match[str] | None:
    """Return the noun of an event that stands nearest to a day, None where none is near enough."""
    nearest: tuple[int, re.Match[str]] | None = None
    low, day = small(text), (mention.start, mention.end)
    for noun in event_words.nouns_in(low, max(0, mention.start - FARTHEST), mention.end + FARTHEST):
        before = text[max(0, noun.start() - FARTHEST) : noun.start()]
        is_people = noun.group() == "group" and not _GROUP.search(before)
        is_people = is_people or (
            noun.group() in event_words.SEATED_GROUPS and MEETING_OF.search(before) is not None
        )
        is_none = (
            is_people or event_verbs.is_verb(text, noun) or no_events.is_none(text, low, noun.span(), day)
        )  # "the Western group" is people
        far = None if is_none else distance(text, noun, mention)
        if far is not None and noun.group() in event_words.SECOND:
            far += 30
        if far is not None and (nearest is None or far < nearest[0]):
            nearest = (far, noun)
    return nearest[1] if nearest else None


def _event(cable: Cable, sentence: Sentence, mention: Mention, named: tuple[str, int]) -> Event:
    """Return the event of a name that ends at a place in the sentence, and a day."""
    text, (name, end) = sentence.text[:LONGEST_SENTENCE], named
    first_on, last_on = event_days.days_meant(text, mention, cable)
    return Event(
        name=name,
        start_on=first_on,
        end_on=last_on,
        place=event_places.place_of(text, end, mention),
        evidence=cable.evidence(sentence.start, sentence.end),
    )
