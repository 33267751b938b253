"""The command line without a database: help, reading, deadlines, and how faults are told."""

import io
import json
import sys

import click
import pytest

from tests.command_line import CommandLine
from tracker import cli
from tracker.cli import group, printing
from tracker.errors import BadSettings, Conflict

CABLE = """VZCZCXYZ0011
PP RUEHWEB

DE RUEHC #1234 1101915
ZNR UUUUU ZZH
P 201912Z APR 09
FM SECSTATE WASHDC
TO {to} PRIORITY 0000
INFO AMEMBASSY QUITO
UNCLAS STATE 012345

SENSITIVE

E.O. 12958: N/A
TAGS: PREL PE
SUBJECT: A SURVEY OF PORTS

REF: LIMA 00123

1. Embassy is requested to report the number of open ports by COB April 30.

2. Post may wish to invite the harbor master.

3. Posts should answer as soon as possible.

4. The point of contact is Ines Calder, CalderI@state.example, 202-555-0121.
"""


@pytest.fixture
def command_line(capsys):
    return CommandLine(capsys)


@pytest.fixture
def cable(tmp_path):
    path = tmp_path / "cable.txt"
    path.write_text(CABLE.format(to="AMEMBASSY LIMA"))
    return path


# --- help and wrong use ---


def test_help_lists_every_command_and_imports_none(command_line):
    before = set(sys.modules)
    answer = command_line("--help")

    assert answer.code == 0
    assert all(f"  {name} " in answer.out for name in cli.COMMANDS)
    assert not {name for name in set(sys.modules) - before if name.startswith("tracker.cli.")}


@pytest.mark.parametrize("name", list(cli.COMMANDS))
def test_every_command_stands_in_its_module_and_has_help(command_line, name):
    answer = command_line(name, "--help")

    assert answer.code == 0
    assert answer.out.startswith(f"Usage: tracker {name}")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["read"],
        ["read", "--nonsense", "x"],
        ["done", "one", "--outcome", "done"],
        ["done", "1"],
    ],
)
def test_wrong_use_ends_with_2(command_line, words):
    answer = command_line(*words)

    assert answer.code == 2
    assert answer.out == ""
    assert "Usage:" in answer.err


# --- faults ---


def failing(error):
    @click.command()
    def fail():
        raise error

    family = click.Group("tracker")
    family.add_command(fail)
    return family


@pytest.mark.parametrize(
    "error, code, said",
    [
        (Conflict("Somebody was quicker."), 1, "Somebody was quicker.\n"),
        (BadSettings("Two faults."), 2, "Two faults.\n"),
        (PermissionError(13, "Permission denied", "cable.txt"), 1, "cable.txt: Permission denied\n"),
        (OSError("odd"), 1, "The system: odd\n"),
        (click.Abort(), group.INTERRUPTED, ""),
        (KeyboardInterrupt(), group.INTERRUPTED, ""),
    ],
)
def test_a_fault_is_one_sentence_and_an_exit_code(capsys, error, code, said):
    assert group.code_of(failing(error), ["fail"]) == code
    assert capsys.readouterr().err == said


def test_a_fault_of_our_own_is_told_without_what_was_read(capsys):
    def deep():
        raise KeyError("the text of a cable")

    with pytest.raises(KeyError) as caught:
        printing.print_json({1: deep()})
    group.last_words(KeyError, caught.value, caught.tb)

    said = capsys.readouterr().err
    assert said.startswith("A fault of the tracker itself: KeyError in ")
    assert "cable" not in said.replace("test_command_line", "")


# --- read ---


def test_read_prints_one_object_a_line_in_order(command_line, cable, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(CABLE.format(to="AMEMBASSY QUITO"))

    answer = command_line("read", "--json", other, cable)

    assert answer.code == 0
    assert [found["header"]["to"] for found in answer.objects] == [["AMEMBASSY QUITO"], ["AMEMBASSY LIMA"]]
    assert answer.objects[0]["id"] == "09STATE12345"
    assert answer.objects[0]["header"]["sent_at"] == "2009-04-20T19:12:00Z"
    assert answer.err == ""


def test_read_goes_on_after_a_file_that_cannot_be_read(command_line, cable, tmp_path):
    answer = command_line("read", "--json", tmp_path / "none.txt", cable)

    assert answer.code == 1
    assert answer.objects[0] == {"path": str(tmp_path / "none.txt"), "error": answer.err.strip()}
    assert answer.objects[1]["id"] == "09STATE12345"


def test_read_shows_a_person_what_is_asked_and_due_on_both_clocks(command_line, cable):
    answer = command_line("read", cable)

    shown = " ".join(answer.out.split())
    assert answer.code == 0
    assert "STATE 012345 · 20 Apr 2009 19:12Z · PRIORITY · UNCLASSIFIED, SENSITIVE" in shown
    assert "Subject: A SURVEY OF PORTS" in shown
    assert 'due: Thursday 30 April 2009, 17:00 Lima (18:00 Washington); read from "by COB April 30"' in shown
    assert "Ines Calder, CalderI@state.example, 202-555-0121" in shown
    assert "optional" in shown
    assert 'due: no day; "as soon as possible"' in shown


def test_read_prints_what_a_reply_answers(command_line, tmp_path):
    path = tmp_path / "reply.txt"
    path.write_text(
        "R 241500Z APR 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA 000512\n\nSUBJECT: THE VISIT\n\n"
        "REF: A. STATE 041207\n     B. STATE 041208\n\n1. The ministry agreed to the visit of ref A.\n\n"
        "2. The minister promised to reply to ref B by April 28.\n",
        encoding="utf-8",
    )

    shown = " ".join(command_line("read", path).out.split())

    assert 'Answers (2) agreed (ref A): "The ministry agreed to the visit of ref A."' in shown
    assert "will answer by Tuesday 28 April 2009 (ref B):" in shown


def test_read_gives_the_day_alone_where_the_place_is_many_or_unknown(command_line, tmp_path):
    path = tmp_path / "cable.txt"
    path.write_text(CABLE.format(to="AMEMBASSY ATLANTIS"))

    answer = command_line("read", path)

    assert "due: Thursday 30 April 2009, COB, on the clock of each post" in " ".join(answer.out.split())


def test_read_takes_a_text_that_is_no_cable(command_line, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Milk, bread.\n")

    answer = command_line("read", path)

    assert answer.code == 0
    assert answer.out.startswith("no number · day not given · no classification line")


def test_read_tells_a_person_which_file_it_could_not_read(command_line, tmp_path):
    answer = command_line("read", tmp_path / "none.txt")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == f"{tmp_path / 'none.txt'} cannot be opened: No such file or directory.\n"


# --- deadlines ---


def given(monkeypatch, *lines):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))


def sentence(words):
    return json.dumps({"sent_at": "2008-07-31T21:08:00Z", "sentence": words})


def test_deadlines_answers_each_line(command_line, monkeypatch):
    given(monkeypatch, sentence("Please report by COB August 6."), "", sentence("The minister spoke."))

    answer = command_line("deadlines", "--json")

    first, second = (found["due"] for found in answer.objects)
    assert {name: first[name] for name in ("quote", "date", "time", "zone")} == {
        "quote": "by COB August 6", "date": "2008-08-06", "time": "COB", "zone": None,
    }  # fmt: skip
    assert second is None


def test_deadlines_answers_a_person_in_words(command_line, monkeypatch):
    given(monkeypatch, sentence("Please report by COB August 6."), sentence("The minister spoke."))

    assert command_line("deadlines").out == "2008-08-06 COB\tby COB August 6\nno day\tno deadline\n"


@pytest.mark.parametrize(
    "line", ["no json", "[]", "{}", '{"sent_at": "2008-07-31", "sentence": "x"}', '{"sent_at": 1}']
)
def test_deadlines_names_a_line_it_cannot_read_and_goes_on(command_line, monkeypatch, line):
    given(monkeypatch, line, sentence("Please report by COB August 6."))

    answer = command_line("deadlines", "--json")

    bad, good = answer.objects
    assert answer.code == 1
    assert answer.err == bad["error"] + "\n"
    assert bad["error"].startswith("Line 1 is not of the form ")
    assert (bad["due"], good["due"]["date"]) == (None, "2008-08-06")


def test_deadlines_tells_a_person_of_a_bad_line_beside_the_answers(command_line, monkeypatch):
    given(monkeypatch, "no json", sentence("The minister spoke."))

    answer = command_line("deadlines")

    assert (answer.code, answer.out) == (1, "no day\tno deadline\n")
    assert answer.err.startswith("Line 1 is not of the form ")


# --- printing ---


def test_a_table_keeps_its_columns_and_folds_the_last(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")

    printing.print_table(("No", "What"), [(1, "word " * 20), (22, None)])

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "No  What"
    assert lines[1].startswith("1   word word")
    assert lines[2].startswith("    word")
    assert lines[-1] == "22"
    assert max(map(len, lines)) <= 60


@pytest.mark.parametrize("columns, used", [("10", 60), ("100", 100), ("500", 140)])
def test_lines_are_neither_too_narrow_nor_too_wide(monkeypatch, columns, used):
    monkeypatch.setenv("COLUMNS", columns)

    assert printing.width() == used
