"""One rule for each wording in which a cable asks; each docstring is its rule with an example."""

import re
from collections.abc import Callable

from tracker.extraction import refusals
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.verdicts import Cue, Verdict, refused

_NOT_DOING = re.compile(
    r"(?:not )?(?:be )?(?:aware|mindful|(?:already |by now |long since )?have |note that|know|expect|find that|recall|see (?:no|that|a))"
)
_NOT = r"(?:not (?:repeat not )?)?"
_SENT = re.compile(rf"{_NOT}(?:also |then |only |{v.ADVERB} )*be (?:{v.ADVERB} )?([a-z-]+)")
_VERB = re.compile(rf"{_NOT}(?:also |then |again |now |further |{v.ADVERB} )*([a-z-]+)")
_ADVERB_END = re.compile(r"\w+ly|also|therefore|again|hereby|further|once|now|thus", re.IGNORECASE)
_WANTED_THING = re.compile(
    r"^(?:it |if |your |you |being )|\b(?:views?|assessment|comments?|advice|repl(?:y|ies)|responses?|answers?|information|reports?|"
    r"guidance|estimates?|confirmation|input|soonest|asap|by|no later|details|names?|figures|data|recommendations?|suggestions?|clearance)\b"
)
_TO_SEE = re.compile(
    r"(?:also |then |first )?(?:find out\b|get (?:in touch|word)\b|see (?:whether\b|if\b|to it|him|her|them|(?:the |a |an )?(?:[\w'-]+ ){0,2}(?:minister|president|secretary|director|official|governor|commissioner|chief|speaker|mayor|chairman)\b))"
)
_HAVE_DONE = re.compile(
    r"(?:then |also )?have (?:the|its|their|a|an|all|any|each|your|these|those|this|that) (?:[\w'’-]+ ){1,6}?(?!need\b)(?:\w{3,}ed|sent|made|put|read|signed|drawn|taken|brought|ready)\b"
)
_THIS_PAPER = re.compile(r"this (?:\w+ )?(?:cable|message|telegram|report) be\b")
_SHOWN = frozenset(
    "shared disclosed divulged shown revealed released passed given discussed left leaked".split()
)
_TO_OTHERS = re.compile(
    r"\b(?:to|with|among) (?:the )?(?:host|foreign|press|public|media|ministr|government|interlocutor|your (?:contacts|interlocutors)|third part)"
)
_BY_WHOM = re.compile(r"\bby ((?:[a-z'’-]+ ?){1,5})")
_TURNING = re.compile(  # what puts the verb before its subject: "Only then should post reply"
    r"(?:and |but )?(?:only|not|nor|neither|never|no (?:later|sooner)|in no|at no|under no|on no|by no|until|even)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:may|might|could|would) $", re.IGNORECASE)
_HAVING = re.compile(r"(?:have|receive|get|hear from) ")
_YOURS = re.compile(r"\byour\b|\b(?:posts?|embass(?:y|ies)|missions?|addressees?)['’]?s?\b")
LONGEST_OWNER = 4  # words: "The Embassy in Lima will submit"
_IN_PASSING = re.compile(r"\b(?:which|as|whom) (?:the )?[\w/]+ $", re.IGNORECASE)
_NUMBERING = re.compile(r"^\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)] ")
_DATED = re.compile(r"\b(?:by|before|no later than|not later than|nlt|within|cob)\b")
_LINK = re.compile(r"(?:is|are|was|were|has|have|had|should|will|may|must|from|by)\b")
_DONE_TO_PEOPLE = frozenset(
    "nominated interviewed screened selected identified registered referred vetted briefed".split()
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
)


def _told(cue: Cue) -> Verdict | None:
    """asked ("is" | "are") {adverb} participle ["to" | "that"]; "Posts are requested to report"."""
    verb = cue.words.rsplit(" ", 1)[-1]
    if cue.part is Part.PERSON:
        return refused(refusals.PERSONS)
    if " not " in cue.words:
        return None
    if cue.subject.lower().split()[-1:] == ["it"] or cue.part is Part.MATTER:
        return _impersonal(cue) if verb in ("requested", "required", "urged", "directed") else None
    if cue.part is not Part.ASKED:
        return _wanted(cue) if verb in ("requested", "required") else None
    if verb in ("advised", "reminded", "expected", "required") and not re.match(
        r"to\b|that .{0,120}(?:must|should|due|are to)", cue.rest
    ):
        return refused(refusals.KNOWING)
    return cue.ask(
        "order", is_optional=verb in _OPTIONAL_TOLD or cue.tail.startswith(("but not", ", but not"))
    )


def _impersonal(cue: Cue) -> Verdict | None:
    """It "is requested that" clause, or a thing that is requested."""
    if cue.rest.startswith("that "):
        return _clause(cue, cue.low.find("that ", cue.match.end()) + 5)
    return _wanted(cue)


def _wanted(cue: Cue) -> Verdict | None:
    """thing ("is" | "are") "requested" ["by" day]: "A reply is requested by Friday"."""
    possessed = re.search(
        r"\b(?:post|embassy|mission|consulate|addressee|department)s?['’]s?\b|\byour\b", cue.subject.lower()
    )
    if cue.part is Part.MATTER or possessed:
        return cue.ask("due", order_at=cue.subject_at)
    return None


def _modal(cue: Cue) -> Verdict | None:
    """subject ("should" | "must" | "is to") verb."""
    if not cue.rest[:1].isalnum() or (cue.words == "will" and cue.part is not Part.ASKED):
        return None
    if cue.words.startswith("ha") and _UNSURE.search(cue.subject):
        return None
    if cue.part is Part.SENDER:
        return _in_hand(cue) or refused(refusals.SENDER)
    if cue.part is Part.ASKED:
        return _duty(cue)
    behind = " ".join(cue.tail.split()[:2])
    is_turned = first_verb(cue.tail) not in v.ORDERS - v.POSTS and cue.cast.part_of(behind) is Part.ASKED
    if cue.part is Part.NOBODY and _TURNING.match(cue.subject.strip()) and is_turned:
        return cue.ask("order")
    return (
        _handled(cue)
        or _made_so(cue)
        or refused(refusals.PERSONS if cue.part is Part.PERSON else refusals.THIRD)
    )


def _in_hand(cue: Cue) -> Verdict | None:
    """sender ("must" | "needs to") ("have" | "receive") what those asked owe: "Department must have the list by Friday"."""
    match = _HAVING.match(cue.rest)
    if match is None or not cue.words.startswith(("must", "need", "ha")):
        return None
    return (
        cue.ask("thing")
        if _is_owed(cue, cue.low.find(match.group(), cue.match.end()) + match.end())
        else None
    )


def _is_owed(cue: Cue, place: int) -> bool:
    """Return whether what stands at `place` is theirs who are asked, or a thing they send: "post's view", "the list"."""
    return bool(_YOURS.search(cue.low, place)) or _object_part(cue, place) is Part.MATTER


def _duty(cue: Cue) -> Verdict | None:
    """asked modal verb, unless the verb is one of knowing; "feel free to" leaves it open."""
    if cue.words == "will":
        return _owed(cue)
    if _TO_SEE.match(cue.rest) or _HAVE_DONE.match(cue.rest):
        return cue.ask("order")
    if cue.rest.startswith("feel free"):
        return cue.ask("order", is_optional=True)
    if _NOT_DOING.match(cue.rest) or _is_knowing(cue.rest):
        return refused(refusals.KNOWING)
    return cue.ask("order")


def _owed(cue: Cue) -> Verdict | None:
    """asked "will" verb of delivering, as Washington orders: "Embassy will submit its plan by June 30"."""
    is_plain = cue.subject_at == 0 and len(cue.subject.split()) <= LONGEST_OWNER
    is_owed = cue.cast.asks_posts and not cue.cast.asks_others and first_verb(cue.rest) in v.PROMISED
    return cue.ask("order") if is_plain and is_owed else None


def _made_so(cue: Cue) -> Verdict | None:
    """thing modal verb of being: "Replies should include the name of the official"."""
    is_moving = cue.words.startswith(("is ", "are ", "ha"))
    if cue.part is Part.MATTER and first_verb(cue.rest) in v.STATES and not is_moving:
        return cue.ask("matter", order_at=cue.subject_at)
    return None


def first_verb(rest: str) -> str:
    """Return the verb after a modal, adverbs passed over; "" where there is none."""
    match = _VERB.match(rest)
    return match.group(1) if match else ""


def _is_knowing(rest: str) -> bool:
    verb = first_verb(rest)
    return verb in v.KNOWING and verb not in v.STILL_ASKED


def _handled(cue: Cue) -> Verdict | None:
    """thing modal "be" participle: "Replies should be sent to the desk"; people may be encouraged."""
    match = _SENT.match(cue.rest)
    if match is None:
        return None
    done = match.group(1)
    by_whom = _doer(cue)
    if by_whom in (Part.ASKED, Part.THIRD, Part.PERSON):
        return cue.ask("done", order_at=cue.subject_at) if by_whom is Part.ASKED else None
    if done in _SHOWN and _TO_OTHERS.search(cue.rest) and cue.cast.asks_posts:
        return cue.ask("done", order_at=cue.subject_at)
    if done in _DONE_TO_PEOPLE and cue.part in (Part.PERSON, Part.NOBODY) and cue.cast.asks_posts:
        return cue.ask("done", order_at=cue.subject_at)
    if done in v.COMMUNICATED and cue.part is not Part.PERSON:
        return cue.ask("done", order_at=cue.subject_at)
    if done in v.MOVED and cue.cast.asks_posts:
        return cue.ask("done", order_at=cue.subject_at)
    if done in v.HANDLED and (cue.part is Part.MATTER or cue.setting.is_action):
        return cue.ask("done", order_at=cue.subject_at)
    return None


def _doer(cue: Cue) -> Part:
    """Return what the one is by whom a thing is to be done: "should be made by the chief of mission"."""
    match = _BY_WHOM.search(cue.rest)
    return cue.cast.part_of(match.group(1)) if match else Part.NOBODY


def _may(cue: Cue) -> Verdict | None:
    """asked ("may" | "can") verb: leave, not an order. "Questions may be directed to" counts as well."""
    if cue.part is Part.ASKED:
        verb = first_verb(cue.rest)
        is_leave = (
            verb in v.ORDERS or cue.rest.startswith(("wish", "also wish", "be "))
        ) and not _is_knowing(cue.rest)
        is_mild = verb in ("consider", "wish", "want", "choose", "stay", "skip", "ignore")
        return cue.ask("order", is_optional=True) if is_mild or (is_leave and cue.words != "might") else None
    match = _SENT.match(cue.rest)
    if (
        match
        and cue.part is Part.MATTER
        and match.group(1) in v.COMMUNICATED | {"given", "shared", "left", "used"}
    ):
        return cue.ask("done", is_optional=True, order_at=cue.subject_at)
    return None


def _term(cue: Cue) -> Verdict | None:
    """asked "has" (days | "until" day | "authority") "to" verb."""
    if cue.part is not Part.ASKED:
        return None
    return cue.ask(
        "order",
        is_optional=cue.words.endswith(" to"),
        order_at=cue.match.end() if cue.words.endswith(" to") else cue.subject_at,
    )


def _please(cue: Cue) -> Verdict | None:
    """It is asked with "please" before an order."""
    if cue.cast.is_clearance:
        return refused(refusals.PERSONS)
    if re.match(r"(?:also |do )?(?:see|refer to (?:para|ref|sep)|be (?:advised|aware)|note)\b", cue.rest):
        return refused(refusals.POINTER)
    return cue.ask("order")


def _wish(cue: Cue) -> Verdict | None:
    """sender ("requests" | "would appreciate") (clause | thing); "Request posts advise" without a sender."""
    is_terse = not _NUMBERING.sub("", cue.subject.lower()).strip(
        ' "-().1234567890'
    ) or cue.subject.strip().endswith((",", ":"))
    if cue.part is Part.ASKED or (cue.part is Part.THIRD and not is_terse):
        return _third_wish(cue)
    if cue.part is not Part.SENDER and not is_terse:
        return None
    if is_terse and cue.words not in (
        "request",
        "appreciate",
        "grateful",
        "would appreciate",
        "would be grateful",
        "ask",
        "urge",
    ):
        return None
    if _IN_PASSING.search(cue.subject) or _LINK.match(cue.rest):
        return None
    if not is_terse and not (_speaks(cue.subject, cue.cast) or _goes_on_speaking(cue)):
        return None
    return _wished(cue)


def _wished(cue: Cue) -> Verdict | None:
    """Return what a wish of the sender asks for, by its verb."""
    verb = cue.words.split()[-1]
    if verb in ("on", "upon", "for"):
        return _counted_on(cue)
    if cue.words.startswith("wish"):
        return cue.ask("thing") if _is_owed(cue, cue.match.end()) else None
    if verb in ("need", "needs", "wants", "want", "like", "requires", "require", "seeks", "seek", "seeking"):
        return _needs(cue)
    if verb == "appreciates" or (cue.words == "appreciate" and not _WANTED_THING.search(cue.rest)):
        return refused(refusals.COURTESY)
    return _clause(cue, cue.match.end() + 1, is_optional=verb.startswith(("encourage", "authorize")))


def _counted_on(cue: Cue) -> Verdict | None:
    """sender "counts on" someone asked to do it, or what they owe: "We count on a reply within a week"."""
    part = _object_part(cue, cue.match.end() + 1)
    if part is Part.ASKED:
        return cue.ask("that", order_at=cue.match.end() + 1)
    return cue.ask("thing", order_at=cue.match.end() + 1) if part is Part.MATTER else None


def _speaks(subject: str, cast: Cast) -> bool:
    """Return whether the subject ends where a verb may follow: "Mission Lima", not "in reply to the"."""
    words = [w for w in subject.replace(",", " ").split() if not _ADVERB_END.fullmatch(w)]
    last = words[-1] if words else ""
    if last.lower().strip("()") in v.POSTS | v.CAPITAL | v.WE or "/" in last:
        return True
    return last[:1].isupper() and any(w.lower() in v.POSTS | v.CAPITAL for w in words[-4:-1])


def _goes_on_speaking(cue: Cue) -> bool:
    """Return whether a second verb has the sender for its subject: "The Department must report in May and asks that …"."""
    words = cue.subject.split()
    first = next((n for n in range(1, 4) if _speaks(" ".join(words[:n]), cue.cast)), 0)
    is_same = first and cue.cast.part_of(" ".join(words[:first])) is Part.SENDER
    return bool(is_same) and words[-1].lower().strip(",") == "and" and cue.words.endswith("s")


def _third_wish(cue: Cue) -> Verdict | None:
    return refused(refusals.REPORTED) if cue.part is Part.THIRD else None


def _needs(cue: Cue) -> Verdict | None:
    """sender "needs" thing of those asked: "Department needs post's figures by Friday"."""
    match = re.match(
        r"(?:to (?:know|have|hear|receive)\b|your\b|(?:the )?(?:posts?|embass\w+|missions?|department)['’]?s?\b|guidance|clearance)",
        cue.rest,
    )
    return cue.ask("thing") if match and not cue.setting.is_summary else None


def _clause(cue: Cue, start: int, *, is_optional: bool = False) -> Verdict | None:
    """The object of an asking verb: ["that"] someone asked does something, or a thing that is wanted."""
    rest = cue.low[start:].lstrip()
    start = len(cue.low) - len(rest)
    if rest.startswith(("it if ", "if ", "for ", "that ", "it, if ")):
        start += rest.index(" ") + 1
        if rest.startswith(("it if ", "it, if ")):
            start += 3
        rest = cue.low[start:]
    part = _object_part(cue, start)
    if part is Part.ASKED:
        return cue.ask("that", is_optional=is_optional, order_at=start)
    if part in (Part.THIRD, Part.PERSON):
        return refused(refusals.THIRD)
    if part is Part.SENDER and _THIS_PAPER.match(rest):
        return cue.ask("thing", is_optional=is_optional, order_at=start)
    if part is Part.SENDER and re.match(r"(?:we|i|our|us)\b", rest) is None and not cue.setting.is_action:
        return None
    return cue.ask("thing", is_optional=is_optional, order_at=start)


def _object_part(cue: Cue, start: int) -> Part:
    words = cue.low[start : start + 160]
    stop = re.search(r"[.;:]|\b(?:to|should|be|must)\b", words)
    phrase = words[: stop.start()] if stop else words
    first = phrase.split()[:6]
    for n in range(1, len(first) + 1):
        part = cue.cast.part_of(" ".join(first[:n]))
        if part in (Part.ASKED, Part.THIRD, Part.PERSON):
            return part
    return cue.cast.part_of(phrase)


def _due(cue: Cue) -> Verdict | None:
    """thing ["is" | "are"] ("due" | "needed") day: "Responses are due by 3 May"."""
    if cue.words.startswith(("was", "were")) or (
        cue.words in ("needed", "required", "requested") and cue.part is not Part.MATTER
    ):
        return None
    if cue.words.startswith("would"):
        return _wanted(cue)
    if cue.part is not Part.MATTER:
        return _wanted(cue) if cue.words.endswith("requested") else None
    is_dated = re.match(
        r"(?:in|at|to|with|back)?\b.{0,80}?\b(?:by|nlt|no later|not later|on|before|within|cob|prior|\d{1,2}|today|tomorrow|from (?:today|now|receipt|the date)"
        r"|(?:next|this) (?:week|month|mon|tues|wednes|thurs|fri))",
        cue.tail,
    )
    is_sure = cue.words.endswith(("requested", "solicited", "desired")) and cue.words.startswith(
        ("is", "are")
    )
    return cue.ask("due", order_at=cue.subject_at) if is_dated or is_sure else None


def _essential(cue: Cue) -> Verdict | None:
    """It "is essential that" asked verb, or that a thing be done by a day."""
    part = _object_part(cue, cue.match.end())
    is_wanted = part is Part.MATTER or (part is Part.NOBODY and _DATED.search(cue.rest))
    if part is Part.ASKED or (is_wanted and cue.words.endswith("that") and cue.cast.asks_posts):
        return cue.ask("that", order_at=cue.match.end() + 1)
    return None


RULES: dict[str, Callable[[Cue], Verdict | None]] = {
    "told": _told,
    "modal": _modal,
    "may": _may,
    "please": _please,
    "wish": _wish,
    "due": _due,
    "term": _term,
    "essential": _essential,
}
