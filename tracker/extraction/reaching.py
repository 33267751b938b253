"""What is to reach one person of the sender's, known by his address: "Any objection should reach Ames (amesr@state.gov)"."""

import re

from tracker.extraction import asked_clauses, matters, needs, wanted_things
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM, are_doers, is_someone
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue

_TO_PERSON = re.compile(  # one of ours, by the address: "should reach Ames (amesr@state.gov)", "must be with Tom Achter, L/CID, by"
    r"(?:also |then )?(?:reach|get to|come to|go to|be with|arrive with) (?!(?:the|an?|all|any|its|their)\b)(?:(?:mr|ms|mrs|dr)\. )?[a-z][\w'’-]+(?: [a-z][\w'’.-]+){0,2},? "
    r"(?:\([^)]{0,80}?(?:@(?:[a-z]+\.)?state\.gov|\d{3}[-. ]\d{4})|(?:at |on )?[\w.-]+@(?:[a-z]+\.)?state\.gov|(?:of |in |at )?\(?[a-z]{1,5}/[a-z]{1,5}\b)"
)
_OBJECTIONS = frozenset(
    "objection objections doubt doubts misgiving misgivings reservation reservations".split()
)


_TO_SENDER = re.compile(
    r"(?:also |then |first |therefore |accordingly |please )*(?:reach|get to|come to|arrive at|be with|be in the hands of) (?:us|(?:the )?(?:post|embassy|mission|consulate(?: general)?)|usun|usnato)\b[^;]{0,20}? (?:by|before|no later than|not later than|nlt|within|in time for) "
)


_TO_US = re.compile(  # in small letters, behind a duty
    r"(?:also |then |first |all |\w+ly )*(?:(?:reach|get to|come to|arrive (?:at|with)) (?:us|the (?:department|desk|bureau)|washington|here)\b|be (?:back |all |\w+ly )?(?:here|with (?:us|the (?:department|desk|bureau)|[a-z]{1,5}/[a-z/]+)|in (?:our|the (?:department|desk|bureau)['’]s) hands|in hand(?: here)?|known (?:here|to us|in washington))(?= |[.,;]|$))"
)
_ARRIVE_BY = re.compile(  # in small letters, behind a duty: "arrive by May 3", "come in within two days of"
    r"(?:also |then |first |therefore |\w+ly )*(?:arrive|come in|be in)(?: (?:here|there))? (?:by|before|no later than|not later than|nlt|within|on or before)\b"
)
_DECIDED = re.compile(  # what an envoy or an office puts its name to
    r"\b(?:declaration|determination|certificat(?:e|ion)|finding|decision|consent|waiver|concurrence|approval|request|statement|report|reply|answer|signature|view|views|choice|estimate|inventory|list|nomination)(?: (?:of|on|about|that|for|to) [^,;:]{2,60})?,? $"
)
_WHATEVER = re.compile(  # in small letters, what posts alone come to know: "what the ministers say", "anything you hear"
    r"(?:and |but |so )?(?:what(?:ever)?|anything|everything|all)(?: else| more)?(?: that)? (?P<who>(?:the |each |your |any )?(?:[\w'’-]+ ){1,5}?)(?:(?:may|might|can) (?:yet )?)?(?:says?|answers?|tells? you|replies|decides?|offers?|proposes?|promises?|thinks?|makes? of \w+|hears?|learns?|finds?(?: out)?|gathers?|picks? up|sees?)\b[^;:]{0,60} $"
)
_SAID_OF = re.compile(r"(?:about|of|as|with (?!us\b|the (?:department|desk|bureau)\b))\b")


_TO_OFFICE = re.compile(  # in small letters, offices by their signs: "reach h and af/w by cob Friday", "be with s/cpr"
    rf"(?:also |then |first |all )*(?:reach|get to|come to|be with|arrive (?:at|in|with)) (?:the )?(?:(?:[a-z]{{1,6}}/[a-z]{{1,6}}(?:/[a-z]{{1,4}})?|[{''.join(v.LETTERS).lower()}]|{'|'.join(sorted(v.BUREAUS)).lower()}|(?:office|bureau) of [a-z]+)(?:, (?:and )?| and | or | as well as )?){{1,4}},? ?(?:direct(?:ly)? |both )?(?:by|before|no later than|not later than|nlt|within|in time for|on or before)\b"
)
_COME_IN = re.compile(  # in small letters: "be received in the Department by May 3", "reach Washington before May 3"
    rf"(?:also |all |then )*(?:be (?:received|had|in hand)(?: (?:in|at|by) (?:the )?(?:department|dept|washington|bureau|desk|this office|[a-z]{{1,5}}/[a-z/]{{1,12}})| here)?|(?:reach|arrive (?:at|in)) (?:us|(?:the )?(?:department|bureau|desk)|washington|this office|[a-z]{{1,5}}/[a-z/]{{1,12}})) {needs.BY_DAY}"
)
_REACH_POST = re.compile(  # in small letters: "reach post by May 3"
    rf"(?:also |all |then )*(?:reach|get to|arrive at|be with|be in the hands of) (?:us|post|(?:the |this )?(?:embassy|mission|consulate)) (?:{needs.BY_DAY}|soonest\b|in time for )"
)
_FROM_PUBLIC = frozenset(  # what firms and persons send in themselves
    """bid bids tender tenders offer offers application applications applicant applicants entry entries petition petitions proposal
    proposals quotation quotations payment payments fee fees which who courier couriers ship vessel flight aircraft shipment shipments
    truck trucks team delegation cargo""".split()
)
_SENT_HERE = re.compile(  # in small letters, behind a duty: "be air-pouched to reach us by September 10"
    r"(?:also |then |first |all )*be (?:\w+ly )?[a-z-]{3,}(?:ed|nt|ght|wn|ut)(?: (?:out|in|over|up|on|down|off|by [a-z-]+(?: [a-z]+)?|in [\w ]{2,20}|from [\w ]{2,20}|via [\w ]{2,20}|through [\w ]{2,20}))?,? (?:so as |in time )?to (?:reach|arrive (?:at|in|with)|arrive|get to|be (?:at|with)|come to) (?:us|here|(?:the )?(?:post|embassy|mission|consulate)|usun)\b"
)


def is_owed(cue: Cue) -> bool:
    """Return whether those asked, and nobody else, must let the sender have a thing, or know of a change, in time."""
    return (
        _is_owed_to_post(cue)
        or _is_theirs_to_us(cue)
        or _is_late_change(cue)
        or _is_for_office(cue)
        or _is_sent_to_post(cue)
        or _comes_in(cue)
    )


def _is_for_office(cue: Cue) -> bool:
    """Return whether what posts draw up is to reach offices of the capital by a day: "Draft programs are to reach H and AF/W by"."""
    is_open = cue.cast.asks_posts and not cue.cast.asks_others and cue.part in (Part.NOBODY, Part.MATTER)
    return is_open and _TO_OFFICE.match(cue.rest) is not None and not _is_of_others(cue)


def _is_sent_to_post(cue: Cue) -> bool:
    """Return whether what a post is to have from its capital is to be sent so that it comes by a day: "A set should be air-pouched to reach us"."""
    is_post = (
        cue.cast.asks_capital and cue.part in (Part.NOBODY, Part.MATTER) and not cue.setting.is_background
    )
    is_sent = is_post and _SENT_HERE.match(cue.rest) is not None and BY_WHOM.search(cue.rest) is None
    return is_sent and not _is_of_others(cue)


def _comes_in(cue: Cue) -> bool:
    """Return whether a thing must have come in at the capital by a day: "Voting intentions must be received in the Department by May 3"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_posts
    is_open = (is_post or cue.cast.asks_posts) and not cue.cast.asks_others
    is_open = is_open and cue.part in (Part.NOBODY, Part.MATTER, *(() if is_post else (Part.THIRD,)))
    is_open = is_open and not (cue.setting.is_background or cue.setting.is_opinion or cue.setting.is_summary)
    words = cue.subject.lower().split()
    is_open = is_open and bool(words) and not are_doers(words[-1]) and "not" not in cue.words.split()
    is_open = is_open and not (
        is_post and (_is_of_others(cue) or needs.FROM_ELSEWHERE.search(cue.subject.lower()))
    )
    return (
        is_open
        and (_REACH_POST if is_post else _COME_IN).match(cue.rest) is not None
        and _FROM_PUBLIC.isdisjoint(words)
        and not matters.is_by_law(cue.low)
    )


def _is_of_others(cue: Cue) -> bool:
    low = cue.subject.lower().lstrip()
    return (
        asked_clauses.is_of_others(low, cue.cast) or matters.is_from_others(low) or matters.is_by_law(cue.low)
    )


def _are_people(subject: str) -> bool:
    """Return whether somebody is to come, not a thing: "OBO's survey team is to be here May 4-9"."""
    head = noun_phrase(WORDS.findall(subject.lower()))[-1:]
    return bool(head) and is_someone(head[0])


def _is_theirs_to_us(cue: Cue) -> bool:
    """Return whether what is theirs who are asked must reach the sender: "AID/W's thinking must reach us before May 3"."""
    is_by_day = _ARRIVE_BY.match(cue.rest) is not None
    is_open = not cue.setting.is_background and not _are_people(cue.subject)
    if not is_open or not (is_by_day or _TO_US.match(cue.rest)):
        return False
    low = cue.subject.lower()
    if is_by_day and (_DECIDED.search(low) is None or (cue.cast.asks_posts and "secretary" in low)):
        return False  # "The Ambassador's effects should arrive by May 3"
    thing = cue.subject.rpartition(", ")[2].lstrip()
    office = thing.partition("'s ")[0]
    is_theirs = asked_clauses.is_of_asked(thing.lower(), cue.cast) or (
        office != thing and cue.cast.part_of(office) is Part.ASKED
    )
    return is_theirs and not thing.lower().startswith("your ")


def is_told_by_others(cue: Cue) -> bool:
    """Return whether what posts come to know must reach us: "What the ministers say ought to be with us by May 3"."""
    is_open = cue.cast.asks_posts and not (cue.setting.is_background or cue.setting.is_opinion)
    return is_open and _TO_US.match(cue.rest) is not None and _WHATEVER.match(cue.subject.lower()) is not None


_CHANGE = re.compile(  # in small letters: "any change after that", "later additions to the list"
    r"(?:and |but )?(?:(?:any|all|the|later|late|last-minute|further|subsequent|other|your) )*(?:changes?|additions?|amendments?|delays?|cancellations?|substitutions?|corrections?)(?: (?:after|to|in|of|from|on|by|of) [^,;:]{2,60})?"
)
_IN_GOOD_TIME = re.compile(  # in small letters
    r"(?:also |then )?(?:reach|get to|come to|be (?:with|known to|reported to|telephoned to)) (?:us|(?:the |our |post['’]s |embassy['’]s )?(?:duty officer|control officer|operations center|desk|department|bureau|embassy|post|mission|task force|air attache|dao))\b[^,;:]{0,20}? (?:by|before|no later than|not later than|nlt|at least|not less than|within|\d+ (?:hours|days)|(?:two|three|one) (?:working )?(?:days?|hours|weeks?))\b"
)


def _is_late_change(cue: Cue) -> bool:
    """Return whether changes of what was asked for are to be told in time: "Any change after that must reach the duty officer at least"."""
    is_open = not (cue.setting.is_background or cue.setting.is_opinion)
    return (
        is_open
        and _IN_GOOD_TIME.match(cue.rest) is not None
        and _CHANGE.fullmatch(cue.subject.lower().strip(" ,")) is not None
    )


def _is_owed_to_post(cue: Cue) -> bool:
    """Return whether what an office of the capital owes a post is to reach it by a day: "L's wording should reach the Mission by Thursday"."""
    if not cue.cast.asks_capital or _TO_SENDER.match(cue.rest) is None:
        return False
    low = cue.subject.lower().lstrip()
    office = cue.subject.lstrip().partition("'s ")[0]
    return asked_clauses.is_of_asked(low, cue.cast) or (
        " " not in office and cue.cast.part_of(office) is Part.ASKED
    )


def is_brought_to_one_of_us(cue: Cue) -> bool:
    """Return whether what posts have to say goes to a person of the sender's."""
    if cue.part not in (Part.NOBODY, Part.MATTER) or not _TO_PERSON.match(cue.rest):
        return False
    is_said = not _OBJECTIONS.isdisjoint(cue.subject.lower().split()[:2])
    return is_said or cue.part is Part.MATTER or wanted_things.is_sent(cue)
