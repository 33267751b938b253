"""Mail that arrives, read under limits: what it is, and what is too much."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import reports
from tracker.adapters import incoming
from tracker.adapters.incoming import House, Unreadable
from tracker.domain.bounces import IncomingKind, Report

NESTED = b"".join(
    b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(2000)
)


@pytest.mark.parametrize(
    "data, kind, report",
    [
        (reports.report(), IncomingKind.REPORT, Report(action="failed", words="550 5.1.1 no such user")),
        (reports.report(said=""), IncomingKind.REPORT, Report(action="failed", words="5.1.1")),
        (reports.report("delayed"), IncomingKind.REPORT, Report(action="delayed", words="550 5.1.1 no such user")),
        (reports.vacation(), IncomingKind.AUTOMATIC, None),
        (b"Precedence: bulk\r\n\r\nx", IncomingKind.AUTOMATIC, None),
        (b"X-Autoreply: yes\r\n\r\nx", IncomingKind.AUTOMATIC, None),
        (reports.mail(), IncomingKind.OTHER, None),
        (b"Auto-Submitted: no\r\n\r\nx", IncomingKind.OTHER, None),
    ],
)  # fmt: skip
def test_each_mail_is_known_for_what_it_is(data: bytes, kind: IncomingKind, report: Report | None) -> None:
    found = incoming.read(data, "lima@posts.example")

    assert (found.kind, found.report) == (kind, report)


def test_a_mail_from_nobody_is_automatic() -> None:
    assert incoming.read(b"\r\nx", "").kind is IncomingKind.AUTOMATIC


def test_a_report_that_names_nobody_says_nothing_of_the_letter() -> None:
    data = reports.report().replace(b"Action: failed\r\n", b"")

    assert incoming.read(data).report == Report(action="unknown", words="the report names no recipient")


def test_a_status_outside_a_report_is_no_report() -> None:
    data = reports.report().replace(b"multipart/report", b"multipart/mixed")

    assert incoming.read(data).report is None


def test_text_is_read_from_every_part_and_what_is_no_text_is_said() -> None:
    head = b'Subject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    parts = b"--b\r\n\r\none\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b\r\n\r\ntwo\r\n--b--\r\n"

    found = incoming.read(head + parts, "a@b.example")

    assert "one" in found.text
    assert "two" in found.text
    assert found.has_more


@pytest.mark.parametrize(
    "data",
    [
        b"x" * (incoming.LARGEST + 1),
        b"Subject: " + b"x" * incoming.LARGEST_HEADER + b"\r\n\r\nx",
        b"\r\n" + b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * (incoming.MOST_PARTS + 1),
        NESTED,
        b"\r\n" + b"x" * (incoming.LONGEST_TEXT + 1),
        b"Content-Type: text/plain; charset=no-such\r\n\r\nx",
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\nx\r\n" * 200,
    ],
    ids=["size", "header", "parts", "depth", "text", "charset", "unnamed parts"],
)
def test_what_passes_a_limit_is_not_read(data: bytes) -> None:
    with pytest.raises(Unreadable, match="This mail"):
        incoming.read(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        incoming.read(data)


def written(*parts: str, kind: str = "multipart/mixed") -> bytes:
    head = f'From: lima@posts.example\r\nMessage-ID: <1@posts.example>\r\nContent-Type: {kind}; boundary="b"\r\n\r\n'
    return (head + "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n").encode()


PLAIN = "Content-Type: text/plain\r\n\r\nDONE agreed"
PAGE = (
    "Content-Type: text/html\r\n\r\n<html><head><style>p {}</style></head><body><p>ACCEPT</p><div>On Tuesday, "
    "X wrote:<br></div><blockquote><p>DONE refused</p><pre>a\nb</pre></blockquote><p>below</p></body></html>"
)


@pytest.mark.parametrize(
    "data, body",
    [
        (written(PLAIN, PAGE, kind="multipart/alternative"), "DONE agreed"),
        (written(PAGE, kind="multipart/alternative"), "ACCEPT\n\n\nOn Tuesday, X wrote:\n\n\n>\n>\n> DONE refused\n>\n>\n> a\n> b\n>\n>\n\nbelow"),
        (written("Content-Type: text/plain\r\n\r\n ", PAGE, kind="multipart/alternative"), "ACCEPT"),
        (written(PLAIN.replace("plain", 'plain; name="a.txt"').replace("\r\n\r\n", "\r\nContent-Disposition: attachment\r\n\r\n")), ""),
        (written("Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nDONE agreed"), ""),
        (b"\r\nDONE agreed\r\n", "DONE agreed"),
    ],
    ids=["plain before page", "page alone", "page beside nothing", "file", "forwarded", "no parts"],
)  # fmt: skip
def test_what_a_person_wrote_is_told_from_what_is_quoted_and_attached(data: bytes, body: str) -> None:
    found = incoming.read(data).body

    lines = [line.strip() for line in found.strip().splitlines()]
    want = [line.strip() for line in body.splitlines()]
    assert [line for line in lines if line.strip("> ")][: len(want)] == [
        line for line in want if line.strip("> ")
    ]


def test_files_are_read_as_text_under_their_names_and_pictures_of_the_page_are_none() -> None:
    name = 'Content-Disposition: attachment; filename="{}"\r\n\r\n'
    data = written(
        PLAIN,
        "Content-Type: application/octet-stream\r\n" + name.format("note.txt") + "A note.",
        "Content-Type: application/pdf\r\n" + name.format("scan.pdf") + "%PDF-1.4",
        "Content-Type: text/plain\r\n" + name.format("long.txt") + "x" * 50,
        'Content-Type: image/png; name="logo.png"\r\nContent-ID: <logo>\r\n\r\nx',
        "Content-Type: application/octet-stream\r\n\r\nnameless",
    )

    found = incoming.read(data, house=House(largest_file=40))

    assert [(file.name, file.text) for file in found.files] == [
        ("note.txt", "A note."),
        ("scan.pdf", None),
        ("long.txt", ""),
    ]
    assert (found.message_id, found.author) == ("<1@posts.example>", "lima@posts.example")


@pytest.mark.parametrize("name", ["", "no brackets@x.example", "<a b@x.example>"])
def test_a_name_that_is_no_message_id_is_none(name: str) -> None:
    assert incoming.read(f"Message-ID: {name}\r\n\r\nx".encode()).message_id == ""
