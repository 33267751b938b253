"""The commands that run an installation: posts, officers, tables and processes."""

import io
import os
import signal
import sys
import threading

import pytest

from tests.command_line import CommandLine
from tracker.cli import demo, lifeline, opening, serve
from tracker.cli.tasks import NO_TASKS
from tracker.store import base, versions
from tracker.store.versions import TablesState

# --- posts and officers ---


def test_who_stands_in_for_a_post_is_set_and_shown(command_line):
    set_ = command_line("posts", "fallback", "AMEMBASSY LIMA", "desk@posts.example")
    shown = [one for one in command_line("posts", "list", "--json").objects if one["fallback"]]
    removed = command_line("posts", "fallback", "AMEMBASSY LIMA", "--none")

    assert set_.out.endswith("cannot be delivered, desk@posts.example is told.\n")
    assert [one["post"] for one in shown] == ["AMEMBASSY LIMA"]
    assert removed.out.endswith("cannot be delivered, nobody else is told.\n")
    assert command_line("posts", "fallback", "AMEMBASSY LIMA").code == 2


def test_posts_are_listed_with_their_mailboxes(command_line):
    set_ = command_line("posts", "mailbox", "AMEMBASSY LIMA", "duty@lima.example")
    (with_mail,) = command_line("posts", "list", "--with-mailbox", "--json").objects
    table = command_line("posts", "list").out
    removed = command_line("posts", "mailbox", "LIMA", "--none")

    assert set_.out == "AMEMBASSY LIMA gets its mail at duty@lima.example.\n"
    assert with_mail == {
        "post": "AMEMBASSY LIMA", "kind": "embassy", "country": "PE", "zone": "America/Lima",
        "mailbox": "duty@lima.example", "fallback": None,
    }  # fmt: skip
    assert table.count("\n") > 300
    assert removed.out == "AMEMBASSY LIMA gets no mail.\n"
    assert command_line("posts", "list", "--with-mailbox", "--json").out == ""


@pytest.mark.parametrize(
    "words, code",
    [
        (["AMEMBASSY ATLANTIS", "x@y.example"], 1),
        (["AMEMBASSY LIMA", "no address"], 1),
        (["AMEMBASSY LIMA"], 2),
        (["AMEMBASSY LIMA", "x@y.example", "--none"], 2),
    ],
)
def test_a_mailbox_that_cannot_be_set_is_refused(command_line, words, code):
    answer = command_line("posts", "mailbox", *words)

    assert (answer.code, answer.out) == (code, "")


def test_the_ladder_of_a_post_is_set_and_taken_back(command_line):
    set_ = command_line("posts", "ladder", "LIMA", "--supervisor", "chief@lima.example", "--director", "none")
    back = command_line("posts", "ladder", "AMEMBASSY LIMA", "--supervisor", "none")

    assert set_.out == (
        "Told where tasks of AMEMBASSY LIMA stay late: "
        "first (supervisor) chief@lima.example; then (office director) the managers.\n"
    )
    assert "first (supervisor) the managers" in back.out
    assert command_line("posts", "ladder", "LIMA").code == 2
    assert command_line("posts", "ladder", "LIMA", "--supervisor", "no address").code == 1


def test_officers_are_added_and_listed(command_line, monkeypatch):
    words = ["users", "add", "dana", "--name", "Dana Roe", "--email", "dana@x.example"]
    none = command_line("users", "list").out
    monkeypatch.setattr(sys, "stdin", io.StringIO("a long enough phrase\n"))
    added = command_line(*words, "--role", "desk officer", "--role", "post staff@LIMA")
    listed = command_line("users", "list").out
    (officer,) = command_line("users", "list", "--json").objects

    assert none.startswith("There are no officers yet.")
    assert (added.code, added.out) == (0, "dana was added.\n")
    assert "Dana Roe" in listed
    assert officer["roles"] == ["desk officer", "post staff@AMEMBASSY LIMA"]


@pytest.mark.parametrize(
    "words, typed, code",
    [
        (["users", "password", "dana"], "another long phrase\n", 0),
        (["users", "password", "dana"], "short\n", 1),
        (["users", "password", "nobody"], "another long phrase\n", 1),
        (["users", "add", "dana", "--name", "D", "--email", "d@x.example", "--no-password"], "", 1),
        (
            [
                "users",
                "add",
                "eve",
                "--name",
                "E",
                "--email",
                "e@x.example",
                "--no-password",
                "--role",
                "king",
            ],
            "",
            1,
        ),
    ],
)
def test_what_cannot_be_done_for_an_officer_is_told(command_line, monkeypatch, words, typed, code):
    command_line("users", "add", "dana", "--name", "Dana Roe", "--email", "dana@x.example", "--no-password")
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))

    answer = command_line(*words)

    assert answer.code == code
    assert len(command_line("users", "list", "--json").objects) == 1


def test_a_person_at_a_terminal_is_asked_for_the_password_twice(command_line, monkeypatch):
    asked = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda *words, **how: asked.append(how) or "a long enough phrase")

    answer = command_line("users", "add", "dana", "--name", "Dana Roe", "--email", "dana@x.example")

    assert answer.code == 0
    assert asked == [{"hide_input": True, "confirmation_prompt": True}]


# --- tables ---


def test_tables_are_brought_up_to_date_and_again_is_the_same(command_line):
    first, second = command_line("migrate"), command_line("migrate")

    assert (first.code, first.out) == (0, second.out)
    assert first.out.endswith(" are up to date.\n")


@pytest.mark.parametrize(
    "state, words",
    [
        (TablesState.OLD, "The database is of an earlier version of the tracker."),
        (TablesState.NEWER, "The database is of a newer version of the tracker."),
    ],
)
def test_a_database_of_another_version_is_left_alone(command_line, monkeypatch, state, words):
    monkeypatch.setattr(opening.versions, "state_of", lambda engine: state)

    answer = command_line("tasks")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(words)


@pytest.mark.parametrize(
    "revision, state",
    [
        ("head", TablesState.CURRENT),
        ("base", TablesState.EMPTY),
        ("0001", TablesState.OLD),
        ("9999", TablesState.NEWER),
    ],
)
def test_a_database_says_how_it_stands(database_url, revision, state):
    engine = base.create(database_url)
    if revision == "base":
        base.migrate(database_url, "base")
    elif revision != "head":
        with engine.connect() as connection:
            connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
            connection.commit()

    found = versions.state_of(engine)

    engine.dispose()
    assert found is state


def test_an_empty_database_is_told_of_or_filled(capsys, monkeypatch, tmp_path, empty_database_url):
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_DATABASE_URL", empty_database_url)
    command_line = CommandLine(capsys)

    answer = command_line("tasks")

    if empty_database_url.startswith("sqlite"):
        assert (answer.code, answer.out) == (0, f"{NO_TASKS}\n")
    else:
        assert (answer.code, answer.err) == (1, "The database has no tables yet. Run: tracker migrate\n")
        assert command_line("migrate").code == 0
        assert command_line("tasks").code == 0


def test_a_database_that_cannot_be_reached_is_told_in_a_sentence(command_line, monkeypatch):
    monkeypatch.setenv("TRACKER_DATABASE_URL", "postgresql://127.0.0.1:1/none")

    answer = command_line("tasks")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("The database cannot be used: ")
    assert answer.err.count("\n") == 1


# --- the processes of an installation ---


class Server:
    """A server of pages that ends at once."""

    def __init__(self):
        self.heard = []

    def run(self):
        self.heard.append("run")

    def close(self):
        self.heard.append("close")


@pytest.fixture
def own_signals():
    kept = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, kept)


@pytest.mark.usefixtures("own_signals")
def test_serve_holds_large_texts_in_memory_and_ends_on_sigterm(command_line, monkeypatch):
    server, asked = Server(), []
    monkeypatch.setattr(serve.waitress, "create_server", lambda app, **how: asked.append(how) or server)
    monkeypatch.setattr(serve, "end_with_input", lambda: server.heard.append("watched"))

    answer = command_line("serve", "--until-input-ends")

    assert (answer.code, answer.err) == (0, "Serving http://127.0.0.1:8008/\n")
    assert server.heard == ["watched", "run", "close"]
    assert asked[0]["inbuf_overflow"] > 3 * 1024 * 1024
    with pytest.raises(SystemExit):
        signal.getsignal(signal.SIGTERM)(signal.SIGTERM, None)


@pytest.mark.usefixtures("own_signals")
def test_serve_says_that_its_port_is_taken(command_line, monkeypatch):
    def taken(app, **how):
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(serve.waitress, "create_server", taken)

    answer = command_line("serve")

    assert answer.code == 1
    assert answer.err == (
        "Port 8008 of 127.0.0.1 cannot be used (Address already in use). Set TRACKER_PORT to another.\n"
    )


def test_demo_is_given_the_cables_named(capsys, monkeypatch):
    given = []
    monkeypatch.setattr(demo, "run", lambda cables, environ: given.append(cables) or 0)

    assert CommandLine(capsys)("demo", "a.txt", "b.txt").code == 0
    assert given == [("a.txt", "b.txt")]


def test_a_child_ends_with_its_parents_end_of_the_pipe(monkeypatch):
    told = threading.Event()
    far, near = os.pipe()
    monkeypatch.setattr(sys, "stdin", os.fdopen(far))
    monkeypatch.setattr(os, "kill", lambda pid, number: told.set())

    lifeline.end_with_input()
    os.write(near, b"still here")
    os.close(near)

    assert told.wait(10)
    sys.stdin.close()
