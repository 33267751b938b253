"""Bare orders: sentences, and parts of sentences, that begin with the plain form of a verb."""

import re
from functools import lru_cache

from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction import phrasal_orders
from tracker.extraction import vocabulary as v

_IS_ADVERB = re.compile(v.ADVERB)
NOUN_BEHIND = {  # what makes a name of the verb: "Host government views.", "Begin summary."
    "host": frozenset(
        "delegation delegations forces force troops army navy police military officials side nationals agency agencies authorities institution institutions families family university universities government governments country countries nation nations governments' government's families family".split()
    ),
    "telephone": frozenset(
        "number numbers line lines exchange book books directory directories service services system systems bill bills operator company lists".split()
    ),
    "press": frozenset(
        "guidance release releases conference reports coverage statement line office briefing center centers centre kit kits room"
        " here today now this has had was is says said carries carried continues speculation comment comments stories story"
        " reaction reactions clippings clips items report club corps attache officer officers event events pool plan plans arrangements accreditation credentials interest play".split()
    ),
    "name": frozenset({"of"}),
    "request": frozenset("forms form letters letter slips slip".split()),
    "demarche": frozenset("text points request instructions".split()),
    "begin": frozenset("summary comment text action background unclassified introduction note".split()),
    "vote": frozenset("instruction instructions explanation explanations count counts".split()),
    "put": frozenset("differently simply another briefly otherwise bluntly plainly on in up off".split()),
    "spare": frozenset("part parts tire tires time room rooms capacity key keys set sets".split()),
    "telex": frozenset("line lines link links machine machines operator number room traffic".split()),
    "wire": frozenset("service services report reports fence transfer transfers room story stories".split()),
    "cable": frozenset("car cars station stations room traffic line lines company office television".split()),
    "pouch": frozenset(
        "room rooms mail service services clerk clerks bags transit run runs schedule".split()
    ),
    "mail": frozenset("room rooms service services clerk clerks bags transit run runs train".split()),
    "airmail": frozenset("letter letters rate rates postage stamp stamps edition service".split()),
    "contact": frozenset("information details list person persons officer officers".split()),
    "report": frozenset("format outline language guidance".split()),
    "state": frozenset(
        "concurs agrees clears supports approves defers believes understands requests prefers intends plans wishes does has is was will and concur concurred cleared university universities college fair fairs dinner visit funeral capitol governor governors troopers".split()
    ),
    "present": frozenset("agreement rules law practice policy plans instructions guidance".split()),
}
_DO_NOT = re.compile(
    r"(?:also,? |please |under no circumstances )*(?:do not|don't|never)(?:, [a-z ]{3,30},)? (?:repeat not )?(?:\w+ly )?(?P<verb>(?!know\b|think\b|forget\b)[a-z-]+)\b"
)
_BEFORE_QUESTION = re.compile(
    r"(?:please |then |also )*(?P<verb>[a-z][a-z-]{2,}) (?:who|whom|whether|what|how|why|which)\b"
)
_ANY_WORD = re.compile(r"(?:also |then |please |\w+ly )*(?P<verb>[a-z][a-z-]{2,}) [a-z]")
_BEFORE_ARTICLE = re.compile(
    r"(?:please |then |also |immediately |promptly )*(?P<verb>[a-z][a-z-]{2,}) (?:the|an?|all|any|your|each|every|another|both|at least one|one|two|three|four|five|six|its|these|those) (?!of\b|way\b|\w+ed\b)[a-z]"
)
_BEFORE_DAY = re.compile(  # telegraphic: the day stands between the verb and its object
    r"(?:please |then |also )*(?P<verb>[a-z][a-z-]{2,}) (?:to [a-z]+ )?(?:by|nlt|no later than|not later than|within|before) (?!.* (?:is|are|was|were|will|has|have|would|may(?! \d)|can|should|must) )(?:[\w.]+ ){1,4}?"
    r"(?:the|an?|all|any|your|each|its|these|those|two|three|four|whether|names)\b"
)
_CABLE = re.compile(
    r"state (?:\d|[a-z]{1,5}/[a-z])|begin [^.;:]{3,60}:$|hand[ -]carry (?:is|was|of|bags?|baggage|luggage|rules?)\b"
)  # a cable's number, an office, a mark: no order
NOUN_OF = re.compile(  # "Request in ref B for a list has been overtaken": a verb follows the whole noun phrase
    r"(?:in|of|for|from|by(?! cable| telegram| fax| e-?mail| return| phone| telephone| letter| pouch| note)) (?:(?!that|which|who|whom|whose|whether|if|what|how|when|where|why|as|and|not\b)[\w'’()/-]+ ){1,14}?(?:is|was|are|were|has|had|have been|will|shows?|indicates?|reveals?|suggests?|says|gives|stands|came|fell|rose|remains?|runs|goes|brought|drew|met|got|won|yielded|produced|led)\b"
    r"|on (?:(?!that|which|who|whom|whose|whether|if|what|how|when|where|why|as|and|not\b)[\w'’()/-]+ ){1,10}?(?:goes|went|continues|continued|proceeds|proceeded|lags|lagged|stopped|began)\b"
    r"|(?:in|for|from|with|through|between|by) (?:(?!(?:that|which|who|whom|whose|whether|what|how|when|where|why|and|not|it|they|he|she|the)\b)[\w'’/-]+ ){1,4}?(?:went|broke|ran|took|sailed|lasted|arrived|failed|resulted|reached(?= (?:us|here|department|washington)\b)) (?!by\b)"
    r"|(?:near|off|along|within \d+ (?:nautical )?(?:miles|kilometers|km|meters|yards)) (?:(?!(?:that|which|who|whom|whose|whether|what|how|when|where|why|not|it|they|he|she)\b)[\w'’/-]+ ){1,9}?(?:would|could|took|takes|is|was|cost|costs)\b"
    r"|(?:now |still )?under (?!no\b|all\b|two\b|three\b)(?:[\w'’/-]+ ){1,4}?(?:covers?|pays?|provides?|includes?|leaves|gives?|shows?|allows?|ends|expires?|runs|costs|calls|permits?|requires?|takes?|goes) (?!of\b|and\b|or\b)"
)
_RUN_IN = re.compile(
    r"[a-z]+ (?:up|down|in|out|off|on|over)[.:]?$"
)  # in small letters, a title: "Wrap up.", "Follow up."
_FREIGHT = re.compile(  # "Air freight two kits"; "Air freight to Oslo" is what it costs
    r"(?:please |also |then )*(?P<verb>(?:air|sea|surface) (?:freight|mail|express|pouch|ship)) (?:to \w+ )?(?:the|an?|one|two|three|four|five|six|ten|\d+|all|any|both|each|these|those|them|your|its|their)\b"
)
_FIND_OUT = re.compile(
    r"(?:please |also |then )*(?P<verb>find out(?:(?=, ),)?|go(?= and (?:look|see|count|check|find|ask|inspect)\b| (?:through|over|back to) (?:the|each|every|all|your)\b)|see (?:to it that|that (?:the|no|all|each|every|any|both|your|its|these|those)|whether)|(?:be sure|remember)(?= (?:not )?to (?!your\b)[a-z]+ (?!(?:your )?(?:passports?|visas?|tickets?)\b))|be sure(?= that (?:the|no|all|each|every|any|both|its|these|those)\b)|(?:do not|don't|never) forget(?= to )) "
)
_SURE_OPENINGS = (  # with one of them begins whatever _DO_NOT or _FIND_OUT finds
    "be sure ", "remember ", "do ", "don't ", "never ", "also", "please ", "under ", "then ", "find ", "see ", "go ", "air ", "sea ",
    "surface ",
)  # fmt: skip
_HAVE_DO = re.compile(
    r"have (?:the|an?|your|its|all|any|each|both|every|these|those|them|him|her|someone|one|post's|embassy's) "
)
_HAVE_READY = re.compile(  # "Have as-built drawings on hand"; not "Have new laws passed?"
    r"(?:please |also |then )*(?P<verb>have) (?!(?:now|already|received|not|no|been|had|in|on|at|just|also|never|since|we|you|they)\b)(?:[\w'’-]+ ){1,6}?(?:on hand|at hand|to hand|ready|standing by|on call|on standby)\b"
    r"|(?:please |also |then )*(?P<ready>have) (?:on hand|at hand|to hand|ready|available|on file|in readiness) (?:for [\w ]{3,30} )?(?:the|an?|all|any|its|your|their|each|two|three|copies|\d)\b"
)
# With one of them goes on, or begins, whatever _BEFORE_ARTICLE or _BEFORE_DAY finds.
_BEHIND_VERB = frozenset(
    "the a an all any your each every another both at one two three four five six its these those to by nlt no not within before".split()
)
_BEFORE_VERB = frozenset("please then also immediately promptly".split())
MOST_BEFORE_VERB = 20  # characters: "please also then "
_CLAUSE = frozenset("that whether if which what how who it they he she we you".split())
_WENT = frozenset("ran took fell rose averaged went came stood broke lasted".split())
_BEHIND_COMPOUND = frozenset("in of for from by through at on to with between".split())
_FINITE = frozenset("is was are were has had remains came went rose fell".split())
_STIRS = frozenset(  # behind a noun: "Ship sails at noon", "Visit ends Friday"
    "intends expects proposes hopes wants requires sails arrives enters proceeds anchors refuels berths leaves departs docks lies expires ends seems appears says takes begins starts depends belongs covers includes contains runs comes goes gives provides describes exceeds consists shows indicates suggests concludes reveals".split()
)
_MODALS = frozenset("must should shall may might can could would cannot".split())
_VERBS_BEHIND = v.LINKS | _MODALS | _STIRS
_ADJECTIVES = frozenset(
    "open direct complete clear close correct alert express select welcome separate".split()
)
_SAME_IN_PAST = frozenset("put set let".split())
_OFFICES = frozenset("embassy consulate mission department".split())  # "Embassy The Hague may share"
_LETTERED = frozenset(  # "Reftel A leads us to believe", "Tab A lists"
    "ref refs reftel reftels septel septels tab annex appendix option section article enclosure attachment para paragraph item category class type".split()
)
_ASKING = frozenset(  # "WHY THE CHANGE": a title
    "why whence wherefore whither whose whom who what which how when where whatever whoever alas hence thus behold else enough".split()
)
_NO_VERBS = (say.NO_OPENERS | verbs.WEAK | v.LEADS | _OFFICES | _LETTERED | _ASKING) - _SAME_IN_PAST
_POSTED = frozenset("the a it them this these on all any".split())
_WILL_DO = re.compile(  # in small letters: "E-mail to the desk will do for the first count"
    r"[^,;]{3,90}?(?:, [^,;]{2,60},|, (?:with|in|or|and) [^,;]{2,60})? (?:will|would) (?:also |then |quite |well )?(?:do|suffice|serve)\b(?! (?:the|all|so|what|it|its|this|that)\b)"
    r"|[^,;]{3,90}? (?:is|are) (?:quite |more than )?(?:enough|sufficient|good enough)\b"
)
_RULES_THAT = re.compile(  # "Draft rules now under study provide that"
    r" (?:(?!that\b|which\b|who\b|whether\b)[\w'’-]+ ){1,9}?(?:provides?|stipulates?|prescribes?|requires?|specify|specifies|oblige|states?|says?) that\b"
)
_FIELD_OF_WORK = re.compile(  # over whom to ask: "inventory, Ann Sample (samplea@state.gov)"
    r"(?!(?:call|contact|telephone|phone|ring|e-?mail|fax|write|see|ask|address|send|copy|reach|notify|inform|consult|advise|tell|invite|thank|brief|meet|name)\b)"
    r"(?:[\w/-]+ ){0,2}[\w/-]+, [\w.'’ -]{3,50}(?: \(|, )[^;:]{0,60}?(?:@|\b\d{3}-\d{3,4}\b)"
)
_FOREIGN_TEXT = re.compile(  # "Draft resolution calls on": whose verb comes soon
    r" (?:resolution|decision|declaration|convention|treaty|communique|statute|law|bill|decree|constitution|charter|directive|text|regulations?)(?: \w+)? "
    r"(?:calls|requests?|invites?|urges?|asks?|directs?|decides?|instructs?|obliges?|recommends?|welcomes?|deletes?|contains?|would|also|now|lacks?|leaves|makes|sets|gives|omits?)\b"
)
_READS = re.compile(  # over a text: "Draft letter for eventual signature reads:"
    r" (?:(?!that\b|which\b|who\b|whether\b|to\b)[\w'’()/-]+ ){1,9}?(?:(?:reads?|runs|says)(?: (?:as follows|thus|in (?:full|part)))?|(?<!as )follows):"
)
_LABEL_OF_NOUNS = re.compile(  # "Lease folder troubles: OBO help desk": a noun with others, over what follows the colon
    r"[a-z-]+ (?!(?:the|an?|all|any|your|each|every|its|to|by|in|on|for|of|with|from|at|as|back|only|whether|what)\b)(?:[a-z'’-]+ )?[a-z'’-]+s?: (?!(?:\(?[a-z0-9][).] |and\b))"
)
_LABEL_TO = re.compile(
    r" to (?:congress|parliament|the (?:house|senate|council|assembly|king|president|cabinet)): "
)
_TIMES_OVER = re.compile(r"(?P<noun>[a-z]+) after (?P=noun)\b")  # "Request after request has gone unanswered"
_FOR_LABEL = re.compile(  # "Contact for the curriculum: Ruth Ames"; not "Search for the following:"
    r" (?:for|on|in|at) (?!(?:the )?following|these|those)(?:[\w'’/-]+ ){0,5}[\w'’/-]+: (?!\(?[a-z0-9][).] )"
)
_TOLD_OF = (  # what a noun does, and an order does not have behind it
    r"(?:is|are|was|were|has|had|have(?! to\b)|will|would|may(?! \d)|might|can|could|should|must|found|finds?|shows?|showed|says?|said|tells?|told|gives?|gave|puts?|lists?"
    r"|suggests?|suggested|indicates?|indicated|concludes?|concluded|recommends?|recommended|calls?|called|notes?|noted|states?|stated|confirms?|confirmed|reports?|reported"
    r"|remains?|exists?|came|went|fell|rose|contains?|covers?|describes?|described|agrees?|agreed|differs?|connects?|leaves?|left|holds?|owns?|expects?|hopes?|fears?|believes?|thinks?|doubts?|\w{3,}ed(?= (?:the|an?|its|their|his|her|to|that)\b))\b"
)
_OF_NOUN = re.compile(  # behind a verb that is an adjective too: "Open sources in Jakarta show that"
    r" (?!(?:the|an?|any|all|its|your|each|every|both|this|these|those|it|them|to|with|for|by|on|in|at)\b)"
    rf"(?:(?!(?:that|which|who|whom|whose|whether|if|what|how|when|where|why|and|before|after|until|as|because|since|while|unless|once|it|they|he|she|we|you)\b)[\w'’/-]+ ){{1,5}}?{_TOLD_OF}"
)
_WITH_CLAUSE = re.compile(  # "Report AUD-09-X, issued by OIG in November, found that", "Survey team, which sails in May, has"
    r"(?: (?!(?:the|an?|any|all|its|your|each|every|both|to)\b)[\w'’/.-]+){0,4}, (?:which|who|whose|\w{3,}(?:ed|en)|sent|made|held|drawn|known|now|last|first) [^;:]{2,120}?, "
    + _TOLD_OF
)
_BY_CODE = re.compile(  # "Report A/54/12 says"
    rf" (?:no\. ?)?(?=[a-z/-]*\d)[\w/-]*[/-][\w/-]+(?: (?:of|by|from) (?:[\w'’/.-]+ ){{0,3}}[\w'’/.-]+)? {_TOLD_OF}"
)
_SAILS = re.compile(  # "SHIP CARRYING THE GENERATOR LEAVES NORFOLK MARCH 21"; "SHIP CRATES BEFORE THE TUG SAILS" is an order
    r" (?:(?!(?:all|any|your|each|both|before|after|when|if|as|until|once|that|which|to|via|aboard|because|since|who|whether|whatever|while|unless)\b)[\w'’/.,-]+ ){0,7}?(?:sails|leaves|arrives|departs|docks|berths|anchors|enters|reaches|carries|lands)\b(?! of\b)"
)
_SAILING = frozenset({"ship", "mail", "pouch", "freight", "transport"})
WORD = re.compile(r"[a-z][a-z'-]*")
ADVERBS = frozenset(
    """also then otherwise further additionally finally again immediately promptly always never only do not kindly
    please strongly clearly carefully first second third next lastly to simply generally and or""".split()
)

# With one of these words no order begins: what order_at and opens_with_verb look for stands behind another.
NO_ORDERS = frozenset(
    word
    for word in _NO_VERBS
    if word not in v.ORDERS | ADVERBS | {"have"}
    and not word.endswith("ly")
    and f"{word} " not in _SURE_OPENINGS + phrasal_orders.OPENINGS
)
_BEGIN_ORDERS = (
    v.ORDERS | ADVERBS | {"have", *(one.split()[0] for one in (*_SURE_OPENINGS, *phrasal_orders.OPENINGS))}
)
_NOUNS_TOO = v.ALSO_NOUNS | v.GIVEN


def opens_with_none(low: str, start: int = 0) -> bool:
    """Return whether the first word from `start` is one with which no order begins, as in most sentences: "the"."""
    end = low.find(" ", start)
    return end > 0 and low[start:end] in NO_ORDERS


@lru_cache(maxsize=8192)
def _may_begin_order(first: str) -> bool:
    """Return whether what `order_at` looks for may begin with a word: one that is no verb, no adverb and opens no phrase does not."""
    is_plain = first.isalpha() and first.isascii() and not first.endswith("ly")
    return not is_plain or first in _BEGIN_ORDERS


def order_at(low: str, start: int = 0, *, is_listed: bool = False) -> int | None:
    """Return where the verb stands if the text from `start` is a bare order, else None.

    order = {adverb} verb object; "Report results by Friday." A word that is a verb and a noun counts only
    if no verb follows it ("Report follows."). `is_listed`: it stands in a list of orders.
    """
    end = low.find(" ", start)
    if end > 0 and not _may_begin_order(low[start:end]):
        return None  # as most
    sure = _sure_at(low, start)
    return _plain_at(low, start, is_listed=is_listed) if sure is None else sure


def _plain_at(low: str, start: int, *, is_listed: bool) -> int | None:
    """Return where the verb of one word stands that orders, else None."""
    verb, place = _first(low, start)
    if verb == "have" and _HAVE_DO.match(low, place) and not low.endswith("?"):
        return place
    is_aim = low.startswith("to ", start) and not is_listed  # "To meet that date OIG asks its auditors"
    if verb not in v.ORDERS or is_aim or phrasal_orders.is_no_order(low, start):
        return None
    words = WORD.findall(low, place, place + 90)
    following = words[1] if len(words) > 1 else ""
    if (
        verb in ("note", "let", "see")
        and not is_listed
        and words[1:3] not in (["us", "know"], ["us", "have"])
        and not (words[1:3] == ["us", "hear"] and words[3:4] in _HEARING)
    ):
        return None
    if following in _FINITE or following in NOUN_BEHIND.get(verb, ()) or _is_mark(low, place):
        return None
    if verb in ("post", "mission") and following not in _POSTED:
        return None
    if verb in _ADJECTIVES:
        return None if _OF_NOUN.match(low, place + len(verb)) else place
    return None if verb in v.ALSO_NOUNS and _stands_as_noun(low, place, words) else place


_HEARING = (["by"], ["before"], ["within"], ["from"], ["soonest"], ["at"], ["nlt"])


_BY_DAY = re.compile(  # in small letters, without a comma behind it: "By COB November 15 deliver the note"
    r"(?:by|no later than|not later than|nlt|on or before|before|within) "
    r"(?:(?:cob|oob|noon|midnight|close|opening|start|beginning|end|middle|business|of|the|mid-?|early|late|first|second|third|last|next|this|coming|following|"
    r"tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|\d{1,2}:?\d\d(?:z| [ap]\.m\.)?|\d{6}z|a|an|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"working|days?|hours?|weeks?|months?|local|washington|eastern|time),? ){1,9}(?=(?P<verb>[a-z][a-z-]+) (?:the|an?|any|all|its|your|each|both|every|these|those|whether|us|them|copies|replies|results|comments)\b)"
)
OF_DAYS = frozenset("by no not nlt on before within".split())  # with one of them begins what behind_day reads


def behind_day(low: str, start: int = 0) -> int | None:
    """Return where the verb of an order stands behind its day, with its object: "By COB November 15 deliver the note", else None."""
    match = _BY_DAY.match(low, start)
    return match.end() if match and match["verb"] in v.ORDERS else None


def _is_mark(low: str, place: int) -> bool:
    """Return whether the words are a cable's number, a mark, what is quoted, or a field of work with the name of whom to ask."""
    if low.startswith(("quote ", "quote_"), place) and "unquote" in low:
        return True
    return (
        _CABLE.match(low, place) or _FIELD_OF_WORK.match(low, place) or _RUN_IN.match(low, place)
    ) is not None


_STILL_OUT = re.compile(  # a noun and what became of it, without its "is": "REPLY TO REF A STILL AWAITED"
    r" (?:to|of|on|from|in|by) (?:[\w'’/-]+ ){1,6}?(?:awaited|overdue|being (?:\w{3,}ed|written|drawn up))[.]?$"
    r"| to (?:[\w'’/-]+ ){1,6}?(?:still|now) (?:outstanding|pending)[.]?$"
)


def _stands_as_noun(low: str, place: int, words: list[str]) -> bool:
    """Return whether a word that is a verb and a noun is the noun: "E-mail to the desk will do", "Report follows"."""
    end = place + len(words[0])
    return (
        _LABEL_OF_NOUNS.match(low, place) is not None
        or _FOR_LABEL.match(low, end) is not None
        or _LABEL_TO.match(low, end) is not None
        or _TIMES_OVER.match(low, place) is not None
        or _WILL_DO.match(low, place) is not None
        or _READS.match(low, end) is not None
        or _RULES_THAT.match(low, end) is not None
        or _STILL_OUT.match(low, end) is not None
        or _FOREIGN_TEXT.match(low, end) is not None
        or _is_noun(words[1:], low, end)
        or (words[0] in _SAILING and _SAILS.match(low, end) is not None)
        or (", " in low and _WITH_CLAUSE.match(low, end) is not None)
        or _BY_CODE.match(low, end) is not None
        or NOUN_OF.match(low, end + 1) is not None
    )


def _sure_at(low: str, start: int) -> int | None:
    """Return where the verb stands of an order that is no noun: "Do not sign", "Find out", else None."""
    phrasal = phrasal_orders.order_of(low, start)
    if phrasal is not None or not low.startswith(_SURE_OPENINGS, start):
        return phrasal
    sure = _DO_NOT.match(low, start) or _FIND_OUT.match(low, start) or _FREIGHT.match(low, start)
    return sure.start("verb") if sure else None


def opens_with_verb(low: str, start: int = 0, *, is_listed: bool = False, is_led: bool = False) -> int | None:
    """Return where a word stands that only an order begins with: one right before an article, "Charter the aircraft".

    No list of verbs is whole; a preposition, a past form and a participle are known by what they are.
    """
    may_be = _may_have_object(low, start)
    match = _BEFORE_ARTICLE.match(low, start) if may_be else None
    match = match or (_BEFORE_QUESTION.match(low, start) if is_listed else None)
    match = match or (_telegraphic(low, start) if may_be else None)
    if "have " in low[start : start + MOST_BEFORE_VERB] and not low.endswith("?"):
        ready = _HAVE_READY.match(low, start)
        if ready is not None:
            return ready.start("verb")
    match = match or (_ANY_WORD.match(low, start) if is_led else None)
    word = match.group("verb") if match else ""
    is_verb = word and word not in _NO_VERBS and not word.endswith(("ing", "ed", "ly", "day", "s"))
    return match.start("verb") if match and is_verb else None


def _may_have_object(low: str, start: int) -> bool:
    """Return whether the second word may be one behind a verb that only an order begins with: "the", "by"."""
    end = low.find(" ", start)
    behind = low.find(" ", end + 1)
    if end < 0 or behind < 0:
        return False
    return low[end + 1 : behind] in _BEHIND_VERB or low[start:end] in _BEFORE_VERB


def _telegraphic(low: str, start: int) -> re.Match[str] | None:
    match = _BEFORE_DAY.match(low, start)
    return match if match and match["verb"] not in _NOUNS_TOO else None


def _first(low: str, start: int) -> tuple[str, int]:
    """Return the first word that is no adverb, and its place."""
    first = WORD.match(low, start, start + 60)
    if first and first.group() not in ADVERBS and not first.group().endswith("ly"):
        return first.group(), start  # as in most sentences
    for match in WORD.finditer(low, start, start + 60):
        word = match.group()
        if word not in ADVERBS and not (word.endswith("ly") and _IS_ADVERB.fullmatch(word)):
            return word, match.start()
    return "", start


def _is_noun(rest: list[str], low: str, end: int) -> bool:
    """Return whether a verb comes soon after, so that the first word was a noun."""
    if not rest or low[end : end + 1] == ":":
        return True
    if (rest[0] in _VERBS_BEHIND and rest[0] != "that") or rest[0].endswith("ed"):
        return True
    is_compound = rest[1:2] and (
        rest[1] in _BEHIND_COMPOUND or rest[1] in _WENT
    )  # "Pouch transit in May ran"
    if is_compound and not _WENT.isdisjoint(rest[1:6]) and _CLAUSE.isdisjoint(rest[:6]):
        return True
    return any(w in ("is", "was", "are", "were", "has", "had", "will") for w in rest[1:5]) and not any(
        w in ("that", "whether", "if", "which", "what", "how", "who") for w in rest[:5]
    )
