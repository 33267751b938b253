"""Events named in one sentence and dated in the next: "Fraud managers' conference. It will be held in Lima May 8-12."."""

import re

from tracker.cable.hints import small
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import event_words
from tracker.extraction.event_names import name_of

_AGAIN = re.compile(
    r"(?:(?:at|by|on|upon) [\w'’ -]{3,40}?,? |instead,? |now,? )?(?:it|they|this|these|both|that) (?:now |next |again )?(?:(?:will|is to|are to|is due to|are due to|is now to) (?:now |again |next )?(?:be held|take place|convene|meet|open|begin|start|run)"
    r"|takes? place|opens?|begins?|starts?|runs?|convenes?|meets?|(?:is|are) (?:now )?(?:set|scheduled|planned|slated|fixed)|was held|were held|took place)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_FIRST = frozenset("it they this these both that".split())
LONGEST = 300  # characters of the sentence before


def name_before(cable: Cable, place: int, start: int) -> str | None:
    """Return the name of the event in the sentence before, where the sentence at a place only says when "it" is held.

    `start` is where the day begins in the sentence.
    """
    sentence = cable.sentences[place]
    if _FIRST.isdisjoint(sentence.words):
        return None
    clause = sentence.text.rfind("; ", 0, start) + 2  # 1 where there is none
    if clause > 1 and _AGAIN.match(sentence.text[clause:start]):
        return _named(sentence.text[: clause - 2][-LONGEST:])
    if not _AGAIN.match(sentence.text[:start]):
        return None
    for told in (_before(cable, place), sentence.heading or ""):
        name = _named(told[-LONGEST:])
        if name:
            return name
    return None


def _before(cable: Cable, place: int) -> str:
    before: Sentence | None = cable.sentences[place - 1] if place else None
    return before.text if before is not None and before.paragraph == cable.sentences[place].paragraph else ""


def _named(text: str) -> str | None:
    """Return the name of the first event that a text names, mostly its subject."""
    low = small(text)
    nouns = [noun for noun in event_words.nouns_in(low, 0, len(low)) if noun.group() not in event_words.WEAK]
    return name_of(text, nouns[0]) if nouns else None
