"""Sentences of telegram_sentences.txt in the manner of the seventies, all in capitals: what each asks and by when.

The rows are written as those of trap_sentences.txt; the month is March 2008 for all of them.
"""

from pathlib import Path

import pytest
from test_traps import found, is_right

from tests.rows import in_parts

ROWS = [
    line.split(" | ", 1)
    for line in Path(__file__).with_name("telegram_sentences.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_telegrams_are_judged(rows):
    wrong = [
        (keys, sentence, found(keys[0], sentence)) for keys, sentence in rows if not is_right(keys, sentence)
    ]

    assert wrong == []
