"""Who stands on the ladder of a post: the supervisor, then the office director, told where a task stays late.

An address set for the post comes first; then the post's manager, and the managers of the units above it,
the nearest first. Nobody stands on two steps.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from tracker.domain.access import Role
from tracker.store import loaded, prepared
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post
from tracker.store.queries import tree

Holder = str | Officer | None  # an address, or an officer who manages


@dataclass(frozen=True, slots=True)
class Managers:
    """The grants of those who manage, oldest first, and how many steps units stand above posts."""

    grants: Sequence[RoleGrant]
    steps: Mapping[tuple[int, int | None], int]  # by the ids of post and unit

    def holders(self, post: Post) -> tuple[Holder, Holder]:
        """Return who stands on each step for a post."""
        near = list(self._nearest_first(post))
        supervisor: Holder = post.supervisor or next((grant.officer for grant in near), None)
        director: Holder = post.director or next(
            (
                grant.officer
                for grant in near
                if grant.role == Role.MANAGER and address_of(grant.officer) != address_of(supervisor)
            ),
            None,
        )
        return supervisor, director

    def posts_of(self, officer: Officer) -> list[Post]:
        """Return the posts that an officer manages himself, of those asked for."""
        return [grant.post for grant in self.grants if grant.officer_id == officer.id and grant.post]

    def _nearest_first(self, post: Post) -> Iterator[RoleGrant]:
        mine = [grant for grant in self.grants if grant.post_id == post.id]
        yield from sorted(mine, key=lambda grant: grant.role != Role.POST_MANAGER)
        above = [grant for grant in self.grants if (post.id, grant.unit_id) in self.steps]
        yield from sorted(above, key=lambda grant: self.steps[post.id, grant.unit_id])
        yield from (grant for grant in self.grants if grant.post_id is None and grant.unit_id is None)


def address_of(holder: Holder) -> str | None:
    """Return where the holder of a step is written to."""
    address = holder.email if isinstance(holder, Officer) else holder
    return address.strip().lower() if address else None


def managers(session: Session, posts: Sequence[Post]) -> Managers:
    """Return the active officers who manage one of these posts, a unit above it, or everything: one query."""
    session.flush()
    rows = prepared.rows(session.connection(), _grants(), {"posts": list({post.id for post in posts})})
    held: dict[RoleGrant, None] = {}
    steps: dict[tuple[int, int | None], int] = {}
    for row in rows:
        parts = loaded.Parts(session, row)
        grant, officer, post = parts.take(RoleGrant), parts.take(Officer), parts.take(Post)
        if grant is None:
            continue
        loaded.relate(grant, officer=officer, post=post)
        held[grant] = None
        post_id, step = parts.rest()
        if post_id is not None:
            steps[post_id, grant.unit_id] = step or 0
    return Managers(list(held), steps)


@cache
def _grants() -> Select[*tuple[Any, ...]]:
    """Return the statement of the managers of `posts`, made once a process."""
    posts: BindParameter[int] = bindparam("posts", expanding=True)
    up = tree.steps_above(posts)
    columns = (loaded.columns(table) for table in (RoleGrant, Officer, Post))
    return (
        select(*chain.from_iterable(columns), up.c.post, up.c.step)
        .join(Officer, Officer.id == RoleGrant.officer_id)
        .outerjoin(Post, Post.id == RoleGrant.post_id)
        .outerjoin(up, up.c.unit == RoleGrant.unit_id)
        .where(
            RoleGrant.role.in_((Role.POST_MANAGER, Role.MANAGER)),
            Officer.is_active,
            or_(
                and_(RoleGrant.post_id.is_(None), RoleGrant.unit_id.is_(None)),
                RoleGrant.post_id.in_(posts),
                up.c.unit.is_not(None),
            ),
        )
        .order_by(RoleGrant.id)
    )
