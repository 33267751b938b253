"""Replies, voting instructions, requests from posts and guidance to all, in the styles of many offices."""

from datetime import date

from reads import codes, ids, reads, said, to

from tracker.cable.parts import Precedence


@reads
def test_a_post_asks_for_funds_under_doubled_letters(cable):
    """
    UNCLAS SECTION 01 OF 03 NAIROBI 002345

    SIPDIS

    SENSITIVE
    SIPDIS

    DEPT FOR AF/E, AF/RSA; PARIS FOR AFRICA WATCHER;
    LONDON FOR AFRICA WATCHER

    E.O. 12958: N/A
    TAGS: PREL, EAID,
    KE
    SUBJECT:  DROUGHT: POST REQUESTS DISASTER ASSISTANCE FUNDS

    REF: A. A. STATE 67890

         B. B. NAIROBI 2001
         C. C. 2004 NAIROBI 5678 (NOTAL)

    ¶1.  (SBU) Summary and Action Request:  Ambassador Roe declared a
    disaster on July 3.  Post requests that USAID/OFDA release USD
    50,000 (fifty thousand dollars) before July 15.  End summary and
    action request.

    -------------- ---
    The Rains That Did Not Come
    -------------- ---

    ¶2.  (U) According to the U.N. Office for the Coordination of
    Humanitarian Affairs (OCHA), approx. 2.5 million people need
    NAIROBI 00002345  002 OF 003


    food.  The ministry said: "We cannot wait."  Post agrees.

    ¶3.  (SBU) Post asks the Department to advise by cable
    1) whether funds exist;
    2) when they could arrive; and
    3) who would manage them.

    ¶4.  (U) Minimize considered.
    ROE
    """
    header = cable.header

    assert header.handling == ("SENSITIVE",)
    assert header.passing == ("DEPT FOR AF/E, AF/RSA; PARIS FOR AFRICA WATCHER;", "LONDON FOR AFRICA WATCHER")
    assert header.tags == ("PREL", "EAID", "KE")
    assert ids(cable) == [("A", "STATE 67890"), ("B", "NAIROBI 2001"), ("C", "2004 NAIROBI 5678")]
    assert said(cable, 1)[1].startswith("Post requests that USAID/OFDA release USD 50,000")
    assert said(cable, 2)[0].endswith("approx. 2.5 million people need food.")
    assert cable.paragraphs[1].heading == "The Rains That Did Not Come"
    assert len(said(cable, 3)) == 1


@reads
def test_a_voting_instruction_keeps_the_list_of_its_statement(cable):
    """
    VZCZCXYZ0017
    OO RUEHWEB

    DE RUEHC #1212 2931700
    ZNR UUUUU ZZH
    O 201650Z OCT 09
    FM SECSTATE WASHDC
    TO RUCNDT/USMISSION USUN NEW YORK IMMEDIATE 0000
    INFO RUEHGV/USMISSION GENEVA PRIORITY 0000
    RUEHXX/UNITED NATIONS SECURITY COUNCIL COLLECTIVE PRIORITY
    UNCLAS STATE 108888

    SENSITIVE
    SIPDIS

    USUN FOR DOE, ROE (FIRST COMMITTEE)

    E.O. 13526: N/A
    TAGS: PARM, PREL, UNGA
    SUBJECT: UNGA FIRST COMMITTEE: VOTING INSTRUCTIONS (L.12,
    L.13/REV.1 AND L.14)

    REF: USUN 0909, USUN 0910

    1. (SBU) USUN is instructed to vote "no" on L.12; to abstain on
    L.13/Rev.1; and to join consensus on L.14. USUN should deliver the
    explanation of vote in para 3 after, not before, the vote.

    2. (SBU) If asked, USUN may say that the U.S. position has not
    changed since 2006 (cf. A/C.1/61/PV.20). FYI: Geneva will report
    separately. END FYI.

    3. (U) BEGIN TEXT OF EXPLANATION OF VOTE:

    Mr. Chairman,

    My delegation voted against this resolution.

    1. It prejudges the review.
    2. It names no date.
    3. It costs money.
    4. It should be withdrawn.

    Thank you, Mr. Chairman.

    END TEXT.

    4. (U) Please report the results by opening of business October 23.
    PETTIGREW
    """
    header = cable.header

    assert header.subject.endswith("(L.12, L.13/REV.1 AND L.14)")
    assert [a.is_collective for a in header.info_addressees] == [False, True]
    assert [(ref.id, ref.origin) for ref in header.refs] == [
        ("USUN 909", "USUN NEW YORK"),
        ("USUN 910", "USUN NEW YORK"),
    ]
    assert codes(cable) == ["serial-differs"]
    assert cable.paragraph_count == 4
    assert "4. It should be withdrawn." in said(cable, 3)
    assert said(cable, 4) == ["Please report the results by opening of business October 23."]


@reads
def test_a_telegram_of_1973_runs_its_paragraphs_on(cable):
    """
    P 112030Z AUG 73
    FM SECSTATE WASHDC
    TO ALL AFRICAN DIPLOMATIC POSTS PRIORITY
    INFO AMEMBASSY LONDON
    AMEMBASSY PARIS
    UNCLAS STATE 159111
    E.O. 11652: N/A
    TAGS: SOCI, XA
    SUBJ: DROUGHT RELIEF: QUERY
    REF: STATE 150001 AND PREVIOUS (NOTAL), DAKAR 3300; DOE-ROE TELCON AUG 9
    1. ADDRESSEES REQUESTED TO ADVISE BY COB AUG 20 WHETHER HOST
    GOVT REPEAT HOST GOVT HAS FOOD STOCKS FOR APPROX. 6 MOS. IN
    CASE OF NEED. 2. FOR DAKAR: PLS SEE FONMIN SOONEST.
    3. FOR LAGOS AND ACCRA: NO ACTION REQUIRED. OAKHURST
    """
    header = cable.header

    assert header.canonical_id == "73STATE159111"
    assert header.action_addressees[0].is_collective
    assert ids(cable) == [(None, "STATE 150001"), (None, "DAKAR 3300"), (None, None)]
    assert header.refs[2].on == date(1973, 8, 9)
    assert [p.number for p in cable.paragraphs] == [1, 2, 3]
    assert said(cable, 2) == ["FOR DAKAR: PLS SEE FONMIN SOONEST."]


@reads
def test_a_mail_with_a_subject_and_references_is_read_as_far_as_it_goes(cable):
    """
    Subject: Request for a visit

    REF: 09STATE12345 and STATE 2009 23456

    (SBU) Dear colleagues,

    1. Please ask the ministry whether the team may come from May 3-7.
    2. Please send the answer to the desk.
    """
    header = cable.header

    assert header.subject == "Request for a visit"
    assert ids(cable) == [(None, "09 STATE 12345"), (None, "09 STATE 23456")]
    assert [p.number for p in cable.paragraphs] == [None, 1, 2]


@reads
def test_a_reply_to_two_departments(cable):
    """
    VZCZCXRO7777
    PP RUEHDE RUEHDIR
    DE RUEHAD #0333/01 0461313
    ZNR UUUUU ZZH
    P 151310Z FEB 09
    FM AMEMBASSY ABU DHABI
    TO RUEHC/SECSTATE WASHDC PRIORITY 2201
    RUCPDOC/DEPT OF COMMERCE WASHINGTON DC PRIORITY
    INFO RUEHZM/GULF COOPERATION COUNCIL COLLECTIVE
    RUEHDE/AMCONSUL DUBAI 8200
    UNCLAS SECTION 01 OF 02 ABU DHABI 000333

    STATE PASS USTR FOR J. ROE

    SENSITIVE

    SIPDIS

    E.O. 12958: N/A
    TAGS: ETRD ECON AE
    SUBJECT: (SBU) UAE REPLIES ON POULTRY; WILL ANSWER ON BEEF BY
    MARCH 1

    REF: A) STATE 11111 B) ABU DHABI 222 (DOE-ROE E-MAIL)
    C) DOE-POE EMAIL 02/11/09

    1. (SBU) Begin Summary. EconOff delivered ref A points on February
    12. The ministry agreed to lift the ban on poultry. It will
    ABU DHABI 00000333  002 OF 002


    answer on beef by March 1. End Summary.

    2. (U) Poultry
    -- Imports resume at once.
    -- Two inspectors will come.

    3. (SBU) Comment: None.
    OLSON
    """
    header = cable.header

    assert to(cable) == ["SECSTATE WASHDC", "DEPT OF COMMERCE WASHINGTON DC"]
    assert header.precedence is Precedence.PRIORITY
    assert header.subject == "UAE REPLIES ON POULTRY; WILL ANSWER ON BEEF BY MARCH 1"
    assert ids(cable) == [("A", "STATE 11111"), ("B", "ABU DHABI 222"), ("C", None)]
    assert header.refs[2].on == date(2009, 2, 11)
    assert "It will answer on beef by March 1." in said(cable, 1)


@reads
def test_guidance_with_the_subject_above_the_tags(cable):
    """
    UNCLAS STATE 055555
    SIPDIS
    SUBJECT: GUIDANCE FOR ANNUAL REPORT
    ON TRAFFICKING
    E.O. 12958: N/A
    TAGS: KTIP PHUM
    REFS: (A) STATE 1 (B) STATE 2
          (C) STATE 3 (ALL NOTAL)

    SUMMARY
    1. (U) Posts must submit reports by January 15.
    END SUMMARY

    PROCEDURES:
    2. (U) Posts should:
       -- use the form in Ref. C;
       -- write in plain English; and
       -- send it by e-mail to tip@state.example
          no later than COB.
    3. (U) Questions? Call (202) 555-0144.
    """
    header = cable.header

    assert header.subject == "GUIDANCE FOR ANNUAL REPORT ON TRAFFICKING"
    assert header.tags == ("KTIP", "PHUM")
    assert [p.heading for p in cable.paragraphs] == ["SUMMARY", "PROCEDURES", "PROCEDURES"]
    assert said(cable, 2)[1:3] == ["use the form in Ref. C;", "write in plain English; and"]
