"""Whose the day is where an order holds another's act, where a sentence parts, and what a post would like its capital to do."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract

TAIL = """
E.O. 12958: N/A
TAGS: PREL
SUBJECT: {subject}

1. Summary: Below.

2. {text}
"""
TO_POSTS = """R 061540Z MAY 08
FM SECSTATE WASHDC
TO AMEMBASSY OSLO
AMEMBASSY TUNIS
UNCLAS STATE 901392
"""
TO_CAPITAL = """R 061540Z MAY 08
FM USMISSION USNATO
TO SECSTATE WASHDC
SECDEF WASHINGTON DC
UNCLAS USNATO 001392

STATE FOR EUR/RPM
"""
# The days of the asks, a dash for none.
OF_POSTS = """
05-16 | Posts are asked to press hosts to vote for the text and to tell us by May 16 how they will vote.
05-16 | Embassy is asked to urge the ministry to sign, and to report its answer within ten days.
06-04 | Embassy is asked to encourage the Saudis to accept, and to let the Department know the names of those chosen by June 4.
05-20 | Embassy is requested to remind the ministry of its promise to support her, and to cable its answer within two weeks.
05-20 | Embassy should urge the ministry to sign the text, and report its answer by May 20.
05-20 | Posts are requested to ask hosts to co-sponsor and to advise USUN and the Department by May 20.
05-31 | Chiefs are asked to keep a count of cases held under paragraph 3 and to send it to CA/VO/F at the end of the month.
- | Embassy should urge the ministry to sign the text and to deposit it by May 20.
- | Embassy should urge the government to sign and to report to the Committee by May 20.
- | Embassy should press the ministry to speak up and to tell the Council by May 20.
- | Embassy should remind the ministry that the ship sails and that it is to report by May 20.
05-31 | Posts should send the totals at month's end.
06-12 06-14 | Approaches should be completed by June 12, and posts should report the results not later than June 14.
06-12 06-14 | The count should be finished by June 12, and posts should send the sheets by June 14.
06-12 06-14 | Inventories must be completed by June 12 and posts must certify them by June 14.
06-12 06-14 | Demarches should be made by June 12, and the results reported by June 14.
06-03 | The ministry should sign by May 20, and posts should report by June 3.
06-03 | Travelers should apply by May 20, and posts should report by June 3.
06-13 | Grateful if posts would send a list, by June 13.
"""
OF_CAPITAL = """
05-14 | Grateful if Department would let us have a line that we can use with the Secretariat, by COB Wednesday, May 14.
- | We should also like the Department to tell us whether the new rules bind subsidiaries.
- | We would like the desk to say whether the visit is on.
- | Mission would like EUR/RPM to send the text.
07-07 | Mission would appreciate SECDEF's nominee for the chair not later than July 7.
06-03 | Post would be glad if EUR would let it have a copy by June 3.
 | We would like the ministry to send the text.
 | We should like the Germans to withdraw.
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip("\n").splitlines()]


def days(head: str, text: str) -> str:
    raw = head + TAIL.format(subject="TEST", text=text)
    found = extract(parse(raw), is_day_off=lambda day: day.weekday() > 4)
    return " ".join(
        f"{a.deadline.day:%m-%d}" if a.deadline and a.deadline.day else "-" for a in found.actions
    )


@pytest.mark.parametrize(("wanted", "text"), rows(OF_POSTS))
def test_the_day_is_that_of_the_errand(wanted: str, text: str):
    assert days(TO_POSTS, text) == wanted


@pytest.mark.parametrize(("wanted", "text"), rows(OF_CAPITAL))
def test_a_mission_asks_its_capital(wanted: str, text: str):
    assert days(TO_CAPITAL, text) == wanted.strip()
