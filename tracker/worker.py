"""The worker: two ticks on a clock, each safe to run twice and beside other workers.

One tick offers what is owed; the other sends what waits. The truth is in the tables, never in the
scheduler, and no transaction is open while mail is spoken.
"""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from tracker import ticking, turns
from tracker.adapters.letters import Writer
from tracker.adapters.mail import Mark, Relay, RelayDown
from tracker.adapters.notices import NoticeWriter
from tracker.domain.delivery import Envelope, Outcome, OutcomeKind
from tracker.domain.work_done import WorkDone
from tracker.errors import BadSettings
from tracker.runtime import Runtime
from tracker.services import (
    alerts,
    audit,
    bounces,
    health,
    idle_accounts,
    notices,
    outbox,
    pace,
    reminders,
    weekly,
)
from tracker.services.alerts import ALERT
from tracker.services.health import DELIVER, OFFER, RELAY
from tracker.services.outbox import Claim
from tracker.settings import Settings
from tracker.store import base
from tracker.ticking import Circuit, Tick

FAULT_VARIABLE = "TRACKER_TEST_FAULT_AT"
BEAT_SECONDS = 30.0  # between two signs of life
ANCHOR, ACCOUNTS, HOUR_SECONDS = "anchor", "accounts", 3600
CHECK_SECONDS = 5.0  # how long it holds that a claimed letter goes as it is, its tasks unchanged
Spoken = tuple[Envelope, Outcome]
log = structlog.get_logger()


class Worker:
    """The two ticks of one process, and what they keep between them."""

    def __init__(
        self,
        runtime: Runtime,
        *,
        environ: Mapping[str, str] = os.environ,
        monotonic: Callable[[], float] = time.monotonic,
        route: str = "",
    ) -> None:
        """Hold the runtime; nothing is opened yet. `route`: whose letters it delivers, over a relay of theirs."""
        self.runtime = runtime if not route else alerting(runtime)
        self.route, self.pulse = route, route or DELIVER
        self.monotonic = monotonic
        self.stopping = threading.Event()
        self.circuit = Circuit(monotonic)
        self.spoken: Spoken | None = None  # how the last letter went, until that is kept
        self._beaten: dict[
            str, tuple[float, datetime]
        ] = {}  # when each tick last gave a sign, on both clocks
        self.mark = fault_mark(runtime.settings, environ)
        self.writer = Writer(runtime.settings)
        self.notices = NoticeWriter(runtime.settings)

    def offer(self, done: WorkDone) -> None:
        """Write the letters that are owed by now, some in a transaction, so that nobody waits long for it."""
        written = -1
        while written and not self.stopping.is_set():
            self.runtime = self.runtime.renewed()
            start = self.monotonic()
            with turns.alone(self.runtime.engine) as is_alone:
                written = self._offer_some() if is_alone else 0
            self.mark("after-offer-commit")
            done.offered += written
            if turns.is_shared(self.runtime.engine) and self.monotonic() - start > turns.LONG:
                self.stopping.wait(turns.BREATH)
        if self.runtime.fault:  # letters go on by what was known before, and the mail page is red
            raise BadSettings(self.runtime.fault)

    def _offer_some(self) -> int:
        """Write some of the letters that are owed by now in one transaction; return how many."""
        now, installation = self.runtime.now(), self.runtime.installation
        with self.runtime.transaction() as session:
            written = reminders.offer(session, now, installation, write=self.writer.write)
            weekly.send(session, now=now, installation=installation)
            written += notices.write_out(session, now, installation, write=self.notices.write)
            written += alerts.write_out(session, now, installation.settings)
            if written or self._is_silent(OFFER, now):
                self.beat(session, now, OFFER)
            self.mark("before-offer-commit")
        return written

    def deliver(self, done: WorkDone) -> None:
        """Send what waits, a letter at a time, until nothing is ready or the process is to end."""
        has_beaten = False
        self.runtime = self.runtime.renewed()
        self.keep_result()
        if self.circuit.is_open_for_use and self._is_any_ready():
            round_ = _Round(self)
            with self.relay(round_.keep) as relay:
                has_beaten = self._deliver_over(relay, round_, done)
        now = self.runtime.now()
        if not has_beaten and self._is_silent(self.pulse, now):
            with self.runtime.transaction() as session:
                self.beat(session, now)

    def keep_result(self) -> None:
        """Record how the last letter went, where the database was away or locked when it was to be recorded."""
        spoken = self.spoken
        if spoken is None:
            return
        self.spoken = None
        try:
            with self.runtime.transaction() as session:
                if outbox.is_unfinished(session, spoken[0]):  # else it was recorded, and only not heard of
                    self.record(session, spoken, self.runtime.now())
        except OperationalError:
            self.spoken = spoken
            raise

    def record(self, session: Session, spoken: Spoken | None, now: datetime) -> None:
        """Record how a letter went, if one was spoken."""
        if spoken is None:
            return
        envelope, outcome = spoken
        if not outbox.record_result(session, envelope, outcome, now=now):
            log.warning("result_dropped", message_id=envelope.id, reason="a newer worker holds the letter")
        elif outcome.kind is not OutcomeKind.TAKEN and not self.route:
            bounces.tell_instead(session, envelope.id, now=now, installation=self.runtime.installation)

    def end(self) -> None:
        """Keep what is known before the process ends."""
        try:
            self.keep_result()
        except SQLAlchemyError:
            log.exception("result_not_kept")

    def relay(self, waiting: Callable[[], None]) -> Relay:
        """Return the relay of one run; `waiting` is called while it thinks about a letter."""
        return Relay(self.runtime.settings, mark=self.mark, waiting=waiting, monotonic=self.monotonic)

    def anchor(self, _done: WorkDone) -> None:
        """Write the head of the audit trail into the log, which is kept on another system."""
        with self.runtime.reading() as session:
            head = audit.head(session)
        log.info("audit_head", count=head.count, hash=head.hash)

    def look_after_accounts(self, _done: WorkDone) -> None:
        """Switch off the accounts that nobody uses."""
        with self.runtime.transaction() as session:
            idle_accounts.switch_off(session, now=self.runtime.now(), installation=self.runtime.installation)

    def tick(self, name: str, act: Callable[[WorkDone], None]) -> None:
        """Do one tick; a failure is kept for people to see, and the next tick tries again."""
        if self.stopping.is_set():
            return
        done = WorkDone()
        try:
            act(done)
        except Exception as error:
            log.exception("tick_failed", tick=name)
            self._keep_failure(name, error)
        if done.is_any:
            log.info("tick_done", tick=name, words=done.words)

    def beat_now_and_then(self, session: Session, now: datetime) -> None:
        """Keep a sign of life while a long queue is worked off."""
        if self.pulse not in self._beaten or self._seconds_since_beat(self.pulse) > BEAT_SECONDS:
            self.beat(session, now)

    def beat(self, session: Session, now: datetime, name: str = "") -> None:
        """Keep a sign of life of a tick, of its own where none is named."""
        name = name or self.pulse
        health.beat(session, name, now=now)
        self._beaten[name] = (self.monotonic(), now)

    def _is_silent(self, name: str, now: datetime) -> bool:
        """Return whether a sign is due of a tick that found nothing to do: each costs a durable commit."""
        if name not in self._beaten or self._seconds_since_beat(name) > BEAT_SECONDS:
            return True
        return abs(now - self._beaten[name][1]) > timedelta(minutes=1)  # the clock was set

    def _seconds_since_beat(self, name: str) -> float:
        return self.monotonic() - self._beaten[name][0]

    def _keep_failure(self, name: str, error: Exception) -> None:
        self._beaten.pop(name, None)  # the next good tick says at once that all is well again
        words = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        try:
            with self.runtime.transaction() as session:
                health.beat(session, name, now=self.runtime.now(), failure=words)
        except SQLAlchemyError:
            log.exception("failure_not_kept", tick=name)

    def _is_any_ready(self) -> bool:
        with base.reading(self.runtime.sessions) as session:
            return outbox.is_any_ready(session, self.runtime.now(), self.route)

    def _deliver_over(self, relay: Relay, round_: "_Round", done: WorkDone) -> bool:
        """Send over the relay; return whether a sign of life was kept with the last result."""
        try:
            relay.open()
        except RelayDown as error:
            self._relay_is_down(error.sentence, done)
            return False
        while (envelope := round_.next()) is not None:
            outcome = relay.send(envelope, since=round_.noted_at)
            done.count(outcome.kind)
            round_.finish(envelope, outcome)
            if outcome.kind is OutcomeKind.RELAY:
                round_.end()
                self._relay_is_down(outcome.words, done)
                return False
        self.circuit.worked()
        return not self.stopping.is_set()

    def _relay_is_down(self, words: str, done: WorkDone) -> None:
        pause, now = self.circuit.failed(), self.runtime.now()
        with self.runtime.transaction() as session:
            waiting = outbox.relay_is_down(session, words, now=now, next_try=pause, route=self.route)
            health.beat(session, self.route or RELAY, now=now, failure=words)
        done.relay = words
        log.warning("relay_down", reason=words, waiting=waiting)


class _Round:
    """The letters one worker holds while it speaks to a relay.

    The result of one letter and the note about the next go into one transaction: on SQLite a
    durable commit is what a letter costs.
    """

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._held: deque[Claim] = deque()
        self._checked = (0.0, worker.runtime.now())  # on both clocks
        self.noted_at = 0.0  # when the lease of the letter in hand began, on the monotonic clock
        self._in_hand: Envelope | None = None

    def finish(self, envelope: Envelope, outcome: Outcome) -> None:
        """Keep a result for the next transaction."""
        self._worker.spoken = (envelope, outcome)

    def next(self) -> Envelope | None:
        """Record the last result, and note and return the next letter; None where none is ready."""
        worker = self._worker
        if worker.stopping.is_set():
            self.end()
            return None
        now = worker.runtime.now()
        worker.mark("before-note-commit")
        self.noted_at = worker.monotonic()
        with worker.runtime.transaction() as session:
            worker.record(session, worker.spoken, now)
            envelope = self._note(session, now)
            if envelope is None:
                worker.beat(session, now)
                health.beat(session, worker.route or RELAY, now=now)  # it was reached
        worker.spoken = None
        worker.mark("after-note-commit")
        self._in_hand = envelope
        return envelope

    def keep(self) -> None:
        """Renew the lease of the letter whose answer is awaited, and keep a sign of life.

        Where the database is away the answer is awaited all the same: hanging up would leave it unknown.
        """
        worker = self._worker
        try:
            with worker.runtime.transaction() as session:
                if self._in_hand is not None:
                    outbox.keep(session, self._in_hand, lease_seconds=worker.runtime.settings.lease_seconds)
                worker.beat(session, worker.runtime.now())
        except OperationalError:
            log.exception("lease_not_renewed")

    def end(self) -> None:
        """Record the last result and give back what was claimed and not spoken."""
        worker = self._worker
        with worker.runtime.transaction() as session:
            worker.record(session, worker.spoken, worker.runtime.now())
            outbox.release(session, list(self._held))
        worker.spoken = None
        self._held.clear()

    def _note(self, session: Session, now: datetime) -> Envelope | None:
        worker, installation = self._worker, self._worker.runtime.installation
        worker.beat_now_and_then(session, now)
        if not worker.route and not pace.has_room(session, installation.settings):
            outbox.release(session, list(self._held))
            self._held.clear()
            return None
        while self._held or self._claim(session, now):
            held = self._held.popleft()
            if not self._is_fresh(now):
                held = replace(held, seen=None)
            envelope = outbox.note_attempt(
                session, held, now=now, installation=installation, write=worker.writer.write
            )
            if envelope is not None:
                return envelope
        return None

    def _claim(self, session: Session, now: datetime) -> bool:
        worker, installation = self._worker, self._worker.runtime.installation
        settings = installation.settings
        claims = outbox.claim(
            session,
            now=now,
            limit=settings.batch_size,
            lease_seconds=settings.lease_seconds,
            route=worker.route,
        )
        self._held.extend(
            outbox.check(session, claims, now=now, installation=installation, write=worker.writer.write)
        )
        self._checked = (worker.monotonic(), now)
        return bool(self._held)

    def _is_fresh(self, now: datetime) -> bool:
        """Return whether what was found for the batch may be relied on, on either clock."""
        since, moment = self._checked
        return self._worker.monotonic() - since < CHECK_SECONDS and abs(now - moment) < timedelta(minutes=1)


def fault_mark(settings: Settings, environ: Mapping[str, str]) -> Mark:
    """Return what is done at each named point of the work: nothing.

    Outside production a test may name a point, or its nth passing ("after-250:3"), at which this
    process kills itself as a power cut would, or ("before-rcpt:1:STOP") falls asleep.
    """
    point, nth, how = (*environ.get(FAULT_VARIABLE, "").split(":"), "", "")[:3]
    left = [int(nth or 1)]

    def mark(name: str) -> None:
        if name != point or settings.is_production:
            return
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.Signals[f"SIG{how or 'KILL'}"])

    return mark


def once(runtime: Runtime, *, environ: Mapping[str, str] = os.environ) -> WorkDone:
    """Do every tick that is due and return what was done; a relay that was away is asked at once."""
    worker, done = Worker(runtime, environ=environ), WorkDone()
    worker.offer(done)
    worker.deliver(done)
    if runtime.settings.alert_to:
        Worker(runtime, environ=environ, route=ALERT).deliver(done)
    return done


def alerting(runtime: Runtime) -> Runtime:
    """Return the runtime for the security officer's letters, which go over a relay of their own."""
    settings = runtime.settings
    return replace(runtime, settings=replace(settings, smtp_url=settings.alert_smtp_url))


def run(runtime: Runtime, *, environ: Mapping[str, str] = os.environ) -> None:
    """Tick until SIGTERM or SIGINT, then end after the letter in hand."""
    worker = Worker(runtime, environ=environ)
    tick_seconds = runtime.settings.tick_seconds
    acts = [
        (OFFER, worker.offer, tick_seconds),
        (DELIVER, worker.deliver, tick_seconds),
        (ANCHOR, worker.anchor, HOUR_SECONDS),
        (ACCOUNTS, worker.look_after_accounts, HOUR_SECONDS),
    ]
    if runtime.settings.alert_to:
        alert = Worker(runtime, environ=environ, route=ALERT)
        alert.stopping = worker.stopping
        acts.append((ALERT, alert.deliver, tick_seconds))
    ticks = [Tick(name, partial(worker.tick, name, act), seconds) for name, act, seconds in acts]
    ticking.run(ticks, worker.stopping)
    worker.end()
    log.info("worker_stopped")
