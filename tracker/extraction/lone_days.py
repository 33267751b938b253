"""The day that one sentence sets, read alone: where its words name nobody whom the day binds, it counts only if the sentence asks."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from tracker.extraction import asking, dates, matters, refusals, spelling, unasked
from tracker.extraction.cast import Cast
from tracker.extraction.proposals import Deadline

_CASTS = tuple(
    Cast(
        asks_posts=not is_up,
        asks_capital=is_up,
        names={},
        told=frozenset(),
        is_clearance=False,
        has_collective=False,
    )
    for is_up in (False, True)
)
_SENT_IN = (  # what members of a body do for it
    r"(?:return|submit|send|forward|complete|reply|respond|provide|notify|so notify|inform|report|communicate|transmit|file|confirm|encode|nominate|furnish|supply|deliver|hand in|verify|update"
    r"|enter|answer|indicate|inscribe|search|upload|turn in)"
)
_MEMBERS = re.compile(  # whom a circular is sent to, where no heading tells it: "Member states are invited to reply by", "Unit coordinators shall submit"
    r"(?:(?:\w{1,2}[.)]){1,2} (?:\(\w+\) )?|[^,;:]{2,70}, )?(?P<who>(?:(?:all|the|each|every|any|msc|foia) )*(?:(?:unit|national|project|records|budget|training) )?"
    r"(?:member states?|(?:national|competent|customs|managing|designated) authorit(?:y|ies)|governments|administrations|delegations?|permanent missions?|focal points?|experts|observers"
    r"|coordinators?|liaisons?|tenants?|ships|units|custodians?|commanders?)(?: (?:of|with|in|from|wishing|intending|concerned|whose) [^,;:.]{2,60}?)?)"
    rf" (?:(?:is|are) (?:again |kindly |also |hereby |once more |once again )?(?:asked|requested|invited|reminded|called upon|urged) to |(?:shall|should|must|will|are to|is to) (?:\w+ly )?(?={_SENT_IN}\b))",
    re.IGNORECASE,
)
_CAME = re.compile(  # "the reports requested by December 6 came in on time", "becomes mandatory on 1 October"
    r"\b(?:requested|wanted|due|required|asked for|called for|promised) (?:by|for|on|before|no later than) [^,;:]{2,40}? (?:came|arrived|(?:was|were|have been|has been) (?:received|sent|met)|reached)\b"
    r"|\bbecomes? (?:mandatory|effective|binding|applicable|compulsory|law|due for (?:renewal|repair)|operative|obsolete) (?:on|as of|from|by)\b",
    re.IGNORECASE,
)
_BUT_IT_MUST = re.compile(  # behind the day that is wished for: "Ideally by June 15, but it must arrive no later than June 22"
    r",\s(?:but|and)\s(?:in\sany\s(?:case|event)\s)?(?P<it>it|they|these|this)\s(?:must|should|has\sto|have\sto|needs?\sto)\s(?:arrive|reach|be\s(?:here|in|with))\b",
    re.IGNORECASE,
)
_REPLY = "Replies"  # stands for what "it" means


def day_of(sentence: str, sent_at: datetime, *, is_day_off: Callable[[date], bool]) -> Deadline | None:
    """Return the deadline that a sentence sets for whoever reads it, None where it sets none."""
    came = _CAME.search(sentence[: asking.LONGEST_SENTENCE].replace("\n", " "))
    if came is not None:
        sentence = f"{sentence[: came.start()]}{' ' * len(came[0])}{sentence[came.end() :]}"
        if not unasked.still_asks(sentence.lower().replace("\n", " ")):
            return None
    sentence = _as_to_posts(sentence)
    firm = _BUT_IT_MUST.search(sentence)
    if firm is not None and asks(sentence):
        later = day_of(f"{_REPLY}{sentence[firm.end('it') :]}", sent_at, is_day_off=is_day_off)
        if later is not None:
            moved = firm.end("it") - len(_REPLY)
            return replace(later, start=later.start + moved, end=later.end + moved)
    mended = spelling.mended(sentence)
    if mended is None:
        return dates.deadline(sentence, sent_at, is_day_off=is_day_off, asks=asks)
    found = dates.deadline(mended.text, sent_at, is_day_off=is_day_off, asks=asks)
    return replace(found, start=mended.old(found.start), end=mended.old(found.end)) if found else None


def _as_to_posts(sentence: str) -> str:
    """Return a sentence to the members of a body as one to posts, every other character in its place."""
    members = _MEMBERS.match(sentence.replace("\n", " "))
    if members is None:
        return sentence
    first, last = members.span("who")
    return f"{sentence[:first]}{'Posts':<{last - first}}{sentence[last:]}"


@lru_cache(maxsize=16)
def asks(sentence: str) -> bool:
    """Return whether a sentence asks whoever reads it, at a post or in the capital."""
    text = " ".join(sentence[: asking.LONGEST_SENTENCE].split())
    verdicts = [asking.verdict_of(text, cast) for cast in _CASTS]
    if any(found is not None and found.is_ask for found in verdicts):
        return True
    plain = refusals.without_quotations(text)
    return not refusals.whole(plain.lower()) and matters.is_owed(plain)
