"""Health: when the worker last ticked, what waits to be sent, and what went wrong last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from tracker.clock import print_moment
from tracker.domain.delivery import MessageState
from tracker.services.installation import Installation
from tracker.store.base import insert_once, real_epoch
from tracker.store.messages import OutgoingMessage, Pulse

LONGEST_SILENCE = 300.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the mail stands. `words` is one plain sentence; moments are aware and in UTC."""

    is_green: bool
    words: str
    last_tick_at: datetime | None
    waiting: int
    oldest_at: datetime | None
    failed: int
    last_failure: str | None

    def as_json(self) -> dict[str, Any]:
        """Return the health as the command line and /healthz print it."""
        return {
            "green": self.is_green,
            "words": self.words,
            "last_tick_at": print_moment(self.last_tick_at) if self.last_tick_at else None,
            "waiting": self.waiting,
            "oldest_at": print_moment(self.oldest_at) if self.oldest_at else None,
            "failed": self.failed,
            "last_failure": self.last_failure,
        }


def beat(session: Session, name: str, *, now: datetime, failure: str | None = None) -> None:
    """Keep a sign of life under a name; with `failure`, that the tick failed and why."""
    quiet = {"ticked_at": now, "real_epoch": 0.0, "last_failure": None, "failed_at": None}
    insert_once(session, Pulse, {"name": name} | quiet)
    values: dict[str, Any] = (
        {"ticked_at": now, "real_epoch": real_epoch(), "failed_at": None}
        if failure is None
        else {"last_failure": f"{print_moment(now)} {failure}", "failed_at": now}
    )
    session.execute(
        update(Pulse).where(Pulse.name == name).values(**values).execution_options(synchronize_session=False)
    )


def health(session: Session, *, now: datetime, installation: Installation) -> Health:
    """Return how the mail stands: red where the worker is silent or failing, or the relay is away."""
    pulses = list(session.scalars(select(Pulse).order_by(Pulse.ticked_at)))
    counted = select(func.count(OutgoingMessage.id), func.min(OutgoingMessage.written_at))
    waiting, oldest_at = session.execute(counted.where(OutgoingMessage.state == MessageState.WAITING)).one()
    failed, _ = session.execute(counted.where(OutgoingMessage.state == MessageState.FAILED)).one()
    faults = _faults(session, pulses)
    return Health(
        is_green=not faults,
        words=" ".join(faults or ["Mail goes out."]) + _counts(waiting, failed),
        last_tick_at=pulses[-1].ticked_at if pulses and pulses[-1].real_epoch else None,
        waiting=waiting,
        oldest_at=oldest_at,
        failed=failed,
        last_failure=_last_failure(session, pulses),
    )


def _faults(session: Session, pulses: list[Pulse]) -> list[str]:
    """Return what is wrong, worst first, a sentence each."""
    beaten = [pulse for pulse in pulses if pulse.real_epoch]
    if not beaten:
        faults = ["The worker has not run yet: start it with tracker work."]
    else:
        silence = (session.scalar(select(real_epoch())) or 0.0) - min(pulse.real_epoch for pulse in beaten)
        minutes = int(silence // 60)
        faults = [f"The worker has not ticked for {minutes} minutes."] if silence > LONGEST_SILENCE else []
    faults += [f"The last tick failed: {pulse.last_failure}." for pulse in pulses if pulse.failed_at]
    stuck = session.execute(_waits_for_relay()).first()
    if stuck is not None:
        faults.append(f"The mail system cannot be reached: {stuck.error}. It is tried again by itself.")
    return faults


def _waits_for_relay() -> Select[str | None]:
    return (
        select(OutgoingMessage.error)
        .where(OutgoingMessage.state == MessageState.WAITING, OutgoingMessage.waits_for_relay)
        .order_by(OutgoingMessage.id)
        .limit(1)
    )


def _counts(waiting: int, failed: int) -> str:
    said = [f"{_letters(waiting)} waiting" if waiting else "", f"{_letters(failed)} failed" if failed else ""]
    listed = ", ".join(words for words in said if words)
    return f" {listed[0].upper()}{listed[1:]}." if listed else ""


def _letters(n: int) -> str:
    return "1 letter" if n == 1 else f"{n} letters"


def _last_failure(session: Session, pulses: list[Pulse]) -> str | None:
    """Return the newest letter that could not be sent, or else what the worker failed at."""
    message = session.scalars(
        select(OutgoingMessage)
        .where(OutgoingMessage.error.is_not(None), OutgoingMessage.state.in_(("waiting", "failed")))
        .order_by(OutgoingMessage.id.desc())
        .limit(1)
    ).first()
    if message is not None:
        return f"letter {message.id}: {message.error}"
    return next((pulse.last_failure for pulse in reversed(pulses) if pulse.last_failure), None)
