"""What awaits the desk's word, as lines for its day, and of which posts no word has come yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.store.queries import desk_work, lists
from tracker.store.queries.desk_work import DeskWork
from tracker.store.queries.lists import ListName, Wanted
from tracker.web import site, task_words
from tracker.web.task_page import TaskLine, lines

SHOWN = 5  # of the silent; the list of tasks has the rest


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


def silent_lines(session: Session) -> list[TaskLine]:
    """Return the tasks of whose leads no word has come, nearest due first; one more than are shown."""
    by, held = site.actor(), site.runtime()
    if not by.may_somewhere(Permission.CHANGE_DUE):
        return []
    wanted = Wanted(name=ListName.SILENT, only_posts=by.posts_where(Permission.CHANGE_DUE))
    found = lists.task_lines(session, wanted, now=held.now(), book=held.installation.book, limit=SHOWN + 1)
    return lines(found)


def _lines(found: DeskWork) -> Iterator[DeskLine]:
    for row in found.returned:
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words="declined by the post")
    for row in found.more_time:
        until = task_words.day_of((row.more_time or {}).get("due_on"))
        words = f"asks for more time until {until}"
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=words)
    for row in found.to_accept:
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=row.state)
