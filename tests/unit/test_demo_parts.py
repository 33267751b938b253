"""The parts of the demonstration that need no process: its folder, its ports, its clock, its words."""

import socket
import subprocess
import threading
from datetime import UTC, datetime

import pytest

from tracker import demo
from tracker.cable import parse
from tracker.errors import TrackerError


def cable(sent):
    return parse(f"{sent}\nFM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nUNCLAS STATE 012345\n\n1. Text.\n")


@pytest.mark.parametrize(
    "sent, morning",
    [
        (["P 312108Z JUL 08"], datetime(2008, 8, 1, 11, tzinfo=UTC)),
        (["P 312108Z JUL 08", "R 051000Z AUG 08", ""], datetime(2008, 8, 6, 11, tzinfo=UTC)),
        (["P 010200Z AUG 08"], datetime(2008, 8, 1, 11, tzinfo=UTC)),  # still 31 July in Washington
        (["P 312108Z DEC 08"], datetime(2009, 1, 1, 12, tzinfo=UTC)),
    ],
)
def test_the_clock_says_the_morning_after_the_newest_cable(sent, morning):
    assert demo.morning_after([cable(line) for line in sent]) == morning


def test_without_a_day_sent_the_clock_says_this_morning(monkeypatch):
    monkeypatch.setattr(demo, "utc_now", lambda: datetime(2026, 3, 2, 20, tzinfo=UTC))

    assert demo.morning_after([cable("")]) == datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_a_new_folder_is_made_and_marked(tmp_path):
    demo.empty(tmp_path / "a" / "b")

    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == [demo.MARK]


def test_the_folder_of_the_last_demonstration_is_emptied(tmp_path):
    demo.empty(tmp_path)
    (tmp_path / "tracker.sqlite3").touch()

    demo.empty(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [demo.MARK]


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").touch()

    with pytest.raises(TrackerError, match="holds files that no demonstration made"):
        demo.empty(tmp_path)

    assert (tmp_path / "letter.txt").exists()


def test_a_port_that_is_taken_is_replaced_by_a_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        wanted = taken.getsockname()[1]

        found = demo.free_port(wanted)

    assert found not in (0, wanted)


def test_no_real_database_or_relay_is_ever_used(tmp_path):
    real = {
        "PATH": "p", "TRACKER_DATABASE_URL": "postgresql://real/one", "TRACKER_NOW": "x", "TRACKER_ENV": "production",
        "TRACKER_SMTP_URL": "smtp://real",
    }  # fmt: skip

    values = demo.environment(real, home=tmp_path, port=1234, smtp_url="smtp://127.0.0.1:25")

    assert values["PATH"] == "p"
    assert "TRACKER_DATABASE_URL" not in values
    assert "TRACKER_NOW" not in values
    assert (values["TRACKER_ENV"], values["TRACKER_SMTP_URL"]) == ("demo", "smtp://127.0.0.1:25")
    assert values["TRACKER_BASE_URL"] == "http://127.0.0.1:1234"


def test_what_a_person_needs_is_told(tmp_path):
    ready = demo.Ready(
        pages="http://127.0.0.1:8008",
        officers=("desk     Dana Roe, desk officer",),
        password="a phrase",
        now=datetime(2008, 8, 1, 11, tzinfo=UTC),
        cables=1,
        not_taken=("b.txt: refused",),
        sink="smtp://127.0.0.1:8025",
    )

    assert ready.words.splitlines()[0] == "Not taken in: b.txt: refused"
    assert ready.words.splitlines()[1] == "The tracker is ready: 1 cable to look at."
    assert "Friday 1 August 2008, 07:00 Washington" in ready.words
    assert "http://127.0.0.1:8008/demo/mailbox" in ready.words
    assert demo.counted(2, "cable") == "2 cables"


class Deaf:
    """A process that does not listen to SIGTERM."""

    def __init__(self):
        self.heard = []

    def terminate(self):
        self.heard.append("terminate")

    def kill(self):
        self.heard.append("kill")

    def communicate(self, timeout=None):
        self.heard.append("wait")
        if timeout is not None:
            raise subprocess.TimeoutExpired("deaf", timeout)

    def poll(self):
        return None


def test_a_process_that_does_not_listen_is_killed():
    deaf = Deaf()

    demo._end([deaf])

    assert deaf.heard == ["terminate", "wait", "kill", "wait"]


def test_pages_that_never_answer_are_given_up(monkeypatch):
    monkeypatch.setattr(demo, "STARTS_WITHIN", 0.1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))  # bound, but nobody listens

        assert not demo._answers(probe.getsockname()[1], [Deaf()], threading.Event())


def test_without_any_free_port_it_is_told(monkeypatch):
    monkeypatch.setattr(demo.socket.socket, "bind", lambda self, address: in_use())

    with pytest.raises(TrackerError, match="No port"):
        demo.free_port(1)


def in_use():
    raise OSError("in use")
