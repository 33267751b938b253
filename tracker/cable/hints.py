"""Looking for plain words before a costly rule: most sentences hold none of what a rule needs."""

from collections.abc import Callable, Iterable
from functools import lru_cache


class _Signs(dict[int, str]):
    """What stands for a character where only words count: a blank for whatever is no letter and no digit."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if character.isalnum() else " "
        return self[code]


_SIGNS = _Signs()
_ASCII_SIGNS = bytes(ord(_SIGNS[code]) for code in range(128)) + bytes(128)  # what most sentences are made of


@lru_cache(maxsize=256)
def words_in(low: str) -> frozenset[str]:
    """Return the words of a sentence in small letters; kept, as rule after rule asks for them."""
    plain = low.encode().translate(_ASCII_SIGNS).decode() if low.isascii() else low.translate(_SIGNS)
    return frozenset(plain.split())


class Sieve:
    """A test of single words that keeps those it does not hold for: a sentence made of such is passed over at once."""

    MOST_KEPT = 8192  # words; then it begins anew

    def __init__(self, holds: Callable[[str], bool]) -> None:
        """Take the test, which must say the same of a word each time."""
        self._holds = holds
        self._kept: set[str] = set()

    def caught(self, words: frozenset[str]) -> list[str]:
        """Return the words of a sentence for which the test holds, in no order."""
        new = words - self._kept
        if not new:
            return []  # as in nearly all sentences
        if len(self._kept) > self.MOST_KEPT:
            self._kept.clear()
        found = [word for word in new if self._holds(word)]
        self._kept.update(new.difference(found))
        return found


def small(text: str) -> str:
    """Return a text in small letters, each in its place: a rule matches it several times faster than by ignoring case."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def has_any(text: str, hints: Iterable[str]) -> bool:
    """Return whether one of the hints stands in the text. A loop: a generator would cost twice as much."""
    for hint in hints:  # noqa: SIM110
        if hint in text:
            return True
    return False
