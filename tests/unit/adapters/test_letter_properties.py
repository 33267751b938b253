"""Whatever a cable says, a letter has exactly our headers, one recipient, and reads as it was written."""

from dataclasses import replace
from email.header import decode_header, make_header

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.letter_samples import ASK, SETTINGS, WRITTEN_AT, parsed, text_of
from tracker.adapters import letter_text
from tracker.adapters.letters import Writer
from tracker.domain.letter import Letter, Paper, plain
from tracker.domain.letter_lines import asked

HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
    "X-Auto-Response-Suppress", "List-Id", "MIME-Version", "Content-Type",
]  # fmt: skip
NASTY = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        [
            "x\r\nBcc: everybody@else.example\r\n\r\nbody",
            "=?utf-8?q?=0D=0ABcc=3A_a=40b=2Eexample?=",
            "\x00\x1b[31m\u202egnp",
            "w" * 1200,
            "é" * 1200,
            "\r.\r",
            "word\u2028Bcc: a@b.example",
            "<script>alert('&')</script>",
            "{{ 7 * 7 }} {% raw %}",
        ]
    ),
)


def letter_of(**values: object) -> Letter:
    item = replace(ASK, **values)
    return Letter(recipient="lima@posts.example", name="", written_at=WRITTEN_AT, items=(item,))


@settings(max_examples=25, deadline=None)
@given(NASTY, NASTY, NASTY, NASTY, NASTY)
def test_no_words_of_a_cable_reach_the_headers(title, name, quote, contact, text):
    paper = Paper(name=name, text=text)
    letter = letter_of(
        title=title, cable=name, source=name, quote=quote, contacts=(contact,), papers=(paper,)
    )

    written = Writer(SETTINGS, bind=None).write(letter)

    mail = parsed(written)
    assert list(mail.keys()) == HEADERS
    assert [a.addr_spec for a in mail["To"].addresses] == ["lima@posts.example"]
    assert mail["Subject"] == written.subject
    assert mail.defects == []
    assert all(len(line) <= 998 for line in written.data.split(b"\r\n"))
    assert written.data.isascii()
    assert b"\n" not in written.data.replace(b"\r\n", b"")
    assert b"\r" not in written.data.replace(b"\r\n", b"")
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert all(name.isascii() and name.replace(".", "").replace("-", "").isalnum() for name in names)


@settings(max_examples=25, deadline=None)
@given(NASTY, NASTY)
def test_both_parts_say_the_words_as_they_were_written(source, quote):
    mail = parsed(Writer(SETTINGS, bind=None).write(letter_of(source=source, quote=quote)))
    said = asked(replace(ASK, source=source)).split()

    text, html = text_of(mail), text_of(mail, "html")

    assert "".join(said) in "".join(text.split())
    assert max(map(len, text.splitlines())) <= 80
    assert "<script>" not in html
    assert "\x00" not in text + html


@given(NASTY)
def test_a_subject_is_read_back_as_it_was(words):
    subject = plain(words)

    header = letter_text.folded_subject(subject)

    lines = header.removesuffix("\r\n").split("\r\n")
    assert all(len(line) <= 78 for line in lines)
    assert all(line.startswith(" ") and line.strip() for line in lines[1:])
    unfolded = header.removeprefix("Subject:").replace("\r\n", "").removeprefix(" ")
    assert str(make_header(decode_header(unfolded))) == subject


def test_a_subject_that_just_fits_stays_beside_its_name():
    for length in range(50, 140):
        header = letter_text.folded_subject(("word " * 40)[:length].strip())

        assert header.startswith("Subject: word")
