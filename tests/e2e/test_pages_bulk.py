"""Chasing from the list, and several tasks at once: a summary before, one letter a person after."""

import pytest
from sqlalchemy import select

from tests.e2e.inspection import rows_of
from tracker.adapters.notices import NoticeWriter
from tracker.clock import parse_moment
from tracker.services import notices as notice_services
from tracker.services import tasks as task_services
from tracker.store.notices import NoticeRecord
from tracker.store.people import Officer
from tracker.store.tasks import Task, TaskEvent

TOGETHER = "/overdue/together"


def notices(world):
    with world.runtime.looking() as session:
        return session.scalars(select(NoticeRecord).order_by(NoticeRecord.id)).all()


def events(world, kind):
    with world.runtime.looking() as session:
        return session.scalars(select(TaskEvent).where(TaskEvent.kind == kind).order_by(TaskEvent.id)).all()


def tasks(world, ids):
    with world.runtime.looking() as session:
        return session.scalars(select(Task).where(Task.id.in_(ids)).order_by(Task.id)).all()


def officer(world, login):
    with world.runtime.looking() as session:
        return session.scalars(select(Officer.id).where(Officer.login == login)).one()


def late_ids(chief):
    boxes = (tr.find("td").find("input") for tr in rows_of(chief.get("/overdue"), "Late"))
    return sorted(int(box.get("value")) for box in boxes)


def test_a_chase_is_one_letter_with_the_managers_name_and_is_not_repeated_unasked(chief, world):
    with world.runtime.transaction() as session:
        act = world.system | {"now": parse_moment("2009-05-04T14:00:00Z")}
        task_services.wait(session, 3, note="the ministry", **act)
        task_services.start(session, 3, **world.system)

    for address in ("/overdue", "/tasks?state=late", "/tasks/3"):
        assert chief.get(address).says("since the due day"), address
    page = chief.submit(chief.get("/overdue"), "/overdue/together", chase="3")

    assert page.heading == "Overdue"
    assert page.says("1 task chased; 1 letter to AMEMBASSY LIMA.")
    (event,) = events(world, "chased")
    assert (event.by, event.after) == ("Morgan Chief", {"to": "AMEMBASSY LIMA"})
    (notice,) = notices(world)
    assert notice.recipient == "lima@posts.example"
    assert notice.paragraphs[0].startswith("Morgan Chief asks how this stands.")
    assert notice.paragraphs[1].startswith("STATE 041207, paragraph ")  # the sentence that asks
    # the days it waited are not the post's
    assert notice.entries[0][0].endswith("late by 1 working day (6 calendar days)")
    page = chief.submit(page, "/overdue/together", chase="3")
    assert page.says("Look first:")
    assert page.says("it was chased today already, at 09:00 in Lima")
    assert len(notices(world)) == 1
    page = chief.submit(page, "/overdue/together", step="do", note="The minister asks.")
    assert page.heading == "Overdue"
    assert notices(world)[1].paragraphs[1] == '"The minister asks."'
    world.set_clock("2009-05-07T14:00:00Z")
    assert chief.submit(page, "/overdue/together", chase="3").says("1 task chased")


def test_a_task_that_is_chased_is_answered_from_the_letter(chief, world, visit):
    chief.submit(chief.get("/overdue"), "/overdue/together", chase="3")
    with world.runtime.transaction() as session:
        write = NoticeWriter(world.runtime.settings).write
        notice_services.write_out(session, world.runtime.now(), world.runtime.installation, write=write)
    (notice,) = notices(world)
    (_, page), (first, accept), (second, done) = notice.entries

    assert (page, first, second) == ("/tasks/3", "I have it", "Done")
    anybody = visit()
    assert anybody.submit(anybody.get(accept), "").says("Noted: it is in hand.")
    assert anybody.submit(anybody.get(done), "", outcome="agreed", note="In May").says("Noted: it is done.")
    assert [task.status for task in tasks(world, [3])] == ["done"]


def test_who_cannot_be_written_to_is_not_chased(chief, world):
    ids = late_ids(chief)

    page = chief.submit(chief.get("/overdue"), "/overdue/together", verb="chase", task=ids)

    assert page.says("Nothing is done yet.")
    assert page.says("AMEMBASSY TOKYO: AMEMBASSY TOKYO has no mailbox and nobody owns this")
    page = chief.submit(page, "/overdue/together", step="do", task=ids)
    letters = notices(world)
    assert len(events(world, "chased")) == sum(len(letter.tasks) for letter in letters) == 6
    assert len(letters) == len({letter.recipient for letter in letters}) == 5


def test_more_time_is_given_to_several_after_a_summary(chief, world):
    ids = late_ids(chief)[:3]
    before = [task.due_on for task in tasks(world, ids)]
    page = chief.submit(chief.get("/overdue"), TOGETHER, verb="extend", task=ids)
    assert page.heading == "Give more time: 3 tasks"
    page = chief.submit(page, TOGETHER, step="show", task=ids, days="", until="", status=422)
    assert page.says("Write either a number of working days or the new day.")

    page = chief.submit(page, TOGETHER, step="show", task=ids, days="5")
    assert page.says("Nothing is done yet. 3 tasks will be extended; ")
    assert [task.due_on for task in tasks(world, ids)] == before
    page = chief.submit(page, TOGETHER, step="do", task=ids)

    assert page.heading == "Overdue"
    assert page.says("3 tasks extended; ")
    after = tasks(world, ids)
    assert all(task.due_on > day for task, day in zip(after, before, strict=True))
    assert {event.task_id for event in events(world, "due changed")} == set(ids)
    letters = notices(world)
    assert len(letters) == len({letter.recipient for letter in letters}) > 1
    assert all("→" not in letter.subject for letter in letters)


def test_a_day_that_is_no_later_is_refused_and_a_day_off_is_warned_of(chief, world):
    start = chief.get("/overdue")

    page = chief.submit(start, TOGETHER, verb="extend", task=[3], until="2009-04-29", step="show")
    assert page.says("Cannot be changed")
    assert page.says("Wed 29 Apr is not after its due day")
    assert page.says("There is nothing that could be done.")
    page = chief.submit(start, TOGETHER, verb="extend", task=[3], until="2009-05-10", step="show")
    assert page.says("Sun 10 May is not a working day there (weekend)")
    page = chief.submit(start, TOGETHER, verb="extend", task=[1, 3], days="3", step="show")
    assert page.says("it has no due day that could be extended")
    page = chief.submit(start, TOGETHER, verb="extend", task=[3], days="99", step="show", status=422)
    assert page.says("Write a number of working days from 1 to 60.")


def test_twenty_are_given_to_somebody_with_one_letter_to_each_person(chief, world, visit):
    luis, dana = officer(world, "lima"), officer(world, "desk")
    chief.submit(chief.get("/overdue"), TOGETHER, verb="assign", task=[1, 2, 3], owner_id=luis, step="do")
    (letter,) = notices(world)
    assert (letter.recipient, letter.tasks) == ("lima@officers.example", [1, 2, 3])
    assert letter.subject == "Yours now: 3 tasks, 1 late"

    page = chief.submit(chief.get("/overdue"), TOGETHER, verb="assign", task=[1, 2, 4])
    assert page.says("Luis Ortega")
    page = chief.submit(page, TOGETHER, step="show", task=[1, 2, 4], owner_id=dana)
    assert page.says("owner Luis Ortega → Dana Reyes")
    page = chief.submit(page, TOGETHER, step="do", task=[1, 2, 4], owner_id=dana)

    assert page.says("3 tasks given over; 2 letters to Dana Reyes, Luis Ortega.")
    assert [(n.recipient, n.tasks) for n in notices(world)[1:]] == [
        ("lima@officers.example", [1, 2]),
        ("desk@officers.example", [1, 2, 4]),
    ]
    assert len(events(world, "assigned")) == 6


def test_who_does_not_work_at_the_post_gets_nothing(chief, world):
    page = chief.submit(
        chief.get("/overdue"),
        TOGETHER,
        verb="assign",
        task=[3, 4],
        owner_id=officer(world, "lima"),
        step="do",
    )

    assert page.says("1 task given over; 1 letter to Luis Ortega. Not done (1):")
    assert page.says("Luis Ortega does not work at")


def test_several_are_closed_with_an_outcome(chief, world):
    page = chief.submit(chief.get("/overdue"), TOGETHER, verb="close", task=[3, 4], step="show", status=422)
    assert page.says("Say what came of it.")
    assert page.says("Write in a line what came of them; their pages show it.")

    page = chief.submit(
        page, TOGETHER, verb="close", task=[3, 4], outcome="overtaken", note="The visit is off.", step="do"
    )

    assert page.says("2 tasks closed; ")
    assert {(task.status, task.outcome) for task in tasks(world, [3, 4])} == {("done", "overtaken")}
    again = chief.submit(
        chief.get("/overdue"), TOGETHER, verb="close", task=[3], outcome="done", note="x", step="do"
    )
    assert again.says("it is done already")


def test_nothing_chosen_is_said(chief):
    page = chief.submit(chief.get("/overdue"), TOGETHER, verb="chase", status=422)

    assert page.says("Choose at least one task.")
    assert page.heading == "Chase"
    assert not [
        form for form in page.forms if form.action.endswith(TOGETHER)
    ]  # nothing to fill in for nobody
    many = list(range(1, 300))
    assert chief.submit(chief.get("/overdue"), TOGETHER, verb="chase", task=many, status=422).says(
        "Choose at most 200 tasks at once."
    )


@pytest.mark.parametrize("login", ["lima", "reader"])
def test_who_may_not_do_it_finds_nothing(chief, visit, login):
    other = visit(login)
    page = other.get("/overdue")
    values = {"csrf_token": page.form("/signout").values["csrf_token"], "verb": "close", "task": "3"}

    assert other.client.post(TOGETHER, data=values).status_code == 404
    assert other.client.post(TOGETHER, data=values | {"chase": "3"}).status_code == 404


def test_a_word_that_is_no_act_leads_nowhere(chief):
    chief.submit(chief.get("/overdue"), TOGETHER, verb="burn", task=[3], status=404)
    chief.submit(chief.get("/overdue"), TOGETHER, chase="4711", status=404)
