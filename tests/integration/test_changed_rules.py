"""Calendars and policy changed under a process that runs: its next tick or page goes by the new ones."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.mail_world import World, at, messages
from tracker import runtime as runtimes
from tracker.adapters.rule_files import TABLES, RuleFiles
from tracker.runtime import Runtime
from tracker.services import health, replanning
from tracker.services.replanning import Replanned
from tracker.settings import Settings, share_dir
from tracker.store.messages import Pulse
from tracker.worker import Worker

HARBOR_DAY = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//posts.example//EN
BEGIN:VEVENT
UID:1
SUMMARY:Day of the Harbor
DTSTART;VALUE=DATE:20080805
END:VEVENT
END:VCALENDAR
"""
MONDAY, TUESDAY = at("2008-08-04 12:00"), at("2008-08-05 12:00")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> RuleFiles:
    """Tables of an installation that may be written to, and a folder for calendars."""
    folder = tmp_path_factory.mktemp("installation")
    for name in TABLES:
        shutil.copy(share_dir("config") / name, folder / name)
    (folder / "calendars").mkdir()
    return RuleFiles(config=folder, calendars=folder / "calendars")


@pytest.fixture
def files(tables: RuleFiles) -> Iterator[RuleFiles]:
    before = (tables.config / "reminders.toml").read_text(encoding="utf-8")
    yield tables
    (tables.config / "reminders.toml").write_text(before, encoding="utf-8")
    for path in tables.calendars.iterdir():
        path.unlink()


@pytest.fixture
def running(files: RuleFiles, tmp_path: Path) -> Iterator[Runtime]:
    held = runtimes.build(Settings(home=tmp_path), files)
    yield held
    held.engine.dispose()


def change(files: RuleFiles, old: str, new: str) -> None:
    """Change a line of the policy, as an editor does."""
    path = files.config / "reminders.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def close_harbor(files: RuleFiles) -> None:
    """Put a holiday of its own on Mexico."""
    (files.calendars / "AMEMBASSY MEXICO.ics").write_text(HARBOR_DAY, encoding="utf-8")


def reason_off(held: Runtime) -> str | None:
    post = held.installation.book.find("AMEMBASSY MEXICO")
    assert post is not None
    return held.installation.book.calendar(post).reason_off(TUESDAY.date())


def test_nothing_is_read_while_no_file_changes(running: Runtime) -> None:
    assert running.renewed() is running


def test_a_calendar_that_comes_or_goes_is_read_anew(running: Runtime, files: RuleFiles) -> None:
    close_harbor(files)
    with_holiday = running.renewed()
    (files.calendars / "AMEMBASSY MEXICO.ics").unlink()

    found = [reason_off(held) for held in (running, with_holiday, with_holiday.renewed())]

    assert found == [None, "Day of the Harbor", None]
    assert with_holiday.renewed().installation.settings is running.settings


def test_a_file_that_cannot_be_used_changes_nothing_until_it_is_corrected(
    running: Runtime, files: RuleFiles
) -> None:
    change(files, "before = [5, 1]", "before = [3, 2")
    faulty = running.renewed()
    assert faulty.installation == running.installation
    assert faulty.fault is not None
    assert faulty.fault.startswith("reminders.toml is not TOML")
    assert faulty.renewed() is faulty
    change(files, "before = [3, 2", "before = [3, 2]")

    mended = faulty.renewed()

    assert mended.fault is None
    assert mended.installation.policies.general.before == (3, 2)


def test_a_file_that_is_gone_for_a_moment_changes_nothing(running: Runtime, files: RuleFiles) -> None:
    path = files.config / "reminders.toml"
    words = path.read_text(encoding="utf-8")
    path.unlink()
    faulty = running.renewed()
    path.write_text(words, encoding="utf-8")

    assert faulty.fault is not None
    assert faulty.renewed().fault is None


@pytest.fixture
def world(database_url: str, tmp_path: Path, files: RuleFiles) -> Iterator[World]:
    """A task of Mexico's due Wednesday 6 August, whose first letter has been written."""
    made = World(database_url, tmp_path)
    held = runtimes.build(made.runtime.settings, files)
    made.runtime.engine.dispose()
    made.runtime = replace(held, clock=lambda: made.now)
    with made.transaction() as session:
        post = made.post(session, "AMEMBASSY MEXICO", "mexico@posts.example")
        made.task(session, made.cable(session), post)
    yield made
    made.close()


def tick(worker: Worker) -> None:
    worker.tick(health.OFFER, worker.offer)


def replan(world: World) -> None:
    """Plan all anew, as the command does in a process of its own."""
    now = world.now
    with world.transaction() as session:
        replanning.replan(session, Replanned(), now=now, installation=world.runtime.renewed().installation)


def test_a_running_worker_writes_by_a_calendar_and_a_policy_loaded_since(
    world: World, files: RuleFiles
) -> None:
    worker = Worker(world.runtime, environ={})
    world.now = at("2008-08-01 13:00")
    tick(worker)
    assert len(messages(world)) == 1
    close_harbor(files)
    change(files, "before = [5, 1]", "before = [1]")
    replan(world)

    world.now = at("2008-08-04 13:00")  # with Tuesday off, Monday is the working day before Wednesday
    tick(worker)

    assert len(messages(world)) == 2
    world.now = at("2008-08-05 13:00")
    tick(worker)
    assert len(messages(world)) == 2


def test_a_faulty_policy_shows_as_a_failure_while_letters_go_by_the_one_before(
    world: World, files: RuleFiles
) -> None:
    worker = Worker(world.runtime, environ={})
    change(files, "before = [5, 1]", "befor = [5, 1]")
    world.now = at("2008-08-01 13:00")

    tick(worker)

    assert len(messages(world)) == 1
    with world.transaction() as session:
        (failure,) = session.scalars(select(Pulse.last_failure).where(Pulse.failed_at.is_not(None)))
        assert "reminders.toml cannot be used" in (failure or "")
    change(files, "befor = [5, 1]", "before = [5, 1]")
    tick(worker)
    with world.transaction() as session:
        assert session.scalars(select(Pulse.failed_at).where(Pulse.failed_at.is_not(None))).all() == []
