"""Signing in and out: the cookie, the throttle, and when a session ends."""

import hashlib
from importlib import metadata

import pytest
from sqlalchemy import select, update

from tests.e2e.conftest import PASSWORD, Visitor
from tracker import app as site
from tracker.services import accounts, audit
from tracker.services.audit import Wanted
from tracker.store.people import FailedSignIn, Officer, SignInSession
from tracker.web import frame, signin

SIGNS_IN = {"login": "desk", "password": PASSWORD}


def test_the_session_cookie_is_out_of_reach_of_scripts(visit):
    visitor = visit()
    values = visitor.get("/signin").form("").values | {"login": "desk", "password": PASSWORD}

    cookie = visitor.client.post("/signin", data=values).headers["Set-Cookie"]

    assert cookie.startswith("session=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_once_signed_in_no_page_sends_another_cookie(visit):
    visitor = visit("desk")

    for address in ("/", "/tasks", "/overdue"):
        assert "Set-Cookie" not in visitor.client.get(address).headers


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


def test_too_many_wrong_passwords_ask_to_wait(visit, world):
    visitor = visit()
    for _ in range(10):
        visitor.sign_in("desk", "a wrong phrase", status=422)

    assert visitor.sign_in("desk", status=429).says("Wait 15 minutes")
    reply = visitor.client.post("/signin", data=visitor.get("/signin").form("").values | SIGNS_IN)
    assert 0 < int(reply.headers["Retry-After"]) <= 15 * 60
    assert visit().sign_in("lima").heading == "My day"
    with world.runtime.reading() as session:
        trail = [row.objects for row in audit.entries(session, Wanted(), limit=9) if "name" in row.objects]
    assert [row.get("while locked", "locked") for row in trail] == [2, 1, "locked"]


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
    "target",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\/evil",
        "/x\r\ny",
        "",
        "/\t/evil.example",
        "javascript:x",
        "evil.example",
    ],
)
def test_nobody_is_led_to_another_site(visit, target):
    desk = visit("desk")

    reply = desk.client.get("/signin", query_string={"next": target})

    assert reply.headers["Location"] == "/"


def test_a_new_password_ends_every_session(world, visit):
    desk = visit("desk")
    with world.runtime.transaction() as session:
        accounts.set_password(session, 1, "another long phrase", by=world.system["by"])

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


def test_the_notice_before_sign_in_and_who_helps_are_settings(make_world, sqlite_url):
    world = make_world(
        sqlite_url, sign_in_notice="Only for the staff of this house.", help_contact="desk@help.example"
    )

    page = site.create_app(world.runtime).test_client().get("/signin").text

    assert "Only for the staff of this house." in page
    assert 'Who helps: <a href="mailto:desk@help.example">desk@help.example</a>.' in page
    assert f"Cable tracker {metadata.version('tracker')}." in page


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("", None),
        ("Dana Reyes, 202-555-0101", None),
        ("desk@help.example", "mailto:desk@help.example"),
        ("https://help.example/tracker", "https://help.example/tracker"),
        ("javascript:alert(1)", None),
    ],
)
def test_who_helps_is_a_link_where_it_is_an_address(contact, address):
    assert frame._address_of(contact) == address
