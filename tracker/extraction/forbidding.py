"""Orders not to act before a day: nothing is asked for by it."""

from itertools import takewhile

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import is_denial, outside, part_start

MOST_FORBIDDEN = 14  # words from "not" to the day
ABSTAINING = frozenset("refrain abstain desist withhold refraining withholding".split())
UNABLE = frozenset({"cannot", "can't"})  # "tell them that the planes cannot come before"
KEEPING = frozenset(
    "keep kept keeping hold held treat treated regard regarded handle handled remain guard".split()
)
SECRET = frozenset(
    "wraps confidential quiet secret close closely embargoed confidence private discreet sealed restricted closed back".split()
)
FORBIDDING = ABSTAINING | UNABLE
DENYING = frozenset({"not", "never", "don't", "nobody"})
INTERJECTED = frozenset("however therefore moreover though accordingly nevertheless nonetheless".split())
CLAUSE_STARTS = say.OPENING_DUTIES | {",", "and", "but", "or"}


def is_kept_till(words: Words, phrase: Phrase) -> bool:
    """Read "keep this under wraps until": a state that lasts till then, nothing that is due by it."""
    before = words.texts[max(0, phrase.start - MOST_FORBIDDEN) : phrase.start]
    verb = next((n for n in range(len(before) - 1, -1, -1) if before[n] in KEEPING), len(before))
    return phrase.marker is Marker.UNTIL and not SECRET.isdisjoint(before[verb + 1 :])


def forbids(words: Words, phrase: Phrase) -> bool:
    """Read "do not release the text before": an act is put off to that day, none is asked for by it."""
    if words.text(phrase.start - 1) in {"have", "has"}:
        return False  # "offices that have not chosen have until May 3"
    low = max(-1, phrase.start - MOST_FORBIDDEN)
    for at in takewhile(lambda place: place > low, outside(words, phrase.start)):
        if is_denial(words, at):
            return words.text(at) in DENYING and words.text(at + 1) not in say.FAILING
        if words.text(at) in FORBIDDING:
            return True
        if words.text(at) == "," and not INTERJECTED.isdisjoint({words.text(at - 1), words.text(at + 1)}):
            continue  # "should not, however, forward it before"
        if words.text(at) in say.OPENING_DUTIES and words.text(part_start(words, at)) in nouns.NOBODY:
            return True  # "None of the posts should answer before"
        if words.text(at) in CLAUSE_STARTS:
            return False
    return False
