"""A due day becomes a moment at the place that must act, and the moment becomes words."""

from datetime import UTC, date, datetime, time

import pytest

from tracker.domain import due as due_module
from tracker.domain.due import (
    ClashKind,
    Due,
    clash,
    due_at,
    explain,
    explain_short,
    explained,
    is_overdue,
    place_meant,
)
from tracker.domain.workdays import WASHINGTON, Calendar, Count, Place, WorkingWeek

MEXICO = Place(name="Mexico City", zone="America/Mexico_City")
TOKYO = Place(name="Tokyo", zone="Asia/Tokyo", closes=time(17, 45))
LA_PAZ = Place(name="La Paz", zone="America/La_Paz")
CAIRO = Calendar(
    place=Place(name="Cairo", zone="Africa/Cairo"), weeks=(WorkingWeek(days=frozenset({6, 0, 1, 2, 3})),)
)
mexico = Calendar(place=MEXICO, days_off={date(2008, 9, 16): "Independence Day"})
la_paz = Calendar(place=LA_PAZ, days_off={date(2008, 8, 6): "Independence Day"})
AUGUST_6 = date(2008, 8, 6)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# --- the moment ---


@pytest.mark.parametrize(
    "said, zone, place, moment",
    [
        ("COB", None, MEXICO, "2008-08-06 22:00"),
        (None, None, MEXICO, "2008-08-06 22:00"),
        ("OOB", None, MEXICO, "2008-08-06 13:30"),
        ("NOON", None, MEXICO, "2008-08-06 17:00"),
        ("14:30", None, MEXICO, "2008-08-06 19:30"),
        ("00:00", None, MEXICO, "2008-08-06 05:00"),
        ("23:59", None, MEXICO, "2008-08-07 04:59"),
        ("24:00", None, MEXICO, "2008-08-07 05:00"),
        ("COB", "Washington", MEXICO, "2008-08-06 21:00"),
        ("COB", "America/New_York", MEXICO, "2008-08-06 21:00"),
        ("COB", "post", MEXICO, "2008-08-06 22:00"),
        ("12:00", "Z", MEXICO, "2008-08-06 12:00"),
        ("12:00", "UTC", MEXICO, "2008-08-06 12:00"),
        ("12:00", "Etc/GMT+5", MEXICO, "2008-08-06 17:00"),
        ("12:00", "Europe/Rome", MEXICO, "2008-08-06 10:00"),
        ("COB", None, TOKYO, "2008-08-06 08:45"),
        ("COB", "Asia/Tokyo", TOKYO, "2008-08-06 08:45"),
        ("COB", "Washington", TOKYO, "2008-08-06 21:00"),
    ],
)
def test_a_day_an_hour_and_a_place_are_a_moment(said, zone, place, moment):
    assert due_at(Due(on=AUGUST_6, time=said, zone=zone), place) == at(moment)


def test_without_a_day_there_is_no_moment():
    assert due_at(Due(on=None, time="COB"), MEXICO) is None


@pytest.mark.parametrize("said", ["", "5 PM", "25:00", "24:01", "7:00", "17:60", "cob", "COB "])
def test_an_hour_that_is_none_is_refused(said):
    with pytest.raises(ValueError, match="is not an hour"):
        due_at(Due(on=AUGUST_6, time=said), MEXICO)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "EDT5", "../etc/passwd", "", "America"])
def test_a_zone_that_is_none_is_refused(zone):
    with pytest.raises(ValueError, match="is not a zone"):
        place_meant(Due(on=AUGUST_6, zone=zone), MEXICO)


@pytest.mark.parametrize(
    "zone, name",
    [
        (None, "Mexico City"),
        ("post", "Mexico City"),
        ("America/Mexico_City", "Mexico City"),
        ("washington", "Washington"),
        ("z", "UTC"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
    ],
)
def test_the_place_meant_has_a_name_people_read(zone, name):
    assert place_meant(Due(on=AUGUST_6, zone=zone), MEXICO).name == name


@pytest.mark.parametrize(
    "day, said, moment",
    [
        (date(2009, 4, 5), "02:30", "2009-04-05 08:00"),  # the hour the spring leaves out, in Mexico
        (date(2009, 10, 25), "01:30", "2009-10-25 06:30"),  # the hour the autumn has twice
    ],
)
def test_an_hour_of_a_clock_change_is_the_first_that_exists(day, said, moment):
    assert due_at(Due(on=day, time=said), MEXICO) == at(moment)


# --- overdue ---


@pytest.mark.parametrize(
    "now, late",
    [("2008-08-06 21:59", False), ("2008-08-06 22:00", False), ("2008-08-06 22:01", True)],
)
def test_the_due_moment_itself_is_in_time(now, late):
    assert is_overdue(at("2008-08-06 22:00"), at(now)) is late


def test_what_has_no_moment_is_never_overdue():
    assert not is_overdue(None, at("2030-01-01 00:00"))


# --- clashes ---


@pytest.mark.parametrize(
    "calendar, day, kinds",
    [
        (mexico, date(2008, 9, 15), []),
        (mexico, date(2008, 9, 16), [ClashKind.HOLIDAY]),
        (mexico, date(2008, 9, 14), [ClashKind.WEEKEND]),
        (CAIRO, date(2008, 9, 14), []),
        (CAIRO, date(2008, 9, 12), [ClashKind.WEEKEND]),
        (la_paz, AUGUST_6, [ClashKind.HOLIDAY]),
        (mexico, AUGUST_6, []),
    ],
)
def test_only_the_right_posts_are_warned(calendar, day, kinds):
    assert [found.kind for found in clash(Due(on=day), calendar)] == kinds


def test_a_holiday_is_named_with_the_working_days_on_either_side():
    (found,) = clash(Due(on=AUGUST_6), la_paz)

    assert found.words == (
        "Wednesday 6 August 2008 is not a working day in La Paz: Independence Day. "
        "Working days before and after: Tuesday 5 August 2008 and Thursday 7 August 2008."
    )
    assert (found.day_before, found.day_after) == (date(2008, 8, 5), date(2008, 8, 7))


def test_a_holiday_in_the_weekend_says_both():
    calendar = Calendar(place=MEXICO, days_off={date(2008, 9, 14): "Feast"})

    (found,) = clash(Due(on=date(2008, 9, 14)), calendar)

    assert found.kind is ClashKind.WEEKEND
    assert "is in the weekend in Mexico City: Feast." in found.words


def test_a_day_off_elsewhere_is_told_with_its_place():
    both = mexico.together(Calendar(place=WASHINGTON, days_off={AUGUST_6: "Feast"}))

    (found,) = clash(Due(on=AUGUST_6), both)

    assert found.kind is ClashKind.HOLIDAY
    assert "Mexico City: Feast in Washington." in found.words


def test_the_end_of_a_day_belongs_to_that_day():
    assert clash(Due(on=date(2008, 9, 12), time="24:00"), mexico) == ()
    assert clash(Due(on=date(2008, 9, 14), time="24:00"), mexico)[0].kind is ClashKind.WEEKEND


@pytest.mark.parametrize(
    "arrived, words",
    [
        ("2008-08-04 13:30", None),
        ("2008-08-05 13:30", None),
        ("2008-08-05 13:31", "The cable leaves Mexico City only 1 working day to act."),
        ("2008-08-06 13:30", "The cable leaves Mexico City only 1 working day to act."),
        ("2008-08-06 13:31", "The cable leaves Mexico City no whole working day to act."),
        ("2008-08-09 13:31", "The cable leaves Mexico City no whole working day to act."),
    ],
)
def test_fewer_than_two_whole_working_days_are_warned_of(arrived, words):
    found = clash(Due(on=AUGUST_6), mexico, at(arrived))

    assert [each.words for each in found] == ([words] if words else [])


def test_an_unknown_calendar_is_said_to_be_so():
    (found,) = clash(Due(on=AUGUST_6), Calendar(place=MEXICO, is_known=False))

    assert found.kind is ClashKind.UNKNOWN_CALENDAR
    assert found.words == "No calendar known for Mexico City in 2008: local holidays are not counted."


def test_without_a_day_nothing_clashes():
    assert clash(Due(on=None), mexico) == ()


# --- words ---


@pytest.mark.parametrize(
    "moment, place, words",
    [
        ("2008-08-06 22:00", MEXICO, "Wednesday 6 August 2008, 17:00 Mexico City (18:00 Washington)"),
        ("2008-08-06 21:00", WASHINGTON, "Wednesday 6 August 2008, 17:00 Washington"),
        (
            "2008-08-06 08:00",
            TOKYO,
            "Wednesday 6 August 2008, 17:00 Tokyo (04:00 Washington)",
        ),
        (
            "2008-08-07 21:00",
            TOKYO,
            "Friday 8 August 2008, 06:00 Tokyo (Thursday 7 August 2008, 17:00 Washington)",
        ),
    ],
)
def test_a_moment_is_told_on_both_clocks(moment, place, words):
    assert explain(at(moment), place) == words


@pytest.mark.parametrize(
    "moment, place, words",
    [
        ("2008-08-06 22:00", MEXICO, "Wed 6 Aug, 17:00 (18:00 Washington)"),
        ("2008-08-06 21:00", WASHINGTON, "Wed 6 Aug, 17:00"),
        ("2008-08-07 21:00", TOKYO, "Fri 8 Aug, 06:00 (Thu 7 Aug, 17:00 Washington)"),
    ],
)
def test_a_moment_is_told_shortly_in_lists(moment, place, words):
    assert explain_short(at(moment), place) == words


def test_a_moment_is_told_as_cables_count():
    assert due_module.explain_utc(at("2008-08-06 22:00")) == "2008-08-06 22:00Z"


@pytest.mark.parametrize(
    "since, until, words",
    [
        ("2008-07-31 21:08", "2008-08-06 22:00", "4 working days: Fri 1, Mon 4, Tue 5, Wed 6 August 2008"),
        ("2008-07-30 12:00", "2008-08-01 22:00", "3 working days: Wed 30, Thu 31 July, Fri 1 August 2008"),
        ("2008-08-06 12:00", "2008-08-06 22:00", "1 working day: Wed 6 August 2008"),
        ("2008-08-06 14:00", "2008-08-06 22:00", "0 working days"),
        (
            "2008-12-31 12:00",
            "2009-01-01 23:00",
            "2 working days: Wed 31 December 2008, Thu 1 January 2009",
        ),
        ("2008-07-31 21:08", "2008-08-15 22:00", "11 working days: Fri 1 August to Fri 15 August 2008"),
        (
            "2008-12-15 12:00",
            "2009-01-15 22:00",
            "24 working days: Mon 15 December 2008 to Thu 15 January 2009",
        ),
    ],
)
def test_the_days_left_are_listed(since, until, words):
    assert due_module.working_days_left(mexico, at(since), at(until)).words == words


@pytest.mark.parametrize(
    "now, words",
    [
        ("2008-09-09 15:00", "in 3 working days"),
        ("2008-09-11 15:00", "in 1 working day"),
        ("2008-09-12 15:00", "today"),
        ("2008-09-12 22:00", "today"),
        ("2008-09-12 22:01", "late by less than a working day"),
        ("2008-09-13 15:00", "late by less than a working day"),
        ("2008-09-14 15:00", "late by less than a working day"),
        ("2008-09-15 15:00", "late by 1 working day"),
        ("2008-09-16 15:00", "late by 1 working day"),
        ("2008-09-17 15:00", "late by 2 working days"),
    ],
)
def test_how_far_off_it_is_is_told_in_working_days(now, words):
    assert due_module.relative(at("2008-09-12 22:00"), mexico, at(now)) == words


@pytest.mark.parametrize(
    "now, words",
    [
        ("2008-09-11 15:00", "in 1 working day"),
        ("2008-09-13 04:59", "today"),
        ("2008-09-13 05:00", "today"),
        ("2008-09-13 05:01", "late by less than a working day"),
        ("2008-09-15 15:00", "late by 1 working day"),
    ],
)
def test_the_midnight_that_ends_a_day_is_told_as_that_day(now, words):
    end_of_friday = due_at(Due(on=date(2008, 9, 12), time="24:00"), MEXICO)

    assert due_module.relative(end_of_friday, mexico, at(now)) == words


def test_a_due_day_that_is_not_worked_is_told_in_calendar_days():
    assert (
        due_module.relative(at("2008-09-16 22:00"), mexico, at("2008-09-14 15:00"))
        == "in 2 days, not a working day"
    )
    assert (
        due_module.relative(at("2008-09-16 22:00"), mexico, at("2008-09-15 15:00"))
        == "in 1 day, not a working day"
    )


def test_a_date_is_explained_in_sentences():
    lines = explained(Due(on=AUGUST_6, time="COB"), mexico, at("2008-07-31 21:08"))

    assert lines == (
        "Due Wednesday 6 August 2008, 17:00 Mexico City (18:00 Washington), 2008-08-06 22:00Z.",
        "4 working days: Fri 1, Mon 4, Tue 5, Wed 6 August 2008 after the cable reached Mexico City.",
        "Not counted: Sat 2 Aug (weekend), Sun 3 Aug (weekend).",
    )


def test_a_date_far_ahead_names_no_weekend():
    lines = explained(Due(on=date(2008, 9, 26), time="COB"), mexico, at("2008-07-31 21:08"))

    assert lines[1].startswith("40 working days: Fri 1 August to Fri 26 September 2008 after")
    assert lines[2] == "Not counted: Tue 16 Sep (Independence Day), 16 weekend days."


def test_an_hour_that_is_not_given_and_a_clash_are_explained():
    lines = explained(Due(on=date(2008, 9, 16)), mexico, at("2008-09-15 13:00"))

    assert lines[1] == "No hour is given: the day ends at close of business in Mexico City."
    assert lines[-1] == "The cable leaves Mexico City only 1 working day to act."
    assert any("Independence Day" in line for line in lines)


def test_no_day_is_made_up():
    assert explained(Due(on=None), mexico, at("2008-07-31 21:08")) == ("No day is given; none is made up.",)


def test_every_day_worked_leaves_nothing_uncounted():
    lines = explained(Due(on=AUGUST_6, time="COB"), mexico, at("2008-08-04 12:00"))

    assert len(lines) == 2


# --- what is left now, and how late with waits ---


@pytest.mark.parametrize(
    "now, kind",
    [
        ("2008-08-12 16:00", ClashKind.PASSED),
        ("2008-08-11 21:59", ClashKind.SHORT_NOW),  # the due day itself is all but over
        ("2008-08-08 22:00", ClashKind.SHORT_NOW),  # Friday evening: Monday is left
        ("2008-08-07 23:00", None),
    ],
)
def test_a_due_that_has_passed_or_is_near_is_warned_of(now, kind):
    found = due_module.clash_now(at("2008-08-11 22:00"), mexico, at(now))

    assert [one.kind for one in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    "count, words",
    [
        (None, "late by 4 working days"),
        (Count(after=date(2008, 8, 9)), "late by 1 working day"),
        (Count(after=date(2008, 8, 5), until=date(2008, 8, 5)), "late by less than a working day"),
    ],
)
def test_days_spent_waiting_are_not_late(count, words):
    due, now = at("2008-08-05 22:00"), at("2008-08-11 15:00")

    assert due_module.relative(due, mexico, now, count) == words
    assert due_module.gross(due, mexico, now) == "6 calendar days"


def test_what_is_not_late_has_no_gross_days():
    assert due_module.gross(at("2008-08-11 22:00"), mexico, at("2008-08-11 15:00")) == ""
