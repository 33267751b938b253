"""A cable is locked from its page or by its number: it is there for nobody, and two people can purge it."""

from email.message import EmailMessage

import pytest

from tests.e2e.conftest import PASSWORD, SAMPLES
from tracker.receiving import taken
from tracker.services import accounts
from tracker.store.cables import CableRecord


@pytest.fixture
def guards(world, visit):
    """The security officer, and another."""
    by = world.system["by"]
    with world.runtime.transaction() as session:
        new = accounts.NewOfficer(
            login="sue", name="Sue Watch", email="sue@officers.example", zone="America/New_York"
        )
        officer = accounts.create_officer(session, new, by=by)
        accounts.set_password(session, officer.id, PASSWORD, by=by)
        accounts.grant(
            session, officer.id, "security officer", by=by, post=None, book=world.runtime.installation.book
        )
    return visit("security"), visit("sue")


ADDRESSES = ("/cables/1", "/cables/1?change=1", "/cables/1/grid", "/tasks/1", "/tasks/1/reminders")


def test_a_manager_locks_a_cable_and_it_is_there_for_nobody(world, visit, accepted, guards):
    world.load()
    accepted(1)
    readers = {login: visit(login) for login in ("desk", "lima", "reader", "chief", "security", "admin")}
    chief, number = readers["chief"], number_of(world, 1)
    assert chief.get("/cables/1").says("Is this text classified?")

    page = chief.submit(chief.get("/cables/1"), "/cables/1/lock")

    assert page.says("The cable is locked: nobody sees it any more.")
    for reader in readers.values():
        for address in ADDRESSES:
            assert reader.client.get(address).status_code == 404, address
        for address in ("/", "/cables", "/tasks", "/tasks?text=visit", "/overdue", "/health"):
            reply = reader.client.get(address)
            assert not any(link in reply.text for link in ('/cables/1"', '/tasks/1"', number)), address


def test_who_may_not_lock_is_shown_no_button(world, visit, accepted):
    world.load()
    accepted(1)

    for login in ("desk", "lima", "reader"):
        assert "Lock this cable" not in visit(login).get("/cables/1").text


def test_the_security_officer_locks_by_number_sees_the_trail_and_unlocks(world, visit, accepted, guards):
    world.load()
    accepted(1)
    visit("lima").get("/cables/1")
    number = number_of(world, 1)
    security, _ = guards

    wrong = security.submit(security.get("/locked"), "/locked", number="STATE 999999", status=422)
    assert wrong.says("There is no cable of that number here.")
    page = security.submit(security.get("/locked"), "/locked", number=number)

    assert page.says("Locked. Nobody sees the cable")
    assert not page.says("Tell the security officer")
    assert page.says("Luis Ortega")
    assert page.says("cable opened")
    again = security.submit(page, "/unlock")
    assert again.says("Unlocked. The cable stands where it stood")
    assert again.says("is told while a cable is locked, or purged")
    assert "None is known." not in again.text
    assert visit("desk").client.get("/cables/1").status_code == 200
    assert security.get("/locked").says("unlocked")


def test_a_purge_is_asked_for_by_one_and_confirmed_by_another(world, accepted, guards):
    world.load()
    accepted(1)
    one, other = guards
    page = one.submit(one.get("/locked"), "/locked", number=number_of(world, 1))

    page = one.submit(page, "/ask")
    assert "Purge: destroy its texts" not in page.text
    with_token = one.get("/locked/1").form("/withdraw").values
    refused = one.client.post("/locked/1/purge", data=with_token, follow_redirects=True)
    assert "Another person must confirm this purge" in refused.text
    done = other.submit(other.get("/locked/1"), "/purge")

    assert done.says("Purged. Its texts are deleted")
    assert done.says("Not yet. The operator runs: tracker spill rewrite")
    assert other.get("/locked").says("purged")


def test_an_incident_found_later_leads_to_its_own_locked_cable(world, accepted, guards):
    world.load()
    one, _ = guards
    numbers = [number_of(world, cable_id) for cable_id in (1, 2)]
    for number in numbers:
        one.submit(one.get("/locked"), "/locked", number=number)

    page = one.get("/incidents")

    assert all(page.says(f"found later, in a cable that had been taken in: {number}") for number in numbers)
    assert [one.get(page.links[number]).heading for number in numbers] == numbers


def number_of(world, cable_id: int) -> str:
    with world.runtime.reading() as session:
        row = session.get_one(CableRecord, cable_id)
        return row.canonical_id


def test_a_held_sender_is_released_on_the_page_of_refused_texts(world, visit):
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "lima@posts.example", "SECRET: x", "<9@posts.example>"
    mail.set_content("Words.")
    taken(world.runtime, "lima@posts.example", "task@replies.example", mail.as_bytes())
    security = visit("security")

    page = security.get("/incidents")
    assert page.says("<9@posts.example>")
    assert page.says("No more mail is taken from")
    after = security.submit(page, "/release")

    assert after.says("Mail from lima@posts.example is taken again.")
    assert "No more mail is taken from" not in after.text


def test_a_cable_refused_by_a_false_alarm_is_let_in_once(world, visit):
    marked = SAMPLES[0].read_text(encoding="utf-8").replace("UNCLAS ", "S E C R E T ")
    desk, security = visit("desk"), visit("security")
    desk.submit(desk.get("/cables"), "", text=marked, status=422)

    page = security.submit(security.get("/incidents"), "/let-in")

    assert page.says("The same text is let in once")
    assert page.says("A false alarm, released")
    assert desk.submit(desk.get("/cables"), "", text=marked).says("The cable was read.")
    desk.submit(desk.get("/cables"), "", text=f"{marked} ", status=422)
