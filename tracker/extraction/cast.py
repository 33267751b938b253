"""Who plays which part in one cable: those asked, the one who asks, travelers, things, everybody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.cable.parts import Header
from tracker.extraction import vocabulary as v
from tracker.extraction.commands import are_of_forces, is_command, orders_posts
from tracker.extraction.designators import (
    APOSTROPHE,
    is_capital,
    names_of,
    place_of,
    with_embassy,
    with_offices,
)
from tracker.extraction.noun_phrases import (
    NOUNS,
    WORDS,
    are_some_agencies,
    bare,
    behind_whom,
    department_of,
    ends_in_post,
    is_aside,
    is_attached,
    is_attribute,
    is_behind_opening,
    is_each_of_ours,
    is_each_post,
    is_every_delegation,
    is_foreign,
    is_head_of_ours,
    is_of_others,
    is_of_strangers,
    is_owned_by_others,
    is_passing,
    is_staff,
    last_article,
    noun_phrase,
    of_kind,
)
from tracker.extraction.posts_of_countries import ALL_PLACES, is_office_at

DELEGATIONS = re.compile(
    r"USUN|USNATO|USOSCE|UNVIE|USEU|US ?DEL|GENEVA|NEW YORK|UNESCO|USOECD|UN ROME|OAS|HAGUE|NAIROBI"
)
OFFICE = re.compile(r"^[A-Z]{1,6}(?:/[A-Z&-]{1,8}){1,4}$")
_OF_SERVICES = (["general", "services"], ["human", "resources"])
_BY_LETTERS = re.compile(r"[A-Z]{1,4}Os")  # officers of a kind: "VAOs", "RELOs"
_RELATIVE = re.compile(r" ?(?:(?:of|on|in|to|for|with|from) )?(?:where|wh(?:ich|om?|ose)) ", re.IGNORECASE)
_PARTING = re.compile(r"[,;:()]+(?:\s|$)| - | -- ?")
CLEARANCE = re.compile(
    r"country clearance|eCC\b|clearance(?: is)? (?:granted|approved)|grants? (?:\w+ )?clearance",
    re.IGNORECASE,
)

_ALONE = (
    ["ambassador"],
    ["ambassadors"],
    ["chiefs"],
    ["chief"],
    ["officers"],
    ["attaches"],
    ["consuls"],
    ["sections"],
    ["supervisors"],
    ["consul", "general"],
    ["consuls", "general"],
)  # enough without a word that says whose they are
_FIELD_PEOPLE = frozenset(
    "traveler traveller contractor visitor grantee consultant personnel employee staff team tdyer trainee".split()
)
_MINISTRIES = frozenset(  # "Department of Fisheries": none of ours
    "fisheries forestry forests tourism customs mines water waters culture finance foreign external posts roads ports works police prisons livestock irrigation marine meteorology".split()
)
_OF_FORCES = frozenset({"commander", "commanders"})  # none sits at an embassy
_EMBASSIES = re.compile(
    r"^(?:AM)?(?:EMBASSY|CONSUL|CONGEN|CONSULATE)\b|^(?:US ?)?MISSION\b|^USINT\b|^USLO\b|COLLECTIVE"
)
_HOLDERS = v.NEED_A_HOME - {"team", "teams", "unit", "units", "delegation", "constituent", "station"}
_OF_CITIES = frozenset("police fire city port municipal harbor health finance budget party".split())
_OFFICERS = frozenset("officer officers chief chiefs unit units section sections".split())
_ON_DUTY_HERE = re.compile(  # "officers on temporary duty with the task force", who are at no post
    r"(?:on|assigned to|detailed to) (?:\w+ )?(?:(?:duty|detail|loan|rotation|assignment) )?(?:with |to |at |in )?(?:the )?(?:task force|department|bureau|operations center|washington)\b"
)
_OF_OTHERS = frozenset("customs forestry mining tax prison fire city port harbor municipal traffic".split())
_IN_TOWNS = frozenset(  # a name before one of them is its town's: "Riga city museum"
    """museum library airport harbor harbour university college school institute academy theater theatre opera orchestra
    hospital clinic zoo cathedral church hall festival fair hotel club newspaper radio television stadium prison authority
    municipality council chamber bank police prefecture customs garrison zone""".split()
)
_LINES = (["to", "line"], ["action", "line"], ["address", "line"])
_DELEGATION = frozenset({"delegation", "del", "usdel"})
_AGENCIES = frozenset(  # that have people in our towns: "UNHCR Damascus"
    "unhcr unicef undp unfpa unrwa wfp fao iom icrc ifrc ilo unido unmik unmil imf".split()
)
TWO, MOST_IN_NAME = 2, 6  # words
MOST_PARTS = 256  # kept of one cable: rule after rule asks about the subject of an ask
_THINGS, _BEFORE_NAME = v.MATTERS | v.GIVEN, v.POSTS | v.LEADS | {"and"}


class Part(StrEnum):
    """What the subject of a sentence is in this cable."""

    ASKED = "asked"
    SENDER = "sender"
    MATTER = "matter"
    PERSON = "person"
    THIRD = "third"
    NOBODY = "nobody"


_HEADS = {  # the head of a noun phrase tells its part; the later line counts where a word stands in two
    **dict.fromkeys(v.MATTERS, Part.MATTER),
    **dict.fromkeys(v.PERSONS, Part.PERSON),
    **dict.fromkeys(v.WE, Part.SENDER),
    **dict.fromkeys(v.THIRD, Part.THIRD),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The parts in one cable. `names` holds the places under TO in small letters and their designators."""

    asks_posts: bool
    asks_capital: bool
    names: dict[str, str]
    told: frozenset[str]  # places under INFO
    is_clearance: bool  # a post's clearance: what it asks, it asks travelers
    has_collective: bool
    has_commands: bool = False  # commands of the forces are asked: "each component", "units"
    sender: str = ""  # the place of the post that writes
    asks_others: bool = False  # a post writes to posts: "Embassies" are the others, "Embassy" is the sender
    is_delegation: bool = False  # a mission to an organization is asked: it is "the delegation"

    _parts: dict[str, Part] = field(default_factory=dict, init=False, repr=False, compare=False)

    def part_of(self, phrase: str) -> Part:
        """Return what the words before a verb stand for; the last part between commas counts first."""
        part = self._parts.get(phrase)
        if part is None:
            if len(self._parts) >= MOST_PARTS:
                self._parts.clear()
            part = self._parts[phrase] = self._part_of_phrase(phrase)
        return part

    def is_asked(self, name: str) -> bool:
        """Return whether a name, perhaps in small letters, is that of one asked: "the department", "ofda"."""
        return Part.ASKED in (self.part_of(name), self.part_of(name.upper()))

    def _part_of_phrase(self, phrase: str) -> Part:
        phrase = bare(phrase)
        pieces = [p for p in _PARTING.split(phrase) if p.strip()]
        if len(pieces) > 1 and phrase.rstrip().endswith(",") and _RELATIVE.match(pieces[-1]):
            pieces.pop()  # "Oslo, where the count is under way, "
        elif len(pieces) > 1:
            pieces[-1] = behind_whom(pieces[-1])
        for n, piece in enumerate(reversed(pieces), 1):
            words = WORDS.findall(piece)[-24:]
            if n < len(pieces) and is_passing(words):
                continue
            part = self._part_of_words(words)
            if part is not Part.NOBODY:
                return part
            if not is_aside(words):
                break
        return Part.NOBODY

    def _part_of_words(self, words: Sequence[str]) -> Part:
        words = of_kind(words)
        phrase = noun_phrase(words)
        told = self._by_last(words) or self._of_department(words, phrase) or self._at_home(words, phrase)
        if told is not None:
            return told
        if self.asks_posts and _are_addressed(words):
            return Part.ASKED
        is_each = (self.asks_posts or self.asks_others) and is_each_of_ours(words, phrase)
        is_each = is_each or (self.asks_others and is_each_post(words))
        if is_each or (self.has_commands and are_of_forces(words, phrase)):
            return Part.ASKED
        is_some = self.asks_capital and are_some_agencies(words)
        if is_some or is_of_others(words, phrase) or is_every_delegation(words):
            return Part.THIRD
        part = self._part_of_noun(phrase)
        if part is Part.NOBODY and (ends_in_post(words) or self._ends_in_delegation(words)):
            return self._part_of_noun(words[-1:])
        if not phrase and (place := last_article(words)):
            return self._part_of_noun(noun_phrase(words[place:]))
        if part not in (Part.NOBODY, Part.SENDER, Part.THIRD):
            return part
        return self._inner_part(words) or part

    def _ends_in_whole_name(self, words: Sequence[str]) -> bool:
        """Read "Embassy Port of Spain", "Consulate Rio de Janeiro": a name of a post asked that holds a small word."""
        said = [w.lower() for w in words[-MOST_IN_NAME:]]
        for name in self.names if len(said) > TWO else ():
            parts = (
                name.split() if " of " in name or " de " in name or " es " in name or " am " in name else []
            )
            if parts and said[-len(parts) :] == parts:
                before = words[: len(words) - len(parts)]
                return not before or before[-1].lower() in _BEFORE_NAME
        return False

    def _by_last(self, words: Sequence[str]) -> Part | None:
        """Return the part of what the last word says alone: "Meanwhile we", "Until it is received post", the office H; of a whole name."""
        if self._ends_in_whole_name(words):
            return Part.ASKED
        if len(words) > 1 and (words[-1].lower() == "we" or is_office_at(self.sender, words[-1])):
            return Part.SENDER
        if len(words) == 1 and words[0] in v.LETTERS:
            return self._capital()
        is_last = is_behind_opening(words, _DELEGATION if self.is_delegation else ())
        return self._part_of_noun(words[-1:]) if is_last else None

    def _ends_in_delegation(self, words: Sequence[str]) -> bool:
        """Read "In its interventions Delegation": behind an opening, where a delegation is asked as a mission would be."""
        is_last = self.is_delegation and bool(words) and words[-1].lower() in _DELEGATION
        is_own = is_last and len(words) > 1 and not is_foreign(words[-2].lower())
        return is_own and words[0].lower() in v.PREPOSITIONS and ends_in_post((*words[:-1], "mission"))

    def _of_department(self, words: Sequence[str], phrase: Sequence[str]) -> Part | None:
        """Return the part of a bureau, or of a department by what it is of: "Department of Fisheries" is another's."""
        if not phrase and words and words[-1] in v.BUREAUS:
            return self._capital()
        name = department_of(words)
        if not name:
            return None
        return Part.ASKED if name in self.names else Part.THIRD if name in _MINISTRIES else None

    def _at_home(self, words: Sequence[str], phrase: Sequence[str]) -> Part | None:
        """Return the part of holders of an office by where they sit: "attaches at all three posts", "officers at the bank"."""
        if self.asks_posts and (is_head_of_ours(words) or is_staff(words, phrase)):
            return Part.ASKED
        head = phrase[-1].lower() if phrase else ""
        place = [w.lower() for w in words].index(head) + 1 if head in _HOLDERS else 0
        if head in _OFFICERS and place and _ON_DUTY_HERE.match(" ".join(words[place : place + 8]).lower()):
            return Part.PERSON
        if not place or place + 1 >= len(words) or words[place].lower() not in ("at", "in", "of"):
            return None
        if head in _OFFICERS and any(w.lower() in _OF_OTHERS or w.lower() in v.THIRD for w in phrase[:-1]):
            return Part.THIRD  # "bank officers in Oslo"
        home = words[place + 1 :] if words[place + 1].lower() != "charge" else ()
        inner = noun_phrase(home)
        if any(is_foreign(w.lower()) for w in inner):
            return Part.THIRD
        part = self._part_of_noun(inner)
        return part if part in (Part.ASKED, Part.THIRD) else None

    def _inner_part(self, words: Sequence[str]) -> Part | None:
        """Return the part of the subject that a "that" or an "and" opens, None where none is known."""
        for i in range(len(words) - 1, 0, -1):
            if words[i].lower() in ("that", "if", "and", "whether", "but", "because", "so"):
                phrase = noun_phrase(words[i + 1 :])
                inner = self._part_of_noun(phrase)
                opens_clause = phrase and words[i].lower() == "that" and words[i - 1].lower() not in NOUNS
                if inner is not Part.NOBODY or opens_clause:
                    return inner
        return None

    def _part_of_noun(self, phrase: Sequence[str]) -> Part:
        """Return the part of a bare noun phrase; the head is its last word, or a word of office in it."""
        if not phrase:
            return Part.NOBODY
        small = [w.lower().strip(".,'’") for w in phrase]
        if any("/" in w and OFFICE.match(w.upper()) and w.lower() not in v.EITHER_OR for w in phrase):
            return self._of_symbol(phrase, small)
        if phrase[-1].strip(".,") in v.BUREAUS:
            return self._capital()
        by_office = self._office_in(small, phrase)
        if by_office is not None:
            return by_office
        is_number = small[-1] == "i" and len(small) > 1
        return (None if is_number else _HEADS.get(small[-1])) or self._named(small)

    def _of_symbol(self, phrase: Sequence[str], small: Sequence[str]) -> Part:
        """Return the part of a phrase with an office's symbol: people of it are people, "USAID/Cairo" sits at a post."""
        last = small[-1]
        if len(small) > 1 and (last in _FIELD_PEOPLE or last.rstrip("s") in _FIELD_PEOPLE):
            return Part.PERSON
        if any(is_office_at(self.sender, w) for w in phrase):
            return Part.SENDER
        is_away = any(w.lower().partition("/")[2] in ALL_PLACES for w in phrase if "/" in w)
        return Part.THIRD if is_away and self.asks_capital else self._capital()

    def _office_in(self, small: Sequence[str], phrase: Sequence[str]) -> Part | None:
        """Return the part where a word of office ("embassy", "bureau") rules the phrase."""
        bodies = " ".join(small[-3:]), " ".join(small[-2:])
        if is_attached(phrase, small) or not v.BODIES_OF_POSTS.isdisjoint(bodies):
            return self._post(["eac"], 0)
        if _BY_LETTERS.fullmatch(phrase[-1]) and phrase[-1] not in v.BODIES_BY_LETTERS:
            return self._post([*small[:-1], "gsos"], len(small) - 1)
        if " ".join(small[:2]) in v.BODIES_OF_CAPITAL:
            return self._capital()
        for i, word in enumerate(small):
            if word == "post" and small[i + 1 :] == ["office"]:
                return Part.THIRD  # of the mails
            if word in v.POSTS and not is_attribute(small, i):
                return self._post(small, i)
            if word in v.CAPITAL and not is_attribute(small, i):
                is_theirs = (
                    (word == "secretariat" and "executive" not in small[:i])
                    or is_of_strangers(small[:i])
                    or is_owned_by_others(phrase[:i])
                )
                is_asked = not is_theirs and self._named(small) is Part.ASKED
                return Part.THIRD if is_theirs else Part.ASKED if is_asked else self._capital()
        return None

    def _post(self, small: Sequence[str], i: int) -> Part | None:
        word, before = small[i], small[:i]
        is_theirs = word in ("mission", "missions") and not v.MISSIONS_OF_OTHERS.isdisjoint(before)
        if is_theirs or self._is_in_command(word) or any(is_foreign(w) for w in before):
            return Part.THIRD
        if word in ("delegation", "del") and not before:
            is_writing = self.asks_capital and not self.asks_posts
            return Part.ASKED if self.is_delegation else Part.SENDER if is_writing else Part.PERSON
        if word in v.NEED_A_HOME and is_owned_by_others(before):
            return Part.ASKED if self.asks_posts and self._is_of_asked(before) else Part.THIRD
        is_at_home = any(w in v.HOMES for w in before) or before[-2:] in _OF_SERVICES
        if word in v.NEED_A_HOME and small not in _ALONE and not is_at_home:
            return Part.PERSON if word in v.PERSONS else None
        if word in v.EVERYBODY:
            return Part.THIRD if {"info", "information"} & set(before) else Part.ASKED
        if self.asks_others and word.endswith("s"):
            return Part.ASKED
        if self.asks_posts and (not self.asks_capital or self._named(small) is Part.ASKED):
            return Part.ASKED
        return Part.ASKED if self._named(small) is Part.ASKED else Part.SENDER

    def _is_in_command(self, word: str) -> bool:
        """Return whether a word means officers of forces, where the cable goes to embassies alone."""
        is_of_forces = word in _OF_FORCES and bool(self.names)
        return is_of_forces and all(_EMBASSIES.search(d) for d in self.names.values())

    def _is_of_asked(self, before: Sequence[str]) -> bool:
        """Return whether a name before a word of office is that of a post asked: "Oslo's refugee coordinator"."""
        owned = next(n for n, w in enumerate(before, 1) if w.endswith(("'s", "’s")))
        kinds = before[owned:]
        return (
            " ".join(before[:owned])[:-2] in self.names
            and not v.HOMES.isdisjoint(kinds)
            and _OF_CITIES.isdisjoint(kinds)
        )

    def _capital(self) -> Part:
        return Part.ASKED if self.asks_capital else Part.SENDER

    def _named(self, small: Sequence[str]) -> Part:
        joined = " ".join(small)
        if "'" in joined or "’" in joined:
            joined = APOSTROPHE.sub("", joined)
        if any(f" {joined}".endswith(f" {n}") or f"{joined} ".startswith(f"{n} ") for n in self.names):
            is_of_town = joined not in self.names and (small[-1] in _IN_TOWNS or small[0] in _AGENCIES)
            return Part.THIRD if is_of_town else Part.ASKED
        return Part.SENDER if joined == self.sender else Part.NOBODY


def _are_addressed(words: Sequence[str]) -> bool:
    """Return whether words name some of those the cable goes to: "Attaches and military groups addressed"."""
    if len(words) <= 1 or "info" in words:
        return False
    if [w.lower() for w in words[-2:]] in _LINES:
        return True  # "the offices in the TO line"
    if words[-1].lower() != "addressed":
        return False
    head = words[-2].lower()
    return head.endswith("s") and head not in _THINGS and not is_foreign(head)


def cast_of(header: Header) -> Cast:
    """Return who plays which part, from FM, TO and INFO; without them from the cable's number."""
    to = [a.designator for a in header.action_addressees]
    origin = header.origin or header.number or ""
    from_capital = (is_capital(origin) or orders_posts(origin, to)) if origin else None
    to_capital = any(is_capital(d) for d in to) if to else from_capital is not True
    to_posts = any(not is_capital(d) for d in to) if to else from_capital is not False
    subject = header.subject or ""
    return Cast(
        asks_posts=to_posts and from_capital is not False,
        asks_capital=to_capital and from_capital is not True,
        asks_others=from_capital is False and bool(to) and to_posts,
        names=with_embassy(with_offices(names_of(to), header), origin)
        if from_capital is False
        else names_of(to),
        sender=place_of(origin) if from_capital is False else "",
        told=frozenset(place_of(a.designator) for a in header.info_addressees),
        is_clearance=from_capital is False and bool(CLEARANCE.search(subject)),
        is_delegation=any(DELEGATIONS.search(d.upper()) for d in to),
        has_commands=any(is_command(d) for d in to),
        has_collective=any(a.is_collective for a in header.action_addressees),
    )
