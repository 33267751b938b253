"""What a reviewer changes of an ask stays provable: in the task's history and in the audit trail."""

from datetime import date

from sqlalchemy import select

from tests.work_world import World, cable
from tracker.services import review
from tracker.services.review import Change
from tracker.store.audit import AuditEntry
from tracker.store.cables import ProposalRecord
from tracker.store.tasks import TaskEvent


def decided(desk: World, change: Change) -> tuple[TaskEvent, dict]:
    """Accept the ask with a due, so changed; return the line of its task and the entry of the audit."""
    desk.ingest(cable())
    with desk.transaction() as session:
        proposal = session.scalars(select(ProposalRecord).where(ProposalRecord.due_on.is_not(None))).one()
        (task, *_) = review.accept(session, proposal.id, change=change, **desk.act())
        task_id, proposal_id = task.id, proposal.id
    with desk.transaction() as session:
        review.reconsider(session, proposal_id, **desk.act())
    with desk.reading() as session:
        line = session.scalars(
            select(TaskEvent).where(TaskEvent.task_id == task_id, TaskEvent.kind == "created")
        ).one()
        told = session.scalars(select(AuditEntry).where(AuditEntry.act == "proposal decided"))
        return line, next(entry.objects for entry in told if entry.objects["verdict"] != "waiting")


def test_another_day_is_told_with_the_old_one_even_after_it_is_undone(desk: World) -> None:
    line, entry = decided(
        desk, Change(due_on=date(2009, 5, 3), due_time="NOON", due_zone="post", note="Sun 3 May was kept.")
    )

    assert line.before == {"due_on": "2009-04-30", "due_time": "COB"}
    assert line.after == {"due_on": "2009-05-03", "due_time": "NOON", "status": "open"}
    assert line.note == "Sun 3 May was kept."
    assert (entry["due_on"], entry["due_time"]) == ("2009-04-30 → 2009-05-03", "COB → NOON")


def test_another_title_posts_and_owner_are_told(desk: World) -> None:
    owner = desk.officer("lead", ("post staff", "AMEMBASSY QUITO"))

    line, entry = decided(
        desk, Change(title="Tell what they say", posts=("AMEMBASSY QUITO",), owner_id=owner.officer_id)
    )

    assert line.before["title"].startswith("Report")
    assert line.after["title"] == "Tell what they say"
    assert (line.before["posts"], line.after["posts"]) == ("AMEMBASSY LIMA", "AMEMBASSY QUITO")
    assert (line.before["owner"], line.after["owner"]) == (None, "Lead")
    assert (entry["title"], entry["posts"]) == ("changed", "AMEMBASSY LIMA → AMEMBASSY QUITO")
    assert entry["owner"] == "none → Lead"


def test_a_day_taken_away_is_told(desk: World) -> None:
    line, entry = decided(desk, Change(is_undated=True))

    assert (line.before["due_on"], line.after["due_on"]) == ("2009-04-30", None)
    assert entry["due_on"] == "2009-04-30 → none"


def test_what_is_accepted_as_read_says_no_more(desk: World) -> None:
    line, entry = decided(desk, Change())

    assert (line.before, line.after) == ({}, {"status": "open"})
    assert set(entry) == {"proposal", "cable", "verdict"}
