"""What is wanted, told without a verb: where it is to go and by when, or whose it is: "Name of the pilot: to the duty desk by noon"."""

import re

from tracker.extraction import asked_clauses, matters
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.needs import MONTHS_AND_DAYS
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_LIMIT = r"(?:on or before|by|no later than|not later than|nlt|before|within)"
_CLOCK = r"(?:(?:cob|oob|noon|midnight|(?:close|opening) of business|\d{4}z?|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|zulu|local|on|the|tomorrow|today),? )*"
_DAY = (
    rf"{_CLOCK}(?:{MONTHS_AND_DAYS}|today|tomorrow|noon|cob|(?:[\w-]+ )?(?:working )?(?:days|hours|weeks)\b)"
)
_TO_DESK = re.compile(  # in small letters: "names of the drivers: to ds/cip by may 3", "replies, however brief, in to oes not later than"
    r"(?P<what>[^:;.]{3,110}?)(?:(?P<colon>: ?| -- )|,? (?P<in>in|back|over|up|straight|direct(?:ly)?) )to (?P<office>(?:the )?[\w/]+(?: [\w/]+){0,3}?)"
    rf"(?: in (?:hand|writing)| by (?:cable|fax|e-?mail|telephone|phone|pouch|letter))?,? {_LIMIT} {_DAY}"
)
_OPENS_WITH_PAPER = re.compile(  # in small letters: "replies", "final lists of", "shipper's name", "any comments"
    r"(?:(?:the|any|all|your|its|their|both|a|an|one|(?P<who>[\w/]+)['’]s?) )?(?:(?:signed|final|written|full|brief|first|early|further|draft|complete|firm|exact|short) )?(?P<head>[\w'’-]+)\b(?=,| (?:of|on|for|from|about|and|or|to|as|with|in|back|if|over|up)\b|:| --|$)"
)
_FROM_ASKED = re.compile(  # in small letters: "an assurance from the department, two days after receipt, that"
    r"(?:(?:and|also|lastly|finally),? )?(?P<what>(?:an?|one|the|some|the usual) (?:[\w-]+ ){0,2}?[\w-]+) from (?P<whom>(?:the )?[\w/]+(?: [\w/]+)?), "
    rf"(?:{_LIMIT} {_DAY}|[\w-]+ (?:working )?(?:days|hours|weeks) (?:(?:after|from|of) (?:receipt|this|today|now)|before |ahead of ))[^,;:]{{0,60}}, (?:that|of|on|about|as to|whether)\b[^,;:]+$"
)
_THEIRS_BY = re.compile(  # in small letters: "treasury's list of the frozen accounts, ahead of the consul's call"
    r"(?:your|(?P<who>(?:the )?[\w/. ]{1,30}?)['’]s?) (?:[\w-]+ ){0,2}?(?P<head>[\w-]+)(?: (?:of|on|for|about|from|to|under|with|in|whether) [^,;:]{2,90})?, "
    rf"(?:ahead of|in advance of|in time for|prior to|{_LIMIT}) (?P<when>[^;:,]{{3,90}})$"
)
TOLD_VERBS = tuple(  # of those told: "Post to advise soonest"
    "report advise provide submit send name nominate confirm forward furnish supply cable inform notify designate obtain deliver arrange identify complete return transmit reply respond answer verify prepare convey check".split()
)
_VERB = (  # of a clause in which "to" follows: no name of those told
    r"(?:\w{2,}ed|needs?|takes?|took|about|weeks|days|months|years|time|wants?|wish(?:es)?|hopes?|plans?|intends?|expects?|continues?|proposes?|agrees?|seems?|tends?|waits?|prefers?|likes?|tries|try|offers?|refuses?|fails?|ought|able|unable|ready|due"
    r"|likely|free|asks?|requests?|urges?|tells?|told|directs?|invites?|instructs?|helps?|leaves?|left|sent|has|had|have|is|are|was|were|who|which|that|no|other|if|when|for|of|from|with|in|on|at|by|as|than|not)"
)
_TO_DO = re.compile(  # in small letters: "Oslo and Riga to name one officer apiece by May 3", "Post to report soonest"
    rf"(?P<who>(?:the )?(?:(?!{_VERB}\b)[\w/'’-]+(?:,? (?:and )?|,? )){{1,7}})to (?:also |then |please |each )?"
    rf"(?P<verb>{'|'.join(TOLD_VERBS)})\b(?P<rest>[^;:?]*)$"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|must|should|shall|may(?! \d)|can|could|might|came|went|goes|go|arrived|reached|left|gave|took|wrote|said|told|did|does|do|sent|be|been)\b"
)
_OF_WAR = re.compile(r"\b(?:war|crisis|strike|storm|coup|harvest|rains|news)\b|\b\w{3,}ed\b")
_BEHIND = re.compile(  # what may stand behind the first word of the day: "by May 3, Washington time, if possible"
    r"[a-z]*\.?(?:,? (?:\d[\w:]*|(?:washington|local|eastern|zulu|post)(?: time)?|cob|oob|noon|close of business|of|the|this|next|month|week|year|quarter|receipt|message|at|latest|if|possible|feasible|please|but|preferably|by|on"
    r"|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|\w+day|and|in any (?:case|event)|earlier|sooner))*[ .]*"
)
_SAID_OF = re.compile(r"\b(?:that|which|who|whose|whom|what|how|when|where|whether|if)\b")
_US = re.compile(r"(?:us|here|(?:this|our) (?:office|desk|bureau|post|section)|washington)$")
_TOLD_BRIEFLY = frozenset(
    "number numbers address addresses telephone assurance assurances particulars dimensions proof cite line lines page yes".split()
)
_PAPERS = v.GIVEN | matters.PAPERS | _TOLD_BRIEFLY
_LIMITS = (
    " by ",
    " before ",
    " within ",
    " later than ",
    " nlt ",
    " ahead of ",
    " advance of ",
    " time for ",
    " after ",
)


def may_be(low: str) -> bool:
    """Return whether a sentence in small letters has the form of such a want."""
    if " to " in low and _TO_DO.match(low) is not None:
        return True
    if not any(limit in low for limit in _LIMITS):
        return False
    return (
        (" to " in low and _TO_DESK.match(low) is not None)
        or (" from " in low and _FROM_ASKED.match(low) is not None)
        or (", " in low and _THEIRS_BY.match(low.rstrip(" .")) is not None)
    )


def told(low: str, cast: Cast) -> Verdict | None:
    """Return the verdict of such a want, None where a sentence is none."""
    return (
        _to_do(low, cast) or _to_desk(low, cast) or _from_asked(low, cast) or _theirs(low.rstrip(" ."), cast)
    )


def _to_do(low: str, cast: Cast) -> Verdict | None:
    """asked "to" verb, no other verb beside it: "Oslo and Riga to name one officer apiece by May 3"."""
    match = _TO_DO.match(low)
    if match is None or _is_clause(low) or not cast.is_asked(match["who"].rstrip(" ,")):
        return None
    return Verdict(
        is_ask=True,
        cue_at=match.start("verb"),
        order_at=match.start("verb"),
        form="order",
        subject=match.span("who"),
    )


def _to_desk(low: str, cast: Cast) -> Verdict | None:
    """paper (":" | "in" | "back") "to" office of the sender, day: "Replies, however brief, in to OES/OA by May 3"."""
    match = _TO_DESK.match(low)
    if (
        match is None
        or low.endswith("?")
        or _is_clause(match["what"])
        or _BEHIND.fullmatch(low, match.end()) is None
    ):
        return None
    office = match["office"]
    is_ours = _US.match(office) is not None or Part.SENDER in (
        cast.part_of(office),
        cast.part_of(office.upper()),
    )
    return _wanted(match) if is_ours and _opens_with_paper(match["what"], cast) else None


def _from_asked(low: str, cast: Cast) -> Verdict | None:
    """paper "from" asked "," term "," what it says: "An assurance from the Department, two days after receipt, that"."""
    match = _FROM_ASKED.match(low)
    is_theirs = match is not None and cast.is_asked(match["whom"])
    return _wanted(match) if match is not None and is_theirs and _is_paper(match["what"]) else None


def _theirs(low: str, cast: Cast) -> Verdict | None:
    """asked "'s" paper "," limit: "Treasury's list of the frozen accounts, ahead of the consul's call on the bank"."""
    match = _THEIRS_BY.match(low)
    if match is None or _is_clause(low) or not asked_clauses.is_of_asked(low, cast):
        return None
    if _OF_WAR.search(match["when"]):
        return None  # "the Embassy's list of firms, before the war a thin thing"
    return _wanted(match) if _is_paper(match["head"]) else None


def _wanted(match: re.Match[str]) -> Verdict:
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="thing", subject=(0, match.end()))


def _is_clause(low: str) -> bool:
    """Return whether words hold a verb of their own, and not only in what is said of a thing: "a telephone that is answered"."""
    said = _SAID_OF.search(low)
    return _FINITE.search(low[: said.start()] if said else low) is not None


def _opens_with_paper(low: str, cast: Cast) -> bool:
    """Return whether words open with a paper that is no third party's to send."""
    match = _OPENS_WITH_PAPER.match(low)
    return match is not None and _is_paper(match["head"]) and not matters.is_from_others(low)


def _is_paper(low: str) -> bool:
    head = noun_phrase(WORDS.findall(low))[-1:]
    return bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_PAPERS)
