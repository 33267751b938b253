"""Things said to be due, requested or welcome: "Replies are due by 3 May"; each docstring is its rule."""

import re

from tracker.extraction import asked_clauses, helping, looked_for, matters, needs, refusals, visitors, wishes
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM, are_doers
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue, Verdict, refused

_OF_OFFICE = re.compile(r"\b(?:[A-Z]{2,}(?:/[A-Z]+)*|Department|Washington|Bureau)['’]s?\b")
_IN_PASSING = re.compile(r", (?:including|which|with|as well as|together with) [^,]{2,120}, ?")
_NOTHING = re.compile(
    r"(?:nothing|no(?! (?:later|earlier|fewer|less|more) than)|none|neither|nobody)\b", re.IGNORECASE
)
_OF_SYMBOL = re.compile(r"\b[A-Z]{1,6}/[A-Z]{1,6}(?:/[A-Z]+)*['’]s\b")
_FROM_POSTS = re.compile(
    r"\b(?:from|of|by) (?:all |any |each |those |other |the )?(?:posts?|embass|missions?|consulates?|addressees?|you)"
)
_OF_WHOM = re.compile(r"of (?P<whom>(?:all |each |every |the |any )?[\w/]+(?: [\w/]+)?)")
_HUNTED = re.compile(
    r"\b(?:man|woman|men|suspect|fugitive|citizen|national|gunman|murder|fraud|theft|rape|questioning|trial)\b"
)
_ANY_OF = re.compile(r"(?:an?|one|two|three|four|five|six|ten|\d+|some) ")
_ASIDE = re.compile(
    r", (?:even|however|if|though|although|one|two|three|by|with|including|which) [^,]{2,80},$"
)
_TO_WHOM = re.compile(  # to none of ours
    r"\bto (?!(?:the |all |each )?(?:posts?|embass|missions?|us\b|you\b|department|washington|bureau|desk))"
)
_ANOTHER_THING = re.compile(  # "Upon the ship's departure a short cable is to be sent"
    r"['’]s? .*\b(?:an?|the|our|your|each|all) "
)
_NEXT_OF = re.compile(
    r"(?P<who>[\w /-]{2,40})['’]s?(?: (?:next|first|second|last|final|own|latest)(?: one)?)?(?: will be)?",
    re.IGNORECASE,
)
_ESSENTIAL = ("essential", "imperative", "vital", "mandatory", "indispensable", "obligatory", "desirable")
_VISITS = frozenset(  # what an officer does himself: "A call on the mayor is also desirable"
    """call calls visit visits check checks inspection inspections interview interviews inquiry inquiries approach approaches
    follow-up conversation talk word look verification soundings spot-check spot-checks""".split()
)
_IN_VIEW_OF = re.compile(
    r"(?:in|from) (?:the|his|her|its|their|[\w ]{2,30}['’]s) (?:view|eyes|opinion|judgment|point)\b"
)
_OFFICE_ACTS = frozenset(
    "coordination consultation attendance confirmation clearance registration reporting notification acknowledgment".split()
)
_IS_IN = re.compile(  # "All forms due on May 3 have been received"
    r"^(?:on |by |at |before )?[\w ,]{3,40}? (?:(?:have|has) (?:already |now |all |long since )?(?:been|come|arrived|reached)|were|was|came|arrived)\b"
)
_HUNG = re.compile(
    r"(?:[\w-]+ ){1,3}?(?:days|weeks|months) after (?!(?:receipt|the date)\b)"
)  # "will be due ten days after arrival"
_NEEDED = ("needed", "required")
_BY_LAW = re.compile(  # behind "due", "required": what a law sets
    r"(?:\w+ly )?(?:by|under|at) (?:the |its |u\.s\. |federal |local |\w+ )??(?:law|statute|treaty|charter|constitution|act|convention|protocol|decree|contract|by-?laws)\b"
)
_TO_THEM = re.compile(  # whom a thing would help: "would be useful to the mills", not "to us", "to planners here"
    r"to (?:the |all |those |these )(?P<whom>(?!department|bureau|desk|drafters?|team|task force|office|review|planning|effort|inspectors?|working|interagency|secretary)[a-z]+)(?= (?:by|before|no later|not later|in|of)\b|[.,;])"
)
_ALL_THERE_IS = re.compile(  # before "is wanted": it only says how little will do
    r"\b(?:(?:is|are) (?:all|everything|the most|as much)|(?:is|are) (?:the )?only (?:thing|things)) (?:that |which )?$"
)
MOST_OF_NAME = 4  # words behind "by"
_SURE = ("requested", "solicited", "desired", "sought", "wanted")
_DATED_BEHIND = re.compile(
    r",? ?(?:in|at|to|with|back)?\b.{0,80}?\b(?:by|nlt|no later|not later|on|before|within|cob|prior|\d{1,2}|today|tonight|tomorrow|soonest|immediately|from (?:today|now|receipt|the date)"
    r"|(?:next|this) (?:week|month|mon|tues|wednes|thurs|fri)|(?:days?|weeks?|months?) (?:after|from|of|prior|ahead))"
)
_SOME_ONES = ("the ", "its ", "their ", "his ", "her ", "our ", "this ", "that ")
_IN_PARA = re.compile(  # where it is asked: "Country clearance is requested in paragraph 4"
    r"(?:(?:as )?(?:set out|described|told) )?(?:in|at|under|by) (?:the )?(?:paras?|paragraphs?|sections?|ref|reftel|septels?|annex)(?: [\w.]{1,4}(?:(?:,| and| to| through|-) ?[\w.]{1,4})*)?(?: (?:below|above))?[.:]?"
)
_AUTHORITY = re.compile(r"\b[A-Z][a-z]+ Authority $")  # a body: "The Port Authority is required to publish"
_OF_POST = re.compile(r"(?:the )?(?:posts?|embass(?:y|ies)|missions?|consulates?)['’]s? ")
_REPORTED_BACK_OR_PAPERS = looked_for.REPORTED_BACK | matters.PAPERS


def impersonal(cue: Cue) -> Verdict | None:
    """It "is requested that" clause, or a thing that is requested."""
    if cue.rest.startswith("that "):
        return asked_clauses.clause(cue, cue.low.find("that ", cue.match.end()) + 5)
    return wanted(cue)


def wanted(cue: Cue) -> Verdict | None:
    """thing ("is" | "are") "requested" ["by" day]: "A reply is requested by Friday"."""
    if _NOTHING.match(cue.subject.strip()):
        return refused(refusals.NOTHING_OWED)
    if _IN_PARA.fullmatch(cue.rest):
        return refused(refusals.POINTER)
    if _is_by_law(cue) or (cue.rest.startswith("to ") and _AUTHORITY.search(cue.subject)):
        return refused(refusals.PERSONS)
    possessed = re.search(
        r"\b(?:post|embassy|mission|consulate|addressee|department)s?['’]s?\b|\byour\b", cue.subject.lower()
    )
    is_theirs = cue.part is Part.NOBODY and cue.cast.asks_capital and not cue.cast.asks_posts
    is_begged = is_theirs and _is_begged(cue)
    if not possessed and matters.is_from_others(cue.subject):
        return None
    is_owned = asked_clauses.owned(cue.subject.lower().lstrip(), cue.cast)
    of = _OF_WHOM.match(cue.rest)
    is_owned = is_owned or (of is not None and cue.cast.part_of(of["whom"]) is Part.ASKED)
    is_owned = is_owned or visitors.is_requested(cue)
    is_owned = is_owned or (needs.is_from_capital(cue) and wishes.DATED.search(cue.rest) is not None)
    if cue.part is Part.MATTER or possessed or is_owned or is_begged or _OF_SYMBOL.search(cue.subject):
        return cue.ask("due", order_at=cue.subject_at)
    return None


def _is_begged(cue: Cue) -> bool:
    """Return whether a post asks its capital for a thing of any kind: "Issuance of a fund cite is requested"."""
    is_asking = cue.words.startswith(("is", "are")) and cue.words.endswith(
        ("requested", "sought", "solicited")
    )
    is_told = cue.rest.startswith("to ") or BY_WHOM.search(cue.rest)
    return is_asking and not is_told and not _NOTHING.match(cue.subject.strip())


def _welcome(cue: Cue) -> Verdict | None:
    """thing "would be" ("appreciated" | "welcome"): "Scanned examples would be very welcome"."""
    words = WORDS.findall(_IN_PASSING.sub("", cue.subject.lower()).rpartition(", ")[2])
    head = noun_phrase(words)[-1:]
    is_sent = not v.GIVEN.isdisjoint(head)
    if visitors.are_lent(cue):
        return cue.ask("due", order_at=cue.subject_at)
    is_wish = cue.cast.asks_posts or cue.setting.is_action or bool(_OF_OFFICE.search(cue.subject))
    is_wish = is_wish or (is_sent and not re.search(r"\b(?:by|from)\b", cue.subject))
    is_wish = is_wish or any(
        looked_for.owner_of(m, cue) is Part.ASKED for m in looked_for.OWNER.finditer(cue.subject.lower())
    )
    if not is_wish or cue.part not in (Part.NOBODY, Part.SENDER) or _is_for_others(cue):
        return None
    is_asked = "appreciated" in cue.words or _FROM_POSTS.search(cue.rest) or wishes.DATED.search(cue.rest)
    return cue.ask("due", order_at=cue.subject_at) if words and (is_sent or is_asked) else None


def is_sent_by_others(cue: Cue) -> bool:
    """Return whether another government's paper is to go to others still: "Latvia's plan is to be sent to Brussels"."""
    subject = cue.subject.lower().lstrip()
    is_told = cue.words.startswith(("is ", "are ")) and not _ANOTHER_THING.search(subject)
    is_told = is_told and asked_clauses.is_of_others(subject, cue.cast)
    return is_told and _TO_WHOM.search(cue.rest) is not None and not matters.is_for_us(cue.rest)


def is_sent(cue: Cue) -> bool:
    """Return whether the subject is what a post may send, where Washington writes: "Photographs are also wanted"."""
    words = WORDS.findall(_IN_PASSING.sub("", cue.subject.lower()).rpartition(", ")[2])
    head = noun_phrase(words)[-1:]
    is_counted = bool(head) and f"{head[0]}s" in matters.PAPERS and words[0] in ("a", "an", "one", "each")
    is_theirs = bool(head) and head[0] not in nouns.MONEY and _OF_POST.match(cue.subject.lower().lstrip())
    return cue.cast.asks_posts and (bool(is_theirs) or is_counted or not v.GIVEN.isdisjoint(head))


def expected(cue: Cue) -> Verdict | None:
    """thing ("is" | "are") "expected" day, where those asked send it: "First reports are expected June 30"."""
    subject = cue.subject.lower().strip()
    owners = [
        (looked_for.owner_of(match, cue), match["link"]) for match in looked_for.OWNER.finditer(subject)
    ]
    of = _OF_WHOM.match(cue.rest) or looked_for.FROM_WHOM.match(cue.rest)
    is_theirs = of is not None and cue.cast.part_of(of["whom"]) is Part.ASKED
    if looked_for.is_of_each_by_day(cue, subject, is_named=is_theirs):
        return cue.ask("due", order_at=cue.subject_at)
    is_ours = is_theirs or any(part is Part.ASKED for part, _ in owners)
    is_owned = asked_clauses.owned(subject, cue.cast) or is_ours or subject.startswith("your ")
    is_others = any(link == "by" or part in (Part.THIRD, Part.PERSON) for part, link in owners)
    is_others = is_others or "'s " in subject or "’s " in subject
    is_others = is_others or looked_for.is_promised_by_others(subject, cue)
    if not is_owned and (is_others or not cue.cast.asks_posts or subject.startswith(_SOME_ONES)):
        return None
    is_by_others = cue.rest.startswith("of ") and not is_theirs
    if cue.cast.asks_posts and not (cue.cast.asks_others or is_by_others) and matters.is_round(subject):
        return cue.ask("due", order_at=cue.subject_at)
    head = noun_phrase(WORDS.findall(_ASIDE.sub("", subject).rpartition(", ")[2]))[-1:]
    is_sent = bool(head) and (head[0] in looked_for.REPORTED_BACK or (is_owned and head[0] in v.GIVEN))
    is_sent = is_sent or looked_for.is_described(subject, is_owned=is_owned)
    rest = cue.rest[of.end() :].lstrip() if of and is_theirs else cue.rest
    here = looked_for.HERE.match(rest)
    rest = rest[here.end() :].lstrip() if here else rest
    return cue.ask("due", order_at=cue.subject_at) if is_sent and wishes.BY_DAY.match(rest) else None


def asked_of(cue: Cue) -> Verdict | None:
    """thing "is asked" ["of" asked]: "A line on each visit is asked of every post", "Its return by pouch is asked"."""
    if cue.rest.startswith("that ") and cue.subject.lower().split()[-1:] == ["it"]:
        return impersonal(cue)
    of = _OF_WHOM.match(cue.rest)
    if cue.subject.lower().lstrip().startswith("what "):
        return None  # "What is asked of posts", a title
    if of is None:
        is_end = not cue.rest.strip(" .") and cue.cast.asks_posts
        return cue.ask("due", order_at=cue.subject_at) if is_end and cue.part is not Part.PERSON else None
    return cue.ask("due", order_at=cue.subject_at) if cue.cast.part_of(of["whom"]) is Part.ASKED else None


def _essential(cue: Cue) -> Verdict | None:
    """act "is essential" with an office: "Prior coordination of the text with USUN is essential"."""
    head = noun_phrase(WORDS.findall(cue.subject.lower().rpartition(", ")[2]))[-1:]
    is_act = (
        cue.cast.asks_posts and head and head[0] in _OFFICE_ACTS and not matters.is_from_others(cue.subject)
    )
    is_act = (is_act and "'s " not in cue.subject) or asked_clauses.owned(
        cue.subject.lower().lstrip(), cue.cast
    )
    is_act = is_act or _is_visit(cue)
    return cue.ask("due", order_at=cue.subject_at) if is_act else None


def _would_be(cue: Cue) -> Verdict | None:
    """act of officers "would be" ("desirable" | "useful"): "A second look at the ledger would be useful"."""
    is_plain = cue.words.endswith(("desirable", "useful", "helpful", "welcome", "appreciated"))
    return cue.ask("due", order_at=cue.subject_at) if is_plain and _is_visit(cue) else None


def _is_visit(cue: Cue) -> bool:
    """Return whether officers are to go and see, ask or answer: "A call on the mayor is also desirable"; not "a visit by the king"."""
    if not cue.cast.asks_posts or cue.setting.is_opinion or cue.setting.is_background:
        return False
    low = cue.subject.lower().rpartition(", ")[2].strip()
    head = noun_phrase(WORDS.findall(needs.BEHIND_HEAD.split(low, maxsplit=1)[0]))[-1:]
    is_answer = cue.part in (Part.MATTER, Part.NOBODY) and not (_REPORTED_BACK_OR_PAPERS).isdisjoint(head)
    by_whom = BY_WHOM.search(low)
    is_theirs = by_whom is not None and cue.cast.part_of(by_whom["whom"]) is not Part.ASKED
    is_theirs = is_theirs or _IN_VIEW_OF.match(cue.rest) is not None or matters.is_from_others(low)
    return (is_answer or not _VISITS.isdisjoint(head)) and not (is_theirs or _is_for_others(cue))


def _is_any_thing(cue: Cue) -> bool:
    """Return whether some thing is wanted of posts: "A room for forty is wanted for each morning", not "A man is wanted for murder"."""
    is_thing = (
        cue.part in (Part.NOBODY, Part.MATTER) and _ANY_OF.match(cue.subject.lower().lstrip()) is not None
    )
    of = _OF_WHOM.match(cue.rest) or looked_for.FROM_WHOM.match(cue.rest)
    is_of_others = of is not None and cue.cast.part_of(of["whom"]) in (Part.THIRD, Part.PERSON)
    is_hunted = _HUNTED.search(cue.low) or BY_WHOM.search(cue.rest) or is_of_others
    return cue.cast.asks_posts and is_thing and not is_hunted and cue.words.startswith(("is", "are"))


_NOTHING_OF_IT = re.compile(
    r"(?:^|\b(?:and|but|so|as|since) )(?:nothing|none|neither|no one|nobody)\b(?! (?:more|less|else|other|but|further|short)\b)[^,;]*$"
)
_DID = re.compile(  # behind "needed", "requested": what was needed, or where it was asked: "needed four rounds", "requested in ref A"
    r"(?:(?:an?|the|some|more|much|little|no|many|help|to)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?!(?:working |business |calendar |full )?(?:days?|weeks?|hours?|months?|copies)\b)[a-z]"
    r"|(?:in|by) (?:ref|reftel|paragraph|para|septel|our|your|its|their|his|her|last|earlier)\b)"
)


def due(cue: Cue) -> Verdict | None:
    """thing ["is" | "are"] ("due" | "needed") day: "Responses are due by 3 May"."""
    is_earlier = needs.was_wanted_before(cue)
    if cue.words.startswith(("was", "were")) or _is_no_want(cue):
        return None
    is_little = looked_for.is_little_of_them(cue)
    if is_little or _is_limit_of_ask(cue):
        return cue.ask("due", order_at=cue.subject_at) if is_little else refused(refusals.NOTHING_OWED)
    if cue.words.startswith("would"):
        is_it = cue.subject.lower().split()[-1:] == ["it"]
        return helping.it_would_help(cue) if is_it else wanted(cue) or _welcome(cue) or _would_be(cue)
    if cue.words.endswith((" for", "awaited", "owed", " must")):
        return looked_for.awaited(cue)
    if cue.words.endswith(_ESSENTIAL):
        return _essential(cue)
    if is_earlier or _is_owed_by_others(cue):
        return refused(refusals.REPORTED if is_earlier else refusals.PERSONS)
    if (
        matters.TO_OTHERS.match(cue.tail)
        or _IS_IN.search(cue.tail)
        or (cue.words == "due" and cue.subject.rstrip().endswith(","))
    ):
        return None  # "his quarterly summary, due each April"
    subject = cue.subject.lower().strip()
    is_hung = subject.endswith("will be") and _HUNG.match(cue.tail) is not None
    return None if is_hung and not asked_clauses.owned(subject, cue.cast) else _owed(cue)


def _is_no_want(cue: Cue) -> bool:
    """Return whether "needed" alone wants nothing: it stands behind no paper, or tells what was needed, or where it was asked."""
    is_alone = cue.words in ("needed", "required", "requested")
    is_thing = _opens_with_matter(cue) or needs.is_from_capital(cue)
    return is_alone and (not is_thing or _DID.match(cue.tail) is not None)


def _is_owed_by_others(cue: Cue) -> bool:
    """Return whether what is due is another's, or wanted by others: "Bids are wanted by the port", "is due by law"."""
    is_wanted = cue.words.endswith(_SURE) and cue.part is not Part.ASKED and BY_WHOM.match(cue.rest)
    if is_wanted or (cue.words.endswith(_NEEDED) and _is_for_others(cue)) or _is_by_law(cue):
        return True
    is_theirs = cue.words.endswith("due") and asked_clauses.is_of_others(
        cue.subject.lower().lstrip(), cue.cast
    )
    is_theirs = (is_theirs and not _is_next_of_asked(cue)) or _is_given_by_others(cue)
    is_bid = cue.words.endswith("due") and matters.OF_BIDDERS.match(cue.subject.lower()) is not None
    return is_theirs or is_bid or (cue.cast.asks_posts and matters.is_from_others(cue.subject))


def _is_limit_of_ask(cue: Cue) -> bool:
    """Return whether the words only say how little will do: "A line or two is all that is needed", no day beside it."""
    subject = cue.subject.lower()
    is_all = " all " in subject or " only " in subject or " everything " in subject
    return _NOTHING_OF_IT.search(subject) is not None or (
        is_all and _ALL_THERE_IS.search(subject) is not None and not wishes.DATED.search(cue.low)
    )


def _is_by_law(cue: Cue) -> bool:
    """Return whether a law sets the day of what nobody asked sends: "the annual report, which is due by law on May 3"."""
    if not cue.words.endswith(("due", "required")) or _BY_LAW.match(cue.tail) is None:
        return False
    low = cue.subject.lower().lstrip()
    return not (asked_clauses.is_of_asked(low, cue.cast) or _FROM_POSTS.search(low))


def _is_given_by_others(cue: Cue) -> bool:
    """Return whether a post tells what another must grant it: "Parliament's approval is needed", "approval by the assembly"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_others and cue.words.endswith(_NEEDED)
    if not is_post or needs.is_needed_at_post(cue):
        return False
    subject = cue.subject.lower().lstrip()
    return asked_clauses.is_of_others(subject, cue.cast) or any(
        match["link"] in ("by", "from") and looked_for.owner_of(match, cue) is Part.THIRD
        for match in looked_for.OWNER.finditer(subject)
    )


def _is_next_of_asked(cue: Cue) -> bool:
    """Return whether one of a row of papers is due from those asked: "Oslo's next is due April 5"."""
    match = _NEXT_OF.fullmatch(cue.subject.strip())
    is_theirs = match is not None and cue.cast.part_of(match["who"]) is Part.ASKED
    is_dated = wishes.BY_DAY.match(cue.rest.lstrip()) or _DATED_BEHIND.match(cue.tail)
    return is_theirs and is_dated is not None


def _is_own_thing(cue: Cue) -> bool:
    """Return whether a thing of those asked is wanted, whatever it is: "Quito's roll is wanted by April 1"."""
    return asked_clauses.is_of_asked(cue.subject.lower().lstrip(), cue.cast)


def _owed(cue: Cue) -> Verdict | None:
    """thing of those asked ("is due" day | "is wanted")."""
    is_one_cable = matters.ONE_CABLE.match(cue.subject.lower().lstrip()) is not None
    if cue.part is Part.SENDER and is_one_cable:
        cue = cue._replace(part=Part.MATTER)  # "A cable on the result is wanted": not this one
    is_theirs_to_send = cue.part is Part.NOBODY and cue.words.startswith(("are ", "is ")) and is_sent(cue)
    is_list = cue.words in ("needed", "required", "requested") or _is_list_of_papers(cue)
    is_list = is_list or (cue.words.endswith(("is wanted", "are wanted")) and _is_own_thing(cue))
    is_list = is_list or _is_next_of_asked(cue) or needs.is_from_capital(cue) or needs.is_needed_by_day(cue)
    is_list = is_list and bool(_DATED_BEHIND.match(cue.tail))
    is_list = is_list or needs.is_needed_at_post(cue)
    is_any = is_list or (cue.words.endswith("wanted") and _is_any_thing(cue)) or visitors.is_requested(cue)
    if cue.part is not Part.MATTER and not is_theirs_to_send and not is_any:
        return wanted(cue) if cue.words.endswith(("requested", "sought", "solicited")) else None
    is_ask = is_any or _DATED_BEHIND.match(cue.tail) or _is_sure(cue)
    return cue.ask("due", order_at=cue.subject_at) if is_ask else None


def _is_for_others(cue: Cue) -> bool:
    """Return whether somebody else needs the thing: "Names are needed by sailors", not "by the Department"."""
    by_whom = BY_WHOM.match(cue.rest) or _TO_THEM.match(cue.rest)
    whom = " ".join(by_whom["whom"].split()[:MOST_OF_NAME]) if by_whom else ""
    head = noun_phrase(whom.split())[-1:] or whom.split()[-1:]
    is_mill = by_whom is not None and by_whom.re is _TO_THEM and cue.cast.part_of(whom) is Part.NOBODY
    return bool(whom) and (
        is_mill or cue.cast.part_of(whom) in (Part.THIRD, Part.PERSON) or are_doers(head[0])
    )


def _is_list_of_papers(cue: Cue) -> bool:
    """Return whether a list that opens with a paper is wanted of posts: "Names, passport numbers and flights are needed by"."""
    is_list = (
        cue.cast.asks_posts and " and " in cue.subject and wishes.BY_DAY.match(cue.rest.lstrip()) is not None
    )
    first = re.split(r", | and ", cue.subject.strip(), maxsplit=1)[0]
    is_wanted = cue.words.startswith("are ") and cue.words.endswith(
        ("needed", "required", "requested", "wanted", "due")
    )
    return is_list and is_wanted and cue.part is not Part.ASKED and cue.cast.part_of(first) is Part.MATTER


def _opens_with_matter(cue: Cue) -> bool:
    """Return whether the subject is a paper, or a list that begins with one: "names, titles and arrival times"."""
    first = cue.subject.partition(",")[0]
    return cue.part is Part.MATTER or (", " in cue.subject and cue.cast.part_of(first) is Part.MATTER)


def _is_sure(cue: Cue) -> bool:
    """Return whether the words alone ask, without a day: "is requested", "are wanted"."""
    is_sure = cue.words.startswith(("is", "are")) and cue.words.endswith(_SURE)
    return is_sure and not (cue.words.endswith("wanted") and BY_WHOM.search(cue.rest))
