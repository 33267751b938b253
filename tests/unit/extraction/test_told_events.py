"""How the language tells an event with its day, and what stands beside a day and is none."""

import pytest
from rows import in_parts

from tracker.cable import parse
from tracker.extraction import extract

HEAD = "R 070900Z MAR 11\nFM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nUNCLAS STATE 004410\n\nTAGS: PREL\nSUBJECT: {subject}\n\nREF: LIMA 12\n\n"


def days(body, subject):
    text = HEAD.format(subject=subject or "VARIOUS MATTERS") + f"1. {body}\n"
    events = extract(parse(text), is_day_off=lambda day: day.weekday() > 4).events
    return " ".join(sorted(_days(event) for event in events if event.start_on))


def _days(event):
    first, last = f"{event.start_on:%m-%d}", f"{event.end_on:%m-%d}"
    return first if first == last else f"{first}/{last}"


TOLD = [  # the days, the subject, the sentence
    ("05-06/05-08", "", "Leaders of the lake states will take up tariffs at Puno, May 6-8, 2011."),
    ("05-05/05-06", "", "The Heritage Advisory Panel will look at the request on May 5-6."),
    ("05-09", "", "The Chamber of Deputies will vote on May 9 on a law that would end the levy."),
    ("05-03/05-05", "", "Ministers meet on the subject in Quito from May 3 to 5."),
    ("05-04", "", "The safety committee, which meets again on May 4, has the file."),
    ("05-02", "", "THE LICENSING BOARD, WHICH HAS WAITED SINCE JANUARY, SITS MAY 2."),
    ("03-02", "", "THE TASK GROUP WHICH MET MARCH 2 FOUND NO FIGURES."),
    ("05-31", "", "The Fisheries Committee is due to come together again on May 31."),
    ("05-16/05-20", "", "The inspection will be conducted May 16-20, 2011."),
    ("05-17/05-19", "", "Webinars run May 17, 18 and 19 at 2100 EDT."),
    ("05-17/05-18", "", "The workshops run May 17 and 18."),
    (
        "05-06/05-24",
        "",
        'The Consumer Bureau will run a three-week regional project for the Andes, "Sharing Wells," from May 6 to May 24, 2011.',
    ),
    ("05-08/05-16", "", "TREASURY WILL SEND FOUR EXAMINERS TO LIMA FROM MAY 8 THROUGH MAY 16."),
    ("05-08/05-16", "", "The Bank will send a survey team to the coast May 8-16."),
    ("05-01", "", "DOE WILL ISSUE PRESS RELEASE ON 1 MAY."),
    ("05-12", "", "The Senate votes on the treaty on May 12."),
    ("05-12", "", "The Assembly elects a new speaker on May 12."),
    ("05-12", "", "Parliament reconvenes on May 12."),
    ("05-12", "", "The court hears the appeal on May 12."),
    ("05-12", "", "Polls open on May 12."),
    ("05-12", "", "Peruvians go to the polls on May 12."),
    ("05-12", "", "Peru votes on May 12."),
    ("05-12/05-14", "", "Dr. Ana Solis opens the workshop and will be in Lima May 12 to 14."),
    ("05-19/05-23", "", "We request clearance for the following travelers to visit Peru May 19-23."),
    ("05-19/05-23", "", "Embassy clearance is asked for Dr. Ana Solis to visit Cusco May 19-23."),
    ("05-15", "", "The offer must be put to the city council before its session of May 15."),
    ("05-28", "", "The chairman wants comments at the next meeting, now set for May 28."),
    ("05-28", "", "Please let us know before the annual review, which is set for May 28, 2011."),
    (
        "05-19/05-21",
        "",
        "Mr. Castro will be in Cusco for the Andean Postal Union, May 19-21, and can call on officials then.",
    ),
    ("05-24/05-28", "", "The group plans a harbor survey by USNS John Reed, May 24-28."),
    ("05-23/05-30", "", "Three men are cleared for the Lake Junin survey of May 23-30, 2011."),
    ("05-08/05-09", "", "A closing ministerial, Cusco, 8-9 May, follows."),
    ("05-20", "", "(a) Informal sponsors' meeting, Cusco, May 20."),
    ("05-03/05-08", "", "Visas were issued for the World Rowing Championships at Puno, May 3-8."),
    ("05-02", "", "The attache may sit in on the donors' round table on May 2."),
    (
        "05-12/05-14",
        "",
        "The agency will host a regional meeting of the Harbor Masters Group (HMG) of the Pacific Safety Initiative (PSI) at the headquarters of the Peruvian Navy in Callao on May 12-14, 2011.",
    ),
    ("05-03", "", "The movie festival was moved from April 5 to May 3."),
    ("05-03", "", "The hearing has been postponed from April 5 to May 3."),
    ("05-03", "", "The conference, first planned for April 5, has been put off to May 3."),
    ("05-03", "", "The Lima round has slipped to May 3."),
    ("05-08/05-12", "", "Fraud managers' conference. It will be held at Lima May 8-12."),
    ("05-08", "", "The Embassy will host a seminar on cocoa. It takes place at the Sheraton on May 8."),
    ("05-08", "", "The Commission agreed on a second round of talks. These begin in Quito on May 8."),
    ("05-08/05-12", "", "The desk officer arrives in Lima on May 8 and leaves on May 12."),
    ("05-08/05-12", "", "Her arrival in Lima is on May 8, and she goes on to Recife on May 12."),
    ("05-08/05-12", "", "Ambassador Wells arrives May 8 and departs May 12."),
    ("05-08", "", "MINISTER ROJAS ARRIVES WASHINGTON MAY 8 FOR TALKS AT USDA."),
    ("05-08", "", "On May 8 the two navies begin Exercise COLD REEF off Callao."),
    ("05-03/05-14", "", "Exercise COLD REEF, from May 3 through May 14, needs a berth."),
    ("05-06", "", "The ceremony is on the 6th of May."),
    ("05-08", "", "Elections are on May 8."),
    ("05-08", "", "The runoff is May 8."),
    ("05-08", "", "May 8 is the date of the runoff."),
    ("05-08", "", "The date set for the runoff is May 8."),
    ("05-08", "", "The ministry has fixed May 8 as the day of the vote."),
    ("05-08", "", "The band will play at the Lima fair on May 8."),
    ("05-08/05-09", "", "The orchestra performs in Lima on May 8 and 9."),
    ("05-08", "", "The choir will sing in Cusco May 8."),
    ("05-08", "", "Secretary Wells will speak at the university on May 8."),
    ("05-08/05-11", "", "CODEL HARRIS will be in country May 8-11."),
    ("05-08/05-11", "", "The frigate USS REED calls at Callao May 8-11."),
    ("05-04/05-05", "", "The aircraft flies over Puno on May 4 and 5, 2011."),
    ("05-08", "", "The opening of the Andean Film Week is May 8."),
    ("05-08", "", "The trial of the two pilots begins May 8."),
    ("05-08", "", "The Vice Minister invites us to a dinner on May 8."),
    ("05-04/05-11", "", "Ms. Ana Solis will visit Lima May 4-6, Quito May 6-8 and La Paz May 8-11."),
    ("05-04/05-06 05-10/05-11", "", "Two seminars will be held in Lima May 4-6 and Quito May 10-11."),
    ("05-04/05-06", "", "Post asks clearance for the three-man survey team to visit Puno May 4-6."),
    ("05-04", "", "The plan was cleared by the trade committee, which meets again on May 4."),
    (
        "05-06/05-24",
        "",
        'The Office of Training will run a two-week regional project for the Andes, "Sharing Wells," from May 6 to May 24.',
    ),
    ("05-04", "", "The embassy will hold a reception on May 4."),
    ("05-17", "", "Let us have the list before the Board votes on May 17."),
    (
        "05-09/05-16",
        "TRAVEL OF BOTANIST",
        "ITINERARY: ARRIVE LIMA MAY 9 AF 174; DEPART MAY 12 FOR CUSCO; DEPART CUSCO MAY 16 FOR MIAMI.",
    ),
    (
        "05-09/05-12",
        "VISIT OF THE SECRETARY",
        "SECRETARY'S TRIP RUNS AS FOLLOWS:\n\n  LIMA   ARRIVE MAY 9, DEPART MAY 10\n  QUITO   ARRIVE MAY 10, DEPART MAY 12\n\nWE COUNT ON BOTH POSTS.",
    ),
    ("05-09/05-12", "VISIT OF DR. SOLIS", "TRAVEL PLANS: ARRIVING LIMA MAY 9, DEPARTING MAY 12."),
]


@pytest.mark.parametrize("rows", in_parts(TOLD))
def test_an_event_has_the_days_on_which_it_is_told_to_be(rows):
    wrong = [(row, found) for row in rows if (found := days(row[2], row[1])) != row[0]]

    assert wrong == []


NOT_TOLD = [  # the subject, the sentence
    ("", "The Consumer Protection Board turned it down on March 2."),
    ("", "The Energy Commission threw out the bid on March 2."),
    ("", "PROGRAM NOTES AND A TAPE ARE LEAVING BY POUCH MAY 14."),
    (
        "",
        "Post should get leave of the Forest Department for ten days' collecting and book a rest house at Puno May 12-21.",
    ),
    ("", "This cable gives the delegation its instructions for May 17-26."),
    (
        "",
        "The order tells the force to issue its press kit by May 29 and recommends that the Ambassador attend the opening ceremony.",
    ),
    ("", "Ambassador may wish give small lunch May 17."),
    ("", "Carrier has filed with the Board for two extra weekly flights beginning May 1."),
    ("", "Charge should see the Council President before his departure for Quito on May 25."),
    ("", "The Secretariat circulated March 2 a revised agenda for the spring plenary."),
    (
        "",
        "Passports issued on or after May 26, 2011 must carry a chip if the bearer is to travel without a visa.",
    ),
    ("", "Letters of March 2 from the Commission are with the desk."),
    ("", "The Committee's letter dated March 2 reached us."),
    ("", "The program ends in fiscal year 2012, on September 30, 2011."),
    ("", "The licence of the Board is valid until May 3."),
    ("", "The conference report was published on March 2."),
    ("", "The Council wrote on March 2 that it would wait."),
    ("", "The panel's findings were sent to the post on March 2."),
    ("", "Registration for the workshop closes May 3."),
    ("", "Nominations for the course are due May 3."),
    ("", "Abstracts for the symposium must be in by May 3."),
    ("", "Tickets for the festival go on sale May 3."),
    ("", "The Department will send the program by pouch on May 3."),
    ("", "The Department will send two copies to Lima on May 3."),
    ("", "The bank will send the check to Cusco May 3."),
    ("", "Posts should reply before the meeting, not later than May 3."),
    ("", "The grant runs from May 3 to May 30."),
    ("", "The new tariff takes effect on May 3."),
    ("", "The law enters into force on May 3."),
    ("", "The press article of March 2 on the summit was wrong."),
    ("", "His telegram of March 2 told of the talks."),
    ("", "In our meeting with the Minister, he cited the decree of March 2."),
    ("", "The trainees will be paid on May 3."),
    ("", "The officer's leave begins May 3."),
    ("", "The lease runs out on May 3."),
    ("", "The contract with the orchestra will be signed in May."),
    ("", "The meeting has not been set for May 3."),
    ("", "No vote will be held on May 3."),
    ("", "Peru has said it will look at the draft by May 3."),
    ("", "Hotel rooms are held until May 3."),
    ("", "The shop sits on May 3 Street."),
    ("", "The prize fell to a team from Cusco on March 2."),
    ("", "The Minister told the Council on March 2 that talks were over."),
    ("", "The committee chairman resigned on March 2."),
    ("", "The new rate for courses goes up on May 3."),
    ("", "The pouch arrives in Lima on May 3."),
    ("", "The samples will be in Lima May 3."),
    ("", "The spare parts arrive May 3."),
    ("", "The travel advances must be settled by May 3."),
    ("", "The store opens at nine; write to it after May 3."),
    ("", "It will be cold in Lima on May 3."),
    ("", "It will be held in escrow until May 3."),
    ("", "The date for replies was moved from April 5 to May 3."),
    ("", "The deadline has slipped to May 3."),
    ("", "The payment was put off to May 3."),
    ("", "The ship's cargo was moved from the pier on March 2."),
    ("", "The Assembly looks at its mail when May 3 is past."),
    ("", "Press desks are open in Lima May 3-6 around the ceremony."),
    ("", "Post will hold its reply until the desk has spoken on May 3."),
    ("", "The Embassy will hold the papers from May 3 to May 9."),
    ("", "The results of the survey in the daily of May 3 are sound."),
    ("", "The review of the file is with us since March 2."),
    ("", "Delegations wishing to explain their vote enter their names by 1800 on May 3."),
    ("PRICES OF GRAIN", "ARRIVE PORT MAY 9, DEPART PORT MAY 12."),
    ("", "The Bank will send a letter to Lima on May 3."),
    ("", "The team lost the cup in March and plays no more until May 3."),
    ("", "Ambassador may wish to host a dinner on May 3."),
    ("", "The Council sent March 2 a note on the congress."),
    ("", "The session minutes of March 2 are wrong."),
    ("", "Every day until May 3 the pump failed."),
    ("", "Work is to take ten days, to May 3."),
    ("", "The jet flies home on May 3."),
    ("", "The hearing was not moved from the pier to May Street."),
    ("VISIT OF TEAM", "Ships that arrive in Callao May 3 depart for Quito May 9."),
    ("TRAVEL NOTES", "Samples arrive Lima May 9 and the pouch will depart May 12."),
]


@pytest.mark.parametrize("rows", in_parts(NOT_TOLD))
def test_a_limit_a_deed_a_letter_or_a_thing_on_its_way_is_no_event(rows):
    wrong = [(row, found) for row in rows if (found := days(row[1], row[0])) != ""]

    assert wrong == []
