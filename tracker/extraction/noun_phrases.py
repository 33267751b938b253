"""Noun phrases: the words before a verb, their head, and whose it is by the little words around it."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from tracker.cable.hints import has_any
from tracker.extraction import vocabulary as v

WORDS = re.compile(r"[A-Za-z0-9&][\w.'’,&/-]*", re.ASCII)
FOREIGN = re.compile(
    r"^(?:go[a-z]{1,2}|[a-z]+(?:ean|ian|can|ish|ese|ench|aqi|eli|host|rian)|argentine|philippine|filipino|german|dutch|saudi|omani"
    r"|kuwaiti|pakistani|bangladeshi|afghan|thai|greek|swiss|czech|slovak|uzbek|kazakh|tajik|kyrgyz|turkmen|cypriot|icelandic"
    r"|yemeni|emirati|qatari|bahraini|cuban|nepali|basque|serb|croat|soviet|moroccan|tunisian|zambian)$"
)
_TRAILING = re.compile(
    r"there|nonetheless|nevertheless|however|likewise|meanwhile|instead|thereafter|moreover|furthermore|too|now|sometimes|often|always|never|still|already|just|seldom|also|again|therefore|hereby|once|further|thus|"
    + v.ADVERB
)
_FINITE = frozenset("would will should must may can is are was has have had needs wants asks".split())
_OPENING = frozenset(
    "until till once when whenever where wherever if unless after before as while should".split()
)
_CLAUSE_VERBS = frozenset(
    "asks comes goes arrives begins ends opens leaves becomes follows were did does do been made sent given known held taken".split()
)
SHORTEST_OPENING = 3  # words: "If asked Embassy"
_OWNED = frozenset(
    "embassy consulate mission ambassador charge chargé consul delegation congen legation attache counselor".split()
)
SHORT_ASIDE = 5  # words
_PASSING = frozenset("by with without including in".split())  # "Figures, by name and port, are to follow"
_KINDS = frozenset(
    "pieces piece sheets scraps kinds kind types type sorts sort sets set parts both rest remainder most some any each none neither either".split()
)
_HIS = frozenset({"his", "her", "whose"})  # office
_COUNTED = frozenset("two three four five six seven eight nine ten several some many various dozen".split())
NOUNS = v.MATTERS | v.POSTS | v.PERSONS | v.THIRD
_LED = frozenset(
    "section sections mission missions post posts unit units agency agencies office offices".split()
)
_NAMED_POSTS = re.compile(  # "Embassies Lusaka, Quito and Dhaka"
    r"(?:^|[,;] )(?P<kind>(?:(?:Action|American|American|ACTION) )?(?:Embassies|Missions|Consulates(?: General)?|Posts(?: in)?|EMBASSIES|MISSIONS|CONSULATES(?: GENERAL)?|POSTS(?: IN)?)|(?:[\w-]+ ){1,3}(?i:officers|sections|attaches|counselors|coordinators|units|specialists) (?i:in|at)|(?:[\w-]+ ){1,5}(?i:from (?:all )?(?:posts|embassies|missions|consulates) in)) "
    r"[A-Z][\w.' -]{1,30}(?:, [A-Z][\w.' -]{1,30}){1,20},? (?:and|AND) [A-Z][\w.' -]{1,30}$"
)
_FROM_PLACES = re.compile(  # whoever comes from several places is none of those asked there: "Traders from Oslo, Riga and Tunis"
    r"(?P<kind>[A-Z]?[a-z-]+s|[A-Z][a-z'’-]* (?:[a-z-]+ ){0,3}[a-z-]+s|[A-Z]+S|[A-Z]+ [A-Z]+S) (?:from|FROM) [A-Z][\w.'’]+(?: [A-Z][\w.'’]+)*(?:, [A-Z][\w.'’]+(?: [A-Z][\w.'’]+)*){1,20},? (?:and|AND) [A-Z][\w.'’]+(?: [A-Z][\w.'’]+)*"
)
_KINDS_NAMED = tuple(  # one of them stands, in small letters, in whatever _NAMED_POSTS finds
    "embassies missions consulates posts officers sections attaches counselors coordinators units specialists".split()
)
_WHOM = re.compile(
    r"^ ?(?:and )?(?:(?:about|against|at|by|for|from|in|of|on|over|through|to|under|upon|with) )?(?:whom|which) (?=\w)",
    re.IGNORECASE,
)
_AT_HOME = v.POSTS - v.NEED_A_HOME
_PREPOSITIONS = v.PREPOSITIONS - {"should", "must"}
_LEADING = v.PREPOSITIONS | v.LEADS
_HOMES = v.HOMES | v.POSTS
_HIMSELF = re.compile(r" (?:him|her|it|them)sel(?:f|ves)(?= |$)", re.IGNORECASE)
_YEAR = re.compile(r", (?:19|20)\d\d\b,?")  # "affidavits filed before October 1, 1999, should"
_MASKED = re.compile(r"[\"“]_{2,}[\"”]")  # a title in quotation marks, masked
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_NEED_A_HOME_BUT_TEAM_CHIEF = v.NEED_A_HOME - {"team", "chief", "delegation"}
_CAPITAL_OR_POSTS_OR_SECRETARY_PRESIDENT = (
    v.CAPITAL | v.POSTS | {"secretary", "president", "inspector", "general"}
)


def behind_whom(piece: str) -> str:
    """Return a clause without what it hangs on: "on whom Embassy Oslo", "of which Tunis"."""
    return _WHOM.sub("", piece) if "wh" in piece.lower() else piece


def named_posts(phrase: str) -> re.Match[str] | None:
    """Return the list of places behind a word for posts or for people at posts that ends a phrase, None where none does."""
    if ", " not in phrase:
        return None
    found = _NAMED_POSTS.search(phrase) if has_any(phrase.lower(), _KINDS_NAMED) else None
    return found or (_FROM_PLACES.fullmatch(phrase.strip()) if " from " in phrase.lower() else None)


@lru_cache(maxsize=4096)
def _trails(word: str) -> bool:
    """Return whether a word in small letters stands behind a noun phrase and is none of it: "however"."""
    return _TRAILING.fullmatch(word) is not None


_AFTER_ACTION = ["after", "action"]  # "an after action report"


def noun_phrase(words: Sequence[str]) -> list[str]:
    """Return the first noun phrase: leading small words off, cut at the first preposition."""
    small = [w.lower() for w in words]
    start, count = 0, len(small)
    while start < count and small[start].rstrip(",.") in v.LEADS:
        start += 1
    end = start
    while (
        end < count
        and (small[end] not in v.PREPOSITIONS or small[end : end + 2] == _AFTER_ACTION)
        and not _opens_clause(small, start, end)
    ):
        end += 1
    while end > start and _trails(small[end - 1]):
        end -= 1
    return list(words[start:end])


def of_kind(words: Sequence[str]) -> Sequence[str]:
    """Return the words without "both kinds of" or "two sets of" at their head: what stands behind is meant."""
    first = [w.lower() for w in words[:4]]
    place = first.index("of") if "of" in first else 0
    return words[place + 1 :] if place and first[place - 1] in _KINDS else words


def department_of(words: Sequence[str]) -> str:
    """Return whose Department is meant, in small letters: "transportation" of "the Department of Transportation", else ""."""
    start = 1 if words and words[0].lower() == "the" else 0
    if len(words) < start + 3 or words[start].lower() not in ("department", "dept"):
        return ""
    return words[start + 2].lower() if words[start + 1].lower() == "of" else ""


def is_of_others(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether an embassy or consulate is another state's: "the consulate of Peru"."""
    small = [w.lower() for w in words[:9]]
    if "of" not in small or not phrase or phrase[-1].lower() not in _OWNED:
        return False
    if not _FINITE.isdisjoint(small[: small.index("of")]):
        return False  # "Embassy would be glad of it"
    owner = small[small.index("of") + 1 :]
    return bool(owner) and not {"united", "states", "u.s", "u.s.", "america"} & set(owner[:3])


def is_foreign(word: str) -> bool:
    """Return whether a word in small letters says that what follows is another state's: "Peruvian", "foreign"."""
    return word == "foreign" or (FOREIGN.match(word) is not None and word != "american")


def are_some_agencies(words: Sequence[str]) -> bool:
    """Return whether agencies are counted, as a post tells of those of its country: "Three agencies are to comment"."""
    small = [w.lower() for w in words[:4]]
    place = next(
        (n for n, w in enumerate(small) if w in ("agencies", "departments", "bureaus", "offices")), 0
    )
    return place > 0 and not _COUNTED.isdisjoint(small[:place]) and v.HOMES.isdisjoint(small[:place])


def is_every_delegation(words: Sequence[str]) -> bool:
    """Return whether delegations are meant that are none of ours: "every delegation", "all other delegations"."""
    small = [w.lower() for w in words[:5]]
    return small[-1:] == ["delegations"] or (
        "delegation" in small[1:2] and small[0] in ("each", "every", "any", "another")
    )


def is_each_of_ours(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether each officer or section of a kind is meant: "each officer who signs for currency"."""
    small = [w.lower() for w in words[:5]]
    is_each = small[:1] and small[0] in ("each", "every", "no")
    is_each = is_each or (small[:1] in (["a"], ["any"]) and not {"that", "which", "with"}.isdisjoint(small))
    is_home = len(phrase) == 1 or (len(phrase) == 2 and phrase[0].lower() in v.HOMES)
    return bool(is_each) and is_home and phrase[-1].lower() in _NEED_A_HOME_BUT_TEAM_CHIEF


def is_each_post(words: Sequence[str]) -> bool:
    """Return whether "each embassy" is meant, which from a post to others is not the sender."""
    return [w.lower() for w in words[:-1]] in (["each"], ["every"]) and words[-1].lower() in v.POSTS


def ends_in_post(words: Sequence[str]) -> bool:
    """Return whether the words end in "each post" or the like, standing free: "before June 1 each post"."""
    small = [w.lower() for w in words]
    if not small or small[-1] not in _AT_HOME:
        return False
    before = small[:-1]
    while before and before[-1] in v.LEADS:
        before.pop()
    return not before or (not is_foreign(before[-1]) and before[-1] not in _PREPOSITIONS)


def is_behind_opening(words: Sequence[str], more: Collection[str] = ()) -> bool:
    """Return whether the subject stands behind an opening clause without a comma: "Until it is received post", "If asked Embassy"."""
    small = [w.lower() for w in words]
    if len(small) < SHORTEST_OPENING or small[0] not in _OPENING:
        return False
    if small[-1] in more:
        small[-1] = "mission"
    return ends_in_post(small) and any(_is_finite(w) for w in small[1:-1])


def _is_finite(word: str) -> bool:
    return word in _FINITE or word in _CLAUSE_VERBS or word.endswith("ed")


def last_article(words: Sequence[str]) -> int:
    """Return where the subject behind an opening without a comma begins: "On receipt of a petition the visa unit"."""
    small = [w.lower() for w in words]
    found = (i for i in range(len(small) - 1, 1, -1) if small[i] in ("the", "each", "every", "all", "your"))
    place = next(found, 0)
    return place if place and small[place - 1] not in _LEADING else 0


def _opens_clause(small: Sequence[str], start: int, end: int) -> bool:
    """Return whether a participle after a noun begins a clause: "questions concerning", "posts located"."""
    return end != start and small[end].endswith(("ed", "ing")) and small[end - 1] in NOUNS


_ATTACHED = frozenset("attache attaches representatives".split())
_OF_BOTH = frozenset(
    "naval air army customs commerce treasury civil-air".split()
)  # other states have them too


def is_attached(phrase: Sequence[str], small: Sequence[str]) -> bool:
    """Return whether people of an agency of ours sit at a post, or an office of its forces does: "CBP attaches", "DATT"."""
    if len(phrase) == 1 and phrase[0] in v.OF_FORCES:
        return True
    of = " ".join(small[-3:-1]), " ".join(small[-2:-1])
    if small[-1] in ("mission", "missions"):
        return of[1] == "usaid"
    agencies = v.AGENCIES - _OF_BOTH if small[-1] == "representatives" else v.AGENCIES
    is_agency = small[-1] in _ATTACHED and not agencies.isdisjoint(of)
    return is_agency and not any(is_foreign(word) for word in small[:-1])


def is_attribute(small: Sequence[str], i: int) -> bool:
    """Return whether the word of office only describes what follows: "embassy contacts", "post visitors"."""
    rest = small[i + 1 :]
    return bool(rest) and (
        rest[-1] == "time" or rest[-1] in v.MATTERS or rest[-1] in v.PERSONS or rest[-1] in v.THIRD
    )


def is_of_strangers(before: Sequence[str]) -> bool:
    """Return whether words before "agency" or "bureau" say that it is none of ours: "UN agencies", "travel agency"."""
    own = before[-1:] != ["the"]  # "any news the Department has"
    return own and any(FOREIGN.match(w) or w in v.STRANGERS or w in _HIS for w in before if w != "american")


def is_owned_by_others(before: Sequence[str]) -> bool:
    """Return whether a name with an apostrophe says whose an office is: "Congresswoman Whitford's office"."""
    owners = (re.sub(r"['’]s?$", "", w).lower() for w in before if w.endswith(("'s", "’s", "s'", "s’")))
    return any(o not in _CAPITAL_OR_POSTS_OR_SECRETARY_PRESIDENT for o in owners)


def is_head_of_ours(words: Sequence[str]) -> bool:
    """Return whether the words end in those who lead parts of a post: "Heads of section", not "heads of state"."""
    small = [w.lower() for w in words[-4:]]
    place = next((n for n, w in enumerate(small) if w in ("head", "heads", "chiefs")), None)
    return place is not None and small[place + 1 : place + 2] == ["of"] and small[-1] in _LED


def is_staff(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether people of a post's staff are meant: "drafters", "post cashiers"; not "drafters of the bill", "the drafters"."""
    if not phrase or phrase[-1].lower() not in v.OF_STAFF or words[0].lower() == "the":
        return False
    behind = words[[w.lower() for w in words].index(phrase[-1].lower()) + 1 :]
    is_plain = not behind or behind[0].lower() in ("at", "who", "and")
    return is_plain and all(w.lower() in _HOMES for w in phrase[:-1])


def is_passing(words: Sequence[str]) -> bool:
    """Return whether words between commas say nothing of who acts: "by name and port", "cleared by the country team", "but"."""
    first = words[0].lower() if words else ""
    is_short = len(words) <= SHORT_ASIDE and (first in _PASSING or first.endswith("ed"))
    return is_short or (len(words) == 1 and (first in ("but", "and", "or") or _trails(first)))


_COUNTED_IN = frozenset("included excluded excepted inclusive".split())


def is_aside(words: Sequence[str]) -> bool:
    """Return whether words between commas only say when, how or with what."""
    if len(words) > 1 and words[-1].lower() in _COUNTED_IN:
        return True  # "negative ones included"
    return bool(words) and (words[0].lower() in v.ASIDES or words[0].lower().endswith(("ly", "ing")))


def bare(phrase: str) -> str:
    """Return the words without what stands in brackets and a year between commas; of a list of posts its kind alone."""
    if "(" in phrase:
        phrase = _BRACKETS.sub(" ", phrase)
    if "sel" in phrase or "SEL" in phrase:
        phrase = _HIMSELF.sub("", phrase)
    if "__" in phrase:
        phrase = _MASKED.sub("title", phrase)
    if ", 1" in phrase or ", 2" in phrase:
        phrase = _YEAR.sub("", phrase)
    named = named_posts(phrase)
    return named["kind"] if named else phrase
