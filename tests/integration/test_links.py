"""Links between tasks: told at both, taken away at both; a duplicate leaves the lists with its company."""

from typing import Any

import pytest

from tests.work_world import SYSTEM, World, book, cable
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import company, links
from tracker.services.company import Newcomer
from tracker.services.installation import Actor
from tracker.store.queries import company as company_rows
from tracker.store.queries import tasks as task_rows
from tracker.store.tasks import Task

LIMA, QUITO = "AMEMBASSY LIMA", "AMEMBASSY QUITO"


@pytest.fixture
def two(desk: World) -> tuple[int, int]:
    """Return two tasks of Lima."""
    first, second = desk.tasks()
    return first.id, second.id


def do(desk: World, verb: Any, task_id: int, by: Actor = SYSTEM, **words: Any) -> None:
    with desk.transaction() as session:
        verb(session, task_id, **words, **desk.act(by))


def standing(desk: World, task_id: int) -> tuple[tuple[str, int], ...]:
    with desk.reading() as session:
        return links.of_task(session.get_one(Task, task_id))


@pytest.mark.parametrize(
    ("kind", "there"),
    [("reference", "reference"), ("part of", "has the part"), ("follows", "is followed by")],
)
def test_a_link_stands_at_both_and_leaves_both(
    desk: World, two: tuple[int, int], kind: str, there: str
) -> None:
    first, second = two

    do(desk, links.link, second, other_id=first, kind=kind)

    assert (standing(desk, second), standing(desk, first)) == (((kind, first),), ((there, second),))
    with pytest.raises(Conflict, match="already"):
        do(desk, links.link, second, other_id=first, kind=kind)
    do(desk, links.unlink, first, other_id=second, word=there)
    assert (standing(desk, second), standing(desk, first)) == ((), ())
    with pytest.raises(NotFound, match="no such link"):
        do(desk, links.unlink, first, other_id=second, word=there)


def test_a_duplicate_leaves_the_lists_and_its_company_follows_the_first(
    desk: World, two: tuple[int, int]
) -> None:
    first, second = two
    for newcomer in (
        Newcomer(part="watcher", address="watcher@desk.example"),
        Newcomer(part="coordinator", post=QUITO),
    ):
        do(desk, company.add, second, newcomer=newcomer)

    do(desk, links.link, second, other_id=first, kind="duplicate of")

    with desk.reading() as session:
        assert session.get_one(Task, second).status == "cancelled"
        rows = task_rows.task_rows(session, now=desk.now, book=book())
        assert [row.id for row in rows if row.is_open] == [first]
        beside = [(one.role, one.name) for one in company_rows.of_tasks(session, [first])]
        assert beside == [("coordinator", QUITO), ("watcher", "watcher@desk.example")]
    assert standing(desk, first) == (("has the duplicate", second),)


def test_a_task_that_cannot_be_meant_is_refused(desk: World, two: tuple[int, int]) -> None:
    first, second = two
    rosa = desk.officer("rosa", ("post staff", LIMA))
    others = desk.tasks(cable(to=(QUITO,), number="041208"))[0].id

    for other in (None, first, 4711):
        with pytest.raises(Invalid, match="another task|no task 4711"):
            do(desk, links.link, first, other_id=other, kind="reference")
    with pytest.raises(Invalid, match=f"no task {others}, or it is not yours"):
        do(desk, links.link, first, by=rosa, other_id=others, kind="reference")
    with pytest.raises(Invalid, match="Say how they are linked"):
        do(desk, links.link, first, other_id=second, kind="cousin")
    with pytest.raises(Forbidden, match="Only the desk says"):
        do(desk, links.link, first, by=rosa, other_id=second, kind="duplicate of")
