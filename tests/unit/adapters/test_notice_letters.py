"""Notices against golden files, and whatever their words are, with exactly our headers."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.letter_samples import SETTINGS, WRITTEN_AT, parsed, text_of
from tests.unit.adapters.test_letters import as_golden, as_read
from tracker.adapters.notices import NoticeWriter
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
    paragraphs=(
        "12 late at 7 posts; the oldest 9 working days. 18 more due this week.",
        "By working days late, 1-5: 8; 6-10: 4.",
    ),
    entries=(
        Entry(words="The overdue page", path="/overdue"),
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
        Entry(words=NAME, path="/tasks/3"),
        Entry(words="Lima: Name a point of contact", path="/tasks/4"),
    ),
    tasks=(3, 4),
    written_at=WRITTEN_AT,
    reply_to="task+token@replies.example",
    answers="<2.a@posts.example>",
)
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
    "X-Auto-Response-Suppress", "List-Id", "MIME-Version", "Content-Type",
]  # fmt: skip


@pytest.mark.parametrize(("name", "notice"), [("notice", DECLINED), ("weekly", WEEKLY), ("booked", BOOKED)])
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
