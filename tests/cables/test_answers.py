"""How a sentence of a reply answers, and what only looks like an answer."""

from pathlib import Path

import pytest

from tests.rows import in_parts
from tracker.cable import parse
from tracker.extraction import extract
from tracker.extraction.proposals import AnswerKind

HEAD = """R 141530Z {month} 04
FM {origin}
TO {to}
UNCLAS {number}

E.O. 12958: N/A
TAGS: PREL NW
SUBJECT: {subject}

REF: {ref}

"""
OSLO = {"origin": "AMEMBASSY OSLO", "to": "SECSTATE WASHDC", "number": "OSLO 000977", "ref": "STATE 041207"}
CAPITAL = {
    "origin": "SECSTATE WASHDC",
    "to": "AMEMBASSY OSLO",
    "number": "STATE 041950",
    "ref": "STATE 041207",
}
AGREED, REFUSED, PROMISED = AnswerKind.AGREED, AnswerKind.REFUSED, AnswerKind.PROMISED
SILENT, DELIVERED = AnswerKind.NO_ANSWER, AnswerKind.DELIVERED
CANCELLED, SUPERSEDED = AnswerKind.CANCELLED, AnswerKind.SUPERSEDED


WORDED = [  # a kind and a sentence a line, a dash where it answers nothing
    line.split(": ", 1)
    for line in (Path(__file__).parent / "answering_sentences.txt").read_text(encoding="utf-8").splitlines()
]


def read(body, where=OSLO, subject="BUOYS"):
    """Return how the sentences of a cable answer."""
    text = HEAD.format(subject=subject, **{"month": "SEP", **where}) + body + "\n"
    return extract(parse(text), is_day_off=lambda day: False).answers


def kinds(body, where=OSLO, subject="BUOYS"):
    return [one.kind for one in read(body, where, subject)]


@pytest.mark.parametrize("rows", in_parts(WORDED))
def test_as_replies_word_it(rows):
    in_june = {**OSLO, "month": "JUN"}

    found = [(kind, sentence, kinds(f"1. {sentence}", in_june)) for kind, sentence in rows]

    assert [row for row in found if row[2] != ([] if row[0] == "-" else [row[0]])] == []


@pytest.mark.parametrize("is_shouted", [False, True])
@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Norwegian side had no difficulty with the dates.", AGREED),
        ("Deputy Minister Lund gave us the green light for the buoys.", AGREED),
        ("Norway will send two divers to the workshop.", AGREED),
        ("He would be delighted to see the team on September 20.", AGREED),
        ("The Coast Directorate has named Captain Vik as its liaison officer.", AGREED),
        ("The Ministry raised no objection to the port call.", AGREED),
        ("The Ministry's note grants landing clearance for the two aircraft.", AGREED),
        ("Director Moe said we could count on Norway in the committee.", AGREED),
        ("Divers may come whenever they please.", AGREED),
        ("Embassy nominates Ms. Kari Holm for the course.", AGREED),
        ("Post concurs in the travel of the survey team.", AGREED),
        ("The names of the ten yards are given in paragraph 4.", AGREED),
        ("Econoff visited the yard on September 9 and saw all six buoys.", AGREED),
        ("The Foreign Ministry regretted that it could not receive the team.", REFUSED),
        ("Lund said that it was out of the question to lend a tug.", REFUSED),
        ("A lease is off the table.", REFUSED),
        ("The Ministry was not in a position to close the fairway.", REFUSED),
        ("He turned down the proposal.", REFUSED),
        ("The Directorate has nobody to spare for the course.", REFUSED),
        ("The law does not permit foreign divers in the harbor.", REFUSED),
        ("The Government has decided not to sign.", REFUSED),
        ("Embassy is not able to supply the berth charges.", REFUSED),
        ("Lund undertook to telephone us with the result.", PROMISED),
        ("The request would be taken up by the Cabinet on Friday.", PROMISED),
        ("The Ministry will revert once the lawyers have met.", PROMISED),
        ("The draft is with the lawyers.", PROMISED),
        ("A decision is expected by the end of the month.", PROMISED),
        ("He needed more time.", PROMISED),
        ("The Ministry will not decide until the new session.", PROMISED),
        ("Post will submit a name by October 1.", PROMISED),
        ("The Ministry has not yet replied to the proposal.", SILENT),
        ("We have still to hear from the Directorate.", SILENT),
        ("Lund would say only that the matter was delicate.", SILENT),
        ("He was careful not to say whether buoys would be moved.", SILENT),
        ("Econoff's letter has brought no reply.", SILENT),
        ("Our request of September 3 is still unanswered.", SILENT),
        ("Charge handed the paper to State Secretary Lund on September 10.", DELIVERED),
        ("The letter is in the Speaker's hands.", DELIVERED),
        ("Poloff went over the points with the Director on September 9.", DELIVERED),
        ("The nonpaper was left with the duty officer.", DELIVERED),
        ("She now has the paper.", DELIVERED),
        ("DCM raised the buoys with the Deputy Minister.", DELIVERED),
        ("Econoff met with Director Moe on September 9 to deliver reftel demarche.", DELIVERED),
    ],
)
def test_a_sentence_of_a_reply_answers(sentence, kind, is_shouted):
    said = sentence.upper() if is_shouted else sentence

    assert kinds(f"1. {said}") == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        # others
        "Sweden will send two divers.",
        "The Danish Ambassador said that Denmark would lend a tug.",
        "The opposition refused to support the bill.",
        "The Russians have agreed to move their buoys.",
        "Lund added that Finland and Latvia had told him they would go along.",
        "According to the press, the companies would accept the rule.",
        # what was only asked
        "Lund asked whether the Department could accept a later date.",
        "We urged him to accept the dates.",
        "Would the Ministry agree to that?",
        # history
        "In 1999 the Ministry had refused a similar request.",
        "Norway declined in May to lend a tug.",
        "The Ministry turned us down last year.",
        # forecasts, conditions, wishes, pointers
        "We believe that the Ministry will agree.",
        "If the Ministry refuses, we will go to the Minister.",
        "Norway is likely to accept.",
        "Lund would have liked to send a ship.",
        "Post requests guidance on whether it may accept.",
        "Department may wish to accept the offer.",
        "Septel reports what Lund agreed.",
        # neither
        "The weather was fine.",
        "Visitors must agree to be searched.",
    ],
)
def test_what_is_no_answer(sentence):
    assert kinds(f"1. {sentence}") == []


@pytest.mark.parametrize(
    "body",
    [
        "1. Comment: The Ministry will agree in the end. It has accepted worse.",
        "1. The day was long.\n\n2. Biographic notes. Lund accepted his post in May and will see us again.",
        "1. On other matters, Lund agreed to a visit by the band.",
        "COMMENT\n-------\n\n1. The Ministry has agreed to too much.\n\n2. It refused nothing.",
    ],
)
def test_asides_answer_nothing(body):
    assert kinds(body) == []


def test_what_stands_behind_the_end_of_a_comment_answers():
    assert kinds("1. Comment: It was late. End comment. The Ministry agreed to the dates.") == [AGREED]


def test_he_is_whoever_spoke_before():
    host = "1. Director Moe received Econoff. He will attend."
    other = "1. The Swedish Ambassador was there. He will attend."

    assert kinds(host) == [AGREED]
    assert kinds(other) == []


def test_a_later_word_outweighs_a_silence():
    (one,) = read("1. Moe had not yet decided but would let us know by September 24.")

    assert (one.kind, str(one.promised_day)) == (PROMISED, "2004-09-24")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The Ministry would phone us on September 18.", "2004-09-18"),
        ("She will have the list sent over to us by the end of October.", "2004-10-31"),
        ("The Council will decide at its session of October 5.", "2004-10-05"),
        ("Moe, who read the paper of September 2, will reply soon.", "None"),
    ],
)
def test_the_day_promised_is_one_to_come(sentence, day):
    (one,) = read(f"1. {sentence}")

    assert str(one.promised_day) == day


def test_the_note_of_the_other_side_is_read_though_it_is_quoted():
    note = (
        "1. Text of the note follows.\n\n2. Begin text.\n\nThe Ministry of Foreign Affairs presents its compliments to the "
        "Embassy and has the honor to refer to its note.\n\nThe Government has no objection to the port call.\n\nEnd text."
    )

    assert kinds(note) == [AGREED]


@pytest.mark.parametrize("ref", ["OSLO 000912", "STATE 041207"])
def test_a_cable_that_cites_only_its_own_answers_nobody(ref):
    found = kinds("1. The Ministry agreed to the dates.", {**OSLO, "ref": ref})

    assert found == ([] if ref.startswith("OSLO") else [AGREED])


def test_a_periodical_answers_only_where_it_names_what_it_answers():
    body = "1. Parliament agreed to the budget.\n\n2. On ref A, the Ministry agreed to the dates."

    assert kinds(body, subject="NORWAY WEEKLY HIGHLIGHTS") == [AGREED]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Reftel is hereby rescinded.", [CANCELLED]),
        ("1. The helicopter is not required.", [CANCELLED]),
        ("1. Comments on the draft are no longer needed.", [CANCELLED]),
        ("1. Oslo is accordingly dropped from the trip.", [CANCELLED]),
        ("1. Posts need not complete the survey sent in reftel.", [CANCELLED]),
        ("1. Mission is relieved of the instruction to call for a vote.", [CANCELLED]),
        ("1. This message supersedes reftel in its entirety.", [SUPERSEDED]),
        ("1. The text below takes the place of that in ref A.", [SUPERSEDED]),
        ("1. The visit is called off. Embassy should not seek appointments.", [CANCELLED, CANCELLED]),
        ("1. Embassy should not seek appointments.", []),
        ("1. No reply is needed.", []),
        ("1. The office recommends that donors replace the tents that burned.", []),
    ],
)
def test_washington_takes_back(body, expected):
    assert kinds(body, CAPITAL) == expected


def test_under_a_subject_that_says_so_what_is_forbidden_was_asked():
    body = "1. Embassy should not seek appointments."

    assert kinds(body, CAPITAL, subject="VISIT POSTPONED") == [CANCELLED]
