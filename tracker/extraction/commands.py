"""Military commands that write: which of them order posts as Washington does, and the headquarters below them."""

import re
from collections.abc import Sequence

from tracker.extraction.designators import is_capital

_COMMAND = re.compile(
    r"(?:US)?CINC[A-Z]{2,}|US[A-Z]{2,}COM\b|CJCS\b|JCS\b|C?JTF\b|DISA\b|DTRA\b|DSAA\b|DSCA\b"
)
_UNIFIED = re.compile(r"USCINC[A-Z]{2,}|(?:CDR ?)?US[A-Z]{2,}COM\b")
_COMPONENT = re.compile(  # of a service: "CINCPACFLT", "COMMARFORPAC", "CDRUSARSO"
    r"CINC[A-Z]{2,}FLT\b|COM[A-Z]{3,}\b|CDR ?US\w+|USAR[A-Z]{2,}\b|[A-Z]{3,}AF\b|[A-Z]{2,}FOR[A-Z]*\b"
)
_POST = re.compile(r"(?:AM)?(?:EMBASSY|CONSUL|CONGEN|CONSULATE)\b|USDAO\b|USMISSION\b")

_OF_FORCES = re.compile(
    r"CINC[A-Z]{2,}|US[A-Z]{2,}COM\b|COM[A-Z]{3,}|CDR ?[A-Z0-9]|C?JTF\b|CG [A-Z0-9]|HQ [A-Z0-9]|US(?:S|NS|CGC) [A-Z]|USAR[A-Z]{2,}\b|[A-Z0-9]*AF\b"
    r"|\d+ ?(?:ABW|AW|FW|ARW|TFW|TFS|MAW|AF|BDE|BN|ENGR?)\b|(?:NAV|MAR)[A-Z]{3,}\b|[A-Z]*(?:PAC|EUR|LANT|CENT|SOUTH)FLT\b|MARFOR[A-Z]*|SOC[A-Z]{2,}\b|CFC\b|USFK\b|USFJ\b"
)
_FORCES = frozenset(
    "command commands component components unit units wing wings squadron squadrons battalion battalions commander commanders staffs".split()
)
_KINDS = frozenset(
    """all each every both any your action subordinate component supporting supported participating tasked host attendees' attendees
    addressed sending receiving other your service""".split()
)
_ELSEWHERE = frozenset("of at from whose which that who in to by under".split())
MOST_OF_FORCES = 6  # words


def orders_posts(origin: str, to: Sequence[str]) -> bool:
    """Return whether a command writes to posts as the capital would: it is no post itself. Components may stand beside them."""
    if _COMMAND.match(origin.upper()) is None or not to:
        return False
    others = [d.upper() for d in to if is_capital(d) or _COMMAND.match(d.upper())]
    is_unified = _UNIFIED.match(origin.upper()) is not None and any(_POST.match(d.upper()) for d in to)
    return not others or (is_unified and all(_COMPONENT.match(d) for d in others))


def is_command(designator: str) -> bool:
    """Return whether a designator is that of a command, a staff, a unit or a ship of the forces: "CINCUSAFE RAMSTEIN AB GE"."""
    return _OF_FORCES.match(designator.upper()) is not None


def are_of_forces(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether the commands addressed are meant, not another's: "each component", "attendees' commands", "units"."""
    small = [w.lower() for w in phrase]
    if not small or len(words) > MOST_OF_FORCES or small[-1] not in _FORCES:
        return False
    return all(w in _KINDS for w in small[:-1]) and _ELSEWHERE.isdisjoint(w.lower() for w in words)
