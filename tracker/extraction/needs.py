"""What the sender needs, requires or lacks of those asked: "The Department needs post's figures by Friday"."""

import re

from tracker.extraction import asked_clauses, matters, refusals
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue, Verdict, refused

MONTHS_AND_DAYS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|mid-|early |late |\d|the \d|tomorrow|today|tonight|next week|the end of)"
BY_DAY = rf"(?:on or before|by|no later than|not later than|nlt|before|prior to|within) ?(?:cob |oob |noon |close of business |[a-z]+ time |on |est |edt |the |dtg )*(?:{MONTHS_AND_DAYS}|(?:one|two|three|five|ten) )"
OF_OUR_OWN = re.compile(
    r"\b(?:our|its own|their|ready|readied|in place|completed|done|finished|congress|congressional|the hill|with|agreed|treaty|budget|policy|quorum|majority|time|days?|weeks?|months?|hours?|rest)\b|\b(?:\w{3,}ed|built|made|sent|paid|drawn|cut|set|put)$"
)
FROM_ELSEWHERE = re.compile(  # in small letters
    r"\bfrom (?!(?:the )?(?:department|dept|washington|bureau|desk|commerce|treasury|headquarters|[a-z]{1,5}/[a-z/]{1,12})\b)"
)
_POST_NEEDS = re.compile(  # in small letters, behind "needs": "two replacement radios by May 3", "the new forms soonest"
    rf"(?P<what>(?!no\b|to\b)[^.;:]{{3,120}}?),? (?:{BY_DAY}|soonest\b|at once\b|asap\b|immediately\b|in time for )"
)
_AHEAD_OF_DAY = re.compile(  # in small letters: "by May 3", "here by May 3", "by e-mail before May 3", "in the Department no later than"
    rf" ?(?:here |back |in hand |(?:in|at|by|through) (?:the )?(?:department|dept|washington|bureau|desk|this office|e-mail|fax|cable|[a-z]+ pouch|[a-z]{{1,5}}/[a-z/]{{1,12}}) )?{BY_DAY}"
)
_NOT_SENT = re.compile(  # what an office does not send: who or what is lacking there
    r"\b(?:money|funds?|funding|more|help|volunteers?|food|water|rains?|troops|votes|patience|resources|time|talks|they|it|this|that|these|those|no|which|who|where)\b"
)
_THING_BY_DAY = re.compile(  # "needs a cleared set of comments by noon on July 8"
    r"(?:an?|the|one|two|three|four|five|ten|\d+) (?!few\b|long\b|(?:full )?(?:second|minute|hour|day|week|fortnight|month|year)s?\b)[^.;]{3,140}?\b(?:by|no later than|not later than|nlt|before|(?:in hand|at hand|here|ready) when (?:[\w'’-]+ ){1,9}?(?:on )?) ?(?:cob |oob |noon |close of business |[a-z]+ time |on )*"
    rf"{MONTHS_AND_DAYS}"
)
_LIST_BY_DAY = re.compile(  # "needs aircraft type, tail number, crew list and call sign by May 3", as a post clears a visit
    r"(?!no\b|more\b)[\w' -]{3,40}(?:, [\w' -]{3,40}){1,6},? and [\w' -]{3,40} (?:by|no later than|not later than|nlt|before|on or before|at least (?:\w+ )?(?:\d+ )?(?:working )?(?:days?|hours|weeks?) (?:before|ahead|prior)) "
)
_THING_IN_DAYS = re.compile(  # "requires a disposal request, countersigned by the RSO, in seven working days"
    r"(?:an?|the|one|two|three) (?!few\b|long\b)(?P<what>[^.;]{3,140}?),? (?:in|within|inside) (?:no more than )?(?:[\w-]+ )?(?:business |working |calendar )?(?:days|hours)\b"
)
_OTHERS_TO = re.compile(
    r"(?P<whom>(?:the|his|her|their|its|our|both|all|each|mr\.?|ms\.?|dr\.?) (?:(?!to\b|of\b|for\b)[\w'’-]+ ){1,4})to (?!(?:be|reach|the|an?)\b)[a-z]"
)
_NO_MORE = re.compile(  # "at least an interim reply", "only a page"
    r"(?:(?:at (?:the )?(?:very )?(?:least|most)|at a minimum|only|just|merely|simply|no more than|not more than|nothing more than|above all|in any case|if nothing more|if only),? )+"
)
_SEE = re.compile(r"\bsee (?:also )?(?:para|section|below|action)|\bin para")
_OF_CAPITAL = re.compile(  # what a post needs of its capital only
    r"(?!no\b)(?:\w+ ){0,2}?(?:guidance|clearance|authority|instructions?|direction|approval|concurrence|authorization|permission|consent|go-ahead"
    r"|waiver|word|views|advice|decision|ruling)\b(?! from (?!department|dept|washington|the (?:department|bureau|desk)|[a-z]{1,5}/))"
)
_BY_OFFICE = re.compile(
    r"(?P<whom>[a-z]{1,6}(?:/[a-z]+)*) (?:agreement|assent|support|help|backing|blessing|assistance|funding|action|intervention|acceptance)\b"
)
_SUPPORT = re.compile(  # what a paper lacks and nobody sends: "the Department's support"
    r"(?:your |[\w/. ]{1,30}?['’]s? )(?:[\w-]+ ){0,2}?(?:support|help|backing|blessing|detail|attention|assistance|weight|force|interest)\b"
)
_ALSO_OURS = re.compile(r"\band (?:also )?(?:the )?(?:department|washington|bureau|desk)['’]s\b")
_COPY = re.compile(  # "we need a signed copy of the lease": who has it sends it
    r"(?:an?|the|one|two|three|four|\d+|more|further|extra) (?:[\w-]+ ){0,3}?cop(?:y|ies) of (?!the (?:book|novel|painting)\b)"
)
_DUE_BY = re.compile(BY_DAY)
_BEHIND_OWNER = re.compile(r"(?:the )?[\w/. ]{1,30}?['’]s? (?=\w)")  # "the Department's " clearance
_IN_FRONT = re.compile(  # in small letters, the day before the sender: "by May 3 we also", "early next week the embassy"
    rf"(?:and |but )?(?:{BY_DAY}[^;:]{{0,40}}?|(?:early |late |first thing )?next week|(?:early |later )?this week|(?:by )?the end of (?:the|this|next) (?:week|month)),? "
    r"(?:we|i|post|(?:the )?(?:embassy|mission|consulate|department|bureau|desk))(?: also| still| now| then| therefore| further)*(?: will| shall)?"
)
_SIGNED = re.compile(
    r"[^,;:]{2,40}? (?:signatures?|countersignature|initials|stamp|seal|clearance|concurrence|entries|corrections)\b"
)
_SMALL_WORD = re.compile(r"\b(?!(?:still|also|now|yet|only|therefore)\b)[\w'’-]+")
_HASTE = re.compile(r"\b(?:urgently|badly|soonest|asap|immediately|now|at once|as soon as possible)\b")
_HOW_TERSE = re.compile(
    r"^(?:(?:also|soonest|urgently|especially|particularly|further|now|at once|asap|immediately|badly|only|still|by return) )+"
)
_OF_NEED = re.compile(r"(?:for|of|and|or|not|is|was|has|knows?|in|to|no)\b")
_TOLD_BRIEFLY = frozenset(
    "address addresses number numbers whereabouts date dates measurements dimensions particulars proof word".split()
)
_COUNTED = re.compile(r"^(?:the following:? )?\(?(?:[a-z]|\d{1,2})[.)] ")
_OWED = re.compile(
    r"(?:to (?:know|have|hear|receive|learn|be (?:told|informed|advised|notified))\b|(?:one|it|this|that|them|these|those|both|all) (?:back |here |in (?:[\w'’-]+ ){0,2}hands? |on (?:[\w'’-]+ ){1,2}desks? )?(?:by|nlt|no later than|not later than|before|within) |your\b|each (?:post|embassy|mission|consulate|addressee)['’]s |from (?:all |each |the )?(?:posts?|embass\w+|missions?|addressees|you|department|washington)\b|(?:the )?(?:posts?|embass\w+|missions?|department|dept|washington)['’]?s?\b|[a-z]{1,5}(?:/[a-z]+)+['’]s\b|(?:\w+ )?(?:guidance|clearance|authority|permission|instructions|approval|concurrence|authorization|assistance|advice|confirmation)\b|(?:obo|fsi|inl|drl|oes|prm|ofm|kcc|nvc|isn|inr|dtc|ddtc|usaid|treasury|commerce|usda|ustr|dhs|doj|dod|faa|fda|cdc)['’]s? )"
)
_FROM_WHOM = re.compile(  # in small letters
    r"(?:an?|the|one|two|three|four|some|any|word|details|names|figures|only|more) (?:(?!from\b|that\b|which\b|who\b)[\w'’-]+ ){0,12}?from (?P<whom>you\b|(?:all |each |both |the |every )?[\w/]+(?: [\w/]+)?)"
)

_FROM_FRONT = re.compile(  # "we need from H, as soon as possible, a list of topics"
    r"from (?P<whom>(?:the )?[\w/]+(?: [\w/]+)?)\b(?=,| (?:an?|the|its|some|two|three|your|by|no later|not later)\b)"
)
_OF_EACH = re.compile(r"(?:for|with|of) (?:each|every) [a-z]")
_TOLD_OR_PAPERS = (
    matters.PAPERS
    | _TOLD_BRIEFLY
    | frozenset(
        "rank title age sex name tonnage flag cost price weight size reason grade salary passport birth origin value quantity owner".split()
    )
)
_OFFICES_OF_A_LETTER = frozenset("c d e f g h j l m p r s t".split())
_GIVEN_OR_PAPERS_OR_TOLD_BRIEFLY = v.GIVEN | matters.PAPERS | _TOLD_BRIEFLY
_GIVEN_OR_HELP_OR_PAPERS = v.GIVEN | v.HELP | matters.PAPERS
_GIVEN_OR_PAPERS_OR_MATTERS = v.GIVEN | matters.PAPERS | v.MATTERS
_GIVEN_OR_PAPERS_OR_POSTS_OR_NEED_A_HOME = v.GIVEN | matters.PAPERS | v.POSTS | v.NEED_A_HOME


def needed(cue: Cue) -> Verdict | None:
    """sender ("needs" | "requires" | "lacks") thing of those asked: "Department needs post's figures by Friday"."""
    no_more = _NO_MORE.match(cue.tail)
    rest = cue.tail[no_more.end() :] if no_more else cue.rest
    is_theirs = _is_from_asked(cue) or asked_clauses.owned(rest, cue.cast)
    is_theirs = is_theirs or (cue.words.startswith("seek") and asked_clauses.is_of_asked(rest, cue.cast))
    if cue.words.endswith("like") and (place := asked_clauses.whom_to_act(cue)):
        return cue.ask("that", order_at=place)
    is_of_post = cue.cast.asks_capital and not cue.cast.asks_posts
    is_others = is_of_post and asked_clauses.is_others_own(rest, cue.cast) and _ALSO_OURS.search(rest) is None
    if is_others or asked_clauses.are_to_act(cue.rest):
        return refused(refusals.THIRD)
    if cue.words.endswith("like") and _is_others_act(cue):
        return None
    if cue.words.startswith("lack"):
        return cue.ask("thing") if is_theirs else None
    is_wanted = _OWED.match(rest) or _THING_BY_DAY.match(rest) or _is_pressing(cue) or _is_paper_soon(cue)
    is_wanted = is_wanted or matters.SEEN_IN_REPLY.match(cue.rest) is not None
    is_wanted = is_wanted or (cue.cast.asks_capital and _LIST_BY_DAY.match(rest) is not None)
    is_wanted = is_wanted or _COPY.match(rest) is not None or _is_needed_soon(cue) or _is_day_in_front(cue)
    is_wanted = is_wanted or _is_told_of_each(cue)
    is_capitals = is_for_capital(rest, cue.cast) or _is_of_office(rest, cue.cast)
    is_named = _is_capitals_own(rest, cue.cast) and _DUE_BY.search(rest) is not None
    is_capitals = (is_capitals or is_named) and not _SEE.search(cue.rest)
    is_told_twice = cue.setting.is_summary and not is_capitals
    return cue.ask("thing") if (is_wanted or is_theirs or is_capitals) and not is_told_twice else None


def of_paper(cue: Cue) -> Verdict | None:
    """paper ("needs" | "lacks") what those asked give: "The draft still needs the Department's clearance", "The form lacks Oslo's signature"."""
    is_open = cue.words in ("needs", "need", "lacks", "lack") and not (
        cue.setting.is_background or cue.setting.is_opinion
    )
    if not is_open or cue.part not in (Part.MATTER, Part.NOBODY) or matters.is_from_others(cue.subject):
        return None
    if asked_clauses.is_others_own(cue.subject.lower().lstrip(), cue.cast):
        return None
    head = noun_phrase(_SMALL_WORD.findall(cue.subject.lower().partition(",")[0]))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_TOLD_BRIEFLY)
    is_theirs = asked_clauses.owned(cue.rest, cue.cast) or _is_capitals_own(cue.rest, cue.cast)
    is_theirs = is_theirs or (
        asked_clauses.is_of_asked(cue.rest, cue.cast) and _SIGNED.match(cue.rest) is not None
    )
    is_given = _SUPPORT.match(cue.rest) is None
    return cue.ask("thing") if is_paper and is_theirs and is_given else None


def _is_needed_soon(cue: Cue) -> bool:
    """Return whether a post needs something of its capital by a day, or at once: "Embassy needs two replacement radios by May 3"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_posts and cue.words.startswith(("need", "require"))
    match = _POST_NEEDS.match(cue.rest) if is_post else None
    if match is None or cue.setting.is_background or cue.setting.is_opinion:
        return False
    return not (
        OF_OUR_OWN.search(match["what"])
        or FROM_ELSEWHERE.search(match["what"])
        or matters.is_from_others(match["what"])
        or asked_clauses.is_others_own(match["what"], cue.cast)
    )


def _is_day_in_front(cue: Cue) -> bool:
    """Return whether a paper is needed by a day told first: "By May 3 we also need a list of the players"."""
    if cue.setting.is_background or cue.setting.is_opinion or matters.is_from_others(cue.rest):
        return False
    if _IN_FRONT.fullmatch(cue.subject.lower().strip()) is None or OF_OUR_OWN.search(cue.rest):
        return False
    head = noun_phrase(re.findall(r"[\w'’-]+", cue.rest[:80].partition(",")[0]))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_TOLD_BRIEFLY)
    return (
        is_paper
        and not FROM_ELSEWHERE.search(cue.rest)
        and not asked_clauses.is_others_own(cue.rest, cue.cast)
    )


def _is_others_act(cue: Cue) -> bool:
    """Return whether somebody else is to act, or something is to happen: "We would like the talks to end by May 3"; a paper may "reach us"."""
    match = _OTHERS_TO.match(cue.tail)
    head = noun_phrase(match["whom"].split())[-1:] if match else []
    return bool(head) and {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_POSTS_OR_NEED_A_HOME)


def terse(cue: Cue) -> Verdict | None:
    """Telegraphic, the sender left out: "NEED ALSO NAME OF OFFICER", "WANT SOONEST TEXT OF DECREE"."""
    if cue.words not in ("need", "want") or not (cue.cast.asks_posts or cue.cast.asks_capital):
        return None
    wanted = _HOW_TERSE.sub("", cue.tail)
    if _OF_NEED.match(wanted) or cue.setting.is_background or cue.setting.is_opinion:
        return None
    head = noun_phrase(re.findall(r"[\w'’-]+", wanted[:80].partition(",")[0]))[-1:]
    is_sent = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_TOLD_BRIEFLY)
    is_theirs = is_for_capital(wanted, cue.cast) or asked_clauses.is_of_asked(wanted, cue.cast)
    is_theirs = is_theirs or asked_clauses.is_of_office(wanted, cue.cast) or (is_sent and cue.cast.asks_posts)
    return cue.ask("thing") if is_theirs and not matters.is_from_others(wanted) else None


def _is_from_asked(cue: Cue) -> bool:
    """Return whether the thing comes from those asked: "we still need a date of birth from you for each"."""
    match = None if _SEE.search(cue.rest) else _FROM_WHOM.match(cue.rest) or _FROM_FRONT.match(cue.rest)
    if match is None:
        return False
    is_letter = match["whom"] in _OFFICES_OF_A_LETTER and cue.cast.asks_capital
    return is_letter or match["whom"] == "you" or cue.cast.part_of(match["whom"].upper()) is Part.ASKED


def _is_pressing(cue: Cue) -> bool:
    """Return whether a post says in haste that it needs a paper: "Embassy urgently needs (1) full list of those coming"."""
    is_post = cue.cast.asks_capital or cue.cast.asks_others
    is_haste = _HASTE.search(f"{cue.subject} {cue.rest}".lower()) is not None
    wanted = _COUNTED.sub("", cue.rest[:80])
    head = noun_phrase(re.findall(r"[\w'’-]+", wanted.partition(" and ")[0].partition(",")[0]))[-1:]
    return is_post and is_haste and bool(head) and head[0] in _GIVEN_OR_HELP_OR_PAPERS


def _is_paper_soon(cue: Cue) -> bool:
    """Return whether a paper is needed within days of now: "the Department requires a signed request in seven working days"."""
    match = _THING_IN_DAYS.match(cue.rest) if cue.cast.asks_posts else None
    head = noun_phrase(match["what"].partition(",")[0].split())[-1:] if match else []
    return bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_MATTERS)


def _is_told_of_each(cue: Cue) -> bool:
    """Return whether something is to be told of each: "With each name we need rank and passport number"."""
    is_each = (cue.cast.asks_posts or cue.cast.asks_others) and _OF_EACH.match(cue.low) is not None
    head = noun_phrase(re.findall(r"[\w'’-]+", cue.rest[:80].partition(" and ")[0].partition(",")[0]))[-1:]
    return is_each and bool(head) and head[0] in _TOLD_OR_PAPERS


def _is_of_office(low: str, cast: Cast) -> bool:
    """Return whether a text opens with what an office named by its letters gives: "FBO agreement to fund", "INL support"."""
    match = _BY_OFFICE.match(low)
    return match is not None and cast.asks_capital and cast.part_of(match["whom"].upper()) is Part.ASKED


def _is_capitals_own(low: str, cast: Cast) -> bool:
    """Return whether a text opens with what is named as its capital's to give: "the Department's clearance on"."""
    owner = _BEHIND_OWNER.match(low) if asked_clauses.owned(low, cast) else None
    return owner is not None and is_for_capital(low[owner.end() :], cast)


def is_for_capital(low: str, cast: Cast) -> bool:
    """Return whether a text opens with what a post has from its capital only: "instruction on whether to", "word on the budget"."""
    return cast.asks_capital and not cast.asks_posts and _OF_CAPITAL.match(low) is not None


_WANTED = frozenset({"wanted", "requested", "required", "needed", "desired"})
_EARLIER = re.compile(  # in small letters: what an earlier message did
    r"(?:but |and |in fact )?(?:ref(?:tel)?s?(?: [a-z])?|(?:the |an |that |our |its )?(?:earlier|previous|first|original|reference|last) (?:cable|message|telegram|instruction))(?: also| only)?"
)


def was_wanted_before(cue: Cue) -> bool:
    """Return whether an earlier message wanted the thing: "Ref C wanted both posts' comments by February 15"."""
    return cue.words in _WANTED and _EARLIER.fullmatch(cue.subject.lower().strip()) is not None


_WANTED_NOW = ("is needed", "are needed", "is wanted", "are wanted")


def is_needed_by_day(cue: Cue) -> bool:
    """Return whether a thing "is needed" by a day, nobody said by whom: by the sender, of posts: "Voting intentions are needed by May 3"."""
    is_open = (
        cue.cast.asks_posts
        and not cue.cast.asks_others
        and cue.part in (Part.NOBODY, Part.MATTER, Part.THIRD)
    )
    is_open = is_open and not (cue.setting.is_background or cue.setting.is_opinion or cue.setting.is_summary)
    is_plain = cue.words in _WANTED_NOW and _AHEAD_OF_DAY.match(cue.tail) is not None
    return is_open and is_plain and _NOT_SENT.search(cue.subject.lower()) is None


_HERE = re.compile(  # in small letters, behind "needed": where a post sits
    rf"(?:back )?(?:here|at (?:post|the (?:embassy|mission|consulate)))(?: in hand)?,? {BY_DAY}"
)
_FROM_AGENCY = re.compile(  # in small letters: "from the Coast Guard, through the Department, ahead of"
    r"from (?P<whom>(?:the )?[\w/]+(?: [\w/]+){0,2}?)(?P<via>,? (?:through|via|by way of) (?:the )?(?:department|bureau|desk|washington)\b)?,? (?:ahead of|in advance of|in time for|prior to|by|before|no later than|not later than|nlt|within|soonest|at once|for)\b"
)
_GIVEN_OR_MATTERS_OR_NUMBERED = _GIVEN_OR_PAPERS_OR_MATTERS | frozenset(
    "number numbers permit license certificate".split()
)


def is_needed_at_post(cue: Cue) -> bool:
    """Return whether a post needs a paper "here" by a day, or anything of an agency of its capital: "The bond is needed from Customs ahead of"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_posts
    is_plain = cue.words.startswith(("is ", "are ")) and cue.words.endswith(("needed", "wanted", "required"))
    if not (is_post and is_plain) or cue.setting.is_background or cue.setting.is_opinion:
        return False
    if _NOT_SENT.search(cue.subject.lower()):
        return False
    agency = _FROM_AGENCY.match(cue.tail)
    if agency is not None:
        whom = agency["whom"]
        is_ours = cue.cast.is_asked(whom)
        return is_ours or agency["via"] is not None
    head = noun_phrase(cue.subject.lower().partition(" of ")[0].split())[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_MATTERS_OR_NUMBERED)
    return is_paper and _HERE.match(cue.tail) is not None


_FROM_CAPITAL = frozenset(
    """allotment allotments allocation allocations funds funding advance advances orders cite cites citation citations
    authorization authorizations authority amendment waiver replenishment obligation travel line lines sentence wording
    statement guidance word decision instructions text answer ruling number""".split()
)
BEHIND_HEAD = re.compile(r",? (?:of|for|to|under|in|on|at|from|by|against|covering) ")


def is_from_capital(cue: Cue) -> bool:
    """Return whether a post needs what only its capital gives: "An allotment of dols 9,000 is needed by March 24"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_posts and cue.words.endswith(("needed", "required"))
    subject = cue.subject.lower().removesuffix("will be ").removesuffix("also ").strip() if is_post else ""
    head = noun_phrase(WORDS.findall(BEHIND_HEAD.split(subject, maxsplit=1)[0]))[-1:]
    return bool(head) and head[0] in _FROM_CAPITAL
