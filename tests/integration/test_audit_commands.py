"""`tracker audit` on both databases, and the worker's hourly note of the head."""

import re

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from tests.command_line import SAMPLES, CommandLine
from tests.work_world import World
from tracker.store import base
from tracker.worker import Worker


@pytest.fixture
def command_line(capsys, monkeypatch, tmp_path, database_url):
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_DATABASE_URL", database_url)
    monkeypatch.setenv("TRACKER_NOW", "2009-04-24T12:30:00Z")
    return CommandLine(capsys)


def test_a_whole_trail_is_verified_against_a_head_noted_before(command_line):
    assert command_line("audit", "verify").out == "The audit trail holds: 0 entries.\n"
    command_line("ingest", "--accept", SAMPLES)
    head = command_line("audit", "head").out.strip()
    command_line("posts", "mailbox", "lima", "duty@lima.example")

    verified = command_line("audit", "verify", "--anchor", head)

    count = head.partition(":")[0]
    assert re.fullmatch(r"\d+:[0-9a-f]{64}", head)
    assert verified.code == 0
    assert verified.out.endswith(f"and the anchor at entry {count} is in it.\n")


def test_the_first_entry_changed_by_hand_is_named(command_line, database_url):
    command_line("ingest", SAMPLES)
    engine = base.create(database_url)
    with engine.begin() as connection:
        loose = (
            "DROP TRIGGER audit_entries_stay"
            if engine.dialect.name == "sqlite"
            else "ALTER TABLE audit_entries DISABLE TRIGGER USER"
        )
        connection.execute(text(loose))
        connection.execute(text("UPDATE audit_entries SET by = 'nobody' WHERE number = 2"))
    engine.dispose()

    answer = command_line("audit", "verify")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "The audit trail does not hold. Entry 2 was changed after it was written.\n"


@pytest.mark.parametrize("words", ["7", "x:" + "0" * 64, "7:abc"])
def test_an_anchor_that_is_none_is_refused(command_line, words):
    answer = command_line("audit", "verify", "--anchor", words)

    assert answer.code == 2
    assert "COUNT:HASH" in answer.err


def test_entries_are_listed_newest_first_and_by_act(command_line):
    command_line("ingest", SAMPLES)
    command_line("posts", "mailbox", "lima", "duty@lima.example")

    (first, *others) = command_line("audit", "list", "--json").objects
    table = command_line("audit", "list", "--act", "post mailbox set")

    assert (first["act"], first["by"], first["way"]) == ("post mailbox set", "tracker", "command")
    assert first["objects"]["mailbox"] == "duty@lima.example"
    assert {row["act"] for row in others} == {"cable taken in"}
    assert "post mailbox set" in table.out
    assert "cable taken in" not in table.out
    assert command_line("audit", "list", "--by", "nobody").out == "There is no such entry.\n"


def test_a_restore_is_noted(command_line):
    told = command_line("audit", "restored", "the backup of 3 May")

    assert told.code == 0
    (entry,) = command_line("audit", "list", "--json").objects
    assert (entry["act"], entry["objects"]) == ("restored from backup", {"backup": "the backup of 3 May"})


def test_the_worker_logs_the_head_for_another_system(database_url, tmp_path):
    world = World(database_url=database_url, home=tmp_path)
    world.tasks()

    with capture_logs() as logs:
        Worker(world.runtime, environ={}).tick("anchor", Worker(world.runtime, environ={}).anchor)

    (line,) = logs
    assert (line["event"], line["count"] > 0, len(line["hash"])) == ("audit_head", True, 64)
    world.runtime.engine.dispose()
