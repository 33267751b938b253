"""No page asks the database more than eight questions, whatever stands in it.

The pages come from the site's own map of routes, so that a new page is counted without being named here;
the database is one in which something of everything stands beside everything. A page is opened once
before it is counted: the state of mail is asked for once in five seconds by all pages together, and the
first opening of a cable, or of a task that is not for everybody, enters itself into the audit trail.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from tests.e2e.conftest import Visitor, World
from tests.e2e.furnished import Furnished, furnish
from tests.e2e.routes import calls
from tracker import app as site
from tracker.web import frame

MOST = 8
ENTERED = 7  # beside what it reads, each file that is taken is entered in the trail and counted as costly
FILES = ("attachments.download", "attachments.paper", "overdue.export", "tasks.export")
LOGINS = ("desk", "lima", "chief", "reader", "security", "admin", None)
WITH_WORDS = (
    "/admin?find=lima", "/admin/audit?act=cable%20opened", "/cables/1?change=1", "/cables/2/grid?also=STATE%20041207",
    "/cables/4", "/letters?day=2009-04-24", "/letters?day=2009-05-11", "/overdue?group=age", "/overdue?group=office",
    "/overdue?group=owner", "/tasks?state=all", "/tasks?state=closed", "/tasks?state=late",
)  # fmt: skip
NO_PAGE = {
    *("static.file", "static.no_picture"),
    *("demo.mail", "demo.attachment", "demo.html"),  # letters in the demonstration's mailbox are files
    "watching.figures",  # each figure is a question, asked by a machine once in a while
}


@pytest.fixture
def furnished(world: World, monkeypatch: pytest.MonkeyPatch) -> Furnished:
    monkeypatch.setattr(frame, "FRESH", 600.0)
    return furnish(world)


@pytest.fixture
def questions(world: World) -> list[str]:
    """Return the statements that are sent from now on."""
    statements: list[str] = []

    @event.listens_for(world.runtime.engine, "before_cursor_execute")
    def note(connection, cursor, statement, *rest):
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    return statements


def addresses(app: Flask, found: Furnished) -> Iterator[tuple[str, str]]:
    """Yield the endpoint and address of each page, of everything there is more than one kind of."""
    seen = set()
    for ids in found.ids():
        for call in calls(app, ids):
            if call.method == "GET" and call.endpoint not in NO_PAGE and call.address not in seen:
                seen.add(call.address)
                yield call.endpoint, call.address
    yield from (("", address) for address in WITH_WORDS)


def asked(client: FlaskClient, address: str, questions: list[str]) -> list[str] | None:
    """Return what an address asks when it is opened again; None where it is nothing to this reader."""
    if client.get(address).status_code in (302, 303, 403, 404):
        return None
    questions.clear()
    client.get(address)
    return list(questions)


@pytest.mark.parametrize("login", LOGINS)
def test_no_page_asks_more_than_eight_questions(app, visit, furnished, questions, login):
    client, counts, counted = visit(login).client, {}, {}
    for endpoint, address in addresses(app, furnished):
        found = asked(client, address, questions)
        if found is not None:
            counted[address] = found
            counts[address] = len(found) - (ENTERED if endpoint in FILES else 0)

    too_many = {address: "\n".join(counted[address]) for address, count in counts.items() if count > MOST}

    assert not too_many, "\n\n".join(f"{address}: {said}" for address, said in too_many.items())
    assert len(counts) >= (4 if login else 3)


def test_every_page_is_opened_by_somebody(app, visit, furnished):
    clients = [visit(login).client for login in LOGINS]

    every, opened = set(), set()
    for endpoint, address in addresses(app, furnished):
        every.add(endpoint)
        if endpoint not in opened and any(client.get(address).status_code == 200 for client in clients):
            opened.add(endpoint)

    assert every - opened == {"mail.for_machines"}  # it says 503 while letters fail, as they do here


def test_a_task_with_everything_beside_it_shows_all_of_it(visit, furnished):
    page = visit("desk").get(f"/tasks/{furnished.task_id}")

    for words in (
        "Luis Ortega", "Amal Haddad, coordinator", "AMEMBASSY QUITO, coordinator", "security@officers.example, watcher",
        "answer.txt", "The ministry was called.", "We shall see.", "LIMA 000512", "reference", "part of", "follows",
        "Marian Oakley", "gets the letters too", "By Friday.", "The minister travels.", "550 no such mailbox",
    ):  # fmt: skip
        assert page.says(words), words


def test_every_page_stands_on_either_database(make_world, database_url):
    world = make_world(database_url)
    found = furnish(world)
    app = site.create_app(world.runtime)
    app.testing = True
    visitors = [Visitor(app, app.test_client()) for _ in range(2)]
    for visitor, login in zip(visitors, ("desk", "admin"), strict=True):
        visitor.enter(login)

    wrong = [
        (address, status)
        for visitor in visitors
        for _, address in addresses(app, found)
        if (status := visitor.client.get(address).status_code) not in (200, 302, 303, 403, 404, 503)
    ]

    assert wrong == []
