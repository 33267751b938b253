"""Posts named by their city alone, and chiefs by their title, as those who act: "Bern is to forward the lease to A/FBO", "Charge is to call".

A city alone may mean the state as well: what is done tells, by where it goes or by being what envoys do.
"""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import vocabulary as v
from tracker.extraction.country_names import COUNTRIES
from tracker.extraction.date_words import Words
from tracker.extraction.noun_phrases import is_foreign
from tracker.extraction.posts_of_countries import ALL_PLACES
from tracker.extraction.sentence_parts import is_break

TO_US = frozenset("here us department dept washington desk desks bureau headquarters".split())
OUR_OFFICES = frozenset(name.lower() for name in v.BUREAUS) - {"ca", "pm"}
OUR_PLACES = nouns.SENDERS - {"this", "our", "us"}
TITLES = frozenset("charge chargé d'affaires ambassador minister-counselor".split()) | nouns.OFFICERS
_ENVOYS = frozenset({"charge", "chargé", "d'affaires"})
_ERRANDS = frozenset("deliver raise convey present make lodge transmit hand pass leave read".split())
_ERRAND_PAPERS = frozenset(
    "demarche demarches note points nonpaper non-paper message letter representation representations approach paper protest invitation request concerns".split()
)
_MOST_TO_PAPER = 5  # words: "deliver the attached diplomatic note"
_MOST_IN_NAME = 4  # words: "Port of Spain"
_SENDERS_OR_ASKERS = nouns.SENDERS | nouns.ASKERS
_TO_US_BUT_WASHINGTON_HERE = TO_US - {"washington", "here"}
_ENVOYS_OR_OFFICERS = _ENVOYS | nouns.OFFICERS


def is_post(words: Words, at: int) -> bool:
    """Return whether a name before "is to" at `at` is a post: it brings something to us, or does what envoys do."""
    stop = at - (words.text(at - 1) in verbs.BE_FORMS)
    if words.text(stop - 1) in _SENDERS_OR_ASKERS:
        return False
    is_state = words.text(stop - 1) in COUNTRIES  # "Panama should open talks with Washington"
    comes = comes_to_us(words, at, _TO_US_BUT_WASHINGTON_HERE if is_state else TO_US)
    return _is_place(words, stop) and (comes or (not is_state and _is_errand(words, at + 1)))


def acts(words: Words, at: int, head: str) -> bool:
    """Return whether a post named by its city alone, or our own chief by his title, has the duty at `at`."""
    is_to = words.text(at) == "to" and words.text(at - 1) in {"is", "are"}
    return (is_to and is_post(words, at)) or _is_our_chief(words, at, head)


def _is_our_chief(words: Words, at: int, head: str) -> bool:
    """Return whether the subject before a duty is our own chief by his title: "Charge", "Ambassador or Charge", no foreigner."""
    stop = at - (words.text(at - 1) in verbs.BE_FORMS)
    before = words.texts[max(0, stop - _MOST_IN_NAME) : stop]
    is_named = words.text(stop - 2) == "ambassador" and words.raw(stop - 1)[:1].isupper()
    if is_named and (stop == 2 or is_break(words, stop - 3)):
        return _is_errand(words, at + 1)  # "Ambassador Hale is to make the approach"
    if head not in TITLES or any(is_foreign(word) or word.endswith("'s") for word in before):
        return False
    return head in _ENVOYS_OR_OFFICERS or "charge" in before or words.text(stop - 2) in {"", "the"}


def reaches_us(words: Words, at: int) -> bool:
    """Read "is to reach the Department": a thing cannot act, and where it is wanted is ours."""
    place = words.skip(at + 2, "the")
    is_office = (
        words.text(place + 1) == "/" and words.raw(place).isupper() and not nouns.is_third(words.text(place))
    )
    return words.text(at + 1) in verbs.ARRIVING and (
        is_office or not OUR_PLACES.isdisjoint({words.text(at + 2), words.text(at + 3)})
    )


def _is_place(words: Words, stop: int) -> bool:
    """Say whether a name ends there that may be a post's, with nothing before it: "Bern", "Tunis and Algiers", "Port Louis"."""
    for count in range(_MOST_IN_NAME, 0, -1):
        start = stop - count
        if start >= 0 and " ".join(words.texts[start:stop]) in ALL_PLACES:
            return start == 0 or is_break(words, start - 1) or words.text(start - 1) in {",", "and"}
    is_name = words.raw(stop - 1)[:1].isupper() and not words.sentence.isupper()
    return is_name and not nouns.is_third(words.text(stop - 1)) and (stop == 1 or is_break(words, stop - 2))


def comes_to_us(words: Words, at: int, whither: frozenset[str] = TO_US) -> bool:
    """Say whether a word behind a duty says that it is for the sender: "to the desk", "to A/FBO", "notify OBO", "cable us"."""
    for n in range(at + 1, len(words.texts)):
        if words.text(n) in whither or words.text(n) in OUR_OFFICES:
            return True
        is_symbol = words.text(n) == "/" and words.is_glued(n) and words.raw(n - 1).isupper()
        if is_symbol and words.raw(n + 1).isupper() and not nouns.is_third(words.text(n - 1)):
            return True
    return False


def _is_errand(words: Words, verb: int) -> bool:
    """Say whether a verb tells what envoys do: "deliver the demarche", "call on", "seek an appointment"."""
    behind = words.texts[verb + 1 : verb + 1 + _MOST_TO_PAPER]
    if words.text(verb) in _ERRANDS:
        return not _ERRAND_PAPERS.isdisjoint(behind)
    return words.follows(verb, "call", "on") or (words.text(verb) == "seek" and "appointment" in behind)
