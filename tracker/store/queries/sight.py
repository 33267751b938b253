"""Which cables a reader of some posts may see: those that concern a post, and those it owes something of."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from tracker.store.cables import CablePost, CableRecord
from tracker.store.tasks import Task


def of_cables(only_posts: Collection[int] | None) -> list[ColumnElement[bool]]:
    """Return the conditions that keep a reader to the cables of these posts; none where it is None.

    A cable is a post's where it stands in the TO, INFO or FM line, by any of its names or as a
    member of a collective, or where the post has a task from it.
    """
    if only_posts is None:
        return []
    ids = sorted(only_posts)
    return [
        or_(
            exists().where(CablePost.cable_id == CableRecord.id, CablePost.post_id.in_(ids)),
            exists().where(Task.cable_id == CableRecord.id, Task.post_id.in_(ids)),
        )
    ]


def is_seen(session: Session, cable_id: int, only_posts: Collection[int] | None) -> bool:
    """Return whether a reader of these posts may see the cable; None: of all posts."""
    wanted = select(CableRecord.id).where(CableRecord.id == cable_id, *of_cables(only_posts))
    return session.scalar(wanted) is not None
