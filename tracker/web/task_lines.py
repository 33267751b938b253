"""Tasks as lines of a list: what each is called, its state, its due, and how late it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.workdays import Calendar, Count
from tracker.services.installation import Installation
from tracker.store.queries.tasks import BoardRow
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
    held = site.runtime()
    now = held.now()
    return [_task_line(row, held.installation, now) for row in rows]


def _task_line(row: BoardRow, installation: Installation, now: datetime) -> TaskLine:
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
        due=due_of(row, installation, now),
    )


def due_of(row: BoardRow, installation: Installation, now: datetime) -> DueWords:
    """Return a row's due in words; lateness is counted without the days it waited for others."""
    if row.due_at is None:
        return UNDATED
    calendar = _calendar(row, installation)
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


def _calendar(row: BoardRow, installation: Installation) -> Calendar:
    post = installation.book.find(row.post)
    return installation.book.calendar(post) if post else installation.book.washington
