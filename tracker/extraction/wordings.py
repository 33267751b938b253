"""One rule for each wording in which a cable asks; each docstring is its rule with an example."""

import re
from collections.abc import Callable

from tracker.extraction import (
    bans,
    doers,
    duties,
    helping,
    inner_clauses,
    looked_for,
    matters,
    needs,
    people,
    promises,
    refusals,
    remainders,
    speakers,
    visitors,
    wanted_things,
    wishes,
)
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Part
from tracker.extraction.verdicts import Cue, Verdict, refused

_REACHED = re.compile(r"be (?:\w+ly )?(?:reached|contacted|called|found|seen|telephoned|obtained)\b")
_AND_TOLD = re.compile(r"and (?:hereby )?(?:instructed|requested|directed|asked|required)\b")
_YET_TO_BE_ASKED = re.compile(
    r"(?:then |also |later )?be (?:\w+ly )?(?:asked|requested|instructed|required|called|tasked|told)\b"
)
_INVITED_TO = re.compile(  # who is invited is only told so; "invited to the conference"
    r"(?:[^.;]{0,80}[ ,])?to (?!(?:the|an?|all|our|this|its|dinner|lunch|attend it)\b)[a-z]"
)
_MAY_NOT = re.compile(  # a ban, not leave: "may not repeat not issue a visa without the Department's opinion"
    r"not (?:repeat not |rpt not )?[a-z-]+ [^.;]{0,80}?\b(?:without|until|unless|before|to the (?:press|public|media)|in any (?:case|event))\b"
)
_NEVER_DONE = re.compile(  # what "may not" can only forbid: no post can but by its will "exceed the ceiling"
    r"not (?:repeat not |rpt not )?(?:in any case |in any event |therefore |\w+ly )?"
    r"(?:incur|exceed|obligate|commit|spend|overspend|waive|hire|disclose|divulge|delegate|reprogram|divert|promise|pledge|negotiate|sign|release|alter|amend|modify|deviate|depart from|dispose|destroy|lend"
    r"|reassign|transfer|copy|reproduce|quote|publish|purchase|sell|lease|rent|draw on|enter into|reimburse|prepay|substitute)\b"
)
_TOLD_TO = re.compile(r"to\b|that .{0,120}(?:must|should|due|are to)")
_TELLS = {  # words that only tell, and what must follow where they ask
    **dict.fromkeys(("advised", "reminded", "expected", "required"), _TOLD_TO),
    "invited": _INVITED_TO,
}
_ASKED_PLEASE = re.compile(  # "The prefect asked parents to please keep children at home"
    r"\b(?:(?<!are )(?<!is )(?<!be )(?<!hereby )(?<!kindly )(?:asked|told|begged|urged|ordered|directed|instructed|requested|invited|implored|reminded|called on|appealed to|wanted|entreated|besought|pleaded with)|(?:asks|tells|urges|begs|orders|calls on)|to ask(?= (?:us|me)\b)) "
    r"(?P<whom>(?!(?:to|by|in|that|for|at|of)\b)(?:[\w'’/-]+ ){1,8}?)(?:[^.;:]{0,120} and )?(?:to )?(?:also |now )?$",
    re.IGNORECASE,
)
_OWN_RULE = re.compile(
    r"\b(?:under|by|within|in) (?:the )?(?:terms of |rules of )?(?:its|their|his|her) own\b"
)
_TO_VERB = re.compile(r"to (?!the\b|an?\b|its?\b)[a-z]")
_ORDERED = frozenset("requested asked instructed directed urged tasked".split())
_USED_UNTIL = re.compile(r"be (?:still |also )?used (?:up )?(?:until|through|till|up to)\b")
_HAS = re.compile(r"\b(?:has|have|had|was|were|is|are|who|very|most|so|and) $", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?:\b(?:to|will|would|could|can|should|must|you|please|and|then|also|if)|[,;:]) $", re.IGNORECASE
)
_IN_CONDITION = re.compile(  # "where a post can count them": no leave
    r"(?<!help )(?<!useful )(?<!helpful )(?:^|[,;] |\band |\bbut )(?:where|wherever|when|whenever|if|because|since|though|although|unless|until) [^,;]*$",
    re.IGNORECASE,
)
_SO_THAT = re.compile(r"\b(?:so that|in order that) (?:[\w'’-]+ ){1,4}$", re.IGNORECASE)
_ON_WHICH = re.compile(
    r"\b(?:on|by|until|in|at|for|with|under|from|after) (?:which|whom) [^,;]{2,50}$", re.IGNORECASE
)
_IN_ASIDE = re.compile(r", (?:which|that|whom) [^,;]{2,50}$", re.IGNORECASE)
_ASIDE_ENDS = re.compile(  # "A copy, which the desk could use meanwhile, went out by bag"
    r"[^,;]{2,80}, (?:went|was|were|is|are|has|have|had|left|follows?|will|came|goes|lies?|stands?)\b"
)
_HAS_AND = re.compile(
    r"\b(?:has|have|had|is|are|was|were|lent|sent|gave) [^;]*\band (?:\w+ly |still |now |also |therefore )?$",
    re.IGNORECASE,
)
_OWED = (
    "expected",
    "asked",
    "required",
    "requested",
    "obliged",
    "instructed",
    "tasked",
    "directed",
    "called",
)
_NO_ONE = re.compile(r"(?:but |and )?(?:no|neither|none of the|not (?:one|an?|a single)) ", re.IGNORECASE)
_OMITTED = re.compile(
    r"(?:be found to )?(?:(?:fail|omit|neglect|forget) to|(?:miss|omit|skip|shirk|delay|leave|let) (?:the|a|an|any|its|this|that|these|those)|be late|be without|go without|do without)\b"
)
_OPTIONAL_TOLD = (
    "encouraged",
    "authorized",
    "authorised",
    "permitted",
    "allowed",
    "welcome",
    "free",
    "cleared",
    "empowered",
    "liberty",
)
_PASSED_ON = v.COMMUNICATED | {"given", "shared", "left", "used"}


def _told(cue: Cue) -> Verdict | None:
    """asked ("is" | "are") participle, or of a noun behind a verb ("Thanks go to Riga, which") "is" participle."""
    if cue.words.endswith("looked to"):
        return looked_for.from_named(cue)
    said_of = inner_clauses.part_said_of(cue)
    if said_of is None:
        return _told_nobody(cue) or _told_to(cue)
    return _told_to(cue._replace(part=said_of)) if said_of is Part.ASKED else refused(refusals.PERSONS)


def _told_nobody(cue: Cue) -> Verdict | None:
    """("no" | "neither") asked ("is" | "are") participle: "No post is expected to do anything about it"."""
    is_nobody = cue.words.endswith(_OWED) and cue.part is Part.ASKED and _NO_ONE.match(cue.subject.strip())
    return refused(refusals.NOTHING_OWED) if is_nobody else None


def _told_to(cue: Cue) -> Verdict | None:
    """asked ("is" | "are") {adverb} participle ["to" | "that"]; "Posts are requested to report"."""
    verb = cue.words.rsplit(" ", 1)[-1]
    if cue.part is Part.PERSON:
        return refused(refusals.PERSONS)
    if " not " in cue.words:
        return None
    if verb == "expected" and (
        cue.part in (Part.MATTER, Part.NOBODY) or matters.is_round(cue.subject.lower().strip())
    ):
        return wanted_things.expected(cue)
    is_it = cue.subject.lower().split()[-1:] == ["it"] and cue.part is not Part.ASKED
    if verb == "asked" and cue.part is not Part.ASKED and not duties.is_post_alone(cue):
        return wanted_things.asked_of(cue)
    if is_it or cue.part is Part.MATTER:
        return (
            wanted_things.impersonal(cue) if verb in ("requested", "required", "urged", "directed") else None
        )
    if cue.part is not Part.ASKED:
        return _told_head(cue, verb) or _told_of(cue, verb)
    if verb in _TELLS and not _TELLS[verb].match(cue.tail if verb == "invited" else cue.rest):
        return refused(refusals.KNOWING)
    is_free = verb in _OPTIONAL_TOLD and not _AND_TOLD.match(cue.tail)
    return cue.ask("order", is_optional=is_free or cue.tail.startswith(("but not", ", but not")))


_HEAD = re.compile(  # in small letters, whoever heads each of several posts
    r"(?:the )?(?:ambassador|charge|chief of mission|consul general|principal officer|dcm) or (?:the |an? |his |her )?(?:ambassador|charge|dcm|deputy|acting \w+)"
)


def _told_head(cue: Cue, verb: str) -> Verdict | None:
    """head of a post, or who stands in for him, "is requested" "to" verb, where a post writes to posts."""
    subject = cue.subject.lower().rpartition(", ")[2].strip()
    is_head = cue.cast.asks_others and verb in _ORDERED and _HEAD.fullmatch(subject) is not None
    return cue.ask("order") if is_head and _TO_VERB.match(cue.rest) else None


def _told_of(cue: Cue, verb: str) -> Verdict | None:
    """Return what is wanted of nobody named, or of a city that is a post: "Abu Dhabi is asked to include the fund"."""
    if cue.part is Part.NOBODY and verb in _ORDERED and duties.is_post_alone(cue):
        return cue.ask("order") if _TO_VERB.match(cue.rest) else None
    return wanted_things.wanted(cue) if verb in ("requested", "required") else None


def _may(cue: Cue) -> Verdict | None:
    """asked ("may" | "can") verb: leave, not an order. "Questions may be directed to" counts as well."""
    if _REACHED.match(cue.rest) or _YET_TO_BE_ASKED.match(cue.rest):
        return None
    subject = cue.subject.strip()
    if cue.part is Part.ASKED and _NO_ONE.match(subject) and _OMITTED.match(cue.rest):
        return cue.ask("order")  # "No post may fail to answer"
    if cue.part is Part.NOBODY and duties.is_turned(cue):
        return cue.ask("order")
    if cue.part is Part.ASKED and _is_told_besides(cue):
        return None
    if cue.part is Part.ASKED:
        verb = promises.first_verb(cue.rest)
        is_leave = (
            verb in v.ORDERS or cue.rest.startswith(("wish", "also wish", "be "))
        ) and not duties.is_knowing(cue.rest)
        is_ban = _NEVER_DONE.match(cue.rest) or (_MAY_NOT.match(cue.rest) and verb in v.ORDERS)
        if cue.rest.startswith("not ") and not cue.cast.asks_posts:
            return None  # "The Department may not release the funds in time" guesses
        if cue.words == "may" and is_ban:
            return cue.ask("order")
        is_mild = cue.rest.startswith("do so") or verb in (
            "care",
            "consider",
            "wish",
            "want",
            "choose",
            "stay",
            "skip",
            "ignore",
        )
        return cue.ask("order", is_optional=True) if is_mild or (is_leave and cue.words != "might") else None
    return _may_be_done(cue)


def _is_told_besides(cue: Cue) -> bool:
    """Return whether what may be done is told of a thing, or of somebody's means: "has lent two and can spare no more"."""
    if _SO_THAT.search(cue.subject):
        return True  # "only so that posts can answer callers"
    is_known = cue.rest.startswith(("recall ", "remember ", "be aware ", "know "))
    if is_known or (cue.words in ("may", "can") and _IN_CONDITION.search(cue.subject)):
        return True
    is_mere_use = cue.words in ("can", "could", "might") and _IN_ASIDE.search(cue.subject) is not None
    if is_mere_use and _ASIDE_ENDS.match(cue.tail):
        return True
    is_means = cue.words in ("can", "could") and _HAS_AND.search(cue.subject) is not None
    return is_means or _ON_WHICH.search(cue.subject) is not None


def _may_be_done(cue: Cue) -> Verdict | None:
    """thing "may be" sent: leave to send it; an act that may not be done at all is forbidden: "No promise may be made"."""
    match = duties.SENT.match(cue.rest)
    if match and cue.words == "may" and bans.forbids(cue, match.group(1)):
        return cue.ask("done", order_at=cue.subject_at)
    is_valid = _USED_UNTIL.match(cue.rest)
    if match and not is_valid and cue.part is Part.MATTER and match.group(1) in _PASSED_ON:
        return cue.ask("done", is_optional=True, order_at=cue.subject_at)
    return None


def _term(cue: Cue) -> Verdict | None:
    """asked "has" (days | "until" day | "authority") "to" verb."""
    if cue.part is not Part.ASKED or _OWN_RULE.search(cue.rest) or matters.is_by_law(cue.low):
        return None
    by_whom = doers.BY_WHOM.search(cue.rest) if cue.words.startswith(("is ", "are ")) else None
    if by_whom is not None and cue.cast.part_of(by_whom["whom"]) is Part.THIRD:
        return None
    is_leave = cue.words.endswith(" to") and not cue.words.endswith(" up to")
    return cue.ask("order", is_optional=is_leave, order_at=cue.match.end() if is_leave else cue.subject_at)


def _is_of_manner(cue: Cue) -> bool:
    """Return whether "kindly" tells how somebody else did a thing: "The tailor kindly let the desk have it"."""
    if promises.first_verb(cue.rest) not in v.ORDERS:
        return True
    is_theirs = cue.cast.part_of(cue.subject) is not Part.ASKED
    return (
        is_theirs
        and promises.first_verb(cue.rest) in ("let", "put", "set", "read")
        and not _TO_DO.search(cue.subject)
    )


def _please(cue: Cue) -> Verdict | None:
    """It is asked with "please" before an order; in a clearance whom it asks stands before: "Department please provide"."""
    if cue.cast.is_clearance and not cue.setting.is_action and cue.part is not Part.ASKED:
        return refused(refusals.PERSONS)
    relayed = _ASKED_PLEASE.search(cue.subject)
    is_to_us = relayed is not None and relayed["whom"].strip().lower() in ("us", "me")
    if relayed is not None and (
        is_to_us or cue.cast.part_of(relayed["whom"]) not in (Part.ASKED, Part.SENDER)
    ):
        return refused(refusals.REPORTED)
    is_told = cue.words == "kindly" and cue.subject.strip() and _is_of_manner(cue)
    if is_told or (cue.words == "kindly" and _HAS.search(cue.subject)):
        return None
    if re.match(
        r"(?:also |do )?(?:see(?! (?:that|to it|whether|him|her|them)\b)|refer to (?:para|ref|sep)|be (?:advised|aware)|note)\b",
        cue.rest,
    ):
        return refused(refusals.POINTER)
    return cue.ask("order")


def _wish(cue: Cue) -> Verdict | None:
    """sender or visitor of ours ("requests" | "would appreciate") what those asked give or do."""
    is_would = cue.words.startswith("would ") or cue.subject.lower().endswith((" would ", " should "))
    is_second = is_would and " that " not in cue.subject.lower()
    if cue.part is not Part.SENDER and is_second and speakers.goes_on(cue):
        cue = cue._replace(part=Part.SENDER)  # "We leave the day to post, but would like to have a page"
    if cue.subject[-4:].lower() == " to " and (led := wishes.led_to(cue)):
        return led
    if "s to " in (subject := cue.subject.lower()) and wishes.AIM.search(subject):
        return None
    found = (
        remainders.fronted(cue)
        or wishes.for_each(cue)
        or visitors.wished(cue)
        or visitors.requested(cue)
        or wishes.agreed(cue)
        or wishes.advised(cue)
        or wishes.wish(cue)
    )
    if found is None and cue.part is not Part.SENDER:
        return needs.of_paper(cue)
    return found or helping.liked_done(cue) or helping.wished_done(cue)


_LETTING_OFF = ("need", "needs to", "need to", "has to", "have to", "will need to", "will have to")
_SENT_TO_POST = re.compile(  # in small letters, what a capital sends back: "the message should carry a fund cite"
    r"(?:(?:and|but) )?(?:(?:if|once|when) [^,;]{2,40}, |in that case,? )?(?:travel orders|(?:the|that|any|each|its|department['’]s|washington['’]s) (?:(?:department|washington|bureau)['’]s |[\w-]+ )?(?:message|cable|telegram|instructions?|orders|reply|answer|e-?mail|authority|authorization))"
)
_IS_TO_SAY = re.compile(  # in small letters
    r"(?:also |then |both )*(?:(?:carry|cite|state|name|include|contain|bear|show|specify|quote|list|indicate|identify|spell out|set out|make clear|provide for|allow for) "
    r"(?!the day(?! of\b)|the (?:ring|mark|lie|impression|sense)\b)(?:an?|the|its|our|post['’]s|one|two|three|both|each|all|any|who|whom|which|what|how|whether|when|where|that|names?|funds?|fiscal|excess|travel|per diem|dates?|flight)\b"
    r"|give (?:the|an?|its|our|full|exact|both|all) (?:[\w-]+ ){0,2}?(?:names?|numbers?|dates?|times?|cites?|ceiling|amount|address|reasons?|figures?|title|flight|codes?|text|limits?|data|details)\b|be (?:slugged|captioned|marked|addressed|routed) (?:for|to|with) )"
)


_WEIGHS = re.compile(  # in small letters, what is only foreseen of a word or a deed
    r"(?:also |still )?(?:carry (?:some|much|more|no|little|great|considerable|real|enough|the|its)? ?(?:weight|conviction|day)\b|(?:please|surprise|shock|alarm|anger|delight|reassure|comfort) )"
)


def _modal(cue: Cue) -> Verdict | None:
    """subject modal verb; "no other post" is let off by "needs to"; what a capital sends back "should carry" what the post wants; who attends pays."""
    is_theirs = cue.part is Part.ASKED and cue.words.strip() in _LETTING_OFF
    if is_theirs and _NO_ONE.match(cue.subject.strip()):
        return refused(refusals.NOTHING_OWED)
    if cue.part is not Part.ASKED and _WEIGHS.match(cue.rest):
        return None
    if cue.cast.asks_capital and not cue.cast.asks_posts and matters.is_by_law(cue.low):
        return refused(refusals.THIRD)
    is_sent = cue.words in ("should", "must") and _IS_TO_SAY.match(cue.rest) is not None
    is_open = not (cue.setting.is_background or cue.setting.is_opinion)
    if is_sent and is_open and _SENT_TO_POST.fullmatch(cue.subject.lower().strip()):
        return cue.ask("matter", order_at=cue.subject_at)
    return refused(refusals.PERSONS) if people.go_themselves(cue) else duties.modal(cue)


RULES: dict[str, Callable[[Cue], Verdict | None]] = {
    "told": _told,
    "modal": _modal,
    "may": _may,
    "please": _please,
    "wish": _wish,
    "due": wanted_things.due,
    "term": _term,
    "essential": helping.essential,
}
