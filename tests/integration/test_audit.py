"""The audit trail on both databases: one entry for each change, in its transaction, and never changed."""

import threading

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from tests.work_world import SYSTEM, World, book, cable
from tracker.domain.chain import Head
from tracker.errors import Conflict
from tracker.services import accounts, audit, door, posts, review, signing_in, tasks
from tracker.services.accounts import NewOfficer
from tracker.services.audit import Wanted
from tracker.services.installation import Actor
from tracker.store import base
from tracker.store.audit import AuditEntry
from tracker.store.cables import ProposalRecord
from tracker.store.tasks import TaskEvent

LOOSE = {  # what an owner of the database can do and the application's role cannot
    "sqlite": ("DROP TRIGGER audit_entries_stay", "DROP TRIGGER audit_entries_remain"),
    "postgresql": ("ALTER TABLE audit_entries DISABLE TRIGGER USER",),
}


def acts(desk: World, **wanted: str) -> list[str]:
    with desk.reading() as session:
        return [row.act for row in reversed(audit.entries(session, Wanted(**wanted), limit=1000))]


def newest(desk: World) -> AuditEntry:
    with desk.reading() as session:
        return audit.entries(session, Wanted(), limit=1)[0]


def head(desk: World) -> Head:
    with desk.reading() as session:
        return audit.head(session)


def tamper(desk: World, *statements: str) -> None:
    """Change rows as the owner of the database would, by hand."""
    with desk.transaction() as session:
        for statement in (*LOOSE[session.get_bind().dialect.name], *statements):
            session.execute(text(statement))


def faults(desk: World, anchor: Head | None = None) -> tuple[int, str] | None:
    with desk.reading() as session:
        fault = audit.verify(session, anchor) if anchor else audit.verify(session)
    return (fault.number, fault.words) if fault else None


def test_each_line_of_a_history_is_one_entry_in_its_transaction(desk: World) -> None:
    task, *_ = desk.tasks()
    with desk.transaction() as session:
        tasks.accept(session, task.id, **desk.act())
        tasks.add_note(session, task.id, note="The ministry will call.", **desk.act())
        tasks.complete(session, task.id, outcome="agreed", note="Told by cable.", **desk.act())

    with desk.reading() as session:
        lines = session.scalar(select(func.count(TaskEvent.id)))
    of_tasks = [act for act in acts(desk) if act.startswith("task ")]
    assert len(of_tasks) == lines
    assert "ministry" not in str(newest(desk).objects)
    assert of_tasks == ["task created", "task created", "task moved", "task note", "task moved"]
    assert faults(desk) is None


def test_an_entry_tells_who_what_when_where_and_of_what(desk: World) -> None:
    officer_id = desk.officer("clerk").officer_id
    clerk = Actor(name="Ana Clerk", way="page", officer_id=officer_id, is_trusted=True, source="192.0.2.9")
    task, *_ = desk.tasks()
    with desk.transaction() as session:
        tasks.accept(session, task.id, **desk.act(clerk))

    found = newest(desk)
    assert (found.by, found.officer_id, found.way, found.source) == (
        "Ana Clerk",
        officer_id,
        "page",
        "192.0.2.9",
    )
    assert (found.act, found.outcome) == ("task moved", "done")
    assert found.objects == {
        "task": task.id, "post": task.post_id, "cable": task.cable_id, "status": "accepted",
    }  # fmt: skip
    with desk.reading() as session:
        now = session.scalars(select(base.real_epoch())).one()
    assert 0 <= now - found.at.timestamp() < 600


def test_what_is_not_kept_leaves_no_entry(desk: World) -> None:
    task, *_ = desk.tasks()
    before = head(desk)

    def accept_then_fail() -> None:
        with desk.transaction() as session:
            tasks.accept(session, task.id, **desk.act())
            tasks.reopen(session, task.id, **desk.act())

    with pytest.raises(Conflict):
        accept_then_fail()
    assert head(desk) == before

    with desk.transaction() as session:
        tasks.accept(session, task.id, **desk.act())
    assert head(desk).count == before.count + 1


def test_a_fault_of_the_trail_undoes_the_act(desk: World) -> None:
    task, *_ = desk.tasks()
    tamper(desk, "UPDATE audit_heads SET count = count - 1")

    with pytest.raises(DBAPIError), desk.transaction() as session:  # the number is taken
        tasks.accept(session, task.id, **desk.act())

    with desk.reading() as session:
        assert session.get_one(type(task), task.id).status == "open"


def test_accounts_cables_and_verdicts_have_their_entries(desk: World) -> None:
    new = NewOfficer(login="rosa", name="Rosa Lind", email="rosa@post.example", zone="America/Lima")
    with desk.transaction() as session:
        rosa = accounts.create_officer(session, new, by=SYSTEM).id
        accounts.set_password(session, rosa, "a long and quiet phrase", by=SYSTEM)
        given = accounts.grant(session, rosa, "reader", by=SYSTEM, book=book())
        accounts.revoke(session, given.id, by=SYSTEM)
        posts.set_mailbox(session, "AMEMBASSY LIMA", "lima@posts.example", **desk.act())
    desk.ingest()
    desk.ingest(cable(body="1. Embassy is requested to report by May 4.\n\n2. Thank you.\n"))
    with desk.transaction() as session:
        waiting = select(ProposalRecord.id).where(ProposalRecord.verdict == "waiting")
        review.dismiss(session, session.scalars(waiting).all()[0], by=SYSTEM, now=desk.now)
    refused = door.refusal("SECRET\n\n1. (S) A text.\n", desk.runtime.settings)
    assert refused is not None
    with desk.transaction() as session:
        door.record(session, refused, by=SYSTEM, now=desk.now)

    assert acts(desk) == [
        "officer added", "password set", "role granted", "role taken away", "post mailbox set",
        "cable taken in", "cable version taken in", "proposal decided", "text refused",
    ]  # fmt: skip


def test_signing_in_and_failing_to_have_their_entries(desk: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "_HASHER", accounts.PasswordHasher(time_cost=1, memory_cost=64))
    new = NewOfficer(login="rosa", name="Rosa Lind", email="rosa@post.example", zone="America/Lima",
                     password="a long and quiet phrase")  # fmt: skip
    with desk.transaction() as session:
        rosa = accounts.create_officer(session, new, by=SYSTEM).id
    for login, password in (("rosa", "wrong"), ("nobody", "wrong"), ("rosa", "a long and quiet phrase")):
        with desk.transaction() as session:
            signing_in.sign_in(session, login, password, source="192.0.2.1")

    with desk.reading() as session:
        found = [
            (row.by, row.outcome, row.source, row.objects)
            for row in reversed(audit.entries(session, Wanted(act="sign in"), limit=9))
        ]
    assert found == [
        ("not signed in", "refused", "192.0.2.1", {"officer": rosa}),
        ("not signed in", "refused", "192.0.2.1", {}),
        ("Rosa Lind", "done", "192.0.2.1", {"officer": rosa}),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET by = 'nobody'",
        "DELETE FROM audit_entries WHERE number = 1",
        "DELETE FROM audit_heads",
    ],
)
def test_the_database_refuses_to_change_an_entry(desk: World, statement: str) -> None:
    desk.tasks()

    with pytest.raises(DBAPIError, match="only added"), desk.transaction() as session:
        session.execute(text(statement))


@pytest.mark.parametrize(
    "statement", ["DELETE FROM task_events", "UPDATE task_events SET note = 'never said'"]
)
def test_the_database_refuses_to_change_a_line_of_a_history(desk: World, statement: str) -> None:
    desk.tasks()

    with pytest.raises(DBAPIError, match="lines of a history are only added"), desk.transaction() as session:
        session.execute(text(statement))


@pytest.mark.parametrize("table", ["audit_entries", "task_events"])
def test_postgresql_refuses_to_empty_the_trail(postgresql_url: str, tmp_path: object, table: str) -> None:
    world = World(database_url=postgresql_url, home=tmp_path)  # type: ignore[arg-type]
    world.tasks()

    with pytest.raises(DBAPIError, match="only added"), world.transaction() as session:
        session.execute(text(f"TRUNCATE {table}"))
    world.runtime.engine.dispose()


@pytest.mark.parametrize(
    ("statement", "number", "words"),
    [
        ("UPDATE audit_entries SET by = 'Somebody Else' WHERE number = 2", 2, "was changed"),
        ("""UPDATE audit_entries SET objects = '{"task": 99}' WHERE number = 3""", 3, "was changed"),
        ("DELETE FROM audit_entries WHERE number = 2", 2, "is missing"),
        ("UPDATE audit_heads SET count = 1", 5, "the head"),
    ],
)
def test_a_row_changed_by_hand_is_named(desk: World, statement: str, number: int, words: str) -> None:
    for turn in range(4):
        with desk.transaction() as session:
            audit.add(session, "note", by=SYSTEM, turn=turn)
    assert faults(desk) is None

    tamper(desk, statement)

    found = faults(desk)
    assert found is not None
    assert found[0] == number
    assert words in found[1]


def test_a_cut_tail_shows_against_the_head_noted_before(desk: World) -> None:
    desk.tasks()
    noted = head(desk)
    tamper(desk, f"DELETE FROM audit_entries WHERE number = {noted.count}")
    with desk.reading() as session:
        last = session.scalars(select(AuditEntry.hash).order_by(AuditEntry.number.desc())).first()
    tamper_again = f"UPDATE audit_heads SET count = {noted.count - 1}, hash = '{last}'"
    with desk.transaction() as session:
        session.execute(text(tamper_again))

    assert faults(desk) is None
    assert faults(desk, noted) == (
        noted.count,
        f"is missing: {noted.count} entries were noted outside, {noted.count - 1} are here",
    )


def test_transactions_at_once_make_one_chain(desk: World) -> None:
    def work(number: int) -> None:
        for turn in range(5):
            with desk.transaction() as session:
                audit.add(session, "note", by=SYSTEM, worker=number, turn=turn)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert head(desk).count == 30
    assert faults(desk) is None


def test_entries_are_found_by_person_act_and_number(desk: World) -> None:
    for number in range(4):
        with desk.transaction() as session:
            by = Actor(name=f"Officer {number % 2}", way="page")
            audit.add(session, "note" if number < 3 else "sign in", by=by, number=number)

    assert acts(desk, by="officer 1") == ["note", "sign in"]
    assert acts(desk, act="note") == ["note", "note", "note"]
    with desk.reading() as session:
        older = audit.entries(session, Wanted(before=3), limit=10)
    assert [row.number for row in older] == [2, 1]
