"""The command line as other programs call it: real processes, both databases."""

import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.command_line import CABLE, Installation
from tests.sinks import free_port
from tracker.cli.tasks import NO_TASKS


@pytest.fixture
def installation(tmp_path):
    """An empty data folder with its own SQLite file."""
    return Installation(tmp_path / "home")


@pytest.fixture
def anywhere(database_url, tmp_path):
    """An installation on a migrated database; the test runs on both kinds."""
    return Installation(tmp_path / "home", {"TRACKER_DATABASE_URL": database_url})


@pytest.fixture
def cable(tmp_path):
    path = tmp_path / "cable.txt"
    path.write_text(CABLE.format(to="AMEMBASSY MEXICO PRIORITY 0000"))
    return path


def test_the_job_from_file_to_letter_to_done(anywhere, cable, sink):
    anywhere.variables |= {"TRACKER_SMTP_URL": sink.url, "TRACKER_NOW": "2008-08-01T12:30:00Z"}
    anywhere.run("posts", "mailbox", "AMEMBASSY MEXICO", "duty@mexico.example")

    (taken,) = anywhere.objects("ingest", "--accept", "--confirm-contacts", cable)
    (task,) = anywhere.objects("tasks")
    planned = anywhere.objects("plan", "--days", 20)
    anywhere.variables["TRACKER_NOW"] = "2008-08-04T13:30:00Z"
    worked = anywhere.run("work", "--once")
    gone = anywhere.objects("outbox")

    assert (taken["outcome"], taken["cable"], taken["tasks"], taken["reason"]) == (
        "new",
        "08STATE12345",
        [task["id"]],
        None,
    )
    assert taken["proposals"] == 2  # what is optional waits for a person
    assert task["due_at"] == "2008-08-06T22:00:00Z"
    assert (task["due_on"], task["due_time"], task["due_zone"]) == (
        "2008-08-06",
        "COB",
        "America/Mexico_City",
    )
    assert (task["post"], task["status"], task["overdue"]) == ("AMEMBASSY MEXICO", "open", False)
    assert task["quote"] == "Embassy is requested to report the ministry's answer by COB August 6."
    assert planned
    assert worked.code == 0
    assert sorted(mail["To"] for mail in sink.mails) == sorted({letter["to"] for letter in gone})
    assert {letter["state"] for letter in gone} == {"sent"}

    done = anywhere.run("done", task["id"], "--outcome", "agreed", "--note", "They will come.")

    assert (done.code, done.out) == (0, f"Task {task['id']} is done: agreed.\n")
    assert anywhere.objects("plan", "--days", 60) == []


def test_two_first_uses_at_once_make_one_database(installation):
    both = [installation.start("tasks") for _ in range(2)]

    said = [process.communicate(timeout=60) for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert said == [(f"{NO_TASKS}\n", "")] * 2


def test_an_interrupted_pipe_is_quiet(cable):
    words = [sys.executable, "-m", "tracker.cli", "read", "--json", *[str(cable)] * 20]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


def test_help_imports_nothing_heavy():
    heavy = "sqlalchemy flask holidays rich alembic apscheduler zoneinfo".split()
    code = f"import sys; from tracker.cli import tracker; print([name for name in {heavy} if name in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_no_traceback_reaches_a_person():
    code = "import tracker.cli as c; c.tracker.invoke = lambda context: {}['x']; c.main()"

    done = subprocess.run([sys.executable, "-c", code, "tasks"], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert re.fullmatch(
        r"A fault of the tracker itself: KeyError in group\.py line \d+\. Please report this line\.\n",
        done.stderr,
    )


def answer_of(address, process):
    """The page's status, once the server is there; fails when the process ends before."""
    while process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return page.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.02)  # nothing listens yet; the process may not have come so far
    raise AssertionError(process.communicate())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_answers_until_it_is_told_to_end(installation, number):
    port = free_port()
    installation.variables["TRACKER_PORT"] = str(port)
    process = installation.start("serve")

    status = answer_of(f"http://127.0.0.1:{port}/healthz", process)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)

    assert status in (200, 503)
    assert process.returncode == 0
    assert "Traceback" not in said


def test_serve_says_that_its_port_is_taken(installation, sink):
    installation.variables["TRACKER_PORT"] = str(sink.port)

    done = installation.run("serve")

    assert done.code == 1
    assert done.err.startswith(f"Port {sink.port} of 127.0.0.1 cannot be used")


def test_work_ends_when_it_is_told_to(installation):
    installation.run("migrate")
    process = installation.start("work")

    line = process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)

    assert "worker_started" in line
    assert process.returncode == 0


def test_bad_settings_are_told_all_at_once(installation):
    installation.variables |= {"TRACKER_PORT": "many", "TRACKER_COLOUR": "red", "TRACKER_NOW": "yesterday"}

    done = installation.run("tasks")

    assert (done.code, done.out) == (2, "")
    assert all(name in done.err for name in ("TRACKER_PORT", "TRACKER_COLOUR"))
