"""What nobody is to say, promise or do while an order holds: "No mention of the case should be made to the press"."""

import re

from tracker.extraction import matters
from tracker.extraction import vocabulary as v
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.noun_phrases import WORDS, noun_phrase
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
_SHY = re.compile(  # in small letters: how a thing asked for is not to be done, or where it is not to go
    r"(?:not )?be (?:\w+ly )?(?:(?:put|set down|left|given|done|made|said|committed|delivered|raised|sent|passed|conveyed|discussed|confirmed|repeated|mentioned)(?: to [\w ]{2,25}?)? (?:in (?:writing|public|open mail|the clear)|on paper|by (?:letter|mail|cable|fax|(?:open )?telephone|note|word of mouth)|to paper|over the (?:open )?telephone|by open (?:mail|cable|fax))|read out|shown about|passed on|left behind|taken away|burned|copied|cut|folded|handed over|quoted|reproduced)\b"
    r"|(?:find (?:its|their) way|get|leak|come out|go|appear|leave|reach) (?:in|into|out|to|the|any|beyond)\b"
)
_HELD_BACK = frozenset(
    "booklet booklets leaflet leaflets brochure brochures lease leases contract contracts grant grants book books foil foils photograph word".split()
)
_IT = re.compile(
    r"(?:and |but )?(?:it|this|that|they|these|none of (?:this|it|these|them)|nothing of (?:this|it)|(?:no part|not a word) of (?:this|it)|neither|nothing)"
)
_IN_TEXT = re.compile(
    r"\b(?:in|of|under|by) (?:the |this |its |any )?(?:\w+ )?(?:treaty|convention|constitution|law|statute|charter|contract|will|book|film)\b"
)
_GIVEN_OR_PAPERS_OR_HELD_BACK_BUT_BUDGET_BUDGETS = (v.GIVEN | matters.PAPERS | _HELD_BACK) - {
    "budget",
    "budgets",
}


def forbids(cue: Cue, done: str) -> bool:
    """Return whether a duty forbids posts an act that officers do: no ("mention" | "promise" | …) modal "be" ("made" | "given" | …)."""
    if done in _UNTHOUGHT and " not " in f"{cue.words} ":
        return cue.cast.asks_posts and BY_WHOM.search(cue.rest) is None and not cue.setting.is_background
    if not cue.cast.asks_posts or done not in _MADE or cue.setting.is_opinion or cue.setting.is_background:
        return False
    is_act = _NO_ACT.fullmatch(cue.subject.lower().strip(" ,")) is not None
    return is_act and BY_WHOM.search(cue.rest) is None and _IN_TEXT.search(cue.low) is None


_WAITS = re.compile(  # behind a duty
    r"(?:also |therefore |then )?(?:wait (?:until|till|for|on)|await|be (?:held(?: back| up| off)?|put off|deferred|delayed|withheld|postponed|kept back) (?:until|till|pending)|stand over (?:until|till)|not (?:come|go out|be made|precede|begin) (?:before|until|till))\b"
)
_WAITING = re.compile(  # in small letters, what offices do in public, and what they hand over
    r"(?:(?:and|but|so|meanwhile|therefore),? )?(?:the |any |all |our |your |such |no |formal |further |local |public |press |official |written )*"
    r"(?:(?:mention|publicity|disclosure|(?:(?<=public )|(?<=official )|(?<=press )|(?<=further ))comment|comment(?= (?:to|with) )|contacts?|approach(?:es)?|demarches?|representations?|press releases?|announcement)(?: (?:of|on|about|to|with) (?!the (?:king|treaty|budget|election|war|peace)\b)[^,;:]{2,60})?"
    r"|(?:release|delivery|presentation|signature|signing|publication|distribution|circulation|handing over|posting|use) of (?:the |this |these |any |all |its )*(?P<what>[\w'’ -]{3,40}?))"
)


def is_kept_waiting(cue: Cue) -> bool:
    """Return whether what offices do in public or hand over is to wait: "Mention of firms should wait until"."""
    if not cue.cast.asks_posts or _WAITS.match(cue.rest) is None or BY_WHOM.search(cue.subject.lower()):
        return False
    match = _WAITING.fullmatch(cue.subject.lower().strip(" ,"))
    if match is None or cue.setting.is_background or cue.setting.is_opinion:
        return False
    head = noun_phrase(WORDS.findall(match["what"]))[-1:] if match["what"] else []
    return match["what"] is None or (
        bool(head)
        and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_HELD_BACK_BUT_BUDGET_BUDGETS)
    )


def is_shy(cue: Cue) -> bool:
    """Return whether "it" is not to be put on paper or brought about: "It ought not to be put in writing", "None of this should find its way into"."""
    subject = cue.subject.lower().strip(" ,")
    is_denied = " not " in f" {cue.words} {cue.rest[:8]}" or subject.split()[:1] in (
        ["none"],
        ["nothing"],
        ["neither"],
        ["no"],
        ["not"],
    )
    is_open = (cue.cast.asks_posts or cue.cast.asks_others) and not (
        cue.setting.is_background or cue.setting.is_opinion
    )
    return is_open and is_denied and _IT.fullmatch(subject) is not None and _SHY.match(cue.rest) is not None
