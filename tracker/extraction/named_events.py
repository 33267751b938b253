"""Events as a phrase that sets a day names them: "before the August 11-21 PANAMAX exercise", "by then"."""

import re
from datetime import date, timedelta

from tracker.extraction import deadline_markers as mark
from tracker.extraction import governing_verbs as verbs
from tracker.extraction.date_words import Words, weekday_of, words_of
from tracker.extraction.day_grammar import day_at, may_name_day
from tracker.extraction.day_readings import Reading, Setting, in_words, plus_days
from tracker.extraction.relative_days import duration_at

MOST_EVENT_WORDS = 18
HALF_A_YEAR = timedelta(days=183)
MOST_TO_NOUN, MOST_BETWEEN = (
    7,
    2,
)  # words from a day to the noun of its event: "the 8-19 March 2010 readiness assessment"
CLAUSES = frozenset(
    """since as because so to given in when while if unless though although where we i it they he she ie that with from for by at
    bearing noting having even all each both every who whom whose which what how whether""".split()
)
QUESTIONS = frozenset("how whether what why who which".split())  # "before Parliament votes how it is paid"
NEXT_SUBJECTS = frozenset("each every all embassies missions consulates addressees".split())
NO_EVENTS = mark.NO_EVENT | NEXT_SUBJECTS
MOST_TO_EVENT = 6  # words: "Thursday of the week before"
OPENING = frozenset("opens begins starts closes ends convenes meets".split())
HAPPENING = OPENING | frozenset(  # "by the day the team leaves"
    "leaves departs arrives lands sails returns votes sits reaches travels meet leave arrive depart vote begin open".split()
)
_HELD = frozenset(
    "held scheduled set planned open begin start convene meet takes opening beginning starting".split()
)
SAINTS = frozenset(
    {"st", "ste", "mt", "dr", "mr", "mrs", "ms", "gen", "col", "sen", "amb"}
)  # "by St. Patrick's Day, March 17"
MOST_TO_SET_DAY = 12  # words
_SET_FOR = frozenset(
    "is are over ended ( , it which that now planned scheduled set due fixed for on will be held to takes take place opens begins".split()
)
BEHIND_BEGINNING = frozenset("in on with from".split())  # "by the fifth of each month beginning in March"
KIND_DAYS = frozenset("voting polling election opening closing".split())
LIMITING = {
    ("no", "later"),
    ("not", "later"),
    ("prior", "to"),
    ("ahead", "of"),
    ("in", "advance"),
    ("at", "least"),
    ("in", "time"),
}
PARTING = frozenset("of who whom which whose".split())
NAMED_DAYS = frozenset(
    "day eve anniversary holiday fair festival week payday".split()
)  # "by Earth Day, April 22"

_TAKING_UPON = frozenset(  # verbs: "call upon ministries", "draw upon the paper"
    """call calls called calling prevail prevails prevailing draw draws drew drawing rely relies relying depend depends impress
    impressing touch touches touching build builds building insist insists look looks agree agrees agreed incumbent rest rests
    seize comment commented dwell expand improve enlarge bestow confer urge based dependent settle settled act acts acted""".split()
)
_NO_HAPPENING = frozenset(
    "nothing anything something everything mission missions nation nations document documents".split()
)
_HAPPENS = re.compile(  # nouns of what happens
    r"(?:[a-z-]{2,}(?:tion|sion|ture|ment|ing|val|sal|rral)|receipt|request|notice|entry|expiry|demand|return|issue|delivery|discovery|death|sight|word|proof|payment|exit|re-entry|landing|handover|release|sale|transfer)s?"
)
_ARTICLES_OR_ALL_ANY = mark.ARTICLES | {"all", "any", "no", "each"}
_EVENTS_OR_HAPPENING = mark.EVENTS | HAPPENING
_EVENTS_OR_PARTS_OF_DAY = mark.EVENTS | mark.PARTS_OF_DAY
_OPENING_OR_HELD = OPENING | _HELD
_STRONG_OR_SIGNS = mark.STRONG | {",", ")", ""}


def event_counted_from(words: Words, at: int, setting: Setting) -> Reading | None:
    """Return the event from which a weekday is counted that names no day itself: "the Thursday of the week before they meet"."""
    if weekday_of(words.text(at)) is None:
        return None
    behind = (n for n in range(at + 1, at + MOST_TO_EVENT) if words.text(n) in {"before", "after"})
    place = next(behind, None)
    if place and words.text(place) == "before" and words.text(place + 1) in mark.PLAIN_ENDS:
        return bare_before(words, place)
    return event_at(words, place + 1, setting) if place else None


def bare_before(words: Words, at: int) -> Reading:
    """Read "by COB the Friday before": counted back from a day that is told besides."""
    note = "The words count from something that has no day here."
    return Reading(stop=at + 1, day=None, anchor=words.quote(at, at + 1), notes=(note,))


def with_event(words: Words, at: int, day: Reading) -> Reading:
    """Return the day with the event it belongs to: "the August 11-21 PANAMAX exercise"."""
    stop = day.stop
    while (
        stop < day.stop + MOST_EVENT_WORDS
        and (words.text(stop).isalpha() or (words.text(stop) == "'" and words.is_glued(stop)))
        and words.text(stop) not in NO_EVENTS
        and not (words.text(stop) in mark.BEGINNINGS and words.text(stop + 1) in BEHIND_BEGINNING)
    ):
        stop += 1
    stop -= words.text(stop - 1) in {"on", "of", "to"} and stop > day.stop
    if (
        stop == day.stop
        or words.text(at) not in mark.ARTICLES
        or words.text(day.stop) in {"on", "of", "this"}
    ):
        return day
    return day._replace(stop=stop, anchor=words.quote(at, stop))


def event_at(words: Words, at: int, setting: Setting) -> Reading | None:
    """event = noun phrase that may hold a day: "the August 11-21 PANAMAX exercise", "the vote on March 3"."""
    if told := mark.TOLD_BEFORE.read(words, at):
        return that_day(words, at, told[1], setting)
    stop, dated = at, None
    while stop < at + MOST_EVENT_WORDS and not _ends_event(words, at, stop, has_day=dated is not None):
        day = day_at(words, stop, setting) if may_name_day(words.text(stop)) and not dated else None
        dated = dated or day
        stop = day.stop if day else stop + 1
    if dated is None and words.text(stop) in {",", "("}:
        dated = _day_in_aside(words, stop + 1, setting)
    while stop > at and words.text(stop - 1) in {",", "the", "of", "on", "to", "(", "-"}:
        stop -= 1
    if stop == at:
        return None
    anchor = words.quote(at, stop)
    if dated:
        return dated._replace(stop=max(stop, dated.stop), anchor=anchor)
    before = _dated_before(words, at, stop, setting)
    if before is not None:
        note = f"The same sentence dates “{anchor}”."
        return before._replace(stop=stop, anchor=anchor, notes=(*before.notes, note), recurrence=None)
    return Reading(
        stop=stop, day=None, anchor=anchor, notes=(f"It hangs on “{anchor}”, which has no day here.",)
    )


def _day_in_aside(words: Words, at: int, setting: Setting) -> Reading | None:
    """Read ", which opens in Bonn on June 25", ", to be held in Oslo May 6-9": the day of the event just named."""
    verb = words.skip(words.skip(at, "which", "now", "to"), "is", "will", "be", "now")
    verb = words.skip(words.skip(verb, "to", "be"), "be", "now")
    place = verb + 1
    if words.text(verb) not in _OPENING_OR_HELD:
        return None
    while place - verb < MOST_TO_NOUN and not may_name_day(words.text(place)):
        if words.text(place) in _STRONG_OR_SIGNS:
            return None
        place += 1
    found = day_at(words, place, setting) if may_name_day(words.text(place)) else None
    return found._replace(stop=at - 1) if found else None


def that_day(words: Words, at: int, stop: int, setting: Setting) -> Reading:
    """Return the day that the words to `stop` point back at, where the sentence before names one."""
    own = words.sentence[: words.places[at][0]] if words.text(stop - 1) in {"day", "date"} else ""
    told_on = _day_told(setting.told or own, setting)
    said = (f"The sentence before names {in_words(told_on)}.",) if told_on else ()
    anchor = words.quote(at, stop)
    return Reading(stop=stop, day=told_on, first=told_on, anchor=anchor, notes=(mark.TOLD_NOTE, *said))


def next_day(words: Words, at: int, setting: Setting) -> Reading:
    """Return the day after the one that the sentence before names: "by COB the next day"."""
    told = that_day(words, at, at + 2, setting)
    after = plus_days(told.day, 1) if told.day else None
    return told._replace(day=after, first=after)


def _dated_before(words: Words, at: int, stop: int, setting: Setting) -> Reading | None:
    """Return the day that the sentence gives an event before it says only "the assessment": "the 8-19 March assessment"."""
    noun = words.text(stop - 1)
    if stop - at != len(("the", "noun")) or words.text(at) not in mark.ARTICLES:
        return None
    dated = (_day_beside(words, n, setting) for n in range(1, at) if words.text(n) == noun)
    found = [day for day in dated if day is not None]
    days = {day.day for day in found}
    one = next(iter(days)) if len(days) == 1 else None
    if one is None or one < setting.sent_on:
        return None
    is_gone = not found[0].has_year and one - setting.sent_on > HALF_A_YEAR
    return None if is_gone else found[0]


def _day_beside(words: Words, noun: int, setting: Setting) -> Reading | None:
    """Return the day right before a noun, or set for it right behind: "the 8-19 March assessment", "the drill (planned for May 3)"."""
    for place in range(max(0, noun - MOST_TO_NOUN), noun):
        day = day_at(words, place, setting) if may_name_day(words.text(place)) else None
        if day is not None and 0 <= noun - day.stop <= MOST_BETWEEN:
            return day
    place = noun + 1
    while words.text(place) in _SET_FOR and place - noun < MOST_TO_SET_DAY:
        place += 1
    is_set = place > noun + 1 and may_name_day(words.text(place))
    return day_at(words, place, setting) if is_set else None


def _day_told(text: str, setting: Setting) -> date | None:
    """Return the one day that the words before name, from the day sent on; None where they name more or none."""
    told = words_of(text)
    places = (n for n in range(len(told.texts)) if may_name_day(told.text(n)))
    days = {
        day.day: day.has_year
        for n in places
        if (day := day_at(told, n, setting)) and day.day == day.first and day.day
    }
    one = next(iter(days)) if len(days) == 1 else None
    is_far = one is not None and not days[one] and one - setting.sent_on > HALF_A_YEAR
    return one if one is not None and one >= setting.sent_on and not is_far else None


def _ends_event(words: Words, start: int, at: int, *, has_day: bool) -> bool:
    text = words.text(at)
    if text in PARTING and words.text(at - 1) in HAPPENING:
        return True  # "before the window opens of any employee who cannot come"
    if text == "." and words.text(at - 1) in SAINTS:
        return False
    is_thing = text == "," and words.text(at + 1) in mark.ANY_ONE  # "before the round, a speaker on cod"
    if not text or is_thing or text in mark.EVENT_STOPS or (has_day and text in {",", "(", "which"}):
        return True
    if at > start and not has_day and (_opens_clause(words, at) or _opens_next(words, at)):
        return True
    if at > start and (words.follows(at, "at", "the", "latest") or _is_left_out(words, at)):
        return True
    is_marker = text in {"by", "within", "before", "nlt"} or (text, words.text(at + 1)) in LIMITING
    is_length = text == "in" and duration_at(words, at + 1) is not None
    return at > start and (is_marker or is_length)


def _is_left_out(words: Words, at: int) -> bool:
    """Say whether an aside tells which day is not counted: "after that, Columbus Day not counted"."""
    ahead = words.texts[at + 1 : at + 6]
    return words.text(at) == "," and any(
        ahead[n : n + 1] in (("excluded",), ("excepted",), ("aside",))
        or ahead[n : n + 2] == ("not", "counted")
        for n in range(1, 5)
    )


def _opens_next(words: Words, at: int) -> bool:
    """Say whether a question or a new subject follows without a comma: "after the rule takes effect embassies should"."""
    if words.text(at) in QUESTIONS:
        return True
    return words.text(at) in NEXT_SUBJECTS and words.text(at - 1) not in {
        "of",
        "for",
        "at",
        "in",
        "to",
        "by",
        "with",
        "the",
    }


def _opens_clause(words: Words, at: int) -> bool:
    """Say whether a clause follows the name: "the session, since the desk", "the session that the figures are final"."""
    if words.text(at) == ",":
        is_matter = words.text(at + 1) == "on" and not may_name_day(words.text(at + 2))
        return is_matter or words.text(at + 1) in CLAUSES
    if words.text(at) == "to":
        return (
            words.text(at - 1) in mark.EVENTS and words.text(at + 1) in verbs.ORDERS
        )  # "the session to report"
    return words.text(at) == "that" and words.text(at + 1) in _ARTICLES_OR_ALL_ANY


def names_event(words: Words, at: int, event: Reading) -> bool:
    """Say whether a noun of an event stands among its words, or they point to a day named before."""
    if mark.TOLD_BEFORE.read(words, at):
        return True
    if words.text(at) in KIND_DAYS and words.text(at + 1) == "day":
        return True  # "by polling day"
    has_article = words.text(at) in mark.ARTICLES
    if has_article and words.text(at + 1) == "day" and not event.day:
        return any(words.text(n) in _EVENTS_OR_HAPPENING for n in range(at + 2, event.stop))
    if event.day and not has_article:
        comma = next((n for n in range(at + 1, event.stop) if words.text(n) in {",", "("}), at)
        return words.text(comma - 1) in NAMED_DAYS and words.raw(at)[:1].isupper()
    is_dated = event.day is not None  # "by the next morning, OOB March 7"
    named = _EVENTS_OR_PARTS_OF_DAY if is_dated else mark.EVENTS
    return has_article and any(words.text(n) in named for n in range(at, event.stop))


def happens_upon(words: Words, at: int, stop: int) -> bool:
    """Say whether "upon" tells when, not on whom or what a verb bears: "upon arrival of the team", not "call upon ministries"."""
    before = words.text(at - 1)
    if before in _TAKING_UPON:
        return False
    names = [words.text(n) for n in range(at + 1, stop)]
    head = names[
        : next((n for n, text in enumerate(names) if n and text in {"of", "by", "from", "in", "at"}), None)
    ]
    return any(
        text in _EVENTS_OR_HAPPENING or (text not in _NO_HAPPENING and _HAPPENS.fullmatch(text))
        for text in head
    )
