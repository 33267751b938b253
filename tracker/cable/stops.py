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
    if not is_below_stop and text[above[1] - 1 : above[1]] not in (":", "."):
        return False  # as most lines
    if is_below_stop or _LEAD.search(text, max(above[0], above[1] - LONGEST_LEAD), above[1]) is None:
        return is_below_stop and STOP.match(words) is not None
    lead = text[max(above[0], above[1] - LONGEST_SENTENCE) : above[1]].lower()
    return STOP.match(words) is not None and ORDERING.isdisjoint(words_in(lead.rpartition(". ")[2]))


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
