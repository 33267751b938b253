"""The sentences of lone_sentences.txt, each in a cable of its own: what they ask, until when, and which events they name."""

from pathlib import Path

import pytest

from tests.rows import in_parts
from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import extract

HEAD = """P 081500Z MAR 11
FM {origin}
TO {to} PRIORITY
INFO AMEMBASSY QUITO
UNCLAS {place} 009991

E.O. 13526: N/A
TAGS: PREL, KZ
SUBJECT: VARIOUS

1. The following concerns current business.

2. """
CAPITAL = HEAD.format(origin="SECSTATE WASHDC", to="AMEMBASSY ASTANA", place="STATE")
POST = HEAD.format(origin="AMEMBASSY ASTANA", to="SECSTATE WASHDC", place="ASTANA")


def _rows():
    head = CAPITAL
    for line in Path(__file__).with_name("lone_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("from a "):
            head = POST if line.endswith("post") else CAPITAL
        elif line.count(" | ") > 1:
            kind, want, words = line.split(" | ", 2)
            yield head, kind, want, words.replace("\\n", "\n")


def _read(head, sentence):
    return extract(parse(f"{head}{sentence}\n"), is_day_off=is_washington_day_off)


JUDGED = [row for row in _rows() if row[1] in ("ask", "optional", "no")]


def _judged(head, sentence):
    """Return what the first ask of a sentence is and its day, or "no"."""
    for action in _read(head, sentence).actions:
        day = action.deadline and action.deadline.day
        return "optional" if action.is_optional else "ask", str(day or "-")
    return "no", None


@pytest.mark.parametrize("rows", in_parts(JUDGED))
def test_lone_sentences_are_judged_and_dated(rows):
    judged = [(*row, *_judged(row[0], row[3])) for row in rows]

    wrong = [row[1:] for row in judged if row[1] != row[4] or (row[1] != "no" and row[2] != row[5])]
    assert wrong == []


def _days_of_events(sentence):
    """Return the first and last day of each event of a sentence that has days."""
    return [(str(one.start_on), str(one.end_on)) for one in _read(CAPITAL, sentence).events if one.start_on]


@pytest.mark.parametrize("rows", in_parts([row[2:] for row in _rows() if row[1] == "event"]))
def test_the_days_of_an_event_are_found_and_no_others(rows):
    found = [(days, sentence, _days_of_events(sentence)) for days, sentence in rows]

    one_event = {days: [(days[:10], days[-10:])] for days, _ in rows} | {"-": []}
    assert [row for row in found if row[2] != one_event[row[0]]] == []


def _contacts(sentence):
    return " ; ".join(f"{one.name},{one.email},{one.phone}" for one in _read(CAPITAL, sentence).contacts)


@pytest.mark.parametrize("rows", in_parts([row[2:] for row in _rows() if row[1] == "contact"]))
def test_the_contacts_of_a_sentence_are_found_and_nobody_else(rows):
    found = [(want, sentence, _contacts(sentence)) for want, sentence in rows]

    assert [row for row in found if row[2] != row[0]] == []


@pytest.mark.parametrize("want, sentence", [row[2:] for row in _rows() if row[1] == "paper"])
def test_words_between_quote_and_unquote_are_a_text_where_they_are_announced(want, sentence):
    found = _read(CAPITAL, sentence).handovers

    assert " ; ".join(f"{one.first_words[:30]} > {one.last_words[-15:]}" for one in found) == want
