"""The posts table of an installation: a row for each post of the book, and its mailbox."""

from collections.abc import Mapping, Sequence
from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import places
from tracker.domain.access import Permission
from tracker.domain.places import PostBook
from tracker.errors import Invalid, NotFound
from tracker.services import audit, history, reminders
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store import base
from tracker.store.places import Post
from tracker.store.tasks import Task
from tracker.texts import _

LONGEST_ADDRESS = 254


def load_posts(session: Session, book: PostBook) -> int:
    """Bring the rows to what the book says; mailboxes stay. Return how many posts there are."""
    rows = {row.name: row for row in session.scalars(select(Post))}
    count = 0
    for post in book:
        count += 1
        row = rows.get(post.designator)
        if row is None:
            session.add(Post(**_values(post)))
        else:
            for name, value in _values(post).items():
                setattr(row, name, value)
    session.flush()
    return count


def row_of(session: Session, post: places.Post) -> Post:
    """Return the row of a post of the book; it is added where it is not there yet."""
    found = session.scalar(select(Post).where(Post.name == post.designator))
    if found is None:
        base.insert_once(session, Post, _values(post))
        found = session.scalars(select(Post).where(Post.name == post.designator)).one()
    return found


def rows_of(session: Session, wanted: Sequence[places.Post]) -> list[Post]:
    """Return the rows of several posts of the book, in order."""
    names = [post.designator for post in wanted]
    found = {row.name: row for row in session.scalars(select(Post).where(Post.name.in_(names)))}
    return [found.get(post.designator) or row_of(session, post) for post in wanted]


def set_mailbox(session: Session, name: str, address: str | None, **act: Unpack[Acting]) -> Post:
    """Set where a post gets its mail, None for nowhere; its open tasks are planned anew.

    Raise NotFound for a post that the book does not have, Invalid for what is no address.
    """
    row = _administered(session, name, act)
    before, row.mailbox = row.mailbox, checked_address(address, field="mailbox") if address else None
    audit.add(session, "post mailbox set", by=act["by"], post=row.id, mailbox=row.mailbox or "none")
    _replan(
        session, row, Line(kind="mailbox", before={"mailbox": before}, after={"mailbox": row.mailbox}), act
    )
    return row


def set_fallback(session: Session, name: str, address: str | None, **act: Unpack[Acting]) -> Post:
    """Set who is told where a letter about a post's task cannot be delivered, None for nobody."""
    row = _administered(session, name, act)
    row.fallback = checked_address(address, field="fallback") if address else None
    audit.add(session, "post fallback set", by=act["by"], post=row.id, fallback=row.fallback or "none")
    session.flush()
    return row


def set_ladder(session: Session, name: str, steps: Mapping[str, str | None], **act: Unpack[Acting]) -> Post:
    """Set who is told where a post's tasks stay late: addresses of `supervisor` and `director`.

    None leaves the step to the officers with the manager's role; a step that is not named stays.
    """
    row = _administered(session, name, act)
    before = {step: getattr(row, step) for step in steps}
    for step, address in steps.items():
        setattr(row, step, checked_address(address, field=step) if address else None)
    after = {step: getattr(row, step) for step in steps}
    told = {step: address or "none" for step, address in after.items()}
    audit.add(session, "post ladder set", by=act["by"], post=row.id, **told)
    _replan(session, row, Line(kind="ladder", before=before, after=after), act)
    return row


def _administered(session: Session, name: str, act: Acting) -> Post:
    act["by"].require(Permission.ADMINISTER)
    post = act["installation"].book.find(name)
    if post is None:
        raise NotFound(_("%(name)s is not in the table of posts.", name=name))
    return row_of(session, post)


def _replan(session: Session, row: Post, line: Line, act: Acting) -> None:
    """Plan the letters of the post's open tasks anew; the line makes a plan worked out before stale."""
    open_tasks = select(Task).where(Task.post_id == row.id, Task.closed_at.is_(None))
    tasks = session.scalars(open_tasks.order_by(Task.id).with_for_update()).all()
    for task in tasks:
        history.add(session, task, line, act)
    reminders.refresh_all(session, tasks, now=act["now"], installation=act["installation"])
    session.flush()


def checked_address(address: str, *, field: str = "email") -> str:
    """Return a plain mail address, name@host; raise Invalid for anything else."""
    plain = address.strip()
    name, _sign, host = plain.rpartition("@")
    odd = set(plain) & set(' ,;:<>()[]\\"\t\r\n')
    if not name or "." not in host.strip(".") or odd or not plain.isascii() or "@" in name:
        raise Invalid(
            {field: _("%(address)s is not a mail address such as duty@post.example.", address=repr(address))}
        )
    if len(plain) > LONGEST_ADDRESS or not plain.isprintable():
        raise Invalid({field: _("This mail address is too long or has signs that cannot be printed.")})
    return plain


def _values(post: places.Post) -> dict[str, str]:
    return {
        "name": post.designator,
        "city": post.city,
        "country": post.country,
        "zone": post.zone,
        "kind": post.kind.value,
    }
