"""What guards the pages: headers, tokens, permissions, the door, and faults that tell nothing."""

import hashlib

import pytest
from sqlalchemy import select, update
from werkzeug.routing import Rule

from tests.e2e.conftest import PASSWORD, SAMPLES, Visitor
from tests.e2e.inspection import inspect
from tracker import app as site
from tracker.domain.access import PERMITS, Permission, Role
from tracker.services import accounts
from tracker.store.people import FailedSignIn, Officer, SignInSession
from tracker.web import replies, signin
from tracker.web.site import declared, runtime_of

SIGNS_IN = {"login": "desk", "password": PASSWORD}
LIMA = SAMPLES[0].read_text(encoding="utf-8")


# --- every route ---


def test_every_route_declares_who_may_enter(app):
    undeclared = [name for name, view in app.view_functions.items() if declared(view) is None]

    assert undeclared == []


def addresses(app):
    """Every route with something in its places."""
    filled = {
        "token": "x",
        "cable_id": 1,
        "task_id": 1,
        "proposal_id": 1,
        "verb": "take",
        "name": "x",
        "digest": "x",
    }
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        assert isinstance(rule, Rule)
        values = {name: filled[name] for name in rule.arguments}
        methods = sorted((rule.methods or set()) & {"GET", "POST"})
        for method in methods:
            yield rule.endpoint, method, adapter.build(rule.endpoint, values, method=method)


def test_every_reply_carries_the_security_headers(app, visit):
    app.testing = False
    client = visit("desk").client

    found = [client.open(address, method=method) for _, method, address in addresses(app)]
    found += [client.get("/nowhere"), client.get("/static/x/nothing.css")]

    for reply in found:
        for name, value in replies.HEADERS.items():
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
    assert amman.get("/").says("0 not yet taken at AMEMBASSY AMMAN.")
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
    reply = desk.client.post("/cables", data=values, headers={"Origin": "http://localhost"})
    assert reply.status_code == 422


def test_the_session_cookie_is_out_of_reach_of_scripts(visit):
    visitor = visit()
    values = visitor.get("/signin").form("").values | {"login": "desk", "password": PASSWORD}

    cookie = visitor.client.post("/signin", data=values).headers["Set-Cookie"]

    assert cookie.startswith("session=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_over_https_the_cookie_is_bound_to_the_host(make_world, sqlite_url):
    world = make_world(sqlite_url, secure_cookies="true")

    cookie = site.create_app(world.runtime).test_client().get("/signin").headers["Set-Cookie"]

    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_an_empty_sign_in_says_what_is_missing(visit):
    page = visit().sign_in("", "", status=422)

    assert page.main.count("Write your sign-in name.") == 2
    assert page.main.count("Write your password.") == 2


def test_a_wrong_password_says_nothing_about_the_name(visit):
    for login in ("desk", "nobody"):
        page = visit().sign_in(login, "a wrong phrase", status=422)
        assert page.main.count(signin.WRONG) == 2


def test_too_many_wrong_passwords_ask_to_wait(visit):
    visitor = visit()
    for _ in range(10):
        visitor.sign_in("desk", "a wrong phrase", status=422)

    assert visitor.sign_in("desk", status=429).says("Wait 15 minutes")
    reply = visitor.client.post("/signin", data=visitor.get("/signin").form("").values | SIGNS_IN)
    assert 0 < int(reply.headers["Retry-After"]) <= 15 * 60
    assert visit().sign_in("lima").heading == "My day"


def test_signing_out_ends_the_session(visit):
    desk = visit("desk")
    page = desk.get("/")

    assert desk.submit(page, "/signout").heading == "Sign in"
    assert desk.get("/cables").heading == "Sign in"


def test_signing_in_leads_on_to_the_page_that_was_asked_for(visit):
    visitor = visit()
    page = visitor.client.get("/cables?x=1")
    assert page.headers["Location"].endswith("next=/cables?x%3D1")

    form = visitor.get("/signin?next=/cables")
    values = form.form("").values | {"login": "desk", "password": PASSWORD}
    reply = visitor.client.post("/signin?next=/cables", data=values)

    assert reply.headers["Location"] == "/cables"


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "\\/evil", "/x\r\ny", ""]
)
def test_nobody_is_led_to_another_site(visit, target):
    desk = visit("desk")

    reply = desk.client.get("/signin", query_string={"next": target})

    assert reply.headers["Location"] == "/"


def test_a_new_password_ends_every_session(world, visit):
    desk = visit("desk")
    with world.runtime.transaction() as session:
        signin.accounts.set_password(session, 1, "another long phrase", by=world.system["by"])

    assert desk.get("/").heading == "Sign in"


def move_back(world, **epochs: float) -> None:
    """Let every session have begun, or been seen, so many seconds earlier."""
    with world.runtime.transaction() as session:
        values = {name: getattr(SignInSession, name) - seconds for name, seconds in epochs.items()}
        session.execute(update(SignInSession).values(values))


@pytest.mark.parametrize(
    "epochs, is_open",
    [
        ({"seen_epoch": 29 * 60}, True),
        ({"seen_epoch": 31 * 60}, False),
        ({"opened_epoch": 12 * 3600 - 60}, True),
        ({"opened_epoch": 12 * 3600 + 60}, False),
    ],
)
def test_a_session_ends_when_it_was_idle_or_open_for_too_long(world, visit, epochs, is_open):
    desk = visit("desk")

    move_back(world, **epochs)
    page = desk.get("/cables")

    assert (page.heading == "Cables") is is_open
    assert page.says("Your session has ended.") is not is_open


def test_a_page_is_a_sign_of_life(world, visit):
    desk = visit("desk")
    for _ in range(3):
        move_back(world, seen_epoch=20 * 60)
        assert desk.get("/").heading == "My day"


def test_the_cookie_carries_a_token_of_which_a_digest_is_kept(app, world, visit):
    desk = visit("desk")

    with desk.client.session_transaction() as cookie:
        token = cookie["_user_id"]

    with world.runtime.reading() as session:
        kept = session.scalars(select(SignInSession.digest)).one()
    assert len(token) >= 43
    assert kept == hashlib.sha256(token.encode()).hexdigest()
    with desk.client.session_transaction() as cookie:
        cookie["_user_id"] = "1"
    assert desk.get("/").heading == "Sign in"


def test_each_sign_in_has_a_token_of_its_own_and_signing_out_ends_just_that_one(world, visit):
    one, other = visit("desk"), visit("desk")
    copy = {"_user_id": None}
    with one.client.session_transaction() as cookie:
        copy["_user_id"] = cookie["_user_id"]

    one.submit(one.get("/"), "/signout")
    with one.client.session_transaction() as cookie:
        cookie["_user_id"] = copy["_user_id"]  # somebody kept the cookie

    assert one.get("/").heading == "Sign in"
    assert other.get("/").heading == "My day"


def test_an_officer_who_is_switched_off_is_out_at_once(world, visit):
    desk = visit("desk")
    with world.runtime.transaction() as session:
        session.execute(update(Officer).where(Officer.login == "desk").values(is_active=False))

    assert desk.get("/").heading == "Sign in"


def test_a_change_of_rights_ends_every_session(world, visit):
    lima = visit("lima")
    with world.runtime.transaction() as session:
        book, by = world.runtime.installation.book, world.system["by"]
        accounts.grant(session, 2, "reader", by=by, book=book)

    assert lima.get("/").heading == "Sign in"


@pytest.mark.parametrize(
    "forwarded, source",
    [
        (None, "127.0.0.1"),
        ("203.0.113.9", "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9", "203.0.113.9"),  # the first was written by whoever asked
        ("203.0.113.9, 127.0.0.1", "203.0.113.9"),
    ],
)
def test_a_proxy_of_ours_is_believed_about_the_address(make_world, sqlite_url, forwarded, source):
    world = make_world(sqlite_url, proxy_addresses="127.0.0.1")
    visitor = Visitor(site.create_app(world.runtime), site.create_app(world.runtime).test_client())
    visitor.client.environ_base["HTTP_X_FORWARDED_FOR"] = forwarded or ""
    visitor.sign_in("desk", "a wrong phrase", status=422)

    with world.runtime.reading() as session:
        assert session.scalars(select(FailedSignIn.source)).one() == source


def test_a_stranger_is_not_believed_about_the_address(world, visit):
    visitor = visit()
    visitor.client.environ_base |= {"HTTP_X_FORWARDED_FOR": "203.0.113.9", "HTTP_X_REAL_IP": "203.0.113.9"}
    visitor.sign_in("desk", "a wrong phrase", status=422)

    with world.runtime.reading() as session:
        assert session.scalars(select(FailedSignIn.source)).one() == "127.0.0.1"


def test_the_notice_before_sign_in_is_a_setting(make_world, sqlite_url):
    world = make_world(sqlite_url, sign_in_notice="Only for the staff of this house.")

    page = site.create_app(world.runtime).test_client().get("/signin").text

    assert "Only for the staff of this house." in page


def test_permissions_are_words_of_the_domain(app):
    for view in app.view_functions.values():
        wanted = declared(view)
        assert wanted in ("everybody", "signed in") or set(wanted) <= set(Permission)


def test_a_production_server_loads_the_site_of_its_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path))

    app = site.production()

    assert app.test_client().get("/signin").status_code == 200
    runtime_of(app).engine.dispose()
