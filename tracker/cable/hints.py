"""Looking for plain words before a costly rule: most sentences hold none of what a rule needs."""

from collections.abc import Iterable


def has_any(text: str, hints: Iterable[str]) -> bool:
    """Return whether one of the hints stands in the text. A loop: a generator would cost twice as much."""
    for hint in hints:  # noqa: SIM110
        if hint in text:
            return True
    return False
