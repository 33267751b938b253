"""Coming in by a letter: the link opens a form, only the form acts, and nothing tells who is there."""

import re

from tests.e2e.conftest import Visitor
from tracker.services import notices, password_links
from tracker.store.messages import OutgoingMessage
from tracker.worker import Worker

PASSWORD = "seven herons over the lake"


def link_in_the_newest_letter(world) -> str:
    with world.runtime.transaction() as session:
        notices.write_out(
            session,
            world.runtime.now(),
            world.runtime.installation,
            write=Worker(world.runtime, environ={}).notices.write,
        )
    with world.runtime.reading() as session:
        body = session.query(OutgoingMessage).order_by(OutgoingMessage.id.desc()).first().body
    found = re.search(rb"/welcome/[\w-]+", body.replace(b"=\r\n", b"").replace(b"=3D", b"="))
    assert found
    return found[0].decode()


def test_an_invited_officer_chooses_a_password_and_signs_in(world, visit):
    with world.runtime.transaction() as session:
        password_links.invite(session, 2, **world.system)
    link = link_in_the_newest_letter(world)
    visitor = visit()

    page = visitor.get(link)
    assert page.says("For Luis Ortega. Your sign-in name is lima.")
    assert (
        visitor.submit(page, "", password="short", again="other", status=422).main.count("not the same") == 2
    )
    assert (
        visitor.submit(page, "", password="short", again="short", status=422).main.count("at least 12") >= 2
    )
    page = visitor.submit(page, "", password=PASSWORD, again=PASSWORD)

    assert page.says("Your password is set.")
    assert visitor.sign_in("lima", PASSWORD).heading == "My day"
    assert visit().get(link, status=404).says("This link has been used")


def test_opening_a_link_changes_nothing(world, visit):
    with world.runtime.transaction() as session:
        password_links.invite(session, 2, **world.system)
    link = link_in_the_newest_letter(world)

    for _ in range(3):
        visit().get(link)

    assert visit("lima").get("/").heading == "My day"
    assert visit().get(link).heading == "Choose your password"


def test_a_forgotten_password_says_the_same_for_every_name(visit):
    said = []
    for login in ("lima", "nobody"):
        visitor: Visitor = visit()
        page = visitor.get(visitor.get("/signin").links["I have forgotten my password"])
        said.append(visitor.submit(page, "", login=login).main)

    assert said[0] == said[1]
    assert "a letter is on its way" in said[0]
    assert visit().submit(visit().get("/forgotten"), "", login="", status=403)


def test_an_empty_name_is_asked_for(visit):
    visitor = visit()

    assert visitor.submit(visitor.get("/forgotten"), "", login="", status=422).says(
        "Write your sign-in name."
    )
