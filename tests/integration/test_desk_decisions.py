"""What goes back and forth between post and desk: declined, more time, a second look; and the letters of it."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from tests.letters_at_once import told
from tests.work_world import SYSTEM, World, book
from tracker.domain.delivery import MessageState
from tracker.domain.due import Due
from tracker.errors import Conflict, Forbidden, Invalid
from tracker.services import extensions, posts, reminder_plans, second_looks, tasks
from tracker.services.extensions import Wish
from tracker.services.installation import Actor
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.queries import boards, desk_work
from tracker.store.tasks import Task, TaskEvent


def do(desk: World, verb: Any, task_id: int, by: Actor = SYSTEM, **words: Any) -> Task:
    with desk.transaction() as session:
        done: Task = verb(session, task_id, **words, **desk.act(by))
        return done


def last_line(desk: World, task_id: int) -> TaskEvent:
    with desk.reading() as session:
        lines = select(TaskEvent).where(TaskEvent.task_id == task_id).order_by(TaskEvent.id.desc())
        return session.scalars(lines.limit(1)).one()


def work_of(desk: World, by: Actor) -> desk_work.DeskWork:
    from_ = by.posts_where(extensions.Permission.CHANGE_DUE)
    with desk.reading() as session:
        whose = boards.Whose(officer_id=by.officer_id, sets_dues=from_)
        return boards.my_day(session, whose, now=desk.now, book=book()).to_decide


def days_planned(desk: World, task_id: int) -> list[str]:
    with desk.reading() as session:
        row = session.get_one(Task, task_id)
        plan = reminder_plans.outlook(
            session, row, now=desk.now, installation=desk.runtime.installation
        ).letters
        return [
            f"{one.rule} {one.moment_at:%m-%d}"
            for one in plan
            if one.state == "planned" and one.rule != "first"
        ]


# --- declined ---


def test_a_declined_task_is_back_with_the_desk_unassigned_and_one_letter_says_why(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.take, task.id, by=rosa)

    declined = do(desk, tasks.decline, task.id, by=rosa, note="Not our consular district")

    assert (declined.status, declined.owner_id, declined.next_moment_at) == ("declined", None, None)
    assert [row.id for row in work_of(desk, dana).returned] == [task.id]
    assert work_of(desk, rosa).total == 0
    (letter,) = told(desk)
    assert letter[:2] == ("declined", "dana@state.example")
    assert 'Rosa has declined it for AMEMBASSY LIMA: "Not our consular district"' in letter[2]
    assert last_line(desk, task.id).before["owner"] == "Rosa"


def test_the_desk_leaves_it_declined_or_opens_it_again(desk: World, task: Task, dana: Actor) -> None:
    do(desk, tasks.decline, task.id, note="No")
    do(desk, second_looks.leave_declined, task.id, by=dana)

    assert work_of(desk, dana).total == 0
    assert last_line(desk, task.id).kind == "left declined"
    with pytest.raises(Conflict, match="seen to this already"):
        do(desk, second_looks.leave_declined, task.id, by=dana)
    do(desk, tasks.reopen, task.id, by=dana)
    do(desk, tasks.decline, task.id, note="No")
    assert do(desk, tasks.reopen, task.id, by=dana).returned_at is None


def test_who_works_on_it_is_told_that_the_desk_took_it_back(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.take, task.id, rosa)

    do(desk, tasks.cancel, task.id, dana, note="The visit is off.")

    kind, to, words = told(desk)[0]
    assert (kind, to) == ("taken back", "rosa@state.example")
    assert words == (
        'Dana has taken it back. Please stop work on it; no more reminders come. "The visit is off."'
    )
    assert len(told(desk)) == 1


def test_who_never_heard_of_it_or_took_it_back_himself_gets_no_letter(
    desk: World, task: Task, dana: Actor
) -> None:
    do(desk, tasks.cancel, task.id, dana)
    do(desk, tasks.reopen, task.id)
    do(desk, tasks.assign, task.id, by=dana, owner_id=dana.officer_id)
    do(desk, tasks.cancel, task.id, dana)

    assert told(desk) == []


def test_a_post_that_had_a_letter_is_told_that_the_desk_took_it_back(
    desk: World, task: Task, dana: Actor
) -> None:
    with desk.transaction() as session:
        slot = ReminderSlot(
            task_id=task.id, rule="first", deadline_version=1, recipient="duty@lima.example",
            moment_at=desk.now, offered_at=desk.now,
        )  # fmt: skip
        slot.message = OutgoingMessage(
            message_id="<one@tracker.example>", recipient="duty@lima.example", subject="Please answer",
            kind="first", body=b"", urgency_at=desk.now, written_at=desk.now, state=MessageState.SENT,
        )  # fmt: skip
        session.add(slot)

    do(desk, tasks.cancel, task.id, dana)

    assert [line[:2] for line in told(desk)] == [("taken back", "duty@lima.example")]


@pytest.mark.parametrize("mailbox", ["desk@state.example", None])
def test_where_no_officer_made_it_a_task_the_office_that_asked_is_told(
    desk: World, mailbox: str | None
) -> None:
    from_quito = "AMEMBASSY QUITO"
    with desk.transaction() as session:
        posts.set_mailbox(session, from_quito, mailbox, **desk.act())
    made = desk.tasks()[1]
    with desk.transaction() as session:
        session.get_one(Task, made.id).cable.origin = from_quito

    do(desk, tasks.decline, made.id, note="No")

    assert [recipient for _, recipient, _ in told(desk)] == ([mailbox] if mailbox else [])


def test_an_origin_that_is_no_post_of_ours_is_told_nothing(desk: World) -> None:
    made = desk.tasks()[1]
    with desk.transaction() as session:
        session.get_one(Task, made.id).cable.origin = "NOWHERE"

    do(desk, tasks.decline, made.id, note="No")

    assert told(desk) == []


# --- more time ---


def test_more_time_is_asked_granted_and_both_dates_are_kept(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    before = days_planned(desk, task.id)
    asked = do(desk, extensions.ask, task.id, by=rosa, wish=Wish(working_days=5), note="the minister travels")

    assert asked.due_on == date(2009, 4, 30)
    assert asked.more_time is not None
    assert asked.more_time["due_on"] == "2009-05-08"  # 1 May is a holiday in Lima
    assert days_planned(desk, task.id) == before
    assert [row.id for row in work_of(desk, dana).more_time] == [task.id]

    granted = do(desk, extensions.grant, task.id, by=dana)

    assert (granted.due_on, granted.more_time, granted.more_time_at) == (date(2009, 5, 8), None, None)
    line = last_line(desk, task.id)
    assert (line.kind, line.note, line.by) == ("due changed", "the minister travels", "Dana")
    assert (line.before["due_on"], line.after["due_on"]) == ("2009-04-30", "2009-05-08")
    assert line.after["asked_by"] == "Rosa"
    assert "due 04-30" not in days_planned(desk, task.id)
    assert "due 05-08" in days_planned(desk, task.id)
    assert [kind for kind, *_ in told(desk)] == ["more time asked", "more time granted"]
    assert "until Friday 8 May 2009 instead of Thursday 30 April 2009" in told(desk)[0][2]
    assert told(desk)[1][1] == "duty@lima.example"
    assert work_of(desk, dana).total == 0


def test_another_day_than_asked_answers_the_request_too(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.take, task.id, by=rosa)
    do(desk, extensions.ask, task.id, by=rosa, wish=Wish(on=date(2009, 5, 15)), note="travel")

    changed = do(desk, tasks.change_due, task.id, by=dana, due=Due(on=date(2009, 5, 5), time="COB"))

    assert changed.more_time is None
    assert told(desk)[1][:2] == ("more time granted", "rosa@state.example")
    assert "has set the due day to Tuesday 5 May 2009" in told(desk)[1][2]


def test_no_more_time_leaves_the_due_and_says_why(desk: World, task: Task, dana: Actor, rosa: Actor) -> None:
    do(desk, extensions.ask, task.id, by=rosa, wish=Wish(on=date(2009, 5, 15)), note="travel")
    with pytest.raises(Invalid, match="why there is no more time"):
        do(desk, extensions.refuse, task.id, by=dana, note=" ")

    kept = do(desk, extensions.refuse, task.id, by=dana, note="The meeting is fixed")

    assert (kept.due_on, kept.more_time) == (date(2009, 4, 30), None)
    assert last_line(desk, task.id).kind == "more time refused"
    assert 'stays Thursday 30 April 2009. "The meeting is fixed"' in told(desk)[1][2]
    for verb in (extensions.grant, extensions.refuse):
        with pytest.raises(Conflict, match="Nobody asks for more time"):
            do(desk, verb, task.id, by=dana, note="x")


def test_no_more_time_for_what_has_no_due_day_says_that_it_has_none(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, extensions.ask, task.id, by=rosa, wish=Wish(on=date(2009, 5, 15)), note="travel")
    with desk.transaction() as session:
        held = session.get_one(Task, task.id)
        held.due_on = held.due_at = held.due_time = held.due_zone = None

    do(desk, extensions.refuse, task.id, by=dana, note="The meeting is fixed")

    assert "cannot give more time. It still has no due day." in told(desk)[1][2]


def test_the_post_does_not_grant_itself_time(desk: World, task: Task, rosa: Actor) -> None:
    do(desk, extensions.ask, task.id, by=rosa, wish=Wish(working_days=1), note="travel")

    with pytest.raises(Forbidden):
        do(desk, extensions.grant, task.id, by=rosa)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(), "one of the two"),
        (Wish(on=date(2009, 5, 15), working_days=3), "one of the two"),
        (Wish(working_days=0), "from 1 to 250"),
        (Wish(working_days=251), "from 1 to 250"),
        (Wish(on=date(2009, 4, 30)), "already. Choose a later day"),
    ],
)
def test_a_wish_that_cannot_be_is_refused(desk: World, task: Task, wish: Wish, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        do(desk, extensions.ask, task.id, wish=wish, note="travel")


def test_there_is_no_more_time_for_what_is_closed_or_undated(desk: World, task: Task) -> None:
    do(desk, extensions.ask, task.id, wish=Wish(working_days=2), note="travel")
    done = do(desk, tasks.complete, task.id, outcome="agreed", note="Told by cable.")

    assert done.more_time is None
    with pytest.raises(Conflict, match="Open it again before you ask"):
        do(desk, extensions.ask, task.id, wish=Wish(working_days=2), note="travel")
    do(desk, tasks.reopen, task.id)
    do(desk, tasks.change_due, task.id, due=Due(on=None))
    with pytest.raises(Conflict, match="no due day"):
        do(desk, extensions.ask, task.id, wish=Wish(working_days=2), note="travel")


# --- a second look ---


@pytest.fixture
def careful(desk: World) -> World:
    """Return the world with the setting on."""
    desk.settings = {"second_look": True}
    desk.__post_init__()
    return desk


def test_what_the_post_has_done_awaits_the_desks_word(
    careful: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    done = do(careful, tasks.complete, task.id, by=rosa, outcome="agreed", note="25-27 May")

    assert (done.status, done.to_accept_at, done.next_moment_at) == ("done", careful.now, None)
    (row,) = work_of(careful, dana).to_accept
    assert row.state == "done: agreed, to be accepted"
    assert told(careful)[0][:2] == ("done, to be accepted", "dana@state.example")
    with pytest.raises(Forbidden):
        do(careful, second_looks.accept_done, task.id, by=rosa)

    accepted = do(careful, second_looks.accept_done, task.id, by=dana)

    assert (accepted.status, accepted.to_accept_at) == ("done", None)
    assert last_line(careful, task.id).kind == "accepted as done"
    with pytest.raises(Conflict, match="Nothing here awaits"):
        do(careful, second_looks.accept_done, task.id, by=dana)


def test_the_desk_returns_it_with_a_note(careful: World, task: Task, dana: Actor, rosa: Actor) -> None:
    do(careful, tasks.complete, task.id, by=rosa, outcome="agreed", note="Told by cable.")

    again = do(careful, second_looks.send_back, task.id, by=dana, note="On which days?")

    assert (again.status, again.to_accept_at) == ("open", None)
    assert again.next_moment_at is not None
    assert told(careful)[1][1:] == (
        "duty@lima.example", 'Dana has returned it: it is open again. "On which days?"',
    )  # fmt: skip


def test_the_desk_needs_no_second_look_at_its_own(careful: World, task: Task, dana: Actor) -> None:
    assert (
        do(careful, tasks.complete, task.id, by=dana, outcome="agreed", note="Told by cable.").to_accept_at
        is None
    )


# --- waiting for whom ---


@pytest.mark.parametrize(
    ("whom", "note", "state"),
    [
        ("Host government", None, "waiting for the host government"),
        ("washington", "for the draft", "waiting for Washington"),
        ("somebody else", "the airline", "waiting for somebody else"),
        (None, "the ministry", "waiting"),
    ],
)
def test_a_task_says_for_whom_it_waits(
    desk: World, task: Task, whom: str | None, note: str | None, state: str
) -> None:
    waiting = do(desk, tasks.wait, task.id, whom=whom, note=note)

    assert waiting.note == note
    assert lifecycle_words(waiting) == state
    assert lifecycle_words(do(desk, tasks.start, task.id)) == "in progress"


def lifecycle_words(task: Task) -> str:
    return tasks.lifecycle.state_words(task.status, task.outcome, task.waits_for)


def test_whom_it_waits_for_is_one_of_three(desk: World, task: Task) -> None:
    with pytest.raises(Invalid, match="the host government, Washington, somebody else"):
        do(desk, tasks.wait, task.id, whom="the moon")
    with pytest.raises(Invalid, match="for whom or what"):
        do(desk, tasks.wait, task.id, whom="somebody else")
