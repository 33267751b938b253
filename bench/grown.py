"""A tracker grown large by SQL: a few real rows, made by the services, are multiplied in the database.

The shape is the same at any size: one officer a 250 tasks, one post an officer up to all there are, six
tasks in a hundred open, one open task in ten late, half of the late reminded of three times.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, Table, func, select, text
from sqlalchemy.orm import Session

from bench import generated
from tests.work_world import SYSTEM
from tracker.clock import print_moment
from tracker.runtime import Runtime
from tracker.services import accounts, ingestion, posts, review
from tracker.services.installation import Acting
from tracker.store.base import Base
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.places import Post
from tracker.store.tasks import Task

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)  # a Wednesday
PASSWORD = "a phrase of the bench"
FIRST = 1_000  # ids below it are the rows that were multiplied
MOST_POSTS = 250
TASKS_AN_OFFICER = 250
TASKS_A_CABLE = 6
LETTERS = 3
CHANCE = "(hashint4(n::int) & 2147483647)"
OPEN = f"({CHANCE} % 100 < 6)"
LATE = f"({CHANCE} % 1000 < 6)"  # one open task in ten
NOT_ACCEPTED, WAITS = f"({CHANCE} / 1000 % 5 < 2)", f"({CHANCE} / 1000 % 5 = 4)"
NUMBERED = "generate_series(0, {} - 1)"
LATE_ROWS = """(SELECT row_number() OVER () - 1 AS n, id AS task FROM tasks, generate_series(1, {letters})
    WHERE closed_at IS NULL AND due_at < {now})"""
MULTIPLIED = """INSERT INTO {table} ({names}) SELECT {values}
    FROM (SELECT * FROM {table} ORDER BY id LIMIT 1) p, {rows} AS rows({named})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What was made: how many tasks, and the posts and officers that they belong to."""

    tasks: int
    posts: int
    officers: int


def grow(runtime: Runtime, count: int) -> Grown:
    """Fill a migrated, empty database with so many tasks."""
    with runtime.transaction() as session:
        _seed(session, runtime)
    officers = max(2, count // TASKS_AN_OFFICER)
    size = Grown(tasks=count, posts=min(MOST_POSTS, officers), officers=officers)
    with runtime.engine.begin() as connection:
        for table, words in _plan(size):
            connection.execute(text(_multiplied(Base.metadata.tables[table], words)))
    with runtime.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return size


def _seed(session: Session, runtime: Runtime) -> None:
    """Make one of each by the services: cable, ask, task, history, officer, letter."""
    act = Acting(by=SYSTEM, now=NOW, installation=runtime.installation)
    posts.load_posts(session, runtime.installation.book)
    made = ingestion.ingest(session, generated.cable(3, 6_000), source="command", **act)
    task = review.accept_all(session, made.cable.id, **act)[0]
    for login, role, post in (
        ("staff", "post staff", session.get_one(Post, 1).name),
        ("manager", "manager", None),
    ):
        new = accounts.NewOfficer(
            login=login, name=login.title(), email=f"{login}@bench.example", zone="America/New_York",
            password=PASSWORD,
        )  # fmt: skip
        officer = accounts.create_officer(session, new, by=SYSTEM)
        accounts.grant(session, officer.id, role, by=SYSTEM, post=post, book=runtime.installation.book)
    message = OutgoingMessage(
        message_id="<seed@bench>", recipient="staff@bench.example", subject="Late", kind="reminder",
        body=b"x" * 400, state="sent", urgency_at=NOW, written_at=NOW, sent_at=NOW,
    )  # fmt: skip
    session.add(
        ReminderSlot(
            task_id=task.id, rule="after-1", deadline_version=1, recipient=message.recipient, moment_at=NOW,
            offered_at=NOW, message=message,
        )
    )  # fmt: skip
    session.flush()
    assert session.scalar(select(func.count(Task.id)))


def _plan(size: Grown) -> list[tuple[str, dict[str, str]]]:
    """Return for each table, in order, how its columns come of n = 0, 1, 2 …; `rows` says how many."""
    cables = size.tasks // TASKS_A_CABLE + 1
    now = f"TIMESTAMPTZ '{print_moment(NOW)}'"
    new = {"id": f"{FIRST} + n"}
    due = f"CASE WHEN {LATE} THEN {now} - ({CHANCE} / 7000 % 45 + 1) * INTERVAL '1 day' ELSE {now} + ({CHANCE} / 7000 % 40) * INTERVAL '1 day' + INTERVAL '6 hours' END"
    officer = f"CASE WHEN n % {size.officers} = 0 THEN 1 ELSE {FIRST} + n % {size.officers} END"
    owner = f"CASE WHEN {OPEN} AND {CHANCE} / 5000 % 5 = 0 THEN NULL ELSE {officer} END"
    done = f"{now} - ({CHANCE} / 7000 % 300 + 1) * INTERVAL '1 day'"
    task = {
        **new, "rows": NUMBERED.format(size.tasks), "cable_id": f"{FIRST} + n / {TASKS_A_CABLE}",
        "proposal_id": f"{FIRST} + n / {TASKS_A_CABLE}", "post_id": f"1 + n % {size.posts}",
        "owner_id": owner, "closed_at": f"CASE WHEN {OPEN} THEN NULL ELSE {done} END",
        "status": f"CASE WHEN NOT {OPEN} THEN 'done' WHEN {NOT_ACCEPTED} THEN 'open' WHEN {WAITS} THEN 'waiting' ELSE 'accepted' END",
        "outcome": f"CASE WHEN {OPEN} THEN NULL ELSE 'reported' END",
        "due_at": f"CASE WHEN {OPEN} THEN {due} ELSE {done} END", "accepted_at": f"{done} - INTERVAL '9 days'",
        "due_on": f"(CASE WHEN {OPEN} THEN {due} ELSE {done} END)::date",
        "counts_after": f"(CASE WHEN {OPEN} THEN {due} ELSE {done} END)::date",
        "counts_until": f"CASE WHEN {OPEN} AND {WAITS} THEN ({now})::date END",
        "next_moment_at": f"CASE WHEN {OPEN} THEN {now} + INTERVAL '1 day' END",
    }  # fmt: skip
    late = LATE_ROWS.format(letters=LETTERS, now=now)
    return [
        ("officers", {**new, "rows": NUMBERED.format(size.officers), "login": "'o' || n", "name": "'Officer ' || n", "email": "'o' || n || '@bench.example'"}),
        ("role_grants", {**new, "rows": NUMBERED.format(size.officers), "officer_id": f"{FIRST} + n", "post_id": f"1 + n % {size.posts}"}),
        ("cables", {**new, "rows": NUMBERED.format(cables), "key": "'bench' || n", "canonical_id": "'26STATE' || n", "mrn": "'STATE ' || n"}),
        ("cable_versions", {**new, "rows": NUMBERED.format(cables), "cable_id": f"{FIRST} + n", "digest": "md5(n::text)"}),
        ("proposals", {**new, "rows": NUMBERED.format(cables), "cable_id": f"{FIRST} + n", "position": "n"}),
        ("tasks", task),
        ("task_events", {**new, "rows": NUMBERED.format(2 * size.tasks), "task_id": f"{FIRST} + n / 2"}),
        ("outgoing_messages", {**new, "rows": late, "message_id": "'<' || n || '@bench>'"}),
        ("reminder_slots", {**new, "rows": late, "task_id": "task", "rule": "'after-' || n", "message_id": f"{FIRST} + n"}),
    ]  # fmt: skip


def _multiplied(table: Table, words: Mapping[str, str]) -> str:
    """Return the statement that multiplies the table's first row; columns not named stay as they are."""
    names = [column.name for column in table.columns]
    values = ", ".join(words.get(name, f"p.{name}") for name in names)
    rows = words["rows"]
    named = "n, task" if rows.startswith("(") else "n"
    return MULTIPLIED.format(table=table.name, names=", ".join(names), values=values, rows=rows, named=named)


def task_ids(engine: Engine, count: int) -> list[Any]:
    """Return some open tasks, spread over all."""
    with engine.connect() as connection:
        found = (
            connection.execute(
                select(Task.id).where(Task.closed_at.is_(None), Task.id >= FIRST).order_by(Task.id)
            )
            .scalars()
            .all()
        )
    return list(found[:: max(1, len(found) // count)])[:count]
