"""Notices against golden files, and whatever their words are, with exactly our headers."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.letter_samples import SETTINGS, WRITTEN_AT, parsed, text_of
from tests.unit.adapters.test_letters import as_golden, as_read
from tracker.adapters.notices import NoticeWriter
from tracker.domain.day_entry import Brought, DayEntry, file_names, in_words
from tracker.domain.notice import Entry, Notice

NAME = "Lima: Report host government's response to the proposed visit"
DECLINED = Notice(
    recipient="dana@desk.example",
    name="Dana Roe",
    subject=f"Declined: {NAME}",
    paragraphs=(
        'Ana Reyes has declined it for AMEMBASSY LIMA: "The consulate has no part in this."',
        "Nobody owns it now. Open it again and give it to somebody, or leave it declined.",
    ),
    entries=(Entry(words=NAME, path="/tasks/3"),),
    tasks=(3,),
    written_at=WRITTEN_AT,
)
WEEKLY = Notice(
    recipient="morgan@desk.example",
    name="Morgan Ives",
    subject="This week: 12 late, 18 due within seven days",
    paragraphs=("Late at 7 posts; the oldest 9 working days.",),
    entries=(
        Entry(words="The overdue page", path="/overdue"),
        Entry(words="8 late by 1-5 working days", path="/overdue?age=1-5"),
        Entry(words="4 late by 6-10 working days", path="/overdue?age=6-10"),
        Entry(words="AMEMBASSY LIMA: 3 late, the oldest 9 working days", path="/overdue?post=1"),
    ),
    written_at=WRITTEN_AT,
)
BOOKED = Notice(
    recipient="lima@posts.example",
    name="AMEMBASSY LIMA",
    subject="Booked: 1 of 2 lines of your reply",
    paragraphs=(
        f"2. {NAME}: an answer is promised for Friday 8 August 2008.",
        (
            'Is that wrong? Another day in a reply takes the place of this one; "Take the promise back" is on its page. '
            "Without an account, write to Dana Roe, dana@desk.example."
        ),
        (
            'Not booked: 1. "done" - Say what came of it: DONE agreed, DONE refused, DONE delivered, DONE reported, '
            "DONE no answer, DONE overtaken, or DONE other. More words may follow after a dash."
        ),
        "Nothing was changed for that. To try again, reply to this letter with those lines alone, each with its number.",
    ),
    entries=(
        Entry(words="2. The task's page", path="/tasks/3"),
        Entry(words="1. Lima: Name a point of contact", path="/tasks/4"),
    ),
    tasks=(3, 4),
    written_at=WRITTEN_AT,
    reply_to="task+token@replies.example",
    answers="<2.a@posts.example>",
)
MOVED_ENTRY = DayEntry(
    task_id=3,
    version=4,
    summary=f"Due: {NAME}",
    due_at=datetime(2008, 8, 13, 22, 0, tzinfo=UTC),
    due_zone="America/Lima",
    source="STATE 900733 of 31 July 2008 (para 4)",
    place="AMEMBASSY LIMA",
)
MOVED = Notice(
    recipient="ana@officers.example",
    name="Ana Reyes",
    subject=f"Due day changed: {NAME}",
    paragraphs=("Dana Roe has set the due day to Wednesday 13 August 2008, COB.", in_words([MOVED_ENTRY])),
    entries=(Entry(words=NAME, path="/tasks/3"),),
    tasks=(3,),
    dated=(MOVED_ENTRY,),
    written_at=WRITTEN_AT,
)
WITHDRAWN = replace(
    MOVED,
    subject=f"No longer asked: {NAME}",
    paragraphs=("Dana Roe has taken it back.", in_words([replace(MOVED_ENTRY, brought=Brought.WITHDRAWN)])),
    dated=(replace(MOVED_ENTRY, version=5, brought=Brought.WITHDRAWN),),
)
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
    "X-Auto-Response-Suppress", "List-Id", "MIME-Version", "Content-Type",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("notice", DECLINED),
        ("weekly", WEEKLY),
        ("booked", BOOKED),
        ("moved", MOVED),
        ("withdrawn", WITHDRAWN),
    ],
)
def test_a_notice_reads_as_its_golden_file(name: str, notice: Notice) -> None:
    written = NoticeWriter(SETTINGS, new_id=lambda: "0001").write(notice)

    as_golden(as_read(written), f"{name}.txt")
    as_golden(text_of(parsed(written), "html").replace("\r\n", "\n"), f"{name}.html")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
def test_no_words_of_a_notice_reach_the_headers(subject: str, paragraph: str, words: str) -> None:
    notice = replace(
        DECLINED, subject=subject, paragraphs=(paragraph,), entries=(Entry(words=words, path="/tasks/3"),)
    )

    written = NoticeWriter(SETTINGS).write(notice)

    mail = parsed(written)
    assert list(mail.keys()) == HEADERS
    assert [address.addr_spec for address in mail["To"].addresses] == ["dana@desk.example"]
    assert mail["Subject"] == written.subject
    assert mail.defects == []
    assert written.data.isascii()
    assert max(map(len, text_of(mail).splitlines())) <= 80


def test_what_withdraws_an_entry_names_it_and_comes_after_it() -> None:
    writer = NoticeWriter(SETTINGS)

    (put, away) = (_event(writer.write(one).data) for one in (MOVED, WITHDRAWN))

    assert put["UID"] == away["UID"]
    assert put["ORGANIZER"] == away["ORGANIZER"] == "mailto:tracker@tracker.example"
    assert (put["SEQUENCE"], away["SEQUENCE"]) == (3, 4)
    assert (put["DTSTART"].dt, away["DTSTART"].dt) == (MOVED_ENTRY.due_at, MOVED_ENTRY.due_at)
    assert ("STATUS" in put, away["STATUS"]) == (False, "CANCELLED")
    assert away.walk("VALARM") == []


def test_an_entry_whose_day_was_taken_away_is_withdrawn_without_one() -> None:
    gone = replace(WITHDRAWN, dated=(replace(WITHDRAWN.dated[0], due_at=None),))

    assert "DTSTART" not in _event(NoticeWriter(SETTINGS).write(gone).data)


@pytest.mark.parametrize(
    ("brought", "names", "words"),
    [
        ([], (), ""),
        (["put"], ("due.ics",), "The attached due.ics puts this due day into your calendar, in place of any earlier entry."),
        (["withdrawn"], ("withdrawn.ics",), "The attached withdrawn.ics takes its entry out of your calendar."),
        (
            ["put", "withdrawn", "put"],
            ("due-1.ics", "withdrawn-2.ics", "due-3.ics"),
            (
                "The 2 files named due put these due days into your calendar, in place of any earlier entries. "
                "The attached withdrawn-2.ics takes its entry out of your calendar."
            ),
        ),
    ],
)  # fmt: skip
def test_a_letter_says_what_its_files_do_to_the_calendar(
    brought: list[str], names: tuple[str, ...], words: str
) -> None:
    entries = [replace(MOVED_ENTRY, brought=Brought(one)) for one in brought]

    assert (file_names(entries), in_words(entries)) == (names, words)


def _event(data: bytes) -> icalendar.Event:
    mail = message_from_bytes(data, policy=policy.SMTP)
    (part,) = mail.iter_attachments()
    calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    assert part.get_param("method") == calendar["METHOD"]
    (event,) = calendar.walk("VEVENT")
    return event
