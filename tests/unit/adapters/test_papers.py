"""Papers to hand over as files: text always, a document where the extra is installed."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from tests.letter_samples import ASK, SETTINGS, WRITTEN_AT, parsed, text_of
from tracker.adapters import papers
from tracker.adapters.letters import Writer
from tracker.domain.letter import Discretion, Letter, Paper

PAPER = """SUMMARY OF THE WORKSHOP,
MAY 29, 2008

The workshop gave detailed information on the broad
range of activities – and shared good practices.

Three points were made:
-- all states are welcome,
whatever their size;
-- no treaty is needed.
1. A first thing.
2. A second thing.
"""
ASKED = replace(ASK, papers=(Paper(name="paper-1", text=PAPER),))


def letter(*items):
    return Letter(recipient="lima@posts.example", name="", written_at=WRITTEN_AT, items=items)


def files(*items, bind=papers.bind):
    mail = parsed(Writer(SETTINGS, bind=bind).write(letter(*items)))
    return {part.get_filename(): part for part in mail.iter_attachments()}


def test_with_the_extra_a_paper_is_text_and_document():
    found = files(ASKED)

    assert list(found) == ["STATE-900733-paper-1.txt", "STATE-900733-paper-1.docx", "due.ics"]
    document = docx.Document(BytesIO(found["STATE-900733-paper-1.docx"].get_payload(decode=True)))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "SUMMARY OF THE WORKSHOP, MAY 29, 2008",
        "The workshop gave detailed information on the broad range of activities – and shared good practices.",
        "Three points were made:",
        "-- all states are welcome, whatever their size;",
        "-- no treaty is needed.",
        "1. A first thing.",
        "2. A second thing.",
    ]
    assert document.paragraphs[0].runs[0].bold


def test_a_document_adds_little_to_a_letter():
    assert len(papers.bind(PAPER)) < 12_000


def test_without_the_extra_a_paper_is_text():
    found = files(ASKED, bind=None)

    assert list(found) == ["STATE-900733-paper-1.txt", "due.ics"]
    text = found["STATE-900733-paper-1.txt"].get_content()
    assert text.replace("\r\n", "\n") == PAPER


def test_the_letter_names_each_file():
    text = text_of(parsed(Writer(SETTINGS).write(letter(ASKED))))

    assert "Attached:  STATE-900733-paper-1.txt\n           STATE-900733-paper-1.docx\n" in text.replace(
        "\r\n", "\n"
    )


def test_two_asks_of_a_cable_share_its_paper():
    found = files(ASKED, replace(ASKED, task_id=4), bind=None)

    assert list(found) == ["STATE-900733-paper-1.txt", "due-1.ics", "due-2.ics"]


def test_a_discreet_cables_paper_stays_where_it_is():
    for discretion in (Discretion.SENSITIVE, Discretion.CLOSED):
        assert papers.attachments(letter(replace(ASKED, discretion=discretion)), None, most=10_000) == []


def test_a_paper_that_is_too_long_is_told_of():
    long = replace(ASK, papers=(Paper(name="paper-1", text="x " * 150_000),))

    text = text_of(parsed(Writer(SETTINGS).write(letter(long))))

    assert "The paper is too long for a letter; it stands in the cable." in text


@pytest.mark.parametrize("name", ["../../etc/passwd", 'x"; y=\r\nBcc: a@b.example', "péché", ""])
def test_a_file_has_a_plain_name(name):
    (found,) = papers.attachments(
        letter(replace(ASK, cable="", papers=(Paper(name=name, text="x"),))), None, most=10
    )

    assert found.name.removesuffix(".txt").replace("-", "").isalnum()
    assert found.name.isascii()


def test_what_no_document_may_hold_is_left_out():
    found = files(replace(ASK, papers=(Paper(name="paper-1", text="a\x00b\x0bc\ufffe\n\nd"),)))

    document = docx.Document(BytesIO(found["STATE-900733-paper-1.docx"].get_payload(decode=True)))
    assert [paragraph.text for paragraph in document.paragraphs] == ["abc", "d"]


def test_an_installation_without_the_extra_starts_and_writes_text():
    program = (
        "import sys; sys.modules['docx'] = None; from tracker.adapters import papers; print(papers.bind)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "None\n"
