"""Signed-in sessions as rows: a random token of which only the digest is kept, with an idle and an absolute limit.

All moments are on the database's own clock. A row that is gone, too old or of an officer who was
switched off lets nobody in, in any process, from the next request on.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    bindparam,
    cast,
    delete,
    func,
    null,
    select,
    update,
)
from sqlalchemy.orm import Session

from tracker.domain.access import Grant, Permission, Role
from tracker.errors import NotFound
from tracker.services import audit
from tracker.services.installation import Actor
from tracker.settings import Settings
from tracker.store import prepared as asking
from tracker.store.base import real_epoch
from tracker.store.people import Officer, RoleGrant, SignInSession
from tracker.store.places import Post, Unit
from tracker.store.queries import tree

TOKEN_BYTES = 32
SEEN_EVERY = 60.0  # seconds; a page that is opened sooner writes nothing
LONGEST_SOURCE, LONGEST_AGENT = 64, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a grant counts: the name of its post or unit, and of a post also city and zone."""

    name: str
    city: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An open session with its officer; `is_to_touch`: its last sign of life is a while ago.

    `homes` are where the grants count; a grant that counts everywhere has none. `stamp` is PostgreSQL's
    word for what is committed: equal stamps, equal data. None where the database has no such word.
    """

    id: int
    officer_id: int
    name: str
    zone: str
    grants: tuple[Grant, ...]
    homes: tuple[Home, ...]
    is_to_touch: bool
    stamp: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A session as its officer's list shows it."""

    id: int
    opened_at: datetime
    seen_at: datetime
    source: str
    agent: str


def digest_of(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def new_token() -> str:
    """Return a token of 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def start(session: Session, officer: Officer, settings: Settings, *, source: str, agent: str) -> str:
    """Open a session for the officer and return its token; rows that are too old are swept away."""
    session.execute(delete(SignInSession).where(~_is_open(settings)))
    token = new_token()
    session.add(
        SignInSession(
            digest=digest_of(token),
            officer_id=officer.id,
            opened_epoch=real_epoch(),
            seen_epoch=real_epoch(),
            source=source[:LONGEST_SOURCE],
            agent=agent[:LONGEST_AGENT],
        )
    )
    session.flush()
    return token


def find(asked: Connection, token: str, settings: Settings) -> Found | None:
    """Return the open session of the token, with its officer; None where there is none any more.

    Every page begins with this, so it is one query of columns.
    """
    statement = _of_token(asked.dialect.name, settings.session_hours, settings.session_idle_minutes)
    rows = asking.rows(asked, statement, {"digest": digest_of(token)})
    if not rows:
        return None
    first, held = rows[0], [row for row in rows if row.role is not None]
    return Found(
        id=first.id,
        officer_id=first.officer_id,
        name=first.name,
        zone=first.zone,
        grants=tuple(
            Grant(
                role=Role(row.role),
                post_id=row.post_id,
                unit_id=row.unit_id,
                below=frozenset(map(int, row.below.split(","))) if row.below else frozenset(),
            )
            for row in held
        ),
        homes=tuple(
            Home(name=row.post or row.unit, city=row.city, zone=row.post_zone)
            for row in held
            if row.post or row.unit
        ),
        is_to_touch=first.is_to_touch,
        stamp=first.stamp,
    )


@lru_cache(maxsize=8)
def _of_token(dialect: str, hours: float, idle_minutes: float) -> Select[*tuple[Any, ...]]:
    """Return the statement of an open session, a row a grant; made once a process."""
    is_postgresql = dialect == "postgresql"
    stamp = cast(func.pg_current_snapshot(), String) if is_postgresql else cast(null(), String)
    of_token = SignInSession.digest == bindparam("digest")
    own = select(RoleGrant.unit_id).join(SignInSession, SignInSession.officer_id == RoleGrant.officer_id)
    below = tree.ids_below(own.where(of_token, RoleGrant.unit_id.is_not(None)), RoleGrant.unit_id)
    return (
        select(
            SignInSession.id,
            (SignInSession.seen_epoch < real_epoch() - SEEN_EVERY).label("is_to_touch"),
            SignInSession.officer_id,
            Officer.name,
            Officer.zone,
            RoleGrant.role,
            RoleGrant.post_id,
            RoleGrant.unit_id,
            Post.name.label("post"),
            Post.city,
            Post.zone.label("post_zone"),
            Unit.name.label("unit"),
            below.label("below"),
            stamp.label("stamp"),
        )
        .join(Officer, Officer.id == SignInSession.officer_id)
        .outerjoin(RoleGrant, RoleGrant.officer_id == Officer.id)
        .outerjoin(Post, Post.id == RoleGrant.post_id)
        .outerjoin(Unit, Unit.id == RoleGrant.unit_id)
        .where(
            of_token,
            Officer.is_active.is_(True),
            _is_within(hours, idle_minutes),
        )
        .order_by(RoleGrant.id)
    )


def touch(session: Session, session_id: int) -> None:
    """Note a sign of life."""
    session.execute(
        update(SignInSession).where(SignInSession.id == session_id).values(seen_epoch=real_epoch())
    )


def renew(session: Session, session_id: int) -> str:
    """Give a session another token and return it: the old one opens nothing from now on."""
    token = new_token()
    session.execute(
        update(SignInSession).where(SignInSession.id == session_id).values(digest=digest_of(token))
    )
    return token


def listed(session: Session, officer_id: int, settings: Settings) -> Sequence[OpenSession]:
    """Return the officer's open sessions, the newest first."""
    rows = session.scalars(
        select(SignInSession)
        .where(SignInSession.officer_id == officer_id, _is_open(settings))
        .order_by(SignInSession.opened_epoch.desc())
    )
    return [
        OpenSession(
            id=row.id,
            opened_at=datetime.fromtimestamp(row.opened_epoch, UTC),
            seen_at=datetime.fromtimestamp(row.seen_epoch, UTC),
            source=row.source,
            agent=row.agent,
        )
        for row in rows
    ]


def end(session: Session, session_id: int, *, by: Actor, act: str = "session ended") -> None:
    """End one of the actor's own sessions, or as an administrator anybody's; raise NotFound for another's."""
    row = session.get(SignInSession, session_id)
    if row is None or not (row.officer_id == by.officer_id or by.may(Permission.ADMINISTER)):
        raise NotFound
    session.delete(row)
    audit.add(session, act, by=by, officer=row.officer_id)
    session.flush()


def end_all(session: Session, officer_id: int, *, by: Actor) -> int:
    """End the officer's sessions but the one that the actor acts in; return how many."""
    if by.officer_id != officer_id:
        by.require(Permission.ADMINISTER)
    gone = delete(SignInSession).where(SignInSession.officer_id == officer_id)
    if by.session_id is not None:
        gone = gone.where(SignInSession.id != by.session_id)
    count = len(session.execute(gone.returning(SignInSession.id)).all())
    if count:
        audit.add(session, "sessions ended", by=by, officer=officer_id, count=count)
    return count


def _is_open(settings: Settings) -> ColumnElement[bool]:
    return _is_within(settings.session_hours, settings.session_idle_minutes)


def _is_within(hours: float, idle_minutes: float) -> ColumnElement[bool]:
    """Return the condition that neither limit has passed."""
    return (SignInSession.opened_epoch > real_epoch() - hours * 3600.0) & (
        SignInSession.seen_epoch > real_epoch() - idle_minutes * 60.0
    )
