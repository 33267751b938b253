"""Working days, openings and days late, either side of each boundary."""

from datetime import UTC, date, datetime, time

import pytest

from tracker.domain.workdays import (
    MONDAY_TO_FRIDAY,
    WASHINGTON,
    Calendar,
    Lateness,
    Place,
    WorkingWeek,
    days_late,
    local_day,
    moment_of,
)

MEXICO = Place(name="Mexico City", zone="America/Mexico_City")
CAIRO = Place(name="Cairo", zone="Africa/Cairo")
SUNDAY_TO_THURSDAY = WorkingWeek(days=frozenset({6, 0, 1, 2, 3}))
HOLIDAYS = {date(2008, 9, 16): "Independence Day", date(2008, 9, 1): "Labor Day"}

mexico = Calendar(place=MEXICO, days_off=HOLIDAYS)
cairo = Calendar(place=CAIRO, weeks=(SUNDAY_TO_THURSDAY,))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# --- places and moments ---


@pytest.mark.parametrize("opens, closes", [(time(17), time(8)), (time(9), time(9))])
def test_a_place_must_open_before_it_closes(opens, closes):
    with pytest.raises(ValueError, match="cannot open"):
        Place(name="Nowhere", zone="UTC", opens=opens, closes=closes)


@pytest.mark.parametrize(
    "day, hour, zone, moment",
    [
        (date(2008, 8, 6), time(17), "America/Mexico_City", "2008-08-06 22:00"),
        (date(2008, 8, 6), time(17), "America/New_York", "2008-08-06 21:00"),
        (date(2008, 12, 6), time(17), "America/New_York", "2008-12-06 22:00"),
        (date(2008, 8, 6), time(17), "Asia/Tokyo", "2008-08-06 08:00"),
        (date(2008, 8, 6), time(17), "Asia/Kathmandu", "2008-08-06 11:15"),
    ],
)
def test_an_hour_of_a_place_is_a_moment(day, hour, zone, moment):
    assert moment_of(day, hour, zone) == at(moment)


@pytest.mark.parametrize(
    "hour, moment",
    [
        (time(1, 59), "2008-03-09 06:59"),
        (time(2, 0), "2008-03-09 07:00"),
        (time(2, 30), "2008-03-09 07:00"),
        (time(2, 59), "2008-03-09 07:00"),
        (time(3, 0), "2008-03-09 07:00"),
        (time(3, 1), "2008-03-09 07:01"),
    ],
)
def test_an_hour_in_the_spring_gap_moves_forward_to_the_first_that_exists(hour, moment):
    assert moment_of(date(2008, 3, 9), hour, "America/New_York") == at(moment)


@pytest.mark.parametrize(
    "hour, moment",
    [
        (time(0, 59), "2008-11-02 04:59"),
        (time(1, 0), "2008-11-02 05:00"),
        (time(1, 59), "2008-11-02 05:59"),
        (time(2, 0), "2008-11-02 07:00"),
    ],
)
def test_an_hour_that_exists_twice_is_the_first(hour, moment):
    assert moment_of(date(2008, 11, 2), hour, "America/New_York") == at(moment)


def test_a_day_that_a_zone_left_out_is_its_first_moment_after():
    # Samoa went from 29 to 31 December 2011 at midnight.
    assert moment_of(date(2011, 12, 30), time(12), "Pacific/Apia") == at("2011-12-30 10:00")


@pytest.mark.parametrize(
    "moment, zone, day",
    [
        ("2008-08-06 03:59", "America/New_York", date(2008, 8, 5)),
        ("2008-08-06 04:00", "America/New_York", date(2008, 8, 6)),
        ("2008-08-06 14:59", "Asia/Tokyo", date(2008, 8, 6)),
        ("2008-08-06 15:00", "Asia/Tokyo", date(2008, 8, 7)),
    ],
)
def test_a_moment_has_a_day_at_each_place(moment, zone, day):
    assert local_day(at(moment), zone) == day


# --- which days are worked ---


@pytest.mark.parametrize(
    "calendar, day, reason",
    [
        (mexico, date(2008, 9, 15), None),
        (mexico, date(2008, 9, 16), "Independence Day"),
        (mexico, date(2008, 9, 13), "weekend"),
        (cairo, date(2008, 9, 11), None),
        (cairo, date(2008, 9, 12), "weekend"),
        (cairo, date(2008, 9, 13), "weekend"),
        (cairo, date(2008, 9, 14), None),
    ],
)
def test_a_day_off_has_a_reason(calendar, day, reason):
    assert calendar.reason_off(day) == reason
    assert calendar.is_working_day(day) is (reason is None)


def test_days_off_may_be_a_function():
    calendar = Calendar(place=MEXICO, days_off=lambda day: "Feast" if day.day == 8 else None)

    assert calendar.holiday_on(date(2008, 8, 8)) == "Feast"
    assert calendar.holiday_on(date(2008, 8, 7)) is None


def test_a_working_week_holds_to_its_last_day():
    old = WorkingWeek(days=frozenset({5, 6, 0, 1, 2}), until=date(2013, 6, 28))
    riyadh = Calendar(place=Place(name="Riyadh", zone="Asia/Riyadh"), weeks=(old, SUNDAY_TO_THURSDAY))

    assert riyadh.is_weekend(date(2013, 6, 27))  # Thursday
    assert riyadh.is_weekend(date(2013, 6, 28))  # Friday, the last day of the old week
    assert riyadh.is_weekend(date(2013, 6, 29))  # Saturday, in the new one
    assert not riyadh.is_weekend(date(2013, 7, 4))


def test_after_the_last_week_it_still_holds():
    calendar = Calendar(place=CAIRO, weeks=(WorkingWeek(days=frozenset({0}), until=date(2000, 1, 1)),))

    assert calendar.week_on(date(2008, 1, 1)).days == frozenset({0})


def test_two_places_together_work_when_both_do():
    washington = Calendar(place=WASHINGTON, days_off={date(2008, 9, 15): "Feast"})
    both = cairo.together(washington)

    assert both.reason_off(date(2008, 9, 14)) == "weekend in Washington"
    assert both.reason_off(date(2008, 9, 15)) == "Feast in Washington"
    assert both.reason_off(date(2008, 9, 12)) == "weekend"
    assert both.next_working_day(date(2008, 9, 11)) == date(2008, 9, 16)
    assert both.place is CAIRO


@pytest.mark.parametrize("known, says", [(True, True), (False, False), (lambda year: year == 2008, True)])
def test_a_calendar_says_whether_it_is_known(known, says):
    assert Calendar(place=MEXICO, is_known=known).knows(date(2008, 1, 1)) is says


# --- counting ---


@pytest.mark.parametrize(
    "day, n, reached",
    [
        (date(2008, 9, 12), 0, date(2008, 9, 12)),
        (date(2008, 9, 12), 1, date(2008, 9, 15)),
        (date(2008, 9, 15), 1, date(2008, 9, 17)),
        (date(2008, 9, 13), 1, date(2008, 9, 15)),
        (date(2008, 9, 12), 5, date(2008, 9, 22)),
        (date(2008, 9, 17), -1, date(2008, 9, 15)),
        (date(2008, 9, 15), -1, date(2008, 9, 12)),
        (date(2008, 9, 3), -2, date(2008, 8, 29)),
    ],
)
def test_the_nth_working_day_skips_week_ends_and_holidays(day, n, reached):
    assert mexico.nth_working_day(day, n) == reached


def test_a_calendar_without_working_days_is_broken():
    never = Calendar(place=MEXICO, weeks=(WorkingWeek(days=frozenset()),))

    with pytest.raises(ValueError, match="no working day"):
        never.next_working_day(date(2008, 1, 1))


@pytest.mark.parametrize(
    "start, end, count",
    [
        (date(2008, 9, 12), date(2008, 9, 12), 0),
        (date(2008, 9, 12), date(2008, 9, 15), 1),
        (date(2008, 9, 12), date(2008, 9, 16), 1),
        (date(2008, 9, 12), date(2008, 9, 17), 2),
        (date(2008, 9, 17), date(2008, 9, 12), -2),
    ],
)
def test_working_days_between_count_the_last_and_not_the_first(start, end, count):
    assert mexico.count_between(start, end) == count


def test_working_days_from_late_to_early_are_none():
    assert mexico.working_days(date(2008, 9, 12), date(2008, 9, 11)) == ()


# --- hours ---


@pytest.mark.parametrize(
    "moment, is_open",
    [
        ("2008-09-15 13:29", False),
        ("2008-09-15 13:30", True),
        ("2008-09-15 21:59", True),
        ("2008-09-15 22:00", False),
        ("2008-09-16 15:00", False),
    ],
)
def test_a_place_is_open_from_opening_to_closing(moment, is_open):
    assert mexico.is_open(at(moment)) is is_open


@pytest.mark.parametrize(
    "moment, opening",
    [
        ("2008-09-15 13:30", "2008-09-15 13:30"),
        ("2008-09-15 13:31", "2008-09-17 13:30"),
        ("2008-09-12 23:00", "2008-09-15 13:30"),
        ("2008-09-13 12:00", "2008-09-15 13:30"),
    ],
)
def test_a_fair_clock_starts_at_the_next_opening(moment, opening):
    assert mexico.first_opening(at(moment)) == at(opening)


@pytest.mark.parametrize(
    "moment, first",
    [("2008-09-15 15:00", "2008-09-15 15:00"), ("2008-09-15 23:00", "2008-09-17 13:30")],
)
def test_an_open_place_begins_at_once(moment, first):
    assert mexico.first_open_moment(at(moment)) == at(first)


def test_a_place_closes_at_its_own_hour():
    assert mexico.closing(date(2008, 8, 6)) == at("2008-08-06 22:00")


def test_days_to_act_are_the_whole_working_days_after_arrival():
    sent_friday_night = at("2008-09-12 23:00")

    days = mexico.days_to_act(sent_friday_night, date(2008, 9, 18))

    assert days == (date(2008, 9, 15), date(2008, 9, 17), date(2008, 9, 18))


# --- days late ---

DUE = at("2008-09-12 22:00")  # Friday 17:00 in Mexico City


@pytest.mark.parametrize(
    "moment, gross, net, is_late",
    [
        ("2008-09-12 21:59", 0, 0, False),
        ("2008-09-12 22:00", 0, 0, False),
        ("2008-09-12 22:01", 0, 0, True),
        ("2008-09-13 12:00", 1, 0, True),
        ("2008-09-15 12:00", 3, 1, True),
        ("2008-09-16 12:00", 4, 1, True),
        ("2008-09-17 12:00", 5, 2, True),
    ],
)
def test_gross_days_are_the_calendars_and_net_ones_are_worked(moment, gross, net, is_late):
    assert days_late(mexico, DUE, at(moment)) == Lateness(gross=gross, net=net, is_late=is_late)


def test_a_cable_that_came_after_its_own_due_day_is_counted_from_its_arrival():
    late = days_late(mexico, DUE, at("2008-09-18 15:00"), arrived_at=at("2008-09-15 23:00"))

    assert late == Lateness(gross=6, net=1, is_late=True)


def test_a_cable_that_came_in_time_is_counted_from_the_due_day():
    late = days_late(mexico, DUE, at("2008-09-18 15:00"), arrived_at=at("2008-09-01 12:00"))

    assert late == Lateness(gross=6, net=3, is_late=True)


@pytest.mark.parametrize(
    "begun, ended, net",
    [
        ("2008-09-15 15:00", "2008-09-17 15:00", 2),
        ("2008-09-15 15:00", None, 1),
        ("2008-09-12 23:00", "2008-09-18 15:00", 0),
    ],
)
def test_days_spent_waiting_are_spared(begun, ended, net):
    waits = [(at(begun), at(ended) if ended else None)]

    late = days_late(mexico, DUE, at("2008-09-18 15:00"), waits=waits)

    assert (late.gross, late.net) == (6, net)


def test_the_usual_week_is_monday_to_friday():
    assert MONDAY_TO_FRIDAY.days == frozenset({0, 1, 2, 3, 4})
