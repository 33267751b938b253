"""What stands behind an asking verb: a clause of those asked, or a thing that is theirs; whose words it names."""

import re

from tracker.extraction import doers, matters, refusals
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import noun_phrase
from tracker.extraction.posts_of_countries import ALL_PLACES
from tracker.extraction.verdicts import Cue, Verdict, refused

_GLAD = ("glad", "grateful", "pleased", "happy", "obliged")
_THIS_PAPER = re.compile(r"this (?:\w+ )?(?:cable|message|telegram|report) be\b")


_YOURS = re.compile(r"\byour\b|\b(?:posts?|embass(?:y|ies)|missions?|addressees?)['’]?s?\b")


_FROM_PUBLIC = re.compile(
    r"(?:\w+ ){1,4}?from (?:the |any |all )?(?:public|industry|states|parties|firms|companies|citizens|importers|exporters)\b"
)


_OWNED = re.compile(r"(?P<who>your(?= )|(?:the )?[\w/. ]{1,30}?(?=['’]))(?:['’]s?)? (?P<what>\w+(?: \w+)?)\b")


TO_HAVE = re.compile(
    r"(?:(?:us|the department|washington|post|embassy) )?(?:greatly |very much |much |enormously )?to (?:have|know|receive|learn|hear|get|be (?:told|informed|advised|notified|sent|given|kept (?:informed|posted|told)))\b"
)


_LEARNING = re.compile(  # "would value hearing whether the port is open"
    r"(?:\w+ly )?(?:hearing|learning|knowing|being told|being informed|word|news),? (?:soonest,? |(?:by|before|no later than|not later than|nlt|at) [^,;]{2,40}, )?(?:of|on|about|whether|if|which|what|how|when|who|why|where)\b"
)


_LENT = re.compile(  # whoever it is: "asked that he be spared to us again"
    r"(?:he|she|they|it|(?:the|his|her|its|their|one|two|mr\.?|ms\.?|mrs\.?|dr\.?) [\w.'’ -]{2,40}?) (?:again |also )?be (?:again |also |\w+ly )?(?:spared|lent|loaned|detailed|assigned|released|sent|made available|given|returned|seconded) (?:back |again )?(?:to (?:us|post|this (?:office|post|consulate|mission))|here)\b"
)


_OFFICE = re.compile(
    r"\b(?:the )?(?:department|washington|bureau|posts?|embass(?:y|ies)|missions?|[a-z]{1,5}/[a-z/]+|addressees)\b"
)


_OF_FUNDS = re.compile(
    r"(?:an? |the |any )?(?:\w+ )?(?:fund(?:ing)? (?:cites?|citations?|strips?)|fiscal data|reimbursement|charge codes?|guidance|concurrence|instructions|authorization)\b"
)


_WHOM = re.compile(
    r"(?P<whom>(?:(?!(?:for|to|if|whether|that|about|your)\b)[\w.'’-]+ ){1,6})(?:for|to|if|whether|that|about|not)\b"
)


_GUEST = re.compile(  # whom the capital sends, not "a speaker to leave out the war"
    r"(?:to (?:have|receive|host) )?(?:an?|one|two|three|another|either|the same) (?:[\w/-]+ ){0,4}?(?:speakers?|lecturers?|experts?|specialists?|trainers?|instructors?|teachers?|librarians?|scholars?|fellows?|performers?|coaches|coach|musicians?|visitors?|team|officers?|tdyers?|advisers?|advisors?|technicians?)\b"
    r"(?! (?:to (?:leave|say|avoid|keep|be|remember|stop)|and then|of (?:the |our )?(?:ministry|party)|from (?:the )?(?:ministry|host|party|university)))"
)


_WHOM_TO = re.compile(
    r" (?:also |very much |therefore |\w+ly )*(?:like )?(?P<whom>(?!to\b)(?:(?:the|all|both|each|every) )*[\w/]+(?: [\w/]+){0,2}?) to (?!the\b|be able\b)[a-z]"
)


YOUR_PEOPLE = re.compile(  # of those a cable goes to: "your commercial section", "your systems people"
    r"your (?:(?:\w+ )?(?:sections?|officers?|units?|offices?|attaches?|consuls?|people|staff|lawyers?|librarians?|nurses?|drivers?|teams?|gso|rso|pao|dcm|colleagues|systems|technicians?|accountants?))\b"
)


_THEM = frozenset("them him her it".split())
_OWN = ("its ", "their ", "his ", "her ")  # editors, who are none of those asked
_TELLING = ("ask", "request", "urg", "invit", "solicit", "press", "instruct", "direct", "task")
_MATTERS = v.MATTERS - v.ORDERS
_GIVEN_OR_PAPERS = v.GIVEN | matters.PAPERS
_GIVEN_OR_HELP = v.GIVEN | v.HELP
_GIVEN_OR_PAPERS_OR_PAGE_LINE = v.GIVEN | matters.PAPERS | {"page", "line"}
_BODIES_BUT_OWNER_OWNERS = doers.BODIES - {
    "owner",
    "owners",
    "sponsor",
    "sponsors",
    "committee",
    "panel",
}


def is_owed(cue: Cue, place: int) -> bool:
    """Return whether what stands at `place` is theirs who are asked, or a thing they send: "post's view", "the list"."""
    wanted = cue.low[place : place + 80].partition(" and ")[0]
    heads = [noun_phrase(words.split())[-1:] for words in (wanted, wanted.partition(",")[0])]
    is_sent = any(head and head[0].strip(".,;") in _GIVEN_OR_PAPERS for head in heads)
    return bool(_YOURS.search(cue.low, place)) or object_part(cue, place) is Part.MATTER or is_sent


def owned(low: str, cast: Cast) -> bool:
    """Return whether a text opens with help or a paper of those asked: "Post's assistance in", "Embassy Oslo's report of"."""
    match = _OWNED.match(low)
    if match is None or not (_GIVEN_OR_HELP) & set(match["what"].split()):
        return False
    return _is_asked(match["who"], cast)


def is_of_asked(low: str, cast: Cast) -> bool:
    """Return whether a text opens with what is theirs who are asked, whatever it is: "the Department's choice"."""
    match = _OWNED.match(low)
    if match is None:
        return False
    is_city = cast.asks_posts and not cast.names and match["who"] in ALL_PLACES  # where TO names none
    return is_city or _is_asked(match["who"], cast)


def _is_asked(who: str, cast: Cast) -> bool:
    """Return whether an owner, in small letters, is asked: "your", "the department", "ofda", the office L."""
    return who == "your" or cast.is_asked(who)


_PAPER_FROM = re.compile(  # "a short telegram from Econ Section"
    r"(?:an?|one|two|three|any|early|some) (?:(?!from\b|that\b|which\b|to\b)[\w'’-]+ ){1,5}from (?P<whom>(?:the |each |all |any )?[\w/]+(?: (?!on\b|by\b|about\b|before\b)[\w/]+)?)"
)


def is_paper_from_asked(low: str, cast: Cast) -> bool:
    """Return whether a text opens with a paper that comes from those asked: "a short telegram from Econ Section"."""
    match = _PAPER_FROM.match(low)
    head = noun_phrase(match.group().partition(" from ")[0].split())[-1:] if match else []
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_PAGE_LINE)
    return (
        is_paper
        and match is not None
        and Part.ASKED in (cast.part_of(match["whom"]), cast.part_of(match["whom"].title()))
    )


def is_of_others(low: str, cast: Cast) -> bool:
    """Return whether a text opens with what is a third party's: "the secretariat's report"."""
    match = _OWNED.match(low)
    if match is None:
        return False
    part = cast.part_of(match["who"])
    return part is Part.THIRD or (part is Part.NOBODY and nouns.is_third(match["who"].split()[-1]))


_OWNER_FIRST = (
    re.compile(  # in small letters: "the ministry's", "the port captain's", not "instruction on the widow's"
        r"(?:(?!(?:of|on|for|from|to|in|by|at|with|about|as|and|or)\b)[\w/-]+ ){0,3}[\w/-]+['’]"
    )
)


def is_others_own(low: str, cast: Cast) -> bool:
    """Return whether a text opens with its owner, who is a third party: "the ministry's approval"."""
    return _OWNER_FIRST.match(low) is not None and is_of_others(low, cast)


_HELP_BELOW = re.compile(  # what is asked follows: "posts' help with the following."
    r"(?:(?:the |your |any |all )?(?:posts?['’]?|embass(?:y|ies)['’]?|missions?['’]?|addressees['’]?)(?:['’]s)? )?(?:your |any )?(?:help|assistance|cooperation|aid|support|action|attention|guidance)(?: of (?:all )?(?:posts|addressees))? (?:with|on|in|to|regarding|concerning) the following(?: \w+)?[.:]?$"
)


def clause(cue: Cue, start: int, *, is_optional: bool = False) -> Verdict | None:
    """The object of an asking verb: ["that"] someone asked does something, or a thing that is wanted."""
    start, rest = _opened(cue.low, start)
    is_glad = cue.words.endswith(_GLAD) and TO_HAVE.match(rest) is not None
    if not is_glad and (thanked := to_whom(cue.words, rest, cue.cast)) is not None:
        return cue.ask("thing", order_at=start) if thanked is Part.ASKED else refused(refusals.THIRD)
    is_had = is_glad or (cue.words.startswith("would ") and _LEARNING.match(rest) is not None)
    is_yours = (
        is_had
        or owned(rest, cue.cast)
        or is_paper_from_asked(rest, cue.cast)
        or (cue.words.startswith("would ") and is_of_asked(rest, cue.cast))
    )
    is_yours = is_yours or _LENT.match(rest) is not None
    part = Part.MATTER if is_yours else Part.THIRD if are_to_act(rest) else object_part(cue, start)
    if _FROM_PUBLIC.search(rest) or _HELP_BELOW.match(rest):
        return refused(refusals.POINTER if _HELP_BELOW.match(rest) else refusals.THIRD)
    if part is Part.ASKED:
        return cue.ask("that", is_optional=is_optional, order_at=start)
    if part in (Part.THIRD, Part.PERSON) or (part is Part.NOBODY and _asks_others(cue, rest)):
        is_guest = part is Part.PERSON and _is_guest(cue, rest)
        return cue.ask("thing", order_at=start) if is_guest else refused(refusals.THIRD)
    if part is Part.SENDER and _THIS_PAPER.match(rest):
        return cue.ask("thing", is_optional=is_optional, order_at=start)
    is_ours = part is Part.SENDER and re.match(r"(?:we|i|our|us)\b", rest) is None
    if is_ours and not (cue.setting.is_action or _is_guest(cue, rest)):
        return None
    return cue.ask("thing", is_optional=is_optional, order_at=start)


_BODY_TO_ACT = re.compile(  # "would like the cabinet to approve", "welcome it if the coalition would report"
    r"(?:the|an?|both|all|each|every) (?:(?!of\b|to\b|for\b|from\b|and\b)[\w'’-]+ ){0,3}?(?P<head>[a-z]+) (?:to|would|could|can|will) (?!be\b|reach\b|arrive\b|cover\b|include\b|contain\b)[a-z]"
)


def are_to_act(rest: str) -> bool:
    """Return whether what is wished, in small letters, is that a body of others act: "the Justice Ministry to inspect"."""
    match = _BODY_TO_ACT.match(rest)
    return match is not None and match["head"] in _BODIES_BUT_OWNER_OWNERS


def _opened(low: str, start: int) -> tuple[int, str]:
    """Return where the object of an asking verb begins, behind "that" or "it if", and its words."""
    rest = low[start:].lstrip()
    start = len(low) - len(rest)
    if rest.startswith(("it if ", "if ", "for ", "that ", "it, if ", "of ")):
        start += rest.index(" ") + 1
        if rest.startswith(("it if ", "it, if ")):
            start += 3
    return start, low[start:]


_TO_WHOM = re.compile(  # behind "grateful": "to Riga for a word on the new owner"
    r"to (?P<whom>[^,;:.]{2,50}?),? (?:for (?!(?:his|her|their|its)\b)|if (?:it|they|he|she) (?:could|would)\b)"
)


def to_whom(words: str, rest: str, cast: Cast) -> Part | None:
    """Return the part of those whom the sender would thank for a thing, None where nobody is named."""
    is_thanks = words.endswith(("grateful", "obliged", "indebted", "thankful"))
    match = _TO_WHOM.match(rest) if is_thanks and rest.startswith("to ") else None
    if match is None:
        return None
    is_asked = cast.is_asked(match["whom"])
    return Part.ASKED if is_asked else Part.THIRD


def _is_guest(cue: Cue, rest: str) -> bool:
    """Return whether a post wishes its capital to send somebody: "Post would welcome an ECA speaker who knows Portuguese"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_posts
    is_for = not cue.words.startswith("ask") or cue.rest.startswith("for ")  # "asks an officer for the list"
    is_wish = is_for and cue.words.startswith(("would ", "ask", "request")) and not cue.setting.is_opinion
    return is_post and is_wish and _GUEST.match(rest) is not None


def _asks_others(cue: Cue, rest: str) -> bool:
    """Return whether the words behind the verb name others who are asked: "asks U.S. exhibitors for", "are asking them if"."""
    verb = cue.words.split()[-1]
    match = _WHOM.match(rest) if verb.startswith(_TELLING) else None
    if match is None or cue.low.endswith("that ", 0, len(cue.low) - len(rest)):
        return False  # "asks that DS send an officer to look"
    last = match["whom"].split()[-1].strip(",")
    is_own = match["whom"].startswith(_OWN) and rest.startswith("to ", match.end("whom"))
    return last in _THEM or is_own or doers.is_doer(last) or (verb == "asking" and match["whom"] != "help ")


def object_part(cue: Cue, start: int) -> Part:
    """Return what the noun phrase at `start` stands for: the first words of it that name anybody count."""
    words = cue.low[start : start + 160]
    if words.lstrip().startswith("your ") and YOUR_PEOPLE.match(words.lstrip()):
        return Part.ASKED
    stop = re.search(
        r"[.;:]|\b(?:to(?! line\b)|reach(?:es)?|arrives?|should|be|must|whether|why|how|so (?:that|as))\b",
        words,
    )
    phrase = words[: stop.start()] if stop else words
    first = phrase.split()[:6]
    for n in range(1, len(first) + 1):
        part = cue.cast.part_of(" ".join(first[:n]))
        if part is Part.THIRD and n < len(first) and first[n].strip(",") in _MATTERS:
            continue  # "country clearance"
        if part in (Part.ASKED, Part.THIRD, Part.PERSON):
            return part
    return cue.cast.part_of(phrase)


def whom_to_act(cue: Cue) -> int:
    """Return where those asked are named whom the sender would like "to" act, 0 for others: "would like the desk to say"."""
    match = _WHOM_TO.match(cue.low, cue.match.end())
    if match is None:
        return 0
    whom = match["whom"]
    is_asked = cue.cast.is_asked(whom)
    return match.start("whom") if is_asked else 0


def names_asked(low: str, cast: Cast) -> bool:
    """Return whether words in small letters name those asked: "which of the two offers the Department prefers"."""
    return any(cast.part_of(match.group()) is Part.ASKED for match in _OFFICE.finditer(low))


def is_of_office(low: str, cast: Cast) -> bool:
    """Return whether a text opens with what only an office gives, not a traveler: "Department's advice", "a fund cite"."""
    return owned(low, cast) or _OF_FUNDS.match(low) is not None
