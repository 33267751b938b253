"""Reads of people: the list of officers with their roles, and one officer."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tracker.domain.access import ROLES
from tracker.errors import NotFound
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post, Unit
from tracker.texts import later


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role of an officer, and where it counts in words."""

    id: int
    role: str
    where: str  # "AMEMBASSY LIMA", "WHA/AND and all posts below it", "everywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """An officer as lists and the officer's own page show him."""

    id: int
    login: str
    name: str
    email: str
    zone: str
    is_active: bool
    has_password: bool
    roles: tuple[RoleLine, ...]


def people(session: Session, words: str, *, after: int, limit: int) -> list[PersonLine]:
    """Return officers by name; with `words`, those whose name, sign-in name or mail address holds them."""
    wanted = select(Officer).order_by(Officer.name, Officer.id).offset(after).limit(limit)
    if words:
        columns = (Officer.name, Officer.login, Officer.email)
        wanted = wanted.where(or_(*(column.icontains(words, autoescape=True) for column in columns)))
    return [_line(officer) for officer in session.scalars(wanted)]


def person(session: Session, officer_id: int) -> PersonLine:
    """Return an officer; raise NotFound where there is none."""
    officer = session.get(Officer, officer_id)
    if officer is None:
        raise NotFound
    return _line(officer)


def where_words(grant: RoleGrant) -> str:
    """Return where a role counts, in words."""
    if grant.post is not None:
        return grant.post.name
    if grant.unit is None:
        return later("everywhere")
    return later("%(unit)s and all posts below it", unit=grant.unit.code)


def _line(officer: Officer) -> PersonLine:
    roles = [
        RoleLine(id=grant.id, role=ROLES.get(grant.role, grant.role), where=where_words(grant))
        for grant in officer.grants
    ]
    return PersonLine(
        id=officer.id,
        login=officer.login,
        name=officer.name,
        email=officer.email,
        zone=officer.zone,
        is_active=officer.is_active,
        has_password=officer.password_hash is not None,
        roles=tuple(sorted(roles, key=lambda line: (line.where, line.role))),
    )


def places(session: Session) -> Sequence[str]:
    """Return where a role may be granted, by the names that are written: units by code, then posts."""
    units = session.scalars(select(Unit.code).order_by(Unit.code)).all()
    return [*units, *session.scalars(select(Post.name).order_by(Post.name)).all()]
