"""Accounts that nobody uses: switched off by the hourly work after so many days, the person told how to come back.

All moments are on the database's own clock, which nobody can set. Who has no password has no account to misuse.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.domain.access import Role
from tracker.domain.notice import NoticeKind
from tracker.services import accounts, notices
from tracker.services.installation import Acting, Actor, Installation
from tracker.services.notices import Told
from tracker.store.base import real_epoch
from tracker.store.people import Officer
from tracker.texts import Later, later, nlater

DAY_SECONDS = 86_400.0
MOST_NAMED = 3  # administrators
CLOCK = Actor.system("clock")


def switch_off(session: Session, *, now: datetime, installation: Installation) -> int:
    """Switch off who has neither signed in nor answered a letter for `idle_days`; return how many.

    Days count from the first time this is looked at. One administrator always stays: the one seen last.
    """
    days = installation.settings.idle_days
    if not days:
        return 0
    session.execute(update(Officer).where(Officer.seen_epoch.is_(None)).values(seen_epoch=real_epoch()))
    idle = session.scalars(
        select(Officer)
        .where(
            Officer.is_active,
            Officer.password_hash.is_not(None),
            Officer.seen_epoch < real_epoch() - days * DAY_SECONDS,
        )
        .order_by(Officer.seen_epoch, Officer.id)
        .with_for_update(skip_locked=True, of=Officer)
    ).all()
    left = administrators(session) if idle else []
    gone = []
    for officer in idle:
        if officer in left and len(left) == 1:
            continue
        left = [one for one in left if one is not officer]
        accounts.set_active(session, officer.id, is_active=False, by=CLOCK, why=f"not seen for {days} days")
        gone.append(officer)
    for officer in gone:
        told = _told(officer, days, left)
        notices.send(
            session, officer.email, officer.name, told, Acting(by=CLOCK, now=now, installation=installation)
        )
    return len(gone)


def administrators(session: Session) -> list[Officer]:
    """Return the administrators who can sign in, by name."""
    rows = session.scalars(
        select(Officer)
        .where(
            Officer.is_active,
            Officer.password_hash.is_not(None),
            Officer.grants.any(role=Role.ADMINISTRATOR),
        )
        .order_by(Officer.name, Officer.id)
    )
    return list(rows)


def _told(officer: Officer, days: int, left: Sequence[Officer]) -> Told:
    return Told(
        kind=NoticeKind.SWITCHED_OFF,
        subject=later("Your account of the cable tracker was switched off"),
        paragraphs=(
            nlater(
                "Nobody has signed in as %(login)s, or answered a letter, for %(num)s day.",
                "Nobody has signed in as %(login)s, or answered a letter, for %(num)s days.",
                days,
                login=officer.login,
            ),
            later("The account was therefore switched off, as accounts that nobody uses must be."),
            later(
                "Nothing of yours is lost. Tasks that you own stay yours; their letters go to the post meanwhile."
            ),
            _way_back(left[:MOST_NAMED]),
        ),
    )


def _way_back(administrators: Sequence[Officer]) -> Later:
    if not administrators:
        return later(
            "To come back, write to an administrator: your administrator. Your account is then switched on again."
        )
    return later(
        "To come back, write to an administrator: %(whom)s. Your account is then switched on again.",
        whom="; ".join(f"{one.name}, {one.email}" for one in administrators),
    )
