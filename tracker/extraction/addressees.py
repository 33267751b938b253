"""Which of those under TO a sentence asks: all of them, unless the sentence or its heading names some."""

import re

from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.designators import APOSTROPHE, is_capital, place_of
from tracker.extraction.posts_of_countries import OPEN_IN, PLACES_IN, cities_alone
from tracker.extraction.verdicts import Verdict

_EXCEPT = re.compile(r"\b(?:except(?:ing)?(?: for)?|other than|but not|with the exception of|excluding)\b")
_TITLE = re.compile(r"\b(?:action|for|posts?|embass(?:y|ies)|tasks?|request)\b", re.IGNORECASE)
_OFFICES = re.compile(r"\b(?:department|washington|dept|bureau|agenc(?:y|ies))\b")
_POSTS = re.compile(r"\b(?:posts?|embass(?:y|ies)|missions?|consulates?|ambassadors?|charges?|dcm)\b")
_MANY_POSTS = re.compile(r"\b(?:posts|embassies|missions|consulates)\b")
_KINDS = (
    (re.compile(r"\b(?:mission|us ?del|del|delegation)\b"), re.compile(r"US ?(?:MISSION|DEL)")),
    (re.compile(r"\bembassy\b"), re.compile(r"AM(?:ERICAN )?EMBASSY")),
    (re.compile(r"\bconsulate\b"), re.compile(r"AM(?:ERICAN )?CON")),
)
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_STATE = re.compile(r"\bdepartment\b(?! of\b)")
_SYMBOL = re.compile(r"\b[A-Z]{1,6}/[A-Z]{1,6}\b")
_NAMES_ONLY = re.compile(
    r"\b(?:only|also|please|and|for|action|embassy|consulate|post)\b|[,:&()]|^\(?\w[.)] "
)
_OWNER = re.compile(
    r"(?:(?:request|ask|grateful|appreciate|urge|if|that|for|to|have|receive|know|get|as|well|also|likewise|early|it|,)[ ,]+)*"
    r"(?:(?P<owner>(?:the )?(?:[\w/.-]+ ){0,3}?[\w/.-]+)['’]s?\b|(?P<doer>(?:the )?[\w/.-]+(?: [\w/.-]+)?))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:embass(?:y|ies)|posts?|consulates?(?: generals?)?|missions?|usmission|amembassy|amconsul|conge?ns?) ((?:[a-z'-]+,? ){0,3}[a-z'-]+)"
)


_CITY_ASKED = re.compile(
    r"(?P<city>[a-z][a-z' -]{2,30}?)(?:, [^,;:]{3,80},)? (?:is|are) (?:also |hereby |kindly )?(?:asked|requested|instructed|directed|invited|urged|tasked) to\b"
)
_PLACE = r"[A-Z][\w'’.-]+(?: (?!AND\b|ONLY\b|ALONE\b)[A-Z][\w'’.-]+){0,2}"
_PLACES = rf"(?P<places>{_PLACE}(?:, {_PLACE})*(?:,? (?:and|AND) {_PLACE})?)"
_BY_KIND = re.compile(  # "Embassies Oslo and Riga", "Posts in Oslo and Riga only"
    rf"\b(?i:embass(?:y|ies)|consulates?(?: general)?|(?P<wide>posts|missions|addressees)) (?i:(?P<in>in|at) )?(?!(?i:should|must|in|at|is|are)\b){_PLACES}(?P<only> (?i:only|alone)\b)?"
)
_OF_COUNTRIES = re.compile(  # in small letters: "embassy and consulates in France", "posts in Norway and Latvia only"
    r"(?P<what>posts?|embass(?:y|ies)|missions?|consulates?(?: general)?|addressees|those)(?: and (?P<also>consulates?|embass(?:y|ies)|posts?|missions?)(?: general)?)?"
    r" (?:located |accredited )?(?:in|within|at) (?P<countries>[a-z][a-z.' -]{2,40}?(?:, (?:and )?[a-z][a-z.' -]{2,30}?){0,8}?)(?= only\b| alone\b|[:;]|$| (?:should|must|shall|may|can|need|needs|are|is|will|have|has|please|to)\b)"
)
_BETWEEN_COUNTRIES = re.compile(r",? (?:and|or) (?:in )?|, ")
_ENTRY = re.compile(r"\(?[A-Za-z0-9]{1,2}[.)] +")
_BETWEEN = re.compile(r",? (?:and|AND) |, ")
_OF_OFFICES = v.HOMES | v.POSTS | v.PERSONS | v.MATTERS  # "Embassy Public Affairs Sections"
_BY_NAME = re.compile(rf"(?i:(?:action |for )*){_PLACES} (?i:only|alone)\b[: ]*$")


_TO_US = re.compile(  # behind "each": "is to tell the Department", "are to cable the count"
    r"(?:(?:is|are|should|must|shall|has|have|ought|needs?)(?: to)? )(?:then |also |please )?(?:(?:tell|inform|advise|notify|report (?:\w+ ){0,6}?to|send|submit|cable|telegraph|e-?mail|write to|reply to|confirm to) (?:the )?(?:department|desk|us|washington|bureau|[a-z]{1,5}/[a-z]+)|(?:cable|telegraph) (?:the|its|their))\b"
)
_OF_POSTS = re.compile(r"\b(?:posts|embassies|missions|consulates|addressees|you)\b")


def are_each_told(words: list[str], low: str, place: int, cast: Cast) -> bool:
    """Return whether "each" or "both" before the verb at `place` means the posts: "Unless posts hear otherwise, each is to"."""
    is_each = words[-1:] in (["each"], ["both"])
    is_alone = is_each and (len(words) == 1 or words[-2].endswith(","))
    if not is_alone or not cast.asks_posts or cast.asks_others:
        return False
    return _OF_POSTS.search(" ".join(words)) is not None or _TO_US.match(low, place) is not None


def is_only(words: str) -> bool:
    """Return whether words name places and say that no others are meant: "Oslo and Riga only"."""
    match = _BY_NAME.match(words.strip())
    return match is not None and bool(_split(match["places"]))


def _narrowed(words: str) -> tuple[str, ...]:
    """Return the places to which words narrow a collective: "Posts in Oslo and Riga only", "Embassy Oslo"; else nobody."""
    if is_only(words):
        match = _BY_NAME.match(words.strip())
        return _split(match["places"]) if match else ()
    if alone := cities_alone(words):
        return alone
    match = _BY_KIND.search(words)
    may_be_many = match and (match["wide"] or match["in"] or words.isupper())  # "Posts in Europe"
    return _split(match["places"]) if match and (match["only"] or not may_be_many) else ()


def _split(places: str) -> tuple[str, ...]:
    names = [one.strip(" .") for one in _BETWEEN.split(places)]
    return () if any(not _OF_OFFICES.isdisjoint(one.lower().split()) for one in names) else tuple(names)


def asked(subject: str, heading: str | None, cast: Cast, to: tuple[str, ...]) -> tuple[str, ...]:
    """Return the designators asked, as written under TO; all of them where none is named."""
    narrowed = _narrowed(subject) or _narrowed(heading or "") if cast.has_collective else ()
    if narrowed:
        places = [place for one in narrowed for place in OPEN_IN.get(one.lower(), (one.lower(),))]
        return tuple(dict.fromkeys(cast.names.get(place, place.upper()) for place in places))
    if len(to) < 2:
        return to
    if titled := _titled(heading or "", to):
        return titled
    subject, title = _BRACKETS.sub(" ", subject), _heading_words(heading, cast)
    some = _kind_asked(subject or title, to, cast) or to
    for words in (subject.lower(), title):
        outside = _EXCEPT.split(words, maxsplit=1)
        inside = _named(outside[0], cast) | _in_countries(outside[0], to)
        if inside:
            return tuple(d for d in to if d in inside)
        if len(outside) > 1:
            left_off = _named(outside[1], cast) | _in_countries(outside[1], to)
            return tuple(d for d in some if d not in left_off) or some
    return some


def _titled(heading: str, to: tuple[str, ...]) -> tuple[str, ...]:
    """Return those whose designators, or the first words of them, are the whole title: "USDAO QUITO", "CINCPACFLT AND COMMARFORPAC"."""
    names = [one.upper() for one in _BETWEEN.split(_ENTRY.sub("", heading).strip(" :.-")) if one]
    found = {name: [d for d in to if f"{d.upper()} ".startswith(f"{name} ")] for name in names}
    return tuple(d for d in to if any(d in some for some in found.values())) if all(found.values()) else ()


def whom(text: str, verdict: Verdict, cast: Cast) -> str:
    """Return the words that say who is asked: the subject, or where that is the sender or missing the owner of what is wanted."""
    subject = text[slice(*verdict.subject)]
    is_said = subject.strip().lower() not in ("", "it") and cast.part_of(subject) is not Part.SENDER
    owners = () if is_said else _owners_of(text[verdict.order_at :])
    return next((owner for owner in owners if cast.part_of(owner) is Part.ASKED), subject)


def _owners_of(text: str) -> tuple[str, ...]:
    """Return words that may say who owes what is asked for, the likelier first: "the Department's advice", "FAA name a diver"."""
    match = _OWNER.match(text.lstrip())
    if match is None:
        return ()
    words = (match["owner"] or match["doer"]).split()
    return (match["owner"],) if match["owner"] else (" ".join(words[:-1]), " ".join(words))


def _kind_asked(words: str, to: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Return the Department, the offices or the posts under TO where the words name one kind of several."""
    low = words.lower()
    offices = tuple(d for d in to if is_capital(d))
    state = tuple(d for d in offices if "SECSTATE" in d.upper())
    is_state = _STATE.search(low) or _SYMBOL.search(words) or not v.BUREAUS.isdisjoint(words.split())
    if state and is_state and not _named(low, cast):
        return state
    alone = _only_one(low, to) if cast.asks_posts and not cast.has_collective else ()
    if alone or not offices or len(offices) == len(to):
        return alone
    if _OFFICES.search(low):
        return offices
    posts = _POSTS if cast.asks_posts else _MANY_POSTS  # to a post "Embassy" is itself
    return tuple(d for d in to if d not in offices) if posts.search(low) else ()


def _only_one(low: str, to: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one mission, embassy or consulate under TO where the words name that kind: "Mission should vote no"."""
    for word, rank in _KINDS:
        found = tuple(d for d in to if rank.match(d)) if word.search(low) else ()
        if len(found) == 1:
            return found
    return ()


def only_told(subject: str, cast: Cast) -> bool:
    """Return whether the subject names posts that stand under INFO only, and nobody under TO."""
    low = subject.lower()
    if cast.has_collective or not any(_has(low, place) for place in cast.told if place):
        return False
    return bool(_NAMED.search(low)) and not _named(low, cast)


def is_city_told(low: str, cast: Cast) -> bool:
    """Return whether a sentence in small letters asks by its city alone a post that stands under INFO: "Zagreb is asked to alert"."""
    match = _CITY_ASKED.match(low)
    return match is not None and not cast.has_collective and match["city"] in cast.told


def _heading_words(heading: str | None, cast: Cast) -> str:
    """Return the words of a title that may say whom it is for: "ACTION LIMA", or names alone, "Lima only"."""
    low = _ENTRY.sub("", heading or "", count=1).lower()
    if _TITLE.search(low):
        return low
    return (
        low
        if all(name in cast.names for name in _NAMES_ONLY.sub("  ", low).split("  ") if name.strip())
        else ""
    )


def _named(words: str, cast: Cast) -> set[str]:
    if "'" in words or "’" in words:
        words = f"{words} {APOSTROPHE.sub('', words)}"  # "N'Djamena" is NDJAMENA under TO
    return {designator for place, designator in cast.names.items() if place and _has(words, place)}


def _in_countries(words: str, to: tuple[str, ...]) -> set[str]:
    """Return the posts under TO in the countries that words in small letters name: "posts in Norway"; nobody for a region."""
    found: set[str] = set()
    for match in _OF_COUNTRIES.finditer(words) if " in " in words or " at " in words else ():
        names = _countries_of(match)
        if not names:
            continue
        kinds = f"{match['what']} {match['also'] or ''}"
        places = frozenset[str]().union(*(PLACES_IN[name] for name in names))
        found |= {d for d in to if place_of(d) in places and _is_kind(d, kinds)}
    return found


def _countries_of(match: re.Match[str]) -> list[str]:
    """Return the countries of a list, none where it holds anything else: "Norway and northern Europe"."""
    names = [one.strip().removeprefix("the ") for one in _BETWEEN_COUNTRIES.split(match["countries"])]
    return names if all(name in PLACES_IN for name in names) else []


def are_in_countries(words: str) -> bool:
    """Return whether words end with posts and their countries: "Posts in Latvia, Tunisia and Norway"."""
    match = _OF_COUNTRIES.search(words.lower().rstrip())
    return match is not None and match.end() >= len(words.rstrip()) and _countries_of(match) != []


def _is_kind(designator: str, kinds: str) -> bool:
    """Return whether a post is an embassy or a consulate, where only such are spoken of."""
    if "post" in kinds or "mission" in kinds or "addressee" in kinds or "those" in kinds:
        return True
    return any(
        word in kinds and rank.match(designator)
        for word, rank in (("embass", _KINDS[1][1]), ("consulate", _KINDS[2][1]))
    )


def _has(words: str, place: str) -> bool:
    at = words.find(place)
    if at < 0:
        return False
    before, after = words[at - 1 : at], words[at + len(place) : at + len(place) + 1]
    return not before.isalnum() and not after.isalnum()
