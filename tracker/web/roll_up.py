"""Many posts of one ask in a few lines: those due at the same moment together, clashes by their kind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.due import ClashKind, short_day
from tracker.texts import _, later

FEW = 6  # posts that are told one by one
MOST_NAMED = 12  # posts named again with how their days were counted
MOST_AT = 4  # posts named beside a day off that is not everybody's
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
    day: date | None = None  # on which it is due there
    skipped: tuple[tuple[date, str], ...] = ()  # days off that were not counted, each with the reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Posts of which the same is to be said."""

    words: str
    at: str | None
    names: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """The posts by the moment they are due, earliest first, by what speaks against the day, and by how it was counted."""

    dues: tuple[Together, ...]
    clashes: tuple[Together, ...]
    counts: tuple[Together, ...] = ()


def roll_up(lines: Sequence[PostLine]) -> RollUp | None:
    """Return the posts together where they are many, None where each is told by itself."""
    if len(lines) <= FEW:
        return None
    dues = _together((line.at or "", line.moment or line.headline, line.name) for line in lines)
    clashes = _together(("", str(AGAINST[kind]), line.name) for line in lines for kind in line.against)
    return RollUp(dues=dues, clashes=clashes, counts=tuple(_counts(lines)))


def _counts(lines: Sequence[PostLine]) -> Iterator[Together]:
    """Yield the posts with the same due day, and which days were not counted there; none where nothing was counted."""
    piles: dict[date, list[PostLine]] = {}
    for line in lines:
        if line.counted and line.day is not None:
            piles.setdefault(line.day, []).append(line)
    for day, posts in sorted(piles.items()):
        words, names = f"{short_day(day)} {day.year}", tuple(line.name for line in posts)
        if len(names) > MOST_NAMED:  # they stand among the due days, by name
            words, names = _("%(day)s, %(number)s posts", day=words, number=len(names)), ()
        yield Together(words=words, at=None, names=names, more=_left_out(posts))


def _left_out(posts: Sequence[PostLine]) -> str:
    """Return the days that were not counted, each with its reason, and where, if not everywhere."""
    where: dict[tuple[date, str], list[str]] = {}
    for line in posts:
        for day_off in line.skipped:
            where.setdefault(day_off, []).append(line.name)
    said = []
    for (day, reason), names in sorted(where.items()):
        at = "" if len(names) == len(posts) else f": {', '.join(names[:MOST_AT])}"
        more = len(names) - MOST_AT
        at += _(" and %(number)s more", number=more) if at and more > 0 else ""
        said.append(f"{short_day(day)} ({reason}{at})")
    return ", ".join(said)


def _together(found: Iterable[tuple[str, str, str]]) -> tuple[Together, ...]:
    piles: dict[tuple[str, str], list[str]] = {}
    for at, words, name in found:
        piles.setdefault((at, words), []).append(name)
    return tuple(
        Together(words=words, at=at or None, names=tuple(piles[at, words])) for at, words in sorted(piles)
    )
