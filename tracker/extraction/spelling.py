"""Asking words that a slip of one letter has spoiled: "requird", "appreicate"; and words drawn together: "we'd like", "don't"."""

import re
from collections.abc import Iterator
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
_DRAWN = frozenset("d ll re ve t".split())  # what stands behind the apostrophe of words drawn together
_TOGETHER = re.compile(  # in small letters; "we'd sent" is no wish
    r"(?<=[a-z])(?:(?P<not>n['’]t)|['’](?:(?P<will>ll)|(?P<are>re)|(?P<have>ve)))\b"
    r"|(?:(?<=\bwe)|(?<=\bi)|(?<=\byou)|(?<=\bthey)|(?<=\bhe)|(?<=\bshe)|(?<=\bit)|(?<=\bthat))['’](?P<would>d)(?= (?:also |still |very much |all |both |\w+ly )*(?:like|appreciate|welcome|value|be|ask|love|want|need|help|assist|suit|serve|prefer|suggest|urge|have to)\b)"
)
_WHOLE = {"not": " not", "will": " will", "are": " are", "have": " have", "would": " would"}
_ODD = {"ca": "n", "sha": "ll"}  # "can't", "shan't": what is left out of the verb itself
_LAST_WORD = re.compile(r"\b[a-z]{1,8}\Z")
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

    def new(self, place: int) -> int:
        """Return where a place of the old text stands in the mended one."""
        shift = 0
        for start, end, old_start, old_end in self.places:
            if place <= old_start:
                break
            if place < old_end:
                return min(start + place - old_start, end)
            shift = end - old_end
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


MISSPELT = Sieve(lambda word: word in _DRAWN or meant(word) is not None)


def mended(text: str) -> Mended | None:
    """Return the text with its asking words mended and its words in full, None where nothing was to mend, as in nearly every text.

    A word that begins with a capital inside a text in small letters may be a name, and stays.
    """
    low = text.lower()
    wrong = frozenset(MISSPELT.caught(words_in(low)) if len(low) == len(text) else ())
    if not wrong:
        return None
    found = [] if wrong <= _DRAWN else [*_misspelt(text, low, wrong)]
    found += [] if wrong.isdisjoint(_DRAWN) else [*_drawn(text, low)]
    return _with(text, sorted(found)) if found else None


def _drawn(text: str, low: str) -> Iterator[tuple[int, int, str]]:
    """Yield where words are drawn together, and what stands there in full: " would" for "'d"."""
    for match in _TOGETHER.finditer(low):
        whole = _WHOLE[match.lastgroup or ""]
        start = match.start()
        verb = _LAST_WORD.search(low, 0, start) if match["not"] else None
        if verb is not None:
            start, whole = (
                (start - 1, "ill not")
                if verb.group() == "wo"
                else (start, f"{_ODD.get(verb.group(), '')} not")
            )
        yield start, match.end(), whole.upper() if text[match.start() : match.end()].isupper() else whole


def _is_surname(low: str, word: re.Match[str]) -> bool:
    """Return whether a word stands where only a name can: "Mr. Pease", "Roland Pease will visit"."""
    return low.endswith(_TITLES, 0, word.start()) or low.startswith(_VERBS, word.end())


def _opens(low: str, word: re.Match[str]) -> bool:
    """Return whether a word opens an order: "REQ EMBASSY ADVISE", not "FUEL REQ: 300 TONS"."""
    return low.startswith(" ", word.end()) and (
        word.start() == 0 or low.endswith(_BEFORE_ORDER, 0, word.start())
    )


def _misspelt(text: str, low: str, wrong: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where asking words are misspelt, and what was meant."""
    for match in _WORD.finditer(low):
        right = meant(match.group()) if match.group() in wrong else None
        if (
            right is None
            or (match.group() == "req" and not _opens(low, match))
            or _is_surname(low, match)
            or (match.start() and text[match.start() :][:2].istitle() and not text.isupper())
        ):
            continue
        yield match.start(), match.end(), right


def _with(text: str, found: list[tuple[int, int, str]]) -> Mended:
    """Return the text with what was found put right, and the places of both."""
    parts: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end, right in found:
        parts += [text[done:start], right]
        length += start - done
        places.append((length, length + len(right), start, end))
        length, done = length + len(right), end
    return Mended("".join((*parts, text[done:])), tuple(places))
