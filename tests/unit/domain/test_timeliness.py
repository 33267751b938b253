"""Each dated fact against the due: a late report of a timely delivery shows as such."""

from datetime import UTC, date, datetime

import pytest

from tracker.domain import timeliness
from tracker.domain.timeliness import Facts
from tracker.domain.workdays import Calendar, Place

LIMA = Calendar(place=Place(name="Lima", zone="America/Lima"))
DUE = datetime(2009, 4, 29, 22, 0, tzinfo=UTC)  # Wednesday 29 April, 17:00 in Lima


def at(day: int, hour: int) -> datetime:
    return datetime(2009, 4, day, hour, 0, tzinfo=UTC)


def test_a_late_report_of_a_timely_delivery_shows_as_such():
    told = Facts(
        acknowledged_at=at(21, 14),
        delivered_on=date(2009, 4, 29),
        reported_at=at(30, 14),
        closed_at=at(30, 15),
    )

    found = [(one.name, one.on.day, one.how, one.is_late) for one in timeliness.measured(told, DUE, LIMA)]

    assert found == [
        ("acknowledged", 21, "", False),
        ("delivered", 29, "in time", False),
        ("reported", 30, "1 working day late", True),
        ("closed", 30, "1 working day late", True),
    ]


@pytest.mark.parametrize(
    ("told", "how"),
    [
        (Facts(reported_at=DUE), "in time"),
        (Facts(reported_at=at(29, 23)), "late, on the same working day"),
        (Facts(delivered_on=date(2009, 5, 4)), "3 working days late"),
    ],
)
def test_either_side_of_the_due(told, how):
    assert [one.how for one in timeliness.measured(told, DUE, LIMA)] == [how]


def test_without_a_due_nothing_is_late_and_nothing_is_told_that_has_not_happened():
    assert timeliness.measured(Facts(), DUE, LIMA) == ()
    assert [one.how for one in timeliness.measured(Facts(reported_at=DUE), None, LIMA)] == [""]
