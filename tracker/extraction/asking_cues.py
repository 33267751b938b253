"""The words with which a sentence may ask, and where they stand in it."""

import re
from collections.abc import Iterator

from tracker.cable.hints import Family, words_in
from tracker.extraction import moved_deadlines

_ADVERB = r"(?:(?:also|again|hereby|further|specifically|kindly|once|only|strongly|therefore|now|thus|then|likewise|accordingly|still|moreover|furthermore|meanwhile|nonetheless|nevertheless|instead|in (?:addition|turn|particular|the meantime|consequence)|at the same time|once (?:more|again)|as (?:before|always|well)|for (?:its|their) part|of course|each|both|all|\w{2,14}ly),? )?"
_MEANWHILE = (  # "would, even so, be useful", "would all the same be glad of"
    r"(?:,? (?:however|nonetheless|nevertheless|none the less|therefore|of course|as always|in turn|in any (?:case|event)|even so|all the same|as (?:before|usual)|accordingly|instead|for (?:its|our|their) part),?)?"
)
_TOLD = (
    r"requested|asked|instructed|directed|urged|tasked|required|invited|expected|reminded|advised|encouraged|authorized"
    r"|authorised|permitted|allowed|welcome|free|called|enjoined|cleared|empowered|obliged|at liberty|on notice"
    r"|(?:relied|depended|counted|called) (?:up)?on(?= to\b)|trusted(?= to\b)|looked to(?= for\b)"
)
CUES = re.compile(
    rf"\b(?:(?P<told>(?:is|are){_MEANWHILE} (?:not (?:repeat not )?)?{_ADVERB}(?:{_TOLD}|charged(?= to (?:count|find|see|send|report|tell|ask|check|press|seek|watch|draw|make|get|take|hold|keep|arrange|obtain|deliver|prepare|speak|follow|settle|act)\b)|(?:charged|entrusted)(?= with (?!stealing|taking|selling|forging|smuggling|accepting|embezzling|plotting|conspiring|being|having)\w+ing\b)))"
    r"|(?P<modal>should|shall|must|ought (?:not )?to|ought, (?!to\b)[^,;:]{2,40}, to|needs? to|need(?= (?:only|merely|simply|just) [a-z]| [a-z]+ only\b| do no more than )|ha(?:s|ve) (?:only |merely )?to|(?:is|are)(?: not)?, (?!to\b)[^,;:]{2,40}, to|(?:is|are) (?:on|under|in|at|by) no (?:account|circumstances?|conditions?|means|event|case|time) to|(?:is|are) (?:not repeat )?(?:then |also |not |therefore |thereafter |henceforth |instead |now |further |thus |likewise |still |only |each |both |all |moreover |nonetheless |nevertheless |meanwhile |in (?:addition|turn|particular|the meantime) |at the same time |once (?:more|again) |as (?:before|always|well) |for (?:its|their) part |(?!likely|unlikely)\w{3,14}ly ){0,2}to|will (?:need|have|(?:(?:no doubt|surely|certainly|also|of course|naturally|probably|doubtless) )?(?:want|wish)(?= to\b)|(?:(?:no doubt|surely|certainly|also|of course|naturally|probably|doubtless|therefore) )?want(?= (?:an?|one|two|three|someone|somebody|some|both|each|its|their|all) )|please|be required|be (?:expected|obliged)(?= to\b)|be responsible(?= for [a-z]{3,}ing\b)) ?(?:to)?|will(?= [a-z]+|, (?!we\b|it\b|i\b)[^,;:]{2,40}, [a-z]))"
    r"|(?P<term>(?:(?:is|are) (?:hereby |now )?(?:given|allowed)|ha(?:s|ve)(?: been (?:given|allowed))?) (?:(?:until|till|up to)(?! (?:now|then|recently|this)\b)|(?:\w+ ){1,2}(?:working |business |calendar )?(?:days|weeks|hours) )"
    r"|ha(?:s|ve) (?!no |not |never )(?:\w+ |the department's ){0,3}?(?:authorization|authority|permission|discretion|leave) to)"
    r"|(?P<may>may|can|could|might)"
    r"|(?P<please>please|kindly|pls|plse)"
    rf"|(?P<wish>would{_MEANWHILE} (?!(?:\w+ )?be (?:\w+ |more than )?welcom)(?:\w+ ){{0,2}}?(?:appreciate|welcome|value|be (?:\w+ )?(?:grateful|thankful|obliged|indebted|(?:pleased|glad|happy|delighted) (?=(?:to (?:have|receive|know|learn|see|hear|be (?:told|informed|advised|notified|kept))|of)\b))|be (?:\w+ )?interested|take it (?:\w+ )?(?:kindly|as a (?:favor|favour|kindness|courtesy))|like)"
    r"|(?P<wants>requests?|asks?|instructs?|directs?|urges?|encourages?|invites?|seeks?|tasks?(?! force)|authorizes?|appreciate|needs?|"
    r"wants?|lacks?(?= (?:an?|the|any|some|only|word|details|names|figures|your|[\w/]+['’]s)\b)|solicits?|begs?|implores?|requires?|grateful|wonders?(?= (?:whether|if)\b)|recommends?(?= that\b))|(?P<counts>(?:counts?|rel(?:y|ies)|depends?|(?:is|are) (?:counting|relying|depending)) (?:up)?on|(?:is|are) looking to(?= [\w/ ]{2,60} (?:to|for)\b))|(?:is|are) (?:\w+ly )?(?:seeking|requesting|asking|soliciting)|looks? (?:to|for)|would find it (?:\w+ )?(?:useful|helpful) to (?:have|receive|know)|suggests?(?= (?:that )?(?:(?:you|post|embassy|mission|consulate)\b|(?:it|they|these|this|the (?:[\w'’-]+ ){0,4}?[\w'’-]+) (?:also )?be ))|(?:wish(?:es)?|desires?)(?= (?:that )?(?:the )?(?:you|embass(?:y|ies)|posts?|missions?|ambassador|consulate)\b (?!.{0,40}\bwell\b))|desires?(?= (?:\w+ ){0,2}?(?:(?:department|washington|dept|bureau|embassy|post|mission|consulate)['’]s|your \w+|instructions?|guidance|direction|concurrence|views|advice|authorization|clearance|approval|decision)\b)|wish(?:es)? to (?:have|receive|know|learn|hear|see)|wish(?:es)?(?= (?:the|these|those|this|both|all|its|our) (?:[\w'’/-]+ ){1,9}?(?:made|raised|put|taken|brought|delivered|left|handed|conveyed|passed|presented|pressed|given|shown)\b)|wish(?:es)?(?= (?:also |further |therefore )?that [^;:.]{3,90}? be \w{2,}(?:ed|en|ade|ent|wn|pt|ut|ld)\b)|(?<![\w,] )desire(?= (?!to\b|for\b|of\b|is\b|was\b|has\b|had\b|by\b|in\b|on\b|and\b|from\b|under\b)(?:[\w'’/-]+ ){1,9}?(?:be|meet|report|arrange|provide|advise|send|attend|call|furnish|confirm|make|have|keep|accompany|remain)\b))"
    r"|(?P<essential>it (?:is|remains|will be) (?:\w+ )?(?:essential|imperative|critical|important|vital|necessary|crucial|urgent|indispensable|desirable) (?:that|for))"
    r"|(?P<due>(?:(?:is|are|were|was) (?:also |now |still |nonetheless |nevertheless |therefore |likewise |\w+ly )?)?(?:(?<=is )due(?! out)|(?<=are )due(?! out)|due(?! (?:to|out)\b)|needed|required|requested|solicited|desired|wanted|sought)"
    r"|(?:is|are) (?:now |still |hereby |\w+ly )?(?:looked for|hoped for|awaited|owed)|(?<=\bbe )(?:looked for|awaited)(?! in vain)|(?:is|are) (?:also |most |very |likewise |\w+ly )?(?:essential|imperative|vital|mandatory|indispensable|obligatory|desirable)(?! (?:to|that|for)\b)|(?:is|are) a must(?= (?:by|before|no later|not later|nlt|within)\b)"
    rf"|(?<=\bit )would (?:\w+ )?(?:help|assist)|would{_MEANWHILE} (?:\w+ )?be (?:\w+ |more than )?(?:appreciated|valued|welcomed?|desirable|helpful|useful|invaluable|valuable|of (?:\w+ )?(?:help|use|interest)|a (?:\w+ ){{0,2}}help\b)))\b"
)
# The words with which a cue begins: to look only there costs a tenth of searching everywhere.
_CUE_WORDS = frozenset(
    "is are was were should shall must ought need needs has have will may can could might please kindly pls plse would "
    "request requests ask asks instruct instructs direct directs urge urges encourage encourages invite invites seek "
    "seeks task tasks authorize authorizes appreciate want wants beg begs implore implores solicit solicits require requires grateful count counts "
    "lack lacks rely relies depend depends look looks wish wishes wonder wonders recommend recommends desire desires suggest suggests it due needed required requested solicited desired wanted sought looked awaited".split()
)
# Some of them say nothing alone: one of these must stand in the sentence too.
_DUE_PARTS = frozenset("due needed required requested solicited desired wanted sought".split())
_AWAITED = frozenset(
    "relied depended counted trusted looked hoped awaited must essential imperative vital mandatory indispensable obligatory desirable".split()
)
_OF_BEING = (
    _DUE_PARTS
    | _AWAITED
    | frozenset(_TOLD.split("|"))
    | frozenset(
        "charged entrusted liberty notice owed given allowed looking counting relying depending seeking requesting asking soliciting".split()
    )
)
_OF_HAVING = frozenset(
    "until till days weeks hours authorization authority permission discretion leave".split()
)
_OF_WISHING = frozenset(
    "favor favour service kindness appreciate appreciated valued welcome welcomed value grateful thankful obliged indebted pleased glad happy delighted interested kindly like find help assist helpful useful desirable invaluable valuable use interest if".split()
)
_OF_NEED = frozenset(
    "essential imperative critical important vital necessary crucial urgent indispensable desirable".split()
)
_WEAK = {
    "is": _OF_BEING, "are": _OF_BEING, "was": _DUE_PARTS, "were": _DUE_PARTS, "has": _OF_HAVING, "have": _OF_HAVING,
    "would": _OF_WISHING, "it": _OF_NEED,
}  # fmt: skip
_WEAK_SIGNS = tuple(
    (Family(word for word, beside in _WEAK.items() if beside is like).bit, Family(like).bit)
    for like in (_OF_BEING, _DUE_PARTS, _OF_HAVING, _OF_WISHING, _OF_NEED)
)
_ANY_WEAK = Family(_WEAK)
_TO_DO = Family({"to"})
_TO = re.compile(
    r"(?:(?:is(?<=\bis)|are(?<=\bare))(?:,? [a-z]+){0,5},? |ha(?<=\bha)(?:s|ve) (?:up |only |merely )?)to\b"
)  # "is then to", "has to"
_HAVING_TO = Family({"is", "are", "has", "have"})
_IN_TIME = {"time": "in time for", "enough": "(?:soon|early) enough for", "possible": "make it possible"}
_BETTERING = (
    "make",
    "add",
    "increase",
    "enhance",
    "raise",
    "round",
    "enrich",
    "improve",
    "complete",
    "strengthen",
)
_FEW = r"(?:\S+ ){1,4}"  # words
NUDGES = frozenset("call reminder word visit note nudge letter hint inquiry approach".split())
# Signs that most often say nothing, and what must stand beside them; the letters come first, as below.
_BESIDE = {
    "will": re.compile(
        r"will(?: be (?:so )?(?:good|kind) (?:enough|as)\b| (?:do|suffice|oblige|serve)\b| (?:need|have|please|be required|(?:[\w ]{2,12} )?(?:want|wish) to)\b|\b(?:(?<=\bofficers will)|(?<= posts will)))"
        rf"|(?:[;:] ){_FEW}will\b"
    ),
    "may": re.compile(r"may(?<=\bmay)(?<!\bin may)(?<!\bof may),? [a-z]"),  # no month
    "place": re.compile(r"\b(?:no|of) place\b"),
    "stand": re.compile(r"\bnot stand\b"),
    "falls": re.compile(r"\bfalls (?:\w+ ){0,2}(?:to|the)\b"),
    "passes": re.compile(r"\bpasses (?:\w+ )?to\b"),
    "expect": re.compile(r"expect(?<=\bexpect) to\b|will expect\b"),
    "expects": re.compile(r"expects to\b"),
    "like": re.compile(r"would like\b"),
    "it": re.compile(
        r"it(?<=\bit) (?:falls to|(?:is|has been) left (?:up )?to|is for|is up to|remains for|rests with|lies with|behooves"
        r"|is (?:now |therefore |also )?(?:incumbent|the (?:task|job|duty|business|responsibility)))\b"
    ),
    "no": re.compile(r"no (?:(?<=^no )|(?:account|circumstances?|event|case|time|conditions?)\b)"),
    "all": re.compile(r"\ball (?:that )?(?:we|the department|washington) |is all\b"),
    "what": re.compile(r"is what\b|what (?:(?<=^what )|(?<=^and what )|(?<=^but what ))"),
    "part": re.compile(r"part (?:now )?is\b"),
    "share": re.compile(r"share (?:now )?is\b"),
    "last": re.compile(r"last (?:possible )?da(?:y|te)\b"),
    "day": re.compile(r"day (?:by|on) which\b|last (?:possible )?day\b"),
    "there": re.compile(r"there (?:must|shall|should|ha(?:s|ve) to|is to|are to|needs? to)\b"),
    "without": re.compile(
        r"without\b(?:(?<=be without)|(?<=[dg]o without)|(?<=be left without)|(?<=[dg]o left without))|without (?:any |an? |your |posts?'? |further |contrary )*(?:objection|repl|response|answer|word|instruction)"
    ),
    "here": re.compile(r", to (?:be|arrive) here\b"),
    "hand": re.compile(r", to be in hand\b"),
    "reach": re.compile(r", to reach\b"),
    "arrive": re.compile(r", to arrive\b"),
    **{word: re.compile(rf"{word} (?:\w+ )?(?:to|the)\b") for word in ("go", "goes", "come", "comes")},
    **{
        word: re.compile(rf"w(?:ould|ill) (?:\w+ )?{word}\b")
        for word in ("allow", "enable", "permit", "help", "give", "leave", "spare", "save", *_BETTERING)
    },
    **{word: re.compile(rf"{phrase}\b") for word, phrase in _IN_TIME.items()},
    **{
        word: re.compile(rf"(?:is|are) for (?:\w+ )?{word}\b")
        for word in (
            "delivery",
            "presentation",
            "signature",
            "transmittal",
            "submission",
            "distribution",
            "translation",
        )
    },
}
_AT_BEGIN = {  # how a sentence must begin in which they stand
    "will": re.compile(
        rf"{_FEW}will\b|(?:all |those |(?:the )?other )?(?:posts|missions|embassies|consulates|addressees) [^;:]{{3,200}}? will\b"
    ),
    "this": re.compile(
        r"(?:the \w+ of )?this (?:(?:\w+ )?(?:request|cable|message|telegram|tasking) )?is (?:for|to)\b"
    ),
}
_BESIDE |= {  # "a call to each from the consul would settle it"
    word: re.compile(rf"{word} (?:(?:to|with) [^,;:]{{2,40}}? )?(?:from|by) [^;:.]{{3,140}}? w(?:ould|ill)\b")
    for word in NUDGES
}
_ASK_BESIDE = {
    word: [
        *([_BESIDE[word].search] if word in _BESIDE else []),
        *([_AT_BEGIN[word].match] if word in _AT_BEGIN else []),
    ]
    for word in (*_BESIDE, *_AT_BEGIN)
}
MUTED = Family(_ASK_BESIDE)
MOVED = Family(  # what is moved is a deadline: "the suspense is put back to"
    moved_deadlines.SIGNS - MUTED - {"extension"}
)
MOVABLE = Family(
    "deadline deadlines suspense suspenses cutoff cut date dates day days limit limits extension due".split()
)
# Words of set phrases, and how they stand in one.
_IN_IDIOM = {
    "best": re.compile(r"had best\b").search,
    "better": re.compile(r"had better\b|\bdo (?:no )?better\b").search,
    "well": re.compile(
        r"well(?:(?:(?<=do well)|(?<=does well)) to\b|(?<=\bwell) advised\b|\b(?:(?<=\bbe well)|(?<=\bbe as well)))"
    ).search,
    "left": re.compile(r"left (?:for|is)\b").search,
    "time": re.compile(r"is (?:\w+ )?time\b").search,
    "leave": re.compile(r"to .{2,50} leave\b").match,
    "let": re.compile(r"(?:^|[,;:] |\band |\bplease |\baccount |\bcase )let\b").search,
    "word": re.compile(r"not an? word\b").match,
    "remains": re.compile(
        r"(?:all that|all there|what|it|there|that)(?: now)? remains\b|\bremains to be [a-z]+ed\b"
    ).search,
    "remain": re.compile(r"\bremain to be [a-z]+ed\b").search,
    **{word: re.compile(rf"{word} to be [a-z]+ed\b").search for word in ("still", "yet")},
    "thing": re.compile(r"(?:one|only|first|next) thing\b|\bthing (?:\w+ ){0,2}is\b").search,
    "it": re.compile(r"it would (?:\w+ )?be (?:an? |as well|well|no bad|only)").match,
    "this": re.compile(r"(?:please |kindly )?(?:consider|treat|take|regard|read) this\b").match,
    "all": re.compile(r"all (?:that |there )?(?:remains|is left|i |the desk)").match,
    "for": re.compile(r"(?:the|our|one|this|that) (?:[\w-]+ ){0,4}(?:is )?for .{2,50} to\b").match,
}
IDIOMS = Family(_IN_IDIOM)
# The letters come first, as the engine leaps to those: an edge before them would be tried at every character.
_PLACES = {word: re.compile(rf"{word}\b(?<=\b{word})") for word in _CUE_WORDS}
_SUSPICIOUS = frozenset(  # one of them, or "instruct", stands in whatever SUSPECT finds
    "should shall must please request requests requested ask asks asked urge urges urged require requires required need needs "
    "encourage encouraged authorized invited tasked due deadline suspense directed recommend recommends recommended".split()
)
# One of them, or a weak one with its like, stands at every cue and in whatever SUSPECT finds.
SIGNS = (_CUE_WORDS - _WEAK.keys()) | _SUSPICIOUS
SUSPECT = re.compile(
    r"\b(?:should|shall|must|please|request(?:s|ed)?|ask(?:s|ed)?|instruct\w*|urg(?:e|es|ed)|requir(?:e|es|ed)|needs? to|"
    r"encouraged?|authorized|tasked|due|deadline|suspense|directed|recommend(?:s|ed)?)\b"
)


def have_weak(low: str, signs: int) -> bool:
    """Return whether a word that is no cue alone stands with one of those that make it a cue: "is" with "asked"."""
    if not signs & _ANY_WEAK.bit:
        return False
    for word, like in _WEAK_SIGNS:
        if signs & word and signs & like:
            return True
    return bool(signs & _TO_DO.bit and signs & _HAVING_TO.bit) and _TO.search(low) is not None


def have_muted(low: str, words: frozenset[str]) -> bool:
    """Return whether one of the signs that mostly say nothing stands there with what makes it ask."""
    for sign in MUTED & words:
        for rule in _ASK_BESIDE[sign]:
            if rule(low):
                return True
    return False


def have_idiom(low: str, words: frozenset[str]) -> bool:
    """Return whether a word of a set phrase stands there as in one: "had better", "It is time"."""
    for word in IDIOMS & words:  # noqa: SIM110 - a generator would cost as much as the search
        if _IN_IDIOM[word](low):
            return True
    return False


def is_suspect(low: str, words: frozenset[str]) -> bool:
    """Return whether a sentence in small letters, made of these words, has one that sounds like asking."""
    may_be = "instruct" in low or not _SUSPICIOUS.isdisjoint(words)
    return may_be and SUSPECT.search(low) is not None


def _may_open(weak: str, words: frozenset[str]) -> bool:
    return not _WEAK[weak].isdisjoint(words) or ("to" in words and weak in _HAVING_TO)


def cues(low: str) -> Iterator[re.Match[str]]:
    """Give what CUES finds, in order and without overlap."""
    words = words_in(low)
    openings = [w for w in _CUE_WORDS & words if w not in _WEAK or _may_open(w, words)]
    end = 0
    for place in sorted([found.start() for word in openings for found in _PLACES[word].finditer(low)]):
        match = CUES.match(low, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match
