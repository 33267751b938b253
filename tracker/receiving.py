"""One mail that comes in, by whatever door: read under limits, then taken in one transaction."""

import structlog
from sqlalchemy.exc import SQLAlchemyError

from tracker.adapters import incoming
from tracker.adapters.incoming import House, Unreadable
from tracker.runtime import Runtime
from tracker.services import door, inbox
from tracker.services.door import RefusedText
from tracker.services.installation import Actor

log = structlog.get_logger()


def taken(runtime: Runtime, sender: str, recipient: str, data: bytes) -> str:
    """Take one mail and return what the server answers: it never quotes the mail."""
    now, settings = runtime.now(), runtime.settings
    house = House(vouching_server=settings.vouching_server, largest_file=settings.max_text_bytes)
    try:
        mail = incoming.read(data, sender, house)
        with runtime.transaction() as session:
            state = inbox.take(session, mail, recipient, now=now, installation=runtime.installation)
    except Unreadable as error:
        log.warning("mail_unreadable", size=len(data))
        return f"552 5.3.4 {error.sentence}"
    except RefusedText as error:
        with runtime.transaction() as session:
            door.record(session, error.refusal, by=Actor.system("mail", name=sender or "mail"), now=now)
        return "550 5.7.1 not accepted; call your security officer; do not resend or reply with the text"
    except SQLAlchemyError:
        log.exception("mail_not_kept")
        return "451 4.3.0 the database does not answer; try again later"
    log.info("mail_in", state=state, kind=mail.kind.value)
    return f"250 2.0.0 {state}"
