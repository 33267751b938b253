"""A real SMTP server in this process that keeps what it is sent."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


def free_port() -> int:
    """Return a port of this machine that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message taken: who sent it, to whom, and its bytes."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes

    @property
    def mail(self) -> EmailMessage:
        """The message, parsed."""
        parsed = message_from_bytes(self.data, policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed


class _Taker:
    """What aiosmtpd is handed: on each connection it reads every attribute of this, so it has none to compute."""

    def __init__(self, take: Callable[[Envelope], str]) -> None:
        self._take = take

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Keep the message, or refuse it."""
        return self._take(envelope)


@dataclass
class TestSink:
    """An SMTP server on a free port. `answer` is said after DATA; anything but 250 keeps nothing."""

    __test__ = False

    port: int = field(default_factory=free_port)
    answer: str = "250 taken"
    deliveries: list[Delivery] = field(default_factory=list)
    _controller: Controller | None = None

    @property
    def url(self) -> str:
        """The address for TRACKER_SMTP_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def mails(self) -> list[EmailMessage]:
        """The messages taken, parsed, in the order they came."""
        return [delivery.mail for delivery in self.deliveries]

    def start(self) -> None:
        """Listen; after `stop()` again on the same port."""
        self._controller = Controller(
            _Taker(self._take), hostname="127.0.0.1", port=self.port, server_hostname="sink.example"
        )
        self._controller.start()

    def stop(self) -> None:
        """Close the port, as a relay that is down."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def _take(self, envelope: Envelope) -> str:
        """Keep the message, or refuse it with the answer set."""
        if self.answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.deliveries.append(
                Delivery(
                    sender=envelope.mail_from or "",
                    recipients=tuple(envelope.rcpt_tos),
                    data=envelope.content,
                )
            )
        return self.answer
