"""A mail server whose every phase can misbehave: it answers, drops the link, or says nothing.

With a certificate it offers STARTTLS, and then asks for a name ("AUTH") and a password ("PASS");
"EHLO2" is the greeting over TLS.
"""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, Self

GRANTED = {
    "connect": "220 relay",
    "EHLO": "250 relay",
    "STARTTLS": "220 go on",
    "EHLO2": "250-relay\r\n250 AUTH LOGIN",
    "AUTH": "334 UGFzc3dvcmQ6",
    "PASS": "235 welcome",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    "dot": "250 2.0.0 taken as 77",
    "RSET": "250 ok",
    "QUIT": "221 bye",
}


def _hang_up(link: socket.socket) -> None:
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
    link.close()


def _at_once(_link: socket.socket) -> None:
    """Answer without waiting."""


@dataclass
class FaultyRelay:
    """Says `answers[phase]` instead of granting it: a reply line, "drop", or "hang".

    A phase's fault holds for `times` conversations in which it is met, then it is granted.
    """

    answers: dict[str, str] = field(default_factory=dict)
    times: int = 1000
    certificate: str = ""
    before_answer: dict[str, Callable[[socket.socket], None]] = field(default_factory=dict)
    taken: list[bytes] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Self:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._talks: list[threading.Thread] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for one in self._open:
            _hang_up(one)
        self._thread.join()
        for one in self._talks:
            one.join(10)

    @property
    def port(self) -> int:
        return int(self._server.getsockname()[1])

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(link)
            self._talks.append(threading.Thread(target=self._talk, args=(link,), daemon=True))
            self._talks[-1].start()

    def _talk(self, link: socket.socket) -> None:
        try:
            if self._say(link, "connect"):
                with link.makefile("rb") as lines:
                    self._obey(link, lines)
        except OSError:
            pass
        finally:
            _hang_up(link)

    def _obey(self, link: socket.socket, lines: BinaryIO, *, is_secured: bool = False) -> None:
        while line := lines.readline():
            phase = self._phase(line, is_secured=is_secured)
            if phase == "QUIT" and "QUIT" in self.answers:
                self._say(link, phase)
                return
            if not self._say(link, phase) or phase == "QUIT":
                return
            if phase == "STARTTLS" and self.seen[-1] == f"STARTTLS {GRANTED[phase]}":
                self._obey_secured(link)
                return
            if phase == "DATA" and self.seen[-1] == "DATA 354 go on":
                self._keep(self._body(lines))
                if not self._say(link, "dot"):
                    return

    def _obey_secured(self, link: socket.socket) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        secured = context.wrap_socket(link.dup(), server_side=True)
        self._open.append(secured)
        try:
            with secured.makefile("rb") as lines:
                self._obey(secured, lines, is_secured=True)
        finally:
            _hang_up(secured)

    def _phase(self, line: bytes, *, is_secured: bool) -> str:
        if self.seen and self.seen[-1] == f"AUTH {GRANTED['AUTH']}":
            return "PASS"
        word = line.decode("latin-1").split()[0].upper() if line.strip() else ""
        if word in ("EHLO", "HELO"):
            return "EHLO2" if is_secured else "EHLO"
        return word

    def _keep(self, data: bytes) -> None:
        answer = self._answer("dot")
        if answer.startswith("2") or answer in ("drop", "hang"):
            self.taken.append(data)

    def _body(self, lines: BinaryIO) -> bytes:
        data = b""
        for line in lines:
            if line == b".\r\n":
                return data
            data += line.removeprefix(b".")
        return data

    def _answer(self, phase: str) -> str:
        met = sum(
            1
            for one in self.seen
            if one.startswith(f"{phase} ") and one == f"{phase} {self.answers.get(phase)}"
        )
        if phase in self.answers and met < self.times:
            return self.answers[phase]
        if phase == "EHLO" and self.certificate:
            return "250-relay\r\n250 STARTTLS"
        return GRANTED.get(phase, "500 what?")

    def _say(self, link: socket.socket, phase: str) -> bool:
        answer = self._answer(phase)
        self.before_answer.get(phase, _at_once)(link)
        self.seen.append(f"{phase} {answer}")
        if answer == "drop":
            return False
        if answer != "hang":
            link.sendall(answer.encode() + b"\r\n")
        return True
