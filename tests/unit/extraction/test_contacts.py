"""Points of contact in sentences: names, offices, ways to write and call."""

import pytest

from tracker.cable import parse
from tracker.extraction.contacts import contacts

FRAME = "UNCLAS STATE 004410\n\nTAGS: PREL\nSUBJECT: CONTACTS\n\n1. Summary of the matter.\n\n2. {}\n"


def found(text):
    return [(c.name, c.email, c.phone, c.other) for c in contacts(parse(FRAME.format(text)), frozenset())]


@pytest.mark.parametrize(
    "text,want",
    [
        (
            "Points of contact are Jane A. Doe, EUR/WE, 202-647-0101, and Col. Ian McBride (OSD/P), 703-697-0102.",
            [
                ("Jane A. Doe", None, "202-647-0101", "EUR/WE"),
                ("Ian McBride", None, "703-697-0102", "Col, OSD/P"),
            ],
        ),
        (
            "Points of contact are Political-Military Officer Ruth Ames, 202-647-0101, and Major Peter Voss at the defense cooperation office, 632-301-2501.",
            [
                ("Ruth Ames", None, "202-647-0101", None),
                ("Peter Voss", None, "632-301-2501", "Major, defense cooperation office"),
            ],
        ),
        ("For questions write to EUR/WE, desk@state.gov.", [(None, "desk@state.gov", None, "EUR/WE")]),
        ("POC is Mary O'Hara at oharam@state.gov.", [("Mary O'Hara", "oharam@state.gov", None, None)]),
        (
            "Questions should go to Ann Lee and Tom Fox at (202) 647-0103.",
            [("Ann Lee", None, "(202) 647-0103", None), ("Tom Fox", None, "(202) 647-0103", None)],
        ),
        (
            "ACTION OFFICER FOR ALL FURTHER STEPS IN THIS MATTER IS RUTH HOLT, CA/VO, TELEPHONE 663-0104.",
            [("RUTH HOLT", None, "663-0104", "CA/VO")],
        ),
        (
            "Contacts: Consular cell, cell@state.gov; Ann Marlow, duty officer, 509-3701-0112.",
            [(None, "cell@state.gov", None, None), ("Ann Marlow", None, "509-3701-0112", None)],
        ),
        ("MISSION OFFICER ON THE SUBJECT IS RUTH HOLT, EXTENSION 2419.", [("RUTH HOLT", None, "2419", None)]),
        ("THE HOTEL HAS AN EXTENSION 2419 FEET LONG.", []),
        (
            "Most things are handled by Leonie Ames in the Bureau of Far Eastern Affairs; her telephone is 202-647-0115.",
            [("Leonie Ames", None, "202-647-0115", None)],
        ),
        (
            "Legal matters are for Ida Holt-Lind, in L/NPV, who can be reached by way of the desk.",
            [("Ida Holt-Lind", None, None, "L/NPV")],
        ),
        (
            "The one to turn to is Ida Lind, (202) 267-0115; at State, the Office of Lunar Talks, moon@state.gov.",
            [
                ("Ida Lind", None, "(202) 267-0115", None),
                ("Office of Lunar Talks", "moon@state.gov", None, None),
            ],
        ),
        (
            "Call Ruth Holt of the Office of Lunar Talks, 202-555-0133.",
            [("Ruth Holt", None, "202-555-0133", None)],
        ),
        ("Questions of pay are with Ada Marsh, HR/OE.", [("Ada Marsh", None, None, "HR/OE")]),
        ("Matters of law are for Minister Hassan Ali.", []),
        ("All aspects are handled by CA/OCS, and Ruth Holt retired from CA/OCS last year.", []),
        ("Pension cases are in the care of Ruth Holt, HR/RET.", [("Ruth Holt", None, None, "HR/RET")]),
        ("Questions of pay are for the Foreign Ministry, which Ada Marsh runs.", []),
        ("POC IS R. J. HOLT, CA/VO, 202-663-0104.", [("R. J. HOLT", None, "202-663-0104", "CA/VO")]),
        ("Point of contact for this matter is Desk Officer Lena Marsh.", [("Lena Marsh", None, None, None)]),
        ("Questions may be sent to visas@state.gov.", [(None, "visas@state.gov", None, None)]),
        (
            "Write to a@state.gov or b@state.gov.",
            [(None, "a@state.gov", None, None), (None, "b@state.gov", None, None)],
        ),
        ("The desk may call 202-647-0105.", []),
        ("Replies should go to CA/FPP, attention Ruth Ames.", [("Ruth Ames", None, None, None)]),
        ("Send the forms to the desk (attn: R. J. Holt).", [("R. J. Holt", None, None, None)]),
        (
            "Answers go to desk@state.gov, with a copy to WHA/CAR, attention B. Lorimer.",
            [(None, "desk@state.gov", None, "WHA/CAR"), ("B. Lorimer", None, None, None)],
        ),
        ("The lease goes back by pouch to OBO/OPS, Attention: Lena Ostrow.", []),
        ("Send two copies by registered mail to OBO/OPS, attn: Lena Ostrow.", []),
        ("The matter was brought to the attention of Jose Prado.", []),
        ("Post should pay attention to Jose Prado.", []),
        ("The attention Jose Prado gives to fish is small.", []),
        ("The hotline can be reached at 202-647-0105.", [(None, None, "202-647-0105", None)]),
        ("The minister met Jose Prado on June 3.", []),
        ("The budget is 202-647-0106.", []),
        ("Post maintains contact with Minister Jose Prado.", []),
        ("Contact the desk at dot@state.sgov.gov.", []),
        (
            "POC is Ann Lee, 202-647-0107, fax 202-647-0108, cell 202-555-0109.",
            [("Ann Lee", None, "202-647-0107", "fax 202-647-0108, 202-555-0109")],
        ),
        (
            "POC is Ann Lee. She can be reached at leea@state.gov or 202-647-0110.",
            [("Ann Lee", "leea@state.gov", "202-647-0110", None)],
        ),
        (
            "POCs are Ann Morton and Tom Fox. E-mail: mortona@state.gov.",
            [("Ann Morton", "mortona@state.gov", None, None), ("Tom Fox", None, None, None)],
        ),
        (
            "POC is Ann Lee, 202-647-0111. For travel, contact Ann Lee at leea@state.gov.",
            [("Ann Lee", "leea@state.gov", "202-647-0111", None)],
        ),
        (
            "Please contact Response Team Leader Ottilie Varn at 202-647-0112.",
            [("Ottilie Varn", None, "202-647-0112", None)],
        ),
        ("POC is Ann Lee Director, 202-647-0113.", [("Ann Lee", None, "202-647-0113", None)]),
        (
            "Questions go to the fraud desk, 202-647-0115, frauddesk@state.gov, attention Ottilie Varn.",
            [("Ottilie Varn", "frauddesk@state.gov", "202-647-0115", "fraud desk")],
        ),
        (
            "Queries should go to the port captain, and please do not speculate about Ruth Holt; POC is Ann Lee, 202-647-0116.",
            [("Ann Lee", None, "202-647-0116", None)],
        ),
        ("QUERIES SHOULD BE REFERRED TO THE PORT, AND PLEASE DO NOT SPECULATE ABOUT SHIPS.", []),
        ("POC is Dr. Jane Office, 202-647-0114, ext. 12.", [(None, None, "202-647-0114, ext. 12", None)]),
    ],
)
def test_the_contacts_of_a_sentence(text, want):
    assert found(text) == want


def test_numbers_told_of_a_family_name_are_those_of_the_person_named_before():
    text = "The attache, Ottilie Varn, will direct it. Varn's numbers are 202-647-0117 (office) and 202-647-0118."

    assert [(one[0], one[2]) for one in found(text)] == [("Ottilie Varn", "202-647-0117")]


def test_numbers_of_somebody_private_are_none():
    assert found("The exporter's manager is Ottilie Varn. Varn's numbers at the firm are 202-647-0117.") == []


def test_a_paper_to_hand_over_names_no_contact():
    cable = parse(FRAME.format("POC is Ann Lee, 202-647-0107."))

    assert contacts(cable, frozenset(range(len(cable.sentences)))) == ()


def test_a_family_name_is_that_of_the_person_named_before():
    text = "Report to IO/RHS, Eric Lindgren. For further information, contact Lindgren at 202-555-0114."

    assert [row[:3] for row in found(text)] == [("Eric Lindgren", None, "202-555-0114")]


@pytest.mark.parametrize(
    "text, want",
    [
        (
            "Control officer is GSO Philip Ammon, office 267-353-982, home 267-357-100.",
            ("Philip Ammon", "267-353-982"),
        ),
        ("After hours call the Operations Center, 202-647-1512.", ("Operations Center", "202-647-1512")),
    ],
)
def test_a_telephone_is_known_by_the_word_before_it(text, want):
    assert [(row[0], row[2]) for row in found(text)] == [want]


@pytest.mark.parametrize(
    "text, want",
    [
        (
            "On the lease the Bureau's lawyer is Ruth Holt, L/BA, 202-647-0147.",
            [("Ruth Holt", "202-647-0147")],
        ),
        ("The exporter's lawyer is Ruth Holt, 202-555-0147.", []),
        (
            "On rents: Ann Lee, OBO/OPS, 202-647-0101. On keys: the locks office of the Annex, 202-647-0144, which shuts at noon.",
            [("Ann Lee", "202-647-0101"), ("locks office of the Annex", "202-647-0144")],
        ),
        ("On pay: the travel desk, 202-647-0111.", [("travel desk", "202-647-0111")]),
        ("For rooms call the housing unit, 202-647-0111.", [("housing unit", "202-647-0111")]),
        ("The minister's press office, 202-555-0144, gave no answer.", []),
        ("The smugglers called the shipping office of the Line, 202-555-0144.", []),
        (
            "The drafter of this cable is Ida Pett of OES/OMC. She works here until April 4 and can be called at 202-647-0118; then Amos Rhee (rheea@state.gov) has the file.",
            [("Ida Pett", "202-647-0118"), ("Amos Rhee", None)],
        ),
        ("The drafter of the law is Jose Prado.", []),
        ("On fares, the one to ask is Ida Fenn (202-647-0101).", [("Ida Fenn", "202-647-0101")]),
        ("The landlord's attorney, Ida Fenn, may be called at 202-555-0101.", []),
        ("For old files call the records office, 202-647-0102.", [("records office", "202-647-0102")]),
        ("The ministry's records office, 202-555-0102, is shut.", []),
        ("Drafting officer is Ann Lee, EUR/WE.", [("Ann Lee", None)]),
        (
            "The desk officer for the fund, Ms. Odile Farn, will be away until March 2.",
            [("Odile Farn", None)],
        ),
        ("The desk officer for Peru at the Foreign Ministry, Lars Olsen, will be away.", []),
        ("The program officer on the grant, Ann Lee, met two mayors.", []),
    ],
)
def test_one_of_ours_is_named_by_what_he_does_for_the_matter(text, want):
    assert [(row[0], row[2]) for row in found(text)] == want


def test_an_address_to_send_things_to_is_no_contact():
    assert found("Posts should send each officer's name to tiplist@state.gov by May 3.") == []


@pytest.mark.parametrize(
    "text, want",
    [
        ("POC: Winifred Dao, IO/OIC, 202-647-0101; Ann Io, 202-647-0102.", ["Winifred Dao", "Ann Io"]),
        ("POC is DAO Lyle Fox, 202-647-0101.", ["Lyle Fox"]),
        ("Call Ann Lee at 202-647-0101.", ["Ann Lee"]),
        ("PLEASE POUCH FLOOR PLAN AND LIST OF SEATS, ATTENTION CU/ARTS, ROOM 3824.", []),
        ("PLEASE POUCH FLOOR PLAN, ATTENTION RUTH HOLT, CU/ARTS.", ["RUTH HOLT"]),
        ("Please send the Hall Plan to the desk, attention Ruth Holt.", ["Ruth Holt"]),
        ("SEND COPY OF SEATING PLAN TO CU/ARTS (ATTENTION RUTH HOLT).", ["RUTH HOLT"]),
        ("BOXES OF WATER SAMPLES GO TO OES/APT, ATTENTION FISH ROOM.", []),
    ],
)
def test_letters_of_an_office_are_a_name_in_small_letters_and_plans_are_none(text, want):
    assert [row[0] for row in found(text)] == want


@pytest.mark.parametrize(
    "text, want",
    [
        ("LET US KNOW BY TELEPHONE TO GSO MARVIN HOLT (LA PAZ 50251, EXT. 88).", [("MARVIN HOLT", "50251")]),
        ("PLEASE CALL ADMIN OFFICER ANN LEE (OSLO 55-102) BEFORE NOON.", [("ANN LEE", "55-102")]),
        ("Please call Ruth Ames (Oslo 55102, ext. 12) before noon.", [("Ruth Ames", "55102")]),
        ("QUESTIONS MAY BE PUT TO COUNSELOR ANN LEE, TEL. 202-647-0107.", [("ANN LEE", "202-647-0107")]),
        ("FLIGHT LEAVES OSLO (GATE 120345).", []),
        ("THE RIVER FELL (LEVEL 50251).", []),
        ("MINISTER CALLED MAYOR OF LA PAZ (POPULATION 50251).", []),
        ("Orders go to the depot (Lot 50251).", []),
    ],
)
def test_a_short_number_in_brackets_is_a_telephone_right_behind_a_name(text, want):
    assert [(row[0], row[2]) for row in found(text)] == want


@pytest.mark.parametrize(
    "text, want",
    [
        ("Sections should place orders with supplies@state.gov, giving a full address.", []),
        ("Please order the posters from supplies@state.gov.", []),
        ("Posts may register with courses@state.gov by May 3.", []),
        ("Please enroll them through courses@state.gov.", []),
        ("Questions may be put to courses@state.gov.", ["courses@state.gov"]),
        ("For questions on orders from the depot write to depot@state.gov.", ["depot@state.gov"]),
        ("Please contact supplies@state.gov.", ["supplies@state.gov"]),
        ("Orders: Ann Lee, leea@state.gov.", ["leea@state.gov"]),
    ],
)
def test_an_address_that_takes_orders_is_no_contact(text, want):
    assert [row[1] for row in found(text)] == want


@pytest.mark.parametrize(
    "text, want",
    [
        ("QUESTIONS MAY BE PUT IN HER ABSENCE TO DUTY CLERK, 632-0170.", [("DUTY CLERK", "632-0170")]),
        ("AT NIGHT CALL DUTY DESK, TELEPHONE 632-0171.", [("DUTY DESK", "632-0171")]),
        ("Questions after hours go to the Duty Clerk, 202-632-0172.", [("Duty Clerk", "202-632-0172")]),
        ("CALL DUTY LINE (632-0173) IF POUCH IS LATE.", [("DUTY LINE", "632-0173")]),
        ("DUTY CLERK COUNTED 632 BAGS.", []),
        ("CALL WAS TAKEN BY DUTY CLERK IN 1978.", []),
        ("DUTY LINE OF TARIFF IS 632.", []),
        ("The clerk on duty sold 632 tickets.", []),
    ],
)
def test_who_is_on_duty_is_found_in_capitals(text, want):
    assert [(row[0], row[2]) for row in found(text)] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("THE MILITARY ESCORT IS LTC OWEN TARRANT (703-697-0144).", ["OWEN TARRANT"]),
        ("ARMY ESCORT: CPT OWEN HARBISON, TEL. 703-697-0121.", ["OWEN HARBISON"]),
        ("The conference coordinator is Nell Farrow, 202-555-0117.", ["Nell Farrow"]),
        ("Trial attorney: Renata Solis, DOJ/OIA, 202-514-0188.", ["Renata Solis"]),
        ("L/LEI attorney: H. Ames Boone (202-647-0117).", ["H. Ames Boone"]),
        ("The family's attorney is Ana Prado (202-555-0199).", []),
        ("The minister was under escort by Col. Juan Prado.", []),
        ("The ministry's coordinator, Juan Prado, called at 503-2288-0142.", []),
    ],
)
def test_escorts_and_lawyers_of_ours_are_ones_to_ask(text, want):
    assert [name for name, *_ in found(text)] == want
