"""`tracker serve`: the pages, on waitress."""

import signal
import sys
from collections.abc import Sequence
from typing import Any

import click
import waitress

from tracker import logs
from tracker.app import create_app
from tracker.cli.lifeline import child_option, end_with_input
from tracker.cli.opening import opened
from tracker.errors import TrackerError
from tracker.runtime import Runtime

LARGEST_IN_MEMORY = 16 * 1024 * 1024  # waitress writes larger bodies to disk: no pasted text may be there


@click.command()
@child_option
def serve(*, is_child: bool) -> None:
    """Run the web pages, until it is told to end."""
    logs.configure()
    with opened() as runtime:
        if is_child:
            end_with_input()
        serve_pages(runtime)


def serve_pages(runtime: Runtime) -> None:
    """Serve until SIGTERM or Ctrl-C; requests in hand are finished. Raise TrackerError where the port is taken."""
    settings = runtime.settings
    try:
        server = waitress.create_server(
            create_app(runtime),
            host=settings.host,
            port=settings.port,
            inbuf_overflow=LARGEST_IN_MEMORY,
            clear_untrusted_proxy_headers=True,
            **_proxy(settings.proxy_addresses),
            ident=None,
        )
    except OSError as error:
        where = f"Port {settings.port} of {settings.host}"
        raise TrackerError(
            f"{where} cannot be used ({error.strerror}). Set TRACKER_PORT to another."
        ) from error
    click.echo(f"Serving http://{settings.host}:{settings.port}/", err=True)
    signal.signal(signal.SIGTERM, _end)  # from here on; until now its own way, at once, is right
    server.run()
    server.close()


def _proxy(addresses: Sequence[str]) -> dict[str, Any]:
    """Return what the server must know of the proxy in front: only its word for an address is passed on."""
    if not addresses:
        return {}
    return {"trusted_proxy": addresses[0], "trusted_proxy_headers": {"x-forwarded-for"}}


def _end(_number: int, _frame: object) -> None:
    sys.exit(0)
