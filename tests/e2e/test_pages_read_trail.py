"""Reads in the audit trail: cables, tasks of discreet cables, downloads; each page once a session."""

import pytest
from sqlalchemy import select

from tests.e2e.conftest import SAMPLES
from tracker.store.audit import AuditEntry

LIMA = SAMPLES[0].read_text(encoding="utf-8")
DISCREET = LIMA.replace("SIPDIS", "SENSITIVE\nSIPDIS").replace("041207", "041299")


@pytest.fixture
def lima(visit, world, accepted):
    """An officer of the post; tasks 1 to 3 are of an open cable, 4 to 6 of a sensitive one."""
    world.load(LIMA, DISCREET)
    accepted(1, 2)
    return visit("lima")


def reads(world, by="Luis Ortega"):
    with world.runtime.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.by == by).order_by(AuditEntry.number))
        return [
            (entry.act, entry.objects) for entry in entries if entry.act.endswith(("opened", "downloaded"))
        ]


def test_a_cable_and_a_task_of_a_discreet_one_are_entered_once_a_session(lima, visit, world):
    for address in ("/cables/1", "/cables/1", "/tasks/1", "/tasks/4", "/tasks/4"):
        lima.get(address)
    visit("lima").get("/tasks/4")

    of_task = ("task opened", {"task": 4, "cable": 2})
    assert reads(world) == [("cable opened", {"cable": 1}), of_task, of_task]


def test_whatever_is_downloaded_is_entered_and_what_is_refused_is_not(lima, world):
    lima.client.get("/tasks.csv")
    lima.client.get("/tasks/1/papers/1.txt")
    lima.client.get("/tasks/1/papers/99.txt")

    paper = {"page": "attachments.paper", "task_id": 1, "paper_id": 1}
    assert reads(world) == [("downloaded", {"page": "tasks.export"}), ("downloaded", paper)]
