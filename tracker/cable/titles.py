"""Titles in the body: lines underlined with dashes, lines in capitals, words before a colon."""

import re

RULE = re.compile(r"[-=_*~][-=_*~ ]{2,}")
RULE_SIGNS = frozenset("-=_*~")
LONGEST_TITLE = 110
KNOWN_WORD = (
    r"(?:SUMMARY|INTRODUCTION|BACKGROUND|COMMENTS?|NOTE|OBJECTIVES?|GOALS?|ACTION(?:S)?(?: REQUEST(?:S|ED)?| REQUIRED| ITEMS?| "
    r"MESSAGE| CABLE)?|REQUEST(?:S)?(?: FOR ACTION)?|REPORTING(?: (?:DEADLINES?|REQUIREMENTS?|INSTRUCTIONS?))?|DEADLINES?|"
    r"POINTS? OF CONTACTS?|POCS?|CONTACTS?(?: INFORMATION)?|TALKING POINTS|POINTS|GUIDANCE|INSTRUCTIONS?|NEXT STEPS|PURPOSE|"
    r"RESPONSES?|REPLIES|TIMING|SUSPENSE|DUE DATE|PRESS GUIDANCE|KEY POINTS|CONTEXT|OVERVIEW|DISCUSSION|RECOMMENDATIONS?|"
    r"NON-?PAPER|DEMARCHE|TASKING|FOLLOW-?UP|LOGISTICS)"
)
KNOWN = re.compile(
    rf"(?:U\.?S\.? )?{KNOWN_WORD}(?:(?:,? AND |, ?|/| & ?|,? OR ){KNOWN_WORD}){{0,4}}", re.IGNORECASE
)
WORD = re.compile(r"[A-Za-z]*")
FIRST_WORDS = frozenset(  # with one of them begins whatever KNOWN finds
    """SUMMARY INTRODUCTION BACKGROUND COMMENT COMMENTS NOTE OBJECTIVE OBJECTIVES GOAL GOALS ACTION ACTIONS REQUEST REQUESTS
    REPORTING DEADLINE DEADLINES POINT POINTS POC POCS CONTACT CONTACTS TALKING GUIDANCE INSTRUCTION INSTRUCTIONS NEXT PURPOSE
    RESPONSE RESPONSES REPLIES TIMING SUSPENSE DUE PRESS KEY CONTEXT OVERVIEW DISCUSSION RECOMMENDATION RECOMMENDATIONS NON
    NONPAPER DEMARCHE TASKING FOLLOW FOLLOWUP LOGISTICS U US""".split()
)
FIRST_TWO = frozenset(word[:2] for word in FIRST_WORDS) | {"U."}  # characters
RUN_IN_COLON = re.compile(r"(?P<title>[^:.;?!]{2,110}):\s+(?=\S)")
RUN_IN_STOP = re.compile(r"(?P<title>[A-Za-z,/& -]{3,80}?(?:\n[A-Za-z,/& -]{3,60}?)?)(?:\.|\s--?)\s+(?=\S)")
BEGIN = re.compile(r"\(?(?:BEGIN|END|QUOTE)\b", re.IGNORECASE)


def is_rule(words: str) -> bool:
    """Tell whether a line is drawn: `-------`."""
    return words[:1] in RULE_SIGNS and RULE.fullmatch(words) is not None


def between_rules(words: str) -> tuple[str, str] | None:
    """title-line = rule title rule [rest]

    Example: `------- ACTION REQUEST -------`, from copies that lost their line ends.
    """
    if not words.startswith("---"):
        return None
    title, rule, rest = words.lstrip("- ").partition("---")
    if not title or not rule or "\n" in title or len(title) > LONGEST_TITLE:
        return None
    return title.strip(), rest.lstrip("- ").strip()


def is_known(words: str) -> bool:
    """Tell whether words are a usual title: `Objectives and action request`."""
    if not _opens_known(words.lstrip()):
        return False
    folded = " ".join(words.split())
    return len(folded) <= LONGEST_TITLE and KNOWN.fullmatch(folded.rstrip(" :.-")) is not None


def _opens_known(text: str, start: int = 0) -> bool:
    if text[start : start + 2].upper() not in FIRST_TWO:
        return False  # as most
    first = WORD.match(text, start)
    return first is not None and first[0].upper() in FIRST_WORDS


def is_capitals_line(words: str) -> bool:
    """Tell whether a line stands in capitals like a title: no lower case, no full stop, no level."""
    return (
        words.isupper()
        and len(words) <= LONGEST_TITLE
        and not words.endswith((".", ",", ";"))
        and sum(c.isalpha() for c in words) >= 3
        and BEGIN.match(words) is None
        and "UNCLASSIFIED" not in words
    )


def run_in(text: str, start: int, end: int, *, in_capitals: bool) -> tuple[str, int] | None:
    """run-in-title = words ":" | usual-title ("." | "--")

    Return the title a paragraph begins with and where its text begins. Example:
    `OBJECTIVE AND ACTION REQUEST: Washington wishes`.
    """
    limit = min(end, start + 140)
    has_colon = text.find(":", start, limit) >= 0
    match = RUN_IN_COLON.match(text, start, limit) if has_colon else None
    if match:
        title = " ".join(match["title"].split())
        is_cut = "(" in title and ")" not in title  # "PLEASE SEND NAMES (ATTENTION: MR. ROE) BY MAY 3"
        is_title = is_known(title) or (not in_capitals and not is_cut and is_capitals_line(title))
        return (title, match.end()) if is_title and BEGIN.match(title) is None else None
    match = RUN_IN_STOP.match(text, start, limit) if _opens_known(text, start) else None
    if match and is_known(match["title"]):
        return " ".join(match["title"].split()), match.end()
    return None
