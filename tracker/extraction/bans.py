"""What nobody is to say, promise or do while an order holds: "No mention of the case should be made to the press"."""

import re

from tracker.extraction.doers import BY_WHOM
from tracker.extraction.verdicts import Cue

_ACT = (
    r"(?:mention|reference|allusion|hint|disclosure|announcement|statement|comment|publicity|promise|commitment|assurance|pledge|offer|undertaking"
    r"|concession|admission|approach|contact|inquiry|demarche|representation|exception|move|distribution|release)s?"
)
_NO_ACT = re.compile(  # in small letters: "until then no mention of the case"
    r"(?:(?:and|but|so|then|meanwhile|therefore|accordingly|consequently|at this stage|for (?:now|the (?:time being|present|moment))|in the meantime|in (?:any|no) case"
    rf"|(?:until|before|after|pending|while) (?:then|[^,;:]{{3,60}})),? )?no (?:(?:public|further|other|such|new|firm|formal|written|oral|official|press|financial|advance|early) )*{_ACT}(?: (?:of|to|about|as to|on|with|that|by) [^;:]{{2,80}})?"
)
_MADE = frozenset(
    "made given issued offered granted released extended entered taken held accepted volunteered".split()
)
_UNTHOUGHT = frozenset({"considered", "entertained", "contemplated", "countenanced", "humored", "named"})
_IN_TEXT = re.compile(
    r"\b(?:in|of|under|by) (?:the |this |its |any )?(?:\w+ )?(?:treaty|convention|constitution|law|statute|charter|contract|will|book|film)\b"
)


def forbids(cue: Cue, done: str) -> bool:
    """Return whether a duty forbids posts an act that officers do: no ("mention" | "promise" | …) modal "be" ("made" | "given" | …)."""
    if done in _UNTHOUGHT and " not " in f"{cue.words} ":
        return cue.cast.asks_posts and BY_WHOM.search(cue.rest) is None and not cue.setting.is_background
    if not cue.cast.asks_posts or done not in _MADE or cue.setting.is_opinion or cue.setting.is_background:
        return False
    is_act = _NO_ACT.fullmatch(cue.subject.lower().strip(" ,")) is not None
    return is_act and BY_WHOM.search(cue.rest) is None and _IN_TEXT.search(cue.low) is None
