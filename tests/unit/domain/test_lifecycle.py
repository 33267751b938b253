"""The states of a task: which moves are allowed, what refuses the others, and histories replayed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import lifecycle
from tracker.domain.lifecycle import Outcome, Status


@st.composite
def legal_walks(draw: st.DrawFn) -> list[Status]:
    status, walk = lifecycle.START, []
    for _ in range(draw(st.integers(0, 12))):
        status = draw(st.sampled_from(lifecycle.moves_from(status)))
        walk.append(status)
    return walk


@given(legal_walks())
def test_any_legal_sequence_of_moves_replays_to_its_last_state(walk: list[Status]) -> None:
    assert lifecycle.replay(walk) == (walk[-1] if walk else Status.OPEN)


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_a_move_that_the_table_does_not_hold_stops_the_replay(start: Status, end: Status) -> None:
    path = [] if start is Status.OPEN else [start]

    if lifecycle.may_move(start, end):
        assert lifecycle.replay([*path, end]) is end
    else:
        with pytest.raises(ValueError, match="It may become|it may become"):
            lifecycle.replay([*path, end])


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
    assert (lifecycle.moves_from(status) == (Status.OPEN,)) is is_closed


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
