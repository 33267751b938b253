"""Review of a cable to very many posts: one roll-up, one accept, and a page that stays light."""

import pytest

from tests.e2e.conftest import SAMPLES

LIMA, SURVEY = (sample.read_text(encoding="utf-8") for sample in SAMPLES[:2])
EVERYWHERE = LIMA.replace("TO AMEMBASSY LIMA", "TO ALL DIPLOMATIC AND CONSULAR POSTS")
HEAVIEST = 60 * 1024


@pytest.fixture
def desk(visit, world):
    """The desk officer, with a cable to every post."""
    assert EVERYWHERE != LIMA
    world.load(EVERYWHERE)
    return visit("desk")


def test_a_cable_to_every_post_is_told_once_accepted_at_once_and_stays_light(desk):
    page = desk.get("/cables/1")
    assert len(page.html.encode()) <= HEAVIEST
    assert page.says("close of business at each post")
    assert page.says("posts, each on its own clock")
    assert page.says("Thu 30 Apr, 18:00 Washington")
    assert page.says("No calendar known there") or page.says("In the weekend there") or page.says("A holiday")
    third = page.html.rindex("/leave-out")
    number = page.html[:third].rpartition("/")[2]
    form = desk.get(f"/cables/1?change={number}")
    assert len(form.html.encode()) <= HEAVIEST
    boxes = [box.get("value") for box in form.tree.iter("input") if box.get("name") == "posts"]
    assert len(boxes) > 200
    left = [name for name in boxes if name not in ("AMEMBASSY LIMA", "AMEMBASSY QUITO")]
    page = desk.submit(form, f"/{number}/change", title="Report what they say", posts=left)
    assert page.says(f"Accepted: {len(left)} tasks for {len(left)} posts.")
    assert not desk.get("/tasks?post=quito&state=all").says("Report what they say")

    page = desk.submit(page, "/accept-all")

    assert page.says("All 3 asks decided")
    assert page.says("done. Who has done what")
    assert len(page.html.encode()) <= HEAVIEST


def test_an_ask_without_a_day_says_so_once_for_all_its_posts(visit, world):
    world.load(SURVEY)

    page = visit("desk").get("/cables/1")

    assert page.says("No day is given; none is made up")
    assert (
        "AMEMBASSY AMMAN, AMEMBASSY NAIROBI, AMEMBASSY QUITO, AMEMBASSY TALLINN and AMEMBASSY TOKYO"
        in page.main
    )
    assert "AMEMBASSY AMMAN: no day is given" not in page.main


def test_a_paper_is_told_by_its_first_line_and_its_last(visit, world):
    world.load(LIMA)

    page = visit("desk").get("/cables/1")

    assert page.says(
        "From “WHAT A VISIT OF EXPERTS OFFERS” to “would help the experts to prepare.” WHAT A VISIT"
    )


@pytest.mark.parametrize(
    "days, told",
    [("June 9-11", "9-11 Jun 2009"), ("June 29-July 2", "29 Jun - 2 Jul 2009"), ("June 9", "9 Jun 2009")],
)
def test_the_days_of_an_event_are_told_as_people_say_them(visit, world, days, told):
    world.load(SURVEY.replace("June 9-11", days))

    assert visit("desk").get("/cables/1").says(f"exercise Harbor Lantern: {told}, Tallinn")


def test_a_text_that_names_neither_sender_nor_addressee_is_listed_so(visit, world):
    world.load("Report the names by May 5.\n")

    page = visit("desk").get("/cables")

    assert page.says("No subject line not given –")


def test_a_geographic_tag_is_told_with_its_country(visit, world):
    world.load(LIMA.replace("TAGS: ", "TAGS: SZ "))

    page = visit("desk").get("/cables/1")

    assert page.says("SZ (Switzerland)")


def test_a_cable_to_some_posts_names_who_still_owes_it(visit, world):
    names = ("LIMA", "QUITO", "BOGOTA", "CARACAS", "LA PAZ", "SANTIAGO", "MADRID", "ROME")
    to = "\n".join(f"TO AMEMBASSY {name} PRIORITY 0000" for name in names)
    line = next(line for line in LIMA.splitlines() if line.startswith("TO "))
    world.load(LIMA.replace(line, to))
    desk = visit("desk")

    page = desk.submit(desk.get("/cables/1"), "/accept-all")
    desk.submit(desk.get("/tasks/1"), "/done", done__outcome="agreed", done__note="Told by cable.")
    page = desk.get("/cables/1")

    assert page.says("1 of 8 done; still to come: AMEMBASSY QUITO, AMEMBASSY BOGOTA")
    assert page.says("AMEMBASSY LIMA (done: agreed)")


def test_counted_working_days_are_those_of_each_post_on_review_and_task_page_alike(visit, world):
    names = ("LIMA", "TOKYO")
    to = "\n".join(f"TO AMEMBASSY {name} PRIORITY 0000" for name in names)
    line = next(line for line in LIMA.splitlines() if line.startswith("TO "))
    world.load(LIMA.replace(line, to).replace("by COB April 30", "within seven working days of receipt"))
    desk = visit("desk")

    page = desk.get("/cables/1")
    assert page.says("Counted 7 working days on the calendar of Tokyo")
    assert page.says("Wed 29 Apr (Showa Day)")
    assert not page.says("days off in Washington")
    page = desk.submit(page, "/accept-all")

    task = desk.get("/tasks/" + page.html.rpartition(": AMEMBASSY TOKYO</a>")[0].rpartition("Task ")[2])
    assert task.says("Counted 7 working days on the calendar of Tokyo")
    assert task.says("Wed 29 Apr (Showa Day)")


def test_a_day_off_of_the_post_is_warned_of_and_the_choice_stands_in_the_history(visit, world):
    world.load(LIMA)
    desk = visit("desk")
    page = desk.get("/cables/1")
    number = page.html[: page.html.rindex("/leave-out")].rpartition("/")[2]
    form = desk.get(f"/cables/1?change={number}")

    page = desk.submit(form, f"/{number}/change", due_on="2009-05-03", status=422)
    assert page.says("Sunday 3 May 2009 is in the weekend in Lima")
    assert page.says("Mon 4 May, the working day after")
    desk.submit(page, f"/{number}/change", choice="2009-05-04")

    page = desk.get("/tasks/1")
    assert page.says("day Thu 30 Apr 2009 → Mon 4 May 2009")
    assert page.says("Mon 4 May was chosen in place of Sun 3 May")


def test_a_cable_whose_day_has_passed_is_warned_of_before_it_is_accepted(visit, world):
    world.set_clock("2009-05-04T15:00:00Z")
    world.load(LIMA)

    page = visit("desk").get("/cables/1")

    assert page.says("It has passed already in Lima: the first letter would be late.")


def test_working_days_counted_at_every_post_are_told_by_day_and_the_page_stays_light(visit, world):
    counted = EVERYWHERE.replace("by COB April 30", "within seven working days of receipt")
    assert counted != EVERYWHERE
    world.load(counted)

    page = visit("desk").get("/cables/1")

    assert len(page.html.encode()) <= HEAVIEST
    said = page.main.partition("How the working days were counted")[2]
    assert "Wed 29 Apr 2009, " in said
    assert "Wed 29 Apr (Showa Day: " in said.partition("Thu 30 Apr 2009")[2]
