"""The sets of a military message (`SUBJ/PORT VISITS//`, `RMKS/1. TEAM WILL`): the signs that frame its text are no words of it."""

import re
from itertools import chain

FRAMES = ("RMKS/", "REMARKS/", "GENTEXT/")  # the text begins behind one of them
_REMARKS = re.compile(r"^(?:GENTEXT/)?(?:RMKS|REMARKS)/ ?", re.MULTILINE)
_SET_ENDS = re.compile(r"//[ ]{0,12}$", re.MULTILINE)


def frames(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the name before the remarks of a message, and of the signs that end sets behind it.

    remarks = ["GENTEXT/"] ("RMKS" | "REMARKS") "/" text "//"
    Example: `RMKS/1. TEAM OF FOUR WILL VISIT LIMA.//` is read as paragraph 1 without its frame.
    """
    first = _REMARKS.search(text) if any(name in text for name in FRAMES) else None
    if first is None:
        return []
    found = chain([first], _REMARKS.finditer(text, first.end()), _SET_ENDS.finditer(text, first.end()))
    return [match.span() for match in found]
