"""Which of several days in a sentence may count: not one just passed, not an end of a series, not the aim behind a day."""

from datetime import timedelta

from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.day_readings import DAY, Setting
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase

ALMOST_A_YEAR: timedelta = 300 * DAY
MOST_TO_MEETING = 7  # words from "meet" to "deadline"
MOST_TO_PURPOSE = 4  # words: "In order to meet"
MOST_TO_AIM = 6  # words from "so that" to "meet"
MEETING = frozenset("meet meeting make keep observe satisfy".split())
ALLOWING = frozenset("allow permit enable ensure facilitate give leave assure".split())
MOST_OF_PURPOSE = 12  # words: "to allow the Department time for printing by"
AIMING = frozenset("if so order allow enable help that let us".split())
REASONS = frozenset("as since because given with while although though whereas".split())
GROUNDED = frozenset("so therefore hence thus accordingly".split())
DUTIES = frozenset("must should shall please need needs".split())
TELLING_WHICH = frozenset("that which who unable able wishing planning intending failing expecting".split())
MOST_OF_WHICH = 9  # words
SAME_DAY = frozenset({",", "(", "-", "i", "e", ".", "ie", "namely", "that", "is", "or", "viz", "meaning"})
BARE = frozenset(
    "before beforehand earlier ahead after later afterwards".split()
)  # what a length counts from
OURS = frozenset("we us department bureau office our its their congress".split())


def without_rivals(words: Words, binding: list[Phrase], setting: Setting) -> list[Phrase]:
    """Return the phrases that may count, in their order; never none where there was one."""
    if len(binding) <= 1:
        return binding  # as mostly
    for rule in (
        _passed,
        _ends_series,
        _is_aim,
        _is_purpose,
        _is_frame,
        _is_reason,
        _is_ground,
        _is_of_which,
        _is_said_again,
    ):
        dropped = [p for p in binding if rule(words, p, binding, setting)]
        if len(dropped) < len(binding):
            binding = [p for p in binding if p not in dropped]
    return binding


def is_next_year(phrase: Phrase, setting: Setting) -> bool:
    """Say whether the day has come round to a year on, or almost."""
    return phrase.reading.day is not None and phrase.reading.day - setting.sent_on > ALMOST_A_YEAR


def _passed(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "Posts that have not answered ref A, due March 1, should do so by March 20" in a text of March 14."""
    is_far = not phrase.reading.has_year and is_next_year(phrase, setting)
    return is_far and any(p.reading.day and not is_next_year(p, setting) for p in binding)


def _ends_series(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "every Friday until the June 1 election", "every Friday in June": the first Friday counts."""
    is_period = phrase.marker is Marker.SPAN and phrase.reading.first != phrase.reading.day
    is_end = (phrase.marker is Marker.UNTIL or is_period) and phrase.reading.recurrence is None
    return is_end and any(p.reading.recurrence and p.reading.day and p.start < phrase.start for p in binding)


def _is_aim(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "by March 20 if we are to meet the Congress's deadline of April 1": the sender's own is not theirs who are asked."""
    if phrase.marker not in {Marker.DUE, Marker.NAMED}:
        return False
    others = [p for p in binding if p is not phrase and (p.reading.day or p.reading.anchor)]
    if not others:
        return False
    near = range(max(0, phrase.start - MOST_TO_MEETING), phrase.start)
    meets = next((n for n in reversed(near) if words.text(n) in MEETING), -1)
    before = set(words.texts[max(0, meets - MOST_TO_AIM) : meets])
    if meets > 0 and words.text(meets - 1) == "to" and any(p.reading.day and p.stop < meets for p in binding):
        return True  # "by noon May 20 in order to meet a deadline of May 21"
    if (
        0 < meets < MOST_TO_PURPOSE
        and words.text(meets - 1) == "to"
        and all(p.start > phrase.stop for p in others)
    ):
        return True  # "To meet the Bureau's May 22 suspense, send figures three days before"
    return meets > 0 and bool(before & AIMING) and bool(before & OURS)


def _is_purpose(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "before February 20 to allow printing by April 11": what is asked for is to make the second day possible."""
    if ALLOWING.isdisjoint(words.texts[: phrase.start]):
        return False  # as mostly
    low = max(0, phrase.start - MOST_OF_PURPOSE)
    at = next((n for n in range(phrase.start - 1, low, -1) if words.text(n) in ALLOWING), 0)
    is_opening = at <= len(("in", "order", "to")) and words.text(0) in {"to", "in"}
    return words.text(at - 1) == "to" and any(
        _is_set(p) and (p.stop < at or (is_opening and p.start > phrase.stop)) for p in binding
    )


def _is_frame(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "Before the Secretary's April 13 trip, please send the map by April 3": the event frames, the day behind counts."""
    is_opening = phrase.start == 0 and phrase.marker is Marker.BEFORE and phrase.reading.anchor is not None
    return is_opening and any(
        p.reading.day and p.start > phrase.stop and p.reading.day < phrase.reading.day
        for p in binding
        if phrase.reading.day
    )


def _is_reason(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "As the report is due March 31, please send post's chapter by March 15": why, and then by when."""
    if words.text(0) not in REASONS or "," in words.texts[: phrase.start]:
        return False
    comma = next((n for n in range(phrase.stop, len(words.texts)) if words.text(n) == ","), 0)
    return comma > 0 and any(_is_set(p) and p.start > comma for p in binding)


def _is_ground(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "The Senator expects our word by March 16, so we need your answer by March 13": the day behind "so" is asked."""
    places = range(phrase.stop, len(words.texts))
    joint = next((n for n in places if _joins_ask(words, n)), -1)
    return joint > 0 and any(_is_set(p) and p.start > joint for p in binding)


def _is_set(phrase: Phrase) -> bool:
    """Say whether a phrase has its day, or counts it from what was told: "As they meet May 3, reply two days before"."""
    return phrase.reading.day is not None or (phrase.reading.anchor or "").lower() in BARE


def _joins_ask(words: Words, at: int) -> bool:
    is_joint = words.text(at) in GROUNDED and words.text(at - 1) in {",", ";", "and"}
    return is_joint and words.text(at + 1) not in {"that", "as"}


def _is_of_which(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "Papers that are to go by March 13 must be here by March 12": the first day tells which papers."""
    low = max(0, phrase.start - MOST_OF_WHICH)
    opening = next((n for n in range(phrase.start - 1, low, -1) if words.text(n) in TELLING_WHICH), 0)
    if not opening or words.text(opening - 1) in say.ASKING or not words.text(opening - 1).isalpha():
        return False
    behind = (p for p in binding if p.reading.day and p.start > phrase.stop)
    later = next(behind, None)
    duties = range(phrase.stop, later.start) if later else range(0)
    return any(words.text(n) in DUTIES for n in duties) and DUTIES.isdisjoint(words.texts[:opening])


def _is_said_again(words: Words, phrase: Phrase, binding: list[Phrase], setting: Setting) -> bool:
    """Read "in two weeks' time, i.e. by March 13", "within ten days (by March 13)": the written day is the exact one."""
    if phrase.marker is not Marker.WITHIN or phrase.reading.anchor:
        return False
    written = (p for p in binding if p.start >= phrase.stop and p.reading.is_written)
    behind = next(
        (p for p in written if p.marker is not Marker.BEFORE), None
    )  # not ", well ahead of the May 3 vote"
    between = words.texts[phrase.stop : behind.start] if behind else ()
    if between[:2] == ("time", ","):
        between = between[1:]
    return behind is not None and bool(between) and SAME_DAY.issuperset(between)
