"""Rows that were asked for as columns: the session takes them for what it would have loaded."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from tests.work_world import World
from tracker.store import loaded
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post
from tracker.store.tasks import Task


@pytest.fixture
def owned(desk: World) -> int:
    """A task that nobody owns yet, and an officer at its post."""
    task = desk.tasks()[0].id
    desk.officer("rosa", ("post staff", "AMEMBASSY LIMA"))
    return task


def row_of_task(session: Session, task_id: int) -> Sequence[Any]:
    columns = [*loaded.columns(Task), *loaded.columns(Post), *loaded.columns(Officer)]
    found = (
        select(*columns).join(Post, Post.id == Task.post_id).outerjoin(Officer, Officer.id == Task.owner_id)
    )
    return session.execute(found.where(Task.id == task_id)).one()


def test_a_row_is_what_the_session_would_have_loaded(desk: World, owned: int) -> None:
    with desk.reading() as session:
        parts = loaded.Parts(session, row_of_task(session, owned))
        task, post, owner = parts.take(Task), parts.take(Post), parts.take(Officer)
        assert task is not None
        loaded.relate(task, post=post, owner=owner)

        with desk.reading() as other:
            same = other.get_one(Task, owned)
            assert all(getattr(task, name) == getattr(same, name) for name in loaded.names(Task))
            assert (task.post.name, task.owner) == (same.post.name, None)
            assert task.cable.key == same.cable.key  # is loaded when it is asked for
        assert session.get(Task, owned) is task
        assert inspect(task).persistent
        assert not session.dirty


def test_what_the_session_holds_is_left_as_it_is(desk: World, owned: int) -> None:
    with desk.transaction() as session:
        row = row_of_task(session, owned)
        known = session.get_one(Task, owned)
        known.title = "Changed, not written yet"

        found = loaded.Parts(session, row).take(Task)

        assert found is known
        assert known.title == "Changed, not written yet"


def test_a_change_of_such_a_row_is_written(desk: World, owned: int) -> None:
    with desk.transaction() as session:
        found = loaded.Parts(session, row_of_task(session, owned)).take(Task)
        assert found is not None
        found.note = "A word"

    with desk.reading() as session:
        assert session.get_one(Task, owned).note == "A word"


def test_a_column_left_out_is_loaded_when_it_is_asked_for(desk: World, owned: int) -> None:
    with desk.reading() as session:
        row = session.execute(select(*loaded.columns(Officer, without="login"))).first()
        assert row is not None

        found = loaded.Parts(session, row).take(Officer, without="login")

        assert found is not None
        assert found.login == session.scalar(select(Officer.login).where(Officer.id == found.id))


def test_a_relation_that_is_known_is_not_told_again(desk: World, owned: int) -> None:
    with desk.reading() as session:
        grant = session.scalars(select(RoleGrant).where(RoleGrant.post_id.is_not(None))).first()
        assert grant is not None
        before = grant.post

        loaded.relate(grant, post=None)

        assert grant.post is before is not None
