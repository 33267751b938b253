"""Who stands on the ladder of a post: the supervisor, then the office director, told where a task stays late.

An address set for the post comes first; then the post's manager, and the managers of the units above it,
the nearest first. Nobody stands on two steps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, contains_eager

from tracker.domain.access import Role
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post, Unit

Holder = str | Officer | None  # an address, or an officer who manages


@dataclass(frozen=True, slots=True)
class Managers:
    """The grants of those who manage, oldest first, and which unit stands below which."""

    grants: Sequence[RoleGrant]
    above: dict[int, int | None]

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
        unit_id = post.unit_id
        while unit_id is not None:
            yield from (grant for grant in self.grants if grant.unit_id == unit_id)
            unit_id = self.above.get(unit_id)
        yield from (grant for grant in self.grants if grant.post_id is None and grant.unit_id is None)


def address_of(holder: Holder) -> str | None:
    """Return where the holder of a step is written to."""
    address = holder.email if isinstance(holder, Officer) else holder
    return address.strip().lower() if address else None


def managers(session: Session, posts: Sequence[Post]) -> Managers:
    """Return the active officers who manage one of these posts, a unit, or everything."""
    ids = {post.id for post in posts}
    grants = session.scalars(
        select(RoleGrant)
        .join(RoleGrant.officer)
        .options(contains_eager(RoleGrant.officer))
        .where(
            RoleGrant.role.in_((Role.POST_MANAGER, Role.MANAGER)),
            Officer.is_active,
            or_(RoleGrant.post_id.is_(None), RoleGrant.post_id.in_(ids)),
        )
        .order_by(RoleGrant.id)
    ).unique()
    found = list(grants)
    is_tree = any(grant.unit_id is not None for grant in found)
    rows = session.execute(select(Unit.id, Unit.parent_id)).all() if is_tree else []
    return Managers(found, {row.id: row.parent_id for row in rows})
