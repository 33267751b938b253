"""Events told without their noun, and days on which nothing takes place."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract

HEAD = """P 022108Z MAY 05
FM SECSTATE WASHDC
TO AMEMBASSY OSLO PRIORITY
AMEMBASSY TUNIS PRIORITY
UNCLAS STATE 900699

E.O. 12958: N/A
TAGS: PREL
SUBJECT: {subject}

1. {text}
"""
# The first and last day of each event.
TOLD = """
09-03 09-04 | Mission-wide fraud managers will compare notes in Beijing September 3-4.
05-23 05-24 | Consular chiefs will confer in Lagos May 23-24.
05-23 05-23 | The Secretary and the Prime Minister will talk in Rome on May 23.
06-21 06-21 | Experts discussed it this morning and will meet again June 21.
07-07 07-09 | A Romanian reconnaissance party is expected Tampa July 7-9.
05-23 05-23 | An advance team is expected in Tunis on May 23.
06-16 06-27 | Two of our engineers will be in Oslo and the northern ports June 16-27.
05-23 05-26 | The chiefs of mission will be in Washington May 23-26.
06-12 06-30 | The Bureau announces a project for judges. It will bring fourteen visitors to the United States June 12-30.
06-07 06-21 | The program takes twelve editors to Ohio June 7-21.
06-07 07-01 | Department is arranging an international visitor project on airport management from June 7 to July 1.
12-07 12-07 | Post plans to field twenty teams on December 7, when Ghana will hold its presidential and parliamentary elections.
12-07 12-07 | On December 7, when Ghana elects its president, the office will be closed.
07-29 07-29 | The ministry will not move now (the Upper House will be chosen on July 29).
07-29 07-29 | The new parliament will be elected on July 29.
07-16 07-20 | Post should lend a hall for the seminar for tower staff which FAA will hold in Tunis on July 16-20.
06-24 06-27 | EMBASSY WELCOMES VISIT OF DELEGATION ANNOUNCED REFTEL. WE UNDERSTAND THAT IT WILL REACH TUNIS FROM ROME ON JUNE 24 AND DEPART FOR QUITO ON JUNE 27.
"""
NOT_TOLD = """
Norway suggested that a candidate for the chair of the working group be put forward before the summer recess, which begins on July 27.
Reports are due June 3, when the committee meets.
The truck will take the crates to Tunis on May 23.
The pouch takes papers to Tunis on May 23.
Reply is expected in Washington on May 23.
A delivery is expected here May 23.
A storm is expected in Tunis on May 23.
The clerks will be in the annex from May 23.
A chairman was chosen on May 3.
The engineers talked to the clerks and will consult the lawyers on May 23.
Shops will be closed May 23-26.
"""


def events(text: str) -> list[str]:
    found = extract(parse(HEAD.format(subject="TEST", text=text)), is_day_off=lambda day: False).events
    return [f"{e.start_on:%m-%d} {e.end_on:%m-%d}" for e in found if e.start_on and e.end_on]


@pytest.mark.parametrize(("days", "text"), [line.split(" | ") for line in TOLD.strip().splitlines()])
def test_what_takes_place_is_found_by_its_verb(days: str, text: str):
    assert events(text) == [days]


@pytest.mark.parametrize("text", NOT_TOLD.strip().splitlines())
def test_a_day_of_anything_else_is_no_event(text: str):
    assert events(text) == []
