"""The clock of a worker process: each tick in its turn, one of a kind at a time, until the process is to end."""

import logging
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import FrameType

import structlog
from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_EXECUTED,
    EVENT_JOB_MAX_INSTANCES,
    EVENT_SCHEDULER_STARTED,
    JobEvent,
)
from apscheduler.schedulers.blocking import BlockingScheduler

from tracker.clock import utc_now

SHORTEST_PAUSE, LONGEST_PAUSE = 5.0, 60.0  # seconds between knocks at a relay that is away
SCHEDULER_LOG = "apscheduler.scheduler"
log = structlog.get_logger()


@dataclass(slots=True)
class Circuit:
    """When a relay that is away is asked again: after 5 seconds at first, at most a minute."""

    monotonic: Callable[[], float] = time.monotonic
    pause: float = 0.0
    closed_until: float = 0.0

    @property
    def is_open_for_use(self) -> bool:
        """Whether it is time to try."""
        return self.monotonic() >= self.closed_until

    def failed(self) -> timedelta:
        """Wait twice as long as before; return how long."""
        self.pause = min(max(self.pause * 2, SHORTEST_PAUSE), LONGEST_PAUSE)
        self.closed_until = self.monotonic() + self.pause
        return timedelta(seconds=self.pause)

    def worked(self) -> None:
        """Forget the failures."""
        self.pause, self.closed_until = 0.0, 0.0


@dataclass(frozen=True, slots=True)
class Tick:
    """What is done every so many seconds, under a name."""

    name: str
    act: Callable[[], None]
    seconds: float


def run(ticks: Sequence[Tick], stopping: threading.Event) -> None:
    """Run the ticks until SIGTERM or SIGINT, which set `stopping`; return when each has come to its end."""
    scheduler = BlockingScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    for tick in ticks:
        scheduler.add_job(tick.act, "interval", id=tick.name, seconds=tick.seconds, next_run_time=utc_now())
    scheduler.add_listener(Long(), EVENT_JOB_MAX_INSTANCES | EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)
    logging.getLogger(SCHEDULER_LOG).addFilter(_is_news)
    started = threading.Event()
    scheduler.add_listener(lambda _event: started.set(), EVENT_SCHEDULER_STARTED)

    def shut() -> None:
        started.wait()  # a scheduler that does not run yet cannot be shut down
        scheduler.shutdown()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if not stopping.is_set():  # Ctrl-C and a parent's SIGTERM may come together
            stopping.set()
            threading.Thread(target=shut, name="stop").start()

    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_number, stop)
    log.info("worker_started")  # from here on it can be told to end
    scheduler.start()


class Long:
    """Says once of each tick that is still at work when its next turn has come: a long queue, and no fault.

    A tick that hangs is shown elsewhere: its sign of life grows old, and the mail page turns red.
    """

    def __init__(self) -> None:
        self._told: set[str] = set()

    def __call__(self, event: JobEvent) -> None:
        """Hear of a turn left out, or of a tick's end."""
        if event.code != EVENT_JOB_MAX_INSTANCES:
            self._told.discard(event.job_id)
        elif event.job_id not in self._told:
            self._told.add(event.job_id)
            log.info("tick_goes_on", tick=event.job_id)


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out the scheduler's warning of each turn left out, of which `Long` tells; keep all others."""
    return "maximum number of running instances" not in str(record.msg)
