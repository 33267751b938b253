"""Bare orders of more than one word: "Go to the ministry first", "Have NRC look at it", "Get hold of the auditor", "Set aside two rooms"."""

import re

from tracker.extraction import vocabulary as v

_BEFORE = r"(?:please |also |then |next |first |meanwhile |now |so |\w+ly )*"
_THING = r"the|an?|all|any|each|every|both|your|his|her|its|their|this|that|these|those|it|them|him|one|two|three|four|five|six|ten|\d+|no|at least|some|such|every|whatever|as (?:many|much)"
_SOMETHING = rf"(?:{_THING})\b"
_PHRASAL = re.compile(  # in small letters
    rf"{_BEFORE}(?P<verb>"
    rf"go (?:(?:direct|directly|straight|first|back|only|no (?:higher|further|lower) than|in person|alone|together|through with|over|through|to|up to|into|beyond|after) ?)+(?<=[a-z ]{{4}}){_SOMETHING}"
    r"|go (?:in person|alone|together|no (?:higher|further|lower)|back|easy|slow|slowly|quietly|there|ahead (?:and|with)|armed with)\b(?! (?:was|were|is|are|has|had)\b)"
    r"|get (?:hold of|to the bottom|in touch|word|back to|clear|confirmation|permission|approval|agreement|consent|assurances?|proof|going|ready|us\b|to (?:him|her|them|the)\b|wind of|rid of|at least)\b"
    r"|(?:stay|steer|keep) (?:clear of|away from|out of|in (?:touch|step|close touch)|off|well (?:away|clear))\b|stick to\b|bear (?:in mind|down on|with)\b|make (?:sure|certain|do|clear|plain|ready|no (?:secret|mention|promise|commitment|move|statement|bones))\b"
    rf"|(?:catch|see|reach|ring|buttonhole|corner) (?:him|her|them|the (?:deputy |vice )?(?:minister|director|mayor|governor|prefect|secretary general|chairman)) (?:again |first |privately |alone |early )?(?:before|at|by|on|in|as soon|when|while|today|tomorrow|this|no later|not later|within)\b"
    rf"|(?:spell out|turn (?:down|over|in|away)|set (?:aside|out|up)|take up|put (?:off|aside|in|up|to|down)|hold (?:off|back|on to|over)|sort out|work out|draw up|draw on|follow up|play (?:up|down)|pin down|line up|point out|bring (?:up|out|in|along|home)"
    rf"|chase up|run (?:down|past|through)|track down|hand over|hand in|leave (?:out|off|behind|aside)|cut (?:out|down)|break off|call off|cross (?:off|out)|fill (?:in|out)|lay (?:out|aside|stress on)|let (?:in|off)|look (?:over|up|out for)|pass (?:up|over|along|on)|read (?:out|through|over)"
    rf"|rule out|send (?:in|on|back|along|up|over|round)|shut (?:down|off)|sound out|think over|throw (?:in|out)|talk over|try out|weigh up|wind (?:up|down)|write (?:down|up|off|out|in)) {_SOMETHING}"
    r"|(?:set aside|line up|sound out|spell out|track down|leave out|rule out|hand over|play down|point out|take up with|speak (?:to|with)|talk (?:to|with)|deal (?:only )?with|wait (?:for|until|till)|stop (?:at|by)|aim (?:for|at|to)|lean on|press on|weigh in) (?!by\b|in\b|of\b|last\b|since\b|was\b|were\b|is\b|are\b)[a-z]"
    r")"
)
_HAVE_THEM_DO = re.compile(  # in small letters: "have nrc look at"; "have they gone?" asks
    rf"{_BEFORE}(?P<verb>have) (?!(?:\w{(2,)}ed|sent|made|got|gone|seen|heard|taken|given|found|not|no|been|already|had|to|they|we|you|i|he|she|it)\b)(?:[\w'’./-]+ ){{1,4}}?(?P<do>[a-z-]+) (?=(?:at|over|through|into|to|up|in|on|with|whether|us|what|why|how|who|by|before|for|as|{_THING})\b)"
)
_NO_ORDER = re.compile(  # "Set aside by the court, the verdict", "Hand over of the port took place"
    r"(?:set|put|cut|shut|hit|let|read) (?:aside|off|out|up|down|in|by|forth)(?: (?:by|in|at|on|for|under|with) [^,]{3,60}, (?:the|it|he|she|they|an?|its|his)\b| (?:by|under|at) (?:the|an?)\b)"
    r"|(?:draw|line|hand|hold|run|turn|break|shut|wind|build|take|set|pay|cut|roll) ?(?:down|up|over|off|in|out|back) of (?:the )?\w+"
)
_DONE_TOO = frozenset(
    "look check read go sit run call speak talk stand come stop think wait let see try".split()
)
_NOUNS_BEFORE = frozenset(
    "a an the this that these those its their his her your no any some of for in on at by and or but".split()
)
OPENINGS = tuple(
    f"{word} "
    for word in """go get stay steer keep stick bear make catch see reach ring buttonhole corner spell turn set take put hold sort work draw follow play pin line point
    bring chase run track hand leave cut break call cross fill lay let look pass read rule send shut sound think throw talk try weigh wind write speak deal wait stop aim
    lean press have please kindly also then next first meanwhile now so""".split()
)
_ORDERS_OR_DONE_TOO = v.ORDERS | _DONE_TOO


def order_of(low: str, start: int = 0) -> int | None:
    """Return where the verb stands of an order of more than one word that begins at `start`, None where there is none."""
    if not low.startswith(OPENINGS, start):
        return None
    match = _PHRASAL.match(low, start)
    if match is None and "have " in low[start : start + 30] and not low.endswith("?"):
        match = _HAVE_THEM_DO.match(low, start)
        if match is not None and not _is_verb(low, match):
            return None
    return match.start("verb") if match else None


def _is_verb(low: str, match: re.Match[str]) -> bool:
    """Return whether somebody is to do what "have" brings about: "have NRC look", not "have a look at"."""
    before = low[match.end("verb") : match.start("do")].split()[-1:]
    is_bare = match["do"] in _ORDERS_OR_DONE_TOO and not match["do"].endswith(("ed", "ing"))
    return is_bare and _NOUNS_BEFORE.isdisjoint(before)


def is_no_order(low: str, start: int = 0) -> bool:
    """Return whether the first words are a participle or a noun of two words: "Set aside by the court", "Draw down of stocks"."""
    return low.startswith(OPENINGS, start) and _NO_ORDER.match(low, start) is not None
