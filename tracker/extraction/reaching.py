"""What is to reach one person of the sender's, known by his address: "Any objection should reach Ames (amesr@state.gov)"."""

import re

from tracker.extraction import asked_clauses, wanted_things
from tracker.extraction.cast import Part
from tracker.extraction.verdicts import Cue

_TO_PERSON = re.compile(  # one of ours, by the address: "should reach Ames (amesr@state.gov)", "must be with Tom Achter, L/CID, by"
    r"(?:also |then )?(?:reach|get to|come to|go to|be with|arrive with) (?!(?:the|an?|all|any|its|their)\b)(?:(?:mr|ms|mrs|dr)\. )?[a-z][\w'’-]+(?: [a-z][\w'’.-]+){0,2},? "
    r"(?:\([^)]{0,80}?(?:@(?:[a-z]+\.)?state\.gov|\d{3}[-. ]\d{4})|(?:at |on )?[\w.-]+@(?:[a-z]+\.)?state\.gov|(?:of |in |at )?\(?[a-z]{1,5}/[a-z]{1,5}\b)"
)
_OBJECTIONS = frozenset(
    "objection objections doubt doubts misgiving misgivings reservation reservations".split()
)


_TO_SENDER = re.compile(
    r"(?:also |then |first |therefore |accordingly |please )*(?:reach|get to|come to|arrive at|be with|be in the hands of) (?:us|(?:the )?(?:post|embassy|mission|consulate(?: general)?)|usun|usnato)\b[^;]{0,20}? (?:by|before|no later than|not later than|nlt|within|in time for) "
)


def is_owed_to_post(cue: Cue) -> bool:
    """Return whether what an office of the capital owes a post is to reach it by a day: "L's wording should reach the Mission by Thursday"."""
    if not cue.cast.asks_capital or _TO_SENDER.match(cue.rest) is None:
        return False
    low = cue.subject.lower().lstrip()
    office = cue.subject.lstrip().partition("'s ")[0]
    return asked_clauses.is_of_asked(low, cue.cast) or (
        " " not in office and cue.cast.part_of(office) is Part.ASKED
    )


def is_brought_to_one_of_us(cue: Cue) -> bool:
    """Return whether what posts have to say goes to a person of the sender's."""
    if cue.part not in (Part.NOBODY, Part.MATTER) or not _TO_PERSON.match(cue.rest):
        return False
    is_said = not _OBJECTIONS.isdisjoint(cue.subject.lower().split()[:2])
    return is_said or cue.part is Part.MATTER or wanted_things.is_sent(cue)
