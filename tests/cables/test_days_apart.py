"""A day told in a sentence of its own goes to the one ask before it that wants the thing; else that sentence asks."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract, refusals

HEAD = """P 022108Z MAY 05
FM SECSTATE WASHDC
TO AMEMBASSY OSLO PRIORITY
AMEMBASSY TUNIS PRIORITY
UNCLAS STATE 900699

E.O. 12958: N/A
TAGS: PREL
SUBJECT: {subject}

1. Summary: Action is asked for below.

2. {text}
"""
# The days of the asks that are left, a dash for none; then the paragraph.
HANDED_ON = """
06-03 | Each post is asked to nominate one officer. The course is meant for judges. The deadline for nominations is June 3.
06-30 | Posts are asked to supply the names of those who will come. Seats cannot be held. The deadline for names is June 30.
06-17 | Each vehicle is to be entered on form DS-4139. The last day for the forms is Friday, June 17.
06-21 | Management officers are requested to certify that the cooler works. June 21 is the deadline for certifications.
06-05 | Department would appreciate hearing from posts whether the road is open. The last day on which this can be of use is June 5.
06-21 | Please find out who will attend. June 21 is the last day for this.
- 06-03 | Posts should deliver the non-paper. Posts should report the response. The suspense for responses is June 3.
06-03 | Posts are asked to report the number of diggers. The closing date is June 3.
06-03 | Posts are asked to report the number of diggers. June 3 is the cut-off for replies.
06-03 | Posts are asked to nominate one officer. Nominations close on June 3.
06-03 | Posts are asked to nominate one officer. Nominations received after June 3 cannot be considered.
06-03 | Posts are asked to nominate one officer. The Bureau has set June 3 as the deadline for nominations.
06-03 | Posts are asked to nominate one officer. A deadline of June 3 has been set.
06-03 | Posts are asked to nominate one officer. There is a suspense of June 3 for this request.
06-03 | Posts are asked to nominate one officer. We have set a deadline of June 3 for nominations.
06-03 | Posts are asked to nominate one officer. Please note that the closing date for nominations is COB June 3, Washington time.
06-03 | POSTS ARE REQUESTED TO SUBMIT VEHICLE LISTS. SUSPENSE FOR LISTS IS 3 JUN 05.
06-03 | Please send fund cites. No cites can be processed after June 3.
06-03 | Please send fund cites. NNSA cannot accept cites received after noon June 3.
05-20 | Posts should register their officers on line. The window closes at COB Friday, May 20.
05-20 | Posts wishing to take part should apply to FSI. Applications will be accepted until May 20.
05-20 | Posts should confirm the number of delegates. Confirmations are binding; the last day to confirm is May 20.
05-20 | Posts should confirm the number of delegates. The last day to confirm is May 20, as the hotel will then let the rooms.
05-20 | Posts should comment on the draft. The comment deadline is May 20.
05-20 | Please furnish the serial numbers of all radios. The last day this office can use them is May 20.
05-20 | Posts should enter their data. The system will take entries until May 20.
05-20 | Posts may nominate a second officer. May 20 is the last day for nominations.
05-20 - | Each post is asked to nominate one officer. Each nomination should bear a signature. The deadline for nominations is May 20.
05-20 - | Posts should send biographies. The biographies should be typed. The last date for biographies is May 20.
05-20 | Embassy is asked to nominate one officer by May 20. The deadline for nominations is May 20.
06-10 | Embassies should recommend one journalist each. The last day on which names can be added to the list is Friday, June 10.
06-10 | Posts are asked to complete the survey on the intranet. The site will close at midnight on June 10.
06-10 | Posts should submit recommendations. The Board meets on June 20; the cutoff for recommendations is June 10.
06-10 | Posts should submit recommendations. Recommendations that reach DGHR later than June 10 cannot be put before the Board.
06-10 | Department would welcome post's views on the proposal. Views that arrive by June 10 will be taken into account.
06-10 | Posts should nominate one officer each. Only nominations received by June 10 will be considered.
06-10 - | Posts are asked to identify candidates. Biographies should be in English. The deadline for candidates is June 10.
06-10 | Each mission is to inventory its weapons. The date by which inventories must be complete is June 10.
"""
KEPT_APART = """
- - 06-03 | Posts should count vans. Posts should count sedans. The deadline for both is June 3.
05-18 05-20 | Embassy is asked to nominate one officer by May 18. The deadline for nominations is May 20.
- | Embassy should seek the ministry's answer. The ministry's deadline for answers is May 20.
- | Embassy should encourage firms to bid. The deadline for bids is May 20.
- | Embassy should urge the government to sign. The deadline for ratification is May 20.
- | Embassy is asked to report on the conference. The last day of the conference is May 20.
- | Embassy is asked to meet the delegation. May 20 is the last day of its stay.
- | Embassy is asked to say how many voters have registered. Registration closes May 20.
- | Embassy is asked to nominate one officer. The deadline for nominations was April 20.
- | Posts should ask the ministry whether it will sign. The Commission's deadline for signature is June 3.
- | Posts should count vans. The deadline for vans is June 3 and for sedans June 10.
- 06-03 | Each post is asked to nominate one officer. Nominations are due June 3.
- 06-03 | Embassy is asked to seek the view of the ministry. Replies are needed by June 3.
- | Posts should remind grantees of the rules. The deadline for grantees' reports is June 10.
- | Embassy should register the observers. The Commission closes its list on June 10.
- | Posts should publicize the lottery. Entries will be accepted until June 10.
- 06-10 | Embassy should encourage scientists to apply. The closing date for applications is June 10.
- | The deadline for names is June 30. Posts are asked to supply names.
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def days(text: str) -> str:
    found = extract(parse(HEAD.format(subject="TEST", text=text)), is_day_off=lambda day: day.weekday() > 4)
    return " ".join(
        f"{a.deadline.day:%m-%d}" if a.deadline and a.deadline.day else "-" for a in found.actions
    )


@pytest.mark.parametrize(("wanted", "text"), rows(HANDED_ON))
def test_the_day_goes_to_the_ask_for_the_thing(wanted: str, text: str):
    assert days(text) == wanted


@pytest.mark.parametrize(("wanted", "text"), rows(KEPT_APART))
def test_no_ask_gets_a_day_that_may_not_be_its_own(wanted: str, text: str):
    assert days(text) == wanted


def test_the_ask_may_stand_in_the_paragraph_before():
    text = "Embassy is asked to nominate one officer.\n\n3. Most were late. The deadline for nominations is June 3."

    assert days(text) == "06-03"


def test_an_ask_further_up_gets_no_day():
    text = "Embassy is asked to nominate one officer.\n\n3. All were late.\n\n4. The deadline for nominations is June 3."

    assert days(text) == "- 06-03"


def test_it_says_which_sentence_told_the_day_and_leaves_that_out():
    text = "Each post is asked to nominate one officer. Nominations that arrive after COB June 3 will be too late."

    found = extract(parse(HEAD.format(subject="TEST", text=text)), is_day_off=lambda day: day.weekday() > 4)

    (ask,) = found.actions
    assert ask.deadline is not None
    assert (ask.deadline.quote, ask.deadline.time) == ("COB June 3", "COB")
    assert ask.deadline.explained[:3] == (
        "Read “COB June 3”.",
        "The day is told in a sentence of its own: “Nominations that arrive after COB June 3 will be too late.”",
        "What comes later is too late: that day is the last.",
    )
    left = found.left_out[-1]
    assert left.reason == refusals.DAY_TOLD
    assert left.deadline == ask.deadline


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We ask posts to call upon the ministries of mines and report what they say.", None),
        ("Posts should draw upon the paper.", None),
        ("Posts should touch upon the pledges of last year.", None),
        ("Please report upon arrival of the team.", "upon arrival of the team"),
        ("Please call him upon landing.", "upon landing"),
    ],
)
def test_upon_sets_a_day_only_before_a_happening(text: str, quote: str | None):
    found = extract(parse(HEAD.format(subject="TEST", text=text)), is_day_off=lambda day: False)

    assert [a.deadline and a.deadline.quote for a in found.actions] == [quote]
