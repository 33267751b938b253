"""The pages in a real Chromium: axe on each, keys, narrow screens, zoom and print."""

import re
import threading
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from sqlalchemy import select
from werkzeug.serving import make_server

from tests.e2e.conftest import PASSWORD
from tests.e2e.test_pages_reminders import say
from tests.work_world import cable
from tracker.adapters.notices import NoticeWriter
from tracker.services import notices, password_links, review
from tracker.store.messages import OutgoingMessage

pytestmark = pytest.mark.browser
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
MOST_KEYS = 8  # for a cable of three asks
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
ADDRESSES = (
    "/",
    "/cables",
    "/cables/1",
    "/cables/1?change=3",
    "/cables/2",
    "/cables/2/grid",
    "/tasks",
    "/tasks/3",
    "/overdue",
    "/health",
    "/demo/mailbox",
    "/nowhere",
)

ADMIN = ("/admin", "/admin/people/new", "/admin/people/1", "/admin/tree", "/admin/audit")


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    """A Chromium for the tests of this file."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def address(app) -> Iterator[str]:
    """The site, served on a free port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def opened(browser, address):
    """Open the site in a fresh window as an officer; every complaint of the browser fails the test."""
    complaints: list[str] = []
    windows = []

    def start(login: str = "desk", *, size: dict[str, int] = WIDE, script: bool = True) -> Page:
        window = browser.new_context(viewport=size, java_script_enabled=script, base_url=address)
        windows.append(window)
        page = window.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if _is_complaint(m) else None)
        page.goto("/signin")
        page.fill("#login", login)
        page.fill("#password", PASSWORD)
        page.press("#password", "Enter")
        page.wait_for_url("**/")
        return page

    yield start
    for window in windows:
        window.close()
    assert complaints == []


def _is_complaint(message) -> bool:
    return (
        message.type in ("error", "warning") and "the server responded with a status of 4" not in message.text
    )


@pytest.fixture
def busy(world, visit):
    """Samples read, two cables decided, and a week gone by."""
    world.load()
    desk = visit("desk")
    desk.submit(desk.get("/cables/2"), "/accept-all")
    page = desk.get("/cables/1")
    for n in (1, 2):
        page = desk.submit(page, f"/proposals/{n}/accept")
    world.set_clock("2009-05-06T14:00:00Z")
    return world


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{f['id']}: {f['nodes'][0]['html'][:200]}" for f in found]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_page_is_accessible_and_fits_the_screen(busy, opened, size):
    page = opened(size=size)

    for address in ADDRESSES:
        page.goto(address)
        assert faults(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address


@pytest.mark.parametrize("path", ["/signin", "/forgotten"])
def test_the_pages_before_signing_in_are_accessible(browser, address, path):
    window = browser.new_context(base_url=address)
    page = window.new_page()

    page.goto(path)

    assert faults(page) == []
    window.close()


def test_an_invited_officer_comes_in_by_the_link(world, browser, address):
    with world.runtime.transaction() as session:
        password_links.invite(session, 2, **world.system)
        write = NoticeWriter(world.runtime.settings).write
        notices.write_out(session, world.runtime.now(), world.runtime.installation, write=write)
        body = session.scalars(select(OutgoingMessage.body)).one()
    link = re.search(r"/welcome/[\w-]+", body.replace(b"=\r\n", b"").decode()).group()
    window = browser.new_context(base_url=address)
    page = window.new_page()

    page.goto(link)
    assert faults(page) == []
    page.fill("#password", "seven herons over the lake")
    page.fill("#again", "seven herons over the lake")
    page.click("button:has-text('Set the password')")
    page.wait_for_url("**/signin")

    expect(page.get_by_text("Your password is set.")).to_be_visible()
    window.close()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_administrators_pages_are_accessible_and_fit(opened, size):
    page = opened("admin", size=size)
    for path in (*ADMIN, "/account"):
        page.goto(path)
        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_what_has_the_focus_is_not_hidden_behind_the_bar(busy, opened):
    page = opened("chief", size={"width": 1280, "height": 500})
    page.goto("/overdue")
    shows = "e => { const r = e.getBoundingClientRect(); return document.elementFromPoint(r.x + 5, r.y + 5) === e }"

    for box in page.locator(".late-table .pick input").all():
        box.focus()
        assert box.evaluate(shows), box.get_attribute("aria-label")


def test_a_cable_runs_on_where_the_screen_is_narrower_than_its_sheet(busy, opened):
    wide, narrow = opened(), opened(size=NARROW)

    for page in (wide, narrow):
        page.goto("/cables/1")
    broken = "[...document.querySelectorAll('.soft')].map(e => getComputedStyle(e).whiteSpaceCollapse || getComputedStyle(e).whiteSpace)"

    assert set(wide.evaluate(broken)) == {"preserve"}
    assert set(narrow.evaluate(broken)) == {"collapse"}


def test_at_twice_the_size_nothing_is_cut(busy, opened):
    page = opened(size={"width": 640, "height": 450})  # what 200 % leaves of 1280 by 900

    for address in ADDRESSES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address


def test_an_ask_is_accepted_left_out_and_changed_by_one_key_each(world, opened):
    world.load()
    page = opened()
    page.goto("/cables/1")
    assert page.evaluate("document.activeElement.id") == "ask-1"

    page.keyboard.press("a")
    page.wait_for_url("**/cables/1#ask-2")
    page.keyboard.press("x")
    page.wait_for_url("**/cables/1#ask-3")
    page.keyboard.press("e")
    page.wait_for_url("**change=3**")

    assert page.get_by_label("What is asked").input_value() == "Report the host government's response"


def test_a_cable_is_confirmed_with_few_keys_and_nothing_is_mailed_before(world, opened):
    world.load()
    page = opened()
    page.goto("/cables/1")
    pressed = 0

    for left in ("2 asks to decide", "1 ask to decide", "All 3 asks decided"):
        with world.runtime.reading() as session:
            assert session.scalars(select(OutgoingMessage.id)).first() is None
        page.wait_for_function("document.activeElement.id.startsWith('ask-')")
        page.keyboard.press("a")
        pressed += 1
        expect(page.get_by_role("heading", name=left)).to_be_visible()

    assert pressed <= MOST_KEYS


def test_keys_do_nothing_while_a_person_writes(world, opened):
    world.load()
    page = opened()
    page.goto("/cables/1?change=3")

    page.get_by_label("What is asked").fill("")
    page.keyboard.type("axe")

    assert page.get_by_label("What is asked").input_value() == "axe"
    assert "change=3" in page.url


def test_next_and_previous_move_between_the_asks_and_the_text_follows(world, opened):
    world.load()
    page = opened()
    page.goto("/cables/1")

    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "ask-3"
    page.keyboard.press("k")

    assert page.evaluate("document.activeElement.id") == "ask-2"
    assert page.locator("#text-2").is_visible()


def test_errors_take_the_focus(world, opened):
    page = opened()
    page.goto("/cables")

    page.click("text=Read the cable")

    assert page.evaluate("document.activeElement.id") == "errors"


def test_a_printed_page_leaves_out_what_is_for_the_screen(busy, opened):
    page = opened()
    page.goto("/overdue")

    page.emulate_media(media="print")

    assert not page.locator(".head").is_visible()
    assert page.locator("table").first.is_visible()


def test_the_overdue_page_and_the_grid_print_on_one_sheet_without_cut_columns(busy, opened):
    page = opened("chief")

    for address in ("/overdue", "/cables/2/grid"):
        assert_one_sheet(page, address)


def test_a_task_prints_on_two_sheets_with_its_folded_parts(busy, opened):
    page = opened("chief")
    page.goto("/tasks/8")

    page.emulate_media(media="print")

    for words in ("How that was read", "later letter"):
        folded = page.locator("details.told", has_text=words)
        assert folded.locator("li, td").first.is_visible(), words
    assert not page.locator("details:not(.told):visible, button:visible, input:visible").count()
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper).count(b"/Type /Page\n") <= 2, paper


def test_of_a_long_plan_the_next_letters_print_and_how_many_more_there_are(busy, visit, opened):
    say(visit("desk"), 8, "policy", after="1", after_every="1", after_at_most="40")
    page = opened("chief")
    page.goto("/tasks/8")
    later = page.locator("details.told", has_text="later letter")
    all_of_them = later.locator("tbody tr").count()

    page.emulate_media(media="print")

    assert all_of_them > 30
    assert later.locator("tbody tr:visible").count() == 8
    assert f"and {all_of_them - 8} more until " in later.inner_text()
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_sixty_posts_print_on_one_sheet(world, opened):
    sixty = [post.designator for post in world.runtime.installation.book if post.kind == "embassy"][:60]
    (great,) = world.load(cable(to=tuple(sixty)))
    with world.runtime.transaction() as session:
        review.accept_all(session, great, **world.system)

    assert_one_sheet(opened("chief"), f"/cables/{great}/grid")


def assert_one_sheet(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # what 12 mm margins leave of A4
    assert page.locator("table").last.is_visible(), address
    assert not page.locator("button:visible, input:visible, nav:visible").count(), address
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
    tables = "[...document.querySelectorAll('.table')].every(box => box.scrollWidth <= box.clientWidth)"
    assert page.evaluate(tables), address
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper).count(b"/Type /Page\n") == 1, (address, paper)
