"""Officers: their passwords (argon2), their grants, and a throttle that every process shares."""

import hashlib
import math
from dataclasses import dataclass, replace
from functools import cache
from zoneinfo import available_timezones

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session, object_session

from tracker.domain import access, passwords
from tracker.domain.access import Grant, Permission, Role
from tracker.domain.places import PostBook
from tracker.errors import Conflict, Invalid, NotFound, TrackerError
from tracker.services import audit, posts, sessions, stale_plans
from tracker.services.installation import Actor
from tracker.services.posts import checked_address
from tracker.store.base import real_epoch
from tracker.store.people import EntryKey, FailedSignIn, Officer, RoleGrant
from tracker.store.places import Post, Unit
from tracker.store.queries import tree as tree_queries
from tracker.texts import _

WINDOW = 15 * 60.0  # seconds
TRIES_A_NAME = 10  # from one source; others' failures never lock the true owner out
TRIES_A_SOURCE = 100
NOBODY = "not signed in"
LOCKED, MOST_LOCKED = (
    "locked",
    1_000,
)  # how tries are marked that were refused unheard, and how many are counted
LONGEST_LOGIN, LONGEST_NAME, LONGEST_SOURCE = 60, 120, 64
_HASHER = PasswordHasher()


class TooManyTries(TrackerError):
    """Too many sign-ins have failed. Wait 15 minutes, then try again."""

    code = "too_many_tries"

    def __init__(self, wait: int = int(WINDOW)) -> None:
        """`wait`: seconds until the next try may succeed."""
        super().__init__()
        self.wait = wait


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
    if not _login(new.login):
        found["login"] = "Write a sign-in name of at most 60 characters."
    if found:
        raise Invalid(found)
    if session.scalar(select(Officer.id).where(Officer.login == _login(new.login))) is not None:
        login = _login(new.login)
        raise Conflict(_("There is already an officer with the sign-in name %(login)s.", login=login))
    officer = Officer(
        login=_login(new.login),
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


def sign_in(session: Session, login: str, password: str, *, source: str = "") -> Officer | None:
    """Return the officer, None where name or password is wrong; both answers cost the same time.

    Keep the transaction in either case: a failure is counted. Raise TooManyTries after ten failures
    for a name from one source (an address), or a hundred from the source, within 15 minutes.
    """
    digest, source = _digest(login), source[:LONGEST_SOURCE]
    _throttle(session, digest, source)
    officer = session.scalar(of_login(login).where(Officer.is_active.is_(True)))
    kept = officer.password_hash if officer else None
    is_right = _verify(kept or _nobody(), password[: passwords.LONGEST])
    if officer is None or kept is None or not is_right:
        _count(session, digest, source)
        nobody = Actor(name=NOBODY, way="page", source=source)
        audit.add(
            session, "sign in", by=nobody, outcome=audit.REFUSED, officer=officer.id if officer else None
        )
        _note_lock(session, login, source)
        return None
    if _HASHER.check_needs_rehash(kept):
        officer.password_hash = _HASHER.hash(password)
    officer.seen_epoch = _epoch(session)
    session.execute(
        delete(FailedSignIn).where(FailedSignIn.login_digest == digest, FailedSignIn.source == source)
    )
    audit.add(session, "sign in", by=replace(actor_of(officer, "page"), source=source), officer=officer.id)
    return officer


def count_locked(session: Session, login: str, source: str) -> None:
    """Count a try that was refused unheard, while tries were locked; the trail has the first ten, then each tenfold.

    It does not make the lock last longer, and more than a thousand are not counted.
    """
    digest, source = _digest(login), f"{LOCKED} {source}"[:LONGEST_SOURCE]
    tries = _tries(session, source, digest) + 1
    if tries > MOST_LOCKED:
        return
    _count(session, digest, source)
    if tries <= TRIES_A_NAME or tries in (100, MOST_LOCKED):
        by = Actor(name=NOBODY, way="page", source=source.removeprefix(f"{LOCKED} "))
        told: dict[str, int | str] = {"name": _name_tried(session, login), "while locked": tries}
        audit.add(session, "sign in", by=by, outcome=audit.REFUSED, **told)


def _note_lock(session: Session, login: str, source: str) -> None:
    """Write into the trail that tries are locked, where this failure was the last that is let through."""
    of_name, of_source = _tries(session, source, _digest(login)), _tries(session, source)
    by = Actor(name=NOBODY, way="page", source=source)
    minutes = int(WINDOW // 60)
    if of_name == TRIES_A_NAME:
        name = _name_tried(session, login)
        audit.add(session, "sign in locked", by=by, name=name, tries=of_name, minutes=minutes)
    if of_source == TRIES_A_SOURCE:
        audit.add(session, "sign in locked", by=by, name="all names", tries=of_source, minutes=minutes)


def _tries(session: Session, source: str, digest: str | None = None) -> int:
    found = select(func.count()).where(FailedSignIn.source == source)
    found = found.where(FailedSignIn.at_epoch > _epoch(session) - WINDOW)
    return session.scalar(found.where(FailedSignIn.login_digest == digest) if digest else found) or 0


def _name_tried(session: Session, login: str) -> str:
    """Return a name that was tried, for the trail: what is nobody's name may be a password in the wrong field."""
    if session.scalar(select(Officer.id).where(Officer.login == _login(login))) is not None:
        return _login(login)
    return f"nobody's ({_digest(login)[:8]})"


def of_login(login: str) -> Select[Officer]:
    """Return the select of the officer of a sign-in name."""
    return select(Officer).where(Officer.login == _login(login))


def count_question(session: Session, login: str, source: str) -> None:
    """Count a question for a new password; known and unknown names cost the same. Raise TooManyTries."""
    digest, source = _digest(f"new password for {login}"), source[:LONGEST_SOURCE]
    _throttle(session, digest, source)
    _count(session, digest, source)
    _verify(_nobody(), "")


def change_password(session: Session, officer_id: int, old: str, new: str, *, by: Actor) -> bool:
    """Set an officer's own password where the old one is right, and end the officer's other sessions.

    Return whether it was right; a wrong one counts as a failed sign-in, so keep the transaction. Raise
    Invalid where the new one cannot be used, TooManyTries as for signing in.
    """
    officer = session.get_one(Officer, officer_id)
    digest, source = _digest(officer.login), (by.source or "")[:LONGEST_SOURCE]
    _throttle(session, digest, source)
    if not _verify(officer.password_hash or _nobody(), old[: passwords.LONGEST]):
        _count(session, digest, source)
        audit.add(session, "password set", by=by, outcome=audit.REFUSED, officer=officer.id)
        return False
    set_password(session, officer_id, new, by=by)
    return True


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


def _throttle(session: Session, digest: str, source: str) -> None:
    since = _epoch(session) - WINDOW
    session.execute(delete(FailedSignIn).where(FailedSignIn.at_epoch <= since))
    tries = select(FailedSignIn.at_epoch).where(FailedSignIn.source == source)
    newest_first = tries.order_by(FailedSignIn.at_epoch.desc())
    of_name = newest_first.where(FailedSignIn.login_digest == digest)
    for wanted, most in ((of_name, TRIES_A_NAME), (newest_first, TRIES_A_SOURCE)):
        last_to_count = session.scalar(wanted.offset(most - 1).limit(1))
        if last_to_count is not None:  # once this one is forgotten, the next try counts again
            raise TooManyTries(math.ceil(last_to_count - since))


def _count(session: Session, digest: str, source: str) -> None:
    session.add(FailedSignIn(login_digest=digest, source=source, at_epoch=_epoch(session)))
    session.flush()


def _epoch(session: Session) -> float:
    return session.scalars(select(real_epoch())).one()


def _verify(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """Return a hash that no password of ours has, so that unknown names cost the same time."""
    return _HASHER.hash("nobody's password, verified against for the time it takes")


def _hashed(password: str, *names: str) -> str:
    fault = passwords.fault_of(password, names)
    if fault is not None:
        raise Invalid({"password": fault})
    return _HASHER.hash(password)


def _login(words: str) -> str:
    login = words.strip().lower()
    return login if len(login) <= LONGEST_LOGIN else ""


def _digest(login: str) -> str:
    return hashlib.sha256(login.strip().lower().encode("utf-8", "replace")).hexdigest()
