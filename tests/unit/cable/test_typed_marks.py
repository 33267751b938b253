"""The door's look at typed words and at the feet of mails: marks, and innocent words like them."""

import pytest

from tracker.cable import mail_feet, markings
from tracker.services import door
from tracker.settings import Settings

MARKED_WORDS = (
    "SECRET: the minister resigns",
    "SECRET - the minister resigns",
    "the minister resigns - CONFIDENTIAL",
    "(S) The minister resigns",
    "(C/NF) The minister resigns",
    "[CONFIDENTIAL] the minister",
    "S E C R E T the minister",
    "The answer is SECRET//NOFORN",
    "We asked twice.\nCONFIDENTIAL\nThe minister resigns.",
    "1. (C) The minister resigns.\n2. (U) Rest.",
    "DERIVED FROM: MULTIPLE SOURCES",
    "NODIS",
)
INNOCENT_WORDS = (
    "(C) 2008 report",
    "The Secretary travels on Monday",
    "confidential talks were held",
    "top secret is not in this note",
    "The talks stay confidential.",
    "We take option (C)",
    "Post prefers (A), or else (C)",
    "(Secret Service visit) moved",
    "SECRETARY HALE: visit moved",
    "Ask the Secretariat; secret ballot in May",
    "Secret: a film was shown",
    "It is a CONFIDENTIAL AUDITOR post",
    "UNCLASSIFIED - nothing more",
)
FEET = (
    "CONFIDENTIAL: This e-mail is intended only for the addressee.",
    "CONFIDENTIAL: This email is intended solely for the use of the addressee.",
    "CONFIDENTIAL: This message is intended only for the individual or entity named above.",
    "CONFIDENTIAL: This message may contain privileged information.",
    "CONFIDENTIAL: This message contains legally privileged and confidential information",
    "CONFIDENTIAL: This communication is privileged and protected from disclosure.",
    "CONFIDENTIAL: This e-mail and any attachments are intended only for the addressee.",
    "CONFIDENTIAL: This e-mail and any files transmitted with it are intended solely for the use of the addressee",
    "> CONFIDENTIAL: This e-mail is intended only for the addressee.",
    "Confidential: This transmission may contain privileged information",
)
MARKS_LIKE_FEET = (
    "CONFIDENTIAL: This message is intended only for the Ambassador.",
    "CONFIDENTIAL: This e-mail gives the minister's view.",
    "CONFIDENTIAL: This message is intended only for the addressee. The minister resigns.",
    "CONFIDENTIAL: This message may contain information",
    "SECRET: This e-mail is intended only for the addressee.",
    "TOP SECRET: This message is privileged.",
    "CONFIDENTIAL//NOFORN: This e-mail is intended only for the addressee.",
    "CONFIDENTIAL NOFORN: This e-mail is intended only for the addressee.",
    "CONFIDENTIAL: This cable is intended only for the addressee.",
    "CONFIDENTIAL: The privileged talks",
    "CONFIDENTIAL: This e-mail is intended solely for the use of the",  # Ambassador?
    "CONFIDENTIAL",
    "NATO CONFIDENTIAL: This message is intended only for the addressee.",
    "We agreed. CONFIDENTIAL: This e-mail is intended only for the addressee.",
    "[CONFIDENTIAL] This e-mail is intended only for the addressee.",
    "1. (C) This e-mail is intended only for the addressee.",
)
TABLES = (
    b"BEGIN:VEVENT\r\nSUMMARY:SECRET//NOFORN the visit\r\nEND:VEVENT\r\n",
    b"BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en:CONFIDENTIAL: the visit\r\nEND:VEVENT\r\n",
    b"BEGIN:VEVENT\r\nDESCRIPTION:S E C\r\n  R E T the visit\r\nEND:VEVENT\r\n",
    b"name,note\nLima,\nCONFIDENTIAL\n",
)


@pytest.mark.parametrize("words", MARKED_WORDS)
def test_a_mark_in_typed_words_is_found(words):
    assert door.refusal_of_words(words, Settings()) is not None


@pytest.mark.parametrize("words", INNOCENT_WORDS)
def test_innocent_typed_words_are_let_in(words):
    assert door.refusal_of_words(words, Settings(hold_unmarked=True)) is None


@pytest.mark.parametrize(
    "title",
    ["Visit of the minister (C)", "(C) 2008 budget", "(Confidential) visit", "SECRET visit//NOFORN - SECRET"],
)
def test_a_title_is_marked_by_its_last_word_too(title):
    assert markings.check_words(title, is_title=True)


@pytest.mark.parametrize("title", ["The Secretary", "Confidential talks", "Secret ballot\nand more"])
def test_an_innocent_title_is_let_in(title):
    assert markings.check_words(title, is_title=True) == ()


@pytest.mark.parametrize("line", FEET)
def test_the_foot_of_a_mail_is_no_mark(line):
    mail = f"Done, agreed.\n\n{line}\nIf you are not the addressee, delete it.\n"

    assert markings.check(mail_feet.without_feet(mail)) == ()
    assert markings.check(mail_feet.without_feet(mail.replace("\n", "\r\n"))) == ()


@pytest.mark.parametrize("line", [line for line in FEET if "CONFIDENTIAL" in line])
def test_elsewhere_the_same_line_is_a_mark(line):
    assert [mark.line for mark in markings.check(f"1. Post agrees.\n\n{line}\n")] == [3]
    assert door.refusal_of_words(line, Settings()) is not None


@pytest.mark.parametrize("line", MARKS_LIKE_FEET)
def test_a_mark_like_a_foot_is_still_one(line):
    mail = f"Done, agreed.\n\n{line}\n"

    assert [mark.line for mark in markings.check(mail)] == [3]
    assert [mark.line for mark in markings.check(mail_feet.without_feet(mail))] == [3]


@pytest.mark.parametrize("data", TABLES)
def test_a_mark_in_a_file_of_entries_is_found(data):
    assert door.refusal_of_table(data, Settings()) is not None


def test_a_calendar_of_holidays_is_let_in():
    data = b"BEGIN:VEVENT\r\nCLASS:CONFIDENTIAL\r\nSUMMARY:Day of the Secretary\r\nEND:VEVENT\r\n"

    assert door.refusal_of_table(data.replace(b"CLASS:CONFIDENTIAL\r\n", b""), Settings()) is None
