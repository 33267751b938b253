"""Looking for plain words before a costly rule: most sentences hold none of what a rule needs."""

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=256)
def words_in(low: str) -> frozenset[str]:
    """Return the words of a sentence in small letters; kept, as rule after rule asks for them."""
    return frozenset(_WORD.findall(low))


def has_any(text: str, hints: Iterable[str]) -> bool:
    """Return whether one of the hints stands in the text. A loop: a generator would cost twice as much."""
    for hint in hints:  # noqa: SIM110
        if hint in text:
            return True
    return False
