"""Tasks said without an asking verb: whose they are, what a cable is for, what silence means, what is forbidden."""

import re

from tracker.cable.hints import words_in
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.matters import OF_POSTS, PAPERS, is_from_others
from tracker.extraction.noun_phrases import noun_phrase
from tracker.extraction.verdicts import Verdict

_PURPOSE = re.compile(
    r"(?:the (?:purpose|point|aim|object|intent) of )?this (?:(?:\w+ )?(?:request|cable|message|telegram|tasking) |(?=is to \w+ (?:that|you|posts?|all|each|every|both|embass|missions?|consulates?|addressees|the (?:department|embassy|posts?|missions?))\b))is (?:for(?! (?:(?!to\b|that\b)[\w'’]+ ){0,3}?(?:information|background|records?|reference|use|files?|planning|now)\b)|to (?:request|ask|instruct|direct|urge))(?: that)? "
)
_FOR_NAMED = re.compile(  # who reads it, and no more: "This message is for Oslo and Riga."
    r"this (?:cable|message|telegram) is for (?!delivery\b|presentation\b|your\b|action\b)[\w'’/-]+(?:(?:, | and |, and | )[\w'’/-]+){0,9}\.?$"
)
_OFFICE = "department|bureau|washington|[a-z]{1,5}(?:/[a-z/]+)+|obo|fsi|inl|drl|oes|prm|ofm|isn|inr|desk"
_IT_FALLS = re.compile(
    r"(?:as|since|with|because|while|given|now that|if|when|where) [^;:]{3,120}?, (?=it (?:falls|is|remains)\b)"
    r"|[^;:]{3,200}?, (?:and|so|but|so that|and so|and therefore|which means that) (?=it (?:(?:\w+ )?falls to|is (?:now |then )?(?:for|up to|left|the (?:task|job|duty|business))|has been left|remains for|rests with|lies with)\b)"
)
_FOR_ACT = re.compile(  # "The note is for presentation to the ministry by May 3"
    r"(?P<what>(?:the|this|each|an?) [^,;:]{2,60}?) (?P<duty>is|are) for (?:\w+ )?(?:delivery|presentation|signature|transmittal|submission|distribution|translation|return|completion|collection) (?:to|by|in|at|through|before|not later|no later|within)\b"
)
_ASSIGNED = re.compile(  # "It falls to Embassy to count", "Embassy's task is to count", "What we need from Embassy is a list"
    r"(?:it (?:(?:also |now |then |therefore )?falls (?:\w+ly |now |then )?to|(?:is|has been|will be) left (?:up )?to|belongs to|(?:is|will be) for|(?:is|will be) up to|remains for|rests with|lies with|behooves|is (?:now |therefore |also )?(?:incumbent (?:up)?on|the (?:task|job|duty|business|responsibility) of)) (?:the |all |each |every )*(?P<to>[\w/ ]{1,30}?)(?:, (?:which|who|whose|whom|where|as|with|being|having|not|in|on|at|from) [^;:]{3,140}?,)?|(?:the )?(?P<of>[\w ]{2,30}?)['’]s? (?:first |main |next )?(?:task|job|role|duty|part|share) (?:now )?is(?: then| now| therefore)?"
    r"|the (?:task|job|role|duty|responsibility) of (?P<each>[\w ]{2,30}?) is) to (?=[a-z])"
    rf"|(?:each |every |all )?(?P<debtor>[\w ]{{2,30}}?) owes? (?:it to |us |(?:the )?(?:{_OFFICE}) )(?=.*\b(?:by|before|within|no later|not later|nlt|soonest)\b)"
    r"|(?:the )?(?:task|job|duty|work|burden|part|chore|honor|responsibility) of [^,;:]{3,90}? (?:falls|passes|goes|belongs) (?:now |therefore |\w+ly )?to (?:the )?(?P<falls>[\w ]{2,30}?)(?=[.,;]|$| and | which | by | before )"
    r"|to (?:the )?(?P<first>[\w ]{2,30}?) (?:falls|goes|passes|belongs) the (?:\w+ )?(?:task|job|duty|work|burden|part|chore) of (?=[a-z]+ing\b)"
    r"|(?:the )?(?P<has>[\w' ]{2,40}?) (?:has|have) the (?:\w+ )?(?:task|job|duty|responsibility) of (?=[a-z]+ing\b)"
    r"|(?:the )?responsibility for (?:[\w'’/-]+ ){1,9}?(?:rests|lies|remains) (?:\w+ly )?(?:with|upon|on) (?:the )?(?P<with>[\w ]{2,30}?)(?=[.,;]|$| and | which )"
    r"|(?:[\w',/-]+ ){1,24}?is (?:what|all(?: that)?|all the [a-z]+(?: that)?) (?P<by>[\w/ ]{2,30}?) (?:needs?|wants?|asks? for|requires?|has to have|have to have|must have|would like)(?= by | before | no later | nlt |\.|$)"
    r"|(?:what|all(?: that)?) (?:we|the department|washington) (?:now )?(?:needs?|wants?|asks?|requires?)(?: (?:from|of) (?P<from>[\w ]{2,30}?))? is (?:that )?(?=(?P<that>[a-z ]{2,20}))"
)
_REQUEST_IS = re.compile(
    r"(?:our|my|(?P<who>(?:the )?[\w/ ]{2,30}?)['’]s?) (?:[\w-]+ ){0,2}?requests?,? (?:then |now |therefore |simply |only )?(?:is|remains),? that (?P<that>(?:the |all |both |each )?[\w/]+(?: [\w/]+)?)\b"
)
_HENCE = re.compile(  # "Hence our request that Tunis look at the register", "Hence our request to the Department for a copy"
    r"(?:hence|that explains|this explains|which explains|thus),? (?:our|my|(?P<who>(?:the )?[\w/ ]{2,30}?)['’]s?) (?:[\w-]+ ){0,2}?request (?:that|to) (?P<that>(?:the |all |both |each )?[\w/]+(?: [\w/]+)?)\b"
)
_REQUEST_FOR = re.compile(  # "Our first request is for two pumps"
    r"(?:our|my|(?P<who>(?:the )?[\w/ ]{2,30}?)['’]s?) (?:(?!own\b)[\w-]+ ){0,2}?request is for (?!(?:your )?information\b|the record\b|later\b|next (?:year|month)\b|posts? to\b|use\b)"
)
_WHOM = ("falls", "first", "has", "to", "of", "each", "debtor", "with", "from", "that", "by")
_HIS = frozenset("his her their its our".split())
_TASKS = frozenset("task job role duty responsibility what part share owe owes".split())
_UNLESS = re.compile(
    r"unless (?P<whom>(?:the )?[\w/ ]{2,40}?) (?P<verb>objects?|sees? (?:any |an )?(?:objections?|reason against)|advises? otherwise|instructs? otherwise|directs? otherwise|says? otherwise|(?:has|have) objections?|raises? objections?)\b"
)
_LIMIT = r"(?:by|before|no later than|not later than|nlt|within|on or before) (?!then\b)"
_BY_DAY = re.compile(rf"\b{_LIMIT}")
_UNLESS_TOLD = re.compile(  # "unless instructed otherwise by May 3"
    r"\bunless (?:otherwise (?:instructed|advised|directed|told)|(?:instructed|advised|directed|told) (?:otherwise|to the contrary)"
    r"|(?:we|post|embassy|mission|the department) (?:hears?|is told|are told|receives?|is advised|are advised) (?:otherwise|to the contrary|contrary \w+|an? objections?|objections?|from [\w/ ]{2,30}?)) "
    rf"{_LIMIT}"
    rf"|\b(?:absent|barring|in the absence of) (?:any |an? |your |posts?'? |further )*(?:objections?|contrary \w+|repl(?:y|ies)|responses?|answers?|comments?|word|instructions)(?: from [\w/ ]{{2,30}}?)? {_LIMIT}"
    rf"|\b(?:lacking|failing|without|wanting) (?:any |an? |your |posts?'? |further |contrary )*(?:objections?|repl(?:y|ies)|responses?|answers?|word|instructions)(?: from [\w/ ]{{2,30}}?| to the contrary)? {_LIMIT}"
    rf"|\bunless (?:we|post|embassy|mission|the department|washington) hears?(?: from [\w/ ]{{2,30}}?)? {_LIMIT}"
    rf"|\bif (?:we|it|post|embassy|mission|the department|washington) (?:hears? (?:nothing|no more)|receives? (?:nothing|no [\w ]{{3,30}}?)|(?:has|have) (?:heard nothing|not heard|no [\w ]{{3,30}}?)|(?:does|do) not hear)(?: (?:otherwise|back))?(?: from [\w/ ]{{2,30}}?)? {_LIMIT}"
)
_ACTS = frozenset(
    """signature signing transfer delivery payment release announcement contact approach commitment movement sale shipment
    publication publicity travel contract change disclosure mention offer promise expenditure purchase""".split()
)
_SIGNED = frozenset("contract contracts lease leases certificate certificates memorandum".split())
# One of them stands in whatever the rules find.
_SILENT = frozenset("unless absent absence barring if lacking failing without wanting".split())
_ACTED = frozenset(
    "delivery presentation signature transmittal submission distribution translation return completion collection".split()
)
SIGNS = (
    _TASKS
    | _SILENT
    | _ACTED
    | frozenset(
        """request requests this it all failure no nothing nobody go goes come comes prohibited forbidden permitted authorized belong belongs stand place falls passes there""".split()
    )
)
_FAILURE = re.compile(  # "Failure to reply by May 3 will be taken as agreement"
    rf"(?:failure|a failure) (?:to (?:reply|respond|answer|object|comment)|of (?:[\w ]{{2,20}}) to (?:reply|respond|answer|object|comment)) {_LIMIT}.{{2,60}}? will be (?:taken|read|treated|understood|construed) "
)
_NEVER = re.compile(  # "The draft must on no account leave the embassy"
    r"(?P<what>(?:the |this |these |any |its )?[\w'’ -]{3,60}?) (?:must|should|shall|may|is to|are to|is|are) (?:on|under|in|at) no (?:account|circumstances?|event|case|time) "
)
_SAID_SO = re.compile(r", [^,;]{3,40} (?:said|says|told us|warned|added|insisted)\.?$")
_NOTHING_OUT = re.compile(  # "Until he has signed, nothing in writing should leave the embassy"
    r"(?:(?:until|till|before|pending) [^;:]{2,80}?, |meanwhile,? |for now,? )?nothing (?:(?:in writing|on paper|further|more|of this) )?(?:should|must|shall|may|is to) (?:leave|go (?:out of|from)|be let out of) (?:post|(?:the )?(?:embassy|mission|consulate|section|building))\b"
)
_NO_ACT = re.compile(  # "No signature of the lease shall take place until", "Nothing should be said to the press"
    r"(?:no (?P<what>(?:[\w'’-]+ ){1,9}?)|nothing (?:\w+ )?)(?:should|must|shall|may|is to|are to) (?:take place|go forward|be (?:made|said|given|sent|held|done|shown|taken|told|signed|promised|\w{3,}ed))\b(?: \w+){0,4}? (?:until|before|without|unless|prior to|to (?:the )?(?:press|public|media|host|minist\w+|government))"
)
_NO_LEAVE = re.compile(  # "No SECTO may leave without S/S clearance"
    r"no (?P<what>(?:[\w'’/-]+ ){1,7}?)(?:should|must|shall|may|is to|are to|will) (?:leave|go (?:out|forward)|be (?:\w{3,}ed|sent|made|given|let|put|sold|hung))(?: [\w'’-]+){0,6}? "
    r"(?:without|until) (?:the |prior |express |written |first |having )*(?P<whose>(?:[\w/]+['’]s? |[a-z]{1,5}/[a-z/]{1,9} |department |washington |our )?)(?:\w+ )?(?:clearance|approval|authority|authorization|consent|concurrence|permission|instructions?|okay)\b(?: (?:of|from|by) (?:the |an? )?(?P<giver>[\w/]+(?: [\w/]+)?))?"
)
_NOBODY = re.compile(  # "Nobody is to travel without RSO's consent"
    r"(?:nobody|no one|no (?:officer|employee|staff|member of staff|post|section|local employee)s?) (?:is|are|should|must|may|shall) (?:to )?(?!be\b|have\b|know\b|expect\b)[a-z]{3,} [^.;]{0,100}?\b(?:without|until|before|unless|to the press|with the press)\b"
)
_GOES_TO = re.compile(  # "Findings go to CA/FPP in one spreadsheet"
    r"(?P<what>(?:[\w'’-]+ ){1,5}?)(?:go(?:es)?|comes?) (?:direct |directly |straight |back )?to (?:the )?(?P<whom>department|bureau|washington|desk|operations center|[a-z]{1,5}(?:/[a-z]+)+|us)\b"
)
_BELONGS = re.compile(  # "Comments on staff belong in a separate message", "Names do not belong in the report"
    r"(?P<what>[^,;:]{3,90}?) (?:belongs?|(?:does|do) not belong|(?:should|must) not stand|ha(?:s|ve) no place|(?:is|are) out of place) (?:only |rather |not )?(?:in|under|on|at|with) (?:the |an? |its own |their own |another |separate |post's |your |that |this )*(?:[\w-]+ ){0,3}?"
    r"(?:messages?|cables?|telegrams?|channels?|e-?mails?|septels?|letters?|memoranda|memorandum|annex|reports?|replies|reply|folders?|files?|envelopes?|pouch|paragraphs?|column|remarks|subject lines?|cover|spreadsheets?|attachments?|section|sheets?|forms?|lists?|package)\b"
)
_FORBIDDEN = re.compile(  # "Disposal of stock by burning is prohibited"
    r"(?:the |any |all )?(?:disposal|disclosure|duplication|destruction|release|use|discussion|transmission|distribution|copying) of [^,;:]{3,80}? (?:is|are) (?:strictly |expressly |absolutely )?(?:prohibited|forbidden|not permitted|not authorized)(?! by\b)"
)
_PLANNER = re.compile(
    r"(?P<who>[\w/' ]{1,40}?) (?:will|plans? to|intends? to|proposes? to|means? to|shall)\b"
)
_TOLD_OF = frozenset({"you", "them"})
_SOURCE = re.compile(r"\bfrom (?P<whom>(?:the )?[\w/ ]{2,30}?) (?:by|before|no|not|nlt|within|on)\b")
_TAKEN_FOR = re.compile(  # "Posts' concurrence is assumed unless we hear otherwise by"
    r"(?:the |your )?(?:[\w'’]+ ){0,3}?(?:concurrence|agreement|consent|assent|approval|acceptance|clearance)(?: (?:of|by) [\w ,]{2,40}?)? (?:is|will be|shall be|may be) (?:assumed|presumed|taken|understood)\b"
)
_THERE = re.compile(  # "For each ride there must be one room per officer"
    r"(?:(?:for|at|in|on|with|where|when|by|before|during|if|beside|behind) [^,;]{3,60}?,? )?there (?P<duty>must|shall|should|has to|have to|is to|are to|needs? to) (?:always |also |at all times |then |\w+ly )*be "
    r"(?P<what>(?!no\b|not\b|some)[^,;.]{3,80})"
)
_COUNTED = re.compile(r"(?:at least |no (?:more|fewer|less) than )?(?:an?|one|two|three|four|five|six|\d+) ")
_EACH = re.compile(r"\b(?:per|(?:for|at|in|on|with|to|by|beside|behind) (?:each|every|both))\b")
_NO_WAY = re.compile(
    r"(?:under|in|on|at) no (?:circumstances?|conditions?|account|event|case|time) (?:is|are|should|may|must|shall) (?P<what>(?:the |this |these |any |its )?[\w'’ -]{3,60}?) (?:to be|be|leave|go)\b"
)
_GIVEN_OR_PAPERS_OR_SIGNED = v.GIVEN | PAPERS | _SIGNED
_PAPERS_OR_OF_POSTS_OR_WITNESS_WITNESSES = PAPERS | OF_POSTS | {"witness", "witnesses"}
_GIVEN_OR_PAPERS = v.GIVEN | PAPERS
_GIVEN_OR_PAPERS_OR_NAMES_QUESTIONS = v.GIVEN | PAPERS | {"names", "questions", "figures"}


def assigned_at(low: str, cast: Cast) -> Verdict | None:
    """Return the verdict of a sentence in small letters that hands somebody a task by its opening words."""
    if SIGNS.isdisjoint(words_in(low)):
        return None
    return (
        _purpose(low)
        or _assigned(low, cast)
        or _request_is(low, cast)
        or _for_act(low, cast)
        or _silence(low, cast)
        or _untold(low, cast)
        or _ban(low, cast)
    )


def _purpose(low: str) -> Verdict | None:
    """Said what a cable is for: "This request is for posts to report"."""
    match = _PURPOSE.match(low) if low.startswith("th") else None
    if match is None or (_FOR_NAMED.match(low) and " to " not in low[match.end() :]):
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=match.end(), form="that", subject=(match.end(), len(low)))


def _assigned(low: str, cast: Cast) -> Verdict | None:
    """Said whose task it is: "It falls to" asked "to" verb; asked "'s task is to" verb; "what we need from" asked "is"."""
    opening = _IT_FALLS.match(low) if " it " in low else None
    start = opening.end() if opening else 0
    may_assign = (
        low.startswith(("it ", "all ", "to "), start)
        or " is all " in low
        or not _TASKS.isdisjoint(words_in(low))
    )
    match = _ASSIGNED.match(low, start) if may_assign else None
    if match is None:
        return None
    whom = next(name for name in _WHOM if match.group(name))
    wanted = Part.SENDER if whom == "by" else Part.ASKED
    who = match.group(whom)
    if wanted not in (cast.part_of(who), cast.part_of(who.upper()) if who.upper() in v.BUREAUS else None):
        return None
    form = "order" if whom in ("to", "of", "each") else "thing"
    cue_at = low.find("owe", match.end(whom)) if whom == "debtor" else start
    return Verdict(is_ask=True, cue_at=cue_at, order_at=match.end(), form=form, subject=match.span(whom))


def _request_is(low: str, cast: Cast) -> Verdict | None:
    """Said what the sender's request is: "Our request is that" asked verb."""
    match = (_REQUEST_IS.match(low) or _HENCE.match(low)) if "request" in low[:60] else None
    thing = _REQUEST_FOR.match(low) if match is None and "request is for " in low[:60] else None
    if thing is not None and (thing["who"] is None or cast.part_of(thing["who"]) is Part.SENDER):
        return Verdict(is_ask=True, cue_at=0, order_at=thing.end(), form="thing", subject=(0, 0))
    that = (match["that"], match["that"].split()[0]) if match else ()
    if match is None or Part.ASKED not in {cast.part_of(name) for name in that}:
        return None
    is_ours = match["who"] is None or cast.part_of(match["who"]) is Part.SENDER
    start, end = match.start("that"), len(low)
    return (
        Verdict(is_ask=True, cue_at=0, order_at=start, form="that", subject=(start, end)) if is_ours else None
    )


def _for_act(low: str, cast: Cast) -> Verdict | None:
    """Said what a paper is for: paper "is for" act; "The note in paragraph 5 is for presentation to the ministry"."""
    match = _FOR_ACT.match(low) if " for " in low and cast.asks_posts else None
    if match is None:
        return None
    head = noun_phrase(match["what"].split())[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_SIGNED)
    is_ask = is_paper and cast.part_of(match["what"]) in (Part.MATTER, Part.NOBODY)
    return Verdict(is_ask=True, cue_at=match.start("duty"), order_at=0, form="matter") if is_ask else None


def _silence(low: str, cast: Cast) -> Verdict | None:
    """Silence is consent: "unless" asked "objects by" day, sender will: who objects must say so by then."""
    match = _UNLESS.match(low) if low.startswith("unless ") else None
    if match is None or cast.part_of(match["whom"]) is not Part.ASKED:
        return None
    comma = low.find(", ", match.end())
    if comma > 0 and _PLANNER.match(low, comma + 2) and not _BY_DAY.search(low, match.end(), comma):
        return None  # the sender tells its own plan, and owes no answer by a day
    return Verdict(
        is_ask=True, cue_at=match.start("verb"), order_at=0, form="matter", subject=match.span("whom")
    )


def _untold(low: str, cast: Cast) -> Verdict | None:
    """Silence is consent, said of the sender: sender will, "unless instructed otherwise by" day; "absent objection by" day."""
    match = None if _SILENT.isdisjoint(words_in(low)) else _UNLESS_TOLD.search(low)
    if match is None and low.startswith(("failure ", "a failure ")) and _FAILURE.match(low):
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter", subject=(0, 0))
    if match is None:
        return None
    source = _SOURCE.search(low, *match.span())
    if (
        source is not None
        and cast.part_of(source["whom"]) is not Part.ASKED
        and source["whom"] not in _TOLD_OF
    ):
        return None  # "if it has not heard from the airline by"
    if _TAKEN_FOR.match(low):
        return Verdict(
            is_ask=True, cue_at=match.start(), order_at=match.start(), form="matter", subject=(0, 0)
        )
    planned = _PLANNER.match(low) if match.start() else _PLANNER.search(low, low.find(", ", match.end()) + 1)
    if planned is None or cast.part_of(planned["who"]) is not Part.SENDER:
        return None
    return Verdict(is_ask=True, cue_at=match.start(), order_at=match.start(), form="matter", subject=(0, 0))


def _ban(low: str, cast: Cast) -> Verdict | None:
    """Forbidden of a thing: "under no circumstances" ("is" | "should") thing participle."""
    if not cast.asks_posts:
        return None
    if (
        _NOBODY.match(low)
        or (_NOTHING_OUT.match(low) and _SAID_SO.search(low) is None)
        or _FORBIDDEN.match(low)
        or _goes_to(low, cast)
        or _belongs(low, cast)
    ):
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter")
    if "there " in low and (there := _THERE.match(low)) and _is_there(low, there, cast):
        return Verdict(is_ask=True, cue_at=there.start("duty"), order_at=0, form="matter")
    if not (" no " in low or low.startswith("no")):
        return None
    leave = _NO_LEAVE.match(low)
    if leave is not None and _needs_our_leave(leave, cast):
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter")
    match = _NO_WAY.match(low) or _NO_ACT.match(low) or _NEVER.match(low)
    if match is None or not _is_thing(match["what"] or "it", cast, is_any=match.re is _NO_WAY):
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter")


def _is_there(low: str, there: re.Match[str], cast: Cast) -> bool:
    """Return whether posts shall see to it that a thing is there: a paper of theirs, or one for each room, desk or officer."""
    part = cast.part_of(there["what"])
    head = noun_phrase(there["what"].split())[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(
        _PAPERS_OR_OF_POSTS_OR_WITNESS_WITNESSES
    )
    is_each = _EACH.search(low) is not None and _COUNTED.match(there["what"]) is not None
    is_firm = there["duty"] != "should" and is_paper
    return (
        (is_firm or is_each) and part not in (Part.THIRD, Part.PERSON) and not is_from_others(there["what"])
    )


def _needs_our_leave(leave: re.Match[str], cast: Cast) -> bool:
    """Return whether a thing may not go without leave of an office of ours: host police give leave too, to travelers."""
    whose = re.sub(r"['’]s?$", "", leave["whose"].strip()) or leave["giver"] or ""
    owner = cast.part_of(whose) if whose else Part.NOBODY
    is_ours = owner in (Part.SENDER, Part.ASKED) or whose == "our" or "/" in whose
    is_unowned = not whose and cast.part_of(leave["what"]) is Part.MATTER
    return (is_ours or is_unowned) and cast.part_of(leave["what"]) not in (Part.PERSON, Part.THIRD)


def _goes_to(low: str, cast: Cast) -> bool:
    """Return whether a sentence says where papers of those asked go: "Findings go to CA/FPP"; another's do not."""
    match = _GOES_TO.match(low)
    if match is None or cast.part_of(match["whom"]) not in (Part.SENDER, Part.NOBODY):
        return False
    head = noun_phrase(match["what"].split())[-1:]
    return bool(head) and head[0] in _GIVEN_OR_PAPERS and "'s " not in match["what"]


def _belongs(low: str, cast: Cast) -> bool:
    """Return whether a sentence says in which message papers of those asked belong, or in which they do not."""
    match = _BELONGS.match(low)
    if match is None or "'s " in match["what"] or is_from_others(match["what"]):
        return False
    words = match["what"].split()
    head = noun_phrase(words)[-1:]
    is_sent = bool(head) and head[0] in _GIVEN_OR_PAPERS_OR_NAMES_QUESTIONS
    return is_sent and words[0] not in _HIS and cast.part_of(match["what"]) in (Part.MATTER, Part.NOBODY)


def _is_thing(phrase: str, cast: Cast, *, is_any: bool) -> bool:
    """Return whether the words name a thing, or an act of office: a strike and a mayor are neither."""
    part = cast.part_of(phrase)
    is_act = not _ACTS.isdisjoint(noun_phrase(phrase.split())[-1:])
    return part is Part.MATTER or (part is Part.NOBODY and (is_any or is_act))
