"""Asking words that a slip of one letter has spoiled: "requird", "reqeusted", "appreicate". No other word is mended."""

import re
from functools import lru_cache
from typing import NamedTuple

from tracker.cable.hints import Sieve, words_in
from tracker.extraction.date_words import near

SHORTEST = 5  # letters; a slip in a shorter word makes another word too often
LONGEST = 13
_ASKING = tuple(
    """request requests requested requesting require requires required instruct instructs instructed appreciate
    appreciated appreciates please encourage encouraged encourages authorize authorized directed grateful should""".split()
)
_BY_INITIAL = {initial: tuple(w for w in _ASKING if w[0] == initial) for initial in {w[0] for w in _ASKING}}
_WORDS = frozenset(  # words of their own that one letter parts from an asking word
    """requite requited requites requiter requirer requester requestor requestee instructor instructer appreciator
    pleas pleased pleases pleaser directer directeur encourager authorise authorised authorises authorizer authorizes shouldn shoulds shoulda""".split()
)
_SHORT = {
    "rqst": "request",
    "rqsts": "requests",
    "reqst": "request",
    "req": "request",
}  # as naval messages write it
_WORD = re.compile(r"[a-z]+")
_TITLES = ("mr. ", "mrs. ", "ms. ", "dr. ", "mr ", "mrs ", "miss ", "rep. ", "sen. ", "gen. ", "col. ")
_BEFORE_ORDER = (". ", ") ", ": ", "also ", "further ", "additionally ", "furthermore ")
_VERBS = tuple(f" {verb} " for verb in "is was will would has had and of".split())


class Mended(NamedTuple):
    """A text with its asking words mended, and where each mended word begins and ends in it and in the old one."""

    text: str
    places: tuple[tuple[int, int, int, int], ...]  # new start, new end, old start, old end

    def old(self, place: int) -> int:
        """Return where a place of the mended text stood in the old one."""
        shift = 0
        for start, end, old_start, old_end in self.places:
            if place <= start:
                break
            if place < end:
                return min(old_start + place - start, old_end)
            shift = old_end - end
        return place + shift


@lru_cache(maxsize=8192)
def meant(word: str) -> str | None:
    """Return the asking word that a misspelt word in small letters stands for, None for every other word."""
    if word in _SHORT:
        return _SHORT[word]
    if not SHORTEST <= len(word) <= LONGEST or word in _WORDS or word in _ASKING:
        return None
    names = _BY_INITIAL.get(word[0], ())
    alike = [name for name in names if name[-1] == word[-1]]  # "requird" is "required", not "require"
    return near(word, alike, most=1) or near(word, names, most=1)


MISSPELT = Sieve(lambda word: meant(word) is not None)


def mended(text: str) -> Mended | None:
    """Return the text with its misspelt asking words mended, None where it has none, as nearly every text.

    A word that begins with a capital inside a text in small letters may be a name, and stays.
    """
    low = text.lower()
    wrong = MISSPELT.caught(words_in(low)) if len(low) == len(text) else []
    return _with(text, low, frozenset(wrong)) if wrong else None


def _is_surname(low: str, word: re.Match[str]) -> bool:
    """Return whether a word stands where only a name can: "Mr. Pease", "Roland Pease will visit"."""
    return low.endswith(_TITLES, 0, word.start()) or low.startswith(_VERBS, word.end())


def _opens(low: str, word: re.Match[str]) -> bool:
    """Return whether a word opens an order: "REQ EMBASSY ADVISE", not "FUEL REQ: 300 TONS"."""
    return low.startswith(" ", word.end()) and (
        word.start() == 0 or low.endswith(_BEFORE_ORDER, 0, word.start())
    )


def _with(text: str, low: str, wrong: frozenset[str]) -> Mended | None:
    parts: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in _WORD.finditer(low):
        right = meant(match.group()) if match.group() in wrong else None
        if (
            right is None
            or (match.group() == "req" and not _opens(low, match))
            or _is_surname(low, match)
            or (match.start() and text[match.start() :][:2].istitle() and not text.isupper())
        ):
            continue
        parts += [text[done : match.start()], right]
        length += match.start() - done
        places.append((length, length + len(right), match.start(), match.end()))
        length, done = length + len(right), match.end()
    return Mended("".join((*parts, text[done:])), tuple(places)) if places else None
