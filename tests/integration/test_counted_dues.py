"""Working days are counted on the calendar of each post, when its task is made and wherever it is told."""

from datetime import date

import pytest

from tests.work_world import World, cable
from tracker.services import review
from tracker.services.review import Change
from tracker.store.cables import ProposalRecord
from tracker.store.tasks import Task

BODY = """1. ACTION REQUEST: Posts are requested to report the host
government's response within seven working days of receipt.
"""
TO = ("AMEMBASSY LIMA", "AMEMBASSY TOKYO")


@pytest.fixture
def proposal_id(desk: World) -> int:
    """Take in a cable of Monday 20 April to two posts."""
    cable_id = desk.ingest(cable(to=TO, body=BODY)).cable.id
    with desk.reading() as session:
        (proposal,) = session.get_one(ProposalRecord, 1).cable.proposals
        assert proposal.cable_id == cable_id
        return proposal.id


def accepted(desk: World, proposal_id: int, change: Change | None = None) -> list[Task]:
    with desk.transaction() as session:
        return review.accept(session, proposal_id, change=change, **desk.act())


def test_each_post_counts_its_own_working_days(desk: World, proposal_id: int) -> None:
    lima, tokyo = accepted(desk, proposal_id)

    assert (lima.due_on, tokyo.due_on) == (date(2009, 4, 29), date(2009, 4, 30))
    said = " ".join(tokyo.due_explained)
    assert "Counted 7 working days on the calendar of Tokyo" in said
    assert "Wed 29 Apr (Showa Day)" in said
    assert "Washington:" not in said
    assert "29 Apr" not in " ".join(lima.due_explained).partition("Skipped")[2].partition(".")[0]


def test_a_day_that_a_person_sets_holds_for_all(desk: World, proposal_id: int) -> None:
    made = accepted(desk, proposal_id, Change(due_on=date(2009, 5, 6), due_time="COB", due_zone="post"))

    assert {task.due_on for task in made} == {date(2009, 5, 6)}
    assert not any("Counted" in words for task in made for words in task.due_explained)


def test_another_title_leaves_the_count_to_the_posts(desk: World, proposal_id: int) -> None:
    _, tokyo = accepted(desk, proposal_id, Change(title="Tell what they say"))

    assert (tokyo.title, tokyo.due_on) == ("Tell what they say", date(2009, 4, 30))
