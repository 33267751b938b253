"""What awaits the desk's word, as lines for its day: longest waiting first, each leads to its task."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.store.queries import desk_work
from tracker.store.queries.desk_work import DeskWork
from tracker.web import site, task_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """A task that awaits a decision, and which."""

    task_id: int
    title: str
    post: str
    words: str


def desk_lines(session: Session) -> list[DeskLine]:
    """Return what the reader must decide; nothing for who decides about no dues."""
    by, held = site.actor(), site.runtime()
    found = desk_work.desk_work(
        session,
        now=held.now(),
        book=held.installation.book,
        officer_id=by.officer_id,
        posts=by.posts_where(Permission.CHANGE_DUE),
    )
    return list(_lines(found))


def _lines(found: DeskWork) -> Iterator[DeskLine]:
    for row in found.returned:
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words="declined by the post")
    for row in found.more_time:
        until = task_words.day_of((row.more_time or {}).get("due_on"))
        words = f"asks for more time until {until}"
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=words)
    for row in found.to_accept:
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=row.state)
