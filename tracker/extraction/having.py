"""What those asked are to have: a thing ready, somebody at hand, a thing done; what they only come to have is no order."""

import re

from tracker.extraction import needs
from tracker.extraction.verdicts import Cue

_HAVE_DONE = re.compile(
    r"(?:then |also )?have (?:the|its|their|a|an|all|any|each|your|these|those|this|that) (?:[\w'’-]+ ){1,6}?(?!need\b)(?:\w{3,}ed|sent|made|put|read|signed|drawn|taken|brought|ready)\b"
)
_HAVE_BY = re.compile(  # "must have the notice on their pages by June 10"
    r"have (?:the|its|their|an?|all|each|your|these|those|this|at least|two|three) [^.;,]{3,90}? (?:(?:by|before|no later than|not later than|nlt|within) (?!which\b|whom\b|the time\b)|for (?:the )?(?:opening|close) of business\b|for [oc]ob\b)"
)
_HAVE_SOMEBODY = re.compile(
    r"(?:then |also )?have (?:\w+ ){0,2}?(?:officers?|staff|personnel|somebody|someone|representatives?|guards?) (?:at|in|on|ready|present|available|standing)\b"
)
_HAVE_DONE_BY = re.compile(  # "must have committed half of the total by March 31"
    rf"(?:also |already )?have (?P<done>\w{{3,}}ed|sent|made|put|spent|begun|chosen|drawn|taken|bought|sold|found|met|paid|brought|given)\b"
    rf"[^.;]{{1,120}}? (?:by|before|no later than|not later than|nlt) {needs.MONTHS_AND_DAYS}"
)
_READY = re.compile(  # "should have on hand the following:", "must have available two copies"
    r"(?:also |then |always )?have (?:ready|on hand|at hand|to hand|on file|on call|available|in (?:place|stock|readiness)|standing by)\b(?! (?:for|with|on|in|at|from)\b)"
)
_SENT_THEM = (
    re.compile(  # what they have because it came to them: "should have on hand the copies sent in May"
        r"\b(?:sent|issued|forwarded|mailed|pouched|received|supplied|provided|shipped)\b"
    )
)
_BY_NOW = re.compile(r"\b(?:by now|by this time|already)\b", re.IGNORECASE)
_OF_CAPITAL = r"(?!us\b|washington\b|(?:the )?(?:department|dept|desk|bureau|printer|contractor)\b)"
_FETCHED = re.compile(  # in small letters: "should get from the ministry the figures", "should get the list and cable it"
    rf"(?:then |also |first )?get (?:from {_OF_CAPITAL}[a-z]|(?:the|an?|its|their|his|her|all|any|each|two|three|\d+) (?!call\b|visit\b|word\b|e-?mails?\b|messages?\b|cables?\b|invitations?\b|cop(?:y|ies)\b)[^.;,]{{2,80}}? "
    rf"(?:from {_OF_CAPITAL}[a-z]|and (?:cable|send|report|fax|pouch|forward|tell|e-?mail|mail|telephone|pass)\b|to (?:us|the (?:department|desk|bureau)|[a-z]{{1,5}}/[a-z]+|repair|mend|agree|sign|send|confirm|show|let|open|release|say|tell|give|put|accept)\b))"
)
_IN_TIME = re.compile(r"\b(?:shortly|soon|next week|in due course|eventually|anyway|in any case)\b")
_HEARD = frozenset(  # "must have received it by May 3" guesses
    "received noted noticed realized learned concluded".split()
)


def is_order(cue: Cue) -> bool:
    """Return whether what those asked should have is theirs to bring about: "have the list checked", "have two copies on hand"."""
    if _HAVE_DONE.match(cue.rest) or _HAVE_SOMEBODY.match(cue.rest):
        return True
    is_ready = _READY.match(cue.rest) is not None and not _BY_NOW.search(cue.subject)
    return is_ready and not _SENT_THEM.search(cue.rest)


def is_had_by_day(rest: str) -> bool:
    """Return whether those asked are to have a thing by a day: "must have the notice on their pages by June 10"."""
    return _HAVE_BY.match(rest) is not None


def is_fetched(rest: str) -> bool:
    """Return whether those asked are to get a thing from others or to us: "should get from the ministry the figures"."""
    return _FETCHED.match(rest) is not None and _IN_TIME.search(rest) is None


def is_done_by_then(cue: Cue) -> bool:
    """Return whether a thing must be done by a day to come: "Post must have committed half of it by March 31"."""
    match = _HAVE_DONE_BY.match(cue.rest)
    is_duty = cue.words.startswith(("must", "is", "are", "shall", "will have", "need", "ha"))
    return match is not None and is_duty and match["done"] not in _HEARD
