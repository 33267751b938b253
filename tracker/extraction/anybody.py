"""Duties of "anybody", "somebody", "persons", "whoever": ours where the words place them with us or give them our paperwork, else anybody's."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction.date_words import Words
from tracker.extraction.own_parts import OFFICE, PAPERWORK
from tracker.extraction.sentence_parts import is_break

_ANY = frozenset("anybody anyone somebody someone persons people whoever".split())
_WITH_US = nouns.OWN | frozenset(
    "us here your our desk department bureau office staff chancery compound employee".split()
)
_OF_OURS = PAPERWORK | frozenset(
    """attend finish take call contact tell write sign notify reply respond answer use wear show apply speak read inform advise say
    come see check let give report bring hand turn do""".split()
)
_CLAIMS = frozenset(
    "claim claims appeal appeals objection objections petition petitions suit suits ballot tax taxes candidacy".split()
)
_MOST_TO_DUTY = 16  # words
_MOST_TO_WITH = 6  # words


def whose(words: Words, at: int) -> bool | None:
    """Return whether a duty at `at` of anybody is of ours, None where the subject is somebody in particular."""
    first = _opening(words, at)
    if words.text(first) not in _ANY:
        return None
    if not _WITH_US.isdisjoint(words.texts) or OFFICE.search(words.sentence):
        return True
    verb = words.text(words.skip(at + 1, "to", "also", "please"))
    is_public = verb not in _OF_OURS or not _CLAIMS.isdisjoint(words.texts)
    is_public = is_public or "with" in words.texts[at + 1 : at + _MOST_TO_WITH]  # "register with the prefect"
    return not is_public


def _opening(words: Words, at: int) -> int:
    """Return where the subject before a duty begins: behind a comma or the end of a part."""
    first = at
    while (
        first > max(0, at - _MOST_TO_DUTY)
        and words.text(first - 1) not in {",", "that"}
        and not is_break(words, first - 1)
    ):
        first -= 1
    return first
