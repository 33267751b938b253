"""Formal days behind a question that an order puts: "Advise whether the navy will send observers NLT COB May 15"."""

from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import part_start

_QUESTIONS = frozenset({"whether", "if"})
_TELLING = frozenset("advise report tell inform confirm notify say know cable indicate ascertain".split())
_ORDERING = frozenset("please pls kindly should must shall to and asked requested".split())
_BINDING = frozenset("must should shall required obliged bound compelled needs need has have had".split())
_CLOSES = frozenset({"COB", "OOB"})
MOST_TO_QUESTION = 4  # words: "advise this headquarters at once whether"
_ORDERING_OR_US = _ORDERING | {"us"}


def is_day_of_answer(words: Words, phrase: Phrase) -> bool:
    """Return whether a day in the form of a suspense is that of the answer, not of what is asked about.

    "By May 15" alone may be either, and is left to the clause it stands in; so is a duty of others.
    """
    is_formal = phrase.marker is Marker.FIRM or phrase.time in _CLOSES
    if not is_formal or _QUESTIONS.isdisjoint(words.texts[: phrase.start]):
        return False
    start = part_start(words, phrase.start)
    question = next((n for n in range(phrase.start - 1, start, -1) if words.text(n) in _QUESTIONS), 0)
    if not question or not _BINDING.isdisjoint(words.texts[question : phrase.start]):
        return False
    near = range(question - 1, max(start, question - MOST_TO_QUESTION) - 1, -1)
    verb = next((n for n in near if words.text(n) in _TELLING), -1)
    if verb < 0:
        return False
    before = words.texts[start:verb]
    return not before or before[-1] in _ORDERING_OR_US or not say.OPENING_DUTIES.isdisjoint(before)
