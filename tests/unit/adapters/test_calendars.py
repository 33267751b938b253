"""Holidays of the United States and of host countries, and calendars from files."""

from datetime import date

import pytest

from tracker.adapters import calendars, ics
from tracker.domain.places import Post, PostKind
from tracker.errors import BadSettings, Invalid


def post(**changes):
    values = {
        "designator": "AMEMBASSY X", "kind": PostKind.EMBASSY, "city": "Mexico City", "country": "MX",
        "zone": "America/Mexico_City", "calendar": "MX",
    }  # fmt: skip
    return Post(**(values | changes))


# --- Washington ---


@pytest.mark.parametrize(
    "day, is_off",
    [
        (date(2008, 7, 3), False),
        (date(2008, 7, 4), True),
        (date(2008, 7, 5), True),  # Saturday
        (date(2010, 12, 31), True),  # New Year's Day 2011, observed
        (date(2009, 7, 3), True),  # Independence Day, observed
        (date(2009, 1, 20), True),  # inauguration
        (date(2013, 1, 21), True),
        (date(2010, 1, 20), False),
        (date(2020, 6, 19), False),
        (date(2021, 6, 18), True),  # the first Juneteenth, observed
        (date(2008, 9, 16), False),
    ],
)
def test_washington_keeps_federal_holidays_as_observed(day, is_off):
    assert calendars.is_washington_day_off(day) is is_off


@pytest.mark.parametrize(
    "day, name",
    [
        (date(2013, 1, 20), None),  # a Sunday
        (date(2013, 1, 21), "Inauguration Day"),
        (date(2017, 1, 20), "Inauguration Day"),
        (date(2016, 1, 20), None),
        (date(2017, 2, 20), None),
    ],
)
def test_an_inauguration_on_a_sunday_is_kept_on_monday(day, name):
    assert calendars.inauguration(day) == name


# --- posts ---


@pytest.mark.parametrize(
    "day, name",
    [
        (date(2008, 9, 16), "Independence Day"),
        (date(2008, 7, 4), "Independence Day"),
        (date(2009, 1, 20), None),
        (date(2008, 8, 6), None),
    ],
)
def test_a_post_keeps_the_holidays_of_both_countries(day, name):
    assert calendars.calendar_of(post()).holiday_on(day) == name


def test_only_the_capital_keeps_the_inauguration():
    capital = post(city="Washington", country="US", zone="America/New_York", calendar="US")

    assert calendars.calendar_of(capital).holiday_on(date(2009, 1, 20)) == "Inauguration Day"
    assert calendars.calendar_of(capital).knows(date(2009, 1, 20))


def test_a_post_without_a_calendar_keeps_ours_and_says_so():
    calendar = calendars.calendar_of(post(calendar=None))

    assert calendar.holiday_on(date(2008, 7, 4)) == "Independence Day"
    assert calendar.holiday_on(date(2008, 9, 16)) is None
    assert not calendar.knows(date(2008, 9, 16))


def test_days_of_a_posts_own_come_first_and_make_the_year_known():
    calendar = calendars.calendar_of(post(calendar=None), {date(2008, 9, 16): "Local feast"})

    assert calendar.holiday_on(date(2008, 9, 16)) == "Local feast"
    assert calendar.knows(date(2008, 1, 1))
    assert not calendar.knows(date(2009, 1, 1))


def test_a_year_without_any_holiday_is_not_known():
    days = calendars.HostDays("FJ")

    assert not days.knows_year(2008)
    assert not days.knows_year(2008)  # and is remembered
    assert days.knows_year(2024)


def test_a_part_of_a_country_has_days_of_its_own():
    assert calendars.host_days("DE-BY").name_of(date(2008, 1, 6)) == "Epiphany"
    assert calendars.host_days("DE-HH").name_of(date(2008, 1, 6)) is None


@pytest.mark.parametrize("code", ["QQ", "MX-NOWHERE"])
def test_a_calendar_that_is_none_is_refused(code):
    with pytest.raises(BadSettings, match=r"mend posts\.csv"):
        calendars.host_days(code)


def test_half_a_day_off_is_worked():
    assert calendars._whole_day("Christmas Eve (half-day)") is None
    assert calendars._whole_day(None) is None
    assert calendars._whole_day("Christmas Day") == "Christmas Day"


# --- ICS ---


def file_of(*events):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


@pytest.mark.parametrize(
    "event, days",
    [
        ("SUMMARY:Feast|DTSTART;VALUE=DATE:20080806", [date(2008, 8, 6)]),
        ("DTSTART;VALUE=DATE:20080806|DTEND;VALUE=DATE:20080806", [date(2008, 8, 6)]),
        ("DTSTART;VALUE=DATE:20080806|DTEND;VALUE=DATE:20080808", [date(2008, 8, 6), date(2008, 8, 7)]),
        (
            "DTSTART;VALUE=DATE:20080806|RRULE:FREQ=YEARLY;COUNT=2",
            [date(2008, 8, 6), date(2009, 8, 6)],
        ),
        (
            "DTSTART;VALUE=DATE:20080806|RRULE:FREQ=YEARLY;UNTIL=20100806",
            [date(2008, 8, 6), date(2009, 8, 6), date(2010, 8, 6)],
        ),
        (
            "DTSTART;VALUE=DATE:20080806|RRULE:FREQ=YEARLY;UNTIL=20100805T000000Z",
            [date(2008, 8, 6), date(2009, 8, 6)],
        ),
        (
            "DTSTART;VALUE=DATE:20080229|RRULE:FREQ=YEARLY;UNTIL=20130301",
            [date(2008, 2, 29), date(2012, 2, 29)],
        ),
    ],
)
def test_whole_days_of_a_file_are_days_off(event, days):
    assert list(ics.read_ics(file_of(event)).days) == days


def test_a_yearly_feast_is_carried_to_2040():
    days = ics.read_ics(file_of("DTSTART;VALUE=DATE:20080806|RRULE:FREQ=YEARLY")).days

    assert (len(days), max(days)) == (33, date(2040, 8, 6))


def test_a_day_has_the_name_that_came_first():
    found = ics.read_ics(
        file_of(
            "SUMMARY:One|DTSTART;VALUE=DATE:20080806",
            "SUMMARY:Two|DTSTART;VALUE=DATE:20080806",
            "DTSTART;VALUE=DATE:20080807",
        )
    )

    assert found.days == {date(2008, 8, 6): "One", date(2008, 8, 7): "Holiday"}


@pytest.mark.parametrize(
    "event, fault",
    [
        ("SUMMARY:F|DTSTART:20080806T090000Z", "it has an hour, or no day; only whole days are days off"),
        ("SUMMARY:F", "it has an hour, or no day; only whole days are days off"),
        ("SUMMARY:F|DTSTART;VALUE=DATE:20080806|STATUS:CANCELLED", "it is cancelled"),
        (
            "SUMMARY:F|DTSTART;VALUE=DATE:20080806|DTEND;VALUE=DATE:20080805",
            "it ends before it begins or is longer than a month",
        ),
        (
            "SUMMARY:F|DTSTART;VALUE=DATE:20080806|DTEND;VALUE=DATE:20080907",
            "it ends before it begins or is longer than a month",
        ),
        (
            "SUMMARY:F|DTSTART;VALUE=DATE:20080806|RRULE:FREQ=WEEKLY",
            "it is repeated otherwise than yearly; write its days out",
        ),
        (
            "SUMMARY:F|DTSTART;VALUE=DATE:20080806|RRULE:FREQ=YEARLY;BYDAY=1MO",
            "it is repeated in a way that is not read; write its days out",
        ),
    ],
)
def test_what_is_no_whole_day_off_is_left_out_and_named(event, fault):
    found = ics.read_ics(file_of(event))

    assert found.days == {}
    assert found.skipped == (f"F: {fault}",)


@pytest.mark.parametrize("data", [b"no calendar", b"", b"\xff\xfe\x00"])
def test_a_file_that_is_no_calendar_is_refused(data):
    with pytest.raises(Invalid, match="not a calendar"):
        ics.read_ics(data)


def test_a_calendar_that_is_too_large_is_refused():
    with pytest.raises(Invalid, match="larger than 1 MB"):
        ics.read_ics(b" " * (ics.LARGEST_ICS + 1))


def test_a_calendar_of_too_many_entries_is_refused(monkeypatch):
    monkeypatch.setattr(ics, "MOST_EVENTS", 1)

    with pytest.raises(Invalid, match="more than 1 entries"):
        ics.read_ics(file_of("DTSTART;VALUE=DATE:20080806", "DTSTART;VALUE=DATE:20080807"))
