"""Whether one sentence asks those addressed to do something, which words ask, and if not, why not."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.cable.hints import words_in
from tracker.extraction import awaiting, refusals, spelling
from tracker.extraction import vocabulary as v
from tracker.extraction.assigning import assigned_at
from tracker.extraction.cast import Cast, Part
from tracker.extraction.labels import day_end, label_end
from tracker.extraction.orders import opens_with_verb, order_at
from tracker.extraction.verdicts import Cue, Setting, Verdict, refused
from tracker.extraction.wordings import RULES

_ADVERB = r"(?:(?:also|again|hereby|further|specifically|kindly|once|only|strongly|\w{2,14}ly),? )?"
_TOLD = (
    r"requested|asked|instructed|directed|urged|tasked|required|invited|expected|reminded|advised|encouraged|authorized"
    r"|authorised|permitted|allowed|welcome|free|called|enjoined|cleared|empowered|obliged"
)
CUES = re.compile(
    rf"\b(?:(?P<told>(?:is|are) (?:not )?{_ADVERB}(?:{_TOLD}))"
    r"|(?P<modal>should|shall|must|ought to|needs? to|ha(?:s|ve) to|(?:is|are) (?:then |also |not )?to|will (?:need|have|please|be required) ?(?:to)?|will(?= [a-z]+))"
    r"|(?P<term>(?:(?:is|are) (?:hereby |now )?(?:given|allowed)|ha(?:s|ve)) (?:until|(?:\w+ ){1,2}(?:working |business |calendar )?(?:days|weeks|hours) )"
    r"|ha(?:s|ve) (?:\w+ |the department's ){0,3}?(?:authorization|authority|permission|discretion|leave) to)"
    r"|(?P<may>may|can|could|might)"
    r"|(?P<please>please|kindly|pls|plse)"
    r"|(?P<wish>would (?!(?:\w+ )?be (?:\w+ )?welcom)(?:\w+ ){0,2}?(?:appreciate|welcome|value|be (?:\w+ )?(?:grateful|obliged|indebted|pleased (?=to (?:have|receive|know|learn)))|be (?:\w+ )?interested|like)"
    r"|(?P<wants>requests?|asks?|instructs?|directs?|urges?|encourages?|invites?|seeks?|tasks?|authorizes?|appreciate|needs?|"
    r"wants?|solicits?|requires?|grateful)|(?P<counts>(?:counts?|rel(?:y|ies)|depends?|(?:is|are) (?:counting|relying|depending)) (?:up)?on)|(?:is|are) (?:\w+ly )?(?:seeking|requesting|asking|soliciting)|looks? (?:to|for)|would find it (?:\w+ )?(?:useful|helpful) to (?:have|receive|know)|suggests?(?= (?:that )?(?:you|post|embassy|mission|consulate)\b)|(?:wish(?:es)?|desires?)(?= (?:that )?(?:the )?(?:you|embass(?:y|ies)|posts?|missions?|ambassador|consulate)\b (?!.{0,40}\bwell\b))|wish(?:es)? to (?:have|receive|know|learn|hear|see))"
    r"|(?P<essential>it (?:is|remains|will be) (?:\w+ )?(?:essential|imperative|critical|important|vital|necessary|crucial|urgent|indispensable|desirable) (?:that|for))"
    r"|(?P<due>(?:(?:is|are|were|was) (?:also |now |still |\w+ly )?)?(?:(?<=is )due(?! out)|(?<=are )due(?! out)|due(?! (?:to|out)\b)|needed|required|requested|solicited|desired|wanted|sought)"
    r"|(?<=\bit )would (?:\w+ )?help|would(?:,? (?:however|therefore|of course|as always|in turn|in any case),?)? (?:\w+ )?be (?:\w+ )?(?:appreciated|welcomed?|helpful|useful|invaluable|valuable|of (?:\w+ )?(?:help|use|interest))))\b"
)
# The words with which a cue begins: to look only there costs a tenth of searching everywhere.
_CUE_WORDS = frozenset(
    "is are was were should shall must ought need needs has have will may can could might please kindly pls plse would "
    "request requests ask asks instruct instructs direct directs urge urges encourage encourages invite invites seek "
    "seeks task tasks authorize authorizes appreciate want wants solicit solicits require requires grateful count counts "
    "rely relies depend depends look looks wish wishes desire desires suggest suggests it due needed required requested solicited desired wanted sought".split()
)
# Some of them say nothing alone: one of these must stand in the sentence too.
_DUE_PARTS = frozenset("due needed required requested solicited desired wanted sought".split())
_OF_BEING = (
    _DUE_PARTS
    | frozenset(_TOLD.split("|"))
    | frozenset("given allowed to counting relying depending seeking requesting asking soliciting".split())
)
_OF_HAVING = frozenset("to until days weeks hours".split())
_OF_WISHING = frozenset(
    "appreciate appreciated welcome welcomed value grateful obliged indebted pleased interested like find help helpful useful invaluable valuable use interest".split()
)
_OF_NEED = frozenset(
    "essential imperative critical important vital necessary crucial urgent indispensable desirable".split()
)
_WEAK = {
    "is": _OF_BEING, "are": _OF_BEING, "was": _DUE_PARTS, "were": _DUE_PARTS, "has": _OF_HAVING, "have": _OF_HAVING,
    "would": _OF_WISHING, "it": _OF_NEED,
}  # fmt: skip
_WORD = re.compile(r"\w+")
# The letters come first, as the engine leaps to those: an edge before them would be tried at every character.
_PLACES = {word: re.compile(rf"{word}\b(?<=\b{word})") for word in _CUE_WORDS}
LONGEST_SENTENCE = 2500  # characters; what follows is no longer one sentence
_SUSPICIOUS = frozenset(  # one of them, or "instruct", stands in whatever SUSPECT finds
    "should shall must please request requests requested ask asks asked urge urges urged require requires required need needs "
    "encourage encouraged authorized tasked due deadline suspense directed recommend recommends recommended".split()
)
SUSPECT = re.compile(
    r"\b(?:should|shall|must|please|request(?:s|ed)?|ask(?:s|ed)?|instruct\w*|urg(?:e|es|ed)|requir(?:e|es|ed)|needs? to|"
    r"encouraged?|authorized|tasked|due|deadline|suspense|directed|recommend(?:s|ed)?)\b"
)
_DEADLINE = re.compile(
    r"^(?:the |our |an? )?(?:\w+ ){0,2}?(?:deadline|suspense|due date|cut-?off(?: date)?)(?: date)?\b"
    r"(?P<what>[^.:]{0,80}?)(?: is| falls| has been| remains|:| --? )"
)
_DUE_WORDS = frozenset("deadline suspense due cut cutoff".split())
_WANTED = re.compile(
    r"(?:(?:the )?(?:department|dept|washington|embassy|post|mission|[a-z]{1,5}(?:/[a-z]+)+|usda|ustr|dod|doj|dhs|treasury|commerce|justice)(?:'s|s')? |your )?"
    r"(?:early |prompt |urgent |written )?(?:assistance|help|guidance|views|concurrence|approval|clearance|comments|instructions|authorization|"
    r"advice|reply|response|confirmation|recommendations|support)\b(?:, [^,]{3,70},)?(?: in| on| of| for| with| to| by| regarding| concerning)"
)
_NOUN_BY_DAY = re.compile(  # "Fund cite for the charter, by June 8."
    r"(?P<what>(?:the |an? |one |two |three |four |\d+ )?(?:[\w'’-]+(?:(?<!s)|(?<=['’]s)|(?<=ss)) ){0,3}?[\w'’-]+)(?: (?:for|of|on|from|to|in) [^.;:]{3,100}?)?,? (?:by|nlt|no later than|not later than|before|within) (?=.{0,40}(?:\d|day\b|week\b|month\b))"
)
_NAMED_WANTS = frozenset("cite cites waiver waivers orders authority".split()) | v.GIVEN
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|must|should|shall|may(?! \d)|can|follows?|came|did|does)\b"
)
_IN_PARA = re.compile(r"\bin (?:para|section|ref|septel)")
_SET_IN = re.compile(r"(?:set |given |named )?(?:in|of) (?:ref(?:tel)?(?: [a-z])?|septel)")
_BIDDING = re.compile(
    r"for (?:\w+ ){0,2}?(?:offers|bids|tenders|pledges|signature|ratification|ratifications|accession|public comment)\b"
)
_OTHERS_DEADLINE = re.compile(
    r"\b(?:states|part(?:y|ies)|governments?|countr\w+|compan\w+|applicants?|bidders?|travelers?|candidates?|members|firms)\b"
)
_REPORTERS = re.compile(
    r"\b(?:post|embass|mission|respon|repl|report|nomin|submi|comment|input|receipt|answer|contribution|question|survey|"
    r"addressee|application|update|data|information|regist|feedback|rsvp|confirm)"
)
_IF_POSTS = re.compile(
    r"^(?:if|should) (?:any |a |your |the )?(?:addressee )?(?:posts?|embass\w+|missions?|you|consulates?)\b"
)
_PRONOUNS = frozenset("it they he she".split())
_TURNED = re.compile(  # here the pronoun is a thing: "It should be signed", "It should include"
    rf"it \w+ (?:not |only |also |then )?(?:be|{'|'.join(sorted(v.STATES - {'identify', 'use', 'show', 'explain'}))})\b|(?:they|he|she) \w+ (?:not |only |also |then )?be\b"
)
_QUESTIONS = frozenset("whether why how what".split())
_IN_QUESTION = re.compile(  # "whether the government should": what is asked, not what is to be done
    r"(?<!unsure )(?<!uncertain )(?<!not sure )(?<!doubt )\b(?:whether|why|how|what) (?!to\b|is\b|it\b|they\b)(?:[\w'’-]+ ){1,10}$",
    re.IGNORECASE,
)
_TERSE = re.compile(
    r"((?:(?!(?:is|are|was|were|has|have|had|will|would|plans?|intends?|expects?|hopes?|wants?|asked|told|seeks?|continues?|in|may|can|wish|able|should|must|needs?)\b)[\w']+ ){1,4})to (?:\w+ly )?([a-z-]+)"
)
_QUESTION = re.compile(
    r"(?:can|could|would|will|might) ((?:the |action )?\w+(?: \w+)??) (?:please |kindly )?([a-z-]+)\b[^?]{0,300}\?$"
)
_MAY_WE = re.compile(
    r"(?:may|can|could) (?:we|post|embassy|mission) (?:please |kindly |also )?(?:have|get|receive) [^?]{0,40}\b(?:department|washington|bureau|desk|post|embassy|your|[a-z]{1,5}/[a-z]+)['’]?s?\b[^?]{0,300}\?$"
)
_THAT = re.compile(r"that ((?:the )?[\w/]+(?: [\w/]+)?)\b")
_NUMBERING = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)] ")


def verdict_of(text: str, cast: Cast, setting: Setting | None = None) -> Verdict | None:
    """Return whether a sentence asks; None where it has no asking verb at all."""
    setting, text = setting or Setting(), text[:LONGEST_SENTENCE]
    spelled = spelling.mended(text)
    if spelled is not None:
        return _placed(spelled, verdict_of(spelled.text, cast, setting))
    plain = refusals.without_quotations(text)
    low = plain.lower()
    found, sounds_asking = _first_ask(plain, low, cast, setting), is_suspect(low, words_in(low))
    is_plain = found is None and not sounds_asking and "; " not in low  # as most sentences are
    whole = refusals.pointing(low) if is_plain else refusals.whole(low)
    if whole is not None:
        by_clause = _by_clauses(text, whole, cast, setting)
        return by_clause or (refused(whole) if sounds_asking or whole == refusals.POINTER else None)
    if found is None and sounds_asking:
        return refused(refusals.leftover(low))
    if found is None and plain is not text and is_suspect(text.lower(), words_in(text.lower())):
        return refused(refusals.QUOTED)
    if found is not None and found.is_ask and _IF_POSTS.match(low):
        return _with_option(found)
    return found


def _placed(spelled: spelling.Mended, found: Verdict | None) -> Verdict | None:
    """Return the verdict of a text whose spelling was mended, its places those of the text as written."""
    if found is None or not found.is_ask:
        return found
    first, last = found.subject
    return replace(
        found,
        cue_at=spelled.old(found.cue_at),
        order_at=spelled.old(found.order_at),
        subject=(spelled.old(first), spelled.old(last)),
        end=None if found.end is None else spelled.old(found.end),
    )


def _by_clauses(text: str, reason: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return the first clause that asks where another gives a reason against, its places counted in the whole sentence."""
    for start, end in refusals.clauses(text.lower(), reason):
        found = verdict_of(text[start:end], cast, setting)
        if found is not None and found.is_ask:
            return replace(
                found,
                cue_at=found.cue_at + start,
                order_at=found.order_at + start,
                subject=(found.subject[0] + start, found.subject[1] + start),
                end=end,
            )
    return None


def _first_ask(plain: str, low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return the first required ask, else the first optional one, else the first reason against."""
    bare = _bare_order(low, cast, setting) or _labelled_order(plain, cast, setting)
    if bare is not None and bare.is_ask:
        return bare
    optional, against = None, bare
    for match in cues(low):
        found = _judge(plain, low, match, cast, setting)
        if found is None:
            continue
        if found.is_ask and not found.is_optional:
            return found
        if found.is_ask:
            optional = optional or found
        else:
            against = against or found
    told = (
        _deadline_line(low) or _wanted_under_title(plain, low, setting) or _awaited(plain, low, cast, setting)
    )
    return optional or told or against


def _awaited(plain: str, low: str, cast: Cast, setting: Setting) -> Verdict | None:
    found = (
        None if setting.is_summary or setting.is_opinion or cast.is_clearance else awaiting.awaited(low, cast)
    )
    return None if found and refusals.reported(plain, low, max(found.cue_at, 1)) else found


def is_suspect(low: str, words: frozenset[str]) -> bool:
    """Return whether a sentence in small letters, made of these words, has one that sounds like asking."""
    may_be = "instruct" in low or not _SUSPICIOUS.isdisjoint(words)
    return may_be and SUSPECT.search(low) is not None


def cues(low: str) -> Iterator[re.Match[str]]:
    """Give what CUES finds, in order and without overlap."""
    words = words_in(low)
    openings = [w for w in _CUE_WORDS & words if w not in _WEAK or not _WEAK[w].isdisjoint(words)]
    end = 0
    for place in sorted([found.start() for word in openings for found in _PLACES[word].finditer(low)]):
        match = CUES.match(low, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match


def _judge(plain: str, low: str, match: re.Match[str], cast: Cast, setting: Setting) -> Verdict | None:
    kind = "wish" if match.lastgroup in ("wants", "counts") else match.lastgroup
    numbering = _NUMBERING.match(low, 0, match.start())
    start = day_end(low, max(_clause_start(low, match.start()), numbering.end() if numbering else 0))
    subject = plain[start : match.start()]
    may_be_question = kind in ("modal", "told", "may") and not _QUESTIONS.isdisjoint(words_in(low))
    if may_be_question and _IN_QUESTION.search(subject):
        return None
    part = Part.NOBODY if kind == "please" else _part(subject, low, cast, setting)
    cue = Cue(low=low, match=match, subject=subject, subject_at=start, part=part, setting=setting, cast=cast)
    found = RULES[kind or ""](cue)
    if found is None:
        return None
    if found.reason not in (refusals.KNOWING, refusals.POINTER) and refusals.reported(
        plain, low, match.start()
    ):
        return refused(refusals.REPORTED)
    if not found.is_ask:
        return found
    if cast.is_clearance and part is not Part.ASKED and not _is_for_office(low, found, cast, setting):
        return refused(refusals.PERSONS)
    if cast.asks_capital and not cast.asks_posts and kind in ("modal", "may") and _is_opinion(cue):
        return refused(refusals.ADVICE)
    return found


def _is_for_office(low: str, found: Verdict, cast: Cast, setting: Setting) -> bool:
    """Return whether a post's clearance asks an office, not the travelers: "Embassy requests that the Department"."""
    wanted = low[slice(*found.subject)]
    return setting.is_action or (found.form == "that" and cast.part_of(wanted) is Part.ASKED)


def _part(subject: str, low: str, cast: Cast, setting: Setting) -> Part:
    """Return what the subject stands for; a pronoun goes on about those asked just before."""
    words = subject.lower().split()
    last = words[-1].strip(",") if words else ""
    if last in _PRONOUNS and _IF_POSTS.match(low):
        return Part.ASKED
    if len(words) == 1 and last in setting.going_on and not _TURNED.match(low):
        return Part.ASKED
    return cast.part_of(subject)


def _is_opinion(cue: Cue) -> bool:
    return cue.setting.is_opinion or refusals.is_advice(cue.low, cue.match.start())


def _clause_start(low: str, place: int) -> int:
    """Return where the clause that holds `place` begins: after a semicolon, a colon or a dash."""
    return max(
        (low.rfind(mark, 0, place) + len(mark) for mark in ("; ", ": ", " -- ") if mark in low[:place]),
        default=0,
    )


def _question(low: str, cast: Cast) -> Verdict | None:
    """Asked as a question: ("can" | "would") asked verb, or may we have; "Can post confirm the date?"."""
    if _MAY_WE.match(low):
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="thing")
    match = _QUESTION.match(low) if low.endswith("?") else None
    if match and match.group(2) in v.ORDERS and cast.part_of(match.group(1)) is Part.ASKED:
        return Verdict(is_ask=True, cue_at=0, order_at=match.start(2), form="order", subject=match.span(1))
    return None


def _terse(low: str, cast: Cast) -> Verdict | None:
    """asked "to" verb, without "is requested": "Embassy to confirm dates"."""
    match = _TERSE.match(low) if " to " in low else None
    if (
        match
        and match.group(2) in v.ORDERS
        and not match.group(1).rstrip().endswith("ing")
        and cast.part_of(match.group(1)) is Part.ASKED
    ):
        return Verdict(
            is_ask=True, cue_at=match.start(2), order_at=match.start(2), form="order", subject=match.span(1)
        )
    return None


def _labelled_order(plain: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return a bare order after a label: "Action: Post to provide flight details"."""
    label = label_end(plain)
    found = _bare_order(plain[label:].lower(), cast, setting) if label else None
    if found is None or not found.is_ask:
        return found
    first, last = found.subject
    return replace(
        found,
        cue_at=found.cue_at + label,
        order_at=found.order_at + label,
        subject=(first + label, last + label),
    )


def _bare_order(low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return a bare order at the start, or after an opening clause: "After delivery, report by cable"."""
    assigned = assigned_at(low, cast)
    if assigned is not None:
        return assigned
    numbering = _NUMBERING.match(low)
    place = order_at(low, numbering.end() if numbering else 0, is_listed=setting.is_listed)
    if (
        place is not None
        and low.startswith("request", place)
        and not setting.is_listed
        and not setting.is_action
    ):
        return None
    if place is None and low.startswith(
        ("after ", "upon ", "once ", "if ", "by ", "following ", "in ", "when ", "to ", "as ", "where ")
    ):
        comma = low.find(", ", 0, 160)
        place = order_at(low, comma + 2) if comma > 0 else None
    if place is not None and _is_noun_of_post(low, place, cast, setting):
        place = None
    if place is None and cast.asks_posts and not cast.asks_others:
        start = numbering.end() if numbering else 0
        place = opens_with_verb(low, start, is_listed=setting.is_listed, is_led=setting.is_led)
    if place is None:
        return _terse(low, cast) or _question(low, cast) or _clause_under_title(low, cast, setting)
    if cast.is_clearance and not setting.is_action:
        return refused(refusals.PERSONS)
    return Verdict(is_ask=True, cue_at=place, order_at=place, form="order")


def _clause_under_title(low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Under a title of requests: "that" asked verb; "ACTION REQUESTED: That the Department approve the lease"."""
    match = _THAT.match(low) if setting.is_action else None
    if match is None or cast.part_of(match.group(1)) is not Part.ASKED:
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=5, form="that", subject=match.span(1))


def _is_noun_of_post(low: str, place: int, cast: Cast, setting: Setting) -> bool:
    """Return whether a post's sentence opens with a noun that looks like a verb: "Support for the president fell"."""
    if cast.asks_posts or not cast.asks_capital or setting.is_action or setting.is_listed:
        return False
    first = _WORD.match(low, place)
    return first is not None and first.group() not in v.ASKED_OF_CAPITALS


def _deadline_line(low: str) -> Verdict | None:
    """A day set: "The deadline for responses is 3 May"."""
    match = None if _DUE_WORDS.isdisjoint(words_in(low)) else _DEADLINE.match(low)
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
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="due", subject=(0, match.end()))


def _wanted_under_title(plain: str, low: str, setting: Setting) -> Verdict | None:
    """What is wanted, without a verb, under a title of requests: "Department's assistance in obtaining the affidavit by July 8"."""
    if not setting.is_action or low.endswith(":"):
        return None
    label = label_end(plain)
    numbering = _NUMBERING.match(low, label)
    label = numbering.end() if numbering else label
    if _FINITE.search(low, label):
        return None
    thing = _WANTED.match(low, label) or _NOUN_BY_DAY.match(low, label)
    is_wanted = thing and (thing.re is _WANTED or thing["what"].split()[-1] in _NAMED_WANTS)
    return Verdict(is_ask=True, cue_at=label, order_at=label, form="thing") if is_wanted else None


def _with_option(found: Verdict) -> Verdict:
    return replace(found, is_optional=True)
