"""Letters against golden files that a person reads; `UPDATE_GOLDEN=1 pytest …` writes them anew."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import html5lib
import icalendar
import pytest

from tracker.adapters.letters import Writer
from tracker.domain.letter import Discretion, Item, Letter, LetterState, Paper, Work, Written
from tracker.domain.reminding import Standing
from tracker.domain.tokens import Purpose
from tracker.settings import Settings

GOLDEN = Path(__file__).parents[2] / "golden" / "letters"
SETTINGS = Settings(
    mail_from="tracker@tracker.example", base_url="https://tracker.example", secret_key="k" * 40
)
WRITTEN_AT = datetime(2008, 8, 1, 13, 0, tzinfo=UTC)
ASK = Item(
    task_id=3,
    deadline_version=1,
    state=LetterState.FIRST,
    reader=Standing.POST,
    is_new=True,
    post="AMEMBASSY LIMA",
    city="Lima",
    title="Report host government's response to the proposed visit",
    cable="STATE 900733",
    source="STATE 900733 of 31 July 2008 (para 4)",
    quote="Embassy is requested to report host government's response to the proposed visit by COB August 6.",
    due_at=datetime(2008, 8, 6, 22, 0, tzinfo=UTC),
    due_zone="America/Lima",
    due="Wednesday 6 August 2008, 17:00 Lima (18:00 Washington)",
    due_short="Wed 6 Aug, COB",
    left="in 3 working days",
    is_late=False,
    days_late=0,
    is_this_week=False,
    coming="Unless it is done, the next letter comes on Tue 5 Aug.",
    acts=(Purpose.ACCEPT, Purpose.DONE),
    contacts=("Ruth Calder, calder@desk.example, 202-555-0110", "Omar Vance, vance@desk.example"),
    papers=(Paper(name="paper-1", text="SUMMARY OF THE WORKSHOP\n\n1. All states are welcome.\n.END\n"),),
)
ANA = "Ana Reyes"
BEFORE = replace(
    ASK, state=LetterState.BEFORE, is_new=False, papers=(), left="in 1 working day", is_this_week=True,
    work=Work(holder=ANA),
)  # fmt: skip
TODAY = replace(
    BEFORE, state=LetterState.TODAY, left="today", work=Work(holder="you", is_accepted=True), acts=(Purpose.DONE,)
)  # fmt: skip
LATE = replace(
    BEFORE, state=LetterState.LATE, left="late by 4 working days", is_late=True, days_late=4, is_this_week=False,
    coming="No further letter comes about this.", work=Work(),
)  # fmt: skip
UNDATED = replace(
    BEFORE, state=LetterState.UNDATED, due_at=None, due=None, due_short=None, left=None, is_this_week=False,
    work=Work(is_accepted=True), acts=(Purpose.DONE,),
)  # fmt: skip
SENSITIVE = replace(ASK, discretion=Discretion.SENSITIVE)
CLOSED = replace(ASK, discretion=Discretion.CLOSED)
SEVERAL = (
    replace(LATE, task_id=1, title="Deliver the attached talking points"),
    replace(TODAY, task_id=2, title="Name a point of contact"),
    ASK,
    replace(UNDATED, task_id=7, title="Encourage endorsement"),
    replace(SENSITIVE, task_id=8, is_new=False, state=LetterState.BEFORE, is_this_week=True),
)
STATES = {
    "not-seen": Work(holder=ANA),
    "accepted": Work(holder=ANA, is_accepted=True),
    "promised": Work(holder=ANA, is_accepted=True, promised="Fri 8 Aug"),
    "waiting": Work(holder=ANA, waits_for="the foreign ministry names a date."),
    "partly": Work(holder=ANA, is_accepted=True, asked=3, done=1),
}


def acts_at(work: Work) -> tuple[Purpose, ...]:
    return (Purpose.DONE,) if work.is_accepted or work.waits_for else (Purpose.ACCEPT, Purpose.DONE)


LETTERS = {
    "first": (ASK,),
    "before": (BEFORE,),
    "today": (TODAY,),
    "late": (LATE,),
    "undated": (UNDATED,),
    "contact": (replace(BEFORE, reader=Standing.CONTACT, acts=()),),
    "sensitive": (SENSITIVE,),
    "sensitive-late": (replace(LATE, discretion=Discretion.SENSITIVE),),
    "closed": (CLOSED,),
    "several": SEVERAL,
    **{f"state-{name}": (replace(BEFORE, work=work, acts=acts_at(work)),) for name, work in STATES.items()},
}


def write(*items: Item, settings: Settings = SETTINGS) -> Written:
    letter = Letter(recipient="lima@posts.example", name="AMEMBASSY LIMA", written_at=WRITTEN_AT, items=items)
    return Writer(settings, new_id=lambda: "0001", bind=None).write(letter)


def parsed(written: Written) -> EmailMessage:
    return message_from_bytes(written.data, EmailMessage, policy=policy.default)


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def as_golden(found: str, name: str) -> None:
    """Compare with the golden file of that name, or write it anew."""
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def as_read(written: Written) -> str:
    """Return a letter as a person reviews it: headers, text, attachments."""
    mail = parsed(written)
    headers = [
        f"{name}: {value}" for name, value in mail.items() if name not in ("Content-Type", "MIME-Version")
    ]
    attached = [
        f"--- attached: {part.get_filename()} ({part.get_content_type()}) ---\n{part.get_content()}"
        if part.get_content_type() == "text/plain"
        else f"--- attached: {part.get_filename()} ({part.get_content_type()}) ---\n"
        + part.get_payload(decode=True).decode().replace("\r\n", "\n")
        for part in mail.iter_attachments()
    ]
    return "\n".join([*headers, "", text_of(mail), *attached]).replace("\r\n", "\n")


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_reads_as_its_golden_file(name: str) -> None:
    written = write(*LETTERS[name])

    as_golden(as_read(written), f"{name}.txt")
    as_golden(text_of(parsed(written), "html").replace("\r\n", "\n"), f"{name}.html")


def test_the_five_states_begin_with_five_different_lines() -> None:
    letters = [write(replace(BEFORE, work=work)) for work in STATES.values()]

    lines = {text_of(parsed(one)).splitlines()[0] for one in letters}

    assert len(lines) == 5


def test_before_today_late_and_undated_begin_differently() -> None:
    letters = [write(item) for item in (ASK, BEFORE, TODAY, LATE, UNDATED)]

    lines = {text_of(parsed(one)).splitlines()[0] for one in letters}

    assert len(lines) == 5


@pytest.mark.parametrize("name", LETTERS)
def test_no_line_is_longer_than_eighty_columns(name: str) -> None:
    text = text_of(parsed(write(*LETTERS[name])))

    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("name", LETTERS)
def test_no_line_ends_in_blanks(name: str) -> None:
    text = text_of(parsed(write(*LETTERS[name])))

    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("name", LETTERS)
def test_the_html_says_what_the_text_says(name: str) -> None:
    mail = parsed(write(*LETTERS[name]))
    html = text_of(mail, "html")
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    shown = "".join(tree.itertext()) + " ".join(link.get("href", "") for link in tree.iter("a"))

    missing = [word for word in text_of(mail).split() if word.rstrip(":") not in shown]

    assert missing in ([], ["--"])


@pytest.mark.parametrize("name", LETTERS)
def test_the_html_is_plain_and_loads_nothing(name: str) -> None:
    html = text_of(parsed(write(*LETTERS[name])), "html")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)

    tree = parser.parse(html)

    loading = [element.tag for element in tree.iter() if element.get("src") or element.get("background")]
    assert [code for _, code, _ in parser.errors] == []
    assert loading == []
    assert {element.tag for element in tree.iter()}.isdisjoint({"script", "link", "img", "form", "iframe"})
    assert "url(" not in html
    assert "@import" not in html


def test_plain_text_comes_before_the_html() -> None:
    mail = parsed(write(BEFORE))

    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_fifty_asks_stay_under_fifty_kilobytes() -> None:
    items = [replace(BEFORE, task_id=n, quote="word " * 2000, title="deliver " * 24) for n in range(1, 51)]

    written = write(*items)

    assert len(written.data) < 50_000
    assert "50. Lima: deliver" in text_of(parsed(written))


def test_more_asks_than_a_letter_holds_are_counted() -> None:
    items = [replace(BEFORE, task_id=n) for n in range(1, 91)]

    assert "And 24 more: https://tracker.example/tasks" in text_of(parsed(write(*items)))


def test_what_a_cable_says_is_not_trusted_as_html() -> None:
    nasty = replace(BEFORE, quote="<script>alert(1)</script> & more", title="<b>bold</b>")

    html = text_of(parsed(write(nasty)), "html")

    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r"])
def test_a_line_break_in_a_title_makes_no_header(break_: str) -> None:
    nasty = replace(BEFORE, title=f"Report{break_}Bcc: everybody@else.example")

    mail = parsed(write(nasty))

    assert mail["Bcc"] is None
    assert "\n" not in str(mail["Subject"])


@pytest.mark.parametrize(
    "address", ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "a b <c@d.example>", "", "@"]
)
def test_an_address_that_is_not_one_makes_no_header(address: str) -> None:
    letter = Letter(recipient=address, name="", written_at=WRITTEN_AT, items=(BEFORE,))

    mail = parsed(Writer(SETTINGS).write(letter))

    assert mail["Bcc"] is None
    assert mail["To"] == "undisclosed-recipients:;"


def test_a_text_beyond_ascii_travels_in_seven_bits() -> None:
    written = write(replace(BEFORE, quote="Señor Muñoz – “agreed”"))

    assert written.data.isascii()
    assert "Señor Muñoz – “agreed”" in text_of(parsed(written))


def test_letters_about_a_task_make_one_thread() -> None:
    roots = {str(parsed(write(item))["References"]) for item in (ASK, BEFORE, LATE)}

    assert roots == {"<task.3.tracker.example@tracker.example>"}


def test_each_letter_has_a_name_of_its_own() -> None:
    letter = Letter(recipient="lima@posts.example", name="", written_at=WRITTEN_AT, items=(BEFORE,))

    names = {Writer(SETTINGS).write(letter).message_id for _ in range(50)}

    assert len(names) == 50


def calendar_of(written: Written) -> icalendar.Calendar:
    parts = parsed(written).iter_attachments()
    entry = next(part for part in parts if part.get_content_type() == "text/calendar")
    assert entry.get_param("method") == "PUBLISH"
    return icalendar.Calendar.from_ical(entry.get_payload(decode=True))


def event_of(written: Written) -> icalendar.Event:
    (event,) = calendar_of(written).walk("VEVENT")
    return event


def test_the_calendar_entry_is_at_the_due_moment_on_the_posts_clock() -> None:
    event = event_of(write(ASK))

    assert event["DTSTART"].dt == ASK.due_at
    assert event["DTSTART"].params["TZID"] == "America/Lima"
    assert event["URL"] == "https://tracker.example/tasks/3"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("America/Mexico_City", -5), ("Asia/Amman", 3), ("Asia/Tokyo", 9), ("Australia/Canberra", 10)],
)
def test_the_calendar_file_explains_its_clock(zone: str, offset: int) -> None:
    calendar = calendar_of(write(replace(ASK, due_zone=zone)))

    (clock,) = calendar.walk("VTIMEZONE")
    start = calendar.walk("VEVENT")[0]["DTSTART"].dt
    by_file = clock.to_tz().utcoffset(start.replace(tzinfo=None))
    assert start.utcoffset() == by_file == timedelta(hours=offset)


def test_a_due_in_universal_time_needs_no_clock() -> None:
    calendar = calendar_of(write(replace(ASK, due_zone="UTC")))

    assert calendar.walk("VTIMEZONE") == []
    assert calendar.walk("VEVENT")[0]["DTSTART"].dt == ASK.due_at


@pytest.mark.parametrize(("left", "before"), [(timedelta(days=3), 24), (timedelta(hours=20), 1)])
def test_the_calendar_entry_rings_before_the_due(left: timedelta, before: int) -> None:
    event = event_of(write(replace(ASK, due_at=WRITTEN_AT + left)))

    (alarm,) = event.walk("VALARM")

    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"].dt == -timedelta(hours=before)


def test_a_changed_due_replaces_the_readers_entry_and_nobody_elses() -> None:
    letter = Letter(recipient="ana@officers.example", name="", written_at=WRITTEN_AT, items=(ASK,))
    first, moved = event_of(write(ASK)), event_of(write(replace(ASK, deadline_version=2)))
    others = event_of(Writer(SETTINGS).write(letter))

    assert first["UID"] == moved["UID"] != others["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)


def test_each_new_ask_of_a_letter_has_its_own_entry() -> None:
    items = [replace(ASK, task_id=1, papers=()), replace(UNDATED, is_new=True), replace(ASK, task_id=2)]

    mail = parsed(write(*items))

    names = [p.get_filename() for p in mail.iter_attachments() if p.get_content_type() == "text/calendar"]
    assert names == ["due-1.ics", "due-2.ics"]
    assert "due-2.ics, an entry for your calendar" in text_of(mail)


def test_a_sensitive_cable_tells_only_number_post_due_and_link() -> None:
    data = write(SENSITIVE).data.decode()

    assert "AMEMBASSY LIMA, STATE 900733" in data
    assert all(words not in data for words in ("requested", "Report host", "Calder", "WORKSHOP", "Reyes"))


def test_papers_that_are_too_long_are_not_attached() -> None:
    long = replace(ASK, papers=(Paper(name="paper-1", text="x " * 150_000),))

    names = [part.get_filename() for part in parsed(write(long)).iter_attachments()]

    assert names == ["due.ics"]


def test_a_long_title_is_cut_and_the_due_stays_in_the_subject() -> None:
    subject = write(replace(BEFORE, title="deliver " * 40)).subject

    assert subject.endswith("deliver ... - due Wed 6 Aug, COB")
