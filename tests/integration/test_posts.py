"""The posts of an installation: rows from the book, mailboxes of its own, tasks planned anew."""

import pytest
from sqlalchemy import func, select

from tests.work_world import SYSTEM, World, book
from tracker.domain.access import Grant, Role
from tracker.errors import Forbidden, Invalid, NotFound
from tracker.services import posts
from tracker.services.installation import Actor
from tracker.store.places import Post
from tracker.store.tasks import Task, TaskEvent


def test_the_table_follows_the_book_and_mailboxes_stay(desk: World) -> None:
    with desk.transaction() as session:
        count = posts.load_posts(session, book())
        lima = posts.set_mailbox(session, "Embassy Lima", " duty@lima.example ", **desk.act())
        lima.city = "Callao"

    with desk.transaction() as session:
        assert posts.load_posts(session, book()) == count
        lima = session.scalars(select(Post).where(Post.name == "AMEMBASSY LIMA")).one()
        assert (lima.city, lima.mailbox) == ("Lima", "duty@lima.example")
        assert session.scalar(select(func.count(Post.id))) == count > 180


def test_a_post_is_added_when_it_is_first_needed_and_only_once(desk: World) -> None:
    lima = book().find("AMEMBASSY LIMA")
    assert lima is not None
    with desk.transaction() as session:
        assert posts.row_of(session, lima).id == posts.row_of(session, lima).id


def test_a_mailbox_given_or_taken_away_plans_open_tasks_anew(desk: World) -> None:
    report = desk.tasks()[1]

    for address in ("duty@lima.example", None):
        with desk.transaction() as session:
            posts.set_mailbox(session, "AMEMBASSY LIMA", address, **desk.act())
        with desk.reading() as session:
            planned = session.get_one(Task, report.id).next_moment_at
            line = session.scalars(select(TaskEvent).order_by(TaskEvent.id.desc()).limit(1)).one()
        assert (planned is not None) is (address is not None)
        assert (line.kind, line.after) == ("mailbox", {"mailbox": address})


def test_a_mailbox_needs_a_post_an_address_and_an_administrator(desk: World) -> None:
    clerk = Actor(name="R", way="page", grants=(Grant(role=Role.DESK_OFFICER),))
    with desk.transaction() as session:
        with pytest.raises(NotFound, match="AMEMBASSY ATLANTIS is not in the table of posts"):
            posts.set_mailbox(session, "AMEMBASSY ATLANTIS", "a@b.example", **desk.act(SYSTEM))
        with pytest.raises(Invalid) as refused:
            posts.set_mailbox(session, "AMEMBASSY LIMA", "duty", **desk.act())
        with pytest.raises(Forbidden):
            posts.set_mailbox(session, "AMEMBASSY LIMA", "a@b.example", **desk.act(clerk))
    assert list(refused.value.fields) == ["mailbox"]
