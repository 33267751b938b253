"""Asks read before each post counted its own working days are counted anew once; tasks are only named."""

from datetime import date

import pytest
from sqlalchemy import select, update

from tests.command_line import CommandLine
from tests.work_world import World, cable
from tracker.services import audit, review
from tracker.services.audit import Wanted
from tracker.store.cables import ProposalRecord
from tracker.store.tasks import Task

BODY = """1. ACTION REQUEST: Posts are requested to report the host
government's response within seven working days of receipt.

2. ACTION REQUEST: Posts are requested to deliver the paper by April 30.
"""
TO = ("AMEMBASSY LIMA", "AMEMBASSY TOKYO")
OLD = ["Counted 7 working days from Monday 20 April 2009 (days off in Washington)."]


@pytest.fixture
def command_line(desk: World, capsys, monkeypatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("TRACKER_HOME", str(desk.home))
    monkeypatch.setenv("TRACKER_DATABASE_URL", desk.database_url)
    monkeypatch.setenv("TRACKER_NOW", "2009-04-21T12:00:00Z")
    return CommandLine(capsys)


def as_before(desk: World) -> None:
    """Leave the asks as an earlier version kept them."""
    with desk.transaction() as session:
        session.execute(update(ProposalRecord).values(due_count=None, due_explained=OLD))


def test_an_undecided_ask_is_counted_anew_and_says_so(desk: World, command_line) -> None:  # type: ignore[no-untyped-def]
    cable_id = desk.ingest(cable(to=TO, body=BODY)).cable.id
    as_before(desk)

    dry = command_line("recount", "--dry-run").out
    assert dry == "Undecided asks would be counted anew by each post's calendar: 1.\n"
    assert command_line("recount", "--dry-run").out == dry
    assert command_line("recount").out == "Undecided asks counted anew by each post's calendar: 1.\n"
    assert command_line("recount").out == "Undecided asks counted anew by each post's calendar: 0.\n"

    with desk.transaction() as session:
        made = review.accept_all(session, cable_id, **desk.act())
        days = {(task.post.city, task.paragraph): task.due_on for task in made}
        assert days["Lima", 1] == date(2009, 4, 29)
        assert days["Tokyo", 1] == date(2009, 4, 30)  # Showa Day is skipped there
        assert days["Tokyo", 2] == date(2009, 4, 30)
        said = " ".join(made[1].due_explained)
    assert "Counted by each post's own calendar since 2009-04-21; before, by Washington's." in said
    assert "days off in Washington" not in said
    with desk.reading() as session:
        assert len(audit.entries(session, Wanted(act="ask counted anew"), limit=9)) == 1


def test_a_task_made_of_such_an_ask_is_named_and_not_changed(desk: World, command_line) -> None:  # type: ignore[no-untyped-def]
    cable_id = desk.ingest(cable(to=TO, body=BODY)).cable.id
    as_before(desk)
    with desk.transaction() as session:
        review.accept_all(session, cable_id, **desk.act())

    told = command_line("recount").out.splitlines()

    with desk.reading() as session:
        task = session.scalars(select(Task).where(Task.paragraph == 1, Task.post.has(city="Tokyo"))).one()
    assert told == [
        "Undecided asks counted anew by each post's calendar: 0.",
        f"Task {task.id}, AMEMBASSY TOKYO: due Wed 29 Apr 2009; by the post's own calendar Thu 30 Apr 2009.",
        "These tasks are not changed. Change the due day on a task's page where that is right.",
    ]
    assert task.due_on == date(2009, 4, 29)
