"""What `make test` runs: the unit ring against its time, every test, then the coverage gates.

With arguments it runs only what they name, without the gates.
"""

import io
import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parents[1]
PYTEST = [sys.executable, "-m", "pytest"]
CORES = 2
WORKERS = ["-n", str(CORES), "--dist", "worksteal"]
WAITING_WORKERS = ["-n", "3", "--dist", "worksteal"]  # one waits for a browser or a relay, two work
NOT_THE_LONG_FORM = ["-m", "not fault"]  # a thousand kills: `make fault`
COVERED = ["--cov=tracker", "--cov-branch", "--cov-report="]
UNIT_AIM, UNIT_LIMIT = 5.0, 30.0  # seconds; a machine under load is given the difference
YARDSTICK = 300_000  # turns of a loop whose time says how fast the machine is now
YARDSTICK_TIME = 0.025  # seconds they take where the limit was set
BETWEEN = 1.0  # seconds from one measure to the next
SLOWEST = 4.0  # times; a machine slower still is at fault itself
IN_MEMORY = Path("/dev/shm")  # a database is copied for each test: from memory in a seventeenth of the time
ROOM = 4 * 1024**3  # bytes

# Of lines and branches together, in per cent.
GATES = (
    ("cable, extraction, domain", ["tracker/cable/*", "tracker/extraction/*", "tracker/domain/*"], 98.0),
    ("all", ["tracker/*"], 92.0),
)


def _environment() -> dict[str, str]:
    """Return the environment of a run: temporary files lie in memory where there is room and nobody chose a folder.

    What Python compiles is kept: hundreds of programs are started, and each would compile the tracker again.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    has_room = os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free >= ROOM
    return {"TMPDIR": str(IN_MEMORY), **kept} if has_room else kept


def _pytest(*arguments: str) -> int:
    return subprocess.run([*PYTEST, *arguments], cwd=ROOT, env=_environment(), check=False).returncode


def _processor_time() -> float:
    """Return the seconds of processor time of all that was started and has ended; what else runs beside costs none."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Slowness(threading.Thread):
    """Measures, beside a run, how many times longer than where the limit was set the yardstick takes now."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._is_over = threading.Event()
        self._found = [_slowness()]

    def run(self) -> None:
        while not self._is_over.wait(BETWEEN):
            self._found.append(_slowness())

    def mean(self) -> float:
        """End measuring; return the mean, 1 to SLOWEST."""
        self._is_over.set()
        self.join()
        return min(max(sum(self._found) / len(self._found), 1.0), SLOWEST)


def _slowness() -> float:
    start = time.thread_time()
    sum(i * i % 7 for i in range(YARDSTICK))
    return (time.thread_time() - start) / YARDSTICK_TIME


def _compile() -> None:
    """Compile what the unit tests import, as they are collected: a new checkout would do it in each worker and be charged for it."""
    collecting = [*PYTEST, "-q", "--collect-only", "tests/unit"]
    subprocess.run(collecting, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, check=False)


def unit_ring() -> str | None:
    """Run the unit tests alone and print their time; return what is wrong with it, if anything."""
    _compile()
    slowness, start, spent = Slowness(), time.monotonic(), _processor_time()
    slowness.start()
    code = _pytest("-q", *WORKERS, "tests/unit")
    clock, took = time.monotonic() - start, (_processor_time() - spent) / CORES
    allowed = UNIT_LIMIT * slowness.mean()
    print(
        f"The unit ring took {took:.1f} s of each of {CORES} cores, {clock:.1f} s by the clock; "
        f"the aim is {UNIT_AIM:.0f} s, {allowed:.0f} s are allowed here.",
        flush=True,
    )
    if code:
        return "unit tests failed"
    if took > allowed:
        return f"the unit ring took {took:.1f} s of each core, {allowed:.0f} s are allowed"
    return None


def coverage_gate(name: str, files: list[str], wanted: float) -> str | None:
    """Print a group's coverage; return what is wrong with it, and its uncovered lines, if below."""
    measured = coverage.Coverage(data_file=str(ROOT / ".coverage"), config_file=str(ROOT / "pyproject.toml"))
    measured.load()
    table = io.StringIO()
    found = measured.report(include=[str(ROOT / file) for file in files], file=table)
    print(f"Coverage of {name}: {found:.2f} %; the gate is {wanted:.0f} %.", flush=True)
    if found < wanted:
        return f"coverage of {name} is {found:.2f} %, {wanted:.0f} % is wanted\n{table.getvalue()}"
    return None


def main(arguments: list[str]) -> int:
    """Run the tests; return 0 when they and every gate hold."""
    if arguments:
        return _pytest(*arguments)
    faults = [unit_ring()]
    code = _pytest(*WAITING_WORKERS, *COVERED, *NOT_THE_LONG_FORM, "tests")
    faults += ["tests failed"] if code else [coverage_gate(*gate) for gate in GATES]
    found = [fault for fault in faults if fault]
    for fault in found:
        print(f"Not good enough: {fault}", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
