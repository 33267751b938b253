"""Replies as people write them on Wednesday 6 August 2008, and what they command: what only talks acts on nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rows import in_parts
from tracker.domain import own_words, replies, reply_lines
from tracker.domain.replies import Accept, DaySaid, Decline, Done, Extend, Promise, Wait, Why
from tracker.extraction.reply_days import day_at_start, doubted_at_start

TODAY = date(2008, 8, 6)
OUTLOOK = """

From: Cable tracker <tracker@tracker.example>
Sent: Wednesday, August 6, 2008 8:00 AM
To: Lima, Political Section
Subject: Lima: Report - due Wed 6 Aug, COB

DONE refused
1. Lima: Report
"""
GMAIL = "\n\nOn Wed, Aug 6, 2008 at 8:00 AM Cable tracker <tracker@tracker.example>\nwrote:\n\n> DONE refused\n> 1. Lima\n"
FRENCH = (
    "\n\nLe mer. 6 août 2008 à 08:00, Cable tracker <tracker@tracker.example> a écrit :\n\n> DONE refused\n"
)
SIGNED = "\n\nCordialement,\nAna Reyes\nDECLINE: never\n"


def days(text: str) -> DaySaid | None:
    found = day_at_start(text, TODAY, is_day_off=lambda day: day.weekday() >= 5)
    return DaySaid(*found) if found else None


def said(found: replies.Command | Why | None) -> str:
    match found:
        case Done(outcome=outcome, note=note):
            return f"done {outcome}" + (f" - {note}" if note else "")
        case Accept():
            return "accept"
        case Wait(whom=whom, note=note):
            return f"wait for {whom}: {note}" if note else f"wait for {whom}"
        case Extend(on=on, working_days=count, reason=reason):
            return f"until {on or f'+{count}'}: {reason}"
        case Decline(reason=reason):
            return f"decline: {reason}"
        case Promise(on=on, note=note):
            return f"by {on:%a %d %b}" + (f" - {note}" if note else "")
        case Why():
            return f"{found.name}?"
    return "talk"


def read(text: str) -> list[str]:
    found = reply_lines.reply(own_words.own_words(text)).statements
    return [
        "".join(f"{number} " for number in one.numbers) + said(replies.command(one, days)) for one in found
    ]


CLEAR = [
    # text, what is booked
    ("DONE agreed", "done agreed"),
    ("done: agreed", "done agreed"),
    ("Done - agreed.", "done agreed"),
    ("DONE agreed \u2013 visit on 12 May", "done agreed - visit on 12 May"),
    ("DONE agreed, dates 25-27 August", "done agreed - dates 25-27 August"),
    ("DONE agreed; paper handed over", "done agreed - paper handed over"),
    ("*DONE* refused: they will not sign", "done refused - they will not sign"),
    ('"DONE no answer"', "done no answer"),
    ("done, no-answer from the ministry", "done no answer - from the ministry"),
    ("DONE overtaken by events", "done overtaken"),
    ("Done delivered to the Foreign Ministry on 4 August", "done delivered - to the Foreign Ministry on 4 August"),
    ("DONE other", "done done"),
    ("Done. Delivered the non-paper on 4 August.", "done delivered - Delivered the non-paper on 4 August."),
    ("Done: the Foreign Ministry agreed to the visit", "done agreed - the Foreign Ministry agreed to the visit"),
    ("Done, paper handed over on Monday. We will report.", "done delivered - paper handed over on Monday. We will report."),
    ("ACCEPT", "accept"),
    ("Accepted.", "accept"),
    ("accept - Ana Reyes has it", "accept"),
    ("WAITING on the host government for a date", "wait for the host government: a date"),
    ("waiting for Washington: text of the note", "wait for Washington: text of the note"),
    ("WAITING on ISN/CPI: the text", "wait for Washington: ISN/CPI: the text"),
    ("WAIT host government", "wait for the host government"),
    ("WAITING: the ministry.", "wait for the host government: the ministry."),
    ("WAIT for Washington", "wait for Washington"),
    ("1 WAIT host government", "1 wait for the host government"),
    ("we need until Friday, the minister travels", "until 2008-08-08: the minister travels"),
    ("We will need more time until 12 August because the minister travels", "until 2008-08-12: the minister travels"),
    ("WAITING on isn't clear", "wait for somebody else: isn't clear"),
    ("WAITING on the minister: his signature", "wait for the host government: the minister: his signature"),
    ("EXTEND to 12 August, minister travelling", "until 2008-08-12: minister travelling"),
    ("extend until Tuesday: minister travelling", "until 2008-08-12: minister travelling"),
    ("Extend by Friday because the minister travels", "until 2008-08-08: the minister travels"),
    ("Please extend to August 12 (minister travelling)", "until 2008-08-12: minister travelling"),
    ("EXTEND +5 working days, minister travelling", "until +5: minister travelling"),
    ("extend by five working days - minister travelling", "until +5: minister travelling"),
    ("EXTEND to 12 August,\nminister travelling", "until 2008-08-12: minister travelling"),
    ("DECLINE: not our consular district", "decline: not our consular district"),
    ("decline not our consular district", "decline: not our consular district"),
    ("answer by Friday", "by Fri 08 Aug"),
    ("by Friday", "by Fri 08 Aug"),
    ("By COB Friday.", "by Fri 08 Aug"),
    ("Report to follow by 12 August", "by Tue 12 Aug"),
    ("We will answer by Monday, minister away", "by Mon 11 Aug - minister away"),
    ("by tomorrow", "by Thu 07 Aug"),
    ("Dear Ruth,\n\nDONE agreed\n\nBest regards,\nAna", "done agreed"),
    ("Dear Mr. Vance:\nUNCLASSIFIED\n\nDONE agreed", "done agreed"),
    ("[EXTERNAL] Do not click links.\nSensitivity: Unclassified\nDONE agreed", "done agreed"),
    ("> DONE refused\n>\n\nDONE agreed\n", "done agreed"),
    (f"DONE agreed{OUTLOOK}", "done agreed"),
    (f"DONE agreed{GMAIL}", "done agreed"),
    (f"DONE agreed{FRENCH}", "done agreed"),
    (f"{GMAIL}\nDONE agreed", "done agreed"),
    (f"DONE agreed{SIGNED}", "done agreed"),
    ("DONE agreed\n-- \nDECLINE: never", "done agreed"),
    ("DONE agreed\n\n-----Original Message-----\nDECLINE: never", "done agreed"),
    ("DONE agreed\n\nOn Wed, Aug 6, 2008, Cable tracker wrote:\nDECLINE: never", "done agreed"),
    ("DONE agreed\nFrom: Lima\nthis is no letter below", "done agreed"),
    ("DONE agreed\nSent from my telephone\nDECLINE: never", "done agreed"),
    ("ACCEPT\nanswer by Friday", "accept; by Fri 08 Aug"),
    ("ACCEPT, answer by Friday", "accept; by Fri 08 Aug"),
    ("WAITING on the host government; answer by Friday",
     "wait for the host government; by Fri 08 Aug"),
    ("DONE agreed, and the paper was left\nby Friday", "done agreed - and the paper was left"),
    ("EXTEND to 12 August, the note comes; by Friday", "until 2008-08-12: the note comes; by Friday"),
    ("1 done agreed; 2 by Friday; 3 decline: not our consular district",
     "1 done agreed; 2 by Fri 08 Aug; 3 decline: not our consular district"),
    ("1. DONE agreed - visit on 12 May\n2) by Friday, minister away\n#3: ACCEPT",
     "1 done agreed - visit on 12 May; 2 by Fri 08 Aug - minister away; 3 accept"),
    ("1 done agreed, 2 by Friday", "1 done agreed; 2 by Fri 08 Aug"),
    ("Please find our answers:\n1 accept\n2 accept", "1 accept; 2 accept"),
    ("1, 3 and 5: accept", "1 3 5 accept"),
    ("2-4 accept", "2 3 4 accept"),
    ("1 decline: not ours; ask the consulate", "1 decline: not ours; ask the consulate"),
    ("1 EXTEND to 12 August, the minister is travelling and will be back on Monday\nof next week\n2 accept",
     "1 until 2008-08-12: the minister is travelling and will be back on Monday of next week; 2 accept"),
]  # fmt: skip
UNCLEAR = [
    ("Done", "OUTCOME?"),
    ("Done!", "OUTCOME?"),
    ("Done! Will send the details tomorrow.", "OUTCOME?"),
    ("DONE agreed?", "STILL_OPEN?"),
    ("Done deal, they say", "OUTCOME?"),
    ("done yesterday", "OUTCOME?"),
    ("Done, they have not agreed yet", "STILL_OPEN?"),
    ("Done: delivered, but refused in part", "STILL_OPEN?"),
    ("DONE agreed or refused", "STILL_OPEN?"),
    ("DONE agreed - but not yet in writing", "STILL_OPEN?"),
    ("Done other things first", "OUTCOME?"),
    ("accept our regrets", "ACCEPT?"),
    ("Accept, if the Department agrees", "ACCEPT?"),
    ("Accepted by the ministry in principle", "ACCEPT?"),
    ("Waiting", "WAITING?"),
    ("Waiting: minister's signature", "WAITING?"),
    ("Waiting rooms were full", "WAITING?"),
    ("EXTEND to 12 August", "MORE_TIME_WHY?"),
    ("we need until Friday", "MORE_TIME_WHY?"),
    ("WAIT", "WAITING?"),
    ("WAIT government officials are slow", "WAITING?"),
    ("EXTEND please", "DAY?"),
    ("Extend our thanks to the Department", "DAY?"),
    ("EXTEND to 12/8, minister travelling", "DAY?"),
    ("EXTEND to Wednesday, minister travelling", "DAY?"),
    ("EXTEND to 31 July, minister travelling", "DAY?"),
    ("EXTEND to Friday 12 August, minister travelling", "DAY?"),
    ("EXTEND to Monday or Tuesday, minister travelling", "DAY?"),
    ("EXTEND +900 working days, minister travelling", "DAY?"),
    ("DECLINE", "DECLINE?"),
    ("Decline in exports reported by the ministry", "DECLINE?"),
    ("Decline?", "DECLINE?"),
    ("answer by Friday if possible", "PROMISE?"),
    ("Reply by fax", "PROMISE?"),
    ("by Friday, we hope", "PROMISE?"),
    ("by Friday?", "PROMISE?"),
    ("by 12 May", "PROMISE?"),
    ("by Wednesday", "PROMISE?"),  # today, or in a week
    ("1 accept\n2 we are still looking", "1 accept; 2 NOTHING?"),
    ("1 by mail\n2 accept", "1 PROMISE?; 2 accept"),
]  # fmt: skip
TALK = [
    "not done yet",
    "will be done by Friday",
    "Will be done soon.",
    "It is done, as far as we know.",
    "We are done with the first part.",
    "Please accept our regrets.",
    "Please extend our thanks to the desk.",
    "We cannot accept this.",
    "We decline to comment.",
    "By Friday we had not heard anything.",
    "By Friday, the ministry will have decided",
    "By the way, who is the point of contact?",
    "Thanks",
    "12 August is fine with us.",
    "5 working days more would help.",
    "Wait, we must talk about this first.",
    "We need the text of the note.",
    "Unclear whether DONE agreed is right.",
    f"We are on it.{OUTLOOK}",
    f"{OUTLOOK}\nDONE agreed",
    "> DONE agreed",
    "",
    "\n\n",
    "Nous répondrons vendredi.",
    "1. We met the minister.\n2. He was friendly.",
    "Hello,\nthe work is\ndone agreed",
]


@pytest.mark.parametrize("rows", in_parts(CLEAR))
def test_a_clear_reply_is_read_as_said(rows: list[tuple[str, str]]) -> None:
    found = [(text, want, "; ".join(read(text))) for text, want in rows]

    assert [row for row in found if row[1] != row[2]] == []


@pytest.mark.parametrize("text, want", UNCLEAR)
def test_what_is_unclear_is_asked_about(text: str, want: str) -> None:
    assert "; ".join(read(text)) == want


@pytest.mark.parametrize("text", TALK)
def test_what_only_talks_commands_nothing(text: str) -> None:
    assert [one for one in read(text) if one != "talk"] == []


@pytest.mark.parametrize(
    "text, has_more",
    [
        ("DONE agreed", False),
        ("DONE agreed\n\nAna Reyes\nPolitical Section", False),
        ("DONE agreed\n\nThe minister also asked for a visit.", True),
        ("1 accept\n2 accept", False),
        ("1 accept\nMore on the second later.", True),
        ("We are on it.", True),
        ("", False),
    ],
)
def test_more_than_commands_is_for_a_person(text: str, has_more: bool) -> None:
    assert reply_lines.reply(own_words.own_words(text)).has_more is has_more


def test_a_promise_may_name_another_calendar_year_only_when_written() -> None:
    assert read("by 12 May") == ["PROMISE?"]
    assert read("by 12 May 2009") == ["by Tue 12 May"]


@pytest.mark.parametrize(
    "words, want",
    [
        ("by Wednesday", "today or next: 2008-08-06, 2008-08-13"),
        ("by 12/8, minister travelling", "two readings: 2008-08-12, 2008-12-08"),
        ("by 12/8/2009", "two readings: 2009-08-12, 2009-12-08"),
        ("by 5/3", "two readings: 2009-03-05, 2009-05-03"),
        ("by Friday 12 August", "other weekday: 2008-08-12"),
        ("by 31 July", "passed: 2009-07-31"),
        ("by 31 July 2008", "passed: 2008-07-31"),
        ("by Friday", "sure"),
        ("by 13/8", "sure"),
        ("by fax", "sure"),
        ("by then, before Friday", "sure"),
    ],
)
def test_a_day_that_is_not_sure_has_its_reason_and_the_days_it_may_mean(words: str, want: str) -> None:
    found = doubted_at_start(words, TODAY, is_day_off=lambda day: day.weekday() >= 5)

    told = f"{found.doubt}: {', '.join(map(str, found.days))}" if found else "sure"
    assert told == want


WORDS = "done accept by Friday 12 August extend to decline waiting on agreed , : ; - . 1 2 > \n".split(" ")


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    for one in reply_lines.reply(own_words.own_words(text)).statements:
        found = replies.command(one, days)
        assert found is None or said(found)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_what_is_quoted_never_commands(words: str) -> None:
    quoted = "\n".join(f"> {line}" for line in words.splitlines())

    assert reply_lines.reply(own_words.own_words(quoted)).statements == ()
