"""Messages of commands and attaches: sets that begin with a name and end in two strokes."""

from datetime import date

from reads import reads, said

from tracker.extraction import extract


def is_weekend(day):
    return day.weekday() > 4


@reads
def test_a_message_in_sets_is_read_as_a_cable_is(cable):
    """
    R 311605Z MAY 07
    FM CMC WASHINGTON DC PPO//
    TO AMEMBASSY LIMA
    USDAO QUITO EC
    COMMARFORSOUTH
    INFO SECSTATE WASHDC
    BT
    UNCLAS //N05500//
    MSGID/GENADMIN/CMC WASHINGTON DC PPO/-/MAY//
    SUBJ/EMBARKED SECURITY DETACHMENT VISIT TO THE ANDEAN
    REGION, JULY 2007//
    REF/A/MSG/AMEMBASSY LIMA/211530ZMAY2007/NOTAL//
    REF/B/DOC/MCO 5510.18/YMD:20050131//
    NARR/REF A IS EMBASSY LIMA CONCURRENCE IN PRINCIPLE. REF B IS THE
    ORDER ON INFORMATION SECURITY.//
    POC/R. ABERNATHY/LTCOL/UNIT:HQMC PPO/TEL:DSN 224-5550123
    /TEL:(703) 555-0142/EMAIL:R.ABERNATHY@MCTEST.MIL//
    RMKS/1. PER REF A, A TEAM OF FOUR WILL VISIT LIMA AND CALLAO 9-13
    JUL 07.
    2. AMEMBASSY LIMA: REQ CONFIRM LODGING NLT 15 JUN 07.
    3. TASKS.
    A. USDAO QUITO: REQ EMB ADVISE WHETHER SECOND LEG IS FEASIBLE NLT
    COB 22 JUN 07.//
    BT
    #0001
    NNNN
    """
    header = cable.header
    proposed = extract(cable, is_day_off=is_weekend)

    assert header.subject == "EMBARKED SECURITY DETACHMENT VISIT TO THE ANDEAN REGION, JULY 2007"
    assert [(ref.label, ref.text) for ref in header.refs] == [
        ("A", "MSG/AMEMBASSY LIMA/211530ZMAY2007/NOTAL"),
        ("B", "DOC/MCO 5510.18/YMD:20050131"),
    ]
    assert said(cable, 1) == ["PER REF A, A TEAM OF FOUR WILL VISIT LIMA AND CALLAO 9-13 JUL 07."]
    assert [(one.title, one.addressees, one.deadline.day) for one in proposed.actions] == [
        ("CONFIRM LODGING", ("AMEMBASSY LIMA",), date(2007, 6, 15)),
        ("ADVISE WHETHER SECOND LEG IS FEASIBLE", ("USDAO QUITO EC",), date(2007, 6, 22)),
    ]
    assert [(one.name, one.email, one.phone, one.other) for one in proposed.contacts] == [
        ("R. ABERNATHY", "R.ABERNATHY@MCTEST.MIL", "(703) 555-0142", "LTCOL, HQMC PPO, DSN 224-5550123")
    ]


@reads
def test_several_contacts_and_remarks_in_a_general_text_set(cable):
    """
    P 021200Z OCT 03
    FM CDR USSOUTHCOM MIAMI FL
    TO AMEMBASSY SAN SALVADOR
    BT
    UNCLAS
    SUBJ/COUNTERDRUG SEMINAR//
    POC/AMES, RUTH/MAJ/J5/TEL:305-555-0100//
    POC/OLE DAHL/CIV/OFFICE:J3/TEL:DSN 567-0101/EMAIL:DAHLO@HQ.TEST.MIL//
    GENTEXT/REMARKS/1. SEMINAR OPENS 3 NOV 03 IN KEY WEST.//
    """
    assert cable.header.subject == "COUNTERDRUG SEMINAR"
    assert said(cable, 1) == ["SEMINAR OPENS 3 NOV 03 IN KEY WEST."]
    assert [(one.name, one.email, one.phone) for one in extract(cable, is_day_off=is_weekend).contacts] == [
        ("AMES, RUTH", None, "305-555-0100"),
        ("OLE DAHL", "DAHLO@HQ.TEST.MIL", "DSN 567-0101"),
    ]


@reads
def test_a_stroke_in_other_cables_is_no_frame(cable):
    """
    R 021200Z OCT 03
    FM AMEMBASSY SAN SALVADOR
    TO SECSTATE WASHDC
    UNCLAS SAN SALVADOR 001200
    SUBJECT: REMARKS/TOASTS OF THE PRESIDENT
    1. The President's
    remarks/toasts follow. Copies are at http://www.example.test//
    """
    assert said(cable, 1) == [
        "The President's remarks/toasts follow.",
        "Copies are at http://www.example.test//",
    ]


@reads
def test_a_name_alone_before_an_order_says_whom_it_asks(cable):
    """
    P 201405Z APR 09
    FM CDR USSOUTHCOM MIAMI FL
    TO AMEMBASSY LIMA
    USDAO QUITO EC
    UNCLAS
    SUBJ/PORT SEMINAR//
    RMKS/1. SEMINAR WILL BE HELD IN CALLAO 8-12 JUN 09.
    2. USDAO QUITO. ADVISE THIS HQ WHETHER NAVY WILL SEND OBSERVERS NLT
    COB 15 MAY 09. A WRITTEN INVITATION IS NOT TO BE LEFT BEHIND.
    3. AN AFTER ACTION REPORT SHOULD REACH THIS HQ WITHIN TEN DAYS OF
    THE CLOSE OF THE SEMINAR.//
    """
    actions = extract(cable, is_day_off=is_weekend).actions

    assert [(one.title, one.addressees, one.deadline and one.deadline.day) for one in actions] == [
        ("ADVISE THIS HQ WHETHER NAVY WILL SEND OBSERVERS", ("USDAO QUITO EC",), date(2009, 5, 15)),
        ("DO NOT LEAVE A WRITTEN INVITATION BEHIND", ("USDAO QUITO EC",), None),
        ("SEND AN AFTER ACTION REPORT", ("AMEMBASSY LIMA", "USDAO QUITO EC"), date(2009, 6, 22)),
    ]
