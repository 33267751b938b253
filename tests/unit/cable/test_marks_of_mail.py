"""The door's look at a mail: marks in subjects, at the head of lines, spaced out, and in names of files.

A table of marks, and one of innocent lines like them.
"""

import pytest

from tracker.cable import markings

SUBJECTS = (
    "SECRET: Re x",
    "Re: S E C R E T stuff",
    "[CONFIDENTIAL] Re: x",
    "CONFIDENTIAL - Re: x",
    "Re: [CONFIDENTIAL] x",
    "FW: RE: SECRET - x",
    "Re: x - SECRET",
    "Re: x [SECRET]",
    "Re: x (SECRET)",
    "(C) Re: x",
    "TOP SECRET: x",
    "Secret",
    "[EXTERNAL] Re: CONFIDENTIAL: x",
    "SECRET//NOFORN Re: x",
    "Re: x // CONFIDENTIAL",
    "CONFIDENTIAL — x",
)

LINES = (
    "CONFIDENTIAL: 1 ACCEPT",
    "C O N F I D E N T I A L LIMA 000512 we say",
    "EXTEND to 12 May. C O N F I D E N T I A L the minister told us",
    "EXTEND to 13 May, this is CONFIDENTIAL",
    "EXTEND to 13 May, this is CONFIDENTIAL.",
    "1 SECRET: the minister",
    "> SECRET: x",
    "* CONFIDENTIAL: y",
    "[SECRET] the minister said",
    "DONE agreed, SECRET//NOFORN follows",
    "DONE agreed. CONFIDENTIAL: the minister said",
    "It is classified SECRET.",
    "what follows is marked TOP SECRET, so",
    "S-E-C-R-E-T talks were held",
    "we had S.E.C.R.E.T talks",
)

NAMES = (
    "SECRET memo.txt",
    "memo SECRET.txt",
    "memo_SECRET_v2.txt",
    "secret.txt",
    "Confidential 2.txt",
    "(S) memo.txt",
    "memo (C).txt",
    "[SECRET] memo.txt",
    "CONFIDENTIAL.pdf",
    "TOP_SECRET-plan.doc",
    "S E C R E T memo.txt",
    "CONFIDENTIAL",
)

INNOCENT_SUBJECTS = (
    "Re: Secret Service visit",
    "SECRETARY HALE: visit",
    "Confidential talks: next step",
    "SECRET BALLOT at the UNGA",
    "CONFIDENTIAL AUDITOR - appointment",
    "UNCLASSIFIED: x",
    "Re: TOP SECRET is not the word",
    "Secretariat",
    "[UNCLASSIFIED] Re: x",
    "Re: NOT CONFIDENTIAL",
    "Re: CONFIDENTIAL INFORMANTS: law",
    "SECRETARY - travel",
)

INNOCENT_LINES = (
    "the Secret Service will travel",
    "The talks are confidential.",
    "the SECRETARY: she will travel",
    "TOP SECRET is not what this is.",
    "UNCLASSIFIED: 1 ACCEPT",
    "CONFIDENTIAL AUDITOR: Jane Roe",
    "The Secretariat: seat",
    "It is NOT CONFIDENTIAL.",
    "This is not CONFIDENTIAL.",
    "CONFIDENTIALITY NOTICE: this mail",
    "CONFIDENTIALITY: the text",
    "S E C R E T A R Y  OF STATE",
    "U N C L A S S I F I E D",
    "C O N F I D E N T I A L I T Y",
    "Secret: a film",
    "This is SECRET BALLOT day",
    "It is CONFIDENTIAL BUSINESS INFORMATION.",
    "DONE agreed, in a SECRET BALLOT",
    "WAITING on the SECRETARIAT",
    "The text IS CONFIDENTIAL until the vote",
)

INNOCENT_NAMES = (
    "SECRETARY visit.txt",
    "Secret Service.txt",
    "secret-ballot.txt",
    "CONFIDENTIALITY.txt",
    "UNCLASSIFIED memo.txt",
    "NOT CONFIDENTIAL.txt",
    "CONFIDENTIAL AUDITOR.txt",
    "Secretariat.txt",
    "note-1.txt",
    "C-130.txt",
)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_mark_of_a_subject_is_found(subject):
    assert markings.check_subject(subject)


@pytest.mark.parametrize("line", LINES)
def test_a_mark_within_a_mail_is_found_and_its_line_told(line):
    marks = markings.check(f"Thank you.\n{line}\nRegards")

    assert {(mark.line, mark.is_strong) for mark in marks} == {(2, True)}


@pytest.mark.parametrize("name", NAMES)
def test_a_mark_of_a_files_name_is_found(name):
    assert markings.check_name(name)


@pytest.mark.parametrize("subject", INNOCENT_SUBJECTS)
def test_an_innocent_subject_is_not_held(subject):
    assert markings.check_subject(subject) == ()


@pytest.mark.parametrize("line", INNOCENT_LINES)
def test_an_innocent_line_of_a_mail_is_not_held(line):
    assert markings.check(f"Thank you.\n{line}\nRegards") == ()


@pytest.mark.parametrize("name", INNOCENT_NAMES)
def test_an_innocent_name_of_a_file_is_not_held(name):
    assert markings.check_name(name) == ()


def test_a_level_spaced_out_is_told_by_its_own_rule_in_each_line():
    text = "S E C R E T\n\nwords\nwe had C O N F I D E N T I A L talks\nS E C R E T A R Y"

    spaced = [mark.line for mark in markings.check(text) if mark.rule == "spaced-out"]

    assert spaced == [1, 4]
