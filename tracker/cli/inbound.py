"""`tracker inbound`: the door for mail that comes in."""

import signal
import threading

import click
import structlog
from sqlalchemy.exc import SQLAlchemyError

from tracker import logs
from tracker.adapters import incoming
from tracker.adapters.incoming import House, Unreadable
from tracker.adapters.mailbox import Door
from tracker.cli.opening import opened
from tracker.errors import TrackerError
from tracker.runtime import Runtime
from tracker.services import door, inbox
from tracker.services.door import RefusedText
from tracker.services.installation import Actor

log = structlog.get_logger()


@click.command()
def inbound() -> None:
    """Take delivery reports and other mail, until it is told to end."""
    logs.configure()
    with opened() as runtime:
        listening = door_of(runtime)
        try:
            listening.start()
        except OSError as error:
            where = runtime.settings.inbound_url
            raise TrackerError(
                f"{where} cannot be used ({error.strerror}). Set TRACKER_INBOUND_URL."
            ) from error
        click.echo(f"Taking mail on port {listening.port}.", err=True)
        ended = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: ended.set())
        ended.wait()
        listening.stop()


def door_of(runtime: Runtime) -> Door:
    """Return the door of an installation; raise TrackerError where it has no address for mail."""
    settings = runtime.settings
    domains = tuple(domain for domain in (settings.bounce_domain, settings.reply_domain) if domain)
    if not domains:
        raise TrackerError("There is no address for mail that comes in: set TRACKER_BOUNCE_DOMAIN.")

    def take(sender: str, recipient: str, data: bytes) -> str:
        return taken(runtime, sender, recipient, data)

    return Door(settings.inbound_url, domains, take)


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
