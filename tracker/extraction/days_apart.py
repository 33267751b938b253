"""A day told apart from its ask: "Each post is asked to nominate one officer. The deadline for nominations is June 3."

Read here is only what such a sentence tells: the day, and the words for what is wanted by it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from tracker.cable.hints import Family, has_any, small
from tracker.cable.parts import Sentence
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import soon_enough
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.dates import MAY_BE_DAY, may_belong_to_day
from tracker.extraction.deadline_lines import LONGEST_DAY
from tracker.extraction.proposals import Deadline
from tracker.extraction.soon_enough import Place

SIGNS = Family(
    """deadline deadlines suspense due last final latest closing cutoff cut close closes end ends shut shuts until till through
    after later date day""".split()
)  # one of them stands in whatever is read here
_COMING = Family(
    "received submitted sent arrive arrives arriving reach reaches reaching come comes coming".split()
)
_TAKEN_WORDS = Family(
    "account considered included reflected used accepted entertained processed weighed".split()
)
_LIMITS = Family(
    "deadline suspense cut cutoff date day moment".split()
)  # one stands in whatever _LIMIT finds
_CLOSES = Family("close closes end ends shut shuts".split())
_UNTILS = Family("until till through up".split())  # in whatever _UNTIL finds
_HOLDS_OPEN = Family(
    "accept take receive consider hold process use accepted taken received open entertained considered".split()
)
_LATE = Family("after later".split())
_APART = _LIMITS.bit | _CLOSES.bit | _LATE.bit | _TAKEN_WORDS.bit
_UP_TO = (" up to ", " UP TO ")
_WHEN = r"(?:date|day|moment)"
_LIMIT = (
    rf"(?P<limit>deadline|suspense(?: date)?|cut-?off(?: {_WHEN})?|(?:closing|due|cut-?off) {_WHEN}|(?:last|final|latest) (?:possible |useful |practicable |practical |acceptable )?{_WHEN}"
    rf"|(?:reply|reporting|response|submission|return|filing|target|entry|nomination) date|{_WHEN} by which)(?![\w'’-])"
)
_WHOSE = r"(?P<whose>(?:[\w'’/-]+ ){0,4}?)"
_NAMED = re.compile(  # "The deadline for nominations is June 3"
    rf"(?:please (?:also )?(?:note|remember|bear in mind) that |note that |again, |as before, )?{_WHOSE}{_LIMIT}"
)
_IS = re.compile(
    r" (?:itself |here |therefore |now |again |for all )?(?:is|falls|remains|stays|will be|shall be|comes|(?:has been|is|was) (?:set|fixed)(?: for| at| as)?)(?: now| again| therefore| still| once more)?(?: on)? "
)
_TURNED = re.compile(  # "October 21 is the deadline for certifications"
    rf",? (?:is|was set as|is set as|has been set as|remains|will be|marks) (?:also |therefore |again |now |then )?{_WHOSE}{_LIMIT}"
)
_SET = re.compile(  # "The Bureau has set June 3 as the deadline for nominations"
    rf"(?P<who>[\w/' -]{{2,40}}?) (?:ha(?:s|ve) (?:now |therefore |again )?)?(?:set|fixed|chosen|put|named|settled on|agreed on|sets|fixes) (?P<day>.{{3,{LONGEST_DAY}}}?) (?:as|for) {_WHOSE}{_LIMIT}"
)
_SET_AT = re.compile(  # "We have set a deadline of June 3"
    rf"(?P<who>[\w/' -]{{2,40}}?) (?:ha(?:s|ve) (?:now |therefore |again )?)?(?:set|fixed|put|sets|fixes) (?P<whose>(?:a|the|our|this) (?:[\w-]+ ){{0,2}}?){_LIMIT}(?P<what>(?: for [^.;:]{{3,80}}?)?) (?:of|at|for|as) "
)
_OF_DAY = re.compile(  # "A deadline of June 3 has been set for nominations", "There is a suspense of June 3"
    rf"(?:there is |this (?:request |tasking )?has )?{_WHOSE}{_LIMIT}(?P<what>(?: for [^.;:]{{3,80}}?)?) of "
)
_HOLDS = re.compile(r" (?:has been set|is set|applies|holds|stands|has been fixed)(?! to)\b")
_UNTIL = r"(?: here)?(?: only)?,? (?:until|till|through|up to|up until) "
_CLOSE = re.compile(  # "Nominations close June 3", "Names will be accepted until noon June 3"
    rf"(?P<what>(?:[\w'’/-]+ ){{1,6}}?)(?:(?:closes?|will close|(?:is|are) to close|ends?|will end|shuts?)(?: on| at)? |(?:will be|are|is|can be|may be) (?:accepted|taken|received|open|entertained|considered|held open|kept open){_UNTIL})"
)
_TAKEN = re.compile(  # "The system will take entries until June 3"
    rf"[\w/'’ -]{{2,40}}? (?:will|can|is able to|is ready to) (?:still |only )?(?:accept|take|receive|consider|hold|process|use) (?P<what>[^.;,]{{3,60}}?){_UNTIL}"
)
_TOO_LATE = re.compile(  # "Nominations received after June 3 cannot be considered"
    r"(?P<what>(?:[\w'’/-]+ ){1,6}?)(?:(?:that|which|if) )?(?:(?:are |is )?(?:received|submitted|sent|posted|mailed|made|handed in|dated)|com(?:ing|es?)(?: in)?|arriv(?:ing|es?)|reach(?:ing|es)?(?: (?:the )?[\w/]+)?) (?:here |in )?(?:any )?(?:after|later than) "
)
_IN_TIME = re.compile(  # "Views that arrive by June 10 will be taken into account"
    r"(?:only )?(?P<what>(?:[\w'’/-]+ ){1,6}?)(?:(?:that|which|if) )?(?:(?:are |is )?(?:received|submitted|sent|made|in hand|in)|com(?:ing|es?)(?: in)?|arriv(?:ing|es?)|reach(?:ing|es)?(?: (?:the )?[\w/]+)?) (?:here |in )?(?:by|before|on or before|no later than|not later than|nlt) "
)
_TAKEN_IN = re.compile(  # behind the day
    r"[^.;]{0,30}?\b(?:will|can|may|could) (?:still |only |all )?be (?:taken into account|considered|included|reflected|used|accepted|entertained|processed|weighed)\b"
)
_REFUSED = re.compile(  # behind the day
    r"[^.;]{0,30}?\b(?:(?:can|will|may|could|do|does)(?: ?not|n't| no longer)\b|(?:are|is|will be|would be|come|comes|will come) (?:\w+ )?(?:too late|of no use|useless|lost|void|late)|miss(?:es)?\b|will (?:miss|fall|have to|be (?:returned|ignored|lost|left)))"
)
_VERB = re.compile(r" (?:can|cannot|will|may|could|do|does|are|is|would|comes?|miss(?:es)?)\b(?! \d)")
_REFUSING = re.compile(  # "No names can be taken after June 3", "NNSA cannot accept names after June 3"
    r"(?:no (?P<none>(?:[\w'’/-]+ ){1,5}?)(?:can|will|may) (?:\w+ )?be (?:accepted|taken|considered|used|added|made|entered|processed)"
    r"|[\w/'’ -]{2,40}? (?:cannot|can not|will not|can no longer|will no longer) (?:accept|take|consider|use|process|add|enter|hold) (?P<what>[^.;,]{3,60}?)(?: (?:received|submitted|sent|that (?:come|arrive)))?) (?:any )?(?:after|later than) "
)
_DUTIES = r"\b(?:please|kindly|should|must|shall|(?:is|are) (?:\w+ )?(?:to|asked|requested|instructed)|needs? to|ha(?:s|ve) to|(?<!this )(?<!the )(?<!our )(?<!each )requests?|asks?|would (?:appreciate|welcome|be grateful)|unless)\b"
_ASKS = re.compile(_DUTIES)
_BESIDES = re.compile(
    rf"{_DUTIES}|\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)  # what asks, or names another day
_OF_SENDER = re.compile(
    r"(?:the )?(?:bureau|office|desk|program|[a-z]{1,5}/[a-z/]{1,12}|department|washington|board)"
)
_OTHERS = re.compile(
    r"\b(?:states|part(?:y|ies)|governments?|countr\w+|compan\w+|applicants?|bid(?:s|ders?)|travelers?|candidates to|members|firms|offers|tenders|pledges|ratifications?|delegations|ministr\w+|commission|court|parliament|tribunal|public)\b"
)
_OWNED = re.compile(r"\b(?P<who>[\w-]+)['’]s? ")
_OURS = re.compile(
    r"posts?|embass\w+|missions?|consulates?|addressees?|department|bureau|washington|year|month|quarter|week|today|desk"
)
_WORD = re.compile(r"[a-z][\w-]*")
_WHO = re.compile(r"(?:(?:the|our) )?[\w/]+(?: (?:office|desk|bureau))?(?=$| )")
_LEAD = "Deadline: "
_LEAD_OF_COUNTED = "Please reply "  # "one week before June 10"
LONGEST = 320  # characters
_SHORT = 45  # characters: "No later than noon June 3."


class Told(NamedTuple):
    """A day that a sentence only tells, and the words that may say what is wanted by it."""

    deadline: Deadline
    thing: str
    is_use: bool  # how late it is of use to the sender


def told(sentence: Sentence, cast: Cast, deadline: Callable[[str], Deadline | None]) -> Told | None:
    """Return the day that a sentence tells and nothing else, None where it tells none or asks for something besides."""
    text, signs = sentence.text, sentence.signs
    if not signs & MAY_BE_DAY or len(text) > LONGEST:
        return None  # as most
    is_bare = len(text) <= _SHORT and small(text).startswith(soon_enough.LIMITS)
    have, must, them = soon_enough.HAVING
    must_have = is_bare or (signs & have.bit and signs & must.bit and signs & them.bit)
    may_tell = must_have or signs & (SIGNS.bit | soon_enough.SIGNS.bit) or has_any(text, _UP_TO)
    may_tell = may_tell or (signs & _COMING.bit and signs & _TAKEN_WORDS.bit)
    low = small(text) if may_tell else ""
    may_be_use = must_have or soon_enough.may_tell(low, signs)
    may_be_apart = signs & _APART or (signs & _UNTILS.bit and signs & _HOLDS_OPEN.bit)
    if not (may_tell and (may_be_use or may_be_apart) and may_belong_to_day(low, signs)):
        return None
    clause = low.rfind("; ") + 2  # 1 where there is none
    begin = clause if clause > 1 else 0
    if _ASKS.search(low[:begin]):
        return None
    found = _told_of_use(text, low, cast, deadline) if may_be_use else None
    if found or not may_be_apart:
        return found
    return _first_told(text, begin, _places(low[begin:], cast, signs), deadline)


def _first_told(
    text: str, begin: int, places: Iterator[Place], deadline: Callable[[str], Deadline | None]
) -> Told | None:
    """Return the first day that is read at one of the places, counted from `begin`, where nothing is asked besides."""
    for place in places:
        low = small(text)
        found = _day_at(text, begin, place, deadline)
        behind = low[found.end :] if found else ""
        thing = behind if place.what is None else place.what
        is_other = _BESIDES.search(behind) or _OTHERS.search(thing) or _is_theirs(thing)
        is_taken = place.is_refusal and not (_REFUSED.match(behind) or _REFUSING.match(low, begin))
        is_taken = is_taken or (place.is_in_time and not _TAKEN_IN.match(behind))
        if found is not None and not is_other and not is_taken:
            return Told(_in_words(found, text, is_refusal=place.is_refusal), thing, place.is_use)
    return None


def _told_of_use(text: str, low: str, cast: Cast, deadline: Callable[[str], Deadline | None]) -> Told | None:
    """Return the day until which a thing is of use to the sender, told in a sentence or in its last clause."""
    counted = (place for who, place in soon_enough.counted_back(low) if _is_ours(who, cast))
    found = _first_told(text, 0, counted, deadline)
    for begin in () if found else soon_enough.clauses(low):
        closed = (place for who, place in soon_enough.closings(low[begin:]) if _is_ours(who, cast))
        is_asked = _ASKS.search(low[:begin]) is not None
        found = None if is_asked else _first_told(text, begin, soon_enough.places(low[begin:]), deadline)
        found = found or (None if is_asked else _first_told(text, begin, closed, deadline))
        if found:
            break
    return found


def _is_ours(who: str, cast: Cast) -> bool:
    """Return whether the sender himself closes a file, or nobody is named who does."""
    name = _WHO.match(who)
    return not who or bool(
        name
        and (
            _OF_SENDER.fullmatch(name[0])
            or cast.part_of(name[0]) is Part.SENDER
            or name[0].upper() in v.BUREAUS
        )
    )


def _places(low: str, cast: Cast, signs: int) -> Iterator[Place]:
    """Yield where the day of a sentence in small letters may stand: the first at which a day is read counts."""
    if signs & _LIMITS.bit:
        yield from _limits(low, cast)
    yield from _taken(low, signs)


def _limits(low: str, cast: Cast) -> Iterator[Place]:
    """Yield the places where a deadline is named."""
    named = _NAMED.match(low)
    if named and _is_told(named, cast, low[named.end() :]):
        for match in _IS.finditer(low, named.end()):
            what = low[named.end() : match.start()]
            yield Place(match.end(), None, what if what.strip() else f"{named['whose']}{named['limit']}")
    turned = _TURNED.search(low, 0, LONGEST_DAY * 2)
    if turned and _is_told(turned, cast, low[turned.end() :]):
        yield Place(0, turned.start(), low[turned.end() :])
    if " of " in low and (of_day := _OF_DAY.match(low)) and _is_told(of_day, cast, " of "):
        holds = _HOLDS.search(low, of_day.end())
        behind = low[holds.end() :] if holds else None
        yield Place(of_day.end(), holds.start() if holds else None, of_day["what"] or behind)
    yield from _set(low, cast)


def _taken(low: str, signs: int) -> Iterator[Place]:
    """Yield the places where it is said until when a thing is taken: when it closes, what comes too late, what comes in time."""
    may_end, may_be_late = signs & (_CLOSES.bit | _UNTILS.bit), signs & _LATE.bit
    asked = (
        (_CLOSE, may_end),
        (_TAKEN, may_end),
        (_TOO_LATE, may_be_late),
        (_IN_TIME, signs & _TAKEN_WORDS.bit),
    )
    for pattern, may_stand in asked:
        if may_stand and (told_of := pattern.match(low)):
            verb = _VERB.search(low, told_of.end())
            end = verb.start() if verb else None
            yield Place(
                told_of.end(),
                end,
                told_of["what"],
                is_refusal=pattern is _TOO_LATE,
                is_in_time=pattern is _IN_TIME,
            )
    if may_be_late and (refusing := _REFUSING.match(low)):
        yield Place(refusing.end(), None, refusing["none"] or refusing["what"], is_refusal=True)


def _set(low: str, cast: Cast) -> Iterator[Place]:
    """Yield the places where the sender says which day he has set."""
    for pattern in (_SET, _SET_AT):
        match = pattern.match(low)
        is_ours = match is not None and _is_told(match, cast, low[match.end() :])
        if (
            match
            and is_ours
            and (_OF_SENDER.fullmatch(match["who"]) or cast.part_of(match["who"]) is Part.SENDER)
        ):
            is_first = pattern is _SET
            yield (
                Place(*match.span("day"), low[match.end() :])
                if is_first
                else Place(match.end(), None, match["what"] or None)
            )


def _is_told(match: re.Match[str], cast: Cast, behind: str) -> bool:
    """Return whether a deadline of ours is named: not "the ministry's", not "the last day of the conference"."""
    whose = match["whose"]
    is_of_others = _is_theirs(whose) or any(
        nouns.is_third(word) or cast.part_of(word) is Part.THIRD for word in _WORD.findall(whose)
    )
    return not is_of_others and not (
        match["limit"].startswith(("last", "final", "latest", "closing d")) and behind.startswith(" of ")
    )


def _is_theirs(words: str) -> bool:
    owners = [match["who"] for match in _OWNED.finditer(f"{words} ")]
    return any(not _OURS.fullmatch(who) for who in owners) or " their " in f" {words}"


def _day_at(
    text: str, begin: int, place: Place, deadline: Callable[[str], Deadline | None]
) -> Deadline | None:
    """Return the day that stands at a place of a text, the place counted from `begin`."""
    start, end = begin + place.start, begin + place.end if place.end else None
    lead = _LEAD_OF_COUNTED if place.counted else _LEAD
    words = place.counted or text[start:end][:LONGEST_DAY]
    found = deadline(lead + words.rstrip("."))
    if found is None or found.day is None or found.start > len(lead) or found.is_past:
        return None
    if place.counted:
        return replace(found, quote=text[start:end], start=start, end=end or len(text))
    quote = found.quote.removeprefix(_LEAD)
    return replace(found, quote=quote, start=start, end=start + found.end - len(_LEAD))


def _in_words(found: Deadline, text: str, *, is_refusal: bool) -> Deadline:
    """Return the deadline with the sentence it stands in told."""
    said = [f"Read “{found.quote}”.", f"The day is told in a sentence of its own: “{text}”"]
    if is_refusal:
        said.append("What comes later is too late: that day is the last.")
    return replace(found, explained=(*said, *found.explained[1:]))
