"""Which cables a reader of some posts may see: those to or from a post, and those it owes something of."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Text, cast, exists, func, or_, select
from sqlalchemy.orm import Session

from tracker.domain.places import PostBook
from tracker.store.cables import CableRecord
from tracker.store.places import Post
from tracker.store.tasks import Task


def of_cables(
    session: Session, only_posts: Collection[int] | None, book: PostBook
) -> list[ColumnElement[bool]]:
    """Return the conditions that keep a reader to the cables of these posts; none where it is None.

    A cable is a post's where it stands in the TO, INFO or FM line, by any of its names or as a
    member of a collective, or where the post has a task from it.
    """
    if only_posts is None:
        return []
    ids = sorted(only_posts)
    names = [
        name
        for post in session.scalars(select(Post.name).where(Post.id.in_(ids)).order_by(Post.id))
        for name in book.names_of(post)
    ]
    lines = [cast(CableRecord.header[role], Text) for role in ("to", "info")]
    return [
        or_(
            exists().where(Task.cable_id == CableRecord.id, Task.post_id.in_(ids)),
            func.lower(CableRecord.origin).in_([name.lower() for name in names]),
            *(line.icontains(f'"{name}"', autoescape=True) for line in lines for name in names),
        )
    ]
