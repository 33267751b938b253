"""The phrases that set a day: a preposition or a noun ("by", "NLT", "suspense:") and the day, time and zone behind it."""

from functools import lru_cache
from itertools import compress, count

from tracker.extraction import deadline_markers as mark
from tracker.extraction import pointers, series
from tracker.extraction.anchored_lengths import anchored
from tracker.extraction.clock_words import time_at, zone_at
from tracker.extraction.date_words import NUMBERS, WEEKDAYS, Words, weekday_of
from tracker.extraction.day_grammar import (
    Moment,
    may_start_day,
    moment_at,
    stands_beside,
)
from tracker.extraction.day_readings import Reading, Setting, in_words, plus_days
from tracker.extraction.day_spans import as_first, first_of_span, span
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.named_events import (
    event_at,
    event_counted_from,
    happens_upon,
    names_event,
    next_day,
    that_day,
    with_event,
)
from tracker.extraction.phrase import Phrase
from tracker.extraction.relative_days import PLAIN_KINDS, duration_at

MOST_WORDS_TO_DAY = 16  # between "deadline" and its day
MOST_WORDS_TO_PLACE = 9  # between "due at" and its day
_UNMARKED_OR_CLOSE = mark.UNMARKED | mark.CLOSE
_TIMES_OF_DAY_OR_OWN_ENDS = mark.TIMES_OF_DAY | mark.OWN_ENDS


def phrases(words: Words, setting: Setting) -> list[Phrase]:
    """Return every phrase of the sentence that speaks of a day it limits, in reading order."""
    found: list[Phrase] = []
    stop = 0
    for at in compress(count(), map(may_start_phrase, words.texts)):
        phrase = phrase_at(words, at, setting) if at >= stop else None
        if phrase:
            is_often = phrase.marker is Marker.URGENT and words.text(at) in mark.OFTEN
            again = _recurring(words, phrase, setting) if phrase.reading.recurrence else phrase
            again = series.first_time(words, again) if again.marker is Marker.NOT_BEFORE else again
            found.append(_begun_then(words, phrase, setting) if is_often else again)
            stop = found[-1].stop
    return found


def _recurring(words: Words, phrase: Phrase, setting: Setting) -> Phrase:
    """Count what comes again from its beginning: "by the fifth of each month, beginning in March", "every Monday, the first on March 3"."""
    if first := _first_of_series(words, setting):
        return phrase._replace(reading=first._replace(recurrence=phrase.reading.recurrence))
    for at in series.beginnings(words):
        begin = series.beginning(words, at, setting) if not phrase.start <= at < phrase.stop else None
        if begin and begin.first:
            again = phrase_at(words, phrase.start, setting._replace(start=begin.first)) or phrase
            is_next = words.skip(phrase.stop, ",") == at
            return again._replace(stop=series.past_on(words, begin.stop)) if is_next else again
    return phrase


def _first_of_series(words: Words, setting: Setting) -> Reading | None:
    """Read "the first on January 29", "the first of them due March 3": the day of the first of what comes again."""
    for at, text in enumerate(words.texts):
        if text == "first" and words.text(at - 1) in {"the", ","}:
            behind = words.skip(
                words.skip(words.skip(at + 1, *mark.TO_FIRST), *mark.TO_FIRST), *mark.TO_FIRST
            )
            begin = first_of_span(words, behind, setting) if behind > at + 1 else None
            return begin if begin and begin.first and begin.first == begin.day else None
    return None


def _begun_then(words: Words, phrase: Phrase, setting: Setting) -> Phrase:
    """Read "weekly, beginning March 19", "quarterly starting on June 30": the first time is that day."""
    places = (n for n in series.beginnings(words) if series.is_beside(words, n, phrase.stop))
    at = next(places, -1)
    begin = series.beginning(words, at, setting) if at >= 0 else None
    begin = as_first(words, at, begin) if begin else None
    if begin is None or begin.day is None or begin.day != begin.first:
        return phrase
    often = begin._replace(recurrence=words.text(phrase.start))
    is_next = words.skip(phrase.stop, ",", "-") == at
    return phrase._replace(
        marker=Marker.LIMIT, stop=series.past_on(words, begin.stop) if is_next else phrase.stop, reading=often
    )


@lru_cache(maxsize=8192)
def may_start_phrase(text: str) -> bool:
    """Say cheaply whether a phrase could begin with this word."""
    is_marker = mark.DATE_NOUNS.begins(text) or mark.MARKERS.begins(text)
    return is_marker or text in _UNMARKED_OR_CLOSE or text in NUMBERS or may_start_day(text)


def phrase_at(words: Words, at: int, setting: Setting) -> Phrase | None:
    """phrase = noun … day | marker moment | marker duration [anchor] | day ("at the latest" | "deadline")."""
    noun = mark.DATE_NOUNS.read(words, at) or mark.closes(words, at) or mark.named_again(words, at)
    by_noun = _noun_phrase(words, at, noun[1], setting) if noun else None
    if by_noun:
        return by_noun
    marker = mark.marker_at(words, at)
    if marker:
        return _marked(words, at, marker[0], marker[1], setting)
    return _unmarked(words, at, setting)


def _noun_phrase(words: Words, at: int, stop: int, setting: Setting) -> Phrase | None:
    """noun-phrase = "deadline" … day: "The deadline for nominations is COB Friday", "SUSPENSE: 10 JAN 09"."""
    for behind in range(stop, min(stop + MOST_WORDS_TO_DAY, len(words.texts))):
        if words.text(behind) in mark.STRONG or words.text(behind) in {"by", "due", "extended"}:
            return None
        moment = moment_at(words, behind, setting)
        if moment and moment.day and mark.is_moved(words, moment.stop):
            return None  # "the deadline of March 9 is extended to March 23"
        if moment and moment.day and words.text(moment.stop + 1) == "now":
            continue  # "the deadline of March 9 is now March 23"
        if moment and moment.day and words.text(behind - 1) not in mark.NO_LONGER:
            return _phrase(Marker.DUE, at, moment, moment.day)
    return None


def _phrase(marker: Marker, at: int, moment: Moment, day: Reading) -> Phrase:
    stop = moment.stop if moment.day else max(moment.stop, day.stop)
    return Phrase(marker=marker, start=at, stop=stop, reading=day, time=moment.time, zone=moment.zone)


def _marked(words: Words, at: int, marker: Marker, stop: int, setting: Setting) -> Phrase | None:
    """marked = marker (duration | span | moment | event)."""
    if marker is Marker.URGENT:
        return _urgent(at, stop)
    if _marks_none(words, at, stop, setting):
        return None
    behind = _behind_marker(words, stop)
    if marker is Marker.DUE and words.text(stop) in mark.AT_PLACE and not moment_at(words, behind, setting):
        return _due_at_place(words, at, stop, setting)
    length = _duration_phrase(words, at, marker, behind, setting)
    if length := length or pointers.on_day_of(words, at, behind, setting):
        return length
    if marker in {Marker.WITHIN, Marker.SPAN}:
        found = span(words, at, behind, setting) or pointers.of_period(words, at, behind)
        return found or _for_business(words, at, behind, setting)
    marker = Marker.LIMIT if marker is Marker.ON and pointers.is_to_reach(words, at) else marker
    moment = moment_at(words, behind, setting, may_span=marker in mark.MAY_SPAN)
    moment = _ended_on(words, moment, setting) if moment else None
    if moment and moment.day and not moment.time and marker in mark.MAY_SPAN:
        day_named = with_event(words, behind, moment.day)
        moment = moment._replace(day=day_named, stop=max(moment.stop, day_named.stop))
    if moment and (moment.day or marker not in mark.NEED_A_DAY):
        is_given_up = marker is Marker.DUE and moment.day and mark.is_moved(words, moment.stop)
        settled = _settled(words, _phrase(marker, at, moment, _day_of(words, moment, setting)))
        return None if is_given_up else settled
    found = _event_phrase(words, at, marker, behind, setting) if marker in mark.MAY_HANG else None
    return None if found and marker is Marker.UNTIL and not found.reading.day else found


def _ended_on(words: Words, moment: Moment, setting: Setting) -> Moment:
    """Read "before the quarter closes on June 30": the day named ends the period."""
    is_ended = moment.day is not None and words.text(moment.stop) in mark.OVER
    told = (
        moment_at(words, moment.stop + 2, setting)
        if is_ended and words.text(moment.stop + 1) == "on"
        else None
    )
    return told if told and told.day and told.day.is_written else moment


def _for_business(words: Words, at: int, behind: int, setting: Setting) -> Phrase | None:
    """Read "have the figures here for the opening of business on May 15": to be had by then."""
    is_named = words.text(at) == "for" and words.text(words.skip(behind, "the")) in mark.OPEN_OR_CLOSE
    moment = moment_at(words, behind, setting) if is_named else None
    if moment is None or moment.day is None or moment.time not in {"COB", "OOB"}:
        return None
    return _phrase(Marker.LIMIT, at, moment, moment.day)


def _is_newest(words: Words, at: int, stop: int, setting: Setting) -> bool:
    """Read "the latest May 12 draft": no limit, as in "we need your reaction latest May 12"."""
    if words.text(stop - 1) != "latest" or words.text(at) == "at":
        return False
    moment = moment_at(words, stop, setting)
    is_closed = moment is not None and words.text(moment.stop) in mark.PLAIN_ENDS
    return not is_closed or words.text(at - 1) in mark.BEFORE_NAMES


def _marks_none(words: Words, at: int, stop: int, setting: Setting) -> bool:
    """Read "do the following by May 3", "test it once by May 3", "after-hours", "as before", "came in on July 3": the word belongs to what stands beside it."""
    is_following = words.text(at) == "following"
    is_list = is_following and words.text(at - 1) in {"the", "these", "to", "on", "with"}
    is_telegraphic = is_following and words.text(stop) in mark.DEFINITE
    is_in = words.text(at) == "in" and words.text(stop) in {"on", "by", "before"}
    is_in = is_in or (words.follows(at, "on") and stop == at + 1 and words.text(stop) in mark.LIMITING)
    is_no_earlier = words.text(at) == "earlier" and words.text(at - 1) in {"no", "not"}
    is_once = words.text(at) == "once" and words.text(stop) in mark.BEHIND_ONCE
    is_once = is_once or (words.follows(at - 1, "as", "before") and words.text(stop) in mark.PLAIN_ENDS)
    is_upon = words.text(at) == "upon" and words.text(at - 1) in mark.UPON
    if is_upon or is_in or is_once or is_no_earlier or is_telegraphic:
        return True
    is_list = is_list and may_start_phrase(words.text(stop))
    return is_list or _is_newest(words, at, stop, setting) or words.follows(at, "after", "-")


def _due_at_place(words: Words, at: int, stop: int, setting: Setting) -> Phrase | None:
    """due-at-place = "due" ("at" | "with" | "back") place "on" moment: "due at the school on March 16"."""
    for behind in range(stop + 1, stop + MOST_WORDS_TO_PLACE):
        if words.text(behind) == "on":
            moment = moment_at(words, behind + 1, setting)
            return _phrase(Marker.DUE, at, moment, moment.day) if moment and moment.day else None
        if words.text(behind) in mark.PLACE_ENDS:
            break
    return None


def _behind_marker(words: Words, at: int) -> int:
    """Skip what may stand between a marker and its day: "(NLT)", ":", "on"; two markers in a row are one."""
    for _ in range(4):
        again = mark.MARKERS.read(words, at)
        if words.text(at) == "(" and words.text(at + 2) == ")" and words.text(at + 1).isalpha():
            at += 3
        elif again and again[0] in {Marker.FIRM, Marker.LIMIT}:
            at = again[1]
        elif words.text(at) in mark.BETWEEN:
            at += 1
        else:
            break
    return mark.past_part_of_day(words, at)


def _day_of(words: Words, moment: Moment, setting: Setting) -> Reading:
    """Return the moment's day; a time alone is meant for the day sent, unless it belongs to another day."""
    if moment.day:
        return moment.day
    other = words.skip(words.skip(moment.stop, "on", "of"), "the")
    counted_from = event_counted_from(words, other, setting)
    if counted_from := counted_from or pointers.time_of_day_of(words, other, setting):
        return counted_from
    named = pointers.same_day(words, other)
    if named:
        return that_day(words, other, named, setting)
    if words.text(other) in {"next", "following"} and words.text(other + 1) in {"day", "morning"}:
        return next_day(words, other, setting)
    if words.text(other) in {"same", "that", "each", "following", "every", "next", "day"}:
        return Reading(stop=moment.stop, day=None, notes=("The time belongs to a day that is not told.",))
    note = f"Only a time is given: the day sent, {in_words(setting.sent_on)}, is meant."
    return Reading(stop=moment.stop, day=setting.sent_on, first=setting.sent_on, notes=(note,))


def _settled(words: Words, phrase: Phrase) -> Phrase:
    """Return the phrase with the day it means: the day before for "before", else the last day named."""
    reading = phrase.reading
    is_before = phrase.marker is Marker.BEFORE or words.follows(phrase.start, "due", "before")
    if not is_before or phrase.time or not reading.first or reading.is_open:
        return phrase
    ends = {words.text(words.skip(phrase.stop, "is")), words.text(phrase.stop - 1)}
    if not mark.OVER.isdisjoint(ends) and reading.first != reading.day:
        return phrase  # "before the year is out": its last day
    note = f"“{words.raw(phrase.start).capitalize()}” leaves that day out: the day before is the last."
    day = plus_days(reading.first, -1)
    return phrase._replace(reading=reading._replace(day=day, notes=(*reading.notes, note), counting=None))


def _urgent(at: int, stop: int) -> Phrase:
    note = "The words ask for haste and name no day."
    return Phrase(
        marker=Marker.URGENT, start=at, stop=stop, reading=Reading(stop=stop, day=None, notes=(note,))
    )


def _duration_phrase(words: Words, at: int, marker: Marker, behind: int, setting: Setting) -> Phrase | None:
    """length = marker duration [direction anchor]: "within ten days of receipt", "no later than 3 days before the visit"."""
    duration = duration_at(words, behind) if marker not in mark.NO_DURATION else None
    if not duration:
        return _time_and_length(words, at, marker, behind, setting)
    if duration.unit == "hour" and words.follows(at, "in", "under"):
        return None  # "can be reached in under three hours"
    reading = anchored(words, duration, setting)
    if marker in mark.NO_BARE_LENGTH and reading.stop == duration.stop:
        return None  # "beat the target by a week"
    kind = Marker.WITHIN if marker in {Marker.UNTIL, Marker.BEFORE} else marker
    return Phrase(marker=kind, start=at, stop=reading.stop, reading=reading)


def _time_and_length(words: Words, at: int, marker: Marker, behind: int, setting: Setting) -> Phrase | None:
    """time-and-length = time ["within"] duration direction anchor: "by COB one week from today", "by noon two days after receipt"."""
    time = time_at(words, behind)
    zone = zone_at(words, time.stop) if time else None
    stop = zone[1] if zone else time.stop if time else behind
    start = words.skip(words.skip(stop, ",", "on", "of"), "within")
    duration = duration_at(words, start) if time else None
    reading = anchored(words, duration, setting) if duration else None
    if time is None or duration is None or reading is None:
        return None
    if reading.stop == duration.stop and words.text(start - 1) != "within":
        return None
    named = zone[0] if zone else time.zone
    return Phrase(marker=marker, start=at, stop=reading.stop, reading=reading, time=time.time, zone=named)


def _event_phrase(words: Words, at: int, marker: Marker, behind: int, setting: Setting) -> Phrase | None:
    """event-phrase = ("before" | "after" | "by") event: the day before it, or no day where it has none."""
    event = event_at(words, behind, setting) or pointers.weekday_before_it(words, at, behind)
    if not event or (marker not in {Marker.BEFORE, Marker.AFTER} and not names_event(words, behind, event)):
        return None
    if words.text(at) == "upon" and not happens_upon(words, at, event.stop):
        return None
    if marker is Marker.AFTER:
        event = event._replace(day=None, first=None)
    return _settled(words, Phrase(marker=marker, start=at, stop=event.stop, reading=event))


def _unmarked(words: Words, at: int, setting: Setting) -> Phrase | None:
    """unmarked = moment "at the latest" | "tomorrow" | duration direction message: "30 days from the date of this message"."""
    if words.text(at) == "when":
        return pointers.when_in_hand(words, at, setting)
    is_whole = words.text(at) == "a" and words.text(at + 1) in PLAIN_KINDS  # "a full week before"
    if words.text(at) in mark.LITTLE and not (is_whole or may_start_phrase(words.text(at + 1))):
        return None
    moment = moment_at(words, at, setting)
    latest = mark.BEHIND_DAY.read(words, moment.stop) if moment and moment.day else None
    if moment and moment.day and not latest and words.text(at - 1) in mark.AWAITED and at > 1:
        return _phrase(Marker.ON, at, moment, moment.day)  # "reports are expected June 30"
    if moment and moment.day and pointers.is_to_reach(words, at):
        return _phrase(Marker.LIMIT, at, moment, moment.day)
    if moment and moment.day and _is_told_plainly(words, at, moment):
        return _phrase(Marker.ON, at, moment, moment.day)
    if moment and moment.day and words.text(at - 1) == ":" and words.text(at - 2) in mark.AWAITED:
        return _phrase(Marker.DUE, at, moment, moment.day)  # "RESPONSE REQUIRED: COB JUNE 30"
    if moment and moment.day and latest:
        return _phrase(latest[0], at, moment, moment.day)._replace(stop=latest[1])
    return (
        _adverb(words, at, setting)
        or pointers.day_told(words, at, setting)
        or _bare_duration(words, at, setting)
    )


def _is_told_plainly(words: Words, at: int, moment: Moment) -> bool:
    """Read "deliver the note Monday, March 9": the day of an act without its "on"; not "the Monday, March 9 session"."""
    before = words.text(at - 1)
    is_whole = moment.day is not None and moment.day.is_written and weekday_of(words.text(at)) is not None
    is_closed = words.text(moment.stop) in mark.PLAIN_ENDS
    return is_whole and is_closed and at > 1 and before.isalpha() and before not in mark.BEFORE_NAMES


def _adverb(words: Words, at: int, setting: Setting) -> Phrase | None:
    """adverb = "today" | "tomorrow" | "the day after tomorrow" | "this week" | "every Friday": a day without a preposition."""
    text = words.text(at)
    if words.follows(at, "first", "thing"):
        start = moment_at(words, at, setting)
        return _phrase(Marker.ON, at, start, start.day) if start and start.day else None
    is_period = text in {"this", "next"} and words.text(at + 1) in {"week", "month"}
    is_named = text in {"today", "tomorrow", "tonight"} or words.follows(
        at, "the", "day", "after", "tomorrow"
    )
    is_vague = text in mark.LOOSE and words.text(at + 1) in {"this", "next"}
    is_vague = is_vague and words.text(at + 2) in {"week", "month"}  # "let me know early next week"
    is_named = is_named or is_vague or (text in WEEKDAYS and words.text(at + 1) == "week")
    is_each = text in {"each", "every"}
    is_end = words.text(at - 1) == "at" and (text == "the" or text in _TIMES_OF_DAY_OR_OWN_ENDS)
    is_beside = text == "the" and stands_beside(words, at + 1) and words.text(at - 1) not in mark.LASTING
    if not (is_period or is_named or is_each or is_end or is_beside) or words.text(at - 1) in mark.LOOSE:
        return None
    moment = moment_at(words, at, setting, may_span=is_period)
    if not moment or not moment.day or (is_each and not moment.day.recurrence):
        return None
    if is_end and text not in mark.OWN_ENDS and not (moment.day.is_open or moment.time):
        return None
    return _phrase(Marker.BEFORE if is_beside else Marker.ON, at, moment, moment.day)


def _bare_duration(words: Words, at: int, setting: Setting) -> Phrase | None:
    """bare = duration anchor | ("have" | "given") duration ("to" | "in" | "for"): "Posts have ten days to reply"."""
    duration = duration_at(words, at)
    if not duration:
        return None
    reading = anchored(words, duration, setting)
    is_given = words.text(at - 1) in {"have", "has", "given", "allowed"} and words.text(duration.stop) in {
        "to",
        "in",
        "for",
    }
    if reading.stop == duration.stop and not is_given:
        return None
    is_least = words.follows(at - 2, "at", "least") or words.follows(at - 3, "not", "less", "than")
    start = at - 2 - (words.text(at - 1) == "than") if is_least else at
    return Phrase(marker=Marker.WITHIN, start=start, stop=reading.stop, reading=reading)
