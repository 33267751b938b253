"""Orders as telegrams shorten them: "ADDRESSEES TRANSMIT FOLLOWING NOTE", "NO PAPER TO BE LEFT", "TEXT NOT TO BE SHOWN TO OTHERS"."""

import re

from tracker.cable.hints import Family
from tracker.extraction import matters, verbless_wants, wishes
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.needs import MONTHS_AND_DAYS
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_PASSING_ON = (
    "transmit deliver pass convey hand furnish forward submit provide advise inform confirm ascertain obtain seek"
    " request present relay repeat resend correct verify determine arrange reserve cable telegraph telephone"
).split()
_OBJECT = (  # of an order; what posts as a rule do is told otherwise: "POSTS REPORT HEAVY DEMAND"
    r"(?:(?:the |orally |promptly |immediately |at once |soonest |urgently |also )*(?:following|note|text|message|letter|points|attached|below|enclosed|foregoing|above|paras?|paragraphs?|receipt|whether|soonest|asap|immediately|nlt|by cable)\b"
    r"|(?:this|department|dept|us|we|(?:[a-z]{1,5}/[a-z]+)) (?:by|whether|soonest|of|date|how|immediately|nlt|if)\b|(?:names?|dates?|texts?|cop(?:y|ies)|numbers?) (?:of|and|to|by)\b|its )"
)
_ADDRESSED = re.compile(  # in small letters
    rf"(?P<who>(?:[\w'’]+,? ){{1,5}}?)(?:also |then |please |\w+ly )?(?P<verb>{'|'.join(_PASSING_ON)}) (?={_OBJECT})"
)
_OFFICE_DOES = re.compile(  # in small letters: "COMMERCE CONFIRM SIZE OF BOOTH BY MAY 3"; one office that told of its work would say "confirms"
    r"(?P<who>[\w/]+(?: (?!and\b|or\b)[\w/]+)??) (?:also |then |now |please )?(?P<verb>[a-z]+) "
    r"(?!(?:by|on|in|of|from|at|with|that|to|and|or)\b)(?=[a-z0-9])"
)
_NO_THING = re.compile(  # "NO PAPER TO BE LEFT", "NOTHING TO BE SAID TO PRESS", "TEXT NOT TO BE SHOWN TO OTHERS"
    r"(?:(?:until|before|after|pending|for) [^,;:]{2,40}, |meanwhile,? |but |and |repeat )?(?:no (?P<none>(?:[\w'’-]+ ){1,5}?)|nothing |(?P<what>(?:[\w'’-]+ ){1,6}?)not (?:repeat not )?)"
    r"(?P<duty>to) be (?:\w+ly )?(?P<done>left|made|taken|issued|given|admitted|shown|released|said|told|invited|handed|passed|put|published|shared|signed|promised|copied|quoted|distributed|sent|disclosed|offered|mentioned|used|kept)\b"
)
_EACH_DOES = re.compile(  # in small letters: "Each post sends its receipts to the desk within ten days"
    r"(?:and |so |afterwards,? |then,? )?(?P<who>(?:each|every|both|all|the (?:two|three|four|five)|either) (?:(?:of|the|action|addressee|american) )*(?:posts?|embass(?:y|ies)|missions?|consulates?|addressees?|[\w-]+ officers?)(?: (?:with|under|on) [^,;:]{3,40}?)?) (?:then |also |thereafter |afterwards |in turn )?(?P<verb>[a-z]{3,}) "
    rf"(?=(?:the|an?|its|their|his|one|two|three|copies|names|any|all|both|each|what|whether|to|with|us|it|them|theirs|back|out)\b[^;]{{0,160}}?\b(?:by|before|within|no later than|not later than|nlt) (?:(?:cob|oob|noon|close|opening|of|business|on|the) )*(?:{MONTHS_AND_DAYS}|(?:[\w-]+ )?(?:working |business |calendar )?(?:days|weeks|hours)\b))"
)
_KEPT_BACK = frozenset(
    """paper papers copy copies note notes text texts press reporters cameras photographers photograph photographs publicity
    statement statements commitment commitments promise promises mention reference comment comments announcement outsiders
    visitors guests offer assurance assurances exception exceptions original originals recording recordings figures names
    aide-memoire document documents""".split()
)
_FOR_EACH = re.compile(  # "FOR EACH ITEM STATE PRICE AND ORIGIN", "Against each name note the date of birth"
    r"(?:for|in|against|opposite|beside|under|with|on|of|at|after) (?:each|every) (?:[\w-]+ ){1,4}?"
    r"(?:(?P<verb>give|indicate|specify|include|describe|identify|provide|furnish|enter|cite)(?= (?!in\b|to\b|by\b)\w)"
    r"|(?P<noun>state|show|list|report|note|name|mark|record)(?= (?:the|an?|any|all|its|their|his|both|who|whom|whose|whether|how|what|when|where|why|which|number|date|place|name)\b"
    r"| [\w-]+(?:,? (?:and|or) (?:[\w-]+ )?[\w-]+)?(?:,? (?:by|nlt|no later than) [\w ,]{3,30})?\.?$))"
)
_FINITE = re.compile(
    r"\b(?:who|which|that|whose|is|are|was|were|has|have|had|will|would|can|could|may|seems?|appears?|likely)\b"
)
_VERBS = frozenset(_PASSING_ON)
_OFFICE_VERBS = frozenset(
    "confirm advise provide furnish send submit forward authorize approve validate verify determine ascertain obtain arrange expedite inform notify transmit instruct deliver".split()
)
_OPENS_NO = (
    "no ",
    "nothing ",
    "until ",
    "before ",
    "after ",
    "pending ",
    "for ",
    "meanwhile",
    "but ",
    "and ",
    "repeat ",
)
_EACH = (["each"], ["every"])
MOST_BEFORE_VERB = 7  # words: "ACTION POSTS RIGA AND TUNIS PLEASE ADVISE"
_ALL_OF_THEM = ("each ", "every ", "both ", "all ", "the ", "either ", "and ", "so ", "then ", "afterwards")
_OF_EACH = ("by", "before", "within", "later", "nlt")
SIGNS = Family(
    [
        *_PASSING_ON,
        *_OFFICE_VERBS,
        *_OF_EACH,
        *verbless_wants.TOLD_VERBS,
        "ahead",
        "advance",
        "after",
        "no",
        "nothing",
        "not",
        "each",
        "every",
    ]
)


def may_be(low: str) -> bool:
    """Return whether a sentence in small letters has the form of such an order."""
    if (
        " to be " in low
        and (low.startswith(_OPENS_NO) or " not to be " in low)
        and _NO_THING.match(low) is not None
    ):
        return True
    if low.startswith(_ALL_OF_THEM) and _EACH_DOES.match(low) is not None:
        return True
    if verbless_wants.may_be(low):
        return True
    first = low.split(" ", MOST_BEFORE_VERB)[1:MOST_BEFORE_VERB]
    if first[:1] in _EACH:
        return _FOR_EACH.match(low) is not None
    if not _OFFICE_VERBS.isdisjoint(first[:3]) and _OFFICE_DOES.match(low) is not None:
        return True
    return not _VERBS.isdisjoint(first) and _ADDRESSED.match(low) is not None


def told(low: str, cast: Cast) -> Verdict | None:
    """Return the verdict of such an order, None where a sentence is none."""
    if (wanted := verbless_wants.told(low, cast)) is not None:
        return wanted
    if not cast.asks_posts:
        return _office_does(low, cast) if cast.asks_capital else None
    if " to be " in low and (found := _kept_back(low)):
        return found
    return _for_each(low) or _addressed(low, cast) or _each_does(low, cast)


def _for_each(low: str) -> Verdict | None:
    """An order behind what it is about, without a comma: "for each" thing verb."""
    match = _FOR_EACH.match(low) if " each " in low or " every " in low else None
    if match is None:
        return None
    place = match.start(match.lastgroup or 0)
    return Verdict(is_ask=True, cue_at=place, order_at=place, form="order")


def _stems(verb: str) -> set[str]:
    """Return the plain forms that a verb may have: of "supplies" "supply", of "passes" "pass", of "sends" "send"."""
    return {verb, verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y"}


def _each_does(low: str, cast: Cast) -> Verdict | None:
    """Told as the plan, with its day: "each" asked verb; "Each post sends its receipts to the desk within ten days"."""
    match = _EACH_DOES.match(low) if low.startswith(_ALL_OF_THEM) and not cast.asks_others else None
    if (
        match is None
        or _stems(match["verb"]).isdisjoint(v.ORDERS)
        or cast.part_of(match["who"]) is not Part.ASKED
    ):
        return None
    return Verdict(
        is_ask=True, cue_at=match.start("verb"), order_at=0, form="matter", subject=match.span("who")
    )


def _addressed(low: str, cast: Cast) -> Verdict | None:
    """asked verb in its plain form, and what posts pass on or find out: "ADDRESSEES TRANSMIT FOLLOWING NOTE"."""
    match = _ADDRESSED.match(low)
    if match is None or _FINITE.search(match["who"]):
        return None
    who = match["who"].strip(" ,")
    last = who.rpartition(" ")[2]
    if not all(cast.is_asked(name) for name in (who, last)):
        return None  # "CONSULATE SOURCES CONFIRM WHETHER"
    return Verdict(
        is_ask=True,
        cue_at=match.start("verb"),
        order_at=match.start("verb"),
        form="order",
        subject=match.span("who"),
    )


def _office_does(low: str, cast: Cast) -> Verdict | None:
    """office of the capital verb in its plain form, where a post writes: "COMMERCE CONFIRM SIZE OF BOOTH BY MAY 3"."""
    match = _OFFICE_DOES.match(low)
    if match is None or match["verb"] not in _OFFICE_VERBS or match["who"].startswith("the "):
        return None
    if not cast.is_asked(match["who"]):
        return None
    if _FINITE.search(low, match.end()) or not wishes.DATED.search(low, match.end()):
        return None  # "Commerce forward sales fell by half"
    place = match.start("verb")
    return Verdict(is_ask=True, cue_at=place, order_at=place, form="order", subject=match.span("who"))


def _kept_back(low: str) -> Verdict | None:
    """What posts are to keep to themselves: "no" thing, "nothing" or thing "not", "to be" done."""
    match = _NO_THING.match(low)
    if match is None or BY_WHOM.search(low, match.end()) or _FINITE.search(low[: match.start("duty")]):
        return None
    named = match["none"] or match["what"]
    head = noun_phrase(WORDS.findall(named))[-1:] if named else []
    if named and (
        not head or {head[0], f"{head[0]}s"}.isdisjoint(_KEPT_BACK | (v.GIVEN if match["what"] else set()))
    ):
        return None
    if matters.is_from_others(low):
        return None
    return Verdict(is_ask=True, cue_at=match.start("duty"), order_at=0, form="matter", subject=(0, 0))
