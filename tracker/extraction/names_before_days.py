"""Names that stand right before a day: in front of a bracket, or of a body that meets or is held then."""

import re

from tracker.extraction import event_words
from tracker.extraction.dates import Mention

_FULL_NAME = re.compile(r"((?:[A-Z][\w'-]+ ){1,6}(?:\d{4} )?)\([^()]{0,20}$")
_BODY = (
    r"(?:Group|Commission|(?:Sub)?[Cc]ommittee|Task Force|Council|Board|Panel|Assembly|Conference|Forum|Union|"
    r"Parliament|Ministers|Bureau|Caucus|Body|Parties|Team|States|Authority|Partnership)"
)
_WILL_MEET = (
    r" (?:(?:will|is to|is (?:next )?(?:scheduled|expected|due) to|plans to) (?:next )?)?"
    r"(?:meets?|(?:re)?convenes?) (?:again |next )?(?:(?:on|in|at|from|during) [^.;]{0,60})?$"
)
_MEETS = re.compile(  # a body that meets is a meeting: "the Trade Council will meet in Lima on"
    rf"(?P<body>(?:(?:[A-Z][\w'/&-]+|of|on|for|and|the|\d+) ){{0,7}}?{_BODY}){_WILL_MEET}"
)
_MAY_MEET = re.compile(
    _BODY + _WILL_MEET
)  # stands in whatever _MEETS finds, which tries its name at every word
_WHICH_IS_HELD = re.compile(  # a name that says of itself that it is held: "the Summer Institute, which will be held in Ohio"
    r"(?P<body>[A-Z][\w'-]+ (?:(?:[A-Z][\w'-]+|of|on|for|and|the|in) ){0,7}?[A-Z][\w'-]+(?: \([A-Z-]+\))?),? (?:which (?:will|is to) |to )"
    r"(?:be held|take place|run|convene)\b(?! (?:an?|the|its|one|two) )[^.;]{0,80}$"
)
_MAY_BE_HELD = re.compile(  # stands in whatever _WHICH_IS_HELD finds
    r"(?:which (?:will|is to)|to) (?:be held|take place|run|convene)\b"
)
_DAY_OF = re.compile(  # "for the day of publication, June 16"
    r"\b(?:day|DAY) (?:of|OF) (?:(?:the|its|their|our|THE|ITS) )?(?P<name>(?!receipt|this|RECEIPT|THIS)[A-Za-z][\w'-]+(?: [\w'-]+){0,3}),? \(?$"
)
_MEETING = frozenset(  # one of them stands in whatever _MEETS or _WHICH_IS_HELD finds
    "meet meets convene convenes reconvene reconvenes held take run".split()
)
_SAYS = re.compile(  # right behind a bracket: what a newspaper of that day did, "El Faro (March 2) put the blame on"
    r"\)? (?:\w{3,}ed|put|said|says|wrote|ran|took|gave|found|saw|held that|led|leads|calls|thinks|sees|asks|runs|carr(?:ies|y)|prints?|reports?|devotes?|blames?|quotes?"
    r"|argues?|claims?|writes?|notes?|features?|publishes|comments?|praises?|criticizes|attacks?|accuses|warns?|urges?|predicts?|recalls?|repeats?|hails?|welcomes|doubts?|finds)\b",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\((?:[^()]{2,40}, )?$"
)  # right before the day of an issue: "El Norte (conservative, March 4)"
_PRESS = re.compile(  # before such a name
    r"\b(?:editorial|article|commentary|column|cartoon|piece|story|interview|op-ed|item|letter|report) (?:in|of|from) (?:the )?$",
    re.IGNORECASE,
)


def named_before(text: str, mention: Mention, words: frozenset[str]) -> str | None:
    """Return the name right before a day: in front of a bracket, or of a body that meets or is held then."""
    place = mention.start
    before = text[max(0, place - 80) : place]
    titled = _FULL_NAME.search(before) if "(" in before else None
    if (
        titled
        and not (_is_print(text, mention, titled.group(1)) or _is_of_capitals(text, mention, titled.group(1)))
        and (
            titled.group(1).count(" ") > 1
            or titled.group(1).isupper()
            or event_words.NOUN.search(before.lower()) is None
        )
    ):
        return titled.group(1).strip()
    of_day = _DAY_OF.search(before) if "day" in words else None
    if of_day:
        return of_day["name"]
    if _MEETING.isdisjoint(words):
        return None
    before = text[max(0, place - 140) : place]
    meets = _MEETS.search(before) if _MAY_MEET.search(before) else None
    meets = meets or (_WHICH_IS_HELD.search(before) if _MAY_BE_HELD.search(before) else None)
    return meets["body"] if meets else None


def _is_of_capitals(text: str, mention: Mention, before: str) -> bool:
    """Return whether a text in capitals makes any words before a bracket look like a name: "BY A DATE NOW PAST (MARCH 1)"."""
    is_capital = text[max(0, mention.start - 80) : mention.end + 40].isupper()
    return is_capital and event_words.NOUN.search(before.lower()) is None


def is_issue(text: str, mention: Mention) -> bool:
    """Return whether a day in brackets is that of an issue, of which the words behind tell what it prints."""
    if not text.startswith(")", mention.end) or _SAYS.match(text, mention.end) is None:
        return False
    before = text[max(0, mention.start - 80) : mention.start]
    bracket = _ISSUE.search(before) if mention.first_on == mention.last_on else None
    return bracket is not None and event_words.NOUN.search(before[: bracket.start()].lower()) is None


def _is_print(text: str, mention: Mention, name: str) -> bool:
    """Return whether a name before a day in brackets is that of a newspaper, of which the day is an issue."""
    if mention.first_on != mention.last_on or event_words.NOUN.search(name.lower()):
        return False
    before = text[max(0, mention.start - len(name) - 30) : mention.start].partition(name)[0]
    return _PRESS.search(before) is not None or _SAYS.match(text, mention.end) is not None
