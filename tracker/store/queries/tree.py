"""Reads of the tree: the posts below units, the units above posts, and the whole tree with its posts."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    String,
    cast,
    func,
    literal,
    select,
)
from sqlalchemy.orm import Session

from tracker.store.places import Post, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A unit as the tree's page shows it: how deep it stands, its own posts, and how many are below it in all."""

    id: int
    code: str
    name: str
    kind: str
    depth: int
    parent_id: int | None
    posts: tuple[tuple[int, str], ...]
    below: int


def posts_below(session: Session, unit_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Return for each unit the ids of all posts below it: one query, whatever the depth of the tree."""
    found: dict[int, set[int]] = {unit_id: set() for unit_id in unit_ids}
    if unit_ids:
        down = _down(unit_ids)
        for top, post_id in session.execute(
            select(down.c.top, Post.id).join_from(down, Post, Post.unit_id == down.c.id)
        ):
            found[top].add(post_id)
    return {unit_id: frozenset(posts) for unit_id, posts in found.items()}


def ids_below(unit_ids: Select[int | None], top: SQLColumnExpression[int | None]) -> ScalarSelect[str]:
    """Return the ids of all posts below the unit `top`, one of these, as a column: "3,17"."""
    down = _down(unit_ids)
    ids = func.aggregate_strings(cast(Post.id, String), ",")
    return (
        select(ids)
        .join_from(down, Post, Post.unit_id == down.c.id)
        .where(down.c.top == top)
        .scalar_subquery()
    )


def _down(unit_ids: Collection[int] | Select[int | None]) -> CTE:
    start = select(Unit.id.label("top"), Unit.id.label("id")).where(Unit.id.in_(unit_ids))
    down = start.cte("down", recursive=True)
    return down.union(select(down.c.top, Unit.id).join_from(down, Unit, Unit.parent_id == down.c.id))


def units_above(names: Collection[str | BindParameter[str]]) -> CTE:
    """Return the units above the posts of these names, as a table with the column `id`."""
    start = select(Post.unit_id.label("id")).where(Post.name.in_(names), Post.unit_id.is_not(None))
    up = start.cte("up", recursive=True)
    return up.union(
        select(Unit.parent_id).join_from(up, Unit, Unit.id == up.c.id).where(Unit.parent_id.is_not(None))
    )


def steps_above(post_ids: Collection[int] | BindParameter[Any]) -> CTE:
    """Return the units above these posts as a table: `post`, `unit`, `step` (0: the post stands right below)."""
    start = select(Post.id.label("post"), Post.unit_id.label("unit"), literal(0).label("step"))
    up = start.where(Post.id.in_(post_ids), Post.unit_id.is_not(None)).cte("steps", recursive=True)
    return up.union_all(
        select(up.c.post, Unit.parent_id, up.c.step + 1)
        .join_from(up, Unit, Unit.id == up.c.unit)
        .where(Unit.parent_id.is_not(None))
    )


def offices_of(session: Session, post_ids: Collection[int]) -> dict[int, str]:
    """Return the name of the unit that each of these posts stands below; without one it is left out."""
    rows = session.execute(
        select(Post.id, Unit.name).join(Unit, Unit.id == Post.unit_id).where(Post.id.in_(post_ids))
    )
    return {row.id: row.name for row in rows}


def branches(session: Session) -> list[Branch]:
    """Return the tree from the top, each unit followed by what is below it; posts without a unit are left out."""
    units = session.scalars(select(Unit).order_by(Unit.code)).all()
    below: dict[int | None, list[Unit]] = defaultdict(list)
    for unit in units:
        below[unit.parent_id].append(unit)
    posts: dict[int | None, list[tuple[int, str]]] = defaultdict(list)
    for post_id, name, unit_id in session.execute(
        select(Post.id, Post.name, Post.unit_id).order_by(Post.name)
    ):
        posts[unit_id].append((post_id, name))
    found: list[Branch] = []
    for unit in below[None]:
        found += _branch(unit, 0, below, posts)
    return found


def _branch(
    unit: Unit,
    depth: int,
    below: dict[int | None, list[Unit]],
    posts: dict[int | None, list[tuple[int, str]]],
) -> list[Branch]:
    deeper = [branch for child in below[unit.id] for branch in _branch(child, depth + 1, below, posts)]
    own = posts[unit.id]
    branch = Branch(
        id=unit.id,
        code=unit.code,
        name=unit.name,
        kind=unit.kind,
        depth=depth,
        parent_id=unit.parent_id,
        posts=tuple(own),
        below=len(own) + sum(len(one.posts) for one in deeper),
    )
    return [branch, *deeper]


def without_unit(session: Session) -> Sequence[str]:
    """Return the posts that stand below no unit."""
    return session.scalars(select(Post.name).where(Post.unit_id.is_(None)).order_by(Post.name)).all()


def is_unit(session: Session, code: str) -> bool:
    """Return whether a unit has this code."""
    return session.scalar(select(Unit.id).where(Unit.code == code.strip().upper())) is not None
