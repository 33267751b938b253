"""Which posts a cable concerns: those in its FM, TO and INFO lines, by name or as members of a collective."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session

from tracker.domain import places
from tracker.domain.places import PostBook
from tracker.services import posts
from tracker.store.cables import CablePost, CableRecord


def keep(session: Session, record: CableRecord, book: PostBook) -> None:
    """Set the posts that a cable concerns to what its heading says now."""
    concerned = posts_of(record, book)
    session.execute(delete(CablePost).where(CablePost.cable_id == record.id))
    if concerned:
        rows = posts.rows_of(session, concerned)
        session.execute(insert(CablePost), [{"cable_id": record.id, "post_id": row.id} for row in rows])


def fill_in(session: Session, book: PostBook) -> int:
    """Set them for cables that have none yet, as those of an earlier version have; return how many."""
    bare = select(CableRecord).where(~exists().where(CablePost.cable_id == CableRecord.id))
    found = session.scalars(bare.order_by(CableRecord.id)).all()
    for record in found:
        keep(session, record, book)
    return len(found)


def posts_of(record: CableRecord, book: PostBook) -> list[places.Post]:
    """Return the posts in the heading, each once; names that no table holds are passed over."""
    on = record.sent_at.date() if record.sent_at else None
    names = [*record.header["to"], *record.header["info"], *([record.origin] if record.origin else [])]
    found = {post.designator: post for name in names for post in _meant(name, book, on)}
    return list(found.values())


def _meant(name: str, book: PostBook, on: date | None) -> Iterable[places.Post]:
    post = book.find(name, on)
    if post is not None:
        return (post,)
    return book.expand(name, on).members
