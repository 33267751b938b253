"""Files on a task: only text comes in, looked through at the door; nothing opens in the site."""

import hashlib
from io import BytesIO

import pytest

from tests.e2e.conftest import SAMPLES

LIMA = SAMPLES[0].read_text(encoding="utf-8")
ANSWER = b"The ministry proposes 25 to 27 May.\n"
PAGE = b"<!doctype html><title>x</title><p>The ministry agrees.</p><script>alert(1)</script>"


@pytest.fixture
def lima(visit, world, accepted):
    """An officer of the post, with a task."""
    world.load(LIMA)
    accepted(1)
    return visit("lima")


def send(visitor, name, data, status=200):
    values = visitor.get("/tasks/1").form("/attachments").values
    reply = visitor.client.post(
        "/tasks/1/attachments", data=values | {"upload": (BytesIO(data), name)}, follow_redirects=True
    )
    assert reply.status_code == status
    return reply.text


def test_a_file_is_kept_under_a_name_of_ours_and_given_back_as_a_download(lima, visit):
    page = send(lima, "../..\\Réponse du ministre.txt", ANSWER)
    assert "R-ponse-du-ministre.txt is on the task." in page
    assert hashlib.sha256(ANSWER).hexdigest()[:16] in page
    assert "file added: R-ponse-du-ministre.txt" in page

    reply = lima.client.get("/tasks/1/attachments/1")

    assert reply.data == ANSWER
    assert reply.headers["Content-Disposition"] == 'attachment; filename="R-ponse-du-ministre.txt"'
    assert reply.headers["Content-Type"] == "application/octet-stream"
    assert reply.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    amman = visit("amman")
    assert amman.client.get("/tasks/1/attachments/1").status_code == 404
    assert lima.client.get("/tasks/2/attachments/1").status_code == 404
    assert lima.client.get("/tasks/1/attachments/9").status_code == 404


def test_a_page_downloads_and_does_not_open_in_the_site(lima):
    send(lima, "answer.html", PAGE)

    reply = lima.client.get("/tasks/1/attachments/1")

    assert reply.headers["Content-Type"] == "application/octet-stream"
    assert reply.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("x.pdf", b"%PDF-1.7 x", "Only text can be attached here"),
        ("x.docx", b"PK\x03\x04xx", "Only text can be attached here"),
        ("x.exe", b"MZ text", "Only text can be attached here"),
        ("x.txt", b"a\x00b", "Only text can be attached here"),
        ("x.txt", PAGE, "not what its name says"),
        ("x.html", ANSWER, "not what its name says"),
        ("x.txt", b"", "Choose a file that is not empty and not larger than 1 MB."),
        ("x.txt", b"x" * (1024 * 1024 + 1), "Choose a file that is not empty and not larger than 1 MB."),
    ],
)
def test_what_cannot_be_looked_through_is_refused_in_words(lima, name, data, words):
    assert words in send(lima, name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.txt", b"SECRET//NOFORN\n\n1. (S) Zebra crossing.\n"),
        ("x.html", b"<html><body><p>harmless</p><!--\nSECRET//NOFORN\n--></body></html>"),
    ],
)
def test_a_file_with_classification_marks_is_stopped_at_the_door(lima, world, name, data):
    page = send(lima, name, data, status=422)

    assert "Call your security officer" in page
    assert "Zebra" not in page
    assert "attached" not in lima.get("/tasks/1").main


def test_a_task_holds_only_so_many_files(lima, monkeypatch):
    monkeypatch.setattr("tracker.services.attachments.MOST", 1)
    send(lima, "one.txt", ANSWER)

    assert "This task has 1 files already." in send(lima, "two.txt", ANSWER, status=409)


def test_what_is_said_of_a_file_is_in_sight_at_the_head_of_the_page(lima):
    page = lima.get("/tasks/1")
    form = page.form("/attachments")

    reply = lima.client.post(form.action, data=form.values | {"upload": (BytesIO(b"x"), "x.exe")})

    assert (reply.status_code, reply.location) == (303, "/tasks/1")
