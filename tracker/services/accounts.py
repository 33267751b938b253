"""Officers: who they are, their passwords (argon2), and their grants."""

from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session, object_session

from tracker.domain import access, passwords
from tracker.domain.access import Grant, Permission, Role
from tracker.domain.places import PostBook
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services import audit, posts, sessions, stale_plans
from tracker.services.installation import Actor
from tracker.services.posts import checked_address
from tracker.store.people import EntryKey, Officer, RoleGrant
from tracker.store.places import Post, Unit
from tracker.store.queries import tree as tree_queries
from tracker.texts import _

LONGEST_LOGIN, LONGEST_NAME = 60, 120
_HASHER = PasswordHasher()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOfficer:
    """Who is to be added. Without a password the officer owns tasks but cannot sign in."""

    login: str
    name: str
    email: str
    zone: str
    password: str | None = None


def create_officer(session: Session, new: NewOfficer, *, by: Actor) -> Officer:
    """Add an officer without any grant; raise Invalid for each field that cannot be used, or Conflict."""
    by.require(Permission.ADMINISTER)
    found = _faults(new.name, new.zone)
    if not login_of(new.login):
        found["login"] = "Write a sign-in name of at most 60 characters."
    if found:
        raise Invalid(found)
    if session.scalar(select(Officer.id).where(Officer.login == login_of(new.login))) is not None:
        login = login_of(new.login)
        raise Conflict(_("There is already an officer with the sign-in name %(login)s.", login=login))
    officer = Officer(
        login=login_of(new.login),
        name=new.name.strip(),
        email=checked_address(new.email),
        zone=new.zone,
        password_hash=_hashed(new.password, new.login, new.name) if new.password is not None else None,
    )
    session.add(officer)
    session.flush()
    audit.add(session, "officer added", by=by, officer=officer.id)
    return officer


def change_officer(
    session: Session, officer_id: int, *, name: str, email: str, zone: str, by: Actor
) -> Officer:
    """Change an officer's name, mail address and clock; raise Invalid for each field that cannot be used.

    Links in letters to the old address open nothing any more.
    """
    by.require(Permission.ADMINISTER)
    officer = session.get(Officer, officer_id)
    if officer is None:
        raise NotFound
    found = _faults(name, zone)
    if found:
        raise Invalid(found)
    address = checked_address(email)
    if address != officer.email:
        session.execute(delete(EntryKey).where(EntryKey.officer_id == officer.id))
    officer.name, officer.email, officer.zone = name.strip(), address, zone
    audit.add(session, "officer changed", by=by, officer=officer.id)
    stale_plans.of_officer(session, officer)
    session.flush()
    return officer


def _faults(name: str, zone: str) -> dict[str, str]:
    faults = {
        "name": not 0 < len(name.strip()) <= LONGEST_NAME and "Write a name of at most 120 characters.",
        "zone": zone not in available_timezones() and f"{zone!r} is not a zone such as Europe/Rome.",
    }
    return {field: words for field, words in faults.items() if words}


def set_password(session: Session, officer_id: int, password: str, *, by: Actor) -> None:
    """Set an officer's password: an administrator may, and officers their own."""
    if by.officer_id != officer_id:
        by.require(Permission.ADMINISTER)
    officer = session.get(Officer, officer_id)
    if officer is None:
        raise NotFound
    officer.password_hash = _hashed(password, officer.login, officer.name)
    audit.add(session, "password set", by=by, officer=officer.id)
    sessions.end_all(session, officer.id, by=by)
    session.flush()


def set_active(
    session: Session, officer_id: int, *, is_active: bool, by: Actor, why: str | None = None
) -> None:
    """Let an officer sign in again, or no more: then every session ends at once, and open tasks stay as they are.

    Raise Conflict for the acting officer: nobody locks himself out.
    """
    by.require(Permission.ADMINISTER)
    officer = session.get(Officer, officer_id)
    if officer is None:
        raise NotFound
    if by.officer_id == officer_id and not is_active:
        raise Conflict(_("You cannot switch yourself off. Another administrator can."))
    officer.is_active, officer.seen_epoch = is_active, None
    act = "officer switched on" if is_active else "officer switched off"
    audit.add(session, act, by=by, officer=officer.id, why=why)
    if not is_active:
        sessions.end_all(session, officer_id, by=by)
    stale_plans.of_officer(session, officer)
    session.flush()


def of_login(login: str) -> Select[Officer]:
    """Return the select of the officer of a sign-in name."""
    return select(Officer).where(Officer.login == login_of(login))


def officer(session: Session, officer_id: int) -> Officer | None:
    """Return the officer of that id who may still sign in, with grants; else None."""
    found = session.get(Officer, officer_id)
    return found if found is not None and found.is_active else None


def grants_of(officer: Officer) -> tuple[Grant, ...]:
    """Return what an officer of an open session was granted; a unit's posts are those below it now."""
    session, units = object_session(officer), {row.unit_id for row in officer.grants if row.unit_id}
    below = tree_queries.posts_below(session, units) if session is not None else {}
    return tuple(
        Grant(
            role=Role(row.role),
            post_id=row.post_id,
            unit_id=row.unit_id,
            below=below.get(row.unit_id or 0, frozenset()),
        )
        for row in officer.grants
    )


def actor_of(officer: Officer, way: str) -> Actor:
    """Return the officer as the one who acts by that way."""
    return Actor(name=officer.name, way=way, officer_id=officer.id, grants=grants_of(officer))


def grant(
    session: Session, officer_id: int, role: str, *, by: Actor, post: str | None = None, book: PostBook
) -> RoleGrant:
    """Give an officer a role at a post, at a unit of the tree by its code, or everywhere; again is the same.

    Raise Invalid or NotFound.
    """
    by.require(Permission.ADMINISTER)
    if role not in list(Role):
        named, every = repr(role), ", ".join(Role)
        raise Invalid(
            {"role": _("%(role)s is not a role; the roles are: %(every)s.", role=named, every=every)}
        )
    officer = session.get(Officer, officer_id, populate_existing=True)
    if officer is None:
        raise NotFound
    post_id, unit_id = _where(session, post, book) if post is not None else (None, None)
    for row in officer.grants:
        if (row.role, row.post_id, row.unit_id) == (role, post_id, unit_id):
            return row
    row = RoleGrant(role=role, post_id=post_id, unit_id=unit_id)
    officer.grants.append(row)
    session.flush()
    stale_plans.of_grant(session, officer, role, post_id, unit_id)
    audit.add(session, "role granted", by=by, officer=officer.id, role=role, at=post or "everywhere")
    sessions.end_all(session, officer.id, by=by)
    return row


def _where(session: Session, name: str, book: PostBook) -> tuple[int | None, int | None]:
    """Return the id of the post, or of the unit, that goes by the name; raise Invalid where none does."""
    unit = session.scalar(select(Unit.id).where(Unit.code == name.strip().upper()))
    if unit is not None:
        return None, unit
    place = book.find(name)
    if place is None:
        raise Invalid({"post": _("%(name)s is not in the table of posts, nor in the tree.", name=name)})
    return posts.row_of(session, place).id, None


def revoke(session: Session, grant_id: int, *, by: Actor) -> None:
    """Take a role away; raise NotFound where there is no such grant."""
    by.require(Permission.ADMINISTER)
    row = session.get(RoleGrant, grant_id)
    if row is None:
        raise NotFound
    at = row.post.name if row.post else row.unit.code if row.unit else "everywhere"
    audit.add(session, "role taken away", by=by, officer=row.officer_id, role=row.role, at=at)
    sessions.end_all(session, row.officer_id, by=by)
    officer = row.officer
    officer.grants.remove(row)
    session.delete(row)
    stale_plans.of_grant(session, officer, row.role, row.post_id, row.unit_id)
    session.flush()


def require_worker(session: Session, officer_id: int, post: Post) -> Officer:
    """Return the officer; raise Invalid where there is none, or one who does not work at the post."""
    found = officer(session, officer_id)
    if found is None or not access.may(grants_of(found), Permission.WORK_TASKS, post.id):
        name = found.name if found is not None else "This officer"
        told = _("%(name)s does not work at %(post)s. Choose somebody who does.", name=name, post=post.name)
        raise Invalid({"owner_id": told})
    return found


def is_password(kept: str | None, password: str) -> bool:
    """Return whether this is the password of the kept hash; without one it takes the same time, and is not."""
    try:
        _HASHER.verify(kept or _nobodys(), password[: passwords.LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def hashed_anew(kept: str, password: str) -> str:
    """Return the hash to keep of a password that was right: another where the price of hashing has changed."""
    return _HASHER.hash(password) if _HASHER.check_needs_rehash(kept) else kept


@cache
def _nobodys() -> str:
    """Return a hash that no password of ours has, so that unknown names cost the same time."""
    return _HASHER.hash("nobody's password, verified against for the time it takes")


def _hashed(password: str, *names: str) -> str:
    fault = passwords.fault_of(password, names)
    if fault is not None:
        raise Invalid({"password": fault})
    return _HASHER.hash(password)


def login_of(words: str) -> str:
    """Return a sign-in name as it is kept, "" for one that is too long."""
    login = words.strip().lower()
    return login if len(login) <= LONGEST_LOGIN else ""
