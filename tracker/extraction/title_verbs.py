"""Plain forms of verbs, for titles: "sent" is of "send", "explaining" of "explain"."""

import re

from tracker.extraction import vocabulary as v

_IRREGULAR = {
    "sent": "send", "told": "tell", "held": "hold", "given": "give", "left": "leave", "made": "make", "sought": "seek",
    "kept": "keep", "put": "put", "met": "meet", "paid": "pay", "brought": "bring", "taken": "take", "written": "write",
    "drawn": "draw", "shown": "show", "set": "set", "read": "read", "cut": "cut", "let": "let", "said": "say", "laid": "lay",
    "found": "find", "chosen": "choose", "spoken": "speak", "sold": "sell", "lent": "lend", "spent": "spend", "built": "build",
    "bought": "buy", "caught": "catch", "taught": "teach", "thought": "think", "known": "know", "grown": "grow",
    "withdrawn": "withdraw", "withheld": "withhold", "undertaken": "undertake", "overtaken": "overtake", "done": "do",
    "begun": "begin", "broken": "break", "borne": "bear", "seen": "see", "led": "lead", "fed": "feed", "dealt": "deal",
    "swept": "sweep", "sworn": "swear", "flown": "fly", "rewritten": "rewrite", "resent": "resend", "reset": "reset",
    "forwarded": "forward", "referred": "refer", "focused": "focus", "biased": "bias", "channelled": "channel",
    "faxed": "fax", "telexed": "telex", "quizzed": "quiz", "canvassed": "canvass", "dying": "die", "lying": "lie",
    "created": "create", "creating": "create", "handled": "handle", "united": "unite", "reused": "reuse", "routed": "route",
    "controlled": "control", "patrolled": "patrol", "cancelled": "cancel", "labelled": "label", "modelled": "model",
    "signalled": "signal", "totalled": "total", "eaten": "eat", "handling": "handle", "routing": "route",
    "agreed": "agree", "being": "be", "seeing": "see", "agreeing": "agree", "going": "go", "doing": "do", "keying": "key", "keyed": "key",
}  # fmt: skip
_MADE = re.compile(r"[a-z-]{2,}(?:ed|ing)")
_NEEDS_E = re.compile(  # before -ed and -ing: "issu", "arrang", "prepar", "advis", "delet", "creat", "practic"
    r"(?:[^aeiou]u|[aeiou]v|lv|rv|[^aeiou]at|[aeiou]at(?<!eat)|[aeiou]c|nc|rc|[aeiou]g|[dnr]g|[aeiou]z|[aeiou]s(?<!us)|rs|ns|[^aeiou][aiu]r|"
    r"(?:pl|st|c|gn)or|[^aeiou][ai]m|[^aeiou]yp|p?h?on(?<=pon|hon)|[^aeiou]ud|[^aeiou]id|[^aeiou]ol(?<!trol)|[^aeiou]in(?<!tin)|[^aeiou]ut|[^aeiou]et(?<!ket)|bl|pl|tl|dl|ap)$"
)
_VOWEL = re.compile(r"[aeiouy]")
_KEEP_DOUBLE = ("ll", "ss", "ff", "zz")


def is_made(word: str) -> bool:
    """Return whether a word in small letters is a participle or ends in -ing."""
    return word in _IRREGULAR or (_MADE.fullmatch(word) is not None and _VOWEL.search(word[:-2]) is not None)


def plain(word: str) -> str:
    """Return the plain form of a participle or a word in -ing, in small letters.

    Where the ending does not tell, the form that is a verb of orders counts: "obligated" is of "obligate".
    """
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ied"):
        return f"{low[:-3]}y"
    stem = low.removesuffix("ing") if low.endswith("ing") else low.removesuffix("ed")
    single = stem[:-1] if stem[-2:-1] == stem[-1:] and not stem.endswith(_KEEP_DOUBLE) else stem
    known = next((form for form in (stem, f"{stem}e", single) if form in v.ORDERS), None)
    if known:
        return known
    return single if single != stem else f"{stem}e" if _NEEDS_E.search(stem) else stem
