"""What is typed passes a door too: every text field of every form that pages show, and every route that takes a POST."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select
from werkzeug.exceptions import HTTPException

from tests.e2e.inspection import inspect
from tests.e2e.routes import calls
from tracker.services import door
from tracker.services.installation import Actor
from tracker.store.base import Base
from tracker.store.cables import ProposalRecord, SpillIncident
from tracker.web.typed import ELSEWHERE, OURS, TITLES

CANARY = "zanzibarquokka"
MARKED = f"SECRET//NOFORN {CANARY} resigns"
PLAIN = (
    "The Secretary: confidential talks, top secret is not in this"  # a head such as (C) 2008 may be marked
)
INNOCENT = "(C) 2008 report: the Secretary held confidential talks; top secret is not in this note"
WHO = (None, "desk", "lima", "admin", "security")  # who between them are shown every form
UNTYPED = ("hidden", "submit", "checkbox", "radio", "password", "file", "date", "number", "time", "button")
TYPED_IN = re.compile(r'<textarea|<input(?![^>]*type="(?:hidden|submit|checkbox|radio))')
MORE = ("/cables/2?change={waiting}", "/admin/people/new")


@dataclass(frozen=True)
class Field:
    """A field that somebody can type in, in a form that a page shows."""

    login: str
    endpoint: str
    address: str
    name: str


def endpoint_of(app, address: str) -> str:
    return app.url_map.bind("localhost").match(address.partition("?")[0], method="POST")[0]


def fields_of(app, login: str, address: str, html: str) -> Iterator[tuple[Field, dict[str, object]]]:
    """Yield each text field of the page's forms, with the form as a browser would send it untouched."""
    page = inspect(html, address)
    for element in page.tree.iter("form"):
        if element.get("method") != "post":
            continue
        action = element.get("action") or address
        values = next(f.values for f in page.forms if (f.action or address) == action)
        for kind in ("input", "textarea"):
            for one in element.iter(kind):
                if one.get("type", "text") not in UNTYPED and one.get("name"):
                    yield Field(login, endpoint_of(app, action), action, one.get("name")), values


def every_field(app, visit, ids) -> Iterator[tuple[Field, dict[str, object]]]:
    """Go to every page that anybody is shown, once a field of a route."""
    seen = set()
    for login in WHO:
        client = visit(login).client
        addresses = [call.address for call in calls(app, ids) if call.method == "GET"]
        for address in (*addresses, *(one.format(**ids) for one in MORE)):
            reply = client.get(address)
            if reply.status_code != 200 or reply.mimetype != "text/html" or not TYPED_IN.search(reply.text):
                continue
            for field, values in fields_of(app, login, address, reply.text):
                key = (field.endpoint, field.address, field.name)
                if key not in seen and field.name not in ELSEWHERE.get(field.endpoint, ()):
                    seen.add(key)
                    yield field, values


def incidents(world) -> int:
    with world.runtime.reading() as session:
        return session.scalar(select(func.count(SpillIncident.id)))


def all_kept(world, tmp_path: Path) -> str:
    with world.runtime.reading() as session:
        rows = [str(session.execute(table.select()).all()) for table in Base.metadata.sorted_tables]
    files = [one.read_bytes().decode("latin-1") for one in tmp_path.rglob("*") if one.is_file()]
    return "".join(rows + files)


@pytest.fixture
def busy(world, accepted) -> dict[str, int]:
    """A cable with tasks, and one that waits for a decision; return the ids that addresses need."""
    world.load()
    accepted(1)
    with world.runtime.reading() as session:
        waits = select(ProposalRecord.id).where(ProposalRecord.cable_id == 2, ProposalRecord.kind == "ask")
        return {"cable_id": 1, "proposal_id": 1, "task_id": 1, "waiting": session.scalars(waits).first()}


@pytest.fixture
def unguarded(app):
    app.config["WTF_CSRF_ENABLED"] = False  # of forms: what is tried here stands behind that guard
    return app


def test_each_field_that_can_be_typed_in_is_looked_at(unguarded, world, visit, busy, tmp_path, capfd):
    found = list(every_field(unguarded, visit, busy))
    clients = {login: visit(login).client for login in {field.login for field, _ in found}}
    wrong, noted = [], incidents(world)

    for field, values in found:
        data = dict(values) | {field.name: MARKED}
        reply = clients[field.login].post(field.address, data=data)
        is_told = "This text was not accepted." in reply.text and CANARY not in reply.text + str(
            reply.headers
        )
        if reply.status_code != 422 or not is_told:
            wrong.append((field, reply.status_code))
    refused = incidents(world) - noted

    for field, values in found:
        innocent = PLAIN if field.name.rpartition("-")[2] in TITLES else INNOCENT
        reply = clients[field.login].post(field.address, data=dict(values) | {field.name: innocent})
        if "This text was not accepted." in reply.text:
            wrong.append((field, "innocent"))

    assert wrong == []
    assert refused == len(found) > 25
    assert incidents(world) == noted + refused
    assert CANARY not in all_kept(world, tmp_path) + "".join(capfd.readouterr())
    assert {field.endpoint for field, _ in found} >= {
        "tasks.act",
        "review.change",
        "people.add",
        "signin.enter",
    }


def test_each_route_looks_at_fields_that_no_form_of_it_shows(unguarded, world, visit, busy, tmp_path):
    admin, wrong = visit("admin").client, []

    for call in calls(unguarded, busy):
        if call.method == "POST":
            reply = admin.post(call.address, data={"anything": MARKED})
            named = admin.post(f"{call.address}?also={MARKED}")
            if {reply.status_code, named.status_code} != {422} or CANARY in reply.text + named.text:
                wrong.append((call.address, reply.status_code, named.status_code))

    assert wrong == []
    assert CANARY not in all_kept(world, tmp_path)


def test_what_is_passed_by_is_a_field_of_a_route_that_there_is(app):
    with pytest.raises(HTTPException):
        endpoint_of(app, "/nowhere")

    assert set(ELSEWHERE) <= set(app.view_functions)
    assert OURS == ("csrf_token",)


def test_a_file_where_none_is_asked_for_is_looked_at(unguarded, world, visit):
    desk = visit("desk").client

    for name, data in (("SECRET plan.ics", b"x"), ("plan.ics", b"SUMMARY:SECRET//NOFORN x")):
        path = Path(world.runtime.settings.home) / "sent.ics"
        path.write_bytes(data)
        with path.open("rb") as file:
            reply = desk.post("/account/sessions", data={"file": (file, name)})
        assert reply.status_code == 422

    assert desk.post("/account/sessions", json={"note": MARKED}).status_code == 415


def test_who_is_not_signed_in_cannot_fill_the_list(unguarded, world, visit):
    nobody = visit().client

    replies = [nobody.post("/signin", data={"login": MARKED}) for _ in range(25)]

    assert {reply.status_code for reply in replies} == {422}
    assert incidents(world) == 20
    assert inspect(replies[0].text, "/signin").says("incident 1")
    assert not inspect(replies[-1].text, "/signin").says("incident")


def test_the_list_tells_the_way_in_words(unguarded, world, visit):
    visit("desk").client.post("/my-reminders", data={"x": MARKED})
    with world.runtime.transaction() as session:
        refused = door.Refusal(sentence="Refused.", marks=(), size=1)
        command = Actor.system("command")
        door.record(session, refused, by=command, now=world.runtime.now(), place="tasks")

    page = visit("security").get("/incidents")

    assert page.says("page: a person's own reminders")
    assert page.says("command: tracker tasks")
