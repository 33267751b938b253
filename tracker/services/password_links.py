"""How an officer comes in without a password: by an invitation, or by a letter to who has forgotten it.

The link in the letter shows a form; only sending the form sets the password. It works once and
expires; a newer one takes the older ones back.
"""

from typing import Unpack

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.notice import Entry, NoticeKind
from tracker.errors import DeadLink, Invalid, NotFound
from tracker.services import accounts, audit, notices, sessions, signing_in
from tracker.services.installation import Acting, Actor
from tracker.services.notices import Told
from tracker.services.password_link_keys import KEYHOLE
from tracker.store.base import real_epoch
from tracker.store.people import EntryKey, Officer
from tracker.texts import _, later

INVITATION_SECONDS, RESET_SECONDS = 72 * 3600.0, 3600.0
PATH = f"/welcome/{KEYHOLE}"


class UsedUp(DeadLink):
    """This link has been used, has expired, or was replaced by a newer one. Ask for a new one."""

    code = "used_up"


def invite(session: Session, officer_id: int, **act: Unpack[Acting]) -> None:
    """Write to an officer how to choose a password; raise Invalid where no letter may go to the address."""
    act["by"].require(Permission.ADMINISTER)
    officer = session.get(Officer, officer_id)
    if officer is None:
        raise NotFound
    told = Told(
        kind=NoticeKind.INVITED,
        subject=later("You can sign in to the cable tracker"),
        paragraphs=(
            later(
                "You were added to the cable tracker. Your sign-in name is %(login)s.", login=officer.login
            ),
            later("Choose your password within three days, with the link below. The link works once."),
        ),
        entries=(Entry(words=later("Choose your password"), path=PATH),),
    )
    if not _send(session, officer, told, INVITATION_SECONDS, act):
        raise Invalid({"email": _("This installation may not write to %(email)s.", email=officer.email)})
    audit.add(session, "officer invited", by=act["by"], officer=officer.id)


def ask(session: Session, login: str, *, source: str, **act: Unpack[Acting]) -> None:
    """Write to the officer of that name how to choose a new password; nothing tells whether there is one.

    Each question counts as a failed sign-in does: raise TooManyTries after ten about a name from one source.
    """
    signing_in.count_question(session, login, source)
    officer = session.scalar(accounts.of_login(login))
    if officer is None or not officer.is_active:
        return
    told = Told(
        kind=NoticeKind.FORGOTTEN,
        subject=later("Choose a new password for the cable tracker"),
        paragraphs=(
            later("Somebody, probably you, asked for a new password for %(login)s.", login=officer.login),
            later("Choose it within an hour, with the link below. The link works once."),
            later("If it was not you, do nothing: your password stays as it is."),
        ),
        entries=(Entry(words=later("Choose a new password"), path=PATH),),
    )
    _send(session, officer, told, RESET_SECONDS, act)
    audit.add(session, "new password asked for", by=act["by"], officer=officer.id)


def officer_of(session: Session, token: str) -> Officer:
    """Return whom the link lets in; raise UsedUp where it lets nobody in any more."""
    officer = session.scalar(
        select(Officer)
        .join(EntryKey, EntryKey.officer_id == Officer.id)
        .where(
            EntryKey.digest == sessions.digest_of(token),
            EntryKey.expires_epoch > real_epoch(),
            Officer.is_active.is_(True),
        )
    )
    if officer is None:
        raise UsedUp
    return officer


def choose(session: Session, token: str, password: str, *, source: str) -> Officer:
    """Set the password of whom the link lets in, end every session, and use all links up."""
    officer = officer_of(session, token)
    used = delete(EntryKey).where(EntryKey.digest == sessions.digest_of(token)).returning(EntryKey.id)
    if session.execute(used).first() is None:  # another request was quicker
        raise UsedUp
    by = Actor(name=officer.name, way="mail", officer_id=officer.id, source=source)
    accounts.set_password(session, officer.id, password, by=by)
    session.execute(delete(EntryKey).where(EntryKey.officer_id == officer.id))
    return officer


def _send(session: Session, officer: Officer, told: Told, seconds: float, act: Acting) -> bool:
    notice = notices.send(session, officer.email, officer.name, told, act)
    if notice is None:
        return False
    session.execute(delete(EntryKey).where(EntryKey.officer_id == officer.id))
    session.add(EntryKey(officer_id=officer.id, expires_epoch=real_epoch() + seconds, notice_id=notice.id))
    session.flush()
    return True
