"""What became of a try to send, and when to try again: plain values, no clock, no network."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FIRST_WAIT = timedelta(minutes=5)  # greylisting servers ask for no less
LONGEST_WAIT = timedelta(hours=4)
MOST_TRIES = 16  # with these waits, about two days
MOST_DOUBTS = 3  # a server that always breaks off after the dot may be taking every copy
UNKNOWN = "unknown: "  # how the words of a try in doubt begin
SPREAD = timedelta(seconds=60)


class OutcomeKind(StrEnum):
    """How a try ended."""

    TAKEN = "taken"  # the server said 250 after the final dot
    LATER = "later"  # it was certainly not taken; the server may take it another time
    REFUSED = "refused"  # it was certainly not taken, and will not be
    DOUBT = "doubt"  # the link broke after the final dot: nobody can know
    RELAY = "relay"  # the relay could not be spoken to: this was no try


class MessageState(StrEnum):
    """Where a letter stands."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One message about to be spoken: frozen bytes to one recipient, under a fencing token."""

    id: int
    token: int
    number: int  # of the attempt, from 1
    recipient: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a try ended, in the server's words: "550 5.1.1 no such user"."""

    kind: OutcomeKind
    words: str


def next_wait(tries: int, key: int) -> timedelta | None:
    """Return how long to wait after so many tries, None where it is time to give up.

    5, 10, 20, 40 … minutes up to 4 hours; `key` (a message's id) spreads them over a minute.
    """
    if tries >= MOST_TRIES:
        return None
    doubled: timedelta = min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT)
    return doubled + SPREAD * (key * 37 % 60) / 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a message becomes after a try."""

    state: MessageState
    next_try_at: datetime | None = None
    error: str | None = None
    is_doubtful: bool = False


def verdict(outcome: Outcome, *, tries: int, key: int, now: datetime, doubts: int = 0) -> Verdict:
    """Return what a message becomes after its `tries`-th try ended so; `doubts` earlier ones left it in doubt."""
    match outcome.kind:
        case OutcomeKind.TAKEN:
            return Verdict(state=MessageState.SENT)
        case OutcomeKind.REFUSED:
            return Verdict(state=MessageState.FAILED, error=outcome.words)
        case OutcomeKind.RELAY:
            return Verdict(state=MessageState.WAITING, error=outcome.words)
        case OutcomeKind.DOUBT | OutcomeKind.LATER:
            return _again(outcome, tries, key, now, doubts)


def _again(outcome: Outcome, tries: int, key: int, now: datetime, doubts: int) -> Verdict:
    is_doubtful = outcome.kind is OutcomeKind.DOUBT
    wait = None if is_doubtful and doubts + 1 >= MOST_DOUBTS else next_wait(tries, key)
    if wait is None:
        words = f"given up after {tries} tries: {outcome.words}"
        return Verdict(state=MessageState.FAILED, error=words, is_doubtful=is_doubtful)
    return Verdict(
        state=MessageState.WAITING, next_try_at=now + wait, error=outcome.words, is_doubtful=is_doubtful
    )
