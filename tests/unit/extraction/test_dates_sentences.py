"""Whole sentences of day_sentences.txt: the deadline they set, or none."""

from datetime import datetime
from pathlib import Path

import pytest

from tracker.adapters.calendars import is_washington_day_off
from tracker.extraction import dates, lone_days


def _rounds():
    text = Path(__file__).with_name("day_sentences.txt").read_text(encoding="utf-8")
    for part in text.split("\nsent ")[1:]:
        moment, *rows = part.strip().splitlines()
        yield (
            datetime.fromisoformat(moment),
            [tuple(row.replace("\\n", "\n").split(" | ", 1)) for row in rows],
        )


ROUNDS = list(_rounds())
EACH_ROUND = pytest.mark.parametrize("sent_at, rows", ROUNDS, ids=range(1, len(ROUNDS) + 1))


def _read(sentence, sent_at, deadline=lone_days.day_of):
    found = deadline(sentence, sent_at, is_day_off=is_washington_day_off)
    return " ".join(filter(None, (found.day.isoformat(), found.time))) if found and found.day else "?"


@EACH_ROUND
def test_a_sentence_sets_the_day_it_asks_for_and_no_other(sent_at, rows):
    wanted = [("?" if key == "x" else key, sentence) for key, sentence in rows]

    read = [(_read(sentence, sent_at), sentence) for _, sentence in rows]

    assert [row for row in zip(wanted, read, strict=True) if row[0] != row[1]] == []


@EACH_ROUND
def test_capitals_change_no_day(sent_at, rows):
    asks = [row for row in rows if row[0] not in {"x", "?"}][::4]

    changed = [row for row in asks if _read(row[1].upper(), sent_at) != row[0]]

    assert changed == []


@EACH_ROUND
def test_a_line_broken_between_words_changes_no_day(sent_at, rows):
    asks = [row for row in rows if row[0] not in {"x", "?"}][1::4]

    changed = [row for row in asks if _read(row[1].replace(" ", "\n"), sent_at) != row[0]]

    assert changed == []


@EACH_ROUND
def test_a_sentence_known_to_ask_loses_no_day(sent_at, rows):
    asks = [row for row in rows if row[0] not in {"x", "?"}][2::4]

    lost = [row for row in asks if _read(row[1], sent_at, dates.deadline_in_ask) == "?"]

    assert lost == []
