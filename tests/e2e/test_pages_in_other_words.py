"""Every text of the pages is told in the reader's language: nothing of ours stays English in a made-up one."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from sqlalchemy import select

from tests.bare_texts import SHOWN
from tests.bracketed import CLOSES, OPENS, Bracketed
from tests.e2e.conftest import POSTS, SAMPLES, STAFF
from tests.e2e.inspection import text_of
from tracker import texts
from tracker.services import reminders
from tracker.store.cables import CableRecord, ContactRecord, EventRecord, ProposalRecord
from tracker.store.messages import OutgoingMessage
from tracker.store.places import Unit
from tracker.store.tasks import Task, TaskEvent
from tracker.worker import Worker

TEXTS = [path.read_text(encoding="utf-8") for path in SAMPLES[:3]]
SPILL = TEXTS[0].replace("UNCLAS ", "S E C R E T ").replace("041207", "041299")
WALKS = {
    None: ("/signin", "/forgotten", "/no-such-page"),
    "desk": (
        "/", "/cables", "/cables/1", "/cables/2", "/cables/3", "/cables/3?change=9", "/cables/2/grid",
        "/tasks", "/tasks?state=done", "/tasks/1", "/tasks/2", "/tasks/3", "/tasks/1/reminders",
        "/tasks/3/reminders", "/my-reminders", "/account", "/answers", "/demo/mailbox", "/no-such-page",
    ),
    "lima": ("/", "/tasks", "/tasks/1", "/tasks/1/reminders", "/tasks/2", "/my-reminders"),
    "chief": (
        "/", "/overdue", "/overdue?group=age", "/overdue?owner=0", "/overdue/risk", "/overdue/addresses",
        "/tasks/1", "/letters",
    ),
    "reader": ("/", "/tasks/1"),
    "security": ("/", "/incidents", "/locked"),
    "admin": (
        "/", "/admin", "/admin/people/2", "/admin/people/new", "/admin/people/2/details", "/admin/tree",
        "/health", "/admin/audit", "/account",
    ),
}  # fmt: skip
SILENT = ("script", "style", "pre", "blockquote", "datalist")
WRITTEN_BY_OTHERS = {"cable", "paper", "paragraph", "quote", "head__env", "trail"}  # classes
DAYS = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
PLACES = {
    "Washington",
    "Lima",
    "Amman",
    "Nairobi",
    "Quito",
    "Tallinn",
    "Tokyo",
    "America",
    "Asia",
    "New_York",
    "Kenya",  # countries of the TAGS, whose names stand in a table
    "Peru",
    "Jordan",
    "Poland",
    "Ecuador",
    "Estonia",
    "Japan",
}
NO_WORDS = re.compile(
    rf"\b(?:{DAYS}|[A-Z0-9][A-Z0-9/.-]+|[A-Z])\b|\S+@\S*|\b[a-z]+\.example\b|\b[0-9a-f]{{16,}}\b|[^A-Za-z_’' ]"
)
CABLES = " ".join(" ".join(NO_WORDS.sub(" ", text) for text in TEXTS).lower().split())


@pytest.fixture
def busy(world, visit):
    """Cables read, asks accepted and left out, tasks taken, waiting, done and late, letters gone."""
    world.load(*TEXTS)
    desk, lima = visit("desk"), visit("lima")
    for cable in (1, 2):
        desk.submit(desk.get(f"/cables/{cable}"), "/accept-all")
    desk.submit(desk.get("/cables"), "", text=SPILL, status=422)
    for address, verb in (("/tasks/1", "/take"), ("/tasks/1", "/accept"), ("/tasks/3", "/take")):
        lima.submit(lima.get(address), verb)
    wish = {"more-time-due_on": "2009-05-10", "more-time-note": "ZZZ", "more-time-choice": "keep"}
    lima.submit(lima.get("/tasks/3"), "/more-time", **wish)
    world.set_clock("2009-06-29T14:00:00Z")
    worker = Worker(world.runtime, environ={})
    with world.runtime.transaction() as session:
        reminders.offer(session, world.runtime.now(), world.runtime.installation, write=worker.writer.write)
    return world


@pytest.fixture
def data(busy) -> set[str]:
    """What stands in the database, and in the settings, as somebody wrote it; also what was kept in English."""
    columns = (
        Task.title, ProposalRecord.title, ContactRecord.name, ContactRecord.other, EventRecord.place, Unit.name,
        OutgoingMessage.subject,
    )  # fmt: skip
    with busy.runtime.reading() as session:
        found = [*(value for column in columns for value in session.scalars(select(column)))]
        found += [line for lines in session.scalars(select(Task.due_explained)) for line in lines or ()]
        found += [after.get("said") for after in session.scalars(select(TaskEvent.after)) if after]
    found += [*POSTS, *(word for row in STAFF for word in row)]
    found += [
        "Werkzeug",
        "xx",
        *texts.NAMES.values(),
    ]  # the browser of the tests; languages, each in its own words
    return {bare(piece) for value in found if value for piece in re.split("[“”]", value)}


def test_every_text_that_is_ours_is_told_in_the_language_of_the_reader(app, data, visit, monkeypatch):
    visitors = {login: visit(login) for login in WALKS}
    monkeypatch.setitem(texts.CATALOGUES, "xx", Bracketed())
    monkeypatch.setattr(app, "language", "xx")

    shown = {
        (login, address): tree_of(visitors[login].client.get(address, follow_redirects=True).text)
        for login, addresses in WALKS.items()
        for address in addresses
    }

    assert left_in_english(shown, data) == []
    assert "⟪few: 2 points of contact⟫" in text_of(shown["desk", "/cables/1"])
    assert "⟪few: 3 tasks⟫" in text_of(shown["lima", "/tasks"])
    assert "⟪7 late at 6 posts⟫" in text_of(shown["chief", "/overdue"])


def test_what_a_cable_does_not_say_is_told_so_in_the_language_of_the_reader(app, world, visit, monkeypatch):
    (cable_id, _) = world.load(TEXTS[0], "Report the names by May 5.\n")
    with world.runtime.transaction() as session:
        session.get_one(CableRecord, cable_id).origin = None
    desk = visit("desk")
    monkeypatch.setitem(texts.CATALOGUES, "xx", Bracketed())
    monkeypatch.setattr(app, "language", "xx")

    shown = text_of(tree_of(desk.client.get("/cables").text))

    for words in ("⟪Text 2⟫", "⟪No subject line⟫", "⟪not given⟫ –", "⟪⟪unknown origin⟫ to "):
        assert words in shown


def left_in_english(shown: dict[tuple[str | None, str], Element], data: set[str]) -> list[str]:
    return sorted(
        f"{address} says {words!r}"
        for (_, address), page in shown.items()
        for words in set(unmarked(page))
        if bare(words) not in data and not is_of_a_cable(bare(words))
    )


def tree_of(html: str) -> Element:
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)


def unmarked(page: Element) -> Iterator[str]:
    """Yield what stands on a page outside brackets and has words."""
    depth = 0
    for words in said(page):
        for piece in re.split(f"([{OPENS}{CLOSES}“”])", words):
            depth += (piece in (OPENS, "“")) - (piece in (CLOSES, "”"))
            if depth == 0 and re.search("[A-Za-z]{2}", bare(piece)):
                yield piece.strip()


def said(element: Element) -> Iterator[str]:
    """Yield what is shown or read out of an element, in the order of the page."""
    classes = set((element.get("class") or "").split())
    if element.tag not in SILENT and not classes & WRITTEN_BY_OTHERS:
        yield from (element.get(name, "") for name in SHOWN)
        yield element.text or ""
        for child in element:
            yield from said(child)
    yield element.tail or ""


def bare(words: str) -> str:
    """Return the words without days, numbers, signs, names in capitals, and places."""
    return " ".join(word for word in NO_WORDS.sub(" ", words).split() if word not in PLACES)


def is_of_a_cable(words: str) -> bool:
    return len(words.split()) > 2 and words.lower() in CABLES
