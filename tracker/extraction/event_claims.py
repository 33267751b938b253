"""What the words around a plain noun say of it: whose regular meeting it is, which debate lies ahead, a day with a name."""

import re

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_OCCASION = (
    r"(?:meetings?|sessions?|debates?|hearings?|lunch|luncheon|dinner|breakfast|calls?|consultations?|talks|round|plenary|arraignment|rally|march|rerun"
    r"|sitting|reception|vote|ballot|inquest|retreat|concert|ceremony|review|visit|briefing|test|drill|board|summit)"
)
_REGULAR = re.compile(  # "at their regular meeting on May 3", "his weekly lunch with the Minister on"
    rf"\b(?:his|her|its|their|our|the [\w-]+(?:['’]s|s['’])|[A-Z][\w-]+(?:['’]s|s['’])) (?:(?:next|own|usual|first|last) )?(?:regular|monthly|weekly|fortnightly|quarterly|biweekly|bimonthly|annual|semi-?annual|yearly|standing|scheduled|planned|coming|upcoming|forthcoming|farewell|introductory) (?:[\w-]+ )?{_OCCASION}(?: with [^.;:,]{{3,50}}?)?(?: (?:set|scheduled|planned))? (?:on|of|for) (?:\w+day,? )?(?:the )?(?:{_MONTH} \d|\d)",
    re.IGNORECASE,
)
_AHEAD = re.compile(  # "before its May 21 debate", "for the May 12 hearing on"
    rf"\b(?:(?:before|after|until|at|for|to|ahead of|prior to|during|in|since|following|beyond|of|attend|chair|host|expects?) )(?:its|their|his|her|our|the [\w-]+(?:['’]s|s['’])|[A-Z][\w-]+(?:['’]s|s['’])) {_MONTH} \d{{1,2}}(?:-\d{{1,2}})? (?:[\w-]+ ){{0,2}}?{_OCCASION}\b",
    re.IGNORECASE,
)
_HEARD = re.compile(  # "remanded until a hearing on May 12"
    rf"\b(?:until|till|pending|at|for|to) (?:an?|their|his|her) (?:[\w-]+ ){{0,2}}?(?:hearing|trial|arraignment|inquest|sentencing|sitting|debate|ballot) (?:on|of) (?:\w+day,? )?(?:{_MONTH} \d|\d)",
    re.IGNORECASE,
)
_CLAIMS = (_REGULAR, _AHEAD, _HEARD)


def is_claimed(quote: str) -> bool:
    """Return whether a sentence of what is to come says whose or which a plain meeting, call or debate is."""
    return any(claim.search(quote) is not None for claim in _CLAIMS)


def is_named_day(name: str) -> bool:
    """Return whether a name is that of a day that is kept: "Visitors' day", "Navy Day"."""
    words = name.split()
    return len(words) > 1 and words[-1].lower() == "day" and words[0][:1].isupper() and words[0] != "The"
