"""Days told as the dates of something named beside them: "has set May 10 for the hearing", "May 9-13 are the dates of the conference"."""

import re

from tracker.cable.hints import ANY, Family
from tracker.extraction import happening_actors as actors
from tracker.extraction.dates import Mention

_CHOOSES = re.compile(  # right before a day, in small letters
    r"\b(?:(?:has|have|had) (?:now |tentatively |provisionally )?|will |is |are )?(?:set|fixed|chosen|named|picked|proposed|proposes|suggested|suggests|selected|agreed (?:on|to|upon)|settled on|decided on|confirmed|reserved|kept|set aside|put down|accepted|offered|offers)"
    r"(?: the (?:dates?|days?|period|week) (?:of )?)?(?: \w+day,?)? $"
)
_FOR_WHAT = re.compile(  # right behind a day
    r",? (?:free )?(?:for|as (?:the |its |their )?(?:dates?|days?|period) (?:of|for)) (?P<what>(?:the|its|their|his|her|our|an?|this|that) [^.,;:]{3,70})"
)
_ARE_DATES = re.compile(  # behind a day that heads its sentence
    r" (?:is|are|will be|remains?|(?:has|have) (?:now )?been (?:set|chosen|fixed|agreed|proposed|suggested|selected|confirmed)(?: as)?)(?: now)?(?: (?:the|its|their) )?(?:(?:new|proposed|tentative|likely|agreed|final) )?(?:(?:dates?|days?|period|time) )?(?:(?:now )?(?:set|proposed|chosen|fixed|agreed|suggested) )?(?:for|of) (?P<what>(?:the|its|their|an?|this) [^.,;:]{3,70})",
    re.IGNORECASE,
)
_DATES_OF = re.compile(  # right before a day
    r"\b(?:dates?|days?|period) (?:of|from) $", re.IGNORECASE
)
_BEEN = re.compile(  # right behind it: "have been agreed for the visit"
    r" (?:(?:has|have|had) been|is|are|was|were) (?:\w+ly )?(?:set|chosen|fixed|agreed|proposed|suggested|selected|confirmed|discussed|accepted|kept|reserved|approved|offered|foreseen|planned)(?: \w+ly)? (?:for|as (?:the )?dates? (?:of|for)) (?P<what>(?:the|its|their|an?|this) [^.,;:]{3,70})",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"\b(?:bids?|replies|reply|payment|deadline|submission|nominations?|applications?|registration|delivery|comments?|last day|closing)\b",
    re.IGNORECASE,
)
# One of them stands in whatever _CHOOSES or _DATES_OF finds.
SIGNS = Family(
    """set fixed chosen named picked proposed proposes suggested suggests selected agreed settled decided confirmed reserved kept down
    accepted offered offers date dates day days period""".split()
)
MOST_BEFORE = 80


def of_what(text: str, day: Mention, signs: int = ANY) -> str | None:
    """Return what is held on a day that the words around it choose for it, None where they choose it for nothing that is held.

    `signs` are those of the text. chosen = ("set" | "fixed" | …) day "for" happening | "dates of" day "have been agreed for" happening | day "are the dates of" happening.
    """
    before = text[max(0, day.start - MOST_BEFORE) : day.start]
    match = None
    if not before.strip(" (-*"):
        match = _ARE_DATES.match(text, day.end)
    elif not signs & SIGNS.bit:
        return None  # as mostly
    elif _DATES_OF.search(before):
        match = _BEEN.match(text, day.end)
    if match is None and _CHOOSES.search(before.lower()):
        match = _FOR_WHAT.match(text, day.end)
    what = match["what"].strip() if match else ""
    is_held = bool(what) and actors.is_held(what) and not _OWED.search(what)
    return what.partition(" ")[2] if is_held else None
