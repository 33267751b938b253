"""Classes of lateness, and a count that a database can keep: the same days as counting afresh."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tracker.domain.ageing import FLOORS, Age, age_of, marks
from tracker.domain.tally import Tally
from tracker.domain.workdays import Calendar, Count, Place, WorkingWeek, count_of, days_late

CAIRO = Calendar(
    place=Place(name="Cairo", zone="Africa/Cairo"),
    weeks=(WorkingWeek(days=frozenset({6, 0, 1, 2, 3})),),
    days_off={date(2009, 4, 20): "Sham el-Nessim", date(2009, 5, 3): "a day off"},
)
DUE = datetime(2009, 4, 16, 14, 0, tzinfo=UTC)  # a Thursday, 17:00 in Cairo
TODAY = date(2009, 5, 30)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, Age.FRESH), (1, Age.WEEK), (5, Age.WEEK), (6, Age.FORTNIGHT), (10, Age.FORTNIGHT),
        (11, Age.SIX_WEEKS), (30, Age.SIX_WEEKS), (31, Age.MORE), (400, Age.MORE),
    ],
)  # fmt: skip
def test_a_class_begins_with_its_first_day(days, age):
    assert age_of(days) is age
    assert age_of(days, is_waiting=True) is Age.WAITING


@given(st.integers(0, 90))
def test_a_mark_is_passed_when_so_many_days_have_counted(back):
    after = TODAY - timedelta(days=back)
    days = Count(after=after).days(CAIRO, TODAY)

    assert [after < mark for mark in marks(CAIRO, TODAY)] == [days >= floor for floor in FLOORS]


days = st.dates(date(2007, 1, 1), date(2012, 12, 31))


@given(days, days)
def test_a_tally_counts_as_the_calendar_does(start, end):
    assert Tally(CAIRO).between(start, end) == CAIRO.count_between(start, end)


hours = st.integers(-240, 1000).map(lambda n: DUE + timedelta(hours=n))


@given(st.lists(hours, max_size=6, unique=True), hours, st.one_of(st.none(), hours), st.booleans())
def test_a_count_that_is_kept_gives_the_days_that_counting_afresh_gives(moments, at, arrived_at, is_open):
    edges = sorted(one for one in moments if one <= at)
    waits = [(edges[n], edges[n + 1] if n + 1 < len(edges) else None) for n in range(0, len(edges), 2)]
    at = max(at, DUE + timedelta(minutes=1))
    assume(is_open or not waits or waits[-1][1])  # what ends does not wait any more

    count = count_of(CAIRO, DUE, arrived_at=arrived_at, waits=waits, closed_at=None if is_open else at)

    fresh = days_late(CAIRO, DUE, at, arrived_at=arrived_at, waits=waits)
    assert count.days(CAIRO, CAIRO.local_day(at)) == fresh.net
