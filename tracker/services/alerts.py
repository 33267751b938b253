"""The security officer's alert: the number of an incident and nothing else, by a relay of its own, once an address."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker import texts
from tracker.domain.delivery import MessageState
from tracker.settings import Settings
from tracker.store.cables import SpillIncident
from tracker.store.messages import OutgoingMessage
from tracker.texts import _

ALERT = "alert"  # the route, the kind of its letters, and its pulse
AT_ONCE = 100
OLDEST = timedelta(days=1)  # where alerts are set up later, old incidents are no news


def write_out(session: Session, now: datetime, settings: Settings) -> int:
    """Write the alerts of new incidents into the outbox, in the transaction that marks them; return how many."""
    if not settings.alert_to:
        return 0
    rows = session.scalars(
        select(SpillIncident)
        .where(SpillIncident.alerted_at.is_(None), SpillIncident.at > now - OLDEST)
        .order_by(SpillIncident.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.alerted_at = now
        with texts.speaking(settings.language):
            session.add_all(_message(row.id, address, now, settings) for address in settings.alert_to)
    session.flush()
    return len(rows) * len(settings.alert_to)


def _message(number: int, address: str, now: datetime, settings: Settings) -> OutgoingMessage:
    words = _("Incident %(number)s", number=number)
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = settings.mail_from, address, words
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{uuid4()}@{settings.mail_from.rpartition('@')[2].rstrip('>') or 'localhost'}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(f"{words}\n")
    return OutgoingMessage(
        message_id=mail["Message-ID"],
        recipient=address,
        subject=words,
        kind=ALERT,
        route=ALERT,
        body=mail.as_bytes(),
        state=MessageState.WAITING,
        urgency_at=now,
        written_at=now,
    )
