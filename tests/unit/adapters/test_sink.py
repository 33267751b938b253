"""The demonstration's mailbox keeps what it is sent, in the order it came."""

import smtplib
from email.message import EmailMessage
from pathlib import Path

from tracker.adapters.sink import Sink, read_mails


def letter(subject: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.example", "c@d.example", subject
    mail["Date"] = "Fri, 01 Aug 2008 13:00:00 +0000"
    mail.set_content("The text.")
    mail.add_alternative("<p>The text.</p>", subtype="html")
    mail.add_attachment("A paper.\n", filename="paper.txt")
    return mail


def test_each_mail_is_kept_whole_and_read_in_order(tmp_path: Path) -> None:
    sink = Sink("127.0.0.1", 0, tmp_path / "mails")
    sink.start()
    with smtplib.SMTP("127.0.0.1", sink.port) as host:
        for subject in ("One", "Two"):
            host.send_message(letter(subject))
    sink.stop()

    first, second = read_mails(tmp_path / "mails")

    assert (first.subject, second.subject) == ("One", "Two")
    assert (first.sender, first.recipient, first.date) == (
        "a@b.example", "c@d.example", "Fri, 01 Aug 2008 13:00:00 +0000",
    )  # fmt: skip
    assert (first.text, first.html) == ("The text.\n", "<p>The text.</p>\n")
    assert first.attachments == [("paper.txt", "text/plain", b"A paper.\r\n")]
    assert sink.url == f"smtp://127.0.0.1:{sink.port}"


def test_an_empty_mailbox_has_no_mails(tmp_path: Path) -> None:
    assert read_mails(tmp_path / "nowhere") == []


def test_a_mail_without_parts_has_no_html_and_no_attachments(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(b"Subject: x\r\n\r\nText.\r\n")

    found = read_mails(tmp_path)[0]

    assert (found.html, found.attachments, found.sender) == ("", [], "")
