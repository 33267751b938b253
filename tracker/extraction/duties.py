"""What somebody should, must or is to do, or what is to be done to a thing; each docstring is its rule."""

import re

from tracker.extraction import (
    asked_clauses,
    bans,
    having,
    in_hand,
    inner_clauses,
    matters,
    needs,
    others_papers,
    overtures,
    paperwork,
    people,
    promises,
    reaching,
    refusals,
    remainders,
    visitors,
    wanted_things,
    wishes,
)
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM, doer_of, is_theirs_on_paper
from tracker.extraction.posts_of_countries import cities_alone
from tracker.extraction.verdicts import Cue, Verdict, refused

_NOT_DOING = re.compile(
    r"(?:not )?(?:be )?(?:aware|mindful|(?:already |by now |long since )?have (?!(?:[\w'’-]+ ){1,5}?(?:ready|at hand|on hand|to hand|handy)\b)|(?:take )?(?:careful )?note (?:of |carefully )?(?:that|the (?:following|above)\b)|know|expect|find that|recall|see (?:no|that|a))"
)
_NOT = r"(?:not (?:repeat not )?|(?:on|under|in|at|by) no (?:account|circumstances|case|event|time|means) )?"
SENT = re.compile(
    rf"{_NOT}(?:also |then |now |still |again |instead |first |always |{v.ADVERB} )*be (?:{v.ADVERB} )?([a-z-]+)"
)
_TO_SEE = re.compile(
    r"(?:also |then |first )?(?:find out\b|find (?:an?|another|somebody|someone|two|three|room|space)\b(?!.*\b(?:attached|enclosed|below|useful|helpful|interesting)\b)|get (?:in touch|word)\b|see (?:whether\b|if\b|that (?:it|they|this|these|nothing|none|both|nobody|no one) |to (?:it|this|that|these|those|the|all|each|every|its|their|your)\b|that (?:the|all|any|each|every|its|no)\b|him|her|them|(?:the |a |an |his |her |its |their )?(?:[\w'-]+ ){0,2}(?:minister|deputy|counterpart|president|secretary|director|official|governor|commissioner|chief|speaker|mayor|chairman)\b))"
)
_NOTE_AND = re.compile(  # in debate to note is to say: "Delegation should note that few have answered and support the chair's wish"
    r"(?:also |then )?(?:take )?note (?:that )?[^.;]{8,160}? and (?:\w+ly |also |then )?(?:support|urge|welcome|ask|oppose|stress|express|request|join|call (?:for|on)|propose|seek|suggest|thank|reserve|insist|encourage|press|invite|recall|say) (?!of\b|by\b)"
)
_SHOWN = frozenset(
    "shared disclosed divulged shown revealed released passed given discussed left leaked".split()
)
_TO_OTHERS = re.compile(
    r"\b(?:to|with|among) (?:the )?(?:host|foreign|press|public|media|ministr|government|interlocutor|your (?:contacts|interlocutors)|third part)"
)
_TURNING = re.compile(  # what puts the verb before its subject: "Only then should post reply"
    r"(?:and |but )?(?:only|not|nor|neither|never|no (?:later|sooner)|in no|at no|under no|on no|by no|until|even)\b",
    re.IGNORECASE,
)
_AMBASSADOR = re.compile(
    r"(?:AMBASSADOR|Ambassador|Charge|CHARGE|Consul General|CONSUL GENERAL) (?!of\b|OF\b)[A-Z][\w'’-]+"
)
_IF_TURNED = re.compile(  # "may join consensus should the text be adopted"
    r"(?:the|an?|this|that|these|those|any|no|its|their|his|her|it|they|he|she|there|further|other|anyone|anybody|someone|somebody|everyone|one|such|more|another) "
)
_UNSURE = re.compile(r"\b(?:may|might|could|would|used to|no longer) $", re.IGNORECASE)
_CLOSES = re.compile(r"(?:then |also )?(?:(?:close|end|open|begin) with|accompany)\b")
_IRREGULAR = frozenset(
    "run put held kept set read cut brought bought taught built caught sold lent paid laid spent left".split()
)
_WITH_US = re.compile(
    r"be (?:back |all |safely )?(?:in (?:our|(?:the )?(?:department|bureau|desk|washington|[a-z]{1,5}/[a-z/]+)['’]s) hands|in the hands of (?:the )?(?:department|bureau|desk|[a-z]{1,5}/[a-z]+)|with (?:us|(?:the )?(?:department|bureau|desk)|[a-z]{1,5}/[a-z]+)|on (?:our|the) desks?(?! of\b)|here (?:by|before|no later|not later|nlt))(?![\w/])"
)
_SUPPLIED = v.HANDLED | frozenset("supplied furnished sent cabled telegraphed given".split())
_SENT_ON = frozenset(
    "reach follow arrive include contain cover close bear carry give list show state accompany end open".split()
)
_TAKE_PLACE = re.compile(
    r"(?:take place|be held|occur) (?:(?:by|before|no later than|not later than|nlt|within|on or before)\b|(?:sometime )?(?:this|next) (?:week|month)\b)"
)
_OUR_ACT = re.compile(
    r"(?:the|an?|this|each) (?:\w+ )?(?:demarche|delivery|presentation|call|briefing|interview|meeting|drill|inventory|inspection|count)s?",
    re.IGNORECASE,
)
_STEPS = re.compile(  # what an office does, though none is named: "Steps should be taken at once"
    r"(?:and |but |then |(?:mean)?while |at the same time,? )?(?:(?!th(?:at|is|ese|ose|eir)\b|its\b)(?:\w+ ){0,3}?(?:steps|action|measures|care|pains|precautions|efforts?|contact|use|arrangements|provision|inquir(?:y|ies)|approach(?:es)?"
    r"|representations|soundings|mention|allowance|note|caution|discretion|attempts?|search|checks?|preparations|reservations|bookings?))",
    re.IGNORECASE,
)
_STEPPED = frozenset("taken made exercised used observed begun carried undertaken given put set".split())
_SHOULD_HAVE = re.compile(r"(?:also |perhaps |never )?have (?:been\b|\w{3,}ed\b)")
_RESOLUTION = re.compile(r"(?:draft |resolution )*[A-Z]{1,3}[./]\d[\w./]*(?: as a whole)?", re.IGNORECASE)
_NO_MORE, _JUST = re.compile(r"do no more than "), re.compile(r"just ")
_BEING_DONE = re.compile(rf"{matters.BEING_MADE}.*\band $")
_PRONOUNS = frozenset("it this that these those they".split())
_ELSEWHERE = re.compile(
    r"\b(?:congress|hill|omb|gao|senate|the public|next of kin)\b|\ban? (?:government|state|country|party|member|firm|company)\b",
    re.IGNORECASE,
)
_AWARE = re.compile(r"be made (?:fully |well )?aware\b")
_LENGTH = re.compile(  # of a paper: "should run to no more than four pages"
    r"(?:not )?(?:exceed|run (?:to|over|past|on for|longer)|be (?:\w+ ){0,2}?(?:longer|shorter|more|over|under)|fit (?:on|in|into)|fill)\b[^.;,]{0,40}\b(?:pages?|words|lines|paragraphs?)\b"
)
_GO_TO = re.compile(
    r"(?:also |then |only )?go (?:\w+ly |only |straight |direct |first )?(?:to|through|via|by|under|in|out|forward|back)\b"
)
_FIGURES = re.compile(
    r"(?:all |the |these |any |your |post['’]s )?(?:figures|amounts|sums|totals|costs|prices|quantities|weights|values|distances|statistics|tables)",
    re.IGNORECASE,
)
_IN_UNITS = re.compile(  # how figures are to be: "Figures should be for calendar year 2004"
    r"(?:also |all )?(?:be|run) (?:given |shown |stated |expressed )?(?:for (?:the )?(?:calendar|fiscal|last|full|whole|same|\d{4})|as of |in (?:u\.s\. |us |metric |thousands|millions|dollars|local currency|tons|kilos|rounded|whole))"
)
_ON_OUR_SITE = re.compile(  # "These should be on the desk's site by noon"
    r"be (?:up |available |posted )?(?:on|in) (?:the |our )(?:[\w/]+(?:['’]s)? ){0,3}?(?:site|web ?site|page|portal|server|drive|folder|inbox|mailbox|database|tray|wire|wires|pouch|bag|mail|air)\b"
)
_TO_YOU = re.compile(
    r"(?:\w+ly )?(?:reach|arrive at|come to|follow to) (?:the )?(?:posts?|you|embass|missions?|addressees?)\b"
)
_HANG = re.compile(  # "it is to appear on post's page before June 1": the place is theirs who are asked
    r"(?:also |then |only )?(?:appear|stand|hang|go up|run|be (?:up|on display|visible|posted)) (?:\w+ )?(?:on|in|at|outside) (?:the (?=(?:embass|mission|consul))|all |each |every )?(?:your|(?:posts?|embass(?:y|ies)|missions?|consulates?|consular sections?|addressees)['’]s?|posts|embassy|consular|mission) (?:\w+ ){0,2}?(?:home ?pages?|pages?|web ?sites?|sites?|boards?|windows?|rooms?|doors?|gates?|lobby|lobbies|files?|logs?|hall|calendars?|premises)\b"
)
_IN_PAPER = re.compile(  # where posts report a thing: "should follow in an addendum"
    r"(?:also |then |only )?(?:follow|go|come|be (?:reported|given|told|covered|described|treated)) (?:in|by|under|as) (?:(?:an?|the|your|its|their|post's) )?"
    r"(?:\w+ )?(?:addend(?:um|a)|supplements?|septels?|annex(?:es)?|separate (?:messages?|cables?|telegrams?|e-?mails?)|later (?:messages?|cables?)|next (?:report|cable)|e-?mails?|pouch)\b"
)
_CAPITALS = re.compile(r"\b(?:department|dept|washington|bureau|headquarters|desk|[a-z]{1,5}/[a-z/]{1,12})\b")
_CHARGED = re.compile(r"be charged (?:to|against) ")  # "Overtime should be charged to allotment 2049"
_MOVED = v.MOVED | {"booked", "reserved"}
_OF_POSTS = frozenset(  # what posts do, not what a capital that a city stands for would do
    """report send submit confirm correct cable advise inform forward furnish deliver transmit notify coordinate resend
    check verify complete update provide pouch repeat answer count address describe include cover list note devote add""".split()
)
_AS_BEFORE = re.compile(  # in small letters, what offices keep up: "Shipments | go forward as before"
    r"(?:and |but |meanwhile,? |otherwise,? |all |the |these |such |other |routine |weekly |monthly |regular |(?:[\w-]+ )){0,3}?(?:shipments?|deliver(?:y|ies)|payments?|interviews?|reporting|reports?|distribution|issuance|services?|collections?|pick-?ups?|samplings?|readings?|counts?|inspections?|briefings?|registration|processing|disbursements?|mailings?|pouch(?:es)?|patrols?|drills?|checks?|contacts?|work)(?: (?:of|to|on|at|for|with|by|under) [^|;:]{2,50})? \| "
    r"(?:not (?:stop|cease|lapse)|(?:then |otherwise |meanwhile )?(?:go (?:forward|on|ahead|out)|continue|proceed|run|be (?:resumed|kept up|continued|carried on|made))) ?(?:(?:just |exactly )?as (?:before|usual|planned|in the past|hitherto|heretofore)|until further (?:notice|word|instructions?)|without (?:a break|interruption|change|let-?up))\b"
)
_ACTED_ON = re.compile(  # in small letters, what others do to a post: "Embassy is not to be asked for money"
    r"be (?:\w+ly |also |then |soon )?(?:asked|blamed|closed|reopened|moved|merged|inspected|visited|charged|billed|paid|reimbursed|congratulated|commended|thanked|rebuilt|renamed|raised)\b"
)
_ORDERS = v.ORDERS - {"look", "await"}
_ORDERS_ALONE = v.ORDERS - v.POSTS


def modal(cue: Cue) -> Verdict | None:
    """subject ("should" | "must" | "is to") verb."""
    if cue.words == "need":
        return _little(cue)
    if cue.words.startswith("will need") and (fronted := remainders.fronted(cue)):
        return fronted
    if _is_no_duty(cue):
        return None
    said_of = inner_clauses.part_said_of(cue)
    if said_of is Part.ASKED:
        return _by_whom(cue._replace(part=said_of))
    if said_of is not None:
        return None if cue.words == "will" else refused(refusals.THIRD)
    return _by_whom(cue)


def _by_whom(cue: Cue) -> Verdict | None:
    """Return the duty by whose it is: theirs who are asked, the sender's, a third party's."""
    if cue.words == "will" and cue.part is not Part.ASKED:
        return cue.ask("matter", order_at=cue.subject_at)  # of a paper: else it was no duty
    if cue.part is Part.ASKED and having.is_done_by_then(cue):
        return cue.ask("order")
    if _SHOULD_HAVE.match(cue.rest):
        return in_hand.had_by_day(cue) or refused(refusals.PAST)
    if cue.part is Part.SENDER or in_hand.goes_on_liking(cue):
        return _behind_and(cue) or in_hand.in_hand(cue) or refused(refusals.SENDER)
    if cue.part is Part.ASKED:
        is_condition = cue.words == "should" and " " in cue.subject.strip() and _IF_TURNED.match(cue.tail)
        return None if is_condition else _duty(cue)
    is_aside = cue.subject.lower().rstrip().endswith((", which", ", who")) or _BEING_DONE.search(cue.subject)
    if is_aside or matters.is_seen_to(cue.tail):
        return refused(refusals.THIRD)  # what is said of something in passing
    if cue.part is Part.NOBODY and (is_turned(cue) or is_post_alone(cue)):
        return cue.ask("order")
    return (
        _envoys_duty(cue)
        or (cue.ask("matter", order_at=cue.subject_at) if remainders.is_rest(cue) else None)
        or (cue.ask("matter", order_at=cue.subject_at) if _is_theirs_to_do(cue) else None)
        or _handled(cue)
        or _made_so(cue)
        or refused(refusals.PERSONS if cue.part is Part.PERSON else refusals.THIRD)
    )


def _is_theirs_to_do(cue: Cue) -> bool:
    """Return whether nobody but a post can do what is told of a thing, or leave it undone."""
    return (
        people.have_it_of_post(cue)
        or reaching.is_owed(cue)
        or bans.is_shy(cue)
        or bans.is_kept_waiting(cue)
        or paperwork.is_gone_over(cue)
    )


def _little(cue: Cue) -> Verdict | None:
    """asked "need only" verb, or "need" verb "only": "Oslo need only thank the ministry", "POSTS NEED SEND ONLY CHANGES"."""
    if (front := wishes.fronted(cue)) is not None:
        return front
    if cue.part is Part.SENDER:
        return needs.needed(cue)
    rest = _JUST.sub("", _NO_MORE.sub("", cue.rest))
    is_order = promises.first_verb(rest) in _ORDERS
    return cue.ask("order") if cue.part is Part.ASKED and is_order else None


def _behind_and(cue: Cue) -> Verdict | None:
    """sender verb, "and" thing of posts modal participle: "We are no bank, and stamps are to be kept locked up"."""
    subject = cue.subject.lower().lstrip()
    if matters.ONE_CABLE.match(subject.rpartition(", ")[2]) or matters.ONE_CABLE.match(subject):
        cue = cue._replace(part=Part.MATTER)
        is_due = wishes.DATED.search(cue.rest) and " from " not in subject  # else it is the sender's next
        return _handled(cue) or (
            _made_so(cue) if is_due else None
        )  # "A short cable is to be sent": not this one
    is_thing = ", and " in cue.subject.lower() and matters.is_of_posts(cue.subject)
    return _handled(cue._replace(part=Part.NOBODY)) if is_thing else None


def is_turned(cue: Cue) -> bool:
    """Return whether those asked stand behind the modal: "Under no circumstances may a post pass the list on"."""
    if not _TURNING.match(cue.subject.strip()) or promises.first_verb(cue.tail) in _ORDERS_ALONE:
        return False
    return cue.cast.part_of(" ".join(cue.tail.split()[:2])) is Part.ASKED


def _is_no_duty(cue: Cue) -> bool:
    """Return whether a modal lays no duty on anybody: what will be, what may have to be, what a reason tells."""
    is_reason = cue.words.startswith(("is ", "are ")) and inner_clauses.is_told(cue)
    is_unsure = cue.words.startswith(("ha", "need")) and _UNSURE.search(cue.subject)
    is_plan = cue.words.strip() == "will have" or (cue.words == "will" and cue.part is not Part.ASKED)
    is_plan = is_plan and not promises.is_form_of_paper(cue)
    return not cue.rest[:1].isalnum() or is_plan or bool(is_reason or is_unsure)


def _envoys_duty(cue: Cue) -> Verdict | None:
    """ambassador with his name modal order: "Ambassador Sampleton should deliver the letter"."""
    is_named = cue.cast.asks_posts and _AMBASSADOR.fullmatch(cue.subject.strip())
    return cue.ask("order") if is_named and promises.first_verb(cue.rest) in v.ORDERS else None


def is_post_alone(cue: Cue) -> bool:
    """Return whether a city is a post of ours where TO names none: "Port-au-Prince should correct the list", "Abu Dhabi is asked to"."""
    is_told = cue.match.lastgroup == "told"
    is_order = is_told or promises.first_verb(cue.rest) in _OF_POSTS
    if not (cue.cast.asks_posts and is_order) or cue.setting.is_opinion or cue.setting.is_background:
        return False
    cities = cities_alone(cue.subject)
    is_several = len(cities) > 1 and cue.cast.has_collective
    is_nobody_named = not cue.cast.names or (cue.cast.has_collective and is_told)
    return bool(cities) and (is_nobody_named or is_several)


def _duty(cue: Cue) -> Verdict | None:
    """asked modal verb, unless the verb is one of knowing; "feel free to" leaves it open."""
    if cue.words == "will":
        return promises.owed(cue)
    if cue.words.startswith(("is", "are")) and _ACTED_ON.match(cue.rest):
        return refused(refusals.THIRD)
    if _TO_SEE.match(cue.rest) or having.is_order(cue):
        return cue.ask("order")
    if cue.rest.startswith("feel free"):
        return cue.ask("order", is_optional=True)
    is_said = cue.cast.is_delegation and _NOTE_AND.match(cue.rest) is not None
    if (_NOT_DOING.match(cue.rest) or is_knowing(cue.rest) or promises.is_of_some(cue)) and not (
        having.is_had_by_day(cue.rest) or having.is_fetched(cue.rest) or is_said
    ):
        return refused(refusals.KNOWING)
    return cue.ask("order")


def _made_so(cue: Cue) -> Verdict | None:
    """thing modal verb of being: "Replies should include the name of the official"."""
    is_moving = cue.words.startswith(("is ", "are ", "ha")) and promises.first_verb(cue.rest) not in _SENT_ON
    if (not cue.cast.asks_posts and cue.subject.strip().lower() in _PRONOUNS) or matters.is_by_law(cue.low):
        return None
    if _TO_YOU.match(cue.rest) or asked_clauses.is_of_others(cue.subject.lower().lstrip(), cue.cast):
        return None
    if cue.cast.asks_posts and _TAKE_PLACE.match(cue.rest) and _OUR_ACT.fullmatch(cue.subject.strip()):
        return cue.ask("matter", order_at=cue.subject_at)
    is_person = any(nouns.is_third(word) for word in cue.subject.lower().partition(" from ")[0].split()[-1:])
    is_thing = cue.part in (Part.MATTER, Part.NOBODY) and not is_person
    if cue.cast.asks_posts and is_thing and _WITH_US.match(cue.rest):
        return cue.ask("matter", order_at=cue.subject_at)
    is_so = (
        reaching.is_brought_to_one_of_us(cue)
        or _LENGTH.match(cue.rest)
        or _HANG.match(cue.rest)
        or _IN_PAPER.match(cue.rest)
        or _is_put_so(cue)
        or _AS_BEFORE.match(f"{cue.subject.lower().strip()} | {cue.rest}")
    )
    if cue.cast.asks_posts and cue.part in (Part.MATTER, Part.NOBODY) and is_so:
        return cue.ask("matter", order_at=cue.subject_at)
    is_sent = cue.part is Part.NOBODY and wanted_things.is_sent(cue)
    if (cue.part is Part.MATTER or is_sent) and matters.GET_TO_US.match(cue.rest):
        return cue.ask("matter", order_at=cue.subject_at)
    is_made_so = (
        promises.first_verb(cue.rest) in v.STATES
        or _CLOSES.match(cue.rest)
        or matters.is_at_hand(cue.rest)
        or _GO_TO.match(cue.rest)
    )
    if cue.part is Part.MATTER and is_made_so and not is_moving and not others_papers.is_laid_down(cue):
        return cue.ask("matter", order_at=cue.subject_at)
    return None


def _is_put_so(cue: Cue) -> bool:
    """Return whether figures are to be of a kind, or what has just been asked for on a page of ours by a day."""
    if not cue.cast.asks_posts or cue.part not in (Part.MATTER, Part.NOBODY):
        return False
    subject = cue.subject.strip().lower()
    if _IN_UNITS.match(cue.rest):
        return cue.part is Part.MATTER or _FIGURES.fullmatch(subject) is not None
    is_it = subject in _PRONOUNS or subject in {"both", "all"}
    return is_it and bool(wishes.DATED.search(cue.rest) and _ON_OUR_SITE.match(cue.rest))


def is_knowing(rest: str) -> bool:
    """Return whether the verb after a modal is one of knowing, which asks for nothing to be done."""
    verb = promises.first_verb(rest)
    return verb in v.KNOWING and verb not in v.STILL_ASKED


_FOR_THEM = re.compile(  # what a body spoken of just before wants of others: "It meets each Tuesday, and papers for it"
    r"^(?:it|he|she|they|the (?:cabinet|committee|council|court|board|ministry|parliament|commission|assembly|bank|panel|jury)) [^,;]{3,80}, (?:and|but|so) (?:the |all |any |its )?[\w-]+ (?:for|to|before) (?:it|him|her|them) $"
)


def _handled(cue: Cue) -> Verdict | None:
    """thing modal "be" participle: "Replies should be sent to the desk"; people may be encouraged."""
    match = SENT.match(cue.rest)
    is_others = (
        matters.is_for_others(cue.rest)
        or _FOR_THEM.search(cue.subject.lower()) is not None
        or (match is not None and matters.is_edition(cue.subject.strip(), match.group(1)))
    )
    if match is None or is_others or matters.is_by_law(cue.low):
        return refused(refusals.THIRD) if is_others else None
    done = match.group(1)
    by_whom = Part.THIRD if paperwork.is_poll(cue, done) else doer_of(cue)
    if by_whom in (Part.ASKED, Part.THIRD, Part.PERSON):
        return cue.ask("done", order_at=cue.subject_at) if by_whom is Part.ASKED else None
    is_kept = done in _SHOWN and _TO_OTHERS.search(cue.rest) and cue.cast.asks_posts
    is_kept = is_kept or (cue.cast.asks_posts and cue.part is not Part.PERSON and matters.is_for_us(cue.rest))
    is_kept = is_kept or paperwork.is_put_down(cue) or overtures.is_met(cue)
    if is_kept or _is_supplied(cue, done) or _is_step(cue, done) or bans.forbids(cue, done):
        return cue.ask("done", order_at=cue.subject_at)
    if (
        visitors.is_fitted_out(cue)
        or visitors.hand_over(cue)
        or people.are_served(cue, done)
        or visitors.is_answered(cue, done)
    ):
        return cue.ask("done", order_at=cue.subject_at)
    if done in v.COMMUNICATED and cue.part is not Part.PERSON and not wanted_things.is_sent_by_others(cue):
        return cue.ask("done", order_at=cue.subject_at)
    is_moved = done in _MOVED or _AWARE.match(cue.rest) or _CHARGED.match(cue.rest)
    if is_moved and cue.cast.asks_posts and not _ELSEWHERE.search(cue.subject):
        return cue.ask("done", order_at=cue.subject_at)
    if done in v.HANDLED and (cue.part is Part.MATTER or cue.setting.is_action) and _may_be_asked(cue):
        return cue.ask("done", order_at=cue.subject_at)
    return cue.ask("done", order_at=cue.subject_at) if _is_to_be_made(cue, done) else None


def _is_supplied(cue: Cue, done: str) -> bool:
    """Return whether a post wants what only its capital gives: "Fund cite is lacking and should be supplied"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_posts
    return is_post and done in _SUPPLIED and asked_clauses.is_of_office(cue.low, cue.cast)


def _is_step(cue: Cue, done: str) -> bool:
    """Return whether offices do what is to be done, and nobody is named: "Steps should be taken at once"."""
    is_step = cue.cast.asks_posts and done in _STEPPED and _STEPS.fullmatch(cue.subject.strip())
    return bool(is_step) and BY_WHOM.search(cue.rest) is None


def _is_to_be_made(cue: Cue, done: str) -> bool:
    """Return whether any participle makes an order of a passive: of what posts send, or of a thing under a title of orders."""
    is_one = cue.subject.lower().lstrip().startswith(("a ", "an ")) and done not in v.HANDLED
    is_named = _RESOLUTION.fullmatch(cue.subject.strip()) or wanted_things.is_sent(cue)
    is_thing = cue.part is Part.MATTER or (
        cue.part is Part.NOBODY and (cue.setting.is_action or is_named or _is_at_hand(cue))
    )
    is_done = (done.endswith(("ed", "en", "ade", "wn")) or done in _IRREGULAR) and done not in v.SEEN
    return cue.cast.asks_posts and is_thing and is_done and not is_one


def _is_at_hand(cue: Cue) -> bool:
    """Return whether a thing is in the hands of posts, and nobody but one of theirs is to handle it."""
    by_whom = BY_WHOM.search(cue.rest)
    if cue.setting.is_background:
        return False
    is_ours = by_whom is None or not nouns.ROLES.isdisjoint(by_whom["whom"].split())
    return is_ours and (matters.is_of_posts(cue.subject) or is_theirs_on_paper(cue))


def _may_be_asked(cue: Cue) -> bool:
    """Return whether a thing to be handled is asked of the reader: a post's report says so much of others."""
    return cue.cast.asks_posts or cue.setting.is_action or bool(_CAPITALS.search(cue.low))
