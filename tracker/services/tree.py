"""The tree above the posts, as an installation keeps it: filled in from the table, then moved by administrators.

A move takes effect at once, since what a role covers is asked anew with each request.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import tree
from tracker.domain.access import Permission
from tracker.domain.places import PostBook
from tracker.domain.tree import Tree, UnitKind
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services import audit, posts, stale_plans
from tracker.services.installation import Actor
from tracker.store.places import Post, Unit
from tracker.texts import _

LONGEST_CODE, LONGEST_NAME = 40, 120


def load_tree(session: Session, found: Tree, book: PostBook) -> int:
    """Add the units and place the posts that the table knows and the installation does not; return how many units.

    What an administrator moved stays where it was put.
    """
    rows = {row.code: row for row in session.scalars(select(Unit))}
    for unit in found.units:  # each after the one above it
        if unit.code not in rows:
            parent = rows[unit.below].id if unit.below else None
            rows[unit.code] = Unit(code=unit.code, name=unit.name, kind=unit.kind.value, parent_id=parent)
            session.add(rows[unit.code])
            session.flush()
    by_name = {post.designator: post for post in book}
    for row in session.scalars(select(Post).where(Post.unit_id.is_(None))):
        code = found.unit_of(by_name[row.name]) if row.name in by_name else None
        row.unit_id = rows[code].id if code else None
    session.flush()
    return len(rows)


def unit_of(session: Session, code: str) -> Unit:
    """Return the unit of that code; raise Invalid where there is none."""
    found = session.scalar(select(Unit).where(Unit.code == code.strip().upper()))
    if found is None:
        raise Invalid({"unit": _("%(code)s is no unit of the tree.", code=code)})
    return found


def add_unit(session: Session, code: str, name: str, kind: str, *, below: str | None, by: Actor) -> Unit:
    """Add a unit below another, or at the top; raise Invalid or Conflict."""
    by.require(Permission.ADMINISTER)
    code, name = code.strip().upper(), " ".join(name.split())
    faults = {
        "code": not 0 < len(code) <= LONGEST_CODE and f"Write a code of at most {LONGEST_CODE} characters.",
        "name": not 0 < len(name) <= LONGEST_NAME and f"Write a name of at most {LONGEST_NAME} characters.",
        "kind": kind not in list(UnitKind) and f"The kind must be one of: {', '.join(UnitKind)}.",
    }
    found = {field: words for field, words in faults.items() if words}
    if found:
        raise Invalid(found)
    if session.scalar(select(Unit.id).where(Unit.code == code)) is not None:
        raise Conflict(_("There is already a unit %(code)s.", code=code))
    parent = unit_of(session, below).id if below else None
    unit = Unit(code=code, name=name, kind=kind, parent_id=parent)
    session.add(unit)
    session.flush()
    audit.add(session, "unit added", by=by, unit=unit.id, code=code, below=below)
    return unit


def move_unit(session: Session, code: str, *, below: str | None, by: Actor) -> Unit:
    """Move a unit with all that is below it; raise Conflict where it would stand below itself."""
    by.require(Permission.ADMINISTER)
    unit = unit_of(session, code)
    parent = unit_of(session, below) if below else None
    rows = {row.id: row for row in session.scalars(select(Unit).with_for_update())}
    above = {row.code: rows[row.parent_id].code if row.parent_id else None for row in rows.values()}
    above[unit.code] = parent.code if parent else None
    try:
        tree.line_above(unit.code, above)
    except ValueError:
        raise Conflict(
            _(
                "%(code)s cannot stand below %(below)s: that is below %(code)s itself.",
                code=unit.code,
                below=below,
            )
        ) from None
    unit.parent_id = parent.id if parent else None
    stale_plans.of_unit(session, unit.id)
    audit.add(session, "unit moved", by=by, unit=unit.id, below=parent.code if parent else "the top")
    session.flush()
    return unit


def move_post(session: Session, name: str, *, below: str, by: Actor, book: PostBook) -> Post:
    """Move a post below a unit: its tasks, cables and counts are seen by those who hold a role there now."""
    by.require(Permission.ADMINISTER)
    post = book.find(name)
    if post is None:
        raise NotFound(_("%(name)s is not in the table of posts.", name=name))
    row, unit = posts.row_of(session, post), unit_of(session, below)
    row.unit_id = unit.id
    stale_plans.of_posts(session, [row.id])
    audit.add(session, "post moved", by=by, post=row.id, below=unit.code)
    session.flush()
    return row
