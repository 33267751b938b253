"""Days that only tell which things or people an ask means: "a contractor who can finish by May 3", "the plans due May 3"."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import MONTHS, Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase

_RELATIVE = frozenset({"that", "which", "who"})
_MAY = frozenset("will can could would might".split())
_ABLE = frozenset("able willing expected scheduled likely certain bound unable unlikely".split())
_LIMITS = frozenset({Marker.LIMIT, Marker.FIRM, Marker.BEFORE, Marker.WITHIN})
_ARTICLES = frozenset(
    "a an the its their any no some those these each every all our two three four five".split()
)
_TO_US = frozenset("us we here you department washington bureau desk".split())
_ASKED_OF = frozenset("requested wanted needed asked required sought promised".split())
_MODALS = frozenset("is are may can must should will need".split())
_LIMIT_WORDS = frozenset("by until till nlt before within".split())
_PARTS = frozenset({",", ";", "and", "but", ":"})
MOST_OF_CLAUSE = 12  # words
_OWN_OR_TO_US = nouns.OWN | _TO_US


def is_of_kind(words: Words, phrase: Phrase, cue: int) -> bool:
    """Say whether the day of a phrase belongs to the words that tell of which thing or of whom an ask speaks."""
    is_behind = phrase.marker in _LIMITS and phrase.start > cue
    is_clause = is_behind and (_is_relative(words, phrase, cue) or _is_able(words, phrase, cue))
    return is_clause or _is_former(words, phrase)


def _is_relative(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "hire a contractor who can finish by May 3", "describe the steps that the port will take by May 3"."""
    low = max(cue + 2, phrase.start - MOST_OF_CLAUSE)
    at = next((n for n in range(phrase.start - 1, low - 1, -1) if words.text(n) in _RELATIVE), 0)
    if not at or not _is_noun(words, at - 1):
        return False
    said = words.texts[at + 1 : phrase.start]
    modal = next((n for n, text in enumerate(said) if text in _MAY), -1)
    subject = said[: max(modal, 0)]
    is_ours = not (_OWN_OR_TO_US).isdisjoint(said)
    return modal >= 0 and len(subject) <= 4 and not is_ours and _PARTS.isdisjoint(said)


def _is_able(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "identify firms able to deliver by May 3": what they must be able to do."""
    low = max(cue + 2, phrase.start - MOST_OF_CLAUSE)
    at = next((n for n in range(phrase.start - 2, low - 1, -1) if words.text(n) in _ABLE), 0)
    said = words.texts[at + 1 : phrase.start]
    return (
        at > 0
        and said[:1] == ("to",)
        and _is_noun(words, at - 1)
        and _TO_US.isdisjoint(said)
        and _PARTS.isdisjoint(said)
    )


def _is_noun(words: Words, at: int) -> bool:
    """Say whether a noun stands there, by its ending or the article before it: not "tell us who"."""
    text = words.text(at)
    if text in say.ASKING or text in _TO_US or not text.isalpha():
        return False
    has_article = not _ARTICLES.isdisjoint({words.text(at - 1), words.text(at - 2)})
    return has_article or (text.endswith("s") and text not in {"is", "was", "has", "this", "says", "does"})


def _is_former(words: Words, phrase: Phrase) -> bool:
    """Read "Plans requested by May 20 are now needed by May 8", "have until May 20 to send the plans due May 10": the day that held before."""
    is_due = phrase.marker is Marker.DUE and words.text(phrase.start) == "due"
    is_asked = phrase.marker in _LIMITS and words.text(phrase.start - 1) in _ASKED_OF
    noun = phrase.start - 1 - is_asked
    if (
        not (is_due or is_asked)
        or not words.text(noun).endswith("s")
        or words.text(noun) in {"is", "was", "this"}
    ):
        return False
    if words.text(phrase.stop) in _MODALS:
        return _names_day(words, phrase.stop, len(words.texts))
    is_meant = not {"the", "those", "its", "their"}.isdisjoint(words.texts[max(0, noun - 3) : noun])
    if words.text(phrase.stop) in _LIMIT_WORDS:
        return is_meant and _names_day(words, phrase.stop, len(words.texts))
    is_object = words.text(phrase.stop) in {"", "."} and "to" in words.texts[:noun]
    return is_meant and is_object and _names_day(words, 0, noun)


def _names_day(words: Words, start: int, stop: int) -> bool:
    """Say whether another limit with its month stands in those words, in the same clause."""
    said = words.texts[start:stop]
    return not _LIMIT_WORDS.isdisjoint(said) and any(text in MONTHS for text in said) and ";" not in said
