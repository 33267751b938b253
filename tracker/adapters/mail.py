"""SMTP through Flask-Mail, hardened: verified certificates, time-outs, one recipient a message.

Every way a conversation can end becomes one Outcome; nothing here raises for a mail server's fault,
save RelayDown where no conversation could begin.
"""

import select
import smtplib
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlsplit

import flask_mail

from tracker.domain import bounces
from tracker.domain.delivery import UNKNOWN, Envelope, Outcome, OutcomeKind
from tracker.errors import DeliveryFailed
from tracker.settings import Settings

SHORTEST_SECONDS = 0.05
PORTS = {"smtp": 25, "smtps": 465, "starttls": 587}
CLOSING = 421
Mark = Callable[[str], None]


class RelayDown(DeliveryFailed):
    """The mail system cannot be reached."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a relay is given: to take the connection, to answer, to answer the final dot."""

    connect: float
    command: float
    dot: float


class _Connection(flask_mail.Connection):
    """Flask-Mail's connection with what it lacks: time-outs and verified certificates."""

    def __init__(self, mail: Any, tls: ssl.SSLContext | None, patience: "Patience") -> None:
        super().__init__(mail)
        is_secured = mail.use_ssl or mail.use_tls
        self.tls = tls or (ssl.create_default_context() if is_secured else None)
        self.patience = patience

    def configure_host(self) -> smtplib.SMTP:
        """Return a greeted, secured and signed-in connection; raise OSError or SMTPException."""
        server, port = self.mail.server, self.mail.port
        host: smtplib.SMTP
        if self.mail.use_ssl:
            host = smtplib.SMTP_SSL(server, port, timeout=self.patience.connect, context=self.tls)
        else:
            host = smtplib.SMTP(server, port, timeout=self.patience.connect)
        try:
            self._introduce(host)
        except (OSError, smtplib.SMTPException):
            host.close()
            raise
        return host

    def _introduce(self, host: smtplib.SMTP) -> None:
        _give(host, self.patience.command)
        host.ehlo_or_helo_if_needed()
        if self.mail.use_tls:
            host.starttls(context=self.tls)
            host.ehlo_or_helo_if_needed()
        if self.mail.username:
            host.login(self.mail.username, self.mail.password or "")


def _nothing(_point: str) -> None:
    """Pass a named point of the conversation; tests put something here that kills."""


class Relay:
    """The relay of an installation, over one kept connection. Not to be shared between threads.

    `trusted_seconds` is how long after `send` began the sender may still speak: less than its lease.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        mark: Mark = _nothing,
        tls: ssl.SSLContext | None = None,
        waiting: Callable[[], None] = lambda: None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Read the address from the settings; nothing is opened yet.

        `waiting` is called now and then while the answer to the final dot is awaited: to renew a lease.
        """
        parts = urlsplit(settings.smtp_url)
        state = flask_mail.Mail().init_mail(
            {
                "MAIL_SERVER": parts.hostname,
                "MAIL_PORT": parts.port or PORTS[parts.scheme],
                "MAIL_USERNAME": unquote(parts.username) if parts.username else None,
                "MAIL_PASSWORD": unquote(parts.password) if parts.password else None,
                "MAIL_USE_SSL": parts.scheme == "smtps",
                "MAIL_USE_TLS": parts.scheme == "starttls",
            }
        )
        self._patience = Patience(settings.connect_seconds, settings.command_seconds, settings.dot_seconds)
        self._connection = _Connection(state, tls, self._patience)
        self._host: smtplib.SMTP | None = None
        self._settings = settings
        self._trusted_seconds = settings.lease_seconds * 0.9
        self._waiting, self._waiting_seconds = waiting, settings.lease_seconds / 3
        self._mark = mark
        self._monotonic = monotonic

    def __enter__(self) -> Self:
        """Return the relay; it opens when it is needed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Say goodbye."""
        self.close()

    def open(self) -> None:
        """Connect where there is no connection; raise RelayDown in plain words."""
        if self._host is not None:
            return
        self._mark("before-connect")
        try:
            self._host = self._connection.configure_host()
        except (OSError, smtplib.SMTPException) as error:
            raise RelayDown(_why(error)) from None
        self._mark("connected")

    def _let_go(self) -> None:
        """Hang up without a word."""
        host, self._host = self._host, None
        if host is not None:
            host.close()

    def close(self) -> None:
        """Say goodbye and hang up; what the relay answers to that no longer matters."""
        host, self._host = self._host, None
        if host is None:
            return
        try:
            _give(host, self._patience.connect)
            host.quit()
        except (OSError, smtplib.SMTPException):
            host.close()

    def send(self, envelope: Envelope, *, since: float | None = None) -> Outcome:
        """Speak one message to its one recipient and return how it ended.

        `since` is when its lease began, on the monotonic clock; None: now.
        """
        until = (self._monotonic() if since is None else since) + self._trusted_seconds
        was_open = self._host is not None
        outcome = self._try(envelope, until)
        if was_open and outcome.kind is OutcomeKind.RELAY:  # a kept connection that the relay let go
            outcome = self._try(envelope, until)
        return outcome

    def _try(self, envelope: Envelope, until: float) -> Outcome:
        try:
            self.open()
        except RelayDown as error:
            return Outcome(kind=OutcomeKind.RELAY, words=error.sentence)
        talk = _Talk(self._host, self._time_left(until), self._answer_to_the_dot, mark=self._mark)
        outcome = talk.speak(self._sender_of(envelope), envelope)
        if not talk.is_alive:
            self._let_go()
        return outcome

    def _sender_of(self, envelope: Envelope) -> str:
        """Return the envelope's sender: the address that takes this letter's bounces, where there is one."""
        settings = self._settings
        if not settings.bounce_domain or not settings.secret_key:
            return settings.mail_from
        return bounces.address_for(envelope.id, secret=settings.secret_key, domain=settings.bounce_domain)

    def _time_left(self, until: float) -> Callable[[], float]:
        """Return what tells how long the next command may take; nothing is left when the lease is over."""
        return lambda: min(self._patience.command, until - self._monotonic())

    def _answer_to_the_dot(self) -> None:
        """Wait for the answer to begin, the lease renewed on the way; raise TimeoutError where none comes."""
        sock = self._host.sock if self._host else None
        if sock is None:
            raise smtplib.SMTPServerDisconnected("the relay has hung up")
        until = self._monotonic() + self._patience.dot
        while (left := until - self._monotonic()) > 0:
            if isinstance(sock, ssl.SSLSocket) and sock.pending():
                return
            if select.select([sock], [], [], min(left, self._waiting_seconds))[0]:
                sock.settimeout(max(min(left, self._patience.command), SHORTEST_SECONDS))
                return
            self._waiting()
        raise TimeoutError


class _Talk:
    """One message's conversation: each phase knows what its breaking off means."""

    def __init__(
        self,
        host: smtplib.SMTP | None,
        time_left: Callable[[], float],
        await_answer: Callable[[], None],
        *,
        mark: Mark,
    ) -> None:
        self._host = host or smtplib.SMTP()
        self._time_left, self._await_answer, self._mark = time_left, await_answer, mark
        self.is_alive = True

    def speak(self, sender: str, envelope: Envelope) -> Outcome:
        """Return how it ended; `is_alive` says whether the connection may be used again."""
        if not _is_plain(envelope.recipient):
            return Outcome(kind=OutcomeKind.REFUSED, words="the address is not one that mail can be sent to")
        refused = (
            self._phase("MAIL", lambda: self._host.mail(sender), broken=OutcomeKind.RELAY)
            or self._phase("RCPT", lambda: self._host.rcpt(envelope.recipient))
            or self._lease_is_over()
            or self._phase("DATA", lambda: self._host.docmd("DATA"))
            or self._lease_is_over(may_reset=False)
        )
        return refused or self._body(envelope.data)

    def _phase(
        self,
        name: str,
        say: Callable[[], tuple[int, bytes]],
        broken: OutcomeKind = OutcomeKind.LATER,
    ) -> Outcome | None:
        """Say one command; return None where it was granted."""
        self._mark(f"before-{name.lower()}")
        try:
            self._allow_time()
            code, text = say()
        except (OSError, smtplib.SMTPException) as error:
            self.is_alive = False
            return Outcome(kind=broken, words=f"{name}: {_why(error)}")
        if code // 100 in (2, 3):
            return None
        return self._denied(name, code, text, broken)

    def _denied(self, name: str, code: int, text: bytes, broken: OutcomeKind) -> Outcome:
        self._reset(code)
        words = f"{name}: {_said(code, text)}"
        if code == CLOSING:
            return Outcome(kind=broken, words=words)
        return Outcome(kind=OutcomeKind.REFUSED if code // 100 == 5 else OutcomeKind.LATER, words=words)

    def _body(self, data: bytes) -> Outcome:
        """Say the message and the final dot: from here on a break leaves its fate unknown."""
        try:
            self._allow_time()
            self._host.send(_dotted(data))
            self._mark("after-dot")
            self._await_answer()
            code, text = self._host.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self.is_alive = False
            words = f"{UNKNOWN}the link broke before the answer ({_why(error)})"
            return Outcome(kind=OutcomeKind.DOUBT, words=words)
        self._mark("after-250")
        if code // 100 == 2:
            return Outcome(kind=OutcomeKind.TAKEN, words=_said(code, text))
        return self._denied("after the dot", code, text, OutcomeKind.LATER)

    def _lease_is_over(self, *, may_reset: bool = True) -> Outcome | None:
        """Return that the message was not spoken, where the sender has slept too long to be trusted.

        After DATA was granted nothing but the message may be said: the link is let go.
        """
        if self._time_left() > 0:
            return None
        self._reset(0 if may_reset else CLOSING)
        return Outcome(kind=OutcomeKind.LATER, words="not spoken: the worker was held up past its lease")

    def _allow_time(self) -> None:
        _give(self._host, max(self._time_left(), SHORTEST_SECONDS))

    def _reset(self, code: int) -> None:
        """Clear the half-made conversation, so that the connection may carry the next message."""
        if code != CLOSING:
            try:
                self.is_alive = self._host.rset()[0] // 100 == 2
            except (OSError, smtplib.SMTPException):
                self.is_alive = False
            return
        self.is_alive = False


def _give(host: smtplib.SMTP, seconds: float) -> None:
    """Let the next command take so long; raise SMTPServerDisconnected where the relay has hung up."""
    if host.sock is None:
        raise smtplib.SMTPServerDisconnected("the relay has hung up")
    host.sock.settimeout(seconds)


def _is_plain(address: str) -> bool:
    """Return whether an address is one word of visible ASCII with one @ inside."""
    local, _, domain = address.rpartition("@")
    return bool(local and domain) and all("!" <= letter <= "~" and letter not in "<>" for letter in address)


def _dotted(data: bytes) -> bytes:
    """Return the message as it goes over the wire: lines that begin with a dot get a second, then the end."""
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    return b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines) + b"\r\n.\r\n"


def _said(code: int, text: bytes) -> str:
    return f"{code} {' '.join(text.decode('utf-8', 'replace').split())[:300]}".strip()


def _why(error: Exception) -> str:
    """Return in plain words why a relay cannot be spoken to."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return f"the relay refused the sign-in: {_said(error.smtp_code, _bytes(error.smtp_error))}"
        case smtplib.SMTPResponseException():
            return f"the relay said {_said(error.smtp_code, _bytes(error.smtp_error))}"
        case ssl.SSLCertVerificationError():
            return f"the relay's certificate is not valid: {error.verify_message}"
        case smtplib.SMTPServerDisconnected() if isinstance(error.__context__, TimeoutError):
            return "the relay did not answer in time"
        case TimeoutError():
            return "the relay did not answer in time"
        case ConnectionRefusedError():
            return "the relay refused the connection"
        case _:
            return " ".join(str(error).split())[:300] or type(error).__name__


def _bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
