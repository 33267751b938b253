"""The units in deploy/ start what they say."""

import os
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.sinks import free_port
from tracker import settings
from tracker.app import production

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PATIENCE = 30.0  # seconds


def command_of(unit: str) -> list[str]:
    """The words of the unit's ExecStart, with this environment's programs."""
    text = (ROOT / "deploy" / unit).read_text().replace("\\\n", " ")
    line = next(line for line in text.splitlines() if line.startswith("ExecStart="))
    program, *words = shlex.split(line.removeprefix("ExecStart="))
    return [str(BIN / Path(program).name), *words]


def answer_of(url: str) -> int:
    """The status with which the site answers, as soon as it does."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return urllib.request.urlopen(url, timeout=5).status
        except urllib.error.HTTPError as answer:
            answer.close()
            return answer.code
        except OSError:
            if time.monotonic() > end:
                raise


def test_the_web_unit_serves_the_pages_and_ends_when_told(sqlite_url, tmp_path):
    port = free_port()
    command = [
        "127.0.0.1:" + str(port) if w == "127.0.0.1:8008" else w for w in command_of("tracker-web.service")
    ]
    variables = {"TRACKER_DATABASE_URL": sqlite_url, "TRACKER_HOME": str(tmp_path)}

    with subprocess.Popen(
        command, cwd=tmp_path, env=os.environ | variables, stderr=subprocess.DEVNULL
    ) as server:
        try:
            status = answer_of(f"http://127.0.0.1:{port}/healthz")
        finally:
            server.send_signal(signal.SIGTERM)

    assert status in (200, 503)  # no worker has ticked yet
    assert server.returncode == 0


def test_the_worker_unit_names_a_command(capfd):
    done = subprocess.run([*command_of("tracker-worker.service"), "--help"], check=False)

    assert done.returncode == 0
    assert "worker" in capfd.readouterr().out


def test_the_site_is_made_from_the_variables(sqlite_url, tmp_path, monkeypatch):
    monkeypatch.setenv("TRACKER_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path))

    site = production()

    assert site.extensions["tracker"].settings.database == sqlite_url
    site.extensions["tracker"].engine.dispose()


def test_the_example_of_the_variables_can_be_used_once_its_secret_is_set():
    lines = (ROOT / "deploy" / "tracker.env.example").read_text().splitlines()
    named = dict(line.split("=", 1) for line in lines if line.startswith("TRACKER_"))

    loaded = settings.load(named | {"TRACKER_SECRET_KEY": "x" * 48})

    assert loaded.is_production
