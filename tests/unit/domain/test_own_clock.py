"""An office may be set to its own clock: hours in its cables that name no place are then its own."""

from datetime import UTC, date, datetime, time

import pytest

from tracker.domain.due import Due, due_at
from tracker.domain.own_clock import by_origin
from tracker.domain.places import Post, PostKind
from tracker.domain.workdays import Place

TOKYO = Place(name="Tokyo", zone="Asia/Tokyo", closes=time(17, 45))
AUGUST_6 = date(2008, 8, 6)


def office(**changes):
    values = {
        "designator": "SECSTATE WASHDC",
        "kind": PostKind.OFFICE,
        "city": "Washington",
        "country": "US",
        "zone": "America/New_York",
        "keeps_own_clock": True,
    }
    return Post(**(values | changes))


STATE = office()
LATE_OFFICE = office(designator="USTR WASHDC", opens=time(9), closes=time(18))
BERLIN = office(
    designator="AMEMBASSY BERLIN", kind=PostKind.EMBASSY, city="Berlin", country="DE", zone="Europe/Berlin"
)


@pytest.mark.parametrize(
    "origin, said, zone, moment",
    [
        (STATE, "COB", None, "2008-08-06 21:00"),
        (STATE, "OOB", None, "2008-08-06 12:30"),
        (STATE, None, None, "2008-08-06 21:00"),
        (STATE, "NOON", None, "2008-08-06 16:00"),
        (STATE, "14:30", None, "2008-08-06 18:30"),
        (STATE, "24:00", None, "2008-08-07 04:00"),
        (STATE, "COB", "post", "2008-08-06 08:45"),
        (STATE, "COB", "Europe/Rome", "2008-08-06 15:00"),
        (STATE, "12:00", "Z", "2008-08-06 12:00"),
        (LATE_OFFICE, "COB", None, "2008-08-06 22:00"),
        (LATE_OFFICE, "OOB", None, "2008-08-06 13:00"),
        (LATE_OFFICE, "NOON", None, "2008-08-06 16:00"),
        (BERLIN, "COB", None, "2008-08-06 15:00"),
        (BERLIN, "OOB", None, "2008-08-06 06:30"),
        (office(keeps_own_clock=False), "COB", None, "2008-08-06 08:45"),
        (None, "COB", None, "2008-08-06 08:45"),
    ],
)
def test_an_hour_without_a_place_is_the_origins_where_it_keeps_its_own_clock(origin, said, zone, moment):
    due, _ = by_origin(Due(on=AUGUST_6, time=said, zone=zone), origin)

    assert due_at(due, TOKYO) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "origin, said, words",
    [
        (STATE, "COB", ("SECSTATE WASHDC is set to its own clock: the hour is that of Washington.",)),
        (LATE_OFFICE, None, ("USTR WASHDC is set to its own clock: the hour is that of Washington, 18:00.",)),
        (BERLIN, "NOON", ("AMEMBASSY BERLIN is set to its own clock: the hour is that of Berlin.",)),
        (None, "COB", ()),
    ],
)
def test_it_says_so(origin, said, words):
    assert by_origin(Due(on=AUGUST_6, time=said), origin)[1] == words


def test_hours_of_washington_keep_their_words():
    due, _ = by_origin(Due(on=AUGUST_6, time="COB"), STATE)

    assert due == Due(on=AUGUST_6, time="COB", zone="Washington")


def test_a_due_without_a_day_stays_as_it_is():
    assert by_origin(Due(on=None, time="COB"), STATE) == (Due(on=None, time="COB"), ())
