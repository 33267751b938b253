"""Deadlines that are moved: "The suspense in ref A is put back to May 20", "We have extended the deadline to May 20". The new day counts."""

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.cable.hints import words_in
from tracker.extraction.cast import Cast, Part
from tracker.extraction.proposals import Deadline
from tracker.extraction.verdicts import Verdict

SIGNS = frozenset(
    """extended extend extends moved move moves put postponed postpone defer deferred changed advanced advance brought pushed slips
    slipped slip shifted extension""".split()
)
_MOVED = r"(?:extended|moved|postponed|deferred|changed|advanced|shifted|slipped|put (?:back|off|forward)|pushed back|brought forward)"
_LIMIT = r"(?:deadline|suspense(?: date)?|cut-?off(?: date)?|due date|closing date|(?:reply|reporting|response|submission|return|filing) date)s?"
_OF_REF = r"(?:date|day|time limit)s? (?:set |given |named |told |fixed )?(?:in|of|by) (?:ref(?:tel)?(?: [a-z])?|septel|para(?:graph)? \d{1,2})"
_FOR_PAPERS = r"(?:date|time limit)s? for (?:receipt of |the return of |submission of )?(?:posts?['’] |your |the |all )?(?:repl|respon|report|nomin|comment|submi|input|contribution|answer|estimate|plan|return|list|form)\w*"
_HAS = r"(?:is|are|has been|have been|was|were)(?: (?:now|hereby|therefore|also|again|accordingly))?"
_TO_DAY = r"(?: from [^;.]{3,40}?)? (?:to|until|till) (?=(?:(?:cob|noon|close of business|the|\w+day),? (?:of |on )?)?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|end|middle|close))"
_IS_MOVED = re.compile(  # "The suspense in ref A (May 10) is put back to May 20"
    rf"(?:(?:the|our|this|that|all) )?(?P<whose>(?:[\w/'’-]+ ){{0,3}}?)(?:{_LIMIT}|{_OF_REF}|{_FOR_PAPERS})(?P<what>[^;.]{{0,90}}?),? (?P<verb>{_HAS} {_MOVED}|ha(?:s|ve) slipped|slips?)\b"
)
_WE_MOVE = re.compile(  # "We have extended the deadline for plans to May 20"
    rf"(?P<who>[\w/' -]{{2,40}}?) (?P<verb>(?:ha(?:s|ve) |hereby |now )*(?:{_MOVED}|extends?|postpones?|defers?|moves?|advances?)) (?:the|our|this) (?:{_LIMIT}|{_OF_REF}|{_FOR_PAPERS})(?P<what>[^;.]{{0,90}}?)(?= (?:to|until|till|from) )"
)
_GRANTED = re.compile(  # "An extension to May 20 is granted to posts"
    rf"(?:an|the|a further|one) extension(?P<what>(?: of (?:the|this) {_LIMIT})?)(?P<verb> (?:to|until|till)) [^;.]{{3,40}}? (?:is|has been) (?:now |hereby |therefore )?(?:granted|given|allowed|approved)\b"
)
_STILL_DUE = re.compile(  # "For Oslo the same plan remains due, but the date slips to May 20"
    r"(?:[^;.]{3,80}? (?:remains? (?:due|wanted|required)|(?:is|are) still (?:due|wanted|required|needed|expected|to be sent)[^;.,]{0,30})|[^;.]{0,60}?\b(?:requests?|tasking|instructions?|requirements?)\b[^;.,]{0,40}? (?:remains? in force|still stands?|stands?|still holds?)),? (?:but|though|although|only) (?:the|its|their|our) (?:new )?(?:date|deadline|day|suspense) "
    rf"(?P<verb>slips|moves|(?:now )?(?:{_HAS} )?{_MOVED})\b"
)
_NEW_DAY = re.compile(_TO_DAY)
_OTHERS = re.compile(
    r"\b(?:states|part(?:y|ies)|governments?|countr\w+|compan\w+|applicants?|bid(?:s|ders?)?|tenders?|travelers?|candidates?|members|firms|delegations|ministr\w+|commission|court|parliament|tribunal|public|signature|ratification|grantees|students|contractors?|visitors|journalists|voters?|taxpayers|exporters|importers|registration)\b"
)
_THEIRS = re.compile(r"(?<!posts)(?<!post)(?<!embassy)(?<!department)(?<!bureau)['’]s? ")
_DENIED = re.compile(r"\b(?:not|never|cannot|no|nobody|was|were|asked|wishes|requested)\b")
_BEHIND_DAY = re.compile(r" (?:is|are|has|have|was|were|as|so|because|since|to) ", re.IGNORECASE)
_LEAD = "Due "
_LONGEST_DAY = 60  # characters


def moved(low: str, cast: Cast) -> Verdict | None:
    """A deadline of ours that is moved to a day: "The date in ref A for receipt of plans is changed from May 10 to May 20"."""
    if SIGNS.isdisjoint(words_in(low)):
        return None
    found = next((m for rule in (_IS_MOVED, _GRANTED, _STILL_DUE) if (m := rule.match(low))), None)
    ours = _WE_MOVE.match(low) if found is None else None
    match = found or (ours if ours and cast.part_of(ours["who"]) is Part.SENDER else None)
    if match is None or not (cast.asks_posts or cast.asks_others):
        return None
    said = low[: match.start("verb")] + low[match.end("verb") :]
    is_new = _NEW_DAY.search(low, match.end("verb") - len(" until")) is not None
    is_theirs = _OTHERS.search(said) or (match.re is _IS_MOVED and _THEIRS.search(match["whose"]))
    if not is_new or is_theirs or _DENIED.search(match["verb"]) or " not " in said:
        return None
    return Verdict(
        is_ask=True, cue_at=match.start("verb"), order_at=0, form="due", subject=(0, match.start("verb"))
    )


def new_day(quote: str, cue_at: int, deadline: Callable[[str], Deadline | None]) -> Deadline | None:
    """Return the day to which a deadline is moved, as it stands in the words of its ask behind the verb at `cue_at`."""
    low = quote.lower()
    if SIGNS.isdisjoint(words_in(low)):
        return None
    places = list(_NEW_DAY.finditer(low, max(cue_at, 0)))
    if not places:
        return None
    joint = max(low.rfind(f" {to} ", 0, places[0].end()) for to in ("to", "until", "till")) + 1
    begin = places[0].end()
    found = deadline(_LEAD + _BEHIND_DAY.split(quote[begin : begin + _LONGEST_DAY], maxsplit=1)[0])
    if found is None or found.day is None or found.start:
        return None
    end = begin + found.end - len(_LEAD)
    said = (f"Read “{quote[joint:end]}”.", *found.explained[1:])
    return replace(found, quote=" ".join(quote[joint:end].split()), start=joint, end=end, explained=said)
