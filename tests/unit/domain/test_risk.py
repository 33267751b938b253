"""What is at risk of becoming late: a rule in words, as a table."""

import pytest

from tracker.domain.lifecycle import Status
from tracker.domain.risk import Outlook, median_of, risk_of


@pytest.mark.parametrize(
    ("status", "left", "worked", "median", "why"),
    [
        ("open", 2, 0, None, "not accepted, 2 working days left"),
        ("open", 3, 0, None, None),
        ("open", 2, 0, 4, "not accepted, 2 working days left; this post’s median is 4"),
        ("open", 3, 0, 4, "not accepted, 3 working days left; this post’s median is 4"),
        ("open", 4, 0, 4, None),
        ("open", 4, 1, 4, None),
        ("open", 4, 2, 4, "not accepted, 4 working days left; this post’s median is 4"),
        ("open", 2, 0, 1, "not accepted, 2 working days left; this post’s median is 1"),
        ("open", 0, 0, None, "not accepted, no working day left"),
        ("accepted", 1, 3, 6, "accepted, 1 working day left after 3 working days; this post’s median is 6"),
        ("accepted", 3, 3, 6, None),
        ("accepted", 1, 0, None, "accepted, 1 working day left after no working day"),
        (
            "in progress",
            0,
            1,
            2,
            "in progress, no working day left after 1 working day; this post’s median is 2",
        ),
        ("in progress", 0, 2, 2, None),
        ("waiting", 2, 9, 4, "waits for somebody else, 2 working days left"),
        ("waiting", 5, 0, 9, "waits for somebody else, 5 working days left"),
        ("waiting", 6, 0, 9, None),
        ("done", 0, 0, 9, None),
    ],
)
def test_it_is_at_risk_where_fewer_days_are_left_than_the_post_usually_needs(
    status, left, worked, median, why
):
    assert risk_of(Outlook(status=Status(status), left=left, worked=worked, median=median)) == why


def test_a_median_of_too_few_says_nothing():
    assert median_of([1, 9, 3, 4]) is None
    assert median_of([1, 9, 3, 4, 2]) == 3
