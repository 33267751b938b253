"""How an ask to many posts is counted."""

import pytest

from tracker.domain.roll_up import RollUp, is_delivery


@pytest.mark.parametrize(
    ("title", "so"),
    [
        ("Deliver the invitation in paragraph 6 to the appropriate host government", True),
        ("Prepare and hand over the paper", True),
        ("Please, and deliver it soon", True),
        ("Report the names of the participants", False),
        ("Suggest a speaker and confirm the rooms", False),
        ("Inform the Department of what was said", False),
        ("Report whether the note was delivered", False),
    ],
)
def test_what_goes_to_a_host_government_can_be_delivered(title, so):
    assert is_delivery(title) is so


def test_only_what_can_be_reached_is_counted():
    campaign = RollUp(posts=80, to_deliver=60, done=40, delivered=41, answered=23, agreed=15, late=6)
    report = RollUp(posts=5, to_deliver=0, done=1, delivered=0, answered=2, agreed=0, late=1)

    assert " · ".join(map(str, campaign.parts)) == (
        "Done 40 of 80 · delivered 41 of 60 · answered 23 · agreed 15 · late 6"
    )
    assert ", ".join(map(str, report.parts)) == "Done 1 of 5, answered 2, late 1"
