"""Telegrams of the seventies: capitals, page lines, no transmission lines, old levels."""

from datetime import UTC, datetime

from reads import codes, ids, reads, said, to

from tracker.cable.parts import AddresseeRole, Classification


@reads
def test_a_telegram_of_1975_is_read_across_its_page_line(cable):
    """
    UNCLASSIFIED

    PAGE 01        STATE  123456
    61
    ORIGIN IO-13

    INFO  OCT-01  AF-06  ISO-00  /020 R

    DRAFTED BY IO/UNP:ABDOE:CD
    APPROVED BY IO - MR. ROE
    --------------------- 034455
    R 142200Z MAR 75
    FM SECSTATE WASHDC
    TO USMISSION USUN NEW YORK
    AMEMBASSY DAKAR
    INFO AMEMBASSY PARIS PRIORITY
    XMT AMEMBASSY LOME

    UNCLAS STATE 123456

    E.O. 11652: N/A

    TAGS:PFOR, UNGA, OVIP (DOE, JOHN A.)

    SUBJECT: THIRTIETH GENERAL ASSEMBLY: SUPPORT FOR
    U.S. CANDIDATE

    REF: (A) DAKAR 1234; (B) USUN 0456 (NOTAL), 457 AND 460

    1. DEPARTMENT REQUESTS THAT EMBASSY DAKAR APPROACH THE
    FOREIGN MINISTRY AND SEEK SUPPORT FOR THE U.S. CANDI-
    DATE. MR. ROE WILL ARRIVE ON MARCH 20. ST. LOUIS IS NO. 5 ON
    THE LIST. EMBASSY SHOULD REPORT BY
    UNCLASSIFIED

    UNCLASSIFIED

    PAGE 02        STATE  123456

    MARCH 25.

    2. ACTION REQUESTED. POST SHOULD ALSO INFORM THE U.S. MISSION.  FYI: THE
    VOTE IS ON APRIL 2. END FYI. KISSEL


    UNCLASSIFIED

    NNN
    """
    header = cable.header

    assert header.sent_at == datetime(1975, 3, 14, 22, 0, tzinfo=UTC)
    assert header.number == "STATE 123456"
    assert header.canonical_id == "75STATE123456"
    assert header.classification is Classification.UNCLASSIFIED
    assert header.tags == ("PFOR", "UNGA", "OVIP")
    assert header.subject == "THIRTIETH GENERAL ASSEMBLY: SUPPORT FOR U.S. CANDIDATE"
    assert to(cable) == ["USMISSION USUN NEW YORK", "AMEMBASSY DAKAR"]
    assert [a.designator for a in header.addressees if a.role is AddresseeRole.EXEMPT] == ["AMEMBASSY LOME"]
    assert ids(cable) == [
        ("A", "DAKAR 1234"),
        ("B", "USUN 456"),
        ("B", "USUN 457"),
        ("B", "USUN 460"),
    ]
    assert said(cable, 1)[1:] == [
        "MR. ROE WILL ARRIVE ON MARCH 20.",
        "ST. LOUIS IS NO. 5 ON THE LIST.",
        "EMBASSY SHOULD REPORT BY MARCH 25.",
    ]
    assert [p.heading for p in cable.paragraphs] == [None, "ACTION REQUESTED"]


@reads
def test_limited_official_use_is_no_class_and_comma_lists_are_taken_apart(cable):
    """
    LIMITED OFFICIAL USE

    PAGE 01  LAGOS  07890  121530Z
    ACTION EB-08
    R 121515Z OCT 76
    FM AMEMBASSY LAGOS
    TO SECSTATE WASHDC 3456
    LIMITED OFFICIAL USE LAGOS 07890
    DEPARTMENT PASS TREASURY
    E.O. 11652: N/A
    TAGS: EFIN, NI
    SUBJ: CIVAIR: REPLY TO STATE 200123
    REFS: (A) STATE 200123, 201456; (B) LAGOS 6789 AND 6790
    (C) LAGOS A-45, (D) EMBTEL 123
    1. EMBASSY DELIVERED NOTE OCT. 11. FOREIGN MINISTRY PROMISED REPLY
    BY OCT 20. REQUEST DEPT ADVISE WHETHER U.S. AIRLINES AGREE.
    2. SUGGEST DEPARTMENT INFORM PAN AM SOONEST. CROSBY
    """
    header = cable.header

    assert header.classification is Classification.LIMITED_OFFICIAL_USE
    assert header.passing == ("DEPARTMENT PASS TREASURY",)
    assert header.subject == "CIVAIR: REPLY TO STATE 200123"
    assert ids(cable) == [
        ("A", "STATE 200123"),
        ("A", "STATE 201456"),
        ("B", "LAGOS 6789"),
        ("B", "LAGOS 6790"),
        ("C", None),
        ("D", "EMBTEL 123"),
    ]
    assert said(cable, 1)[0] == "EMBASSY DELIVERED NOTE OCT. 11."
    assert codes(cable) == []
