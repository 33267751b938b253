"""What posts do to people: they name, interview and brief them, hand them things, bring them somewhere, keep them off a list."""

from tracker.extraction import visitors
from tracker.extraction.cast import Part
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


def are_served(cue: Cue, done: str) -> bool:
    """Return whether what is to be done, in an order to posts, is done by them to people or for visitors."""
    return _is_done_to_people(cue.part, done) or _is_ban(cue, done) or visitors.are_served(cue, done)


def _is_done_to_people(part: Part, done: str) -> bool:
    """Return whether posts do to people what is to be done: "He is to be given the address", "Guards should be vetted"."""
    if done in _BROUGHT and part is Part.PERSON:
        return True
    is_known = done in _DONE_TO_PEOPLE and part in (Part.PERSON, Part.NOBODY)
    return is_known or (done in _GIVEN and part is Part.PERSON)


def _is_ban(cue: Cue, done: str) -> bool:
    """Return whether posts shall not do a thing to people: "Minors are not to be put on a list"."""
    is_denied = cue.words.endswith(" not to") or cue.rest.startswith("not ")
    return is_denied and cue.part is Part.PERSON and done in _DONE_BY_POSTS and not cue.setting.is_opinion
