"""Letters against golden files that a person reads; `UPDATE_GOLDEN=1 pytest …` writes them anew."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest

from tracker.adapters.letters import Writer
from tracker.domain.letter import Item, Letter, LetterState, Paper, Written
from tracker.settings import Settings

GOLDEN = Path(__file__).parents[2] / "golden" / "letters"
SETTINGS = Settings(mail_from="tracker@tracker.example", base_url="https://tracker.example")
WRITTEN_AT = datetime(2008, 8, 1, 13, 0, tzinfo=UTC)
ASK = Item(
    task_id=3,
    state=LetterState.FIRST,
    is_sensitive=False,
    is_new=True,
    post="AMEMBASSY LIMA",
    city="Lima",
    title="Report host government's response to the proposed visit",
    cable="STATE 900733",
    source="STATE 900733 of 31 July 2008 (para 4)",
    quote="Embassy is requested to report host government's response to the proposed visit by COB August 6.",
    due_at=datetime(2008, 8, 6, 22, 0, tzinfo=UTC),
    due="Wednesday 6 August 2008, 17:00 Lima (18:00 Washington)",
    due_short="Wed 6 Aug, COB",
    left="in 3 working days",
    is_late=False,
    days_late=0,
    is_this_week=False,
    holder="nobody has taken it yet",
    coming="Unless it is done, the next letter comes on Tue 5 Aug.",
    contacts=("Ruth Calder, calder@desk.example, 202-555-0110", "Omar Vance, vance@desk.example"),
    papers=(Paper(name="paper-1.txt", text="SUMMARY OF THE WORKSHOP\n\n1. All states are welcome.\n.END\n"),),
)
BEFORE = replace(
    ASK, state=LetterState.BEFORE, is_new=False, papers=(), left="in 1 working day", is_this_week=True,
    holder="Ana Reyes, who has accepted it",
)  # fmt: skip
TODAY = replace(
    BEFORE, state=LetterState.TODAY, left="today", holder="Ana Reyes, who waits for somebody else"
)
LATE = replace(
    BEFORE, state=LetterState.LATE, left="late by 4 working days", is_late=True, days_late=4, is_this_week=False,
    coming="No further letter comes about this.",
)  # fmt: skip
UNDATED = replace(
    BEFORE, state=LetterState.UNDATED, due_at=None, due=None, due_short=None, left=None, is_this_week=False
)
SENSITIVE = replace(ASK, is_sensitive=True)
SEVERAL = (
    replace(LATE, task_id=1, title="Deliver the attached talking points"),
    replace(TODAY, task_id=2, title="Name a point of contact"),
    ASK,
    replace(UNDATED, task_id=7, title="Encourage endorsement"),
    replace(SENSITIVE, task_id=8, is_new=False, state=LetterState.BEFORE, is_this_week=True),
)
LETTERS = {
    "first": (ASK,),
    "before": (BEFORE,),
    "today": (TODAY,),
    "late": (LATE,),
    "undated": (UNDATED,),
    "sensitive": (SENSITIVE,),
    "several": SEVERAL,
}


def write(*items: Item, settings: Settings = SETTINGS) -> Written:
    letter = Letter(recipient="lima@posts.example", name="AMEMBASSY LIMA", written_at=WRITTEN_AT, items=items)
    return Writer(settings, new_id=lambda: "0001").write(letter)


def parsed(written: Written) -> EmailMessage:
    return message_from_bytes(written.data, EmailMessage, policy=policy.default)


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


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
    golden = GOLDEN / f"{name}.txt"

    found = as_read(write(*LETTERS[name]))

    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_the_five_states_begin_with_five_different_lines() -> None:
    letters = [write(item) for item in (ASK, BEFORE, TODAY, LATE, UNDATED)]

    lines = {text_of(parsed(one)).splitlines()[0] for one in letters}

    assert len(lines) == 5


@pytest.mark.parametrize("name", LETTERS)
def test_no_line_is_longer_than_eighty_columns(name: str) -> None:
    text = text_of(parsed(write(*LETTERS[name])))

    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("name", LETTERS)
def test_the_html_says_what_the_text_says(name: str) -> None:
    mail = parsed(write(*LETTERS[name]))

    html = text_of(mail, "html")

    assert LETTERS[name][0].post in html
    assert f'href="https://tracker.example/tasks/{LETTERS[name][0].task_id}"' in html
    assert "<style" not in html  # all rules are inlined
    assert "<script" not in html


def test_plain_text_comes_before_the_html() -> None:
    mail = parsed(write(BEFORE))

    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_sixty_asks_stay_under_fifty_kilobytes() -> None:
    items = [replace(BEFORE, task_id=n, quote="word " * 2000) for n in range(1, 61)]

    written = write(*items)

    assert len(written.data) < 50_000
    assert "And 22 more: https://tracker.example/tasks" in text_of(parsed(written))


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


def test_a_line_break_in_an_address_is_refused() -> None:
    letter = Letter(
        recipient="a@b.example\r\nBcc: c@d.example", name="", written_at=WRITTEN_AT, items=(BEFORE,)
    )

    with pytest.raises(ValueError, match=r"linefeed|CR|newline|header"):
        Writer(SETTINGS).write(letter)


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


def test_the_calendar_entry_is_at_the_due_moment() -> None:
    mail = parsed(write(ASK))

    entry = next(part for part in mail.iter_attachments() if part.get_content_type() == "text/calendar")
    event = icalendar.Calendar.from_ical(entry.get_payload(decode=True)).walk("VEVENT")[0]

    assert event["DTSTART"].dt == ASK.due_at
    assert str(event["UID"]) == "task.3.tracker.example@tracker.example"


def test_a_sensitive_cable_tells_only_number_post_due_and_link() -> None:
    data = write(SENSITIVE).data.decode()

    assert "AMEMBASSY LIMA, STATE 900733" in data
    assert all(words not in data for words in ("requested", "Report host", "Calder", "WORKSHOP", "Reyes"))


def test_papers_that_are_too_long_are_not_attached() -> None:
    long = replace(ASK, papers=(Paper(name="paper-1.txt", text="x " * 150_000),))

    names = [part.get_filename() for part in parsed(write(long)).iter_attachments()]

    assert names == ["due.ics"]


def test_a_long_title_is_cut_and_the_due_stays_in_the_subject() -> None:
    subject = write(replace(BEFORE, title="deliver " * 40)).subject

    assert subject.endswith("deliver ... - due Wed 6 Aug, COB")
