"""Looking for plain words before a costly rule: most sentences hold none of what a rule needs."""

from collections.abc import Iterable
from functools import lru_cache


class _Signs(dict[int, str]):
    """What stands for a character where only words count: a blank for whatever is no letter and no digit."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if character.isalnum() else " "
        return self[code]


_SIGNS = _Signs()


@lru_cache(maxsize=256)
def words_in(low: str) -> frozenset[str]:
    """Return the words of a sentence in small letters; kept, as rule after rule asks for them."""
    return frozenset(low.translate(_SIGNS).split())


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
