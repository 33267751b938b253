"""A reply does what it says, once, by the verbs of the page, and its writer is told.

What hangs on the database (the transaction, the race) runs on both kinds, all else on a copy of one settled file.
"""

import smtplib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.mail_world import World, at, plan_of
from tests.reply_world import (
    LIMA,
    POST,
    address_of,
    address_of_letter,
    history,
    lima,
    mail,
    mails,
    send,
    standing,
    told,
    told_writer,
    work,
)
from tests.sinks import TestSink
from tracker.cli.inbound import door_of
from tracker.domain.notice import NoticeKind
from tracker.services import extensions, notices
from tracker.services.installation import Actor
from tracker.services.notices import Told
from tracker.store.attachments import Attachment
from tracker.store.audit import AuditEntry
from tracker.store.cables import SpillIncident
from tracker.store.inbox import IncomingMessage
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task
from tracker.texts import own


@pytest.fixture
def world(opened_lima: Callable[..., World]) -> World:
    """Lima owes five tasks."""
    return opened_lima()


@pytest.fixture
def either(database_url: str, tmp_path: Path) -> Iterator[World]:
    """Lima owes five tasks, on each kind of database."""
    made = lima(database_url, tmp_path, tasks=5)
    yield made
    made.close()


def test_each_command_acts_as_the_button_does(either: World) -> None:
    said = [
        send(either, "DONE agreed - visit on 12 August", address_of(either, 1)),
        send(either, "Accepted.\n\nAna Reyes", address_of(either, 2)),
        send(either, "waiting for the host government: a date", address_of(either, 3)),
        send(either, "EXTEND to Tuesday 12 August, minister travelling", address_of(either, 4)),
        send(either, "decline: not our consular district", address_of(either, 5)),
        send(either, "answer by Friday", address_of(either, 2)),
    ]

    assert said == ["250 2.0.0 read"] * 6
    assert [standing(either, number) for number in range(1, 6)] == [
        "done, agreed, visit on 12 August",
        "accepted, by 2008-08-08",
        "waiting, the host government, a date",
        "open, until 2008-08-12: minister travelling",
        "declined, not our consular district",
    ]
    assert history(either, 1) == [f"{POST} mail answered", f"{POST} mail moved"]
    assert history(either, 4) == [f"{POST} mail answered", f"{POST} mail more time asked"]
    with either.transaction() as session:
        ways = session.scalars(select(AuditEntry.way).where(AuditEntry.act == "task moved")).all()
        task = session.get_one(Task, 4)
        assert (task.due_on.isoformat(), task.more_time["by"]) == ("2008-08-06", POST)
    assert ways == ["mail"] * 4
    assert [one.recipient for one in told(either) if one.recipient != LIMA] == ["dana@officers.example"] * 2
    first, *_, fourth, _, _ = told_writer(either)
    assert first.splitlines()[:2] == [
        "Booked: Lima: Deliver the points",
        'Lima: Deliver the points: done: agreed. You wrote: "visit on 12 August"',
    ]
    assert '"Open it again"' in first
    assert "write to Dana, dana@officers.example" in first
    assert "until Tuesday 12 August 2008; the due day stays Wednesday 6 August 2008 until the desk" in fourth


def test_more_time_asked_by_mail_and_granted_moves_the_reminders(world: World) -> None:
    send(world, "EXTEND +5 working days, minister travelling", address_of(world))
    desk = Actor.system("command", name="Dana")
    with world.transaction() as session:
        extensions.grant(session, 1, by=desk, now=world.now, installation=world.installation)
        task = session.get_one(Task, 1)
        assert task.due_on.isoformat() == "2008-08-13"
        line = task.history[-1]
        assert (line.before["due_on"], line.after["due_on"], line.note, line.after["asked_by"]) == (
            "2008-08-06",
            "2008-08-13",
            "minister travelling",
            POST,
        )

    days = {one.rule: f"{one.moment_at:%d %b}" for one in plan_of(world, 1) if one.state == "planned"}
    assert days["due"] == "13 Aug"


def test_what_is_unclear_acts_on_nothing_and_comes_back_as_one_question(world: World) -> None:
    made = mail("Done!\n\nBest regards,\nAna", message_id="<1.a@posts.example>")

    said = [send(world, made, address_of(world)) for _ in range(2)]

    assert said == ["250 2.0.0 held", "250 2.0.0 skipped"]
    assert standing(world) == "open"
    (letter,) = told(world)
    assert (letter.subject, letter.kind) == (
        "Please say it again: Lima: Deliver the points",
        "reply not understood",
    )
    assert letter.paragraphs[0].startswith(
        'Not booked: "Done!" - Say what came of it: DONE agreed, DONE refused'
    )
    assert (letter.reply_to, letter.answers) == (address_of(world).lower(), "<1.a@posts.example>")


def test_one_letter_is_answered_by_number_and_what_is_unclear_comes_back(world: World) -> None:
    address = address_of_letter(world)

    said = send(
        world, "1 done; 2 by Friday;\n3 decline: not our consular district\n4 we look\n9 accept", address
    )

    assert said == "250 2.0.0 held"
    found = [standing(world, number) for number in range(1, 6)]
    assert found == ["open", "open, by 2008-08-08", "declined, not our consular district", "open", "open"]
    (letter,) = told_writer(world)
    lines = letter.splitlines()
    assert lines[0] == "Booked: 2 of 5 lines of your reply"
    assert lines[1].startswith("2. Lima: Name a point of contact: an answer is promised for Friday 8 August")
    assert [line.split()[2] for line in lines if line.startswith("Not booked")] == ["1.", "4.", "9."]
    assert "The letter has no such number." in letter

    again = send(world, "1 done agreed", told(world)[-1].reply_to)

    assert (again, standing(world, 1)) == ("250 2.0.0 read", "done, agreed")
    assert send(world, "Thanks to all", address, "eve@elsewhere.example") == "250 2.0.0 held"
    state, why = mails(world)[-1]
    assert state == "held"
    assert why.endswith("for a person to read. Its letter went to lima@posts.example, not to who wrote.")
    assert send(world, "DONE agreed", address) == "250 2.0.0 held"
    assert "Say which: begin the line with the number" in told_writer(world)[-1]
    assert mails(world)[-1][1].endswith(" Its writer is told what was not booked.")


def test_a_letter_is_answered_through_the_door_and_its_confirmation_stands_in_the_thread(
    sqlite_url: str, tmp_path: Path, sink: TestSink
) -> None:
    world = lima(sqlite_url, tmp_path, tasks=1, sink=sink, inbound_url="lmtp://127.0.0.1:0")
    work(world)
    letter = sink.deliveries[0].mail
    assert "DONE agreed - visit on 12 May" in " ".join(letter.get_body(("plain",)).get_content().split())
    reply = mail("> quoted\n\nDONE agreed - visit on 12 August", message_id="<2.a@posts.example>")
    door = door_of(world.runtime)
    door.start()
    try:
        with smtplib.LMTP("127.0.0.1", door.port) as host:
            host.sendmail(LIMA, [letter["Reply-To"].addresses[0].addr_spec], reply.as_bytes())
    finally:
        door.stop()
    work(world)

    assert standing(world) == "done, agreed, visit on 12 August"
    confirmed = sink.deliveries[1].mail
    assert confirmed["Auto-Submitted"] == "auto-generated"
    assert confirmed["In-Reply-To"] == "<2.a@posts.example>"
    assert confirmed["References"].split() == [letter["References"], "<2.a@posts.example>"]
    assert confirmed["Reply-To"].addresses[0].addr_spec == letter["Reply-To"].addresses[0].addr_spec
    assert len(sink.deliveries) == 2
    world.close()


def test_the_same_reply_twice_at_once_or_by_two_ways_acts_once(either: World) -> None:
    made, said = mail("ACCEPT", message_id="<3.a@posts.example>"), []
    threads = [
        threading.Thread(target=lambda: said.append(send(either, made, address_of(either)))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made["Received"] = "from another.example"  # the same mail, by another way
    said.append(send(either, made, address_of(either)))

    assert sorted(said) == ["250 2.0.0 read", "250 2.0.0 skipped", "250 2.0.0 skipped"]
    assert history(either) == [f"{POST} mail answered", f"{POST} mail moved"]
    assert len(told(either)) == len(mails(either)) == 1


def test_a_promise_in_a_plain_sentence_is_booked_closes_nothing_and_is_left_to_a_person(world: World) -> None:
    words = "Visit agreed, dates to follow by Friday.\nThe minister was friendly."

    said = [send(world, words, address_of(world)), send(world, f"2 {words}", address_of(world, 2))]

    assert said == ["250 2.0.0 held"] * 2
    assert standing(world) == "open, by 2008-08-08"
    assert history(world) == [f"{POST} mail answered", f"{POST} mail promised"]
    state, reason = mails(world)[0]
    assert (state, "an answer is promised for Friday 8 August 2008" in reason) == ("held", True)
    with world.transaction() as session:
        (kept, *_) = session.scalars(select(IncomingMessage.text).order_by(IncomingMessage.id))
        assert kept.endswith(words)
    letter = told_writer(world)[0].splitlines()
    assert letter[0] == "Booked: Lima: Deliver the points"
    assert letter[1] == (
        "Lima: Deliver the points: an answer is promised for Friday 8 August 2008; nothing was closed, and the whole mail "
        'stands on its page for a person to read. You wrote: "Visit agreed, dates to follow by Friday."'
    )


def test_a_promise_by_the_way_that_cannot_be_booked_is_talk(world: World) -> None:
    address = address_of_letter(world)
    send(world, "DECLINE: not ours", address_of(world))

    said = [send(world, "Dates will follow by Friday.", where) for where in (address, address_of(world))]

    assert said == ["250 2.0.0 held"] * 2
    assert len(told_writer(world)) == 1  # of what was declined
    assert [standing(world, number) for number in (1, 2)] == ["declined, not ours", "open"]


def test_all_stands_for_each_task_of_the_letter_that_is_open(world: World) -> None:
    address = address_of_letter(world)
    send(world, "DONE agreed", address_of(world, 2))

    asked = send(world, "DONE agreed - all of it", address)
    (letter,) = told_writer(world)[1:]
    said = send(world, "1 DECLINE: not ours\nALL ACCEPT", address)

    assert (asked, said) == ("250 2.0.0 held", "250 2.0.0 read")
    assert letter.splitlines()[0] == "Please say it again: your reply about 5 tasks"
    assert "or with ALL" in letter
    with world.transaction() as session:
        entries = session.scalars(select(NoticeRecord.entries).order_by(NoticeRecord.id)).all()
    assert [words[:2] for words, _path in entries[1]] == ["1.", "2.", "3.", "4.", "5."]
    found = [standing(world, number) for number in range(1, 6)]
    assert found == ["declined, not ours", "done, agreed", *["accepted"] * 3]
    assert "Booked: 4 of 4 lines of your reply" in told_writer(world)[-1]


def test_mail_after_closing_is_shown_and_moves_nothing(world: World) -> None:
    send(world, "DONE agreed", address_of(world))

    said = [send(world, "Thanks", address_of(world)), send(world, "DONE refused", address_of(world))]

    assert said == ["250 2.0.0 held"] * 2
    assert standing(world) == "done, agreed"
    assert [state for state, _ in mails(world)] == ["read", "held", "held"]
    assert len(told(world)) == 2  # "Thanks" is not answered
    assert (
        f"Already done on Tuesday 5 August 2008, 09:00 Lima (10:00 Washington), by {POST}. Nothing"
        in (told_writer(world)[-1])
    )


def test_files_of_a_reply_are_on_the_task_and_its_quotation_is_not(world: World) -> None:
    made = mail("EXTEND to 12 August, minister travelling\n\n> the letter\n")
    made.add_attachment("a note\n", filename="../Note verbale.txt")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="scan.pdf")
    made.add_attachment(b"x", maintype="image", subtype="png", cid="<logo>", disposition="inline")

    assert send(world, made, address_of(world)) == "250 2.0.0 held"

    assert standing(world) == "open, until 2008-08-12: minister travelling"
    with world.transaction() as session:
        (file,) = session.scalars(select(Attachment))
        assert (file.name, file.data, file.added_by) == ("Note-verbale.txt", b"a note\n", POST)
        (kept,) = session.scalars(select(IncomingMessage.text))
        assert kept == "Re: your letter\n\nEXTEND to 12 August, minister travelling"
    assert history(world)[-1] == f"{POST} mail attached"
    (letter,) = told_writer(world)
    assert "On the task's page now: Note-verbale.txt." in letter
    assert "Not kept: scan.pdf. Only text can be attached here" in letter
    assert mails(world)[0][1].endswith(" Not kept: scan.pdf.")


def test_a_file_that_may_not_be_held_takes_the_whole_reply_back(either: World) -> None:
    made = mail("DONE agreed")
    made.add_attachment(
        b"S E C R E T\n\n1. (S) canary\n", maintype="application", subtype="octet-stream", filename="a.txt"
    )

    assert send(either, made, address_of(either)).startswith("550 5.7.1")

    assert (standing(either), history(either), mails(either)) == ("open", [], [])
    assert [notice.kind for notice in told(either)] == ["sender held"]  # and nothing of the reply
    with either.transaction() as session:
        assert len(session.scalars(select(SpillIncident)).all()) == 1


def test_who_is_only_told_of_a_task_and_who_reads_of_a_discreet_one_move_nothing(world: World) -> None:
    with world.transaction() as session:
        owner = world.officer(session, "ana")
        world.event(session, session.get_one(Task, 1), "assigned", owner_id=owner.id)
        cable = world.cable(session, "STATE 900734", is_sensitive=True)
        task = session.get_one(Task, 2)
        task.cable_id = cable.id

    said = [
        send(world, "DONE agreed", address_of(world, 1)),  # it has passed to Ana
        send(world, "DONE agreed - canary", address_of(world, 2)),
        send(world, "Accept", address_of(world, 1, "ana@officers.example"), "Ana@officers.example"),
    ]

    assert said == ["250 2.0.0 held", "250 2.0.0 held", "250 2.0.0 read"]
    assert (standing(world, 1), standing(world, 2)) == ("accepted", "open")
    assert history(world, 1)[-2:] == ["Ana mail answered", "Ana mail moved"]
    passed, discreet = told_writer(world)
    assert "It is not yours to move" in passed
    assert "answered on the task's page only" in discreet
    assert "canary" not in discreet
    assert "Name a point" not in discreet


def test_what_the_rules_of_the_page_refuse_is_told_and_talk_is_not_answered(
    opened_lima: Callable[..., World],
) -> None:
    world = opened_lima()
    with world.transaction() as session:
        office = world.post(session, "SECSTATE WASHDC", "desk@offices.example")
        session.get_one(Task, 2).originator_id = None
        session.get_one(Task, 2).cable.origin = office.name

    said = [
        send(world, "EXTEND to Wednesday 6 August, minister travelling", address_of(world, 1)),
        send(world, "By the way, who is the point of contact?", address_of(world, 1)),
        send(world, "DECLINE: not ours", address_of(world, 2)),
        send(world, "1 accept\nWe will write again.", address_of(world, 1)),
    ]

    assert said == [f"250 2.0.0 {state}" for state in ("held", "held", "read", "held")]
    refused, declined, accepted = told_writer(world)
    assert refused.startswith("Not booked: Lima: Deliver the points")
    assert "try again" not in refused
    assert "The due day is Wednesday 6 August 2008 already. Choose a later day." in refused
    assert "write to SECSTATE WASHDC, desk@offices.example" in declined
    assert "reply DECLINE with the reason" in accepted
    assert (standing(world, 1), standing(world, 2)) == ("accepted", "declined, not ours")


def test_who_is_asked_how_it_stands_may_answer_by_a_reply(opened_lima: Callable[..., World]) -> None:
    world = opened_lima()
    with world.transaction() as session:
        act = {"by": Actor.system("command"), "now": world.now, "installation": world.installation}
        for kind in (NoticeKind.CHASED, NoticeKind.MOVED, NoticeKind.CLOSED, NoticeKind.MORE_TIME):
            told_of = Told(kind=kind, subject=own(""), paragraphs=(), tasks=(session.get_one(Task, 1),))
            notices.send(session, LIMA, POST, told_of, act)
    chase, moved, closed, other = told(world)

    assert (other.reply_to, other.paragraphs) == (None, [])
    assert "first line such as: by Friday" in chase.paragraphs[-1]
    assert "first line such as: EXTEND to 12 May" in moved.paragraphs[-1]
    assert closed.paragraphs[-1].endswith("Reply to this letter; a person reads it.")
    assert chase.reply_to == moved.reply_to == closed.reply_to
    assert send(world, "by Friday", chase.reply_to) == "250 2.0.0 read"
    assert standing(world) == "open, by 2008-08-08"


def test_a_command_is_read_on_the_day_and_clock_of_the_post(world: World) -> None:
    world.now = at("2008-08-08 03:00")  # Thursday 22:00 at Lima, Friday in Greenwich

    send(world, "by tomorrow", address_of(world))

    assert standing(world) == "open, by 2008-08-08"


@pytest.mark.parametrize(
    "words",
    ["Answer by Sunday.", "EXTEND to 10 August, the minister travels"],
)
def test_a_day_off_that_a_reply_names_is_said_and_kept(world: World, words: str) -> None:
    send(world, words, address_of(world))

    (letter,) = told_writer(world)
    assert "is in the weekend in Lima. Working days before and after: " in letter
    assert "Sun 10 Aug was kept, though it is not a working day there." in letter
    with world.reading() as session:
        said = [line.after.get("said") for line in session.get_one(Task, 1).history]
    assert said[-1] == "Sun 10 Aug was kept, though it is not a working day there."
