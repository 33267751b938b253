"""What guards the pages: headers, tokens, permissions, the door, and faults that tell nothing."""

from dataclasses import replace

import pytest

from tests.e2e.conftest import PASSWORD, SAMPLES, Visitor
from tests.e2e.inspection import inspect
from tests.e2e.routes import calls
from tracker import app as site
from tracker.domain.access import PERMITS, Permission, Role
from tracker.services import accounts
from tracker.web import responses
from tracker.web.site import declared, require_declared, runtime_of

LIMA = SAMPLES[0].read_text(encoding="utf-8")


# --- every route ---


def test_every_route_declares_who_may_enter(app):
    undeclared = [name for name, view in app.view_functions.items() if declared(view) is None]

    assert undeclared == []


def test_a_site_with_a_view_that_declares_nothing_does_not_start(app):
    app.view_functions["open door"] = lambda: "come in"

    with pytest.raises(RuntimeError, match="open door"):
        require_declared(app)


def addresses(app):
    """Every route with something in its places."""
    return [(call.endpoint, call.method, call.address) for call in calls(app, {})]


def test_every_reply_carries_the_security_headers(app, visit):
    app.testing = False
    client = visit("desk").client

    found = [client.open(address, method=method) for _, method, address in addresses(app)]
    found += [client.get("/nowhere"), client.get("/static/x/nothing.css")]

    for reply in found:
        for name, value in responses.HEADERS.items():
            assert reply.headers.get(name) == value, (reply.request.path, name)
        assert reply.headers["Cache-Control"]
        assert reply.status_code < 500 or reply.request.path == "/healthz"
        if reply.data:
            assert reply.content_type.startswith(("text/", "application/json"))


def test_nothing_is_shown_to_whoever_is_not_signed_in(app, visit):
    app.config["WTF_CSRF_ENABLED"] = False
    client = visit().client

    for endpoint, method, address in addresses(app):
        if declared(app.view_functions[endpoint]) == "everybody":
            continue
        reply = client.open(address, method=method)
        assert reply.status_code == 303, address
        assert reply.headers["Location"].startswith("/signin")


ROLES = {
    "desk": Role.DESK_OFFICER,
    "lima": Role.POST_STAFF,
    "chief": Role.MANAGER,
    "reader": Role.READER,
    "security": Role.SECURITY_OFFICER,
    "admin": Role.ADMINISTRATOR,
}


@pytest.mark.parametrize("login, role", ROLES.items())
def test_a_page_that_a_role_may_not_enter_does_not_exist(app, visit, login, role):
    client = visit(login).client

    for endpoint, method, address in addresses(app):
        wanted = declared(app.view_functions[endpoint])
        if method == "POST" or wanted in ("everybody", "signed in") or PERMITS[role] & set(wanted):
            continue
        assert client.get(address).status_code == 404, address


def test_roles_see_only_the_pages_that_are_theirs(visit):
    page = visit("security").get("/")

    assert "Refused texts" in page.links
    assert "Overdue" not in page.links


# --- what is not yours does not exist ---


def test_another_posts_task_and_cable_do_not_exist(world, visit):
    world.load(LIMA)
    desk = visit("desk")
    desk.submit(desk.get("/cables/1"), "/accept-all")
    amman = visit("amman")

    for address in ("/tasks/1", "/cables/1", "/cables/1/grid", "/cables/99", "/tasks/99"):
        assert amman.get(address, status=404).heading == "Page not found"
    assert amman.get("/tasks").says("No task matches.")
    assert amman.get("/cables").says("No cable waits for a decision.")
    assert amman.get("/").says("Nothing is due today, late, waiting for others, or left to take.")
    assert visit("lima").get("/cables/1").says("awaits a decision") is False


@pytest.mark.parametrize("role", ["reader", "post staff"])
@pytest.mark.parametrize(
    ("change", "is_seen"),
    [
        ({}, False),
        ({"TO AMEMBASSY LIMA": "TO AMEMBASSY AMMAN"}, True),
        ({"TO AMEMBASSY LIMA": "TO AMEMBASSY LIMA\nINFO AMEMBASSY AMMAN"}, True),
        ({"TO AMEMBASSY LIMA": "TO ALL DIPLOMATIC AND CONSULAR POSTS"}, True),
        ({"FM SECSTATE WASHDC": "FM AMEMBASSY AMMAN"}, True),
    ],
)
def test_who_reads_for_one_post_sees_the_cables_to_and_from_it(world, visit, role, change, is_seen):
    text = LIMA
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new, 1)
    world.load(text)
    with world.runtime.transaction() as session:
        new = accounts.NewOfficer(
            login="there", name="Tala There", email="there@officers.example", zone="Asia/Amman"
        )
        there = accounts.create_officer(session, new, by=world.system["by"])
        accounts.set_password(session, there.id, PASSWORD, by=world.system["by"])
        book = world.runtime.installation.book
        accounts.grant(session, there.id, role, by=world.system["by"], post="AMEMBASSY AMMAN", book=book)

    visitor = visit("there")

    assert visitor.get("/cables").says("No cable waits for a decision.") is not is_seen
    assert visitor.client.get("/cables/1").status_code == (200 if is_seen else 404)


def test_another_posts_task_cannot_be_changed(app, world, visit):
    world.load()
    app.config["WTF_CSRF_ENABLED"] = False
    desk = visit("desk")
    desk.submit(desk.get("/cables/1"), "/accept-all")

    amman, reader = visit("amman").client, visit("reader").client

    assert amman.post("/tasks/1/take").status_code == 404
    assert reader.post("/tasks/1/take").status_code == 404
    assert visit("lima").client.post("/tasks/1/cancel").status_code == 403


# --- tokens and sessions ---


def test_a_form_without_its_token_is_refused(visit):
    reply = visit("desk").client.post("/cables", data={"text": LIMA})

    page = inspect(reply.text, "/cables")
    assert reply.status_code == 403
    assert page.says("This page was open for too long, or did not come from here.")
    assert "PERU" not in reply.text


def test_a_form_from_another_site_is_refused(visit):
    desk = visit("desk")
    values = desk.get("/cables").form("").values

    for origin in ("https://evil.example", "null"):
        reply = desk.client.post("/cables", data=values, headers={"Origin": origin})
        assert reply.status_code == 403
    for site_of in ("cross-site", "same-site"):
        reply = desk.client.post("/cables", data=values, headers={"Sec-Fetch-Site": site_of})
        assert reply.status_code == 403
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert desk.client.post("/cables", data=values, headers=headers).status_code == 422


def test_a_production_site_answers_to_its_own_name_only(world):
    settings = replace(world.runtime.settings, env="production", base_url="https://tracker.example")
    app = site.create_app(replace(world.runtime, settings=settings))
    client = app.test_client()

    refused = client.get("/signin", headers={"Host": "evil.example"})
    assert refused.headers["Content-Security-Policy"] == responses.CONTENT_POLICY
    found = {
        host: client.get("/signin", headers={"Host": host}).status_code
        for host in ("tracker.example", "127.0.0.1:8008", "evil.example", "tracker.example.evil")
    }

    assert found == {
        "tracker.example": 200, "127.0.0.1:8008": 200, "evil.example": 400, "tracker.example.evil": 400,
    }  # fmt: skip


def test_mails_page_says_that_replies_only_wait_and_tells_no_stranger(world):
    installation = world.runtime.installation
    settings = replace(installation.settings, env="production", reply_domain="replies.example")
    runtime = replace(world.runtime, installation=replace(installation, settings=settings))
    app = site.create_app(runtime)
    chief = Visitor(app, app.test_client())
    chief.sign_in("chief")

    assert chief.get("/health").says("set TRACKER_VOUCHING_SERVER to the name of your mail server")
    assert "warning" not in chief.client.get("/healthz").get_json()


def test_permissions_are_words_of_the_domain(app):
    for view in app.view_functions.values():
        wanted = declared(view)
        assert wanted in ("everybody", "signed in") or set(wanted) <= set(Permission)


def test_a_production_server_loads_the_site_of_its_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path))

    app = site.production()

    assert app.test_client().get("/signin").status_code == 200
    runtime_of(app).engine.dispose()
