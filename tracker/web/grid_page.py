"""The campaign grid as values: posts down, asks across; who has delivered, answered, agreed, and who is late."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.due import short_day
from tracker.domain.lifecycle import Outcome, Status
from tracker.domain.roll_up import ANSWERS, DELIVERS, RollUp, is_delivery
from tracker.domain.workdays import zone_of
from tracker.store.queries.tasks import TaskRow
from tracker.texts import _, later, ngettext
from tracker.web.words import listed

MOST_NAMED = 12  # posts that the first line names


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One ask at one post, in words; the exact day stands behind `day_words`."""

    task_id: int
    state: str
    is_late: bool
    is_closed: bool
    day: date | None
    day_words: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An ask, and how far the posts are with it; "" where it is the only one: the head tells it."""

    ask: int
    title: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A post and where each of the asks stands there."""

    post: str
    cells: Sequence[Cell | None]


def number(row: TaskRow) -> str:
    """Return what a task's cable is called: its number, else that of the text."""
    return row.mrn or row.cable or _("Text %(number)s", number=row.cable_id)


def is_delivered(row: TaskRow) -> bool:
    """Return whether the demarche was made or the paper handed over."""
    return row.delivered_on is not None or row.outcome in DELIVERS


def is_answered(row: TaskRow) -> bool:
    """Return whether an answer of the host government, or its report, has come."""
    return row.reported_at is not None or row.outcome in ANSWERS


STATES: Mapping[str, tuple[str, Callable[[TaskRow], bool]]] = {
    "late": (later("late"), lambda row: row.is_overdue),
    "open": (later("still open"), lambda row: row.is_open),
    "silent": (later("no word yet"), lambda row: row.is_silent),
    "undelivered": (later("not delivered"), lambda row: row.is_open and not is_delivered(row)),
    "delivered": (later("delivered"), is_delivered),
    "answered": (later("answered"), is_answered),
    "agreed": (later("agreed"), lambda row: row.outcome == Outcome.AGREED),
}


def counted(rows: Sequence[TaskRow]) -> RollUp:
    """Return how far the tasks are; delivered is counted where the ask is one that can be."""
    handed_over = {row.proposal_id for row in rows if row.delivered_on is not None}
    to_deliver = [row for row in rows if row.proposal_id in handed_over or is_delivery(row.title)]
    return RollUp(
        posts=len(rows),
        to_deliver=len(to_deliver),
        done=sum(row.status == Status.DONE for row in rows),
        delivered=sum(map(is_delivered, to_deliver)),
        answered=sum(map(is_answered, rows)),
        agreed=sum(row.outcome == Outcome.AGREED for row in rows),
        late=sum(row.is_overdue for row in rows),
    )


def first_line(rows: Sequence[TaskRow]) -> str:
    """Return "Done 40 of 80 · delivered 41 of 60 · answered 23 · agreed 15 · late 6"."""
    return " · ".join(map(str, counted(rows).parts))


def second_line(rows: Sequence[TaskRow]) -> str:
    """Return "Still to come: AMEMBASSY AMMAN, ..."."""
    owing = sorted({row.post for row in rows if row.is_open})
    if not owing:
        return _("Nothing is still to come.")
    more = len(owing) - MOST_NAMED
    others = ngettext("%(num)s more post", "%(num)s more posts", more)
    named = listed([*owing[:MOST_NAMED], others] if more > 0 else owing)
    return _("Still to come: %(posts)s.", posts=named)


def columns(rows: Sequence[TaskRow], shown: Sequence[TaskRow], *, is_grouped: bool) -> list[Column]:
    """Return the asks in the order of the cables, each with its counts; with several cables each says its own."""
    titles = {row.proposal_id: f"{number(row)}: {row.title}" if is_grouped else row.title for row in rows}
    of_each: dict[int, list[TaskRow]] = {ask: [] for ask in titles}
    for row in shown:
        of_each[row.proposal_id].append(row)
    counts = {ask: first_line(of_each[ask]) if len(titles) > 1 else "" for ask in titles}
    return [Column(ask=ask, title=title, counts=counts[ask]) for ask, title in titles.items()]


def grid(rows: Sequence[TaskRow], across: Sequence[Column]) -> list[GridRow]:
    """Return a line for each post."""
    at = {(row.post, row.proposal_id): _cell(row) for row in rows}
    posts = sorted({row.post for row in rows})
    return [GridRow(post=post, cells=[at.get((post, column.ask)) for column in across]) for post in posts]


def _day_words(day: date | None, *, is_closed: bool) -> str:
    if day is None:
        return _("no due day")
    told = short_day(day)
    return _("on %(day)s", day=told) if is_closed else _("due %(day)s", day=told)


def _cell(row: TaskRow) -> Cell:
    zone = zone_of(row.due_zone or "UTC")
    day = row.closed_at.astimezone(zone).date() if row.closed_at else row.due_on
    words = _day_words(day, is_closed=row.closed_at is not None)
    delivered = _("delivered %(day)s", day=short_day(row.delivered_on)) if row.delivered_on else ""
    silent = _("no word yet") if row.is_silent else ""
    answered = _("answer in") if row.is_open and is_answered(row) else ""
    return Cell(
        task_id=row.id,
        state=_("late, %(state)s", state=row.state) if row.is_overdue else row.state,
        is_late=row.is_overdue,
        is_closed=not row.is_open,
        day=day,
        day_words=words,
        more=", ".join(one for one in (silent, delivered, answered) if one),
    )
