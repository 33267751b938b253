"""What is told of a locked cable, or brings it again, is refused, and nothing of it is kept."""

from email.message import EmailMessage

import pytest
from sqlalchemy import select

from tests.spill_world import CANARY, HARMLESS, LIMA, SECRET, SPILLED, count, kept, lock, morning, offer, sent
from tests.work_world import World
from tracker.domain import bounces, tokens
from tracker.domain.tokens import Purpose, Token
from tracker.errors import NotFound
from tracker.receiving import taken
from tracker.services import spills, tasks
from tracker.services.door import RefusedText
from tracker.store.cables import CableRecord, HeldSender, SpillIncident
from tracker.store.inbox import IncomingMessage
from tracker.store.messages import OutgoingMessage
from tracker.store.tasks import Task

OURS = ("locked_rows",)


# --- what may not come back ---


@pytest.mark.parametrize(
    "again",
    [
        SPILLED,
        SPILLED.replace("requested to propose", "asked to put forward"),
        SPILLED.replace("STATE 041207", "STATE"),
    ],
    ids=["the same", "another text of its number", "the same without a number"],
)
def test_the_cable_is_refused_when_it_comes_in_again(spill: World, again: str) -> None:
    lock(spill)
    if "STATE 041207" not in again:  # its text is another without the number, so lock that one too
        with pytest.raises(RefusedText):
            spill.ingest(SPILLED)
        spill.ingest(again)
        with spill.reading() as session:
            newest = session.scalars(select(CableRecord.id).order_by(CableRecord.id.desc())).first()
        lock(spill, newest or 0)

    with pytest.raises(RefusedText) as refused:
        spill.ingest(again)

    assert [mark.rule for mark in refused.value.refusal.marks] == ["of a locked cable"]
    assert CANARY not in kept(spill, but=OURS)


def section(number: int) -> str:
    return SPILLED.replace("STATE 041207", f"SECTION 0{number} OF 02 STATE 041207")


def test_a_section_that_comes_after_the_lock_is_refused(spill: World) -> None:
    lock(spill)

    with pytest.raises(RefusedText):
        spill.ingest(section(2))


def test_all_sections_go_with_the_one_that_is_locked_from_its_page(spill: World) -> None:
    spill.ingest(section(2))
    with spill.reading() as session:
        assert len(session.scalars(select(CableRecord.id)).all()) == 3

    with spill.transaction() as session:
        spills.lock_whole(session, 1, **spill.act())

    assert CANARY not in kept(spill, but=OURS)
    with spill.reading() as session:
        assert session.scalars(select(CableRecord.id)).all() == [2]


def test_no_number_is_given_twice(spill: World) -> None:
    with spill.reading() as session:
        known = session.scalars(select(Task.id)).all()
    lock(spill, 2)
    lock(spill, 1)

    (task,) = spill.tasks(HARMLESS.replace("051234", "051235"))

    assert task.id > max(known)
    assert task.cable_id == 3


def reply_address(task_id: int) -> str:
    token = Token(purpose=Purpose.REPLY, task_id=task_id, until=morning(30).date())
    written = tokens.written(token, secret=SECRET, person=LIMA)
    return tokens.reply_address(written, domain="replies.example")


def mail(words: str) -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = LIMA, "Re: your letter", "<1@posts.example>"
    made.set_content(words)
    return made.as_bytes()


def test_a_reply_about_a_locked_task_is_refused_and_nothing_of_it_is_kept(spill: World) -> None:
    lock(spill)

    said = taken(spill.runtime, LIMA, reply_address(1), mail(f"DONE agreed\n\n> the {CANARY} visit"))

    assert said.startswith("550 5.7.1 not accepted; call your security officer")
    assert CANARY not in kept(spill, but=OURS)
    assert count(spill, IncomingMessage) == 0
    with spill.reading() as session:
        assert session.scalars(select(SpillIncident.way_in)).all() == ["found later", "mail"]


def test_a_reply_by_number_to_a_letter_that_told_of_it_is_refused(spill: World) -> None:
    offer(spill, morning(1))
    sent(spill)
    with spill.reading() as session:
        letter = session.scalars(
            select(OutgoingMessage).where(OutgoingMessage.reply_key.is_not(None))
        ).first()
        assert letter is not None
        (line,) = [one for one in letter.body.decode().splitlines() if one.startswith("Reply-To:")]
    address = line.partition(":")[2].strip()

    lock(spill)

    assert taken(spill.runtime, LIMA, address, mail("2 DONE agreed")).startswith("550 ")
    assert count(spill, IncomingMessage) == 0


def test_a_mail_to_any_address_that_quotes_a_link_to_it_is_refused(spill: World) -> None:
    lock(spill)
    quoted, other = (f"> The {CANARY} visit\n> https://tracker.example/tasks/{n}" for n in ("1", "999"))

    assert taken(spill.runtime, LIMA, "tracker@replies.example", mail(quoted)).startswith("550 ")
    assert CANARY not in kept(spill, but=OURS)
    assert taken(spill.runtime, LIMA, "tracker@replies.example", mail(other)).startswith("250 ")


def test_who_answers_what_was_locked_is_not_held_up(spill: World) -> None:
    lock(spill)

    assert taken(spill.runtime, LIMA, reply_address(1), mail("DONE agreed")).startswith("550 ")

    assert count(spill, HeldSender) == 0


def test_a_letter_that_comes_back_with_its_text_is_refused(spill: World) -> None:
    offer(spill, morning(1))
    sent(spill)
    with spill.reading() as session:
        numbers = session.scalars(select(OutgoingMessage.id)).all()

    lock(spill)

    for number in numbers:
        address = bounces.address_for(number, secret=SECRET, domain="bounces.example")
        assert taken(spill.runtime, "", address, mail(f"undelivered: {CANARY}")).startswith("550 ")


def test_verbs_on_a_locked_task_find_nothing(spill: World) -> None:
    lock(spill)

    with pytest.raises(NotFound), spill.transaction() as session:
        tasks.add_note(session, 1, note="words", **spill.act())
