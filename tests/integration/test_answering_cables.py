"""A later cable under REF: what it says of open tasks is proposed, and closes nothing by itself."""

import pytest
from sqlalchemy import select

from tests.work_world import World, cable
from tracker.domain.lifecycle import Status, Verdict
from tracker.errors import Conflict, Forbidden, NotFound
from tracker.services import closings, tasks
from tracker.store.answers import AnswerRecord
from tracker.store.notices import NoticeRecord
from tracker.store.queries import closings as queries
from tracker.store.tasks import Task

ASK = """1. SUMMARY: The ministry was told of the survey in March.

2. ACTION REQUEST: Embassy is requested to propose the visit
to the foreign ministry by COB April 30. Embassy should hand
over the paper on customs by COB April 30.
"""
SAID = """1. Econoff delivered the reftel paper to the ministry's director.

2. The ministry agreed to the visit in the first week of June.
"""
DAY = "The ministry will reply to reftel request by April 28."
CANCELS = "1. Reftel is hereby cancelled. Post need take no further action.\n"
TWO = ("AMEMBASSY LIMA", "AMEMBASSY QUITO")


def later(
    body: str = SAID,
    *,
    ref: str = "STATE 041207",
    origin: str = "AMEMBASSY LIMA",
    number: str = "LIMA 000512",
    to: str = "SECSTATE WASHDC",
) -> str:
    """Return a cable of some days later, under REF where one is given."""
    line = f"REF: {ref}\n\n" if ref else ""
    return (
        f"R 241500Z APR 09\nFM {origin}\nTO {to} PRIORITY 0000\nUNCLAS {number}\n\nSIPDIS\n\n"
        f"E.O. 12958: N/A\nTAGS: PARM PREL PE\nSUBJECT: THE VISIT\n\n{line}{body}"
    )


def from_washington(body: str = CANCELS, *, to: str = "AMEMBASSY LIMA") -> str:
    """Return a later cable of the Department about its own."""
    return later(body, origin="SECSTATE WASHDC", number="STATE 042001", to=to)


def settled(url, home):
    """Return a world with one cable that asks two things of two posts: tasks 1 and 2, 3 and 4."""
    made = World(url, home)
    made.tasks(cable(to=TWO, body=ASK))
    return made


@pytest.fixture
def world(sqlite_url, tmp_path):
    """That world on SQLite."""
    made = settled(sqlite_url, tmp_path)
    yield made
    made.runtime.engine.dispose()


@pytest.fixture
def either(database_url, tmp_path):
    """That world on each database."""
    made = settled(database_url, tmp_path)
    yield made
    made.runtime.engine.dispose()


def said_by(world, cable_id):
    """Return what a cable says: the row, its task's post, the kind and where the task stands."""
    with world.reading() as session:
        return [
            (row.id, row.task.post.name.rpartition(" ")[2], row.kind, row.task.status, row.verdict)
            for row in queries.of_cable(session, cable_id, None)
        ]


def decided(world, verb, answer_id, by=None):
    with world.transaction() as session:
        return verb(session, answer_id, **(world.act(by) if by else world.act()))


def task_of(world, task_id):
    with world.reading() as session:
        return session.get_one(Task, task_id)


def test_a_reply_proposes_for_its_own_post_and_closes_nothing_by_itself(world):
    reply = world.ingest(later()).cable.id

    found = said_by(world, reply)

    assert [row[1:] for row in found] == [
        ("LIMA", "agreed", "open", "waiting"),
        ("LIMA", "delivered", "open", "waiting"),
    ]


def test_one_act_closes_with_the_outcome_and_keeps_what_the_machine_said(either):
    world = either
    reply = world.ingest(later()).cable.id
    first, second = (row[0] for row in said_by(world, reply))
    lima = world.officer("luis", ("post staff", "AMEMBASSY LIMA"))

    task = decided(world, closings.accept, first, lima)
    again = decided(world, closings.accept, first, lima)

    assert (task.status, task.outcome) == (Status.DONE, "agreed")
    assert again.version == task.version
    assert task.note == "LIMA 000512: “The ministry agreed to the visit in the first week of June.”"
    with world.reading() as session:
        row = session.get_one(AnswerRecord, first)
        assert (row.kind, row.verdict, row.decided_by) == ("agreed", Verdict.ACCEPTED, "Luis")
        assert row.quote.startswith("The ministry agreed")
        assert session.get_one(AnswerRecord, second).verdict == Verdict.WAITING
    with pytest.raises(Conflict):
        decided(world, closings.leave_out, first, lima)


@pytest.mark.parametrize(
    ("body", "status", "outcome", "promised"),
    [
        ("1. The ministry refused the request in reftel.\n", Status.DONE, "refused", None),
        (f"1. {DAY}\n", Status.OPEN, None, "2009-04-28"),
        ("1. The ministry has not yet responded to reftel.\n", Status.WAITING, None, None),
    ],
)
def test_each_way_to_answer_does_its_own(world, body, status, outcome, promised):
    reply = world.ingest(later(body)).cable.id

    task = decided(world, closings.accept, said_by(world, reply)[0][0])

    assert (task.status, task.outcome) == (status, outcome)
    assert (task.promised_on.isoformat() if task.promised_on else None) == promised


def test_what_waits_already_only_gets_the_sentence(world):
    with world.transaction() as session:
        tasks.wait(session, 1, whom="Washington", **world.act())
    reply = world.ingest(later("1. The ministry has not yet responded to reftel.\n")).cable.id
    answer = next(row[0] for row in said_by(world, reply) if row[3] == "waiting")

    task = decided(world, closings.accept, answer)

    assert (task.status, task.waits_for) == (Status.WAITING, "Washington")


def test_what_is_left_out_can_be_put_back_and_then_done(world):
    answer = said_by(world, world.ingest(later()).cable.id)[0][0]

    decided(world, closings.leave_out, answer)
    with pytest.raises(Conflict):
        decided(world, closings.accept, answer)
    decided(world, closings.leave_out, answer)
    decided(world, closings.put_back, answer)

    assert decided(world, closings.accept, answer).status == Status.DONE


def test_only_who_works_at_the_post_decides(world):
    answer = said_by(world, world.ingest(later()).cable.id)[0][0]
    quito = world.officer("quim", ("post staff", "AMEMBASSY QUITO"))
    reader = world.officer("robin", ("reader", None))

    with pytest.raises(NotFound):
        decided(world, closings.accept, answer, quito)
    with pytest.raises(Forbidden):
        decided(world, closings.accept, answer, reader)
    with pytest.raises(NotFound):
        decided(world, closings.accept, 999)


def test_a_number_that_only_the_body_names_is_linked_and_proposes_nothing(world):
    body = "1. Econoff delivered the paper of which State 041207 spoke. State 999999 is not here.\n"

    mention = world.ingest(later(body, ref="")).cable.id

    assert said_by(world, mention) == []
    with world.reading() as session:
        (found,) = queries.citations(session, mention, "09LIMA512", None)
        assert found.is_cited
        assert (found.number, found.is_reference, found.open_tasks) == ("STATE 041207", False, 4)
        assert found.quote.startswith("Econoff delivered")


def test_a_cancelling_cable_proposes_for_the_posts_in_its_heading(world):
    notice = world.ingest(from_washington()).cable.id

    found = said_by(world, notice)

    assert [row[1:] for row in found] == [("LIMA", "cancelled", "open", "waiting")] * 2


def test_one_act_cancels_all_that_was_taken_back(either):
    world = either
    notice = world.ingest(from_washington(to="AMEMBASSY LIMA\nTO AMEMBASSY QUITO")).cable.id
    lima = world.officer("luis", ("post staff", "AMEMBASSY LIMA"))
    desk = world.officer("dana", ("desk officer", None))
    with world.transaction() as session:
        for task in session.scalars(select(Task).where(Task.post.has(name="AMEMBASSY LIMA"))).all():
            tasks.take(session, task.id, **world.act(lima))

    with pytest.raises(NotFound):
        decided(world, closings.take_back, notice, lima)
    cancelled = decided(world, closings.take_back, notice, desk)

    assert [task.status for task in cancelled] == [Status.CANCELLED] * 4
    assert cancelled[0].note == "STATE 042001: “Reftel is hereby cancelled.”"
    assert decided(world, closings.take_back, notice, desk) == []
    with world.reading() as session:
        (letter,) = session.scalars(select(NoticeRecord)).all()  # one for both of his
    assert (letter.recipient, letter.kind, len(letter.tasks)) == ("luis@state.example", "taken back", 2)
    assert letter.paragraphs[1] == '"STATE 042001: “Reftel is hereby cancelled.”"'


def test_a_post_takes_nothing_back_and_washington_answers_nothing(world):
    post = world.ingest(later(CANCELS)).cable.id
    capital = world.ingest(from_washington(SAID)).cable.id

    assert said_by(world, post) == []
    assert said_by(world, capital) == []


def test_a_reply_that_came_before_the_task_was_made_is_found(sqlite_url, tmp_path):
    world = World(sqlite_url, tmp_path)
    reply = world.ingest(later()).cable.id

    world.tasks(cable(body=ASK))

    assert [row[2] for row in said_by(world, reply)] == ["agreed", "delivered"]
    world.runtime.engine.dispose()


def test_a_newer_version_of_the_reply_speaks_anew_but_not_of_what_was_decided(either):
    world = either
    reply = world.ingest(later()).cable.id
    first = said_by(world, reply)[0][0]
    decided(world, closings.leave_out, first)

    world.ingest(later("1. The ministry refused the visit and the paper of reftel.\n"))

    assert [row[2:5:2] for row in said_by(world, reply)] == [("agreed", "dismissed"), ("refused", "waiting")]


def test_what_has_been_closed_otherwise_is_proposed_no_more(world):
    reply = world.ingest(later()).cable.id
    with world.transaction() as session:
        tasks.complete(session, 1, outcome="done", note="By telephone.", **world.act())

    assert len(said_by(world, reply)) == 1
