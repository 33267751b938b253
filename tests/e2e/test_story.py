"""The main job, end to end: paste, accept by key, task, reminder in the mailbox, done, the overdue list."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import SAMPLES
from tests.e2e.test_browser import NARROW, WIDE, address, browser, opened  # noqa: F401 - fixtures
from tracker import worker
from tracker.adapters.sink import Sink

pytestmark = pytest.mark.browser
LIMA = SAMPLES[0].read_text(encoding="utf-8")


@pytest.fixture
def world(make_world, sqlite_url, tmp_path) -> Iterator[object]:
    """An installation whose letters go to the demonstration's mailbox."""
    sink = Sink("127.0.0.1", 0, tmp_path / "home" / "mailbox")
    sink.start()
    yield make_world(sqlite_url, smtp_url=sink.url)
    sink.stop()


def to_the_next_reminder(page: Page, world) -> None:
    page.click("text=To the next reminder")
    page.wait_for_load_state()
    worker.once(world.runtime)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_a_cables_text_to_a_reminder_in_a_mailbox(world, opened, size, script):  # noqa: F811 - a fixture
    page = opened(size=size, script=script)

    page.click("nav >> text=Cables")
    page.fill("#text", LIMA)
    page.click("text=Read the cable")
    assert page.locator("h1").inner_text().startswith("STATE 041207")
    assert page.locator("mark.ev--ask").first.is_visible()
    _accept_three(page, script)
    assert page.get_by_text("All 3 asks decided").is_visible()

    page.click("text=Task 3: AMEMBASSY LIMA")
    assert page.get_by_text("Thursday 30 April 2009, 17:00 Lima (18:00 Washington)").first.is_visible()
    to_the_next_reminder(page, world)
    page.click("text=Mailbox")
    page.click("main table a >> nth=0")
    letter = page.locator("pre").inner_text()
    assert "host government's response" in " ".join(letter.split())
    assert "17:00 Lima (18:00 Washington)" in " ".join(letter.split())

    page.goto("/tasks/1")
    page.check("text=agreed: the host government said yes")
    page.click("text=Mark as done")
    assert page.get_by_role("heading", name="This task is done: agreed").is_visible()

    world.set_clock("2009-05-04T12:00:00Z")
    worker.once(world.runtime)
    page.click("nav >> text=Overdue")
    assert page.get_by_text("1 late at 1 post; the oldest 1 working day.").is_visible()
    row = page.locator("tbody tr").last.inner_text()
    assert "lima@posts.example" in row
    assert "Report the host government" in row


def _accept_three(page: Page, script: bool) -> None:
    for n in (1, 2, 3):
        if script:
            page.wait_for_function(f"document.activeElement.id == 'ask-{n}'")
            page.keyboard.press("a")
            page.wait_for_url("**#as*")
            page.wait_for_selector(f"#ask-{n} >> text=accepted")
        else:
            page.click(f"#ask-{n} button:has-text('Accept')")
