"""A plain first sentence in which a writer says by when an answer comes: "visit agreed, dates to follow by Friday".

Text in, text out. What others do, conditions, hopes, denials, questions and what is quoted are no promise.
"""

import re

from tracker.domain.own_words import GREETING

LONGEST = 400  # characters of a sentence
ENDS = re.compile(r"(?<!\b[Mm]r)(?<!\b[Mm]rs)(?<!\b[Dd]r)[.!?](?=\s+[^\sa-z]|\s*$)")
SOFT = re.compile(r"^(?:if|unless|provided|but|however|not|no|maybe|perhaps|hopefully|depending|subject)\b")
PARTS = re.compile(r"\s*[,;:(]\s*|\s+[\u2013\u2014-]+\s+|\s+and\s+")
LIMITS = re.compile(
    r"[?\"\u201c\u201d\u00ab\u00bb\u201e]|(?:^|\s)['\u2018]|n['\u2019]t\b|\b(?:not|never|no|nor|neither|none|nobody|nothing"
    r"|cannot|without|hardly|if|unless|once|when|provided|assuming|depend\w*|subject to|in case|whether|until|till"
    r"|should|would|could|might|or|hop(?:e|es|ed|ing|efully)|perhaps|maybe|possibl[ey]|probabl[ey]|likely|tr(?:y|ies"
    r"|ying)|aims?|earliest|sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|wr(?:ote|ites|itten that)|claim(?:s|ed)?"
    r"|promise[sd]?|ask(?:s|ed|ing)?|want(?:s|ed)?|request(?:s|ed)?|requires?|expects|expected|please|must|insists?"
    r"|according|reportedly|supposed|doubt|unable|fail(?:s|ed)?|impossible|otherwise|instead|their|his|her"
    r"|thinks?|believes?|assumes?|guess"
    r"|(?<!\d )may(?! \d))\b"
)
WHAT = (
    r"(?:(?:the|our|an?|my|this|full|fuller|exact|further|more|final|formal|written|firm|other|proposed|precise|all|new"
    r"|detailed|complete|short|longer|first|remaining|visit|meeting|delegation|signed) ){0,4}"
    r"(?:answers?|repl(?:y|ies)|responses?|reports?|reporting|dates?|details?|names?|word|texts?|notes?|cables?"
    r"|telegram|septel|readouts?|results?|outcome|confirmation|lists?|figures?|numbers?|particulars|rest|more|letters?"
    r"|papers?|documents?|copy|copies|summary|schedule|itinerary|programme?|info|information|update|comments?|views"
    r"|position|(?:diplomatic )?non-?paper|mail|e-?mail|venue|times?|contacts?|points? of contact)"
    r"(?: (?:of|for) (?:the|this|our) (?:visit|meeting|trip|talks|call|delegation|exercise))?"
)
WE = r"(?:we|i|post|the post|embassy|the embassy|mission|the mission|consulate|the consulate)"
SHALL = rf"{WE}(?:['\u2019]ll| will| shall| expect to| are going to| am going to)(?: also| then| now)?"
BACK = (
    r"(?: back)?(?: to (?:you|the desk|the department|washington))?(?: in full| fully| on this| in detail)?"
)
ANSWERING = (
    rf"(?:(?:answer|reply|report|revert|respond|get back|come back){BACK}(?: with {WHAT})?"
    rf"|(?:send|have|provide|give|forward|cable)(?: you)? (?:it|this|that|them|{WHAT})(?: ready)?{BACK})"
)
OPENS = r"(?:and |so |but |with |then )?"
PROMISES = tuple(
    re.compile(f"{OPENS}{form}")
    for form in (
        rf"{WHAT} (?:to follow|will follow|shall follow|follows?)",
        rf"{SHALL} {ANSWERING}",
        rf"(?:will|shall) {ANSWERING}",
        rf"you(?:['\u2019]ll| will| shall) (?:have|get|receive) (?:it|this|that|them|{WHAT})",
        r"(?:our |an |the |full )?(?:answer|report|reply)",
        r"(?:will|shall|to) follow",
    )
)
NOBODY = re.compile(rf"{OPENS}(?:will|shall|to)\b")  # who does it stands before, and may be somebody else
TAKEN = re.compile(r"(?:ok|okay|noted|(?:many )?thanks|thank you|understood|received|yes)[,;:.]?")
BARE = re.compile(rf"{OPENS}(?:our |an |the |full )?(?:answer|report|reply)")  # may be what was asked


def promised(text: str) -> str | None:
    """Return the words after "by" where the first sentence says that an answer comes by a day; None else.

    A sentence of parts: one of them, whole up to its "by", is the promise; none of the others limits it.
    """
    sentence = first_sentence(text)
    plain = sentence.lower()
    before, _, after = plain.rpartition(" by ")
    if not after or LIMITS.search(plain) or not _is_promise(before.rstrip()):
        return None
    return sentence[-len(after) :].strip().rstrip(")")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; "" where it is too long, or the next one takes it back."""
    match = ENDS.search(text)
    sentence = text[: match.end()] if match else text
    is_taken_back = SOFT.match(text[len(sentence) :].strip().lower())
    return "" if is_taken_back or len(sentence) > LONGEST else sentence.strip()


def _is_promise(before: str) -> bool:
    """Say whether the last part before "by" is a promise, and nobody else's."""
    starts = [0, *(match.end() for match in PARTS.finditer(before))]
    return any(_promises(before[start:], before[:start].rstrip()) for start in starts)


def _promises(part: str, ahead: str) -> bool:
    """Say whether a part of a sentence is a promise, after what stands ahead of it."""
    if not any(form.fullmatch(part) for form in PROMISES):
        return False
    if NOBODY.match(part):
        return not ahead or any(said.fullmatch(ahead) for said in (TAKEN, GREETING))
    return not ahead or not BARE.fullmatch(part) or ahead.endswith((",", ";"))
