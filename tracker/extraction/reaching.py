"""What is to reach one person of the sender's, known by his address: "Any objection should reach Ames (amesr@state.gov)"."""

import re

from tracker.extraction import wanted_things
from tracker.extraction.cast import Part
from tracker.extraction.verdicts import Cue

_TO_PERSON = re.compile(  # one of ours, by the address: "should reach Ames (amesr@state.gov)", "must be with Tom Achter, L/CID, by"
    r"(?:also |then )?(?:reach|get to|come to|go to|be with|arrive with) (?!(?:the|an?|all|any|its|their)\b)(?:(?:mr|ms|mrs|dr)\. )?[a-z][\w'’-]+(?: [a-z][\w'’.-]+){0,2},? "
    r"(?:\([^)]{0,80}?(?:@(?:[a-z]+\.)?state\.gov|\d{3}[-. ]\d{4})|(?:at |on )?[\w.-]+@(?:[a-z]+\.)?state\.gov|(?:of |in |at )?\(?[a-z]{1,5}/[a-z]{1,5}\b)"
)
_OBJECTIONS = frozenset(
    "objection objections doubt doubts misgiving misgivings reservation reservations".split()
)


def is_brought_to_one_of_us(cue: Cue) -> bool:
    """Return whether what posts have to say goes to a person of the sender's."""
    if cue.part not in (Part.NOBODY, Part.MATTER) or not _TO_PERSON.match(cue.rest):
        return False
    is_said = not _OBJECTIONS.isdisjoint(cue.subject.lower().split()[:2])
    return is_said or cue.part is Part.MATTER or wanted_things.is_sent(cue)
