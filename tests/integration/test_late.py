"""What is late, counted by the database: the same figures and rows as counting each task by hand."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, insert, select, update

from tests.work_world import World, book, cable
from tracker.domain.ageing import Age, age_of
from tracker.domain.risk import LAST
from tracker.services import duties, posts
from tracker.store.cables import ProposalRecord
from tracker.store.places import Post
from tracker.store.queries import late, risk
from tracker.store.queries.late import GroupBy, LateFilter, LateRow, Slice
from tracker.store.tasks import Task

NOW = datetime(2009, 6, 10, 15, 0, tzinfo=UTC)  # a Wednesday
NAMES = ("AMEMBASSY LIMA", "AMEMBASSY CAIRO", "AMEMBASSY TOKYO", "AMEMBASSY WARSAW")
STATES = ("open", "accepted", "waiting", "in progress")


def three_hundred(desk: World) -> None:
    """Add 300 tasks with known days: late by 0 to 74 days, some waiting, some without an owner, some not late."""
    desk.now = NOW
    desk.ingest(cable())
    rosa = desk.officer("rosa", ("post staff", None)).officer_id
    with desk.transaction() as session:
        posts.load_posts(session, book())
        cable_id = session.scalar(select(ProposalRecord.cable_id).limit(1))
        ids = {name: session.scalar(select(Post.id).where(Post.name == name)) for name in NAMES}
        rows: list[dict[str, Any]] = []
        for n in range(300):
            due_at = NOW - timedelta(days=n // 4, hours=1) if n % 3 else NOW + timedelta(days=n // 30 + 1)
            state = STATES[n % 7 % 4]
            after = duties.count_of(book().calendar(book().find(NAMES[n % 4])), due_at).after  # type: ignore[arg-type]
            rows.append({
                "id": 1000 + n, "cable_id": cable_id, "proposal_id": 5000 + n, "post_id": ids[NAMES[n % 4]],
                "owner_id": rosa if n % 5 else None, "title": f"Ask {n}", "quote": "", "status": state,
                "due_at": due_at, "due_on": due_at.date(), "due_explained": [], "accepted_at": NOW,
                "counts_after": after, "counts_until": date(2009, 6, 9) if state == "waiting" else None,
                "is_history": n % 50 == 7, "closed_at": NOW if n % 60 == 8 else None,
            })  # fmt: skip
        session.execute(
            insert(ProposalRecord),
            [
                {"id": 5000 + n, "cable_id": cable_id, "version": 1, "position": 100 + n, "kind": "ask",
                 "title": "", "quote": "", "spans": [], "addressees": [], "due_explained": []}
                for n in range(300)
            ],
        )  # fmt: skip
        session.execute(insert(Task), rows)


def figures(desk: World, **words: Any) -> late.LateFigures:
    with desk.runtime.looking() as session:
        return late.late_figures(session, now=desk.now, book=book(), **words)


def rows(desk: World, wanted: LateFilter, part: Slice) -> list[LateRow]:
    with desk.runtime.looking() as session:
        return late.late_rows(session, wanted, part, now=desk.now, book=book())


def test_the_figures_equal_a_count_by_hand_and_their_rows(desk: World) -> None:
    three_hundred(desk)

    found = figures(desk)

    with desk.runtime.looking() as session:
        by_sql = session.scalar(
            select(func.count()).where(Task.closed_at.is_(None), Task.due_at < NOW, ~Task.is_history)
        )
    all_rows = rows(desk, LateFilter(), Slice(limit=500))
    assert found.total == by_sql == len(all_rows) == sum(found.by_age.values()) > 150
    assert found.by_age == {age: Counter(row.age for row in all_rows)[age] for age in Age}
    assert min(found.by_age.values()) > 0
    assert {post.post: post.total for post in found.posts} == Counter(row.task.post for row in all_rows)
    counting = [row.task.days_late for row in all_rows if row.age is not Age.WAITING]
    assert found.oldest == max(counting) == found.posts[0].oldest


@pytest.mark.parametrize("age", list(Age))
def test_each_class_opens_its_own_rows(desk: World, age: Age) -> None:
    three_hundred(desk)

    found = rows(desk, LateFilter(age=age), Slice(limit=500))

    assert len(found) == figures(desk).by_age[age]
    assert {age_of(row.task.days_late, is_waiting=row.task.status == "waiting") for row in found} == {age}


def test_pages_follow_each_other_without_a_gap_in_every_grouping(desk: World) -> None:
    three_hundred(desk)
    ranks = {post.post_id: n for n, post in enumerate(figures(desk).posts)}

    for group in GroupBy:
        whole = rows(desk, LateFilter(), Slice(group=group, ranks=ranks, limit=500))
        parts = [
            row
            for after in range(0, 500, 50)
            for row in rows(desk, LateFilter(), Slice(group=group, ranks=ranks, after=after))
        ]
        assert [row.task.id for row in parts] == [row.task.id for row in whole]
        heads = [_head(row, group) for row in whole]
        assert len([n for n, head in enumerate(heads) if n == 0 or heads[n - 1] != head]) == len(set(heads))


def _head(row: LateRow, group: GroupBy) -> Any:
    by = {GroupBy.AGE: row.age, GroupBy.OWNER: row.task.owner}
    return by.get(group, row.task.post)


def test_rows_are_of_some_posts_or_of_one_owner_or_of_nobody(desk: World) -> None:
    three_hundred(desk)
    lima = next(post for post in figures(desk).posts if post.post == "AMEMBASSY LIMA")
    only = frozenset({lima.post_id})

    assert figures(desk, only_posts=only).total == lima.total
    assert len(rows(desk, LateFilter(only_posts=only), Slice(limit=500))) == lima.total
    assert len(rows(desk, LateFilter(post_ids=(lima.post_id,)), Slice(limit=500))) == lima.total
    nobodys = rows(desk, LateFilter(owner_id=0), Slice(limit=500))
    rosas = rows(desk, LateFilter(owner_id=1), Slice(limit=500))
    assert {row.task.owner for row in nobodys} == {None}
    assert len(nobodys) + len(rosas) == figures(desk).total
    assert figures(desk, only_posts=frozenset()).posts == ()


def test_a_late_task_without_the_day_its_count_began_is_fresh(desk: World) -> None:
    three_hundred(desk)
    before = figures(desk)
    with desk.transaction() as session:
        one = session.get_one(Task, 1004)  # late by a day, owned, and waits for nobody
        assert one.counts_after is not None
        one.counts_after = None

    found = figures(desk)

    assert found.total == before.total
    assert found.by_age[Age.FRESH] == before.by_age[Age.FRESH] + 1


def test_a_post_where_all_that_is_late_waits_has_no_oldest(desk: World) -> None:
    three_hundred(desk)
    with desk.transaction() as session:
        session.execute(update(Task).values(counts_until=date(2009, 6, 9)))

    found = figures(desk)

    assert found.by_age[Age.WAITING] == found.total == found.waiting > 150
    assert found.oldest == 0


def test_the_nearest_dues_are_asked_for_with_their_constants_written_out(desk: World) -> None:
    asked: list[str] = []
    with desk.runtime.looking() as session:
        event.listen(session.connection(), "before_cursor_execute", lambda *given: asked.append(given[2]))

        risk.at_risk(session, now=NOW, book=book(), look_at=7)

    (statement,) = asked
    is_sqlite = desk.runtime.engine.dialect.name == "sqlite"
    assert "LIMIT 7" in statement
    assert f"LIMIT {LAST}" in statement
    assert "status = 'done'" in statement
    assert is_sqlite or {*re.findall(r"%\((\w+)\)s", statement)} <= {"now", "in_a_week", "param_1"}
