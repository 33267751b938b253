"""The door, foreign text, and faults: nothing that was refused is kept, nothing that failed is told."""

import os
from io import BytesIO

import pytest
from sqlalchemy import event

from tests.e2e.conftest import PASSWORD, SAMPLES
from tests.e2e.inspection import inspect
from tracker import app as site
from tracker.cable import parse
from tracker.store.base import Base
from tracker.store.cables import SpillIncident

LIMA = SAMPLES[0].read_text(encoding="utf-8")
CANARY = "zanzibarquokka"
MARKED = LIMA.replace("UNCLAS ", "S E C R E T ").replace("experts", CANARY)


# --- several at once ---


def test_each_of_several_cables_in_one_paste_is_taken_in(visit):
    desk = visit("desk")
    both = f"{LIMA}\n\n{SAMPLES[1].read_text(encoding='utf-8')}"

    page = desk.submit(desk.get("/cables"), "", text=both)

    assert "2 cables stood in the text. Each is in the list below." in page.text
    numbers = (parse(sample.read_text(encoding="utf-8")).header.number for sample in SAMPLES[:2])
    assert all(number in page.text for number in numbers)


# --- the door ---


def files_below(folder):
    return [os.path.join(top, name) for top, _, names in os.walk(folder) for name in names]


@pytest.mark.parametrize("way", ["paste", "upload"])
def test_a_marked_text_is_refused_and_nothing_of_it_is_kept(world, visit, tmp_path, way, capfd):
    desk = visit("desk")
    path = tmp_path.parent / f"{tmp_path.name}-{way}.txt"
    path.write_text(MARKED, encoding="utf-8")
    values = desk.get("/cables").form("").values

    with path.open("rb") as file:
        more = {"upload": (file, f"{CANARY}.txt")} if way == "upload" else {"text": MARKED}
        reply = desk.client.post("/cables", data=values | more, content_type="multipart/form-data")
    path.unlink()

    page = inspect(reply.text, "/cables")
    assert reply.status_code == 422
    assert page.says("This text was not accepted. Call your security officer; do not send it again.")
    assert page.says("incident 1")
    assert CANARY not in reply.text + str(reply.headers) + desk.get("/cables").html
    assert CANARY not in "".join(capfd.readouterr())
    with world.runtime.reading() as session:
        assert session.get(SpillIncident, 1).by == "Dana Reyes"
        for table in Base.metadata.sorted_tables:
            assert CANARY not in str(session.execute(table.select()).all())
    for name in files_below(tmp_path):
        with open(name, "rb") as file:
            assert CANARY.encode() not in file.read()


def test_the_security_officer_sees_the_incident_without_the_text(world, visit):
    desk = visit("desk")
    desk.submit(desk.get("/cables"), "", text=MARKED, status=422)

    page = visit("security").get("/incidents")

    assert page.says("1 incident, newest first")
    assert page.says("Dana Reyes")


def test_a_large_file_stays_in_memory(app):
    large = b"x" * 1_000_000  # werkzeug's own way writes 500 KB and more to the disk
    head = b'--b\r\nContent-Disposition: form-data; name="upload"; filename="x"\r\n\r\n'
    body = BytesIO(head + large + b"\r\n--b--\r\n")
    kind = "multipart/form-data; boundary=b"
    request = app.request_class.from_values(method="POST", input_stream=body, content_type=kind)

    assert isinstance(request.files["upload"].stream, BytesIO)
    assert request.files["upload"].read() == large


def test_a_body_that_is_too_large_is_refused(make_world, sqlite_url):
    world = make_world(sqlite_url, max_text_bytes="1000")
    client = site.create_app(world.runtime).test_client()

    reply = client.post("/signin", data={"login": "x" * 100_000})

    assert reply.status_code == 413
    assert inspect(reply.text, "/signin").says("What was sent is larger than this installation takes.")


# --- foreign text ---


def test_markup_in_a_cable_stays_text(visit):
    desk = visit("desk")
    nasty = '<script>alert(1)</script> {{7*7}} "onx=1 </textarea>'

    page = desk.submit(desk.get("/cables"), "", text=LIMA.replace("PROPOSING AN EXPERTS", nasty))

    assert "<script>alert" not in page.html
    assert page.says("{{7*7}}")


# --- faults ---


def test_a_fault_of_ours_shows_a_number_and_logs_no_text(app, visit, monkeypatch, capfd):
    desk = visit("desk")
    app.testing = False

    def fail(*args, **kwargs):
        raise RuntimeError(CANARY)

    monkeypatch.setattr("tracker.web.cables.pages.cable_lines", fail)
    reply = desk.client.get("/cables")

    logged = "".join(capfd.readouterr())
    assert reply.status_code == 500
    assert "noted under number" in reply.text
    assert CANARY not in reply.text + logged
    assert "page_failed" in logged


def test_a_database_that_is_away_is_told_to_machines_and_people(app, world, visit, monkeypatch):
    @event.listens_for(world.runtime.engine, "before_cursor_execute")
    def away(connection, cursor, statement, *rest):
        if "pulses" in statement:
            cursor.execute("SELECT nothing FROM nowhere")

    assert visit().client.get("/healthz").status_code == 503
    assert visit("desk").get("/").says("The database does not answer.")


@pytest.mark.parametrize(
    "address, method, status", [("/nowhere", "GET", 404), ("/signout", "GET", 405), ("/tasks/x", "GET", 404)]
)
def test_an_address_that_leads_nowhere_has_a_page_too(visit, address, method, status):
    reply = visit("desk").client.open(address, method=method)

    assert reply.status_code == status
    assert inspect(reply.text, address)


def test_the_demonstrations_pages_do_not_exist_elsewhere(make_world, sqlite_url, monkeypatch):
    world = make_world(sqlite_url, env="development")
    app = site.create_app(world.runtime)
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.post("/signin", data={"login": "desk", "password": PASSWORD})

    assert client.get("/demo/mailbox").status_code == 404
    assert client.post("/demo/clock", data={"step": "day"}).status_code == 404
