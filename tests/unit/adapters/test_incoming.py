"""Mail that arrives, read under limits: what it is, and what is too much."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import reports
from tracker.adapters import incoming
from tracker.adapters.incoming import Unreadable
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
