"""Words that open a sentence and say where or in which case, not who: "In Accra the approach should …", "In particular, they should …"."""

import re

from tracker.extraction.cast import Cast
from tracker.extraction.posts_of_countries import ALL_PLACES
from tracker.extraction.questions import CONDITIONS

SPANS = (
    "between ",
    "from ",
    "through ",
    "during ",
    "throughout ",
)  # of days: "Between May 12 and 14, obtain"
IN_CASES = (
    *CONDITIONS,
    "after ",
    "upon ",
    "once ",
    "by ",
    "following ",
    "in ",
    "on item ",
    "on agenda ",
    "on question ",
    "on point ",
    "to ",
    "as ",
    "before ",
    "given ",
    "since ",
    "because ",
    "that done, ",
    "this done, ",
    "so far as ",
    "insofar as ",
)
TOPICS = (  # what an order is about, or with what it is done: "On prisons, report the number of deaths in custody"
    "on ",
    "under ",
    "with ",
    "within ",
    "at ",
    "besides ",
    "beyond ",
    *SPANS,
    "regarding ",
    "concerning ",
)
_FIRST = frozenset(  # with one of them begins, in small letters, whatever is cut off here
    """in at to for where if when whenever finally first second third lastly then also further furthermore moreover however meanwhile
    instead otherwise beyond besides again accordingly therefore thus thereafter afterwards on once under by only with of""".split()
)
_CASE = re.compile(
    r"(?:(?:only )?in (?:(?:such|these|those|all|both|some|other|most|many|few|doubtful|urgent|exceptional|rare|unusual) (?:other )?(?:cases?|circumstances|instances|situations)|(?:this|that|either|any|each|every|neither|such a) (?:case|event|instance|connection|regard|respect))"
    r"|in (?:particular|addition|general|principle|turn|future|doing so|so doing|all this|the meantime|the interim|the process|the event|the first place|short|any event|return|practice|effect|preparation|parallel)"
    r"|at (?:the same time|a minimum|the least|the very least|that time|that point|such times|all times|this stage|the outset)|to (?:this|that) end|for (?:this|that|these) (?:purpose|reason|purposes|reasons)|for now|by the same token|under (?:these|such|those) (?:circumstances|conditions)"
    r"|(?:where|if|when|whenever|wherever) (?:possible|appropriate|necessary|needed|feasible|asked|applicable|in doubt|so|not|practicable|available|this happens|this is so|that is so)"
    r"|finally|first|second|third|lastly|then|also|further|furthermore|moreover|however|meanwhile|instead|otherwise|beyond (?:that|this)|besides|again|accordingly|therefore|thus|thereafter|afterwards"
    r"|(?:for|with|of) (?:each|every) (?:[\w'’-]+ ){0,2}[\w'’-]+(?=,? (?:we|the|department|washington|embassy|post|this)\b)|on (?:receipt|arrival|request|their return|no account|such occasions|the other hand|this point)|once (?:this is done|done))(?P<comma>,)? "
)
_NEED_COMMA = frozenset(
    "finally first second third lastly then also further furthermore moreover however meanwhile instead otherwise besides again accordingly therefore thus thereafter afterwards".split()
)
_IN_PLACE = re.compile(
    r"(?:in|at) (?P<place>[\w' -]{3,40}?)(?:,| (?=(?:the|this|that|its|each|every|any|all|no|an?|our|these|those)\b)) ?"
)
SAME = re.compile(  # in small letters: "In the same approach invite the government to"
    r"(?:in|at|on|by|with|during) the same (?:\w+ )?(?:approach|meeting|call|time|visit|occasion|letter|cable|telegram|message|note|conversation|pouch|form|sheet|mail),? "
)


def without(subject: str, cast: Cast) -> str:
    """Return the words before a verb without such an opening; unchanged where nothing would be left."""
    first = subject[:12].lower().partition(" ")[0].rstrip(",")
    if first not in _FIRST:
        return subject
    low = subject.lower()
    case = _CASE.match(low)
    if case and (case["comma"] or first not in _NEED_COMMA):
        return subject[case.end() :] if subject[case.end() :].strip() else subject
    match = _IN_PLACE.match(low) if first in ("in", "at") else None
    if match is None or not _is_post(match["place"], cast):
        return subject
    return subject[match.end() :] if subject[match.end() :].strip() else subject


def _is_post(place: str, cast: Cast) -> bool:
    """Return whether a place is a post that is asked, by its name."""
    return cast.asks_posts and (place in cast.names or (cast.has_collective and place in ALL_PLACES))
