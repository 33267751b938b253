"""Whom letters may reach beside those a task names, in one question: whose an address is, and who stands in for whom."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from tracker.store import loaded
from tracker.store.absences import AbsenceRecord
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post
from tracker.store.together import Together

ADDRESSES, OFFICERS, AWAY = "addresses", "officers", "away"


@dataclass(frozen=True, slots=True)
class Recipients:
    """Posts and officers that were asked for, each officer with his grants; and absences, oldest first."""

    posts: list[Post] = field(default_factory=list)
    officers: dict[int, Officer] = field(default_factory=dict)
    absences: list[AbsenceRecord] = field(default_factory=list)


def read(
    session: Session,
    *,
    addresses: Collection[str] = (),
    officers: Collection[int] = (),
    away: Collection[int] = (),
) -> Recipients:
    """Return whose these addresses are, the officers of these ids, and the absences of those `away`, with who stands in.

    Asks nothing where nothing is wanted. Addresses are folded.
    """
    wanted = {ADDRESSES: list(addresses), OFFICERS: list(officers), AWAY: list(away)}
    values = {name: found for name, found in wanted.items() if found}
    if not values:
        return Recipients()
    session.flush()
    rows = _statement(frozenset(values)).rows(session.connection(), values)
    return of_rows(session, rows)


def of_rows(session: Session, rows: Mapping[str, Sequence[Sequence[Any]]]) -> Recipients:
    """Return what the parts "post", "officer" and "stand-in" of a question tell, as far as it has them."""
    found, grants = Recipients(), dict[Officer, dict[int, RoleGrant]]()
    found.posts.extend(_posts(session, rows.get("post", ())))
    for row in rows.get("officer", ()):
        _officer(loaded.Parts(session, row), grants)
    absences: dict[int, AbsenceRecord] = {}
    for row in rows.get("stand-in", ()):
        parts = loaded.Parts(session, row)
        officer, one = _officer(parts, grants), parts.take(AbsenceRecord)
        if one is not None:
            loaded.relate(one, stand_in=officer)
            absences[one.id] = one
    for officer, own in grants.items():
        loaded.relate(officer, grants=[own[key] for key in sorted(own)])
        found.officers[officer.id] = officer
    found.absences.extend(absences[key] for key in sorted(absences))
    return found


def _posts(session: Session, rows: Iterable[Sequence[Any]]) -> Iterator[Post]:
    for row in rows:
        post = loaded.Parts(session, row).take(Post)
        if post is not None:
            yield post


def _officer(parts: loaded.Parts, grants: dict[Officer, dict[int, RoleGrant]]) -> Officer | None:
    """Return the officer of a row; add its grant to his, each once."""
    officer, grant, post = parts.take(Officer), parts.take(RoleGrant), parts.take(Post)
    if officer is not None:
        own = grants.setdefault(officer, {})
        if grant is not None:
            loaded.relate(grant, post=post)
            own[grant.id] = grant
    return officer


@lru_cache(maxsize=8)
def _statement(wanted: frozenset[str]) -> Together:
    parts: dict[str, Select[*tuple[Any, ...]]] = {}
    addresses: BindParameter[str] = bindparam(ADDRESSES, expanding=True)
    which = []
    if ADDRESSES in wanted:
        parts["post"] = select(*loaded.columns(Post)).where(func.lower(Post.mailbox).in_(addresses))
        which.append(func.lower(Officer.email).in_(addresses))
    if OFFICERS in wanted:
        which.append(Officer.id.in_(bindparam(OFFICERS, expanding=True)))
    if which:
        parts["officer"] = officers_where(or_(*which))
    if AWAY in wanted:
        parts["stand-in"] = stand_ins_where(AbsenceRecord.officer_id.in_(bindparam(AWAY, expanding=True)))
    return Together(parts)


def officers_where(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Return the statement of officers with their grants, a row a grant."""
    return _with_grants(select(*_columns()).select_from(Officer)).where(condition)


def stand_ins_where(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Return the statement of absences with who stands in, as officers are read."""
    of_them = select(*_columns(), *loaded.columns(AbsenceRecord)).select_from(AbsenceRecord)
    return _with_grants(of_them.join(Officer, Officer.id == AbsenceRecord.stand_in_id)).where(condition)


def _columns() -> list[Any]:
    return [*loaded.columns(Officer), *loaded.columns(RoleGrant), *loaded.columns(Post)]


def _with_grants(asked: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    grants = asked.outerjoin(RoleGrant, RoleGrant.officer_id == Officer.id)
    return grants.outerjoin(Post, Post.id == RoleGrant.post_id)
