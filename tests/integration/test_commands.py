"""Each command on both databases, within the test's own process."""

import sys

import pytest
import sqlalchemy.exc

from tests.command_line import CABLE, SAMPLES
from tracker import worker
from tracker.cli import ingest, work
from tracker.cli.tasks import NO_TASKS


@pytest.fixture
def cable(tmp_path):
    path = tmp_path / "cable.txt"
    path.write_text(CABLE.format(to="AMEMBASSY MEXICO"))
    return path


# --- ingest ---


def test_a_cable_that_is_accepted_is_a_task_with_its_letters_planned(command_line, cable):
    command_line("posts", "mailbox", "mexico", "duty@mexico.example")

    taken = command_line("ingest", "--json", "--accept", "--confirm-contacts", cable)

    (found,) = taken.objects
    (task,) = command_line("tasks", "--json").objects
    assert (taken.code, taken.err) == (0, "")
    assert found == {
        "path": str(cable), "outcome": "new", "cable": "08STATE12345", "proposals": 2,
        "tasks": [task["id"]], "reason": None,
    }  # fmt: skip
    assert (task["due_at"], task["due_zone"], task["due_time"]) == (
        "2008-08-06T22:00:00Z",
        "America/Mexico_City",
        "COB",
    )
    letters = command_line("plan", "--json").objects
    assert {letter["to"] for letter in letters} == {"duty@mexico.example", "calderi@state.example"}
    assert command_line("outbox", "--json").out == ""


def test_a_cable_waits_for_a_person_unless_told_otherwise(command_line, cable):
    answer = command_line("ingest", cable)

    assert answer.out == f"{cable}: new - 08STATE12345 - 2 to review, 0 tasks made\n"
    assert command_line("tasks").out == f"{NO_TASKS}\n"


def test_the_same_cable_is_known_and_a_changed_one_a_new_version(command_line, cable):
    command_line("ingest", "--accept", cable)
    again = command_line("ingest", "--accept", "--json", cable)
    cable.write_text(cable.read_text().replace("the ministry's answer", "its answer"))
    changed = command_line("ingest", "--json", cable)

    assert [answer.objects[0]["outcome"] for answer in (again, changed)] == ["known", "new version"]
    assert again.objects[0]["tasks"] == []


def test_an_ask_of_a_post_nobody_knows_waits_and_says_so(command_line, tmp_path):
    path = tmp_path / "cable.txt"
    path.write_text(CABLE.format(to="AMEMBASSY ATLANTIS"))

    (found,) = command_line("ingest", "--accept", "--json", path).objects

    assert (found["outcome"], found["tasks"], found["proposals"]) == ("new", [], 2)
    assert "AMEMBASSY ATLANTIS" in found["reason"]


def test_what_is_refused_leaves_an_incident_without_its_words(command_line, cable, tmp_path):
    canary = "QUIETCANARY"
    path = tmp_path / "b.txt"
    path.write_text(CABLE.format(to="AMEMBASSY MEXICO").replace("UNCLAS", "S E C R E T") + canary)

    answer = command_line("ingest", "--json", path, cable)

    refused, taken = answer.objects
    assert (answer.code, refused["outcome"], taken["outcome"]) == (1, "refused", "new")
    assert "security officer" in refused["reason"]
    assert canary not in answer.out + answer.err
    kept = [
        file
        for file in (tmp_path / "home").rglob("*")
        if file.is_file() and canary.encode() in file.read_bytes()
    ]
    assert kept == []


def test_a_folder_is_read_on_all_cores_and_kept_in_order(command_line, tmp_path, monkeypatch):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        path = folder / f"{number}.txt"
        path.write_text(CABLE.format(to="AMEMBASSY MEXICO").replace("012345", f"01234{number}"))
    monkeypatch.setattr("tracker.reading.ENOUGH_FOR_ALL_CORES", 2)

    words = ("--history", "--accept", "--confirm-contacts", "--json")
    answer = command_line("ingest", *words, folder, folder / "none.txt")

    assert [found["cable"] for found in answer.objects] == [
        "08STATE12340",
        "08STATE12341",
        "08STATE12342",
        None,
    ]
    assert [found["outcome"] for found in answer.objects] == ["new", "new", "new", "failed"]
    assert answer.err == "1 of 4 files were not taken in.\n"
    assert len(command_line("tasks", "--json").objects) == 3
    monkeypatch.setenv("TRACKER_NOW", "2010-08-01T12:30:00Z")
    assert command_line("tasks", "--overdue").out == "No task is overdue.\n"
    assert command_line("plan", "--days", "3000").out == "No letter is planned for the next 3000 days.\n"


def in_one_file(folder, cable, *numbers):
    """A file that holds a cable of each number, one behind the other."""
    heads = "\nVZCZCXYZ0001\nPP RUEHWEB\n\n"
    path = folder / "several.txt"
    path.write_text(heads.join(cable.read_text().replace("012345", number) for number in numbers))
    return path


def test_each_cable_of_a_file_is_taken_in(command_line, cable, tmp_path):
    path = in_one_file(tmp_path, cable, "012345", "012346", "012347")

    answer = command_line("ingest", "--accept", "--json", path)

    assert [found["cable"] for found in answer.objects] == ["08STATE12345", "08STATE12346", "08STATE12347"]
    assert {found["path"] for found in answer.objects} == {str(path)}
    assert [len(found["tasks"]) for found in answer.objects] == [1, 1, 1]


def test_one_marked_cable_keeps_a_whole_file_out(command_line, cable, tmp_path):
    path = in_one_file(tmp_path, cable, "012345", "012346")
    path.write_text(path.read_text().replace("UNCLAS STATE 012346", "S E C R E T STATE 012346"))

    answer = command_line("ingest", "--json", path)

    assert [found["outcome"] for found in answer.objects] == ["refused"]
    assert command_line("tasks", "--json").objects == []


def test_a_database_fault_stops_one_file_only(command_line, cable, monkeypatch, tmp_path):
    first = tmp_path / "a.txt"
    first.write_text(cable.read_text())
    whole, calls = ingest.ingestion.ingest, []

    def failing_once(*arguments, **named):
        calls.append(1)
        if len(calls) == 1:
            raise sqlalchemy.exc.OperationalError("INSERT the text", {}, Exception("disk full"))
        return whole(*arguments, **named)

    monkeypatch.setattr(ingest.ingestion, "ingest", failing_once)

    answer = command_line("ingest", "--json", first, cable)

    assert [found["outcome"] for found in answer.objects] == ["failed", "new"]
    assert answer.objects[0]["reason"].startswith("The database cannot be used: disk full.")


def test_a_person_at_a_terminal_sees_how_far_it_is(command_line, cable, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    answer = command_line("ingest", "--json", cable)

    assert answer.code == 0
    assert answer.objects[0]["outcome"] == "new"


# --- tasks and done ---


def test_tasks_are_listed_for_a_person(command_line):
    command_line("ingest", "--accept", SAMPLES)

    listed = command_line("tasks", "--post", "AMEMBASSY TALLINN").out
    none_late = command_line("tasks", "--overdue").out

    assert "AMEMBASSY TALLINN" in listed
    assert "AMEMBASSY LIMA" not in listed
    assert "2009-04-28 NOON" in listed
    assert none_late == "No task is overdue.\n"


def test_overdue_tasks_are_told_with_their_days(command_line, cable, monkeypatch):
    command_line("ingest", "--accept", cable)
    monkeypatch.setenv("TRACKER_NOW", "2008-08-06T22:00:00Z")
    in_time = command_line("tasks", "--overdue", "--json").objects
    monkeypatch.setenv("TRACKER_NOW", "2008-08-11T15:00:00Z")
    (late,) = command_line("tasks", "--overdue", "--json").objects

    assert in_time == []
    assert (late["overdue"], late["days_late"]) == (True, 3)


def test_done_closes_a_task_and_stops_its_letters(command_line, cable):
    command_line("posts", "mailbox", "AMEMBASSY MEXICO", "duty@mexico.example")
    (found,) = command_line("ingest", "--accept", "--json", cable).objects

    answer = command_line("done", found["tasks"][0], "--outcome", "agreed", "--note", "They come.")

    assert (answer.code, answer.out) == (0, f"Task {found['tasks'][0]} is done: agreed.\n")
    assert command_line("plan", "--days", "90", "--json").out == ""
    assert command_line("tasks", "--json").objects[0]["status"] == "done"


@pytest.mark.parametrize("task, outcome", [(999, "agreed"), (1, "splendid")])
def test_done_says_what_is_wrong(command_line, cable, task, outcome):
    command_line("ingest", "--accept", cable)

    answer = command_line("done", task, "--outcome", outcome)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


# --- letters ---


def test_letters_are_listed_for_a_person(command_line, cable, sink, monkeypatch):
    monkeypatch.setenv("TRACKER_SMTP_URL", sink.url)
    none = command_line("outbox").out
    command_line("posts", "mailbox", "AMEMBASSY MEXICO", "duty@mexico.example")
    command_line("ingest", "--accept", cable)
    planned = command_line("plan").out
    monkeypatch.setenv("TRACKER_NOW", "2008-08-04T13:30:00Z")
    worked = command_line("work", "--once")
    listed = command_line("outbox").out
    checked = command_line("check")

    assert none == "No letter has been written yet.\n"
    assert "duty@mexico.example" in planned
    assert (worked.code, len(sink.mails)) == (0, 1)
    assert "duty@mexico.example" in listed
    assert (checked.code, checked.err) == (0, "")


def test_check_is_red_until_something_ticks(command_line):
    told, read = command_line("check"), command_line("check", "--json")

    assert (told.code, told.out, read.code) == (1, "", 1)
    assert told.err
    assert len(read.objects) == 1


def test_work_runs_until_it_is_told_to_end(command_line, monkeypatch):
    ran = []
    monkeypatch.setattr(worker, "run", ran.append)
    monkeypatch.setattr(work, "end_with_input", lambda: ran.append("watched"))

    alone, as_child = command_line("work"), command_line("work", "--until-input-ends")

    assert (alone.code, as_child.code) == (0, 0)
    assert ran[1] == "watched"
    assert len(ran) == 3


def test_a_post_that_no_table_knows_is_said_so(command_line, cable):
    command_line("ingest", "--accept", cable)

    assert len(command_line("tasks", "--post", "mexico city", "--json").objects) == 1
    answer = command_line("tasks", "--post", "Atlantis", "--json")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Atlantis names no post")


def test_a_file_without_text_is_not_taken_in(command_line, tmp_path):
    (tmp_path / "empty.txt").write_text(" \n\n")

    answer = command_line("ingest", "--json", tmp_path / "empty.txt")

    assert answer.code == 1
    assert answer.objects[0]["outcome"] == "failed"
    assert answer.objects[0]["reason"] == "There is no text in it."


@pytest.mark.parametrize("url", ["postgresql://tracker@db.example:many/t", "sqlite://:::"])
def test_what_is_no_address_of_a_database_is_a_bad_setting(command_line, monkeypatch, url):
    monkeypatch.setenv("TRACKER_DATABASE_URL", url)

    answer = command_line("tasks")

    assert answer.code == 2
    assert answer.err.startswith("database_url is not an address of a database")
