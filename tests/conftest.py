"""What every test may ask for: a fresh migrated database, an SMTP sink, a browser. Skips can be forbidden."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine

from tests import databases, postgres, sinks
from tracker.store import base

KEPT_VARIABLES = ("TRACKER_TEST_", "TRACKER_NO_SKIPS")
RUN = pytest.StashKey[postgres.Run]()

hypothesis_settings.register_profile("tracker", deadline=None, derandomize=True, database=None)
hypothesis_settings.load_profile("tracker")


# --- the run ---


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --no-skips."""
    parser.addoption("--no-skips", action="store_true", help="a skipped test is a failure")


def pytest_configure(config: pytest.Config) -> None:
    """Clean the environment and give the run a folder that its processes share."""
    for name in [n for n in os.environ if n.startswith("TRACKER_") and not n.startswith(KEPT_VARIABLES)]:
        del os.environ[name]
    shared = getattr(config, "workerinput", None)
    if shared is not None:
        config.stash[RUN] = postgres.Run(folder=Path(shared["run_folder"]), pid=shared["run_pid"])
        return
    # Not under pytest's own folders: PostgreSQL refuses data that others may enter, and a socket's
    # path must be short.
    folder = Path(tempfile.mkdtemp(prefix="tracker-run-"))
    config.stash[RUN] = postgres.Run(folder=folder, pid=os.getpid())


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell an xdist worker which run it belongs to."""
    run = node.config.stash[RUN]
    node.workerinput |= {"run_folder": str(run.folder), "run_pid": run.pid}


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the database server and remove the run's folder, once, after all workers."""
    run = config.stash.get(RUN, None)
    if run is None or hasattr(config, "workerinput"):
        return
    databases.drop_template(run)
    postgres.stop(run)
    shutil.rmtree(run.folder, ignore_errors=True)


def pytest_collection_finish() -> None:
    """Take what was collected, which lives to the end, out of every later search for garbage."""
    gc.collect()
    gc.freeze()


# --- no test is silently left out ---


def _skips_are_failures(config: pytest.Config) -> bool:
    return bool(config.getoption("--no-skips")) or os.environ.get("TRACKER_NO_SKIPS", "") not in ("", "0")


def _fail_instead(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"{reason}\n(no test may be skipped in this run)"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Turn a skip into a failure where skips are forbidden."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and _skips_are_failures(item.config):
        _fail_instead(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Any:
    """Turn a skipped module into a failure where skips are forbidden."""
    report = yield
    if report.skipped and _skips_are_failures(collector.config):
        _fail_instead(report)
    return report


@pytest.fixture(autouse=True)
def log_of_its_own() -> Iterator[None]:
    """Forget the log that a command set up in this process: its stream is gone with the test."""
    yield
    structlog.reset_defaults()


# --- databases ---


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Let the engines of a run share what SQLAlchemy compiles: each test opens one, and would compile every statement again."""
    first: dict[str, Engine] = {}
    made = base.create_engine

    def create(url: str, **options: Any) -> Engine:
        engine = made(url, **options)
        other = first.get(engine.dialect.name)
        if other is None or other.dialect.server_version_info is None:  # it never met its database
            first[engine.dialect.name] = engine
            return engine
        engine.dialect = engine.pool._dialect = other.dialect
        engine._compiled_cache = other._compiled_cache
        return engine

    base.create_engine = create
    yield
    base.create_engine = made


@pytest.fixture(scope="session")
def test_run(request: pytest.FixtureRequest) -> postgres.Run:
    """The run of the suite: a folder that its processes share."""
    return request.config.stash[RUN]


@pytest.fixture
def sqlite_url(test_run: postgres.Run, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh migrated SQLite database."""
    with databases.sqlite(test_run, tmp_path) as url:
        yield url


@pytest.fixture
def postgresql_url(test_run: postgres.Run) -> Iterator[str]:
    """The address of a fresh migrated PostgreSQL database; skips where there is no server."""
    try:
        postgres.server_url(test_run)
    except postgres.Unavailable as reason:
        pytest.skip(f"no PostgreSQL: {reason}")
    with databases.postgresql(test_run) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh migrated database; the test runs once on each of the two."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(
    request: pytest.FixtureRequest, test_run: postgres.Run, tmp_path: Path
) -> Iterator[str]:
    """The address of a database without tables; the test runs once on each of the two."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    try:
        postgres.server_url(test_run)
    except postgres.Unavailable as reason:
        pytest.skip(f"no PostgreSQL: {reason}")
    with databases.postgresql(test_run, is_empty=True) as url:
        yield url


# --- mail ---


@pytest.fixture
def sink() -> Iterator[sinks.TestSink]:
    """A real SMTP server on a free port: `url`, `mails`, `deliveries`; `stop()` closes its port."""
    server = sinks.TestSink()
    server.start()
    yield server
    server.stop()


# --- browser ---


def find_chromium() -> str | None:
    """Return the path of a Chromium: $CHROMIUM, else Debian's, else one on PATH."""
    named = [os.environ.get("CHROMIUM", ""), "/usr/bin/chromium", shutil.which("chromium-browser") or ""]
    return next((path for path in named if path and os.access(path, os.X_OK)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the browser ring, with the reason, where there is no Chromium."""
    if find_chromium() is not None:
        return
    skip = pytest.mark.skip(reason="no Chromium: install the system's chromium, or set CHROMIUM to its path")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium that drives the browser tests."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium: install the system's chromium, or set CHROMIUM to its path")
    return path
