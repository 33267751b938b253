"""Duties of the sender itself, with their day: what it must do, needs to do, or thinks to have by then; what it lacks is asked."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.plans_said import OWED
from tracker.extraction.sentence_parts import ahead_of

_OFFICES = frozenset("office bureau division directorate agency command headquarters branch unit".split())
_DEPARTMENTS = frozenset(
    "commerce treasury agriculture defense justice energy labor interior transportation".split()
)
MOST_HAD = 6  # words: "should have the first figures"
_DUTIES = say.DUTIES | {"need", "needs"}
_WE = frozenset({"we", "i", "us", "our"})
_OWED_BY_POSTS = (OWED - {"from", "word"}) | nouns.OWN
_SENDERS_OR_OFFICES = nouns.SENDERS | _OFFICES
_SENDERS_OR_DEPARTMENTS = nouns.SENDERS | _DEPARTMENTS
_RECEIVING_BUT_GET_GETTING = verbs.RECEIVING - {"get", "getting"}


def only_expects(words: Words, at: int, head: str) -> bool:
    """Read "We should have word from the bank by May 3": what the sender thinks to have, from none of those asked."""
    if words.text(at) not in {"should", "ought"} or words.text(words.skip(at + 1, "to")) != "have":
        return False
    had = ahead_of(words, at, 0, MOST_HAD)
    is_theirs = any(word.endswith("'s") and word[:-2] not in nouns.OURS for word in had)  # "the bank's reply"
    is_from_others = is_theirs or "for" in had or _OWED_BY_POSTS.isdisjoint(had)
    return head in _SENDERS_OR_OFFICES and is_from_others


def is_of_sender(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Return whether a duty is the sender's own: "We must file", "This office needs to clear"; not "we must have your reply"."""
    text = words.text(at)
    if not (head in _SENDERS_OR_DEPARTMENTS or (opening[:1] == ("this",) and head in _OFFICES)):
        return False
    if head not in _WE and words.text(at + 2) == "us":
        return False  # so a post writes: "Department should tell us"
    is_own_work = text == "to" or OWED.isdisjoint(ahead_of(words, at, 0, MOST_HAD))
    gets = _RECEIVING_BUT_GET_GETTING if is_own_work else verbs.RECEIVING
    is_own = text == "shall" or (text in _DUTIES and not ahead_of(words, at, 0, 3) & gets)
    return is_own and not _shall_need(words, at)


def _shall_need(words: Words, at: int) -> bool:
    """Read "we shall need from you", "we must ask for": what the sender lacks, not what he must do."""
    need = words.text(words.skip(at + 1, "also", "therefore"))
    return words.text(at) == "shall" and need in {"need", "want", "require"} and words.text(at + 2) != "to"
