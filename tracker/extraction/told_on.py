"""A day behind what others are urged to do: "urge the ministry to sign, and to report its answer within ten days"."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import part_start

TELLING = frozenset(
    "report tell inform advise cable let notify reply answer send submit confirm telegraph e-mail email fax forward repeat".split()
)  # what those asked do in the end
_LIMITS = frozenset({Marker.WITHIN, Marker.LIMIT, Marker.BEFORE, Marker.FIRM, Marker.DUE})
_CLAUSE = frozenset(  # behind one of them another acts
    """that whether which who whom how when where if unless because so while should must shall will would can could may might
    ; : before after once until why what""".split()
)
_ENDS = frozenset({"end", "close"})  # "at the end of the month"
_OURS = frozenset("us department dept washington desk bureau embassy mission post office usun".split())
_CAPITAL = frozenset("us department dept washington desk bureau".split())
_ANYBODY = frozenset(
    "reply notify answer send submit confirm telegraph e-mail email fax forward repeat".split()
)  # whoever is urged may do so as well
_SHORT = frozenset(
    {"report", "reply", "cable", "confirm"}
)  # alone behind "and": "to sign and report by May 20"
_BACK = frozenset("back results the its any their by within nlt no not".split())
_ELSEWHERE = nouns.ELSEWHERE | frozenset(
    "agency council commission board bank fund organization union assembly parties".split()
)
MOST_TO_DAY = 22  # words


def is_told_on(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Say whether the day is that of telling, the last of what is ordered: not what others are to be urged to do."""
    is_limit = phrase.marker in _LIMITS or (
        phrase.marker is Marker.ON and words.text(phrase.start + 1) in _ENDS
    )
    is_joined = "and" in words.texts[: phrase.start]
    if not (is_limit and is_joined) or not 0 <= cue_at < words.places[phrase.start][0]:
        return False
    if any(words.follows(phrase.start - 3, "and", "do", what) for what in ("so", "it", "this")):
        return True  # "tell us whether he could be spared, and do so by May 3"
    first = max(part_start(words, phrase.start), phrase.start - MOST_TO_DAY)
    for at in range(phrase.start - 1, first, -1):
        if words.text(at) in _CLAUSE:
            return False
        if words.text(at) == "and" and words.places[at][0] > cue_at and _has_told(words, at, phrase):
            return True
    return False


def _has_told(words: Words, joint: int, phrase: Phrase) -> bool:
    """Read "and to report", "and to let the Department know" with nobody but us told; "and report by" alone, "and email the desk"."""
    is_to = words.text(joint + 1) == "to"
    verb = joint + 2 if is_to else joint + 1
    behind = words.texts[verb + 1 : phrase.start]
    is_office = any(
        words.raw(n).isupper() and words.text(n - 1) in {"to", "/"} for n in range(verb + 1, phrase.start)
    )
    is_told_us = is_office or not _CAPITAL.isdisjoint(behind)
    orders = TELLING if is_to or is_told_us else _SHORT
    if words.text(verb) not in orders or not say.NEGATIVE.isdisjoint(behind):
        return False
    is_free = words.text(joint - 1) == "," or is_office or not _OURS.isdisjoint(behind)
    if words.text(verb) in _ANYBODY and not is_free:
        return False
    nearest = words.text(verb + 1)
    if not (is_to or is_told_us) and nearest not in _BACK:
        return False
    told = {
        behind[n + 1] if behind[n + 1 : n + 2] != ("the",) else words.text(verb + n + 3)
        for n, text in enumerate(behind[:-1])
        if text == "to"
    }
    if words.text(verb) in {"tell", "inform", "advise", "notify", "let"}:
        told.add(words.text(verb + 2) if nearest == "the" else nearest)
    return not any(nouns.is_third(one) or one in _ELSEWHERE for one in told)
