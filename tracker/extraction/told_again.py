"""Events named in one sentence and dated in the next: "Fraud managers' conference. It will be held in Lima May 8-12."."""

import re

from tracker.cable.hints import small
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import event_words
from tracker.extraction.event_names import name_of

_AGAIN = re.compile(
    r"(?:(?:at|by|on|upon) [\w'’ -]{3,40}?,? |instead,? |now,? |(?:we|post|embassy) (?:now )?(?:understands?|hears?|gathers?|believes?|assumes?) (?:that )?)?(?:it|they|this|these|both|that|the (?:last|latest|most recent|next|previous|first|second|third|final|other) (?:one|of (?:these|them))(?: (?:for|in|of) (?:the )?[\w'’-]+(?: (?!was|will|took|is)[\w'’-]+){0,3}?)?) (?:now |next |again )?(?:(?:will|is to|are to|is due to|are due to|is now to) (?:now |again |next )?(?:be held|take place|convene|meet|open|begin|start|run|reach|arrive|come|land|bring|last|be (?:in|at|here)|visit|stay|travel)"
    r"|takes? place|opens?|begins?|starts?|runs?|convenes?|meets?|(?:is|are|(?:has|have) (?:now )?been) (?:now )?(?:set|scheduled|planned|slated|fixed|moved|put down|agreed|approved|confirmed|announced|pencill?ed in)|was held|were held|took place)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_LEAVES = re.compile(r"\b(?:departs?|leaves?|returns?|go on|fly|flies|continues?)\b", re.IGNORECASE)
_DATES = re.compile(  # "Proposed dates are", "Dates of", "The dates now in mind, "
    r"(?:(?:the|these|its|their|our|proposed|tentative|new|suggested|possible|preferred|final|firm|exact|likely) )*(?:dates?|days|period|time)\b(?:,? (?:of|from|now|proposed|set|suggested|foreseen|agreed|mentioned|offered|in mind|being considered|being discussed|under discussion))*,?(?: (?:is|are|will be|would be|remain))?(?: now)?(?: from| for)? $",
    re.IGNORECASE,
)
_OF_DATES = re.compile(r"\b(?:of|from)(?: the)? $", re.IGNORECASE)
_HOLD_GOOD = re.compile(  # right behind dates only named: "have been discussed informally", "would suit the ministry"
    r" (?:(?:(?:has|have) (?:now )?been|is|are|was|were) (?:\w+ly )?(?:set|chosen|fixed|agreed|proposed|suggested|selected|discussed|accepted|approved|offered|foreseen|planned|mentioned|confirmed|acceptable|convenient|under|being)|(?:would )?(?:suits?|looks?|seems?)|would be|will be|appears?)\b",
    re.IGNORECASE,
)
_ARE_DATES = re.compile(  # right behind days that head their sentence
    r" (?:(?:is|are|will be|remains?|(?:has|have) (?:now )?been (?:set|chosen|fixed|agreed|proposed|suggested|selected|confirmed)(?: as)?)(?: now)? (?:the |its |their )?(?:(?:new|proposed|tentative|likely|agreed|final|best|preferred) )*(?:dates?|days|period)"
    r"|(?:has|have) (?:now )?been (?:set|chosen|fixed|agreed|proposed|suggested|selected)|(?:would )?(?:suits?|is proposed|are proposed|is suggested|are suggested))\b(?! (?:for|of) (?!it\b|this\b|them\b))",
    re.IGNORECASE,
)
_WORDS_OF_DATES = frozenset("date dates days period time been suit suits proposed suggested".split())
_FIRST = frozenset("it they this these both that one".split())
LONGEST = 300  # characters of the sentence before


def name_before(cable: Cable, place: int, day: tuple[int, int]) -> str | None:
    """Return the name of the event in the sentence before, where the sentence at a place only says when "it" is held.

    `day` is where the day begins and ends in the sentence.
    """
    sentence, start = cable.sentences[place], day[0]
    tells_it, tells_dates = (not words.isdisjoint(sentence.words) for words in (_FIRST, _WORDS_OF_DATES))
    clause = sentence.text.rfind("; ", 0, start) + 2 if tells_it else 1  # 1 where there is none
    if clause > 1 and _AGAIN.match(sentence.text[clause:start]):
        return _named(sentence.text[: clause - 2][-LONGEST:])
    is_dates = tells_dates and _is_dates(sentence.text, day)
    is_again = tells_it and _AGAIN.match(sentence.text[:start]) and not _LEAVES.search(sentence.text[:start])
    if not is_dates and not is_again:
        return None
    for told in (_before(cable, place), sentence.heading or ""):
        name = _named(told[-LONGEST:])
        if name:
            return name
    return None


def _is_dates(text: str, day: tuple[int, int]) -> bool:
    """Return whether a sentence only gives the dates of what was named before: "Dates of May 9-13 have been discussed"."""
    if not text[: day[0]].strip(" (-"):
        return _ARE_DATES.match(text, day[1]) is not None
    before = text[: day[0]]
    if _DATES.fullmatch(before) is None:
        return False
    return _OF_DATES.search(before) is None or _HOLD_GOOD.match(text, day[1]) is not None


def _before(cable: Cable, place: int) -> str:
    before: Sentence | None = cable.sentences[place - 1] if place else None
    return before.text if before is not None and before.paragraph == cable.sentences[place].paragraph else ""


def _named(text: str) -> str | None:
    """Return the name of the first event that a text names, mostly its subject."""
    low = small(text)
    nouns = [noun for noun in event_words.nouns_in(low, 0, len(low)) if noun.group() not in event_words.WEAK]
    return name_of(text, nouns[0]) if nouns else None
