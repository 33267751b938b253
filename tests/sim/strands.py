"""Threads of which one runs at a time: a strand goes on only when it is told to, as far as its next point.

So every interleaving is a choice of the simulation, and the same choices are the same run.
"""

import threading
from collections.abc import Callable


class Killed(BaseException):
    """The process died here, as by a power cut: nothing of it goes on."""


class Strand:
    """One tick of one process, stopped at a named point."""

    def __init__(self, name: str, work: Callable[[], None]) -> None:
        self.name, self.at = name, "start"
        self.is_over = self.is_doomed = False
        self.error: BaseException | None = None
        self.noted_step = -1  # when it last noted an attempt
        self.noted_jumps = 0  # how often the database's clock had been set by then
        self._work = work
        self._go, self._back = threading.Semaphore(0), threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def step(self) -> None:
        """Let it run as far as its next point, or to its end."""
        self._go.release()
        self._back.acquire()
        if self.error is not None:
            raise self.error

    def kill(self) -> None:
        """Let it die where it stands."""
        self.is_doomed = True
        while not self.is_over:
            self.step()
        self._thread.join()

    def pause(self, point: str) -> None:
        """Stand at a point until told to go on; called by the strand itself."""
        if self.is_doomed:
            raise Killed
        self.at = point
        self._back.release()
        self._go.acquire()
        if self.is_doomed:
            raise Killed

    def die(self) -> None:
        """Die here; called by the strand itself."""
        self.is_doomed = True
        raise Killed

    def _run(self) -> None:
        _here.strand = self
        self._go.acquire()
        try:
            if not self.is_doomed:
                self._work()
        except Killed:
            self.at = "dead"
        except BaseException as error:  # told to whoever lets it run
            self.error = error
        finally:
            self.is_over = True
            self._back.release()


_here = threading.local()


def current() -> Strand | None:
    """Return the strand that runs this; None: the simulation itself."""
    return getattr(_here, "strand", None)
