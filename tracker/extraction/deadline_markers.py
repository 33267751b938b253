"""The words that introduce a day, and what each says about it: "not later than", "before", "suspense", "at the latest"."""

from enum import StrEnum

from tracker.extraction.date_words import Phrases, Words, near
from tracker.extraction.day_grammar import may_start_day
from tracker.extraction.sentence_parts import subject_of


class Marker(StrEnum):
    """What a phrase says about its day."""

    LIMIT = "limit"  # by, on or before: the day included
    FIRM = "firm"  # not later than
    BEFORE = "before"  # the day before
    DUE = "due"  # due, suspense, deadline
    WITHIN = "within"
    SPAN = "span"  # between, from … to, during, in a month
    ON = "on"
    UNTIL = "until"
    NAMED = "named"  # "the July 10 deadline": a day known from elsewhere
    NOT_BEFORE = "not before"  # no earlier than, effective, since
    AFTER = "after"  # following an event: no day of its own
    URGENT = "urgent"  # as soon as possible


FIRM_WORDS = (
    "not later than", "no later than", "nlt", "no later then", "not later then", "no latter than", "not latter than",
    "not latter then", "no latter then", "no later that", "no late than", "not late than", "not any later than", "no longer than", "not longer than",
    "n l t", "ntl", "no later", "not later", "not beyond", "no more than", "not more than", "at the latest by", "by the latest",
    "at the very latest by", "latest by", "not to exceed", "no later than by", "never later than", "not exceeding",
    "at the latest on", "cannot wait beyond", "cannot wait past", "cannot wait until after", "cannot wait later than", "in no event after", "in no case after", "in no event later than", "in no case later than", "under no circumstances later than",
    "not a day later than", "not one day later than", "not a moment later than", "not an hour later than",
    "not wait beyond", "not wait past", "not slip past", "not slip beyond", "not go beyond", "not be delayed beyond",
    "not be put off beyond", "not later , please , than", "no later , please , than", "not later , if possible , than", "no later , if possible , than",
    "not later , if at all possible , than", "no later , if at all possible , than", "not after", "but not after", "and not after", "latest", "latest on", "at latest", "at the latest",
)  # fmt: skip
LIMIT_WORDS = (
    "by", "on or before", "before or on", "by or before", "on or by", "by on or before", "by not later than",
    "by no later than", "by nlt", "up to and including", "at or before", "by about", "by around",
    "by approximately", "with a target date of", "target date of", "by at latest", "on / before", "o / b", "as late as",
    "by at least", "on or beofre", "on or befor",
)  # fmt: skip
BEFORE_WORDS = (
    "before", "prior to", "in advance of", "ahead of", "earlier than", "preceding", "well before", "well in advance of",
    "in time for", "in good time for", "befor", "beofre", "befroe", "bfore", "befoer", "beore", "prior", "anytime before", "any time before", "well ahead of", "previous to",
    "on the eve of", "by the eve of", "no later than the eve of", "not later than the eve of", "the eve of",
)  # fmt: skip
EXTENSIONS = (
    "a week", "one week", "two weeks", "three weeks", "ten days", "a month", "one month", "two months", "a fortnight",
)  # fmt: skip
DUE_WORDS = (
    "due", "due on", "due by", "due no later than", "due not later than", "due nlt", "due in", "due before", "due within",
    "suspense", "suspense date", "suspense is", "susp", "due back", "due here", "extended to", "extended until", "slips to", "slipped to",
    "extended through", "extension to", "extension until", "postponed to", "postponed until", "deferred to",
    "deferred until", "moved to", "moved up to", "moved back to", "advanced to", "rescheduled to", "shortened to",
    "brought forward to", "changed to", "reset to", "set for", "set at", "fixed at", "fixed for", "pushed back to",
    "pushed to", "advanced from", "revised to", "shifted to",
    *(f"extended {by}{length}{comma} {to}" for by in ("", "by ") for length in EXTENSIONS for comma in ("", " ,") for to in ("to", "until")),
)  # fmt: skip
WITHIN_WORDS = (
    "within", "inside", "inside of", "in less than", "in no more than", "in not more than", "in under", "withing",
    "within a period of", "within the next", "in the next", "over the next", "in the coming", "during the next",
    "with in", "wthin", "witin", "wihtin", "withn", "within no more than", "in the space of", "for the next", "in",
)  # fmt: skip
SPAN_WORDS = (
    "between", "from", "during", "over", "throughout", "in the period", "within the period", "sometime in",
    "sometime during", "anytime during", "in the course of", "in course of", "over the period", "during the period", "for",
)  # fmt: skip
UNTIL_WORDS = ("until", "till", "til", "up to", "up until", "up till", "through", "thru")
NOT_BEFORE_WORDS = (
    "no earlier than", "not earlier than", "no sooner than", "not before", "not prior to", "not until", "never before",
    "no earlier then", "not sooner than", "effective", "effective on", "effective as of", "as of", "since", "beginning",
    "starting", "commencing", "beginning on", "starting on", "only after", "on or after", "from and after", "no earlier", "in no case earlier than", "in no event earlier than",
    "under no circumstances earlier than", "in no case before", "in no event before", "under no circumstances before",
    "never earlier than",
    "embargoed until", "valid until", "valid through", "not any earlier than", "on and after", "with effect from",
    "but not before", "dated", "commencing on", "until after", "starting from", "beginning from", "as from",
    "later than", "earliest", "at the earliest on",
)  # fmt: skip
AFTER_WORDS = (
    "after", "following", "upon", "immediately after", "immediately upon", "immediately following", "promptly after",
    "as soon as", "once", "shortly after", "soon after", "promptly upon", "on completion of", "on receipt of",
    "directly after",
)  # fmt: skip
URGENT_WORDS = (
    "asap", "as soon as possible", "as soon as practicable", "as soon as feasible", "as soon as practical", "soonest",
    "immediately", "at once", "promptly", "urgently", "without delay", "forthwith", "right away", "immediate",
    "at the earliest opportunity", "at the earliest possible date", "at your earliest convenience",
    "at earliest convenience", "at post's earliest convenience", "at the earliest", "earliest possible",
    "at your earliest opportunity", "without further delay", "expeditiously", "with all deliberate speed",
    "as early as you can", "as soon as you can", "as quickly as possible", "at the next opportunity",
    "at the first opportunity", "at the next available opportunity", "as a matter of urgency", "upon receipt", "on receipt", "as early as possible", "at earliest opportunity",
    "within the next few days", "in the next few days", "over the next few days", "within the next several days",
    "within a few days", "in the coming days", "in the very near future",
    "quarterly", "monthly", "weekly", "annually", "daily",
)  # fmt: skip

MARKERS: Phrases[Marker] = Phrases(
    {
        phrase: marker
        for marker, table in (
            (Marker.FIRM, FIRM_WORDS),
            (Marker.LIMIT, LIMIT_WORDS),
            (Marker.BEFORE, BEFORE_WORDS),
            (Marker.DUE, DUE_WORDS),
            (Marker.WITHIN, WITHIN_WORDS),
            (Marker.SPAN, SPAN_WORDS),
            (Marker.ON, ("on", "on or about", "o / a")),
            (Marker.UNTIL, UNTIL_WORDS),
            (Marker.NOT_BEFORE, NOT_BEFORE_WORDS),
            (Marker.AFTER, AFTER_WORDS),
            (Marker.URGENT, URGENT_WORDS),
        )
        for phrase in table
    }
)
DATE_NOUNS: Phrases[Marker] = Phrases(
    dict.fromkeys(
        (
            "deadline", "deadlines", "suspense", "suspense date", "due date", "due dates", "closing date",
            "cut - off date", "cut - off", "cutoff date", "cutoff", "reply date", "reporting date",
            "submission date", "target date", "return date", "response date", "response deadline",
            "final date", "nominations close", "applications close", "registration closes", "entries close",
            "last day", "last date", "latest date", "susp", "date for replies", "date for responses", "date for reply",
            "date for response", "date for comments", "date for submission", "date for submissions", "date for nominations",
            "date for reports", "date for receipt",
        ),
        Marker.DUE,
    )
)  # fmt: skip
BEHIND_DAY: Phrases[Marker] = Phrases(
    dict.fromkeys(
        ("at the latest", "latest", "at latest", "at the very latest", "or earlier", "or sooner", "or before",
         ", at the latest", ", at latest", ", latest", "( latest )", "( at the latest )", "( firm )", "is the deadline", "is the suspense", "is the due date",
         "is the latest date", "is the last day", "is the last date", "is the final day", "is the closing date", "is the cut - off", "is our deadline", "is the cutoff", "is the date by which",
         "is the day by which", "is the date on which", "is the last day on which", "is the last date on which", "is the latest day"),
        Marker.FIRM,
    )
    | dict.fromkeys(
        ("deadline", "suspense", "suspense date", "reporting deadline", "response deadline", "submission deadline",
         "due date", "cut - off", "cutoff", "target", "target date"),
        Marker.NAMED,
    )
)  # fmt: skip
TOLD_BEFORE: Phrases[bool] = Phrases(
    dict.fromkeys(
        (
            "then",
            "that date",
            "that day",
            "that deadline",
            "that time",
            "the same date",
            "the same deadline",
            "the above date",
        ),
        True,
    )
)  # "before then": the day of the sentence above
TOLD_NOTE = "The words point to a day named before."
BEGINNINGS = frozenset({"beginning", "starting", "commencing"})
TO_FIRST = tuple("time on in with from of them these those one report due being to come follow by".split())
OFTEN = frozenset("quarterly monthly weekly annually daily".split())
_LIMITS = frozenset("deadline deadlines suspense".split())
MOST_TO_MOVED = 9  # words
BEHIND_LATER = frozenset("than then that tahn thn".split())
AWAITED = frozenset("expected needed required requested wanted awaited desired".split())
ANY_ONE = frozenset("a an one two three any your copies names".split())
DEFINITE = frozenset("by nlt before no not".split())  # "answer following by May 3"
BEHIND_ONCE = frozenset("by before within nlt no not in on during between from".split())
PLAIN_ENDS = frozenset({"", ".", ",", ";", "and", "or", "to", "at", "if", "so", "as", ")"})
BEFORE_NAMES = frozenset(
    """the of on by next last this each every from until since between and or to in for at was were is are before after
    than dated through effective beginning starting ending coming following""".split()
)
AT_PLACE = frozenset({"at", "with", "back"})
PLACE_ENDS = frozenset({"", ",", ";", ".", "and", "but", "by", "before", "nlt", "no", "not", "within"})
LITTLE = frozenset({"the", "this", "a"})
LASTING = frozenset(
    "for of in during since on".split()
)  # before "the week before the vote": when it is, not by when
LOOSE = frozenset({"early", "late", "later", "sometime"})  # before "this week": no day of it
OVER = frozenset(
    "out over up ends closes expires lapses finishes".split()
)  # behind a period: "before FY 2009 ends"
NO_LONGER = frozenset("previously originally formerly initially from".split())
FROM_ELSEWHERE: Phrases[bool] = Phrases(  # counted from something told elsewhere, and whether back from it
    dict.fromkeys(("afterwards", "afterward", "thereafter", "later", "after"), False)
    | dict.fromkeys(
        ("earlier", "beforehand", "in advance", "ahead of time", "ahead", "before", "prior"), True
    )
)
ALONE = frozenset(
    {"ahead", "before", "prior", "after"}
)  # of these, the ones that count from elsewhere only where nothing follows
MOVED = frozenset("extended moved changed postponed shifted advanced deferred rescheduled".split())
TO = frozenset({"and", "to", "through", "until", "-", "thru", "till"})  # between the ends of a span
STRONG = frozenset({";", ".", "?", "!"})
EVENT_STOPS = STRONG | frozenset(
    {":", "please", "should", "must", "shall", "will", "would", "can", "so", "and", "but", "embassy", "post", "posts", "or",
     "whom", "whether"}
)  # fmt: skip
EVENTS = frozenset(
    "meeting meetings conference visit summit session vote opening arrival departure workshop seminar exercise round talks"
    " plenary elections election travel trip hearing hearings briefing assembly consultations signing ceremony inauguration"
    " negotiations closing review debate launch event symposium mission training course deployment ministerial dialogue"
    " meeting's visit's council forum board convening start beginning conclusion completion time announcement publication"
    " release referendum anniversary expiration handover ratification unveiling reception congress fair festival".split()
)
MAY_SPAN = frozenset(
    {Marker.LIMIT, Marker.FIRM, Marker.BEFORE, Marker.UNTIL, Marker.DUE}
)  # "by August" names a month
NEED_A_DAY = frozenset({Marker.ON, Marker.UNTIL, Marker.NOT_BEFORE, Marker.AFTER})
MAY_HANG = frozenset({Marker.BEFORE, Marker.AFTER, Marker.LIMIT, Marker.FIRM, Marker.DUE, Marker.UNTIL})
NO_BARE_LENGTH = frozenset({Marker.UNTIL, Marker.NOT_BEFORE, Marker.BEFORE, Marker.LIMIT})
NO_DURATION = frozenset({Marker.ON, Marker.AFTER, Marker.SPAN})
OPEN_OR_CLOSE = frozenset("cob oob opening close".split())
TIMES_OF_DAY = frozenset("cob oob eob close noon".split())
OWN_ENDS = frozenset("month's year's quarter's week's".split())  # "at month's end"
UNMARKED = OWN_ENDS | frozenset(
    "a morning afternoon evening night when eom eoy cob close noon oob tomorrow today tonight the end opening this next each every".split()
)
ARTICLES = frozenset({"the", "this", "that", "its"})
NO_EVENT = EVENT_STOPS | frozenset(
    "via by at to in if as with for from before after through using unless because when which who how whether what why where that but is are was were".split()
)
PARTS_OF_DAY = frozenset("morning forenoon afternoon evening night".split())
LIMITING = frozenset({"by", "before", "nlt", "within"})  # behind "reported on"
UPON = frozenset(
    "urge urged urging press pressed impress impressed call calls called calling prevail insist insists based depends".split()
)
CLOSE = frozenset({"close", "closes"})
TAKEN_IN = frozenset(
    "nominations nomination applications application registration registrations enrollment enrolment entries bidding"
    " submissions subscriptions sign-up list lists".split()
)
OPENINGS = frozenset("window period call".split())  # "the window for nominations closes"
BETWEEN = frozenset(
    {
        ":",
        "on",
        "at",
        "is",
        "-",
        "about",
        "approximately",
        "exactly",
        "roughly",
        "tahn",
        "thn",
        "tan",
    }
)  # "no later tahn"


def marker_at(words: Words, at: int) -> tuple[Marker, int] | None:
    """Return the marker that begins there and the place behind it, "later" with a slip too: "no latr than"."""
    found = MARKERS.read(words, at)
    if found or words.text(at) not in {"no", "not"} or words.text(at + 2) not in BEHIND_LATER:
        return found
    return (Marker.FIRM, at + 3) if near(words.text(at + 1), ("later",)) else None


def closes(words: Words, at: int) -> tuple[Marker, int] | None:
    """Read "nominations for the fall program close on": until when names are taken; "the fair closes" ends itself."""
    if words.text(at) not in CLOSE:
        return None
    head, opening = subject_of(words, at)
    is_taken = head in TAKEN_IN or (head in OPENINGS and not TAKEN_IN.isdisjoint(words.texts[:at]))
    is_ours = is_taken and not any(text.endswith("'s") for text in opening)
    return (Marker.DUE, words.skip(at + 1, "on")) if is_ours else None


def named_again(words: Words, at: int) -> tuple[Marker, int] | None:
    """Read "the new one is" behind a deadline named before: "that of March 9 is void; the new one is March 23"."""
    is_new = words.text(at) == "one" and words.text(at - 1) == "new" and words.text(at + 1) == "is"
    is_again = is_new and not _LIMITS.isdisjoint(words.texts[:at])
    return (Marker.DUE, at + 2) if is_again else None


def is_moved(words: Words, at: int) -> bool:
    """Say whether the day before a place is given up: "the suspense of May 18 set in para 3 is moved to May 25"."""
    behind = words.texts[at : at + MOST_TO_MOVED]
    stop = next(
        (n for n, text in enumerate(behind) if text in {";", "."} or (n and text == ",")), len(behind)
    )
    return not MOVED.isdisjoint(behind[:stop]) and "not" not in behind[:stop]


def past_part_of_day(words: Words, at: int) -> int:
    """Return the place behind "the morning of", where a day follows: it sets no time, and the day counts."""
    part = words.skip(at, "the")
    day = words.skip(words.skip(part + 1, "of", "on"), "the")
    is_part = words.text(part) in PARTS_OF_DAY and may_start_day(words.text(day))
    return words.skip(part + 1, "of", "on") if is_part else at
