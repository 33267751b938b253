"""The door: what bears a mark is refused before anything is written, and the incident holds no text."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, inspect, select, text

from tests.work_world import BODY, SYSTEM, World, cable
from tracker.cli import tracker
from tracker.cli.group import code_of
from tracker.errors import Refused
from tracker.services import door, ingestion
from tracker.settings import Settings
from tracker.store.cables import CableRecord, SpillIncident

CANARY = "ZEBRAFINCH77"
SUBJECT = f"{CANARY} SUBJECT"


def marked(line: str) -> str:
    return cable(line=line, body=BODY + f"4. The {CANARY} word.\n").replace("PROPOSING A VISIT", SUBJECT)


def all_that_is_kept(desk: World) -> str:
    """Return every value of every table, and every byte under the data folder, as text."""
    with desk.runtime.engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        rows = [str(row) for name in tables for row in connection.execute(text(f'SELECT * FROM "{name}"'))]
    files = [path.read_bytes().decode("latin-1") for path in desk.home.rglob("*") if path.is_file()]
    return "\n".join(rows + files)


@pytest.mark.parametrize(
    "given",
    [
        marked("C O N F I D E N T I A L"),
        marked("S E C R E T"),
        marked("UNCLAS").replace("1. SUMMARY", "1. (S) SUMMARY"),
        marked("UNCLAS").replace("E.O. 12958: N/A", "E.O. 12958: DECL: 04/20/2019"),
        marked("UNCLAS").replace("P 201912Z", "ZNY CCCCC ZZH\nP 201912Z"),
        marked("UNCLAS").replace("SIPDIS", "NODIS"),
    ],
)
def test_a_refused_text_leaves_a_body_free_incident_and_no_word_of_itself(
    desk: World, given: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)

    with pytest.raises(door.RefusedText) as refused, desk.transaction() as session:
        ingestion.ingest(session, given, source="page", **desk.act())
    with desk.transaction() as session:
        incident = door.record(session, refused.value.refusal, by=SYSTEM, now=desk.now)

    assert incident.size == len(given.encode())
    assert incident.way_in == "command"
    assert all(mark["line"] >= 1 and mark["rule"] for mark in incident.marks)
    kept = all_that_is_kept(desk) + caplog.text + "".join(capfd.readouterr()) + refused.value.sentence
    assert CANARY not in kept
    assert CANARY.encode().hex() not in kept
    with desk.reading() as session:
        assert session.scalar(select(func.count(CableRecord.id))) == 0
        assert session.scalar(select(func.count(SpillIncident.id))) == 1


def test_an_accepted_text_would_be_found_by_the_same_search(desk: World) -> None:
    desk.ingest(marked("UNCLAS"))

    assert CANARY in all_that_is_kept(desk)


def test_a_marked_file_is_refused_on_the_command_line_too(desk: World, tmp_path: Path) -> None:
    path = tmp_path / "incoming.txt"
    path.write_text(marked("S E C R E T"), encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    environ = os.environ | {
        "TRACKER_HOME": str(home),
        "TRACKER_DATABASE_URL": desk.database_url,
        "TMPDIR": str(home),
    }

    done = subprocess.run(
        [sys.executable, "-m", "tracker.cli", "ingest", "--json", str(path)],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )

    path.unlink()
    assert done.returncode == 1
    assert json.loads(done.stdout)["outcome"] == "refused"
    assert CANARY not in all_that_is_kept(desk) + done.stdout + done.stderr
    with desk.reading() as session:
        assert session.scalar(select(SpillIncident.way_in)) == "command"


GIVEN = (
    ("done", "1", "--outcome", "agreed", "--note", f"SECRET//NOFORN {CANARY}"),
    ("tree", "add", "WHA/Q", f"{CANARY} - CONFIDENTIAL", "--kind", "office"),
    ("users", "add", "quinn", "--name", f"(S) {CANARY}", "--email", "q@x.example", "--no-password"),
    ("users", "grant", "quinn", f"SECRET: {CANARY}"),
    ("calendar", "load", "AMEMBASSY LIMA", "FILE"),
    ("audit", "restored", f"SECRET: {CANARY}"),
)
PLACES = ["done", "tree add", "users add", "users grant", "calendar load", "audit restored"]


def test_what_a_command_is_given_is_looked_at_before_it_runs(
    desk: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    home, file = tmp_path / "home", tmp_path / "given.ics"
    home.mkdir()
    file.write_text(f"BEGIN:VEVENT\r\nSUMMARY:SECRET//NOFORN {CANARY}\r\n", encoding="utf-8")
    monkeypatch.setenv("TRACKER_HOME", str(home))
    monkeypatch.setenv("TRACKER_DATABASE_URL", desk.database_url)

    for given in GIVEN:
        code = code_of(tracker, [str(file) if word == "FILE" else word for word in given])
        assert (code, "".join(capfd.readouterr()).strip()) == (1, Refused().sentence)

    file.unlink()
    kept = [one.read_bytes().decode("latin-1") for one in home.rglob("*") if one.is_file()]
    assert CANARY not in all_that_is_kept(desk) + "".join(kept)
    with desk.reading() as session:
        incidents = session.scalars(select(SpillIncident).order_by(SpillIncident.id)).all()
    assert [one.place for one in incidents] == PLACES
    assert {one.way_in for one in incidents} == {"command"}


SETTINGS = Settings()


def test_a_copyright_line_is_no_mark() -> None:
    given = cable(body=BODY + "(C) 2008 Oakley and Brandt. All rights reserved.\n")

    assert door.refusal(given, SETTINGS) is None


@pytest.mark.parametrize("line", ["NODIS", "EXDIS", "N O D I S", "  EXDIS  ", "NODIS FOR THE AMBASSADOR"])
def test_a_caption_that_may_not_be_held_here_is_refused(line: str) -> None:
    found = door.refusal(cable().replace("SIPDIS", line), SETTINGS)

    assert found is not None
    assert found.marks[0].rule == door.CAPTION_RULE
    assert found.sentence == (Refused.__doc__ or "").strip()
    assert door.refusal(cable().replace("SIPDIS", line), Settings(refuse_captions=())) is None


def test_a_caption_named_in_a_sentence_is_none() -> None:
    given = cable(body=BODY + "4. Posts may wish to use NODIS channels.\n")

    assert door.refusal(given, SETTINGS) is None


def test_a_caption_beside_the_number_is_refused() -> None:
    found = door.refusal(cable().replace("UNCLAS STATE 041207", "UNCLAS STATE 041207 EXDIS"), SETTINGS)

    assert found is not None


def test_a_text_without_a_classification_line_is_held_where_the_setting_says_so() -> None:
    given = cable(line="").replace(" STATE 041207", "STATE 041207")

    assert door.refusal(given, SETTINGS) is None
    found = door.refusal(given, Settings(hold_unmarked=True))
    assert found is not None
    assert (found.sentence, found.marks[0].rule) == (door.UNMARKED, door.UNMARKED_RULE)
    assert door.refusal(cable(), Settings(hold_unmarked=True)) is None
