"""What a page costs: bytes over the wire, and questions to the database."""

import gzip

import pytest
from sqlalchemy import event

from tracker.services import accounts
from tracker.web import frame, responses


def test_files_have_hashed_names_and_are_kept_for_a_year(app, visit):
    client = visit().client
    with app.test_request_context():
        address = responses.asset("app.css")

    fresh, stale = client.get(address), client.get(address.replace(responses.tree_digest(), "0"))

    assert "immutable" in fresh.headers["Cache-Control"]
    assert stale.headers["Cache-Control"] == "no-cache"
    assert client.get("/favicon.ico").status_code == 204


def test_pages_go_compressed_to_whoever_takes_that(visit):
    client = visit().client

    plain, packed = client.get("/signin"), client.get("/signin", headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(packed.data).startswith(b"<!doctype html>")
    assert plain.data.startswith(b"<!doctype html>")
    assert packed.headers["Vary"].startswith("Accept-Encoding") or "Accept-Encoding" in packed.headers["Vary"]


def test_a_first_visit_weighs_little(app, visit):
    client = visit().client
    fonts = [f"vendor/fonts/public-sans/PublicSans-{face}.woff2" for face in ("Regular", "Bold")]
    fonts.append("vendor/fonts/roboto-mono/roboto-mono-v5-latin-regular.woff2")
    with app.test_request_context():
        files = [responses.asset(name) for name in ("vendor/tracker.css", "app.css", "app.js", *fonts)]

    sizes = [len(client.get(name, headers={"Accept-Encoding": "gzip"}).data) for name in ["/signin", *files]]

    assert sum(sizes) <= 200 * 1024


@pytest.fixture
def count_queries(world):
    statements = []

    @event.listens_for(world.runtime.engine, "before_cursor_execute")
    def note(connection, cursor, statement, *rest):
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    return statements


def test_a_tasks_page_asks_only_for_what_there_is_beside_it(world, accepted, count_queries):
    world.load()
    desk = accepted(1)
    desk.get("/tasks/1")

    def opened():
        count_queries.clear()
        text = desk.get("/tasks/1").text
        asked = any("task_people.added_by" in statement for statement in count_queries)
        return "Dana Reyes, watcher" in text, asked

    before = opened()
    desk.submit(desk.get("/tasks/1"), "/watch")

    assert (before, opened()) == ((False, False), (True, True))


@pytest.mark.parametrize("address", ["/", "/tasks", "/overdue", "/tasks/1", "/cables/1", "/cables"])
def test_a_page_of_a_bureaus_manager_asks_no_question_more(
    world, visit, accepted, count_queries, monkeypatch, address
):
    monkeypatch.setattr(frame, "FRESH", 600.0)  # the state of mail is asked for once, by whoever is first
    world.load()
    accepted(1)
    with world.runtime.transaction() as session:
        by, book = world.system["by"], world.runtime.installation.book
        for unit in ("WHA", "EUR", "AF"):  # more than a hundred posts
            accounts.grant(session, 3, "manager", by=by, post=unit, book=book)
    world.set_clock("2009-05-06T14:00:00Z")
    chief, amman = visit("chief"), visit("amman")
    asked = []
    for visitor in (chief, amman, amman):
        count_queries.clear()
        visitor.get(address)
        asked.append(len(count_queries))

    assert asked[1] <= asked[0]  # the posts below come with the session
    assert asked[2] <= 8, "\n".join(count_queries)  # the first opening enters itself into the trail
