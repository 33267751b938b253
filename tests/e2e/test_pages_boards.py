"""Lists and boards without script: my day, tasks, what is overdue, health, the demonstration's clock."""

from sqlalchemy import select

from tests.e2e.conftest import SAMPLES, Visitor, accept_all
from tracker import worker
from tracker.app import create_app
from tracker.clock import parse_moment
from tracker.services import health
from tracker.store.tasks import Task
from tracker.web import tasks

LIMA = SAMPLES[0].read_text(encoding="utf-8")


def test_the_overdue_page_answers_in_its_first_line(loaded, accepted, world):
    desk = accepted(1, 2)
    assert desk.get("/overdue").says("Nothing is late.")

    world.set_clock("2009-05-06T14:00:00Z")
    assert desk.get("/overdue").says("7 late at 6 posts; the oldest")


def test_due_today_is_not_late_before_close_of_business_there(loaded, accepted, world):
    desk = accepted(1)

    world.set_clock("2009-04-30T21:59:00Z")
    assert desk.get("/tasks/3").says("Thu 30 Apr, 17:00 (18:00 Washington), today")
    world.set_clock("2009-04-30T22:01:00Z")

    assert desk.get("/tasks/3").says("late by less than a working day")


def test_the_list_of_tasks_is_narrowed_by_post_and_state(loaded, accepted, world):
    desk = accepted(1, 2)

    assert desk.get("/tasks?post=AMEMBASSY+LIMA").says("3 tasks, nearest due first")
    assert desk.get("/tasks?post=lim").says("3 tasks, nearest due first")
    assert desk.get("/tasks?state=closed").says("No task matches.")
    world.set_clock("2009-05-06T14:00:00Z")
    assert desk.get("/tasks?state=late").says("7 tasks, nearest due first")


def test_a_cable_of_the_archive_has_no_letters_and_is_never_late(world, visit):
    world.load(LIMA, is_history=True)
    desk = visit("desk")
    accept_all(desk, 1)
    world.set_clock("2009-06-06T14:00:00Z")

    page = desk.get("/tasks/3")

    assert page.says("This came from an archive: no letter goes, and it is never late.")
    assert desk.get("/overdue").says("Nothing is late.")
    assert desk.get("/cables").says("from the archive")
    assert desk.get("/tasks").says("from the archive")


def test_a_day_of_post_staff_takes_a_task_and_comes_back(loaded, accepted, visit):
    accepted(1)
    lima = visit("lima")

    page = lima.get("/")
    assert page.says("3 not yet taken at AMEMBASSY LIMA.")
    page = lima.submit(page, "/3/take")

    assert page.heading == "My day"
    assert page.says("2 not yet taken at AMEMBASSY LIMA.")
    assert page.says("Accept “")


def test_rows_that_were_drawn_for_another_carry_the_readers_own_token(loaded, accepted, visit):
    accepted(1)
    one, other = visit("lima"), visit("lima")  # two browsers: each session has a token of its own

    tokens = [
        {form.values["csrf_token"] for form in visitor.get("/").forms if "csrf_token" in form.values}
        for visitor in (one, other, one)
    ]

    assert [len(found) for found in tokens] == [1, 1, 1]
    assert tokens[0] != tokens[1]
    assert "\N{REPLACEMENT CHARACTER}" not in one.get("/").text
    assert other.submit(other.get("/"), "/3/take").says("2 not yet taken at AMEMBASSY LIMA.")


def test_rows_and_numbers_are_drawn_anew_as_soon_as_they_say_something_else(loaded, accepted, visit, world):
    desk, lima = accepted(1, 2), visit("lima")
    world.set_clock("2009-05-06T14:00:00Z")
    assert desk.get("/overdue").says("7 late at 6 posts")
    assert not lima.get("/").says("An ask in other words")

    with world.runtime.transaction() as session:
        session.get_one(Task, 3).title = "An ask in other words"
        late = select(Task).where(Task.due_at < world.runtime.now(), Task.closed_at.is_(None), Task.id != 3)
        session.scalars(late).first().closed_at = world.runtime.now()

    page = desk.get("/overdue")
    assert page.says("6 late at")
    assert page.says("An ask in other words")
    assert lima.get("/").says("An ask in other words")


def test_a_day_says_that_what_nobody_has_taken_is_late(loaded, accepted, visit, world):
    accepted(1)
    world.set_clock("2009-06-06T14:00:00Z")

    lima = visit("lima")
    assert lima.get("/").says("3 not yet taken at AMEMBASSY LIMA (1 of them late).")
    for number in (1, 2):
        lima.submit(lima.get(f"/tasks/{number}"), "/take")

    assert lima.get("/").says("1 not yet taken at AMEMBASSY LIMA, and late.")


def test_who_only_looks_on_is_not_told_of_what_he_has_none_of(loaded, accepted, visit):
    assert visit("chief").get("/").says("Nothing is due today, late, waiting for others, or left to take.")
    accepted(1)

    chief = visit("chief").get("/")
    assert chief.says("3 not yet taken by the posts.")
    assert not chief.says("0 due today")
    amman = visit("amman").get("/")
    assert amman.says("A letter tells you when something is asked of your post.")


STILL = "The worker, which sends the letters, has not run yet."


def test_the_frame_says_when_mail_has_not_gone_and_to_each_what_he_can_do(visit):
    for login in ("desk", "lima", "reader"):
        page = visit(login).get("/")
        assert page.says(f"Mail: {STILL} Tell your administrator.")
        assert not page.says("tracker work")
    assert visit("admin").get("/").says(f"Mail: {STILL} Start it: tracker work.")
    assert visit("desk").get("/health").says(f"needs somebody {STILL} Tell your administrator.")


def test_who_helps_is_told_where_mail_has_not_gone(make_world, sqlite_url):
    app = create_app(make_world(sqlite_url, help_contact="the operations desk").runtime)
    desk = Visitor(app, app.test_client())
    desk.enter("desk")

    assert desk.get("/").says(f"Mail: {STILL} Tell the operations desk.")


def test_health_is_told_to_people_and_machines(visit, world):
    page = visit("admin").get("/health")
    assert page.says("needs somebody")
    worker.once(world.runtime)
    page = visit("admin").get("/health")
    assert page.says("Mail goes out.")
    assert not page.says("well")

    reply = visit().client.get("/healthz")

    assert (reply.status_code, reply.json["green"]) == (200, True)


def test_that_the_worker_fails_everybody_is_told_and_why_only_administrators(visit, world):
    with world.runtime.transaction() as session:
        for failure in (None, "OperationalError: canary"):
            health.beat(session, health.OFFER, now=world.runtime.now(), failure=failure)

    for address in ("/", "/health"):
        assert visit("desk").get(address).says("The worker has failed since ")
        assert "canary" not in visit("desk").get(address).text
        assert visit("admin").get(address).says("OperationalError: canary.")
    reply = visit().client.get("/healthz")
    assert (reply.status_code, "The worker has failed since " in reply.json["words"]) == (503, True)
    assert "canary" not in reply.text


def test_who_may_not_open_tasks_is_shown_their_numbers_without_links(world, loaded, accepted, visit):
    accepted(1)
    world.set_clock("2009-04-24T15:00:00Z")
    worker.once(world.runtime)

    for address in ("/health", "/letters"):
        assert "/tasks/3" in visit("desk").get(address).links.values()
        page = visit("admin").get(address)
        assert not [link for link in page.links.values() if link.startswith("/tasks/")]


def test_the_clock_of_the_demonstration_moves_on(loaded, accepted, world):
    desk = accepted(1)
    page = desk.get("/tasks")
    assert page.says("It is Thu 23 Apr 2009, 07:00 Washington")

    page = desk.submit(page, "/demo/clock", step="hour")
    assert page.says("It is Thu 23 Apr 2009, 08:00 Washington")
    page = desk.submit(page, "/demo/clock", step="reminder")
    assert world.runtime.now() == parse_moment("2009-04-23T13:00:00Z")
    page = desk.submit(page, "/demo/clock", step="day")

    assert page.address == "/tasks"
    assert world.runtime.now() == parse_moment("2009-04-24T13:00:00Z")


def test_the_clock_stands_where_no_reminder_is_planned(visit):
    desk = visit("desk")

    page = desk.submit(desk.get("/"), "/demo/clock", step="reminder")

    assert page.says("No reminder is planned. Accept an ask of a cable first.")


def test_the_mailbox_tells_how_to_fill_it(visit):
    assert visit("desk").get("/demo/mailbox").says("No letter has come yet.")


def test_a_long_list_of_tasks_has_pages(loaded, accepted, monkeypatch):
    desk = accepted(1, 2)
    monkeypatch.setattr(tasks, "PAGE", 10)

    page = desk.get("/tasks")
    assert page.says("Page 1, nearest due first")
    page = desk.get(page.links["Next page"])

    assert page.says("Page 2, nearest due first")
    assert "Previous page" in page.links
