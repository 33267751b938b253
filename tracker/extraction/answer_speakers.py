"""Who speaks or acts before a word of a reply: the host side, the post itself, or others, who never answer for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from tracker.cable.hints import Family
from tracker.cable.parts import Sentence
from tracker.extraction.asking import LONGEST_SENTENCE
from tracker.extraction.demonyms import DEMONYMS
from tracker.extraction.designators import place_of
from tracker.extraction.doers import are_doers
from tracker.extraction.posts_of_countries import PLACES_IN


class Side(StrEnum):
    """On whose side a word of a reply stands."""

    HOST = "host"
    POST = "post"
    OTHER = "other"  # third countries, bodies, the press, the public, Washington


_PARTS = re.compile(r"[/-](?=\w)")
_WORD = re.compile(r"[^\W_][\w'’./&-]*[\w'’]|[^\W_]|[,;:]")
_POST = frozenset(
    """we post embassy embassies mission consulate econoff econoffs poloff poloffs conoff conoffs emboff emboffs econoff's poloff's
    dcm dcm's charge chargé charge's chargé's ambassador ambassador's datt airatt navatt agatt legatt rso pao cao gso polcouns econcouns
    polcounselor econcounselor counselor counsellor consul consulates attache attaché pol econ polchief econchief post's embassy's
    mission's amembassy amconsul usmission usaid odc i labatt sciatt fas fcs aid milgrp usdao dao adcm depcouns admincouns""".split()
)
_HOST = frozenset(
    """minister ministry ministers ministries minister's ministry's foreign mfa fonoff fonmin government government's goverment cabinet
    parliament president president's premier director directorate undersecretary under-secretary vice-minister secretary secretariat
    subdirector subsecretary permsec official officials chief chief's head general colonel major captain admiral brigadier commander
    commodore superintendent inspector commissioner registrar regulator governor prosecutor judge court chancellor council speaker
    clerk authorities authority side interlocutor interlocutors deputy commission directorate-general assembly attorney spokesman
    spokesperson spokeswoman advisor adviser customs police army navy lieutenant protocol department division bureau host
    king queen prince emir sultan monarch palace presidency pm fm hosts mod moi moj mof moh moe mfa's counterpart counterparts
    country's senate congress dg dirgen perm permrep delegate marshal sheikh laird emir's staff negotiator mayor sub-director prefect""".split()
)
TITLES = Family(_HOST)
_OTHER = frozenset(
    """undp un european ilo imf ebrd eu ec nato oecd unhcr unicef wto interpol oas oau au ecowas sadc ngo ngos opposition press newspaper
    newspapers media daily weekly editorial editorials polls poll companies company firms unions union students teachers
    industry businessmen growers farmers owners agents donors analysts observers critics cooperatives
    community public bankers shippers importers exporters traders association senators demonstrators party parties missions church
    department washington usg states others colleagues neighbors capitals contractor contractors
    speakers scholar professor lawyer lawyers wife banks factory tribe militants rebels guerrillas insurgents
    leader column columnist communists socialists conservatives radicals liberals chamber
    dhs ins tsa faa dea fbi dod doe doj cia epa usda doc pacom eucom southcom centcom hhs cdc nasa ustr uscg cbp fda
    nordics baltics arabs africans europeans asians confederation federation diplomat diplomats dissident dissidents exiles refugees embassies dept eu's un's""".split()
)
_PEOPLE_WHO_SPEAK = frozenset(
    """embassy embassies embassy's ambassador ambassadors ambassador's government governments charge chargé delegation delegate mission
    missions minister ministry official officials attache attaché high deputy foreign firm firms company companies
    ngo president parliament side team advisers advisors naval military regulator central authorities representative project
    experts permanent permrep consul consulate diplomats colleague colleagues bank court police navy army press trade proposal plan
    defense counterpart counterparts leader leaders political economic hosts capital resident prime""".split()
)
_SAYING_TO = frozenset(
    """told telephoned phoned contacted informed assured asked reminded advised pressed urged thanked called briefed met saw notified gave handed invited inform informs
    tell tells advise advises ask asks notify notifies remind reminds thank thanks assure assures""".split()
)
_PREPOSITIONS = frozenset(
    """to of in on at by with from for against toward towards about between through via near than into as over under upon
    outside inside across""".split()
)
_NOT_SUBJECT = _SAYING_TO | _PREPOSITIONS
_ARTICLES = frozenset("the a an its his her their our this new senior acting".split())
_SECRETARIES = frozenset("under permanent state foreign cabinet principal joint additional private".split())
_PRONOUNS = frozenset("he she they it both".split())
_BE = frozenset(
    "is are was were has have had will would shall may might could can cannot does did do".split()
)
_SAYING = frozenset(
    """said told replied stated noted explained observed added remarked asked recalled answered responded pointed stressed emphasized
    confirmed agreed promised undertook indicated declared maintained claimed suggested described opened assured volunteered inquired
    thought hoped believed expressed thanked reiterated insisted conceded acknowledged admitted commented complained wondered welcomed
    called informed advised reviewed dwelt turned listened spoke reacted""".split()
)
_NO_SPEAKERS = frozenset(
    """and or but who which that also then as be been being was were is are have has had not to so all both each they i one never ever
    only further later first once again just already none nobody there what these those others note letter text cable reftel
    summary , ; :""".split()
)
_BEFORE_OURS = frozenset(("the", ",", "that", "if", "whether"))
_GOX = re.compile(
    r"go(?!od|es|ne|al|ing|ld|lf|ds|wn)[a-z]{1,4}"
)  # GOU, GOES, GOTT; held to be written in capitals
_GOX_WORDS = frozenset("got goes god goal goals gold golf good goods gone going gown goat govt gov".split())
_TELLING = re.compile(
    r"\b(?:told|tells?|said|says|claims?|claimed|reports?|reported|inform(?:s|ed)|according)\b"
)
_AND_DOES = re.compile(r" and (?:then |also |later |again |promptly |immediately )?$", re.IGNORECASE)
_CLAUSE = re.compile(  # begins anew: what is said before it has a subject of its own
    r"[;:]|\b(?:that|who|whom|which|where|when|while|but|as|if|because|since|although|after|before|said|told)\b|, and ",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"[,;] (?:and|but|while)\b")
_RECEIVED = re.compile(
    r"\breceived (?:\w+ ){0,4}(?:note|letter|reply|response|message|word|call|communication|fax|e-mail|memorandum)\b"
)
MOST_OF_TITLE = 9  # words: "Assistant Secretary for UN Affairs Corazon Villasenor-Uy"
MOST_BETWEEN = 4  # words between "Norwegian" and "charge d'affaires"
STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A word that names somebody: where it begins, and on which side; None for "he", "it": whoever spoke before."""

    at: int
    side: Side | None
    is_reported: bool = False  # "he" behind "that": whoever says so
    is_place: bool = False  # a country: "he" in the sentence behind is not it


@cache
def _places() -> frozenset[str]:
    """Return the single words that name a country or a city with a post, in small letters."""
    names = {name for name in PLACES_IN if " " not in name}
    cities = {place for places in PLACES_IN.values() for place in places if " " not in place}
    pairs = {
        "korea",
        "lanka",
        "rica",
        "arabia",
        "zealand",
        "africa",
        "emirates",
        "leone",
        "hague",
        "maldives",
    }
    return frozenset(names | cities | pairs) - {
        "victoria",
        "hamilton",
        "georgetown",
        "kingston",
        "nice",
        "split",
    }


@lru_cache(maxsize=256)
def own_names(origin: str) -> frozenset[str]:
    """Return what names the host country of a post: its names and places, and the stem of its people's name."""
    place = place_of(origin)
    names = {name for name, places in PLACES_IN.items() if place in places or place == name}
    own = {word for name in names for word in name.split()} | set(place.split())
    own |= {one for name in names for places in (PLACES_IN[name],) for p in places for one in p.split()}
    own |= {people for people, country in DEMONYMS.items() if not own.isdisjoint(country.split("/"))}
    return frozenset(own)


def mentions(text: str, own: frozenset[str], names: set[str]) -> list[Spoken]:
    """Return who is named as one that speaks or acts in a sentence, in order; objects of prepositions are nobody.

    `names` are the people known to hold an office of the host side, or to have spoken; those who speak here are added.
    """
    found = [(m.start(), m.group()) for m in _WORD.finditer(text)]
    written = [word for _, word in found]
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in written]
    is_shouted = text.isupper()
    spoken = []
    for n, side in _sides(words, written, own, names, is_shouted=is_shouted):
        spoken.append(
            Spoken(
                at=found[n][0],
                side=side,
                is_place=words[n] in _places(),
                is_reported=n > 0 and words[n - 1] == "that",
            )
        )
    return spoken


def _officials(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        if sentence.signs & TITLES.bit and not sentence.text.isupper():
            yield from _titled(sentence.text)


def _titled(text: str) -> Iterator[str]:
    """Yield the last names behind titles: "Foreign Minister Alcides Berrutti"."""
    written = _WORD.findall(text)
    words = [word.lower() for word in written]
    for n, word in enumerate(words):
        if word in _HOST:
            behind = range(n + 1, min(n + 1 + MOST_OF_TITLE, len(words)))
            run = [m for m in behind if written[m][0].isupper() and words[m] not in _HOST]
            if run:
                yield words[run[-1]].removesuffix("'s").removesuffix("’s")


def _sides(
    words: list[str], written: list[str], own: frozenset[str], names: set[str], *, is_shouted: bool
) -> Iterator[tuple[int, Side | None]]:
    until = -1  # words that still belong to "Norwegian charge d'affaires"
    for n, word in enumerate(words):
        if n <= until:
            continue
        behind = words[n + 1] if n + 1 < len(words) else ""
        if _before(words, n) in _NOT_SUBJECT:
            is_other = word in _OTHER or word in DEMONYMS or word in _places()
            until = n + is_other if is_other else _end_of_name(words, written, n, is_shouted=is_shouted)
            continue
        is_theirs = written[n].lower() != word or (n == 0 and word in DEMONYMS)  # "Latvia's"
        if word in _PRONOUNS:
            yield n, None
        elif _is_washington(words, n) or _is_foreign(word, behind, own, is_theirs=is_theirs):
            until = n + MOST_BETWEEN
            yield n, Side.OTHER
        elif (side := _side_at(words, written, n, own, is_shouted=is_shouted)) is not None:
            until = n + MOST_BETWEEN if side is Side.OTHER else n + (side is Side.POST)  # "Pol Chief" is one
            yield n, side
        elif word in names or (behind in _SAYING and word not in _NO_SPEAKERS and word not in own):
            names.add(word)
            yield n, Side.HOST


def _is_washington(words: list[str], n: int) -> bool:
    """Return whether it is the Department of State that is named: "hoped the Department would agree"."""
    is_ours = words[n] == "department" and (n == 0 or words[n - 1] in _BEFORE_OURS)
    return is_ours and words[n + 1 : n + 2] != ["of"]


def _end_of_name(words: list[str], written: list[str], n: int, *, is_shouted: bool) -> int:
    """Return the last word of a run of titles with the name behind it: "on Deputy Foreign Minister Ola Berg"."""
    is_titled = words[n] in _HOST
    while is_titled and n + 1 < len(words):
        is_name = not is_shouted and written[n + 1][0].isupper()
        if words[n + 1] not in _HOST and not is_name:
            break
        n += 1
    return n


def _before(words: list[str], n: int) -> str:
    """Return the word before, articles and titles passed over: "told the Deputy", "of its own Ministry"."""
    n -= 1
    if n >= 0 and (words[n], words[n + 1]) == ("under", "secretary"):
        n -= 1
    while n >= 0 and words[n] in _ARTICLES and n > 0:
        n -= 1
    return words[n] if n >= 0 else ""


def _is_of_post(word: str, behind: str) -> bool:
    """Return whether a word names somebody at the post: "Pol/Econ chief", "Public Affairs Officer"."""
    if word == "public":
        return behind in ("affairs", "diplomacy", "information")
    return word in _POST or any(part in _POST for part in _PARTS.split(word)[:-1])


def _side_at(
    words: list[str], written: list[str], n: int, own: frozenset[str], *, is_shouted: bool
) -> Side | None:
    if words[n] == "secretary" and n > 0 and words[n - 1] in _SECRETARIES:
        return Side.HOST
    behind = words[n + 1] if n + 1 < len(words) else ""
    return _side_of(words[n], written[n], behind, own, is_shouted=is_shouted)


def _side_of(word: str, written: str, behind: str, own: frozenset[str], *, is_shouted: bool) -> Side | None:
    if _is_of_post(word, behind):
        return Side.POST
    if word in _HOST:
        return Side.HOST
    if word in _OTHER:
        return Side.OTHER
    if word in own and word in DEMONYMS and word.endswith("s"):  # "the Canadians agree"
        return Side.HOST
    if word.startswith("go") and word not in _GOX_WORDS and written.isupper() and _GOX.fullmatch(word):
        return Side.HOST
    if written == "GOES" and not is_shouted:
        return Side.HOST
    if word in own and (behind in _BE or behind.endswith(("ed", "s")) or word != written.lower()):
        return Side.HOST
    return None


def _is_foreign(word: str, behind: str, own: frozenset[str], *, is_theirs: bool) -> bool:
    """Return whether a word names another country, or its people, as one that acts: "Latvia had signed", "the Swedes would"."""
    if word in own:
        return False
    is_acting = behind in _BE or behind == "," or (behind.endswith("ed") and len(behind) > STEM)
    if word in _places():
        return (
            is_acting
            or (is_theirs and behind != "")
            or behind in _PEOPLE_WHO_SPEAK
            or behind in ("and", "too", "also")
        )
    if word in DEMONYMS:
        is_people = behind in _PEOPLE_WHO_SPEAK or are_doers(behind)
        is_plural = behind.endswith("s") and is_theirs  # "Malaysian camps hold", at the head of a sentence
        return is_acting or is_people or is_plural or (word.endswith("s") and behind != "")
    return False


def _subject_going_on(text: str, at: int, spoken: Sequence[Spoken]) -> int | None:
    """Return where the one is named who did a thing before and now does another: "Econoff met Berg and gave him the list"."""
    if not _AND_DOES.search(text, max(0, at - len(" and then immediately ")), at):
        return None
    begun = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    return next((one.at for one in spoken if begun <= one.at < at), None)


class Hearing:
    """Who speaks in the sentences of one reply: each is looked through when it is first asked for."""

    def __init__(self, sentences: Sequence[Sentence], origin: str) -> None:
        """Take the sentences of a cable of the post `origin`."""
        self._sentences = sentences
        self._own = own_names(origin)
        self._names: set[str] = set()  # of those who hold an office of the host side, or spoke
        self._spoken: dict[int, list[Spoken]] = {}

    def side_at(self, n: int, at: int) -> Side | None:
        """Return who speaks or acts at a character of sentence `n`: whoever was named last before it, None where nobody was."""
        side: Side | None = None
        was_named = False
        spoken = self._heard(n)
        if (subject := _subject_going_on(self._sentences[n].text, at, spoken)) is not None:
            spoken = [one for one in spoken if one.at <= subject]
        for one in spoken:
            if one.at > at:
                break
            goes_on = was_named and (side is not Side.POST or one.is_reported)
            side = one.side or (side if goes_on else self._before(n))
            was_named = True
        if self._is_hearsay(n, at):
            return Side.OTHER
        is_received = side is Side.POST and _RECEIVED.search(self._sentences[n].text[:at].lower())
        return Side.HOST if is_received else side

    def _is_hearsay(self, n: int, at: int) -> bool:
        """Return whether another tells of it: "a Western diplomat told us that the ministry had refused"."""
        first = next(iter(self._heard(n)), None)
        if first is None or first.side is not Side.OTHER or first.is_place:
            return False
        told = self._sentences[n].text[first.at : at].lower()
        return _TELLING.search(told) is not None and _NEW_CLAUSE.search(told) is None

    def _before(self, n: int) -> Side:
        """Return who "he" is: the one named first in a sentence before, of the same paragraph; "we" is the post's own pen."""
        paragraph = self._sentences[n].paragraph
        while n > 0 and self._sentences[n - 1].paragraph == paragraph:
            n -= 1
            first = next((one for one in self._heard(n) if not one.is_place), None)
            if first is not None and first.side is not None:
                return Side.OTHER if first.side is Side.OTHER else Side.HOST
        return Side.HOST

    def _heard(self, n: int) -> list[Spoken]:
        if n not in self._spoken:
            if not self._spoken:
                self._names.update(_officials(self._sentences))
            text = self._sentences[n].text[:LONGEST_SENTENCE]
            self._spoken[n] = mentions(text, self._own, self._names)
        return self._spoken[n]
