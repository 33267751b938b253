"""Coordinators and watchers on a task's page and in their day."""

import pytest

from tests.e2e.conftest import SAMPLES

LIMA = SAMPLES[0].read_text(encoding="utf-8")


@pytest.fixture
def desk(world, accepted):
    """The desk officer, with the tasks of one cable to Lima."""
    world.load(LIMA)
    return accepted(1)


def test_a_coordinator_is_added_sees_the_task_in_his_day_and_notes(desk, visit):
    page = desk.submit(desk.get("/tasks/1"), "/join", join__who="Amal Haddad", join__part="coordinator")
    assert page.says("Amal Haddad, coordinator")
    assert page.says("added: coordinator Amal Haddad")

    amman = visit("amman")
    assert amman.get("/").says("Led by others: you help or watch")
    page = amman.submit(amman.get("/tasks/1"), "/note", note__note="Amman has asked them too")
    assert page.says("Amman has asked them too")
    assert amman.submit(page, "/unwatch").heading == "My day"
    amman.get("/tasks/1", status=404)


def test_a_reader_watches_and_leaves(desk, visit):
    reader = visit("reader")

    page = reader.submit(reader.get("/tasks/1"), "/watch")
    assert page.says("You watch this task")
    assert desk.get("/tasks/1").says("Robin Reader, watcher")
    page = desk.submit(desk.get("/tasks/1"), "/leave")

    assert page.says("taken off: watcher Robin Reader")
    assert "Robin Reader, watcher" not in page.main
    reply = reader.client.post("/tasks/1/unwatch", data=reader.get("/tasks/2").form("/watch").values)
    assert reply.status_code == 404


def test_who_is_nobody_is_asked_again_at_the_field(desk):
    page = desk.submit(desk.get("/tasks/1"), "/join", join__who="Xanadu", status=422)

    assert page.main.count("Xanadu is no post, officer or mail address that is known here.") == 2


def test_a_post_without_a_mailbox_stands_there_without_mail(desk):
    page = desk.submit(desk.get("/tasks/1"), "/join", join__who="AMEMBASSY MADRID", join__part="watcher")

    assert page.says("AMEMBASSY MADRID, watcher (no address: gets no mail)")
