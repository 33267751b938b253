"""Asks that lean on what stands around them: pronouns, lists, bare days, begin marks, and less usual wordings."""

import pytest
from test_asking import POSTS, taken

from tests.rows import in_parts
from tracker.cable import parse
from tracker.extraction import asking, extract, titles
from tracker.extraction.verdicts import Setting

HEAD = """R 061540Z MAY 08
FM SECSTATE WASHDC
TO AMEMBASSY QUITO PRIORITY
AMEMBASSY LIMA PRIORITY
AMEMBASSY BOGOTA PRIORITY
UNCLAS STATE 901377

E.O. 12958: N/A
TAGS: PREL
SUBJECT: {subject}

"""
SENTENCES = """
ask | Completed inventories are due in the Bureau on May 23.
ask | Figures for the third quarter are due at OBO not later than May 30.
no | The first interest payment is due on May 30 under the loan agreement.
no | The survey ship is due in Guayaquil on May 19.
ask | The Department counts on Embassy to keep the families informed.
no | The company counts on the port to stay open.
ask | We rely on posts to send accurate counts by May 16.
ask | Your thoughts on the venue would be especially welcome.
no | A peaceful settlement would be most welcome in the region.
ask | It is imperative that the signed lease reach OBO by May 20.
no | It is essential that the rebels lay down their weapons by June.
ask | It is vital that Embassy speak with both parties.
ask | Impress upon the minister that time is short.
ask | Dissuade the ministry from raising the tariff.
ask | Ascertain whether the second pilot is alive.
no | Impressions of the visit were good.
ask | The DCM should hand the letter to the deputy minister.
ask | Econoff should sit in on the hearings and report.
ask | The Ambassador should see the prime minister before the session.
no | The ambassador of Chile should leave on Monday.
ask | Embassy will provide the Bureau with a list of vehicles by June 13.
no | Embassy will receive the shipment by June 13.
no | The ministry will submit its plan by June 30.
optional | If Embassy prefers, it may send the form by fax.
optional | Post might wish to brief the press club.
optional | Embassy may want to remind the university of the offer.
no | The team might consider another route.
no | The auditors' draft calls on both offices to count their stocks.
no | Permits for the convoy must be obtained by June 1, the governor has announced.
no | Guests are to be seated, the protocol office says, by seven.
no | Please contact Lorna Pidgeon at extension 7-0144 with any questions.
no | Questions can be addressed to the desk officer, Ms. Tollund.
no | Please let us know if you require further copies.
ask | Please let us know whether the ministry accepts.
no | Please do not hesitate to call the desk.
no | Ref B asked embassies to report by April 12.
ask | Witnesses should not be told who brought the complaint.
ask | Local staff should not be promised visas.
ask | Every consul who holds blank passports must count them each week.
ask | Nominations are due two weeks from tomorrow.
ask | Receipts are due back at the Bureau by May 22.
no | The baby is due on May 22.
ask | Washington looks to Post to settle the bill.
no | The firm relies on the embassy for translations.
ask | We are counting on post for its figures by May 19.
ask | Embassy's thoughts on timing would be very helpful.
no | Rain would be most welcome to the farmers.
ask | It is critical that nominations arrive by May 28.
no | It is important that the ministers agree by June.
ask | It is necessary that posts check each serial number.
ask | Convey to the ministry our disappointment.
ask | Canvass the other missions before the session.
ask | Omit the second table.
ask | Liaise with the port captain.
no | Canvass bags were shipped in error.
ask | The Charge should deliver the reply himself.
ask | Poloff should see the governor and ask for the file.
ask | The RSO must inspect the fence.
no | The mayor should repair the fence.
ask | Posts will forward their rosters no later than June 6.
no | Posts will be glad to hear that the strike is over.
no | Embassy will be closed on May 26.
optional | If Post so desires, it may add a paragraph.
optional | Consulates might consider opening on Saturday.
no | The bank might consider a loan.
no | The committee's paper calls for states to open their ports.
no | Claims must be lodged by July 1, the court ruled.
no | Drivers are to be fined, the police say, from June 1.
no | Please call Amos Trewin at 202-555-0150 with questions.
no | Any questions may be sent to the desk.
no | Let us know if you need more copies.
ask | Let us know when the team arrives.
no | Ref A asked addressees to report on grain.
no | Reftel instructed posts to wait.
ask | Applicants should not be interviewed by telephone.
ask | The family should not be told of the search.
ask | Each section that keeps files must list them.
no | Each passenger who lands must fill in a card.
ask | Ballots are due one week from today.
no | The loan was due two weeks ago.
"""


def read(body, subject="VARIOUS"):
    return extract(parse(HEAD.format(subject=subject) + body), is_day_off=lambda day: day.weekday() > 4)


def asks(body):
    return [
        (a.title, str(a.deadline.day) if a.deadline else None, [d.rpartition(" ")[2] for d in a.addressees])
        for a in read(body).actions
    ]


def titles_of(body):
    return [title for title, _, _ in asks(body)]


@pytest.mark.parametrize("lines", in_parts(SENTENCES.strip().splitlines()))
def test_a_less_usual_wording_is_judged(lines):
    judged = [(*line.split(" | ", 1), taken(line.split(" | ", 1)[1], POSTS)) for line in lines]

    assert [row for row in judged if row[0] != row[2]] == []


ALL = ["QUITO", "LIMA", "BOGOTA"]


@pytest.mark.parametrize(
    "body,want",
    [
        (
            "1. Embassy Lima is asked to deliver the note. It should further ask for a timetable.\n",
            [("Deliver the note", None, ["LIMA"]), ("Ask for a timetable", None, ["LIMA"])],
        ),
        (
            "1. Quito should press for a vote. Bogota may stay silent. Neither should name the sponsor.\n",
            [
                ("Press for a vote", None, ["QUITO"]),
                ("Stay silent", None, ["BOGOTA"]),
                ("Do not name the sponsor", None, ["QUITO", "BOGOTA"]),
            ],
        ),
        (
            "1. Posts should name two harbors. They must also say how deep each one is.\n",
            [("Name two harbors", None, ALL), ("Say how deep each one is", None, ALL)],
        ),
        (
            "1. Posts should sample the tenants. They should not sample the guards.\n",
            [("Sample the tenants", None, ALL), ("Do not sample the guards", None, ALL)],
        ),
        (
            "1. The Ambassador should read the note. She should leave the note.\n",
            [("Read the note", None, ALL), ("Leave the note", None, ALL)],
        ),
        (
            "1. The Ambassador should call on the minister. He should sign the note.\n",
            [("Call on the minister", None, ALL)],
        ),
        ("1. Posts should invite farmers. They should bring seeds.\n", [("Invite farmers", None, ALL)]),
        ("1. Send the note.\n\n2. It should ask for more.\n", [("Send the note", None, ALL)]),
        (
            "1. Post should send the note. The text is old. It should ask for more.\n",
            [("Send the note", None, ALL)],
        ),
    ],
)
def test_a_pronoun_goes_on_about_those_asked(body, want):
    assert asks(body) == want


@pytest.mark.parametrize(
    "body,want",
    [
        (
            "1. Embassy Lima should return the form. Suspense: 16 May 2008. Please use ink.\n",
            [
                ("Return the form", None, ["LIMA"]),
                ("Suspense: 16 May 2008", "2008-05-16", ["LIMA"]),
                ("Use ink", None, ALL),
            ],
        ),
        ("1. Deadline: June 3\n", [("Deadline: June 3", "2008-06-03", ALL)]),
        ("1. Response due: May 30.\n", [("Response due: May 30", "2008-05-30", ALL)]),
        ("DEADLINE\n--------\n\n1. May 20, 2008.\n", [("Deadline: May 20, 2008", "2008-05-20", ALL)]),
        (
            "REPORTING DEADLINE: MAY 23\n\n1. Embassy Quito should report results.\n",
            [("Reporting deadline: MAY 23", "2008-05-23", ALL), ("Report results", None, ["QUITO"])],
        ),
        ("1. Deadline: The day was missed in 2007.\n", []),
        ("1. Deadline: to be announced.\n", []),
        ("1. Deadline: none so far.\n", []),
    ],
)
def test_a_bare_deadline_is_not_lost(body, want):
    assert asks(body) == want


def test_a_bare_deadline_keeps_its_words_in_the_quote():
    (due,) = read("1. Deadline: Friday, May 16.\n").actions

    assert due.evidence.quote == "Deadline: Friday, May 16."
    assert due.deadline.quote == due.evidence.quote[due.deadline.start : due.deadline.end]


def test_the_list_of_somebody_else_asks_nobody():
    theirs = "1. The report recommends that both states:\n-- open the border by June 1;\n-- hire guards.\n"
    ours = "1. Posts should:\n-- open the file by June 1;\n-- hire guards.\n"

    assert titles_of(theirs) == []
    assert titles_of(ours)[-2:] == ["Open the file", "Hire guards"]


def test_an_order_in_the_future_has_its_day():
    assert asks("1. Embassy Quito will submit its plan by June 30.\n") == [
        ("Submit its plan", "2008-06-30", ["QUITO"])
    ]


def test_a_need_told_in_the_summary_waits_for_its_paragraph():
    assert titles_of("1. Summary: Department needs post's figures. End summary.\n") == []
    assert titles_of("1. Department needs post's figures.\n") == ["Provide post's figures"]


@pytest.mark.parametrize(
    "mark,kind",
    [
        ("letter", "paper"),
        ("non-paper", "paper"),
        ("invitation", "paper"),
        ("talking points", "points"),
        ("resolution", "reference"),
        ("text", "paper"),
        ("questions", "points"),
        ("list of questions for the port", "points"),
    ],
)
def test_the_begin_mark_tells_the_kind(mark, kind):
    body = f"1. The words follow.\n\nBegin {mark}:\n\nDear Minister: send us -- as promised -- your list.\n\nEnd {mark}.\n"
    (paper,) = read(body).handovers

    assert paper.kind == kind


@pytest.mark.parametrize("lead", ["Draw on the points below.", "Deliver the points in paragraph 2."])
def test_a_paragraph_of_bullets_holds_the_points_it_was_said_to_hold(lead):
    found = read(f"1. {lead}\n\n2. -- The tariff helps nobody.\n\n-- We ask that you lift it.\n")

    assert [h.kind for h in found.handovers] == ["points"]
    assert len(found.actions) == 1


@pytest.mark.parametrize(
    "text,want",
    [
        ("The fair opens in Cusco on June 9 and closes on June 13.", [("2008-06-09", "2008-06-13")]),
        ("Our session is on June 10.", []),
        ("Congressman Tilbury Marsh will visit Quito May 27-29.", [("2008-05-27", "2008-05-29")]),
        ("The pair will visit Quito May 27-29.", []),
        (
            "Two courses are set: Meat Grading (June 2-6) and Port Safety (June 9).",
            [("2008-06-02", "2008-06-06"), ("2008-06-09", "2008-06-09")],
        ),
        ("OWNER WILL APPEAL BEFORE HEARING OF JUNE 8.", []),
    ],
)
def test_only_what_has_a_name_is_an_event(text, want):
    assert [(str(e.start_on), str(e.end_on)) for e in read(f"1. {text}\n").events] == want


def test_an_event_of_the_subject_lies_in_the_nearer_year():
    assert [
        str(e.start_on) for e in read("1. All well.\n", "READOUT OF TRADE SUMMIT OF APRIL 28").events
    ] == ["2008-04-28"]


def test_a_private_person_with_a_telephone_is_no_contact():
    assert read("1. The widow's brother, Elmo Prendick, has telephone 515-555-0147.\n").contacts == ()
    assert [c.phone for c in read("1. Task force telephone is 202-555-0111.\n").contacts] == ["202-555-0111"]


@pytest.mark.parametrize(
    "text,want",
    [
        ("Posts may wish to suggest a speaker.", "Suggest a speaker"),
        ("Propose the visit and to obtain two dates.", "Propose the visit and obtain two dates"),
        ("Post should speak to the mayor and to the bishop.", "Speak to the mayor and to the bishop"),
        (
            "It is essential that the signed receipt reach OBO by Monday.",
            "Make sure that the signed receipt reach OBO by Monday",
        ),
        ("We count on a reply within a week.", "Provide a reply within a week"),
        ("Grateful if results could be cabled to USUN.", "Cable results to USUN"),
        ("Your comments on the draft would be most welcome.", "Send your comments on the draft"),
        ("Post's assistance in this matter is requested.", "Provide post's assistance in this matter"),
        ("The form should be signed by the consul.", "Have the form signed by the consul"),
        ("Posts are requested, if they have not done so, to send names.", "Send names"),
    ],
)
def test_a_title_reads_as_an_order(text, want):
    verdict = asking.verdict_of(text, POSTS, Setting(is_action=True))

    assert titles.title_of(text, verdict, None) == want


def test_a_list_of_others_duties_asks_nobody():
    body = "1. Applicants must:\nA. Be officers of the line.\nB. Have a score of 110 or above.\n\n2. Send names to the desk.\n"

    assert [a.evidence.quote for a in read(body).actions] == ["Send names to the desk."]


def test_the_entries_under_an_order_that_breaks_off_are_asks_whatever_their_verb():
    body = "1. In doing so, posts should:\n\nA. hint that the price may fall;\nB. learn whether the mill is sold; and\nC. leave no paper.\n\n2. The mill burned.\n"

    assert [a.evidence.quote for a in read(body).actions] == [
        "hint that the price may fall;",
        "learn whether the mill is sold; and",
        "leave no paper.",
    ]


def test_an_office_before_a_name_with_an_article_is_no_verb():
    body = HEAD.replace("AMEMBASSY LIMA PRIORITY", "AMEMBASSY THE HAGUE").format(subject="VARIOUS")

    (leave,) = extract(
        parse(f"{body}1. Embassy The Hague may share its hall with the choir.\n"), is_day_off=lambda _: False
    ).actions

    assert (leave.is_optional, leave.addressees) == (True, ("AMEMBASSY THE HAGUE",))


@pytest.mark.parametrize(
    "text,name,place",
    [
        ("THE THIRD MEETING OF THE PARTIES TO THE HERON PACT MET IN PORT OF SPAIN JUNE 23-25.", "THIRD MEETING OF THE PARTIES TO THE HERON PACT", "PORT OF SPAIN"),
        ("INTERNATIONAL HERRING COMMISSION MEETS IN OSLO ON JUNE 23.", "INTERNATIONAL HERRING COMMISSION", "OSLO"),
        ("WE ATTEND THE BALTIC COOPERAGE SEMINAR AT RIGA JUNE 23-25.", "BALTIC COOPERAGE SEMINAR", "RIGA"),
        ("The Baltic Cooperage Conference will sit in Riga from June 23 to June 25.", "Baltic Cooperage Conference", "Riga"),
        ("The Herring Council met in June on June 23.", "Herring Council", None),
        ("A visit of the Deputy Assistant Secretary, who is new, is set for June 23.", "visit of the Deputy Assistant Secretary", None),
    ],
)  # fmt: skip
def test_the_name_of_an_event_ends_before_its_verb_and_its_place_stands_before_its_day(text, name, place):
    (event,) = read(f"1. {text}\n").events

    assert (event.name, event.place) == (name, place)


@pytest.mark.parametrize(
    "lead, count",
    [
        ("Missions are directed to see their hosts. They should:", 4),
        ("All three posts are asked to see their hosts. They are to:", 4),
        ("Missions are directed to see host governments. They should:", 4),
        ("Missions should urge host governments to help. They should:", 1),
        ("The ministers will meet again. They should:", 0),
        ("The teams have been asked to see the well. They should:", 0),
    ],
)
def test_they_who_lead_a_list_are_those_asked_just_before(lead, count):
    entries = "\n-- thank them for the tents;\n-- say that more are needed; and\n-- ask who will pay.\n"

    assert len(read(f"1. {lead}{entries}").actions) == count


@pytest.mark.parametrize(
    "verb, is_ask", [("correct the list", True), ("confirm receipt", True), ("change its policy", False)]
)
def test_a_city_of_ours_is_a_post_where_nobody_stands_under_to(verb, is_ask):
    cable = parse(
        f"UNCLAS STATE 901377\n\nTAGS: PREL\nSUBJECT: TENTS\n\n1. Port-au-Prince should {verb} within two days.\n"
    )

    assert bool(extract(cable, is_day_off=lambda day: False).actions) is is_ask
