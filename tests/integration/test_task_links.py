"""Links between tasks: told at both, taken away at both; a duplicate leaves the lists with its company."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.work_world import SYSTEM, World, book, cable
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import company, task_links, tasks
from tracker.services.company import Newcomer
from tracker.services.installation import Actor
from tracker.store.notices import NoticeRecord
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
        return task_links.of_task(session.get_one(Task, task_id))


@pytest.mark.parametrize(
    ("kind", "there"),
    [("reference", "reference"), ("part of", "has the part"), ("follows", "is followed by")],
)
def test_a_link_stands_at_both_and_leaves_both(
    desk: World, two: tuple[int, int], kind: str, there: str
) -> None:
    first, second = two

    do(desk, task_links.link, second, other_id=first, kind=kind)

    assert (standing(desk, second), standing(desk, first)) == (((kind, first),), ((there, second),))
    with pytest.raises(Conflict, match="already"):
        do(desk, task_links.link, second, other_id=first, kind=kind)
    do(desk, task_links.unlink, first, other_id=second, word=there)
    assert (standing(desk, second), standing(desk, first)) == ((), ())
    with pytest.raises(NotFound, match="no such link"):
        do(desk, task_links.unlink, first, other_id=second, word=there)


def test_a_duplicate_leaves_the_lists_and_its_company_follows_the_first(
    desk: World, two: tuple[int, int]
) -> None:
    first, second = two
    for newcomer in (
        Newcomer(part="watcher", address="watcher@desk.example"),
        Newcomer(part="coordinator", post=QUITO),
    ):
        do(desk, company.add, second, newcomer=newcomer)

    do(desk, task_links.link, second, other_id=first, kind="duplicate of")

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
            do(desk, task_links.link, first, other_id=other, kind="reference")
    with pytest.raises(Invalid, match=f"no task {others}, or it is not yours"):
        do(desk, task_links.link, first, by=rosa, other_id=others, kind="reference")
    with pytest.raises(Invalid, match="Say how they are linked"):
        do(desk, task_links.link, first, other_id=second, kind="cousin")
    with pytest.raises(Forbidden, match="Only the desk says"):
        do(desk, task_links.link, first, by=rosa, other_id=second, kind="duplicate of")


@pytest.mark.parametrize(
    ("owners", "other_post", "closes", "words"),
    [
        (("rosa", "rosa"), LIMA, False, "Please go on with it there: nothing is taken back."),
        (("rosa", "luis"), LIMA, False, "which is with Luis. Please pass on what you have."),
        (("rosa", None), LIMA, False, "which is with AMEMBASSY LIMA. Please pass on what you have."),
        (("rosa", "rosa"), LIMA, True, "which is done."),
        (("rosa", None), QUITO, False, "another task asks the same, and keeps that one."),
        ((None, None), LIMA, False, None),
    ],
)
def test_who_held_a_duplicate_hears_where_the_work_goes_on(
    desk: World, owners: tuple[str | None, str | None], other_post: str, *, closes: bool, words: str | None
) -> None:
    dana = desk.officer("dana", ("desk officer", None))
    people = {name: desk.officer(name, ("post staff", LIMA)) for name in ("rosa", "luis")}
    double = desk.tasks()[0].id
    other = desk.tasks(cable(to=(other_post,), number="041208"))[0].id
    for task_id, owner in zip((double, other), owners, strict=True):
        if owner is not None:
            do(desk, tasks.give, task_id, owner_id=people[owner].officer_id)
    if closes:
        do(desk, tasks.complete, other, outcome="agreed", note="Done.")

    do(desk, task_links.link, double, by=dana, other_id=other, kind="duplicate of")

    with desk.reading() as session:
        told = session.scalars(select(NoticeRecord).where(NoticeRecord.kind == "duplicate")).all()
        assert [one.recipient for one in told] == (["rosa@state.example"] if words else [])
        for one in told:
            (sentence,) = one.paragraphs
            assert one.subject.startswith("Asked once only: Lima: ")
            assert words in sentence
            assert "stop work" not in sentence
            shown = [double] if other_post == QUITO else [other, double]
            assert [path for _, path in one.entries] == [f"/tasks/{task_id}" for task_id in shown]
