"""Lists, the overdue board, a person's day and the roll-up of an ask: what they show, to whom, in how few queries."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from tests.work_world import BODY, SYSTEM, World, book, cable
from tracker.domain.access import Permission
from tracker.domain.due import Due
from tracker.domain.roll_up import RollUp
from tracker.services import dated_facts, posts, review, series, tasks
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.queries import boards, late, lists, pages, whole_tasks
from tracker.store.queries import tasks as task_queries
from tracker.store.queries.boards import MyDay
from tracker.store.queries.late import LateFilter, Slice
from tracker.store.queries.tasks import Posts, TaskRow
from tracker.store.tasks import Task
from tracker.web import grid_page

LIMA, QUITO, AMMAN = "AMEMBASSY LIMA", "AMEMBASSY QUITO", "AMEMBASSY AMMAN"
DUE_AT = datetime(2009, 4, 30, 22, 0, tzinfo=UTC)  # Thursday 30 April, 17:00 in Lima
MOST_QUERIES = 8


@contextmanager
def counted(desk: World) -> Iterator[list[str]]:
    """Count the queries of a page."""
    said: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        said.append(statement)

    event.listen(desk.runtime.engine, "before_cursor_execute", note)
    yield said
    event.remove(desk.runtime.engine, "before_cursor_execute", note)


def rows(desk: World, **words: Any) -> list[TaskRow]:
    with desk.reading() as session:
        return task_queries.task_rows(session, now=desk.now, book=book(), **words)


def figures(desk: World, **words: Any) -> late.LateFigures:
    with desk.reading() as session:
        return late.late_figures(session, now=desk.now, book=book(), **words)


def late_rows(desk: World) -> list[late.LateRow]:
    with desk.reading() as session:
        return late.late_rows(session, LateFilter(), Slice(), now=desk.now, book=book())


def day_of(desk: World, officer_id: int | None, only_posts: Posts = None) -> MyDay:
    with desk.reading() as session:
        whose = boards.Whose(officer_id=officer_id, works=only_posts)
        return boards.my_day(session, whose, now=desk.now, book=book())


def do(desk: World, verb: Any, task_id: int, **words: Any) -> None:
    with desk.transaction() as session:
        verb(session, task_id, **words, **desk.act())


def test_a_row_says_what_the_command_line_prints(desk: World) -> None:
    task = desk.tasks()[1]

    found = rows(desk)

    assert [row.due_on for row in found] == [date(2009, 4, 30), None]  # without a day: last
    assert found[0].as_json() == {
        "id": task.id,
        "cable": "09STATE41207",
        "post": LIMA,
        "title": task.title,
        "quote": "Please report the host government's response by COB April 30.",
        "status": "open",
        "owner": None,
        "due_on": "2009-04-30",
        "due_time": "COB",
        "due_zone": "America/Lima",
        "due_at": "2009-04-30T22:00:00Z",
        "overdue": False,
        "days_late": 0,
    }
    assert found[1].as_json()["due_at"] is None


@pytest.mark.parametrize(
    ("now", "is_overdue", "net", "gross"),
    [
        (DUE_AT, False, 0, 0),
        (DUE_AT + timedelta(minutes=1), True, 0, 0),
        (datetime(2009, 5, 1, 22, 0, tzinfo=UTC), True, 0, 1),  # Friday, Labour Day in Peru
        (datetime(2009, 5, 3, 22, 0, tzinfo=UTC), True, 0, 3),  # Sunday
        (datetime(2009, 5, 5, 22, 0, tzinfo=UTC), True, 2, 5),  # Monday and Tuesday
    ],
)
def test_lateness_counts_working_days_of_the_post(
    desk: World, now: datetime, is_overdue: bool, net: int, gross: int
) -> None:
    desk.tasks()
    desk.now = now

    row = rows(desk)[0]

    assert (row.is_overdue, row.days_late, row.days_late_gross) == (is_overdue, net, gross)
    assert len(rows(desk, overdue=True)) == is_overdue
    assert figures(desk).total == is_overdue


def test_a_task_that_is_done_is_not_overdue_and_keeps_how_late_it_was(desk: World) -> None:
    report = desk.tasks()[1]
    desk.now = datetime(2009, 5, 5, 22, 0, tzinfo=UTC)
    do(desk, tasks.complete, report.id, outcome="reported", note="Told by cable.")
    desk.now += timedelta(days=10)

    row = rows(desk)[0]

    assert (row.is_open, row.is_overdue, row.days_late) == (False, False, 2)


def test_days_spent_waiting_are_not_counted(desk: World) -> None:
    report = desk.tasks()[1]
    desk.now = datetime(2009, 5, 4, 15, 0, tzinfo=UTC)  # Monday
    do(desk, tasks.wait, report.id, note="the ministry")
    desk.now = datetime(2009, 5, 6, 15, 0, tzinfo=UTC)  # Wednesday
    do(desk, tasks.start, report.id)
    do(desk, tasks.wait, report.id, note="the ministry again")
    desk.now = datetime(2009, 5, 8, 15, 0, tzinfo=UTC)  # Friday

    row = rows(desk)[0]

    assert (row.days_late, row.days_late_gross) == (1, 8)
    assert row.is_overdue


def test_what_was_loaded_from_an_archive_is_never_overdue(desk: World) -> None:
    cable_id = desk.ingest(is_history=True).cable.id
    with desk.transaction() as session:
        review.accept_all(session, cable_id, **desk.act())
    desk.now = DUE_AT + timedelta(days=300)

    assert (rows(desk)[0].is_overdue, rows(desk)[0].days_late) == (False, 0)
    assert (figures(desk).total, figures(desk).posts) == (0, ())
    assert day_of(desk, None).not_taken == ()


def test_a_list_is_of_one_post_or_of_those_that_may_be_seen(desk: World) -> None:
    desk.tasks(cable(to=(LIMA, QUITO), body=BODY.replace("Embassy is", "Posts are")))
    juan = desk.officer("juan", ("post staff", QUITO))
    only = juan.posts_where(Permission.READ_TASKS)

    assert {row.post for row in rows(desk, post="Embassy Lima")} == {LIMA}
    assert {row.post for row in rows(desk, only_posts=only)} == {QUITO}
    assert rows(desk, post=LIMA, only_posts=only) == []
    assert rows(desk, post="ATLANTIS") == []
    assert rows(desk, only_posts=frozenset()) == []


def test_a_first_day_and_a_decision_taken_back_moved_nothing(desk: World) -> None:
    made = desk.tasks()
    undated, dated = (
        next(task for task in made if (task.due_at is None) == is_none) for is_none in (True, False)
    )
    do(desk, tasks.change_due, undated.id, due=Due(on=date(2009, 4, 22)))
    with desk.transaction() as session:
        review.reconsider(session, dated.proposal_id, **desk.act())
        review.accept(session, dated.proposal_id, **desk.act())
    desk.now = datetime(2009, 5, 5, 23, 0, tzinfo=UTC)

    moved = {row.task.id: row.times_moved for row in late_rows(desk)}

    assert (moved[undated.id], moved[dated.id]) == (0, 0)


def test_the_board_stands_by_post_the_most_late_first(desk: World) -> None:
    made = desk.tasks(cable(to=(LIMA, QUITO, AMMAN), body=BODY.replace("Embassy is", "Posts are")))
    dated = [task for task in made if task.due_at]
    do(desk, tasks.change_due, dated[1].id, due=Due(on=date(2009, 4, 22)))
    desk.now = datetime(2009, 5, 5, 23, 0, tzinfo=UTC)

    found = figures(desk)

    assert [post.post for post in found.posts] == [QUITO, AMMAN, LIMA]
    assert [post.oldest for post in found.posts] == sorted((p.oldest for p in found.posts), reverse=True)
    assert found.oldest == found.posts[0].oldest
    assert (found.total, soon(desk)) == (3, 0)
    assert next(row for row in late_rows(desk) if row.task.post == QUITO).times_moved == 1
    desk.now = datetime(2009, 4, 27, tzinfo=UTC)
    assert (figures(desk).total, soon(desk)) == (1, 2)


def soon(desk: World) -> int:
    with desk.reading() as session:
        return lists.nobodys_business(session, now=desk.now).soon


def letter(desk: World, task: Task, number: int, state: str = "sent", **words: str) -> ReminderSlot:
    """Return a letter about a task, in a state."""
    at, to = desk.now + timedelta(days=number), words.get("to", "duty@lima.example")
    message = OutgoingMessage(
        message_id=f"<{number}@t>", recipient=to, subject="s", kind=words.get("kind", "reminder"), body=b"b",
        urgency_at=at, written_at=at, state=state, sent_at=at if state == "sent" else None,
    )  # fmt: skip
    return ReminderSlot(
        task_id=task.id, rule=f"after-{number}", deadline_version=1, recipient=to,
        moment_at=at, offered_at=at, message=message,
    )  # fmt: skip


def test_the_board_says_who_was_reminded_when_and_what_goes_next(desk: World) -> None:
    report = desk.tasks()[1]
    desk.now = DUE_AT + timedelta(days=1)
    row = late_rows(desk)[0]
    assert (row.task.next_moment_at, row.why_none) == (None, f"{LIMA} has no mailbox and nobody owns this")
    with desk.transaction() as session:
        posts.set_mailbox(session, LIMA, "Duty@lima.example", **desk.act())
        session.add_all(
            [
                letter(desk, report, 2),
                letter(desk, report, 1, kind="chased"),
                letter(desk, report, 3, "waiting"),
                letter(desk, report, 4, to="contact@state.example"),
                letter(desk, report, 5, kind="reply booked"),
            ]
        )

    row = late_rows(desk)[0]

    assert (row.reminders, row.told_at) == (
        2,
        desk.now + timedelta(days=2),
    )  # not what a contact got, nor what answered a reply
    assert row.told == "duty@lima.example"
    assert row.task.next_moment_at is not None
    assert row.why_none is None


def test_a_row_without_a_next_letter_says_why(desk: World) -> None:
    desk.tasks()
    row = rows(desk)[0]
    cases: tuple[dict[str, Any], ...] = (
        {"status": "waiting", "waits_for": "Washington"},
        {"is_history": True},
        {"mailbox": "duty@lima.example"},
    )

    said = [late.why_no_letter(changed(row, **words)) for words in cases]

    assert said == ["waiting for Washington", "loaded from an archive", "all reminders have gone"]


def changed(row: TaskRow, **words: Any) -> TaskRow:
    """Return the row with other values."""
    values = {name: getattr(row, name) for name in TaskRow.__dataclass_fields__}
    return TaskRow(**(values | words))


def test_my_day_sorts_my_tasks_by_urgency_and_shows_what_nobody_took(desk: World) -> None:
    rosa = desk.officer("rosa", ("post staff", LIMA))
    body = "\n\n".join(
        f"{n}. ACTION REQUEST: Embassy is requested to report on port {n} by COB {day}."
        for n, day in enumerate(
            ("April 22", "April 24", "April 29", "May 20", "April 30", "May 6", "May 7"), 1
        )
    )
    made = [task for task in desk.tasks(cable(body=body + "\n")) if task.due_on]
    assert len(made) == 7
    for task in made[:-1]:
        do(desk, tasks.assign, task.id, owner_id=rosa.officer_id)
    desk.now = datetime(2009, 4, 24, 15, 0, tzinfo=UTC)
    do(desk, tasks.wait, made[4].id, note="the ministry")
    do(desk, tasks.complete, made[5].id, outcome="done", note="Told by cable.")

    day = day_of(desk, rosa.officer_id, only_posts=rosa.posts_where(Permission.READ_TASKS))

    lists = (day.late, day.today, day.this_week, day.later, day.waiting, day.finished, day.not_taken)
    assert [[row.id for row in found] for found in lists] == [[task.id] for task in made]
    assert day_of(desk, None).late == ()
    assert len(day_of(desk, None).not_taken) == 1


def test_the_same_ask_is_counted_at_the_posts_that_may_be_seen(desk: World) -> None:
    made = desk.tasks(cable(to=(LIMA, QUITO, AMMAN), body=BODY.replace("Embassy is", "Posts are")))
    report, *others = [task for task in made if task.due_at]
    do(desk, tasks.complete, others[0].id, outcome="agreed", note="in LIMA 512")
    do(desk, dated_facts.report, others[1].id, note="AMMAN 99")
    desk.now = DUE_AT + timedelta(hours=1)

    with desk.reading() as session:
        all_of_it = whole_tasks.whole_task(session, report.id, now=desk.now, only_posts=None)
        own = whole_tasks.whole_task(
            session, report.id, now=desk.now, only_posts=frozenset({report.post_id, others[0].post_id})
        )
        rows = pages.tasks_of_cables(session, report.cable_id, (), now=desk.now, book=book(), only_posts=None)

    assert all_of_it.roll_up == RollUp(
        posts=3, to_deliver=0, done=1, delivered=0, answered=2, agreed=1, late=2
    )
    assert own.roll_up == RollUp(posts=2, to_deliver=0, done=1, delivered=0, answered=1, agreed=1, late=1)
    same = [row for row in rows if row.proposal_id == report.proposal_id]
    assert grid_page.first_line(same) == " · ".join(all_of_it.roll_up.parts)


def grid_of(desk: World, cable_id: int, proposal_id: int) -> list[TaskRow]:
    with desk.reading() as session:
        rows = pages.tasks_of_cables(session, cable_id, (), now=desk.now, book=book(), only_posts=None)
    return [row for row in rows if row.proposal_id == proposal_id]


def test_a_post_that_has_the_next_of_a_series_stands_in_the_grid_once_with_its_answer(desk: World) -> None:
    made = desk.tasks(cable(to=(LIMA, QUITO), body=BODY.replace("Embassy is", "Posts are")))
    first, other = [task for task in made if task.due_at]
    do(desk, series.repeat, first.id, every_months=3, until=date(2009, 12, 31))
    do(desk, tasks.complete, first.id, outcome="reported", note="in LIMA 512")

    rows = grid_of(desk, first.cable_id, first.proposal_id)

    assert {(row.id, row.status) for row in rows} == {(first.id, "done"), (other.id, "open")}
    assert grid_page.first_line(rows).startswith("Done 1 of 2 · ")
    assert grid_page.second_line(rows).startswith("Still to come: ")
    do(desk, tasks.complete, other.id, outcome="reported", note="in QUITO 9")
    rows = grid_of(desk, first.cable_id, first.proposal_id)
    assert {(row.post_id, row.occurrence, row.is_open) for row in rows} == {
        (first.post_id, 2, True),
        (other.post_id, 1, False),
    }


def test_a_page_asks_the_database_few_questions_at_any_size(desk: World) -> None:
    posts_asked = BODY.replace("Embassy is", "Posts are")
    desk.tasks()
    desk.now = DUE_AT + timedelta(days=5)
    boards_read = (
        lambda: rows(desk),
        lambda: figures(desk),
        lambda: late_rows(desk),
        lambda: soon(desk),
        lambda: day_of(desk, SYSTEM.officer_id),
    )

    few = [questions(desk, page) for page in boards_read]
    desk.tasks(cable(to=(LIMA, QUITO, AMMAN, "AMEMBASSY TOKYO"), number="041208", body=posts_asked))
    more = [questions(desk, page) for page in boards_read]

    assert len(rows(desk)) == 10
    assert few == more
    assert max(few) <= MOST_QUERIES


def questions(desk: World, page: Callable[[], Any]) -> int:
    with counted(desk) as said:
        page()
    return len(said)
