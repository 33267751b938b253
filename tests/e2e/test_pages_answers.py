"""A reply cable and a cancelling one on the review page: the sentence lit, one key a task."""

import pytest

from tests.e2e.conftest import SAMPLES
from tracker.store.inbox import HELD, IncomingMessage

LIMA, REPLY = (path.read_text(encoding="utf-8") for path in (SAMPLES[0], SAMPLES[3]))
CANCELS = """R 241500Z APR 09
FM SECSTATE WASHDC
TO AMEMBASSY LIMA PRIORITY 0000
UNCLAS STATE 042001

SUBJECT: THE VISIT IS OFF

REF: STATE 041207

1. Reftel is hereby cancelled. Post need take no further action.
"""
MENTIONS = CANCELS.replace("REF: STATE 041207\n\n", "").replace("042001", "042002").replace(
    "Reftel is hereby cancelled. Post need take no further action.", "The points in State 041207 were useful."
)  # fmt: skip


@pytest.fixture
def desk(world, accepted):
    """The desk officer; the sample to Lima is accepted: three tasks."""
    world.load(LIMA)
    return accepted(1)


def test_a_reply_cable_is_matched_its_sentence_lit_and_one_key_closes(desk, world, visit):
    world.load(REPLY)
    assert desk.get("/cables").says("3 answers")
    page = desk.get("/cables/2")
    assert page.says("It speaks of 3 open tasks")
    assert page.says("It asks for nothing new")
    assert page.says("The ministry agreed to a visit in the week of May 18")
    assert 'class="ev ev--answer"' in page.html
    assert page.says("STATE 041207: PSI: PROPOSING")
    lima = visit("lima")

    page = lima.submit(lima.get("/cables/2"), "/answers/1/close")

    assert page.says("Task 1 is now done: agreed.")
    assert page.says("It speaks of 2 open tasks")
    assert page.says("accepted by Luis Ortega")
    assert lima.get("/tasks/1").says("LIMA 000512: “The ministry agreed")

    assert lima.get("/").says("2 answers to look at")
    page = lima.get("/answers")
    assert page.says("Task 2: Hand over the paper")
    assert page.links["Decide on it: LIMA 000512"] == "/cables/2#answers"
    assert lima.get("/tasks/2").says("LIMA 000512: PERU WELCOMES")
    page = lima.submit(lima.get("/cables/2"), "/answers/2/leave")
    assert page.says("Task 2 stays open.")
    page = lima.submit(page, "/answers/2/back")
    assert page.says("It speaks of 2 open tasks")


def test_a_cancelling_cable_cancels_by_one_key_and_only_by_the_desk(desk, world, visit):
    world.load(CANCELS)
    lima = visit("lima")
    assert lima.get("/cables/2").says("awaits the desk’s decision")
    assert not lima.get("/").says("to look at")
    assert lima.get("/answers").says("No answer waits.")
    assert not visit("reader").get("/").says("to look at")
    assert desk.get("/").says("3 answers to look at")
    assert desk.get("/answers").says("Task 3: Report the host government's response")
    page = desk.get("/cables/2")
    assert page.says("3 tasks to cancel: the cable takes back what was asked")
    page = desk.submit(page, "/answers/2/leave")

    page = desk.submit(page, "/taken-back")

    assert page.says("Cancelled: 2 tasks.")
    assert desk.get("/tasks/1").says("STATE 042001: “Reftel is hereby cancelled.”")
    assert desk.get("/tasks/2").says("open")


def test_a_mention_in_prose_is_linked_and_proposes_nothing(desk, world):
    world.load(MENTIONS)

    page = desk.get("/cables/2")
    assert page.says("only mentioned: “The points in State 041207 were useful.”")
    assert not page.says("to cancel")
    assert desk.get("/cables/1").links["STATE 042002: THE VISIT IS OFF"] == "/cables/2"


def test_a_reply_by_mail_stands_on_its_task_until_it_is_ticked_off(desk, world, visit):
    for number in (1, 2):
        with world.runtime.transaction() as session:
            row = {
                "digest": f"{number:064}", "received_at": world.runtime.now(), "sender": "lima@posts.example",
                "recipient": "x@replies.example", "subject": "Re: the visit", "kind": "mail", "state": HELD,
                "reason": "It is for a person to read.", "text": "Re: the visit\n\nThe minister can meet on 4 May.",
            }  # fmt: skip
            session.add(IncomingMessage(**row))
    page = desk.get("/health")
    page = desk.submit(page, "/replies/1/attach", task_id="77")
    assert page.says("There is no task 77")
    page = desk.submit(page, "/replies/1/attach", task_id="1")
    assert page.says("The mail stands on task 1.")
    page = desk.submit(page, "/replies/2/read")
    assert not page.says("Re: the visit")

    lima = visit("lima")
    assert lima.get("/").says("1 answer to look at")
    page = lima.get("/tasks/1")
    assert page.says("The minister can meet on 4 May.")
    assert page.text.count("Re: the visit") == 1
    assert page.says("It is for a person to read.")
    amman = visit("amman")
    token = amman.get("/").form("/signout").values["csrf_token"]
    said = [amman.client.post(f"/replies/{n}/read", data={"csrf_token": token}) for n in (1, 99)]
    assert [reply.status_code for reply in said] == [404, 404]
    assert "There is no task" not in said[0].text
    page = lima.submit(page, "/replies/1/read")

    assert page.says("read by Luis Ortega")
    assert lima.get("/answers").says("No answer waits.")


def test_a_text_without_heading_is_doubted_and_nothing_to_accept_is_said(desk):
    page = desk.submit(desk.get("/cables"), "", text="hello there")
    assert page.says("Is this a cable?")
    page = desk.submit(desk.get("/cables"), "", text=REPLY)
    assert page.says("The cable was read. It asks for nothing.")

    reply = desk.client.post("/cables/1/accept-all", data=desk.get("/cables/1").form("/reconsider").values)

    assert reply.status_code == 303
    assert desk.get("/cables/1").says("Every ask was decided already. Nothing was changed.")
