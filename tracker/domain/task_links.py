"""How one task stands to another; what a history of links comes to."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any


class LinkKind(StrEnum):
    """What one task is to another."""

    REFERENCE = "reference"
    PART_OF = "part of"
    DUPLICATE_OF = "duplicate of"
    FOLLOWS = "follows"


OTHER_WAY: Mapping[LinkKind, str] = {
    LinkKind.REFERENCE: "reference",
    LinkKind.PART_OF: "has the part",
    LinkKind.DUPLICATE_OF: "has the duplicate",
    LinkKind.FOLLOWS: "is followed by",
}
LINKED, UNLINKED = "linked", "unlinked"


def links(lines: Iterable[tuple[str, Mapping[str, Any], Mapping[str, Any]]]) -> tuple[tuple[str, int], ...]:
    """Return the links that stand after these history lines (kind, before, after): the word and the other task."""
    standing: dict[tuple[str, int], None] = {}
    for kind, before, after in lines:
        if kind == LINKED:
            standing |= {(word, int(other)): None for word, other in after.items()}
        elif kind == UNLINKED:
            for word, other in before.items():
                standing.pop((word, int(other)), None)
    return tuple(standing)


def words_of_pair(kind: LinkKind) -> tuple[str, str]:
    """Return the word of the one task and that of the other."""
    return kind.value, OTHER_WAY[kind]


def pair_of(word: str) -> tuple[str, str] | None:
    """Return the word and its counterpart at the other task, from either side; None for what is no link."""
    pairs = [words_of_pair(kind) for kind in LinkKind]
    return next((pair for one in pairs for pair in (one, one[::-1]) if pair[0] == word), None)
