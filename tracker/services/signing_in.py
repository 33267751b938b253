"""Signing in, and the throttle behind it that every process shares: too many wrong tries are not heard for a while."""

import hashlib
import math
from dataclasses import replace

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from tracker.errors import TrackerError
from tracker.services import accounts, audit
from tracker.services.installation import Actor
from tracker.store.base import real_epoch
from tracker.store.people import FailedSignIn, Officer

WINDOW = 15 * 60.0  # seconds
TRIES_A_NAME = 10  # from one source; others' failures never lock the true owner out
TRIES_A_SOURCE = 100
NOBODY = "not signed in"
LOCKED = "locked"  # how tries are marked that were refused unheard
MOST_LOCKED = 1_000  # so many of them are counted
LONGEST_SOURCE = 64


class TooManyTries(TrackerError):
    """Too many sign-ins have failed. Wait 15 minutes, then try again."""

    code = "too_many_tries"

    def __init__(self, wait: int = int(WINDOW)) -> None:
        """`wait`: seconds until the next try may succeed."""
        super().__init__()
        self.wait = wait


def sign_in(session: Session, login: str, password: str, *, source: str = "") -> Officer | None:
    """Return the officer, None where name or password is wrong; both answers cost the same time.

    Keep the transaction in either case: a failure is counted. Raise TooManyTries after ten failures
    for a name from one source (an address), or a hundred from the source, within 15 minutes.
    """
    digest, source = _digest(login), source[:LONGEST_SOURCE]
    _throttle(session, digest, source)
    officer = session.scalar(accounts.of_login(login).where(Officer.is_active.is_(True)))
    kept = officer.password_hash if officer else None
    is_right = accounts.is_password(kept, password)
    if officer is None or kept is None or not is_right:
        _count(session, digest, source)
        nobody = Actor(name=NOBODY, way="page", source=source)
        audit.add(
            session, "sign in", by=nobody, outcome=audit.REFUSED, officer=officer.id if officer else None
        )
        _note_lock(session, login, source)
        return None
    officer.password_hash = accounts.hashed_anew(kept, password)
    officer.seen_epoch = _epoch(session)
    session.execute(
        delete(FailedSignIn).where(FailedSignIn.login_digest == digest, FailedSignIn.source == source)
    )
    audit.add(
        session, "sign in", by=replace(accounts.actor_of(officer, "page"), source=source), officer=officer.id
    )
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
    if session.scalar(select(Officer.id).where(Officer.login == accounts.login_of(login))) is not None:
        return accounts.login_of(login)
    return f"nobody's ({_digest(login)[:8]})"


def count_question(session: Session, login: str, source: str) -> None:
    """Count a question for a new password; known and unknown names cost the same. Raise TooManyTries."""
    digest, source = _digest(f"new password for {login}"), source[:LONGEST_SOURCE]
    _throttle(session, digest, source)
    _count(session, digest, source)
    accounts.is_password(None, "")


def change_password(session: Session, officer_id: int, old: str, new: str, *, by: Actor) -> bool:
    """Set an officer's own password where the old one is right, and end the officer's other sessions.

    Return whether it was right; a wrong one counts as a failed sign-in, so keep the transaction. Raise
    Invalid where the new one cannot be used, TooManyTries as for signing in.
    """
    officer = session.get_one(Officer, officer_id)
    digest, source = _digest(officer.login), (by.source or "")[:LONGEST_SOURCE]
    _throttle(session, digest, source)
    if not accounts.is_password(officer.password_hash, old):
        _count(session, digest, source)
        audit.add(session, "password set", by=by, outcome=audit.REFUSED, officer=officer.id)
        return False
    accounts.set_password(session, officer_id, new, by=by)
    return True


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


def _digest(login: str) -> str:
    return hashlib.sha256(login.strip().lower().encode("utf-8", "replace")).hexdigest()
