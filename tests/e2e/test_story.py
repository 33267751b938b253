"""The main job, end to end: paste, accept by key, task, reminder in the mailbox, done, the overdue list."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

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


def follow(page: Page, what: str) -> None:
    """Press a link or a button and be on the page it leads to: a click alone returns while it is on its way."""
    with page.expect_navigation():
        page.click(what)


def to_the_next_reminder(page: Page, world) -> None:
    follow(page, "text=To the next reminder")
    worker.once(world.runtime)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_a_cables_text_to_a_reminder_in_a_mailbox(world, opened, size, script):  # noqa: F811 - a fixture
    page = opened(size=size, script=script)

    follow(page, "nav >> text=Cables")
    page.fill("#text", LIMA)
    follow(page, "text=Read the cable")
    assert page.locator("h1").inner_text().startswith("STATE 041207")
    expect(page.locator("mark.ev--ask").first).to_be_visible()
    _accept_three(page, script)
    expect(page.get_by_text("All 3 asks decided")).to_be_visible()

    follow(page, "text=Task 3: AMEMBASSY LIMA")
    expect(page.get_by_text("Thursday 30 April 2009, 17:00 Lima (18:00 Washington)").first).to_be_visible()
    to_the_next_reminder(page, world)
    follow(page, "text=Mailbox")
    follow(page, "main table a >> nth=0")
    letter = page.locator("pre").inner_text()
    assert "host government's response" in " ".join(letter.split())
    assert "17:00 Lima (18:00 Washington)" in " ".join(letter.split())

    page.goto("/tasks/1")
    page.click("summary:text-is('Done')")
    page.check("text=agreed: the host government said yes")
    page.fill("#done-note", "The ministry agrees to 25 May.")
    follow(page, "text=Mark as done")
    expect(page.get_by_role("heading", name="This task is done: agreed")).to_be_visible()

    world.set_clock("2009-05-04T12:00:00Z")
    worker.once(world.runtime)
    follow(page, "nav >> text=Overdue")
    expect(page.get_by_text("1 late at 1 post; the oldest 1 working day.")).to_be_visible()
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
            follow(page, f"#ask-{n} button:has-text('Accept')")
