"""The door for mail that comes in: SMTP or LMTP on an address of this installation, one recipient at a time.

It takes mail for the domains of this installation only, and answers what became of it; it relays nothing.
"""

import asyncio
from collections.abc import Callable
from urllib.parse import urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session

from tracker.adapters.incoming import LARGEST

Take = Callable[[str, str, bytes], str]  # envelope's sender and recipient, the mail; the answer


class _Listener(Controller):
    """A controller that speaks SMTP or LMTP, and knows which port it was given for port 0."""

    server: asyncio.Server

    def __init__(self, door: "Door", *, is_local: bool, hostname: str, port: int) -> None:
        super().__init__(door, hostname=hostname, port=port)
        self._kind = LMTP if is_local else SMTP

    def factory(self) -> SMTP:
        return self._kind(self.handler, data_size_limit=LARGEST, ident="tracker", enable_SMTPUTF8=False)

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # the library gives no types


class Door:
    """A server on `url` (smtp://host:port or lmtp://host:port) that hands each mail to `take`."""

    def __init__(self, url: str, domains: tuple[str, ...], take: Take) -> None:
        """Prepare the server; it listens from `start()` to `stop()`."""
        parts = urlsplit(url)
        self._domains = {domain.lower() for domain in domains}
        self._take = take
        self._listener = _Listener(
            self,
            is_local=parts.scheme == "lmtp",
            hostname=parts.hostname or "127.0.0.1",
            port=parts.port or 0,
        )

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._listener.port)

    def start(self) -> None:
        """Listen; raise OSError where the port is taken."""
        self._listener.start()

    def stop(self) -> None:
        """Stop listening."""
        self._listener.stop()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take a mail for one recipient of this installation."""
        if address.rpartition("@")[2].lower() not in self._domains:
            return "550 5.7.1 this server takes mail for its own addresses only"
        if envelope.rcpt_tos:
            return "452 4.5.3 one recipient at a time"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Hand the mail on and return the answer."""
        content = envelope.original_content or b""
        return self._take(envelope.mail_from or "", envelope.rcpt_tos[0], content)
