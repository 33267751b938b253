"""What a title, a label or the sentence over a list says of the sentences below it."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract

HEAD = """R 061540Z MAY 08
FM SECSTATE WASHDC
TO {to}
UNCLAS STATE 901377

E.O. 12958: N/A
TAGS: PREL
SUBJECT: VARIOUS

"""
POSTS = "AMEMBASSY QUITO\nAMEMBASSY LIMA"
GENEVA = "USMISSION GENEVA"


def asks(body, to=POSTS):
    found = extract(parse(HEAD.format(to=to) + body), is_day_off=lambda day: False)
    return [one.evidence.quote for one in found.actions]


@pytest.mark.parametrize(
    ("body", "want"),
    [
        (
            (
                "Action Requested\n----------------\n\n1. Posts should answer the questions in paragraph 2.\n\n"
                "2. Questions. (1) Who keeps the keys? (2) How many locks were changed in 2007? (3) Where is the safe?\n"
            ),
            ["Posts should answer the questions in paragraph 2."],
        ),
        (
            (
                "1. Embassies are instructed to seek agreement that the list stay closed, and:\n\n- find out who will be in the chair;\n"
                "- learn whether a vote is planned;\n- weigh how far the text may be cut.\n"
            ),
            [
                "Embassies are instructed to seek agreement that the list stay closed, and:",
                "find out who will be in the chair;",
                "learn whether a vote is planned;",
                "weigh how far the text may be cut.",
            ],
        ),
        (
            (
                "1. Posts are asked to count the foils and to report.\n\nBackground: The foils came in 2004. "
                "Boxes bought before the change should be registered with the tax office.\n"
            ),
            ["Posts are asked to count the foils and to report."],
        ),
        (
            "1. Posts are asked to count the foils and to report. Boxes opened before the change should be registered as well.\n",
            [
                "Posts are asked to count the foils and to report.",
                "Boxes opened before the change should be registered as well.",
            ],
        ),
        (
            "1. We therefore ask posts the following:\n-- Kindly describe how a deed is checked.\n-- If maps are used, please name the printer.\n",
            ["Kindly describe how a deed is checked.", "If maps are used, please name the printer."],
        ),
        (
            "1. The Department asks posts the following:\n\na. Does the port have a crane?\nb. Who owns it?\n",
            ["The Department asks posts the following:"],
        ),
        (
            "1. Embassies are asked to report on the following:\n\na. Please do so in full.\nb. Please be brief.\n",
            [
                "Embassies are asked to report on the following:",
                "Please do so in full.",
                "Please be brief.",
            ],
        ),
        (
            "1. It would be appreciated if posts would arrange these meetings:\nQuito: Minister of Ports; a lunch with\nimporters.\nLima: the rural society.\n",
            ["It would be appreciated if posts would arrange these meetings:"],
        ),
        (
            "1. Posts should act as follows:\nQuito: Send the list by May 20.\nLima: Hold the list until June 1.\n",
            ["Send the list by May 20.", "Hold the list until June 1."],
        ),
        ("1. Team members are:\nLeader: Ann Sorrel\nDriver: Bo Pell\n", []),
    ],
)
def test_what_stands_over_it_tells_whether_a_sentence_asks(body, want):
    assert asks(body) == want


@pytest.mark.parametrize(
    ("body", "want"),
    [
        (
            "1. Agenda item 2 (election of officers): Delegation can support the slate.\n",
            ["Delegation can support the slate."],
        ),
        (
            "1. Agenda item 3 (Secretariat's report): The Chair plans to hand out a text by the evening of June 2.\n",
            [],
        ),
        (
            "1. Item 4: Delegation should note that few have paid and urge the others to do so.\n",
            ["Delegation should note that few have paid and urge the others to do so."],
        ),
        ("1. Item 5: Delegation should note that the room is booked until noon.\n", []),
        (
            "1. Until the text is received Delegation should reserve its position.\n",
            ["Until the text is received Delegation should reserve its position."],
        ),
    ],
)
def test_guidance_for_a_meeting_is_read_item_by_item(body, want):
    assert asks(body, GENEVA) == want


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ("1. ACTION REQUESTED EMBASSY SHOULD COUNT THE FOILS.\n", ["EMBASSY SHOULD COUNT THE FOILS."]),
        ("1. Timing Posts should reply by May 20.\n", ["Posts should reply by May 20."]),
        ("1. Due date Please reply by May 20.\n", ["Please reply by May 20."]),
        ("1. Next steps Lima should send the list by May 20.\n", ["Lima should send the list by May 20."]),
        (
            "1. Action requests for visas must be sent by May 20.\n",
            ["Action requests for visas must be sent by May 20."],
        ),
        (
            "1. Nominations Embassies make should reach us by May 20.\n",
            ["Nominations Embassies make should reach us by May 20."],
        ),
        ("1. NEXT STEPS ARE TO BE REPORTED BY MAY 20.\n", ["NEXT STEPS ARE TO BE REPORTED BY MAY 20."]),
    ],
)
def test_a_title_without_its_mark_is_no_part_of_the_ask_behind_it(body, want):
    assert asks(body) == want
