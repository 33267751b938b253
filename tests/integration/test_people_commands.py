"""`tracker tree` and the roles of `tracker users`, in the test's own process."""

import pytest

from tests.command_line import CommandLine


@pytest.fixture
def command_line(capsys, monkeypatch, tmp_path, sqlite_url):
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_DATABASE_URL", sqlite_url)
    command_line = CommandLine(capsys)
    command_line("migrate")
    return command_line


def test_the_tree_is_shown_and_its_parts_are_moved(command_line):
    assert command_line(
        "tree", "add", "wha/epsc", "Office of Policy", "--kind", "office", "--below", "WHA"
    ).out
    moved = command_line("tree", "move", "embassy lima", "--below", "WHA/EPSC")
    top = command_line("tree", "move", "WHA/EPSC", "--unit")

    units = {unit["code"]: unit for unit in command_line("tree", "list", "--json").objects}
    shown = command_line("tree", "list").out
    assert moved.out == "AMEMBASSY LIMA stands below WHA/EPSC.\n"
    assert top.out == "WHA/EPSC stands below nothing: at the top.\n"
    assert units["WHA/EPSC"] == {
        "code": "WHA/EPSC", "name": "Office of Policy", "kind": "office", "depth": 0, "posts": ["AMEMBASSY LIMA"],
    }  # fmt: skip
    assert "WHA/EPSC  Office of Policy (1)\n  - AMEMBASSY LIMA\n" in shown


def test_a_post_is_moved_below_something(command_line):
    answer = command_line("tree", "move", "AMEMBASSY LIMA")

    assert (answer.code, "--below CODE" in answer.err) == (2, True)


def test_officers_are_invited_and_switched_off_and_on(command_line):
    added = (
        "users",
        "add",
        "dana",
        "--name",
        "Dana Roe",
        "--email",
        "dana@officers.example",
        "--no-password",
    )
    command_line(*added)

    invited = command_line("users", "invite", "dana")
    off = command_line("users", "off", "dana")

    assert invited.out == "A letter goes to dana@officers.example with the worker's next look.\n"
    assert off.out == "Dana Roe can sign in no more.\n"
    assert command_line("users", "list", "--json").objects[0]["active"] is False
    assert command_line("users", "on", "dana").out == "Dana Roe can sign in again.\n"


def test_roles_are_given_and_taken_at_posts_units_and_everywhere(command_line, monkeypatch):
    command_line(
        "users", "add", "dana", "--name", "Dana Roe", "--email", "dana@officers.example",
        "--role", "reader", "--no-password",
    )  # fmt: skip

    command_line("users", "grant", "dana", "manager@wha")
    given = command_line("users", "grant", "dana", "post staff@Embassy Lima")
    taken = command_line("users", "revoke", "dana", "reader")

    assert given.out == "Dana Roe is now: manager@WHA, post staff@AMEMBASSY LIMA, reader.\n"
    assert taken.out == "Dana Roe is no longer reader.\n"
    (dana,) = command_line("users", "list", "--json").objects
    assert dana["roles"] == ["manager@WHA", "post staff@AMEMBASSY LIMA"]
    assert "no role reader" in command_line("users", "revoke", "dana", "reader").err
    assert "no officer" in command_line("users", "grant", "nobody", "reader").err
