"""Replies that say DONE, DECLINE or WAITING: those that leave the work open are asked about, the others are booked."""

import pytest

from tests.unit.domain.test_replies import read

LEFT_OPEN = [
    # still to come
    "DONE refused to see us today, trying again Monday",
    "DONE agreed to meet us on Thursday",
    "DONE agreed - ministry will confirm the dates on Monday",
    "DONE agreed - signature on Thursday",
    "DONE agreed, ministry confirms on 12 May",
    "DONE agreed, awaiting the note",
    "DONE agreed (written reply pending)",
    "DONE agreed. Minister still to sign.",
    "DONE no answer, calling again tomorrow",
    "DONE no answer today",
    "DONE no answer from the ministry so far",
    "DONE no answer to our note yet",
    "DONE refused - we see the deputy next week",
    "DONE delivered, we meet the director afterwards",
    "DONE delivered to the guard; second attempt tomorrow",
    "Done: paper handed over, reply expected Friday",
    "Done, delivered to the First Secretary, who will study it",
    "DONE other - to be finished on Monday",
    # doubt and halves
    "DONE agreed, I think",
    "DONE agreed in principle",
    "DONE agreed to in principle",
    "DONE agreed - subject to the dates",
    "DONE agreed, it seems",
    "DONE agreed, if the Department pays",
    "DONE delivered a first part",
    "DONE reported to be on travel",
    "DONE agreed, only two of the three points",
    "Done: they say they agreed",
    # turning back, denial, two outcomes
    "DONE agreed, the ministry then withdrew",
    "DONE agreed, then the ministry took it back",
    "DONE agreed; later reversed",
    "DONE agreed, visit since postponed",
    "DONE agreed - in fact they declined the dates",
    "DONE delivered, they refused to take it",
    "DONE refused, then agreed",
    "DONE agreed - not in writing",
    "DONE agreed, no date set",
    "DONE agreed: disregard, wrong task",
    "DONE overtaken? We believe so",
    # in the lines beside it
    "DONE refused.\nTrying again on Monday.",
    "DONE agreed\n\nThe minister has since changed his mind.",
    "DONE delivered\n\nPlease ignore the above.",
]
NOT_PLAIN = [
    ("Done, the minister was friendly", "OUTCOME?"),
    ("DECLINE: they refused today, trying again Monday", "DECLINE_OPEN?"),
    ("DECLINE: no time this week, still waiting for the ministry", "DECLINE_OPEN?"),
    ("1 DONE refused to see us today, trying again Monday; 2 ACCEPT", "1 STILL_OPEN?; 2 accept"),
    ("1 DONE agreed\nstill pending at the ministry\n2 ACCEPT", "1 STILL_OPEN?; 2 accept"),
    ("3 Waiting for your answer to our question", "3 WAITING?"),
    ("WAITING on you to send the paper", "WAITING?"),
    ("Waiting on your reply", "WAITING?"),
    ("Waiting for an answer", "WAITING?"),
    ("Waiting for rain", "WAITING?"),
    ("Waiting on Monday's meeting", "WAITING?"),
    ("Waiting on hold with the ministry", "WAITING?"),
    ("Waiting on nobody", "WAITING?"),
    ("Waiting on the ministry was useless", "WAITING?"),
    ("Waiting on the ministry?", "WAITING?"),
]
BOOKED = [
    ("DONE agreed - week of 18 May", "done agreed - week of 18 May"),
    ("DONE agreed, visit Monday 18 May", "done agreed - visit Monday 18 May"),
    ("DONE agreed - visit in May", "done agreed - visit in May"),
    ("DONE agreed (note verbale 512)", "done agreed - note verbale 512)"),
    ("DONE agreed to the visit", "done agreed - to the visit"),
    ("DONE agreed to our request.", "done agreed - to our request."),
    ("Done: the ministry has agreed.", "done agreed - the ministry has agreed."),
    ("DONE agreed - report to follow", "done agreed - report to follow"),
    ("DONE agreed. We will report septel.", "done agreed - We will report septel."),
    ("DONE agreed - nothing further needed", "done agreed - nothing further needed"),
    ("DONE agreed, no comment", "done agreed - no comment"),
    ("DONE refused - they cannot accept the text", "done refused - they cannot accept the text"),
    ("DONE refused, no reason given", "done refused - no reason given"),
    ("DONE refused: against their law", "done refused - against their law"),
    ("DONE refused - won't sign.", "done refused - won't sign."),
    ("DONE no answer from the ministry", "done no answer - from the ministry"),
    ("DONE no reply to our note", "done no answer - to our note"),
    ("DONE no response after three notes", "done no answer - after three notes"),
    ("DONE delivered on Monday to the deputy minister", "done delivered - on Monday to the deputy minister"),
    ("DONE delivered yesterday", "done delivered - yesterday"),
    ("DONE delivered by note", "done delivered - by note"),
    ("DONE delivered orally to the director", "done delivered - orally to the director"),
    ("Done, handed over the paper today.", "done delivered - the paper today."),
    ("DONE reported in LIMA 512", "done reported - in LIMA 512"),
    ("DONE reported septel", "done reported - septel"),
    ("DONE overtaken by the election", "done overtaken - by the election"),
    ("DONE overtaken by events: the summit is over", "done overtaken - the summit is over"),
    ("DONE other - moot", "done done - moot"),
    ("DONE agreed\n\nThe minister also offered a dinner.", "done agreed"),
    ("1 DONE agreed\nThe minister was friendly.\n2 ACCEPT", "1 done agreed; 2 accept"),
    ("All: ACCEPT", "-1 accept"),
    ("all of them accept", "-1 accept"),
    ("ACCEPT all", "-1 accept"),
    ("ALL DONE agreed", "-1 done agreed"),
    ("for all: by Friday", "-1 by Fri 08 Aug"),
    ("DECLINE: the ministry will not see us", "decline: the ministry will not see us"),
    ("WAITING on the ministry", "wait for the host government: the ministry"),
    ("Waiting on the Foreign Ministry, which is closed", "wait for the host government: the Foreign Ministry, which is closed"),
    ("Waiting for the minister's signature", "wait for the host government: the minister's signature"),
    ("WAITING on the Department for the paper", "wait for Washington: the Department for the paper"),
    ("WAITING on the Department of Tourism", "wait for somebody else: the Department of Tourism"),
    ("WAITING on Juan Perez, who is back on Monday", "wait for somebody else: Juan Perez, who is back on Monday"),
    ("waiting on embassy Quito", "wait for somebody else: embassy Quito"),
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_done_with_words_that_leave_it_open_is_asked_about(text: str) -> None:
    assert read(text) == ["STILL_OPEN?"]


@pytest.mark.parametrize("text, want", NOT_PLAIN)
def test_what_is_not_plain_is_asked_about(text: str, want: str) -> None:
    assert "; ".join(read(text)) == want


@pytest.mark.parametrize("text, want", BOOKED)
def test_a_plain_outcome_is_booked_with_its_words(text: str, want: str) -> None:
    assert "; ".join(read(text)) == want
