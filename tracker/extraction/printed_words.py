"""Words printed on what a cable describes, as a form's own "PLEASE COMPLETE BOTH SIDES": they ask nobody who reads the cable."""

import re

from tracker.cable.hints import has_any, small

_PLEAS = (
    "PLEASE",
    "lease",
    "DO NOT",
    "o not",
    "indly",
    "KINDLY",
)  # one of them stands in whatever the rules find
_PLEA = r"(?:please|kindly|do not)\b"
_PAPER = (
    r"\b(?:forms?|cards?|labels?|notices?|signs?|stickers?|posters?|placards?|envelopes?|covers?|slips?|tags?|plates?|box(?:es)?|crates?|screens?|pages?|sheets?"
    r"|stamps?|seals?|leaflets?|booklets?|tickets?|foot|head|top|back|front|bottom|line|legend|heading|caption|stock|form [a-z]{1,3}-?\d+)\b"
)
_TELLING = (
    r"(?:printed|prints?|reads?|reading|headed|marked|stamped|inscribed|worded|lettered|says?|saying|tells? (?:its|the|each|every) \w+|asks?|bids?|bears?|bearing|carr(?:y|ies)|carrying"
    r"|has|have|had|with|stands?|words?|line|legend|heading|title|phrase|notice|request)"
)
_PLACED = r"(?: (?:at|on|in|across|along|under|over|above|below|upon) (?:its|the|each|every|both|one|large|small|red|capital)(?: [\w'-]+){0,3}?)?"
_OPENINGS = ("please", "kindly", "do not", "the word")
_INSIDE = re.compile(_PLEA)
SHORTEST_BEFORE = 8  # characters: "The card"
_SAID = re.compile(
    rf"{_PAPER}[^.;:]{{0,60}}?\b{_TELLING}{_PLACED}(?: the| a)?(?: (?:words?|line|legend|phrase|request|order|note))?[:,]? ?(?P<said>{_PLEA}[^.;]*)"
)
_STANDS = re.compile(  # "PLEASE COMPLETE BOTH SIDES is printed across the head"
    rf"(?:the words? )?(?P<said>{_PLEA}(?: (?!that\b|whether\b|which\b)[\w'’-]+){{1,7}}?) (?:is|are|was|stands?|appears?|runs?) (?:printed |stamped |lettered |written |embossed )?(?:in|on|at|across|along|under|above|over)"
    rf" (?:the|its|each|every) (?:[\w'-]+ ){{0,2}}?{_PAPER}"
)


def without(text: str) -> str:
    """Return the text with such words blanked, every other character in its place."""
    low = small(text)
    if not has_any(low, _PLEAS):
        return text
    found = _STANDS.match(low) if low.startswith(_OPENINGS) else None
    if found is None and _INSIDE.search(low, SHORTEST_BEFORE):
        found = _SAID.search(low)
    if found is None or _is_asked_besides(text, *found.span("said")):
        return text
    first, last = found.span("said")
    return f"{text[:first]}{'_' * (last - first)}{text[last:]}"


def _is_asked_besides(text: str, first: int, last: int) -> bool:
    """Return whether the plea is the sender's own: behind a colon it reads on in small letters, "as before: please fill it in"."""
    return text[:first].rstrip().endswith(":") and text[first:last][:1].islower()
