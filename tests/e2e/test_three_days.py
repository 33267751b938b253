"""Three days from sign-in to sign-out: the desk sends, the post does, the manager looks and chases.

With script and without, wide and narrow; every page fits, and passes axe where there is script to run it. Pictures stay in build/screens.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import SAMPLES
from tests.e2e.test_browser import NARROW, WIDE, address, browser, faults, opened  # noqa: F401 - fixtures
from tests.e2e.test_story import follow, world  # noqa: F401 - a fixture
from tracker import worker

pytestmark = pytest.mark.browser
SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"


@dataclass
class Walk:
    """A person's way through the site: each page is tested and kept as a picture."""

    page: Page
    name: str
    has_script: bool
    steps: list[str] = field(default_factory=list)

    def look(self, what: str) -> None:
        """Test the page that is shown, and keep a picture of it."""
        if self.has_script:  # axe waits on timers, which no page has without
            assert faults(self.page) == [], what
        assert self.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, what
        self.steps.append(what)
        path = SCREENS / f"{self.name}-{len(self.steps):02d}-{what}.png"
        self.page.screenshot(path=path, full_page=True)

    def go(self, where: str, what: str) -> None:
        """Press a link or a button, and look at the page it leads to."""
        follow(self.page, where)
        self.look(what)

    def leave(self) -> None:
        """Sign out."""
        follow(self.page, "text=Sign out")
        self.look("signed-out")


@pytest.fixture
def walk(opened):  # noqa: F811 - a fixture
    """Begin a person's walk."""
    SCREENS.mkdir(parents=True, exist_ok=True)

    def begin(login: str, size, script: bool) -> Walk:
        name = f"{login}-{size['width']}-{'script' if script else 'plain'}"
        found = Walk(opened(login, size=size, script=script), name, script)
        found.look("my-day")
        return found

    return begin


def desk_day(one: Walk) -> None:
    one.go("nav >> text=Cables", "cables")
    for number in (0, 1):
        one.page.goto("/cables")
        one.page.fill("#text", SAMPLES[number].read_text(encoding="utf-8"))
        one.go("text=Read the cable", f"review-{number}")
        one.go("button:has-text('Accept all')", f"accepted-{number}")
    one.go("text=Who has done what", "grid")
    expect(one.page.get_by_text("delivered 0 of 5").first).to_be_visible()
    one.leave()


def post_day(one: Walk) -> None:
    expect(one.page.get_by_text("not yet taken at AMEMBASSY LIMA")).to_be_visible()
    for _ in range(3):
        follow(one.page, "button:has-text('Take') >> nth=0")
    one.look("taken")
    one.go("button:has-text('Accept') >> nth=0", "accepted")
    one.page.goto("/tasks/1")
    one.look("task")
    one.page.goto("/tasks")
    one.look("tasks")
    one.leave()


def managers_day(one: Walk) -> None:
    one.go("nav >> text=Overdue", "overdue")
    expect(one.page.get_by_text("7 late at 6 posts; the oldest")).to_be_visible()
    one.go("nav[aria-label='Group the late tasks'] >> text=owner", "by-owner")
    one.page.goto("/overdue")
    one.go("button:has-text('Chase') >> nth=0", "chased")
    expect(one.page.get_by_text("1 task chased; 1 letter to")).to_be_visible()
    for box in one.page.locator("input[name=task]").all()[:3]:
        box.check()
    one.go("button:has-text('Extend')", "extend")
    one.page.fill("#days", "5")
    one.go("text=Show what will happen", "summary")
    one.go("text=Confirm", "extended")
    one.page.goto("/overdue/risk")
    one.look("risk")
    one.page.emulate_media(media="print")
    one.page.goto("/overdue")
    one.look("print")
    one.page.emulate_media(media="screen")
    one.leave()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_three_people_do_their_day(world, walk, size, script):  # noqa: F811 - a fixture
    desk_day(walk("desk", size, script))
    post_day(walk("lima", size, script))
    world.set_clock("2009-05-06T14:00:00Z")
    worker.once(world.runtime)

    managers_day(walk("chief", size, script))
