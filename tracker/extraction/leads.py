"""Sentences that lead a list: those that break off before their verb, and those over a list of things wanted."""

import re
from collections.abc import Iterator, Sequence

from tracker.cable.parts import Sentence
from tracker.extraction import labels
from tracker.extraction.cast import Cast, Part
from tracker.extraction.orders import opens_with_verb, order_at

_LEAD_IN = re.compile(  # breaks off before its verb: the entries below are the asks
    r"(?:\b(?:should|must|shall|to|please|that|(?<!from )posts?|(?<!from )addressees|embass(?:y|ies)|missions?)|\bdo the following|\b(?:act|do|proceed|reply|respond|report|help) as follows"
    r"|\b(?:assistance|help|support|cooperation|actions?|steps|measures|tasks?)\b[^:]{0,40}\b(?:following|below|these)\b[^:]{0,30}"
    r"|\b(?:requests?|asks?|requested|asked|appreciate|grateful|urges?)(?: it)?(?: if| that)? (?:the |action |all )?(?:department|washington|addressees|[\w/]{2,20}) ?(?:could |would |please )?"
    r"|\b(?:take|following|these) (?:\w+ )?(?:actions|steps|tasks|measures|things)) ?:$",
    re.IGNORECASE,
)
_LEAD_DAY = re.compile(  # "do the following by May 3:"
    r",? (?:by|nlt|no(?:t)? later than|on or before|before|within) [^:;.]{2,45} ?:$", re.IGNORECASE
)
_WANTED = re.compile(  # in small letters: "Also required from post are:", "The following are needed:"
    r"\b(?:required|needed|requested|wanted|due)\b[^:]{0,40}\b(?:is|are) ?:$"
    r"|\b(?:following|items|things)\b[^:]{0,60}\b(?:is|are) (?:also |now |still )?(?:required|needed|requested|wanted|due)\b[^:]{0,40}:$"
)
_WANTING = re.compile(  # the sender wants: "The Department also needs from posts:"
    r"(?P<who>[^:]{2,60}?) (?:also |still |now )?(?:needs?|requires?|requests?|wants?|seeks?|would (?:appreciate|welcome|like)(?: to (?:have|receive))?)"
    r"(?: the following| these)?(?: (?:items|things))?(?: from [^:]{2,40})?(?: as well)? ?:$"
)
_OWN_DAY = re.compile(  # in small letters
    r"\b(?:by|nlt|no later than|not later than|on or before|before|within|due) (?:[\w.]+ ){0,4}?(?:\d|[a-z]+day\b|the end\b|mid|today|tomorrow|(?:one|two|three|four|five|ten) )"
)
_ACTION_ALONE = re.compile(  # in small letters: "Action:", "Action, in order of date:", "What is wanted:"
    r"(?:post |embassy |mission )?actions?(?: required| requested| items?| needed)?(?:, [^:]{3,30})?"
    r"|(?:requests?|tasks?|needs)(?: for (?:action|the department|posts?|washington))?"
    r"|what (?:is|we|the department|washington|post|embassy|mission) (?:now |also |still )?(?:wanted|needed|required|requested|asks?|needs?|wants?|requires?|requests?)(?: (?:from|of|by) [\w ]{3,40})?"
)
_MAIN_CLAUSE_ENDS = re.compile(
    r"\b(?:whether|that|which|who|whom|whose|how|what|if|when|where|once|as|while|until)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|must|should|shall|may(?! \d)|can|came|did|does|please)\b"
)
_SPEAKING = re.compile(r"(?:we|you|it|they|he|she|i|this|that|there)\b")  # a clause of its own
_OWN_LABEL = re.compile(r"[^:]{3,40}: ")
LEAST = 2  # entries
SHORTEST_THING = 4  # words


def breaks_off(text: str) -> bool:
    """Return whether a sentence leads a list and asks for nothing itself: "Posts should:", "Please do the following by May 3:"."""
    if not text.endswith(":"):
        return False
    return _LEAD_IN.search(text) is not None or _LEAD_IN.search(_LEAD_DAY.sub(":", text)) is not None


def things_wanted(sentences: Sequence[Sentence], cast: Cast) -> dict[int, bool]:
    """Return the sentences of lists of things wanted: True for an entry, False for the words that lead it.

    Only where an entry has a day of its own; else the list is one ask, with the words that lead it.
    Example: `Also required from post are: (a) the names of the drivers, by May 3; (b) a sketch of the gate.`
    """
    found = dict.fromkeys(_things_under_action(sentences), True)
    for i, sentence in enumerate(sentences):
        if not sentence.text.endswith(":") or not _asks_for(sentence.text.lower(), cast):
            continue
        entries = list(_entries(sentences, i))
        if len(entries) >= LEAST and any(_OWN_DAY.search(sentences[j].text.lower()) for j in entries):
            found |= {i: False} | dict.fromkeys(entries, True)
    return found


def _things_under_action(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Yield the entries that only name a thing, under "Action:" or a title like "What we ask"; orders ask for themselves."""
    led = None
    for i, sentence in enumerate(sentences):
        mark = labels.ENTRY.match(sentence.text)
        title = (sentence.heading or "").lower().strip(" :.-")
        if sentence.text.endswith(":"):
            led = sentence.paragraph if _ACTION_ALONE.fullmatch(sentence.text.lower().strip(" :")) else None
        elif (sentence.is_bullet or mark is not None) and (
            (led is not None and led == sentence.paragraph) or _ACTION_ALONE.fullmatch(title)
        ):
            start = mark.end() if mark else 0
            if _is_thing(sentence.text.lower()[start:]):
                yield i


def _is_thing(low: str) -> bool:
    """Return whether an entry in small letters names a thing and no more: "two single rooms within the rate"."""
    label = _OWN_LABEL.match(low)
    thing = low[label.end() if label else 0 :]
    end = _MAIN_CLAUSE_ENDS.search(thing)
    is_bare = _FINITE.search(thing, 0, end.start() if end else len(thing)) is None
    is_long = thing.count(" ") >= SHORTEST_THING - 1 and not thing.endswith(("only.", ":"))
    is_order = (
        order_at(thing, is_listed=True) is not None or opens_with_verb(thing, is_listed=True) is not None
    )
    return is_bare and is_long and not (is_order and label is None) and not _SPEAKING.match(thing)


def _asks_for(low: str, cast: Cast) -> bool:
    if _WANTED.search(low):
        return True
    wanting = _WANTING.fullmatch(low)
    return wanting is not None and cast.part_of(wanting["who"]) is Part.SENDER


def _entries(sentences: Sequence[Sentence], lead: int) -> Iterator[int]:
    """Yield the things listed under a lead; a list of orders is none of things."""
    for j in range(lead + 1, len(sentences)):
        one = sentences[j]
        mark = labels.ENTRY.match(one.text)
        is_entry = one.is_bullet or mark is not None or one.text[:1].islower()
        if one.paragraph != sentences[lead].paragraph or not is_entry:
            return
        if order_at(one.text.lower(), mark.end() if mark else 0, is_listed=True) is not None:
            return
        yield j
