"""What must hold after every step, whatever went wrong: read past the engine, by SQL of its own."""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fault.account import name_of
from tests.sim.clocks import Clocks
from tests.sim.strands import Strand
from tracker.domain.delivery import Envelope
from tracker.services.message_states import KIND

MOVES = {
    "waiting": {"waiting", "sent", "failed", "cancelled"},
    "sent": {"sent", "failed"},  # it came back
    "failed": {"failed"},
    "cancelled": {"cancelled"},
}
LETTERS = "SELECT id, message_id, state, attempts, token, is_doubtful, error FROM outgoing_messages"
OF_A_LETTER = """SELECT s.id, s.task_id, t.closed_at IS NOT NULL FROM reminder_slots s
    JOIN tasks t ON t.id = s.task_id WHERE s.message_id = ?"""
SPARED = """s.reason <> '' AND EXISTS (SELECT 1 FROM notices n, json_each(n.tasks) told WHERE told.value = s.task_id
    AND n.recipient = s.recipient AND n.made_at = s.offered_at)"""  # a letter of that moment tells of the task
LOST = f"""SELECT count(*) FROM reminder_slots s LEFT JOIN outgoing_messages m ON m.id = s.message_id
    WHERE m.id IS NULL AND NOT ({SPARED}) OR m.state = 'cancelled' AND coalesce(m.error, '') = ''"""
UNEXPLAINED = """SELECT m.id, count(a.id), m.state, m.is_doubtful FROM outgoing_messages m LEFT JOIN delivery_attempts a
    ON a.message_id = m.id AND (a.ended_at IS NULL OR a.result LIKE 'unknown%') WHERE m.message_id = ?"""


@dataclass
class Taken:
    """A copy that the server took: of which letter, when, and by whose hand."""

    message_id: str
    step: int
    strand: str


@dataclass
class Laws:
    """The watch over one simulated installation; `breaches` says in words what did not hold."""

    path: Path
    clocks: Clocks
    most_a_minute: int = 0
    step: int = 0
    breaches: list[str] = field(default_factory=list)
    copies: Counter[str] = field(default_factory=Counter)
    taken: list[bytes] = field(default_factory=list)
    _told_in: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    _open_at: dict[int, int] = field(default_factory=dict)  # the last step at which a task was open
    _was_sent: set[int] = field(default_factory=set)
    _before: dict[int, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._link = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)

    def close(self) -> None:
        self._link.close()

    def hold(self, is_so: object, words: str) -> None:
        """Keep a breach where it is not so."""
        if not is_so:
            self.breaches.append(f"step {self.step}: {words}")

    def look(self) -> None:
        """Look at every letter: it moves only as it may, and nothing owed is lost."""
        for row in self._link.execute(LETTERS).fetchall():
            number, _, state, attempts, token, is_doubtful, error = row
            was = self._before.get(number, (number, "", "waiting", 0, 0, 0, None))
            if row == was:
                continue
            self.hold(state in MOVES[was[2]], f"letter {number} went from {was[2]} to {state}")
            self.hold(token >= was[4], f"the token of letter {number} fell")
            self.hold(is_doubtful >= was[5], f"letter {number} is no longer marked as in doubt")
            self.hold(attempts >= was[3] - 1, f"tries of letter {number} were forgotten")
            self.hold(
                state != "sent" or self.copies[row[1]], f"letter {number} is called sent, and was not taken"
            )
            self.hold(state != "failed" or error, f"letter {number} failed without a word")
            self._before[number] = row
            self._was_sent.update([number] if state == "sent" else [])
        self.hold(self._link.execute(LOST).fetchone() == (0,), "a reminder is lost")
        for (task_id,) in self._link.execute("SELECT id FROM tasks WHERE closed_at IS NULL").fetchall():
            self._open_at[task_id] = self.step
        self._keep_pace()

    def take(self, envelope: Envelope, data: bytes, strand: Strand) -> None:
        """Look at a letter that the server takes at this moment."""
        name = name_of(data)
        row = self._link.execute(f"{LETTERS} WHERE message_id = ?", (name,)).fetchone()
        if row is None:
            self.hold(False, f"nobody wrote {name}")
            return
        number, _, state, attempts, token, is_doubtful, _ = row
        is_own = strand.noted_jumps == self.clocks.jumps  # else another could take it over in good faith
        self.hold(state == "waiting" or not is_own, f"letter {number} was sent though it is {state}")
        self.hold(token == envelope.token or not is_own, f"letter {number} was sent under an old token")
        self.hold(attempts >= envelope.number, f"a try of letter {number} was not noted")
        self.hold(not self.copies[name] or is_doubtful, f"letter {number} went again and is not marked")
        self._look_at_slots(number, name, strand)
        self.copies[name] += 1
        self.taken.append(data)

    def _look_at_slots(self, number: int, name: str, strand: Strand) -> None:
        slots = self._link.execute(OF_A_LETTER, (number,)).fetchall()
        kind = self._link.execute("SELECT kind FROM outgoing_messages WHERE id = ?", (number,)).fetchone()
        for slot, _, _ in slots:
            self._told_in[slot].add(name)
            self.hold(len(self._told_in[slot]) == 1, f"reminder {slot} was told in two letters")
        is_void = kind == (KIND,) and slots and all(is_closed for _, _, is_closed in slots)
        last_open = max((self._open_at.get(task_id, 0) for _, task_id, _ in slots), default=0)
        self.hold(
            not is_void or last_open >= strand.noted_step - 1,
            f"letter {number} went after its tasks were closed",
        )

    def explain_copies(self) -> None:
        """See that each second copy followed a try of which nobody knew how it ended, and all that went is told."""
        for name, count in self.copies.items():
            number, unknown, state, is_doubtful = self._link.execute(UNEXPLAINED, (name,)).fetchone()
            self.hold(unknown >= count - 1, f"letter {number} went {count} times, {unknown} tries unknown")
            is_told = state == "sent" or is_doubtful or number in self._was_sent
            self.hold(is_told, f"letter {number} went, is {state}, and is not marked as in doubt")

    def _keep_pace(self) -> None:
        if not self.most_a_minute:
            return
        asked = "SELECT count(*) FROM delivery_attempts WHERE real_epoch > ?"
        spoken = self._link.execute(asked, (self.clocks.database - 59.0,)).fetchone()[0]
        self.hold(spoken <= self.most_a_minute, f"{spoken} letters were spoken within a minute")
