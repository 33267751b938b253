"""Deadlines in sentences: which words set a day, which day they mean, and how that was read, in plain words."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import compress, count, pairwise
from typing import NamedTuple

from tracker.cable.hints import Family, Sieve, has_any, words_in
from tracker.extraction import opened_with
from tracker.extraction.date_words import NUMBERS, ORDINALS, Words, words_of
from tracker.extraction.day_grammar import may_name_day
from tracker.extraction.day_readings import DAY, Setting, in_words, plus_months
from tracker.extraction.day_spans import first_of_list
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.deadline_phrases import phrases
from tracker.extraction.phrase import Phrase
from tracker.extraction.proposals import Deadline, WorkingCount
from tracker.extraction.rival_days import is_next_year, without_rivals
from tracker.extraction.sentence_sense import WEIGHTS, is_preferred, verdict
from tracker.extraction.written_days import written_day

LONGEST_SENTENCE = 10_000  # characters; what follows is no longer one sentence
HINTS = (  # in whatever word may belong to a day or a time stands one of these, or it begins as below
    *"day week month year hour cob eob oob noon midnight quarter fiscal fortnight soon asap prompt".split(),
    *"immediate urgent earliest delay forthwith expeditious before befor prior advance ahead after upon".split(),
    *"following preceding opening annual daily tomor tommor tonight january february march april june july august".split(),
    *"enth tieth twelfth fourth fifth sixth eighth ninth september sept october november december uary mber ober ugust gust closing christmas thanksgiving easter halloween juneteenth".split(),
)  # fmt: skip
BEGINNINGS = tuple("once mon tue wed thu fri sat sun jan feb dec nov oct fy eom eoq eoy".split())
PAIRS = (
    "at once",
    "right away",
    "close of",
    "eve of",
    "end of",
    "mid-",
    "first thing",
    "c.o.b",
    "by then",
    "that date",
    "that deadline",
    "that time",
    "same date",
    "same deadline",
    "above date",
    *(
        f"{which} {period}"
        for which in ("that", "same", "said")
        for period in ("period", "window", "interval", "season", "term", "span")
    ),
    *(
        f"{which} {part}"
        for which in ("that", "same")
        for part in ("morning", "afternoon", "evening", "night")
    ),
    *(f"{which} morning" for which in ("next", "following")),
    *(f"{part} {of}" for part in ("morning", "evening", "night") for of in ("of", "before", "after")),
)  # or these stand there
_PAIRED = Family(  # one of them stands in each
    "once away close eve end mid thing o then date deadline time period window interval season term span morning afternoon evening night".split()
)
DIGIT = re.compile(r"[0-9]")
OFTEN = {
    "weekly": "weekly", "monthly": "monthly", "quarterly": "quarterly", "annually": "annually", "yearly": "annually",
    "daily": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "annually",
}  # fmt: skip
TIMES = {"COB": "close of business", "OOB": "opening of business", "NOON": "noon"}
CLOCKS = {
    None: "at the place that must act, as no zone is given",
    "Washington": "in Washington",
    "post": "on the clock of the post that must act",
    "Z": "Greenwich time (Z)",
}
PAST_WORDS = frozenset(
    "was were had held met took drew gave saw brought came went heard began ran spoke made used told said left sent put read won lost fell rose"
    " chose broke began sank struck wrote flew drove grew knew rode swore threw undertook withdrew became forgot forbade arose opened closed stood sat spoke won agreed sought thought fought".split()
)
NO_PAST = frozenset("united hundred sacred proceed exceed succeed indeed speed embed limited".split())
COMING_WORDS = frozenset(
    "will would upcoming scheduled planned forthcoming coming next should please may plans opens begins meets"
    " convenes runs sits starts falls penciled pencilled".split()
)
NO_DAYS_OFF = frozenset[date]()
TWO_MONTHS = 60  # days
MOST_TO_SAY_AGAIN = 6  # words: ", that is to say"
LATE = frozenset("not never failed missed overdue still yet".split())
DONE = frozenset("had been done sent given made gone come met".split())
FAR_AHEAD, NOT_LONG_AGO = 120 * DAY, 183 * DAY
PUT_OFF = frozenset("adjourned postponed deferred rescheduled moved continued".split())
PUT_OFF_TO = frozenset({"to", "until"})


@lru_cache(maxsize=8192)
def _is_of_days(word: str) -> bool:
    return word.startswith(BEGINNINGS) or has_any(word, HINTS)


_OF_DAYS = Sieve(_is_of_days)
_NUMBER_WORDS = frozenset((*NUMBERS, *ORDINALS))
_BESIDE_DAYS = frozenset(
    "before after afterwards upon prior advance ahead following preceding hereafter thereafter".split()
)
# A word that may belong to a day itself, not only stand beside one.
DATED = Sieve(
    lambda word: (
        word not in _BESIDE_DAYS and (word == "may" or _is_of_days(word) or DIGIT.search(word) is not None)
    )
)
# In figures or in words: a number stands in every day written with a month.
NUMBERED = Sieve(lambda word: word in _NUMBER_WORDS or DIGIT.search(word) is not None)


MAY_BE_DAY = DATED.bit | _PAIRED.bit  # one of these signs stands in whatever may belong to a day itself


class Mention(NamedTuple):
    """Days named in a text: the place of the words, the first day and the last."""

    start: int
    end: int
    first_on: date
    last_on: date


def may_belong_to_day(low: str, signs: int) -> bool:
    """Say whether a word of a sentence in small letters with these signs may belong to a day itself, not only stand beside one."""
    return bool(signs & DATED.bit) or (bool(signs & _PAIRED.bit) and has_any(low, PAIRS))


def may_speak_of_days(sentence: str) -> bool:
    """Say cheaply whether any word of a sentence can belong to a day or a time."""
    if DIGIT.search(sentence, 0, LONGEST_SENTENCE) or "May" in sentence or "MAY" in sentence:
        return True
    low = sentence[:LONGEST_SENTENCE].lower()
    return bool(_OF_DAYS.caught(words_in(low))) or has_any(low, PAIRS)


def _may_name_number(sentence: str) -> bool:
    """Say cheaply whether a number may stand in words in a sentence without figures that may speak of days."""
    is_numbered = not _NUMBER_WORDS.isdisjoint(words_in(sentence[:LONGEST_SENTENCE].lower()))
    return is_numbered and may_speak_of_days(sentence)


def deadlines(
    sentence: str, sent_at: datetime, *, is_day_off: Callable[[date], bool]
) -> tuple[Deadline, ...]:
    """Return every phrase of the sentence that names a day or haste, whomever it binds, in reading order."""
    if not may_speak_of_days(sentence):
        return ()
    words, setting = words_of(sentence[:LONGEST_SENTENCE]), Setting(sent_at=sent_at, is_day_off=is_day_off)
    found = (phrase for phrase in phrases(words, setting) if phrase.marker is not Marker.NOT_BEFORE)
    return tuple(_deadline(words, phrase, setting) for phrase in found)


def deadline(
    sentence: str,
    sent_at: datetime,
    *,
    is_day_off: Callable[[date], bool],
    told: str = "",
    asks: Callable[[str], bool] | None = None,
) -> Deadline | None:
    """Return the deadline that the sentence sets for its addressee, None where it sets none.

    `told` is the sentence before, where this one says "that month". `asks` says whether a sentence asks: it is
    called where a day names nobody whom it binds, which binds without it.
    """
    setting = Setting(sent_at=sent_at, is_day_off=is_day_off, told=told)
    return _chosen(sentence, setting, is_ask=False, asks=asks)


def deadline_in_ask(
    text: str, sent_at: datetime, *, is_day_off: Callable[[date], bool], cue_at: int = -1, told: str = ""
) -> Deadline | None:
    """Return the deadline of a sentence that is known to ask its addressee to act.

    `cue_at` is where its asking verb stands, if that is known: whoever the subject is, that verb asks.
    """
    setting = Setting(sent_at=sent_at, is_day_off=is_day_off, told=told)
    return _chosen(text, setting, is_ask=True, cue_at=cue_at)


def _chosen(
    sentence: str,
    setting: Setting,
    *,
    is_ask: bool,
    cue_at: int = -1,
    asks: Callable[[str], bool] | None = None,
) -> Deadline | None:
    """Return the firmest of the phrases that bind; of equals the first."""
    if not may_speak_of_days(sentence):
        return None
    words = words_of(sentence[:LONGEST_SENTENCE])
    named = tuple(phrases(words, setting))
    binding = [
        p
        for p in named
        if not (_is_gone(words, p, setting) or _is_of_past(p, setting))
        and _binds(verdict(words, p, is_ask=is_ask, cue_at=cue_at), sentence, asks)
    ]
    binding.extend(q for p, q in pairwise(named) if p in binding and _says_again(words, p, q))
    binding = without_rivals(words, binding, setting)
    if not binding:
        return None
    best = opened_with.hung(words, max(binding, key=lambda phrase: _rank(words, phrase)), setting)
    found = _deadline(words, first_of_list(words, best, setting) if _recurrence(words) else best, setting)
    wished = (p.reading.day for p in binding if p is not best and is_preferred(words, p))
    preferred = next((day for day in wished if day and day != found.day), None)
    if not preferred:
        return found
    note = f"The text would rather have it by {in_words(preferred)}; the firm day counts."
    return replace(found, preferred_day=preferred, explained=(*found.explained, note))


def _binds(found: Verdict, sentence: str, asks: Callable[[str], bool] | None) -> bool:
    return found.binds and (asks is None or not found.is_open or asks(sentence))


def _says_again(words: Words, phrase: Phrase, behind: Phrase) -> bool:
    """Say whether a phrase tells in other words the day of the one before it: "ten days before it opens, i.e. by May 6"."""
    between = [w for w in words.texts[phrase.start : behind.start] if w not in {",", "(", ".", "-"}]
    is_near = behind.start - phrase.stop < MOST_TO_SAY_AGAIN and behind.reading.day is not None
    return is_near and (
        between[-1:] in (["ie"], ["viz"], ["namely"])
        or between[-2:] == ["that", "is"]
        or between[-4:] == ["that", "is", "to", "say"]
    )


def _is_gone(words: Words, phrase: Phrase, setting: Setting) -> bool:
    """Say whether "on January 25" in a text of January 31 is the day that has just passed, not next year's.

    So is "due January 25" behind "have not answered".
    """
    day = phrase.reading.day
    is_bare = phrase.marker is Marker.ON and day is not None and not phrase.reading.has_year
    is_late = phrase.marker is Marker.DUE and not phrase.reading.has_year
    is_late = is_late and not LATE.isdisjoint(words.texts[: phrase.start])
    is_missed = not phrase.reading.has_year and phrase.reading.day is not None and _should_have(words)
    return (is_bare or is_late or is_missed) and is_next_year(phrase, setting)


def _should_have(words: Words) -> bool:
    """Read "the Embassy should have had the note by": what was to be done before now."""
    return "have" in words.texts and any(
        text == "have"
        and words.text(n - 1) in {"should", "ought", "must"}
        and (words.text(n + 1) in DONE or words.text(n + 1).endswith("ed"))
        for n, text in enumerate(words.texts)
    )


def _is_of_past(phrase: Phrase, setting: Setting) -> bool:
    """Say whether a period that is over is named, not a limit: "who heard more than 500 cases in FY 2002", "before 2000"."""
    first, day = phrase.reading.first, phrase.reading.day
    if day is None or day >= setting.sent_on:
        return False
    is_year = first is not None and not phrase.reading.is_written and (first.month, first.day) == (1, 1)
    return phrase.marker in {Marker.ON, Marker.SPAN} or is_year


def _rank(words: Words, phrase: Phrase) -> tuple[bool, bool, int, int]:
    is_dated = phrase.reading.day is not None
    return is_dated, not is_preferred(words, phrase), WEIGHTS[phrase.marker], -phrase.start


def _deadline(words: Words, phrase: Phrase, setting: Setting) -> Deadline:
    reading = phrase.reading
    recurrence = reading.recurrence or _recurrence(words)
    said, of_washington = _explained(words, phrase, setting, recurrence)
    count = reading.counting if reading.day else None
    is_end = words.text(phrase.stop - 1) == "." and phrase.stop == len(words.texts)
    stop = phrase.stop - is_end  # the full stop of the sentence, not of "Apr."
    return Deadline(
        quote=words.quote(phrase.start, stop),
        start=words.places[phrase.start][0],
        end=words.places[stop - 1][1],
        day=reading.day,
        time=phrase.time,
        zone=phrase.zone,
        anchor=reading.anchor,
        recurrence=recurrence,
        is_past=reading.day is not None and reading.day < setting.sent_on,
        explained=(*said, *of_washington),
        count=WorkingCount(since=count.since, days=count.days, said=of_washington) if count else None,
    )


def _explained(
    words: Words, phrase: Phrase, setting: Setting, recurrence: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what was read and inferred, sentence by sentence, and then the day itself and how it was counted."""
    said = [f"Read “{words.quote(phrase.start, phrase.stop)}”.", *phrase.reading.notes]
    day = phrase.reading.day
    if not day:
        return (*said, "No day can be set from these words."), ()
    if recurrence:
        said.append(f"It comes again ({recurrence}); this is the first time.")
    time = _time_in_words(phrase) if phrase.time else ""
    told = [
        *(phrase.reading.counting.notes if phrase.reading.counting else ()),
        f"The day is {in_words(day)}{time}.",
    ]
    if day < setting.sent_on:
        told.append(f"That is before the day sent, {in_words(setting.sent_on)}: the day is kept as written.")
    return tuple(said), tuple(told)


def _time_in_words(phrase: Phrase) -> str:
    clock = CLOCKS.get(phrase.zone) or f"on the clock of {phrase.zone}"
    return f", {TIMES.get(phrase.time or '', phrase.time)} {clock}"


def _recurrence(words: Words) -> str | None:
    """Return how often the sentence says something comes: "monthly", "each quarter"."""
    if OFTEN.keys().isdisjoint(words.texts):
        return None
    for at, text in enumerate(words.texts):
        if text in OFTEN and (text.endswith("ly") or words.text(at - 1) in {"each", "every"}):
            return OFTEN[text]
    return None


def mentioned_days(text: str, sent_at: datetime) -> tuple[Mention, ...]:
    """Return the days written with a month in a text, spans whole.

    A day without a year is the first such day on or after the day sent; where the text tells of
    the past and that day lies far ahead, it is the last such day before.
    """
    if not DIGIT.search(text, 0, LONGEST_SENTENCE) and not _may_name_number(text):
        return ()
    setting = Setting(sent_at=sent_at, is_day_off=NO_DAYS_OFF.__contains__)
    words = words_of(text[:LONGEST_SENTENCE])
    found: list[Mention] = []
    stop = 0
    for at in compress(count(), map(may_name_day, words.texts)):
        reading = written_day(words, at, setting) if at >= stop else None
        stop = reading.stop if reading else stop
        if reading and reading.day and reading.first:
            first, last = reading.first, reading.day
            is_set = _is_set_then(words, at)
            if not (reading.has_year or is_set) and first - setting.sent_on > FAR_AHEAD:
                first, last = _of_tense(words, first, last, setting)
            place = words.place(at)[0], words.place(reading.stop - 1)[1]
            found.append(Mention(start=place[0], end=place[1], first_on=first, last_on=last))
    return tuple(found)


def _is_set_then(words: Words, at: int) -> bool:
    """Return whether something was set for a day: "set for May 3", "adjourned to May 3" are to come, whatever is told besides."""
    before = words.text(at - 1)
    return before == "for" or (before in PUT_OFF_TO and not PUT_OFF.isdisjoint(words.texts))


def _tells_of_past(words: Words, *, is_recent: bool) -> bool:
    """Say whether a word tells of the past and none of what is to come; of a day just gone the first is enough."""
    if not is_recent and not COMING_WORDS.isdisjoint(words.texts):
        return False
    return any(
        text in PAST_WORDS or (len(text) > 4 and text.endswith("ed") and text not in NO_PAST)
        for text in words.texts
    )


def _of_tense(words: Words, first: date, last: date, setting: Setting) -> tuple[date, date]:
    """Return days without a year that lie far ahead a year earlier, where the words tell of the past."""
    earlier = plus_months(last, -12)
    if earlier is None or setting.sent_on - earlier > NOT_LONG_AGO:
        return first, last
    is_recent = 0 <= (setting.sent_on - earlier).days <= TWO_MONTHS
    is_past = _tells_of_past(words, is_recent=is_recent)
    return (plus_months(first, -12) or earlier, earlier) if is_past else (first, last)
