"""For whom a task waits, in the words after WAITING; nobody where they do not say who must move first.

Text in, somebody out. The chase of a task that waits rests: so talk about waiting is none. "On" may be
followed by anybody but its reader; "for" by whom we know, since people also wait for rain.
"""

import re
from typing import NamedTuple

from tracker.domain.lifecycle import WaitsFor

ON_OR_FOR = re.compile(r"(on|for)\b\s*[:,-]?\s*", re.IGNORECASE)
HOST = re.compile(
    r"(?:the )?(?:host[- ](?:government|country|nation)|(?:[\w-]+ ){0,2}(?:ministry|ministries|minister|mfa|moi|mod)"
    r"|(?:[\w-]+ )?(?:government|authorities|cabinet|parliament|prime minister|presidency))\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"^(?:the )?(?:host[- ]government|washington)(?:\s*[:,;.\u2013\u2014-]+\s*|\s+(?=for\b)|$)(?:for\s+)?",
    re.IGNORECASE,
)
ENDS = re.compile(r"\s*(?:[.,;:!(]|$)")
WASHINGTON = re.compile(
    r"washington\b|(?:the )?(?:state )?department\b(?! of)|(?:the )?desk\b|(?:the )?bureau\b"
    r"|(?-i:(?:AF|CA|DRL|DS|EAP|EB|EEB|EUR|INL|INR|IO|ISN|NEA|OES|PM|PRM|SCA|VCI|WHA)\b)",  # bureaus' symbols
    re.IGNORECASE,
)
NOBODY = re.compile(  # the reader, or no one, or a day
    r"(?:you|your|yours|us|me|our|my|no one|nobody|no|nothing|none|hold|hands?|time|line|top|purpose"
    r"|(?:(?:next|this|late|early) )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|tomorrow|today|next|\d)\b",
    re.IGNORECASE,
)
SAID_OF_WAITING = re.compile(  # "waiting on the ministry was useless": the wait is talked about
    r"[^,:;.(\u2013\u2014]*?\b(?<!who )(?<!which )(?<!that )(?<!and )(?<!they )(?<!he )(?<!she )(?<!it )"
    r"(?:is|are|was|were|has been|have been|had|took|takes|makes|made|costs?|helps|helped|ended|seems|failed)\b",
    re.IGNORECASE,
)


class Waits(NamedTuple):
    """For whom it waits, and the words that are kept with it."""

    whom: WaitsFor
    words: str


def _bare(rest: str) -> Waits | None:
    """Return for whom it waits where the words name one whom we know and nothing more: "host government"."""
    for whom, pattern in ((WaitsFor.WASHINGTON, WASHINGTON), (WaitsFor.HOST, HOST)):
        match = pattern.match(rest)
        if match is not None and ENDS.match(rest, match.end()):
            return Waits(whom, _for_what(rest))
    return None


def _for_what(words: str) -> str:
    """Return the words without the name that the state has anyway: "a date" of "the host government for a date"."""
    return NAMED.sub("", words, count=1)


def waits(rest: str) -> Waits | None:
    """Return for whom the words after WAITING say that it waits, None where it is not plain."""
    match = ON_OR_FOR.match(rest)
    if match is None:
        return _bare(rest)
    words = rest[match.end() :]
    if not words or "?" in words or NOBODY.match(words) or SAID_OF_WAITING.match(words):
        return None
    whom = WaitsFor.OTHER
    if WASHINGTON.match(words):
        whom = WaitsFor.WASHINGTON
    elif HOST.match(words):
        whom = WaitsFor.HOST
    is_anybody = match[1].lower() == "on"
    return Waits(whom, _for_what(words)) if is_anybody or whom is not WaitsFor.OTHER else None
