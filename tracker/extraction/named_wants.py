"""What is wanted and only named: a deadline for it, or the thing alone under a title of requests."""

import re

from tracker.cable.hints import words_in
from tracker.extraction import asked_clauses, matters, needs, refusals
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.labels import ENTRY, label_end
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Setting, Verdict, refused

_DEADLINE = re.compile(
    r"^(?:the |our |an? )?(?:\w+ ){0,2}?(?:deadline|suspense|due date|closing date|cut-?off(?: date)?|(?:reporting|reply|response|submission|return|filing|target) date|(?:date|day) (?=by which (?:the |all |each )?(?:posts?|embass\w+|missions?|you)\b))(?: date)?\b"
    r"(?P<what>[^.:]{0,110}?)(?: is| falls| has been| remains|:| --? )"
)
_LAST_DAY = re.compile(  # "April 4 is the last day on which posts may send changes"
    r"[^.,;:]{3,40}? is the last (?:possible )?(?:day|date) (?P<what>(?:on which|by which|when|for|that) (?:the |all |any )?(?:posts?|embass\w+|missions?|consulates?|addressees|you|repl\w+|comments|nominations|submissions|changes|answers)\b[^.;]*)"
)
_MOVED = re.compile(
    r"\b(?:extended|moved|put (?:back|off)|postponed|deferred|changed|advanced|brought forward) "
)
_DUE_WORDS = frozenset("last closing deadline suspense due cut cutoff date day".split())
_WANTED = re.compile(
    r"(?:(?:the )?(?:department|dept|washington|embassy|post|mission|[a-z]{1,5}(?:/[a-z]+)+|usda|ustr|dod|doj|dhs|treasury|commerce|justice)(?:'s|s')? |your )?"
    r"(?:early |prompt |urgent |written )?(?:assistance|help|guidance|views|concurrence|approval|clearance|comments|instructions|authorization|"
    r"advice|reply|response|confirmation|recommendations|support)\b(?:, [^,]{3,70},)?(?: in| on| of| for| with| to| by| regarding| concerning)"
)
_NOUN_BY_DAY = re.compile(  # "Fund cite for the charter, by June 8."
    r"(?P<what>(?:the |an? |one |two |three |four |\d+ )?(?:[\w'’-]+(?:(?<!s)|(?<=['’]s)|(?<=ss)) ){0,3}?[\w'’-]+)(?: (?:for|of|on|from|to|in) [^.;:]{3,100}?)?,? (?:by|nlt|no later than|not later than|before|within) (?=.{0,40}(?:\d|days?\b|weeks?\b|months?\b|hours?\b))"
)
SHARE = re.compile(  # "Oslo: four observers, names to the Department by May 3"
    r"(?:\([a-z0-9]\) )?(?:for )?(?P<whom>[^:;.,()]{2,60}?): (?P<what>[^:;]{3,120}?)(?:,? to (?P<office>[^,:;]{2,40}?))?,? (?:by|before|nlt|no later than|not later than|due(?: on| by| at the latest)?|within) (?=.{0,40}(?:\d|days?\b|weeks?\b|months?\b|hours?\b))",
    re.IGNORECASE,
)
_ENABLING = re.compile(
    r"(?P<what>[^,;:]{3,80}?) (?:by|before|no later than|not later than|nlt|within) [^;]{3,60}? (?:would|will) (?:greatly |also |best )?(?:allow|enable|permit|help|let|give|leave|spare|save|make it possible|be (?:in time|soon enough|early enough) for(?= (?:us|our|post|the department)\b))\b"
    r"(?P<whom> (?:us|our|post|embassy|mission|the department|department|the bureau|washington)\b)?"
)
_CONDITION = re.compile(r"(?:should|if|where|when) [^,;]{3,80}, ")
_ALSO = re.compile(  # "Also needed is a decision on masks", "Wanted from Lima is the text of", "Still needed are the figures"
    r"(?P<more>also |still |further |now )?(?:needed|required|requested|wanted|asked for)(?P<too> (?:too|also|still|besides|now))?"
    r"(?: (?:from|of) (?P<who>[^,;:]{2,40}?))?(?:, [^,;]{3,60},)? (?:is|are) "
    r"(?=(?:an?|the|your|one|two|three|post's|copies|names|details)\b)"
)
_LACKING = re.compile(  # "What we lack is the Department's view", "Missing still are post's comments"
    r"(?:what (?P<who>(?:the )?[\w/]+) (?:still |now |also |most |next )*(?:needs?|lacks?|wants?|misses|miss|awaits?)(?: now| still| most)?(?: from (?:posts?|you|addressees))?"
    r"|(?:still |also |yet )?(?:missing|lacking|outstanding|wanting|awaited)(?: still| also| yet)?) (?:is|are) (?P<thing>[^,;:]{3,160})"
)
_GIVEN_US = re.compile(  # "What posts can usefully give us is a page on each mill", "What would help us most is a word to the mayor"
    r"(?:[^;:]{3,120}?, (?:so|so that|and|but) |and |but )?(?:what|all(?: that)?) (?:(?P<who>(?:the |each |all |both )?[\w/]+(?: [\w/]+)?) (?:can|could|might|may|would do well to) (?:\w+ly |best |most |now |still |also )*(?:give|send|do|offer|tell|provide|furnish|supply|contribute|show|let us have|add|spare)\b(?: (?:for )?(?:us|the (?:department|bureau|desk)|washington))?(?: (?:now|here|meanwhile|in the meantime|most \w+ly|at once))?"
    r"|(?P<ours>(?:would|will) (?:\w+ly )?(?:help|assist|serve|suit|be (?:of )?(?:most |the most |more |greatest |real )?(?:help|use|value|helpful|useful|valuable|welcome))\b(?: (?:to )?(?:us|the (?:department|bureau|desk)|washington|our [\w ]{2,20}))?(?: (?:most|best|above all|(?:even )?more|now|especially|greatly|at this stage|most of all|at present))*)"
    r"|(?P<lack>(?:we|the (?:department|bureau|desk)) (?:still |now |yet |also )*(?:lacks?|miss(?:es)?|awaits?)(?: from (?:there|you|them|posts?))?)"
    r"|(?P<like>(?:we|the (?:department|bureau|desk)) (?:should|would) (?:\w+ly |most |best |now |also |still )*(?:like|want|welcome|value|appreciate)(?: to (?:have|see|get|receive))?(?: (?:most|best|now|above all|first|from (?:posts?|you|addressees)))*)"
    r") (?:is|are) (?P<thing>(?:an?|the|some|one|two|three|four|five|\d+|your|posts?|posts?['’]s?|to|that|(?P<verb>[a-z-]+))\b[^;:]{3,200})"
)
_MAY_WAIT = re.compile(
    r"(?:and |but )?(?P<what>[^,;:]{3,80}?) (?:can|may|could) (?:safely |well |all |now )?wait(?:,? (?:but|though|although|only|if|yet))?(?:,? (?:not|no) (?:beyond|past|later|longer|after|until after)\b|(?: until| till| for)? [^,;]{3,40}, (?:but |though )?(?:not|no) (?:beyond|longer|later|after|a day)\b)"
)
_SAID_SO = re.compile(r", (?:the )?[\w ]{2,40} (?:says?|said|thinks?|claims?|believes?|insists?),")
_ENABLING_WORDS = frozenset("allow enable permit help let give leave possible spare save time enough".split())
_REACHING = frozenset("reach arrive come here hand".split())
_ESSENTIAL = frozenset("essential imperative vital indispensable urgent critical mandatory must".split())
_LACKED = frozenset(
    "needs need lack lacks want wants miss misses await awaits missing lacking outstanding wanting awaited".split()
)
SIGNS = (  # one of them stands in what deadline_line, enabling, to_reach or terse_essential finds
    _DUE_WORDS | _ENABLING_WORDS | _REACHING | _ESSENTIAL | _LACKED
)
_OF_ENVOY = re.compile(
    r"\b(?:from|by|of) (?:the |your )?(?:ambassador|charge|dcm|embassy|post|mission|consulate|consul general)\b"
)
_HAS_WHAT = re.compile(r"(?:^|^and |^but |, so |, so that |, and |, but )(?:what|all(?: that)? (?:we|the)) ")
_SENT_OR_DONE = frozenset(
    """word page paragraph sentence line call visit sketch table count look glance note copy sample photograph tally
    plain judgment guess sense view opinion day hour morning talk meeting letter telegram message""".split()
)
_TERSE_ESSENTIAL = re.compile(
    r"(?P<what>[^;:.]{3,120}?),? (?P<day>(?:by|before|nlt|no later than|not later than|within|prior to) [^;:]{2,60}?),? (?P<how>(?:most |quite |absolutely |highly )?(?:essential|imperative|vital|indispensable|urgent|critical|mandatory|a must))[.!]?$"
)
_THING_FROM = re.compile(  # "So one thing extra from Oslo, a draft e-mailed to me at least three days before"
    r"(?:(?:so|and|also|but|finally|lastly|then),? )?(?:(?P<one>(?:just |only )?(?:one|two|an?|the|our|my)? ?(?:(?:last|final|small|more|other|further|extra|additional|only) ){0,2}(?:thing|item|favor|favour|request|plea|wish|errand)s?(?: (?:extra|more|else|besides|too|again))?),? (?:from|for) |from )"
    r"(?P<who>[^,;:]{2,40}?)(?: only| alone| too)?(?:, please, |, |: | -- |,? please: )(?P<thing>(?:an?|the|its|their|two|three|four|your|one|some|names|copies)\b[^;]{3,200}?)"
    r"(?:,? (?:by|before|no later than|not later than|nlt|within|at least [\w ]{2,20} (?:before|ahead of)) )(?=.{0,60}(?:\d|days?\b|weeks?\b|hours?\b|noon|cob|mon|tues|wednes|thurs|fri))"
)
_OF_THING = re.compile(r", | (?:of|on|for|each|about|with|from|to|showing|saying|giving|in|by)\b")
_FROM_WHOM = re.compile(r"\b(?:from|of) (?P<whom>(?:the |all |each |every )?[\w/]+)")
_SAID = frozenset(
    "word news concurrence approval decision go-ahead authority authorization consent blessing".split()
)
_TO_REACH = re.compile(
    r"(?P<what>[^;:]{3,160}?), (?P<duty>to) (?:reach (?:us|the|[a-z]{1,5}/)|arrive (?:here|at the|in the)|be (?:here|in hand)|come to (?:us|the))\b[^;]{0,60}?\b(?:by|before|no later than|not later than|nlt|within)\b"
)
_WILL_DO = re.compile(r"\b(?:will do|is enough|suffices|will suffice)$")
_NAMED_WANTS = frozenset("cite cites waiver waivers orders authority".split()) | v.GIVEN
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|must|should|shall|may(?! \d)|can|could|might|follows?|came|went|goes|arrived|reached|left|gave|took|wrote|said|told|did|does|plans|intends|hopes|expects|wishes|wants)\b"
)
_FELL = re.compile(
    r"\b(?:fell|rose|sank|broke|ran|stood|lay|lost|won|met|saw|paid|sold|grew|burned|died|failed|passed)\b"
)
_IN_PARA = re.compile(r"\bin (?:para|section|ref|septel)")
_SET_IN = re.compile(r"(?:set |given |named )?(?:in|of) (?:ref(?:tel)?(?: [a-z])?|septel)")
_BIDDING = re.compile(
    r"for (?:\w+ ){0,2}?(?:offers|bids|tenders|pledges|signature|ratification|ratifications|accession|public comment)\b"
)
_OTHERS_DEADLINE = re.compile(
    r"\b(?:states|part(?:y|ies)|governments?|countr\w+|compan\w+|applicants?|bidders?|travelers?|candidates?|members|firms)\b|\bfor (?:the )?(?:grantees|students|contractors|visitors|journalists|farmers|schools)\b|\b(?:grantees|students|contractors|visitors|schools)['’]"
)
_REPORTERS = re.compile(
    r"\b(?:post|embass|mission|respon|repl|report|nomin|submi|comment|input|receipt|answer|contribution|question|survey|"
    r"addressee|application|update|data|information|regist|feedback|rsvp|confirm)"
)
_GIVEN_OR_HELP_OR_PAPERS = v.GIVEN | v.HELP | matters.PAPERS
_GIVEN_OR_PAPERS = v.GIVEN | matters.PAPERS
_GIVEN_OR_HELP_OR_PAPERS_OR_SENT_OR_DONE = v.GIVEN | v.HELP | matters.PAPERS | _SENT_OR_DONE
_GIVEN_OR_PAPERS_OR_NAMED_WANTS = v.GIVEN | matters.PAPERS | _NAMED_WANTS
_GIVEN_OR_HELP_OR_PAPERS_OR_SAID = v.GIVEN | v.HELP | matters.PAPERS | _SAID
_GIVEN_OR_PAPERS_OR_SENT_OR_DONE = v.GIVEN | matters.PAPERS | _SENT_OR_DONE


def deadline_line(low: str) -> Verdict | None:
    """A day set: "The deadline for responses is 3 May"."""
    match = None if _DUE_WORDS.isdisjoint(words_in(low)) else _DEADLINE.match(low)
    last = _LAST_DAY.match(low) if match is None and "last" in low else None
    if last is not None and not _OTHERS_DEADLINE.search(last["what"]):
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="due", subject=(0, last.end()))
    if match is None or _IN_PARA.search(low, match.end()):
        return None
    what = match.group("what").strip()
    if _BIDDING.match(what):
        return refused(refusals.PERSONS)
    if (
        what
        and not _SET_IN.fullmatch(what)
        and (not _REPORTERS.search(what) or _OTHERS_DEADLINE.search(what))
    ):
        return None
    moved = _MOVED.search(low, match.end())
    place = moved.start() if moved else 0
    return Verdict(is_ask=True, cue_at=place, order_at=0, form="due", subject=(0, match.end()))


def enabling(low: str, cast: Cast) -> Verdict | None:
    """What a thing of those asked would allow by a day: "Department's reply by May 3 would allow post to answer"."""
    opening = _CONDITION.match(low)
    start = opening.end() if opening else 0
    match = None if _ENABLING_WORDS.isdisjoint(words_in(low)) else _ENABLING.match(low, start)
    if match is None or matters.is_from_others(match["what"]):
        return None
    head = noun_phrase(WORDS.findall(match["what"]))[-1:]
    is_sent = bool(head) and head[0] in _GIVEN_OR_HELP_OR_PAPERS and "'s " not in match["what"]
    is_wanted = is_sent and (cast.asks_posts or cast.asks_others) and match["whom"] is not None
    is_wanted = is_wanted or (is_sent and match["whom"] is not None and _is_from_asked(match["what"], cast))
    if not (asked_clauses.owned(low, cast) or is_wanted):
        return None
    return Verdict(
        is_ask=True, cue_at=match.end("what") + 1, order_at=0, form="due", subject=match.span("what")
    )


def share(plain: str, low: str, cast: Cast) -> Verdict | None:
    """What each of those asked owes, without a verb: asked ":" thing ["to" office] day; "Oslo: four observers, names to the Department by May 3"."""
    match = SHARE.match(plain) if ": " in plain and (cast.asks_posts or cast.asks_others) else None
    if match is None or _FINITE.search(low, match.start("what")):
        return None
    heads = [noun_phrase(WORDS.findall(piece))[-1:] for piece in match["what"].lower().split(", ")]
    is_paper = any(head and {head[0], f"{head[0]}s"} & (_GIVEN_OR_PAPERS) for head in heads)
    is_others = matters.is_from_others(match["what"]) or asked_clauses.is_others_own(
        match["what"].lower(), cast
    )
    if is_others or _FELL.search(low, match.start("what")):
        return None
    is_ours = match["office"] is None or cast.part_of(match["office"]) in (Part.SENDER, Part.ASKED)
    if not (is_paper and is_ours and cast.part_of(match["whom"]) is Part.ASKED):
        return None
    start = match.start("what")
    return Verdict(is_ask=True, cue_at=start, order_at=start, form="thing", subject=match.span("whom"))


def thing_from(low: str, cast: Cast) -> Verdict | None:
    """What is wanted of one by name, without a verb: ["one thing more"] "from" asked, thing, day; "From Oslo, a list of the rooms by May 3"."""
    match = _THING_FROM.match(low) if "from " in low or "for " in low[:60] else None
    if (
        match is None
        or cast.part_of(match["who"].upper()) is not Part.ASKED
        or _FINITE.search(match["thing"])
    ):
        return None
    head = noun_phrase(WORDS.findall(_OF_THING.split(match["thing"], maxsplit=1)[0]))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_SENT_OR_DONE)
    if match["one"] is None and not is_paper:
        return None  # "From Oslo, the team flies to Riga before May 3"
    start = match.start("thing")
    return Verdict(is_ask=True, cue_at=start, order_at=start, form="thing", subject=match.span("who"))


def _is_from_asked(what: str, cast: Cast) -> bool:
    """Return whether a thing comes from those asked, by its words: "an answer from the Bureau"."""
    giver = what.rpartition(" from ")[2]
    return giver != what and cast.part_of(giver) is Part.ASKED


def also_needed(low: str, cast: Cast) -> Verdict | None:
    """What is needed besides, told before it: "Also needed, by May 3, is a sketch of the gate"."""
    match = _ALSO.match(low)
    if match is None or _SAID_SO.search(low) or not (match["more"] or match["too"] or match["who"]):
        return None
    if match["who"] and cast.part_of(match["who"]) is not Part.ASKED:
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=match.end(), form="thing")


def lacking(low: str, cast: Cast) -> Verdict | None:
    """What is missing of those asked: "What we lack is the Department's view of the second option"; not "What we need is rain"."""
    match = _LACKING.match(low) if not _LACKED.isdisjoint(words_in(low)) else None
    if match is None or (match["who"] and cast.part_of(match["who"]) is not Part.SENDER):
        return None
    place = match.start("thing")
    giver = BY_WHOM.search(match["thing"])
    is_others = matters.is_from_others(match["thing"]) or (
        giver is not None and cast.part_of(giver["whom"]) is not Part.ASKED
    )
    is_capitals = needs.is_for_capital(match["thing"], cast) and not is_others
    if not (asked_clauses.owned(match["thing"], cast) or is_capitals):
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=place, form="thing")


def given_us(low: str, cast: Cast) -> Verdict | None:
    """What asked "can give us is" thing or order; "what would help us most is" what they send or do."""
    match = _GIVEN_US.match(low) if (cast.asks_posts or cast.asks_others) and _HAS_WHAT.search(low) else None
    if match is None or (cast.asks_others and not _OF_ENVOY.search(match["thing"])):
        return None
    thing, verb = match["thing"], match["verb"]
    head = noun_phrase(WORDS.findall(thing[:80].partition(",")[0]))[-1:]
    is_sent = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_HELP_OR_PAPERS_OR_SENT_OR_DONE)
    if match["who"] is not None:
        is_order = (verb in v.ORDERS) if verb else not thing.startswith("that ")
        is_ask = cast.part_of(match["who"]) is Part.ASKED and is_order
    else:
        is_ask = is_sent and not verb and not matters.is_from_others(thing)
    start = match.start("thing")
    return (
        Verdict(is_ask=True, cue_at=0, order_at=start, form="order" if verb else "thing") if is_ask else None
    )


def may_wait(low: str, cast: Cast) -> Verdict | None:
    """A paper that "can wait", but not for long: "Voting instructions can wait, but not beyond May 3"."""
    match = _MAY_WAIT.match(low) if " wait" in low else None
    if match is None or matters.is_from_others(match["what"]) or "'s " in match["what"]:
        return None
    head = noun_phrase(WORDS.findall(match["what"]))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_NAMED_WANTS)
    is_ask = is_paper and (cast.asks_posts or cast.asks_capital)
    return (
        Verdict(is_ask=True, cue_at=match.end("what") + 1, order_at=0, form="due", subject=match.span("what"))
        if is_ask
        else None
    )


def to_reach(low: str, cast: Cast) -> Verdict | None:
    """What is to be had by a day, without a verb of its own: "A plain yes or no will do, to reach us not later than May 3"."""
    match = _TO_REACH.match(low) if cast.asks_posts and not _REACHING.isdisjoint(words_in(low)) else None
    if match is None or _FINITE.search(_WILL_DO.sub("", match["what"])):
        return None
    return Verdict(
        is_ask=True, cue_at=match.start("duty"), order_at=0, form="due", subject=match.span("what")
    )


def wanted_under_title(plain: str, low: str, setting: Setting) -> Verdict | None:
    """What is wanted, without a verb, under a title of requests: "Department's assistance in obtaining the affidavit by July 8"."""
    if not setting.is_action or low.endswith(":"):
        return None
    label = label_end(plain)
    numbering = ENTRY.match(low, label)
    label = numbering.end() if numbering else label
    if _FINITE.search(low, label):
        return None
    thing = _WANTED.match(low, label) or _NOUN_BY_DAY.match(low, label)
    is_wanted = thing and (thing.re is _WANTED or thing["what"].split()[-1] in _NAMED_WANTS)
    return Verdict(is_ask=True, cue_at=label, order_at=label, form="thing") if is_wanted else None


def terse_essential(low: str, cast: Cast) -> Verdict | None:
    """Telegraphic, without a verb: "DEPARTMENT'S ANSWER BY COB MONDAY ESSENTIAL", "EARLY WORD FROM POST BY MAY 3 IMPERATIVE"."""
    match = _TERSE_ESSENTIAL.match(low) if not _ESSENTIAL.isdisjoint(words_in(low)) else None
    if match is None or _FINITE.search(match["what"]) or _FINITE.search(match["day"]):
        return None
    entry = ENTRY.match(low)
    what = match["what"][entry.end() if entry else 0 :]
    is_theirs = asked_clauses.is_of_asked(what, cast) or any(
        cast.part_of(m["whom"]) is Part.ASKED for m in _FROM_WHOM.finditer(what)
    )
    head = noun_phrase(WORDS.findall(_FROM_WHOM.split(what)[0]))[-1:]
    is_sent = bool(head) and head[0] in _GIVEN_OR_HELP_OR_PAPERS_OR_SAID
    if not (is_theirs and is_sent):
        return None
    return Verdict(is_ask=True, cue_at=match.start("how"), order_at=0, form="due", subject=match.span("what"))
