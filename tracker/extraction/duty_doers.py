"""Who has a duty with a day, where it is told by whose part he is, by what is to be done, or behind "by"."""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction import named_bodies, own_parts
from tracker.extraction.acts_of_states import is_of_states
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import subject_behind, subject_of

SEEN_BY = frozenset(
    "received accepted approved cleared seen heard reached read needed wanted required".split()
)
OF_SENDER = nouns.SENDERS - frozenset("this our ds staff".split()) | {"agency", "bureau"}
OF_DOERS = frozenset("must should shall to have has expected need needs".split())
_OF_DOERS_OR_ORDERED = OF_DOERS | verbs.ORDERED
_ACTING_OR_NEED_NEEDS = say.ACTING | {"need", "needs"}
_OWN_OR_DELIVERABLES = nouns.OWN | nouns.DELIVERABLES


def of_part(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Judge a duty by whose part has it: "field offices must", "Soviet units are to"; or who writes to us because of a notice."""
    if words.text(at) not in _OF_DOERS_OR_ORDERED:
        return None
    if _is_of_named_body(words, at):
        return verdicts.STRANGER
    if words.text(at) not in OF_DOERS:
        return None
    if own_parts.writes_to_us(words, at, phrase):
        return verdicts.YES
    if not is_actor(words, at):
        return verdicts.THIRD if _is_done_by_third(words, at, phrase) else None
    return _of_actor(words, at)


def _of_actor(words: Words, at: int) -> Verdict | None:
    if is_of_states(words, at, subject_of(words, at)[0]):
        return verdicts.THIRD
    is_ours = own_parts.whose_part(words, at)
    if is_ours is None:
        return verdicts.THIRD if _is_foreseen(words, at) else None
    return verdicts.YES if is_ours else verdicts.STRANGER


def _is_of_named_body(words: Words, at: int) -> bool:
    """Say whether a duty is of a body whose name only holds a word of ours, as its doer, or of posts on a border."""
    return named_bodies.has_post_of_others(words, at) or (
        is_actor(words, at) and named_bodies.is_body(words, at)
    )


def is_actor(words: Words, at: int) -> bool:
    """Say whether the subject of an asking word is to act itself: "must pay", "are required to pay"; not "must be paid"."""
    text = words.text(at)
    if text == "charged":
        return words.text(at + 1) == "with"
    if text in {"has", "have", "given", "allowed", "granted"}:
        return True
    if text in verbs.ORDERED or text == "expected":
        return words.text(at + 1) == "to" and words.text(at + 2) != "be"
    verb = words.skip(at + 1, "to")
    if text in {"need", "needs"} and verb == at + 1:
        return False
    if words.text(verb) in verbs.ARRIVING or (
        words.text(verb) == "get" and words.text(verb + 1) in {"here", "to"}
    ):
        return False
    return text in _ACTING_OR_NEED_NEEDS and "be" not in {words.text(at + 1), words.text(at + 2)}


def _is_done_by_third(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "must be answered by the mayor by May 3": who is to do it is named."""
    if words.text(at + 1) != "be" or phrase.start <= at:
        return False
    by = next((n for n in range(at + 2, phrase.start) if words.text(n) == "by"), -1)
    is_received = words.text(by - 1) in SEEN_BY  # "received by PERS-83" is here
    whom = subject_behind(words, by + 1) if by > 0 and not is_received else ""
    if whom in OF_SENDER:
        return True  # "is to be carried out by the Agency"
    is_one = words.text(by + 1) in {"the", "a", "an"} and nouns.is_third(whom + "s")  # "by the dealer"
    return (nouns.is_third(whom) or is_one) and whom not in nouns.ROLES


def _is_foreseen(words: Words, at: int) -> bool:
    """Read "Berlin will have to decide": what others will be forced to do; "replies will have to be in" is asked."""
    if words.text(at) != "to" or words.text(at - 1) != "have" or words.text(at - 2) not in say.MODALS:
        return False
    head, opening = subject_of(words, at - 2)
    return head not in _OWN_OR_DELIVERABLES and not nouns.OURS & set(opening)
