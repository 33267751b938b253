"""Days that are settled, by what is said around them: "All posts have met it.", "Disregard the suspense of May 3", "consider it closed".

A request of the past whose day is told is over where the next sentence says that all have met it, or that it holds no more.
"""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction.date_words import Words
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import breaks, part_start

_MET = frozenset("met made kept beat satisfied observed answered fulfilled".split())
_IT = frozenset("it that this them these those".split())
_LIMITS = frozenset(
    "deadline date day suspense request requirement tasking tasker order instruction call limit requests".split()
)
_ALL = frozenset("all every each both everyone everybody".split())
_OVER = frozenset(
    """met withdrawn dropped rescinded waived canceled cancelled lifted superseded overtaken void moot closed kept revoked scrapped
    annulled retracted dead lapsed expired passed satisfied""".split()
)
_BE = verbs.BE_FORMS | frozenset("has have had now since long all hereby already therefore thus".split())
_FILES = frozenset("file files tasker tasking matter case books book action query queries project".split())
_NOW = frozenset("is are has have".split())
_HOLDING = frozenset("hold holds apply applies stand stands bind binds".split())
_LEAVING = frozenset("disregard ignore forget".split())
_BUT = frozenset("but except save unless not until".split())
_REGARDING = frozenset("consider treat regard deem take".split())
_JOINING = frozenset({"and", ",", "but", "whether"})
_ADVERBS = ("all", "now", "since", "already", "both", "duly")
_BEHIND_IN = frozenset("hand and but here".split())
_COME = frozenset("come came arrived reached".split())
_MOST_TO_OVER = 9  # words
_MOST_OF_BEHIND = 30  # words
_ORDERING = frozenset("please pls should must shall".split())
_IT_OR_THE = _IT | {"the"}
_LIMITS_OR_FILES = _LIMITS | _FILES
_LIMITS_OR_DUE = _LIMITS | {"due"}


def is_settled(words: Words, phrase: Phrase) -> bool:
    """Return whether the words around a day of a request or deadline say that nothing is owed by it any more."""
    return (
        _is_called_over(words, phrase)
        or _has_come(words, phrase)
        or any(_settles(words, start, stop) for start, stop in _sentences_behind(words, phrase.stop))
    )


def _sentences_behind(words: Words, at: int) -> list[tuple[int, int]]:
    """Return where the parts behind that of a phrase begin and end."""
    ends = [n for n in breaks(words) if at <= n < at + _MOST_OF_BEHIND]
    return [(n + 1, next((e for e in ends if e > n), len(words.texts))) for n in ends]


def _settles(words: Words, start: int, stop: int) -> bool:
    """Say whether a sentence says of what was told before that it is met, dropped or closed."""
    said = words.texts[start:stop]
    if not said or not _BUT.isdisjoint(said):
        return False
    if words.text(start) in _ALL and any(
        text in _MET and said[n + 1 : n + 2] and said[n + 1] in _IT_OR_THE for n, text in enumerate(said)
    ):
        return True
    return _leaves_it(words, start) or _is_over(words, start, stop)


def _leaves_it(words: Words, start: int) -> bool:
    """Read "Please disregard it", "Posts should ignore that request"."""
    at = next((n for n in range(start, start + 4) if words.text(n) in _LEAVING), -1)
    return at >= 0 and words.text(at + 1) in _IT


def _is_over(words: Words, start: int, stop: int) -> bool:
    """Read "It has been met", "That request is now withdrawn", "The suspense no longer holds", "The file is closed"."""
    noun = words.skip(start, "the", "that", "this")
    if words.text(noun) in _LIMITS_OR_FILES:
        at = noun + 1
    elif words.text(start) in {"it", "this", "that"}:
        at = start + 1
    else:
        return False
    if words.texts[at : at + 2] == ("no", "longer"):
        return words.text(at + 2) in _HOLDING or words.text(at + 3) in _HOLDING
    if words.text(noun) in _FILES and words.text(at) not in _NOW:
        return False  # "The case was closed in error"
    verb = at
    while verb < stop and words.text(verb) in _BE:
        verb += 1
    return verb > at and words.text(verb) in _OVER


def _is_called_over(words: Words, phrase: Phrase) -> bool:
    """Read "Consider the May 3 suspense closed", "Please treat our request for names by May 3 as void"."""
    start = part_start(words, phrase.start)
    at = next((n for n in range(start, phrase.start) if words.text(n) in _REGARDING), -1)
    if at < 0 or not _JOINING.isdisjoint(words.texts[at : phrase.start]):
        return False
    behind = words.texts[phrase.stop : phrase.stop + _MOST_TO_OVER]
    over = next((n for n, text in enumerate(behind) if text in _OVER), -1)
    is_limit = not (_LIMITS_OR_DUE).isdisjoint(words.texts[at : phrase.stop + max(0, over)])
    return over >= 0 and is_limit and _ORDERING.isdisjoint(behind) and nouns.OWN.isdisjoint(behind[:over])


def _has_come(words: Words, phrase: Phrase) -> bool:
    """Read "All reports due by May 3 are in", "the lists due May 3 have now reached us": what was due is there."""
    if "due" not in words.texts[max(0, phrase.start - 2) : phrase.start + 1]:
        return False
    verb = words.text(phrase.stop)
    at = words.skip(words.skip(phrase.stop + 1, *_ADVERBS), *_ADVERBS)
    if verb in {"is", "are"}:
        return words.text(at) == "in" and not (
            words.text(at + 1).isalpha() and words.text(at + 1) not in _BEHIND_IN
        )
    came = words.text(at) if verb in {"has", "have"} else verb
    return came in _COME
