"""The links in letters as a person without an account meets them."""

import re
from datetime import date

from sqlalchemy import select

from tests.e2e.conftest import SAMPLES, Visitor
from tracker import app as site
from tracker.adapters.letters import Writer
from tracker.domain import tokens
from tracker.services import company, reminders
from tracker.services.company import Newcomer
from tracker.store.company import TaskPerson
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task

LIMA = SAMPLES[0].read_text(encoding="utf-8")
LINK = re.compile(r"(?:I have it|Done|Stop): +https?://[^/]+(/do/[a-z2-7]{39})")


def letters(world, visit):
    """Accept the sample's asks, have somebody watch the first, and return what was written, by reader."""
    world.load(LIMA)
    desk = visit("desk")
    desk.submit(desk.get("/cables/1"), "/accept-all")
    with world.runtime.transaction() as session:
        newcomer = Newcomer(part="watcher", address="wes@desk.example")
        company.add(session, 1, newcomer=newcomer, **world.system)
    world.set_clock("2009-04-24T13:00:00Z")
    return written(world)


def written(world):
    held = world.runtime
    with held.transaction() as session:
        reminders.offer(session, held.now(), held.installation, write=Writer(held.settings).write)
        rows = session.scalars(select(OutgoingMessage)).all()
        return {row.recipient: row.body.decode() for row in rows}


def state(world, task_id):
    with world.runtime.transaction() as session:
        return session.get_one(Task, task_id).status


def test_the_story_of_two_buttons(world, visit):
    found = LINK.findall(letters(world, visit)["lima@posts.example"])
    accept, done = found[0], found[1]
    task_id = tokens.read(accept.removeprefix("/do/")).task_id
    anybody = visit()

    page = anybody.get(accept)
    assert state(world, task_id) == "open"
    assert page.says("You answer as AMEMBASSY LIMA.")
    page = anybody.submit(page, "")
    assert page.says("Noted: it is in hand.")
    assert state(world, task_id) == "accepted"

    page = anybody.submit(anybody.get(done), "", status=422)
    assert page.main.count("Say what came of it.") == 2
    page = anybody.submit(page, "", outcome="agreed", note="x" * 4001, status=422)
    assert state(world, task_id) == "accepted"
    page = anybody.submit(page, "", outcome="agreed", note="In August")
    assert page.says("Noted: it is done.")
    assert state(world, task_id) == "done"

    for link in (accept, done):
        assert anybody.get(link).says("Already done on Friday 24 April 2009, 08:00 Lima")
    history = visit("lima").get(f"/tasks/{task_id}")
    assert history.says("AMEMBASSY LIMA")
    assert history.says("In August")


def test_a_mail_program_lets_a_watcher_leave_in_one_act(app, world, visit):
    body = letters(world, visit)["wes@desk.example"].replace("\r\n ", " ")
    address = re.search(r"List-Unsubscribe: <https?://[^/]+(/do/[a-z2-7]{39})>", body)[1]
    client = app.test_client()

    looked = client.get(address)
    assert b"Stop these letters" in looked.data

    for _ in range(2):
        left = client.post(address, data={"List-Unsubscribe": "One-Click"})
        assert left.status_code == 200
        assert b"No more letters about this come to you." in left.data
    assert state(world, 1) == "open"


def test_one_act_leaves_all_that_a_letter_tells_a_watcher_of(app, world, visit):
    world.load(LIMA)
    desk = visit("desk")
    desk.submit(desk.get("/cables/1"), "/accept-all")
    with world.runtime.transaction() as session:
        for number in (1, 2):
            newcomer = Newcomer(part="watcher", address="wes@desk.example")
            company.add(session, number, newcomer=newcomer, **world.system)
    world.set_clock("2009-05-04T13:00:00Z")  # what has a day is late
    body = written(world)["wes@desk.example"].replace("\r\n ", " ")
    address = re.search(r"List-Unsubscribe: <https?://[^/]+(/do/[a-z2-7]{39})>", body)[1]

    assert body.count("List-Unsubscribe-Post: List-Unsubscribe=One-Click") == 1
    assert body.count(address) == 3  # in the header, in the text, in the page
    assert "due.ics" not in body
    assert "due-1.ics" not in body
    anybody = visit()
    page = anybody.get(address)
    assert page.heading == "Tasks that you watch"
    assert page.says("Then no more letters about these tasks come to you.")
    assert watchers(world) == [1, 2]
    for _ in range(2):
        left = app.test_client().post(address, data={"List-Unsubscribe": "One-Click"})
        assert b"No more letters about these tasks come to you." in left.data
        assert watchers(world) == []
    old = tokens.Token(purpose=tokens.Purpose.LEAVE_ALL, task_id=1, until=date(2009, 5, 3))
    for bad in (address[:-1] + ("a" if address[-1] != "a" else "q"), f"/do/{signed(old)}"):
        assert anybody.client.post(bad).status_code == 404


def signed(token):
    return tokens.written(token, secret="k", person="wes@desk.example")


def watchers(world):
    with world.runtime.reading() as session:
        return list(session.scalars(select(TaskPerson.task_id).order_by(TaskPerson.task_id)))


def test_a_link_that_is_not_good_says_so(visit):
    anybody = visit()

    page = anybody.get("/do/aaaa", status=404)

    assert page.heading == "This link does not work"
    assert page.says("It is too old, or not whole.")
    assert page.links["Sign in"] == "/signin"
    assert "Go to my day" not in page.links
    assert anybody.client.post("/do/aaaa").status_code == 404


def test_the_demonstrations_mailbox_shows_a_letter_whole(app, world, visit):
    folder = world.runtime.settings.home / "mailbox"
    folder.mkdir()
    (folder / "1.eml").write_text(letters(world, visit)["lima@posts.example"], newline="")
    desk = visit("desk")

    page = desk.get("/demo/mailbox/1.eml")
    assert any(address.startswith(world.runtime.settings.base_url) for address in page.links.values())
    assert "due.ics" in page.links

    entry = desk.client.get(page.links["due.ics"])
    assert entry.headers["Content-Disposition"] == "attachment; filename=due.ics"
    assert entry.data.startswith(b"BEGIN:VCALENDAR")
    shown = desk.client.get(page.links["The letter as Outlook shows it"])
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert b"I have it" in shown.data
    assert desk.client.get("/demo/mailbox/1.eml/99").status_code == 404


def signed_in(app, login):
    visitor = Visitor(app, app.test_client())
    visitor.sign_in(login)
    return visitor


def test_a_letter_of_the_demonstration_can_be_answered(make_world, sqlite_url):
    world = make_world(sqlite_url, reply_domain="replies.example")
    app = site.create_app(world.runtime)
    folder = world.runtime.settings.home / "mailbox"
    folder.mkdir()
    letter = letters(world, lambda login: signed_in(app, login))["lima@posts.example"]
    (folder / "1.eml").write_text(letter, newline="")
    (folder / "2.eml").write_text(re.sub("(?m)^Reply-To:.*(?:\n[ \t].*)*\n", "", letter), newline="")
    desk = signed_in(app, "desk")

    page = desk.get("/demo/mailbox/1.eml")
    empty = desk.submit(page, "/answer", words=" ")
    page = desk.submit(page, "/answer", words="1 visit agreed, dates to follow by 12 May")

    assert empty.says("Write the answer first.")
    assert page.says("Sent as lima@posts.example.")
    with world.runtime.reading() as session:
        assert session.scalars(select(IncomingMessage.sender)).all() == ["lima@posts.example"]
        assert [day.day for day in session.scalars(select(Task.promised_on)) if day] == [12]
    refused = desk.submit(desk.get("/demo/mailbox/1.eml"), "/answer", words="S E C R E T\n\n1. (S) canary")
    assert refused.says("Not taken: 550 5.7.1")
    assert "Answer as the reader" not in desk.get("/demo/mailbox/2.eml").text
    assert desk.client.post("/demo/mailbox/2.eml/answer").status_code in (400, 403, 404)
