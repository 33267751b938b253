"""Days in sentences where no word decides about them: bound where an order, a part of ours or a reply stands beside, else left open.

"By return cable, and by May 3 at the latest, say who will come" orders; "The center pays vouchers within 21 days" tells.
"""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction import own_parts
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.deciding_words import is_order
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import part_start, rightward

_LIMITS = frozenset("deadline deadlines suspense day date due".split())
_OPENINGS = (
    ("thank", "you", "in", "advance"),
    ("thanks", "in", "advance"),
    ("interrogative",),
    ("failure", "to"),
    ("responsibility", "for"),
)
_SAYING = frozenset("say tell name cable wire phone state".split())
_BEHIND_ORDER = say.ADJOINED | frozenset("who whom whether what how when which us me".split())
_BEFORE_OURS = frozenset("that for".split())
_YOURS = frozenset("your post's posts' embassy's embassies' mission's missions'".split())
_LEADS = frozenset("starting beginning by within upon on effective from no not in after before".split())
_CHIEFS = frozenset("commander command headquarters".split())
_THEIRS = frozenset("their his its her".split())
MOST_TO_CHIEF = 8  # words: "fuel state to the group commander"
_HAPPENING = verbs.HAPPENING | verbs.EVENT_VERBS | nouns.EVENTFUL | say.OTHERS | {"resume", "hope", "we"}
_MOST_OF_CRY = 2  # words before the day: "Reply soon by May 3"
_NO_THING = frozenset({"", ",", ":", "-", "the", "a", "an", "all", "any"})
_ORDERS_OR_POST_POSTS = verbs.ORDERS | {"post", "posts"}
_SAYING_OR_ORDERS = _SAYING | verbs.ORDERS


def unsaid(words: Words, phrase: Phrase) -> Verdict:
    """Return whether a day binds in a sentence where no word says so: YES, or OPEN where that is for others to tell."""
    if not _LIMITS.isdisjoint(words.texts[phrase.start : phrase.stop]) and phrase.marker is Marker.FIRM:
        return verdicts.YES  # "May 3 is the deadline for nominations"
    if (
        words.follows(0, "do", "not")
        and words.text(2) == "wait"
        and words.text(3) in {"for", "until", "till"}
    ):
        return verdicts.DENIED
    if any(words.follows(0, *opening) for opening in _OPENINGS):
        return verdicts.YES
    start = part_start(words, phrase.start)
    before = words.texts[start : phrase.start]
    if nouns.EVENTFUL.intersection(before[:2]) and verbs.HAPPENING.intersection(before):
        return verdicts.EVENT  # "Talks resume by May 3"
    is_cry = 0 < len(before) <= _MOST_OF_CRY and _HAPPENING.isdisjoint(before)
    if is_cry or "responsible" in before or _is_of_paper(before) or not _YOURS.isdisjoint(before):
        return verdicts.YES
    is_order = orders_behind(words, phrase) or any(_orders(words, n) for n in range(start, phrase.start))
    return verdicts.YES if is_order else verdicts.OPEN


def orders_behind(words: Words, phrase: Phrase) -> bool:
    """Say whether an order follows a day: "At latest by May 3, tell us who is in charge", "NLT 3 July: submit the roster"."""
    is_label = words.text(phrase.stop) == ":"
    places = range(phrase.stop, len(words.texts)) if is_label else rightward(words, phrase.stop)
    return any(_orders(words, n) for n in places)


def _stands_first(words: Words, at: int) -> bool:
    """Say whether the verb behind a word is none of its own: "report cholera cases", not "report sales fell"."""
    return verbs.WEAK.isdisjoint(words.texts[at + 1 : at + 4])


def _is_of_paper(before: tuple[str, ...]) -> bool:
    """Say whether a reply or a paper alone stands before: "Comments, if any, to SA-3", "Names of the two nominees"."""
    first = next((text for text in before if text not in _NO_THING), "")
    is_told = any(
        text.endswith("s") and len(text) > len("is") for text in before[1:] if text not in nouns.DELIVERABLES
    )
    return first in nouns.DELIVERABLES - nouns.OWN and not is_told and say.VERB_LIKE.isdisjoint(before)


def _orders(words: Words, at: int) -> bool:
    """Say whether a word orders, or names one of ours to whom an order goes: "say who", "units report status", "that posts reply"."""
    text, before = words.text(at), words.text(at - 1)
    if text in nouns.OWN and text not in _ORDERS_OR_POST_POSTS:
        return not _BEFORE_OURS.isdisjoint({before, words.text(at - 2)})
    if text in {"post", "posts"}:
        return before in _BEFORE_OURS
    if text in _SAYING_OR_ORDERS and before in {",", ":"} and words.text(at + 1) in _BEHIND_ORDER:
        return True
    if text not in verbs.ORDERS:
        return False
    if (
        before == ","
        and words.text(0) in _LEADS
        and "," not in words.texts[: at - 1]
        and _stands_first(words, at)
    ):
        return True  # "Starting October 1, report cholera cases"
    return is_order(words, at) or _is_of_part(words, at)


def _is_of_part(words: Words, at: int) -> bool:
    """Read "UNITS REPORT STATUS", "TYCOMS endorse and forward", "Ships in port report to the group commander": an order to parts of ours."""
    behind = words.texts[at + 1 : at + MOST_TO_CHIEF]
    if not _CHIEFS.isdisjoint(behind) and _THEIRS.isdisjoint(behind) and words.text(0).endswith("s"):
        return words.text(0) not in say.DETERMINERS and "to" in behind
    verb = at - 2 if words.text(at - 1) == "and" else at
    return words.text(verb - 1).isalpha() and own_parts.whose_part(words, verb) is True
