"""The Department's archive print of a telegram, whole and with lines lost."""

import pytest

from tracker.cable import parse

LINES = (
    "TELEGRAM May 4, 2002",
    "To: AMEMBASSY QUITO - PRIORITY; AMEMBASSY LA PAZ - ROUTINE",
    "Info: AMEMBASSY LIMA - ROUTINE",
    "Origin: CA",
    "From: SECSTATE WASHDC (STATE 004411 - PRIORITY)",
    "TAGS: CVIS, EC",
    "Captions: VISAS",
    "Subject: PHOTOGRAPHS ON FORMS",
    "Ref: (A) 01 STATE 900, (B) QUITO 12",
)
WANTED = {
    "sent_at": None,
    "year": 2002,
    "precedence": "PRIORITY",
    "origin": "SECSTATE WASHDC",
    "number": "STATE 004411",
    "captions": ("VISAS",),
    "tags": ("CVIS", "EC"),
    "subject": "PHOTOGRAPHS ON FORMS",
}
GIVEN_BY = {
    "year": "TELEGRAM",
    "origin": "From",
    "number": "From",
    "captions": "Captions",
    "tags": "TAGS",
    "subject": "Subject",
}


@pytest.mark.parametrize("lost", [None, *(line.split()[0] for line in LINES)])
def test_a_print_is_read_and_any_line_of_it_may_be_missing(lost):
    text = (
        "UNCLASSIFIED\n"
        + "\n".join(line for line in LINES if line.split()[0] != lost)
        + "\n\nWhy\n\n1. Post should act.\n"
    )
    cable = parse(text)
    header = cable.header

    for name, value in WANTED.items():
        if lost is None or not lost.startswith(GIVEN_BY.get(name, "-")):
            assert getattr(header, name) == value, name
    assert [a.designator for a in header.action_addressees] == (
        [] if lost == "To:" else ["AMEMBASSY QUITO", "AMEMBASSY LA PAZ"]
    )
    assert [a.designator for a in header.info_addressees] == ([] if lost == "Info:" else ["AMEMBASSY LIMA"])
    assert [r.id for r in header.refs] == ([] if lost == "Ref:" else ["01 STATE 900", "QUITO 12"])
    assert cable.sentences[-1].text == "Post should act."


def test_further_addresses_stand_on_lines_of_their_own():
    header = parse(
        "TELEGRAM May 4, 2002\nTo: AMEMBASSY QUITO - PRIORITY\nAMEMBASSY LA PAZ - ROUTINE\nSubject: FISH\n\n1. One."
    ).header

    assert [(a.designator, a.precedence) for a in header.addressees] == [
        ("AMEMBASSY QUITO", "PRIORITY"),
        ("AMEMBASSY LA PAZ", "ROUTINE"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "From: Jane Roe <roe@state.gov>\nTo: Embassy Lima\nSubject: Lunch\n\nShall we meet?",
        "From: JANE ROE\nTo: LIMA POL\nSubject: Lunch - ROUTINE\n\nShall we meet?",
        "To: Embassy Lima - PRIORITY matters\nSubject: Lunch\n\nShall we meet?",
        "TELEGRAM OF May 4\nSubject: Lunch\n\nShall we meet?",
    ],
)  # fmt: skip
def test_a_mail_is_no_print(text):
    header = parse(text).header

    assert (header.origin, header.number, header.addressees, header.year) == (None, None, (), None)


@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
def test_a_number_that_a_print_sets_on_top_hides_no_transmission_line(between):
    header = parse(
        f"UNCLAS STATE 000012\n{between}P 192318Z NOV 03\nFM SECSTATE WASHDC\nTO AMEMBASSY LIMA PRIORITY\n"
        "UNCLAS STATE 000012\n\nE.O. 12958: N/A\nTAGS: EFIS, PE\nSUBJECT: HERRING\n\n1. One.\n"
    ).header

    assert (str(header.sent_at), header.number, header.subject) == (
        "2003-11-19 23:18:00+00:00",
        "STATE 000012",
        "HERRING",
    )
    assert [a.designator for a in header.addressees] == ["AMEMBASSY LIMA"]
