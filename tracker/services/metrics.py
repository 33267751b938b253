"""Figures for a machine that watches: counted in the database, so that every process answers the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.delivery import MessageState
from tracker.services import bounces
from tracker.services.health import RELAY, TICKS
from tracker.store.base import real_epoch
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import DeliveryAttempt, OutgoingMessage, Pulse, ReminderSlot
from tracker.store.tasks import Task

Sample = tuple[str, str, float]  # label, its value, the figure; no label: two empty texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One figure, or one for each value of a label; `kind` is gauge or counter."""

    name: str
    words: str
    kind: str
    samples: tuple[Sample, ...]


def metrics(session: Session, *, now: datetime) -> list[Metric]:
    """Return the figures of this installation. No address, name or text is among them."""
    letters = select(func.count(OutgoingMessage.id))
    waiting = OutgoingMessage.state == MessageState.WAITING
    oldest = session.scalar(select(func.min(OutgoingMessage.written_at)).where(waiting))
    is_open = Task.closed_at.is_(None) & ~Task.is_history
    return [
        _by_label("letters", "Letters by state.", "state", _by_state(session)),
        _one("letters_in_doubt", "Letters that may have gone twice.", _count(session, OutgoingMessage.is_doubtful)),
        _one("letters_waiting_for_relay", "Letters that wait for the relay.",
             session.scalar(letters.where(waiting, OutgoingMessage.waits_for_relay))),
        _one("oldest_waiting_seconds", "Age of the oldest letter that waits.",
             (now - oldest).total_seconds() if oldest else 0),
        _one("addresses_bouncing", "Addresses whose newest letter failed for good.", session.scalar(bounces.counted()) or 0),
        _one("mail_held", "Mails that came in and wait for a person.",
             session.scalar(select(func.count(IncomingMessage.id)).where(IncomingMessage.state == "held"))),
        _one("tries_total", "Tries to hand a letter over.",
             session.scalar(select(func.count(DeliveryAttempt.id))), kind="counter"),
        _one("reminders_total", "Reminders offered.",
             session.scalar(select(func.count(ReminderSlot.id))), kind="counter"),
        _one("tasks_open", "Tasks that are not closed.", session.scalar(select(func.count(Task.id)).where(is_open))),
        _one("tasks_late", "Open tasks whose due has passed.",
             session.scalar(select(func.count(Task.id)).where(is_open, Task.due_at < now))),
        *_pulses(session),
    ]  # fmt: skip


def exposition(found: Iterable[Metric]) -> str:
    """Return the figures in the text form that Prometheus reads."""
    lines: list[str] = []
    for metric in found:
        name = f"tracker_{metric.name}"
        lines += [f"# HELP {name} {metric.words}", f"# TYPE {name} {metric.kind}"]
        for label, value, figure in metric.samples:
            lines.append(f'{name}{{{label}="{value}"}} {figure:g}' if label else f"{name} {figure:g}")
    return "\n".join(lines) + "\n"


def _one(name: str, words: str, figure: float | None, *, kind: str = "gauge") -> Metric:
    return Metric(name=name, words=words, kind=kind, samples=(("", "", figure or 0),))


def _by_label(name: str, words: str, label: str, figures: Sequence[tuple[str, float]]) -> Metric:
    return Metric(
        name=name,
        words=words,
        kind="gauge",
        samples=tuple((label, value, figure) for value, figure in figures),
    )


def _by_state(session: Session) -> list[tuple[str, float]]:
    rows = session.execute(select(OutgoingMessage.state, func.count()).group_by(OutgoingMessage.state))
    counts = {row[0]: row[1] for row in rows}
    return [(state.value, counts.get(state.value, 0)) for state in MessageState]


def _count(session: Session, condition: object) -> int:
    return session.scalar(select(func.count(OutgoingMessage.id)).where(condition)) or 0  # type: ignore[arg-type] # a column


def _pulses(session: Session) -> list[Metric]:
    """Return how long ago each tick was, on the database's clock, and whether the relay is reached."""
    now = session.scalar(select(real_epoch())) or 0.0
    pulses = {pulse.name: pulse for pulse in session.scalars(select(Pulse))}
    ages = [(name, now - pulses[name].real_epoch if name in pulses else now) for name in TICKS]
    relay = pulses.get(RELAY)
    return [
        _by_label("tick_age_seconds", "Seconds since the worker's last tick.", "tick", ages),
        _one(
            "relay_reached",
            "1 where the relay was reached last, else 0.",
            float(not (relay and relay.failed_at)),
        ),
    ]
