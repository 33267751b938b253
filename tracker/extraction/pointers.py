"""Phrases that set a day by pointing at what is told besides: "on the day of the vote", "within that period", "in hand when they meet on May 3"."""

from tracker.extraction import deadline_markers as mark
from tracker.extraction.date_words import Words, weekday_of
from tracker.extraction.day_readings import Reading, Setting, plus_days
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.named_events import HAPPENING, KIND_DAYS, bare_before, event_at, next_day, that_day
from tracker.extraction.phrase import Phrase
from tracker.extraction.relative_days import message_anchor

EDGE_DAYS = frozenset("opening first closing last final".split())

_WHO_HAPPENS = frozenset("it he she they the".split())
_PARTS = frozenset("morning afternoon evening night".split())
_ASKED_ABOUT = frozenset("what who how whether which when whom that".split())
_DAYS_OF = frozenset("day morning eve evening".split())
PERIODS = frozenset("period window time timeframe interval season term stretch span".split())
SAME = frozenset({"that", "said"})
WITHIN_IT = frozenset({"within", "inside", "during", "over", "throughout"})
_CONTESTS = frozenset(
    "poll polls ballot voting auction match race trial parade appeal concert gala raid strike runoff".split()
)
IN_HAND = frozenset("hand here available ready desk place".split())
RECEIVED = "The cable is taken to be received the day it was sent."
NOTE = "It hangs on “{}”, which has no day here."
_SO_THAT = (("so", "as", "to"), ("in", "time", "to"), ("timed", "to"))
_MOST_TO_PLACE = 7  # words from "reach" to the day
_PLANNING = frozenset(
    "plans plan expects expect intends intend hopes hope likely due is are able going scheduled set".split()
)
_EDGE_DAYS_OR_KIND_DAYS = EDGE_DAYS | KIND_DAYS
_EVENTS_OR_HAPPENING_OR_CONTESTS = mark.EVENTS | HAPPENING | _CONTESTS


def same_day(words: Words, at: int) -> int | None:
    """Return the place behind "that day", "that same day", "same date", None where none of them stands there."""
    noun = words.skip(words.skip(at, "that"), "same")
    return noun + 1 if noun > at and words.text(noun) in {"day", "date"} else None


def on_day_of(words: Words, at: int, behind: int, setting: Setting) -> Phrase | None:
    """on-day = "on" ["the"] ("day of" event | "opening day" ["of" event]): "on the day of the vote", "on the first day"."""
    same = same_day(words, words.skip(behind, "the"))
    told = that_day(words, behind, same, setting) if same and words.text(at) == "on" else None
    if told is not None and told.day is not None and told.stop > behind:
        return Phrase(marker=Marker.ON, start=at, stop=told.stop, reading=told)
    day = words.skip(behind, "the")
    is_edge = words.text(day) in _EDGE_DAYS_OR_KIND_DAYS and words.text(day + 1) == "day"
    is_part = words.text(day) in _PARTS and words.text(day + 1) == "of"  # "on the night of the vote"
    is_day = is_edge or ((words.text(day) == "day" or is_part) and day > behind)
    if words.text(at) != "on" or not is_day:
        return None
    stop = day + 1 + is_edge
    named = event_at(words, stop + 1, setting) if words.text(stop) == "of" else None
    if named is None and not is_edge and (clause := _clause_at(words, stop, setting)):
        return Phrase(marker=Marker.ON, start=at, stop=clause.stop, reading=clause)
    if named is None and (not is_edge or words.text(stop) == "of"):
        return None
    if named is not None and (named.day or not _names_happening(words, stop + 1, named.stop)):
        return None
    end = named.stop if named else stop
    anchor = words.quote(behind if is_edge else stop + 1, end)
    reading = Reading(stop=end, day=None, anchor=anchor, notes=(NOTE.format(anchor),))
    return Phrase(marker=Marker.ON, start=at, stop=end, reading=reading)


def _clause_at(words: Words, at: int, setting: Setting) -> Reading | None:
    """Return what happens on "the day it begins", "the day the team leaves", without its day."""
    if words.text(at) not in _WHO_HAPPENS:
        return None
    event = event_at(words, at, setting)
    is_happening = event is not None and any(words.text(n) in HAPPENING for n in range(at + 1, event.stop))
    return event if is_happening else None


def weekday_before_it(words: Words, at: int, behind: int) -> Reading | None:
    """Return what "by the Friday before" counts from, where nothing follows it."""
    is_bare = words.text(at) == "before" and words.text(behind) in mark.PLAIN_ENDS
    return bare_before(words, at) if is_bare and weekday_of(words.text(at - 1)) is not None else None


def day_told(words: Words, at: int, setting: Setting) -> Phrase | None:
    """day-told = "the" ("next" | "following") ("day" | "morning") | "that" "evening": by the day that the sentence before names."""
    is_next = words.text(at) == "the" and words.text(at + 1) in {"next", "following"}
    is_next = is_next and words.text(at + 2) in {"day", "morning"}
    is_part = words.text(at) in _PARTS and words.text(at - 1) in {"that", "same"}
    stop = at + 3 if is_next else at + 1
    is_closed = words.text(stop) in mark.PLAIN_ENDS and setting.told != ""
    start = at if is_next else at - 1
    if not (is_next or is_part) or not is_closed or not _ASKED_ABOUT.isdisjoint(words.texts[:start]):
        return None
    told = next_day(words, at + 1, setting) if is_next else that_day(words, start, stop, setting)
    return Phrase(marker=Marker.ON, start=start, stop=stop, reading=told) if told.day else None


def time_of_day_of(words: Words, at: int, setting: Setting) -> Reading | None:
    """day-of = ["the"] ("day" | "morning" | "eve") "of" event | "opening day": behind a time, "by 0900 on the day of the vote".

    `at` is behind "on the".
    """
    is_edge = words.text(at) in _EDGE_DAYS_OR_KIND_DAYS and words.text(at + 1) == "day"
    is_day = is_edge or (words.text(at) in _DAYS_OF and words.text(at + 1) == "of")
    if not is_day:
        return None
    start = at + 2
    if message := message_anchor(words, start):
        return Reading(stop=message, day=setting.sent_on, first=setting.sent_on, notes=(RECEIVED,))
    named = event_at(words, start, setting) if not is_edge or words.text(start) == "of" else None
    if named is None and not is_edge:
        return None
    stop = named.stop if named else start
    if named is not None and named.first is not None:
        day = plus_days(named.first, -1) if words.text(at) == "eve" else named.first
        return named._replace(day=day, first=day)
    anchor = words.quote(at if is_edge else start, stop)  # "last day of the meeting"
    return Reading(stop=stop, day=None, anchor=anchor, notes=(NOTE.format(anchor),))


def _names_happening(words: Words, at: int, stop: int) -> bool:
    return any(words.text(n) in _EVENTS_OR_HAPPENING_OR_CONTESTS for n in range(at, stop))


def of_period(words: Words, at: int, behind: int) -> Phrase | None:
    """of-period = ("within" | "during") "that" period: one whose days the text tells before."""
    same = words.skip(behind, "the")
    is_same = words.text(behind) in SAME or (same > behind and words.text(same) in {"same", "said"})
    noun = same + 1
    if words.text(at) not in WITHIN_IT or not is_same or words.text(noun) not in PERIODS:
        return None
    stop = words.skip(noun + 1, "frame")
    anchor = words.quote(behind, stop)
    reading = Reading(stop=stop, day=None, anchor=anchor, notes=(NOTE.format(anchor),))
    return Phrase(marker=Marker.SPAN, start=at, stop=stop, reading=reading)


def when_in_hand(words: Words, at: int, setting: Setting) -> Phrase | None:
    """in-hand = ("in hand" | "here") "when" event with its day: what must be there by then."""
    is_with_us = words.follows(at - 2, "with", "us")
    if words.text(at) != "when" or not (words.text(at - 1) in IN_HAND or is_with_us):
        return None
    event = event_at(words, at + 1, setting)
    if event is None or event.first is None:
        return None
    reading = event._replace(day=event.first)
    return Phrase(marker=Marker.LIMIT, start=at, stop=event.stop, reading=reading)


def is_to_reach(words: Words, at: int) -> bool:
    """Say whether what is sent is to come somewhere on the day there: "so as to reach the Department May 15"."""
    near = range(at - 1, max(0, at - _MOST_TO_PLACE), -1)
    verb = next((n for n in near if words.text(n) in {"reach", "arrive"}), 0)
    if not verb or not {",", ";", "whether", "by", "before"}.isdisjoint(words.texts[verb:at]):
        return False
    if any(words.texts[verb - len(so) : verb] == so for so in _SO_THAT):
        return True
    if words.text(verb - 1) == "to" and "time" in words.texts[:2]:
        return True  # "please time the shipment to arrive in Oslo May 22"
    subject = verb - 1 - (words.text(verb - 1) in {"will", "can", "may"})
    is_so = words.text(subject) in {"it", "they"} and words.follows(subject - 2, "so", "that")
    return is_so or (
        words.text(verb - 1) == "to"
        and words.text(verb - 2).endswith("s")
        and words.text(verb - 2) not in _PLANNING
    )
