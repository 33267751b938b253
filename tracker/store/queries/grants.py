"""The roles of officers, read for several officers at once, each with its post."""

from collections.abc import Collection, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from tracker.store import loaded, prepared
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post

WIDTH = len(loaded.names(RoleGrant)) + len(loaded.names(Post))  # columns of a grant with its post


def put(session: Session, officers: Collection[Officer]) -> None:
    """Load the grants of these officers in one query, where they are not known yet."""
    wanted = {officer.id: officer for officer in officers if "grants" not in vars(officer)}
    if not wanted:
        return
    rows = prepared.rows(session.connection(), _of_officers(), {"officers": list(wanted)})
    grants = groupby(of_rows(session, rows), lambda grant: grant.officer_id)
    found = {officer_id: list(own) for officer_id, own in grants}
    for officer in wanted.values():
        loaded.relate(officer, grants=found.get(officer.id, []))


def of_rows(session: Session, rows: Sequence[Sequence[Any]]) -> list[RoleGrant]:
    """Return the grants whose columns, then their posts', end these rows; a row without one gives none."""
    found = []
    for row in rows:
        parts = loaded.Parts(session, row[-WIDTH:])
        grant, post = parts.take(RoleGrant), parts.take(Post)
        if grant is not None:
            loaded.relate(grant, post=post)
            found.append(grant)
    return found


@cache
def _of_officers() -> Select[*tuple[Any, ...]]:
    return (
        select(*loaded.columns(RoleGrant), *loaded.columns(Post))
        .outerjoin(Post, Post.id == RoleGrant.post_id)
        .where(RoleGrant.officer_id.in_(bindparam("officers", expanding=True)))
        .order_by(RoleGrant.officer_id, RoleGrant.id)
    )
