"""Words that ask elsewhere and ask nothing where they stand: nouns, "looks ready", what stands behind "will", a case that may come."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import NUMBERS, Words
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import subject_behind

MOST_TO_NOUN = 5  # words: "should send budget and leave requests"
MOST_TO_ORDER = 7  # words
_BEFORE_ORDER = frozenset("to please pls should must shall will also then , and ; : -".split())
SOMEBODY = frozenset("those persons people guests officials anyone everyone all".split())
NEEDS = frozenset({"needs", "demands"})
_OF = frozenset("of for on about".split())
_LIMITS = frozenset("by before within nlt no not prior on until".split())
NOUNS_TOO = say.ACTIVE | {"obligation"}
_OWN_OR_DELIVERABLES_OR_SENDERS_OR_THERE = nouns.OWN | nouns.DELIVERABLES | nouns.SENDERS | {"there", ""}


def asks_nothing(words: Words, at: int) -> bool:
    """Say whether a word that asks elsewhere is a noun, describes somebody, or stands behind "will"."""
    text = words.text(at)
    if text in NOUNS_TOO and (_is_noun(words, at) or only_looks(words, at)):
        return True
    near = {words.text(at - 1), words.text(at - 2)}
    if text in say.PARTICIPLES and words.text(at - 1) in SOMEBODY:
        is_told = words.text(at + 1) == "to" and words.text(at + 2) not in say.DETERMINERS
        is_name = words.raw(at + 2)[:1].isupper() and not words.sentence.isupper()
        return not is_told or is_name  # "the list of those invited to the desk"
    if text == "responsible" and not near & verbs.BE_FORMS:
        return True  # "the official responsible for customs"
    is_open = words.text(at + 1) not in {"that", "for", "to", "if"} and not near & {"is", "be"}
    if text in say.TO_THAT and is_open:
        return True
    # "may well require", "will probably request"
    return text in say.ACTIVE and words.text(at - 1 - _is_adverb(words.text(at - 1))) in say.MODALS


def is_pointer(words: Words, at: int) -> bool:
    """Read "note", "see para 5", "be advised": words that ask for nothing to be done."""
    return words.text(at) in verbs.POINTING or (
        words.text(at) in verbs.LOOKING and words.text(at + 1) in say.LOOKED_AT
    )


def _is_adverb(text: str) -> bool:
    return text.endswith("ly") or text in {"well", "also", "soon", "then", "still"}


def only_looks(words: Words, at: int) -> bool:
    """Say whether "looks" asks for nothing: "looks ready"; it does in "looks for an estimate", "looks to post for"."""
    if words.text(at) == "look":
        is_ours = words.text(at - 1) == "we" and words.text(at + 1) == "to"
        return not is_ours or subject_behind(words, at + 2) not in nouns.OWN
    return words.text(at) == "looks" and words.text(at + 1) not in {"for", "to"}


def _is_noun(words: Words, at: int) -> bool:
    """Read "the request", "the ministry's needs", "submit requests"."""
    before = words.text(at - 1)
    if words.text(at + 1) == "not":
        return False
    if words.text(at) == "obligation":
        return before == "for"  # "funds available for obligation"
    if words.text(at) == "requests" and (words.digits(at - 1) or before in NUMBERS):
        return True  # "three requests"
    if words.text(at + 1) in verbs.WEAK or (words.text(at) in NEEDS and _is_sent(words, at)):
        return True
    if words.text(at) == "requests" and not say.OPENING_DUTIES.isdisjoint(
        words.texts[max(0, at - MOST_TO_NOUN) : at]
    ):
        return True  # "should send budget requests"
    is_owned = words.text(at - 2) in {"our", "your", "their", "its", "his", "her"} and words.text(at) in {
        "request",
        "requests",
        "need",
        "needs",
        "demands",
        "tasks",
    }
    if _is_of_something(words, at):
        return True
    return before in say.NOUN_BEFORE or is_owned or before.endswith(("'s", "s'"))


def _is_sent(words: Words, at: int) -> bool:
    """Read "should send room needs for May 2": what an order asks for, no verb."""
    behind = words.text(at + 1)
    is_verb = behind in say.DETERMINERS | NUMBERS.keys() or behind in {"to", "your", "all"}
    return is_ordered(words, at) and not is_verb and words.text(at - 1) not in nouns.OWN_OR_SENDERS


def is_ordered(words: Words, at: int) -> bool:
    """Read "e-mail completed plans to M/FMP", "should send room needs": it stands in what an order asks for."""
    for near in range(at - 1, max(-1, at - MOST_TO_ORDER), -1):
        if words.text(near) in say.CLAUSE_EDGES and not words.is_glued(near):
            return False
        before = words.text(near - 1)
        if words.text(near) in verbs.ORDERS and (near == 0 or before in _BEFORE_ORDER or before in nouns.OWN):
            return True
    return False


def _is_of_something(words: Words, at: int) -> bool:
    """Read "estimates of staffing needs by May 3": behind "of" without an object it is a noun."""
    place = next((n for n in (at - 2, at - 3) if words.text(n) in _OF), 0)
    said = words.texts[place + 1 : at]
    is_plain = say.VERB_LIKE.isdisjoint(said) and words.text(at - 1) not in nouns.OWN_OR_SENDERS
    return place > 0 and is_plain and words.text(at + 1) in _LIMITS


def is_others_case(words: Words, phrase: Phrase) -> bool:
    """Read "Should the strike not end by May 3, flights will stop": what others may do is a condition."""
    head = subject_behind(words, 1)
    is_ours = head in _OWN_OR_DELIVERABLES_OR_SENDERS_OR_THERE
    return not is_ours and "," not in words.texts[: phrase.start] and words.text(phrase.stop) == ","
