"""Cables of 2006 to 2010: titles, lists, papers, copies from the web."""

from reads import codes, ids, reads, said

from tracker.cable.parts import ReferenceKind


@reads
def test_a_mixed_case_cable_with_titles_lists_and_a_manual_among_its_references(cable):
    """
    VZCZCXYZ0002
    OO RUEHWEB

    DE RUEHC #9999 1010000
    ZNR UUUUU ZZH
    O 102330Z APR 08
    FM SECSTATE WASHDC
    TO ALL DIPLOMATIC AND CONSULAR POSTS IMMEDIATE
    UNCLAS STATE 037777

    SIPDIS

    FOR CHIEFS OF MISSION AND MANAGEMENT OFFICERS FROM
    UNDER SECRETARY DOE

    E.O. 12958: N/A
    TAGS: AMGT, AFIN,
    ABUD
    SUBJECT:  FY 2009 Mission Strategic Plans - Due Dates; Training of
    Officers (May 5-9)

    Ref:  (a) 07 State 12345, (b) State 023570 and 023568;
          (c) 6 FAM 1234; (d) ALDAC 01/05/08

    1.  SUMMARY:  This cable sets dates.  Posts must submit plans to
    the Bureau by April 30; late plans will not be read.  END SUMMARY.

    What Posts Must Do
    ------------------

    2.  a)  Each post should name a coordinator.
        b)  Posts in AF should do so by 4/15/08.

    3.  ACTION ADDRESSEES:  Embassies Rome, Paris and U.S. Mission
    Geneva are asked to send one officer each.  (Note:  The U.S. will
    pay.  End note.)  Contact: Jane A. Doe, M/MED, (202) 555-
    0101.

    4.  The following posts have not replied:
        - Lima
        - Quito, Ecuador
        - La Paz

    5.  Minimize considered.
    HALVORSEN
    """
    header = cable.header

    assert header.tags == ("AMGT", "AFIN", "ABUD")
    assert header.subject.endswith("Training of Officers (May 5-9)")
    assert ids(cable)[:3] == [("A", "07 STATE 12345"), ("B", "STATE 23570"), ("B", "STATE 23568")]
    assert [ref.kind for ref in header.refs[3:]] == [ReferenceKind.OTHER, ReferenceKind.OTHER]
    assert codes(cable) == ["serial-differs"]
    assert cable.paragraphs[1].heading == "What Posts Must Do"
    assert cable.paragraphs[2].heading == "ACTION ADDRESSEES"
    assert [s.text for s in cable.paragraphs[3].sentences if s.is_bullet] == [
        "Lima",
        "Quito, Ecuador",
        "La Paz",
    ]


@reads
def test_a_web_copy_is_read_from_its_first_transmission_line(cable):
    """
    Viewing cable 08LIMA123, HEALTH TALKS
    If you are new to these pages, please read an introduction.
    Reference ID Created Released Classification Origin
    08LIMA123 2008-02-03 12:00 2011-08-30 01:44 UNCLASSIFIED Embassy Lima
    VZCZCXYZ0000
    RR RUEHWEB

    DE RUEHPE #0123/01 0341200
    ZNR UUUUU ZZH
    R 031200Z FEB 08
    FM AMEMBASSY LIMA
    TO SECSTATE WASHDC 0001
    INFO RUEHBO/AMEMBASSY BOGOTA 0002
    RUEHCV/AMEMBASSY CARACAS 0003
    UNCLAS SECTION 01 OF 02 LIMA 000123

    SIPDIS

    STATE FOR WHA/AND, OES/IHB; HHS FOR OGHA;
    USAID FOR LAC

    E.O. 12958: N/A
    TAGS: TBIO PE
    SUBJECT: HEALTH TALKS  IN LIMA: MINISTER ASKS FOR HELP

    REF: A. LIMA 12 B. LIMA 0013 (DOE TO ROE, 3/4/07)
    C. STATE 456

    --------
    SUMMARY
    --------

    1. (SBU) The minister asked for help. End Summary.

    --------------------------------------
    A LONG TITLE THAT GOES OVER TWO LINES
    OF TEXT, LIKE THIS
    --------------------------------------

    2. (SBU) He said, "We need help.
    LIMA 00000123  002 OF 002


    Please send it." The Dept. of Health agrees. Post will send ideas no later
    than e.g. May.

    - He asked for a lab;
    - he asked for training.

    3. (SBU) COMMENT: Post supports this.
    DOE
    """
    header = cable.header

    assert header.section == (1, 2)
    assert ids(cable) == [("A", "LIMA 12"), ("B", "LIMA 13"), ("C", "STATE 456")]
    assert cable.paragraphs[1].heading == "A LONG TITLE THAT GOES OVER TWO LINES OF TEXT, LIKE THIS"
    assert "Post will send ideas no later than e.g. May." in said(cable, 2)
    assert "The Dept. of Health agrees." in said(cable, 2)


@reads
def test_an_instruction_with_questions_points_and_a_paper(cable):
    """
    PP RUEHWEB
    DE RUEHC #4567 1651530
    ZNR UUUUU ZZH
    P R 131525Z JUN 08 ZFR
    FM SECSTATE WASHDC
    TO RUEHFR/AMEMBASSY PARIS PRIORITY 1111
    INFO RUEHBS/USEU BRUSSELS
    RUEATRS/TREASURY DEPT WASHINGTON DC
    UNCLAS STATE 064567

    TAGS: EFIN, ETTC, PTER, KTFN (DOE), FR
    EO 12958: N/A
    REF: PARIS 1010
    SUBJECT: (U) TERRORIST FINANCE: REQUEST FOR
    DESIGNATION - FOLLOW UP

    SENSITIVE BUT UNCLASSIFIED; PLEASE PROTECT ACCORDINGLY

    (U) This is an action cable. Please see para 3.

    1. (SBU) Post should deliver the following non-paper
    no later than COB Friday, June 20. Non-paper text is at
    para 5. Points should be made orally.

    2. (U) QUESTIONS:

    (a) Will the government act?

    (b) By when?

       i. At once
       ii. Later

    3. (SBU) ACTION REQUEST -- Post is asked to seek a
    meeting with Mr. A.B. Dupont (Ph.D.) at the
    Ministry, tel. +33 1 5555 0101, before 5:00 p.m. Please report
    the result.  Post may draw on Ref. B. The U.S. supports this. U.S. officials will
    follow up. He said "We will. But when?" and left. Send it to doe@state.example. Thank you.
    The list covers items A, B, and C. Posts should check section C. Post will reply.

    4. (U) BEGIN TALKING POINTS:

    - First point. Please act.

    - Second point.

    END TALKING POINTS.

    5. (U) BEGIN NON-PAPER

    The United States asks
    your government to act
    by June 30.

    END NON-PAPER

    6. (U) POC is J. Doe, EEB/TFS, 202-555-0100, x123.
    HALVORSEN
    """
    header = cable.header

    assert header.subject == "TERRORIST FINANCE: REQUEST FOR DESIGNATION - FOLLOW UP"
    assert header.executive_order == "EO 12958: N/A"
    assert cable.paragraphs[0].number is None
    assert said(cable, 2) == [
        "QUESTIONS:",
        "(a) Will the government act?",
        "(b) By when?",
        "i. At once",
        "ii. Later",
    ]
    assert said(cable, 3)[2:5] == [
        "Post may draw on Ref. B.",
        "The U.S. supports this.",
        "U.S. officials will follow up.",
    ]
    assert said(cable, 3)[-3:] == [
        "The list covers items A, B, and C.",
        "Posts should check section C.",
        "Post will reply.",
    ]
    assert said(cable, 5) == [
        "BEGIN NON-PAPER",
        "The United States asks your government to act by June 30.",
        "END NON-PAPER",
    ]


@reads
def test_a_call_for_nominations_with_numbers_glued_to_words(cable):
    """
    CORRECTED COPY
    VZCZCXYZ0009
    RR RUEHWEB
    DE RUEHC #1234 1651530
    R 131525Z JUN 07
    FM SECSTATE WASHDC
    TO ALEAC COLLECTIVE
    UNCLAS STATE 081234
    C O R R E C T E D  C O P Y - PARA 3
    SIPDIS
    E.O. 12958: N/A
    TAGS: OVIP KPAO
    SUBJECT: Corrected Copy: Request for Nominations for the “Women of
    Courage” Program
    REF: (A) 2006 STATE 12345 AND 06 STATE 12346 (B) SECSTATE 99
    1.Action Request: Posts are invited to nominate one candidate by
    November 1. Deadline is firm! Do posts agree? Posts' nominations
    should include: name; title; a short bio (max. 300 words); and
    a photo.

    Eligibility:

    --age 18 or above
    --not a U.S. citizen

    2.Nominations arriving after Nov. 1, 2007
    will not be read. Send them to women@state.example (subject: "Award").
    3.Minimize considered.
    HALVORSEN
    """
    header = cable.header

    assert header.is_corrected_copy
    assert header.subject == "Corrected Copy: Request for Nominations for the “Women of Courage” Program"
    assert ids(cable) == [("A", "2006 STATE 12345"), ("A", "06 STATE 12346"), ("B", "STATE 99")]
    assert codes(cable) == ["julian-differs"]
    assert [p.number for p in cable.paragraphs] == [1, 2, 3]
    assert said(cable, 2)[0] == "Nominations arriving after Nov. 1, 2007 will not be read."
