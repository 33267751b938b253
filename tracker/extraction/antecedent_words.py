"""The little words by which the antecedent of a pronoun is told: who may be "he" or "it", what is in doubt, what is named besides."""

import re
from collections.abc import Sequence

from tracker.extraction import deadline_markers as mark
from tracker.extraction import doers, matters, noun_phrases
from tracker.extraction import vocabulary as v

DEMONSTRATIVE = frozenset({"that", "this", "then", "that date", "that day", "the same date", "the same day"})
BACKWARD = frozenset({"earlier", "beforehand", "in advance", "ahead of time", "ahead", "before", "prior"})
FORWARD = frozenset({"later", "afterwards", "afterward", "thereafter", "after"})
HAPPENING = re.compile(r" (?:happens|occurs|comes to pass|takes place|comes)$")
LIMIT = re.compile(
    r"(?:the |that |this )(?:(?P<whose>[\w-]+)['’]s? )?(?:deadline|suspense(?: date)?|cut-?off(?: date)?|(?:closing|due) (?:date|day))"
)
EDGE_OF = re.compile(
    r"(?:the )?(?:(?P<end>end|close|conclusion|last day)|start|beginning|opening|first day) of (?=the |this |that |its |their )"
)
NEW_DATE = re.compile(r"(?:the|this|that|its|their) (?:new|later|revised|changed) (?:date|day|dates|time)")
BARE = DEMONSTRATIVE | BACKWARD | FORWARD
PERIOD = re.compile(
    r"(?:the |that )?(?:that|same|said) (?:period|window|time|timeframe|interval|season|term|stretch|span)(?: frame)?"
)
EDGE = re.compile(r"(?:the )?(?P<edge>opening|first|closing|last|final) day")
LAST = frozenset({"closing", "last", "final"})
PRONOUN = re.compile(r"(?P<who>it|he|she|they|its|his|her|their)\b ?")
PERSONS = frozenset({"he", "she", "his", "her"})
DOES = frozenset({"does", "do"})
BEING_OVER = frozenset("is are has have".split())  # "once it is over", "when they have ended"
OVER = frozenset("over ended closed concluded finished adjourned risen".split())
DEFINITE = frozenset("the this that its their".split())
LONGEST_NAME = 6  # words
DOUBT = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|wish(?:es|ed)?|wants?|wanted|might|could|would|if|unless|whether|perhaps|possibly|probably|tentative(?:ly)?"
    r"|proposes?|proposed|suggest(?:s|ed)|offer(?:s|ed)|prefers?|preferred|considering|not|never|no longer|around|about|approximately|unlikely|likely|doubt(?:s|ed|ful)?|uncertain|unclear|no)\b|\bmay (?!\d)"
    r"|\| +or |\bor +\||\b(?:closed|shut|suspended|away|unavailable|ill|on leave) (?:until|till)\b"
)
PAST = re.compile(
    r"\b(?:was|were|had|did|came|went|took|met|(?<!be )held|(?<!is )left|told|said|last (?:year|month|week))\b"
)
BEING = re.compile(
    r"\b(?:will|shall|falls on|is|are|was|were|has|have|plans?|expects?|intends?|takes?|decides?|delivers?|announces?|receives?|retires?|becomes?|gives?|celebrates?)\b"
)
LIMIT_NOUN = re.compile(r"\b(?:deadline|suspense|cut-?off|(?:closing|due) (?:date|day)|last (?:day|date))\b")
IS_LIMIT = re.compile(rf" *(?:is|marks|remains) (?:the |our |a )?{LIMIT_NOUN.pattern}")
_OCCASIONS = (mark.EVENTS - frozenset("time board council forum congress travel".split())) | frozenset(
    """auction gala fair sale tender match race trial audit inspection parade dinner luncheon reception show exhibition exhibit
    deadline suspense period window season hearing appeal runoff referendum ballot poll call interview appointment census strike
    curfew""".split()
)
OCCASION = re.compile(
    rf"\b(?:the|a|an|this|that|its|their|his|her|our|first|second|next) (?:[\w'’-]+ ){{0,2}}?(?:{'|'.join(sorted(_OCCASIONS))})\b"
)
_MANY_TIMES = re.compile(
    r"\b(?:these (?:dates|days)|those (?:dates|days)|an? (?:post|embassy|mission|consulate|officer|traveler|employee)|cannot|unable|how|why|whether|who|whom|whose|which|what|where|(?:tell|told|note|notes|say|says|ask|urge|press|assure|remind|inform|find)\b[^,;]*\bthat|urge|press|each|every|any|such|whenever|if|when|once|upon|unless|where|usually|always|normally|routinely)\b"
)
_MAY_HAPPEN = re.compile(r"\b(?:each|every|any|anybody|anyone|whenever|if|when|once|upon|unless)\b")
_LOOSE = re.compile(  # occasions that are not one told of: "requests for interviews"
    r"(?<!the )(?<!these )(?<!those )(?<!its )(?<!our )(?<!two )(?<!both )\b(?:interviews|appointments|meetings|visits|trips|calls|absences|changes|leave|arrivals|departures|travel|movements|flights|travelers|visitors|events|trip|visit)\b"
)
_AND_THEN = re.compile(r"\b(?:and|then|after)\b")
_GROUPS = frozenset(
    """team delegation committee commission council board panel parliament congress senate assembly court ministry government
    cabinet party crew group codel staffdel mission squadron unit battalion company firm bank union police navy army
    fleet choir band orchestra faculty jury""".split()
)
_TITLES = frozenset(
    """president premier judge consul general admiral colonel captain prince princess king queen pope bishop archbishop cardinal
    dean mr mrs ms dr senator envoy justice chief chancellor emir sultan sheikh patriarch imam rabbi mayor ambassador charge
    secretary undersecretary minister speaker governor director commissioner""".split()
)
_NO_PERSONS = frozenset(  # "general assembly", and ships that end like people
    "general chief scenesetter dredger trawler tanker freighter carrier cruiser destroyer cutter tender ferry icebreaker tug liner bomber helicopter steamer".split()
)
_SHIPS = frozenset(
    "ship vessel frigate destroyer cruiser carrier cutter freighter tanker submarine yacht dredger trawler ferry tender tug".split()
)
_SINGLE_S = frozenset(
    "congress press headquarters gas bus census campus virus status series mars talks' cds process access embassy's".split()
)
_MANY = frozenset("people men women children police staff personnel polls talks elections".split())
_AGAIN = re.compile(
    r"(?:(?:one|two|three|all|both|some|most|none) of (?:its|their|his|her|them)|it|its|they|their|he|his|she|her|this|there|these)\b"
)
_SOMEBODY = re.compile(  # in small letters
    r"\b(?:the|an?|his|her|its|their|our)(?: (?!(?:as|of|in|on|at|to|for|with|by|from|and)\b)[\w'’-]+){1,3}"
)
_THINGS = frozenset(
    "press car cars room rooms date hotel agenda weather program schedule office list invitation housing".split()
)
_NAMES = re.compile(r"[a-z][\w'’-]*")
_OWN = {"they": "their", "it": "its", "he": "his", "she": "her"}
_ASKING = re.compile(
    r"(?:please|request|(?:all |action )?(?:posts?|embass(?:y|ies)|missions?|consulates?|addressees)) "
)
_MODAL = re.compile(r"\b(?:should|must|shall|please|is|are|to|asked|requested|will)\b")
_DEFINITE_THING = re.compile(
    r"\b(?P<whose>the|this|its|our|their|his|her|your|post's|that) (?P<what>(?:[\w'’-]+ ){0,3}?[\w'’-]+)(?= (?:of|for|to|in|at|on|by|with|from|before|after|and|a|an|the|one|two|three|four|five|ten|within|no|not|at|several|that|which|who)\b|[.,;]| ?$)"
)
_INSTITUTIONS = frozenset(
    """ministry government department embassy post press public host hosts parliament desk bureau secretariat authorities
    mission consulate ambassador washington""".split()
)
_MOVES = frozenset(
    "arrive arrives land lands come comes dock docks leave leaves go goes depart departs sail sails fly flies travel travels visit visits arrival landing departure sailing leaving get gets reach reaches".split()
)
_DONE_TO = frozenset({"is", "are"})  # "before it is published"
_FIXED = frozenset(
    "berth berths room rooms hall hotel hotels housing airport port pier dock runway warehouse".split()
)
_MEETS = frozenset("meet meets convene convenes sit sits gather gathers vote votes".split())
_GROUPS_OR_NO_PERSONS_OR_POSTS_BUT_TITLES = _GROUPS | _NO_PERSONS | v.POSTS - _TITLES
_GROUPS_OR_OCCASIONS = _GROUPS | _OCCASIONS
_PAPERS_OR_MATTERS = matters.PAPERS | v.MATTERS
_PAPERS_OR_MATTERS_OR_BALANCE_FUND = matters.PAPERS | v.MATTERS | {"balance", "fund"}


def points(anchor: str) -> bool:
    """Return whether an anchor in small letters only points back: "it", "earlier", "that period", "the opening day"."""
    return (
        HAPPENING.sub("", anchor) in BARE
        or is_loose(anchor)
        or LIMIT.fullmatch(anchor) is not None
        or PRONOUN.match(anchor) is not None
    )


def may_be_event(anchor: str) -> bool:
    """Return whether an anchor that points back may mean an event listed for the cable: "it meets", not a bare "it"."""
    return " " in anchor and PRONOUN.match(anchor) is not None


def is_loose(anchor: str) -> bool:
    """Return whether an anchor says nothing where what it points at is not found: "that period", "the opening day"."""
    return PERIOD.fullmatch(anchor) is not None or EDGE.fullmatch(anchor) is not None


def noun_phrase(said: str) -> list[str]:
    """Return the words of a noun phrase without its article, as far as its first preposition."""
    return noun_phrases.noun_phrase(said.replace("under secretary", "undersecretary").split())


def is_occasion(subject: Sequence[str]) -> bool:
    """Return whether a subject has a time itself: a session, a deadline, a season."""
    return bool(subject) and subject[-1] in _OCCASIONS and not is_many(subject)


def is_many(subject: Sequence[str]) -> bool:
    """Return whether a subject is of several: by its head, or joined by "and"."""
    head = subject[-1].rstrip(",") if subject else ""
    is_plural = head.endswith("s") and not head.endswith(("ss", "'s", "us", "is")) and head not in _SINGLE_S
    return is_plural or head in _MANY or "and" in subject


def has_person(text: str) -> bool:
    """Return whether somebody is named in a text in small letters."""
    return is_person(_NAMES.findall(text))


def is_person(words: Sequence[str]) -> bool:
    """Return whether one of the words means a single person."""
    parts = [part.rstrip(".") for word in words for part in word.split("-")]
    return any(
        (word in _TITLES or doers.is_someone(word)) and word not in _GROUPS_OR_NO_PERSONS_OR_POSTS_BUT_TITLES
        for word in parts
        if not word.endswith("s") or word in _TITLES
    )


def has_another_person(behind: str) -> bool:
    """Return whether somebody else is named behind the verb of a clause: "meets the King"."""
    return any(is_person(_NAMES.findall(m[0])) for m in _SOMEBODY.finditer(behind))


def fits(who: str, subject: Sequence[str]) -> bool:
    """Return whether a pronoun can mean a subject, by number and by whether it is a person."""
    if not subject:
        return False
    if who in {"she", "her"} and (subject[-1] in _SHIPS or subject[0] == "uss"):
        return True
    if who in PERSONS:
        return is_person(subject) and not is_many(subject) and subject[-1] not in _GROUPS
    if who in {"they", "their"}:
        return is_many(subject) or subject[-1] in _GROUPS
    is_someone = is_person(subject[-1:]) or (
        is_person(subject) and subject[-1] not in _GROUPS_OR_OCCASIONS and subject[0] in _TITLES
    )
    return not is_many(subject) and not is_someone


def asks(text: str) -> bool:
    """Return whether a sentence in small letters opens with an order to posts."""
    return _ASKING.match(text) is not None


def goes(subject: Sequence[str]) -> bool:
    """Return whether a subject is of those who travel."""
    return is_person(subject) or fits("they", subject)


def goes_on(who: str, text: str, verb: str) -> bool:
    """Return whether a sentence between only goes on about what was told: "It will need two cars.", or only asks.

    What it asks may name nothing that could do what `verb` says.
    """
    low = text.lower()
    if who in PERSONS and has_person(low):
        return False
    is_plain = OCCASION.search(low) is None and not rival(who, verb, low, frozenset())
    is_plain = verb != "" and is_plain and (asks(low) or _is_of_other_kind(who, low))
    return _AGAIN.match(low) is not None or is_plain


def _is_of_other_kind(who: str, text: str) -> bool:
    """Return whether the subject of a sentence cannot be what a pronoun means, by number: "Housing has been found" and "they"."""
    verb = BEING.search(text)
    subject = noun_phrase(text[: verb.start()]) if verb else []
    return bool(subject) and not fits(who, subject) and (who not in PERSONS or subject[-1] in _THINGS)


def is_passing(text: str) -> bool:
    """Return whether a sentence without a day names no occasion of its own that may be counted from."""
    low = text.lower()
    return OCCASION.search(low) is None and _LOOSE.search(low) is None and _MAY_HAPPEN.search(low) is None


def may_be_bare(anchor: str, asked: str) -> bool:
    """Return whether "a week earlier" can count from what is told before, not from something in the ask."""
    if anchor in DEMONSTRATIVE:
        return _MAY_HAPPEN.search(asked) is None
    if _MANY_TIMES.search(asked) or _LOOSE.search(asked) or OCCASION.search(asked):
        return False
    return anchor in BACKWARD or _AND_THEN.search(asked) is None


def rival(who: str, verb: str, asked: str, heads: frozenset[str]) -> bool:
    """Return whether the ask itself names something that may do what the anchor says: "renew the visa before it expires"."""
    modal = _MODAL.search(asked)
    behind = asked[modal.end() :] if modal else asked
    if who in PERSONS:
        return _rival_person(asked, behind, heads)
    own = _OWN.get(who, who) if verb in _MOVES else ""  # "check their passports before they leave"
    named = (m for m in _DEFINITE_THING.finditer(behind) if m["whose"] != own)
    things = [m["what"].split()[-1] for m in named]
    many = who in {"they", "their"}
    return any(_may_do(thing, verb) for thing in things if thing not in heads and is_many([thing]) == many)


def _rival_person(asked: str, behind: str, heads: frozenset[str]) -> bool:
    is_him = re.search(r"\b(?:him|her|his)\b", asked) is not None
    named = [w for w in _NAMES.findall(behind) if w not in heads and is_person([w])]
    front = asked[: len(asked) - len(behind)]
    is_asked_one = is_person(_NAMES.findall(front)) and not is_him
    is_same = any(re.search(rf"\b{re.escape(head)}\b", behind) for head in heads)
    return bool(named) or (is_asked_one and not is_same)


def _may_do(thing: str, verb: str) -> bool:
    if verb in _MEETS:
        return thing in _GROUPS
    if verb in _MOVES:
        return (
            thing not in _FIXED
            and not {thing, f"{thing}s"} & (_PAPERS_OR_MATTERS)
            and thing not in _INSTITUTIONS
        )
    is_paper = {thing, f"{thing}s"} & (_PAPERS_OR_MATTERS_OR_BALANCE_FUND)
    return thing not in _INSTITUTIONS and not (is_paper and verb not in _DONE_TO)
