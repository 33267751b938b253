"""Health: when the worker last ticked, what waits to be sent, and what went wrong last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, literal, select, update
from sqlalchemy.orm import Session

from tracker.clock import print_moment
from tracker.domain.delivery import MessageState
from tracker.services import bounces
from tracker.services.installation import Installation
from tracker.services.message_states import utc_words
from tracker.store.base import insert_once, real_epoch
from tracker.store.messages import OutgoingMessage, Pulse
from tracker.texts import _, ngettext

LONGEST_SILENCE = 240.0  # seconds: with a page's own few seconds, red within five minutes
OFFER, DELIVER, RELAY = (
    "offer",
    "deliver",
    "relay",
)  # the names of pulses: two ticks, and the link to the relay
TICKS = (OFFER, DELIVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the mail stands. `words` are plain sentences, for everybody; moments are aware and in UTC."""

    is_green: bool
    words: str
    last_tick_at: datetime | None
    waiting: int
    oldest_at: datetime | None
    failed: int
    last_failure: str | None
    bouncing: int  # addresses whose newest letter failed for good
    relay_failed_at: datetime | None  # since the relay was last reached, it could not be; None: it can
    warning: str | None = (
        None  # what is set up so that less is done than could be; mail goes out all the same
    )
    fault: str | None = None  # what the worker fails at, in the machine's words: for who runs it
    is_worker_still: bool = False  # it has not run, or is silent: somebody must start it

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
            "fault": self.fault,
            "bouncing": self.bouncing,
            "relay": "away" if self.relay_failed_at else "reached",
            "warning": self.warning,
        }


def beat(session: Session, name: str, *, now: datetime, failure: str | None = None) -> None:
    """Keep a sign of life under a name; with `failure`, that the tick failed, since when and why."""
    quiet = {"ticked_at": now, "real_epoch": 0.0, "last_failure": None, "failed_at": None}
    insert_once(session, Pulse, {"name": name} | quiet)
    values: dict[str, Any] = (
        {"ticked_at": now, "real_epoch": real_epoch(), "failed_at": None}
        if failure is None
        else {
            "last_failure": f"{print_moment(now)} {failure}",
            "failed_at": func.coalesce(Pulse.failed_at, literal(now, Pulse.failed_at.type)),
        }
    )
    session.execute(
        update(Pulse).where(Pulse.name == name).values(**values).execution_options(synchronize_session=False)
    )


def health(session: Session, *, now: datetime, installation: Installation) -> Health:
    """Return how the mail stands: red where the worker is silent or failing, or the relay is away."""
    every = list(session.scalars(select(Pulse).order_by(Pulse.ticked_at)))
    pulses = [pulse for pulse in every if pulse.name in TICKS]
    relay = next((pulse for pulse in every if pulse.name == RELAY), None)
    found = session.execute(_figures()).one()
    still = _stillness(pulses, found)
    faults = [*still, *_faults(pulses, found)]
    return Health(
        is_green=not faults,
        words=" ".join(faults or [_("Mail goes out.")])
        + _counts(found.waiting, found.failed, found.bouncing),
        last_tick_at=pulses[-1].ticked_at if pulses and pulses[-1].real_epoch else None,
        waiting=found.waiting,
        oldest_at=found.oldest_at,
        failed=found.failed,
        last_failure=_last_failure(pulses, found),
        bouncing=found.bouncing,
        relay_failed_at=relay.failed_at if relay else None,
        warning=_warning(installation),
        fault="; ".join(pulse.last_failure or "" for pulse in pulses if pulse.failed_at) or None,
        is_worker_still=bool(still),
    )


def _warning(installation: Installation) -> str | None:
    """Return in one sentence why replies only wait to be read, None where they act."""
    if not installation.settings.replies_only_wait:
        return None
    return _(
        "Replies by mail do nothing but wait to be read: set TRACKER_VOUCHING_SERVER to the name of your mail server "
        "that checks senders."
    )


def _figures() -> Select[Any]:
    """Return the one question about the letters: how many wait and failed, since when, and in what words."""
    waits = OutgoingMessage.state == MessageState.WAITING
    unsent = OutgoingMessage.error.is_not(None) & OutgoingMessage.state.in_(("waiting", "failed"))
    count = select(func.count(OutgoingMessage.id))
    first, last = OutgoingMessage.id, OutgoingMessage.id.desc()
    stuck = select(OutgoingMessage.error).where(waits, OutgoingMessage.waits_for_relay).order_by(first)
    return select(
        real_epoch().label("epoch"),
        count.where(waits).scalar_subquery().label("waiting"),
        select(func.min(OutgoingMessage.written_at)).where(waits).scalar_subquery().label("oldest_at"),
        count.where(OutgoingMessage.state == MessageState.FAILED).scalar_subquery().label("failed"),
        bounces.counted().scalar_subquery().label("bouncing"),
        stuck.limit(1).scalar_subquery().label("stuck"),
        select(OutgoingMessage.id).where(unsent).order_by(last).limit(1).scalar_subquery().label("bad_id"),
        select(OutgoingMessage.error).where(unsent).order_by(last).limit(1).scalar_subquery().label("bad"),
    )


def _stillness(pulses: list[Pulse], found: Row[Any]) -> list[str]:
    """Return in a sentence that the worker does not run, nothing where it does."""
    beaten = [pulse for pulse in pulses if pulse.real_epoch]
    if not beaten:
        return [_("The worker, which sends the letters, has not run yet.")]
    silence = found.epoch - min(pulse.real_epoch for pulse in beaten)
    minutes = int(silence // 60)
    told = ngettext(
        "The worker, which sends the letters, has been silent for %(num)s minute.",
        "The worker, which sends the letters, has been silent for %(num)s minutes.",
        minutes,
    )
    return [told] if silence > LONGEST_SILENCE else []


def _faults(pulses: list[Pulse], found: Row[Any]) -> list[str]:
    """Return what else is wrong, worst first, a sentence each."""
    failing = [pulse.failed_at for pulse in pulses if pulse.failed_at]
    since = utc_words(min(failing)) if failing else ""
    faults = [_("The worker has failed since %(when)s.", when=since)] if failing else []
    if found.stuck is not None:
        away = _("The mail system cannot be reached: %(why)s. It is tried again by itself.", why=found.stuck)
        faults.append(away)
    return faults


def told_to_operators(found: Health) -> str:
    """Return how the mail stands to who runs the machine: with what the worker fails at, and what to do."""
    said = [found.words, *([with_fault(found.fault)] if found.fault else [])]
    return " ".join([*said, *([remedy()] if found.is_worker_still else [])])


def with_fault(fault: str) -> str:
    """Return what the worker fails at as a sentence."""
    return _("It said: %(fault)s.", fault=fault)


def remedy() -> str:
    """Return what who runs the machine does where the worker is still."""
    return _("Start it: tracker work.")


def _counts(waiting: int, failed: int, bouncing: int) -> str:
    said = [
        ngettext("%(num)s letter waiting", "%(num)s letters waiting", waiting) if waiting else "",
        ngettext("%(num)s letter failed", "%(num)s letters failed", failed) if failed else "",
        ngettext("%(num)s address bouncing", "%(num)s addresses bouncing", bouncing) if bouncing else "",
    ]
    listed = ", ".join(words for words in said if words)
    return f" {listed[0].upper()}{listed[1:]}." if listed else ""


def _last_failure(pulses: list[Pulse], found: Row[Any]) -> str | None:
    """Return the newest letter that could not be sent, or else what the worker failed at."""
    if found.bad_id is not None:
        return f"letter {found.bad_id}: {found.bad}"
    return next((pulse.last_failure for pulse in reversed(pulses) if pulse.last_failure), None)
