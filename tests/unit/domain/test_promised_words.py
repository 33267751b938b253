"""What people write on Wednesday 6 August 2008 in a plain sentence, and which day they promise by it."""

import pytest

from tests.unit.domain.test_replies import OUTLOOK, days
from tracker.domain import own_words, replies, reply_lines
from tracker.domain.replies import Promise, Why

PROMISES = [
    # text, the day of August that is promised
    ("visit agreed, dates to follow by Friday", 8),
    ("Visit agreed; dates to follow by Friday.", 8),
    ("Visit agreed - exact dates of the visit to follow by Friday 8 August.", 8),
    ("The Foreign Ministry agreed to the visit and dates will follow by Monday.", 11),
    ("Dates will follow by 12 August. The minister was friendly.", 12),
    ("Noted, will revert by Friday.", 8),
    ("Hi Ruth, will revert to you by Friday.", 8),
    ("Will send the list by Friday.", 8),
    ("We'll get back to you by Tuesday, minister away.", 12),
    ("We met the ministry today. We will answer by Friday.", None),  # not the first sentence
    ("Thanks, we will have an answer by COB Friday.", 8),
    ("Meeting held on Monday, we expect to report in full by tomorrow.", 7),
    ("The note was handed over by courier, and you will have the readout by Friday.", 8),
    ("Embassy will send the names of the delegation by Friday.", 8),
    ("Embassy will send you the names for the visit by Friday.", 8),
    ("Visit agreed, report by Friday.", 8),
    ("Mr. Vance of the ministry was met, and we shall respond by Friday.", 8),
    ("Dear Ruth,\n\nThe points were made to the deputy minister this morning, and a full\nreport will follow by Friday.", 8),
    ("ACCEPT, dates to follow by Friday", 8),
    ("2 visit agreed, dates to follow by Friday", 8),
    ("Post will cable the answer by 12 August", 12),
    ("Visit agreed (dates will follow by Friday)", 8),
    ("Agreed \u2013 you\u2019ll have it by Friday.", 8),
    (f"Visit agreed, dates to follow by Friday.{OUTLOOK}", 8),
]  # fmt: skip
TRAPS = [
    "The Ministry will travel by Friday.",
    "The minister leaves by Friday, we are told.",
    "Ministry will answer by Friday.",
    "The ministry agreed, and will report by Friday.",
    "The ministry says dates will follow by Friday.",
    "The delegation will follow by Friday.",
    "Their answer will follow by Friday.",
    "The minister's answer will follow by Friday.",
    "Will dates follow by Friday?",
    "Visit agreed, dates to follow by Friday?",
    "We cannot answer by Friday.",
    "Visit agreed, but we won't have dates by Friday.",
    "Dates to follow, but not by Friday.",
    "If they agree, we will answer by Friday.",
    "We will send dates by Friday once the note is signed.",
    "We will send dates by Friday\nif they agree.",
    "We will send dates by Friday. If they agree, that is.",
    "Dates to follow by Thursday or Friday.",
    'You wrote "dates to follow by Friday".',
    "> visit agreed, dates to follow by Friday",
    f"We are on it.{OUTLOOK}\nVisit agreed, dates to follow by Friday",
    "We hope dates will follow by Friday.",
    "Dates may follow by Friday.",
    "Reminder: report by Friday.",
    "The desk wants details, answer by Friday.",
    "Please send dates by Friday.",
    "Visit agreed, we will travel by Friday.",
    "We will send a delegation by Friday.",
    "Dates to follow by Friday's meeting.",
    "Dates to follow by 12 May.",
    "Dates to follow by pouch.",
    "Visit agreed, dates to follow by 12/8.",
    f"Dates to follow by Friday, {'and so on ' * 50}.",
    "Visit agreed, dates to follow soon.",
]  # fmt: skip


def promised(text: str) -> list[Promise]:
    found = [replies.command(one, days) for one in reply_lines.reply(own_words.own_words(text)).statements]
    assert not any(isinstance(one, Why) for one in found)
    return [one for one in found if isinstance(one, Promise)]


@pytest.mark.parametrize("text, day", PROMISES)
def test_a_plain_sentence_promises_the_day_it_names(text: str, day: int | None) -> None:
    assert [one.on.day for one in promised(text)] == ([day] if day else [])


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_sounds_like_it_promises_nothing(text: str) -> None:
    assert promised(text) == []


def test_all_of_the_sentence_is_kept_and_a_person_reads_the_mail() -> None:
    text = "Visit agreed, dates to follow by Friday.\nThe minister asked for a draft programme.\n\nAna Reyes"

    (promise,) = promised(text)

    assert (promise.note, promise.is_in_passing) == ("Visit agreed, dates to follow by Friday.", True)
    for said in (text, "Visit agreed, dates to follow by Friday", "1 dates to follow by Friday\n2 accept"):
        assert reply_lines.reply(said).has_more
