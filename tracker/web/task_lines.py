"""Tasks as lines of a list: what each is called, its state, its due, and how late it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from tracker import texts
from tracker.domain.places import PostBook
from tracker.domain.workdays import Count
from tracker.store.queries.tasks import MOST_KEPT, BoardRow, calendar_of
from tracker.texts import _, ngettext
from tracker.web import site
from tracker.web.words import UNDATED, DueWords, clocks, due_words, since_due


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task in a list; `version` lets its button know what it stood beside."""

    id: int
    version: int
    title: str
    post: str
    cable_id: int
    cable: str
    owner: str | None
    owner_id: int | None
    state: str
    is_closed: bool
    due: DueWords


def lines(rows: Iterable[BoardRow]) -> list[TaskLine]:
    """Return tasks for a list."""
    known_by = texts.spoken(), site.runtime().installation.book
    return [_task_line(row, *known_by) for row in rows]


@lru_cache(maxsize=MOST_KEPT)
def _task_line(row: BoardRow, _spoken: texts.Catalogue, book: PostBook) -> TaskLine:
    """Return the line of a row, made once while the row is the same: its days are those of its quarter of an hour."""
    return TaskLine(
        id=row.id,
        version=row.version,
        title=row.title,
        post=row.post,
        cable_id=row.cable_id,
        cable=row.mrn or row.cable or _("text %(number)s", number=row.cable_id),
        owner=row.owner,
        owner_id=row.owner_id,
        state=row.state,
        is_closed=not row.is_open,
        due=due_of(row, book, site.runtime().now()),
    )


def due_of(row: BoardRow, book: PostBook, now: datetime) -> DueWords:
    """Return a row's due in words; lateness is counted without the days it waited for others."""
    if row.due_at is None:
        return UNDATED
    calendar = calendar_of(row.post, book)
    if row.is_history or (row.is_overdue and row.days_late):
        late = ngettext("late by %(num)s working day", "late by %(num)s working days", row.days_late)
        return DueWords(
            at=row.due_at,
            clocks=clocks(row.due_at, calendar.place, now),
            left=_("from the archive") if row.is_history else late,
            is_late=row.is_overdue,
            gross=since_due(row.days_late, row.days_late_whole) if row.is_overdue else "",
        )
    count = Count(after=row.counts_after, until=row.counts_until) if row.counts_after else None
    return due_words(row.due_at, calendar, now, row.status, count)
