"""The work on a task: allowed moves, outcomes, owners, dues, stale edits, and what is not yours."""

import threading
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.work_world import SYSTEM, World
from tracker.domain import lifecycle
from tracker.domain.due import Due
from tracker.domain.lifecycle import Status
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import answers, dated_facts, posts, review, tasks
from tracker.services.installation import Actor
from tracker.store.places import Post
from tracker.store.tasks import Task, TaskEvent

LIMA = "AMEMBASSY LIMA"


@pytest.fixture
def task(desk: World) -> Task:
    """Return an open task of a post with a mailbox, due on 30 April."""
    with desk.transaction() as session:
        posts.set_mailbox(session, LIMA, "duty@lima.example", **desk.act())
    return desk.tasks()[1]


@pytest.fixture
def rosa(desk: World) -> Actor:
    """Return an officer on the staff of the post."""
    return desk.officer("rosa", ("post staff", LIMA))


def do(desk: World, verb: Any, task_id: int, by: Actor = SYSTEM, **words: Any) -> Task:
    with desk.transaction() as session:
        done: Task = verb(session, task_id, **words, **desk.act(by))
        return done


def history(desk: World, task_id: int) -> list[TaskEvent]:
    with desk.reading() as session:
        return list(
            session.scalars(select(TaskEvent).where(TaskEvent.task_id == task_id).order_by(TaskEvent.id))
        )


def test_a_task_is_done_with_an_outcome_and_its_reminders_stop(desk: World, task: Task) -> None:
    assert task.next_moment_at is not None

    done = do(desk, tasks.complete, task.id, outcome="Agreed", note=" dates 25-27 May ")

    assert (done.status, done.outcome, done.note) == ("done", "agreed", "dates 25-27 May")
    assert (done.closed_at, done.next_moment_at) == (desk.now, None)
    line = history(desk, task.id)[-1]
    assert (line.kind, line.before, line.after) == (
        "moved",
        {"status": "open"},
        {"status": "done", "outcome": "agreed"},
    )


@pytest.mark.parametrize(
    "outcome, words",
    [
        ("", "^Say what came of it. Write in a line"),
        ("finished", "came of it. The outcome must be one of: agreed, refused, delivered"),
    ],
)
def test_done_without_an_outcome_is_refused_in_words(
    desk: World, task: Task, outcome: str, words: str
) -> None:
    with pytest.raises(Invalid, match=words):
        do(desk, tasks.complete, task.id, outcome=outcome)


@pytest.mark.parametrize("note", [None, "", "  "])
def test_done_without_a_line_is_refused_in_words(desk: World, task: Task, note: str | None) -> None:
    with pytest.raises(Invalid, match="Write in a line what came of it") as fault:
        do(desk, tasks.complete, task.id, outcome="agreed", note=note)

    assert list(fault.value.fields) == ["note"]


def test_a_reply_that_is_noted_stands_for_the_line(desk: World, task: Task) -> None:
    do(desk, dated_facts.report, task.id, note="LIMA 512")

    assert do(desk, tasks.complete, task.id, outcome="agreed").status == "done"


def test_a_reply_by_mail_stands_for_the_line_until_the_task_is_opened_again(desk: World, task: Task) -> None:
    with desk.transaction() as session:
        installation = desk.runtime.installation
        answers.note(session, task, "ana@x.example", now=desk.now, installation=installation)
    do(desk, tasks.complete, task.id, outcome="agreed")
    do(desk, tasks.reopen, task.id)

    with pytest.raises(Invalid, match="Write in a line"):
        do(desk, tasks.complete, task.id, outcome="agreed")


def test_done_twice_is_a_conflict_that_names_what_is_allowed(desk: World, task: Task) -> None:
    do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.")

    with pytest.raises(Conflict, match="already done. From here it may become: open"):
        do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.")


def test_a_task_that_is_opened_again_is_reminded_of_again(desk: World, task: Task) -> None:
    do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.")

    opened = do(desk, tasks.reopen, task.id, note="they took it back")

    assert (opened.status, opened.outcome, opened.closed_at) == ("open", None, None)
    assert opened.next_moment_at is not None
    assert history(desk, task.id)[-1].before == {"status": "done", "outcome": "agreed"}
    with pytest.raises(Conflict, match="only a closed task can be opened again"):
        do(desk, tasks.reopen, task.id)


def test_every_move_is_one_line_and_the_history_leads_to_the_state(desk: World, task: Task) -> None:
    do(desk, tasks.accept, task.id)
    do(desk, tasks.wait, task.id, note="the ministry")
    do(desk, tasks.start, task.id)
    do(desk, tasks.decline, task.id, note="not our district")
    do(desk, tasks.reopen, task.id)
    last = do(desk, tasks.cancel, task.id)

    lines = history(desk, task.id)
    states = [Status(line.after["status"]) for line in lines]
    assert len(lines) == 7
    assert all(lifecycle.may_move(start, end) for start, end in pairwise(states))
    assert (states[0], states[-1]) == (Status.OPEN, Status(last.status))
    assert last.version == len(lines)


@pytest.mark.parametrize(
    ("verb", "words"), [(tasks.wait, "for whom"), (tasks.decline, "why"), (tasks.add_note, "Write the note")]
)
def test_a_reason_is_asked_for(desk: World, task: Task, verb: Any, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        do(desk, verb, task.id, note="  ")
    with pytest.raises(Invalid, match="at most 4000"):
        do(desk, verb, task.id, note="x" * 4001)


def test_a_note_can_be_added_to_a_closed_task(desk: World, task: Task) -> None:
    do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.")

    noted = do(desk, tasks.add_note, task.id, note="thanks came by telephone")

    assert noted.status == "done"
    assert history(desk, task.id)[-1].note == "thanks came by telephone"


def test_taking_a_task_makes_the_officer_its_owner(desk: World, task: Task, rosa: Actor) -> None:
    taken = do(desk, tasks.take, task.id, by=rosa)
    again = do(desk, tasks.take, task.id, by=rosa)

    assert taken.owner_id == again.owner_id == rosa.officer_id
    lines = [line for line in history(desk, task.id) if line.kind == "taken"]
    assert [(line.before, line.after) for line in lines] == [({"owner": None}, {"owner": "Rosa"})]
    with pytest.raises(Invalid, match="signed in"):
        do(desk, tasks.take, task.id)


def test_a_task_is_given_only_to_somebody_who_works_at_the_post(desk: World, task: Task, rosa: Actor) -> None:
    quito = desk.officer("juan", ("post staff", "AMEMBASSY QUITO"))

    with pytest.raises(Invalid, match="Juan does not work at AMEMBASSY LIMA"):
        do(desk, tasks.assign, task.id, owner_id=quito.officer_id)
    assert do(desk, tasks.assign, task.id, owner_id=rosa.officer_id).owner_id == rosa.officer_id
    assert do(desk, tasks.assign, task.id, owner_id=None).owner_id is None
    do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.")
    with pytest.raises(Conflict, match="Open it again first"):
        do(desk, tasks.assign, task.id, owner_id=rosa.officer_id)


def test_another_due_makes_old_reminders_void_and_keeps_both_dates(desk: World, task: Task) -> None:
    moved = do(desk, tasks.change_due, task.id, due=Due(on=date(2009, 5, 8), time="12:00"), note="travel")

    assert moved.deadline_version == 2
    assert moved.due_at == datetime(2009, 5, 8, 17, 0, tzinfo=UTC)
    line = history(desk, task.id)[-1]
    assert (line.kind, line.note) == ("due changed", "travel")
    assert line.before == {"due_on": "2009-04-30", "due_time": "COB", "due_zone": "America/Lima"}
    assert line.after == {"due_on": "2009-05-08", "due_time": "12:00", "due_zone": "America/Lima"}


def test_the_same_due_again_changes_nothing(desk: World, task: Task) -> None:
    same = do(desk, tasks.change_due, task.id, due=Due(on=date(2009, 4, 30), time="COB"))

    assert (same.deadline_version, same.version) == (1, 1)


def test_a_due_can_be_taken_away(desk: World, task: Task) -> None:
    bare = do(desk, tasks.change_due, task.id, due=Due(on=None))

    assert (bare.due_on, bare.due_at, bare.deadline_version) == (None, None, 2)


def test_a_due_that_cannot_be_is_refused(desk: World, task: Task) -> None:
    with pytest.raises(Invalid, match="before the day the cable was sent"):
        do(desk, tasks.change_due, task.id, due=Due(on=date(2008, 5, 8)))
    with pytest.raises(Invalid, match="is not an hour"):
        do(desk, tasks.change_due, task.id, due=Due(on=date(2009, 5, 8), time="teatime"))
    do(desk, tasks.cancel, task.id)
    with pytest.raises(Conflict, match="Open it again before its due is changed"):
        do(desk, tasks.change_due, task.id, due=Due(on=date(2009, 5, 8)))


def test_a_post_that_left_the_table_has_no_calendar_to_count_by(desk: World, task: Task) -> None:
    with desk.transaction() as session:
        session.get_one(Post, task.post_id).name = "AMEMBASSY ATLANTIS"

    with pytest.raises(Conflict, match="no longer in the table of posts"):
        do(desk, tasks.change_due, task.id, due=Due(on=date(2009, 5, 8)))


def test_a_stale_edit_shows_the_change_of_the_other(desk: World, task: Task, rosa: Actor) -> None:
    do(desk, tasks.take, task.id, by=rosa, version=task.version)

    with pytest.raises(Conflict, match=r"Rosa changed this task in the meantime \(taken: owner Rosa\)"):
        do(desk, tasks.accept, task.id, version=task.version)

    do(desk, tasks.add_note, task.id, note="so it is")
    with pytest.raises(Conflict, match=r"tracker changed this task in the meantime \(note\)"):
        do(desk, tasks.accept, task.id, version=2)


def test_the_clock_planning_a_reminder_makes_no_page_stale(desk: World, task: Task) -> None:
    with desk.transaction() as session:
        session.get_one(Task, task.id).next_moment_at = desk.now + timedelta(days=1)

    assert do(desk, tasks.accept, task.id, version=task.version).status == "accepted"


def test_of_two_who_finish_it_at_once_one_is_told(desk: World, task: Task) -> None:
    start = threading.Barrier(2)
    told: list[str] = []

    def finish() -> None:
        start.wait()
        try:
            told.append(do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.").status)
        except Conflict:
            told.append("conflict")

    threads = [threading.Thread(target=finish) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told) == ["conflict", "done"]
    with desk.reading() as session:
        moved = select(func.count(TaskEvent.id)).where(TaskEvent.kind == "moved")
        assert session.scalar(moved) == 1


def test_what_is_another_posts_does_not_exist(desk: World, task: Task) -> None:
    quito = desk.officer("juan", ("post staff", "AMEMBASSY QUITO"))

    with pytest.raises(NotFound, match=f"no task {task.id}, or it is not yours"):
        do(desk, tasks.accept, task.id, by=quito)
    with pytest.raises(NotFound):
        do(desk, tasks.accept, 4711)


def test_post_staff_work_on_a_task_but_do_not_move_its_due(desk: World, task: Task, rosa: Actor) -> None:
    assert do(desk, tasks.accept, task.id, by=rosa).status == "accepted"
    with pytest.raises(Forbidden):
        do(desk, tasks.change_due, task.id, by=rosa, due=Due(on=date(2009, 5, 8)))
    with pytest.raises(Forbidden):
        do(desk, tasks.cancel, task.id, by=rosa)


def test_a_task_loaded_as_history_is_never_reminded_of(desk: World) -> None:
    from_archive = desk.ingest(is_history=True).cable.id
    with desk.transaction() as session:
        posts.set_mailbox(session, LIMA, "duty@lima.example", **desk.act())
        made = review.accept_all(session, from_archive, **desk.act())

    assert [(task.is_history, task.next_moment_at) for task in made] == [(True, None)] * 2
