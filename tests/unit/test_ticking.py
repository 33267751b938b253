"""The clock of a worker process: turns that are left out while a tick is at work, and what is said of them."""

import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from structlog.testing import capture_logs

from tracker import ticking
from tracker.ticking import SCHEDULER_LOG, Tick

TURN = 0.02  # seconds


@contextmanager
def signals_kept() -> Iterator[None]:
    """Give this process its own answers to signals back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_a_long_tick_is_said_once_however_many_turns_it_takes(caplog: pytest.LogCaptureFixture) -> None:
    turns, ends, stopping = [], threading.Event(), threading.Event()

    def work_long() -> None:
        ends.wait(60)

    def count() -> None:
        turns.append(1)
        if len(turns) == 8:
            ends.set()
            os.kill(os.getpid(), signal.SIGTERM)

    with signals_kept(), capture_logs() as said:
        ticking.run([Tick("long", work_long, TURN), Tick("short", count, TURN)], stopping)

    of_long = [(one["event"], one["log_level"]) for one in said if one.get("tick") == "long"]
    assert of_long == [("tick_goes_on", "info")]
    assert caplog.messages == []
    assert stopping.is_set()


def test_what_else_the_scheduler_warns_of_is_still_heard(caplog: pytest.LogCaptureFixture) -> None:
    with signals_kept():
        os_told = threading.Timer(0.0, os.kill, (os.getpid(), signal.SIGTERM))
        ticking.run([Tick("first", os_told.start, 60)], threading.Event())

    logging.getLogger(SCHEDULER_LOG).warning("Error getting due jobs from job store %r: %s", "default", "x")

    assert caplog.messages == ["Error getting due jobs from job store 'default': x"]
