"""Whose act stands beside a day: that of an event, of those asked who report back, or none at all."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import part_start, subject_of

REPORTING = frozenset("reporting informing advising cabling telling notifying confirming".split())
RUNNING_THEN = frozenset("begins ends starts concludes convenes".split())
TELLING = frozenset("report cable advise telegraph relay forward".split())
ANSWERS = frozenset(
    "answer answers reply replies response responses reaction reactions decision back result results".split()
)
ACTS = frozenset("meet visit open start begin close host convene attend".split())
_BE_FORMS_OR_MOST_VERY = verbs.BE_FORMS | {"most", "very"}
_DELIVERABLES_OR_OWN_OR_DATED = nouns.DELIVERABLES | nouns.OWN | nouns.DATED
_ORDERS_OR_PERSUADING = verbs.ORDERS | verbs.PERSUADING


def describes(words: Words, at: int) -> bool:
    """Read "names of likely bidders": "likely" before a noun foretells nothing."""
    is_plain = words.text(at) == "likely" and words.text(at + 1) not in {"to", "that", "will"}
    return is_plain and words.text(at - 1) not in _BE_FORMS_OR_MOST_VERY


def is_ordered_often(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "should send nominations for the course each Friday": an order that comes again, no day of the course."""
    opening = words.texts[part_start(words, at) : at] if phrase.reading.recurrence else ()
    is_order = not say.ASKING.isdisjoint(opening) and verbs.POINTING.isdisjoint(opening)
    return is_order and words.text(phrase.start - 1) not in verbs.EVENT_VERBS


def ends_itself(words: Words, at: int) -> bool:
    """Read "and ends by", "the drill ends by": what runs ends itself; "the window for replies closes" is no drill."""
    return subject_of(words, at)[0] not in _DELIVERABLES_OR_OWN_OR_DATED


def reports_back(words: Words, at: int) -> bool:
    """Read "encourage the bank to sign, reporting progress by": those asked report, the bank does not."""
    if words.text(at) not in REPORTING or words.text(at - 1) != ",":
        return False
    start = part_start(words, at)
    before = words.texts[start:at]
    is_order = words.text(behind_mark(words, start)) in _ORDERS_OR_PERSUADING
    return is_order or not say.OPENING_DUTIES.isdisjoint(before)


def reports_answer(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "urge the ministry to sign and report its answer by": those asked report, though the ministry signs."""
    return any(
        words.text(n) == "and"
        and words.text(n + 1) in TELLING
        and words.text(words.skip(n + 2, "its", "their", "his", "her", "the", "any")) in ANSWERS
        for n in range(at + 1, phrase.start - 1)
    )


def is_asked_act(words: Words, at: int) -> bool:
    """Say whether the event is the act that is asked for: "should hold the session between", "please meet with"."""
    if words.text(at) in ACTS and words.text(at - 1) in {
        "please",
        "should",
        "must",
        "to",
    }:
        return True
    if words.text(at) in {"held", "conducted"} and words.text(at - 1) == "be":
        duty = at - 2 - (words.text(at - 2) == "to")
        head = subject_of(words, duty)[0]
        is_duty = words.text(at - 2) in say.ACTING or words.text(at - 2) == "to"
        return is_duty and head not in nouns.EVENTFUL  # "interviews should be held"
    return any(words.text(n) in verbs.HOLDING for n in range(max(0, at - 8), at))


def behind_mark(words: Words, start: int) -> int:
    """Return the place of the first word behind a dash."""
    return words.skip(start, "-", "--", "*")
