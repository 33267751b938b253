"""Days that a sentence takes back: "the request that posts report by May 3 is withdrawn", "the deadline of May 3 no longer holds"."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import inserted_at, rightward
from tracker.extraction.settled_days import is_settled

_DROPPED = frozenset(
    "canceled cancelled rescinded withdrawn void moot superseded deleted overtaken revoked annulled retracted".split()
)
_ORDERED = frozenset("instruction instructions request requirement order tasking directive call duty".split())
_FREED = frozenset("released relieved excused exempted exempt freed absolved".split())
_DROPPING = frozenset("hereby now considered null thereby become becomes therefore".split())
_BEFORE_DROPPED = verbs.BE_FORMS | _DROPPING
_PARTING = frozenset(
    "whether that if , who which will shall unless until once when because as since after though although where".split()
)
_LIMITS = frozenset({Marker.DUE, Marker.NAMED})
_HOLDING = frozenset("hold holds apply applies stand stands bind binds count counts obtain obtains".split())
_LAPSED = frozenset("dropped lifted scrapped waived suspended gone off dead obsolete lapsed".split())
_RUN_OUT = frozenset("lapsed expired passed".split())
_HAVING = frozenset("has have already since now".split())
_WANTED = frozenset("needed required expected wanted necessary due requested".split())
_VALID = frozenset("force valid good binding current operative".split())
_HOLDING_STILL = _HOLDING | _VALID
_MOST_TO_VERB = 10  # words between a deadline and what is said of it: "given in ref A for the long form"
_BE_FORMS_OR_HEREBY = verbs.BE_FORMS | {"hereby"}


def is_dropped(words: Words, phrase: Phrase) -> bool:
    """Return whether a phrase names a day that is taken back: of a request that is void, of a deadline that no longer holds.

    Example: `visas not used within 60 days are void`
    """
    is_limit = phrase.marker in _LIMITS or not _ORDERED.isdisjoint(words.texts[: phrase.start])
    if (is_limit and _has_lapsed(words, phrase)) or is_settled(words, phrase):
        return True
    if words.text(phrase.start - 1) in nouns.DELIVERABLES and _is_unwanted(words, phrase.stop):
        return True
    if not _FREED.isdisjoint(words.texts[: phrase.start]) and _is_freed(words, phrase):
        return True
    at = next((n for n in rightward(words, phrase.stop) if words.text(n) in _DROPPED), -1)
    start = phrase.stop + _closes_aside(words, phrase)
    between = words.texts[start:at] if at >= 0 else ()
    is_said = words.text(
        at - 1 - words.follows(at - 2, "null", "and") * 2
    ) in _BEFORE_DROPPED and _PARTING.isdisjoint(between)
    return at >= 0 and is_said and say.OPENING_DUTIES.isdisjoint(words.texts[: phrase.start])


def _closes_aside(words: Words, phrase: Phrase) -> bool:
    """Read "para 7, asking for lists by May 3, is canceled": the comma behind the day closes what is said of a paper."""
    if words.text(phrase.stop) != ",":
        return False
    opening = next((n for n in range(phrase.start - 1, 0, -1) if words.text(n) == ","), 0)
    which = words.text(opening + 1)
    return opening > 0 and (which.endswith("ing") or inserted_at(words, phrase.start) == opening)


def _is_freed(words: Words, phrase: Phrase) -> bool:
    """Read "posts are released from the duty to file by May 3", "excused from reporting by"."""
    at = next((n for n in range(phrase.start - 1, -1, -1) if words.text(n) in _FREED), 0)
    is_from = words.text(at + 1) == "from" and words.text(at - 1) in _BE_FORMS_OR_HEREBY
    return is_from and _PARTING.isdisjoint(words.texts[at + 1 : phrase.start])


def _has_lapsed(words: Words, phrase: Phrase) -> bool:
    """Read "no longer holds", "does not apply", "is no longer in force", "is lifted", "falls away" right behind a deadline."""
    for at in rightward(words, phrase.stop):
        text, before = words.text(at), words.text(at - 1)
        is_since = text == "since" and before in _HAVING
        if at - phrase.stop > _MOST_TO_VERB or (text in _PARTING and not is_since):
            return False
        if text in _HOLDING_STILL and "longer" in words.texts[phrase.stop : at]:
            return True
        if text in _HOLDING and before == "not" and words.text(at - 2) in {"does", "do"}:
            return True
        if text in _LAPSED and before in _BEFORE_DROPPED:
            return True
        if text in _RUN_OUT and before in _HAVING:
            return True
        if text in {"falls", "lapses"} and words.text(at + 1) in {"away", "", ".", ";", ","}:
            return True
    return False


def _is_unwanted(words: Words, at: int) -> bool:
    """Read "A reply by May 3 is no longer needed", "comments by May 3 are not required any more"."""
    if words.text(at) not in {"is", "are"}:
        return False
    not_ = words.skip(at + 1, "now", "therefore", "thus")
    is_no_longer = words.follows(not_, "no", "longer")
    wanted = not_ + 1 + is_no_longer
    return (is_no_longer or words.text(not_) == "not") and words.text(wanted) in _WANTED
