"""Pages that are kept while nothing changes: on PostgreSQL alone, and never longer than they are true."""

from datetime import timedelta

import pytest
from sqlalchemy import event, select, update

from tests.e2e.conftest import Visitor
from tracker import app as site
from tracker.services import review
from tracker.store.tasks import Task

PAGES = ["/", "/overdue", "/tasks/1"]


@pytest.fixture
def world(make_world, postgresql_url):
    """An installation on PostgreSQL, with a task that is late."""
    made = make_world(postgresql_url)
    made.load()
    with made.runtime.transaction() as session:
        review.accept_all(session, 1, **made.system)
    made.set_clock("2009-05-06T14:00:00Z")
    return made


@pytest.fixture
def asked(world):
    """The questions that reach the database."""
    said = []
    event.listen(world.runtime.engine, "before_cursor_execute", lambda *words: said.append(words[2]))
    return said


def questions(asked, visitor, address):
    asked.clear()
    page = visitor.get(address)
    return len(asked), page


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asked_for_again_costs_the_session_alone(world, visit, asked, address):
    chief = visit("chief")
    with world.runtime.transaction() as session:
        session.execute(update(Task).values(note="something is written"))
    before, first = questions(asked, chief, address)

    again = [questions(asked, chief, address) for _ in range(30)]

    assert before > 2
    assert 1 in [
        count for count, _ in again
    ]  # other tests may write in between: a server has one word for all
    assert {page.text for _, page in again} == {first.text}


def test_a_deed_in_another_process_shows_at_once(world, visit):
    elsewhere = site.create_app(world.runtime)
    other = Visitor(elsewhere, elsewhere.test_client())
    chief = visit("chief")
    other.sign_in("lima")
    chief.get("/tasks/1")
    chief.get("/tasks/1")

    other.submit(other.get("/tasks/1"), "/take")

    assert "Luis Ortega leads" in chief.get("/tasks/1").text


def test_a_deed_that_is_not_kept_yet_shows_when_it_is(world, visit):
    chief = visit("chief")
    with world.runtime.transaction() as session:
        session.get_one(Task, 1).title = "A title from a transaction that takes long"
        session.get_one(Task, 1).version += 1
        session.flush()

        assert "takes long" not in chief.get("/tasks/1").text
        assert "takes long" not in chief.get("/tasks/1").text

    assert "takes long" in chief.get("/tasks/1").text


def test_each_reader_has_a_page_and_a_token_of_his_own(world, visit):
    chief, desk = visit("chief"), visit("desk")

    pages = [visitor.get("/tasks/1") for visitor in (chief, desk, chief, desk)]

    tokens = [page.form("/watch").values["csrf_token"] for page in pages]
    assert tokens[0] != tokens[1]
    assert "Morgan Chief" in pages[2].text
    assert "Dana Reyes" in pages[3].text
    assert "Cancel it" in pages[3].text
    desk.submit(pages[3], "/watch")  # the token is taken


def test_what_was_said_of_a_deed_is_said_once(world, visit):
    desk = visit("desk")
    desk.get("/tasks/1")

    told = desk.submit(desk.get("/tasks/1"), "/watch")

    assert "You watch this task and get" in told.text
    for _ in range(2):
        assert "You watch this task and get" not in desk.get("/tasks/1").text


def test_a_page_is_true_for_its_minute_only(world, visit):
    with world.runtime.reading() as session:
        task = session.scalars(select(Task).where(Task.due_at.is_not(None)).order_by(Task.id)).first()
    world.set_clock(task.due_at - timedelta(minutes=1))
    chief = visit("chief")
    pages = [chief.get(f"/tasks/{task.id}").text for _ in range(2)]

    world.set_clock(task.due_at + timedelta(minutes=1))

    assert "late by less than" in chief.get(f"/tasks/{task.id}").text
    assert all("late by less than" not in page for page in pages)


HOLIDAY = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//posts.example//EN
BEGIN:VEVENT
UID:1
SUMMARY:Founding day
DTSTART;VALUE=DATE:20090505
END:VEVENT
END:VCALENDAR
"""


def test_a_page_follows_a_calendar_loaded_since_it_was_kept(world, visit):
    chief = visit("chief")
    pages = [chief.get("/tasks/1") for _ in range(2)]
    assert all(page.says("Fri 8 May, 08:00") for page in pages)
    folder = world.runtime.settings.home / "calendars"
    folder.mkdir()

    (folder / "AMEMBASSY LIMA.ics").write_text(HOLIDAY)

    page = chief.get("/tasks/1")
    assert page.says("Mon 11 May, 08:00")
    assert not page.says("Fri 8 May, 08:00")
