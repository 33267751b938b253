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


def orders_posts(origin: str, to: Sequence[str]) -> bool:
    """Return whether a command writes to posts as the capital would: it is no post itself. Components may stand beside them."""
    if _COMMAND.match(origin.upper()) is None or not to:
        return False
    others = [d.upper() for d in to if is_capital(d) or _COMMAND.match(d.upper())]
    is_unified = _UNIFIED.match(origin.upper()) is not None and any(_POST.match(d.upper()) for d in to)
    return not others or (is_unified and all(_COMPONENT.match(d) for d in others))
