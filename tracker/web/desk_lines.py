"""What awaits the desk's word, as lines for its day."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.store.queries.desk_work import DeskWork
from tracker.texts import _
from tracker.web import task_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """A task that awaits a decision, and which."""

    task_id: int
    title: str
    post: str
    words: str


def desk_lines(found: DeskWork) -> Iterator[DeskLine]:
    """Give what is to be decided, a line each."""
    for row in found.returned:
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=_("declined by the post"))
    for row in found.more_time:
        until = task_words.day_of((row.more_time or {}).get("due_on"))
        words = _("asks for more time until %(day)s", day=until)
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=words)
    for row in found.to_accept:
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=row.state)
    for row in found.awaited:
        yield DeskLine(task_id=row.id, title=row.title, post=row.post, words=row.state)
