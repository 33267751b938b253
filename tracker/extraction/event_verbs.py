"""Whether the word of an event is done, not named: "will exercise caution"; somebody with a name who "will visit" visits."""

import re

from tracker.extraction.event_names import EXERCISE_NAME

_VISITOR = re.compile(  # somebody with a name or a title who "will visit"
    r"(?:\b(?i:ambassador|secretary|minister|director|president|commissioner|chairman|admiral|senator|charge|dcm)\b(?: [A-Z][\w.'-]+){0,3}"
    r"|[A-Z][a-z'-]+ [A-Z][a-z'-]+|(?<!THE )\b(?!THE |AND )[A-Z'-]{3,} (?!WHICH|TEAM|PAIR|WHO)[A-Z'-]{3,})"
    r" (?:\([^()]{1,20}\) )?(?i:will|plans? to|is to|intends? to|hopes? to|expects? to) $|\b(?i:for) [A-Z][\w. ]{2,40} (?i:to) $|\b(?i:dr|mr|ms|mrs|prof)\. [A-Z][\w. '-]{2,34} (?i:to) $"
    r"|\b(?i:for (?:the |a |an |its |our |these |those |following |the following |two |three |four |five |six |\d+ )(?:[\w-]+ ){0,3}?(?:travell?ers?|party|team|delegation|group|visitors?|persons?|personnel|experts?|officers?|employees?|officials))(?: of [^,;.:]{2,50})?(?:,(?: (?:and )?[A-Z][\w'’.-]+,?){2,16})? (?:[^,;.:]{0,40} )?(?i:to) $"
)
_CLEARED = re.compile(  # "clearance for Dr. Solis and Mr. Reed of the office of trade to visit"
    r"\bclearance\b[^;:]{0,30}? for [^;:]{3,200} to $", re.IGNORECASE
)
MOST_OF_NAMES = 260  # characters
_VOTER = re.compile(  # who votes on a day of its own: "the Security Council will vote"
    r"(?:Council|Assembly|Committee|Board|Commission|Parliament|Senate|House|Conference|Congress|Bank|Body|Plenary) (?:will|is to|is expected to|plans to) $",
    re.IGNORECASE,
)
_ACTS = ("will ", "would ", "may ", "might ", "can ", "should ", "must ", "not ", "to ")
MOST_OF_ACTING = 8  # characters of the longest of them
_ACTING = re.compile(  # in small letters: a verb, no noun
    r"\b(?:will|would|may|might|can|should|must|not|to) $"
)


def is_verb(text: str, noun: re.Match[str]) -> bool:
    """Return whether a word is done, not named; that a person with a name "will visit" is a visit all the same."""
    before = text[max(0, noun.start() - 160) : noun.start()]
    is_named = noun.group() == "exercise" and EXERCISE_NAME.match(text, noun.end()) and not text.isupper()
    is_done = before[-MOST_OF_ACTING:].lower().endswith(_ACTS) and _ACTING.search(before.lower())
    if is_named or noun.group() == "travel" or not is_done:
        return False
    if noun.group() == "vote":
        return _VOTER.search(before) is None
    if noun.group() != "visit" or _VISITOR.search(before):
        return noun.group() != "visit"
    return _CLEARED.search(text, max(0, noun.start() - MOST_OF_NAMES), noun.start()) is None
