"""A list of places with their days tells an event at each place; a list of what is due, or of what came in, tells none."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract

HEAD = "R 070900Z MAR 11\nFM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nAMEMBASSY QUITO\nUNCLAS STATE 004410\n\nTAGS: PREL\nSUBJECT: {subject}\n\n"


def stops(body, subject):
    cable = parse(HEAD.format(subject=subject) + f"1. {body}\n\n2. Regards.\n")
    events = extract(cable, is_day_off=lambda day: day.weekday() > 4).events
    return [(event.place, f"{event.start_on:%m-%d}/{event.end_on:%m-%d}") for event in events]


@pytest.mark.parametrize(
    ("body", "subject", "wanted"),
    [
        (
            "The marshals will inspect warehouses on this schedule:\n\nLIMA       APRIL 4-6\nQUITO      APRIL 7-8\nLA PAZ     APRIL 11-APRIL 13",
            "FIRE INSPECTION CIRCUIT",
            [("LIMA", "04-04/04-06"), ("QUITO", "04-07/04-08"), ("LA PAZ", "04-11/04-13")],
        ),
        (
            "Proposed calendar:\n\nLima: April 26 to April 28\nPort of Spain: May 2 to 6",
            "2011 VERIFICATION VISITS ON FISHING GEAR",
            [("Lima", "04-26/04-28"), ("Port of Spain", "05-02/05-06")],
        ),
        (
            "Their stops are:\n\n-- Lima, May 3-5\n-- Quito, May 6-8",
            "TOUR OF THE RIVERBANK QUINTET",
            [("Lima", "05-03/05-05"), ("Quito", "05-06/05-08")],
        ),
        (
            "The workshops will be held at three posts. Dates are:\n\nLima - May 3\nQuito - May 10",
            "WORKSHOPS ON PLANT HEALTH",
            [("Lima", "05-03/05-03"), ("Quito", "05-10/05-10")],
        ),
        (
            "A/FBO PROPOSES SEND TWO APPRAISERS TO LIMA (APRIL 4-6) AND QUITO (APRIL 7-8).",
            "SURVEY TEAM VISIT",
            [("LIMA", "04-04/04-06"), ("QUITO", "04-07/04-08")],
        ),
        (
            "The team visits Lima (April 4-6), Quito (April 7-8) and La Paz (April 11).",
            "VISIT OF AUDIT TEAM",
            [("Lima", "04-04/04-06"), ("Quito", "04-07/04-08"), ("La Paz", "04-11/04-11")],
        ),
    ],
)
def test_each_place_of_a_circuit_is_an_event(body, subject, wanted):
    assert stops(body, subject) == wanted


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("Send rosters by these dates:\n\nLima: April 4\nQuito: April 8", "TRAINING COURSES"),
        ("SEND ROSTERS OF VISITS IN TURN:\n\nLIMA: APRIL 4\nQUITO: APRIL 8", "TRAINING COURSES"),
        (
            "Rosters for the tour come in by the following dates:\n\nLima: April 4\nQuito: April 8",
            "TRAINING COURSES",
        ),
        ("Please submit reports on these dates:\n\nLima: April 4\nQuito: April 8", "INSPECTION REPORTS"),
        ("Deadlines for the schedule are:\n\nLima: April 4\nQuito: April 8", "INSPECTION SCHEDULES"),
        ("Schedules of visits were received from:\n\nLima: March 1\nQuito: March 2", "VISITS IN 2011"),
        ("The schedule of fees changes on these dates:\n\nLima: April 4\nQuito: April 8", "PASSPORT FEES"),
        ("Sales to Lima (March 1-3) and Quito (March 4-6) fell.", "TRADE FAIR"),
        (
            "Visits of ships stopped for these reasons:\n\nLima had storms on March 1\nQuito has no port",
            "PORT VISITS",
        ),
    ],
)
def test_a_list_of_what_is_due_or_came_in_is_no_circuit(body, subject):
    assert stops(body, subject) == []


def test_the_sentences_of_a_cable_are_gathered_once():
    cable = parse(HEAD.format(subject="VISITS") + "1. One. Two.\n\n2. Three.\n")

    assert [s.text for s in cable.sentences] == ["One.", "Two.", "Three."]
    assert cable.sentences is cable.sentences
