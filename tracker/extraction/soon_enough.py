"""How late a thing is of use, told behind its ask: "June 3 is the latest it can help", "Three weeks from today is soon enough".

Read here are only the places of the words; `days_apart` reads the day itself.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.cable.hints import Family

LONGEST_DAY = 40  # characters
SIGNS = Family(
    """enough do use useful usable help helpful value time hands desk before earlier beforehand advance ahead file books
    late hear know told learn latest press printer printers""".split()
)  # one of them stands in whatever is read here
HAVING = (  # one word of each stands in whatever _MUST_HAVE finds
    Family("have receive hold get".split()),
    Family("must should need needs shall will has".split()),
    Family("them it these those both all everything".split()),
)
# Those are met often: one word of both families stands in whatever is read here, or it ends as told below.
_BESIDE_ONE_ANOTHER = tuple(
    (Family(one.split()).bit, Family(other.split()).bit)
    for one, other in (
        ("latest last", "use help value service useful usable helpful serve count matter"),
        ("enough", "soon early time"),
        ("do serve", "will would"),
        ("time", "good plenty"),
        ("after later beyond", "they it the your no any a anything whatever"),
        ("use help value service useful usable helpful", "until till through up only"),
        ("close closes closed", "file list book books register count returns"),
        ("hear know told learn", "by before than nlt"),
        ("press printer printers", "goes go going"),
        ("hold wait", "beyond past after longer later until till"),
        ("latest", "at"),
    )
)
_LIMITING = Family("by before than nlt".split())  # in whatever LIMITS finds
_JOINED = tuple(
    "and so but that hence therefore then ;".split()
)  # with a blank, behind them begins the last clause
_LENGTHS = Family("day days week weeks fortnight fortnights month months".split())  # by which one counts back
_BACK_ENDS = tuple(
    f"{end}{latest}{stop}"
    for end in "before beforehand that then it earlier ahead advance".split()
    for latest in ("", " at the latest")
    for stop in ("", ".")
)  # so ends what is counted back
_DAY = (  # it begins as days do, and not with who says so
    r"(?P<day>(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|cob|oob|noon|tomorrow|close of|end of|the (?:end|close|middle|beginning|\d)"
    rf"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:day|week|fortnight|month)|this |next )[\w ,.:]{{0,{LONGEST_DAY}}}?)"
)
_OF_USE = r"(?:of (?:any |some |real |the least )?(?:use|help|value|service)|useful|usable|helpful)"
_LATEST = re.compile(  # "June 3 is the latest that your message will be of use"
    rf"{_DAY},? (?:is|will be|would be|remains) (?:about |really |also |therefore )?the (?:very )?(?:latest|last)(?: (?:day|date|moment|time))?"
    rf"(?: on which| by which| at which| that| when| for which)? ?(?P<what>[^.;]{{0,60}}?)\b(?:(?:will|can|could|would|may|is|are) (?:still )?(?:be )?{_OF_USE}|(?:will|can|could|would|may) (?:still )?(?:help|serve|count|matter))\b"
)
_ENOUGH = re.compile(  # "Three weeks from today is soon enough", "June 3 will do"
    rf"(?P<what>(?:(?:a|any|your|the) [\w/'’-]+ (?=by |on |any ))?)(?:by |on |any (?:day|time|date) (?:up to|until|till|before|through) )?{_DAY} "
    r"(?:(?:is|will be|would be) (?:still |quite |plenty )?(?:soon|early|time) enough|(?:will|would) (?:quite |still |also )?(?:do|serve)(?: nicely| very well| us| perfectly)*(?=$|[.,;)]| for (?:us|this|that|our)\b)|(?:is|will be|would be) (?:in )?(?:good |plenty of )time(?=$|[.,;)]))"
)
_AFTER_IT = re.compile(  # "After June 3 they will be of no use"
    r"(?:after|later than|beyond) (?P<day>[^;.]{3,40}?),? (?P<what>(?:they|it|the|your|no|any|a) ?(?:[\w'’-]+ ){0,4}?)(?=(?:will|would|can|could|cannot|is|are) )"
)
_THING_AFTER = re.compile(  # "A reply after June 3 would be of no use to us"
    r"(?P<what>(?:(?:a|any|your) (?:[\w'’-]+ ){1,4}?|(?:anything|whatever) (?:(?:that )?(?:comes?|coming|arrives?|arriving|received|sent) (?:in )?)?))(?:after|later than|beyond) (?=\w)"
)
_USEFUL = re.compile(  # "Reports will be useful only until June 3", "The names are of use only if they come by June 3"
    rf"(?P<what>(?:[\w'’/-]+ ){{1,6}}?)(?:will be|are|is|can be|would be) (?:only )?{_OF_USE}(?: to (?:us|the department|washington))?(?: here)?(?: only)? "
    r"(?:(?:only )?(?:until|till|through|up to) |only if (?:they|it) (?:comes?|reach(?:es)?(?: us| [\w/]+)?|arrives?|(?:is|are) (?:here|in hand|received)|gets? here)(?: here)? (?=by |before |on or before |no later than |not later than ))"
)
_CLOSED = re.compile(  # "We shall close the file on June 3", "The list closes June 3"
    r"(?P<who>[\w/ ]{2,30}?) (?:(?:will [^;]{3,140}?,? and (?:then )?)?(?:shall |will |must )?closes? (?:its |our |the |this |that )(?:file|list|book|books|register|count|returns)|(?P<it>file|list|books|register) (?:closes|will close|will be closed|is to be closed))(?: on this| on it)?(?: on| at)? (?=\w)"
)
_PRESS = re.compile(  # "The book goes to press on June 3", "The printer will not wait beyond June 3"
    r"(?:the|our|its|this) (?:[\w-]+ )?(?:order|text|list|file|draft|volume|book|copy|edition|issue|report|directory|catalog|program|yearbook|calendar|newsletter|map) (?:goes|must go|will go|has to go|is to go|is going) to (?:the )?(?:printers?|press) (?:on |at )?(?=\w)"
    r"|the (?:printers?|press|editors?|binders?|drafters?|typists?|compilers?|courier|desk|bureau|department) (?:will not|cannot|can not|won't|can) (?:hold (?:the|its) [\w-]+ |wait )(?:only |for it |for them |for us )?(?:beyond|past|after|longer than|later than|until|till) (?=\w)"
)
LIMITS = ("by ", "before ", "no later than ", "not later than ", "nlt ", "on or before ")
_LIMITED = (
    r"(?:by|before|no later than|not later than|nlt|on or before) (?:(?:[\d:.]+(?:st|nd|rd|th|z)?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*"
    r"|(?:mon|tues|wednes|thurs|fri)day|cob|oob|noon|midnight|close|opening|of|business|on|hours|local|washington|eastern|time|[ap]\.m\.),? ?){1,8}"
)
_LAST = re.compile(  # alone: "June 3 at the latest.", "By COB June 3."
    rf"{_DAY},? at the (?:very )?latest\.?$|(?P<limited>{_LIMITED}?)(?: at the (?:very )?latest)?\.?$"
)
_MUST_HAVE = re.compile(  # "We must have them by June 3"
    r"(?P<who>we|(?:the )?[\w/]+) (?:must|should|need to|needs to|shall|will have to|have to|has to) (?:also )?(?:have|hold|receive|get) (?P<what>them|it|these|those|both|all(?: of (?:them|it))?|everything)(?: (?:here|in hand|back|all|in (?:our|its) hands))? "
    r"(?P<day>(?:by|before|no later than|not later than|nlt|on or before) (?!(?:who|whom|what|whether|if|how|which|where|why|when|that|about|from)\b)[\w:.'’-]+(?:,? (?!(?:who|whom|what|whether|if|how|which|where|why|when|that|about|from)\b)[\w:.'’-]+){0,7},?)$"
)
_HEAR = re.compile(  # alone: "We would like to hear by June 3", "The desk needs to know not later than June 3"
    r"(?P<who>we|i|(?:the )?[\w/]+) (?:(?:should|would|will|do|shall|must|also) )*(?:needs?|wants?|like|be (?:\w+ )?(?:glad|grateful|happy|pleased)|hopes?) (?:very much )?to (?:hear|know|be told|learn)(?: (?:from (?:you|posts?|embassy)|of it|this|either way|one way or the other|here))?,? "
    r"(?P<day>(?:by|before|no later than|not later than|nlt|on or before) (?!(?:who|whom|what|whether|if|how|which|where|why|when|that|about|from)\b)[\w:.'’-]+(?:,? (?!(?:who|whom|what|whether|if|how|which|where|why|when|that|about|from)\b)[\w:.'’-]+){0,7},?)$"
)
_MONTH_DAY = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:, \d{4})?\b(?!:)|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b)"
)
_BACK = re.compile(  # at the end: "the day before", "one week before that"
    r",? (?:by )?(?P<back>(?:at least |no later than |not later than )?(?P<length>the (?:day|week|fortnight|month)|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:full |working |business |clear )?(?:days?|weeks?|fortnights?|months?)) (?:before(?:hand| that| then| it)?|earlier|ahead(?: of (?:that|it))?|in advance))(?: at the latest)?\.?$"
)
_HOLDER = r"(?:he|she|it|they|we|the [\w/'’ -]{2,30}?|[\w/]{2,12})"
_NEED = re.compile(  # behind the event: the thing and who must have it
    r"(?:(?P<placed>(?:the|your|post['’]s|each|every|all|any|it|they|both) ?(?:[\w'’-]+ ){0,5}?)(?:ought to|should|must|has to|have to|needs? to|(?:is|are) to|will have to) (?:then |therefore )?be "
    r"(?:in (?:his|her|their|our|its|[\w/' ’]{2,30}['’]s?) hands|on (?:his|her|their|our|its|the|[\w/' ’]{2,30}['’]s?) (?:desk|table)s?|with (?:us|him|her|them|it|[\w/ ]{2,30})|here|in hand)"
    rf"|(?:{_HOLDER} )?(?:(?:must|should|(?:needs?|wants?|wishes|has|have|ought) to|would like to) (?:have|see|read|hold|get|receive)|needs?|wants?|would like) (?P<held>(?:the|your|post['’]s|each|every|all|any|it|them|this) ?(?:[\w'’-]+ ?){{0,5}}?)(?: in hand| here| with us| on (?:his|her|its|our|their) desk)?"
    rf"|(?:{_HOLDER} )?(?:(?:must|should|(?:needs?|wants?|has|have|ought) to|would like to) (?:know|hear|be told|learn))"
    r"|(?:will|shall|must|has to|have to|(?:is|are) to|plans? to) (?:then |therefore )?close (?P<file>(?:its|our|the|their) (?:file|list|book|books|register|count))"
    r"|(?P<it>(?:the|our|its) (?:[\w-]+ )?(?:(?:file|list|book|books|register) (?:closes|is closed|will be closed|must be closed)|(?:order|text|list|file|draft|volume|book|copy) (?:goes|must go|will go|has to go|is to go) to (?:the )?(?:printers?|press))))$"
)
_JOINT = re.compile(
    r", (?:and|so|but|which means that|so that|hence|therefore) (?:so |therefore |then |that )?|; (?:and |so )?"
)
_AND = re.compile(  # what he does on the day, and what he must have
    rf"{_JOINT.pattern}| and (?=(?:{_HOLDER} )?(?:must|should|needs?|wants?|wishes|ha(?:s|ve)|ought|would like)\b)"
)
_TOLD_THINGS = frozenset(  # what an answer is: whoever was to tell a thing tells it so
    "name names number numbers answer answers reply replies word figure figures list lists result results total totals count counts text texts".split()
)


class Place(NamedTuple):
    """Where the day of a sentence may stand, and the words for its thing: behind the day where they are None."""

    start: int
    end: int | None = None
    what: str | None = None
    is_refusal: bool = False  # of what comes after the day
    is_in_time: bool = False  # what comes by the day is taken
    is_use: bool = False  # how late it is of use to the sender
    counted: str = ""  # the words to read in place of those that stand there: "one week before June 10"


def may_tell(low: str, signs: int) -> bool:
    """Return whether a sentence in small letters with these signs may tell how late a thing is of use; most cannot."""
    if not signs & SIGNS.bit:
        return False
    for one, other in _BESIDE_ONE_ANOTHER:
        if signs & one and signs & other:
            return True
    if signs & _LENGTHS.bit and low.endswith(_BACK_ENDS):
        return True
    return bool(signs & _LIMITING.bit) and _ends_in_limit(low)


def _ends_in_limit(low: str) -> bool:
    """Return whether the last clause of a sentence in small letters may be a limit alone: "; by June 3"."""
    places = [low.rfind(limit) for limit in LIMITS]
    return any(place == 0 or low.endswith(_JOINED, 0, max(place - 1, 0)) for place in places)


def places(low: str) -> Iterator[Place]:
    """Yield the places of a clause in small letters where the last day of use may stand."""
    for pattern in (_LATEST, _ENOUGH):
        if match := pattern.match(low):
            yield Place(*match.span("day"), match["what"], is_use=True)
    if match := _AFTER_IT.match(low):
        yield Place(*match.span("day"), match["what"], is_refusal=True, is_use=True)
    if match := _THING_AFTER.match(low):
        yield Place(match.end(), None, match["what"], is_refusal=True, is_use=True)
    if match := _USEFUL.match(low):
        yield Place(match.end(), None, match["what"], is_use=True)


def clauses(low: str) -> Iterator[int]:
    """Yield where a sentence and its last clause begin."""
    yield 0
    *_, last = 0, *(match.end() for match in _JOINT.finditer(low))
    if last:
        yield last


def closings(low: str) -> Iterator[tuple[str, Place]]:
    """Yield who closes a file, "" where it is only closed, or would like to hear, and where the day stands."""
    if match := _HEAR.match(low):
        yield match["who"], Place(*match.span("day"), "", is_use=True)
    if match := _MUST_HAVE.match(low):
        yield match["who"], Place(*match.span("day"), "", is_use=True)
    if match := _PRESS.match(low):
        yield "", Place(match.end(), None, "", is_use=True)
    if match := _LAST.match(low):
        yield "", Place(*match.span("day" if match["day"] else "limited"), "", is_use=True)
    if match := _CLOSED.match(low):
        yield "" if match["it"] else match["who"], Place(match.end(), None, "", is_use=True)


def counted_back(low: str) -> Iterator[tuple[str, Place]]:
    """Yield who acts on a day and the day before it by which he must have a thing: "Smith briefs on June 3, and must have it the day before"."""
    back = _BACK.search(low)
    if back is None:
        return
    days = list(_MONTH_DAY.finditer(low, 0, back.start()))
    joint = next(
        (m for m in _AND.finditer(low, 0, back.start()) if days and m.start() >= days[-1].end()), None
    )
    need = _NEED.match(low[: back.start()], joint.end()) if joint else None
    if len(days) != 1 or need is None:
        return
    length = back["length"].replace("the ", "one ")
    what = need["placed"] or need["held"] or ""
    what = "" if what.rstrip().rpartition(" ")[2] in _TOLD_THINGS else what
    who = low[: days[0].start()] if need["file"] else ""
    counted = f"{length} before {days[0][0]}"
    yield who, Place(*back.span("back"), what, is_use=True, counted=counted)
