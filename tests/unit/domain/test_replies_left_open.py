"""Replies that say DONE, DECLINE or WAITING: those that leave the work open are asked about, the others are booked."""

import pytest

from tests.rows import in_parts
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
TAKEN_BACK = [  # by what the next sentence says
    "DONE agreed. Yesterday they pulled out.",
    "DONE agreed. They pulled out.",
    "DONE agreed. They have pulled out since.",
    "DONE agreed. The minister changed his mind.",
    "DONE agreed. They are no longer willing.",
    "DONE agreed. It no longer stands.",
    "DONE agreed. This morning they withdrew.",
    "DONE agreed. They dropped it.",
    "DONE agreed. Now they refuse.",
    "DONE agreed. Now they want more money.",
    "DONE agreed. The cabinet overruled him.",
    "DONE agreed. Parliament vetoed it.",
    "DONE agreed. They pulled the plug.",
    "DONE agreed. The deal is off.",
    "DONE agreed. The visit fell through.",
    "DONE agreed. The talks collapsed.",
    "DONE agreed. They got cold feet.",
    "DONE agreed. They are having second thoughts.",
    "DONE agreed. They walked away.",
    "DONE agreed. They walked out.",
    "DONE agreed. The offer was taken off the table.",
    "DONE agreed. They broke it off.",
    "DONE agreed. They went against it.",
    "DONE agreed. They backed away.",
    "DONE agreed. The ministry blocked it.",
    "DONE agreed. It was called off.",
    "DONE agreed. The new minister said no.",
    "DONE agreed. They opted out.",
    "DONE agreed. They are out.",
    "DONE agreed. They bowed out.",
    "DONE agreed. The promise was broken.",
    "DONE agreed. They stepped back from it.",
    "DONE agreed. They want out.",
    "DONE agreed. They have a new position.",
    "DONE agreed. They did an about-face.",
    "DONE agreed. They reneged.",
    "DONE agreed. They have second thoughts.",
    "DONE agreed. It turned out to be wrong.",
    "DONE agreed. Today they told us otherwise.",
    "DONE agreed. The answer is now negative.",
    "DONE agreed. They undid it.",
    "DONE agreed. They annulled it.",
    "DONE agreed. They stopped it.",
    "DONE agreed. They halted the visit.",
    "DONE agreed. They quit.",
    "DONE delivered. They gave it back.",
    "DONE delivered. They handed it back.",
    "DONE delivered. They sent the note back to us.",
    "DONE delivered. The note was returned.",
    "DONE delivered. Wrong ministry.",
    "DONE refused. Yesterday they came round.",
    "DONE refused. Now they accept.",
    "DONE refused. They are open to it after all.",
    "DONE no answer. Yesterday they answered.",
    "DONE no answer. This morning a note came.",
    "DONE agreed, they pulled out",
    "DONE agreed - they pulled out yesterday",
    "DONE reported. It was the wrong cable.",
    "DONE no answer. We called today.",
    "DONE agreed\n\nYesterday they pulled out.",
    "DONE agreed\n\nThe visit was called off.",
]
INNOCENT = [  # what the next sentence says leaves the outcome as it is
    "DONE agreed. They will send a note. We thanked them yesterday.",
    "DONE agreed. We thanked them yesterday.",
    "DONE agreed. The minister was friendly.",
    "DONE agreed. The director signed on Monday.",
    "DONE agreed. Ambassador Reyes attended.",
    "DONE agreed. The talks were good.",
    "DONE agreed. They were pleased.",
    "DONE agreed. They want the visit in May.",
    "DONE agreed. The text is in LIMA 512.",
    "DONE agreed. We have the note.",
    "DONE agreed. A note verbale was handed to us.",
    "DONE agreed. The note came today.",
    "DONE agreed. The visit runs from 12 to 14 May.",
    "DONE agreed. Their point of contact is Juan Perez.",
    "DONE agreed. Details septel.",
    "DONE agreed. Full report in LIMA 512.",
    "DONE agreed. Post thanks the Department for the paper.",
    "DONE agreed. The meeting lasted an hour.",
    "DONE agreed. They stopped short of praise.",
    "DONE agreed. They dropped their earlier objection.",
    "DONE agreed. They pulled out all the stops.",
    "DONE agreed. The new minister was present.",
    "DONE delivered. They took it on Monday.",
    "DONE delivered. The director read it and thanked us.",
    "DONE delivered. They took note of it.",
    "DONE delivered. The minister received the Ambassador.",
    "DONE delivered. Copy sent to the Ministry of Justice.",
    "DONE refused. They gave no reason.",
    "DONE refused. It is against their law.",
    "DONE refused. The minister was polite.",
    "DONE refused. Their budget is spent.",
    "DONE no answer. Three notes were sent.",
    "DONE no answer. We called on Monday and Tuesday.",
    "DONE reported. See LIMA 512.",
    "DONE reported. Comments in paragraph 3.",
    "DONE overtaken. The summit is over.",
    "DONE overtaken. The government fell.",
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
    ("Done, handed over the paper today.", "done delivered - handed over the paper today."),
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


@pytest.mark.parametrize("texts", in_parts([*LEFT_OPEN, *TAKEN_BACK]))
def test_done_with_words_that_leave_it_open_is_asked_about(texts: list[str]) -> None:
    found = [(text, read(text)) for text in texts]

    assert [one for one in found if one[1] != ["STILL_OPEN?"]] == []


@pytest.mark.parametrize("text, want", NOT_PLAIN)
def test_what_is_not_plain_is_asked_about(text: str, want: str) -> None:
    assert "; ".join(read(text)) == want


@pytest.mark.parametrize("text, want", BOOKED)
def test_a_plain_outcome_is_booked_with_its_words(text: str, want: str) -> None:
    assert "; ".join(read(text)) == want


@pytest.mark.parametrize("text", INNOCENT)
def test_a_next_sentence_that_changes_nothing_is_kept_with_the_outcome(text: str) -> None:
    (found,) = read(text)

    outcome, note = text.removeprefix("DONE ").split(". ", 1)
    assert found == f"done {outcome} - {note}"


@pytest.mark.parametrize("reason", ["the visit was called off", "the matter is dropped after all"])
def test_what_came_to_nothing_is_a_reason_to_decline(reason: str) -> None:
    assert read(f"DECLINE: {reason}") == [f"decline: {reason}"]
