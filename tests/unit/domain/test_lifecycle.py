"""The states of a task: which moves are allowed, and what refuses the others."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import lifecycle
from tracker.domain.lifecycle import Outcome, Status


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_a_move_is_allowed_or_refused_with_those_that_are(start: Status, end: Status) -> None:
    if lifecycle.may_move(start, end):
        assert start is not end
    else:
        sentence = lifecycle.why_not(start, end)
        assert sentence.endswith(
            f"may become: {', '.join(one for one in Status if one in lifecycle.MOVES[start])}."
        )


@given(st.lists(st.sampled_from(Status), min_size=2, max_size=12))
def test_a_task_goes_to_nobody_again_only_by_being_opened_after_its_end(walk: list[Status]) -> None:
    steps = [step for step in pairwise(walk) if lifecycle.may_move(*step)]

    assert all(start.is_closed for start, end in steps if end is Status.OPEN)


@pytest.mark.parametrize(
    ("status", "is_closed"),
    [
        (Status.OPEN, False),
        (Status.ACCEPTED, False),
        (Status.IN_PROGRESS, False),
        (Status.WAITING, False),
        (Status.DONE, True),
        (Status.DECLINED, True),
        (Status.CANCELLED, True),
    ],
)
def test_a_closed_task_owes_nothing_and_moves_only_by_being_opened_again(
    status: Status, is_closed: bool
) -> None:
    assert status.is_closed is is_closed
    assert (status in lifecycle.OPEN) is not is_closed
    assert (lifecycle.MOVES[status] == (Status.OPEN,)) is is_closed


def test_a_refused_move_names_the_allowed_ones() -> None:
    assert lifecycle.why_not(Status.DONE, Status.WAITING) == (
        "A task that is done cannot become waiting. It may become: open."
    )
    assert lifecycle.why_not(Status.DONE, Status.DONE) == (
        "This task is already done. From here it may become: open."
    )


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("agreed", Outcome.AGREED),
        ("  No-Answer ", Outcome.NO_ANSWER),
        ("no_answer", Outcome.NO_ANSWER),
        ("OVERTAKEN", Outcome.OVERTAKEN),
        ("declined", Outcome.REFUSED),
        ("finished", None),
        ("", None),
    ],
)
def test_an_outcome_is_read_whatever_its_case_and_hyphens(words: str, outcome: Outcome | None) -> None:
    assert lifecycle.outcome_of(words) is outcome
