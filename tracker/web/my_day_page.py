"""My day as values: its first line, its lists with the likeliest next step of each task, what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tracker.domain.due import short_day
from tracker.domain.late_words import MOST_COUNTED, thousands
from tracker.domain.lifecycle import Status
from tracker.domain.workdays import zone_of
from tracker.store.queries.boards import MyDay
from tracker.store.queries.tasks import BoardRow
from tracker.texts import _, later, ngettext
from tracker.web import site
from tracker.web.addresses import url_for
from tracker.web.task_lines import TaskLine, lines
from tracker.web.words import listed

SHOWN = 20  # rows of one list; the list of tasks has the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The likeliest next step: a button that does it, or (no verb) a link to where it is done."""

    words: str
    verb: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """One list of a day. `more` is where the rest stands, `is_folded` what a person need not see at once."""

    title: str
    tasks: tuple[tuple[TaskLine, Step | None], ...]
    count: str
    more: str | None = None
    is_folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """What is said where nothing is late or due today; `next_one` is what comes next."""

    next_one: TaskLine | None
    day: str = field(default="")


STEPS = {
    Status.OPEN: Step(words=later("Accept"), verb="accept"),
    Status.WAITING: Step(words=later("Resume"), verb="resume"),
}
TAKE, DONE = Step(words=later("Take"), verb="take"), Step(words=later("Done"))


def first_line(day: MyDay, posts: Sequence[str] | None) -> str:
    """Return "2 due today, 1 late, 3 waiting for others, 4 not yet taken at AMEMBASSY LIMA.".

    `posts` are those whose work the person may take, None for who only looks on: "not yet taken by the posts".
    """
    has_own = bool(day.today or day.late or day.waiting)
    if not has_own and not day.untaken and not day.nameless_count:
        return _("Nothing is due today, late, waiting for others, or left to take.")
    own = [
        _("%(number)s due today", number=len(day.today)),
        _("%(number)s late", number=len(day.late)),
        _("%(number)s waiting for others", number=len(day.waiting)),
    ]
    shows_own = has_own or posts is not None  # whoever only looks on need not read what he has none of
    return f"{', '.join([*(own if shows_own else ()), *_for_anybody(day, posts)])}."


def _for_anybody(day: MyDay, posts: Sequence[str] | None) -> Iterator[str]:
    """Yield what nobody owns: not yet taken, and accepted by a post that names nobody."""
    if day.untaken or not day.nameless_count:
        untaken = _untaken(thousands(day.untaken), posts)
        yield _untaken_late(untaken, day) if day.untaken_late else untaken
    if day.nameless_count:
        yield _("%(number)s accepted with nobody named", number=thousands(day.nameless_count))


def _untaken_late(untaken: str, day: MyDay) -> str:
    """Return what is not yet taken with how much of it is late: "1 not yet taken, and late"."""
    if day.untaken_late < day.untaken or day.untaken > MOST_COUNTED:
        late = thousands(day.untaken_late)
        return _("%(untaken)s (%(number)s of them late)", untaken=untaken, number=late)
    if day.untaken == 1:
        return _("%(untaken)s, and late", untaken=untaken)
    return _("%(untaken)s, all of them late", untaken=untaken)


def _untaken(count: str, posts: Sequence[str] | None) -> str:
    if posts is None:
        return _("%(number)s not yet taken by the posts", number=count)
    if posts:
        return _("%(number)s not yet taken at %(posts)s", number=count, posts=listed(list(posts)))
    return _("%(number)s not yet taken", number=count)


def cables_waiting(count: int) -> str | None:
    """Return "1 cable waits", "12 cables wait"; None where none does."""
    told = ngettext("%(count)s cable waits", "%(count)s cables wait", count, count=thousands(count))
    return told if count else None


def heard_waiting(count: int) -> str | None:
    """Return "1 answer to look at"; None where there is none."""
    told = ngettext(
        "%(count)s answer to look at", "%(count)s answers to look at", count, count=thousands(count)
    )
    return told if count else None


def is_all_quiet(day: MyDay) -> bool:
    """Return whether there is nothing to count, and a next task to name instead."""
    return (
        not (day.today or day.late or day.waiting or day.untaken or day.nameless_count)
        and day.next_one is not None
    )


def nothing_today(day: MyDay) -> Nothing | None:
    """Return what is said where nothing is late or due today; None where something is."""
    if day.late or day.today:
        return None
    row = day.next_one
    if row is None or row.due_at is None:
        return Nothing(next_one=None)
    return Nothing(next_one=lines([row])[0], day=_day(row.due_at, row.due_zone))


def _day(moment: datetime, zone: str | None) -> str:
    """Return the day as people say it: "Wednesday" within six days, else "Wed 20 May"."""
    here, now = (one.astimezone(zone_of(zone or "UTC")) for one in (moment, site.runtime().now()))
    return f"{here:%A}" if (here.date() - now.date()).days < 7 else short_day(here.date())


def lists(day: MyDay, *, may_work: bool, takes: bool) -> list[DayList]:
    """Return the lists that hold something, the most urgent first.

    Who does not take posts' work has theirs at the end, folded and without a button: to be looked at.
    """
    untaken = (
        (_("Not yet taken") if takes else _("Not yet taken by the posts"), day.not_taken),
        (_("Accepted by the post, nobody named"), day.nameless),
    )
    given = (
        (_("Late"), day.late),
        (_("Due today"), day.today),
        (_("Due within seven days"), day.this_week),
        (_("Waiting for others"), day.waiting),
        *(untaken if takes else ()),
        (_("Later, or without a day"), day.later),
        (_("Led by others: you help or watch"), day.beside),
        (_("Finished within seven days"), day.finished),
        *(() if takes else untaken),
    )
    to_see = [day.beside] if takes else [day.beside, day.not_taken, day.nameless]
    return [
        _list(title, rows, day, may_work=may_work, is_to_see=any(rows is one for one in to_see))
        for title, rows in given
        if rows
    ]


def _list(title: str, rows: Sequence[BoardRow], day: MyDay, *, may_work: bool, is_to_see: bool) -> DayList:
    counted = {id(day.not_taken): day.untaken, id(day.nameless): day.nameless_count}
    is_unowned, total = id(rows) in counted, counted.get(id(rows), len(rows))
    shown = rows[:SHOWN]
    return DayList(
        title=title,
        tasks=tuple(
            (line, _step(row) if may_work and not is_to_see else None)
            for row, line in zip(shown, lines(shown), strict=True)
        ),
        count=thousands(total),
        more=url_for("tasks.listed", state="unowned" if is_unowned else "open")
        if total > len(shown)
        else None,
        is_folded=is_to_see or rows is day.finished,
    )


def _step(row: BoardRow) -> Step | None:
    if not row.is_open:
        return None
    return TAKE if row.owner_id is None else STEPS.get(Status(row.status), DONE)
