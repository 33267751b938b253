"""By when what was just asked is to be done, told with a pronoun: "…; this should be done by May 3", "It must reach us by May 3."."""

import re
from collections.abc import Callable
from dataclasses import replace

from tracker.cable.hints import small
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.proposals import ActionRequest, Deadline

_PRONOUNS = frozenset("this that it they these those both all which".split())
_DUTIES = frozenset("should must shall".split())
_PASSED = frozenset(
    "of this that it them these also all then please be".split()
)  # "All of this must also be"
_DONE = frozenset(
    """done completed finished accomplished taken made delivered carried sent submitted forwarded returned received here back in
    with reach arrive come here""".split()
)
_LIMITS = frozenset({Marker.WITHIN, Marker.LIMIT, Marker.BEFORE, Marker.FIRM})
_BEHIND = re.compile(
    r",?(?: at the (?:very )?latest| (?:local|washington|eastern) time)?[.)]*", re.IGNORECASE
)
_LEAD = "Please reply "
MOST_READ, MOST_ALIKE = 120, 40  # characters; so much of an ask is known again right before
MOST_TO_DUTY = 4  # words: "all of this should"
MOST_TO_DAY = 9  # words from the duty to its day: "be in the hands of the desk officer by"
_SENTENCE = re.compile(  # in small letters
    r"(?:all of |both of )?(?:this|that|these|both)(?: all| both)?"
    r" (?:should|must|shall|needs? to|(?:is|are) to) (?:also |all |please )?be (?:done|completed|finished|accomplished|carried out|taken care of),? "
    r"(?=(?:by|before|within|no later than|not later than|nlt|on or before|prior to|in advance of|ahead of) )"
)


def is_done_by(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Say whether a last clause with a pronoun tells by when what is asked before it is to be done or to arrive."""
    if phrase.marker not in _LIMITS or cue_at < 0:
        return False
    low = max(0, phrase.start - MOST_TO_DAY - MOST_TO_DUTY)
    edge = next((n for n in range(phrase.start - 1, low, -1) if words.text(n) in {";", ","}), 0)
    first = edge + 1 + (words.text(edge + 1) in {"and", "but"})
    if not edge or words.text(first) not in _PRONOUNS or words.places[edge][0] < cue_at:
        return False
    duty = next((n for n in range(first + 1, first + 1 + MOST_TO_DUTY) if words.text(n) in _DUTIES), 0)
    between, behind = words.texts[first + 1 : duty], words.texts[duty + 1 : phrase.start]
    if not duty or not _PASSED.issuperset(between) or "not" in behind:
        return False
    verb = next((text for text in behind if text not in _PASSED), "")
    return verb in _DONE


def day_of(
    ask: ActionRequest, text: str, before: str, deadline: Callable[[str], Deadline | None]
) -> Deadline | None:
    """Return the day of a sentence that only says by when the ask right before it is to be done, None where it says more.

    Example: `This should be done by May 3.` or `All of this must be completed before the May 3 meeting.`
    """
    match = _SENTENCE.match(small(text[:MOST_READ]))
    if match is None or ask.deadline is not None or not before.endswith(ask.evidence.quote[-MOST_ALIKE:]):
        return None
    found = deadline(_LEAD + text[match.end() :])
    if found is None or found.day is None:
        return None
    shift = match.end() - len(_LEAD)
    if _BEHIND.fullmatch(text, found.end + shift) is None:
        return None
    said = (f"Read “{found.quote}”.", f"The day is told in a sentence of its own: “{text}”")
    return replace(
        found,
        start=found.start + shift,
        end=found.end + shift,
        explained=(*said, *found.explained[1:]),
    )
