"""`tracker inbound`: the door for mail that comes in."""

import signal
import threading

import click

from tracker import logs
from tracker.adapters.mailbox import Door
from tracker.cli.opening import opened
from tracker.errors import TrackerError
from tracker.receiving import taken
from tracker.runtime import Runtime


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
