"""Asks in the form of a question: "Can post confirm the date?", "If Oslo has a spare car, could it lend it?"."""

import re

from tracker.extraction import vocabulary as v
from tracker.extraction import wishes
from tracker.extraction.cast import Cast, Part
from tracker.extraction.verdicts import Verdict

_QUESTION = re.compile(
    r"(?:can|could|would|will|might) (?:not (?!be\b))?(?:(?:some|any)(?:one|body) (?:in|at|from) )?(?=(?P<rest>[^?]{3,400}[?.]$))"
)
_MAY_POST = re.compile(  # of a post that asks for leave: "May post release the text?"
    r"(?:may|can|could|might) (?P<who>(?:we|post|embassy|mission|consulate)(?: (?!and\b)[a-z]+)??) (?:also |now |then |therefore )?(?P<verb>[a-z-]+)\b[^?]{0,300}\?$"
)
_BE_TOLD = re.compile(  # of the sender: "Could post be told by May 3 whether the visa may be issued?"
    r"(?:may|can|could|might|would) (?P<who>(?:the )?[\w/]+(?: [\w/]+)??) (?:please |kindly |also |then )?be (?:\w+ly )?(?:told|informed|advised|notified|given|sent|provided|furnished|supplied|authorized|allowed|permitted|instructed|copied|kept)\b[^?]{0,300}\?$"
)
_OUT = re.compile(  # "Would Embassy sound out the director", "Could post look into it"
    r" (?:please |kindly |also |then )?(?!(?:be|go|run|get|fall|lose|pull|drop|move|wait|come|stay)\b)[a-z]+ (?:out|into|through to|back to)\b"
)
_BY_US = re.compile(  # the sender is to have a look first: "Would DRL run its list past us", "Could EB try the draft out on us"
    r" (?:please |kindly |also |then |therefore )*(?:(?:run|put|get|send) [^?,;]{2,60}? (?:past|by|round to|across to|over to|before)|(?:try|test) [^?,;]{2,60}? (?:out )?(?:on|with)|bounce [^?,;]{2,60}? off) (?:us|(?:this )?(?:post|embassy|mission|office))\b| (?:please |kindly |also |then )*let (?:us|(?:this )?(?:post|embassy|mission|office)) (?:know|have|see|hear)\b"
)
_CONSIDERED = re.compile(r" (?:please |kindly |also |then )?consider (?!being\b|having\b)[a-z]{2,}ing ")
_ACT = re.compile(
    rf"{_OUT.pattern}|{_BY_US.pattern}|{_CONSIDERED.pattern}"
)  # "Would Commerce consider lending us one"
_SPARED = re.compile(  # of whoever was spoken of just before: "Can he be spared again from May 10?"
    r"(?:can|could|might) (?:he|she|they|it) (?:perhaps |possibly |also |then )?be (?:spared|lent|loaned|released|detailed) (?:again|to us|for|from|until|through|as of)\b[^?]{0,120}\?$"
)
_PLEAS = frozenset("please kindly also then therefore".split())
ASKED_SO = ("can ", "could ", "would ", "will ", "might ")
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_THEN = re.compile(r", [^,]{3,80}? would\b")  # "Would the Embassy move, rents would fall"
_KINDLY = re.compile(  # "Would Niamey for its part confirm?", "Would Department kindly try NOAA?", "Would post be so good as to"
    r"(?:can|could|would|will|might) (?P<whom>(?:the |action )?[\w/]+(?: \w+)??),? "
    r"(?:please|kindly|for its part|for their part|in (?:its|their) turn|in turn|too|also|perhaps|then|meanwhile|as well|in the meantime|once more|again"
    r"|be (?:so (?:good|kind) as|kind enough|good enough|able|willing|prepared|in a position) to|find it possible to|see its way to)\b,? (?:please |kindly |also )?([a-z-]+)\b[^?]{0,300}\?$"
)
_COULD_IT = re.compile(  # behind a condition that names them: "could it lend one", "would they tell the desk"
    r"(?:can|could|would|will|might) (?:it|they|you) (?:please |kindly |also |then |perhaps )?(?P<verb>[a-z-]+)\b"
)
_MAY_WE = re.compile(
    r"(?:may|can|could) (?:we|(?:the )?(?:post|embassy|mission|consulate(?: general)?)) (?:please |kindly |also )?(?:have|get|receive) [^?]{0,40}\b(?:department|washington|bureau|desk|post|embassy|your|[a-z]{1,5}/[a-z]+)['’]?s?\b[^?]{0,300}\?$"
)
_TAKE_UP = re.compile(  # "May we take you up on that?", "May we count on Riga for two cars?", "May we trouble the desk for a copy?"
    r"(?:may|might|can|could) (?:we|i|post|embassy) (?:then |also |therefore |perhaps |once more )?(?:take|count on|call on|rely on|look to|turn to|trouble|prevail on|lean on|impose on|ask|beg|borrow|have the (?:use|loan|benefit|services) of) (?P<whom>(?:the )?[\w/]+(?: [\w/]+)??)(?:['’]s)? (?:up on|for|to|of|if|whether|[a-z]+)\b"
)
_AND_TELL = re.compile(
    r"(?:would|could|will|can) (?P<whom>(?:the )?[\w/]+(?: (?!and\b)[\w/]+){0,2}?(?:,? and [\w/]+(?: [\w/]+)??)?) (?:please |kindly |also |then )?(?P<verb>[a-z]{3,}) [^?;]{3,200}? and (?:then |also |please )?"
    r"(?:tell|inform|advise|notify|cable|e-?mail|telephone|let|report|send|write)\b [^?]{2,200}\?$"
)
CONDITIONS = (
    "if ",
    "should ",
    "unless ",
    "where ",
    "wherever ",
    "when ",
    "whenever ",
    "until ",
    "failing ",
    "pending ",
)
_OPENINGS = (
    *CONDITIONS,
    "after ",
    "once ",
    "by ",
    "before ",
    "on ",
    "in ",
    "as ",
    "since ",
    "given ",
    "for ",
)
MOST_ASKED = 5  # words of a name: "the Department of Homeland Security"
MOST_OPENING = 160  # characters of such a clause
_OFFICES = v.BUREAUS | v.LETTERS
_KNOWING_OR_KNOW_HEAR = v.KNOWING | {"know", "hear", "see"}


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def question(low: str, cast: Cast) -> Verdict | None:
    """Asked as a question: ("can" | "would") asked verb, or may we have; "Can post confirm the date?"; telegrams drop the mark."""
    low = _BRACKETS.sub(_blank, low) if "(" in low else low
    is_unmarked = low.startswith(ASKED_SO, _behind_if(low)) and low.endswith(".") and not _THEN.search(low)
    if not low.endswith("?") and not is_unmarked:
        return None
    leave = _MAY_POST.match(low) if cast.asks_capital and not cast.asks_posts else None
    is_for_leave = (
        leave is not None and leave["verb"] in v.ORDERS and cast.part_of(leave["who"]) is Part.SENDER
    )
    is_for_leave = is_for_leave or _is_taken_up(low, cast)
    told = _BE_TOLD.match(low)
    is_for_leave = is_for_leave or (told is not None and cast.part_of(told["who"]) is Part.SENDER)
    if is_for_leave or _MAY_WE.match(low) or _SPARED.match(low):
        return Verdict(is_ask=True, cue_at=0, order_at=0, form="thing")
    match = _KINDLY.match(low)
    if match and match[2] not in v.KNOWING and _is_asked(match[1], cast):
        return Verdict(is_ask=True, cue_at=0, order_at=match.start(2), form="order", subject=match.span(1))
    if low.endswith("?") and (found := _and_told(low, cast)):
        return found
    of_pronoun = _of_pronoun(low, cast)
    if of_pronoun is not None:
        return of_pronoun
    match = _QUESTION.match(low, _behind_if(low))
    words = match["rest"].split()[: MOST_ASKED + 3] if match else []
    for n in range(1, len(words)):
        who = " ".join(words[:n])
        verb = next((w for w in words[n:] if w not in _PLEAS), "").strip(".,?")
        is_act = verb in v.ORDERS or (match and _ACT.match(low, match.end() + len(who)))
        if match and is_act and _is_asked(who, cast):
            return Verdict(
                is_ask=True,
                cue_at=0,
                order_at=low.find(f" {verb}", match.end() + len(who)) + 1,
                form="order",
                subject=(match.end(), match.end() + len(who)),
            )
    return None


def _is_taken_up(low: str, cast: Cast) -> bool:
    """Return whether the sender asks leave to turn to those asked: "May we take you up on that?"."""
    match = _TAKE_UP.match(low)
    return match is not None and (match["whom"] in ("you", "your") or cast.is_asked(match["whom"]))


def _and_told(low: str, cast: Cast) -> Verdict | None:
    """("would" | "could") asked verb, "and tell us": "Would Oslo and Riga settle the hour and inform H?"."""
    match = _AND_TELL.match(low)
    if (
        match is None
        or match["verb"] in _KNOWING_OR_KNOW_HEAR
        or cast.part_of(match["whom"].upper()) is not Part.ASKED
    ):
        return None
    return Verdict(
        is_ask=True, cue_at=0, order_at=match.start("verb"), form="order", subject=match.span("whom")
    )


def _is_asked(who: str, cast: Cast) -> bool:
    """Return whether words in small letters name those asked, or a bureau of theirs by its letters: "obo"."""
    symbol = who.upper()
    return Part.ASKED in (cast.part_of(who), cast.part_of(symbol) if symbol in _OFFICES else None)


def _of_pronoun(low: str, cast: Cast) -> Verdict | None:
    """Asked of those whom the condition names: "If Oslo has a spare car, could it lend it?"; any other verb wants its day."""
    match = _COULD_IT.match(low, start) if (start := _behind_if(low)) else None
    if match is None or match["verb"] in v.KNOWING:
        return None
    if match["verb"] not in v.ORDERS and wishes.DATED.search(low, match.end()) is None:
        return None
    words = low[:start].split()[1 : MOST_ASKED + 1]
    is_theirs = any(cast.part_of(" ".join(words[:n]).upper()) is Part.ASKED for n in range(1, len(words)))
    return (
        Verdict(
            is_ask=True,
            cue_at=start,
            order_at=match.start("verb"),
            form="order",
            subject=(len(low.split(maxsplit=1)[0]) + 1, start),
        )
        if is_theirs
        else None
    )


def _behind_if(low: str) -> int:
    """Return where a question begins behind a condition: "If it is not too much trouble, could post lend"."""
    comma = low.find(", ", 0, MOST_OPENING) if low.startswith(_OPENINGS) else -1
    return comma + 2 if comma > 0 else 0
