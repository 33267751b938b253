"""Whether a yes or a no is one to what was asked: who is asked to vote against agrees by voting against."""

import re

_TURNED = {"agreed": "refused", "refused": "agreed"}
_ASKED_AGAINST = re.compile(r"\b(?:vote|votes|voting) (?:no\b|against)|\boppos(?:e|es|ing)\b|\babstain")
_SAID_AGAINST = re.compile(
    r"\bvot(?:e|es|ed|ing) no\b|\bagainst\b|\boppos(?:e|es|ed|ing)\b|\babst(?:ain|ention)"
)
_SAID_FOR = re.compile(
    r"\bvot(?:e|es|ed|ing) (?:yes\b|for|in favor|with)|\b(?:support|co-?sponsor)\w* (?:the|it|this|that)\b"
)
_ASKED_NOT = re.compile(
    r"\b(?:not (?:to )?(?!yet|later|only)[a-z]+|refrain(?:s|ing)?|avoid(?:s|ing)?|forgo)\b"
)
_SAID_NOT = re.compile(
    r"\b(?:will|would|shall) not\b|\bno intention of\b|\b(?:none|nothing) would\b|\bdecided not to\b"
)

_ASKED_FACT = re.compile(
    r"\b(?:report|determine|learn|ascertain|find out|verify|check|confirm)\b(?![^.;]*\b(?:can|could|will|would|may)\b)"
)
_SAID_NONE = re.compile(
    r"\b(?:there (?:is|are|was|were)|has|have|had|found|finds) no"
    r" (?!information|figures?|data|way|means|knowledge|idea|access|authority|power|answer|reply)"
)


def kind_for(kind: str, quote: str, asked: str) -> str:
    """Return how a sentence that says yes or no answers an ask: turned round where the ask is for the opposite.

    A sentence that may mean either keeps its kind.
    """
    low, wanted = quote.lower(), asked.lower()
    if kind not in _TURNED:
        return kind
    if _ASKED_AGAINST.search(wanted):
        is_against, is_for = bool(_SAID_AGAINST.search(low)), bool(_SAID_FOR.search(low))
        if is_against != is_for:
            return "agreed" if is_against else "refused"
        return kind
    if kind == "refused" and _ASKED_FACT.search(wanted) and _SAID_NONE.search(low):
        return "agreed"  # that there are none is what was to be learned
    is_turned = kind == "refused" and _ASKED_NOT.search(wanted) and _SAID_NOT.search(low)
    return _TURNED[kind] if is_turned else kind
