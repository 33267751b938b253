"""What a letter says, as values: one reader, one morning, one or several asks. No rendering here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.domain.day_entry import DayEntry
from tracker.domain.reminding import Standing
from tracker.domain.rules import working_days
from tracker.domain.tokens import Purpose
from tracker.texts import _, ngettext


class LetterState(StrEnum):
    """Where the day of an ask stands when the letter is written. Each has its own text."""

    FIRST = "first"
    BEFORE = "before"
    TODAY = "today"
    LATE = "late"
    UNDATED = "undated"


class Discretion(StrEnum):
    """How much of a cable a letter may carry."""

    OPEN = "open"
    SENSITIVE = "sensitive"  # number, post, due and link
    CLOSED = "closed"  # post, due and link; no calendar entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A text to hand over, as it is attached."""

    name: str  # of the file, without its ending: "paper-1"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How far the work on an ask is; what a reminder begins with."""

    holder: str | None = None  # who answers for it: "you" where that is the reader; None: nobody
    is_accepted: bool = False
    waits_for: str | None = None  # "the host government: a date for the visit"; None: it does not wait
    promised: str | None = None  # "Fri 8 Aug"
    is_promise_past: bool = False  # that day has gone by
    delivered: str | None = None  # "Mon 4 Aug", where the answer is not reported yet
    more_until: str | None = None  # the day until which more time is asked for, undecided
    asked: int = 1  # how many things the cable asks of this post
    done: int = 0  # of those


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One ask in a letter. Words are ready to print; None where there is nothing to say.

    What may not be told of a cable (`discretion`) is never printed, whatever stands here.
    """

    task_id: int
    version: int  # of the task: raised by every change
    state: LetterState
    discretion: Discretion = Discretion.OPEN
    reader: Standing
    is_new: bool  # this reader has had no letter about it
    has_new_due: bool = False  # of which no letter has brought an entry for the calendar yet
    work: Work = Work()
    post: str
    city: str
    title: str
    cable: str  # "STATE 012345"
    source: str  # "STATE 012345 of 31 July 2008 (para 4)"
    quote: str
    due_at: datetime | None
    due_zone: str  # the IANA zone of the place that must act
    due: str | None  # both clocks
    due_short: str | None  # "Wed 6 Aug, COB"
    left: str | None  # "in 4 working days", "today", "late by 4 working days"
    is_late: bool
    days_late: int  # working days
    is_this_week: bool  # due within the reader's week
    coming: str  # "The next letter comes on Fri 8 Aug."
    moved: str | None = None  # "from Wed 6 Aug by Dana Reyes"
    interim: str | None = None  # what is due before the due, and when
    preferred: str | None = None  # the day by which the cable would rather have it, where that is to come
    stands_in: str | None = None  # "you, Haddad, stand in for Reyes"
    also_told: tuple[str, ...] = ()  # whom the ladder tells the same morning
    contacts: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    notes: tuple[str, ...] = ()
    acts: tuple[Purpose, ...] = ()  # what this reader may do by a link in the letter

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for somebody else."""
        return self.work.waits_for is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter: to whom, when it is written, and its asks, most urgent first."""

    recipient: str
    name: str
    written_at: datetime
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter's frozen form: the bytes that every try sends, and what lists show of it."""

    message_id: str
    subject: str
    data: bytes
    reply_key: int | None = None  # of a letter about several tasks that may be answered by number
    dated: frozenset[int] = frozenset()  # tasks whose calendar entry it brings


TODAY = "today"
LONGEST_TITLE = 100  # characters of a title in a subject; the due after it must stay
Write = Callable[[Letter], Written]


def plain(text: str) -> str:
    """Return the text in one line, without characters that cannot be seen or that mail would decode."""
    line = " ".join(str(text).split())
    seen = line if line.isprintable() else "".join(one for one in line if one.isprintable())
    return seen.replace("=?", "= ?")


def shortened(text: str, longest: int) -> str:
    """Return the text in one line, cut at a word with "..." where it is too long."""
    line = plain(text)
    return line if len(line) <= longest else line[: longest - 4].rsplit(" ", 1)[0] + " ..."


def heading(item: Item) -> str:
    """Return what an ask is called: of a discreet cable never by its title."""
    match item.discretion:
        case Discretion.OPEN:
            return plain(f"{item.city}: {item.title}")
        case Discretion.SENSITIVE:
            return plain(f"{item.post}, {item.cable}")
        case Discretion.CLOSED:
            return plain(item.post)


def entry_of(item: Item) -> DayEntry:
    """Return the calendar entry of an ask; of a discreet cable it says what its letter says."""
    is_open = item.discretion is Discretion.OPEN
    return DayEntry(
        task_id=item.task_id,
        version=item.version,
        summary=_("Due: %(what)s", what=heading(item)),
        due_at=item.due_at,
        due_zone=item.due_zone,
        source=item.source if is_open else "",
        place=item.post if is_open else "",
    )


def subject(letter: Letter) -> str:
    """Return what is due and when: of one ask its title, of new ones of one post how many, else the numbers."""
    if len(letter.items) == 1:
        return _subject_of_one(letter.items[0])
    return _subject_of_new(letter.items) if are_new_of_one_post(letter.items) else numbers(letter.items)


def are_new_of_one_post(items: tuple[Item, ...]) -> bool:
    """Return whether all are new asks of one post; then the subject names it, and how many they are."""
    are_new = all(item.is_new and not item.is_late and not item.is_waiting for item in items)
    return are_new and len({item.post for item in items}) == 1


def _subject_of_new(items: tuple[Item, ...]) -> str:
    """Return "Lima: 5 new asks, first due Wed 6 Aug, COB"; a discreet cable is named by its post."""
    is_open = all(item.discretion is Discretion.OPEN for item in items)
    dated = [item for item in items if item.due_at is not None]
    first = dated[0] if dated else None  # most urgent first
    place, number = plain(items[0].city if is_open else items[0].post), len(items)
    if first is None:
        return _("%(place)s: %(number)s new asks, no due day", place=place, number=number)
    return _(
        "%(place)s: %(number)s new asks, first due %(day)s", place=place, number=number, day=first.due_short
    )


def _subject_of_one(item: Item) -> str:
    what = shortened(heading(item), LONGEST_TITLE + len(item.city))
    is_waiting, day = item.is_waiting and item.discretion is Discretion.OPEN, item.due_short
    if day is None:
        return (
            _("%(what)s - waiting (no due day)", what=what)
            if is_waiting
            else _("%(what)s - no due day", what=what)
        )
    if is_waiting:
        return _("%(what)s - waiting (due %(day)s)", what=what, day=day)
    if item.left == TODAY:
        return _("%(what)s - due today (%(day)s)", what=what, day=day)
    return f"{what} - {late_words(item)}" if item.is_late else _("%(what)s - due %(day)s", what=what, day=day)


def late_words(item: Item) -> str:
    """Return "late by 4 working days (due Wed 6 Aug, COB)"."""
    return _("%(late)s (due %(day)s)", late=item.left or _("late"), day=item.due_short or "")


def numbers(items: tuple[Item, ...]) -> str:
    """Return the counts of several asks: "1 due today, 2 due this week, 1 late (4 working days), 1 waiting".

    What waits for somebody else is urged on nobody, whatever its day.
    """
    urged = [item for item in items if not item.is_waiting]
    late = [item for item in urged if item.is_late]
    today = [item for item in urged if item.left == TODAY]
    dated = [item for item in urged if item.due_at and item not in late and item not in today]
    week = [item for item in dated if item.is_this_week]
    undated = [item for item in urged if item.due_at is None]
    later_on, waiting = len(dated) - len(week), len(items) - len(urged)
    counts = [
        (len(today), ngettext("%(num)s due today", "%(num)s due today", len(today))),
        (len(week), ngettext("%(num)s due this week", "%(num)s due this week", len(week))),
        (later_on, ngettext("%(num)s due later", "%(num)s due later", later_on)),
        (len(late), _late_words(late)),
        (len(undated), ngettext("%(num)s without a due day", "%(num)s without a due day", len(undated))),
        (waiting, ngettext("%(num)s waiting", "%(num)s waiting", waiting)),
    ]
    return ", ".join(words for count, words in counts if count)


def _late_words(late: list[Item]) -> str:
    worst = max((item.days_late for item in late), default=0)
    if not worst:
        return ngettext("%(num)s late", "%(num)s late", len(late))
    return ngettext(
        "%(num)s late (%(days)s)", "%(num)s late (the oldest %(days)s)", len(late), days=working_days(worst)
    )
