"""Files as the text of a cable: encodings, HTML and mail, and what is refused with a clear sentence."""

import pytest

from tracker.adapters.documents import LARGEST_MAIL, text_of
from tracker.errors import TrackerError

MB = 1024 * 1024
CABLE = "FM SECSTATE WASHDC\nTO AMEMBASSY LIMA\n\n1. Please report.\n"
MIXED = b"""From: desk@office.example
To: intake@tracker.example
Subject: a cable
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="sep"

--sep
Content-Type: text/html; charset=utf-8

<p>1. Please <b>report</b> in HTML.</p>
--sep
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

1. Please report, se=F1or.
--sep--
"""


def read(data: bytes, name: str = "cable.txt", largest: int = MB) -> str:
    return text_of(data, name=name, largest=largest)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain\nlines", "plain\nlines"),
        (b"carriage\r\nreturns\rgo", "carriage\nreturns\ngo"),
        ("señor".encode(), "señor"),
        (b"\xef\xbb\xbfmark", "mark"),
        ("“señor”".encode("cp1252"), "“señor”"),
        (b"no such letter \x81", "no such letter \x81"),
        ("señor".encode("utf-16"), "señor"),
        (b"", ""),
    ],
)
def test_bytes_are_read_in_the_encoding_they_are_in(data: bytes, text: str) -> None:
    assert read(data) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04...", "a Word or zip file"),
        (b"\xd0\xcf\x11\xe0...", "an Office file"),
        (b"\x89PNG...", "a picture"),
        (b"nul\x00", "not a text file"),
        (b"x" * (MB + 1), "larger than 1 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(TrackerError, match=words) as refused:
        read(data)

    assert "aste" in refused.value.sentence


def test_a_small_limit_is_said_in_kilobytes() -> None:
    with pytest.raises(TrackerError, match="larger than 2 KB"):
        read(b"x" * 2049, largest=2048)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<html><body><p>One</p><p>two  three</p></body></html>", "One\n\ntwo three\n"),
        ("<html><pre>TO  LIMA\n  1. Go\n</pre>after", "TO  LIMA\n  1. Go\n\nafter\n"),
        ("<!DOCTYPE html><head><title>x</title></head>Hello <b>dear</b> desk", "Hello dear desk\n"),
        ("<html>a<br>b<br/>c<hr />d", "a\nb\nc\nd\n"),
        ("<html>5 &lt; 6 &amp; 1 < 2", "5 < 6 & 1 < 2\n"),
        ("<html>a<!-- <p>hidden</p> -->b", "ab\n"),
        ("<html>a<script>if (1 < 2) x()</script>b<STYLE>p {}</STYLE>c", "abc\n"),
        ("<html>a<script>never closed", "a\n"),
        ("<html>a<b never closed", "a\n"),
        ("<html>a<>b</ >c", "a<>bc\n"),
        ("<html>&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";\n"),
        ("<html>\u0130<script>x</script>\u0130", "\u0130\u0130\n"),
        ("<html></pre>a   b", "\na b\n".lstrip("\n")),
    ],
)
def test_a_page_becomes_its_words(page: str, text: str) -> None:
    assert read(page.encode(), "page.html") == text


@pytest.mark.parametrize("piece", ["<", "<a <", "<!--", "<a b='", "<script>", "&#", "<pre>", "</"])
def test_a_page_made_to_be_slow_is_read_in_one_pass(piece: str) -> None:
    page = "<html>" + piece * 100_000

    assert isinstance(read(page.encode(), "page.html"), str)


def test_the_plain_text_of_a_mail_is_taken_before_its_html() -> None:
    assert read(MIXED, "mail.eml") == "1. Please report, señor."


def test_a_mail_is_known_by_its_first_line_too() -> None:
    mail = b"Received: from relay.example by mx.example; Mon, 20 Apr 2009 10:00:00 +0000\n" + MIXED

    assert read(mail, "mail.txt") == "1. Please report, señor."


def test_a_mail_in_html_alone_is_read_as_a_page() -> None:
    mail = b"Content-Type: text/html\n\n<p>1. Please report.</p>\n"

    assert read(mail, "mail.eml") == "1. Please report.\n"


def test_a_text_attachment_counts_where_there_is_no_body() -> None:
    mail = (
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=s\n\n--s\n"
        b"Content-Type: image/png\n\nx\n--s\nContent-Type: text/plain\n"
        b"Content-Disposition: attachment; filename=cable.txt\n\n" + CABLE.encode() + b"\n--s--\n"
    )

    assert read(mail, "mail.eml") == CABLE


@pytest.mark.parametrize(
    ("mail", "words"),
    [
        (b"Content-Type: image/png\n\nx", "without text"),
        (b"Subject: " + b"x" * 70_000 + b"\n\nhello", "too large"),
        (b"Subject: " + b"x" * 9_000 + b"\n\nhello", "cannot be read as a mail"),
        (b"Content-Type: text/plain; charset=klingon\n\nhello", "cannot be read as a mail"),
        (b"Subject: x\n\n" + b"Content-Type: text/plain\n\n" * 101, "too many parts"),
        (b"Subject: x\n\n" + b"boundary=a\n" * 11, "too many parts"),
        (b"Subject: x\n\n" + b"x" * LARGEST_MAIL, "too large"),
    ],
)
def test_a_mail_that_could_stop_the_parser_is_refused_first(mail: bytes, words: str) -> None:
    with pytest.raises(TrackerError, match=words):
        read(mail, "mail.eml", largest=4 * MB)
