"""Days until which a thing holds good or is at hand: "honored until May 3", "available until", "offtake through October"."""

from tracker.extraction import governing_verbs as verbs
from tracker.extraction.date_words import Words
from tracker.extraction.day_grammar import may_name_day
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import subject_of

A_MONTH = 26  # days at least
_GOOD = frozenset("good valid current effective legal usable open".split())
HELD_GOOD = frozenset(
    "honored honoured recognized recognised respected tolerated good current valid legal usable enforced kept maintained"
    " continued retained preserved worn displayed observed guarded".split()
)
HOLDING_GOOD = frozenset("holds stands lasts obtains applies governs continues prevails endures".split())
SHOWN = frozenset(
    """card cards pass passes badge badges coupon coupons visa visas ticket tickets check checks license licenses permit permits
    passport passports plates credentials stamps vouchers currency notes tokens chits certificates warrants scrip""".split()
)  # accepted for a time, at a gate or a counter


def lasts(words: Words, phrase: Phrase) -> bool:
    """Read "offtake through October", "an officer for May 3 through May 9", "available until": how long, not by when."""
    is_month = words.text(phrase.start) in {"through", "thru"} and _is_whole_month(phrase)
    is_at_hand = (
        phrase.marker is Marker.UNTIL and "available" in words.texts[max(0, phrase.start - 4) : phrase.start]
    )
    return (
        is_month
        or is_at_hand
        or (phrase.marker is Marker.UNTIL and _is_honored(words, phrase))
        or (phrase.marker is Marker.SPAN and _is_good(words, phrase.start - 1))
        or (phrase.marker is Marker.UNTIL and may_name_day(words.text(phrase.start - 1)))
    )


def _is_good(words: Words, at: int) -> bool:
    """Read "the clearance is good from July 1 to September 30", "is in force between": how long it holds."""
    is_in = words.text(at) in {"force", "effect", "being"} and words.text(at - 1) == "in"
    verb = at - 2 if is_in else at - 1
    return (is_in or words.text(at) in _GOOD) and words.text(verb) in {
        "is",
        "are",
        "be",
        "was",
        "were",
        "remains",
        "remain",
        "stays",
    }


def _is_honored(words: Words, phrase: Phrase) -> bool:
    """Read "cards shall be honored until May 3": how long a thing holds good; "names shall be accepted until" is a limit."""
    at = phrase.start - 1
    if words.text(at) in HOLDING_GOOD:
        return True
    at -= words.text(at) in {"up", "on", "in", "out"}
    is_good = words.text(at) in HELD_GOOD and not verbs.BE_FORMS.isdisjoint(words.texts[max(0, at - 3) : at])
    is_taken = words.text(at) == "accepted" and words.text(at - 1) == "be"
    return is_good or (is_taken and subject_of(words, at - 2)[0] in SHOWN)


def _is_whole_month(phrase: Phrase) -> bool:
    """Say whether a phrase names a month and no day: "offtake through October" is what a figure covers."""
    first, last = phrase.reading.first, phrase.reading.day
    return first is not None and last is not None and first.day == 1 and (last - first).days > A_MONTH
