"""Who is meant where a sentence leans on the one before, opens with a place or a case, or names its post in several words."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract

HEAD = """R 061540Z MAY 08
FM {sender}
TO {to}
UNCLAS {sender_place} 901391

E.O. 12958: N/A
TAGS: PREL
SUBJECT: {subject}

1. Summary: Below.

2. {text}
"""
# How many asks stand in the paragraph; a cable to Oslo, Tunis, Port of Spain and Port Louis.
TO_POSTS = """
2 | Consular sections should read the guide. In particular, they should study chapter 2.
2 | Emergency Action Committees should convene to review the list in the light of the course the disease has taken. In addition, they should strike out the closing of schools.
2 | Consular officers must search the list for every applicant. In such cases officers should hold the application.
2 | Posts should search the list. Where in doubt, they should telephone the desk.
3 | Posts should take the following steps. First, they should verify the list. Second, they should report.
1 | Posts in Africa have been slow to answer. They should reply by May 13.
1 | Consular sections in the region have not used the form before. They should write to CA for copies.
1 | Embassies Oslo and Tunis are not concerned by paragraph 4. They should nonetheless report by May 13.
1 | Oslo has sent its list. It should now send the photographs by May 13.
1 | Embassy Port of Spain did not take part last year. It should let us know by May 13 whether it will this year.
1 | Oslo and Tunis are exempted from paragraphs 8 and 9. They should let this office know by May 13.
0 | Posts report that farmers are angry. They should stop work.
0 | The farmers are angry. They should stop work.
0 | Posts are closed to visitors. They should come back in June.
0 | Oslo has given the ministry a list. It should now send the photographs by May 13.
0 | Posts have received new pumps. They should run at night.
0 | Oslo has a new fence. It should last for years.
0 | Posts have seen ref A. The bridge must be repaired by the city.
1 | Embassy Port of Spain should find out by mid-May whether the authority has moved.
1 | Port of Spain and Oslo should each send a list.
0 | The authority in Port of Spain should find out by mid-May who owns the ship.
1 | In Port Louis the approach should be made to the Foreign Minister himself, who met him in June.
1 | In Oslo, the points should be made to the party leaders.
1 | Security assistance offices are to issue travel orders not later than May 20.
2 | General services officers are to count all vehicles. Each number must be read from the vehicle itself and not copied.
0 | The judge found that each meter must be read from the street.
2 | Posts should report on all camps. The number of refugees should be given by camp.
2 | Posts should report their costs. Costs should be broken down by quarter.
2 | Posts should send their claims. Each claim is to be supported by a receipt.
1 | Posts should report on the annex. The wall is to be painted by the landlord.
1 | Posts should report on the schools. Salaries should be paid by the ministry.
1 | Count sheets, countersigned by the management officer, should be loaded into the system no later than May 12.
1 | Serial numbers must be keyed into the property database by June 1.
0 | The ministry says that fingerprints must be loaded into its system by June 1.
"""
# A cable of a mission to State and the Secretary of Defense.
FROM_MISSION = """
1 | USNATO requests Washington's comments on the paper by COB May 18.
1 | USNATO would appreciate an answer from the Department by May 18.
1 | USNATO asks that SECDEF name an officer for the group.
0 | USNATO should be able to answer by May 18.
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def count(text: str, sender: str, to: str) -> int:
    place = sender.rsplit(maxsplit=1)[-1] if sender != "SECSTATE WASHDC" else "STATE"
    raw = HEAD.format(sender=sender, sender_place=place, to=to, subject="TEST", text=text)
    return len(extract(parse(raw), is_day_off=lambda day: day.weekday() > 4).actions)


@pytest.mark.parametrize(("wanted", "text"), rows(TO_POSTS))
def test_posts_are_asked(wanted: str, text: str):
    to = "AMEMBASSY OSLO\nAMEMBASSY TUNIS\nAMEMBASSY PORT OF SPAIN\nAMEMBASSY PORT LOUIS"

    assert count(text, "SECSTATE WASHDC", to) == int(wanted)


@pytest.mark.parametrize(("wanted", "text"), rows(FROM_MISSION))
def test_a_mission_that_calls_itself_by_its_name_asks(wanted: str, text: str):
    to = "SECSTATE WASHDC IMMEDIATE\nSECDEF WASHINGTON DC IMMEDIATE"

    assert count(text, "USMISSION USNATO", to) == int(wanted)
