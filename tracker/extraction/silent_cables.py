"""Cables that say of themselves that they ask nothing: then only what is put in so many words to an addressee is asked.

"This message is for information only." with "Boats are to be counted by May 3" below it tells; "Embassy is requested to count" asks.
"""

import re
from collections.abc import Sequence

from tracker.cable.hints import Sieve, small
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import refusals
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast
from tracker.extraction.orders import order_at
from tracker.extraction.proposals import ActionRequest, LeftOut

_OF_ALL = r"(?: (?:by|of|from|on the part of) (?:(?:any |all |the |either |both )?(?:(?:action |info |addressee )?addressees?|posts?|embass(?:y|ies)|missions?|department|washington(?: agencies)?)))?"
_WANTED = r"(?:required|requested|needed|necessary|expected|called for|sought|asked)"
_ALSO_NONE = rf"(?:,? and (?:no (?:reply|response|answer|report)(?: to (?:this (?:cable|message|telegram)|it))? (?:is|are) (?:\w+ )?{_WANTED}|requires? no (?:reply|response|answer|action)))?"
_DECLARED = re.compile(  # in small letters, the whole sentence
    rf"(?:this|the present) (?:cable|message|telegram|report)(?: is| is sent| is provided| is transmitted| is repeated)? (?:solely |only |purely )?for (?:(?:the |your |addressees['’]? |posts['’]? )?(?:background|information)(?: (?:and|or) (?:background|information))?)(?: of (?:[\w-]+ ){{0,2}}[\w-]+)?(?: only)?{_ALSO_NONE}"
    rf"(?:[;,] (?:and )?no (?:action|reply|response|answer)(?: on it)? is {_WANTED}{_OF_ALL})?\."
    rf"|(?:for|fyi, for) (?:the )?information (?:only|of (?:all )?addressees(?: only)?)\."
    rf"|(?:this (?:cable|message|telegram|report)|it) (?:contains|carries|levies|makes|conveys|involves|holds) no (?:tasking|taskings|request|requests|instructions?|orders?|action)(?: for (?:posts?|addressees))?{_ALSO_NONE}\."
    rf"|(?:this (?:cable|message|telegram|report)|it) asks (?:for )?nothing(?: (?:of|from) (?:the )?(?:posts?|addressees|department|washington))?\."
    rf"|no action(?: (?:by|of|from) (?:the )?(?:posts?|addressees?|department|washington))? is {_WANTED}{_OF_ALL}{_ALSO_NONE}\.|no action (?:required|requested|needed)\."
    rf"|nothing is asked{_OF_ALL}\."
)
_FRAGMENT = re.compile(  # of the whole cable only where it opens it: it may be of one item
    r"no action (?:required|requested|needed)\.|(?:fyi, )?for (?:the )?information (?:only|of (?:all )?addressees(?: only)?)\."
)
_LIMITED = re.compile(  # one part of the cable, one of those asked, or a while
    r"\b(?:except|unless|until|other than|besides|but|at this time|at present|for now|now|yet|further|beyond|info addressees?)\b"
)
_TITLED = re.compile(r"\b(?:action|request|tasking|deadline|instruction)", re.IGNORECASE)
_PLEA = re.compile(
    r"\b(?:please|kindly|grateful|(?:is|are) (?:\w+ )?(?:requested|asked|instructed|directed|tasked|invited|encouraged|authorized|urged)|requests?|asks?|should|must|shall|(?:is|are) to|wish(?:es)?|would (?:appreciate|welcome|like)|glad|pleased|needs?|welcome|appreciated)\b"
)
_PLEADS = ("please ", "kindly ", "pls ")
_OURS = re.compile(
    r"\b(?:posts?|embass\w+|amembass\w+|consul(?:ates?|ar)\b|missions?|addressees?|department|washington|us|our|desk|bureau|ambassador|charge)\b|@|\b[a-z]{1,5}/[a-z]"
)
_SAID = Sieve(
    lambda word: (
        word
        in {
            "information",
            "background",
            "action",
            "tasking",
            "taskings",
            "nothing",
            "instructions",
            "instruction",
            "orders",
            "requests",
            "request",
        }
    )
)


def is_silent(cable: Cable, inside: frozenset[int]) -> bool:
    """Return whether a cable declares, outside papers, that it asks nothing of anybody."""
    sentences = cable.sentences
    return any(i not in inside and _declares(sentences[i]) for i in sentences.holding(_SAID.bit)) and not any(
        _TITLED.search(one.heading) for one in sentences if one.heading
    )


def _declares(sentence: Sentence) -> bool:
    low = small(sentence.text)
    is_own = sentence.heading is None or not sentence.heading.lower().startswith("for ")
    is_of_all = _FRAGMENT.fullmatch(low) is None or sentence.paragraph in (None, 0, 1)
    return is_own and is_of_all and _DECLARED.fullmatch(low) is not None and _LIMITED.search(low) is None


def weighed(taken: Sequence[ActionRequest], cast: Cast) -> tuple[list[ActionRequest], list[LeftOut]]:
    """Part the asks of a silent cable: those put in so many words to an addressee, and the rest, which are left out."""
    kept = [one for one in taken if _is_put(one, cast)]
    left = [
        LeftOut(
            evidence=one.evidence,
            paragraph=one.paragraph,
            reason=refusals.NOTHING_OWED,
            deadline=one.deadline,
        )
        for one in taken
        if one not in kept
    ]
    return kept, left


def _is_put(ask: ActionRequest, cast: Cast) -> bool:
    """Return whether words ask, and name who reads the cable or who sent it: "Embassy is requested", "Riga, please"; an order with its day may name nobody."""
    low = small(ask.evidence.quote)
    is_dated = ask.deadline is not None and ask.deadline.day is not None
    if low.startswith(_PLEADS) or (is_dated and order_at(low) == 0):
        return True
    is_named = _OURS.search(low) is not None or not v.BUREAUS.isdisjoint(ask.evidence.quote.split())
    is_named = is_named or any(re.search(rf"\b{re.escape(name.lower())}\b", low) for name in cast.names)
    return is_named and _PLEA.search(low) is not None
