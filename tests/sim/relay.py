"""A mail server in memory that goes wrong on demand, behind the tracker's own SMTP conversation."""

import smtplib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.sim.clocks import Clocks
from tracker.adapters.mail import Relay
from tracker.domain.delivery import Envelope, Outcome

# Where a conversation can go wrong: "dot" before the letter is taken, "answer" after.
PHASES = ("connect", "MAIL", "RCPT", "DATA", "dot", "answer", "RSET")
FAULTS = ("451", "554", "421", "drop", "slow")
THINKING = 3  # thirds of a lease that it thinks about a letter
Take = Callable[[Envelope, bytes], None]


@dataclass
class Server:
    """What the server is like: away or not, whom it does not know, what goes wrong next and how."""

    clocks: Clocks
    take: Take
    is_up: bool = True
    next_faults: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    is_thinking: bool = False
    met: Counter[str] = field(default_factory=Counter)

    def fault_at(self, phase: str) -> str:
        """Return what goes wrong at this phase this time; it goes wrong once."""
        found = self.next_faults.pop(phase, "")
        if found:
            self.met[f"{phase} {found}"] += 1
        return found if self.is_up else "drop"


class _Line:
    """The wire: it knows only how long it is waited for."""

    def __init__(self) -> None:
        self.seconds = 10.0

    def settimeout(self, seconds: float) -> None:
        self.seconds = seconds


class Host:
    """One connection, spoken to as an smtplib.SMTP is."""

    def __init__(self, relay: "SimulatedRelay") -> None:
        self.relay, self.server = relay, relay.server
        self.sock: _Line | None = _Line()
        self.answer: tuple[int, bytes] = (250, b"2.0.0 taken")

    def mail(self, _sender: str) -> tuple[int, bytes]:
        return self._reply("MAIL")

    def rcpt(self, recipient: str) -> tuple[int, bytes]:
        if recipient in self.server.unknown:
            return 550, b"5.1.1 no such user"
        return self._reply("RCPT")

    def docmd(self, name: str) -> tuple[int, bytes]:
        return self._reply(name, granted=354)

    def send(self, data: bytes) -> None:
        """Take the letter, unless something goes wrong at the dot."""
        self.answer = self._reply("dot")
        if self.answer[0] == 250:
            self.server.take(self.relay.envelope, data)

    def getreply(self) -> tuple[int, bytes]:
        """Return the answer to the dot; only when it was taken can the answer itself go wrong."""
        if self.answer[0] == 250 and (fault := self.server.fault_at("answer")):
            self._broken("slow" if fault == "slow" else "drop")
        return self.answer

    def rset(self) -> tuple[int, bytes]:
        return self._reply("RSET")

    def quit(self) -> None:
        self.close()

    def close(self) -> None:
        self.sock = None

    def _reply(self, phase: str, granted: int = 250) -> tuple[int, bytes]:
        fault = self.server.fault_at(phase)
        if fault in ("drop", "slow"):
            self._broken(fault)
        return (int(fault), b"as it pleases") if fault else (granted, b"ok")

    def _broken(self, fault: str) -> None:
        if fault == "drop" or self.sock is None:
            raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
        self.server.clocks.pass_by(self.sock.seconds)
        raise TimeoutError


class _Dialler:
    """What opens connections to the server."""

    def __init__(self, relay: "SimulatedRelay") -> None:
        self.relay = relay

    def configure_host(self) -> Any:
        """Return a greeted connection."""
        fault = self.relay.server.fault_at("connect")
        if not fault:
            return Host(self.relay)
        if fault == "drop":
            raise ConnectionRefusedError
        if fault == "slow":
            self.relay.server.clocks.pass_by(10.0)
            raise TimeoutError
        raise smtplib.SMTPConnectError(int(fault), b"as it pleases")


class SimulatedRelay(Relay):
    """The tracker's relay with the wire replaced, and nothing else."""

    def over(self, server: Server) -> "SimulatedRelay":
        """Speak to this server."""
        self.server = server
        self._connection = _Dialler(self)  # type: ignore[assignment]
        return self

    def send(self, envelope: Envelope, *, since: float | None = None) -> Outcome:
        """Speak one message, as the tracker does; the server is to know which it is."""
        self.envelope = envelope
        return super().send(envelope, since=since)

    def _answer_to_the_dot(self) -> None:
        """Wait for the answer on the simulated clock: while the server thinks, the lease is renewed."""
        if self.server.is_thinking:
            for _ in range(THINKING):
                self.server.clocks.pass_by(self._waiting_seconds)
                self._waiting()
