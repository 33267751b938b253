"""The names of events, taken from the words around their nouns, and of their places."""

import re

_NAME_WORD = re.compile(r"^(?:[A-Z0-9(\"“&][\w.'’/&()\"”-]*|of|on|and|the|for|to|in|de|&)$")
_MONTH = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
MOST_WORDS = 9  # of a name before its noun
_SMALL = frozenset("of on and the for to in de & this a".split())
_NO_NAME = frozenset(  # what ends a name where all is in capitals
    "be by before after will sent that is are was were has have had which who from with its our their next until since".split()
)


def _is_of_name(word: str) -> bool:
    return bool(_NAME_WORD.match(word)) and not _MONTH.match(word) and word.lower() not in _NO_NAME


def name_of(text: str, noun: re.Match[str]) -> str:
    """Return the words of the name around its noun, found in small letters: "Summit of the Americas", "PANAMAX exercise"."""
    before = text[: noun.start()].rsplit(maxsplit=MOST_WORDS)
    taken: list[str] = []
    while before and len(taken) < MOST_WORDS and _is_of_name(before[-1]):
        taken.insert(0, before.pop())
    while taken and (taken[0].lower() in _SMALL or taken[0][:1].isdigit()):
        taken.pop(0)
    after: list[str] = []
    for word in text[noun.end() :].split(maxsplit=8)[:8]:
        if not _NAME_WORD.match(word) or _MONTH.match(word) or word[:1].isdigit():
            break
        after.append(word)
    while after and (after[-1].islower() or after[-1].lower() in _SMALL):
        after.pop()
    return " ".join((*taken, text[slice(*noun.span())], *after)).strip(" ,.")


def without_month(place: str) -> str | None:
    """Return a place without the month that runs into it, None where nothing is left."""
    words = place.split()
    kept = words[: next((i for i, w in enumerate(words) if _MONTH.match(w)), len(words))]
    return " ".join(kept).strip(" ,.") or None


def place_of_words(text: str, words: str) -> tuple[int, int] | None:
    """Return where folded words stand in the text whose white space is not folded, None where they do not."""
    match = re.search(r"\s+".join(map(re.escape, words.split())), text) if words else None
    return match.span() if match else None
