"""Many posts of one ask in a few lines: those due at the same moment together, clashes by their kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.due import ClashKind
from tracker.texts import later

FEW = 6  # posts that are told one by one
AGAINST = {
    ClashKind.WEEKEND: later("In the weekend there"),
    ClashKind.HOLIDAY: later("A holiday there"),
    ClashKind.SHORT: later("Fewer than two working days after it arrives there"),
    ClashKind.PASSED: later("It has passed already there: the first letter would be late"),
    ClashKind.SHORT_NOW: later("Fewer than two working days left there from now"),
    ClashKind.UNKNOWN_CALENDAR: later("No calendar known there: local holidays are not counted"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """What one post would owe: its due in words, and what speaks against the day."""

    name: str
    at: str | None
    headline: str
    left: str
    warnings: tuple[str, ...]
    moment: str = ""  # on Washington's clock
    against: tuple[ClashKind, ...] = ()
    counted: str = ""  # how its working days were counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Posts of which the same is to be said."""

    words: str
    at: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """The posts by the moment they are due, earliest first, and by what speaks against the day."""

    dues: tuple[Together, ...]
    clashes: tuple[Together, ...]


def roll_up(lines: Sequence[PostLine]) -> RollUp | None:
    """Return the posts together where they are many, None where each is told by itself."""
    if len(lines) <= FEW:
        return None
    dues = _together((line.at or "", line.moment or line.headline, line.name) for line in lines)
    clashes = _together(("", str(AGAINST[kind]), line.name) for line in lines for kind in line.against)
    return RollUp(dues=dues, clashes=clashes)


def _together(found: Iterable[tuple[str, str, str]]) -> tuple[Together, ...]:
    piles: dict[tuple[str, str], list[str]] = {}
    for at, words, name in found:
        piles.setdefault((at, words), []).append(name)
    return tuple(
        Together(words=words, at=at or None, names=tuple(piles[at, words])) for at, words in sorted(piles)
    )
