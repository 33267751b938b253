"""My day, and the grid of a cable: lists, steps, what comes next; regions, states and several cables."""

import pytest
from sqlalchemy import select

from tests.e2e.inspection import rows_of, text_of
from tracker.store.places import Post, Unit
from tracker.store.tasks import Task
from tracker.web import my_day_page


@pytest.fixture
def desk(world, accepted):
    world.load()
    return accepted(1, 2)


def test_a_day_leads_from_taking_to_accepting_to_done(desk, visit):
    lima = visit("lima")
    page = lima.get("/")
    assert page.says("Nothing with a due day is yours.")
    assert len(rows_of(page, "Not yet taken (3)")) == 3

    page = lima.submit(page, "/3/take")
    assert page.says("Nothing is due today. Next: Report the host government's response, Thu 30 Apr.")
    (row,) = rows_of(page, "Later, or without a day (1)")
    assert text_of(row).count("Accept") == 1
    page = lima.submit(page, "/3/accept")

    assert page.says("The post has it in hand.")
    link = next(a for a in page.tree.iter("a") if text_of(a).startswith("Done"))
    assert link.get("href") == "/tasks/3#done"


def test_the_next_day_is_said_as_people_say_it(desk, visit, world):
    lima = visit("lima")
    lima.submit(lima.get("/"), "/3/take")

    world.set_clock("2009-04-27T14:00:00Z")
    assert lima.get("/").says("Next: Report the host government's response, Thursday.")
    world.set_clock("2009-04-30T14:00:00Z")

    page = lima.get("/")
    assert page.says("1 due today, 0 late")
    assert len(rows_of(page, "Due today (1)")) == 1
    world.set_clock("2009-05-01T14:00:00Z")
    assert len(rows_of(lima.get("/"), "Late (1)")) == 1


def test_waiting_finished_and_what_others_lead_have_lists(desk, visit, world):
    lima = visit("lima")
    with world.runtime.transaction() as session:
        owner = session.scalar(select(Task.owner_id).limit(1))
        assert owner is None
    for task, verb, words in (
        (1, "wait", {"wait-note": "the ministry"}),
        (2, "done", {"done-outcome": "agreed", "done-note": "Told by cable."}),
    ):
        lima.submit(lima.get(f"/tasks/{task}"), f"/{task}/take")
        token = lima.get(f"/tasks/{task}").form("/signout").values["csrf_token"]
        lima.client.post(
            f"/tasks/{task}/{verb}", data=words | {"csrf_token": token, "wait-waits_for": "host government"}
        )

    page = lima.get("/")

    assert page.says("1 waiting for others")
    assert page.says("Resume")
    assert page.says("Finished within seven days (1)")


def test_a_long_list_of_a_day_leads_to_the_whole(desk, visit, monkeypatch):
    monkeypatch.setattr(my_day_page, "SHOWN", 2)

    page = visit("lima").get("/")

    assert len(rows_of(page, "Not yet taken (3)")) == 2
    assert page.links["All 3 in one list"] == "/tasks?state=unowned"


def test_the_grid_says_who_delivered_answered_agreed_and_is_late(desk, world):
    assert desk.get("/cables/2/grid").says("Done 0 of 16 · delivered 0 of 5 · answered 0 · agreed 0 · late 0")
    first = desk.get("/cables/2/grid").links
    addresses = [a for a in first.values() if a.startswith("/tasks/")]
    assert addresses
    token = desk.get("/tasks/4").form("/signout").values["csrf_token"]
    desk.client.post(
        "/tasks/4/done", data={"csrf_token": token, "done-outcome": "agreed", "done-note": "Told by cable."}
    )
    world.set_clock("2009-05-06T14:00:00Z")

    page = desk.get("/cables/2/grid")

    assert page.says("Done 1 of 16 · delivered 1 of 5 · answered 1 · agreed 1 · late 6")
    assert page.says("Done 0 of 5 · answered 0 · late 5")  # the report of the participants
    assert page.says("late, open")
    assert len(rows_of(desk.get("/cables/2/grid?state=agreed"), "")) == 1
    assert len(rows_of(desk.get("/cables/2/grid?state=late"), "")) == 5
    assert desk.get("/cables/2/grid?region=Nowhere").says("No post of this region is in this state.")


def test_the_grid_is_narrowed_to_a_region(desk, world):
    with world.runtime.transaction() as session:
        unit = Unit(code="X", name="Office of the Andes", kind="office")
        session.add(unit)
        session.flush()
        session.scalars(select(Post).where(Post.name == "AMEMBASSY QUITO")).one().unit_id = unit.id

    page = desk.get("/cables/2/grid?region=Office+of+the+Andes")

    assert [text_of(tr.find("th")) for tr in rows_of(page, "")] == ["AMEMBASSY QUITO"]
    assert "Show all of STATE 041950 alone" in page.links


def test_several_cables_stand_in_one_grid(desk):
    page = desk.get("/cables/2/grid?also=STATE+041207&also=")
    assert page.heading == "STATE 041950 and STATE 041207, post by post"
    assert page.text.index("STATE 041950: Deliver") < page.text.index("STATE 041207: Propose")

    assert page.says("STATE 041207: Report the host government's response")
    assert page.says("of 19 ·")
    assert "AMEMBASSY LIMA" in [text_of(tr.find("th")) for tr in rows_of(page, "")]


def test_who_has_not_answered_stands_on_the_day_of_the_desk_and_on_the_task(desk, visit, world):
    lima = visit("lima")
    page = lima.get("/tasks/3")
    assert page.says("AMEMBASSY LIMA, post: letter planned for Thu 23 Apr, 08:00")
    assert "No word yet" not in desk.get("/").text
    lima.submit(page, "/3/take")

    world.set_clock("2009-04-24T15:00:00Z")

    assert lima.get("/tasks/3").says("Luis Ortega, owner: letter planned for Thu 23 Apr, 08:00, confirmed")
    day = desk.get("/")
    assert day.says("No word yet")
    assert day.says("written to a working day ago or more")
    assert desk.get(day.links["All of them in one list"]).says("written to a working day ago, no word yet")
    assert "No word yet" not in lima.get("/").text
    grid = desk.get("/cables/2/grid?state=silent")
    assert grid.says("no word yet")
    chief = visit("chief")
    (row,) = [tr for tr in rows_of(chief.get("/overdue"), "Nobody’s") if "no word yet" in text_of(tr)]
    silent = next(row.iter("a"))
    assert len(rows_of(chief.get(silent.get("href")), "")) == int(text_of(silent).split()[0])


def test_the_desk_sees_what_posts_have_not_taken_and_is_not_asked_to_take_it(desk):
    page = desk.get("/")

    assert page.says("not yet taken by the posts")
    assert not page.says("Take what is not yet taken")
    rows = rows_of(page, "Not yet taken by the posts (19)")
    assert rows
    assert not any("Take" in text_of(row) for row in rows)


def test_what_a_post_has_accepted_naming_nobody_is_not_called_untaken(desk, visit, world):
    with world.runtime.transaction() as session:
        session.get_one(Task, 3).status = "accepted"

    page = visit("lima").get("/")

    assert page.says("2 not yet taken at AMEMBASSY LIMA, 1 accepted with nobody named.")
    assert len(rows_of(page, "Not yet taken (2)")) == 2
    (row,) = rows_of(page, "Accepted by the post, nobody named (1)")
    assert text_of(row).count("Take") == 1
    assert rows_of(desk.get("/"), "Accepted by the post, nobody named (1)")


def test_a_day_with_nothing_but_what_the_post_accepted_is_not_called_empty(desk, visit, world):
    with world.runtime.transaction() as session:
        for task in session.query(Task).all():
            task.status = "accepted"

    lima, chief = visit("lima").get("/"), visit("chief").get("/")

    assert lima.says("0 due today, 0 late, 0 waiting for others, 3 accepted with nobody named.")
    assert not lima.says("left to take")
    assert chief.says("19 accepted with nobody named.")
    assert not chief.says("not yet taken")


def test_only_who_may_cancel_is_offered_to_call_a_task_a_duplicate(desk, visit):
    assert desk.get("/tasks/1").says("a duplicate of it")
    page = visit("lima").get("/tasks/1")

    assert page.says("what follows it")
    assert not page.says("a duplicate of it")
