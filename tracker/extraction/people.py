"""What posts do to people: they name, interview and brief them, hand them things, bring them somewhere, keep them off a list."""

import re

from tracker.cable.hints import has_any
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import matters, visitors
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM, are_doers
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue

_GIVEN = frozenset("given handed shown offered sent issued refused".split())
_BROUGHT = frozenset("taken brought escorted driven led handed turned sent shown directed".split())
_DONE_BY_POSTS = frozenset(
    """put placed entered listed scheduled interviewed let kept asked told given shown sent turned charged photographed
    fingerprinted handed issued added moved paid booked lodged housed named counted registered referred""".split()
)
_DONE_TO_PEOPLE = frozenset(
    "nominated interviewed screened selected identified registered referred vetted briefed".split()
)
_OF_PROGRAM = "participants?|nominees?|candidates?|students?|travell?ers?|visitors?|delegates|applicants?|speakers?|grantees?|passengers|escorts?|guests|attendees|trainees"
_TO_PEOPLE = re.compile(  # "Tickets should be handed to participants", "The rules must be explained to each student"
    r"(?:not )?be (?:\w+ly |also |first )?(?:given|handed|issued|paid|shown|read|explained|distributed|offered|mailed|returned|loaned|lent|advanced|made known) (?:out |over |back |on )?"
    rf"to (?:\w+ ){{0,3}}?(?:{_OF_PROGRAM})\b"
)
_FIRM = frozenset({"should", "must", "shall", "ought to"})
_OF_POST = re.compile(  # what only the post gives: "must have embassy badges"
    r"(?:also |then |therefore )?(?:have|be (?:given|issued|provided with)) (?:\w+ )?(?:embassy|mission|consulate|post|chancery|compound|visitor|access)(?:['’]s)? (?:access |visitor |identification )?"
    r"(?:badges?|pass|passes|escorts?|identification|cards?|drivers?|vehicles?|telephones?|radios?|desks?|office space|computer access)\b"
)
_WHOM_WE_SEND = re.compile(  # people of a program that Washington finds and instructs
    r"\b(?:the|each|any|every|all|both|this|that) (?:\w+ )?(?:speakers?|lecturers?|experts?|specialists?|performers?|nominees?|candidates?|fellows?|trainers?|instructors?|grantees?|travelers?|inspectors?|technicians?|team|visitors?|delegates|participants)$"
)
_OF_OURS = nouns.ROLES | frozenset(
    "officer officers driver drivers guard guards marine marines employee employees staff".split()
)
_COMING = ("attending", "travel", "taking part", "participating", "going", "coming", "invited")
_COMERS = re.compile(
    r"\b(?:officers?|employees?|staff|members?|those|anyone|everyone|attaches?|managers?|representatives?|delegates?) (?:who (?:are|is|will be) )?(?:attending|travel+ing|taking part|participating|going|coming|invited)(?: [^,;:]{2,60})? $"
)
_ON_THEIR_WAY = re.compile(  # in small letters
    r"(?:also |then |themselves )?(?:bring|carry|wear|pay|charge|travel|fly|bear|book|buy|lodge|stay|make (?:their|his) own)\b(?!.*\b(?:to|for) (?:us|(?:the )?(?:posts?|embassy|mission|consulate))\b)"
)
_SAID = frozenset(
    "told informed advised warned notified alerted asked reminded cautioned briefed instructed".split()
)
_DONE_TO_STAFF = frozenset(  # "An employee who serves should be carried on administrative leave"
    """carried paid reimbursed compensated credited excused released granted placed charged evacuated replaced relieved
    reassigned detailed enrolled rotated billeted lodged housed sent docked advanced inoculated vaccinated""".split()
)
_STAFF = re.compile(  # in small letters
    r"(?:an?|any|each|every|all|the|those|such|our|your|american|local|local-hire|fsn|direct-hire|eligible) (?:[\w-]+ ){0,2}?(?:employees?|staff|personnel|officers?|guards?|members? of (?:the )?staff)\b|(?:employees|staff|personnel|officers|guards)\b"
)
_BROUGHT_OR_DONE_TO_PEOPLE_OR_GIVEN = _BROUGHT | _DONE_TO_PEOPLE | _GIVEN


def are_served(cue: Cue, done: str) -> bool:
    """Return whether what is to be done is done by those asked to people or for visitors, or said to whom they send."""
    if not cue.cast.asks_posts:
        return _are_told_by_capital(cue, done)
    if done in _DONE_TO_STAFF and _STAFF.match(cue.subject.lower()) and cue.part is not Part.THIRD:
        return not cue.setting.is_opinion and BY_WHOM.search(cue.rest) is None
    is_done = _is_done(cue, done) or _is_ban(cue, done) or _is_given_to_them(cue)
    return is_done or visitors.are_served(cue, done)


def _is_done(cue: Cue, done: str) -> bool:
    """Return whether posts do to people what is to be done: "He is to be given the address", "Guards should be vetted"."""
    if cue.part is Part.PERSON and _are_with_others(cue):
        return False
    if cue.part is Part.PERSON:
        return done in _BROUGHT_OR_DONE_TO_PEOPLE_OR_GIVEN
    head = noun_phrase(WORDS.findall(cue.subject.lower().rpartition(", ")[2]))[-1:]
    is_thing = not head or head[0] in matters.OF_POSTS or cue.setting.is_background
    return done in _DONE_TO_PEOPLE and cue.part is Part.NOBODY and not is_thing


def _are_with_others(cue: Cue) -> bool:
    """Return whether others than those asked do it: "He must be escorted by a certified technician"; not "by an officer"."""
    match = BY_WHOM.search(cue.rest)
    return match is not None and _OF_OURS.isdisjoint(match["whom"].split())


def go_themselves(cue: Cue) -> bool:
    """Return whether a duty is told of whoever comes to a meeting: "Officers attending must bring their staffing pattern"."""
    subject = cue.subject.lower()
    return (
        " " in subject.strip()
        and has_any(subject, _COMING)
        and _COMERS.search(subject) is not None
        and _ON_THEIR_WAY.match(cue.rest) is not None
    )


def _is_ban(cue: Cue, done: str) -> bool:
    """Return whether posts shall not do a thing to people: "Minors are not to be put on a list"."""
    is_denied = cue.words.endswith(" not to") or cue.rest.startswith("not ")
    return is_denied and cue.part is Part.PERSON and done in _DONE_BY_POSTS and not cue.setting.is_opinion


def _is_given_to_them(cue: Cue) -> bool:
    """Return whether posts hand a thing to people: "Tickets should be handed to participants a week before they leave"."""
    match = _TO_PEOPLE.match(cue.rest) if cue.words in _FIRM else None
    is_theirs = cue.part in (Part.NOBODY, Part.MATTER) and not cue.setting.is_opinion
    return match is not None and is_theirs and BY_WHOM.search(cue.rest) is None


def have_it_of_post(cue: Cue) -> bool:
    """Return whether somebody must have what only the post gives: "He must have Embassy badges by March 7"."""
    may_be = cue.cast.asks_posts and not cue.cast.asks_others and not cue.setting.is_opinion
    is_firm = cue.words.startswith(("must", "will need", "need", "ha", "should"))
    is_person = cue.part is Part.PERSON or (
        cue.part is Part.NOBODY and are_doers(cue.subject.lower().rstrip().rpartition(" ")[2])
    )
    return may_be and is_firm and is_person and _OF_POST.match(cue.rest) is not None


def _are_told_by_capital(cue: Cue, done: str) -> bool:
    """Return whether a post tells its capital what to say to whom it sends: "The speaker should be told to expect four talks"."""
    is_post = cue.cast.asks_capital and not cue.cast.is_clearance
    is_said = done in _SAID and cue.words in _FIRM and not cue.setting.is_opinion
    subject = cue.subject.lower().strip()
    return (
        is_post
        and is_said
        and cue.part in (Part.PERSON, Part.NOBODY)
        and _WHOM_WE_SEND.search(subject) is not None
    )
