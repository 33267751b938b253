"""The lines of the heading, present, missing, doubled, glued and out of order."""

import pytest

from tracker.cable import parse
from tracker.cable.parts import AddresseeRole, Classification, Precedence


def read(text):
    return parse(text).header


def codes(text):
    return [d.code for d in parse(text).defects]


@pytest.mark.parametrize(
    "line, designator, precedence",
    [
        ("TO AMEMBASSY MEXICO PRIORITY 0000", "AMEMBASSY MEXICO", "PRIORITY"),
        ("TO RUEHAD/AMEMBASSY ABU DHABI PRIORITY 0461", "AMEMBASSY ABU DHABI", "PRIORITY"),
        ("TO RUEHC / SECSTATE WASHDC 1402", "SECSTATE WASHDC", None),
        (
            "TO RUEHRL/AMEMBASSY BERLIN NIACT IMMEDIATE 4321",
            "AMEMBASSY BERLIN",
            "NIACT IMMEDIATE",
        ),
        ("TO ZEN/AMEMBASSY BERN", "AMEMBASSY BERN", None),
        ("TO ZEN/RUEHSW/AMEMBASSY BERN 12", "AMEMBASSY BERN", None),
        ("TO AMEMBASSY BERN ZEN", "AMEMBASSY BERN", None),
        ("TO ZEN RUEHSW/AMEMBASSY BERN 12", "AMEMBASSY BERN", None),
        ("TO: AMEMBASSY BERN FLASH", "AMEMBASSY BERN", "FLASH"),
        ("TO AMEMBASSY BERN 0012 ROUTINE", "AMEMBASSY BERN", "ROUTINE"),
        ("TO JOINT STAFF WASHINGTON DC//J5//", "JOINT STAFF WASHINGTON DC", None),
        ("TO SECDEF WASHDC//USDP:PSI// PRIORITY", "SECDEF WASHDC", "PRIORITY"),
        ("TO RHMFIUU/HQ USEUCOM VAIHINGEN GE//J5//", "HQ USEUCOM VAIHINGEN GE", None),
        ("TO\nRUEHSW/AMEMBASSY BERN 12", "AMEMBASSY BERN", None),
    ],
)
def test_an_address_line_is_taken_apart(line, designator, precedence):
    (found,) = read(f"R 010000Z JAN 08\nFM SECSTATE WASHDC\n{line}\nUNCLAS STATE 000012\n").addressees

    assert found.designator == designator
    assert found.precedence == (Precedence(precedence) if precedence else None)


@pytest.mark.parametrize(
    "line, wanted",
    [
        ("TO RUEHFR/AMEMBASSY PARIS 0001 RUEHRO/AMEMBASSY ROME 0002", ["AMEMBASSY PARIS", "AMEMBASSY ROME"]),
        ("TO AMEMBASSY PARIS, AMEMBASSY ROME", ["AMEMBASSY PARIS", "AMEMBASSY ROME"]),
        ("TO JUSTICE DEPT, WASHDC", ["JUSTICE DEPT, WASHDC"]),
        ("TO RUEHFR/ 0001", []),
    ],
)
def test_a_line_may_hold_several_addresses(line, wanted):
    found = read(f"FM SECSTATE WASHDC\n{line}\nUNCLAS STATE 000012\n").action_addressees

    assert [a.designator for a in found] == wanted


@pytest.mark.parametrize(
    "name, is_collective",
    [
        ("EU MEMBER STATES COLLECTIVE", True),
        ("ALL DIPLOMATIC AND CONSULAR POSTS", True),
        ("AMEMBASSY LIMA", False),
    ],
)
def test_a_collective_is_told(name, is_collective):
    (found,) = read(f"FM SECSTATE WASHDC\nTO {name}\nUNCLAS STATE 000012\n").addressees

    assert found.is_collective is is_collective


def test_roles_hold_until_the_next_label():
    header = read(
        "FM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nAMEMBASSY QUITO\nINFO AMEMBASSY LA PAZ\nUSEU BRUSSELS\n"
        "XMT AMEMBASSY BERN\nAMCONSUL ZURICH\nUNCLAS STATE 000012\n"
    )

    assert [a.role for a in header.addressees] == [
        *[AddresseeRole.ACTION] * 2,
        *[AddresseeRole.INFO] * 2,
        *[AddresseeRole.EXEMPT] * 2,
    ]


def test_places_of_addressees_and_references_count_in_the_raw_text():
    raw = "VZCZCXYZ0001\r\nFM SECSTATE WASHDC\r\nTO RUEHPE/AMEMBASSY LIMA 12\r\nUNCLAS STATE 000012\r\n\r\nREF: LIMA 1\r\n"
    header = read(raw)

    assert raw[header.addressees[0].span.start : header.addressees[0].span.end] == "RUEHPE/AMEMBASSY LIMA 12"
    assert raw[header.refs[0].span.start : header.refs[0].span.end] == "LIMA 1"


@pytest.mark.parametrize(
    "missing",
    [
        "VZCZCXYZ0003",
        "PP RUEHWEB",
        "DE RUEHC",
        "ZNR",
        "P 3121",
        "FM ",
        "TO ",
        "UNCLAS",
        "SIPDIS",
        "E.O.",
        "TAGS",
        "SUBJECT",
        "REF",
    ],
)
def test_any_line_may_be_missing(missing):
    whole = (
        "VZCZCXYZ0003\nPP RUEHWEB\n\nDE RUEHC #2699 2132111\nZNR UUUUU ZZH\nP 312108Z JUL 08\nFM SECSTATE WASHDC\n"
        "TO AMEMBASSY MEXICO PRIORITY 0000\nUNCLAS STATE 082699\n\nSIPDIS\n\nE.O. 12958: N/A\n"
        "TAGS: KNNP MX\nSUBJECT: FISH\n\nREF: MEXICO 01372\n\n1. One.\n"
    )
    lines = [line for line in whole.split("\n") if not line.startswith(missing)]
    header, full = read("\n".join(lines)), read(whole)

    same = sum(
        getattr(header, name) == getattr(full, name)
        for name in (
            "sent_at",
            "origin",
            "number",
            "classification",
            "captions",
            "executive_order",
            "tags",
            "subject",
        )
    )
    assert same >= 6
    assert [s.text for s in parse("\n".join(lines)).sentences] == ["One."]


def test_the_route_line_gives_the_precedence_where_the_dtg_line_is_missing():
    assert read("OO RUEHWEB\nFM SECSTATE WASHDC\nUNCLAS STATE 000012\n").precedence is Precedence.IMMEDIATE


def test_a_message_without_from_name_has_no_origin():
    assert read("FM 0001\nTO AMEMBASSY LIMA\nUNCLAS STATE 000012\n").origin is None


@pytest.mark.parametrize(
    "text, code",
    [
        ("DE RUEHC #2600 2132111\nP 312108Z JUL 08\nUNCLAS STATE 082699\n", "serial-differs"),
        ("DE RUEHC #2699 2142111\nP 312108Z JUL 08\nUNCLAS STATE 082699\n", "julian-differs"),
        ("P 312108Z FEB 08\nUNCLAS STATE 082699\n", "dtg-without-day"),
        ("P 312108Z JUL 08\nDRAFTED by someone.\nUNCLAS STATE 082699\n", "odd-line"),
        ("Hello.", "no-heading"),
        (
            "UNCLAS LIMA 000012\nSUBJECT: FISH\nUNCLAS LIMA 000012\nSUBJECT: FISH AND MORE\n\n1. One.",
            "repeated-heading",
        ),
    ],
)
def test_an_oddity_is_a_defect(text, code):
    assert codes(text) == [code]


def test_a_sound_heading_has_no_defect():
    assert codes("DE RUEHC #2699/01 2132111\nP 312108Z JUL 08\nUNCLAS STATE 082699\n\nSUBJECT: FISH\n") == []


def test_of_two_headings_the_longer_values_are_kept():
    first = "UNCLAS LIMA 000012\n\nSIPDIS\n\nTAGS: PREL\nSUBJECT: FISH\n\nREF: A. LIMA 1\n\n"
    second = "UNCLAS LIMA 000012\n\nSENSITIVE\n\nE.O. 12958: N/A\nTAGS: PREL PE\nSUBJECT: FISH AND MORE\n\nREF: A. LIMA 1\n\nB. LIMA 2\n\n"
    header = read(first + second + "1. One.\n")

    assert header.subject == "FISH AND MORE"
    assert header.tags == ("PREL", "PE")
    assert [ref.id for ref in header.refs] == ["LIMA 1", "LIMA 2"]
    assert (header.captions, header.handling) == (("SIPDIS",), ("SENSITIVE",))
    assert header.executive_order == "E.O. 12958: N/A"


@pytest.mark.parametrize(
    "lines, captions, handling, passing",
    [
        ("SIPDIS\n\nSIPDIS", ("SIPDIS",), (), ()),
        ("SENSITIVE SIPDIS", ("SIPDIS",), ("SENSITIVE",), ()),
        ("SIPDIS, SENSITIVE", ("SIPDIS",), ("SENSITIVE",), ()),
        ("STADIS//NOFORN", ("STADIS", "NOFORN"), (), ()),
        ("SENSITIVE BUT UNCLASSIFIED", (), ("SENSITIVE BUT UNCLASSIFIED",), ()),
        ("CODEL DOE", ("CODEL DOE",), (), ()),
        ("STATE FOR EUR/WE\nDOE FOR NNSA", (), (), ("STATE FOR EUR/WE", "DOE FOR NNSA")),
        ("SENSITIVE TALKS TEAM FOR STATE", (), (), ("SENSITIVE TALKS TEAM FOR STATE",)),
        ("FROM AMBASSADOR ROE", (), (), ("FROM AMBASSADOR ROE",)),
        ("AFDROUGHT", ("AFDROUGHT",), (), ()),
        ("GRAINLIFT\nSTADIS///////", ("GRAINLIFT", "STADIS"), (), ()),
        ("NOTYPHOON\nINFORM CONSULS", ("NOTYPHOON",), (), ("INFORM CONSULS",)),
        ("PRIORITY", (), (), ("PRIORITY",)),
        ("COMMERCE", (), (), ("COMMERCE",)),
        ("NOPAR", (), (), ("NOPAR",)),
        ("PASS TO PRM FOR ROE AND\nPETTIGREW", (), (), ("PASS TO PRM FOR ROE AND", "PETTIGREW")),
        ("AFDROUGHT RELIEF", (), (), ("AFDROUGHT RELIEF",)),
        ("VISAS -- INFORM CONSULS", ("VISAS",), (), ("INFORM CONSULS",)),
        ("VISAS, FOR CONSULS FROM CA", ("VISAS",), (), ("FOR CONSULS FROM CA",)),
        ("VISAS HERON", ("VISAS HERON",), (), ()),
        ("SIPDIS STATE FOR EUR/WE", ("SIPDIS",), (), ("STATE FOR EUR/WE",)),
        ("STATE FOR EUR/WE SENSITIVE SIPDIS", ("SIPDIS",), ("SENSITIVE",), ("STATE FOR EUR/WE",)),
        ("SENSITIVE DEPT FOR EUR/WE", (), ("SENSITIVE",), ("DEPT FOR EUR/WE",)),
        ("AIDAC, FOR AFR/EA", ("AIDAC",), (), ("FOR AFR/EA",)),
    ],
)
def test_lines_above_the_subject_are_captions_handling_or_passing_lines(lines, captions, handling, passing):
    header = read(f"UNCLAS LIMA 000012\n\n{lines}\n\nE.O. 12958: N/A\nSUBJECT: FISH\n\n1. One.")

    assert (header.captions, header.handling, header.passing) == (captions, handling, passing)


def test_a_word_below_the_tags_is_no_caption():
    header = read("UNCLAS LIMA 000012\nE.O. 11652: N/A\nAFDROUGHT\nSUBJECT: FISH\n\n1. One.")

    assert (header.captions, header.passing) == ((), ("AFDROUGHT",))


def test_a_place_of_an_address_broken_off_is_no_caption():
    text = "R 311200Z MAY 74\nFM SECSTATE WASHDC\nTO AMEMBASSY NOUAKCHOTT\nUNCLAS STATE 12\nNOUAKCHOTT\nSUBJECT: FISH\n\n1. One."

    assert read(text).captions == ()


def test_without_a_subject_only_passing_lines_are_taken_from_the_body():
    cable = parse("UNCLAS LIMA 000012\n\nSIPDIS\n\nSTATE FOR WHA\n\nThe ministry agreed.\n")

    assert cable.header.passing == ("STATE FOR WHA",)
    assert [s.text for s in cable.sentences] == ["The ministry agreed."]


@pytest.mark.parametrize(
    "line", ["CORRECTED COPY", "C O R R E C T E D COPY//SUBJECT LINE////", "C O R R E C T E D  C O P Y"]
)
def test_a_corrected_copy_is_told(line):
    assert read(f"UNCLAS LIMA 000012\n{line}\nSUBJECT: FISH\n\n1. One.").is_corrected_copy


@pytest.mark.parametrize(
    "line, wanted",
    [
        ("TAGS: KNNP MNUC PARM", ("KNNP", "MNUC", "PARM")),
        ("TAGS: AMGT, ACOA, AOMS", ("AMGT", "ACOA", "AOMS")),
        ("TAGS:PFOR, UNGA", ("PFOR", "UNGA")),
        ("TAGS: AMGT SURVEY-2002 OVIP", ("AMGT", "SURVEY-2002", "OVIP")),
        ("TAGS PREL PE", ("PREL", "PE")),
        ("TAGS: PREL,\nPE", ("PREL", "PE")),
        ("TAGS: PREL PGOV\nPE KNNP", ("PREL", "PGOV", "PE", "KNNP")),
        ("TAGS: PREL,\n\nPE", ("PREL", "PE")),
        ("TAGS: OVIP (DOE, JOHN) IS, SY", ("OVIP", "IS", "SY")),
        ("TAGS: OREP (ROE, JANE A.), OVIP (DOE, JOHN), IS", ("OREP", "OVIP", "IS")),
        ("TAGS: PREL, OVIP (DOE,\nJOHN), IS, SY", ("PREL", "OVIP", "IS", "SY")),
        ("TAGS: PREL, OVIP (DOE, JOHN)\nIS, SY", ("PREL", "OVIP", "IS", "SY")),
        ("TAGS: PRELPGOV PARMPE UNESCO", ("PREL", "PGOV", "PARM", "PE", "UNESCO")),
        ("TAGS: PREL; PE.", ("PREL", "PE")),
        ("TAGS: ETRD, USTR, Trade", ("ETRD", "USTR", "Trade")),
        ("TAGS: ETRD, Fish and ships", ("ETRD",)),
        ("TAGS: PREL\nSIPDIS", ("PREL",)),
        ("TAGS: PREL PREL", ("PREL",)),
        ("TAGS:", ()),
    ],
)
def test_tags_are_read_however_they_are_parted(line, wanted):
    assert read(f"UNCLAS LIMA 000012\n\n{line}\nSUBJECT: FISH\n\n1. One.").tags == wanted


@pytest.mark.parametrize(
    "lines, wanted",
    [
        ("SUBJECT: FISH", "FISH"),
        ("SUBJ: FISH", "FISH"),
        ("Subject: Fish", "Fish"),
        ("SUBJECT - FISH", "FISH"),
        ("SUBJECT  FISH", "FISH"),
        ("SUBJECT: (U) FISH", "FISH"),
        ("SUBJECT: FISH AND\nSHIPS", "FISH AND SHIPS"),
        ("SUBJECT: FISH AND\n\nSHIPS", "FISH AND SHIPS"),
        ("SUBJECT: FISH\nSHIPS\nSUMMARY: NETS ARE TORN. END SUMMARY.", "FISH SHIPS"),
        ("SUBJECT: FISH\nBEGIN SUMMARY\nNETS ARE TORN.", "FISH"),
        ("SUBJECT: FISH\nSUMMARY AND ACTION REQUEST: NETS ARE TORN.", "FISH"),
        ("SUBJECT: FISH\nACTION REQUESTED: MEND NETS.", "FISH"),
        ("SUBJECT: FISH\nSUMMARY OF TALKS ON NETS", "FISH SUMMARY OF TALKS ON NETS"),
        ("SUBJECT: FISH\nCOMMENT PERIOD ON NETS", "FISH COMMENT PERIOD ON NETS"),
        ("SUBJECT: FISH AND\nBACKGROUND: NETS", "FISH AND BACKGROUND: NETS"),
        ("SUBJECT: FISH -\nSUMMARY", "FISH - SUMMARY"),
        ("SUBJECT: FISH AND CALL FOR FOLLOW-\nUP", "FISH AND CALL FOR FOLLOW-UP"),
        ("SUBJECT: Fish and follow-\nup by ships", "Fish and follow-up by ships"),
        ("SUBJECT: NETS PRE-\nAND POST-HARVEST", "NETS PRE- AND POST-HARVEST"),
        ("SUBJECT: FISH --\nSHIPS", "FISH -- SHIPS"),
        ("SUBJECT:\nFISH", "FISH"),
        ("SUBJECT: Fish and\nships of Peru", "Fish and ships of Peru"),
        ("SUBJECT: FISH (AND\nSHIPS)", "FISH (AND SHIPS)"),
        ("SUBJECT: FISH\nThe ministry agreed to it.", "FISH"),
        ("SUBJECT: FISH\n-----", "FISH"),
        ("SUBJECT: FISH 1. (U) One.", "FISH"),
        ("SUBJECT: FISH AND\nSHIPS 1. (U) One.", "FISH AND SHIPS"),
        ("SUBJECT: FISH\nTAGS: PREL", "FISH"),
        ("SUBJECT: FISH\n\nAND SHIPS\n\nREF: LIMA 1", "FISH AND SHIPS"),
    ],
)
def test_the_subject_goes_over_its_lines_and_no_further(lines, wanted):
    assert read(f"UNCLAS LIMA 000012\n\n{lines}\n\n1. (U) Text.").subject == wanted


@pytest.mark.parametrize(
    "lines, level",
    [
        ("UNCLAS SECTION 01 OF 02\nSTATE 041207", "UNCLASSIFIED"),
        ("UNCLAS\nSTATE 041207 SIPDIS", "UNCLASSIFIED"),
        ("LIMITED OFFICIAL USE STATE 041207", "LIMITED OFFICIAL USE"),
        ("C O N F I D E N T I A L STATE 041207", "CONFIDENTIAL"),
    ],
)
def test_the_number_may_stand_below_the_level(lines, level):
    header = read(f"FM SECSTATE WASHDC\n{lines}\n\nSUBJECT: FISH\n\n1. One.")

    assert header.number == "STATE 041207"
    assert header.classification is Classification(level)


def test_a_level_without_number_keeps_the_level():
    header = read("FM SECSTATE WASHDC\nUNCLAS\n\nSUBJECT: FISH\n\n1. One.")

    assert (header.number, header.classification) == (None, Classification.UNCLASSIFIED)


def test_the_end_of_the_heading_is_where_the_body_begins():
    raw = "UNCLAS LIMA 000012\n\nSUBJECT: FISH\n\nREF: LIMA 1\n\n1. One.\n"

    assert raw[read(raw).end :] == "1. One.\n"


SECTION = "UNCLAS SECTION 0{n} OF 02 LIMA 000012\n\nSIPDIS\n\nSUBJECT: FISH\n\n"


@pytest.mark.parametrize(
    "between",
    [
        "",
        "VZCZCXYZ0001\nRR RUEHWEB\nDE RUEHPE #0012/02 0010000\nZNR UUUUU ZZH\nR 010000Z JAN 08\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n",
    ],
)
def test_a_sentence_goes_on_across_sections(between):
    cable = parse(
        SECTION.format(n=1) + "1. Post asks the\n\n" + between + SECTION.format(n=2) + "Department to act.\n"
    )

    assert [s.text for s in cable.sentences] == ["Post asks the Department to act."]


def test_a_quoted_number_in_the_text_begins_no_section():
    cable = parse(SECTION.format(n=1) + "1. See LIMA 000012 and\nUNCLAS ROME 000013 too.\n\n2. Two.")

    assert len(cable.sentences) == 2


def test_a_from_line_in_the_text_begins_no_second_cable():
    cable = parse(SECTION.format(n=1) + "1. One said\nFM radio is on.\n\nUNCLAS ROME 000013\n\n2. Two.")

    assert cable.header.number == "LIMA 000012"
    assert [d.code for d in cable.defects] == []


def test_a_subject_goes_on_with_a_line_of_numbers():
    cable = parse(
        "FM SECSTATE WASHDC\nTO AMEMBASSY OTTAWA\nUNCLAS STATE 012345\n\n"
        "SUBJECT: SALMON WEEK, FEBRUARY\n9-13, 2009\n\nREF: OTTAWA 12\n\n1. Text.\n"
    )

    assert cable.header.subject == "SALMON WEEK, FEBRUARY 9-13, 2009"
    assert [ref.id for ref in cable.header.refs] == ["OTTAWA 12"]


@pytest.mark.parametrize(
    "name, year, canonical_id",
    [
        ("07TUNIS12.txt", 2007, "07TUNIS12"),
        ("98tunis12", 1998, "98TUNIS12"),
        ("07LIMA12.txt", None, None),
        ("07TUNIS13.txt", None, None),
        ("cable.txt", None, None),
        ("", None, None),
    ],
)
def test_the_name_of_a_file_gives_the_year_where_it_is_the_id_of_a_cable_without_dtg(
    name, year, canonical_id
):
    header = parse("UNCLAS TUNIS 000012\n\nSUBJECT: A FORUM\n\n1. Text.\n", file_name=name).header

    assert (header.sent_at, header.year, header.canonical_id) == (None, year, canonical_id)
