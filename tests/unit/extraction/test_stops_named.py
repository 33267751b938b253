"""Days counted from what happens "there", on a tour of several places; and what a command asks of posts."""

from datetime import date

import pytest

from tracker.cable import parse
from tracker.extraction import extract

HEAD = "R 101500Z MAR 76\nFM {origin}\nTO AMEMBASSY OSLO\nAMEMBASSY RIGA\nUNCLAS 8001\nE.O. 11652: N/A\nTAGS: OEXC\nSUBJECT: PRINT EXHIBIT\n\n"
TOUR = "1. The exhibit will hang in Riga, April 2-20, and in Oslo, May 7-25.\n\n2. "


def first_ask(body, origin="SECSTATE WASHDC"):
    found = extract(
        parse(HEAD.format(origin=origin) + body), is_day_off=lambda day: day.weekday() > 4
    ).actions
    return found[0] if found else None


@pytest.mark.parametrize(
    "sentence, day",
    [
        ("Oslo's floor plan is due here ten days before the exhibit opens there.", date(1976, 4, 27)),
        ("Riga's floor plan is due here ten days before the exhibit opens there.", date(1976, 3, 23)),
        ("Floor plans are due here ten days before the exhibit opens there.", None),
    ],
)
def test_there_is_the_one_stop_that_the_ask_names(sentence, day):
    assert first_ask(TOUR + sentence + "\n").deadline.day == day


@pytest.mark.parametrize(
    "sentence, is_ask",
    [
        ("EMBASSY IS ASKED TO HAVE THE LIST TRANSLATED BEFORE IT IS PASSED ON.", True),
        ("WHETHER THE CLINIC IS STILL SHUT IS TO BE ASCERTAINED AND CABLED WITHIN FOUR WORKING DAYS.", True),
        ("PARTY IS TO TRAVEL IN CIVILIAN CLOTHES.", False),
        ("WHETHER THE CLINIC IS TO BE CLOSED IS TO BE DETERMINED BY THE MINISTRY.", False),
    ],
)
@pytest.mark.parametrize("origin", ["SECSTATE WASHDC", "USCINCEUR VAIHINGEN GE"])
def test_a_command_asks_posts_as_the_capital_does(sentence, is_ask, origin):
    assert (first_ask(f"1. {sentence}\n", origin) is not None) is is_ask


@pytest.mark.parametrize(
    "sentence, is_ask",
    [
        ("HR's list of the billets should reach the Embassy by March 26, if it is to be of use.", True),
        ("The ministry's list should reach the Embassy by March 26.", False),
    ],
)
def test_what_an_office_owes_a_post_is_to_reach_it(sentence, is_ask):
    body = (
        "R 101500Z MAR 76\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nUNCLAS OSLO 801\nE.O. 11652: N/A\nTAGS: OEXC\nSUBJECT: BILLETS\n\n1. "
        f"{sentence.replace('HR', 'A/HR')}\n"
    )

    found = extract(parse(body), is_day_off=lambda day: day.weekday() > 4).actions

    assert bool(found) is is_ask
