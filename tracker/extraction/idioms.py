"""Asks in set phrases without an asking verb: "Posts would do well to", "It is time for Lima to", "Thanks in advance for"."""

import re
from collections.abc import Callable

from tracker.cable.hints import has_any
from tracker.extraction import left_undone, matters, wishes
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.needs import MONTHS_AND_DAYS
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_WHO = r"(?P<who>[\w/' -]{2,50}?)"
_NOW = r"(?:now |also |therefore |then |only |still |just |simply )*"
_SENDER = r"(?:we|i|(?:the )?(?:department|washington|desk|bureau)|[a-z]{1,5}/[a-z/]{1,12})"
_WISE = re.compile(  # "Posts would do well to warn the port", "Post had better tell the owner"
    rf"(?:(?:and|but|so),? )?{_WHO} {_NOW}(?P<cue>had (?:best|better)|(?:would|will) do well to|would be (?:wise|well advised) to|(?:cannot|can not|could not|can) do (?:no )?better than(?: to)?|does? well to) (?:not )?(?P<verb>[a-z-]+)\b"
)
_TIME = re.compile(  # "It is time for posts to close the count", "It is high time Lima answered"
    r"it is (?:now |high |about |past |surely )*time (?:for (?P<who>[\w/' -]{2,50}?) to (?P<verb>[a-z-]+)\b|(?:that )?(?P<whom>[\w/' -]{2,50}?) [a-z]+(?:ed|ent|ade|ook|old|ave|ept|ut)\b)"
)
_STEP = re.compile(  # "The next step is for Lima to ask", "The rule for all posts is to count once", "All that remains is for Quito to"
    r"(?:(?:and|but|so),? )?(?:(?:the|our|one|a) (?:[\w-]+ ){0,3}?(?:step|thing|move|task|course|way|rule|job|point|order|plan|practice|procedure|thought|idea|drill|brief|charge)(?: (?:to do|to take|left|that remains|remaining|now))?|all (?:that|there) (?:now )?(?:remains|is left)|what (?:now )?remains|it(?: now)? remains|this|that|the (?:rest|choice|answer|matter|decision))"
    rf" (?:(?:{_NOW}is {_NOW}|)for {_WHO} to|for (?P<whom>[\w/' -]{{2,50}}?) {_NOW}is {_NOW}to) (?P<verb>[a-z-]+)\b"
)
_LEFT = re.compile(  # "There is one thing left for Lima to do: return the key"
    rf"(?:there (?:is|remains)|that leaves|this leaves) (?!no\b|not\b|nothing\b|little\b)(?:[\w-]+ ){{0,4}}?(?:thing|task|step|job|move|duty|errand)s? (?:left |still |more )*for {_WHO} to (?P<verb>[a-z-]+)\b"
)
_TAKE_AS = re.compile(  # "Consider this an instruction to close the file", "Treat this as authority to sign"
    r"(?:please |kindly )?(?:consider|treat|take|regard|read) (?:this|it|ref(?:tel)?(?: [a-z])?|the (?:present|above|foregoing)|this (?:cable|message|telegram))(?: message| cable| telegram)? (?:as |to be )?(?:an? |your |our |the |formal |full |sufficient )*(?P<kind>instructions?|requests?|orders?|authority|authorization|leave|permission|tasking|direction|license) to (?P<verb>[a-z-]+)\b"
)
_LET = re.compile(  # "Let Lima take the lead", "Let no copy leave the vault"
    r"(?:(?:and|but|so|please),? )?(?P<bar>(?:under|on|in|at|by) no (?:account|circumstances|event|case|time|means),? )?let (?!us\b|me\b|alone\b)(?P<rest>(?P<none>no (?:[\w-]+ ){1,4}?(?:be|leave|go|reach|stand|sign|see|pass|take|come|slip|appear|lie|get)\b)?[^.;:]*)"
)
_NONE_BUT = re.compile(  # "No one but the Minister is to be given the letter", "Nobody at post is to speak of it"
    r"(?:no one|nobody|none|no (?:officer|employee|member|person|clerk|copy))(?: else)? (?:but|except|save|other than|at (?:post|the (?:embassy|mission|consulate))|in (?:the (?:embassy|mission|section|consulate)|post)|on the staff|outside [\w ]{3,30}) ?[\w' ]{0,50}?\b(?:(?:is|are) to|should|must|may|shall) (?!be\b(?! (?:given|told|shown|allowed|let|handed|admitted|informed|briefed|copied|trusted|left|sent))|know\b|expect\b|have\b|doubt)[a-z]+"
)
_NOT_A_WORD = re.compile(
    r"not an? (?:word|line|hint|whisper|copy) (?:of|about|on) [^;:]{2,60} to (?:the |any |his |her )?[a-z]"
)
_WHAT = re.compile(  # "What we should like from Lima is a list by May 3", "All we ask is a line by May 3"
    rf"(?:what|all(?: that)?|the (?:only|one|first) thing) (?:(?P<ours>{_SENDER}|post|(?:the )?(?:embassy|mission|consulate)) {_NOW}(?:do |really )?(?:(?:should|would) (?:like|value|prefer)|needs?|wants?|asks?(?: for)?|requires?|looks? for|seeks?|lacks?|(?:is|are) after|expects?|hopes? for|(?:has|have) (?:in mind|left to ask))|is {_NOW}(?:asked|wanted|needed|required|expected|sought|looked for|missing|lacking|wanting))(?: (?:of|from) (?P<who>[\w/' -]{{2,50}}?(?:, [\w/' -]{{2,40}}?){{0,4}}))?(?: (?:by|before) [^,;]{{3,24}})?,? is (?!(?:set|told|found|in|at|under|below|given|listed|not|no|known|clear)\b)(?P<what>[a-z])"
)
_SHALL_WANT = re.compile(  # "We shall want the list by May 3"
    rf"(?:(?:and|but),? )?{_SENDER} (?:shall|will|would|should) {_NOW}(?:be (?:wanting|needing|looking for|glad of|in want of)|want|need|require|have to have|(?:rather|sooner) have|ask for|look for) (?:(?:an?|the|its|your|at least|one|two|some|post's|[a-z]+['’]s?) )?(?P<what>[^,;:]{{3,60}}?),? (?:here |in hand |on our desk |back )?(?=(?:by|before|no later|not later|nlt|within|at the latest|not after)\b)"
)
_THANKS = re.compile(
    r"(?:our |many |with |my |sincere )*thanks in advance (?:to (?:all |both )?(?:posts?|embass\w+|missions?|you) )?for (?!your (?:\w+ )?(?:cooperation|support|understanding|attention|patience|interest|consideration)\b)[a-z]"
)
_OBLIGE = re.compile(  # "An answer by May 3 will oblige", "A simple yes by May 3 will do"
    rf"(?:from {_WHO},? )?(?:(?:an?|your|post's|the|any|one|nothing (?:less|more) than) )?(?P<what>(?:[\w'’-]+ ){{1,5}}?)(?:(?:by|before|no later than|nlt|within) (?P<day>[^,;]{{3,30}}?),? )?(?P<cue>will|would) (?P<do>(?:greatly |much |very much |also )?oblige|do|suffice|serve|be enough|settle (?:it|the matter|things))\b(?! (?:the|so|it|all|to)\b)(?! [^,;:.]{{2,60}}? to [a-z])"
)
_IS_DAY = re.compile(
    rf"{MONTHS_AND_DAYS}|cob|noon|close|then|\w+ (?:days|weeks|hours)|(?:this|next) ", re.IGNORECASE
)
_KIND = re.compile(  # "It would be a kindness to send the list", "It would be as well to tell the owner"
    rf"it would (?:also )?be (?:an? (?:\w+ )?(?:kindness|favor|favour|courtesy|help|service|mercy)|as well|well|no bad thing|only (?:right|proper|fair))(?: for {_WHO})? (?:to (?P<verb>[a-z-]+)\b|if (?P<whom>[\w/' -]{{2,50}}?) (?:could |would )?[a-z]+\b)"
)
_LOSE = re.compile(r"(?:please )?(?:lose|waste) no time (?:in|on|before) [a-z]+ing\b")
_WHOSE = re.compile(  # "The job of counting the crates is Rabat's, by May 3"
    rf"(?:the|this|that) (?:job|task|work|duty|business|part|lead|first move|next move|responsibility|chore|errand)(?: of [^,;:]{{3,60}})? is {_WHO}['’]s?(?: alone| to do)?(?=[.,;]| by\b| before\b|$)"
)
_TO_WHOM = re.compile(  # "To Rabat we leave the counting of the crates"
    rf"to {_WHO},? {_SENDER} {_NOW}(?:leaves?|entrusts?|assigns?|gives?|hands?) (?:the )?(?:[\w-]+ ){{0,2}}?(?:[a-z]{{3,}}ing|task|job|work|duty|search|count|call|choice of)\b"
)
_SILENCE = re.compile(
    r"silence (?:from [\w ]{2,30} )?(?:by|after|beyond|past|on|at) [^,;]{3,30} (?:will|shall|would) be (?:read|taken|treated|understood|counted) as\b"
)
MOST_TO_VERB = 6  # words: "let the regional security officer take"
_KNOWING = (v.KNOWING - v.STILL_ASKED - {"see", "get", "find"}) | {"staff", "than"}
_BACKED = frozenset({"authority", "authorization", "leave", "permission", "license"})
SIGNS = frozenset(
    "step rule treat regard consider nobody none thanks oblige suffice silence lose waste entrust rather kindness favor favour courtesy".split()
)  # the others stand in asking_cues.MUTED
_GIVEN_OR_PAPERS_OR_MATTERS = v.GIVEN | matters.PAPERS | v.MATTERS
_GIVEN_OR_PAPERS_OR_YES_NO = v.GIVEN | matters.PAPERS | {"yes", "no", "text", "line"}


def idiom(plain: str, low: str, cast: Cast) -> Verdict | None:
    """Return the verdict of a set phrase that asks with the opening of a sentence in small letters, None where there is none."""
    for opening, beside, rule in _RULES:
        if low.startswith(opening) and has_any(low, beside) and (found := rule(plain, low, cast)):
            return found
    return None


def _of_asked(
    match: re.Match[str] | None, plain: str, cast: Cast, *, is_optional: bool = False
) -> Verdict | None:
    """Return an order to those whom a set phrase names, None where they are not those asked or are only to know."""
    if match is None or match.groupdict().get("verb") in _KNOWING:
        return None
    name = "who" if match.groupdict().get("who") else "whom"
    whom = plain[slice(*match.span(name))] if match.groupdict().get(name) else ""
    if not whom or cast.part_of(whom) is not Part.ASKED:
        return None
    place = match.start("verb") if match.groupdict().get("verb") else match.end(name)
    cue_at = match.start("cue") if match.groupdict().get("cue") else place
    return Verdict(
        is_ask=True,
        cue_at=max(cue_at, 0),
        order_at=max(place, 0),
        form="order",
        subject=match.span(name),
        is_optional=is_optional,
    )


def _taken_as(plain: str, low: str, cast: Cast) -> Verdict | None:
    """Said as what a cable is to be taken: "Consider this an instruction to" verb; authority only allows."""
    match = _TAKE_AS.match(low)
    if match is None:
        return None
    place = match.start("verb")
    is_leave = match["kind"] in _BACKED
    return Verdict(is_ask=True, cue_at=0, order_at=place, form="order", is_optional=is_leave)


def _let(plain: str, low: str, cast: Cast) -> Verdict | None:
    """Order by letting: "let" asked verb, "let no" thing verb."""
    match = _LET.match(low) if cast.asks_posts else None
    if match is None:
        return None
    words = match["rest"].split()
    verb = next((n for n in range(1, min(MOST_TO_VERB, len(words))) if words[n].strip(",.") in v.ORDERS), 0)
    is_ban = match["none"] is not None or (match["bar"] is not None and verb > 0)
    start = match.start("rest")
    whom = plain[start : start + len(" ".join(words[:verb]))]
    if is_ban or (whom and cast.part_of(whom) is Part.ASKED):
        return Verdict(
            is_ask=True,
            cue_at=0,
            order_at=0,
            form="matter",
            subject=(0, 0) if is_ban else (start, start + len(whom)),
        )
    return None


def _forbidden(plain: str, low: str, cast: Cast) -> Verdict | None:
    """Forbid all: "nobody at post is to" verb, "no one but" one "is to be given", "not a word of this to" the press."""
    is_ban = cast.asks_posts and (_NONE_BUT.match(low) or _NOT_A_WORD.match(low) or _LOSE.match(low))
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter") if is_ban else None


def _wanted(plain: str, low: str, cast: Cast) -> Verdict | None:
    """Said what the sender asks for, wants or shall want: "All we ask is" thing day, "We shall want" paper day."""
    match = _WHAT.match(low)
    if match is not None and not (match["ours"] and cast.part_of(match["ours"]) is Part.ASKED):
        whom = match["who"] and plain[slice(*match.span("who"))]
        is_theirs = whom is not None and cast.part_of(whom) is Part.ASKED
        is_dated = whom is None and cast.asks_posts and wishes.DATED.search(low) is not None
        place = match.start("what")
        return Verdict(is_ask=True, cue_at=0, order_at=place, form="thing") if is_theirs or is_dated else None
    match = _SHALL_WANT.match(low)
    head = noun_phrase(WORDS.findall(match["what"]))[-1:] if match else []
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_MATTERS)
    is_paper = is_paper and match is not None and not matters.is_from_others(match["what"])
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="thing") if is_paper else None


def _kindly(plain: str, low: str, cast: Cast) -> Verdict | None:
    """Asked in thanks, as a kindness or as what will oblige: "Thanks in advance for" thing, "An answer will oblige"."""
    if _THANKS.match(low) or _SILENCE.match(low):
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="thing")
    kind = _KIND.match(low) if cast.asks_posts else None
    if kind is not None:
        name = "who" if kind["who"] else "whom"
        is_ours = not kind[name] or cast.part_of(plain[slice(*kind.span(name))]) is Part.ASKED
        is_order = kind["verb"] is None or kind["verb"] in v.ORDERS
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="thing") if is_ours and is_order else None
    return None


def _obliging(plain: str, low: str, cast: Cast) -> Verdict | None:
    """paper [day] "will" ("oblige" | "do"): the latter with its day only."""
    match = _OBLIGE.match(low) if cast.asks_posts or cast.asks_capital else None
    if match is None:
        return None
    head = noun_phrase(WORDS.findall(match["what"]))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_YES_NO)
    is_theirs = match["who"] is not None and cast.part_of(plain[slice(*match.span("who"))]) is Part.ASKED
    is_dated = (match["day"] is not None and _IS_DAY.match(match["day"]) is not None) or (
        is_theirs and wishes.DATED.search(low) is not None
    )
    is_ask = (
        is_paper
        and (match["do"].endswith("oblige") or is_dated)
        and not matters.is_from_others(match["what"])
    )
    return Verdict(is_ask=True, cue_at=match.start("cue"), order_at=0, form="thing") if is_ask else None


def _undone(plain: str, low: str, cast: Cast) -> Verdict | None:
    return left_undone.undone(low, cast)


def _naming(phrase: re.Pattern[str]) -> Callable[[str, str, Cast], Verdict | None]:
    """Return the rule of a phrase that says of those asked what is wise, timely, next, left or theirs."""
    return lambda plain, low, cast: _of_asked(phrase.match(low), plain, cast)


_ANY = ("",)
# How a sentence opens, and what else stands in it, that a rule may find: to look for those is cheap.
_RULES: tuple[tuple[tuple[str, ...], tuple[str, ...], Callable[[str, str, Cast], Verdict | None]], ...] = (
    (
        _ANY,
        (
            "had better ",
            "had best ",
            " well to ",
            "well advised to",
            "do better than",
            "be wise to",
            "do no better",
        ),
        _naming(_WISE),
    ),
    (("it is ",), (" time ",), _naming(_TIME)),
    (
        tuple("and |but |so |the |our |one |a |all |what |it |this |that ".split("|")),
        (" for ",),
        _naming(_STEP),
    ),
    (("there ", "that leaves", "this leaves"), (" for ",), _naming(_LEFT)),
    (("the ", "this ", "that "), (" is ",), _naming(_WHOSE)),
    (("to ",), (" lea", " entrust", " assign", " give", " hand"), _naming(_TO_WHOM)),
    (("please ", "kindly ", "consider ", "treat ", "take ", "regard ", "read "), (" to ",), _taken_as),
    (_ANY, ("let ",), _let),
    (_ANY, ("remain", "still to be ", "yet to be "), _undone),
    (("no", "please lose", "please waste", "lose ", "waste "), _ANY, _forbidden),
    (("what ", "all ", "the "), (" is ",), _wanted),
    (_ANY, (" shall ", " will ", " would ", " should "), _wanted),
    (("our ", "many ", "with ", "my ", "sincere ", "thanks ", "silence ", "it would "), _ANY, _kindly),
    (_ANY, (" oblige", " do", " suffice", " serve", " be enough", " settle"), _obliging),
)
