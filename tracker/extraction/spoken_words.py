"""Speech: words in quotation marks that somebody else spoke, and sentences that end as somebody's word."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.sentence_parts import OUR_PAPERS, subject_behind, subject_of

MOST_SPEAKER_WORDS = 7  # behind speech, up to "said"
READING = frozenset(
    "reads read states runs provides stipulates".split()
)  # before a colon and a text in quotation marks
ANYHOW = frozenset("whatever whichever however whoever".split())  # "whatever the ministry may have said"
_MAY_ASK_OR_PAPERS = nouns.MAY_ASK | nouns.PAPERS


def is_quoted(words: Words, at: int) -> bool:
    """Say whether a word stands in speech that somebody else is said to have spoken: "…," the colonel told us."""
    if say.MARKS.isdisjoint(words.texts):
        return False  # as mostly
    marks = [n for n, text in enumerate(words.texts) if text in say.MARKS]
    before = [n for n in marks if n < at]
    closing = next((n for n in marks if n > at), None)
    if len(before) % 2 == 0 or closing is None:
        return False
    if words.text(before[-1] - 1) == ":" and words.text(before[-1] - 2) in READING:
        return OUR_PAPERS.isdisjoint(words.texts[: before[-1] - 2])
    for place in (*range(closing + 1, closing + 1 + MOST_SPEAKER_WORDS), *range(before[-1] - 5, before[-1])):
        is_said = words.text(place) in verbs.SPEECH or words.text(place) == "reads"
        if is_said or (place > closing and words.text(place).endswith("ed")):
            head, _ = subject_of(words, place)
            return head not in nouns.MAY_ASK
    return False


def is_attributed(words: Words, at: int) -> bool:
    """Say whether the sentence ends as somebody's word: "the wells should be dug by 2015, the mayor pledged"."""
    if words.follows(0, "according", "to"):
        return subject_behind(words, 2) not in _MAY_ASK_OR_PAPERS
    last = len(words.texts) - 1 - (words.text(len(words.texts) - 1) == ".")
    if words.text(last) not in verbs.SPEECH or words.text(last - 1) in verbs.BE_FORMS:
        return False
    comma = next(
        (n for n in range(last, max(at - 1, last - MOST_SPEAKER_WORDS), -1) if words.text(n) == ","), None
    )
    if comma is not None and words.text(comma + 1) in ANYHOW:
        return False
    return comma is not None and subject_of(words, last)[0] not in nouns.MAY_ASK
