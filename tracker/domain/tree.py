"""The tree above the posts: bureaus, regions and offices. A role granted at a unit counts at all posts below it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tracker.domain.places import Post
from tracker.texts import later

V = TypeVar("V")


class UnitKind(StrEnum):
    """What a unit of the tree is."""

    BUREAU = "bureau"
    REGION = "region"
    OFFICE = "office"


KINDS: Mapping[UnitKind, str] = {
    UnitKind.BUREAU: later("bureau"),
    UnitKind.REGION: later("region"),
    UnitKind.OFFICE: later("office"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit as the table has it: below which unit it stands (None: the top), and whose posts are its own."""

    code: str
    name: str
    kind: UnitKind
    below: str | None = None
    countries: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()  # designators; they win over countries


class Tree:
    """The units by their codes, each after the one it stands below."""

    def __init__(self, units: Iterable[Unit]) -> None:
        """Take the units; raise ValueError for a code, country or post that stands twice, or a broken line up."""
        given = list(units)
        self._by_code = _once([(unit.code, unit) for unit in given], "unit")
        self._of_country = _once([(country, u.code) for u in given for country in u.countries], "country")
        self._of_post = _once([(post, u.code) for u in given for post in u.posts], "post")
        above = {unit.code: unit.below for unit in given}
        for code in above:
            line_above(code, above)
        self.units = tuple(sorted(given, key=lambda unit: (len(line_above(unit.code, above)), unit.code)))

    def unit_of(self, post: Post) -> str | None:
        """Return the code of the unit that a post stands below, None where the table says nothing."""
        return self._of_post.get(post.designator) or self._of_country.get(post.country)


def _once(pairs: list[tuple[str, V]], what: str) -> dict[str, V]:
    found: dict[str, V] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the {what} {key} stands twice in the tree")
        found[key] = value
    return found


def line_above(code: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the units above one, nearest first; raise ValueError for a unit that is none, or a circle."""
    line: list[str] = []
    up = above.get(code)
    while up is not None:
        if up not in above:
            raise ValueError(f"{up!r}, above {(line or [code])[-1]}, is no unit of the tree")
        if up == code or up in line:
            raise ValueError(f"the unit {code} stands below itself")
        line.append(up)
        up = above[up]
    return tuple(line)
