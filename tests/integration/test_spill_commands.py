"""`tracker spill`: the operator locks; who settles spills says who he is by his password."""

import io
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.spill_world import CANARY, SETTINGS, kept, morning, offer, sent
from tests.work_world import SYSTEM, World
from tracker.services import accounts

PASSWORD = "a phrase of the tests"


@pytest.fixture
def said(
    spill: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> CommandLine:
    """Return the command line of that installation; two security officers have passwords."""
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_DATABASE_URL", spill.database_url)
    monkeypatch.setenv("TRACKER_SECRET_KEY", SETTINGS["secret_key"])
    for login in ("sam", "sue"):
        officer = spill.officer(login, ("security officer", None))
        with spill.transaction() as session:
            accounts.set_password(session, officer.officer_id or 0, PASSWORD, by=SYSTEM)
    return CommandLine(capsys)


def typed(monkeypatch: pytest.MonkeyPatch, password: str = PASSWORD) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))


def test_a_cable_is_locked_by_its_number_and_the_trail_is_printed(spill: World, said: CommandLine) -> None:
    offer(spill, morning(1))
    sent(spill)

    locked = said("spill", "lock", "09 STATE 41207")
    trail = said("spill", "trail", 1)
    listed = said("spill", "list", "--json")

    assert (locked.code, locked.err) == (0, "")
    assert "Locked: cable 1, as lock 1." in locked.out
    assert "lima@posts.example" in trail.out
    assert "cable taken in" in trail.out
    assert CANARY not in locked.out + trail.out
    assert [(one["number"], one["state"]) for one in listed.objects] == [("09STATE41207", "locked")]
    assert said("spill", "trail", 1, "--json").objects[0]["letters"][0]["has_gone"]
    assert said("tasks", "--json").out.count('"cable"') == 1
    again = said("spill", "lock", "09 STATE 41207")
    assert (again.code, again.err.strip()) == (1, "There is no cable of that number here.")


def test_to_unlock_takes_the_password_of_who_may(
    spill: World, said: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    said("spill", "lock", "1")

    typed(monkeypatch, "another phrase")
    wrong = said("spill", "unlock", 1, "--as", "sam")
    assert (wrong.code, wrong.err.strip()) == (1, "The name or the password is wrong.")
    typed(monkeypatch)
    right = said("spill", "unlock", 1, "--as", "sam")

    assert (right.code, right.err) == (0, "")
    assert "Unlocked: cable 1." in right.out
    assert CANARY in kept(spill, but=("locked_rows",))


def test_a_purge_is_asked_for_by_one_and_confirmed_by_another(
    spill: World, said: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    said("spill", "lock", "1")

    for _ in range(2):  # again by the same is the same
        typed(monkeypatch)
        assert "Another person confirms it" in said("spill", "purge", 1, "--as", "sam").out
    typed(monkeypatch)
    done = said("spill", "purge", 1, "--as", "sue")

    assert (done.code, done.err) == (0, "")
    assert "Written anew." in done.out
    assert CANARY not in kept(spill)
    assert [one["state"] for one in said("spill", "list", "--json").objects] == ["purged"]
    assert said("audit", "verify").code == 0
