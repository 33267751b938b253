"""What post and desk settle on a task's page: more time, returned tasks, facts, a second look."""

import pytest

from tests.e2e.conftest import SAMPLES, Visitor
from tracker import app as site

LIMA = SAMPLES[0].read_text(encoding="utf-8")


@pytest.fixture
def desk(world, accepted):
    """The desk officer, with the tasks of one cable to Lima."""
    world.load(LIMA)
    return accepted(1)


def test_more_time_is_asked_by_the_post_and_granted_by_the_desk(desk, visit):
    lima = visit("lima")
    page = lima.submit(
        lima.get("/tasks/3"),
        "/more-time",
        **{"more-time-working_days": "2"},
        **{"more-time-note": "The minister travels."},
    )
    assert page.says("More time: Luis Ortega asks for it, until Tue 5 May 2009 instead of Thu 30 Apr 2009")
    assert "/grant" not in page.html

    assert desk.get("/").says("asks for more time until Tue 5 May 2009")
    page = desk.submit(desk.get("/tasks/3"), "/grant")

    assert page.says("Tue 5 May, 17:00 (18:00 Washington)")
    assert page.says("day Thu 30 Apr 2009 → Tue 5 May 2009, asked by Luis Ortega")
    assert page.says("“The minister travels.”")


def test_more_time_to_a_day_off_of_the_post_is_warned_of(desk, visit):
    lima = visit("lima")
    note = {"more-time-note": "The minister travels"}
    wish = {"more-time-due_on": "2009-05-10"} | note
    asked = lima.submit(lima.get("/tasks/3"), "/more-time", **wish, status=422)
    assert asked.says("Sunday 10 May 2009 is in the weekend in Lima")
    page = lima.submit(asked, "/more-time", **wish, **{"more-time-choice": "2009-05-08"})
    assert page.says("“The minister travels” Fri 8 May was chosen in place of Sun 10 May")
    page = lima.submit(page, "/more-time", **wish, **{"more-time-choice": "keep"})
    assert page.says("Sun 10 May was kept, though it is not a working day there.")

    page = desk.submit(desk.get("/tasks/3"), "/grant", status=422)
    assert page.says("Sunday 10 May 2009 is in the weekend in Lima")
    page = desk.submit(page, "/grant", grant__choice="2009-05-11")

    assert page.says("day Thu 30 Apr 2009 → Mon 11 May 2009, asked by Luis Ortega")
    assert page.says("“The minister travels” Mon 11 May was chosen in place of Sun 10 May")


def test_days_spent_waiting_are_not_late_on_the_tasks_page_either(desk, world, visit):
    world.set_clock("2009-05-04T15:00:00Z")
    lima = visit("lima")
    lima.submit(lima.get("/tasks/3"), "/wait", wait__whom="host government", wait__note="The minister.")
    world.set_clock("2009-05-13T15:00:00Z")
    lima.submit(lima.get("/tasks/3"), "/resume")
    world.set_clock("2009-05-14T15:00:00Z")

    page = lima.get("/tasks/3")

    assert page.says("late by 2 working days")  # Mon 4 and Thu 14 May
    assert page.says("14 calendar days")


def test_for_whom_it_waits_is_asked_at_its_field(desk, visit):
    lima = visit("lima")

    page = lima.submit(lima.get("/tasks/3"), "/wait", status=422)

    assert page.main.count("Choose for whom it waits.") == 2  # above, and at the field


def test_a_stale_edit_is_told_the_state_as_it_is_now(desk, visit):
    lima, other = visit("lima"), visit("lima")
    old = other.get("/tasks/3")
    lima.submit(lima.get("/tasks/3"), "/accept")

    page = other.submit(old, "/decline", decline__note="Not ours.", status=409)

    assert page.says("Luis Ortega changed this task in the meantime (accepted). Look at it, then try again.")


def test_more_time_is_refused_with_a_reason(desk, visit):
    lima = visit("lima")
    page = lima.submit(
        lima.get("/tasks/3"),
        "/more-time",
        **{"more-time-due_on": "2009-04-29"},
        **{"more-time-note": "x"},
        status=422,
    )
    assert page.main.count("The due day is Thursday 30 April 2009 already. Choose a later day.") == 2
    lima.submit(page, "/more-time", **{"more-time-due_on": "2009-05-06"})

    page = desk.submit(desk.get("/tasks/3"), "/refuse", refuse__note="The meeting is fixed.")

    assert page.says("more time refused")
    assert page.says("due Thu 30 Apr, 17:00")


def test_a_declined_task_stands_in_the_days_of_its_desk(desk, visit):
    lima = visit("lima")
    lima.submit(lima.get("/tasks/1"), "/decline", decline__note="Not our district.")

    assert desk.get("/").says("AMEMBASSY LIMA: declined by the post")
    page = desk.get("/tasks/1")
    assert page.says("Returned: the post declined it: “Not our district.”")
    page = desk.submit(page, "/leave-declined")

    assert page.says("left declined")
    assert not desk.get("/").says("declined by the post")


def test_delivery_and_report_stand_beside_the_status_each_with_its_day(desk, world, visit):
    world.set_clock("2009-05-04T15:00:00Z")
    lima = visit("lima")
    page = lima.submit(
        lima.get("/tasks/3"), "/deliver", deliver__to="Vice Minister Ortiz", deliver__on="2009-04-29"
    )
    page = lima.submit(page, "/report", report__note="LIMA 00412")

    assert page.says("Wed 29 Apr 2009, to Vice Minister Ortiz by Luis Ortega: in time")
    assert page.says("Mon 4 May 2009, LIMA 00412: 1 working day late")
    assert page.says("delivered: on Wed 29 Apr 2009, to Vice Minister Ortiz, by Luis Ortega")
    page = lima.submit(page, "/deliver", deliver__to="", deliver__on="", status=422)
    assert page.says("Write to whom it was handed")


def test_a_second_look_is_given_by_the_desk(make_world, sqlite_url):
    world = make_world(sqlite_url, second_look="true")
    world.load(LIMA)
    app = site.create_app(world.runtime)
    app.testing = True
    desk, lima = (Visitor(app, app.test_client()) for _ in range(2))
    desk.sign_in("desk")
    lima.sign_in("lima")
    desk.submit(desk.get("/cables/1"), "/accept-all")

    page = lima.submit(lima.get("/tasks/1"), "/done", done__outcome="agreed", done__note="25-27 May")
    assert page.says("This task is done: agreed, to be accepted")
    assert desk.get("/").says("done: agreed, to be accepted")
    page = desk.submit(desk.get("/tasks/1"), "/send-back", **{"send-back-note": "On which days?"})
    assert page.says("not yet taken")
    lima.submit(lima.get("/tasks/1"), "/done", done__outcome="agreed", done__note="Told by cable.")
    page = desk.submit(desk.get("/tasks/1"), "/accept-done")

    assert page.says("accepted as done")
    assert page.says("This task is done: agreed")


def test_the_same_step_twice_says_what_may_be_done_instead(desk):
    page = desk.get("/tasks/3")
    desk.submit(page, "/done", done__outcome="agreed", done__note="Told by cable.")

    values = page.form("/done").values | {"done-outcome": "agreed", "done-note": "x", "done-version": ""}
    reply = desk.client.post("/tasks/3/done", data=values)

    assert reply.status_code == 409
    assert "This task is already done. From here it may become: open." in reply.text


def test_there_is_no_way_back_to_a_proposal(desk):
    page = desk.get("/tasks/3")
    done = desk.submit(page, "/done", done__outcome="agreed", done__note="Told by cable.")

    values = done.form("/reopen").values | {"accept-version": ""}
    reply = desk.client.post("/tasks/3/accept", data=values)

    assert reply.status_code == 409
    assert "A task that is done cannot become accepted. It may become: open." in reply.text
    assert desk.client.post("/tasks/3/proposed", data=values).status_code == 404


def test_tasks_are_linked_and_the_link_is_taken_away(desk):
    page = desk.submit(desk.get("/tasks/3"), "/link", link__kind="part of", link__other_id="1")
    first, third = (one.heading.partition(" (task")[0] for one in (desk.get("/tasks/1"), page))
    assert page.says(f"part of {first}, AMEMBASSY LIMA (open)")
    assert page.says("linked: part of 1")
    page = desk.get("/tasks/1")
    assert page.says(f"has the part {third}, AMEMBASSY LIMA (open)")
    page = desk.submit(page, "/unlink")

    assert page.says("unlinked: has the part 3")
    page = desk.submit(page, "/link", link__kind="reference", link__other_id="99", status=422)
    assert page.main.count("There is no task 99, or it is not yours to see.") == 2
