"""One sentence that orders separate things by different days is several asks: where to part it."""

import re
from collections.abc import Callable, Iterator

from tracker.cable.hints import small, words_in
from tracker.extraction import asked_things, counted_asks
from tracker.extraction import vocabulary as v
from tracker.extraction.asking import LONGEST_SENTENCE, verdict_of
from tracker.extraction.cast import Cast, Part
from tracker.extraction.proposals import Deadline
from tracker.extraction.verdicts import Setting, Verdict

_AND = re.compile(
    rf",? (?:and|then)(?:, [^,;.:]{{3,70}},)? (?:then |also |in any (?:case|event),? |at any rate,? |(?:are |is )?to |should |must |will |please |{v.ADVERB} )*([a-z-]+) ",
    re.IGNORECASE,
)

_REST = re.compile(  # the second half needs no verb: "… by May 31, and those for the second quarter by June 14"
    r"(?:[,;]? (?:and|then|while) (?!(?:preferably|again|not|if|ideally|in any|at the|until|no)\b)|, (?=(?:those|these|ones|the (?:others?|rest|remainder|remaining \w+|latter|second)) )|, (?=(?:the|its|their|all|any|an?) (?:[\w-]+ ){1,3}?(?:by|nlt|no later than|not later than) ))"
    r"(?:[\w'./()-]+ ){1,9}?(?=(?:by|nlt|no later than|not later than) |on (?:the \d|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri))",
    re.IGNORECASE,
)
_DUE = re.compile(  # the second half has a verb of its own, of what is due
    r"^,? (?:and|while|but) (?:[\w',()-]+ ){1,24}?(?:(?:is|are) (?:due|needed|required|requested|wanted)|(?:should|must) (?:follow|reach|be [a-z]{3,}(?:ed|en|de|t|wn)))\b",
    re.IGNORECASE,
)
_TWO_DUE = re.compile(
    r"(?:,? (?:and|while|but)|;) (?=(?:[\w',()-]+ ){1,24}?(?:(?:is|are) (?:due|needed|required|requested|wanted)|(?:should|must) (?:follow|reach|be [a-z]{3,}(?:ed|en|de|t|wn)))\b)",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:(?:is|are) (?:due|needed|required|requested|wanted)|(?:should|must) (?:follow|reach|be [a-z]{3,}(?:ed|en|de|t|wn)))\b",
    re.IGNORECASE,
)
_JOINING = frozenset({"and", "while", "but"})
_OTHER_ASKED = re.compile(  # "…, and Embassy Oslo should hire a diver by June 9"
    r",? (?:and|while|but) (?=(?:the )?[A-Z][\w/.]*(?: [A-Z][\w/.]*){0,3} (?:is|are|should|must) )"
)
_OTHER_CLAUSE = re.compile(  # "…; Embassy Oslo should hire a diver"
    r"; (?=(?:and |but )?(?:the )?[A-Z][\w/.]*(?: [A-Z][\w/.]*){0,3} (?:is|are|should|must|may|shall|need|IS|ARE|SHOULD|MUST|MAY|SHALL|NEED)\b"
    rf"|(?:and |then )?(?i:{v.OPENING_DAY}) (?i:they|it|each|all|both|you|posts|post|embassy|embassies|missions?) (?i:should|must|shall|are|is)\b)"
)
_THEY_BY = re.compile(  # up to "they": "; by August 5 they should cable"
    rf"(?:; )?(?:and |then )?{v.OPENING_DAY} (?=they (?:should|must|shall|are)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(  # "…, and will send a list by May 3", "… and is to report back"
    r"(?:,? and )?(?:then |also )?(?P<duty>will|is to|are to) (?:then |also )?", re.IGNORECASE
)
_AS_DUTY = {"will": "must", "is to": "shall", "are to": "should"}  # of as many letters
_OTHERS_WILL = re.compile(r"\b(?:whether|if|that|which|who|when|how|whose|what|where)\b", re.IGNORECASE)
_ALSO_ASKED = re.compile(  # "Calls should be made by June 12, and posts should report by June 14"
    r",? (?:and|while|but) (?=(?P<who>(?:[\w/'’-]+ ){1,5}?)(?:should|must|shall|(?:is|are) (?:\w+ )?(?:to|asked|requested|instructed)) )",
    re.IGNORECASE,
)
_WISHES = re.compile(  # the sender wishes a second thing: "…, and would welcome comments by June 22"
    r",? and (?:also |further )?(?=(?:would (?:also )?(?:welcome|appreciate|be grateful)|requests?|asks?|seeks?) )",
    re.IGNORECASE,
)
_AND_THAT = re.compile(  # a second clause of what is asked: "that H arrange calls by April 26, and that ECA send a name by May 3"
    r",? and (?=that (?:the )?[\w/]+(?: [\w/]+)? [a-z]+ )", re.IGNORECASE
)
_LATER_THING = re.compile(  # what is wanted stands behind its day: "…, and by March 9 the name of the shipper"
    r",? and,? (?:also )?(?=(?:by|nlt|no later than|not later than|on or before|before) (?:the )?(?:end of [a-z]{3,9},? (?:the|an?) |(?:cob |oob |noon |close of business |on |\w+day,? )*"
    r"(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}|\w+day)(?:, \d{4})?,? (?:the|an?|its|their|all|any|copies|names|details|[\w/]+['’]s) ))",
    re.IGNORECASE,
)
_TERM = re.compile(  # it runs from the first act, or is haste: a time of its own all the same
    r"(?:within .{1,40} (?:of|after|from)\b|soonest|immediately|as soon as possible|asap)", re.IGNORECASE
)
_HASTE = re.compile(
    r"(?:soonest|immediately|at once|without delay|promptly|urgently|asap|as soon as possible)", re.IGNORECASE
)
_BEFORE_IT = re.compile(  # an act hangs on something to come: "a fortnight before the workshop", "not later than the third day before it opens"
    r"(?:(?:at least|no later than|not later than|nlt|no less than|not less than) )?(?:the )?(?:\w+|\d+)(?: full| working| business| calendar)* (?:days?|weeks?|months?|hours?|fortnight)(?: at the latest)? (?:before|prior to|ahead of|in advance of|after|following) ",
    re.IGNORECASE,
)
_IN_CLAUSE = re.compile(  # what follows may go on with it: "say whether they will print the map and post it a week before the race"
    r"\b(?:whether|if|that|which|who|when|how) (?:[\w'’-]+ ){0,4}?(?:will|would|can|could|may|might|has|have|is|are|plans?|intends?)\b[^,;]*$",
    re.IGNORECASE,
)
_HAVE_DONE = re.compile(  # "and to have" | "the exchange completed"
    r"(?:the|its|their|all|each|both|it|them|an?) (?:[\w'’-]+ ){0,4}?(?:\w{3,}ed|sent|made|put|read|signed|drawn|taken|brought|ready|done)\b",
    re.IGNORECASE,
)
_SECOND_TERM = re.compile(  # in small letters
    r"\b(?:days?|weeks?|fortnight|months?|hours?) (?:before|prior to|ahead of|in advance of)\b|\bwithin\b|\bat once\b|\bwithout delay\b|\bpromptly\b|\burgently\b|\bsoonest\b|\bimmediately\b|\bas soon as\b|\basap\b"
)
_CALENDAR = re.compile(  # in small letters
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri"
    r"|(?:end|close) of (?:the |this |next )?(?:[a-z]+ )?(?:week|month|quarter|year)\b|to(?:day|morrow)\b|(?:that|same) (?:day|date)\b"
    r"|within \w+ (?:\w+ )?(?:hours|days|weeks)\b)|\d(?:/\d|(?:st|nd|rd|th)\b)"
)
_JOINT = re.compile(r"[;, ]*(?:and,? |then )*(?:(?:are |is )?to )?", re.IGNORECASE)
_AFTERWARDS = frozenset({"follow"})  # "and follow with a report within a week" runs from the first act
_NOT_TO_DO = v.LEADS | v.PREPOSITIONS | v.THIRD | _AFTERWARDS
_ORDERS = v.ORDERS - _AFTERWARDS
_NO_REST = frozenset(  # a verb or a condition among the words: another rule parts there, or none
    "is are was were be will would should must may can has have had to if that which who when received met before after"
    " january february march april june july august september october november december".split()
) | (v.ORDERS - v.ALSO_NOUNS)
_NO_REST_OF_THING = _NO_REST - v.ORDERS
_TOLD_THERE = re.compile(  # "report whether the list was sent by May 1 and the map by June 2"
    r"\b(?:whether|how many|how much|when|who|(?:confirm|report|say|tell us|explain|state|note|inform us|advise|assume|believe)s? that) (?:[\w'’-]+ ){1,8}?(?:was|were|will|would|has|have|had|can|could|is|are)\b[^,;]*$",
    re.IGNORECASE,
)
_DUE_ON = re.compile(r"\b(?:due|expected|wanted|needed|required)\b", re.IGNORECASE)
_TOLD = re.compile(  # behind the day of the ask a clause with a day of its own
    r"\b(?:by|before|nlt|no later than) [^,;]{3,40} (?:whether|that|when|which|who) [^,;]{3,120} (?:by|before) \w",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r" (?:\w{3,}ed|bought|built|made|sent|held|taken|sold|drawn|found|lost|paid)$", re.IGNORECASE
)
_ARTICLES = frozenset({"a", "an", "the"})  # behind them "inventory" is no order
_NEXT_TO_DO = (
    re.compile(  # in a list of acts: "is asked to hand it over by May 3, to report by May 4, and to send"
        r", to (?P<verb>[a-z-]+) (?=[^;]{3,200}?,? and to )", re.IGNORECASE
    )
)
_RESULTS = re.compile(  # "Points should be made at once, and results reported by March 26": one errand
    r",? and (?:the |all |any )?(?:results?|reactions?|answers?|replies|outcome|responses?) (?:\w{3,}ed|sent|made) ",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"\b(?:the same|that|that same) (?:day|date)$", re.IGNORECASE)
_TO_BE_DONE = re.compile(
    r"\b(?:to|should|must|shall) be (?:\w{3,}(?:ed|en|de|nt|ght|wn)|made|sent|paid|done)\b", re.IGNORECASE
)
_THOSE_TO = re.compile(r"^, \w+ to ")  # "…, those to paragraph 4 by July 2"
_MARK = re.compile(  # of an entry; "items (a) and (b) are wanted" has none
    r"(?:[,;] |(?<=: )|(?<=[\w\"'] ))(?:and |or |then )?\((?P<mark>[a-z]|\d|[ivx]{2,4})\) (?!(?:is|are|was|were|should|must|will|has|have|of|and|or|in|above|below|to)\b)(?=[\w'’-]+ \w)",
    re.IGNORECASE,
)
_FIRST_MARK = re.compile(r"\((?:a|1|i)\) $", re.IGNORECASE)  # "ACTION: (A) | CONFIRM"
_ROWS = (tuple("abcdefghijkl"), tuple("123456789"), ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
_SPAN_OPEN = re.compile(r"\b(?:between|from) [^,;]{3,30}$", re.IGNORECASE)  # "between May 20" | "and 22"
_SPAN_END = re.compile(r" and \d{1,2}\b", re.IGNORECASE)
_AMONG_ASKS = asked_things.Around(things=frozenset(), bodies=frozenset(), is_among_asks=True)
MOST_PARTS = 12
TWO = 2  # days at least, or there is nothing to part
_BY = re.compile(
    r"(?:by|within|(?:at least |no less than )?\w+ (?:days|weeks|hours) before|nlt|no later|not later|due|on or before|before|prior to|on|until|each|every|between|during|in the (?:\w+ )?week)\b",
    re.IGNORECASE,
)


def parts(
    text: str,
    start: int,
    cast: Cast,
    deadline: Callable[..., Deadline | None],
    asked: Callable[[str], set[str]],
    cue_at: int = -1,
) -> list[tuple[int, int]]:
    """Return the stretches of `text` from `start` that are asks of their own, one where it is not to be parted.

    A semicolon parts two asks, an "and" with a verb two orders, if each side has its own day; so does an "and"
    before somebody else who is asked. `asked` gives those whom a half names, nobody where it names none;
    `cue_at` is where the words stand that ask.
    """
    listed = _entries(text, start, deadline)
    if listed:
        return listed
    others = {m.start() for m in _OTHER_ASKED.finditer(text, start, start + LONGEST_SENTENCE)}
    others |= set(_other_clauses(text, start))
    places = (
        others | set(_places(text, start, cast)) | set(_also_asked(text, start, cast))
        if _may_have_two_days(text, start)
        else others
    )
    stretches = [(start, len(text))]
    for place in sorted(places)[:MOST_PARTS]:
        first, last = stretches[-1]
        one, half = text[first:place], text[place:last]
        if _SPAN_OPEN.search(one) and _SPAN_END.match(half):
            continue
        own_at = cue_at - first if first <= cue_at < place else duty_at(one)
        first_day, next_day = deadline(one, own_at), deadline(bound(half), duty_at(half))
        is_theirs = next_day is not None and _is_hung(next_day) and _IN_CLAUSE.search(one) is not None
        is_parted = _are_two(first_day, next_day, half) and not is_theirs
        if is_parted or (place in others and _ask_different(asked(one), asked(_unjoined(half)), half)):
            stretches[-1:] = [(first, place), (place + len(_joint(half)), last)]
    return stretches


def bound(half: str) -> str:
    """Return a half that goes on about those asked before with "they" as "post", so that its day is theirs: "; by May 9 they should".

    One that goes on with "will" or "is to", as in "and will send a list by May 3", is read as an order.
    """
    goes_on = _GOES_ON.match(half)
    if goes_on is not None:
        first, last = goes_on.span("duty")
        return f"{half[:first]}{_AS_DUTY[goes_on['duty'].lower()]}{half[last:]}"
    match = _THEY_BY.match(half)
    return f"{half[: match.end()]}post{half[match.end() + 4 :]}" if match else half


def _entries(text: str, start: int, deadline: Callable[..., Deadline | None]) -> list[tuple[int, int]]:
    """Return the entries of a list inside a sentence, where two of them have days of their own; none otherwise.

    Example: `Posts are asked to (a) count the stock by May 3, (b) cable the figures by May 8, and (c) lock the store.`
    """
    passed = _FIRST_MARK.search(text, 0, start) is not None
    marks = _in_order(_MARK.finditer(text, start, start + LONGEST_SENTENCE), passed) if "(" in text else []
    if len(marks) < TWO - passed:
        return []
    edges = [*(m.start() for m in marks[not passed :]), len(text)]
    stretches = [(start, edges[0]), *zip((m.end() for m in marks[not passed :]), edges[1:], strict=True)]
    found = [deadline(text[first:last]) for first, last in stretches]
    days = {one.day for one in found if one is not None and _is_dated(one)}
    is_apart = passed and bool(days) and None in found and all(text[at] == ";" for at in edges[:-1])
    return stretches if len(days) >= TWO or is_apart else []


def _in_order(marks: Iterator[re.Match[str]], passed: int) -> list[re.Match[str]]:
    """Return the marks that count up from the first, or behind those passed: (a), (b), (c), or (1), (2), or (i), (ii)."""
    found: list[re.Match[str]] = []
    for match in marks:
        kinds = [row for row in _ROWS if match["mark"].lower() in row]
        if any(row.index(match["mark"].lower()) == len(found) + passed for row in kinds):
            found.append(match)
    return found


def _unjoined(half: str) -> str:
    return half[len(_joint(half)) :]


def _other_clauses(text: str, start: int) -> Iterator[int]:
    """Yield where a clause begins behind a semicolon that names whom it asks: "Posts should report; Oslo should also call"."""
    if "; " in text:
        yield from (m.start() for m in _OTHER_CLAUSE.finditer(text, start, start + LONGEST_SENTENCE))


def _ask_different(one: set[str], other: set[str], half: str) -> bool:
    """Return whether two halves ask different posts; behind a semicolon one of all who are asked before is another."""
    is_clause = half.startswith(";")
    return bool(other) and (one.isdisjoint(other) if one else is_clause)


def _may_have_two_days(text: str, start: int) -> bool:
    """Return cheaply whether the text can hold two days, or a day and a term: most sentences have one at most."""
    low = small(text)
    is_joined = "; " in low or not _JOINING.isdisjoint(words_in(low))
    is_due_twice = is_joined and _TWO_DUE.search(text, start) is not None
    has_term = is_joined and _SECOND_TERM.search(low, start) is not None
    return is_due_twice or has_term or len(_CALENDAR.findall(low, start)) >= TWO


def _places(text: str, start: int, cast: Cast) -> Iterator[int]:
    """Yield where the text might be parted, in no order."""
    end = start + LONGEST_SENTENCE
    for m in re.finditer("; ", text[:LONGEST_SENTENCE]):
        if m.start() > start and _asks(text[m.end() :].partition("; ")[0], cast):
            yield m.start()
    yield from _orders_in(text, start, end, cast)
    for rule in (_WISHES, _AND_THAT, _TWO_DUE, _LATER_THING):
        yield from (m.start() for m in rule.finditer(text, start, end))
    for m in _REST.finditer(text, start, end):
        if _is_rest(m, start):
            yield m.start()


def _also_asked(text: str, start: int, cast: Cast) -> Iterator[int]:
    """Yield where those asked are named behind another ask: "Calls should be made by June 12, and posts should report by June 14"."""
    for m in _ALSO_ASKED.finditer(text, start, start + LONGEST_SENTENCE):
        first, other = text[start : m.start()], text[m.end() :].partition("; ")[0]
        if cast.part_of(m["who"]) is Part.ASKED and _asks(other, cast):
            is_ask = _asks(first, cast) or asked_things.duty_of_thing(first, cast, _AMONG_ASKS) is not None
            yield from [m.start()] if is_ask else []


def _orders_in(text: str, start: int, end: int, cast: Cast) -> Iterator[int]:
    """Yield where a second verb orders something: "and report", ", to report … and to send"."""
    for m in _AND.finditer(text, start, end):
        is_order = (m.group(1).lower() in _ORDERS or _is_to_do(m)) and _is_theirs(m, start)
        clause = text.rfind("; ", start, m.start()) + 2
        if is_order and (clause < start + 2 or _asks(text[clause : m.start()], cast)):
            yield m.start()
    for m in _NEXT_TO_DO.finditer(text, start, end):
        if m["verb"].lower() in _ORDERS:
            yield m.start()


def _is_theirs(match: re.Match[str], start: int) -> bool:
    """Return whether "and will" goes on about those who "will" before: not behind "whether the ministry will sign"."""
    if " will " not in match.group().lower():
        return True
    before = match.string[start : match.start()]
    return " will " in before.lower() and _OTHERS_WILL.search(before) is None


def act_at(half: str) -> int:
    """Return where the act is named in a half that goes on with "will" or "is to": "will | send a list"."""
    match = _GOES_ON.match(half)
    return match.end() if match else 0


def _is_rest(match: re.Match[str], start: int) -> bool:
    """Return whether words before a second day name a second thing: "and a full inventory by April 18"."""
    text, words = match.string, _THOSE_TO.sub("", match.group().lower()).lstrip(",; ").split()
    is_thing = not _ARTICLES.isdisjoint(words[1:2])
    is_on = text.lower().startswith("on ", match.end())
    if is_on and not _DUE_ON.search(text, start, match.start()):
        return False
    has_verb = not (_NO_REST_OF_THING if is_thing else _NO_REST).isdisjoint(words)
    return not has_verb and not _is_inside(text[start : match.start()], match.group())


def _is_inside(before: str, rest: str) -> bool:
    """Return whether a second day stands in what is told or says when something was done: "whether the list will be out by
    May 1 and the map by June 2", "the wells drilled by May 1 and the pumps bought by June 2".
    """
    told = None if rest.startswith((",", ";")) else _TOLD.search(before) or _TOLD_THERE.search(before)
    is_passive = (
        rest.startswith(",") and _TO_BE_DONE.search(before) is not None
    )  # "…, and a spot check made by May 3"
    return told is not None or (_PARTICIPLE.search(rest.rstrip()) is not None and not is_passive)


def _is_to_do(match: re.Match[str]) -> bool:
    """Return whether "and to" stands before a verb: "and to settle with", not "and to the ministry"."""
    is_to = match.group().lower().lstrip(", ").startswith(("and to ", "then to "))
    if is_to and match.group(1).lower() == "have":
        return _HAVE_DONE.match(match.string, match.end()) is not None
    return is_to and match.group(1).lower() not in _NOT_TO_DO


def _are_two(one: Deadline | None, other: Deadline | None, rest: str) -> bool:
    """Return whether each half has its own day; the second may hang on the first: "is due 30 days after delivery"."""
    if one is None or other is None:
        return False
    is_same = _SAME_DAY.search(one.quote) is not None
    is_near = is_same or (one.day is None and _HASTE.fullmatch(one.quote) is not None)
    if is_near and (_is_dated(other) or _is_event(other)):
        return not _RESULTS.match(rest)
    if not _is_dated(one):
        return (_is_hung(one) and _is_dated(other)) or _hang_apart(one, other)
    hangs = other.day is None and (_DUE.search(rest) is not None or _TERM.match(other.quote) is not None)
    hangs = hangs or _is_hung(other)
    points_back = _SAME_DAY.search(other.quote) is not None
    return points_back or (one.day != other.day and (_is_dated(other) or hangs))


def _is_event(deadline: Deadline) -> bool:
    return deadline.day is None and bool(deadline.anchor) and not _HASTE.fullmatch(deadline.quote)


def _is_hung(deadline: Deadline) -> bool:
    """Return whether the words count from something the sentence does not date: "a fortnight before the workshop"."""
    return deadline.day is None and _BEFORE_IT.match(deadline.quote) is not None


def _hang_apart(one: Deadline, other: Deadline) -> bool:
    """Return whether two acts hang on two events: "upon arrival of the crates, and … within 24 hours of departure"."""
    are_hung = one.day is None and other.day is None and one.anchor and other.anchor
    return bool(are_hung) and one.anchor != other.anchor and _TERM.match(other.quote) is not None


def duty_at(text: str) -> int:
    """Return where the words stand that make a half due, -1 where it has none: "and the lease should reach us by May 3"."""
    match = _DUTY.search(text)
    return match.start() if match else -1


def _is_dated(deadline: Deadline) -> bool:
    """Return whether the words name a day of the calendar or the week, not a term that runs from another."""
    return (
        deadline.day is not None
        and _BY.match(deadline.quote) is not None
        and _CALENDAR.search(deadline.quote.lower()) is not None
    )


def _joint(text: str) -> str:
    match = _JOINT.match(text)
    return match.group() if match else ""


def _asks(clause: str, cast: Cast) -> bool:
    setting = Setting(is_action=True) if counted_asks.is_next(clause.strip()) else None
    verdict: Verdict | None = verdict_of(clause.strip(), cast, setting)
    return verdict is not None and verdict.is_ask
