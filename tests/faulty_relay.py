"""A mail server whose every phase can misbehave: it answers, drops the link, or says nothing."""

import socket
import threading
from dataclasses import dataclass, field
from typing import Self

PHASES = ("connect", "EHLO", "MAIL", "RCPT", "DATA", "dot")
GRANTED = {
    "connect": "220 relay",
    "EHLO": "250 relay",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    "dot": "250 2.0.0 taken as 77",
    "RSET": "250 ok",
    "QUIT": "221 bye",
}


@dataclass
class FaultyRelay:
    """Says `answers[phase]` instead of granting it: a reply line, "drop", or "hang".

    A phase's fault holds for `times` conversations in which it is met, then it is granted.
    """

    answers: dict[str, str] = field(default_factory=dict)
    times: int = 1000
    taken: list[bytes] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Self:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for one in self._open:
            one.close()
        self._thread.join()

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
            threading.Thread(target=self._talk, args=(link,), daemon=True).start()

    def _talk(self, link: socket.socket) -> None:
        with link, link.makefile("rb") as lines:
            try:
                if self._say(link, "connect"):
                    self._obey(link, lines)
            except OSError:
                return

    def _obey(self, link: socket.socket, lines: object) -> None:
        for line in lines:
            phase = line.decode("latin-1").split()[0].upper() if line.strip() else ""
            phase = "EHLO" if phase == "HELO" else phase
            if phase == "QUIT" and "QUIT" in self.answers:
                return
            if not self._say(link, phase) or phase == "QUIT":
                return
            if phase == "DATA" and self.seen[-1] == "DATA 354 go on":
                data = self._body(lines)
                if self._answer("dot").startswith("2") or self._answer("dot") in ("drop", "hang"):
                    self.taken.append(data)
                if not self._say(link, "dot"):
                    return

    def _body(self, lines: object) -> bytes:
        data = b""
        for line in lines:
            if line == b".\r\n":
                return data
            data += line.removeprefix(b".")
        return data

    def _answer(self, phase: str) -> str:
        met = sum(
            1 for one in self.seen if one.startswith(f"{phase} ") and one != f"{phase} {GRANTED[phase]}"
        )
        return (
            self.answers[phase]
            if phase in self.answers and met < self.times
            else GRANTED.get(phase, "500 what?")
        )

    def _say(self, link: socket.socket, phase: str) -> bool:
        answer = self._answer(phase)
        self.seen.append(f"{phase} {answer}")
        if answer == "drop":
            return False
        if answer != "hang":
            link.sendall(answer.encode() + b"\r\n")
        return True
