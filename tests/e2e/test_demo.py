"""The demonstration starts, shows its pages and mailbox, and leaves no process behind."""

import http.cookiejar
import os
import re
import select
import signal
import subprocess
import threading
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.command_line import Installation
from tests.sinks import free_port
from tracker import demo

ENDS_WITHIN = 30_000  # milliseconds

CABLE = """P 312108Z JUL 08
FM SECSTATE WASHDC
TO AMEMBASSY MEXICO PRIORITY 0000
UNCLAS STATE 012345

SUBJECT: A VISIT OF HARBOR EXPERTS

1. Embassy is requested to report the ministry's answer by COB August 6.
"""


@pytest.fixture
def installation(tmp_path):
    return Installation(tmp_path / "home", {"TRACKER_PORT": str(free_port())})


class Demo:
    """A demonstration that has said it is ready."""

    def __init__(self, installation, *cables):
        self.process = subprocess.Popen(
            installation.command("demo", *cables),
            env=installation.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.words = ""
        for line in self.process.stdout:
            self.words += line
            if "Ctrl-C" in line:
                break
        self.pages = re.search(r"Pages +(http://\S+)/", self.words)[1]
        self.password = re.search(r"Password +(\S+)", self.words)[1]
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        self.children = [(int(pid), os.pidfd_open(int(pid))) for pid in listed.split()]

    def all_end(self):
        """Whether every process of the demonstration ends in time; waits on their ends."""
        ended = []
        for _, handle in self.children:
            watch = select.poll()
            watch.register(handle, select.POLLIN)
            ended.append(bool(watch.poll(ENDS_WITHIN)))
            os.close(handle)
        self.process.communicate(timeout=ENDS_WITHIN / 1000)
        return all(ended)

    def end(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.communicate()


@pytest.fixture
def started(installation):
    found = []

    def start(*cables):
        found.append(Demo(installation, *cables))
        return found[0]

    yield start
    for each in found:
        each.end()


def test_it_shows_pages_and_mailbox_until_ctrl_c_ends_every_process(started, tmp_path):
    cable = tmp_path / "own.txt"
    cable.write_text(CABLE)
    running = started(cable)
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    page = visitor.open(f"{running.pages}/signin").read().decode()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)[1]
    form = urllib.parse.urlencode(
        {"csrf_token": token, "login": "desk", "password": running.password}
    ).encode()
    visitor.open(f"{running.pages}/signin", form)
    cables = visitor.open(f"{running.pages}/cables").read().decode()
    mailbox = visitor.open(f"{running.pages}/demo/mailbox")

    assert "1 cable to look at" in running.words
    assert "Friday 1 August 2008, 07:00 Washington" in running.words
    assert "A VISIT OF HARBOR EXPERTS" in cables
    assert mailbox.status == 200

    os.killpg(running.process.pid, signal.SIGINT)

    assert len(running.children) == 2
    assert running.all_end()
    assert running.process.returncode == 0


def test_no_process_outlives_a_parent_that_was_killed(started):
    running = started()

    running.process.kill()

    assert running.all_end()


def test_a_process_that_dies_ends_the_demonstration_and_is_told(started):
    running = started()

    os.kill(running.children[0][0], signal.SIGKILL)
    _, said = running.process.communicate(timeout=ENDS_WITHIN / 1000)

    assert running.process.returncode == 1
    assert "did not run on" in said


@pytest.fixture
def own_signals():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("own_signals")
def test_it_ends_well_when_it_is_told_to(installation, capsys, monkeypatch):
    told = threading.Event()
    whole = demo.Ready.words.fget

    def words(ready):
        threading.Timer(0, os.kill, (os.getpid(), signal.SIGTERM)).start()
        told.set()
        return whole(ready)

    monkeypatch.setattr(demo.Ready, "words", property(words))

    code = demo.run([], installation.environ)

    said = capsys.readouterr()
    assert (code, told.is_set()) == (0, True)
    assert "post staff at AMEMBASSY LIMA" in said.out
    assert said.err == "The demonstration has ended.\n"


@pytest.mark.usefixtures("own_signals")
def test_a_child_that_cannot_start_is_told_with_its_last_words(installation, capsys, monkeypatch):
    monkeypatch.setattr(demo, "CLOSELY", "never")
    monkeypatch.setattr(demo.settings_module, "load", _without_ticks(demo.settings_module.load))

    code = demo.run([], installation.environ)

    assert code == 1
    assert "TRACKER_TICK_SECONDS: 'never' is not a whole number" in capsys.readouterr().err


def _without_ticks(load):
    return lambda values: load(
        {name: value for name, value in values.items() if name != "TRACKER_TICK_SECONDS"}
    )


def test_a_cable_that_is_refused_is_told(installation, tmp_path, capsys):
    secret = tmp_path / "secret.txt"
    secret.write_text(CABLE.replace("UNCLAS STATE", "S E C R E T STATE"))
    demo.empty(installation.home)
    values = demo.environment({}, home=installation.home, port=1, smtp_url="smtp://127.0.0.1:1")

    ready = demo.prepare(
        demo.settings_module.load(values), {str(secret): secret.read_text()}, "smtp://127.0.0.1:1"
    )

    assert ready.cables == 0
    assert ready.not_taken[0].startswith(f"{secret}: This text was not accepted.")
