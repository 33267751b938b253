"""Duties of things, told without saying whose they are: in an order to posts they are the posts'.

"The list must not go by open fax" tells more of a list asked for before. "The premises are to be vacated" is an
order among orders, as long as nobody else is named who does it; alone it is news.
"""

import re
from dataclasses import dataclass, replace

from tracker.cable.hints import small
from tracker.extraction import doers, labels, matters, openings
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_DUTY = re.compile(
    r"\b(?:should|must|shall|ought (?:not )?to|(?<!of )needs? to|ha(?:s|ve) to|(?:is|are) (?:\w+ )?to)"
    r" (?:not (?:fail|omit) to |be sure to )?(?:(?:not|also|then|first|at first|still|now|again|always|in turn|\w+ly) )*(?P<done>be (?:\w+ly |so |first |then )*)?(?P<word>[a-z-]+)"
)
MOST_WORDS_BEFORE = 30  # the duty
_PAST = re.compile(
    r"\b(?:gave|took|came|became|rose|began|broke|grew|chose|saw|(?:lost|won|sold|bought|built|found|paid|spent|made|held|kept|met|sent|told|got|ran) (?:its|their|his|her|our|an?|the|no|two|three|\d+))\b"
    r"|\b(?:left|went|was|were|had|sailed|shipped|departed|did|has (?:\w+ )?\w+ed|have (?:\w+ )?\w+ed)\b"
)
_BEING = re.compile(matters.BEING_MADE)  # "its text is being agreed and must be"
_OTHERS_DID = re.compile(rf"\b(?:{'|'.join(sorted(v.THIRD))}) (?:has |have |had )?\w{{2,}}ed\b")
_BY_RULE = re.compile(
    r"^(?:by|under|according to|in accordance with|as|pursuant to) (?:the |its |their |u\.s\. |federal |local |\w+ ){0,3}?(?:law|laws|rules?|regulations?|statutes?|codes?|convention|treaty|agreement|act|articles?|terms|conditions|license)\b"
)
_UNDER = re.compile(
    r"\bunder (?:the|its|their|this|that) (?:\w+ )?(?:law|rules?|contract|treaty|agreement|charter|plan|terms)\b"
)
_QUESTION = re.compile(
    r"\b(?:whether|what|who|whom|whose|how|why|if|because|since|so|as|(?<!more )(?<!less )(?<!fewer )(?<!later )(?<!other )than)\b|\bthat (?:the|it|they|he|she|its|an?)\b"
)
_OF_THIRD = re.compile(
    rf"\b(?:of|from|by) (?:the |an? |any |all |its |their )?(?:[\w'’-]+ )?(?:{'|'.join(sorted(v.THIRD))})\b"
    rf"|\b(?:{'|'.join(sorted(v.THIRD))})(?:['’]s|['’])(?= )"
)
_UNWILLED = frozenset(  # no thing is told to do so
    """suffice prove help make seem appear remain become happen continue know expect understand depend permit
    allow enable result lead need want like believe think feel have do get give take cost last
    change grow shrink undergo improve worsen evolve mature fade vary differ attract survive pass fail fall rise""".split()
)
_NO_ORDER = v.SEEN | frozenset(
    "held opened launched inaugurated introduced founded elected appointed born ready able available glad pleased aware self-sustaining valid made".split()
)
_DONE = frozenset(
    """kept held sent lent spent paid laid told sold sought brought bought caught taught thought done put had set read left met
    led begun hung heard struck said cut shut let found bound won run overcome bent dealt meant""".split()
)
_WHICH_DID = re.compile(  # "Leases which ran out before May must be struck through"
    r"(?<=\w)(?<! said)(?<! says)(?<! told)(?<!added)(?<!noted)(?<!thinks)(?<!claims) (?:which|that|who) (?:have |has |had |did |do |does )?(?:not )?(?:are|is|was|were|been|ran|run|left|leave|came|come|went|go|fell|fall|expired?|arrived?|end|ended|begin|began|bear|bore|carry|carried"
    r"|show|shows|have|has|lack|lacks|\w{3,}ed)\b [^;:]*",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"^(?:and |but )?(?:the )?(?:any|all|each|both|most|some|none|either|rest|kinds?|both kinds|copies|copy|parts?|sets?|two|three|four) of (?:the |these |those |your )?(?=[a-z])",
    re.IGNORECASE,
)
_PLACED = frozenset("in on with at here back ready available".split())
_PRONOUNS = frozenset("it they these those this that he she there".split())
_ANY_TWO = re.compile(  # people of those asked, whoever they are: "are to be counted by two people"
    r"(?:at least |no fewer than |not less than )?(?:one|two|three|four|an?(?:other)?|both|a second|a different|different|separate)(?: or more)? (?:(?:cleared|american|direct-hire|separate|different|other|cleared american|authorized|senior|second) )*(?:people|persons?|officers?|employees?|americans?|staff members?|cashiers?|hands?|supervisors?|witness(?:es)?)\b"
)
ACTS = frozenset(
    "explanation statement intervention remarks reply protest presentation call visit meeting approach demarche delivery presentation sounding discussion handover interview count survey inspection consultation briefing rehearsal drill test search check".split()
)
_APPROACHES = frozenset("call approach demarche presentation protest sounding delivery visit".split())
_GATHERINGS = frozenset(
    "exercise session meeting course workshop seminar conference ceremony talk training".split()
)
_BEGINNING = frozenset("begin start open end close".split())
_AT_HOUR = re.compile(
    r" (?:at|on|in) (?:\d|noon|midnight|midday|eight|nine|ten|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))"
)
_PERFORMED = frozenset("made paid undertaken conducted carried".split())
_THAT_ACT = re.compile(rf"^that (?=(?:{'|'.join(sorted(ACTS))})\b)", re.IGNORECASE)
_COMPLETE = re.compile(  # "The exchange has to be complete by May 3"
    r"be (?:\w+ly |all |quite |then )*(?:complete|completed|finished|done|over|concluded|ended|closed|ready|through|settled|carried out|wound up|at an end|in place|behind us)\b"
)
_OF_OFFICES = ACTS | frozenset(  # what offices see through to its end
    """exchange move count transfer delivery consultation canvass review collection search handover shipment packing destruction
    registration distribution training audit check sounding preparation round arrangement reporting process task changeover
    conversion installation enrollment vetting screening poll business job removal replacement switch work vote soundings
    consultations interviews briefings calls paperwork processing recount stocktaking stock-taking filing archiving mailing copying
    listing sorting labeling marking testing inoculation vaccination evacuation drawdown draw-down turnover hand-over demarches""".split()
)
_OF_PAPERS = frozenset(  # "The blank for the date is to be filled in by hand"
    "blank space seal initial heading letterhead enclosure footnote caption typo misprint stamp margin watermark cover signature envelope".split()
)
_OF_STATES = re.compile(
    r"\b(?:of|for|by|in|on) (?:the |all |its |their |any |land |armed |combat )?(?:troops|prisoners|hostages|captives|forces|power|land|arms|weapons|missiles|refugees|fire|instruments|ratifications|territory|shares"
    r"|goods|ambassadors|pipeline|road|roads|bridge|bridges|stadium|harbor|terminal|airport|port|ports|plant|dam|canal|railway|tunnel|crop|harvest|election|ballots?|treaty|contract)\b"
)
_HAPPENING = frozenset("take begin start occur precede follow come be end".split())
_TAKEN_UP = re.compile(  # of what was asked just before: "This should come with such changes as post recommends"
    r"(?:come (?:with|by|in|through|under)|go (?:to|by|out|forward|through|under)|cover|include|contain|reach (?:us|the|washington)"
    r"|(?:begin|start|end|stop|continue) (?:[^.;]{0,40} )?(?:by|before|no later than|not later than|nlt|at once|immediately|until|within|on|when|as soon as)) "
)
_LIMIT = re.compile(r"\b(?:by|before|no(?:t)? later than|nlt|within|prior to|on or before)\b")
_AND_ANOTHER = re.compile(r";|,? (?:and|but) (?:the|its|their|all|each|every|these|those|this|no)\b")
_TO_OFFICE = re.compile(
    r"\b(?:to|with|at|in|by) (?:the )?(?:department|bureau|desk|washington|embass\w+|posts?|missions?|consulates?|[a-z]{1,6}/[a-z]{1,6})\b"
)
_TO_ACCOUNT = re.compile(  # ours, by its number: "to 19X0113", "to allotment 1046"
    r" (?:back )?(?:to|into|against) (?:the )?(?:appropriation |allotment |account |fund )?(?:no\. |number )?\d{2,4}[x-]?\d{2,}\b"
)
_IN_PAPER = re.compile(
    r"\b(?:in|into|from|out of|off|to|on|under) (?:the|this|that|your|each|its) (?:(?:short|new|full|final|draft|same|annual) )?(?P<paper>[a-z-]+)(?! (?:of|at|for) (?:the|its|their)\b)"
)
_IN_SYSTEM = re.compile(
    r"\b(?:in|into|on|onto|to) (?:the |this |our |its |your )?(?:[\w/-]+ ){0,3}?(?:system|database|data base|server|site|web ?site|web page|portal|worksheets?|spreadsheets?|template|log|register|ledger|inventory)\b"
)
_READ_OFF = re.compile(r" (?:from|off|aloud|back|out|over|to)\b")  # "must be read from the dial"
_IN_FORM = re.compile(  # how a paper or a price is to be: "should be in dollars", "must be in English"
    r"be (?:\w+ly |always |all |either )*(?:in (?:u\.s\. |us |american )?(?:dollars|english|french|spanish|local currency|writing|duplicate|triplicate|quadruplicate|ink|pencil|capitals|capital letters|block letters|small letters|figures|words"
    r"|metric \w+|(?:two|three|four|five|six) (?:copies|parts)|one copy|order of|alphabetical|tabular|narrative|final form|spreadsheet|the (?:first|third) person|the (?:form|format|order|style|same)\b)"
    r"|on (?:letterhead|plain paper|bond paper|one (?:page|sheet)|a single (?:page|sheet)|separate (?:pages|sheets)|form [a-z]{1,3}-?\d)|double[- ]spaced|single[- ]spaced|typed|legible|unclassified|under separate cover)"
)
_FOR_VISITORS = re.compile(  # what is to stand ready for those who come: "should be ready for the delegation at planeside"
    r"be (?:\w+ly |all |again )*(?:ready|available|waiting|on hand|at hand|standing by|on call|in place|at the disposal)\b[^.;]{0,60}?"
    r"(?:\bfor (?:the |our |all |each )?(?:\w+ )?(?:delegation|party|team|visitors?|codel|staffdel|members?|travelers?|group|senators?|congressm[ae]n|secretary|inspectors?|auditors?|trainers?|speakers?)\b|\bat planeside|\b(?:up)?on arrival\b|\bof the (?:delegation|party|team|group)\b)"
)
_ARRANGED = frozenset(
    """diem room rooms car cars van vans bus buses vehicle vehicles sedan sedans driver drivers interpreter interpreters currency money
    cash funds advance advances tickets keys badges passes maps kits folders telephone telephones computer computers desk office
    escort escorts guide guides expediter transport transportation porters truck trucks baggage lunch breakfast dinner refreshments
    program schedule schedules screen projector copies copier typewriter secretary nurse doctor ambulance radio radios boat guards""".split()
)
_NUMBERS = frozenset({"one", "two", "three", "four"})
_PRICED = frozenset(
    "price prices cost costs amount amounts sum sums rate rates value values weight weights measurement measurements".split()
)
_SMALL = v.LEADS | v.PREPOSITIONS
_TIMES = frozenset("day days week weeks month months year years time hours hour date dates today".split())
_NEVER = v.THIRD | v.PERSONS | _TIMES | v.POSTS | v.CAPITAL
_PLURAL = re.compile(r"(?<=\w\w)(?:(?<=[xs]|h)es|s)$")
_PRONOUNS_OR_HELP = _PRONOUNS | v.HELP
_ACTS_OR_GATHERINGS = ACTS | _GATHERINGS
_GIVEN_OR_PAPERS_OR_PRICED = v.GIVEN | matters.PAPERS | _PRICED


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the asks so far tell of the sentence that is read: their things, those asked, and whether it stands among them."""

    things: frozenset[str]
    bodies: frozenset[str]
    is_among_asks: bool


def stem(word: str) -> str:
    """Return a noun without the sign of the plural."""
    low = word.lower().strip(".,'’")
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    return low if low.endswith("ss") else _PLURAL.sub("", low)


def asked_for(order: str) -> frozenset[str]:
    """Return the nouns of an order, as far as they may be things: what later sentences may speak of."""
    words = (w for w in WORDS.findall(order) if w.islower() or order.isupper())
    return frozenset(
        stem(w)
        for w in words
        if len(w) > 3 and w.lower() not in _SMALL and w.lower() not in _NEVER and not doers.is_doer(w.lower())
    )


def duty_of_thing(text: str, cast: Cast, around: Around) -> Verdict | None:
    """thing modal ["not"] verb, of a thing asked for; thing modal "be" participle, among orders: "Each referral should bear a signature"."""
    if not (cast.asks_posts or cast.asks_others) or cast.asks_capital or text.rstrip().endswith("?"):
        return None
    entry = labels.ENTRY.match(text)
    start = entry.end() if entry else 0
    low = small(text)
    match = _DUTY.search(low, start)
    mark = low.rfind("; ", start, match.start()) if match and "; " in low else -1
    start = mark + len("; ") if mark >= 0 else start
    if (
        match is None
        or _BY_RULE.match(low, start)
        or matters.is_by_law(low)
        or low.count(" ", start, match.start()) > MOST_WORDS_BEFORE
    ):
        return None
    phrase = _subject(openings.without(text[start : match.start()], cast))
    if not phrase or cast.part_of(" ".join(phrase)) not in (Part.NOBODY, Part.MATTER):
        return None
    if (
        start
        and low.endswith("; ", 0, start)
        and (_PAST.search(low[:start]) or _OTHERS_DID.search(low[:start]))
    ):
        # "Congress gave fifteen million; the money must be spent by"
        around = replace(around, is_among_asks=False)
    is_theirs = _is_no_order(low, match, stem(phrase[-1]))
    if is_theirs or not _is_owed(low, match, phrase[-1].lower().strip(".,'’"), cast, around):
        return None
    end = text.find("; ", match.end())
    return Verdict(
        is_ask=True,
        cue_at=match.start(),
        order_at=start,
        form="matter",
        subject=(start, match.start()),
        end=end if end > 0 else None,
    )


def _is_owed(low: str, duty: re.Match[str], head: str, cast: Cast, around: Around) -> bool:
    is_being, verb, noun = duty["done"] is not None, duty["word"], stem(head)
    is_over = is_being and {noun, head} & _OF_OFFICES and _is_to_end(low, duty, cast)
    if is_over or (is_being and cast.asks_posts and _is_as_ordered(low, duty, {head, noun}, around)):
        return True
    if noun in ACTS and verb in _HAPPENING:
        return cast.asks_posts and _LIMIT.search(low, duty.end(), _end_of_clause(low, duty.end())) is not None
    if noun in ACTS and is_being and verb in _PERFORMED:
        is_by_them = doers.BY_WHOM.search(low[: duty.start()]) is not None and _is_ours(
            low[: duty.start()], cast
        )
        is_near = is_by_them or (verb == "made" and around.is_among_asks)
        is_dated = noun in _APPROACHES and _LIMIT.search(low, duty.end()) is not None
        is_near = is_near or (is_dated and _is_ours(low[: duty.start()], cast))
        return cast.asks_posts and is_near and _is_ours(low[duty.end() :], cast)
    if noun in around.bodies and verb not in v.KNOWING:
        return True
    if head in ("this", "these") and around.is_among_asks and _TAKEN_UP.match(low, duty.start("word")):
        return cast.asks_posts
    if head in _NEVER or verb in _UNWILLED:
        return False
    if is_being and verb not in _PLACED:
        rest = low[duty.end() :].partition("; ")[0]
        is_near = (
            around.is_among_asks
            or noun in around.things
            or head == "nothing"
            or noun in _OF_PAPERS
            or _TO_OFFICE.search(rest) is not None
            or _TO_ACCOUNT.match(rest) is not None
            or (verb in doers.ENTERED and (_is_in_asked(rest, around) or _is_in_system(rest)))
        )
        return cast.asks_posts and is_near and _is_done(verb, rest, cast)
    is_paper = cast.asks_posts and _is_paper_here(low, duty, {head, noun})
    goes_itself = (
        head in nouns.THINGS or f"{noun}s" in nouns.THINGS
    )  # "Ships that take part must be in port by"
    return is_paper or (noun in around.things and not goes_itself and not doers.is_doer(head))


def _is_paper_here(low: str, duty: re.Match[str], heads: set[str]) -> bool:
    """Return whether a duty is of a paper that goes to nobody but us: "Reports should follow", not "must be with the Congress"."""
    verb = duty.start("word" if duty["done"] is None else "done")
    at = verb if duty["done"] is None else low.find("be ", duty.start())
    is_paper = not matters.PAPERS.isdisjoint(heads) and (_PRONOUNS_OR_HELP).isdisjoint(heads)
    return is_paper and not matters.goes_elsewhere(low, verb) and not matters.is_for_others(low[at:])


def _is_no_order(low: str, duty: re.Match[str], noun: str) -> bool:
    """Return whether the hour is told at which a meeting begins, or others have the thing: "The exercise is to start at 0600"."""
    if matters.is_in_others_hands(low[low.find("be ", duty.start()) :]):
        return True
    is_held = noun in _ACTS_OR_GATHERINGS and duty["word"] in _BEGINNING
    return is_held and _AT_HOUR.match(low, duty.end()) is not None


def _end_of_clause(low: str, place: int) -> int:
    """Return where the clause at `place` ends, before another with a subject of its own: "…, and the wardens are"."""
    goes_on = _AND_ANOTHER.search(low, place)
    return goes_on.start() if goes_on else len(low)


def _is_in_asked(rest: str, around: Around) -> bool:
    """Return whether a thing goes into, or stays out of, a paper asked for before: "left out of the survey"."""
    papers = (stem(match["paper"]) for match in _IN_PAPER.finditer(rest))
    return any(
        paper in around.things and not matters.PAPERS.isdisjoint({paper, f"{paper}s"}) for paper in papers
    )


def _is_in_system(rest: str) -> bool:
    """Return whether a thing goes by a day into what offices keep: "loaded into the system no later than May 3"."""
    return _IN_SYSTEM.search(rest) is not None and _LIMIT.search(rest) is not None


def _is_as_ordered(low: str, duty: re.Match[str], heads: set[str], around: Around) -> bool:
    """Return whether what is asked for is to be of a kind, or in its place for visitors: "Prices should be in dollars"."""
    start = duty.start("done")
    if _FOR_VISITORS.match(low, start):
        return not _ARRANGED.isdisjoint(heads) and "'s " not in low[:start]
    is_one_of_ours = not (_GIVEN_OR_PAPERS_OR_PRICED | around.things).isdisjoint(heads)
    return around.is_among_asks and is_one_of_ours and _IN_FORM.match(low, start) is not None


def _is_to_end(low: str, duty: re.Match[str], cast: Cast) -> bool:
    """Return whether an act of offices is to be over by a day: "The exchange has to be complete by May 3"."""
    is_end = cast.asks_posts and _COMPLETE.match(low, duty.start("done")) and _LIMIT.search(low, duty.end())
    is_theirs = (
        _OF_STATES.search(low) or "'s " in low[: duty.start()] or _BY_RULE.search(low) or _UNDER.search(low)
    )
    return (
        bool(is_end)
        and not is_theirs
        and _is_ours(low[: duty.start()], cast)
        and _is_ours(low[duty.end() :], cast)
    )


def _subject(before: str) -> list[str]:
    """Return the noun phrase that a sentence opens with, openings set off by commas passed over; none for a name."""
    is_small = not before.isupper()
    before = _WHICH_DID.sub(" ", before)
    pieces = re.split(r"[,:] ?", before)
    for piece in pieces:
        words = WORDS.findall(_THAT_ACT.sub("", _SHARE.sub("", piece)))
        first = words[0].lower() if words else ""
        is_per_diem = [w.lower() for w in words[:2]] == ["per", "diem"]
        is_aside = first in v.ASIDES and not (is_per_diem or (first in _NUMBERS and piece is pieces[0]))
        if not words or is_aside or (first in v.PREPOSITIONS and not is_per_diem):
            continue
        phrase, low = noun_phrase(words[is_per_diem:]) or words[:1], piece.lower()
        if _QUESTION.search(low) or _PAST.search(low) or _OF_THIRD.search(low) or _BEING.search(low):
            return []
        is_name = is_small and phrase[-1][:1].isupper() and phrase[-1] != words[0]
        return [] if is_name or before.lower().endswith((", which ", ", who ", " which ")) else phrase
    return []


def _is_ours(rest: str, cast: Cast) -> bool:
    """Return whether nobody else is named who does it."""
    doer = doers.BY_WHOM.search(rest)
    if doers.is_kept_from_posts(rest):
        return False
    return (
        doer is None or _ANY_TWO.match(doer["whom"]) is not None or cast.part_of(doer["whom"]) is Part.ASKED
    )


def _is_done(participle: str, rest: str, cast: Cast) -> bool:
    is_participle = participle.endswith(("ed", "en", "ade", "wn")) or participle in _DONE
    is_read_off = participle == "read" and _READ_OFF.match(rest) is not None
    return _is_ours(rest, cast) and is_participle and (is_read_off or participle not in _NO_ORDER)


def body_of(subject: str) -> frozenset[str]:
    """Return the noun by which an ask names those asked: "section" of "consular sections"."""
    phrase = _subject(subject)
    return frozenset(stem(w) for w in phrase[-1:] if w.lower() in v.POSTS or w.lower() in v.NEED_A_HOME)
