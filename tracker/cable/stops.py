"""Stops of an itinerary, a line each: "AUGUST 22 DAVIS. STATE UNIVERSITY"; what is done there is no order to anybody."""

import re

from tracker.cable.hints import words_in

_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?"
STOP = re.compile(  # a day that opens a line, and what is there on it
    rf"(?:(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*[.,]{{0,2}} )?(?:{_MONTH} \d{{1,2}}(?:-\d{{1,2}})?|\d{{1,2}}(?:-\d{{1,2}})? {_MONTH})(?![\w/])(?!,? (?:19|20)\d\d|,? (?:AND|OR|TO|THRU|THROUGH|FOR)\b)[ :,.-]*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?::|\bFOLLOWS\.|\b(?:ITINERARY|SCHEDULE|PROGRAM|TIMETABLE)(?: (?:IS|STANDS))? (?:BELOW|NOW)\.)$",
    re.IGNORECASE,
)
_FIRST_OF_STOP = frozenset(  # letters in capitals: with them, or a figure, begins whatever STOP finds
    "MON TUE WED THU FRI SAT SUN JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
)
ENDS_OF_LEAD = frozenset(":.")
_LAST_OF_LEAD = frozenset("sw:")  # before the full stop of a lead: "follows.", "below.", "now."
ORDERING = frozenset(
    "please request requests requested should must due deadline deadlines submit needed required wanted".split()
)
LONGEST_LEAD = 60  # characters of its end
LONGEST_SENTENCE = 400
_ASKING = frozenset(
    """please request requests requested should must grateful appreciate appreciated post posts embassy embassies mission
    missions consulate consulates department dept addressees""".split()
)


def begins(words: str, text: str, above: tuple[int, int], *, is_below_stop: bool) -> bool:
    """Return whether a line is a stop: below another one, or right below the words, at `above` in the text, that lead their list.

    What is to be sent by a day each is no itinerary: "Posts should submit as follows:".
    """
    if not is_below_stop and not may_lead(text, above[1]):
        return False  # as most lines
    if is_below_stop or _LEAD.search(text, max(above[0], above[1] - LONGEST_LEAD), above[1]) is None:
        return is_below_stop and stands_at(words)
    lead = text[max(above[0], above[1] - LONGEST_SENTENCE) : above[1]].lower()
    return stands_at(words) and ORDERING.isdisjoint(words_in(lead.rpartition(". ")[2]))


def may_lead(text: str, end: int) -> bool:
    """Return whether the words up to a place may lead a list of stops, by their last two signs."""
    last = text[max(0, end - 2) : end].lower()
    return last[-1:] in ENDS_OF_LEAD and (last[-1:] != "." or last[0] in _LAST_OF_LEAD)


def stands_at(words: str) -> bool:
    """Return whether a line or a sentence begins with a day as a stop does."""
    may_be = words[:1].isdigit() or words[:3].upper() in _FIRST_OF_STOP
    return may_be and STOP.match(words) is not None


def is_asking(words: str) -> bool:
    """Return whether a line below a stop goes on with the paragraph: it opens with a word of asking."""
    return not _ASKING.isdisjoint(words_in(words[:40].lower().split(" ", 1)[0]))


def joined(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sentences of a stop as one, but for those that ask: "APRIL 3 BERGEN. VISIT MILLS" orders nothing."""
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and _ASKING.isdisjoint(words_in(text[start:end].lower())):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept
