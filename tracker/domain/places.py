"""Where work is done: places with a zone and hours, posts, offices and collectives, found by name.

A name that the tables do not hold is answered with None: nothing here guesses.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from tracker.domain.workdays import MONDAY_TO_FRIDAY, WASHINGTON, Calendar, Place, WorkingWeek

MAX_NAME = 200
ROUTING = re.compile(r"^R[A-Z]{4,7} ?/")
TRAILING = frozenset({"ROUTINE", "PRIORITY", "IMMEDIATE", "NIACT", "FLASH"})
KIND_WORDS = (
    "AMEMBASSY BRANCH OFFICE", "AMEMBASSY", "AMCONSUL", "USMISSION", "USINT", "USOFFICE", "USLO", "REO", "AIT",
)  # fmt: skip
SAME_KIND = {
    "AMERICAN EMBASSY": "AMEMBASSY",
    "US EMBASSY": "AMEMBASSY",
    "EMBASSY": "AMEMBASSY",
    "AMERICAN CONSULATE GENERAL": "AMCONSUL",
    "AMERICAN CONSULATE": "AMCONSUL",
    "US CONSULATE GENERAL": "AMCONSUL",
    "US CONSULATE": "AMCONSUL",
    "CONSULATE GENERAL": "AMCONSUL",
    "CONSULATE": "AMCONSUL",
    "US MISSION": "USMISSION",
}
CAPITAL = re.compile(r"[ ,]*WASH(?:INGTON)?[ ,]*D\.?C\.?$")


class PostKind(StrEnum):
    """What stands at a place. Only offices are in the capital."""

    EMBASSY = "embassy"
    MISSION = "mission"
    CONSULATE = "consulate"
    BRANCH = "branch"
    INTERESTS = "interests section"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An embassy, mission, consulate or office, as the table has it.

    `calendar` is a code of the host country's holidays ("MX", "DE-BY"), None where none is known.
    `opened_on` and `closed_on` bound its service, both inclusive, None where the table says nothing.
    `keeps_own_clock` says whether hours in its cables that name no place are its own.
    """

    designator: str
    kind: PostKind
    city: str
    country: str
    zone: str
    weeks: tuple[WorkingWeek, ...] = (MONDAY_TO_FRIDAY,)
    calendar: str | None = None
    opens: time = time(8, 30)
    closes: time = time(17, 0)
    keeps_own_clock: bool = False
    opened_on: date | None = None
    closed_on: date | None = None
    variants: tuple[str, ...] = ()
    note: str = ""

    @property
    def place(self) -> Place:
        """The city with the post's zone and hours; offices in the capital are at "Washington"."""
        return Place(name=self.city, zone=self.zone, opens=self.opens, closes=self.closes)

    def is_in_service(self, on: date | None) -> bool:
        """Return whether the post worked on that day; True where the day is None."""
        if on is None:
            return True
        return (self.opened_on or on) <= on <= (self.closed_on or on)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberList:
    """The members of a collective from a day on, until a later list replaces it."""

    from_on: date
    designators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """An address that stands for many. Members are given by kinds in service or by dated lists.

    Where neither is given, its members are not known.
    """

    name: str
    variants: tuple[str, ...] = ()
    kinds: frozenset[PostKind] = frozenset()
    lists: tuple[MemberList, ...] = ()
    note: str = ""

    @property
    def place(self) -> Place:
        """A collective's own place is the capital, until a person chooses its posts."""
        return WASHINGTON


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """Who a collective was on a day. `words` says it plainly."""

    members: tuple[Post, ...]
    is_known: bool
    words: str


def key_of(name: str) -> str:
    """Return the name folded for comparison: letters and digits only, upper case, without accents."""
    plain = unicodedata.normalize("NFKD", name[:MAX_NAME])
    return "".join(c for c in plain.upper() if c.isascii() and c.isalnum())


def bare_designator(text: str) -> str:
    """Return an address as written without routing indicator, precedence and numbers.

    designator = [ routing "/" ] name { precedence | number }
    "RUEHME/AMEMBASSY MEXICO PRIORITY 0000" gives "AMEMBASSY MEXICO". The words for a kind and for the
    capital are brought to one spelling: "U.S. Embassy Mexico" gives the same.
    """
    folded = " ".join(text[:MAX_NAME].upper().replace("U.S.", "US").split())
    words = ROUTING.sub("", folded, count=1).split()
    while len(words) > 1 and (words[-1] in TRAILING or words[-1].isdigit()):
        words.pop()
    name = CAPITAL.sub(" WASHDC", " ".join(words))
    for written, meant in SAME_KIND.items():
        if name.startswith(written + " "):
            return meant + name[len(written) :]
    return name


def bare_name(name: str) -> str:
    """Return the name without the word for its kind or the capital.

    "AMEMBASSY ABU DHABI" gives "ABU DHABI", "CIA WASHDC" gives "CIA".
    """
    for word in KIND_WORDS:
        if name.startswith(word + " "):
            return name[len(word) + 1 :]
    return name.removesuffix(" WASHDC")


class PostBook:
    """Every post, office and collective by its names, and the countries of geographic TAGS.

    A post answers to its designator and variants. It also answers to each of these without the
    word for its kind, as origins of message numbers are written, where no other post in service
    that day does.
    """

    def __init__(
        self,
        posts: Iterable[Post],
        collectives: Iterable[Collective] = (),
        tags: Mapping[str, str] | None = None,
        calendars: Callable[[Post], Calendar] | None = None,
        washington: Calendar | None = None,
    ) -> None:
        """Take the tables, and where calendars come from; without them only week-ends are days off.

        Raise ValueError where two posts or collectives write the same full name.
        """
        self.washington = washington or Calendar(place=WASHINGTON)
        self._source = calendars or _bare_calendar
        self._calendars: dict[str, Calendar] = {}
        self.posts: tuple[Post, ...] = tuple(posts)
        self.collectives: tuple[Collective, ...] = tuple(collectives)
        self._tags = {tag.upper(): country for tag, country in (tags or {}).items()}
        self._full: dict[str, Post] = {}
        self._bare: dict[str, list[Post]] = {}
        self._groups: dict[str, Collective] = {}
        self._exact = {post.designator: post for post in self.posts}
        for post in self.posts:
            self._enter(post)
        for group in self.collectives:
            for name in (group.name, *group.variants):
                self._groups[self._free(name)] = group

    def __iter__(self) -> Iterator[Post]:
        """Go through the posts in the order of the table."""
        return iter(self.posts)

    def _free(self, name: str) -> str:
        key = key_of(name)
        if not key or key in self._full or key in self._groups:
            raise ValueError(f"{name!r} stands twice in the table of places")
        return key

    def _enter(self, post: Post) -> None:
        for written in (post.designator, *post.variants):
            name = bare_designator(written)
            self._full[self._free(name)] = post
            owners = self._bare.setdefault(key_of(bare_name(name)), [])
            if post not in owners:
                owners.append(post)

    def find(self, designator: str, on: date | None = None) -> Post | None:
        """Return the post that answers to the words, None where none or more than one does.

        Case, blanks, points and accents do not matter; routing, precedence and numbers are cut.
        `on` chooses between posts that shared a bare name at different times; a full name finds
        its post at any day, also after it closed (ask `Post.is_in_service`).
        """
        exact = self._exact.get(designator)
        if exact is not None:
            return exact
        key = key_of(bare_designator(designator))
        found = self._full.get(key)
        if found is not None:
            return found
        owners = self._bare.get(key, [])
        serving = [post for post in owners if post.is_in_service(on)]
        chosen = serving or owners
        return chosen[0] if len(chosen) == 1 else None

    def find_collective(self, name: str) -> Collective | None:
        """Return the collective of that name, None where the table has none."""
        return self._groups.get(key_of(bare_designator(name)))

    def names_of(self, designator: str) -> tuple[str, ...]:
        """Return every name by which a heading may mean the post: its own, then those of its collectives."""
        post = self.find(designator)
        if post is None:
            return (designator,)
        own = [bare_designator(name) for name in (post.designator, *post.variants)]
        bare = [name for name in map(bare_name, own) if self.find(name) == post]
        groups = [group for group in self.collectives if post in self.expand(group.name).members]
        shared = [name for group in groups for name in (group.name, *group.variants)]
        return tuple(dict.fromkeys([*own, *bare, *shared]))

    def place_of(self, designator: str, on: date | None = None) -> Place | None:
        """Return the place of a post, office or collective; None where the name is not known."""
        found = self.find(designator, on) or self.find_collective(designator)
        return found.place if found else None

    def calendar(self, post: Post) -> Calendar:
        """Return the post's calendar: its week, U.S. and host-country days off, its hours and zone."""
        if post.designator not in self._calendars:
            self._calendars[post.designator] = self._source(post)
        return self._calendars[post.designator]

    def country_of_tag(self, tag: str) -> str | None:
        """Return the country that a geographic TAG means, "China" for CH; None for regions and subjects."""
        return self._tags.get(tag.strip().upper())

    def expand(self, collective: str, on: date | None = None) -> Expansion:
        """Return the members of a collective on a day. Unknown membership is said so."""
        group = self.find_collective(collective)
        if group is None:
            return _unknown(f"{collective} is not in the table of collectives.")
        posts = self._members(group, on)
        if posts is None:
            return _unknown(f"The members of {group.name} are not known. Choose the posts.")
        return Expansion(members=posts, is_known=True, words=_counted(posts, on))

    def _members(self, group: Collective, on: date | None) -> tuple[Post, ...] | None:
        if group.kinds:
            return tuple(post for post in self.posts if post.kind in group.kinds and post.is_in_service(on))
        dated = [entry for entry in group.lists if on is None or entry.from_on <= on]
        if not dated:
            return None
        newest = max(dated, key=lambda entry: entry.from_on)
        found = [self.find(name, on) for name in newest.designators]
        return tuple(post for post in found if post is not None)

    def strangers(self) -> tuple[tuple[str, str], ...]:
        """Return the collectives whose lists name what is no post, each with that name."""
        return tuple(
            (group.name, name)
            for group in self.collectives
            for entry in group.lists
            for name in entry.designators
            if self.find(name, entry.from_on) is None
        )


def _bare_calendar(post: Post) -> Calendar:
    return Calendar(place=post.place, weeks=post.weeks, is_known=False)


def _unknown(words: str) -> Expansion:
    return Expansion(members=(), is_known=False, words=words)


def _counted(members: Sequence[Post], on: date | None) -> str:
    when = f" in service on {on.day} {on:%B %Y}" if on else ""
    return f"{len(members)} {'post' if len(members) == 1 else 'posts'}{when}."
