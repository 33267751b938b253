"""Visits told by their stops, a line each: what is done there orders nothing; the visit is one event, or one at each place."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract

HEAD = "R 101500Z MAR 76\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\nAMEMBASSY RIGA\nUNCLAS STATE 958001\nE.O. 11652: N/A\nTAGS: OVIP, NO\nSUBJECT: {subject}\n\n"


def read(subject, body):
    found = extract(parse(HEAD.format(subject=subject) + body), is_day_off=lambda day: day.weekday() > 4)
    asks = [one.evidence.quote for one in found.actions]
    return asks, [(one.name, f"{one.start_on:%m-%d}", f"{one.end_on:%m-%d}") for one in found.events]


TRIPS = [
    (
        "VISIT OF TIMBER TEAM",
        (
            "1. TEAM WILL KEEP TO THIS SCHEDULE:\nAPRIL 2 OSLO. CALL ON MINISTER OF FORESTS\nAPRIL 3 BERGEN. VISIT MILLS\nAPRIL 5 RIGA. MEET EXPORTERS\n"
            "APRIL 7 TEAM DEPARTS FOR ROME\n2. PLEASE MEET TEAM AT AIRPORT.\n"
        ),
        ["PLEASE MEET TEAM AT AIRPORT."],
        [("VISIT OF TIMBER TEAM", "04-02", "04-07")],
    ),
    (
        "VISIT OF TIMBER TEAM",
        (
            "1. PROGRAM IS AS FOLLOWS:\nAPRIL 2\n0900 CALL ON MINISTER OF HEALTH\n1030 VISIT HOSPITAL\nAPRIL 3\n0800 DEPART FOR RIGA\n1500 MEET PRESS\n"
            "APRIL 4\n0900 REVIEW SCHOOLS WITH MAYOR\n"
        ),
        [],
        [("VISIT OF TIMBER TEAM", "04-02", "04-04")],
    ),
    (
        "NMA/OIP. COAL REVIEW GROUP FROM INDIA",
        (
            "1. THEY REACH DENVER APRIL 11. NMA PLANS THREE WEEKS AS FOLLOWS:\nAPRIL 12 DENVER. SCHOOL OF MINES\nAPRIL 19 BUTTE. STATE COLLEGE, PITS\n"
            "APRIL 30 GROUP LEAVES FOR HOME\n"
        ),
        [],
        [("COAL REVIEW GROUP FROM INDIA", "04-11", "04-30")],
    ),
    (
        "CODEL HARROW: ITINERARY",
        (
            "1. ITINERARY FOLLOWS.\n\n-- APR 5 ARRIVE OSLO 1430 SK-912\n-- APR 7 DEPART OSLO 0900, ARRIVE RIGA 1200\n-- APR 9 DEPART RIGA FOR NEW YORK\n\n"
            "2. PLEASE BOOK THREE ROOMS.\n"
        ),
        ["PLEASE BOOK THREE ROOMS."],
        [("CODEL HARROW", "04-05", "04-07"), ("CODEL HARROW", "04-07", "04-09")],
    ),
    (
        "VISIT OF CHOIR",
        "1. STOPS ARE:\n2 APRIL OSLO. SING AT CASTLE\n9 APRIL RIGA. SING AT DOM AND VISIT SCHOOL\n12 APRIL CHOIR FLIES HOME. PLEASE ADVISE IF HALLS ARE FREE.\n",
        ["PLEASE ADVISE IF HALLS ARE FREE."],
        [("VISIT OF CHOIR", "04-02", "04-12")],
    ),
    (
        "VISIT OF TEAM",
        "1. SCHEDULE FOLLOWS.\nAPRIL 2 ARRIVE OSLO\nAPRIL 9 ARRIVE RIGA\nAPRIL 12 DEPART\nREQUEST EMBASSY BOOK ROOMS.\n",
        ["REQUEST EMBASSY BOOK ROOMS."],
        [("VISIT OF TEAM", "04-02", "04-09"), ("VISIT OF TEAM", "04-09", "04-12")],
    ),
    (
        "VISIT OF CODEL HARROW",
        (
            "1. CODEL WILL VISIT NORWAY AND LATVIA APRIL 5-9. ITINERARY FOLLOWS.\n\n-- APR 5 ARRIVE OSLO 1430\n-- APR 7 DEPART OSLO 0900, ARRIVE RIGA 1200\n-- APR 9 DEPART RIGA FOR NEW YORK\n"
        ),
        [],
        [("VISIT OF CODEL HARROW", "04-05", "04-09")],
    ),
    (
        "VISIT OF CODEL HARROW",
        (
            "1. SHIPS CALL AT OSLO APRIL 5-8. ITINERARY FOLLOWS.\n\n-- APR 5 ARRIVE OSLO 1430\n-- APR 7 DEPART OSLO 0900, ARRIVE RIGA 1200\n-- APR 9 DEPART RIGA FOR NEW YORK\n"
        ),
        [],
        [("VISIT OF CODEL HARROW", "04-05", "04-07"), ("VISIT OF CODEL HARROW", "04-07", "04-09")],
    ),
    (
        "CODEL HARROW, APRIL 5-9",
        "1. ITINERARY FOLLOWS.\n\n-- APR 5 ARRIVE OSLO 1430 SK-912\n-- APR 7 DEPART OSLO 0900, ARRIVE RIGA 1200\n-- APR 9 DEPART RIGA FOR NEW YORK\n",
        [],
        [("CODEL HARROW, APRIL 5-9", "04-05", "04-09")],
    ),
    (
        "TRAVEL OF CODEL HARROW",
        (
            "1. The delegation will keep to this itinerary:\n\nFriday, April 2\n2130 Depart Andrews AFB\n\nSaturday, April 3\n1415 Arrive Oslo\n\n"
            "Tuesday, April 6\n0900 Depart Oslo\n1030 Arrive Riga\n\nFriday, April 9\n1600 Depart Riga for Andrews AFB\n"
        ),
        [],
        [("TRAVEL OF CODEL HARROW", "04-03", "04-06"), ("TRAVEL OF CODEL HARROW", "04-06", "04-09")],
    ),
    (
        "CODEL HARROW - CHANGES",
        (
            "1. REVISED ITINERARY IS AS FOLLOWS:\nAPRIL 2, FRIDAY (EVENING) - DEPART ANDREWS AFB;\nAPRIL 3, SATURDAY (MORNING) - ARRIVE OSLO;\n"
            "APRIL 6, TUESDAY (NOON) - DEPART OSLO FOR RIGA;\nAPRIL 9, FRIDAY - DEPART RIGA FOR ANDREWS AFB.\n"
        ),
        [],
        [("CODEL HARROW", "04-03", "04-06"), ("CODEL HARROW", "04-06", "04-09")],
    ),
]


@pytest.mark.parametrize("subject,body,asks,events", TRIPS)
def test_stops_order_nothing_and_are_one_visit_or_one_at_each_place(subject, body, asks, events):
    assert read(subject, body) == (asks, events)


NO_TRIPS = [
    (
        "PRICES OF COD",
        "1. PRICES WERE AS FOLLOWS:\nAPRIL 2 TWO CROWNS\nAPRIL 3 THREE CROWNS\nAPRIL 5 FOUR CROWNS\n",
    ),
    (
        "VISIT OF TEAM",
        "1. PAST SHIPMENTS:\nJANUARY 2 TWO SHIPS\nJANUARY 13 THREE SHIPS\nJANUARY 25 FOUR SHIPS\n",
    ),
    ("VISIT OF TEAM", "1. STOPS ARE:\nAPRIL 9 RIGA\nAPRIL 2 OSLO\nAPRIL 12 TEAM FLIES HOME\n"),
    ("VISIT OF TEAM", "1. STOPS ARE:\nAPRIL 2 TEAM ARRIVES OSLO\nAPRIL 5 RIGA\n"),
]


@pytest.mark.parametrize("subject,body", NO_TRIPS)
def test_other_lists_of_days_are_no_visit(subject, body):
    asks, events = read(subject, body)

    assert (asks, [name for name, _, last in events if last != "04-02"]) == ([], [])


def test_what_posts_shall_send_by_a_day_each_is_no_itinerary():
    asks, _ = read(
        "PAPERS",
        "1. POSTS SHOULD SUBMIT PAPERS AS FOLLOWS:\nAPRIL 2 NOMINATIONS\nAPRIL 9 BIOGRAPHIES\nAPRIL 20 PHOTOGRAPHS\n",
    )

    assert len(asks) == 1
    assert "APRIL 9 BIOGRAPHIES" in asks[0]


def test_days_at_the_head_of_a_line_of_prose_are_no_stops():
    body = "1. TEAM WILL BE HERE FROM\nAPRIL 2 AND LEAVE BEFORE\nAPRIL 9. PLEASE TELL FAO THAT ROOMS ARE HELD UNTIL\nAPRIL 12.\n"

    assert read("VISIT OF TEAM", body)[0] == ["PLEASE TELL FAO THAT ROOMS ARE HELD UNTIL APRIL 12."]


def test_a_conference_on_the_way_stays_an_event_of_its_own():
    body = "1. STOPS ARE:\nAPRIL 2 TEAM ARRIVES OSLO\nAPRIL 5 WORLD TIMBER CONFERENCE WILL BE HELD AT RIGA\nAPRIL 9 TEAM LEAVES\n"

    assert [day for _, day, _ in read("VISIT OF TEAM", body)[1]] == ["04-02", "04-05"]
