"""What a sentence of a later cable proposes for a task, and which sentence answers it."""

from datetime import date

import pytest

from tracker.domain.closing import Act, Closing, Said, answering, closing_of
from tracker.domain.lifecycle import Outcome

TODAY = date(2009, 4, 24)


@pytest.mark.parametrize(
    ("kind", "promised", "expected"),
    [
        ("agreed", None, Closing(act=Act.DONE, outcome=Outcome.AGREED)),
        ("refused", None, Closing(act=Act.DONE, outcome=Outcome.REFUSED)),
        ("delivered", None, Closing(act=Act.DONE, outcome=Outcome.DELIVERED)),
        ("cancelled", None, Closing(act=Act.CANCEL)),
        ("superseded", None, Closing(act=Act.CANCEL)),
        ("will answer", TODAY, Closing(act=Act.PROMISE, on=TODAY)),
        ("will answer", date(2009, 4, 23), Closing(act=Act.WAIT)),
        ("will answer", None, Closing(act=Act.WAIT)),
        ("no answer yet", None, Closing(act=Act.WAIT)),
    ],
)
def test_a_sentence_proposes(kind, promised, expected):
    assert closing_of(kind, promised, TODAY) == expected


DELIVERED = Said(kind="delivered", quote="Poloff delivered the reftel paper on customs.")
AGREED = Said(kind="agreed", quote="The ministry agreed to a visit in May.")
SILENT = Said(kind="no answer yet", quote="There was no response to the invitation of the two observers.")
BACK = Said(kind="cancelled", quote="Reftel is hereby cancelled.")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Hand over the paper on customs", DELIVERED),
        ("Propose the visit to the foreign ministry", AGREED),
        ("Report whether observers accept the invitation", SILENT),
        ("Report by COB", AGREED),  # nothing in common: the strongest
    ],
)
def test_a_task_is_answered_by_the_sentence_that_speaks_of_it(asked, expected):
    assert answering([DELIVERED, AGREED, SILENT], asked) == expected


def test_what_is_taken_back_is_so_whatever_else_is_said():
    assert answering([DELIVERED, BACK], "Hand over the paper on customs") == BACK
    assert answering([], "Hand over the paper") is None
