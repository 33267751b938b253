"""A person's verdict: asks become tasks, one for each post that must act, and never twice."""

import threading
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from tests.work_world import BODY, SYSTEM, World, cable, officer_row
from tracker.domain.access import Grant, Role
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import contacts, review, tasks
from tracker.services.installation import Actor
from tracker.services.review import Change
from tracker.store.cables import ContactRecord, ProposalRecord
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task, TaskEvent

FIVE = ("AMEMBASSY LIMA", "AMEMBASSY QUITO", "AMEMBASSY TOKYO", "AMEMBASSY AMMAN", "AMEMBASSY NAIROBI")
ALL_POSTS = BODY.replace("Embassy is requested", "Posts are requested")


def proposals(desk: World, text: str = "", kind: str = "ask") -> list[int]:
    cable_id = desk.ingest(text).cable.id
    with desk.reading() as session:
        return list(
            session.scalars(
                select(ProposalRecord.id)
                .where(ProposalRecord.cable_id == cable_id, ProposalRecord.kind == kind)
                .order_by(ProposalRecord.position)
            )
        )


def accept(desk: World, proposal_id: int, change: Change | None = None, by: Actor = SYSTEM) -> list[Task]:
    with desk.transaction() as session:
        return review.accept(session, proposal_id, change=change, **desk.act(by))


def stored(desk: World, proposal_id: int) -> ProposalRecord:
    with desk.reading() as session:
        return session.get_one(ProposalRecord, proposal_id)


def test_an_accepted_ask_becomes_a_task_at_the_post_with_its_own_due(desk: World) -> None:
    report = proposals(desk)[1]

    (task,) = accept(desk, report)

    assert (task.status, task.due_time, task.due_zone) == ("open", "COB", "America/Lima")
    assert task.due_at == datetime(2009, 4, 30, 22, 0, tzinfo=UTC)
    assert any("17:00 Lima (18:00 Washington)" in words for words in task.due_explained)
    assert (task.precedence, task.is_history, task.owner_id) == ("PRIORITY", False, None)
    assert stored(desk, report).verdict == "accepted"
    assert stored(desk, report).decided_by == SYSTEM.name
    with desk.reading() as session:
        line = session.scalars(select(TaskEvent)).one()
    assert (line.kind, line.after, line.way) == ("created", {"status": "open"}, "command")


def test_each_action_addressee_owes_one_task_and_info_addressees_none(desk: World) -> None:
    first = proposals(
        desk, cable(to=FIVE, body=ALL_POSTS).replace("INFO AMEMBASSY QUITO", "INFO AMEMBASSY PARIS")
    )[1]

    made = accept(desk, first)

    with desk.reading() as session:
        names = [session.get_one(Task, task.id).post.name for task in made]
    assert names == list(FIVE)
    assert len({task.due_at for task in made}) > 1  # close of business differs from place to place


def test_a_post_that_is_exempt_owes_nothing(desk: World) -> None:
    text = cable(to=("ALL DIPLOMATIC POSTS COLLECTIVE",), body=ALL_POSTS).replace(
        "INFO AMEMBASSY", "XMT AMEMBASSY LIMA\nINFO AMEMBASSY"
    )

    made = accept(desk, proposals(desk, text)[1])

    with desk.reading() as session:
        names = {session.get_one(Task, task.id).post.name for task in made}
    assert len(names) == len(made) > 150
    assert "AMEMBASSY TOKYO" in names
    assert "AMEMBASSY LIMA" not in names


def test_an_unknown_designator_is_a_choice_named_to_the_person(desk: World) -> None:
    ask = proposals(desk, cable(to=("AMEMBASSY LIMMA",)))[1]

    with pytest.raises(Invalid) as refused:
        accept(desk, ask)
    made = accept(desk, ask, Change(posts=("AMEMBASSY LIMA",)))

    assert refused.value.fields == {"posts": "AMEMBASSY LIMMA is not in the table of posts. Choose the post."}
    assert len(made) == 1
    assert stored(desk, ask).verdict == "amended"


def test_what_a_person_changes_counts_and_what_the_machine_said_stays(desk: World) -> None:
    ask = proposals(desk)[1]
    staff = desk.officer("rosa", ("post staff", "AMEMBASSY QUITO"))
    change = Change(
        title="  Report the   answer ",
        posts=("AMEMBASSY QUITO",),
        due_on=date(2009, 5, 4),
        due_time="12:00",
        due_zone="Washington",
        owner_id=staff.officer_id,
    )

    (task,) = accept(desk, ask, change)

    assert (task.title, task.owner_id) == ("Report the answer", staff.officer_id)
    assert (task.due_zone, task.due_at) == ("America/New_York", datetime(2009, 5, 4, 16, 0, tzinfo=UTC))
    kept = stored(desk, ask)
    assert (kept.verdict, kept.due_on, kept.due_time) == ("amended", date(2009, 4, 30), "COB")
    assert kept.title != task.title
    assert kept.amended == {
        "title": "  Report the   answer ",
        "posts": ["AMEMBASSY QUITO"],
        "due_on": "2009-05-04",
        "due_time": "12:00",
        "due_zone": "Washington",
        "owner_id": staff.officer_id,
    }


def test_a_date_can_be_taken_away(desk: World) -> None:
    (task,) = accept(desk, proposals(desk)[1], Change(is_undated=True))

    assert (task.due_on, task.due_time, task.due_zone, task.due_at) == (None, None, None, None)


def test_the_hour_alone_can_be_changed(desk: World) -> None:
    (task,) = accept(desk, proposals(desk)[1], Change(due_time="NOON"))

    assert (task.due_on, task.due_at) == (date(2009, 4, 30), datetime(2009, 4, 30, 17, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (Change(title="   "), "title"),
        (Change(title="x" * 201), "title"),
        (Change(posts=()), "posts"),
        (Change(posts=("AMEMBASSY ATLANTIS",)), "posts"),
        (Change(due_on=date(2009, 4, 1)), "due_on"),
        (Change(due_on=date(2009, 5, 1), due_time="25:00"), "due_time"),
        (Change(due_on=date(2009, 5, 1), due_zone="Mars/Base"), "due_time"),
        (Change(owner_id=4711), "owner_id"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(desk: World, change: Change, field: str) -> None:
    ask = proposals(desk)[1]

    with pytest.raises(Invalid) as refused:
        accept(desk, ask, change)

    assert list(refused.value.fields) == [field]
    assert stored(desk, ask).verdict == "waiting"


def test_an_owner_must_work_at_the_post(desk: World) -> None:
    elsewhere = desk.officer("rosa", ("post staff", "AMEMBASSY QUITO"))

    with pytest.raises(Invalid, match="Rosa does not work at AMEMBASSY LIMA"):
        accept(desk, proposals(desk)[1], Change(owner_id=elsewhere.officer_id))


def test_accepting_again_gives_the_same_tasks_and_another_change_is_a_conflict(desk: World) -> None:
    ask = proposals(desk)[1]
    first = accept(desk, ask)

    second = accept(desk, ask)

    assert [task.id for task in second] == [task.id for task in first]
    with pytest.raises(Conflict, match="already accepted by tracker"):
        accept(desk, ask, Change(title="Another"))


def test_many_who_accept_at_once_make_one_task(desk: World) -> None:
    ask = proposals(desk)[1]
    start = threading.Barrier(4)
    made: list[int] = []

    def press() -> None:
        start.wait()
        made.extend(task.id for task in accept(desk, ask))

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 4
    assert len(set(made)) == 1
    with desk.reading() as session:
        assert session.scalar(select(func.count(Task.id))) == 1


def test_all_asks_are_accepted_at_once_and_what_was_left_out_is_not(desk: World) -> None:
    body = BODY + "4. The ministry should consider the visit.\n"

    made = desk.tasks(cable(body=body))

    assert len(made) == 2


def test_a_sentence_that_was_left_out_can_be_added(desk: World) -> None:
    body = BODY + "4. Embassy was requested last year to report on ports.\n"
    left = proposals(desk, cable(body=body), kind="left out")
    assert left

    (task,) = accept(desk, left[0], Change(title="Report on ports"))

    assert (task.title, task.quote) == ("Report on ports", stored(desk, left[0]).quote)


def test_a_dismissed_ask_keeps_the_reason_and_may_be_accepted_after_all(desk: World) -> None:
    ask = proposals(desk)[1]
    with desk.transaction() as session:
        review.dismiss(session, ask, by=SYSTEM, now=desk.now, reason="done by telephone")
    with desk.transaction() as session:
        review.dismiss(session, ask, by=SYSTEM, now=desk.now)

    assert stored(desk, ask).amended == {"reason": "done by telephone"}
    assert len(accept(desk, ask)) == 1
    with pytest.raises(Conflict, match="already accepted"), desk.transaction() as session:
        review.dismiss(session, ask, by=SYSTEM, now=desk.now)


def test_a_superseded_ask_is_no_longer_decided_on(desk: World) -> None:
    ask = proposals(desk)[1]
    desk.ingest(cable(body=BODY.replace("April 30", "May 8")))

    with pytest.raises(Conflict, match="newer version"):
        accept(desk, ask)


def test_a_verdict_is_taken_back_while_no_letter_has_gone(desk: World) -> None:
    ask = proposals(desk)[1]
    (task,) = accept(desk, ask)

    with desk.transaction() as session:
        review.reconsider(session, ask, **desk.act())

    assert stored(desk, ask).verdict == "waiting"
    with desk.reading() as session:
        assert session.get_one(Task, task.id).status == "cancelled"
        assert session.get_one(Task, task.id).next_moment_at is None
    (again,) = accept(desk, ask)
    assert (again.id, again.status, again.closed_at, again.deadline_version) == (task.id, "open", None, 2)


def test_a_verdict_stays_once_work_has_begun_or_a_letter_has_gone(desk: World) -> None:
    ask, other = proposals(desk)
    (begun,), (told,) = accept(desk, ask), accept(desk, other)
    with desk.transaction() as session:
        tasks.accept(session, begun.id, **desk.act())
        letter = OutgoingMessage(
            message_id="<1@t>", recipient="duty@post.example", subject="s", kind="digest", body=b"b",
            urgency_at=desk.now, written_at=desk.now, attempts=1,
        )  # fmt: skip
        slot = ReminderSlot(
            task_id=told.id, rule="first", deadline_version=1, recipient="duty@post.example",
            moment_at=desk.now, offered_at=desk.now, message=letter,
        )  # fmt: skip
        session.add(slot)

    for proposal_id in (ask, other):
        with pytest.raises(Conflict, match="has begun or a letter has gone"), desk.transaction() as session:
            review.reconsider(session, proposal_id, **desk.act())


def test_a_contact_gets_mail_only_once_a_person_has_confirmed_the_address(desk: World) -> None:
    proposals(desk)
    with desk.transaction() as session:
        contact = session.scalars(select(ContactRecord)).one()
        assert contact.confirmed_at is None
        contacts.confirm(session, contact.id, email="oakley@state.example", **desk.act())

    with desk.transaction() as session:
        contact = session.scalars(select(ContactRecord)).one()
        assert (contact.email, contact.confirmed_by) == ("oakley@state.example", SYSTEM.name)
        contacts.unconfirm(session, contact.id, **desk.act())
        assert contact.confirmed_at is None
        contact.email = None
        with pytest.raises(Invalid, match="gives no mail address"):
            contacts.confirm(session, contact.id, **desk.act())


def test_confirming_a_contact_plans_the_letters_of_open_tasks(desk: World) -> None:
    task = desk.tasks()[1]
    assert task.next_moment_at is None

    with desk.transaction() as session:
        contact = session.scalars(select(ContactRecord)).one()
        contacts.confirm(session, contact.id, **desk.act())

    with desk.reading() as session:
        assert session.get_one(Task, task.id).next_moment_at is not None
        line = session.scalars(select(TaskEvent).where(TaskEvent.task_id == task.id)).all()[-1]
    assert (line.kind, line.note) == ("contact", "Letters may go to OakleyM@state.example.")


def test_who_may_not_review_finds_nothing(desk: World) -> None:
    ask = proposals(desk)[1]
    staff = desk.officer("rosa", ("post staff", "AMEMBASSY LIMA"))
    act = desk.act(staff)

    with desk.transaction() as session:
        assert officer_row(session, staff).grants[0].post is not None
        with pytest.raises(NotFound):
            review.accept(session, ask, **act)
        with pytest.raises(NotFound):
            review.dismiss(session, ask, by=staff, now=desk.now)
        with pytest.raises(NotFound):
            review.reconsider(session, ask, **act)
        with pytest.raises(NotFound):
            contacts.confirm(session, 1, **act)
        with pytest.raises(NotFound):
            review.accept(session, 4711, **desk.act())


def test_a_desk_for_one_post_accepts_for_that_post_only(desk: World) -> None:
    ask = proposals(desk)[1]
    lima = desk.officer("rosa", ("desk officer", "AMEMBASSY LIMA"))

    with pytest.raises(Forbidden):
        accept(desk, ask, Change(posts=("AMEMBASSY QUITO",)), by=lima)
    assert len(accept(desk, ask, by=lima)) == 1


def test_a_grant_without_officer_is_enough_to_act(desk: World) -> None:
    anyone = Actor(name="A", way="api", grants=(Grant(role=Role.DESK_OFFICER),))

    assert len(accept(desk, proposals(desk)[1], by=anyone)) == 1
