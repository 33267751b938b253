"""What others did to a task: one letter at once to who holds it, and nothing told twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.letters_at_once import MAILBOX, MORNING, do, files_of, text_of, tick, told
from tests.work_world import World, cable
from tracker.domain.due import Due
from tracker.services import absences, bulk, reminder_plans, tasks
from tracker.services.absences import Away
from tracker.services.bulk import Act, Wish
from tracker.services.installation import Actor
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (
            Due(on=date(2009, 5, 7), time="COB"),
            (
                "Dana has set the due day to Thursday 7 May 2009, close of business; it was Thursday 30 April 2009, close of business. "
                'Reminders follow the new day. "The visit slips."'
            ),
        ),
        (
            Due(on=date(2009, 4, 27), time="NOON"),
            (
                "Dana has set the due day to Monday 27 April 2009, noon; it was Thursday 30 April 2009, close of business. "
                "It is due sooner than before: if that cannot be kept, ask for more time on its page. "
                '"The visit slips."'
            ),
        ),
        (
            Due(on=None),
            (
                "Dana has taken the due day away; it was Thursday 30 April 2009, close of business. "
                'Reminders go on without a day. "The visit slips."'
            ),
        ),
        (
            Due(on=date(2009, 4, 30), time="COB", zone="America/New_York"),
            (
                "Dana has set the due day to Thursday 30 April 2009, close of business on the clock of America/New_York; "
                "it was Thursday 30 April 2009, close of business on the clock of America/Lima. "
                'Reminders follow the new day. "The visit slips."'
            ),
        ),
    ],
)
def test_the_owner_is_told_at_once_of_another_due_date(
    desk: World, task: Task, dana: Actor, rosa: Actor, due: Due, words: str
) -> None:
    do(desk, tasks.take, task, rosa)

    do(desk, tasks.change_due, task, dana, due=due, note="The visit slips.")

    assert told(desk) == [("due date changed", "rosa@state.example", words)]


def test_the_trackers_own_sentence_stands_outside_the_quotation(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.take, task, rosa)

    chosen = {"note": "The visit slips.", "said": "Thu 7 May was chosen in place of Sun 10 May."}
    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7)), **chosen)

    assert told(desk)[0][2].endswith('"The visit slips." Thu 7 May was chosen in place of Sun 10 May.')


def test_a_due_date_where_there_was_none_says_so(desk: World, task: Task, dana: Actor, rosa: Actor) -> None:
    do(desk, tasks.take, task, rosa)
    do(desk, tasks.change_due, task, Actor.system("command"), due=Due(on=None))

    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7)))

    assert told(desk)[1][2].startswith("Dana has set the due day to Thursday 7 May 2009; there was none.")


def test_nobody_is_told_of_what_he_did_or_of_what_he_never_heard(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 5)))  # before the first letter
    do(desk, tasks.assign, task, dana, owner_id=dana.officer_id)
    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7)))
    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7)))  # changes nothing

    assert told(desk) == []
    do(desk, tasks.take, task, rosa)
    assert [line[:2] for line in told(desk)] == [("taken away", "dana@state.example")]


def test_what_was_told_at_once_is_no_news_next_morning(desk: World, task: Task, dana: Actor) -> None:
    tick(desk, MORNING)
    desk.now = MORNING + timedelta(hours=5)
    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7), time="COB"))

    (to, letter), *others = tick(desk, desk.now)
    assert (to, others) == (MAILBOX, [])
    assert letter["Subject"] == "Due day changed: Lima: Report the host government's response"
    assert tick(desk, MORNING + timedelta(days=1)) == []
    with desk.reading() as session:
        row = session.get_one(Task, task.id)
        plan = reminder_plans.outlook(
            session, row, now=desk.now, installation=desk.runtime.installation
        ).letters
    assert [one.state for one in plan if one.rule == "first"][1] == (
        "not needed: the letter about the new due day went at once"
    )
    ((_, reminder),) = tick(desk, MORNING + timedelta(days=9))  # five working days before, 1 May is off
    assert "Moved: from Thu 30 Apr Owner" in text_of(reminder)
    assert files_of(letter) == ["due.ics"]
    assert files_of(reminder) == []  # the calendar has the new day since that letter
    assert "Thursday 7 May" in text_of(reminder)


def test_who_has_had_no_letter_yet_gets_the_whole_next_morning(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.assign, task, dana, owner_id=rosa.officer_id)
    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7), time="COB"))
    assert [to for to, _ in tick(desk, desk.now)] == ["rosa@state.example"] * 2

    letter = dict(tick(desk, MORNING))["rosa@state.example"]

    assert "Moved: from Thu 30 Apr Owner" in text_of(letter)
    assert files_of(letter) == ["due.ics"]
    assert "Please report the host government's response" in text_of(letter)


def test_another_owner_is_told_to_both_with_the_reason(
    desk: World, task: Task, dana: Actor, rosa: Actor, luis: Actor
) -> None:
    do(desk, tasks.take, task, rosa)

    do(desk, tasks.assign, task, dana, owner_id=luis.officer_id, note="Rosa travels.")

    away, given = told(desk)
    assert away == (
        "taken away",
        "rosa@state.example",
        (
            "Dana has given this to Luis. Please stop work on it and pass on what you have; "
            'you get no more reminders of it. "Rosa travels."'
        ),
    )
    assert given[:2] == ("given", "luis@state.example")
    assert given[2].startswith("Dana has given this to you; before, Rosa owned it.")
    assert 'STATE 041207, paragraph 2: "Please report' in given[2]
    do(desk, tasks.assign, task, dana, owner_id=None)
    assert told(desk)[2][2].startswith("Dana has given this to AMEMBASSY LIMA again.")


def test_a_post_that_had_a_letter_hears_who_has_the_task_now(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    tick(desk, MORNING)

    do(desk, tasks.assign, task, dana, owner_id=rosa.officer_id)

    assert [line[:2] for line in told(desk)] == [("owner named", MAILBOX), ("given", "rosa@state.example")]
    assert told(desk)[0][2].startswith("Dana has given this to Rosa, who gets its reminders from now on.")
    assert "stop work" not in told(desk)[0][2]
    assert ("Now with Rosa: Lima: Report the host government's response", MAILBOX) in {
        (mail["Subject"], to) for to, mail in tick(desk, desk.now)
    }


def test_who_stands_in_for_the_owner_is_told_and_why(
    desk: World, task: Task, dana: Actor, rosa: Actor, luis: Actor
) -> None:
    do(desk, tasks.take, task, rosa)
    away = Away(stand_in_id=luis.officer_id, first_on=date(2009, 4, 20), last_on=date(2009, 4, 24))
    with desk.transaction() as session:
        absences.add(session, rosa.officer_id, away, **desk.act(rosa))

    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7)))
    do(desk, tasks.change_due, task, Actor.system("command"), due=Due(on=date(2009, 5, 8)))

    assert [line[1] for line in told(desk)] == ["luis@state.example"] * 2
    assert told(desk)[0][2].endswith("You get this because you stand in for Rosa.")


def test_of_several_tasks_one_letter_says_each_day_before_and_after(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    both = [task.id - 1, task.id]
    for one in both:
        with desk.transaction() as session:
            tasks.assign(session, one, owner_id=rosa.officer_id, **desk.act(Actor.system("command")))

    with desk.transaction() as session:
        bulk.carry_out(session, both, Wish(act=Act.EXTEND, until=date(2009, 5, 7)), **desk.act(dana))

    extended = [line for line in told(desk) if line[0] == "extended"]
    assert len(extended) == 1
    with desk.reading() as session:
        row = session.scalars(select(NoticeRecord).where(NoticeRecord.kind == "extended")).one()
        assert row.entries[-1][0].endswith("it was Thursday 30 April 2009, close of business")


def test_a_new_owner_gets_one_letter_that_day_and_the_plan_goes_on(
    desk: World, dana: Actor, rosa: Actor
) -> None:
    late = desk.tasks(
        cable().replace("PRIORITY 0000", "IMMEDIATE 0000", 1)
    )  # else the first waits for morning
    desk.now = datetime(2009, 5, 4, 15, 0, tzinfo=UTC)  # Monday, 10:00 in Lima, two days late

    with desk.transaction() as session:
        wish = Wish(act=Act.ASSIGN, owner_id=rosa.officer_id)
        bulk.carry_out(session, [one.id for one in late], wish, **desk.act(dana))
    desk.now += timedelta(hours=7)

    ((to, letter),) = tick(desk, desk.now)
    assert (to, letter["Subject"]) == ("rosa@state.example", "Yours now: 2 tasks, 1 late")
    assert [to for to, _ in tick(desk, MORNING + timedelta(days=14))] == ["rosa@state.example"]
