"""Which event a day belongs to where a sentence holds more than one clause, and what the words around a day make of it."""

import pytest
from rows import in_parts
from test_told_events import days

TOLD = [  # the days, the sentence
    ("05-03/05-06", "The inspection chief's visit is set for May 3-6."),
    ("03-02", "The workshop of the National Railway was held in Lima on March 2."),
    ("05-03", "On May 3 and 4 and at the mine there is a fair; the vote is on May 3."),
    (
        "05-04",
        "The text which Chile tabled on March 2 and on which the First Committee will take action May 4 is short.",
    ),
    ("05-04", "THE FOURTH COMMITTEE WILL TAKE ACTION ON THE DRAFT ON MAY 4."),
    ("05-04", "The First Committee is expected to take action on the text on May 4."),
    ("05-02", "The firm will speak to the Transport Board, which meets on May 2."),
    ("03-02", "The Reef Commission met on March 2."),
    ("05-03", "The Reef Panel is to convene in Lima on May 3."),
    ("05-20", "The vote is expected May 20, but could slip to May 21."),
    ("05-20", "The hearing is set for May 20 but may be moved to May 27."),
    ("05-20", "The hearing has been moved to May 20."),
    ("05-03", "The Embassy will hold a reception for the jurists on May 3."),
    ("05-03/05-07", "The fisheries expert from Quito (Ana Solis) will be in Lima May 3-7."),
    ("03-01/03-03", "The roving inspector, who was here March 1-3, told us to change the locks."),
    ("03-01/03-03", "THE REGIONAL ENGINEER, WHO WAS HERE MARCH 1-3, WANTS NEW PUMPS."),
    ("05-10", "Eleven points are to be put right prior to the inspectors' return on May 10."),
    ("05-10", "THE MINISTRY SHOULD FINISH THE LIST BEFORE THE TEAM'S RETURN TO LIMA ON MAY 10."),
    (
        "05-02/05-06",
        "Lima asks that IIP find a speaker for a one-week program in Lima and Cusco, May 2-6, 2011.",
    ),
    (
        "05-12/05-19",
        "Post grants country clearance to Dr. Mila Sandoval and Ms. Henny Voss to visit Peru May 12-19, 2011.",
    ),
    ("05-12/05-19", "POST GRANTS COUNTRY CLEARANCE TO MR. SANDOVAL TO VISIT PERU MAY 12-19."),
    ("05-21", "The Service wants to know where all stand by the time the U.S. delegation meets on May 21."),
    ("05-05", "The Ambassador may wish to raise this during the May 5 call on the Foreign Minister."),
    ("05-07", "The first American Shelf will be opened at the national library on May 7."),
    ("05-07", "The new reading room is to be formally opened by the Minister on May 7."),
    ("05-09/05-13", '"Blue Heron" is a rescue exercise hosted by Peru from May 9 to 13.'),
    ("03-02", "At a March 2 forum, which two officers attended, nobody spoke of wages."),
    (
        "05-09/05-13",
        "Exercise BLUE HERON will be held May 9-13. Observers wear uniform for the opening ceremony on May 9.",
    ),
    ("05-06", "A launch ceremony takes place May 6."),
]
NOT_TOLD = [
    "Only the Bank's survey chief, who dined with us on March 2, was against it.",
    "Conference organizers, whom we met on March 2, want a larger hall.",
    "THE COURSE COORDINATOR LEFT ON MARCH 2.",
    "Two officers visited the workshops of the National Railway on March 2.",
    "Econoff toured the exhibition of the guild on March 2 and bought nothing.",
    "The second bidder withdrew on March 2 and the ministry must find another before the vote.",
    "The desk wants the file by noon; Sample resigned on March 2, so the board may have to name another before the conference.",
    "She hopes to finish the draft on May 3 so that it can go to the resumed session.",
    "The ministry will take action against the firm on May 4.",
    "The Controller told the Planning Committee bureau March 2 that funds were short.",
    "The Minister informed the Planning Commission on March 2 of the change.",
    "The firm filed with the Transport Board two complaints on March 2.",
    "The text asks the Secretary-General to convene a panel and to report not later than May 3.",
    "A first vote may come as early as May 3.",
    "The referendum might be held as soon as May 3.",
    "Post is requested to arrange a press briefing at the hotel on the evening of May 3.",
    "PLEASE ARRANGE A VISIT TO THE MILL AT PUNO FOR THE MORNING OF MAY 3.",
    "Department asks that Lima set up a lunch with editors on May 3.",
    "The auditor's files will be in Lima May 3-7.",
    "The heat wave, which was here March 1-3, is over.",
    "The vice consul, who was ill March 1-3, is back.",
    "The tax return is filed on May 10.",
    "The Ambassador's return of the papers is due on May 10.",
    "The grant covers a program of loans in Lima, May 2-6.",
    "The delegation met the minister and left on March 2.",
    "The Ambassador may wish to call on the Foreign Minister on May 5.",
    "The Ambassador may wish to give a dinner on May 5.",
    "Bids will be opened at the ministry on May 7.",
    "The account will be opened at the central bank on May 7.",
    "The envelopes will be opened by the board on May 7.",
    "The 9/11 Commission Act asks for full screening.",
]


@pytest.mark.parametrize("rows", in_parts(TOLD))
def test_a_day_is_given_to_the_event_of_its_own_clause(rows):
    wrong = [(row, found) for row in rows if (found := days(row[1], "")) != row[0]]

    assert wrong == []


@pytest.mark.parametrize("rows", in_parts(NOT_TOLD))
def test_a_day_of_what_was_seen_asked_done_or_is_only_likely_is_no_event(rows):
    wrong = [(row, found) for row in rows if (found := days(row, "")) != ""]

    assert wrong == []
