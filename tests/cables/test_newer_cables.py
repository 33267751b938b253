"""Cables of 2003 to 2010: sections, captions, lists of references, titles, copies that lost their lines."""

from datetime import UTC, date, datetime

from reads import codes, ids, reads, said, to

from tracker.cable.parts import Precedence, ReferenceKind


@reads
def test_two_sections_become_one_text(cable):
    """
    UNCLAS SECTION 01 OF 02 USUN NEW YORK 000345

    SIPDIS

    SENSITIVE

    STATE FOR IO/UNP AND DRL; PLEASE PASS TO USAID
    GENEVA FOR RMA

    E.O. 12958: N/A
    TAGS: PHUM, PREL, UNGA, KUNR,
          XA
    SUBJECT: (SBU) THIRD COMMITTEE: REQUEST FOR GUIDANCE ON
    THE DRAFT RESOLUTION ON THE RIGHTS OF THE CHILD

    REF: A. STATE 12345
         B. DOE/ROE E-MAIL OF 10/02/03
         C. 02 USUN NEW YORK 2345 (NOTAL)
         D. GENEVA 567, 568 AND BERN 12

    1. (SBU) SUMMARY: Mission seeks guidance. The
    sponsors will table the text on October 12. END SUMMARY.

    2. (U) Mission recommends that the Department send
    UNCLAS SECTION 02 OF 02 USUN NEW YORK 000345

    SIPDIS

    SENSITIVE

    STATE FOR IO/UNP AND DRL; PLEASE PASS TO USAID
    GENEVA FOR RMA

    E.O. 12958: N/A
    TAGS: PHUM, PREL, UNGA, KUNR,
          XA
    SUBJECT: (SBU) THIRD COMMITTEE: REQUEST FOR GUIDANCE ON
    THE DRAFT RESOLUTION ON THE RIGHTS OF THE CHILD

    instructions no later than October 9.

    3. (U) Begin text of resolution:

    The General Assembly,

    1. Calls upon all States to act;

    2. Urges States to report;

    3. Decides to remain seized;

    4. Requests the Secretary-General to report.

    End text.

    4. (U) Please reply to Jane Roe at (212) 555-0101 or roej@state.example.
    NEGRON
    """
    header = cable.header

    assert header.number == "USUN NEW YORK 000345"
    assert header.section == (1, 2)
    assert (header.captions, header.handling) == (("SIPDIS",), ("SENSITIVE",))
    assert header.tags == ("PHUM", "PREL", "UNGA", "KUNR", "XA")
    assert ids(cable)[-3:] == [("D", "GENEVA 567"), ("D", "GENEVA 568"), ("D", "BERN 12")]
    assert header.refs[1].kind is ReferenceKind.EMAIL
    assert said(cable, 2) == [
        "Mission recommends that the Department send instructions no later than October 9."
    ]
    assert cable.paragraph_count == 4
    assert "4. Requests the Secretary-General to report." in said(cable, 3)


@reads
def test_a_corrected_copy_with_every_transmission_line(cable):
    """
    VZCZCXRO1111
    PP RUEHAST RUEHBW
    RUEHMJ
    DE RUEHC #5948/01 3041935
    ZNR UUUUU ZZH
    P R 311930Z OCT 06
    FM SECSTATE WASHDC
    TO RUEHZL/EUROPEAN POLITICAL COLLECTIVE PRIORITY
    RUEHRL/AMEMBASSY BERLIN NIACT IMMEDIATE 4321
    ZEN/AMEMBASSY BERN
    INFO RUCNDT/USMISSION USUN NEW YORK 1234
    XMT AMEMBASSY SOFIA
    AMCONSUL JOHANNESBURG
    BT
    UNCLAS SECTION 01 OF 02 STATE 175948

    C O R R E C T E D COPY//TAGS LINE CHANGED//

    SIPDIS
    SENSITIVE

    SIPDIS

    CODEL SMITH

    FOR ECON OFFICERS FROM A/S DOE

    E.O. 12958: N/A
    TAGS: EAIR ECON PRELPGOV KTIA
    SUBJECT: AVIATION: REQUEST FOR INFORMATION ON
    SLOT ALLOCATION

    REFS: (A) STATE 170001 (B) 05 BERLIN 1234
    (C) DOE-ROE TELCON OF OCTOBER 3, (D) '04 PARIS 999

    ACTION REQUEST
    ==============
    1.(SBU) This is an action request. See para 3.

    2.(SBU) Background. The slot rules of the EC date from 1993,
    i.e. before the agreement.  Airlines paid USD 3.5 million
    STATE 00175948  001.2 OF 002

    SUBJECT: AVIATION: REQUEST FOR INFORMATION ON SLOT

    in 2005.  See Ref. A.

    UNCLAS SECTION 02 OF 02 STATE 175948
    SIPDIS
    3.(SBU) Posts are asked to answer the following questions by
    COB Nov. 10:

    a. Who allocates slots?
    b. Which rules apply?

    --- Please also send the name of the slot coordinator;
    --- Post should cc: Jane Roe at roej@state.example.
    HALVORSEN
    BT
    #5948
    NNNN
    """
    header = cable.header

    assert header.is_corrected_copy
    assert (header.precedence, header.info_precedence) == (Precedence.PRIORITY, Precedence.ROUTINE)
    assert to(cable) == ["EUROPEAN POLITICAL COLLECTIVE", "AMEMBASSY BERLIN", "AMEMBASSY BERN"]
    assert header.action_addressees[0].is_collective
    assert header.action_addressees[1].precedence is Precedence.NIACT_IMMEDIATE
    assert [a.designator for a in header.info_addressees] == ["USMISSION USUN NEW YORK"]
    assert header.captions == ("SIPDIS", "CODEL SMITH")
    assert header.tags == ("EAIR", "ECON", "PREL", "PGOV", "KTIA")
    assert ids(cable) == [("A", "STATE 170001"), ("B", "05 BERLIN 1234"), ("C", None), ("D", "04 PARIS 999")]
    assert header.refs[2].on == date(2006, 10, 3)
    assert "Airlines paid USD 3.5 million in 2005." in said(cable, 2)
    assert said(cable, 3)[1:3] == ["a. Who allocates slots?", "b. Which rules apply?"]
    assert cable.paragraphs[0].heading == "ACTION REQUEST"


@reads
def test_a_consulate_asks_the_department(cable):
    """
    O 121503Z NOV 09
    FM AMCONSUL GUAYAQUIL
    TO SECSTATE WASHDC IMMEDIATE 4214
    AMEMBASSY QUITO PRIORITY
    INFO AMCONSUL HONG KONG
    UNCLAS GUAYAQUIL 000201
    SIPDIS
    DEPT PASS TO USTR; COMMERCE FOR ITA/JONES
    E.O. 12958:  N/A
    TAGS: ETRD BEXP EC
    SUBJ: Shrimp Exports -- Reply to Data Call

    REF: STATE 99707 AND PREVIOUS

    ¶1. (U) Per ref request, post submits the following. Please advise by Nov. 30 at 3 p.m. Washington time whether more is needed.

    ¶2. (SBU) Summary and Action Request: The consul general met with Mr. J. R. Doe Jr., CEO of X Corp. Corp. officials said "No." Then they left. Post requests $5,000.50 in funding. End summary.

    Comment
    -------

    ¶3. (SBU) We need help.

    DOE
    """
    header = cable.header

    assert header.origin == "AMCONSUL GUAYAQUIL"
    assert ids(cable) == [(None, "STATE 99707")]
    assert said(cable, 1)[1] == "Please advise by Nov. 30 at 3 p.m. Washington time whether more is needed."
    assert "Post requests $5,000.50 in funding." in said(cable, 2)
    assert [p.heading for p in cable.paragraphs] == [None, "Summary and Action Request", "Comment"]
    assert said(cable, 3) == ["We need help."]


@reads
def test_a_text_without_heading_is_all_body(cable):
    """
    Visit by the deputy assistant secretary.

    Please arrange meetings with the ministry of health, Dr. Roe, and the U.N. office. Report by May 3.
    """
    header = cable.header

    assert codes(cable) == ["no-heading"]
    assert header.subject is None
    assert said(cable)[1:] == [
        "Please arrange meetings with the ministry of health, Dr. Roe, and the U.N. office.",
        "Report by May 3.",
    ]


@reads
def test_a_copy_on_one_line_is_taken_apart(cable):
    """
    UNCLAS STATE 041207 SIPDIS SENSITIVE E.O. 12958: N/ATAGS: KNNP MNUC PARM PREL PESUBJECT: PROPOSING A VISIT REF: A. LIMA 00388 B. 08 STATE 115640 (NOTAL) 1. (SBU) Summary: Text here. Post is asked to reply by May 3. 2. (SBU) Background: More text. End text. 3. Final words.
    """
    header = cable.header

    assert header.number == "STATE 041207"
    assert header.tags == ("KNNP", "MNUC", "PARM", "PREL", "PE")
    assert header.subject == "PROPOSING A VISIT"
    assert ids(cable) == [("A", "LIMA 388"), ("B", "08 STATE 115640")]
    assert [p.number for p in cable.paragraphs] == [1, 2, 3]


@reads
def test_a_subject_goes_on_below_a_blank_line_where_ref_follows(cable):
    """
    R 251730Z MAY 2003
    FM USMISSION GENEVA
    TO RUEHC / SECSTATE WASHDC 0001
    INFO RUEHZN/ENVIRONMENT SCIENCE AND TECHNOLOGY COLLECTIVE
    RUEAUSA/DEPT OF HHS WASHINGTON DC
    RHMFIUU/HQ USEUCOM VAIHINGEN GE//J5//
    UNCLAS//FOUO GENEVA 001234

    SIPDIS
    HHS FOR OGHA
    E.O. 12958: N/A
    TAGS: TBIO WHO PHSA
    SUBJECT: WORLD HEALTH ASSEMBLY: AMENDMENTS

    TO THE DRAFT RESOLUTION
    REFTEL: STATE 123
    Mission delivered the points on May 20. The secretariat
    will answer by June 2.

    The next meeting is on
    May 30.  Please send
    instructions.
    """
    header = cable.header

    assert header.sent_at == datetime(2003, 5, 25, 17, 30, tzinfo=UTC)
    assert header.subject == "WORLD HEALTH ASSEMBLY: AMENDMENTS TO THE DRAFT RESOLUTION"
    assert header.handling == ("FOUO",)
    assert to(cable) == ["SECSTATE WASHDC"]
    assert header.info_addressees[2].designator == "HQ USEUCOM VAIHINGEN GE"
    assert "The next meeting is on May 30." in said(cable)


@reads
def test_a_second_cable_in_the_file_is_told_and_not_read(cable):
    """
    VZCZCXYZ0009
    RR RUEHWEB

    DE RUEHSM #0001 0051111
    ZNR UUUUU ZZH
    R 051111Z JAN 10
    FM AMEMBASSY STOCKHOLM
    TO RUEHC/SECSTATE WASHDC 0001
    UNCLAS STOCKHOLM 000001

    SIPDIS

    E.O. 12958: N/A
    TAGS: PREL SW
    SUBJECT: FIRST CABLE

    1. One thing.
    DOE
    BT
    #0001
    NNNN
    VZCZCXYZ0010
    RR RUEHWEB

    DE RUEHSM #0002 0051115
    ZNR UUUUU ZZH
    R 051115Z JAN 10
    FM AMEMBASSY STOCKHOLM
    TO RUEHC/SECSTATE WASHDC 0002
    UNCLAS STOCKHOLM 000002

    SIPDIS

    E.O. 12958: N/A
    TAGS: PREL SW
    SUBJECT: SECOND CABLE

    1. Another thing. Please reply.
    DOE
    """
    header = cable.header

    assert header.subject == "FIRST CABLE"
    assert codes(cable) == ["several-cables"]
    assert said(cable) == ["One thing."]
