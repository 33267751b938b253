"""One mail that comes in, by whatever door: read under limits, then taken in one transaction."""

from datetime import datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError

from tracker.adapters import incoming
from tracker.adapters.incoming import House, Unreadable
from tracker.domain.bounces import Incoming, IncomingKind
from tracker.runtime import Runtime
from tracker.services import door, held_senders, inbox, spill_door
from tracker.services.door import Carrier, Refusal, RefusedText
from tracker.services.installation import Acting, Actor

log = structlog.get_logger()


WAITS = "450 4.7.1 no mail of this sender is taken until the security officer releases it; call, do not write"


def taken(runtime: Runtime, sender: str, recipient: str, data: bytes) -> str:
    """Take one mail and return what the server answers: it never quotes the mail."""
    now, settings = runtime.now(), runtime.settings
    house = House(vouching_server=settings.vouching_server, largest_file=settings.max_text_bytes)
    try:
        mail = incoming.read(data, sender, house)
    except Unreadable as error:
        log.warning("mail_unreadable", size=len(data))
        return f"552 5.3.4 {error.sentence}"
    try:
        with runtime.transaction() as session:
            if held_senders.is_held(session, mail, settings):
                return WAITS
            state = inbox.take(session, mail, recipient, now=now, installation=runtime.installation)
    except RefusedText as error:
        _refuse(runtime, mail, recipient, error.refusal, now)
        return "550 5.7.1 not accepted; call your security officer; do not resend or reply with the text"
    except SQLAlchemyError:
        log.exception("mail_not_kept")
        return "451 4.3.0 the database does not answer; try again later"
    log.info("mail_in", state=state, kind=mail.kind.value)
    return f"250 2.0.0 {state}"


def _refuse(runtime: Runtime, mail: Incoming, recipient: str, refused: Refusal, now: datetime) -> None:
    """Keep the incident without the text, and take no more from its sender, who is told so once.

    Bounces and automatic answers hold nobody, nor does who answers what a lock has taken back: we wrote it to him.
    """
    by = Actor.system("mail", name=mail.sender or "mail")
    carrier = Carrier(message_id=mail.message_id, sender=mail.sender, recipient=recipient)
    with runtime.transaction() as session:
        incident = door.record(session, refused, by=by, now=now, carrier=carrier)
        if mail.kind is IncomingKind.OTHER and not spill_door.is_of_a_lock(refused):
            act = Acting(by=by, now=now, installation=runtime.installation)
            held_senders.hold(session, mail, incident.id, act)
